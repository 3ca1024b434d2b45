/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* O_TMPFILE */
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "trinh-pdf-order.h"
#include "trinh-session-draw.h"
#include "trinh-session-private.h"

typedef struct
{
  /* Owned References */
  GFile *place; /* that is named when it cannot be written */
  FILE *file;
  GCancellable *stop; /* what is left once something could not be written */

  int reason; /* errno of what could not be written, 0 none */
} Drawing;

static void
drawing_clear (Drawing *self)
{
  g_clear_object (&self->place);
  g_clear_pointer (&self->file, fclose);
  g_clear_object (&self->stop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

static gboolean
write_bytes (Drawing *self,
             gconstpointer data,
             gsize size)
{
  if (self->reason == 0 && fwrite (data, 1, size, self->file) != size)
    self->reason = errno;

  return self->reason == 0;
}

/* cairo loses what it holds where its stream fails: it hears of nothing, and the drawing ends before the next page. */
static cairo_status_t
write_drawn (void *closure,
             const unsigned char *data,
             unsigned int length)
{
  Drawing *self = closure;

  if (!write_bytes (self, data, length))
    g_cancellable_cancel (self->stop);

  return CAIRO_STATUS_SUCCESS;
}

static int
open_beside (GFile *target)
{
  g_autofree char *path = target != NULL ? g_file_get_path (target) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  return folder != NULL ? open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600) : -1;
}

/* Not every disk can have a file without a name, and not every target is on one. */
static int
open_common (GError **error)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("trinhky-XXXXXX", &path, error);

  if (descriptor >= 0)
    g_unlink (path);

  return descriptor;
}

static gboolean
drawing_open (Drawing *self,
              GFile *target,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  int descriptor = open_beside (target);

  self->stop = g_cancellable_new ();
  self->place = descriptor >= 0 ? g_object_ref (target) : g_file_new_for_path (g_get_tmp_dir ());
  if (descriptor < 0)
    descriptor = open_common (&local_error);
  if (descriptor < 0)
    {
      _trinh_session_set_write_error (self->place, local_error, error);
      return FALSE;
    }
  self->file = fdopen (descriptor, "w+");
  g_assert (self->file != NULL);

  return TRUE;
}

static gboolean
fail (Drawing *self,
      GError **error)
{
  g_autoptr (GError) reason = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (self->reason), g_strerror (self->reason));

  _trinh_session_set_write_error (self->place, reason, error);

  return FALSE;
}

/* Behind the pages: what is to be done to them, and where it begins */
static gboolean
write_order (Drawing *self,
             GBytes *order,
             GError **error)
{
  const long end = ftell (self->file);
  const guint64 begin = end > 0 ? (guint64) end : 0;

  if (write_bytes (self, g_bytes_get_data (order, NULL), g_bytes_get_size (order)) && write_bytes (self, &begin, sizeof begin) && fflush (self->file) != 0)
    self->reason = errno;

  return self->reason == 0 || fail (self, error);
}

static gboolean
draw (Drawing *self,
      TrinhPages *pages,
      GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) order = NULL;
  TrinhPdfMetadata metadata;

  order = trinh_pdf_order_make (pages);
  trinh_pdf_metadata_init (&metadata, trinh_pages_get_document (pages));
  if (!trinh_pdf_draw (pages, TRUE, &metadata, write_drawn, self, NULL, NULL, self->stop, &local_error))
    {
      if (self->reason != 0)
        return fail (self, error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return write_order (self, order, error);
}

int
trinh_session_draw_last (TrinhEvaluation *evaluation,
                         TrinhExportFormat format,
                         GFile *target,
                         GError **error)
{
  g_auto (Drawing) drawing = { 0 };
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (TrinhPages) pages = NULL;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), -1);
  g_return_val_if_fail (format == TRINH_EXPORT_PDF || format == TRINH_EXPORT_FINAL_PDF, -1);
  g_return_val_if_fail (target == NULL || G_IS_FILE (target), -1);

  document = _trinh_session_make_document (evaluation, format);
  g_object_unref (evaluation);
  pages = trinh_pages_new (document, NULL, NULL, NULL, error);
  if (pages == NULL || !drawing_open (&drawing, target, error) || !draw (&drawing, pages, error))
    return -1;

  /* Unlike the stream's own it stays open in another program. */
  return dup (fileno (drawing.file));
}
