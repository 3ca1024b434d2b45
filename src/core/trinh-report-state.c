/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-report-private.h"

static const char *const nicks[] = { "draft", "submitted", "returned", "approved", "signed", "issued" };

/* What may follow each state: submitted may be recalled (draft), an approved report that is edited is a draft again. */
static const guint followers[] = {
  [TRINH_STATE_DRAFT] = 1 << TRINH_STATE_SUBMITTED,
  [TRINH_STATE_SUBMITTED] = 1 << TRINH_STATE_RETURNED | 1 << TRINH_STATE_DRAFT | 1 << TRINH_STATE_APPROVED,
  [TRINH_STATE_RETURNED] = 1 << TRINH_STATE_DRAFT | 1 << TRINH_STATE_SUBMITTED,
  [TRINH_STATE_APPROVED] = 1 << TRINH_STATE_SIGNED | 1 << TRINH_STATE_RETURNED | 1 << TRINH_STATE_DRAFT,
  [TRINH_STATE_SIGNED] = 1 << TRINH_STATE_ISSUED,
  [TRINH_STATE_ISSUED] = 0,
};

gboolean
_trinh_report_state_may_follow (TrinhReportState from,
                                TrinhReportState to)
{
  return (followers[from] & 1u << to) != 0;
}

const char *
trinh_report_state_to_nick (TrinhReportState state)
{
  g_return_val_if_fail (state <= TRINH_STATE_ISSUED, NULL);

  return nicks[state];
}

gboolean
trinh_report_state_from_nick (const char *nick,
                              TrinhReportState *state)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *state = (TrinhReportState) i;
        return TRUE;
      }
  return FALSE;
}

const char *
trinh_report_state_get_name (TrinhReportState state)
{
  switch (state)
    {
    case TRINH_STATE_DRAFT:
      return _ ("Draft");
    case TRINH_STATE_SUBMITTED:
      return _ ("Submitted");
    case TRINH_STATE_RETURNED:
      return _ ("Returned");
    case TRINH_STATE_APPROVED:
      return _ ("Approved");
    case TRINH_STATE_SIGNED:
      return _ ("Signed");
    case TRINH_STATE_ISSUED:
      return _ ("Issued");
    default:
      g_return_val_if_reached (NULL);
    }
}
