/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-source.h"

G_BEGIN_DECLS

/* Whether the letters that a field's place shows are those of @words, as poppler reads them; spaces do not count. */
gboolean trinh_pdf_appearance_shows (TrinhPdfSource *source,
                                     qpdf_oh widget,
                                     const char *words);

G_END_DECLS
