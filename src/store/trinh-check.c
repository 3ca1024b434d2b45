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

void
trinh_store_problem_free (TrinhStoreProblem *self)
{
  g_free (self->report_id);
  g_free (self->target);
  g_free (self->words);
  g_free (self);
}

char *
trinh_store_problem_to_line (const TrinhStoreProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->report_id != NULL ? g_strdup_printf (_ ("Report %s: %s"), self->report_id, self->words) : g_strdup (self->words);
}

void
trinh_check_add (GPtrArray *problems,
                 const char *report_id,
                 const char *target,
                 char *words)
{
  TrinhStoreProblem *problem = g_new0 (TrinhStoreProblem, 1);

  problem->report_id = g_strdup (report_id);
  problem->target = g_strdup (target);
  problem->words = words;
  g_ptr_array_add (problems, problem);
}

GPtrArray *
trinh_check_new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_store_problem_free);
}

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
        trinh_check_add (problems, NULL, NULL, g_strdup_printf (_ ("File: %s."), line));
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
    trinh_check_add (problems, NULL, NULL, g_strdup_printf (_ ("Table “%s”: a row belongs to no report."), trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE;
}

/* Columns of version 1 only: copies are checked before they are migrated, too. */
#define CHECKED "id, content_sha256, EXISTS (SELECT 1 FROM journal WHERE journal.id = journal_id AND report_id = report.id)," \
                " subject, state, regime, regime_version, period, office_code, office_name"
enum
{
  CHECKED_ID,
  CHECKED_SHA256,
  CHECKED_JOURNALLED,
  CHECKED_SUBJECT,
};

/* Whether the start page shows what the report says */
static gboolean
is_listed_so (TrinhStatement *row,
              const TrinhHeader *header)
{
  const char *const said[] = { header->subject, header->state, header->regime, header->regime_version, header->period, header->office_code, header->office_name };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_strcmp0 (trinh_statement_get_text (row, (int) (CHECKED_SUBJECT + i)), said[i]) != 0)
      return FALSE;

  return TRUE;
}

/* @row: of the columns CHECKED */
static gboolean
check_report (TrinhConnection *connection,
              TrinhStatement *row,
              GPtrArray *problems,
              GError **error)
{
  const char *id = trinh_statement_get_text (row, CHECKED_ID);
  g_autoptr (TrinhContent) content = trinh_content_new (id, 0);
  g_autoptr (TrinhHeader) header = NULL;

  if (!trinh_repository_read_parts (connection, content, error))
    return FALSE;

  /* The one that the regime gives stands in the list alone. */
  content->subject = g_strdup (trinh_statement_get_text (row, CHECKED_SUBJECT));
  header = trinh_content_make_header (content);
  if (g_strcmp0 (header->sha256, trinh_statement_get_text (row, CHECKED_SHA256)) != 0)
    trinh_check_add (problems, id, NULL, g_strdup (_ ("its content was changed outside the program.")));
  else if (!is_listed_so (row, header))
    trinh_check_add (problems, id, NULL, g_strdup (_ ("what the list of reports says of it was changed outside the program.")));
  if (trinh_statement_get_int (row, CHECKED_JOURNALLED) == 0)
    trinh_check_add (problems, id, NULL, g_strdup (_ ("its last row of the journal is missing.")));
  return TRUE;
}

/* @id: (nullable): of the one that is asked for; all */
static TrinhStatement *
ask (TrinhConnection *connection,
     const char *text,
     const char *which_one,
     const char *which_all,
     const char *id,
     GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "WHICH", 2);
  g_autofree char *sql = g_strjoinv (id != NULL ? which_one : which_all, parts);
  TrinhStatement *statement = trinh_statement_new (connection, sql, error);

  if (statement != NULL && id != NULL)
    trinh_statement_bind (statement, "s", id);
  return statement;
}

