/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-migration-private.h"
#include "trinh-statement-private.h"

/* The columns a table began with: a migration may move or add, but these must still be asked for alike.
 * A table that came later counts where it has rows, so that the migration that makes it changes nothing. */
static const struct
{
  const char *name;
  const char *sql;
  int since;
} tables[] = {
  { "report", "SELECT id, regime, regime_version, period, office_code, office_name, subject, state, deadline,"
              " revision, modified, content_sha256, journal_id FROM report ORDER BY id",
    1 },
  { "content", "SELECT report_id, kind, target, position, json FROM content ORDER BY report_id, kind, target", 1 },
  { "journal", "SELECT id, report_id, revision, at, author, label, kind, target, old, new, previous_hash, hash"
               " FROM journal ORDER BY id",
    1 },
  { "setting", "SELECT name, value FROM setting ORDER BY name", 1 },
  { "file", "SELECT sha256, name, media_type, length (bytes) FROM file ORDER BY sha256", 3 },
};

/* With its length before it, so that no two rows read alike; NULL is not the empty text. */
static void
update_with_column (GChecksum *checksum,
                    TrinhStatement *statement,
                    int column)
{
  const char *text = trinh_statement_get_text (statement, column);
  g_autofree char *head = text != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text)) : g_strdup ("-");

  g_checksum_update (checksum, (const guchar *) head, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static gboolean
update_with_table (GChecksum *checksum,
                   TrinhConnection *connection,
                   const char *sql,
                   guint *n_rows,
                   GError **error)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  for (*n_rows = 0; trinh_statement_next (statement, error); (*n_rows)++)
    {
      for (int column = 0; column < sqlite3_column_count (statement->handle); column++)
        update_with_column (checksum, statement, column);
    }
  return statement->code == SQLITE_DONE;
}

char *
trinh_digest_compute (TrinhConnection *connection,
                      GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) digest = g_string_new (NULL);
  gint64 version;
  guint n_rows;

  if (!trinh_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (version < tables[i].since)
        continue;
      if (!update_with_table (checksum, connection, tables[i].sql, &n_rows, error))
        return NULL;
      if (n_rows > 0 || tables[i].since == 1)
        g_string_append_printf (digest, "%s %u, ", tables[i].name, n_rows);
    }
  g_string_append (digest, g_checksum_get_string (checksum));
  return g_string_free_and_steal (g_steal_pointer (&digest));
}
