/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTaskDialog:
 *
 * What a task says: title, who leads, by when, since when it is done, and the
 * rows it counts into. Adds it or changes it, as one edit.
 */
#define TRINH_TYPE_TASK_DIALOG (trinh_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTaskDialog, trinh_task_dialog, TRINH, TASK_DIALOG, AdwDialog)

/* @task: (nullable): %NULL for a new one */
TrinhTaskDialog *trinh_task_dialog_new (TrinhWork *work,
                                        TrinhTask *task);

G_END_DECLS
