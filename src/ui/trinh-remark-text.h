/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* How a remark reads in the window. */

/* "Biểu mẫu 1 · 2.1. Số nhiệm vụ…", "II.1. Thể chế", "The whole report". (transfer full) */
char *trinh_remark_text_dup_place (TrinhWork *work,
                                   TrinhRemark *remark);
/* The same of a section's id or a value's address, of the value only its code: "Biểu mẫu 1 · 2.1"; %NULL is the whole
 * report. (transfer full) */
char *trinh_remark_text_dup_where (TrinhWork *work,
                                   const char *place);
/* The words that it is about, with the values that stand in them; "" for none. (transfer full) */
char *trinh_remark_text_dup_quote (TrinhWork *work,
                                   TrinhRemark *remark);
/* Who said it, as what, and when. (transfer full) */
char *trinh_remark_text_dup_byline (TrinhRemark *remark);
/* "28/11/2026 14:02" of a time as it stands in the file; the text itself where it is none. (transfer full) */
char *trinh_remark_text_dup_time (const char *at);

G_END_DECLS
