/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

#define TRINH_DOCUMENT_ERROR (trinh_document_error_quark ())

typedef enum
{
  TRINH_DOCUMENT_ERROR_FONT,   /* no usable font */
  TRINH_DOCUMENT_ERROR_DRAW,   /* cairo failed */
  TRINH_DOCUMENT_ERROR_FINISH, /* qpdf failed or found the file wrong */
  TRINH_DOCUMENT_ERROR_WRITE,  /* disk full, read-only */
  TRINH_DOCUMENT_ERROR_LAYOUT, /* the layout rules (data/layouts) cannot be used */
} TrinhDocumentError;

GQuark trinh_document_error_quark (void);

G_END_DECLS
