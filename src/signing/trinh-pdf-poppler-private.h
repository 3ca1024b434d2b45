/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* TRINH_SIGNING_ERROR_FILE in our words, where poppler has English ones alone. (transfer full) */
PopplerDocument *trinh_pdf_open_with_poppler (GBytes *pdf,
                                              GError **error);

G_END_DECLS
