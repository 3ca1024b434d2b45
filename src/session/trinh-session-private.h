/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session.h"

G_BEGIN_DECLS

/* “FILE” could not be written: why, in words that say what to do. TRINH_SESSION_ERROR_WRITE */
void _trinh_session_set_write_error (GFile *target,
                                     const GError *reason,
                                     GError **error);
/* One page: @target; several: NAME-1.png, NAME-2.png, … All of them or none. */
gboolean _trinh_session_write_pictures (TrinhPages *pages,
                                        GFile *target,
                                        GCancellable *cancellable,
                                        GError **error);

/* The writers of Word documents, spreadsheets and finished PDF files, and the reader of the latter, which a program has
 * only if it asked for them: trinh_session_use_all_formats() */
typedef struct
{
  GBytes *(*render_document) (TrinhDocument *document,
                              TrinhProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);
  GBytes *(*render_spreadsheet) (TrinhEvaluation *evaluation,
                                 GError **error);
  GBytes *(*render_pdf) (TrinhPages *pages, /* (transfer full) */
                         TrinhProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);
  GBytes *(*read_attachment) (GBytes *pdf,
                              GError **error);
} TrinhFormats;

/* trinh-session-export.c */
void _trinh_session_set_formats (const TrinhFormats *formats);
/* (nullable) */
const TrinhFormats *_trinh_session_get_formats (void);
/* (transfer full) */
TrinhDocument *_trinh_session_make_document (TrinhEvaluation *evaluation,
                                             TrinhExportFormat format);

/* trinh-session-pages.c: may be called in any thread. (transfer full) (element-type TrinhFinding) */
GPtrArray *_trinh_session_check_document (TrinhDocument *document,
                                          TrinhRegime *regime,
                                          GCancellable *cancellable,
                                          GError **error);

/* trinh-session-board.c: the office reports by the report's regime from now on, where it did not yet */
gboolean _trinh_session_expect (TrinhSession *self,
                                TrinhReport *report,
                                guint32 today,
                                GError **error);
gboolean _trinh_session_apply_term (TrinhSession *self,
                                    TrinhReport *report,
                                    GError **error);
/* trinh-session-read.c: the report that a PDF carries; @name is used in messages. (transfer full) */
TrinhReport *_trinh_session_read_pdf (TrinhSession *self,
                                      GBytes *pdf,
                                      const char *name,
                                      GError **error);
/* @pdf: (out) (optional) (nullable): the file's bytes where it is a PDF; set with an error too */
TrinhReport *_trinh_session_read_file (TrinhSession *self,
                                       GFile *file,
                                       GBytes **pdf,
                                       GError **error);
/* trinh-session-match-words.c: where @found, letters without spaces, differs from @text: the words that do and those beside
 * them, of both. @words_found, @words_expected: (out) (transfer full) */
void _trinh_session_match_dup_words (const char *found,
                                     const char *text,
                                     char **words_found,
                                     char **words_expected);
/* As trinh_session_match_pages(), of bytes and the report that they carry */
gboolean _trinh_session_match (GBytes *pdf,
                               TrinhReport *report,
                               TrinhPagesMatch *result,
                               char **explanation,
                               GError **error);
/* trinh-session-merge.c; the store is open */
gboolean _trinh_session_is_stored (TrinhSession *self,
                                   const char *id);
/* A state that was kept when a copy left or was reviewed. (transfer full) (nullable) */
TrinhReport *_trinh_session_load_kept (TrinhSession *self,
                                       const char *sha256);
/* trinh-session-arrival.c: what both come from, by the last step that both know. (transfer full) (nullable) */
TrinhReport *_trinh_session_load_common (TrinhSession *self,
                                         TrinhReport *ours,
                                         TrinhReport *theirs);
/* The same where the report's document was made before; may be called in any thread with a report that is nobody else's */
gboolean _trinh_session_match_document (TrinhDocument *document,
                                        TrinhReport *report,
                                        GBytes *pdf,
                                        TrinhPagesMatch *result,
                                        char **explanation,
                                        GError **error);
/* trinh-session-doubt.c: what is kept for trinh_session_dup_doubt() and trinh_session_vouch() */
typedef struct _TrinhDoubts TrinhDoubts;

TrinhDoubts *_trinh_doubts_new (void);
void _trinh_doubts_free (TrinhDoubts *doubts);

/* trinh-session.c */

/* Of what trinh_store_open_reading() shows, for another thread. (transfer full) */
TrinhSession *_trinh_session_new_reading (const char *database,
                                          const char *const *data,
                                          GError **error);
/* (transfer none) (nullable): the data folders that it was made with */
char **_trinh_session_get_data (TrinhSession *self);
void _trinh_session_set_problems (TrinhSession *self,
                                  GPtrArray *problems);
TrinhDoubts *_trinh_session_get_doubts (TrinhSession *self);
void _trinh_session_emit_board_changed (TrinhSession *self);

G_END_DECLS
