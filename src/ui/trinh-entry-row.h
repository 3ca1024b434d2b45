/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhEntryRow:
 *
 * One stored report on the start page: the period, how long it has, and below office, state,
 * deadline and last change. Few widgets, for long lists.
 */
#define TRINH_TYPE_ENTRY_ROW (trinh_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhEntryRow, trinh_entry_row, TRINH, ENTRY_ROW, AdwBin)

GtkWidget *trinh_entry_row_new (void);
/* @entry: (nullable) */
void trinh_entry_row_set_entry (TrinhEntryRow *self,
                                TrinhStoreEntry *entry,
                                guint32 today);
/* What a screen reader says of the whole row. (transfer full) */
char *trinh_entry_row_dup_name (TrinhStoreEntry *entry,
                                guint32 today);

G_END_DECLS
