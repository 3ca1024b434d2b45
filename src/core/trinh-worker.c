/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-worker.h"

/* What a thread still does when main returns, it does with libraries that are being taken down: signatures, fonts and
 * PDF each have something of their own to free at the end. So whoever ends the program waits for its threads first. */
static GMutex lock;
static GCond ended;
static guint n_running;

static GQuark
function_quark (void)
{
  return g_quark_from_static_string ("trinh-worker-function");
}

static void
count_down (void)
{
  g_mutex_lock (&lock);
  n_running--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&lock);
}

static void
work (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  const GTaskThreadFunc function = (GTaskThreadFunc) (gpointer) g_object_get_qdata (G_OBJECT (task), function_quark ());

  function (task, source, data, cancellable);
  count_down ();
}

static gboolean
is_done (gpointer task)
{
  return G_SOURCE_REMOVE;
}

static void let_go_cb (gpointer task,
                       GObject *object,
                       gboolean is_last);

static void
let_go (gpointer task)
{
  g_object_remove_toggle_ref (task, let_go_cb, NULL);
}

/* The thread may be the last one that holds the task, and with it a widget, a document or a report, which are no thread's to
 * take down: they go where the task was begun. */
static void
let_go_cb (gpointer data,
           GObject *object,
           gboolean is_last)
{
  g_autoptr (GSource) source = NULL;

  if (!is_last)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  /* Also where nothing is done any more there. */
  g_source_set_callback (source, is_done, object, let_go);
  g_source_attach (source, g_task_get_context (G_TASK (object)));
}

/**
 * trinh_worker_run:
 * @task: a task
 * @function: what it does in a thread
 *
 * g_task_run_in_thread() for work that the program waits for when it ends; see trinh_worker_finish(). What the task holds is
 * let go of in the main context in which the task was made, never in the thread.
 */
void
trinh_worker_run (GTask *task,
                  GTaskThreadFunc function)
{
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (function != NULL);

  g_object_set_qdata (G_OBJECT (task), function_quark (), (gpointer) function);
  g_mutex_lock (&lock);
  n_running++;
  g_mutex_unlock (&lock);
  g_object_add_toggle_ref (G_OBJECT (task), let_go_cb, NULL);
  g_task_run_in_thread (task, work);
}

/**
 * trinh_worker_finish:
 * @limit: how long to wait at most, in milliseconds
 *
 * Waits until no work of trinh_worker_run() is done any more. Nothing is cancelled: whoever began it has done so, where
 * it can be left undone.
 *
 * Returns: whether all has ended
 */
gboolean
trinh_worker_finish (guint limit)
{
  const gint64 until = g_get_monotonic_time () + limit * (gint64) G_TIME_SPAN_MILLISECOND;
  gboolean all;

  g_mutex_lock (&lock);
  while (n_running > 0)
    if (!g_cond_wait_until (&ended, &lock, until))
      break;
  all = n_running == 0;
  g_mutex_unlock (&lock);

  return all;
}
