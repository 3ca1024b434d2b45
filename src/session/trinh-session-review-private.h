/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-problem.h"
#include "trinh-session-private.h"
#include "trinh-session-review.h"
#include "trinh-work-step-private.h"

G_BEGIN_DECLS

#define TRINH_PDF_MEDIA_TYPE "application/pdf"

/* trinh-session-final.c */

/* @approval: (nullable): the report that is attached has it already, as it will after the signature
 * @origin: (nullable): what trinh_pdf_read_origin() gave; %NULL: where the journal stands now. (transfer full) */
GBytes *_trinh_session_render_final (TrinhWork *work,
                                     TrinhStep *approval,
                                     const char *origin,
                                     GError **error);
#define TRINH_ORIGIN_PREFIX "urn:trinhky:journal:"
/* @journal, @head: (out) (transfer full): which journal, and the hash of its row @row */
gboolean _trinh_session_parse_origin (const char *origin,
                                      char **journal,
                                      gint64 *row,
                                      char **head);
/* The report that @pdf carries, which has to be this one as it stands, and of a submitted one with its approval; else
 * TRINH_SESSION_ERROR_READ. (transfer full)
 * @approval: (out) (transfer full) (nullable): the step that the report lacks: it goes with the signature */
TrinhReport *_trinh_session_read_final (TrinhSession *self,
                                        TrinhWork *work,
                                        GBytes *pdf,
                                        TrinhStep **approval,
                                        GError **error);
/* "Báo cáo 6 tháng đầu năm 2022.pdf". (transfer full) */
char *_trinh_session_dup_file_name (TrinhReport *report,
                                    const char *ending);

/* trinh-session-unite.c */

/**
 * TrinhDescent:
 * @TRINH_DESCENT_NONE: the contents differ, and neither copy has a step on the content of the other: they diverged
 * @TRINH_DESCENT_SAME: one content
 * @TRINH_DESCENT_OURS_LATER: ours comes from what theirs says
 * @TRINH_DESCENT_THEIRS_LATER: the reverse
 *
 * Which of two copies of a report comes from the other, by the contents that their steps were done to.
 */
typedef enum
{
  TRINH_DESCENT_NONE,
  TRINH_DESCENT_SAME,
  TRINH_DESCENT_OURS_LATER,
  TRINH_DESCENT_THEIRS_LATER,
} TrinhDescent;

TrinhDescent _trinh_session_find_descent (TrinhReport *ours,
                                          TrinhReport *theirs);
/* The file of @newer with the remarks, reasons and steps of @older, and what this machine notes of copies from @ours; %NULL
 * where they have different numbers or dates. (transfer full) (nullable) */
JsonNode *_trinh_session_unite (TrinhReport *ours,
                                TrinhReport *newer,
                                TrinhReport *older);
TrinhReport *_trinh_session_load_node (TrinhSession *self,
                                       JsonNode *node,
                                       GError **error);

/* trinh-session-arrival.c */

/* Brings into the store what one of two copies that come from one another has and the other has not; @done: (out): %FALSE:
 * they diverged, and somebody has to choose. The report has to be loaded anew. */
gboolean _trinh_session_bring_in (TrinhSession *self,
                                  TrinhReport *ours,
                                  TrinhReport *theirs,
                                  gboolean *done,
                                  GError **error);
gboolean _trinh_session_keep_reviewed (TrinhSession *self,
                                       TrinhReport *report,
                                       GError **error);

/* trinh-session-takeover.c */

/* @signatures: (out) (nullable): each is valid, somebody stands for it, and the pages show the report; %NULL: nobody signed
 * the file, or it is doubted: trinh_session_dup_doubt() */
gboolean _trinh_session_check_signed (TrinhSession *self,
                                      GBytes *pdf,
                                      TrinhReport *carried,
                                      GPtrArray **signatures,
                                      GError **error);
/* What the file's fields say of the date, with the parts that @report had of it when it was signed and were printed; Julian,
 * 0: nothing whole */
guint32 _trinh_session_read_date (GBytes *pdf,
                                  TrinhReport *report);
/* The steps that the file proves, where the report is approved or signed here with the content, number and date that
 * @carried has; what is blank here comes from the file, and what differs is a doubt. @merging: the report and @carried wait for
 * somebody to choose between them, and nothing is taken over before. */
gboolean _trinh_session_take_over_signed (TrinhSession *self,
                                          TrinhWork *work,
                                          TrinhReport *carried,
                                          GBytes *pdf,
                                          GPtrArray *signatures,
                                          gboolean merging,
                                          GError **error);

/* trinh-session-doubt.c */

void _trinh_session_clear_doubt (TrinhSession *self);
/* @sha256: (nullable): of the file that somebody may vouch for */
void _trinh_session_add_doubt (TrinhSession *self,
                               const char *words,
                               const char *sha256);
gboolean _trinh_session_is_vouched (TrinhSession *self,
                                    const char *sha256);

/* trinh-session-signers.c */

/**
 * _trinh_session_check_signers:
 * @signatures: of @pdf, judged by trinh_session_make_trust(), in the order in which they were made
 * @steps: (nullable): of the stored report: a signature whose file one of them names was judged before
 * @uncertain: (nullable): why the pages may not show the report
 *
 * Whether the signatures say anything about the report: an authority that is known here, or the person, stands for each
 * signer, and the first is not the office's. %FALSE with TRINH_SIGNING_ERROR_CERTIFICATE, and trinh_session_dup_doubt().
 */
