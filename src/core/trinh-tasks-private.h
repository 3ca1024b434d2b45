/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-entries-private.h"
#include "trinh-tasks.h"

G_BEGIN_DECLS

extern const TrinhEntries _trinh_tasks_entries;

G_END_DECLS
