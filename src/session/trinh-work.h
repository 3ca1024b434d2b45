/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"
#include "trinh-layout-findings.h"
#include "trinh-store.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_SAVING_SAVED,
  TRINH_SAVING_PENDING,
  TRINH_SAVING_FAILED,
} TrinhSaving;

/**
 * TrinhWork:
 *
 * One report being worked on: the report, its evaluation with the office's
 * earlier reports as history, and autosave: every applied edit goes to the
 * store at once; the report's saved-revision moves only on success; a failed
 * save stays "failed" with its message, is tried again with every further edit
 * and by trinh_work_retry(), in order, and nothing is dropped.
 *
 * Properties: saving (TrinhSaving), saving-message (translated: "Saved 14:02",
 * "Not saved: the disk is full"). Signals: "deadline-changed"; "person-changed":
 * somebody else works now, or may do something else.
 */
#define TRINH_TYPE_WORK (trinh_work_get_type ())
G_DECLARE_FINAL_TYPE (TrinhWork, trinh_work, TRINH, WORK, GObject)

#define TRINH_TYPE_SAVING (trinh_saving_get_type ())
GType trinh_saving_get_type (void);

TrinhWork *trinh_work_new (TrinhReport *report,
                           TrinhStore *store,
                           TrinhRegimeLibrary *library);
TrinhReport *trinh_work_get_report (TrinhWork *self);
TrinhEvaluation *trinh_work_get_evaluation (TrinhWork *self);
/* What the layout checker finds: one list for all who show it. (transfer none) */
TrinhLayoutFindings *trinh_work_get_layout_findings (TrinhWork *self);
TrinhStore *trinh_work_get_store (TrinhWork *self);
TrinhSaving trinh_work_get_saving (TrinhWork *self);
const char *trinh_work_get_saving_message (TrinhWork *self);
/* The name of who works now, else what the settings of the office say, else the name of the account */
const char *trinh_work_get_author (TrinhWork *self);
/* What of the stored report was not as the program wrote it when it was opened, or does not fit the signed file. (transfer none)
 * (nullable) (element-type TrinhProblem) */
GPtrArray *trinh_work_get_problems (TrinhWork *self);
/* It is signed, or has problems: no edit is taken. */
gboolean trinh_work_get_read_only (TrinhWork *self);
/* Applies with the author set; what the window calls for every edit. */
gboolean trinh_work_apply (TrinhWork *self,
                           TrinhEdit *edit,
                           GError **error);
/* Julian: the day that the office was given, else the calendar's. @note: (out) (optional) (transfer full): who gave
 * another day, and why; "" without one */
guint32 trinh_work_get_deadline (TrinhWork *self,
                                 char **note);
/* Kept with the office's settings and journalled there; no edit of the report, which may be signed already.
 * @deadline: 0 or the calendar's: takes back what was given; @note: (nullable) */
gboolean trinh_work_set_deadline (TrinhWork *self,
                                  guint32 deadline,
                                  const char *note,
                                  GError **error);
void trinh_work_retry (TrinhWork *self);
/* Waits until everything is saved or has failed; TRUE: saved. */
gboolean trinh_work_flush (TrinhWork *self,
                           GError **error);
/**
 * trinh_work_enter_text:
 * @text: what was typed or pasted into a value's cell
 * @error: why it cannot be read, for the cell to say
 *
 * Parses @text for the kind of the cell (number in the Vietnamese manner,
 * choice by code or text, yes/no, date), and applies it as one edit. "" makes
 * the cell blank.
 */
gboolean trinh_work_enter_text (TrinhWork *self,
                                const char *address,
                                const char *text,
                                GError **error);
/* Makes the cell blank and says why; TRINH_BLANK_NO_REASON takes the reason away. A note stays. */
gboolean trinh_work_enter_blank (TrinhWork *self,
                                 const char *address,
                                 TrinhBlank reason,
                                 GError **error);
gboolean trinh_work_enter_note (TrinhWork *self,
                                const char *address,
                                const char *note,
                                GError **error);
/* The mark “estimate” ("ước") of a value; one edit. */
gboolean trinh_work_enter_estimate (TrinhWork *self,
                                    const char *address,
                                    gboolean estimate,
                                    GError **error);
/* (transfer full) (element-type TrinhProposal): what shorter periods' reports give for the blank cells of @form (nullable: all forms), without
 * gaps; for the window's offer and trinh_work_take_proposals() */
GPtrArray *trinh_work_list_proposals (TrinhWork *self,
                                      TrinhForm *form);
/* Puts them in as one edit; how many cells changed */
guint trinh_work_take_proposals (TrinhWork *self,
                                 GPtrArray *proposals,
                                 GError **error);
/**
 * trinh_work_paste:
 * @form: the form
 * @row: position of the row the block begins at
 * @column: position of the value column it begins at
 * @table: tab-separated lines as from a spreadsheet
 * @with_notes: the column behind the last value goes into the notes
 * @skipped: (out) (optional) (element-type utf8): translated lines: what could not be read and why
 *
 * One edit for the whole block, from the cell down and right; headings that take no value are passed over
 * as in the pasted table. A list gets the rows that the block has more.
 *
 * Returns: how many cells changed
 */
guint trinh_work_paste (TrinhWork *self,
                        TrinhForm *form,
                        guint row,
                        guint column,
                        const char *table,
                        gboolean with_notes,
                        GPtrArray **skipped);
/* "2.1", the key of a row that is printed without a code, or the place of a list's row; with the column where there are
 * several: "3, Trực tuyến". (transfer full) */
char *trinh_work_dup_code (TrinhWork *self,
                           const char *address);
/* Rows of a list form, each as one edit that can be undone. @position: where the row comes to stand, at most at the end;
 * @key: (out) (optional): the new row's */
gboolean trinh_work_add_row (TrinhWork *self,
                             TrinhForm *form,
                             guint position,
                             char **key,
                             GError **error);
gboolean trinh_work_remove_row (TrinhWork *self,
                                TrinhForm *form,
                                const char *key,
                                GError **error);
/* @step: places down, or up where it is negative; at the ends it stays */
gboolean trinh_work_move_row (TrinhWork *self,
                              TrinhForm *form,
                              const char *key,
                              int step,
                              GError **error);
/* Whether the report of the period before is at hand, as the next two need it */
gboolean trinh_work_has_previous (TrinhWork *self);
/* The value of an address in the period before (by regime's previous()); "" where unknown. (transfer full) */
char *trinh_work_dup_previous (TrinhWork *self,
                               const char *address);
/* Difference against the period before: "+3", "−4"; "" where unknown or equal. (transfer full) */
char *trinh_work_dup_change (TrinhWork *self,
                             const char *address);
/* What is asked of whom fills a part in: which part of what, until when, what is missing in it by this copy. Vietnamese
 * always: it goes to another office. @today: Julian; (transfer full) */
char *trinh_work_make_part_reminder (TrinhWork *self,
                                     TrinhReportPart *part,
                                     guint32 today);

G_END_DECLS
