/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pages.h"

G_BEGIN_DECLS

/**
 * trinh_pdf_render:
 *
 * Draws the pages with cairo (tagged, fonts embedded, bookmarks), completes the
 * file with qpdf (language, XMP, attachment `report.trinhky` with AFRelationship
 * Data, fixed dates and ID) and checks it. The same pages give the same bytes.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *trinh_pdf_render (TrinhPages *pages,
                          TrinhProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);
/* (transfer full): the bytes of the attachment named "report.trinhky"; NULL with G_IO_ERROR_NOT_FOUND where there is none */
GBytes *trinh_pdf_read_attachment (GBytes *pdf,
                                   GError **error);

G_END_DECLS
