/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-content-private.h"
#include "trinh-database-private.h"
#include "trinh-repository-private.h"
#include "trinh-store-check.h"
#include "trinh-store-private.h"

struct _TrinhStore
{
  GObject parent_instance;

  /* Owned */
  char *path;
  TrinhDatabase *database; /* NULL once closed */
  GListStore *entries;
  GHashTable *unread; /* names of settings: asked for, and not read */
};

/* What goes to the worker thread and comes back; each request uses what it needs. */
typedef struct
{
  TrinhContent *content;
  TrinhHeader *header;
  GPtrArray *headers;
  const char *id;
} Request;

enum
{
  SETTING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhStore, trinh_store, G_TYPE_OBJECT)

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->content, trinh_content_free);
  g_clear_pointer (&request->header, trinh_header_free);
  g_clear_pointer (&request->headers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static guint
find_position (TrinhStore *self,
               const char *id)
{
  GListModel *entries = G_LIST_MODEL (self->entries);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (trinh_store_entry_get_id (entry), id))
        return i;
    }
  return G_MAXUINT;
}

static void
show_all (TrinhStore *self,
          GPtrArray *headers)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < headers->len; i++)
    g_ptr_array_add (entries, trinh_store_entry_new (g_ptr_array_index (headers, i)));
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), entries->pdata, entries->len);
}

static gboolean
list_in_worker (TrinhConnection *connection,
                gpointer data,
                GError **error)
{
  Request *request = data;

  request->headers = trinh_repository_list (connection, error);
  return request->headers != NULL;
}

static gboolean
import_in_transaction (TrinhConnection *connection,
                       gpointer data,
                       GError **error)
{
  Request *request = data;

  return trinh_repository_import (connection, request->content, &request->header, error);
}

static gboolean
import_in_worker (TrinhConnection *connection,
                  gpointer data,
                  GError **error)
{
  return trinh_connection_transact (connection, import_in_transaction, data, error);
}

static gboolean
load_in_worker (TrinhConnection *connection,
                gpointer data,
                GError **error)
{
  Request *request = data;

  request->content = trinh_repository_load (connection, request->id, error);
  return request->content != NULL;
}

static gboolean
remove_in_transaction (TrinhConnection *connection,
                       gpointer data,
                       GError **error)
{
  Request *request = data;

  return trinh_repository_remove (connection, request->id, error);
}

static gboolean
remove_in_worker (TrinhConnection *connection,
                  gpointer data,
                  GError **error)
{
  return trinh_connection_transact (connection, remove_in_transaction, data, error);
}

static void
trinh_store_dispose (GObject *object)
{
  TrinhStore *self = TRINH_STORE (object);

  g_clear_pointer (&self->database, trinh_database_close);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (trinh_store_parent_class)->dispose (object);
}

static void
trinh_store_finalize (GObject *object)
{
  TrinhStore *self = TRINH_STORE (object);

  g_free (self->path);
  g_hash_table_unref (self->unread);

  G_OBJECT_CLASS (trinh_store_parent_class)->finalize (object);
}

static void
trinh_store_class_init (TrinhStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trinh_store_dispose;
  object_class->finalize = trinh_store_finalize;

  signals[SETTING_CHANGED] = g_signal_new ("setting-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trinh_store_init (TrinhStore *self)
{
  self->entries = g_list_store_new (TRINH_TYPE_STORE_ENTRY);
  self->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
_trinh_store_show_header (TrinhStore *self,
                          const TrinhHeader *header)
{
  g_autoptr (TrinhStoreEntry) entry = NULL;
  guint position;

  if (header == NULL)
    return;

  entry = trinh_store_entry_new (header);
  position = find_position (self, header->id);
  if (position == 0)
    {
      g_list_store_splice (self->entries, 0, 1, (gpointer *) &entry, 1);
      return;
    }
  if (position != G_MAXUINT)
    g_list_store_remove (self->entries, position);
  g_list_store_insert (self->entries, 0, entry);
}

static gboolean
is_news (TrinhStore *self,
         const TrinhHeader *header)
{
  g_autoptr (TrinhStoreEntry) entry = NULL;
  guint position;

  if (header == NULL || self->entries == NULL)
    return FALSE;

  position = find_position (self, header->id);
  if (position == G_MAXUINT)
    return FALSE;
  entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  return trinh_store_entry_get_revision (entry) < header->revision;
}

void
_trinh_store_show_news (TrinhStore *self,
                        const TrinhHeader *header)
{
  if (is_news (self, header))
    _trinh_store_show_header (self, header);
}

GHashTable *
_trinh_store_get_unread (TrinhStore *self)
{
  return self->unread;
}

void
_trinh_store_emit_setting_changed (TrinhStore *self,
                                   const char *name)
{
  g_signal_emit (self, signals[SETTING_CHANGED], g_quark_from_string (name), name);
}

char *
trinh_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "trinhky", "trinhky.db", NULL);
}

static TrinhStore *
open_with (const char *path,
           TrinhDatabase *(*open) (const char *path, GError **error),
           GError **error)
{
  g_autoptr (TrinhStore) self = g_object_new (TRINH_TYPE_STORE, NULL);
  g_auto (Request) request = { 0 };

  self->database = open (path, error);
  if (self->database == NULL)
    return NULL;

  self->path = g_strdup (trinh_database_get_path (self->database));
  if (!_trinh_store_call (self, list_in_worker, &request, error))
    return NULL;
  show_all (self, request.headers);
  return g_steal_pointer (&self);
}

TrinhStore *
trinh_store_open (const char *path,
                  GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return open_with (path, trinh_database_open, error);
}

TrinhStore *
trinh_store_open_reading (const char *path,
                          GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_with (path, trinh_database_open_reading, error);
}

const char *
trinh_store_get_path (TrinhStore *self)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);

  return self->path;
}

