/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board-settings.h"
#include "trinh-core.h"
#include "trinh-import.h"
#include "trinh-pages.h"
#include "trinh-store.h"
#include "trinh-work.h"

G_BEGIN_DECLS

/**
 * TrinhSession:
 *
 * What both front ends do: the library of regimes, the store, opening files.
 * The store is opened when it is first needed; the command line often needs none.
 *
 * Signal "board-changed": what the offices report, or a day of theirs, was set through it.
 * Signal "problems-changed": the store was checked, trinh_session_get_problems().
 */
#define TRINH_TYPE_SESSION (trinh_session_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSession, trinh_session, TRINH, SESSION, GObject)

/* @database: (nullable): another database file; @data: (nullable): more data folders */
TrinhSession *trinh_session_new (const char *database,
                                 const char *const *data);
TrinhRegimeLibrary *trinh_session_get_library (TrinhSession *self);
/* (transfer none) (nullable): opens it if need be */
TrinhStore *trinh_session_get_store (TrinhSession *self,
                                     GError **error);

/* All of a file; TRINH_SESSION_ERROR_READ where it is not there, is a folder or may not be read. (transfer full) */
GBytes *trinh_session_read_bytes (GFile *file,
                                  GError **error);
/* By its first bytes; %FALSE where it cannot be read */
gboolean trinh_session_is_pdf (GFile *file);
/* A report file, or a PDF that carries one, read without the store (transfer full) */
TrinhReport *trinh_session_read_file (TrinhSession *self,
                                      GFile *file,
                                      GError **error);
/* Imports the file into the store and opens it: the stored report where the store has it at a later revision. As
 * trinh_session_open_copy() where nobody can be asked: a copy that is further on and went another way is refused with
 * TRINH_STORE_ERROR_CONFLICT. (transfer full) */
TrinhWork *trinh_session_open_file (TrinhSession *self,
                                    GFile *file,
                                    GError **error);
/* What does not fit in the database is told by trinh_work_get_problems(); such a report is only read. (transfer full) */
TrinhWork *trinh_session_open_stored (TrinhSession *self,
                                      const char *report_id,
                                      GError **error);
/* A new report with the office's kept settings, put into the store. (transfer full) */
TrinhWork *trinh_session_create (TrinhSession *self,
                                 const char *regime,
                                 TrinhPeriod period,
                                 TrinhOffice *office,
                                 GError **error);
/**
 * trinh_session_create_from:
 * @last: the report to begin from: texts marked as carried over, stocks, header
 *
 * As trinh_session_create(), with what trinh_evaluation_make_begin() takes over.
 */
TrinhWork *trinh_session_create_from (TrinhSession *self,
                                      const char *regime,
                                      TrinhPeriod period,
                                      TrinhOffice *office,
                                      TrinhReport *last,
                                      GError **error);
/* The stored report that one for @period would begin from: the office's latest before it, of @regime if there is one.
 * (transfer full) (nullable) */
TrinhStoreEntry *trinh_session_find_last (TrinhSession *self,
                                          const char *regime,
                                          TrinhPeriod period,
                                          TrinhOffice *office);
/* (transfer full) (element-type TrinhStoreEntry): other reports of the office in the store, the newest period first */
GPtrArray *trinh_session_list_task_sources (TrinhSession *self,
                                            TrinhReport *report);
/* The tasks of a report in the store that @work does not have yet, as one edit; @n_taken: (out): how many */
gboolean trinh_session_take_over_tasks (TrinhSession *self,
                                        TrinhWork *work,
                                        const char *id,
                                        guint *n_taken,
                                        GError **error);
/* The same without the store; @regime and @office (nullable): those of @last */
TrinhReport *trinh_session_make_report_from (TrinhSession *self,
                                             const char *regime,
                                             const char *period,
                                             const char *office,
                                             TrinhReport *last,
                                             GError **error);
/* Without the store, for the command line */
TrinhReport *trinh_session_make_report (TrinhSession *self,
                                        const char *regime,
                                        const char *period,
                                        const char *office,
                                        GError **error);
/* The shipped sample and its earlier period into the store; the sample opened. (transfer full) */
TrinhWork *trinh_session_open_sample (TrinhSession *self,
                                      GError **error);

/* The office's settings: { "office", "symbol", "addressees", "recipients", "signatories", "author" }. (transfer full) (nullable) */
JsonNode *trinh_session_get_office_settings (TrinhSession *self);
gboolean trinh_session_set_office_settings (TrinhSession *self,
                                            JsonNode *settings,
                                            GError **error);

/* By which regimes the offices report, and what they were told of periods (trinh-session-board.c). (transfer full) */
TrinhBoardSettings *trinh_session_get_board_settings (TrinhSession *self);
gboolean trinh_session_set_board_settings (TrinhSession *self,
                                           TrinhBoardSettings *settings,
                                           GError **error);
