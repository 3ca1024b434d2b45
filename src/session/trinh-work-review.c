/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-work-private.h"
#include "trinh-work-step-private.h"

/* Where the signatory has seen the content */
#define SEEN (1u << TRINH_STEP_RETURN | 1u << TRINH_STEP_APPROVE)

gboolean
_trinh_work_refuse (TrinhWork *self,
                    GError **error)
{
  if (trinh_work_get_problems (self) == NULL)
    return FALSE;
  g_set_error_literal (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The report was changed in the database outside the program, so it is only read. Restore a backup, or have the database looked at."));

  return TRUE;
}

gboolean
trinh_work_get_read_only (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  return trinh_work_get_problems (self) != NULL || trinh_report_get_state (trinh_work_get_report (self)) >= TRINH_STATE_SIGNED;
}

guint
trinh_work_get_roles (TrinhWork *self)
{
  TrinhPerson *person;

  g_return_val_if_fail (TRINH_IS_WORK (self), TRINH_ROLE_NONE);

  person = trinh_work_get_person (self);

  return person != NULL ? trinh_person_get_roles (person) : TRINH_ROLE_ALL;
}

gboolean
trinh_work_can_step (TrinhWork *self,
                     TrinhStepKind kind,
                     GError **error)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  return !_trinh_work_refuse (self, error) && trinh_review_check (trinh_work_get_report (self), kind, trinh_work_get_roles (self), error);
}

gboolean
trinh_work_can_sign (TrinhWork *self,
                     GError **error)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  return trinh_work_can_step (self, TRINH_STEP_APPROVE, NULL) || trinh_work_can_step (self, TRINH_STEP_SIGN, error);
}

gboolean
trinh_work_get_next_step (TrinhWork *self,
                          TrinhStepKind *kind)
{
  static const TrinhStepKind offered[] = { TRINH_STEP_SUBMIT, TRINH_STEP_APPROVE, TRINH_STEP_SIGN, TRINH_STEP_ISSUE, TRINH_STEP_RECALL };

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    if (trinh_work_can_step (self, offered[i], NULL))
      {
        *kind = offered[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_open_points (TrinhWork *self,
                   GError **error)
{
  g_autoptr (GPtrArray) points = trinh_work_list_open_points (self);

  if (points->len == 0)
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, ngettext ("%u point is open: fill in the blank or give a reason, mend the error or explain it, answer the remark.", "%u points are open: fill in the blanks or give reasons, mend the errors or explain them, answer the remarks.", points->len), points->len);
  return FALSE;
}

gboolean
trinh_work_do_step (TrinhWork *self,
                    TrinhStepKind kind,
                    const char *remark,
                    GError **error)
{
  g_autoptr (TrinhStep) step = NULL;
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (kind <= TRINH_STEP_APPROVE, FALSE);
  g_return_val_if_fail (remark != NULL, FALSE);

  if (!trinh_work_can_step (self, kind, error) || (kind == TRINH_STEP_SUBMIT && !check_open_points (self, error)))
    return FALSE;

  step = _trinh_work_make_step (self, kind, remark);
  content = trinh_report_dup_content (trinh_work_get_report (self));

  return _trinh_work_keep_step (self, step, NULL, 0, &(const TrinhStoreFile) { TRINH_REVIEWED_NAME, TRINH_REPORT_MEDIA_TYPE, content }, kind != TRINH_STEP_RECALL, error);
}

/* Behind the steps of the round that is under way: what was submitted is before the signatory, or has passed. */
static guint
find_round (TrinhWork *self,
            GPtrArray *steps)
{
  guint end = steps->len;

  if (trinh_report_get_state (trinh_work_get_report (self)) == TRINH_STATE_DRAFT ||
      trinh_report_get_state (trinh_work_get_report (self)) == TRINH_STATE_RETURNED)
    return end;
  while (end > 0 && trinh_step_get_kind (steps->pdata[end - 1]) != TRINH_STEP_SUBMIT)
    end--;

  return end > 0 ? end - 1 : 0;
}

static TrinhStep *
find_seen (GPtrArray *steps,
           guint end,
           guint kinds)
{
  for (guint i = end; i > 0; i--)
    if ((kinds & 1u << trinh_step_get_kind (steps->pdata[i - 1])) != 0 && trinh_step_get_content (steps->pdata[i - 1]) != NULL)
      return steps->pdata[i - 1];
  return NULL;
}

TrinhReport *
trinh_work_load_reviewed (TrinhWork *self,
                          GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  TrinhStep *step;
  guint end;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  steps = trinh_review_list_steps (trinh_work_get_report (self));
  end = find_round (self, steps);
  step = find_seen (steps, end, SEEN);
  if (step == NULL)
    step = find_seen (steps, end, 1u << TRINH_STEP_SUBMIT);

  return step != NULL ? _trinh_work_load_content (self, trinh_step_get_content (step), error) : NULL;
}
