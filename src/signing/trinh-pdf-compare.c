/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-appearance.h"
#include "trinh-pdf-compare-private.h"
#include "trinh-pdf-compare.h"
#include "trinh-pdf-place.h"
#include "trinh-pdf-signature.h"

/* A pair of the same place in both files */
typedef struct
{
  qpdf_oh before;
  qpdf_oh after;
} Pair;

static gboolean compare_pair (TrinhPdfComparison *self,
                              Pair pair,
                              guint depth);

static gboolean
is_same_reference (TrinhPdfComparison *self,
                   Pair pair)
{
  return qpdf_oh_get_object_id (self->before->qpdf, pair.before) == qpdf_oh_get_object_id (self->after->qpdf, pair.after) &&
         qpdf_oh_get_generation (self->before->qpdf, pair.before) == qpdf_oh_get_generation (self->after->qpdf, pair.after);
}

static void
wait_for (TrinhPdfComparison *self,
          Pair pair)
{
  const int id = qpdf_oh_get_object_id (self->before->qpdf, pair.before);

  if (g_hash_table_add (self->seen, GINT_TO_POINTER (id)))
    g_array_append_val (self->waiting, pair);
}

static gboolean
compare_members (TrinhPdfComparison *self,
                 Pair pair,
                 const char *const *but,
                 guint depth)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  if (!qpdf_oh_is_dictionary (self->before->qpdf, pair.before) || !qpdf_oh_is_dictionary (self->after->qpdf, pair.after))
    return FALSE;
  before = trinh_pdf_source_list_keys (self->before, pair.before, but);
  after = trinh_pdf_source_list_keys (self->after, pair.after, but);
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      const char *key = g_ptr_array_index (before, i);

      if (!qpdf_oh_has_key (self->after->qpdf, pair.after, key) ||
          !compare_pair (self, (Pair) { qpdf_oh_get_key (self->before->qpdf, pair.before, key), qpdf_oh_get_key (self->after->qpdf, pair.after, key) }, depth + 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compare_arrays (TrinhPdfComparison *self,
                Pair pair,
                guint depth)
{
  const int length = qpdf_oh_get_array_n_items (self->before->qpdf, pair.before);

  if (length != qpdf_oh_get_array_n_items (self->after->qpdf, pair.after))
    return FALSE;
  for (int i = 0; i < length; i++)
    if (!compare_pair (self, (Pair) { qpdf_oh_get_array_item (self->before->qpdf, pair.before, i), qpdf_oh_get_array_item (self->after->qpdf, pair.after, i) }, depth + 1))
      return FALSE;
  return TRUE;
}

static gboolean
compare_streams (TrinhPdfComparison *self,
                 Pair pair,
                 guint depth)
{
  const Pair dictionaries = { qpdf_oh_get_dict (self->before->qpdf, pair.before), qpdf_oh_get_dict (self->after->qpdf, pair.after) };
  g_autoptr (GBytes) before = trinh_pdf_source_dup_stream (self->before, pair.before, FALSE);
  g_autoptr (GBytes) after = trinh_pdf_source_dup_stream (self->after, pair.after, FALSE);

  return before != NULL && after != NULL && g_bytes_equal (before, after) && compare_members (self, dictionaries, NULL, depth);
}

static gboolean
compare_written (TrinhPdfComparison *self,
                 Pair pair)
{
  g_autofree char *before = trinh_pdf_source_dup_written (self->before, pair.before, TRUE);
  g_autofree char *after = trinh_pdf_source_dup_written (self->after, pair.after, TRUE);

  return g_str_equal (before, after);
}

/* The object itself, not what it refers to: that waits for its turn */
static gboolean
compare_objects (TrinhPdfComparison *self,
                 Pair pair,
                 guint depth)
{
  const enum qpdf_object_type_e type = qpdf_oh_get_type_code (self->before->qpdf, pair.before);

  if (type != qpdf_oh_get_type_code (self->after->qpdf, pair.after) || depth > 8 * TRINH_PDF_DEEPEST)
    return FALSE;
  switch (type)
    {
    case ot_dictionary:
      return compare_members (self, pair, NULL, depth);
    case ot_array:
      return compare_arrays (self, pair, depth);
    case ot_stream:
      return compare_streams (self, pair, depth);
    default:
      return compare_written (self, pair);
    }
}

static gboolean
compare_pair (TrinhPdfComparison *self,
              Pair pair,
              guint depth)
{
  if (!is_same_reference (self, pair))
    return FALSE;
  if (!qpdf_oh_is_indirect (self->before->qpdf, pair.before))
    return compare_objects (self, pair, depth);
  wait_for (self, pair);
  return TRUE;
}

/* All that was there, in its order, and behind it nothing but what is new by right */
static gboolean
compare_grown (TrinhPdfComparison *self,
               Pair pair,
               gboolean (*is_new) (TrinhPdfComparison *self, qpdf_oh object))
{
  const int before = qpdf_oh_is_array (self->before->qpdf, pair.before) ? qpdf_oh_get_array_n_items (self->before->qpdf, pair.before) : 0;
  const int after = qpdf_oh_is_array (self->after->qpdf, pair.after) ? qpdf_oh_get_array_n_items (self->after->qpdf, pair.after) : 0;

  if (after < before)
    return FALSE;
  for (int i = 0; i < before; i++)
    if (!compare_pair (self, (Pair) { qpdf_oh_get_array_item (self->before->qpdf, pair.before, i), qpdf_oh_get_array_item (self->after->qpdf, pair.after, i) }, 1))
      return FALSE;
  for (int i = before; i < after; i++)
    if (!is_new (self, qpdf_oh_get_array_item (self->after->qpdf, pair.after, i)))
      return FALSE;
  return TRUE;
}

static Pair
get_pair (TrinhPdfComparison *self,
          Pair pair,
          const char *key)
{
  return (Pair) { trinh_pdf_source_get (self->before, pair.before, key), trinh_pdf_source_get (self->after, pair.after, key) };
}

static gboolean
compare_forms (TrinhPdfComparison *self,
               Pair form)
{
  static const char *const grown[] = { "/Fields", "/SigFlags", NULL };
  /* What other programs give a new form: how text in fields looks, of which there are none. */
  static const char *const begun[] = { "/Fields", "/SigFlags", "/DA", "/DR", NULL };

  if (!qpdf_oh_is_dictionary (self->before->qpdf, form.before))
    {
      g_autofree char *others = NULL;

      if (!qpdf_oh_is_dictionary (self->after->qpdf, form.after))
        return TRUE;
      others = trinh_pdf_source_dup_members (self->after, form.after, self->may_leave_blanks ? begun : grown);
      return others[0] == '\0' && compare_grown (self, get_pair (self, form, "/Fields"), trinh_pdf_compare_is_new_signature);
    }
  return compare_members (self, form, grown, 0) && compare_grown (self, get_pair (self, form, "/Fields"), trinh_pdf_compare_is_new_signature);
}

/* Programs that sign write into the metadata that they did; title and author are held by compare_facts(). */
static gboolean
compare_catalogs (TrinhPdfComparison *self,
                  Pair pair)
{
  static const char *const grown[] = { "/AcroForm", "/DSS", "/Extensions", "/Metadata", NULL };
  qpdf_oh material = trinh_pdf_source_get (self->after, pair.after, "/DSS");

  if (!qpdf_oh_is_null (self->after->qpdf, material) && !trinh_pdf_compare_is_material (self, material, 0))
    return FALSE;
  return compare_members (self, pair, grown, 0) && compare_forms (self, get_pair (self, pair, "/AcroForm"));
}

/* Title and author are shown; when and by what the file was written last is not. */
static gboolean
compare_facts (TrinhPdfComparison *self)
{
  static const char *const told[] = { "/ModDate", "/Producer", NULL };
  const Pair trailers = { qpdf_get_trailer (self->before->qpdf), qpdf_get_trailer (self->after->qpdf) };
  const Pair facts = get_pair (self, trailers, "/Info");

  if (self->may_leave_blanks)
    return TRUE;
  if (!qpdf_oh_is_dictionary (self->before->qpdf, facts.before))
    return qpdf_oh_is_null (self->after->qpdf, facts.after);
  return is_same_reference (self, facts) && compare_members (self, facts, told, 0);
}

static gboolean
is_filled_in (TrinhPdfComparison *self,
              Pair values)
{
  g_autofree char *before = trinh_pdf_source_dup_text (self->before, values.before);
  g_autofree char *after = trinh_pdf_source_dup_text (self->after, values.after);

  return (qpdf_oh_is_null (self->before->qpdf, values.before) || qpdf_oh_is_string (self->before->qpdf, values.before)) && before[0] == '\0' && after[0] != '\0';
}

/* A field of ours stands on page 1 and in each annex: they all say what it does. */
static gboolean
is_shown (TrinhPdfComparison *self,
          const TrinhPdfField *field,
          Pair pair)
{
  g_autofree char *value = trinh_pdf_source_dup_text (self->after, trinh_pdf_source_get (self->after, pair.after, "/V"));
  g_autoptr (GArray) widgets = trinh_pdf_list_widgets (self->after, pair.after);

  if (!g_str_has_prefix (field->name, TRINH_PDF_FIELD_GROUP "."))
    return TRUE;
  for (guint i = 0; i < widgets->len; i++)
    if (!trinh_pdf_appearance_shows (self->after, g_array_index (widgets, qpdf_oh, i), value))
      return FALSE;
  return TRUE;
}

/* What is seen at one of a field's places changes when the field is filled in, and with nothing else. */
static gboolean
compare_places (TrinhPdfComparison *self,
                Pair pair,
                const TrinhPdfField *field)
{
  static const char *const drawn[] = { "/AP", NULL };
  const Pair own = { field->object, qpdf_get_object_by_id (self->after->qpdf, qpdf_oh_get_object_id (self->before->qpdf, field->object), qpdf_oh_get_generation (self->before->qpdf, field->object)) };

  if (!is_filled_in (self, get_pair (self, own, "/V")))
    return compare_objects (self, pair, 0);
  return compare_members (self, pair, drawn, 0);
}

/* A blank field of text may be filled, one for a signature signed: once, and the place of neither moves. */
static gboolean
compare_fields (TrinhPdfComparison *self,
                Pair pair,
                const TrinhPdfField *field)
{
  static const char *const filled[] = { "/V", "/AP", "/Ff", "/M", NULL };
  const gboolean is_text = g_str_equal (field->type, "Tx");
  const Pair values = get_pair (self, pair, "/V");
  const gboolean is_empty = qpdf_oh_is_null (self->before->qpdf, values.before);

  if (!is_text && !(g_str_equal (field->type, "Sig") && is_empty))
    return compare_objects (self, pair, 0);
  if (compare_written (self, values) && compare_written (self, get_pair (self, pair, "/AP")))
    return compare_objects (self, pair, 0);
  if (is_text ? !is_filled_in (self, values) : !qpdf_oh_is_dictionary (self->after->qpdf, values.after))
    return FALSE;
  if (is_text ? !is_shown (self, field, pair) : trinh_pdf_is_time_stamp (self->after, values.after))
    return FALSE;
  if (is_text)
    self->change = TRINH_PDF_CHANGE_FIELDS;
  return compare_members (self, pair, filled, 0);
}

static gboolean
compare_waiting (TrinhPdfComparison *self,
                 Pair pair)
{
  static const char *const annotations[] = { "/Annots", NULL };
  const gpointer id = GINT_TO_POINTER (qpdf_oh_get_object_id (self->before->qpdf, pair.before));
  const TrinhPdfField *field = g_hash_table_lookup (self->fields, id);
  const TrinhPdfField *above = g_hash_table_lookup (self->places, id);
  g_autofree char *type = trinh_pdf_source_dup_name (self->before, trinh_pdf_source_get (self->before, pair.before, "/Type"));

  if (field != NULL)
    return compare_fields (self, pair, field);
  if (above != NULL)
    return compare_places (self, pair, above);
  if (qpdf_oh_get_object_id (self->before->qpdf, trinh_pdf_source_get_root (self->before)) == GPOINTER_TO_INT (id))
    return compare_catalogs (self, pair);
  if (qpdf_oh_get_object_id (self->before->qpdf, trinh_pdf_source_get_form (self->before)) == GPOINTER_TO_INT (id))
    return compare_forms (self, pair);
  if (g_str_equal (type, "Page"))
    return compare_members (self, pair, annotations, 0) && compare_grown (self, get_pair (self, pair, "/Annots"), trinh_pdf_compare_is_new_widget);
  return compare_objects (self, pair, 0);
}

static void
compare_init (TrinhPdfComparison *self,
              TrinhPdfSource *before,
              TrinhPdfSource *after)
{
  *self = (TrinhPdfComparison) { .before = before, .after = after, .change = TRINH_PDF_CHANGE_NONE };
  self->fields = g_hash_table_new (NULL, NULL);
  self->places = g_hash_table_new (NULL, NULL);
  self->seen = g_hash_table_new (NULL, NULL);
  self->added = g_hash_table_new (NULL, NULL);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Pair));
}

