/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-workbook.h"

G_BEGIN_DECLS

/**
 * trinh_form_maker_make:
 * @workbook: its first table with rows is taken
 * @id: of the form: lower-case letters, digits and "-"
 *
 * A form file as data/README.md describes it, made of the table that a circular brings: rows with code,
 * key, label, unit and kind (guessed from the unit, a choice from its legend), headings, the heads as printed.
 *
 * Returns: (transfer full): the file, one row a line; or %NULL with TRINH_EXCHANGE_ERROR
 */
GBytes *trinh_form_maker_make (TrinhWorkbook *workbook,
                               const char *id,
                               GError **error);

G_END_DECLS
