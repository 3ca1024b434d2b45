/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-source.h"

G_BEGIN_DECLS

/* A signature as it lies in the file: what it covers and the gap that it stands in */
typedef struct
{
  gsize gap;   /* where the gap begins: at "<" */
  gsize after; /* where it ends: behind ">" */
  gsize end;   /* where the signed part ends */
  GBytes *der; /* the CMS without what fills the gap */
  GBytes *signed_bytes;
  gboolean cades;
} TrinhPdfSignature;

/* %FALSE with @fault (transfer full), translated, where ranges or gap are not exactly as a signature's have to be */
gboolean trinh_pdf_signature_read (TrinhPdfSource *source,
                                   qpdf_oh value,
                                   TrinhPdfSignature *signature,
                                   char **fault);
/* Whether the value of a field is a document time-stamp (ISO 32000-2, 12.8.5), which is no signature of a person */
gboolean trinh_pdf_is_time_stamp (TrinhPdfSource *source,
                                  qpdf_oh value);
/* Where what a document time-stamp covers ends, its own gap included; 0 where its ranges or its gap are not as they have to be */
gsize trinh_pdf_find_stamped (TrinhPdfSource *source,
                              qpdf_oh value);
void trinh_pdf_signature_clear (TrinhPdfSignature *signature);

G_END_DECLS