void
trinh_store_close (TrinhStore *self)
{
  g_return_if_fail (TRINH_IS_STORE (self));

  g_clear_pointer (&self->database, trinh_database_close);
}

gboolean
trinh_store_import (TrinhStore *self,
                    TrinhReport *report,
                    gboolean *changed,
                    GError **error)
{
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);

  request.content = trinh_content_from_report (report);
  if (!_trinh_store_call (self, import_in_worker, &request, error))
    return FALSE;

  _trinh_store_show_header (self, request.header);
  if (changed != NULL)
    *changed = request.header != NULL;
  return TRUE;
}

TrinhReport *
trinh_store_load (TrinhStore *self,
                  const char *report_id,
                  TrinhRegimeLibrary *library,
                  GError **error)
{
  g_auto (Request) request = { .id = report_id };
  g_autofree char *name = NULL;
  TrinhReport *report;

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (report_id != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (library), NULL);

  if (!_trinh_store_call (self, load_in_worker, &request, error))
    return NULL;

  name = g_strdup_printf ("%s/%s", self->path, report_id);
  report = trinh_content_to_report (request.content, name, library, error);
  if (report != NULL)
    trinh_report_set_saved_revision (report, request.content->revision);
  return report;
}

gboolean
trinh_store_remove (TrinhStore *self,
                    const char *report_id,
                    GError **error)
{
  Request request = { .id = report_id };
  guint position;

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (report_id != NULL, FALSE);

  if (!_trinh_store_call (self, remove_in_worker, &request, error))
    return FALSE;

  position = find_position (self, report_id);
  if (position != G_MAXUINT)
    g_list_store_remove (self->entries, position);
  return TRUE;
}

GListModel *
trinh_store_get_entries (TrinhStore *self)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);

  return G_LIST_MODEL (self->entries);
}

TrinhStoreEntry *
trinh_store_find_entry (TrinhStore *self,
                        const char *regime,
                        const char *office_name,
                        TrinhPeriod period)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (regime != NULL, NULL);
  g_return_val_if_fail (office_name != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_str_equal (trinh_store_entry_get_regime (entry), regime) &&
          g_str_equal (trinh_store_entry_get_office (entry), office_name) &&
          trinh_period_equal (trinh_store_entry_get_period (entry), period))
        return g_steal_pointer (&entry);
    }
  return NULL;
}

gboolean
_trinh_store_call (TrinhStore *self,
                   TrinhConnectionFunc func,
                   gpointer data,
                   GError **error)
{
  if (self->database != NULL)
    return trinh_database_call (self->database, func, data, error);

  trinh_store_set_error (error, SQLITE_CANTOPEN, self->path, _ ("it was closed already"));
  return FALSE;
}

gboolean
_trinh_store_post (TrinhStore *self,
                   TrinhConnectionFunc func,
                   gpointer data,
                   GCancellable *cancellable,
                   TrinhDatabaseDone done)
{
  if (self->database == NULL)
    return FALSE;
  trinh_database_post (self->database, func, data, cancellable, done);
  return TRUE;
}
