/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-worker.h"

typedef struct
{
  GMutex lock;
  GCond go;
  gboolean may_end;
  gboolean has_ended;
} Work;

static void
wait_for_leave (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Work *work = data;

  g_mutex_lock (&work->lock);
  while (!work->may_end)
    g_cond_wait (&work->go, &work->lock);
  g_mutex_unlock (&work->lock);
  g_usleep (20000);
  g_atomic_int_set (&work->has_ended, TRUE);
  g_task_return_boolean (task, TRUE);
}

static void
leave (Work *work)
{
  g_mutex_lock (&work->lock);
  work->may_end = TRUE;
  g_cond_signal (&work->go);
  g_mutex_unlock (&work->lock);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gboolean returned = g_task_propagate_boolean (G_TASK (result), &error);

  g_assert_true (returned || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  *(gboolean *) user_data = TRUE;
}

static void
test_none (void)
{
  g_assert_true (trinh_worker_finish (0));
}

static void
test_waits (void)
{
  Work work = { 0 };
  gboolean told = FALSE;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, &told);

  g_task_set_task_data (task, &work, NULL);
  trinh_worker_run (task, wait_for_leave);
  g_assert_false (trinh_worker_finish (10));
  leave (&work);
  g_assert_true (trinh_worker_finish (60000));
  g_assert_true (g_atomic_int_get (&work.has_ended));
  while (!told)
    g_main_context_iteration (NULL, TRUE);
}

/* A task that is cancelled tells so at once; its thread may still be at work. */
static void
test_cancelled (void)
{
  Work work = { 0 };
  gboolean told = FALSE;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done_cb, &told);

  g_task_set_task_data (task, &work, NULL);
  g_task_set_return_on_cancel (task, TRUE);
  trinh_worker_run (task, wait_for_leave);
  g_cancellable_cancel (cancellable);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (trinh_worker_finish (10));
  leave (&work);
  g_assert_true (trinh_worker_finish (60000));
  g_assert_true (g_atomic_int_get (&work.has_ended));
}

/* Told of by the one who freed it */
typedef struct
{
  Work work;
  GThread *freed_in;
} Held;

static void
held_free (gpointer data)
{
  ((Held *) data)->freed_in = g_thread_self ();
}

/* What a cancelled task holds, its thread outlives; it is freed where the task was begun all the same. */
static void
test_lets_go (void)
{
  Held held = { 0 };
  gboolean told = FALSE;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GTask *task = g_task_new (NULL, cancellable, done_cb, &told);

  g_task_set_task_data (task, &held, held_free);
  g_task_set_return_on_cancel (task, TRUE);
  trinh_worker_run (task, wait_for_leave);
  g_object_unref (task);
  g_cancellable_cancel (cancellable);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (held.freed_in);

  leave (&held.work);
  while (held.freed_in == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (held.freed_in == g_thread_self ());
  g_assert_true (trinh_worker_finish (60000));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/none", test_none);
  g_test_add_func ("/worker/waits", test_waits);
  g_test_add_func ("/worker/cancelled", test_cancelled);
  g_test_add_func ("/worker/lets-go", test_lets_go);

  return g_test_run ();
}