/**
 * trinh_session_set_term:
 * @term: what the office was told; all zero takes it back
 *
 * Keeps it, and gives a stored report that can still change the cut-off, as an edit that can be undone.
 */
gboolean trinh_session_set_term (TrinhSession *self,
                                 TrinhOffice *office,
                                 const char *regime,
                                 TrinhPeriod period,
                                 const TrinhBoardTerm *term,
                                 GError **error);

/* One's own regimes (trinh-session-regimes.c). A regime of one's own from another one. (transfer full): its id */
char *trinh_session_copy_regime (TrinhSession *self,
                                 const char *id,
                                 const char *title,
                                 GError **error);
/* A regime in one file; where its id is taken it gets another. (transfer full): its id */
char *trinh_session_import_regime (TrinhSession *self,
                                   GFile *file,
                                   GError **error);
gboolean trinh_session_export_regime (TrinhSession *self,
                                      const char *id,
                                      GFile *file,
                                      GError **error);
/* Refused while a report in the store uses it */
gboolean trinh_session_delete_regime (TrinhSession *self,
                                      const char *id,
                                      GError **error);

typedef enum
{
  TRINH_EXPORT_PDF,
  TRINH_EXPORT_JSON,
  TRINH_EXPORT_TSV,
  TRINH_EXPORT_PNG,
  TRINH_EXPORT_DOCX,
  TRINH_EXPORT_XLSX,
  TRINH_EXPORT_FINAL_PDF, /* the file that will be signed: never marked as a draft */
} TrinhExportFormat;

/* To be called once by a program that writes TRINH_EXPORT_DOCX, TRINH_EXPORT_XLSX or a PDF, or reads one: only such a
 * program links what they need. */
void trinh_session_use_all_formats (void);
/**
 * trinh_session_export_file:
 * @format: what to write; several pages of PNG go to OUT-1.png, OUT-2.png, …
 *
 * Writes to a temporary name beside @target and renames. On the calling thread.
 */
gboolean trinh_session_export_file (TrinhEvaluation *evaluation,
                                    TrinhExportFormat format,
                                    GFile *target,
                                    TrinhProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);
/* The bytes of a format other than PNG, for standard output. (transfer full) */
GBytes *trinh_session_export_bytes (TrinhEvaluation *evaluation,
                                    TrinhExportFormat format,
                                    GError **error);
/* The same, without a need of the evaluation afterwards: what it holds is let go of before the pages are laid out.
 * @evaluation: (transfer full) */
GBytes *trinh_session_export_last (TrinhEvaluation *evaluation,
                                   TrinhExportFormat format,
                                   GError **error);
/* In a thread; the evaluation is read before this returns. @progress comes on the caller's main context. */
void trinh_session_export_async (TrinhEvaluation *evaluation,
                                 TrinhExportFormat format,
                                 GFile *target,
                                 TrinhProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer callback_data);
gboolean trinh_session_export_finish (GAsyncResult *result,
                                      GError **error);
/* The rows of a form as tab-separated text: head "form key code label unit value note"; @evaluation NULL gives empty values. (transfer full) */
char *trinh_session_form_to_tsv (TrinhForm *form,
                                 TrinhEvaluation *evaluation);
/**
 * trinh_session_check_pages:
 *
 * Lays the report out and holds the pages against data/layouts: sizes, weight
 * and capitals of each role, single lines, margins, the page number's place.
 *
 * Returns: (transfer full) (element-type TrinhFinding) (nullable): findings of
 *   source "layout", all errors; one for each role and limit, at its first page
 */
GPtrArray *trinh_session_check_pages (TrinhEvaluation *evaluation,
                                      GError **error);
/* The same of pages that are laid out already; from any thread. (transfer full) (element-type TrinhFinding) */
GPtrArray *trinh_session_check_laid_out (TrinhPages *pages,
                                         TrinhRegime *regime,
                                         GError **error);
typedef enum
{
  TRINH_PAGES_MATCH_UNKNOWN,
  TRINH_PAGES_MATCH_YES,
  TRINH_PAGES_MATCH_NO,
} TrinhPagesMatch;

/**
 * trinh_session_match_pages:
 * @pdf: a PDF that carries a report
 * @result: (out)
 * @explanation: (out) (optional): why, translated, with the first difference or the version that drew the pages
 *
 * Whether the pages show what the attached report says: its pages are laid out anew, and each text
 * must stand in its place, with nothing beside. Contract, "report_matches_pages".
 *
 * Returns: %FALSE where the file or its report cannot be read
 */
