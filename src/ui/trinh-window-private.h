/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-window.h"

G_BEGIN_DECLS

/* What is typed is saved; %FALSE: it could not be, and the person was told. */
gboolean _trinh_window_finish (TrinhWindow *self);

G_END_DECLS
