/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-work-remarks.h"
#include "trinh-work-step-private.h"

/* Of several roles the one whose turn it is, as in an office of one: what is said at the review is no clerk's word. */
static const char *
choose_role (TrinhWork *self)
{
  const TrinhReportState state = trinh_report_get_state (trinh_work_get_report (self));
  const gboolean reviewed = state == TRINH_STATE_SUBMITTED || state == TRINH_STATE_APPROVED;
  const TrinhRole order[] = { reviewed ? TRINH_ROLE_SIGNATORY : TRINH_ROLE_CLERK, TRINH_ROLE_CLERK, TRINH_ROLE_SIGNATORY, TRINH_ROLE_REGISTRAR };
  const guint roles = trinh_work_get_roles (self);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((roles & order[i]) != 0)
      return trinh_role_to_nick (order[i]);

  return "";
}

gboolean
trinh_work_can_remark (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  return !trinh_work_get_read_only (self);
}

TrinhRemark *
trinh_work_make_remark (TrinhWork *self,
                        const char *text)
{
  g_autofree char *now = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  now = _trinh_work_dup_now ();
  words = g_strstrip (trinh_language_normalize (text));

  return trinh_remark_new (trinh_work_get_author (self), choose_role (self), now, words);
}

gboolean
trinh_work_add_remark (TrinhWork *self,
                       TrinhRemark *remark,
                       GError **error)
{
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REMARK (remark), FALSE);

  edit = trinh_remarks_make_add (trinh_work_get_report (self), remark, error);

  return edit != NULL && trinh_work_apply (self, edit, error);
}
