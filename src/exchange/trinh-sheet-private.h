/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-workbook-private.h"

G_BEGIN_DECLS

TrinhSheet *_trinh_sheet_new (const char *name);
void _trinh_sheet_free (TrinhSheet *self);

G_END_DECLS
