/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhSignatoryRow:
 *
 * One signatory in the preferences: in what capacity, with what title and name
 * the person signs.
 *
 * Signals: "changed"; "remove"; "move" (int: −1 up, 1 down).
 */
#define TRINH_TYPE_SIGNATORY_ROW (trinh_signatory_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSignatoryRow, trinh_signatory_row, TRINH, SIGNATORY_ROW, AdwExpanderRow)

/* @signatory: (nullable): as in the report file; %NULL: the chairman for the People's Committee */
GtkWidget *trinh_signatory_row_new (JsonObject *signatory);
/* (transfer full) */
JsonObject *trinh_signatory_row_to_json (TrinhSignatoryRow *self);
/* The first one cannot move up. */
void trinh_signatory_row_set_first (TrinhSignatoryRow *self,
                                    gboolean first);

G_END_DECLS
