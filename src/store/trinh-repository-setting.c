/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-journal-private.h"
#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

gboolean
trinh_repository_get_setting (TrinhConnection *connection,
                              const char *name,
                              char **value,
                              GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  *value = NULL;
  statement = trinh_statement_new (connection, "SELECT value FROM setting WHERE name = ?", error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "s", name);
  if (trinh_statement_next (statement, error))
    *value = g_strdup (trinh_statement_get_text (statement, 0));
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}

/* Settings stand in the journal too, under no report. */
gboolean
trinh_repository_set_setting (TrinhConnection *connection,
                              const char *name,
                              const char *value,
                              GError **error)
{
  g_autofree char *before = NULL;
  TrinhJournalRow row = { .report_id = "", .author = "", .label = "", .kind = "setting", .target = name, .new_json = value };
  gint64 id;

  if (!trinh_repository_get_setting (connection, name, &before, error))
    return FALSE;
  if (g_strcmp0 (before, value) == 0)
    return TRUE;

  row.old_json = before;
  if (!trinh_journal_append (connection, &row, &id, error))
    return FALSE;
  if (value == NULL)
    return trinh_statement_execute (connection, error, "DELETE FROM setting WHERE name = ?", "s", name);
  return trinh_statement_execute (connection, error, "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", "ss", name, value);
}
