/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

static TrinhStoreRemark *
ensure_remark (GHashTable *remarks,
               const char *id)
{
  TrinhStoreRemark *remark = g_hash_table_lookup (remarks, id);

  if (remark == NULL)
    {
      remark = g_new0 (TrinhStoreRemark, 1);
      g_hash_table_insert (remarks, g_strdup (id), remark);
    }
  return remark;
}

static void
remark_free (gpointer data)
{
  TrinhStoreRemark *remark = data;

  g_free (remark->replaces);
  g_free (remark);
}

/* The text of the member is looked at first: it spares reading every value as JSON. */
GHashTable *
trinh_repository_list_remarks (TrinhConnection *connection,
                               GError **error)
{
  g_autoptr (GHashTable) remarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, remark_free);
  g_autoptr (TrinhStatement) estimates = NULL;
  g_autoptr (TrinhStatement) corrections = NULL;

  estimates = trinh_statement_new (connection, "SELECT report_id, count(*) FROM content WHERE kind = 'value' AND instr(json, '\"estimate\"') > 0 AND json_extract(json, '$.estimate') = 1 AND json_extract(json, '$.value') IS NOT NULL GROUP BY report_id", error);
  if (estimates == NULL)
    return NULL;
  while (trinh_statement_next (estimates, error))
    ensure_remark (remarks, trinh_statement_get_text (estimates, 0))->n_estimates = (guint) trinh_statement_get_int (estimates, 1);
  if (estimates->code != SQLITE_DONE)
    return NULL;

  corrections = trinh_statement_new (connection, "SELECT report_id, json_extract(json, '$.id') FROM content WHERE kind = 'member' AND target = 'replaces' AND json_type(json) = 'object'", error);
  if (corrections == NULL)
    return NULL;
  while (trinh_statement_next (corrections, error))
    g_set_str (&ensure_remark (remarks, trinh_statement_get_text (corrections, 0))->replaces, trinh_statement_get_text (corrections, 1));
  return corrections->code == SQLITE_DONE ? g_steal_pointer (&remarks) : NULL;
}
