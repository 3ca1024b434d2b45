/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-update.h"
#include "trinh-signing-error.h"

/* A page of another file on its way into this one, with new numbers for what it refers to */
typedef struct
{
  TrinhPdfUpdate *update;
  TrinhPdfSource *page;
  GHashTable *numbers; /* there → here */
  GArray *waiting;     /* qpdf_oh, in the order of their new numbers */
} Graft;

static int
get_number (Graft *self,
            qpdf_oh object)
{
  const gpointer key = GINT_TO_POINTER (qpdf_oh_get_object_id (self->page->qpdf, object));
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, key, NULL, &number))
    return GPOINTER_TO_INT (number);
  number = GINT_TO_POINTER (trinh_pdf_update_reserve (self->update));
  g_hash_table_insert (self->numbers, key, number);
  g_array_append_val (self->waiting, object);
  return GPOINTER_TO_INT (number);
}

static void append_object (Graft *self,
                           GString *text,
                           qpdf_oh object,
                           guint depth);

static void
append_members (Graft *self,
                GString *text,
                qpdf_oh dictionary,
                guint depth)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (self->page->qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (self->page->qpdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->page->qpdf)));
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      if (g_str_equal (key, "/Length"))
        continue;
      g_string_append_printf (text, "%s ", qpdf_oh_unparse (self->page->qpdf, qpdf_oh_new_name (self->page->qpdf, key)));
      append_object (self, text, qpdf_oh_get_key (self->page->qpdf, dictionary, key), depth + 1);
    }
}

/* An object or a reference to it, with a space after it */
static void
append_object (Graft *self,
               GString *text,
               qpdf_oh object,
               guint depth)
{
  qpdf_data qpdf = self->page->qpdf;

  if (depth > TRINH_PDF_DEEPEST)
    g_string_append (text, "null ");
  else if (depth > 0 && qpdf_oh_is_indirect (qpdf, object))
    g_string_append_printf (text, "%d 0 R ", get_number (self, object));
  else if (qpdf_oh_is_array (qpdf, object))
    {
      g_string_append (text, "[ ");
      for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, object); i++)
        append_object (self, text, qpdf_oh_get_array_item (qpdf, object, i), depth + 1);
      g_string_append (text, "] ");
    }
  else if (qpdf_oh_is_dictionary (qpdf, object))
    {
      g_string_append (text, "<< ");
      append_members (self, text, object, depth);
      g_string_append (text, ">> ");
    }
  else
    g_string_append_printf (text, "%s ", qpdf_oh_unparse_resolved (qpdf, object));
}

static void
write_object (Graft *self,
              int id,
              qpdf_oh object)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) data = trinh_pdf_source_dup_stream (self->page, object, FALSE);

  if (data != NULL)
    {
      append_members (self, text, qpdf_oh_get_dict (self->page->qpdf, object), 0);
      trinh_pdf_update_add_stream (self->update, id, text->str, data);
      return;
    }
  append_object (self, text, object, 0);
  trinh_pdf_update_add (self->update, id, 0, text->str);
}

static void
write_waiting (Graft *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      qpdf_oh object = g_array_index (self->waiting, qpdf_oh, i);

      write_object (self, get_number (self, object), object);
    }
}

static gboolean
write_form (Graft *self,
            int id,
            qpdf_oh page)
{
  static const char *const taken[] = { "/Resources", "/Group", NULL };
  qpdf_oh contents = trinh_pdf_source_get (self->page, page, "/Contents");
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GString) text = g_string_new ("/Type /XObject /Subtype /Form ");

  if (qpdf_oh_is_array (self->page->qpdf, contents) && qpdf_oh_get_array_n_items (self->page->qpdf, contents) == 1)
    contents = qpdf_oh_get_array_item (self->page->qpdf, contents, 0);
  data = trinh_pdf_source_dup_stream (self->page, contents, FALSE);
  if (data == NULL)
    return FALSE;
  g_string_append (text, "/BBox ");
  append_object (self, text, trinh_pdf_source_get (self->page, page, "/MediaBox"), 0);
  for (guint i = 0; taken[i] != NULL; i++)
    {
      if (!qpdf_oh_has_key (self->page->qpdf, page, taken[i]))
        continue;
      g_string_append_printf (text, "%s ", taken[i]);
      append_object (self, text, trinh_pdf_source_get (self->page, page, taken[i]), 0);
    }
  if (qpdf_oh_has_key (self->page->qpdf, qpdf_oh_get_dict (self->page->qpdf, contents), "/Filter"))
    {
      g_string_append (text, "/Filter ");
      append_object (self, text, trinh_pdf_source_get (self->page, contents, "/Filter"), 0);
    }
  trinh_pdf_update_add_stream (self->update, id, text->str, data);
  return TRUE;
}

int
trinh_pdf_update_graft (TrinhPdfUpdate *self,
                        GBytes *pdf,
                        GError **error)
{
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, error);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  Graft graft = { self, source, numbers, waiting };
  int id;

  if (source == NULL)
    return 0;
  id = trinh_pdf_update_reserve (self);
  if (qpdf_get_num_pages (source->qpdf) < 1 || !write_form (&graft, id, qpdf_get_page_n (source->qpdf, 0)))
    {
      g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PICTURE, _ ("The picture could not be put on the page."));
      return 0;
    }
  write_waiting (&graft);
  return id;
}
