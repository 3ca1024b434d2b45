/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-journal-private.h"
#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

static gboolean
write_header (TrinhConnection *connection,
              const TrinhHeader *header,
              GError **error)
{
  return trinh_statement_execute (connection, error, "INSERT INTO report (" TRINH_REPOSITORY_HEADER ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                                     " ON CONFLICT (id) DO UPDATE SET regime = excluded.regime, regime_version = excluded.regime_version,"
                                                     " period = excluded.period, office_code = excluded.office_code, office_name = excluded.office_name,"
                                                     " subject = excluded.subject, state = excluded.state, deadline = excluded.deadline,"
                                                     " data_from = excluded.data_from, data_to = excluded.data_to, content_sha256 = excluded.content_sha256,"
                                                     " revision = excluded.revision, modified = excluded.modified, journal_id = excluded.journal_id",
                                  "ssssssssssssiii",
                                  header->id,
                                  header->regime,
                                  header->regime_version,
                                  header->period,
                                  header->office_code,
                                  header->office_name,
                                  header->subject,
                                  header->state,
                                  header->deadline,
                                  header->data_from,
                                  header->data_to,
                                  header->sha256,
                                  (gint64) header->revision,
                                  header->modified,
                                  header->journal_id);
}

static gboolean
journal_part (TrinhConnection *connection,
              TrinhContent *content,
              const TrinhPart *part,
              const char *old_json,
              const char *new_json,
              gint64 *journal_id,
              GError **error)
{
  TrinhJournalRow row = {
    .report_id = content->id,
    .revision = content->revision,
    .author = content->author,
    .label = content->label,
    .kind = trinh_change_kind_to_nick (part->kind),
    .target = part->target,
    .old_json = old_json,
    .new_json = new_json,
  };

  return trinh_journal_append (connection, &row, journal_id, error);
}

/* @kind: "import" or "remove"; the hashes stand for the whole report. */
static gboolean
journal_whole (TrinhConnection *connection,
               const char *kind,
               const char *id,
               guint revision,
               const char *old_sha256,
               const char *new_sha256,
               gint64 *journal_id,
               GError **error)
{
  g_autofree char *old_json = old_sha256 != NULL ? g_strdup_printf ("\"%s\"", old_sha256) : NULL;
  g_autofree char *new_json = new_sha256 != NULL ? g_strdup_printf ("\"%s\"", new_sha256) : NULL;
  TrinhJournalRow row = {
    .report_id = id,
    .revision = revision,
    .author = "",
    .label = "",
    .kind = kind,
    .target = "",
    .old_json = old_json,
    .new_json = new_json,
  };

  return trinh_journal_append (connection, &row, journal_id, error);
}

