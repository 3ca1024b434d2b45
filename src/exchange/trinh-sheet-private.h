/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-workbook-private.h"

G_BEGIN_DECLS

/* @workbook: the one that owns it */
TrinhSheet *_trinh_sheet_new (TrinhWorkbook *workbook,
                              const char *name);
void _trinh_sheet_free (TrinhSheet *self);
/* One more cell of so many bytes, within what all sheets together may hold. TRINH_EXCHANGE_ERROR_TOO_LARGE */
gboolean _trinh_workbook_spend (TrinhWorkbook *self,
                                gsize size,
                                GError **error);

G_END_DECLS
