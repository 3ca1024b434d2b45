/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-edit-private.h"
#include "trinh-report-private.h"

G_BEGIN_DECLS

/* Changes of sections, which stand in the order that is printed: trinh-report-apply-section.c. @position: of the change in
 * @edit */
gboolean _trinh_report_prepare_section (TrinhReport *self,
                                        TrinhEdit *edit,
                                        guint position,
                                        GError **error);
void _trinh_report_commit_section (TrinhReport *self,
                                   const TrinhChange *change);

G_END_DECLS
