/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A file that was signed with another program. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf-compare.h"
#include "trinh-pdf.h"
#include "trinh-session-review-private.h"

static gboolean
begins_with (GBytes *whole,
             GBytes *beginning)
{
  gsize whole_length, length;
  const void *data = g_bytes_get_data (whole, &whole_length);
  const void *head = g_bytes_get_data (beginning, &length);

  return length <= whole_length && memcmp (data, head, length) == 0;
}

/* A later update may draw the pages anew, and the signature is over that as well. */
static gboolean
has_only_signatures_more (GBytes *final,
                          GBytes *pdf,
                          GError **error)
{
  g_autoptr (TrinhPdfSource) before = trinh_pdf_source_open (final, error);
  g_autoptr (TrinhPdfSource) after = before != NULL ? trinh_pdf_source_open (pdf, error) : NULL;

  if (after == NULL)
    return FALSE;
  if (trinh_pdf_compare_final (before, after) == TRINH_PDF_CHANGE_NONE)
    return TRUE;
  g_set_error_literal (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("The signed file is not the final PDF of this report: more than signatures was added to it."));
  return FALSE;
}

/* A program that writes the file anew is told by what stands on its pages. */
static gboolean
check_same_document (TrinhWork *work,
                     GBytes *pdf,
                     TrinhReport *carried,
                     TrinhStep *approval,
                     GError **error)
{
  g_autofree char *origin = trinh_pdf_read_origin (pdf);
  g_autoptr (GBytes) final = _trinh_session_render_final (work, approval, origin, error);
  g_autofree char *explanation = NULL;
  TrinhPagesMatch match;
  gboolean begins;

  if (final == NULL)
    return FALSE;
  begins = begins_with (pdf, final);
  if ((begins && !has_only_signatures_more (final, pdf, error)) || !_trinh_session_match (pdf, carried, &match, &explanation, error))
    return FALSE;
  /* What begins with our own pages shows what those show. */
  if (match == TRINH_PAGES_MATCH_YES || (begins && match == TRINH_PAGES_MATCH_UNKNOWN))
    return TRUE;
  g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("The signed file is not the final PDF of this report: %s"), explanation);
  return FALSE;
}

TrinhStep *
_trinh_session_make_signed_step (TrinhStepKind kind,
                                 const TrinhSignature *signature)
{
  const char *by = signature->certificate != NULL ? trinh_certificate_get_name (signature->certificate) : "";
  const TrinhRole role = kind == TRINH_STEP_ISSUE ? TRINH_ROLE_REGISTRAR : TRINH_ROLE_SIGNATORY;

  return trinh_step_new (kind, by, role, signature->claimed_time != NULL ? signature->claimed_time : "", "");
}

/* Whoever carries the file here, the signature says who signed. */
static gboolean
keep (TrinhWork *work,
      TrinhStep *approval,
      GBytes *pdf,
      GPtrArray *signatures,
      GError **error)
{
  g_autofree char *name = _trinh_session_dup_file_name (trinh_work_get_report (work), ".pdf");
  g_autoptr (TrinhStep) step = _trinh_session_make_signed_step (TRINH_STEP_SIGN, signatures->pdata[0]);
  g_autoptr (TrinhStep) named = _trinh_session_name_step (step, name, pdf);

  return _trinh_work_keep_signature (work, approval, named, &(const TrinhStoreFile) { name, TRINH_PDF_MEDIA_TYPE, pdf }, error);
}

/* Whoever works now: what is submitted is approved by the signature that comes. */
static gboolean
may_be_signed (TrinhReport *report,
               GError **error)
{
  return trinh_review_check (report, TRINH_STEP_APPROVE, TRINH_ROLE_ALL, NULL) || trinh_review_check (report, TRINH_STEP_SIGN, TRINH_ROLE_ALL, error);
}

gboolean
trinh_session_take_signed (TrinhSession *self,
                           TrinhWork *work,
                           GFile *pdf,
                           GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhReport) carried = NULL;
  g_autoptr (TrinhStep) approval = NULL;
  g_autoptr (TrinhTrust) trust = NULL;
  g_autoptr (GPtrArray) signatures = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (G_IS_FILE (pdf), FALSE);

  _trinh_session_clear_doubt (self);
  if (!may_be_signed (trinh_work_get_report (work), error) || !_trinh_session_check_free (work, NULL, 0, error))
    return FALSE;
  bytes = trinh_session_read_bytes (pdf, error);
  carried = bytes != NULL ? _trinh_session_read_final (self, work, bytes, &approval, error) : NULL;
  trust = trinh_session_make_trust ();
  signatures = carried != NULL ? _trinh_session_verify (bytes, trust, error) : NULL;
  if (signatures == NULL || !check_same_document (work, bytes, carried, approval, error) ||
      !_trinh_session_check_signers (self, bytes, signatures, NULL, NULL, error))
    return FALSE;

  return keep (work, approval, bytes, signatures, error);
}
