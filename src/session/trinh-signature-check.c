/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-session-private.h"
#include "trinh-session-sign.h"
#include "trinh-signature-check.h"
#include "trinh-worker.h"

/* What the thread works on; nobody else has the report */
typedef struct
{
  GBytes *pdf;
  TrinhReport *report;     /* (nullable) */
  TrinhDocument *document; /* (nullable) */
} Job;

static void
job_free (Job *job)
{
  g_bytes_unref (job->pdf);
  g_clear_object (&job->report);
  g_clear_object (&job->document);
  g_free (job);
}

static Job *
job_new (TrinhSession *session,
         GBytes *pdf)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (TrinhEvaluation) evaluation = NULL;

  job->pdf = g_bytes_ref (pdf);
  job->report = _trinh_session_read_pdf (session, pdf, "", NULL);
  if (job->report == NULL)
    return job;
  evaluation = trinh_evaluation_new (job->report);
  job->document = trinh_document_new (evaluation);
  return job;
}

static void
free_check (gpointer check)
{
  trinh_signature_check_free (check);
}

static void
check_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (TrinhTrust) trust = trinh_session_make_trust ();
  g_autoptr (TrinhSignatureCheck) check = g_new0 (TrinhSignatureCheck, 1);
  g_autoptr (GError) error = NULL;

  check->signatures = trinh_pdf_verify (job->pdf, trust, &error);
  if (check->signatures == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  check->attached = job->report != NULL;
  if (check->attached)
    _trinh_session_match_document (job->document, job->report, job->pdf, &check->match, &check->explanation, NULL);
  g_task_return_pointer (task, g_steal_pointer (&check), free_check);
}

gboolean
trinh_signature_check_is_good (const TrinhSignatureCheck *self)
{
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  good = self->signatures->len > 0;
  for (guint i = 0; i < self->signatures->len; i++)
    {
      const TrinhSignature *signature = g_ptr_array_index (self->signatures, i);

      good = good && signature->valid && signature->state == TRINH_CERTIFICATE_STATE_TRUSTED;
    }
  return good;
}

void
trinh_signature_check_free (TrinhSignatureCheck *self)
{
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_free (self->explanation);
  g_free (self);
}

void
trinh_session_check_signatures_async (TrinhSession *self,
                                      GBytes *pdf,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRINH_IS_SESSION (self));
  g_return_if_fail (pdf != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, trinh_session_check_signatures_async);
  g_task_set_task_data (task, job_new (self, pdf), (GDestroyNotify) job_free);
  trinh_worker_run (task, check_thread);
}

TrinhSignatureCheck *
trinh_session_check_signatures_finish (GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
