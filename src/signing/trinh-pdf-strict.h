/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-source.h"

G_BEGIN_DECLS

/* Whether @whole, which begins with the bytes of @before, goes on with updates that every reader takes alike: their
 * cross-references are whole, each says exactly where the objects in its own bytes begin, and no byte holds one that it does
 * not name. A reader that finds a fault looks for objects by itself, and takes others than libqpdf does. */
gboolean trinh_pdf_is_strict (TrinhPdfSource *before,
                              TrinhPdfSource *whole);
/* How many bytes come after @end, white space at the very end left out */
gsize trinh_pdf_count_after (TrinhPdfSource *source,
                             gsize end);

G_END_DECLS
