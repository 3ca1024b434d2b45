/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-decimal.h"

G_BEGIN_DECLS

/* Whatever is computed can be written to the report file: 14 digits and 4 decimals. */
#define TRINH_DECIMAL_MAX_UNITS G_GINT64_CONSTANT (999999999999999999)

G_END_DECLS
