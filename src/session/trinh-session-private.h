/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session.h"

G_BEGIN_DECLS

/* “FILE” could not be written: why, in words that say what to do. TRINH_SESSION_ERROR_WRITE */
void _trinh_session_set_write_error (GFile *target,
                                     const GError *reason,
                                     GError **error);
/* One page: @target; several: NAME-1.png, NAME-2.png, … All of them or none. */
gboolean _trinh_session_write_pictures (TrinhPages *pages,
                                        GFile *target,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
