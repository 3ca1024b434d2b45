/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-workbook.h"

/* A file of its own: who only asks what an error is links no reader of spreadsheets. */
/* clang-format off: it takes the name for a subtraction */
G_DEFINE_QUARK (trinh - exchange - error - quark, trinh_exchange_error)
/* clang-format on */