/* @id: (nullable): all */
static gboolean
check_reports (TrinhConnection *connection,
               const char *id,
               GPtrArray *problems,
               GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = ask (connection,
                   "SELECT " CHECKED " FROM report WHERE WHICH ORDER BY id",
                   "id = ?1",
                   "TRUE",
                   id,
                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    {
      if (!check_report (connection, statement, problems, error))
        return FALSE;
    }
  return statement->code == SQLITE_DONE;
}

/* Every edit is journalled part by part, the steps of the review among them: what stands in the report is what was written
 * last. What came with the file of a new report, and was never touched since, stands in the report's hash alone. */
static gboolean
check_last_written (TrinhConnection *connection,
                    const char *id,
                    GPtrArray *problems,
                    GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = ask (connection,
                   "WITH written AS (SELECT report_id, kind, target, new, max (id) FROM journal"
                   " WHERE kind IN ('member', 'rows', 'section', 'value') AND WHICH"
                   " AND id > coalesce ((SELECT max (id) FROM journal AS removed WHERE removed.report_id = journal.report_id AND removed.target = '' AND removed.kind = 'remove'), 0)"
                   " GROUP BY report_id, kind, target)"
                   " SELECT report_id, target FROM written LEFT JOIN content USING (report_id, kind, target)"
                   " WHERE written.new IS NOT content.json ORDER BY report_id, target",
                   "report_id = ?1",
                   "report_id IN (SELECT id FROM report)",
                   id,
                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    trinh_check_add (problems, trinh_statement_get_text (statement, 0), trinh_statement_get_text (statement, 1), g_strdup_printf (_ ("“%s” is not what the journal says was written last."), trinh_statement_get_text (statement, 1)));
  return statement->code == SQLITE_DONE;
}

/* What came with a file and was never touched since has the hash that the row of its import says. */
static gboolean
check_imported (TrinhConnection *connection,
                const char *id,
                GPtrArray *problems,
                GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = ask (connection,
                   "WITH written AS (SELECT report_id, kind, new, max (id) FROM journal WHERE WHICH GROUP BY report_id)"
                   " SELECT id FROM report JOIN written ON report_id = report.id"
                   " WHERE kind = 'import' AND new IS NOT '\"' || content_sha256 || '\"' ORDER BY id",
                   "report_id = ?1",
                   "report_id <> ''",
                   id,
                   error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    trinh_check_add (problems, trinh_statement_get_text (statement, 0), NULL, g_strdup (_ ("it is not what the journal says was brought in.")));
  return statement->code == SQLITE_DONE;
}

/* @id: (nullable): all */
static gboolean
check_written (TrinhConnection *connection,
               const char *id,
               GPtrArray *problems,
               GError **error)
{
  return check_reports (connection, id, problems, error) &&
         check_last_written (connection, id, problems, error) &&
         check_imported (connection, id, problems, error);
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
    trinh_check_add (problems, trinh_statement_get_text (statement, 0), NULL, g_strdup (_ ("it was taken away outside the program.")));
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
        trinh_check_add (problems, NULL, NULL, g_strdup_printf (_ ("File “%s”: its bytes were changed outside the program."), trinh_statement_get_text (statement, 1)));
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
    trinh_check_add (problems, NULL, NULL, g_strdup_printf (_ ("File “%s”: it was taken away outside the program."), trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE;
}

/* The same of those that a report names */
static gboolean
check_kept_of (TrinhConnection *connection,
               const char *id,
               GPtrArray *problems,
               GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "SELECT iif (json_valid (new), new ->> 'name', target) FROM journal WHERE report_id = '' AND kind = 'file' AND target NOT IN (SELECT sha256 FROM file)"
                                   " AND EXISTS (SELECT 1 FROM content WHERE content.report_id = ?1 AND instr (json, journal.target) > 0)",
                                   error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "s", id);
  while (trinh_statement_next (statement, error))
    trinh_check_add (problems, id, NULL, g_strdup_printf (_ ("its file “%s” was taken away outside the program."), trinh_statement_get_text (statement, 0)));
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
trinh_check_one (TrinhConnection *connection,
                 const char *id,
                 GPtrArray *problems,
                 GError **error)
{
  return check_written (connection, id, problems, error) && check_kept_of (connection, id, problems, error);
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
         check_written (connection, NULL, problems, error) &&
         check_removed (connection, problems, error) &&
         check_table_of_files (connection, problems, error);
}

gboolean
trinh_check_require (TrinhConnection *connection,
                     GError **error)
{
  g_autoptr (GPtrArray) problems = trinh_check_new_problems ();
  g_autofree char *line = NULL;

  if (!trinh_check_run (connection, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  line = trinh_store_problem_to_line (g_ptr_array_index (problems, 0));
  trinh_store_set_error (error, SQLITE_CORRUPT, connection->path, line);
  return FALSE;
}
