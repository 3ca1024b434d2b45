/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-session-review-private.h"
#include "trinh-session-sign-private.h"
#include "trinh-session-signing.h"
#include "trinh-worker.h"

/* What the thread signs, and what is kept with it then. Nobody else has the document. */
typedef struct
{
  TrinhWork *work;
  TrinhSigner *signer;
  TrinhDocument *document;
  GBytes *pdf;
  TrinhStep *approval;   /* (nullable): goes with the signature */
  GBytes *picture;       /* (nullable) */
  char *number;          /* (nullable): given anew */
  char *field_number;    /* (nullable): the file has a field for it */
  TrinhSigningOrder own; /* borrows from these */
  guint32 date;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->work);
  g_object_unref (job->signer);
  g_object_unref (job->document);
  g_bytes_unref (job->pdf);
  g_clear_object (&job->approval);
  g_clear_pointer (&job->picture, g_bytes_unref);
  g_free (job->number);
  g_free (job->field_number);
  g_free (job);
}

/* @own: what prepares the signature has filled in */
static Job *
job_new (TrinhWork *work,
         TrinhSigner *signer,
         GBytes *pdf,
         TrinhReport *carried,
         const TrinhSigningOrder *own)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (carried);
  Job *job = g_new0 (Job, 1);

  job->work = g_object_ref (work);
  job->signer = g_object_ref (signer);
  job->document = trinh_document_new (evaluation);
  job->pdf = g_bytes_ref (pdf);
  job->picture = own->picture != NULL ? g_bytes_ref (own->picture) : NULL;
  job->field_number = g_strdup (own->number);
  job->own = *own;
  job->own.number = job->field_number;

  return job;
}

static void
sign_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  GBytes *done = _trinh_session_sign_document (job->pdf, job->document, job->signer, &job->own, &error);

  if (done != NULL)
    g_task_return_pointer (task, done, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Only now anything changes. */
static void
signed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) done = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean kept = FALSE;

  if (done != NULL && job->own.role == TRINH_SIGNING_ROLE_OFFICE)
    kept = _trinh_session_keep_issued (job->work, done, job->number, job->date, &error);
  else if (done != NULL)
    kept = _trinh_session_keep_signed (job->work, job->approval, trinh_signer_get_certificate (job->signer), done, &error);
  if (kept)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Takes @job */
static void
run (GTask *task,
     Job *job)
{
  g_autoptr (GTask) signing = g_task_new (NULL, g_task_get_cancellable (task), signed_cb, g_object_ref (task));

  g_task_set_source_tag (signing, run);
  g_task_set_task_data (signing, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (signing, TRUE);
  trinh_worker_run (signing, sign_thread);
}

void
trinh_session_sign_work_async (TrinhSession *self,
                               TrinhWork *work,
                               GBytes *pdf,
                               TrinhSigner *signer,
                               const TrinhSigningOrder *order,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TrinhReport) carried = NULL;
  g_autoptr (TrinhStep) approval = NULL;
  g_autoptr (GError) error = NULL;
  const TrinhSigningOrder own = { TRINH_SIGNING_ROLE_SIGNATORY, .picture = order != NULL ? order->picture : NULL };
  Job *job;

  g_return_if_fail (TRINH_IS_SESSION (self));
  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (pdf != NULL);
  g_return_if_fail (TRINH_IS_SIGNER (signer));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, trinh_session_sign_work_async);
  /* Once it is kept it is done, whatever was pressed meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  carried = _trinh_session_prepare_sign (self, work, pdf, signer, &approval, &error);
  if (carried == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  job = job_new (work, signer, pdf, carried, &own);
  job->approval = g_steal_pointer (&approval);
  run (task, job);
}

void
trinh_session_issue_async (TrinhSession *self,
                           TrinhWork *work,
                           const char *number,
                           guint32 date,
                           TrinhSigner *signer,
                           const TrinhSigningOrder *order,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TrinhReport) carried = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  TrinhSigningOrder own = { .picture = order != NULL ? order->picture : NULL };
  Job *job;

  g_return_if_fail (TRINH_IS_SESSION (self));
  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (TRINH_IS_SIGNER (signer));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, trinh_session_issue_async);
  g_task_set_check_cancellable (task, FALSE);
  carried = _trinh_session_prepare_issue (self, work, signer, &number, &date, &own, &pdf, &error);
  if (carried == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  job = job_new (work, signer, pdf, carried, &own);
  job->number = g_strdup (number);
  job->date = date;
  run (task, job);
}

gboolean
trinh_session_signing_finish (GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
