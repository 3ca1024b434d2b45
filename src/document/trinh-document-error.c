/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-types.h"

/* clang-format off */
G_DEFINE_QUARK (trinh-document-error-quark, trinh_document_error)
/* clang-format on */
