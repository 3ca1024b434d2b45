/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What may come behind a signature: others, and at first our empty fields. */

#include "config.h"

#include "trinh-pdf-compare-private.h"
#include "trinh-pdf-place.h"
#include "trinh-pdf-signature.h"

/* Square points, a sixth of an A4 page, all that came later together: what is larger hides what was signed. */
#define LARGEST_WIDGETS (595.0 * 842.0 / 6)
/* Square points: a gap in a line of text, to its end */
#define LARGEST_BLANK 5000.0
/* Lists of a signature's own (ISO 32000-2, 12.8.4.3) */
#define DEEPEST_MATERIAL 4

static gboolean
has_action (TrinhPdfComparison *self,
            qpdf_oh object)
{
  return qpdf_oh_has_key (self->after->qpdf, object, "/A") || qpdf_oh_has_key (self->after->qpdf, object, "/AA");
}

/* Where it is drawn: what has a name of its own would be another field, whose value nobody reads as a signature. */
static gboolean
add_place (TrinhPdfComparison *self,
           qpdf_oh place)
{
  if (!qpdf_oh_is_indirect (self->after->qpdf, place) || !qpdf_oh_is_dictionary (self->after->qpdf, place) || qpdf_oh_has_key (self->after->qpdf, place, "/T"))
    return FALSE;
  g_hash_table_add (self->added, GINT_TO_POINTER (qpdf_oh_get_object_id (self->after->qpdf, place)));
  return TRUE;
}

static gboolean
is_blank_place (TrinhPdfComparison *self,
                qpdf_oh place)
{
  return !qpdf_oh_has_key (self->after->qpdf, place, "/V") && !has_action (self, place) &&
         trinh_pdf_measure_rectangle (self->after, trinh_pdf_source_get (self->after, place, "/Rect")) <= LARGEST_BLANK;
}

