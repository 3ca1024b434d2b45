/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report.h"

G_BEGIN_DECLS

/**
 * TrinhEvaluation:
 *
 * Follows a report: computes its formulas and tests its rules, first whole and
 * then, after each edit, only what depends on it. A GListModel of TrinhFinding,
 * errors first, then in printed order; unchanged findings keep their object.
 *
 * Properties: n-errors, n-warnings, n-infos (guint; acknowledged findings count
 * as nothing), progress (int, per cent of required cells and sections filled).
 *
 * Signals: "cell-changed" (address, detailed by the address): its computed value
 * or its findings changed; "place-changed" (id of a form or section, detailed):
 * counts or completeness of the place changed.
 */
#define TRINH_TYPE_EVALUATION (trinh_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (TrinhEvaluation, trinh_evaluation, TRINH, EVALUATION, GObject)

TrinhEvaluation *trinh_evaluation_new (TrinhReport *report);
/* Computes formulas and finds nothing: for who only prints, as testing the texts takes as much memory as the report */
TrinhEvaluation *trinh_evaluation_new_figures (TrinhReport *report);
TrinhReport *trinh_evaluation_get_report (TrinhEvaluation *self);
/* (element-type TrinhReport): other reports of the office for previous() and so on; evaluates anew */
void trinh_evaluation_set_history (TrinhEvaluation *self,
                                   GPtrArray *reports);
/* Julian; 0 (default): not known. Estimates are asked after once the period has closed by it; evaluates anew. */
void trinh_evaluation_set_today (TrinhEvaluation *self,
                                 guint32 today);
/* The day that the office was given instead of the calendar's deadline, Julian; 0: the calendar's */
void trinh_evaluation_set_deadline (TrinhEvaluation *self,
                                    guint32 deadline);
/* (transfer none) (nullable): the report that @reach means, from the history. What is of another regime comes as a report
 * of this one's, its values found by concept; what the office's predecessors reported comes added up. */
TrinhReport *trinh_evaluation_get_reach (TrinhEvaluation *self,
                                         TrinhReach reach);
/* (transfer container) (element-type TrinhReport): earlier reports of the same kind of period, newest first, at most @limit */
GPtrArray *trinh_evaluation_list_past (TrinhEvaluation *self,
                                       guint limit);
/* Numbers that say most of the report, in printed order: those now filled that have a concept, which is what superiors
 * ask about. (transfer container) (element-type utf8): interned addresses */
GPtrArray *trinh_evaluation_list_telling (TrinhEvaluation *self);
/* Whether a report of the past was added up from those of the office's predecessors */
gboolean trinh_evaluation_get_combined (TrinhEvaluation *self,
                                        TrinhReport *report);
/* Rules of the findings that say so, or why a period has no comparison */
#define TRINH_RULE_PREDECESSORS_ADDED "predecessors-added"
#define TRINH_RULE_PREDECESSORS_SKIPPED "predecessors-skipped"
/* What a formula gives for a cell, rounded to what its row prints: %FALSE where it has none or the result is blank */
gboolean trinh_evaluation_get_computed (TrinhEvaluation *self,
                                        const char *address,
                                        TrinhDecimal *computed);
/* Whether the cell has a formula */
gboolean trinh_evaluation_has_formula (TrinhEvaluation *self,
                                       const char *address);
/* What is shown and printed: the entered value, else the computed one. %FALSE: blank */
gboolean trinh_evaluation_get_decimal (TrinhEvaluation *self,
                                       const char *address,
                                       TrinhDecimal *decimal);
/* The same as text in the Vietnamese manner ("63,6", a choice's code, a date); "" blank; NULL never. (transfer full) */
char *trinh_evaluation_dup_display (TrinhEvaluation *self,
                                    const char *address);
/* (transfer container) (element-type TrinhFinding): findings whose first subject is @address, worst first */
GPtrArray *trinh_evaluation_list_findings (TrinhEvaluation *self,
                                           const char *address);
/* The worst open one of a cell; %FALSE: none */
gboolean trinh_evaluation_get_severity (TrinhEvaluation *self,
                                        const char *address,
                                        TrinhSeverity *severity);