static void
compare_clear (TrinhPdfComparison *self)
{
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_array_unref);
}

static gboolean
compare_all (TrinhPdfComparison *self)
{
  if (!compare_pair (self, (Pair) { trinh_pdf_source_get_root (self->before), trinh_pdf_source_get_root (self->after) }, 0) || !compare_facts (self))
    return FALSE;
  for (guint i = 0; i < self->waiting->len; i++)
    if (!compare_waiting (self, g_array_index (self->waiting, Pair, i)))
      return FALSE;
  return TRUE;
}

static void
note_field (TrinhPdfComparison *self,
            TrinhPdfField *field)
{
  qpdf_data qpdf = self->before->qpdf;
  g_autoptr (GArray) widgets = NULL;

  g_hash_table_insert (self->fields, GINT_TO_POINTER (qpdf_oh_get_object_id (qpdf, field->object)), field);
  if (!g_str_equal (field->type, "Tx") || !qpdf_oh_has_key (qpdf, field->object, "/Kids"))
    return;
  widgets = trinh_pdf_list_widgets (self->before, field->object);
  for (guint i = 0; i < widgets->len; i++)
    g_hash_table_insert (self->places, GINT_TO_POINTER (qpdf_oh_get_object_id (qpdf, g_array_index (widgets, qpdf_oh, i))), field);
}

static TrinhPdfChange
compare (TrinhPdfSource *signed_file,
         TrinhPdfSource *whole,
         gboolean may_leave_blanks)
{
  g_autoptr (GPtrArray) list = trinh_pdf_source_list_fields (signed_file);
  TrinhPdfChange change;
  TrinhPdfComparison self;

  compare_init (&self, signed_file, whole);
  self.may_leave_blanks = may_leave_blanks;
  for (guint i = 0; i < list->len; i++)
    note_field (&self, g_ptr_array_index (list, i));
  change = compare_all (&self) && !trinh_pdf_source_has_warnings (signed_file) && !trinh_pdf_source_has_warnings (whole) ? self.change : TRINH_PDF_CHANGE_OTHER;
  compare_clear (&self);

  return change;
}

TrinhPdfChange
trinh_pdf_compare (TrinhPdfSource *signed_file,
                   TrinhPdfSource *whole)
{
  return compare (signed_file, whole, FALSE);
}

TrinhPdfChange
trinh_pdf_compare_final (TrinhPdfSource *final,
                         TrinhPdfSource *whole)
{
  return compare (final, whole, TRUE);
}
