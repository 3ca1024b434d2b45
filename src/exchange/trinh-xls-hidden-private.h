/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-xls-records-private.h"

G_BEGIN_DECLS

typedef struct _TrinhXlsHidden TrinhXlsHidden;

/* What an .xls file hides; nothing where it cannot be told */
TrinhXlsHidden *_trinh_xls_hidden_new (TrinhXlsRecords *records);
void _trinh_xls_hidden_free (TrinhXlsHidden *self);
gboolean _trinh_xls_hidden_has_sheet (TrinhXlsHidden *self,
                                      guint position);
/* In a row or column that nobody sees */
gboolean _trinh_xls_hidden_has_cell (TrinhXlsHidden *self,
                                     guint position,
                                     guint row,
                                     guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhXlsHidden, _trinh_xls_hidden_free)

G_END_DECLS
