/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

/* A damaged page can hold what the schema forbids: nothing, or bytes that are no text. */
static char *
dup_text (TrinhStatement *statement,
          int column,
          gboolean nullable)
{
  const char *text = trinh_statement_get_text (statement, column);

  if (text == NULL)
    return nullable ? NULL : g_strdup ("");
  return g_utf8_make_valid (text, -1);
}

static TrinhHeader *
read_header (TrinhStatement *statement)
{
  TrinhHeader *header = g_new0 (TrinhHeader, 1);
  char **const texts[] = { &header->id, &header->regime, &header->regime_version, &header->period, &header->office_code, &header->office_name, &header->subject, &header->state, &header->deadline, &header->data_from, &header->data_to, &header->sha256 };
  int n_texts = G_N_ELEMENTS (texts);

  for (int i = 0; i < n_texts; i++)
    *texts[i] = dup_text (statement, i, texts[i] == &header->deadline || texts[i] == &header->data_from || texts[i] == &header->data_to);
  header->revision = trinh_statement_get_int (statement, n_texts);
  header->modified = trinh_statement_get_int (statement, n_texts + 1);
  header->journal_id = trinh_statement_get_int (statement, n_texts + 2);
  return header;
}

GPtrArray *
trinh_repository_list (TrinhConnection *connection,
                       GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_header_free);
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection, "SELECT " TRINH_REPOSITORY_HEADER " FROM report ORDER BY journal_id DESC", error);
  if (statement == NULL)
    return NULL;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (headers, read_header (statement));
  return statement->code == SQLITE_DONE ? g_steal_pointer (&headers) : NULL;
}

gboolean
trinh_repository_find_header (TrinhConnection *connection,
                              const char *id,
                              TrinhHeader **header,
                              GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  *header = NULL;
  statement = trinh_statement_new (connection, "SELECT " TRINH_REPOSITORY_HEADER " FROM report WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "s", id);
  if (trinh_statement_next (statement, error))
    *header = read_header (statement);
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}

gboolean
trinh_repository_require_header (TrinhConnection *connection,
                                 const char *id,
                                 TrinhHeader **header,
                                 GError **error)
{
  if (!trinh_repository_find_header (connection, id, header, error))
    return FALSE;
  if (*header != NULL)
    return TRUE;

  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NOT_FOUND, _ ("“%s” holds no report %s. It was removed, or belongs to another database; open its file to bring it in."), connection->path, id);
  return FALSE;
}

gboolean
trinh_repository_read_parts (TrinhConnection *connection,
                             TrinhContent *content,
                             GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;
  TrinhChangeKind kind;

  statement = trinh_statement_new (connection, "SELECT kind, target, position, json FROM content WHERE report_id = ? ORDER BY kind, position", error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "s", content->id);
  while (trinh_statement_next (statement, error))
    {
      if (trinh_change_kind_from_nick (trinh_statement_get_text (statement, 0), &kind))
        {
          g_autofree char *target = dup_text (statement, 1, FALSE);
          g_autofree char *json = dup_text (statement, 3, FALSE);

          trinh_content_add (content, kind, target, trinh_statement_get_int (statement, 2), json);
        }
    }
  return statement->code == SQLITE_DONE;
}

gboolean
trinh_repository_find_part (TrinhConnection *connection,
                            const char *id,
                            const TrinhPart *like,
                            TrinhPart **part,
                            GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  *part = NULL;
  statement = trinh_statement_new (connection, "SELECT position, json FROM content WHERE report_id = ? AND kind = ? AND target = ?", error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "sss", id, trinh_change_kind_to_nick (like->kind), like->target);
  if (trinh_statement_next (statement, error))
    {
      g_autofree char *json = dup_text (statement, 1, FALSE);

      *part = trinh_part_new (like->kind, like->target, trinh_statement_get_int (statement, 0), json);
    }
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}

TrinhContent *
trinh_repository_load (TrinhConnection *connection,
                       const char *id,
                       GError **error)
{
  g_autoptr (TrinhHeader) header = NULL;
  g_autoptr (TrinhContent) content = NULL;

  if (!trinh_repository_require_header (connection, id, &header, error))
    return NULL;

  content = trinh_content_new (id, header->revision);
  content->deadline = g_steal_pointer (&header->deadline);
  content->subject = g_steal_pointer (&header->subject);
  return trinh_repository_read_parts (connection, content, error) ? g_steal_pointer (&content) : NULL;
}
