/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

#include "trinh-document.h"
#include "trinh-pages.h"

G_BEGIN_DECLS

/**
 * trinh_docx_render:
 * @progress: (nullable); called on the calling thread
 *
 * The document as a WordprocessingML package: the same tree that the pages are
 * made of, with named styles, sections and tables instead of boxes. The same
 * document gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the .docx file; %NULL with
 *   TRINH_DOCUMENT_ERROR_FONT, TRINH_EXCHANGE_ERROR_MAKE or G_IO_ERROR_CANCELLED
 */
GBytes *trinh_docx_render (TrinhDocument *document,
                           TrinhProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