/**
 * TrinhPlaceStatus:
 * @n_errors: open errors in the place
 * @n_warnings: open warnings
 * @n_filled: required cells filled (a section: 1 when it has text or "none")
 * @n_required: required cells (a section: 1 or 0)
 */
typedef struct
{
  guint n_errors;
  guint n_warnings;
  guint n_filled;
  guint n_required;
} TrinhPlaceStatus;

/* @place: id of a form or of a section */
TrinhPlaceStatus trinh_evaluation_get_place (TrinhEvaluation *self,
                                             const char *place);
/* Required cells (addresses) that are blank without a reason, and required sections (ids) without a text; sections first,
 * each in printed order. (transfer container) (element-type utf8): interned */
GPtrArray *trinh_evaluation_list_blanks (TrinhEvaluation *self);
guint trinh_evaluation_get_n_errors (TrinhEvaluation *self);
guint trinh_evaluation_get_n_warnings (TrinhEvaluation *self);
guint trinh_evaluation_get_n_infos (TrinhEvaluation *self);
int trinh_evaluation_get_progress (TrinhEvaluation *self);
guint trinh_evaluation_get_n_rules (TrinhEvaluation *self);
/* Everything anew, as after opening; for the bench. */
void trinh_evaluation_run (TrinhEvaluation *self);
/* What the report's registers give for a cell, by a rule such as [2.2] = done([2.1]): %FALSE where no rule does or the register is empty */
gboolean trinh_evaluation_get_registered (TrinhEvaluation *self,
                                          const char *address,
                                          TrinhDecimal *number);
/* Puts it into the cell. (transfer full) (nullable) */
TrinhEdit *trinh_evaluation_make_take_registered (TrinhEvaluation *self,
                                                  const char *address);
/* Edits for buttons of a finding: take the computed value, or the register's; acknowledge with a reason. (transfer full) (nullable) */
TrinhEdit *trinh_evaluation_make_take_computed (TrinhEvaluation *self,
                                                TrinhFinding *finding);
/* The number typed in a text becomes the value it stands for, "{{bm1:2.2}}". @address: (out) (optional): which one that is.
 * %NULL for other findings and where nobody knows which value is meant. */
TrinhEdit *trinh_evaluation_make_bind (TrinhEvaluation *self,
                                       TrinhFinding *finding,
                                       const char **address);
TrinhEdit *trinh_evaluation_make_acknowledge (TrinhEvaluation *self,
                                              TrinhFinding *finding,
                                              const char *explanation,
                                              const char *author);
/**
 * TrinhProposal:
 * @address: the cell
 * @text: what it would be, in the file's form
 * @sources: "Quý I/2022 + Quý II/2022": the reports it comes from, as printed
 * @complete: they cover the whole period; else there are gaps
 * @estimate: one of the figures is an estimate
 *
 * A figure made of those of shorter periods.
 */
typedef struct
{
  const char *address;
  char *text;
  char *sources;
  gboolean complete;
  gboolean estimate;
} TrinhProposal;

/**
 * trinh_evaluation_list_proposals:
 * @address: (nullable): one cell; %NULL: all of them
 *
 * What the reports of shorter periods within this one give: flows added up,
 * of stocks and cumulative figures the last. Cells with a formula have none.
 *
 * Returns: (transfer full) (element-type TrinhProposal): in printed order
 */
GPtrArray *trinh_evaluation_list_proposals (TrinhEvaluation *self,
                                            const char *address);
/**
 * trinh_evaluation_make_begin:
 * @last: an earlier report, of this regime or another
 *
 * What a new report takes from the last: symbol, addressees, recipients and
 * signatories, the texts marked as carried over, stocks by concept, the tasks of
 * the same year's plan; flows stay blank, and so does what is there already.
 *
 * Returns: (transfer full): the edit
 */
TrinhEdit *trinh_evaluation_make_begin (TrinhEvaluation *self,
                                        TrinhReport *last);
/* As contract.md, "Findings": { "findings": […], "counts": {…} } (transfer full) */
JsonNode *trinh_evaluation_to_json (TrinhEvaluation *self);
/* The report file with what its formulas give in blank cells added, "origin": "computed"; read again, such
 * values are computed anew and not taken as entered. (transfer full) */
JsonNode *trinh_evaluation_report_to_json (TrinhEvaluation *self);

G_END_DECLS
