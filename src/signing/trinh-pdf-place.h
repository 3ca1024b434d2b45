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
/* Square points; without an end where it is no rectangle */
double trinh_pdf_measure_rectangle (TrinhPdfSource *source,
                                    qpdf_oh array);
/* @field: (nullable): whether it is a field of text that says nothing yet */
gboolean trinh_pdf_field_is_blank (TrinhPdfSource *source,
                                   const TrinhPdfField *field);
/* Where a field is drawn: itself, or its children. (transfer full) (element-type qpdf_oh) */
GArray *trinh_pdf_list_widgets (TrinhPdfSource *source,
                                qpdf_oh field);
/* A text string as a file has it: UTF-16 in hexadecimal digits. (transfer full) */
char *trinh_pdf_dup_text_string (const char *text);

G_END_DECLS