gboolean _trinh_session_check_signers (TrinhSession *self,
                                       GBytes *pdf,
                                       GPtrArray *signatures,
                                       GPtrArray *steps,
                                       const char *uncertain,
                                       GError **error);
/* Of the file as it was signed then. (transfer full) */
char *_trinh_session_hash_signed (GBytes *pdf,
                                  const TrinhSignature *signature);
/* Whether the second signature is the office's: in the office's field, or by another than the first and not in the
 * signatory's field */
gboolean _trinh_session_has_stamp (GPtrArray *signatures);

/* trinh-session-signed.c */

/* The step that an act of signing is, on every machine that comes to know it the same */
TrinhStep *_trinh_session_name_step (TrinhStep *step,
                                     const char *file_name,
                                     GBytes *signed_pdf);
/* The signatures of a file, each of them valid; else TRINH_SIGNING_ERROR_CHECK with the fault. (transfer full) (element-type
 * TrinhSignature): in the order in which they were made, one at least */
GPtrArray *_trinh_session_verify (GBytes *pdf,
                                  TrinhTrust *trust, /* (nullable): no certificate is judged */
                                  GError **error);
/* TRINH_SIGNING_ERROR_CERTIFICATE, in the certificate's own words; @when: seconds since 1970 */
gboolean _trinh_session_check_certificate (TrinhCertificate *certificate,
                                           gint64 when,
                                           GError **error);
/* The last of the steps that brought a file. (transfer full) (nullable) */
TrinhStep *_trinh_session_find_signed (TrinhReport *report);

/* Whether it may be signed by @signer now. (transfer full): the report that @pdf carries; @approval: as
 * _trinh_session_read_final() */
TrinhReport *_trinh_session_prepare_sign (TrinhSession *self,
                                          TrinhWork *work,
                                          GBytes *pdf,
                                          TrinhSigner *signer,
                                          TrinhStep **approval,
                                          GError **error);
/* @approval: (nullable); @certificate: of the one who signed */
gboolean _trinh_session_keep_signed (TrinhWork *work,
                                     TrinhStep *approval,
                                     TrinhCertificate *certificate,
                                     GBytes *signed_pdf,
                                     GError **error);

/* trinh-session-number.c. "15", "07", "15a" */
gboolean _trinh_session_is_number (const char *text);
/* As trinh_store_check_number(); a work without a store has no series */
gboolean _trinh_session_check_free (TrinhWork *work,
                                    const char *number,
                                    guint32 date,
                                    GError **error);
/* The same of an issue with the office's key: @number and @date become what is given anew, @own gets
 * what the file has a field for, @pdf (out) (transfer full) is the kept file */
TrinhReport *_trinh_session_prepare_issue (TrinhSession *self,
                                           TrinhWork *work,
                                           TrinhSigner *signer,
                                           const char **number,
                                           guint32 *date,
                                           TrinhSigningOrder *own,
                                           GBytes **pdf,
                                           GError **error);
gboolean _trinh_session_keep_issued (TrinhWork *work,
                                     GBytes *issued,
                                     const char *number,
                                     guint32 date,
                                     GError **error);

/* trinh-session-numbered.c: what the field of the file says, where it has one that is filled, else what the report that it
 * carries had when it was signed. (transfer full): "" where neither does */
char *_trinh_session_dup_file_number (GBytes *pdf,
                                      TrinhReport *carried);
/* The same: "2022-06-09", or the part of it that there is */
char *_trinh_session_dup_file_date (GBytes *pdf,
                                    TrinhReport *carried);
/* In words how they differ. (transfer full) (nullable): they are the same */
char *_trinh_session_explain_number (const char *number,
                                     const char *in_file);
char *_trinh_session_explain_date (const char *date,
                                   const char *in_file);

/* trinh-session-check.c: all problems of trinh_session_check_store(); @self may be of another thread. (transfer full)
 * (element-type TrinhProblem) */
GPtrArray *_trinh_session_list_problems (TrinhSession *self,
                                         GCancellable *cancellable,
                                         GError **error);
/* trinh-session-opened.c: what of them it has in common with the opening of a report */
void _trinh_problems_add (GPtrArray *problems,
                          TrinhReport *report,
                          const char *words);
/* @found: (element-type TrinhStoreProblem) */
void _trinh_problems_take (GPtrArray *problems,
                           GPtrArray *found);
/* What the rows showed before the report could be read */
void _trinh_problems_name (GPtrArray *problems,
                           TrinhReport *report);
/* The step that the content has to be as it was at. (transfer full) (nullable) */
TrinhStep *_trinh_problems_find_binding (GPtrArray *problems,
                                         TrinhReport *report);
/* What one report shows when it is opened, without its signatures. (transfer full) (element-type TrinhProblem) */
GPtrArray *_trinh_session_list_problems_of (TrinhSession *self,
                                            TrinhReport *report,
                                            GError **error);

/* trinh-session-elsewhere.c: the step that a signature is: by whom and when, as it says. (transfer full) */
TrinhStep *_trinh_session_make_signed_step (TrinhStepKind kind,
                                            const TrinhSignature *signature);

G_END_DECLS
