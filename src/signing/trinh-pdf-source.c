/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf-source.h"
#include "trinh-signing-error.h"

/* ISO 32000-1, annex H, implementation note 18: readers look for the end within so many bytes. */
#define TAIL 1024

static gboolean
fail (const char *why,
      GError **error)
{
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, why);
  return FALSE;
}

static gboolean
fail_as_damaged (GError **error)
{
  return fail (_ ("This is no PDF file, or it is damaged or was cut off on its way. Have it sent again."), error);
}

static gboolean
fail_as_locked (GError **error)
{
  return fail (_ ("The PDF file is protected with a password. Save it without one and try again."), error);
}

/* What libqpdf says stands behind what a person can do. */
static gboolean
fail_to_read (TrinhPdfSource *self,
              GError **error)
{
  const qpdf_error complaint = qpdf_has_error (self->qpdf) ? qpdf_get_error (self->qpdf) : NULL;
  g_autofree char *detail = NULL;

  if (complaint == NULL)
    return fail_as_damaged (error);
  if (qpdf_get_error_code (self->qpdf, complaint) == qpdf_e_password)
    return fail_as_locked (error);
  detail = g_utf8_make_valid (qpdf_get_error_message_detail (self->qpdf, complaint), -1);
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("This is no PDF file, or it is damaged or was cut off on its way. Have it sent again. (%s)"), detail);
  return FALSE;
}

/* The last "startxref", the number after it, and "%%EOF" */
static gboolean
find_startxref (TrinhPdfSource *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);
  const gsize from = length > TAIL ? length - TAIL : 0;
  g_autofree char *tail = g_new0 (char, TAIL + 1);
  const char *word = NULL;
  char *end;

  /* A null byte would cut it short. */
  for (gsize i = 0; i < length - from; i++)
    tail[i] = data[from + i] != '\0' ? data[from + i] : ' ';
  word = g_strrstr (tail, "startxref");
  if (word == NULL || memcmp (data, "%PDF-", strlen ("%PDF-")) != 0)
    return FALSE;
  self->startxref = g_ascii_strtoll (word + strlen ("startxref"), &end, 10);
  while (g_ascii_isspace (*end))
    end++;
  return self->startxref > 0 && (gsize) self->startxref + 4 < length && g_str_has_prefix (end, "%%EOF");
}

static gboolean
read_structure (TrinhPdfSource *self,
                GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);
  qpdf_oh size;

  if (qpdf_read_memory (self->qpdf, "PDF", data, length, NULL) & (QPDF_ERRORS))
    return fail_to_read (self, error);
  if (qpdf_is_encrypted (self->qpdf))
    return fail_as_locked (error);
  size = qpdf_oh_get_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Size");
  self->next_id = qpdf_oh_is_integer (self->qpdf, size) ? qpdf_oh_get_int_value_as_int (self->qpdf, size) : 0;
  if (self->next_id < 1 || self->next_id > TRINH_PDF_MOST_OBJECTS || !qpdf_oh_is_dictionary (self->qpdf, trinh_pdf_source_get_root (self)))
    return fail_as_damaged (error);
  self->has_xref_stream = memcmp (data + self->startxref, "xref", 4) != 0;
  return TRUE;
}

TrinhPdfSource *
trinh_pdf_source_open (GBytes *bytes,
                       GError **error)
{
  g_autoptr (TrinhPdfSource) self = g_new0 (TrinhPdfSource, 1);
  const gsize length = g_bytes_get_size (bytes);

  self->bytes = g_bytes_ref (bytes);
  self->qpdf = qpdf_init ();
  qpdf_silence_errors (self->qpdf);
  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (self->qpdf, QPDF_FALSE);
  if (length > TRINH_PDF_LARGEST)
    {
      fail (_ ("The PDF file is larger than 256 MiB: too large to be read here."), error);
      return NULL;
    }
  if (length < 16 || !find_startxref (self))
    {
      fail_as_damaged (error);
      return NULL;
    }
  return read_structure (self, error) ? g_steal_pointer (&self) : NULL;
}