gboolean trinh_session_match_pages (TrinhSession *self,
                                    GFile *pdf,
                                    TrinhPagesMatch *result,
                                    char **explanation,
                                    GError **error);
/* As contract.md, "Findings"; @layout (nullable): those of the pages are added. (transfer full) */
JsonNode *trinh_session_findings_to_json (TrinhEvaluation *evaluation,
                                          GPtrArray *layout);
/* Bytes to a file by a temporary name beside it, flushed, renamed. TRINH_SESSION_ERROR_WRITE */
gboolean trinh_session_write_file (GFile *target,
                                   GBytes *bytes,
                                   GError **error);

/**
 * trinh_session_import_file:
 * @table: .xlsx, .xls, .ods, .csv or .tsv
 * @remembered: use what was chosen for tables of this kind before (the store is asked)
 *
 * What the tables of a file would change in the report. Nothing is changed.
 *
 * Returns: (transfer full): the preview, or %NULL with TRINH_EXCHANGE_ERROR where the file cannot be read
 */
TrinhImport *trinh_session_import_file (TrinhSession *self,
                                        TrinhEvaluation *evaluation,
                                        GFile *table,
                                        gboolean remembered,
                                        GError **error);
/* The same for what was copied elsewhere; @html (nullable): the HTML of the clipboard, preferred where it has a table */
TrinhImport *trinh_session_import_text (TrinhSession *self,
                                        TrinhEvaluation *evaluation,
                                        const char *text,
                                        const char *html,
                                        GError **error);
/* Takes what is chosen as one edit, and remembers the choices for the next table of this kind. @work is the one
 * whose evaluation the import was made with. */
gboolean trinh_session_apply_import (TrinhSession *self,
                                     TrinhWork *work,
                                     TrinhImport *import,
                                     GError **error);
/* What was chosen, or forgotten, for the next tables of the kind */
gboolean trinh_session_remember_import (TrinhSession *self,
                                        TrinhImport *import,
                                        GError **error);
/* A form file (data/README.md) made of the table that a circular brings; one row a line. (transfer full) */
GBytes *trinh_session_make_form (TrinhSession *self,
                                 GFile *table,
                                 const char *id,
                                 GError **error);
/* The same of what was copied out of a document; @html (nullable) as above */
GBytes *trinh_session_make_form_from_text (TrinhSession *self,
                                           const char *text,
                                           const char *html,
                                           const char *id,
                                           GError **error);

/**
 * trinh_session_merge:
 * @base: (nullable): the state that both come from; %NULL: the one that @theirs names, where it is @ours itself
 * @kept: look for it among what the store keeps too
 *
 * Two copies of one report merged, as trinh_merge_new(). (transfer full)
 */
TrinhMerge *trinh_session_merge (TrinhSession *self,
                                 TrinhReport *ours,
                                 TrinhReport *theirs,
                                 TrinhReport *base,
                                 gboolean kept,
                                 GError **error);
/**
 * trinh_session_open_copy:
 * @merge: (out) (transfer full) (nullable): where the store's report and the file's went different ways: what it would
 *   bring
 *
 * Opens a file for the window: a report that the store does not know is imported; where one of the two comes from the
 * other, by their steps, what is missing comes in; else nothing is replaced. A file with signatures has to be valid and
 * show its report, and brings the steps that it proves.
 *
 * Returns: (transfer full): the stored report, or %NULL with @error; also where it is signed and the file differs
 */
TrinhWork *trinh_session_open_copy (TrinhSession *self,
                                    GFile *file,
                                    TrinhMerge **merge,
                                    GError **error);
/* Brings in what merges and what was chosen, as one edit. */
gboolean trinh_session_apply_merge (TrinhSession *self,
                                    TrinhWork *work,
                                    TrinhMerge *merge,
                                    GError **error);
/* A part as a file: the report with "base" (@sha256: of the file it was read from) and "part". (transfer full) */
GBytes *trinh_session_make_part (TrinhReport *report,
                                 const char *part,
                                 const char *sha256,
                                 GError **error);
/* The same from the store: the state that leaves is kept there, the file is written, and the part counts as sent
 * (one edit). */
gboolean trinh_session_send_part (TrinhSession *self,
                                  TrinhWork *work,
                                  const char *part,
                                  GFile *target,
                                  GError **error);
/* The report as it stands, for whom it came from */
gboolean trinh_session_send_back (TrinhWork *work,
                                  GFile *target,
                                  GError **error);

#define TRINH_SESSION_ERROR (trinh_session_error_quark ())

typedef enum
{
  TRINH_SESSION_ERROR_READ,
  TRINH_SESSION_ERROR_WRITE,
  TRINH_SESSION_ERROR_IN_USE,
} TrinhSessionError;

GQuark trinh_session_error_quark (void);

G_END_DECLS
