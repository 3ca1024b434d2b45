/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-private.h"
#include "trinh-worker.h"

static const TrinhFormats *formats;

/* What is to be exported, read on the main thread and then independent of it. */
typedef struct
{
  /* Owned References */
  TrinhDocument *document;
  GBytes *bytes;
  GFile *target;
  GMainContext *context;
  GError *error; /* why there are no bytes */

  TrinhExportFormat format;
  TrinhProgressFunc progress;
  gpointer progress_data;
} Export;

typedef struct
{
  TrinhProgressFunc function;
  gpointer user_data;
  guint done;
  guint total;
} Progress;

static void
export_free (Export *export)
{
  g_clear_object (&export->document);
  g_clear_object (&export->target);
  g_clear_pointer (&export->bytes, g_bytes_unref);
  g_clear_pointer (&export->context, g_main_context_unref);
  g_clear_error (&export->error);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static char *
forms_to_tsv (TrinhEvaluation *evaluation)
{
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (trinh_evaluation_get_report (evaluation)));
  GString *text = g_string_new (NULL);
  g_autofree char *head = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);
      g_autofree char *part = trinh_session_form_to_tsv (form, evaluation);
      const char *body = strchr (part, '\n') + 1;
      g_autofree char *part_head = g_strndup (part, body - part);

      /* A form with more columns has another head: it is written again. */
      if (g_strcmp0 (head, part_head) != 0)
        g_string_append (text, part_head);
      g_string_append (text, body);
      g_set_str (&head, part_head);
    }

  return g_string_free_and_steal (text);
}

static GBytes *
evaluation_to_file_bytes (TrinhEvaluation *evaluation)
{
  g_autoptr (JsonNode) node = trinh_evaluation_report_to_json (evaluation);
  char *text = trinh_json_to_text (node);

  return g_bytes_new_take (text, strlen (text));
}

/* What has been approved is exported to be signed. Until then, on paper and screen until it is signed, it is a draft. */
TrinhDocument *
_trinh_session_make_document (TrinhEvaluation *evaluation,
                              TrinhExportFormat format)
{
  TrinhDocument *document = trinh_document_new (evaluation);
  const TrinhReportState state = trinh_report_get_state (trinh_evaluation_get_report (evaluation));

  if (format == TRINH_EXPORT_FINAL_PDF || (format == TRINH_EXPORT_PDF && state == TRINH_STATE_APPROVED))
    trinh_document_set_draft (document, FALSE);

  return document;
}

static gboolean
is_plain (TrinhExportFormat format)
{
  return format == TRINH_EXPORT_JSON || format == TRINH_EXPORT_TSV || format == TRINH_EXPORT_PNG;
}

static Export *
export_new (TrinhEvaluation *evaluation,
            TrinhExportFormat format)
{
  Export *export = g_new0 (Export, 1);

  export->format = format;
  if (format == TRINH_EXPORT_TSV)
    {
      char *text = forms_to_tsv (evaluation);
      export->bytes = g_bytes_new_take (text, strlen (text));
    }
  else if (format == TRINH_EXPORT_JSON)
    export->bytes = evaluation_to_file_bytes (evaluation);
  else if (format == TRINH_EXPORT_XLSX)
    export->bytes = formats->render_spreadsheet (evaluation, &export->error);
  else
    export->document = _trinh_session_make_document (evaluation, format);

  return export;
}

static TrinhPages *
export_lay_out (Export *export,
                GCancellable *cancellable,
                GError **error)
{
  return trinh_pages_new (export->document, export->progress, export->progress_data, cancellable, error);
}

static gboolean
export_write_pictures (Export *export,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TrinhPages) pages = export_lay_out (export, cancellable, error);

  return pages != NULL && _trinh_session_write_pictures (pages, export->target, cancellable, error);
}

static GBytes *
export_render (Export *export,
               GCancellable *cancellable,
               GError **error)
{
  TrinhPages *pages;

  if (export->bytes != NULL)
    return g_bytes_ref (export->bytes);
  if (export->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&export->error));
      return NULL;
    }
  if (export->format == TRINH_EXPORT_DOCX)
    return formats->render_document (export->document, export->progress, export->progress_data, cancellable, error);

  pages = export_lay_out (export, cancellable, error);
  if (pages == NULL)
    return NULL;

  return formats->render_pdf (pages, export->progress, export->progress_data, cancellable, error);
}

static gboolean
export_run (Export *export,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (export->format == TRINH_EXPORT_PNG)
    return export_write_pictures (export, cancellable, error);

  bytes = export_render (export, cancellable, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return trinh_session_write_file (export->target, bytes, error);
}

void
_trinh_session_set_formats (const TrinhFormats *all)
{
  formats = all;
}

const TrinhFormats *
_trinh_session_get_formats (void)
{
  return formats;
}

GBytes *
trinh_session_export_last (TrinhEvaluation *evaluation,
                           TrinhExportFormat format,
                           GError **error)
{
  g_autoptr (Export) export = NULL;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (format != TRINH_EXPORT_PNG, NULL);
  g_return_val_if_fail (formats != NULL || is_plain (format), NULL);

  export = export_new (evaluation, format);
  g_object_unref (evaluation);

  return export_render (export, NULL, error);
}

GBytes *
trinh_session_export_bytes (TrinhEvaluation *evaluation,
                            TrinhExportFormat format,
                            GError **error)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  return trinh_session_export_last (g_object_ref (evaluation), format, error);
}

gboolean
trinh_session_export_file (TrinhEvaluation *evaluation,
                           TrinhExportFormat format,
                           GFile *target,
                           TrinhProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (Export) export = NULL;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (formats != NULL || is_plain (format), FALSE);

  export = export_new (evaluation, format);
  export->target = g_object_ref (target);
  export->progress = progress;
  export->progress_data = user_data;

  return export_run (export, cancellable, error);
}

static gboolean
progress_dispatch (gpointer user_data)
{
  Progress *progress = user_data;

  progress->function (progress->done, progress->total, progress->user_data);

  return G_SOURCE_REMOVE;
}

static void
progress_forward (guint done,
                  guint total,
                  gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  TrinhProgressFunc function = g_object_get_data (G_OBJECT (task), "progress");
  Progress *progress = g_new0 (Progress, 1);
  /* Not by g_main_context_invoke(): that runs here and now while nobody holds the context. */
  g_autoptr (GSource) source = g_idle_source_new ();

  progress->function = function;
  progress->user_data = g_object_get_data (G_OBJECT (task), "progress-data");
  progress->done = done;
  progress->total = total;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, progress_dispatch, progress, g_free);
  g_source_attach (source, export->context);
}

static void
export_in_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (export_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
trinh_session_export_async (TrinhEvaluation *evaluation,
                            TrinhExportFormat format,
                            GFile *target,
                            TrinhProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (TRINH_IS_EVALUATION (evaluation));
  g_return_if_fail (G_IS_FILE (target));
  g_return_if_fail (formats != NULL || is_plain (format));

  task = g_task_new (NULL, cancellable, callback, callback_data);
  g_task_set_source_tag (task, trinh_session_export_async);
  /* What was written by then is written: the thread alone says whether it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  export = export_new (evaluation, format);
  export->target = g_object_ref (target);
  export->context = g_main_context_ref_thread_default ();
  if (progress != NULL)
    {
      g_object_set_data (G_OBJECT (task), "progress", progress);
      g_object_set_data (G_OBJECT (task), "progress-data", user_data);
      export->progress = progress_forward;
      export->progress_data = task;
    }
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  trinh_worker_run (task, export_in_thread);
}

gboolean
trinh_session_export_finish (GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