void
trinh_pdf_source_free (TrinhPdfSource *self)
{
  if (self->qpdf != NULL)
    qpdf_cleanup (&self->qpdf);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

gboolean
trinh_pdf_source_has_warnings (TrinhPdfSource *self)
{
  return qpdf_more_warnings (self->qpdf) || qpdf_has_error (self->qpdf);
}

qpdf_oh
trinh_pdf_source_get_root (TrinhPdfSource *self)
{
  return trinh_pdf_source_get (self, qpdf_get_trailer (self->qpdf), "/Root");
}

qpdf_oh
trinh_pdf_source_get_form (TrinhPdfSource *self)
{
  return trinh_pdf_source_get (self, trinh_pdf_source_get_root (self), "/AcroForm");
}

qpdf_oh
trinh_pdf_source_get (TrinhPdfSource *self,
                      qpdf_oh dictionary,
                      const char *key)
{
  if (qpdf_oh_is_stream (self->qpdf, dictionary))
    dictionary = qpdf_oh_get_dict (self->qpdf, dictionary);
  return qpdf_oh_is_dictionary (self->qpdf, dictionary) ? qpdf_oh_get_key (self->qpdf, dictionary, key) : qpdf_oh_new_null (self->qpdf);
}

char *
trinh_pdf_source_dup_name (TrinhPdfSource *self,
                           qpdf_oh object)
{
  return g_utf8_make_valid (qpdf_oh_is_name (self->qpdf, object) ? qpdf_oh_get_name (self->qpdf, object) + 1 : "", -1);
}

char *
trinh_pdf_source_dup_text (TrinhPdfSource *self,
                           qpdf_oh object)
{
  return g_utf8_make_valid (qpdf_oh_is_string (self->qpdf, object) ? qpdf_oh_get_utf8_value (self->qpdf, object) : "", -1);
}

GBytes *
trinh_pdf_source_dup_string (TrinhPdfSource *self,
                             qpdf_oh object)
{
  const char *data;
  size_t length;

  if (!qpdf_oh_is_string (self->qpdf, object))
    return NULL;
  data = qpdf_oh_get_binary_string_value (self->qpdf, object, &length);
  return g_bytes_new (data, length);
}

char *
trinh_pdf_source_dup_written (TrinhPdfSource *self,
                              qpdf_oh object,
                              gboolean resolved)
{
  return g_strdup (resolved ? qpdf_oh_unparse_resolved (self->qpdf, object) : qpdf_oh_unparse (self->qpdf, object));
}

GPtrArray *
trinh_pdf_source_list_keys (TrinhPdfSource *self,
                            qpdf_oh dictionary,
                            const char *const *but)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (!qpdf_oh_is_dictionary (self->qpdf, dictionary))
    return keys;
  qpdf_oh_begin_dict_key_iter (self->qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    {
      const char *key = qpdf_oh_dict_next_key (self->qpdf);

      if (but == NULL || !g_strv_contains (but, key))
        g_ptr_array_add (keys, g_strdup (key));
    }
  return keys;
}

char *
trinh_pdf_source_dup_members (TrinhPdfSource *self,
                              qpdf_oh dictionary,
                              const char *const *but)
{
  g_autoptr (GPtrArray) keys = NULL;
  GString *text = g_string_new (NULL);

  if (qpdf_oh_is_stream (self->qpdf, dictionary))
    dictionary = qpdf_oh_get_dict (self->qpdf, dictionary);
  keys = trinh_pdf_source_list_keys (self, dictionary, but);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      /* A key is written as a name is: signs that would end it, escaped. */
      g_string_append (text, qpdf_oh_unparse (self->qpdf, qpdf_oh_new_name (self->qpdf, key)));
      g_string_append_c (text, ' ');
      g_string_append (text, qpdf_oh_unparse (self->qpdf, qpdf_oh_get_key (self->qpdf, dictionary, key)));
      g_string_append_c (text, ' ');
    }
  return g_string_free_and_steal (text);
}

char *
trinh_pdf_source_dup_items (TrinhPdfSource *self,
                            qpdf_oh array)
{
  const int length = qpdf_oh_is_array (self->qpdf, array) ? qpdf_oh_get_array_n_items (self->qpdf, array) : 0;
  GString *text = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    g_string_append_printf (text, "%s ", qpdf_oh_unparse (self->qpdf, qpdf_oh_get_array_item (self->qpdf, array, i)));
  return g_string_free_and_steal (text);
}

