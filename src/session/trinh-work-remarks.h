/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-work.h"

G_BEGIN_DECLS

/* What the one who works now says of the report. */

/* Whether remarks may be added: not to what is signed or issued */
gboolean trinh_work_can_remark (TrinhWork *self);
/* A remark on the whole report, of the one who works now and of this moment; place it with trinh_remark_on_cell(),
 * trinh_remark_on_section() or trinh_remark_in_thread(). Nothing is said yet. (transfer full) */
TrinhRemark *trinh_work_make_remark (TrinhWork *self,
                                     const char *text);
/* One edit, that can be undone. TRINH_CORE_ERROR_MISSING where it has no words */
gboolean trinh_work_add_remark (TrinhWork *self,
                                TrinhRemark *remark,
                                GError **error);

G_END_DECLS
