/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "trinh-pages-layout.h"
#include "trinh-pdf-draw.h"

#define DEEPEST_BOOKMARK 6

static void
begin_element (cairo_t *cr,
               const char *tag,
               const char *attributes,
               gpointer user_data)
{
  cairo_tag_begin (cr, tag, attributes != NULL ? attributes : "");
}

static void
end_element (cairo_t *cr,
             const char *tag,
             gpointer user_data)
{
  cairo_tag_end (cr, tag);
}

/* cairo takes the clock for a creation date that it is not told. */
static void
set_information (cairo_surface_t *surface,
                 const TrinhPdfMetadata *metadata)
{
  g_autofree char *date = trinh_pdf_metadata_dup_iso_date (metadata);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, metadata->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, metadata->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, TRINH_PDF_PROGRAM);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Pages count from 1 here, and whole points keep the attributes free of a decimal comma. */
static void
add_bookmarks (cairo_surface_t *surface,
               TrinhPages *pages)
{
  GPtrArray *bookmarks = trinh_pages_list_bookmarks (pages);
  int parents[DEEPEST_BOOKMARK + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; bookmarks != NULL && i < bookmarks->len; i++)
    {
      const TrinhBookmark *bookmark = g_ptr_array_index (bookmarks, i);
      guint level = CLAMP (bookmark->level, 1, DEEPEST_BOOKMARK);
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1, (int) floor (MAX (bookmark->y, 0)));
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], bookmark->title, place, level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      for (guint j = level; j <= DEEPEST_BOOKMARK; j++)
        parents[j] = id;
    }
}

static gboolean
draw_pages (TrinhPages *pages,
            gboolean once,
            cairo_surface_t *surface,
            TrinhProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  const TrinhTagSink sink = { .begin = begin_element, .end = end_element };
  guint n_pages = trinh_pages_get_n_pages (pages);
  g_autoptr (GError) local_error = NULL;
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages && !g_cancellable_set_error_if_cancelled (cancellable, &local_error); i++)
    {
      double width, height;

      trinh_pages_get_size (pages, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      cairo_save (cr);
      if (once)
        trinh_pages_draw_once (pages, i, cr, &sink);
      else
        trinh_pages_draw_tagged (pages, i, cr, &sink);
      cairo_restore (cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n_pages + 1, user_data);
    }
  cairo_destroy (cr);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
finish_surface (cairo_surface_t *surface,
                GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_DRAW, _ ("The pages could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

gboolean
trinh_pdf_draw (TrinhPages *pages,
                gboolean once,
                const TrinhPdfMetadata *metadata,
                cairo_write_func_t write,
                gpointer closure,
                TrinhProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write, closure, 595, 842);
  gboolean drawn;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  set_information (surface, metadata);
  drawn = draw_pages (pages, once, surface, progress, user_data, cancellable, error);
  if (drawn)
    {
      add_bookmarks (surface, pages);
      drawn = finish_surface (surface, error);
    }
  cairo_surface_destroy (surface);
  return drawn;
}

void
trinh_pdf_metadata_init (TrinhPdfMetadata *self,
                         TrinhDocument *document)
{
  self->title = trinh_document_get_title (document);
  self->author = trinh_document_get_author (document);
  self->identifier = trinh_document_get_id (document);
  self->origin = trinh_document_get_origin (document);
  self->date = trinh_document_get_date (document);
}

GPtrArray *
trinh_pdf_list_alternatives (TrinhDocument *document)
{
  GPtrArray *blocks = trinh_document_get_blocks (document);
  GPtrArray *alternatives = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    {
      const TrinhBlock *block = g_ptr_array_index (blocks, i);

      if (block->figure != NULL)
        g_ptr_array_add (alternatives, block->figure->alternative);
    }
  return alternatives;
}

static gboolean
begins_cell (const TrinhItem *item)
{
  return item->kind == TRINH_ITEM_BEGIN && (g_str_equal (item->name, "TD") || g_str_equal (item->name, "TH"));
}

GArray *
trinh_pdf_list_spans (TrinhPages *pages)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (guint32));
  guint32 n_cells = 0;

  g_array_append_val (spans, n_cells);
  for (guint i = 0; i < trinh_pages_get_n_pages (pages); i++)
    {
      GArray *items = ((TrinhPage *) g_ptr_array_index (pages->pages, i))->items;

      for (guint j = 0; j < items->len; j++)
        {
          const TrinhItem *item = &g_array_index (items, TrinhItem, j);

          if (!begins_cell (item))
            continue;
          if (item->level != 0)
            {
              const guint32 span[] = { n_cells, TRINH_SPANS_ROWS (item->level), TRINH_SPANS_COLUMNS (item->level) };

              g_array_append_vals (spans, span, G_N_ELEMENTS (span));
            }
          n_cells++;
        }
    }
  g_array_index (spans, guint32, 0) = n_cells;
  return spans;
}
