/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What the store offers beside the reports: settings, the journal, copies. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-backup-private.h"
#include "trinh-journal-private.h"
#include "trinh-repository-private.h"
#include "trinh-store-private.h"

typedef struct
{
  const char *id;
  const char *target;
  guint limit;
  gint64 row;

  /* Owned */
  GHashTable *remarks;
  JsonNode *node;
  char *text;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->remarks, g_hash_table_unref);
  g_clear_pointer (&request->node, json_node_unref);
  g_clear_pointer (&request->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
get_setting_in_worker (TrinhConnection *connection,
                       gpointer data,
                       GError **error)
{
  Request *request = data;

  return trinh_repository_get_setting (connection, request->id, &request->text, error);
}

static gboolean
set_setting_in_transaction (TrinhConnection *connection,
                            gpointer data,
                            GError **error)
{
  Request *request = data;

  return trinh_repository_set_setting (connection, request->id, request->text, error);
}

static gboolean
set_setting_in_worker (TrinhConnection *connection,
                       gpointer data,
                       GError **error)
{
  return trinh_connection_transact (connection, set_setting_in_transaction, data, error);
}

static gboolean
list_remarks_in_worker (TrinhConnection *connection,
                        gpointer data,
                        GError **error)
{
  Request *request = data;

  request->remarks = trinh_repository_list_remarks (connection, error);
  return request->remarks != NULL;
}

static gboolean
list_journal_in_worker (TrinhConnection *connection,
                        gpointer data,
                        GError **error)
{
  Request *request = data;

  request->node = trinh_journal_list (connection, request->id, request->target, request->limit, error);
  return request->node != NULL;
}

static gboolean
find_head_in_worker (TrinhConnection *connection,
                     gpointer data,
                     GError **error)
{
  Request *request = data;

  return trinh_journal_find (connection, &request->row, &request->text, error);
}

static gboolean
backup_in_worker (TrinhConnection *connection,
                  gpointer data,
                  GError **error)
{
  Request *request = data;

  return trinh_backup_write (connection, request->target, error);
}

static gboolean
run_sql_in_worker (TrinhConnection *connection,
                   gpointer data,
                   GError **error)
{
  return trinh_connection_run (connection, data, error);
}

gboolean
trinh_store_load_setting (TrinhStore *self,
                          const char *name,
                          JsonNode **value,
                          GError **error)
{
  g_auto (Request) request = { .id = name };
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = NULL;
  if (!_trinh_store_call (self, get_setting_in_worker, &request, error))
    return FALSE;
  if (request.text != NULL)
    *value = json_from_string (request.text, &reason);
  if (reason == NULL)
    return TRUE;
  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The setting “%s” in the database is damaged: %s. Restore a backup."), name, reason->message);

  return FALSE;
}

JsonNode *
trinh_store_get_setting (TrinhStore *self,
                         const char *name)
{
  JsonNode *value = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (trinh_store_load_setting (self, name, &value, &error))
    {
      g_hash_table_remove (_trinh_store_get_unread (self), name);
      return value;
    }
  g_warning ("Reading the setting “%s”: %s", name, error->message);
  g_hash_table_add (_trinh_store_get_unread (self), g_strdup (name));

  return NULL;
}

gboolean
trinh_store_set_setting (TrinhStore *self,
                         const char *name,
                         JsonNode *value,
                         GError **error)
{
  g_auto (Request) request = { .id = name };

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (g_hash_table_contains (_trinh_store_get_unread (self), name))
    {
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The setting “%s” could not be read from the database, so nothing is written over it. Close the program and open it again; if that does not help, restore a backup."), name);
      return FALSE;
    }
  request.text = value != NULL ? trinh_json_to_line (value) : NULL;
  if (!_trinh_store_call (self, set_setting_in_worker, &request, error))
    return FALSE;

  _trinh_store_emit_setting_changed (self, name);
  return TRUE;
}

GHashTable *
trinh_store_list_remarks (TrinhStore *self,
                          GError **error)
{
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);

  if (!_trinh_store_call (self, list_remarks_in_worker, &request, error))
    return NULL;
  return g_steal_pointer (&request.remarks);
}

JsonNode *
trinh_store_list_journal (TrinhStore *self,
                          const char *report_id,
                          const char *target,
                          guint limit,
                          GError **error)
{
  g_auto (Request) request = { .id = report_id, .target = target, .limit = limit };

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (report_id != NULL, NULL);

  return _trinh_store_call (self, list_journal_in_worker, &request, error) ? g_steal_pointer (&request.node) : NULL;
}

char *
trinh_store_dup_journal_head (TrinhStore *self,
                              gint64 row,
                              gint64 *found,
                              GError **error)
{
  g_auto (Request) request = { .row = row };

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);

  if (!_trinh_store_call (self, find_head_in_worker, &request, error))
    return NULL;
  if (found != NULL)
    *found = request.row;
  return g_steal_pointer (&request.text);
}

gboolean
trinh_store_backup (TrinhStore *self,
                    const char *path,
                    GError **error)
{
  Request request = { .target = path };

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return _trinh_store_call (self, backup_in_worker, &request, error);
}

gboolean
trinh_store_restore (const char *backup,
                     const char *path,
                     GError **error)
{
  g_return_val_if_fail (backup != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return trinh_backup_restore (backup, path, error);
}

gboolean
trinh_store_run_sql (TrinhStore *self,
                     const char *sql,
                     GError **error)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);

  return _trinh_store_call (self, run_sql_in_worker, (gpointer) sql, error);
}
