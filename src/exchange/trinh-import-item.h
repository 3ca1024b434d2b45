/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

/**
 * TrinhImportStatus:
 * @TRINH_IMPORT_AMBIGUOUS: it can be read in several ways; nothing is taken before the person chooses
 * @TRINH_IMPORT_REFUSED: it cannot be read; the message says why
 * @TRINH_IMPORT_NOT_FOUND: a value whose row is in no form
 * @TRINH_IMPORT_CHANGED: another value than the report has
 * @TRINH_IMPORT_EMPTIED: the report has a value, and a table that this program wrote has none any more; taken only where
 *   the person says so
 * @TRINH_IMPORT_NEW: the report has none
 * @TRINH_IMPORT_SAME: what the report has
 *
 * In the order in which a person looks at them.
 */
typedef enum
{
  TRINH_IMPORT_AMBIGUOUS,
  TRINH_IMPORT_REFUSED,
  TRINH_IMPORT_NOT_FOUND,
  TRINH_IMPORT_CHANGED,
  TRINH_IMPORT_EMPTIED,
  TRINH_IMPORT_NEW,
  TRINH_IMPORT_SAME,
} TrinhImportStatus;

#define TRINH_TYPE_IMPORT_STATUS (trinh_import_status_get_type ())
GType trinh_import_status_get_type (void);

/**
 * TrinhImportItem:
 *
 * One cell of a table and what it would do to the report.
 *
 * Properties: take (gboolean, read-write), status (TrinhImportStatus),
 * answer (int, read-write: -1 none yet).
 */
#define TRINH_TYPE_IMPORT_ITEM (trinh_import_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhImportItem, trinh_import_item, TRINH, IMPORT_ITEM, GObject)

TrinhImportStatus trinh_import_item_get_status (TrinhImportItem *self);
/* (nullable): %NULL where the row was not found */
const char *trinh_import_item_get_address (TrinhImportItem *self);
/* Where it stands in the table: "Biểu mẫu 1, D7" */
const char *trinh_import_item_get_place (TrinhImportItem *self);
/* "2.1 Số nhiệm vụ đã hoàn thành"; where the row was not found, as the table has it */
const char *trinh_import_item_get_title (TrinhImportItem *self);
/* As a person reads it; "" for a blank. The new one is as the table has it until it is understood. */
const char *trinh_import_item_get_old (TrinhImportItem *self);
const char *trinh_import_item_get_new (TrinhImportItem *self);
/* "" where there is nothing to say */
const char *trinh_import_item_get_message (TrinhImportItem *self);
/* Whether it is the row's note and not a value */
gboolean trinh_import_item_get_is_note (TrinhImportItem *self);

guint trinh_import_item_get_n_answers (TrinhImportItem *self);
const char *trinh_import_item_get_answer_text (TrinhImportItem *self,
                                               guint position);
int trinh_import_item_get_answer (TrinhImportItem *self);
/* Chooses how an ambiguous one is read, and takes it. */
void trinh_import_item_set_answer (TrinhImportItem *self,
                                   int answer);
/* Whether there is something to take: NEW, CHANGED, EMPTIED, or AMBIGUOUS with an answer */
gboolean trinh_import_item_get_can_take (TrinhImportItem *self);
gboolean trinh_import_item_get_take (TrinhImportItem *self);
void trinh_import_item_set_take (TrinhImportItem *self,
                                 gboolean take);

G_END_DECLS
