/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void trinh_worker_run (GTask *task,
                       GTaskThreadFunc function);
gboolean trinh_worker_finish (guint limit);

G_END_DECLS
