/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-remark.h"

G_BEGIN_DECLS

/**
 * TrinhRemarkThread:
 *
 * A remark and what was answered to it. Immutable.
 */
#define TRINH_TYPE_REMARK_THREAD (trinh_remark_thread_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRemarkThread, trinh_remark_thread, TRINH, REMARK_THREAD, GObject)

/* @remarks: (element-type TrinhRemark): the first one first, at least that; shared */
TrinhRemarkThread *trinh_remark_thread_new (GPtrArray *remarks);
const char *trinh_remark_thread_get_id (TrinhRemarkThread *self);
/* What the thread is about stands in its first remark. (transfer none) */
TrinhRemark *trinh_remark_thread_get_first (TrinhRemarkThread *self);
TrinhRemark *trinh_remark_thread_get_last (TrinhRemarkThread *self);
/* (element-type TrinhRemark): in the order in which they were made. (transfer none) */
GPtrArray *trinh_remark_thread_get_remarks (TrinhRemarkThread *self);
gboolean trinh_remark_thread_get_settled (TrinhRemarkThread *self);
/* Whether the last word is not that of whoever began the thread */
gboolean trinh_remark_thread_get_answered (TrinhRemarkThread *self);

G_END_DECLS
