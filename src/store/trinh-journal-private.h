/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"

G_BEGIN_DECLS

/**
 * TrinhJournalRow:
 * @kind: "value" "section" "rows" "member" "import" "remove" "setting" "file"
 * @old_json: (nullable)
 * @new_json: (nullable)
 */
typedef struct
{
  const char *report_id;
  guint revision;
  const char *author;
  const char *label;
  const char *kind;
  const char *target;
  const char *old_json;
  const char *new_json;
} TrinhJournalRow;

/* Chains a row to the last one; @id gets its number. */
gboolean trinh_journal_append (TrinhConnection *connection,
                               const TrinhJournalRow *row,
                               gint64 *id,
                               GError **error);
/* @row: (inout): 0: the last; 0 where there is none. @hash: (out) (transfer full): "" likewise */
gboolean trinh_journal_find (TrinhConnection *connection,
                             gint64 *row,
                             char **hash,
                             GError **error);
/* Newest first; @target (nullable): all; @limit 0: no limit. (transfer full) */
JsonNode *trinh_journal_list (TrinhConnection *connection,
                              const char *report_id,
                              const char *target,
                              guint limit,
                              GError **error);
/* Adds a translated line to @problems for every break of the chain. */
gboolean trinh_journal_verify (TrinhConnection *connection,
                               GPtrArray *problems,
                               GError **error);

G_END_DECLS
