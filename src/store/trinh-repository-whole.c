/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a foreign hand changed is not written over: the next edit would make it the program's own. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

static gboolean
refuse (const TrinhHeader *stored,
        GError **error)
{
  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The report “%s” was changed in the database outside the program, and nothing was saved over it. Keep a copy of the database, look at it with “trinhky database check”, and restore a backup."), stored->subject);
  return FALSE;
}

TrinhContent *
trinh_repository_load_whole (TrinhConnection *connection,
                             const TrinhHeader *stored,
                             GError **error)
{
  g_autoptr (TrinhContent) content = trinh_content_new (stored->id, 0);
  g_autofree char *sha256 = NULL;

  if (!trinh_repository_read_parts (connection, content, error))
    return NULL;
  sha256 = trinh_content_hash (content);

  return g_str_equal (sha256, stored->sha256) || refuse (stored, error) ? g_steal_pointer (&content) : NULL;
}

gboolean
trinh_repository_require_written (TrinhConnection *connection,
                                  const TrinhHeader *stored,
                                  const TrinhPart *part,
                                  const TrinhPart *before,
                                  GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "SELECT new IS ?4 FROM journal WHERE report_id = ?1 AND kind = ?2 AND target = ?3"
                                   " AND id > coalesce ((SELECT max (id) FROM journal WHERE report_id = ?1 AND target = '' AND kind = 'remove'), 0)"
                                   " ORDER BY id DESC LIMIT 1",
                                   error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "ssss", stored->id, trinh_change_kind_to_nick (part->kind), part->target, before != NULL ? before->json : NULL);
  if (trinh_statement_next (statement, error) && trinh_statement_get_int (statement, 0) == 0)
    return refuse (stored, error);
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}
