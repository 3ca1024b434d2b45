/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-findings.h"
#include "trinh-session-private.h"
#include "trinh-worker.h"

/* Milliseconds without a change, so that nothing is laid out between two keys */
#define DELAY 900

struct _TrinhLayoutFindings
{
  GObject parent_instance;

  /* Owned References */
  TrinhEvaluation *evaluation;
  GPtrArray *findings;
  GCancellable *running;

  guint source;
  gboolean active;
  gboolean stale;
};

static void trinh_layout_findings_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhLayoutFindings, trinh_layout_findings, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, trinh_layout_findings_list_model_init))

/* For the other thread; the list itself may be gone when the pages are done. */
typedef struct
{
  TrinhDocument *document;
  TrinhPages *pages; /* (nullable): not laid out yet */
  TrinhRegime *regime;
  GWeakRef list;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->document);
  g_clear_object (&job->pages);
  g_clear_object (&job->regime);
  g_weak_ref_clear (&job->list);
  g_free (job);
}

static void
take (TrinhLayoutFindings *self,
      GPtrArray *findings)
{
  const guint before = self->findings->len;

  g_ptr_array_unref (self->findings);
  self->findings = g_ptr_array_ref (findings);
  if (before > 0 || findings->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, findings->len);
}

static void
checked_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (TrinhLayoutFindings) self = g_weak_ref_get (&job->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->running);
  /* Where there are no pages, the preview says why. */
  if (findings == NULL)
    findings = g_ptr_array_new_with_free_func (g_object_unref);
  take (self, findings);
}

static void
check_in_thread (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *findings = job->pages != NULL ? trinh_session_check_laid_out (job->pages, job->regime, &error)
                                           : _trinh_session_check_document (job->document, job->regime, cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* @pages: (nullable) */
static void
start (TrinhLayoutFindings *self,
       TrinhPages *pages)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  self->stale = FALSE;

  if (pages != NULL)
    job->pages = g_object_ref (pages);
  else
    job->document = trinh_document_new (self->evaluation);
  job->regime = g_object_ref (trinh_report_get_regime (trinh_evaluation_get_report (self->evaluation)));
  g_weak_ref_init (&job->list, self);
  task = g_task_new (NULL, self->running, checked_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  trinh_worker_run (task, check_in_thread);
}

static gboolean
due (gpointer user_data)
{
  TrinhLayoutFindings *self = user_data;

  self->source = 0;
  start (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
queue (TrinhLayoutFindings *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->active && self->stale)
    self->source = g_timeout_add (DELAY, due, self);
}

static void
changed_cb (TrinhLayoutFindings *self)
{
  self->stale = TRUE;
  queue (self);
}

static void
trinh_layout_findings_dispose (GObject *object)
{
  TrinhLayoutFindings *self = TRINH_LAYOUT_FINDINGS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->evaluation);

  G_OBJECT_CLASS (trinh_layout_findings_parent_class)->dispose (object);
}

static void
trinh_layout_findings_finalize (GObject *object)
{
  TrinhLayoutFindings *self = TRINH_LAYOUT_FINDINGS (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_layout_findings_parent_class)->finalize (object);
}

static void
trinh_layout_findings_class_init (TrinhLayoutFindingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trinh_layout_findings_dispose;
  object_class->finalize = trinh_layout_findings_finalize;
}

static void
trinh_layout_findings_init (TrinhLayoutFindings *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = TRUE;
}

static GType
get_item_type (GListModel *model)
{
  return TRINH_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return TRINH_LAYOUT_FINDINGS (model)->findings->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  TrinhLayoutFindings *self = TRINH_LAYOUT_FINDINGS (model);

  return position < self->findings->len ? g_object_ref (self->findings->pdata[position]) : NULL;
}

static void
trinh_layout_findings_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

TrinhLayoutFindings *
trinh_layout_findings_new (TrinhEvaluation *evaluation)
{
  TrinhLayoutFindings *self;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  self = g_object_new (TRINH_TYPE_LAYOUT_FINDINGS, NULL);
  self->evaluation = g_object_ref (evaluation);
  g_signal_connect_object (trinh_evaluation_get_report (evaluation), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
trinh_layout_findings_set_active (TrinhLayoutFindings *self,
                                  gboolean active)
{
  g_return_if_fail (TRINH_IS_LAYOUT_FINDINGS (self));

  if (self->active == active)
    return;

  self->active = active;
  queue (self);
}

void
trinh_layout_findings_take_pages (TrinhLayoutFindings *self,
                                  TrinhPages *pages)
{
  g_return_if_fail (TRINH_IS_LAYOUT_FINDINGS (self));
  g_return_if_fail (TRINH_IS_PAGES (pages));

  if (!self->stale)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  start (self, pages);
}

GPtrArray *
trinh_layout_findings_get_all (TrinhLayoutFindings *self)
{
  g_return_val_if_fail (TRINH_IS_LAYOUT_FINDINGS (self), NULL);

  return self->findings;
}

guint
trinh_layout_findings_count (TrinhLayoutFindings *self,
                             TrinhSeverity severity)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_LAYOUT_FINDINGS (self), 0);

  for (guint i = 0; i < self->findings->len; i++)
    n += trinh_finding_get_severity (self->findings->pdata[i]) == severity;

  return n;
}
