/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-xls-hidden-private.h"

G_BEGIN_DECLS

/* What the formulas of an .xls file came to when it was saved */
typedef struct _TrinhXlsFormulas TrinhXlsFormulas;

/* @records, @hidden: outlive it */
TrinhXlsFormulas *_trinh_xls_formulas_new (TrinhXlsRecords *records,
                                           TrinhXlsHidden *hidden);
void _trinh_xls_formulas_free (TrinhXlsFormulas *self);
/* Sets the results that are seen in the sheet at @position; TRINH_SHEET_FORMULA where the file has none.
 * TRINH_EXCHANGE_ERROR_TOO_LARGE */
gboolean _trinh_xls_formulas_read (TrinhXlsFormulas *self,
                                   guint position,
                                   TrinhSheet *sheet,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhXlsFormulas, _trinh_xls_formulas_free)

G_END_DECLS
