/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report.h"

G_BEGIN_DECLS

/**
 * TrinhReportPartState:
 * @TRINH_REPORT_PART_OPEN: nobody has it yet
 * @TRINH_REPORT_PART_SENT: left as a file
 * @TRINH_REPORT_PART_OVERDUE: its day has passed, and it is not back
 * @TRINH_REPORT_PART_RETURNED: brought back
 */
typedef enum
{
  TRINH_REPORT_PART_OPEN,
  TRINH_REPORT_PART_SENT,
  TRINH_REPORT_PART_OVERDUE,
  TRINH_REPORT_PART_RETURNED,
} TrinhReportPartState;

/**
 * TrinhReportPart:
 *
 * Forms and sections of a report that a person or unit fills in: an entry of
 * the report's member "parts". Immutable; unknown members are kept.
 */
#define TRINH_TYPE_REPORT_PART (trinh_report_part_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReportPart, trinh_report_part, TRINH, REPORT_PART, GObject)

/* @forms, @sections: (nullable); @due: "2022-05-30" or "" */
TrinhReportPart *trinh_report_part_new (const char *id,
                                        const char *title,
                                        const char *const *forms,
                                        const char *const *sections,
                                        const char *who,
                                        const char *due);
/* The same part, changed in what is assigned. (transfer full) */
TrinhReportPart *trinh_report_part_assign (TrinhReportPart *self,
                                           const char *title,
                                           const char *const *forms,
                                           const char *const *sections,
                                           const char *who,
                                           const char *due);
/* @at: (nullable): ISO 8601; sending again makes what was returned open. (transfer full) */
TrinhReportPart *trinh_report_part_send (TrinhReportPart *self,
                                         const char *at);
TrinhReportPart *trinh_report_part_return (TrinhReportPart *self,
                                           const char *at);
const char *trinh_report_part_get_id (TrinhReportPart *self);
const char *trinh_report_part_get_title (TrinhReportPart *self);
const char *const *trinh_report_part_get_forms (TrinhReportPart *self);
const char *const *trinh_report_part_get_sections (TrinhReportPart *self);
const char *trinh_report_part_get_who (TrinhReportPart *self);
/* "" where there is none */
const char *trinh_report_part_get_due (TrinhReportPart *self);
const char *trinh_report_part_get_sent (TrinhReportPart *self);
const char *trinh_report_part_get_returned (TrinhReportPart *self);
/* @today: Julian; 0: whether it is overdue is not asked */
TrinhReportPartState trinh_report_part_get_state (TrinhReportPart *self,
                                                  guint32 today);

/* (transfer full) (element-type TrinhReportPart): the report's, in its order */
GPtrArray *trinh_report_part_list (TrinhReport *report);
/* (transfer full) (nullable) */
TrinhReportPart *trinh_report_part_find (TrinhReport *report,
                                         const char *id);
gboolean trinh_report_part_has_form (TrinhReport *report,
                                     const char *part,
                                     const char *form);
gboolean trinh_report_part_has_section (TrinhReport *report,
                                        const char *part,
                                        const char *section);
/* The id of the part that the report is a copy for; (nullable) %NULL: it is the whole report */
const char *trinh_report_part_get_own (TrinhReport *report);
/* The id of the first section, else form, of the part that the report is a copy for; (nullable): it is the whole report */
const char *trinh_report_part_find_first_place (TrinhReport *report);
/* For a part that is added: "p3". (transfer full) */
char *trinh_report_part_make_id (TrinhReport *report);
/* Puts a part in the place of that with its id, or behind the others. */
void trinh_edit_set_part (TrinhEdit *edit,
                          TrinhReport *report,
                          TrinhReportPart *part);
void trinh_edit_remove_part (TrinhEdit *edit,
                             TrinhReport *report,
                             const char *id);

G_END_DECLS
