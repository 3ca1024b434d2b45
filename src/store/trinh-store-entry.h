/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

/**
 * TrinhStoreEntry:
 *
 * What the start page shows of a stored report without loading it. Immutable.
 */
#define TRINH_TYPE_STORE_ENTRY (trinh_store_entry_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStoreEntry, trinh_store_entry, TRINH, STORE_ENTRY, GObject)

const char *trinh_store_entry_get_id (TrinhStoreEntry *self);
const char *trinh_store_entry_get_regime (TrinhStoreEntry *self); /* id */
TrinhPeriod trinh_store_entry_get_period (TrinhStoreEntry *self);
const char *trinh_store_entry_get_office (TrinhStoreEntry *self); /* name */
const char *trinh_store_entry_get_office_code (TrinhStoreEntry *self);
const char *trinh_store_entry_get_subject (TrinhStoreEntry *self);
TrinhReportState trinh_store_entry_get_state (TrinhStoreEntry *self);
guint trinh_store_entry_get_revision (TrinhStoreEntry *self);
guint32 trinh_store_entry_get_deadline (TrinhStoreEntry *self); /* Julian */
/* Julian; 0: the regime's. The last day of the data */
guint32 trinh_store_entry_get_data_from (TrinhStoreEntry *self);
guint32 trinh_store_entry_get_data_to (TrinhStoreEntry *self);
gint64 trinh_store_entry_get_modified (TrinhStoreEntry *self); /* seconds since 1970, UTC */

G_END_DECLS
