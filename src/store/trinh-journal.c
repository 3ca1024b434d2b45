/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-check-private.h"
#include "trinh-journal-private.h"
#include "trinh-statement-private.h"

#define COLUMNS "id, report_id, revision, at, author, label, kind, target, old, new, previous_hash, hash"

/* Where the columns stand in COLUMNS */
enum
{
  COLUMN_ID,
  COLUMN_REPORT_ID,
  COLUMN_REVISION,
  COLUMN_AT,
  COLUMN_AUTHOR,
  COLUMN_LABEL,
  COLUMN_KIND,
  COLUMN_TARGET,
  COLUMN_OLD,
  COLUMN_NEW,
  COLUMN_PREVIOUS_HASH,
  COLUMN_HASH,
};

/* What the schema forbids to be nothing may be nothing on a damaged page. */
static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* SHA-256 over the hash of the row before and every field with its length: "6:draft…"; "-" for NULL.
 * Whoever has the rows can follow the chain with any tool. */
static char *
hash_fields (const char *previous,
             const char *const *fields,
             guint n_fields)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) previous, -1);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *head = fields[i] != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (fields[i])) : g_strdup ("-");

      g_checksum_update (checksum, (const guchar *) head, -1);
      if (fields[i] != NULL)
        g_checksum_update (checksum, (const guchar *) fields[i], -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
trinh_journal_find (TrinhConnection *connection,
                    gint64 *id,
                    char **hash,
                    GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection, "SELECT id, hash FROM journal WHERE ?1 = 0 OR id = ?1 ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "i", *id);
  *id = 0;
  if (trinh_statement_next (statement, error))
    {
      *id = trinh_statement_get_int (statement, 0);
      *hash = g_strdup (or_empty (trinh_statement_get_text (statement, 1)));
    }
  else
    *hash = g_strdup ("");
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}

gboolean
trinh_journal_append (TrinhConnection *connection,
                      const TrinhJournalRow *row,
                      gint64 *id,
                      GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *revision = g_strdup_printf ("%u", row->revision);
  g_autofree char *previous = NULL;
  g_autofree char *number = NULL;
  g_autofree char *hash = NULL;

  *id = 0;
  if (!trinh_journal_find (connection, id, &previous, error))
    return FALSE;

  number = g_strdup_printf ("%" G_GINT64_FORMAT, ++*id);
  hash = hash_fields (previous,
                      (const char *const[]) { number, row->report_id, revision, at, row->author, row->label, row->kind, row->target, row->old_json, row->new_json },
                      10);
  return trinh_statement_execute (connection, error, "INSERT INTO journal (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "isisssssssss", *id, row->report_id, (gint64) row->revision, at, row->author, row->label, row->kind, row->target, row->old_json, row->new_json, previous, hash);
}

static void
set_json (JsonObject *object,
          const char *name,
          const char *text)
{
  JsonNode *node = text != NULL ? json_from_string (text, NULL) : NULL;

  json_object_set_member (object, name, node != NULL ? node : json_node_new (JSON_NODE_NULL));
}

static void
add_row (JsonArray *rows,
         TrinhStatement *statement)
{
  JsonObject *row = json_object_new ();

  json_object_set_int_member (row, "id", trinh_statement_get_int (statement, COLUMN_ID));
  json_object_set_int_member (row, "revision", trinh_statement_get_int (statement, COLUMN_REVISION));
  json_object_set_string_member (row, "who", trinh_statement_get_text (statement, COLUMN_AUTHOR));
  json_object_set_string_member (row, "when", trinh_statement_get_text (statement, COLUMN_AT));
  json_object_set_string_member (row, "what", trinh_statement_get_text (statement, COLUMN_KIND));
  json_object_set_string_member (row, "label", trinh_statement_get_text (statement, COLUMN_LABEL));
  json_object_set_string_member (row, "target", trinh_statement_get_text (statement, COLUMN_TARGET));
  set_json (row, "old", trinh_statement_get_text (statement, COLUMN_OLD));
  set_json (row, "new", trinh_statement_get_text (statement, COLUMN_NEW));
  json_array_add_object_element (rows, row);
}

JsonNode *
trinh_journal_list (TrinhConnection *connection,
                    const char *report_id,
                    const char *target,
                    guint limit,
                    GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;
  g_autoptr (JsonArray) rows = json_array_new ();
  JsonNode *node;

  statement = trinh_statement_new (connection,
                                   "SELECT " COLUMNS " FROM journal WHERE report_id = ?1 AND (?2 IS NULL OR target = ?2)"
                                   " ORDER BY id DESC LIMIT ?3",
                                   error);
  if (statement == NULL)
    return NULL;

  trinh_statement_bind (statement, "ssi", report_id, target, limit > 0 ? (gint64) limit : (gint64) -1);
  while (trinh_statement_next (statement, error))
    add_row (rows, statement);
  if (statement->code != SQLITE_DONE)
    return NULL;

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, g_steal_pointer (&rows));
  return node;
}

/* A row taken out shows as a gap, a changed one by its hash, an exchanged one by the next row's previous hash. */
static void
verify_row (TrinhStatement *statement,
            gint64 id,
            const char *previous,
            GPtrArray *problems)
{
  const char *fields[COLUMN_PREVIOUS_HASH];
  g_autofree char *hash = NULL;

  for (int i = 0; i < COLUMN_PREVIOUS_HASH; i++)
    fields[i] = trinh_statement_get_text (statement, i);

  hash = hash_fields (previous, fields, G_N_ELEMENTS (fields));
  if (trinh_statement_get_int (statement, COLUMN_ID) != id)
    trinh_check_add (problems, NULL, NULL, g_strdup_printf (_ ("Journal: a row is missing before row %s."), or_empty (fields[COLUMN_ID])));
  else if (g_strcmp0 (trinh_statement_get_text (statement, COLUMN_PREVIOUS_HASH), previous) != 0 ||
           g_strcmp0 (trinh_statement_get_text (statement, COLUMN_HASH), hash) != 0)
    trinh_check_add (problems, NULL, NULL, g_strdup_printf (_ ("Journal: row %s (%s) was changed after it was written."), or_empty (fields[COLUMN_ID]), or_empty (fields[COLUMN_TARGET])));
}

gboolean
trinh_journal_verify (TrinhConnection *connection,
                      GPtrArray *problems,
                      GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;
  g_autofree char *previous = g_strdup ("");
  gint64 id = 1;

  statement = trinh_statement_new (connection, "SELECT " COLUMNS " FROM journal ORDER BY id", error);
  if (statement == NULL)
    return FALSE;

  while (trinh_statement_next (statement, error))
    {
      verify_row (statement, id, previous, problems);
      g_set_str (&previous, or_empty (trinh_statement_get_text (statement, COLUMN_HASH)));
      id = trinh_statement_get_int (statement, COLUMN_ID) + 1;
    }
  return statement->code == SQLITE_DONE;
}
