/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-sign.h"
#include "trinh-pdf-source.h"

G_BEGIN_DECLS

/* "[ x y x y ]" from the page's lower edge, as a file has it. (transfer full) */
char *trinh_pdf_place_dup_rectangle (TrinhPdfSource *source,
                                     const TrinhPdfPlace *place);
/* Of a widget that is on a page */
gboolean trinh_pdf_place_read (TrinhPdfSource *source,
                               qpdf_oh widget,
                               TrinhPdfPlace *place);
/* @field: (nullable): whether it is a field of text that says nothing yet */
gboolean trinh_pdf_field_is_blank (TrinhPdfSource *source,
                                   const TrinhPdfField *field);
/* A text string as a file has it: UTF-16 in hexadecimal digits. (transfer full) */
char *trinh_pdf_dup_text_string (const char *text);

G_END_DECLS
