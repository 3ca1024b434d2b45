/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session-sign.h"
#include "trinh-work-review.h"

G_BEGIN_DECLS

/* Signature, issue, correction and the way between machines. Whatever fails leaves the report and the database as they
 * were; errors are of TRINH_CORE_ERROR (state, role), TRINH_SIGNING_ERROR, TRINH_SESSION_ERROR and TRINH_STORE_ERROR. */

/* The PDF that is to be signed, as previewed: without the mark of a draft, with the head of the store's journal as it is
 * now (data/README.md, "The signed file"). The report that a submitted one carries is approved by who works now: the report
 * itself becomes so with the signature only. (transfer full) */
GBytes *trinh_session_make_final (TrinhWork *work,
                                  GError **error);
/**
 * trinh_session_sign_work:
 * @pdf: what trinh_session_make_final() made and the signatory saw
 * @order: the picture is taken from it; role, number and date are not
 *
 * Checks the certificate, signs in memory, verifies, and keeps the file and the step that names its SHA-256 in one
 * transaction, with the approval of a report that was submitted only.
 */
gboolean trinh_session_sign_work (TrinhSession *self,
                                  TrinhWork *work,
                                  GBytes *pdf,
                                  TrinhSigner *signer,
                                  const TrinhSigningOrder *order,
                                  GError **error);
/* @scan: (nullable): a PDF, or a picture (PNG, JPEG, TIFF), of the report as it was signed by hand */
gboolean trinh_session_sign_work_on_paper (TrinhSession *self,
                                           TrinhWork *work,
                                           GFile *scan,
                                           GError **error);
/**
 * trinh_session_take_signed:
 * @pdf: the final file of the report, signed with another program
 *
 * Its signatures are verified, and it must be the same document: it begins with the bytes of the final file, or its
 * pages show what the report says and its attached report is this one.
 */
gboolean trinh_session_take_signed (TrinhSession *self,
                                    TrinhWork *work,
                                    GFile *pdf,
                                    GError **error);
/**
 * trinh_session_dup_doubt:
 * @may_vouch: (out) (optional): whether the person may say that the signatures hold: trinh_session_vouch()
 *
 * What of the last file that was opened or taken did not count, and why: nobody here knows the authority that stands for
 * the signer, or it cannot be told whether the pages show the report. Nothing was changed by it.
 *
 * Returns: (transfer full) (nullable): translated sentences; %NULL: nothing
 */
char *trinh_session_dup_doubt (TrinhSession *self,
                               gboolean *may_vouch);
/* The person compared the fingerprints and stands for the signatures of that file, until the session ends; it is to be
 * opened or taken again. */
void trinh_session_vouch (TrinhSession *self);
/**
 * trinh_session_issue:
 * @number: "" or %NULL only where the report has its number already
 * @date: Julian; 0 likewise
 * @signer: (nullable): with the office's key; %NULL where the report was signed on paper, or the file carries the
 *   office's signature already
 * @order: (nullable): the picture of the stamp is taken from it
 *
 * Fills the empty fields that the signed file has for number and date, and closes it with the office's signature; on
 * paper the report alone gets them.
 */
gboolean trinh_session_issue (TrinhSession *self,
                              TrinhWork *work,
                              const char *number,
                              guint32 date,
                              TrinhSigner *signer,
                              const TrinhSigningOrder *order,
                              GError **error);
/* Number or date are still to be given, and the signed file has no empty field for them; before the signature: a file that
 * another program signs will have none. Given at issue they stand in the report alone, not on its pages. */
gboolean trinh_session_lacks_fields (TrinhWork *work);
/* The number after the highest that the store's reports of the same office, symbol and year have; "" where none has
 * one. (transfer full) */
char *trinh_session_dup_next_number (TrinhSession *self,
                                     TrinhWork *work);
/* The kept file: signed PDF or scan. %NULL without @error: none. (transfer full) (nullable) */
GBytes *trinh_session_load_signed (TrinhWork *work,
                                   GError **error);

/**
 * trinh_session_send_for_review:
 * @target: NAME.trinhky, or NAME.pdf with the report in it; of a report that was signed in a file that file
 *
 * Writes what another machine opens with trinh_session_open_copy(): there remarks, reasons and steps are united by id,
 * the state follows the steps, the same file twice changes nothing, and a signed file brings the steps that it proves.
 */
gboolean trinh_session_send_for_review (TrinhWork *work,
                                        GFile *target,
                                        GError **error);
/**
 * trinh_session_begin_correction:
 * @work: a report that was signed
 * @reason: why, which is the first step of the new report
 *
 * A new draft that "replaces" the signed report and has its content. The old one stays as it is; it is corrected
 * once, whichever process began: TRINH_STORE_ERROR_CORRECTED.
 * What it changes is listed by trinh_work_list_changes().
 *
 * Returns: (transfer full)
 */
TrinhWork *trinh_session_begin_correction (TrinhSession *self,
                                           TrinhWork *work,
                                           const char *reason,
                                           GError **error);
/* Everything about the report as one .zip: report.pdf (what was signed, else as it would be sent), the scan where there is
 * one, report.trinhky, journal.json (steps and every change) and SHA256SUMS. The same state gives the same bytes. */
gboolean trinh_session_export_case (TrinhSession *self,
                                    TrinhWork *work,
                                    GFile *target,
                                    GError **error);
/**
 * trinh_session_check_store:
 * @problems: (out): translated lines; none: it is sound
 * @notes: (out) (optional): translated lines about what could not be held against the journal here, and is no fault of
 *   itself: only the office knows whether such a report was signed on this machine
 *
 * As trinh_store_check(), and the signed reports against their kept files: each is valid, says what the report says, and
 * carries a head that the journal still leads to.
 */
gboolean trinh_session_check_store (TrinhSession *self,
                                    char ***problems,
                                    char ***notes,
                                    GError **error);

G_END_DECLS
