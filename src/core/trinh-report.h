/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-edit.h"
#include "trinh-office.h"
#include "trinh-period.h"
#include "trinh-regime.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_STATE_DRAFT,
  TRINH_STATE_SUBMITTED,
  TRINH_STATE_RETURNED,
  TRINH_STATE_APPROVED,
  TRINH_STATE_SIGNED,
  TRINH_STATE_ISSUED,
} TrinhReportState;

const char *trinh_report_state_to_nick (TrinhReportState state);
gboolean trinh_report_state_from_nick (const char *nick,
                                       TrinhReportState *state);
const char *trinh_report_state_get_name (TrinhReportState state); /* translated */

/**
 * TrinhSignatory:
 * @capacity: lines above the title: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
 */
typedef struct
{
  char **capacity;
  char *title;
  char *name;
} TrinhSignatory;

/**
 * TrinhReport:
 *
 * One office's report for one period: header, values, texts, registers, state.
 * Every change goes through trinh_report_apply(). Main thread only; a snapshot
 * (trinh_report_snapshot()) may be read in another thread.
 *
 * Properties: revision (guint), saved-revision (guint), can-undo, can-redo,
 * undo-label, redo-label (nullable), state, title (string, read-only).
 *
 * Signals, emitted after the change, in this order:
 * "value-changed" (address, detailed by the address), "section-changed"
 * (section id, detailed), "rows-changed" (form id, detailed), "member-changed"
 * (name, detailed), then once "changed" (TrinhEdit: what was applied or, for an
 * undo, the inverse).
 */
#define TRINH_TYPE_REPORT (trinh_report_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReport, trinh_report, TRINH, REPORT, GObject)

/* A new draft: a new id, the outline's sections with their templates, the regime's defaults. */
TrinhReport *trinh_report_new (TrinhRegime *regime,
                               TrinhPeriod period,
                               TrinhOffice *office);

/* Reading (trinh-report-file.c). Name is used in messages. */
TrinhReport *trinh_report_load (TrinhJsonDocument *document,
                                TrinhRegimeLibrary *library,
                                GError **error);
TrinhReport *trinh_report_load_file (GFile *file,
                                     TrinhRegimeLibrary *library,
                                     GError **error);
/* The report file, deterministic. (transfer full) */
JsonNode *trinh_report_to_json (TrinhReport *self);
GBytes *trinh_report_to_bytes (TrinhReport *self);
/* The report file without revision, state, remarks, reasons, journal, parts, number and date: what is reviewed and approved.
 * It can be read like a file. (transfer full) */
GBytes *trinh_report_dup_content (TrinhReport *self);

TrinhRegime *trinh_report_get_regime (TrinhReport *self);
/* The report was made with another edition of its regime, which is not kept here: the version it names. (nullable) %NULL: with this one */
const char *trinh_report_get_other_version (TrinhReport *self);
const char *trinh_report_get_id (TrinhReport *self);
guint trinh_report_get_revision (TrinhReport *self);
/* Set by the session after the store has the revision on disk; never before. */
guint trinh_report_get_saved_revision (TrinhReport *self);
void trinh_report_set_saved_revision (TrinhReport *self,
                                      guint revision);
TrinhPeriod trinh_report_get_period (TrinhReport *self);
TrinhOffice *trinh_report_get_office (TrinhReport *self);
TrinhReportState trinh_report_get_state (TrinhReport *self);
const char *trinh_report_get_number (TrinhReport *self); /* "" if not numbered yet */
const char *trinh_report_get_symbol (TrinhReport *self); /* "BC-UBND" */
/* "2022-06-09", "2022-06", "2022" or "" */
const char *trinh_report_get_date (TrinhReport *self);
const char *trinh_report_get_subject (TrinhReport *self);
/* Julian; the report's own dates, else the regime's */
guint32 trinh_report_get_data_from (TrinhReport *self);
guint32 trinh_report_get_data_to (TrinhReport *self);
const char *const *trinh_report_get_addressees (TrinhReport *self);
const char *const *trinh_report_get_recipients (TrinhReport *self);
guint trinh_report_get_n_signatories (TrinhReport *self);
const TrinhSignatory *trinh_report_get_signatory (TrinhReport *self,
                                                  guint position);
/* "Báo cáo 6 tháng đầu năm 2022": for titles of windows and lists */
const char *trinh_report_get_title (TrinhReport *self);

/* (transfer none) (nullable): %NULL where nothing was entered */
TrinhValue *trinh_report_get_value (TrinhReport *self,
                                    const char *address);
gboolean trinh_report_get_decimal (TrinhReport *self,
                                   const char *address,
                                   TrinhDecimal *decimal);
/* Keys of a list form's rows, in order. (transfer none) */
const char *const *trinh_report_get_rows (TrinhReport *self,
                                          const char *form);
/* Of TrinhSection in printed order; items-changed on a change. (transfer none) */
GListModel *trinh_report_get_sections (TrinhReport *self);
TrinhSection *trinh_report_find_section (TrinhReport *self,
                                         const char *id);
/* Any member of the report file as JSON ("documents", "tasks", "acknowledgements", "comments", unknown ones); "values", "lists",
 * "sections" and "revision" have functions of their own and are %NULL here. (transfer none) (nullable) */
JsonNode *trinh_report_get_member (TrinhReport *self,
                                   const char *name);
/* How many registered documents (status aside) name @address among their "counts" */
guint trinh_report_count_cited (TrinhReport *self,
                                const char *address);

/* The one door. @edit gets its old contents. TRINH_CORE_ERROR_STATE where the state forbids it
 * (signed and issued reports never change; an issue may fill in a number and a date that are not there yet). An edit that changes nothing is applied as nothing: TRUE, no revision;
 * changes in it that change nothing are taken out. A change of content in a submitted or approved report makes it a
 * draft in the same edit; "comments", "acknowledgements", "journal", "base", "number" and "date" do not. What a file
 * could not hold (an unknown cell, "07") is refused, and nothing of the edit happens. */
gboolean trinh_report_apply (TrinhReport *self,
                             TrinhEdit *edit,
                             GError **error);
gboolean trinh_report_get_can_undo (TrinhReport *self);
gboolean trinh_report_get_can_redo (TrinhReport *self);
gboolean trinh_report_undo (TrinhReport *self,
                            GError **error);
gboolean trinh_report_redo (TrinhReport *self,
                            GError **error);
/* A copy without history that no one changes. (transfer full) */
TrinhReport *trinh_report_snapshot (TrinhReport *self);

G_END_DECLS
