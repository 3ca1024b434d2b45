/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* What a bound place of a text ("{{bm1:2}}", "{{doc:d1}}", "{{table:bm3}}") stands for, in words. (transfer full) (nullable) */
char *trinh_bound_dup_name (TrinhWork *work,
                            const char *source);
/* The whole text as it would be printed now, citations in full. (transfer full) */
char *trinh_bound_dup_text (TrinhWork *work,
                            const char *source);

G_END_DECLS
