/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-work.h"

G_BEGIN_DECLS

/* (element-type TrinhReport): the office's earlier reports that @report is compared with, oldest first and of one
 * period the last changed one last, as the evaluation wants them. (transfer container) */
GPtrArray *_trinh_work_load_history (TrinhReport *report,
                                     TrinhStore *store,
                                     TrinhRegimeLibrary *library);

G_END_DECLS
