/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "trinh-pdf.h"
#include "trinh-session-draw.h"

/* As trinh_session_draw_last() left it: the pages, the order, and where the order begins */
static gboolean
split (GBytes *file,
       GBytes **drawn,
       GBytes **order)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  guint64 begin;

  if (size < sizeof begin)
    return FALSE;
  size -= sizeof begin;
  memcpy (&begin, data + size, sizeof begin);
  if (begin > size)
    return FALSE;
  *drawn = g_bytes_new_from_bytes (file, 0, begin);
  *order = g_bytes_new_from_bytes (file, begin, size - begin);

  return TRUE;
}

GBytes *
trinh_session_complete (int descriptor,
                        GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (descriptor, FALSE, error);
  g_autoptr (GBytes) file = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) order = NULL;

  if (file == NULL)
    return NULL;
  close (descriptor);
  if (split (file, &drawn, &order))
    return trinh_pdf_complete (drawn, order, error);
  g_set_error_literal (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_FINISH, _ ("The pages that were drawn could not be read again."));

  return NULL;
}
