/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The store is checked while somebody works: a view of its own is read in a thread of its own. */

#include "config.h"

#include "trinh-session-watch.h"

#include "trinh-session-review-private.h"
#include "trinh-worker.h"

/* The session's data: the cancellable of the check under way */
#define WATCH "trinh-watch"

typedef struct
{
  char *database;
  char **data;
} Job;

static void
job_free (Job *job)
{
  g_free (job->database);
  g_strfreev (job->data);
  g_free (job);
}

static void
free_problems (gpointer problems)
{
  g_ptr_array_unref (problems);
}

static void
watch_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhSession) view = _trinh_session_new_reading (job->database, (const char *const *) job->data, &error);
  g_autoptr (GPtrArray) problems = view != NULL ? _trinh_session_list_problems (view, cancellable, &error) : NULL;

  if (problems != NULL)
    g_task_return_pointer (task, g_steal_pointer (&problems), free_problems);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
weak_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
end_watch (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  g_object_unref (cancellable);
}

/* A session that is gone waits for nothing: the thread is not what keeps it. */
static void
watched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (TrinhSession) self = g_weak_ref_get (user_data);

  weak_free (user_data);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (problems == NULL)
    {
      problems = trinh_problem_list_new ();
      g_ptr_array_add (problems, trinh_problem_new (NULL, NULL, NULL, error->message));
    }
  g_object_set_data (G_OBJECT (self), WATCH, NULL);
  _trinh_session_set_problems (self, problems);
}

static Job *
job_new (TrinhSession *session,
         TrinhStore *store)
{
  Job *job = g_new0 (Job, 1);

  job->database = g_strdup (trinh_store_get_path (store));
  job->data = g_strdupv (_trinh_session_get_data (session));

  return job;
}

void
trinh_session_watch_store (TrinhSession *self)
{
  g_autoptr (GTask) task = NULL;
  GCancellable *cancellable;
  TrinhStore *store;
  GWeakRef *weak;

  g_return_if_fail (TRINH_IS_SESSION (self));

  store = trinh_session_get_store (self, NULL);
  if (store == NULL || g_object_get_data (G_OBJECT (self), WATCH) != NULL)
    return;
  cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self), WATCH, cancellable, end_watch);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, cancellable, watched_cb, weak);
  g_task_set_source_tag (task, trinh_session_watch_store);
  g_task_set_task_data (task, job_new (self, store), (GDestroyNotify) job_free);
  trinh_worker_run (task, watch_thread);
}

void
trinh_session_cancel_watch (TrinhSession *self)
{
  g_return_if_fail (TRINH_IS_SESSION (self));

  g_object_set_data (G_OBJECT (self), WATCH, NULL);
}
