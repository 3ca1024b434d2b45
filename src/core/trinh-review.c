/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-entries-private.h"
#include "trinh-error.h"
#include "trinh-review.h"

static const struct
{
  guint from; /* states it may be done in, as bits */
  TrinhReportState to;
  guint roles;
  gboolean needs_remark;
} rules[] = {
  [TRINH_STEP_SUBMIT] = { 1 << TRINH_STATE_DRAFT | 1 << TRINH_STATE_RETURNED, TRINH_STATE_SUBMITTED, TRINH_ROLE_CLERK, FALSE },
  [TRINH_STEP_RECALL] = { 1 << TRINH_STATE_SUBMITTED, TRINH_STATE_DRAFT, TRINH_ROLE_CLERK, FALSE },
  [TRINH_STEP_RETURN] = { 1 << TRINH_STATE_SUBMITTED | 1 << TRINH_STATE_APPROVED, TRINH_STATE_RETURNED, TRINH_ROLE_SIGNATORY, TRUE },
  [TRINH_STEP_APPROVE] = { 1 << TRINH_STATE_SUBMITTED, TRINH_STATE_APPROVED, TRINH_ROLE_SIGNATORY, FALSE },
  [TRINH_STEP_SIGN] = { 1 << TRINH_STATE_APPROVED, TRINH_STATE_SIGNED, TRINH_ROLE_SIGNATORY, FALSE },
  /* Whoever scans the paper says so. */
  [TRINH_STEP_SIGN_ON_PAPER] = { 1 << TRINH_STATE_APPROVED, TRINH_STATE_SIGNED, TRINH_ROLE_ALL, FALSE },
  [TRINH_STEP_ISSUE] = { 1 << TRINH_STATE_SIGNED, TRINH_STATE_ISSUED, TRINH_ROLE_REGISTRAR, FALSE },
  [TRINH_STEP_CORRECT] = { 1 << TRINH_STATE_DRAFT, TRINH_STATE_DRAFT, TRINH_ROLE_CLERK, TRUE },
};

/* A row that another program wrote, with no step that is known here, stays in the file. */
static const TrinhEntries entries = { "journal", (TrinhEntryRead) trinh_step_from_json, (TrinhEntryWrite) trinh_step_to_json, NULL, NULL };

TrinhReportState
trinh_step_kind_get_state (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, TRINH_STATE_DRAFT);

  return rules[kind].to;
}

guint
trinh_step_kind_get_roles (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, 0);

  return rules[kind].roles;
}

gboolean
trinh_step_kind_get_needs_remark (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, FALSE);

  return rules[kind].needs_remark;
}

static gboolean
check_state (TrinhReport *report,
             TrinhStepKind kind,
             GError **error)
{
  const TrinhReportState state = trinh_report_get_state (report);

  if ((rules[kind].from & 1u << state) != 0)
    return TRUE;
  /* Translators: first a state of the report, then what somebody wants to have done: "Approved", "Issued" */
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("The report is in the state “%s”; “%s” cannot follow that."), trinh_report_state_get_name (state), trinh_step_kind_get_name (kind));
  return FALSE;
}

gboolean
trinh_review_check (TrinhReport *report,
                    TrinhStepKind kind,
                    guint roles,
                    GError **error)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, FALSE);

  if (!check_state (report, kind, error))
    return FALSE;
  if ((rules[kind].roles & roles) != 0)
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("“%s” is not for the person who works now; choose another person of the office."), trinh_step_kind_get_name (kind));
  return FALSE;
}

char *
trinh_review_dup_digest (TrinhReport *report)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  bytes = trinh_report_dup_content (report);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static gboolean
check_remark (TrinhStep *step,
              GError **error)
{
  g_autofree char *remark = g_strdup (trinh_step_get_remark (step));

  if (!rules[trinh_step_get_kind (step)].needs_remark || *g_strstrip (remark) != '\0')
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("“%s” needs a reason; write what is to be done."), trinh_step_kind_get_name (trinh_step_get_kind (step)));
  return FALSE;
}

static void
add_row (TrinhReport *report,
         TrinhEdit *edit,
         TrinhStep *step)
{
  g_autofree char *digest = trinh_review_dup_digest (report);
  g_autoptr (TrinhStep) placed = trinh_step_on_content (step, trinh_report_get_revision (report), digest);

  _trinh_entries_append (&entries, report, edit, placed);
}

TrinhEdit *
trinh_review_make_step (TrinhReport *report,
                        TrinhStep *step,
                        GError **error)
{
  TrinhEdit *edit;
  TrinhStepKind kind;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_STEP (step), NULL);

  kind = trinh_step_get_kind (step);
  if (!check_state (report, kind, error) || !check_remark (step, error))
    return NULL;

  edit = trinh_edit_new (trinh_step_kind_get_name (kind));
  trinh_edit_set_author (edit, trinh_step_get_by (step));
  if (rules[kind].to != trinh_report_get_state (report))
    trinh_edit_set_member_string (edit, "state", trinh_report_state_to_nick (rules[kind].to));
  add_row (report, edit, step);
  trinh_edit_set_final (edit);

  return edit;
}

GPtrArray *
trinh_review_list_steps (TrinhReport *report)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  return _trinh_entries_list (&entries, report);
}

TrinhStep *
trinh_review_find_last (TrinhReport *report,
                        guint kinds)
{
  g_autoptr (GPtrArray) steps = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  steps = trinh_review_list_steps (report);
  for (guint i = steps->len; i > 0; i--)
    if ((kinds & 1u << trinh_step_get_kind (steps->pdata[i - 1])) != 0)
      return g_object_ref (steps->pdata[i - 1]);
  return NULL;
}

gboolean
trinh_review_is_on_content (TrinhReport *report,
                            TrinhStep *step)
{
  g_autofree char *digest = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);
  g_return_val_if_fail (TRINH_IS_STEP (step), FALSE);

  if (trinh_step_get_content (step) == NULL)
    return FALSE;
  digest = trinh_review_dup_digest (report);

  return g_str_equal (digest, trinh_step_get_content (step));
}

/* Whoever has the journal goes through it. Submission follows whatever is not signed: an edit in between leaves no row. */
static gboolean
may_follow (TrinhStepKind kind,
            TrinhReportState state)
{
  if (kind == TRINH_STEP_SUBMIT)
    return state < TRINH_STATE_SIGNED;
  return kind != TRINH_STEP_CORRECT && (rules[kind].from & 1u << state) != 0;
}

TrinhReportState
trinh_review_compute_state (GPtrArray *steps,
                            const char *content)
{
  TrinhReportState state = TRINH_STATE_DRAFT;
  const char *last = NULL;

  g_return_val_if_fail (steps != NULL, TRINH_STATE_DRAFT);
  g_return_val_if_fail (content != NULL, TRINH_STATE_DRAFT);

  for (guint i = 0; i < steps->len; i++)
    {
      const TrinhStepKind kind = trinh_step_get_kind (steps->pdata[i]);

      if (!may_follow (kind, state))
        continue;
      state = rules[kind].to;
      last = trinh_step_get_content (steps->pdata[i]);
    }
  if ((state == TRINH_STATE_SUBMITTED || state == TRINH_STATE_APPROVED) && g_strcmp0 (last, content) != 0)
    return TRINH_STATE_DRAFT;
  return state;
}
