/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* An edit goes to disk, with what belongs to it, or not at all. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-number-private.h"
#include "trinh-repository-private.h"
#include "trinh-store-private.h"

/* What goes to the worker thread and comes back; each request uses what it needs. */
typedef struct
{
  TrinhContent *first; /* (nullable): goes before the other */
  TrinhContent *content;
  TrinhHeader *header;
  GPtrArray *files; /* of TrinhKeptFile */
  TrinhStoreNumber number;
  GTask *task;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->first, trinh_content_free);
  g_clear_pointer (&request->content, trinh_content_free);
  g_clear_pointer (&request->header, trinh_header_free);
  g_clear_pointer (&request->files, g_ptr_array_unref);
  g_clear_object (&request->task);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
save_in_transaction (TrinhConnection *connection,
                     gpointer data,
                     GError **error)
{
  Request *request = data;
  g_autoptr (TrinhHeader) between = NULL;

  for (guint i = 0; request->files != NULL && i < request->files->len; i++)
    if (!trinh_repository_put_file (connection, request->files->pdata[i], error))
      return FALSE;
  if (request->first != NULL && !trinh_repository_save (connection, request->first, &between, error))
    return FALSE;

  return trinh_repository_save (connection, request->content, &request->header, error) &&
         (request->number == TRINH_STORE_NUMBER_ANY || trinh_repository_check_number (connection, request->content->id, error));
}

static gboolean
save_in_worker (TrinhConnection *connection,
                gpointer data,
                GError **error)
{
  return trinh_connection_transact (connection, save_in_transaction, data, error);
}

static void
save_edit_done (gpointer data,
                GError *error)
{
  Request *request = data;
  TrinhStore *self = g_task_get_source_object (request->task);

  if (error == NULL)
    _trinh_store_show_news (self, request->header);

  if (error != NULL)
    g_task_return_error (request->task, error);
  else
    g_task_return_boolean (request->task, TRUE);
  request_clear (request);
  g_free (request);
}

void
trinh_store_save_edit_async (TrinhStore *self,
                             const char *report_id,
                             guint revision,
                             TrinhEdit *edit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request;

  g_return_if_fail (TRINH_IS_STORE (self));
  g_return_if_fail (report_id != NULL);
  g_return_if_fail (edit != NULL);

  request = g_new0 (Request, 1);
  request->content = trinh_content_from_edit (report_id, revision, edit);
  request->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (request->task, trinh_store_save_edit_async);
  /* Cancelling comes too late for what is on disk; the worker looks before it begins. */
  g_task_set_check_cancellable (request->task, FALSE);

  if (_trinh_store_post (self, save_in_worker, request, cancellable, save_edit_done))
    return;
  g_task_return_new_error (request->task, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN, _ ("“%s” was closed already; the change is not saved."), trinh_store_get_path (self));
  request_clear (request);
  g_free (request);
}

gboolean
trinh_store_save_edit_finish (TrinhStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
trinh_store_save_edit (TrinhStore *self,
                       const char *report_id,
                       guint revision,
                       TrinhEdit *edit,
                       GError **error)
{
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (report_id != NULL, FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  request.content = trinh_content_from_edit (report_id, revision, edit);
  if (!_trinh_store_call (self, save_in_worker, &request, error))
    return FALSE;

  _trinh_store_show_header (self, request.header);
  return TRUE;
}

/* (transfer full) (element-type TrinhKeptFile) */
static GPtrArray *
list_files (const TrinhStoreFile *files,
            guint n_files,
            GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_kept_file_free);

  for (guint i = 0; i < n_files; i++)
    {
      TrinhKeptFile *file = trinh_kept_file_new (files[i].name, files[i].media_type, files[i].bytes, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (list, file);
    }

  return g_steal_pointer (&list);
}

gboolean
trinh_store_save_two_steps (TrinhStore *self,
                            const char *report_id,
                            guint revision,
                            TrinhEdit *first,
                            TrinhEdit *edit,
                            TrinhStoreNumber number,
                            const TrinhStoreFile *files,
                            guint n_files,
                            GError **error)
{
  g_auto (Request) request = { .number = number };

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (report_id != NULL, FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (files != NULL || n_files == 0, FALSE);

  request.files = list_files (files, n_files, error);
  if (request.files == NULL)
    return FALSE;
  request.first = first != NULL ? trinh_content_from_edit (report_id, revision - 1, first) : NULL;
  request.content = trinh_content_from_edit (report_id, revision, edit);
  if (!_trinh_store_call (self, save_in_worker, &request, error))
    return FALSE;

  _trinh_store_show_header (self, request.header);
  return TRUE;
}

gboolean
trinh_store_save_step (TrinhStore *self,
                       const char *report_id,
                       guint revision,
                       TrinhEdit *edit,
                       TrinhStoreNumber number,
                       const TrinhStoreFile *files,
                       guint n_files,
                       GError **error)
{
  return trinh_store_save_two_steps (self, report_id, revision, NULL, edit, number, files, n_files, error);
}
