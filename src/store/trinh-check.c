/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-check-private.h"
#include "trinh-content-private.h"
#include "trinh-journal-private.h"
#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

static gboolean
check_integrity (TrinhConnection *connection,
                 GPtrArray *problems,
                 GError **error)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (connection, "PRAGMA integrity_check (20)", error);

  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    {
      const char *line = trinh_statement_get_text (statement, 0);

      if (g_strcmp0 (line, "ok") != 0)
        g_ptr_array_add (problems, g_strdup_printf (_ ("File: %s."), line));
    }
  return statement->code == SQLITE_DONE;
}

static gboolean
check_foreign_keys (TrinhConnection *connection,
                    GPtrArray *problems,
                    GError **error)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (connection, "PRAGMA foreign_key_check", error);

  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_ ("Table “%s”: a row belongs to no report."), trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE;
}

/* Columns of version 1 only: copies are checked before they are migrated, too. */
static gboolean
check_report (TrinhConnection *connection,
              const char *id,
              const char *sha256,
              gboolean journalled,
              GPtrArray *problems,
              GError **error)
{
  g_autoptr (TrinhContent) content = trinh_content_new (id, 0);
  g_autofree char *now = NULL;

  if (!trinh_repository_read_parts (connection, content, error))
    return FALSE;

  now = trinh_content_hash (content);
  if (g_strcmp0 (now, sha256) != 0)
    g_ptr_array_add (problems, g_strdup_printf (_ ("Report %s: its content was changed outside the program."), id));
  if (!journalled)
    g_ptr_array_add (problems, g_strdup_printf (_ ("Report %s: its last row of the journal is missing."), id));
  return TRUE;
}

static gboolean
check_reports (TrinhConnection *connection,
               GPtrArray *problems,
               GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "SELECT id, content_sha256, EXISTS (SELECT 1 FROM journal WHERE journal.id = journal_id AND report_id = report.id)"
                                   " FROM report ORDER BY id",
                                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    {
      if (!check_report (connection,
                         trinh_statement_get_text (statement, 0),
                         trinh_statement_get_text (statement, 1),
                         trinh_statement_get_int (statement, 2) != 0,
                         problems,
                         error))
        return FALSE;
    }
  return statement->code == SQLITE_DONE;
}

/* Every edit is journalled part by part, the steps of the review among them: what stands in the report is what was written
 * last. What came with the file of a new report, and was never touched since, stands in the report's hash alone. */
static gboolean
check_last_written (TrinhConnection *connection,
                    GPtrArray *problems,
                    GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "WITH written AS (SELECT report_id, kind, target, new, max (id) FROM journal"
                                   " WHERE kind IN ('member', 'rows', 'section', 'value') AND report_id IN (SELECT id FROM report)"
                                   " AND id > coalesce ((SELECT max (id) FROM journal AS removed WHERE removed.report_id = journal.report_id AND removed.kind = 'remove'), 0)"
                                   " GROUP BY report_id, kind, target)"
                                   " SELECT report_id, target FROM written LEFT JOIN content USING (report_id, kind, target)"
                                   " WHERE written.new IS NOT content.json ORDER BY report_id, target",
                                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_ ("Report %s: “%s” is not what the journal says was written last."), trinh_statement_get_text (statement, 0), trinh_statement_get_text (statement, 1)));
  return statement->code == SQLITE_DONE;
}

/* What came with a file and was never touched since has the hash that the row of its import says. */
static gboolean
check_imported (TrinhConnection *connection,
                GPtrArray *problems,
                GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "WITH written AS (SELECT report_id, kind, new, max (id) FROM journal WHERE report_id <> '' GROUP BY report_id)"
                                   " SELECT id FROM report JOIN written ON report_id = report.id"
                                   " WHERE kind = 'import' AND new IS NOT '\"' || content_sha256 || '\"' ORDER BY id",
                                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_ ("Report %s: it is not what the journal says was brought in."), trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE;
}

/* A report goes by a row of the journal. */
static gboolean
check_removed (TrinhConnection *connection,
               GPtrArray *problems,
               GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "SELECT report_id FROM (SELECT report_id, kind, max (id) FROM journal WHERE report_id <> '' GROUP BY report_id)"
                                   " WHERE kind <> 'remove' AND report_id NOT IN (SELECT id FROM report) ORDER BY report_id",
                                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_ ("Report %s: it was taken away outside the program."), trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE;
}

static gboolean
check_files (TrinhConnection *connection,
             GPtrArray *problems,
             GError **error)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (connection, "SELECT sha256, name, bytes FROM file ORDER BY sha256", error);

  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    {
      g_autoptr (GBytes) bytes = trinh_statement_dup_bytes (statement, 2);
      g_autofree char *now = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (g_strcmp0 (now, trinh_statement_get_text (statement, 0)) != 0)
        g_ptr_array_add (problems, g_strdup_printf (_ ("File “%s”: its bytes were changed outside the program."), trinh_statement_get_text (statement, 1)));
    }
  return statement->code == SQLITE_DONE;
}

/* What the journal says was kept is still there. */
static gboolean
check_kept (TrinhConnection *connection,
            GPtrArray *problems,
            GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "SELECT iif (json_valid (new), new ->> 'name', target) FROM journal WHERE kind = 'file' AND target NOT IN (SELECT sha256 FROM file)",
                                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_ ("File “%s”: it was taken away outside the program."), trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE;
}

/* Copies are checked before they are migrated, too: the table came with version 3. */
static gboolean
check_table_of_files (TrinhConnection *connection,
                      GPtrArray *problems,
                      GError **error)
{
  gint64 version;

  if (!trinh_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  return version < 3 || (check_files (connection, problems, error) && check_kept (connection, problems, error));
}

gboolean
trinh_check_run (TrinhConnection *connection,
                 GPtrArray *problems,
                 GError **error)
{
  if (!check_integrity (connection, problems, error))
    return FALSE;

  /* Tables that cannot be trusted say nothing of use about their rows. */
  if (problems->len > 0)
    return TRUE;
  return check_foreign_keys (connection, problems, error) &&
         trinh_journal_verify (connection, problems, error) &&
         check_reports (connection, problems, error) &&
         check_last_written (connection, problems, error) &&
         check_imported (connection, problems, error) &&
         check_removed (connection, problems, error) &&
         check_table_of_files (connection, problems, error);
}

gboolean
trinh_check_require (TrinhConnection *connection,
                     GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!trinh_check_run (connection, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  trinh_store_set_error (error, SQLITE_CORRUPT, connection->path, g_ptr_array_index (problems, 0));
  return FALSE;
}
