/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-database-private.h"
#include "trinh-migration-private.h"

struct _TrinhDatabase
{
  char *path;
  GThread *thread;
  GAsyncQueue *requests;

  /* Owned by the worker thread */
  TrinhConnection *connection;
};

/* A request that is waited for lives on the stack of who waits. */
typedef struct
{
  TrinhConnectionFunc func; /* NULL: the last one */
  gpointer data;
  GError *error;

  /* Waited for */
  GMutex mutex;
  GCond cond;
  gboolean finished;

  /* Posted */
  TrinhDatabaseDone done;
  GCancellable *cancellable;
  GMainContext *context;
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->cancellable);
  g_clear_pointer (&request->context, g_main_context_unref);
  g_clear_error (&request->error);
  g_free (request);
}

static gboolean
request_deliver_cb (gpointer user_data)
{
  Request *request = user_data;

  request->done (request->data, g_steal_pointer (&request->error));
  return G_SOURCE_REMOVE;
}

static void
request_deliver (Request *request)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, request_deliver_cb, request, (GDestroyNotify) request_free);
  g_source_attach (source, request->context);
}

static void
request_wake (Request *request)
{
  g_mutex_lock (&request->mutex);
  request->finished = TRUE;
  g_cond_signal (&request->cond);
  g_mutex_unlock (&request->mutex);
}

static void
request_carry_out (Request *request,
                   TrinhConnection *connection)
{
  if (!g_cancellable_set_error_if_cancelled (request->cancellable, &request->error))
    request->func (connection, request->data, &request->error);

  if (request->done != NULL)
    request_deliver (request);
  else
    request_wake (request);
}

static gpointer
work (gpointer user_data)
{
  TrinhDatabase *self = user_data;

  for (;;)
    {
      Request *request = g_async_queue_pop (self->requests);

      if (request->func == NULL)
        {
          g_free (request);
          break;
        }
      request_carry_out (request, self->connection);
    }

  g_clear_pointer (&self->connection, trinh_connection_close);
  return NULL;
}

static gboolean
open_connection (TrinhConnection *connection,
                 gpointer data,
                 GError **error)
{
  TrinhDatabase *self = data;

  self->connection = trinh_connection_open (self->path, TRINH_CONNECTION_CREATE, error);
  return self->connection != NULL && trinh_migration_run (self->connection, error);
}

/* What is read first begins the view; it ends with the connection. */
static gboolean
open_view (TrinhConnection *connection,
           gpointer data,
           GError **error)
{
  TrinhDatabase *self = data;

  self->connection = trinh_connection_open (self->path, TRINH_CONNECTION_READ_ONLY, error);
  return self->connection != NULL && trinh_connection_run (self->connection, "BEGIN", error);
}

static TrinhDatabase *
open_with (const char *path,
           TrinhConnectionFunc func,
           GError **error)
{
  g_autoptr (TrinhDatabase) self = g_new0 (TrinhDatabase, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->requests = g_async_queue_new ();
  self->thread = g_thread_new ("trinh-store", work, self);
  if (!trinh_database_call (self, func, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

TrinhDatabase *
trinh_database_open (const char *path,
                     GError **error)
{
  return open_with (path, open_connection, error);
}

TrinhDatabase *
trinh_database_open_reading (const char *path,
                             GError **error)
{
  return open_with (path, open_view, error);
}

void
trinh_database_close (TrinhDatabase *self)
{
  g_async_queue_push (self->requests, g_new0 (Request, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->requests);
  g_free (self->path);
  g_free (self);
}

const char *
trinh_database_get_path (TrinhDatabase *self)
{
  return self->path;
}

gboolean
trinh_database_call (TrinhDatabase *self,
                     TrinhConnectionFunc func,
                     gpointer data,
                     GError **error)
{
  Request request = { .func = func, .data = data };

  g_mutex_init (&request.mutex);
  g_cond_init (&request.cond);
  g_async_queue_push (self->requests, &request);

  g_mutex_lock (&request.mutex);
  while (!request.finished)
    g_cond_wait (&request.cond, &request.mutex);
  g_mutex_unlock (&request.mutex);

  g_mutex_clear (&request.mutex);
  g_cond_clear (&request.cond);
  if (request.error == NULL)
    return TRUE;
  g_propagate_error (error, request.error);
  return FALSE;
}

void
trinh_database_post (TrinhDatabase *self,
                     TrinhConnectionFunc func,
                     gpointer data,
                     GCancellable *cancellable,
                     TrinhDatabaseDone done)
{
  Request *request = g_new0 (Request, 1);

  request->func = func;
  request->data = data;
  request->done = done;
  g_set_object (&request->cancellable, cancellable);
  request->context = g_main_context_ref_thread_default ();
  g_async_queue_push (self->requests, request);
}
