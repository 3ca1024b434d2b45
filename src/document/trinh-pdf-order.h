/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-draw.h"

G_BEGIN_DECLS

/**
 * TrinhPdfOrder:
 * @metadata: borrowed from @order
 * @attachment: (nullable): the report's file
 * @alternatives: (element-type utf8): of the figures, in reading order
 * @spans: as trinh_pdf_list_spans()
 *
 * What is to be done to a file that cairo drew, as it is handed to another process.
 */
typedef struct
{
  TrinhPdfMetadata metadata;

  /* Owned References */
  GBytes *attachment;
  GPtrArray *alternatives;
  GArray *spans;
  GVariant *order;
} TrinhPdfOrder;

/* Before the pages are drawn once. (transfer full) */
GBytes *trinh_pdf_order_make (TrinhPages *pages);
/* Anything else than what the function above made is TRINH_DOCUMENT_ERROR_FINISH */
gboolean trinh_pdf_order_read (TrinhPdfOrder *self,
                               GBytes *bytes,
                               GError **error);
void trinh_pdf_order_clear (TrinhPdfOrder *self);

G_END_DECLS
