/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"
#include "trinh-report-part.h"

static void
add_overdue (TrinhEvaluation *self,
             GPtrArray **findings,
             TrinhReportPart *part)
{
  g_autofree char *date = NULL;
  g_autofree char *message = NULL;
  guint32 due = 0;

  if (trinh_report_part_get_state (part, self->today) != TRINH_REPORT_PART_OVERDUE ||
      !trinh_date_parse (trinh_report_part_get_due (part), &due))
    return;
  date = trinh_date_format (due);
  message = g_strdup_printf (_ ("The part “%s” with %s was due on %s and is not back."), trinh_report_part_get_title (part), trinh_report_part_get_who (part), date);
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = TRINH_SEVERITY_WARNING,
                                           .rule = "part-overdue",
                                           .message = message,
                                           .found = trinh_report_part_get_id (part),
                                         });
}

/* Once the report is approved or signed, it does not wait for parts any more; a part on its own does not wait for others. */
void
_trinh_evaluation_check_parts (TrinhEvaluation *self)
{
  g_autoptr (GPtrArray) parts = trinh_report_part_list (self->report);
  GPtrArray *findings = NULL;

  self->parts_dirty = FALSE;
  if (self->today > 0 && trinh_report_get_state (self->report) < TRINH_STATE_APPROVED && trinh_report_part_get_own (self->report) == NULL)
    for (guint i = 0; i < parts->len; i++)
      add_overdue (self, &findings, g_ptr_array_index (parts, i));
  _trinh_evaluation_replace (self, &self->parts_findings, findings);
}