GBytes *
trinh_pdf_source_dup_stream (TrinhPdfSource *self,
                             qpdf_oh stream,
                             gboolean decoded)
{
  const enum qpdf_stream_decode_level_e level = decoded ? qpdf_dl_generalized : qpdf_dl_none;
  unsigned char *data = NULL;
  QPDF_BOOL filtered = QPDF_FALSE;
  GBytes *bytes = NULL;
  size_t length = 0;

  if (!qpdf_oh_is_stream (self->qpdf, stream))
    return NULL;
  if (!(qpdf_oh_get_stream_data (self->qpdf, stream, level, &filtered, &data, &length) & (QPDF_ERRORS)) && (filtered || !decoded))
    bytes = g_bytes_new (data, length);
  qpdf_oh_free_buffer (&data);
  return bytes;
}

static void
field_free (gpointer data)
{
  TrinhPdfField *field = data;

  g_free (field->name);
  g_free (field->type);
  g_free (field);
}

/* A field's children have names of their own; what has none is its place on a page. */
static gboolean
has_named_children (TrinhPdfSource *self,
                    qpdf_oh children)
{
  const int length = qpdf_oh_is_array (self->qpdf, children) ? qpdf_oh_get_array_n_items (self->qpdf, children) : 0;

  return length > 0 && qpdf_oh_is_string (self->qpdf, trinh_pdf_source_get (self, qpdf_oh_get_array_item (self->qpdf, children, 0), "/T"));
}

typedef struct
{
  TrinhPdfSource *source;
  GPtrArray *found;
  GHashTable *seen; /* numbers of objects, arrays of children too: a tree that bites its tail ends */
  guint n_visited;
} Walk;

static gboolean
is_new (Walk *walk,
        qpdf_oh object)
{
  const int id = qpdf_oh_get_object_id (walk->source->qpdf, object);

  return id == 0 || g_hash_table_add (walk->seen, GINT_TO_POINTER (id));
}

static gboolean
may_go_on (Walk *walk,
           guint depth)
{
  return depth < TRINH_PDF_DEEPEST && walk->n_visited < TRINH_PDF_MOST_FIELDS;
}

static void
gather_fields (Walk *walk,
               qpdf_oh fields,
               const char *above,
               const char *type_above,
               guint depth)
{
  TrinhPdfSource *self = walk->source;
  const int length = qpdf_oh_is_array (self->qpdf, fields) && is_new (walk, fields) ? qpdf_oh_get_array_n_items (self->qpdf, fields) : 0;

  for (int i = 0; i < length && may_go_on (walk, depth); i++)
    {
      qpdf_oh object = qpdf_oh_get_array_item (self->qpdf, fields, i);
      qpdf_oh children = trinh_pdf_source_get (self, object, "/Kids");
      g_autofree char *part = trinh_pdf_source_dup_text (self, trinh_pdf_source_get (self, object, "/T"));
      g_autofree char *own_type = trinh_pdf_source_dup_name (self, trinh_pdf_source_get (self, object, "/FT"));
      g_autofree char *name = above[0] != '\0' ? g_strconcat (above, ".", part, NULL) : g_strdup (part);
      const char *type = own_type[0] != '\0' ? own_type : type_above;

      walk->n_visited++;
      if (!is_new (walk, object))
        continue;
      if (has_named_children (self, children))
        gather_fields (walk, children, name, type, depth + 1);
      else if (qpdf_oh_is_dictionary (self->qpdf, object))
        {
          TrinhPdfField *field = g_new0 (TrinhPdfField, 1);

          *field = (TrinhPdfField) { g_steal_pointer (&name), g_strdup (type), object };
          g_ptr_array_add (walk->found, field);
        }
    }
}

GPtrArray *
trinh_pdf_source_list_fields (TrinhPdfSource *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { self, g_ptr_array_new_with_free_func (field_free), seen, 0 };

  gather_fields (&walk, trinh_pdf_source_get (self, trinh_pdf_source_get_form (self), "/Fields"), "", "", 0);
  return walk.found;
}

const TrinhPdfField *
trinh_pdf_find_field (GPtrArray *fields,
                      const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const TrinhPdfField *field = g_ptr_array_index (fields, i);

      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}