/* What another copy of the report changes in the stored one, part by part. */
static gboolean
journal_differences (TrinhConnection *connection,
                     TrinhContent *stored,
                     TrinhContent *content,
                     gint64 *journal_id,
                     GError **error)
{
  for (guint i = 0; i < content->parts->len; i++)
    {
      const TrinhPart *part = g_ptr_array_index (content->parts, i);
      const TrinhPart *before = trinh_content_find (stored, part->kind, part->target);
      const char *old_json = before != NULL ? before->json : NULL;

      if (g_strcmp0 (old_json, part->json) != 0 &&
          !journal_part (connection, content, part, old_json, part->json, journal_id, error))
        return FALSE;
    }

  for (guint i = 0; i < stored->parts->len; i++)
    {
      const TrinhPart *part = g_ptr_array_index (stored->parts, i);

      if (trinh_content_find (content, part->kind, part->target) == NULL &&
          !journal_part (connection, content, part, part->json, NULL, journal_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_parts (TrinhConnection *connection,
             TrinhContent *content,
             GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  if (!trinh_statement_execute (connection, error, "DELETE FROM content WHERE report_id = ?", "s", content->id))
    return FALSE;
  statement = trinh_statement_new (connection, "INSERT INTO content (report_id, kind, target, position, json) VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < content->parts->len; i++)
    {
      const TrinhPart *part = g_ptr_array_index (content->parts, i);

      trinh_statement_bind (statement, "sssis", content->id, trinh_change_kind_to_nick (part->kind), part->target, part->position, part->json);
      if (!trinh_statement_finish (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_final (const char *state)
{
  return g_str_equal (state, "signed") || g_str_equal (state, "issued");
}

/* Two copies that went different ways are not merged here, and neither is thrown away. */
static gboolean
refuse_conflict (const TrinhHeader *stored,
                 const TrinhHeader *header,
                 GError **error)
{
  if (stored->revision == header->revision)
    g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT, _ ("Two different copies of the report “%s” both say revision %u. The stored one was kept; change one value in the copy that shall hold and open it again."), stored->subject, stored->revision);
  else if (is_final (stored->state) && !is_final (header->state))
    g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT, _ ("The report “%s” is signed and never changes; the copy was not taken in. Make a correction that replaces it."), stored->subject);
  else
    return FALSE;
  return TRUE;
}

static gboolean
import_into (TrinhConnection *connection,
             TrinhContent *content,
             const TrinhHeader *stored,
             TrinhHeader *header,
             GError **error)
{
  g_autoptr (TrinhContent) before = stored != NULL ? trinh_repository_load_whole (connection, stored, error) : NULL;

  return (stored == NULL || before != NULL) &&
         journal_whole (connection, "import", content->id, content->revision, stored != NULL ? stored->sha256 : NULL, header->sha256, &header->journal_id, error) &&
         (before == NULL || journal_differences (connection, before, content, &header->journal_id, error)) &&
         write_header (connection, header, error) &&
         write_parts (connection, content, error);
}

gboolean
trinh_repository_import (TrinhConnection *connection,
                         TrinhContent *content,
                         TrinhHeader **header,
                         GError **error)
{
  g_autoptr (TrinhHeader) stored = NULL;
  g_autoptr (TrinhHeader) incoming = trinh_content_make_header (content);

  *header = NULL;
  if (!trinh_repository_find_header (connection, content->id, &stored, error))
    return FALSE;

  if (stored != NULL)
    {
      if (incoming->revision < stored->revision ||
          (incoming->revision == stored->revision && g_str_equal (incoming->sha256, stored->sha256)))
        return TRUE;
      if (refuse_conflict (stored, incoming, error))
        return FALSE;
    }

  if (!import_into (connection, content, stored, incoming, error))
    return FALSE;
  *header = g_steal_pointer (&incoming);
  return TRUE;
}

/* Sections stand without gaps, because a section that comes back says where it stood. */
static gboolean
shift_sections (TrinhConnection *connection,
                const char *id,
                gint64 from,
                gint64 by,
                GError **error)
{
  return trinh_statement_execute (connection, error, "UPDATE content SET position = position + ?3 WHERE report_id = ?1 AND kind = 'section' AND position >= ?2", "sii", id, from, by);
}

static gboolean
remove_part (TrinhConnection *connection,
             const char *id,
             const TrinhPart *before,
             GError **error)
{
  return trinh_statement_execute (connection, error, "DELETE FROM content WHERE report_id = ? AND kind = ? AND target = ?", "sss", id, trinh_change_kind_to_nick (before->kind), before->target) &&
         (before->kind != TRINH_CHANGE_SECTION || shift_sections (connection, id, before->position, -1, error));
}

static gboolean
add_part (TrinhConnection *connection,
          const char *id,
          const TrinhPart *part,
          GError **error)
{
  const char *kind = trinh_change_kind_to_nick (part->kind);

  if (part->position < 0)
    return trinh_statement_execute (connection, error, "INSERT INTO content (report_id, kind, target, position, json)"
                                                       " SELECT ?1, ?2, ?3, coalesce (max (position), -1) + 1, ?4 FROM content WHERE report_id = ?1 AND kind = ?2",
                                    "ssss",
                                    id,
                                    kind,
                                    part->target,
                                    part->json);

  return shift_sections (connection, id, part->position, 1, error) &&
         trinh_statement_execute (connection, error, "INSERT INTO content (report_id, kind, target, position, json) VALUES (?, ?, ?, ?, ?)", "sssis", id, kind, part->target, part->position, part->json);
}

/* @before: (nullable) */
static gboolean
write_part (TrinhConnection *connection,
            const char *id,
            const TrinhPart *part,
            const TrinhPart *before,
            GError **error)
{
  if (before == NULL)
    return part->json == NULL || add_part (connection, id, part, error);
  if (part->json == NULL)
    return remove_part (connection, id, before, error);
  /* It moves. */
  if (part->kind == TRINH_CHANGE_SECTION && part->position >= 0)
    return remove_part (connection, id, before, error) && add_part (connection, id, part, error);

  return trinh_statement_execute (connection, error, "UPDATE content SET json = ?4 WHERE report_id = ?1 AND kind = ?2 AND target = ?3", "ssss", id, trinh_change_kind_to_nick (part->kind), part->target, part->json);
}

static gboolean
write_edit (TrinhConnection *connection,
            const TrinhHeader *stored,
            TrinhContent *edit,
            gint64 *journal_id,
            GError **error)
{
  for (guint i = 0; i < edit->parts->len; i++)
    {
      const TrinhPart *part = g_ptr_array_index (edit->parts, i);
      g_autoptr (TrinhPart) before = NULL;

      if (!trinh_repository_find_part (connection, edit->id, part, &before, error) ||
          !trinh_repository_require_written (connection, stored, part, before, error) ||
          !write_part (connection, edit->id, part, before, error) ||
          !journal_part (connection, edit, part, before != NULL ? before->json : NULL, part->json, journal_id, error))
        return FALSE;
    }
  return TRUE;
}

/* A save that was tried again after its answer was lost. */
static gboolean
is_stored (TrinhConnection *connection,
           TrinhContent *edit,
           gboolean *stored,
           GError **error)
{
  *stored = TRUE;
  for (guint i = 0; i < edit->parts->len && *stored; i++)
    {
      const TrinhPart *part = g_ptr_array_index (edit->parts, i);
      g_autoptr (TrinhPart) now = NULL;

      if (!trinh_repository_find_part (connection, edit->id, part, &now, error))
        return FALSE;
      *stored = g_strcmp0 (part->json, now != NULL ? now->json : NULL) == 0;
    }
  return TRUE;
}

static gboolean
finish_edit (TrinhConnection *connection,
             TrinhContent *edit,
             gint64 journal_id,
             TrinhHeader **header,
             GError **error)
{
  g_autoptr (TrinhContent) content = trinh_repository_load (connection, edit->id, error);

  if (content == NULL)
    return FALSE;

  content->revision = edit->revision;
  *header = trinh_content_make_header (content);
  (*header)->journal_id = journal_id;
  if (write_header (connection, *header, error))
    return TRUE;
  g_clear_pointer (header, trinh_header_free);
  return FALSE;
}

gboolean
trinh_repository_save (TrinhConnection *connection,
                       TrinhContent *edit,
                       TrinhHeader **header,
                       GError **error)
{
  g_autoptr (TrinhHeader) stored = NULL;
  g_autoptr (TrinhContent) before = NULL;
  gboolean same = FALSE;
  gint64 journal_id;

  *header = NULL;
  if (!trinh_repository_require_header (connection, edit->id, &stored, error) ||
      (stored->revision == edit->revision && !is_stored (connection, edit, &same, error)))
    return FALSE;
  if (same)
    return TRUE;

  if (stored->revision + 1 != edit->revision)
    {
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT, _ ("The report “%s” is stored at revision %u, the edit makes revision %u: it was changed elsewhere. Nothing was overwritten; open the report anew."), stored->subject, stored->revision, edit->revision);
      return FALSE;
    }

  journal_id = stored->journal_id;
  before = trinh_repository_load_whole (connection, stored, error);
  return before != NULL &&
         write_edit (connection, stored, edit, &journal_id, error) &&
         finish_edit (connection, edit, journal_id, header, error);
}

gboolean
trinh_repository_remove (TrinhConnection *connection,
                         const char *id,
                         GError **error)
{
  g_autoptr (TrinhHeader) stored = NULL;
  gint64 journal_id;

  return trinh_repository_require_header (connection, id, &stored, error) &&
         journal_whole (connection, "remove", id, stored->revision, stored->sha256, NULL, &journal_id, error) &&
         trinh_statement_execute (connection, error, "DELETE FROM report WHERE id = ?", "s", id);
}
