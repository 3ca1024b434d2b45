/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"
#include "trinh-work-private.h"

/* Of the first row's hash that tells databases apart */
#define JOURNAL_NAME 16

/* Which journal, how far, and what all its rows lead to; (transfer full) (nullable): without a store there is none */
static char *
dup_origin (TrinhWork *work,
            GError **error)
{
  TrinhStore *store = trinh_work_get_store (work);
  g_autofree char *first = trinh_store_dup_journal_head (store, 1, NULL, error);
  g_autofree char *head = NULL;
  gint64 row;

  if (first == NULL)
    return NULL;
  head = trinh_store_dup_journal_head (store, 0, &row, error);

  return head != NULL ? g_strdup_printf (TRINH_ORIGIN_PREFIX "%.*s:%" G_GINT64_FORMAT ":%s", JOURNAL_NAME, first, row, head) : NULL;
}

gboolean
_trinh_session_parse_origin (const char *origin,
                             char **journal,
                             gint64 *row,
                             char **head)
{
  g_auto (GStrv) parts = NULL;
  guint64 number;

  if (origin == NULL || !g_str_has_prefix (origin, TRINH_ORIGIN_PREFIX))
    return FALSE;
  parts = g_strsplit (origin + strlen (TRINH_ORIGIN_PREFIX), ":", -1);
  if (g_strv_length (parts) != 3 || strlen (parts[0]) != JOURNAL_NAME || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  *journal = g_strdup (parts[0]);
  *row = (gint64) number;
  *head = g_strdup (parts[2]);
  return TRUE;
}

/* As the report will be with @approval: only the signature brings it to the report itself. (transfer full) */
static TrinhWork *
approve_copy (TrinhWork *work,
              TrinhStep *approval,
              GError **error)
{
  g_autoptr (TrinhReport) copy = trinh_report_snapshot (trinh_work_get_report (work));
  g_autoptr (TrinhEdit) edit = trinh_review_make_step (copy, approval, error);

  if (edit == NULL || !trinh_report_apply (copy, edit, error))
    return NULL;

  return trinh_work_new (copy, trinh_work_get_store (work), _trinh_work_get_library (work));
}

static GBytes *
render (TrinhWork *work,
        const char *origin,
        GError **error)
{
  g_autoptr (TrinhDocument) document = trinh_document_new (trinh_work_get_evaluation (work));
  TrinhPages *pages;

  trinh_document_set_draft (document, FALSE);
  trinh_document_set_origin (document, origin);
  pages = trinh_pages_new (document, NULL, NULL, NULL, error);

  return pages != NULL ? trinh_pdf_render_last (pages, NULL, NULL, NULL, error) : NULL;
}

GBytes *
_trinh_session_render_final (TrinhWork *work,
                             TrinhStep *approval,
                             const char *origin,
                             GError **error)
{
  g_autoptr (TrinhWork) approved = approval != NULL ? approve_copy (work, approval, error) : NULL;

  if (approval != NULL && approved == NULL)
    return NULL;

  return render (approved != NULL ? approved : work, origin, error);
}

GBytes *
trinh_session_make_final (TrinhWork *work,
                          GError **error)
{
  g_autoptr (TrinhStep) approval = NULL;
  g_autofree char *origin = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  if (trinh_work_can_step (work, TRINH_STEP_APPROVE, NULL))
    approval = _trinh_work_make_step (work, TRINH_STEP_APPROVE, "");
  if (trinh_work_get_store (work) == NULL)
    return _trinh_session_render_final (work, approval, NULL, error);
  if (!trinh_work_flush (work, error))
    return NULL;
  origin = dup_origin (work, error);

  return origin != NULL ? _trinh_session_render_final (work, approval, origin, error) : NULL;
}

static gboolean
is_same (TrinhReport *report,
         TrinhReport *carried)
{
  g_autofree char *ours = trinh_review_dup_digest (report);
  g_autofree char *theirs = trinh_review_dup_digest (carried);

  return g_str_equal (trinh_report_get_id (report), trinh_report_get_id (carried)) && g_str_equal (ours, theirs) &&
         g_str_equal (trinh_report_get_number (report), trinh_report_get_number (carried)) &&
         g_str_equal (trinh_report_get_date (report), trinh_report_get_date (carried));
}

/* What @carried has more than the report: its approval, and nothing else. (transfer full) (nullable) */
static TrinhStep *
find_approval (TrinhReport *report,
               TrinhReport *carried)
{
  g_autoptr (GPtrArray) ours = trinh_review_list_steps (report);
  g_autoptr (GPtrArray) theirs = trinh_review_list_steps (carried);

  if (theirs->len != ours->len + 1 || trinh_step_get_kind (theirs->pdata[ours->len]) != TRINH_STEP_APPROVE)
    return NULL;
  for (guint i = 0; i < ours->len; i++)
    if (!g_str_equal (trinh_step_get_id (ours->pdata[i]), trinh_step_get_id (theirs->pdata[i])))
      return NULL;

  return g_object_ref (theirs->pdata[ours->len]);
}

TrinhReport *
_trinh_session_read_final (TrinhSession *self,
                           TrinhWork *work,
                           GBytes *pdf,
                           TrinhStep **approval,
                           GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (TrinhReport) carried = _trinh_session_read_pdf (self, pdf, "PDF", error);

  *approval = NULL;
  if (carried == NULL)
    return NULL;
  if (trinh_report_get_state (report) == TRINH_STATE_SUBMITTED)
    *approval = find_approval (report, carried);
  if (!is_same (report, carried) || (*approval == NULL && trinh_report_get_state (report) == TRINH_STATE_SUBMITTED))
    {
      g_clear_object (approval);
      g_set_error_literal (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("The PDF is another document: the report in it is not this one as it stands now. Make the final PDF anew."));
      return NULL;
    }
  return g_steal_pointer (&carried);
}

char *
_trinh_session_dup_file_name (TrinhReport *report,
                              const char *ending)
{
  char *name = g_strconcat (trinh_report_get_title (report), ending, NULL);

  return g_strdelimit (name, G_DIR_SEPARATOR_S "\\:*?\"<>|", '-');
}
