/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-problem.h"
#include "trinh-session.h"

G_BEGIN_DECLS

/**
 * trinh_session_watch_store:
 *
 * trinh_session_check_store() in a thread with a view of its own, so that nothing waits for it. What it finds is kept, and
 * the session says "problems-changed" at its end; what stopped it is a problem too. One goes on at a time. A database that
 * cannot be opened here is not checked.
 */
void trinh_session_watch_store (TrinhSession *self);
/* Nothing is said any more of the check under way; it ends at the next report. */
void trinh_session_cancel_watch (TrinhSession *self);
/* What the last check found. (transfer none) (nullable) (element-type TrinhProblem): %NULL: nothing, or not checked yet */
GPtrArray *trinh_session_get_problems (TrinhSession *self);

G_END_DECLS