static gboolean
add_blank_places (TrinhPdfComparison *self,
                  qpdf_oh places)
{
  for (int i = 0; i < qpdf_oh_get_array_n_items (self->after->qpdf, places); i++)
    {
      qpdf_oh place = qpdf_oh_get_array_item (self->after->qpdf, places, i);

      if (qpdf_oh_has_key (self->after->qpdf, place, "/FT") || qpdf_oh_has_key (self->after->qpdf, place, "/Kids") || !is_blank_place (self, place) || !add_place (self, place))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_blank (TrinhPdfComparison *self,
           qpdf_oh field)
{
  g_autofree char *type = trinh_pdf_source_dup_name (self->after, trinh_pdf_source_get (self->after, field, "/FT"));
  qpdf_oh places = trinh_pdf_source_get (self->after, field, "/Kids");

  if (!g_str_equal (type, "Tx") || !qpdf_oh_is_indirect (self->after->qpdf, field))
    return FALSE;
  if (qpdf_oh_is_array (self->after->qpdf, places))
    return !qpdf_oh_has_key (self->after->qpdf, field, "/V") && !has_action (self, field) && add_blank_places (self, places);
  if (qpdf_oh_has_key (self->after->qpdf, field, "/Kids") || !is_blank_place (self, field))
    return FALSE;
  g_hash_table_add (self->added, GINT_TO_POINTER (qpdf_oh_get_object_id (self->after->qpdf, field)));
  return TRUE;
}

/* The group of empty fields that our own first signature leaves for number and date */
static gboolean
is_new_group (TrinhPdfComparison *self,
              qpdf_oh group)
{
  g_autofree char *name = trinh_pdf_source_dup_text (self->after, trinh_pdf_source_get (self->after, group, "/T"));
  qpdf_oh fields = trinh_pdf_source_get (self->after, group, "/Kids");

  if (!self->may_leave_blanks || !g_str_equal (name, TRINH_PDF_FIELD_GROUP) || !qpdf_oh_is_array (self->after->qpdf, fields))
    return FALSE;
  for (int i = 0; i < qpdf_oh_get_array_n_items (self->after->qpdf, fields); i++)
    if (!add_blank (self, qpdf_oh_get_array_item (self->after->qpdf, fields, i)))
      return FALSE;
  return TRUE;
}

/* Nobody looks into a time-stamp: it shows nothing. */
static gboolean
may_be_seen (TrinhPdfComparison *self,
             qpdf_oh value)
{
  return !trinh_pdf_is_time_stamp (self->after, value);
}

/* A signature has one place, and all that came later together leave what was signed to be seen. */
static gboolean
measure_place (TrinhPdfComparison *self,
               qpdf_oh place,
               qpdf_oh value)
{
  const double area = trinh_pdf_measure_rectangle (self->after, trinh_pdf_source_get (self->after, place, "/Rect"));

  self->area += area;
  return self->area <= LARGEST_WIDGETS && (may_be_seen (self, value) || area <= 0);
}

gboolean
trinh_pdf_compare_is_new_signature (TrinhPdfComparison *self,
                                    qpdf_oh field)
{
  g_autofree char *type = trinh_pdf_source_dup_name (self->after, trinh_pdf_source_get (self->after, field, "/FT"));
  qpdf_oh value = trinh_pdf_source_get (self->after, field, "/V");
  qpdf_oh places = trinh_pdf_source_get (self->after, field, "/Kids");

  if (is_new_group (self, field))
    return TRUE;
  if (!g_str_equal (type, "Sig") || !qpdf_oh_is_indirect (self->after->qpdf, field) || !qpdf_oh_is_dictionary (self->after->qpdf, value) || has_action (self, field))
    return FALSE;
  if (qpdf_oh_is_array (self->after->qpdf, places))
    return qpdf_oh_get_array_n_items (self->after->qpdf, places) == 1 && add_place (self, qpdf_oh_get_array_item (self->after->qpdf, places, 0)) &&
           measure_place (self, qpdf_oh_get_array_item (self->after->qpdf, places, 0), value);
  g_hash_table_add (self->added, GINT_TO_POINTER (qpdf_oh_get_object_id (self->after->qpdf, field)));
  return measure_place (self, field, value);
}

gboolean
trinh_pdf_compare_is_new_widget (TrinhPdfComparison *self,
                                 qpdf_oh annotation)
{
  g_autofree char *kind = trinh_pdf_source_dup_name (self->after, trinh_pdf_source_get (self->after, annotation, "/Subtype"));

  return g_str_equal (kind, "Widget") && qpdf_oh_is_indirect (self->after->qpdf, annotation) &&
         g_hash_table_remove (self->added, GINT_TO_POINTER (qpdf_oh_get_object_id (self->after->qpdf, annotation))) && !has_action (self, annotation);
}

gboolean
trinh_pdf_compare_is_material (TrinhPdfComparison *self,
                               qpdf_oh object,
                               guint depth)
{
  qpdf_data qpdf = self->after->qpdf;
  g_autoptr (GPtrArray) keys = NULL;

  if (depth > DEEPEST_MATERIAL)
    return FALSE;
  if (qpdf_oh_is_array (qpdf, object))
    {
      for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, object); i++)
        if (!qpdf_oh_is_stream (qpdf, qpdf_oh_get_array_item (qpdf, object, i)))
          return FALSE;
      return TRUE;
    }
  keys = trinh_pdf_source_list_keys (self->after, object, NULL);
  for (guint i = 0; i < keys->len; i++)
    if (!trinh_pdf_compare_is_material (self, trinh_pdf_source_get (self->after, object, keys->pdata[i]), depth + 1))
      return FALSE;
  return qpdf_oh_is_dictionary (qpdf, object) || qpdf_oh_is_stream (qpdf, object) || qpdf_oh_is_name (qpdf, object) || qpdf_oh_is_string (qpdf, object);
}
