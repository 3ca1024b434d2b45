/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-archive.h"
#include "trinh-docx-private.h"

#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static void
file_clear (gpointer data)
{
  g_clear_pointer (&((TrinhDocxFile *) data)->own_name, g_free);
  g_clear_pointer (&((TrinhDocxFile *) data)->bytes, g_bytes_unref);
}

static void
write_body (TrinhDocx *self,
            GPtrArray *blocks,
            guint position)
{
  /* The first block says how the first page lies; nothing is turned before it. */
  if (position == 0)
    self->landscape = ((const TrinhBlock *) g_ptr_array_index (blocks, 0))->landscape;
  _trinh_docx_add_block (self, blocks, position);
}

static gboolean
write_blocks (TrinhDocx *self,
              GPtrArray *blocks,
              TrinhProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i, blocks->len, user_data);
      write_body (self, blocks, i);
    }
  if (progress != NULL)
    progress (blocks->len, blocks->len, user_data);

  return TRUE;
}

static void
begin_document (TrinhDocxPart *part)
{
  _trinh_docx_begin (part, "w:document", "xmlns:w", TRINH_DOCX_NAMESPACE, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main", "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture", NULL);
  _trinh_docx_begin (part, "w:body", NULL);
}

static GBytes *
end_document (TrinhDocx *self)
{
  /* Word wants a paragraph behind the last table. */
  if (self->after_table)
    _trinh_docx_add_gap (self, FALSE);
  _trinh_docx_write_section (self);
  _trinh_docx_end (self->part);
  _trinh_docx_end (self->part);

  return _trinh_docx_part_end (self->part);
}

static void
add_file (GArray *files,
          const char *name,
          const char *type,
          GBytes *bytes)
{
  const TrinhDocxFile file = { .name = name, .type = type, .bytes = bytes };

  g_array_append_val (files, file);
}

static void
add_pictures (GArray *files,
              GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      char *name = g_strdup_printf ("word/" TRINH_DOCX_PICTURE_TARGET, i + 1);
      const TrinhDocxFile file = { .name = name, .own_name = name, .bytes = g_bytes_ref (pictures->pdata[i]) };

      g_array_append_val (files, file);
    }
}

static GArray *
list_files (TrinhDocument *document,
            GBytes *body,
            GPtrArray *pictures)
{
  GArray *files = g_array_new (FALSE, TRUE, sizeof (TrinhDocxFile));

  g_array_set_clear_func (files, file_clear);
  add_file (files, "_rels/.rels", NULL, _trinh_docx_make_package_relations ());
  add_file (files, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", _trinh_docx_make_core (document));
  add_file (files, "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", _trinh_docx_make_app ());
  add_file (files, "word/document.xml", WORD "document.main+xml", body);
  add_file (files, "word/_rels/document.xml.rels", NULL, _trinh_docx_make_relations (pictures->len));
  add_file (files, "word/styles.xml", WORD "styles+xml", _trinh_docx_make_styles ());
  add_file (files, "word/numbering.xml", WORD "numbering+xml", _trinh_docx_make_numbering ());
  add_file (files, "word/settings.xml", WORD "settings+xml", _trinh_docx_make_settings ());
  add_file (files, "word/fontTable.xml", WORD "fontTable+xml", _trinh_docx_make_fonts ());
  add_file (files, "word/header1.xml", WORD "header+xml", _trinh_docx_make_page_header (TRUE, trinh_document_get_draft (document)));
  add_file (files, "word/header2.xml", WORD "header+xml", _trinh_docx_make_page_header (FALSE, trinh_document_get_draft (document)));
  add_pictures (files, pictures);

  return files;
}

static gboolean
all_made (GArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (g_array_index (files, TrinhDocxFile, i).bytes == NULL)
      return FALSE;

  return TRUE;
}

/* @body: (transfer full) (nullable) */
static GBytes *
put_together (GArray *files,
              GError **error)
{
  g_autofree TrinhArchiveFile *packed = g_new0 (TrinhArchiveFile, files->len);

  for (guint i = 0; i < files->len; i++)
    packed[i] = (TrinhArchiveFile) { g_array_index (files, TrinhDocxFile, i).name, g_array_index (files, TrinhDocxFile, i).bytes };

  return trinh_archive_pack (packed, files->len, error);
}

static GBytes *
pack (TrinhDocument *document,
      GBytes *body,
      GPtrArray *pictures,
      GError **error)
{
  g_autoptr (GArray) files = list_files (document, body, pictures);
  TrinhDocxFile types = { .name = "[Content_Types].xml", .bytes = _trinh_docx_make_types (files) };

  g_array_prepend_val (files, types);
  if (!all_made (files))
    {
      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_MAKE, _ ("The Word document could not be put together: %s"), _ ("there is not enough memory"));
      return NULL;
    }

  return put_together (files, error);
}

GBytes *
trinh_docx_render (TrinhDocument *document,
                   TrinhProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TrinhMeasure) measure = NULL;
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  TrinhDocx docx = { .document = document, .settings = trinh_layout_settings_get (), .part = part, .restart = TRUE, .pictures = pictures };

  g_return_val_if_fail (TRINH_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  measure = docx.measure = trinh_measure_new (error);
  if (measure == NULL)
    return NULL;

  begin_document (part);
  if (!write_blocks (&docx, trinh_document_get_blocks (document), progress, user_data, cancellable, error))
    return NULL;

  return pack (document, end_document (&docx), pictures, error);
}
