/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <poppler.h>

#include "trinh-verification.h"

G_BEGIN_DECLS

/* TRINH_SIGNING_ERROR_FILE in our words, where poppler has English ones alone. (transfer full) */
PopplerDocument *trinh_pdf_open_with_poppler (GBytes *pdf,
                                              GError **error);
/* trinh-verification-poppler.c: those of @signatures, among the ones that are valid so far, that poppler finds valid, too.
 * (transfer full) (nullable) (element-type TrinhSignature): %NULL with an error */
GHashTable *trinh_pdf_list_agreed (GBytes *pdf,
                                   GPtrArray *signatures,
                                   GError **error);

G_END_DECLS
