/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-source.h"
#include "trinh-verification.h"

G_BEGIN_DECLS

/* What differs between a file as it was signed and the whole file that it begins: as a reader would come upon it, from
 * the catalog on. New signatures and data for long-term validation are no difference; what is drawn for a signature must be
 * small, and the signature itself is for the caller to check. */
TrinhPdfChange trinh_pdf_compare (TrinhPdfSource *signed_file,
                                  TrinhPdfSource *whole);
/* The same of a file that nobody had signed: the empty fields for number and date that our first signature leaves are no
 * difference either. */
TrinhPdfChange trinh_pdf_compare_final (TrinhPdfSource *final,
                                        TrinhPdfSource *whole);

G_END_DECLS
