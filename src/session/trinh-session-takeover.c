/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A signed file comes to a machine that did not sign it: what it proves are the steps that are missing here. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"

/* The signatory's signature is the first, the office's the second. */
static gboolean
keep_step (TrinhWork *work,
           TrinhStepKind kind,
           const TrinhSignature *signature,
           GBytes *pdf,
           const char *number,
           guint32 date,
           GError **error)
{
  g_autofree char *name = _trinh_session_dup_file_name (trinh_work_get_report (work), ".pdf");
  g_autoptr (GBytes) as_signed = g_bytes_new_from_bytes (pdf, 0, signature->end);
  g_autoptr (TrinhStep) step = _trinh_session_make_signed_step (kind, signature);
  g_autoptr (TrinhStep) named = _trinh_session_name_step (step, name, as_signed);

  return _trinh_work_keep_proven_step (work, named, number, date, &(const TrinhStoreFile) { name, TRINH_PDF_MEDIA_TYPE, as_signed }, error);
}

/* @printed: what the report had of it when it was signed: "2022", "06", ""; it is printed then, and no field */
static guint
read_count (GBytes *pdf,
            const char *name,
            const char *printed)
{
  g_autofree char *text = trinh_pdf_dup_field (pdf, name);
  guint64 count = 0;

  return g_ascii_string_to_unsigned (text != NULL ? text : printed, 10, 0, G_MAXUINT16, &count, NULL) ? (guint) count : 0;
}

guint32
_trinh_session_read_date (GBytes *pdf,
                          TrinhReport *report)
{
  g_auto (GStrv) parts = g_strsplit (trinh_report_get_date (report), "-", -1);
  const guint n_parts = g_strv_length (parts);
  const guint day = read_count (pdf, "day", "");
  const guint month = read_count (pdf, "month", n_parts > 1 ? parts[1] : "");
  const guint year = read_count (pdf, "year", n_parts > 0 ? parts[0] : "");
  GDate date;

  if (day > G_MAXUINT8 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

/* Without its number it is signed and stamped, but not issued. */
static gboolean
keep_issue (TrinhWork *work,
            const TrinhSignature *signature,
            GBytes *pdf,
            GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  const gboolean has_number = *trinh_report_get_number (report) != '\0';
  const gboolean has_date = strlen (trinh_report_get_date (report)) == strlen ("2022-06-09");
  g_autofree char *number = has_number ? NULL : trinh_pdf_dup_field (pdf, "number");
  const guint32 date = has_date ? 0 : _trinh_session_read_date (pdf, report);

  if ((!has_number && (number == NULL || !_trinh_session_is_number (number))) || (!has_date && date == 0))
    return TRUE;

  return keep_step (work, TRINH_STEP_ISSUE, signature, pdf, number, date, error);
}

/* (transfer full) (nullable) */
static GPtrArray *
list_stored_steps (TrinhSession *self,
                   const char *id)
{
  g_autoptr (TrinhReport) report = NULL;

  if (!_trinh_session_is_stored (self, id))
    return NULL;
  report = trinh_store_load (trinh_session_get_store (self, NULL), id, trinh_session_get_library (self), NULL);

  return report != NULL ? trinh_review_list_steps (report) : NULL;
}

gboolean
_trinh_session_check_signed (TrinhSession *self,
                             GBytes *pdf,
                             TrinhReport *carried,
                             GPtrArray **signatures,
                             GError **error)
{
  g_autoptr (GPtrArray) found = trinh_pdf_verify (pdf, NULL, error);
  g_autoptr (TrinhTrust) trust = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *explanation = NULL;
  TrinhPagesMatch match;

  *signatures = NULL;
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    return TRUE;
  g_clear_pointer (&found, g_ptr_array_unref);
  trust = trinh_session_make_trust ();
  found = _trinh_session_verify (pdf, trust, error);
  if (found == NULL || !_trinh_session_match (pdf, carried, &match, &explanation, error))
    return FALSE;
  if (match == TRINH_PAGES_MATCH_NO)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK, _ ("The signed pages do not show the report that the file carries: %s"), explanation);
      return FALSE;
    }
  steps = list_stored_steps (self, trinh_report_get_id (carried));
  if (_trinh_session_check_signers (self, pdf, found, steps, match == TRINH_PAGES_MATCH_UNKNOWN ? explanation : NULL, NULL))
    *signatures = g_steal_pointer (&found);
  return TRUE;
}

/* A report that came before its file gets the file now. */
static gboolean
keep_files (TrinhWork *work,
            GBytes *pdf,
            GPtrArray *signatures,
            GError **error)
{
  g_autofree char *name = _trinh_session_dup_file_name (trinh_work_get_report (work), ".pdf");
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (trinh_work_get_report (work));

  for (guint i = 0; i < signatures->len; i++)
    {
      g_autoptr (GBytes) as_signed = g_bytes_new_from_bytes (pdf, 0, ((TrinhSignature *) signatures->pdata[i])->end);
      g_autofree char *sha256 = _trinh_session_hash_signed (pdf, signatures->pdata[i]);

      for (guint j = 0; j < steps->len; j++)
        {
          g_autofree char *kept = NULL;

          if (g_strcmp0 (trinh_step_get_file_sha256 (steps->pdata[j]), sha256) != 0)
            continue;
          kept = trinh_store_put_file (trinh_work_get_store (work), name, TRINH_PDF_MEDIA_TYPE, as_signed, error);
          if (kept == NULL)
            return FALSE;
        }
    }
  return TRUE;
}

/* Whether the file goes on from what is signed here already */
static gboolean
continues (TrinhReport *report,
           GBytes *pdf,
           const TrinhSignature *first)
{
  g_autoptr (TrinhStep) step = _trinh_session_find_signed (report);
  g_autofree char *sha256 = _trinh_session_hash_signed (pdf, first);

  return step != NULL && g_strcmp0 (trinh_step_get_file_sha256 (step), sha256) == 0;
}

static gboolean
take_over_issue (TrinhSession *self,
                 TrinhWork *work,
                 GBytes *pdf,
                 GPtrArray *signatures,
                 GError **error)
{
  if (signatures->len < 2 || !continues (trinh_work_get_report (work), pdf, signatures->pdata[0]))
    return TRUE;
  if (_trinh_session_has_stamp (signatures))
    return keep_issue (work, signatures->pdata[1], pdf, error);
  _trinh_session_add_doubt (self, _ ("The second signature in the file is not the office’s: the report is signed, and not issued."), NULL);

  return TRUE;
}

gboolean
_trinh_session_take_over_signed (TrinhSession *self,
                                 TrinhWork *work,
                                 TrinhReport *carried,
                                 GBytes *pdf,
                                 GPtrArray *signatures,
                                 GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autofree char *ours = trinh_review_dup_digest (report);
  g_autofree char *theirs = trinh_review_dup_digest (carried);

  if (!g_str_equal (ours, theirs))
    return TRUE;
  if (trinh_report_get_state (report) == TRINH_STATE_APPROVED && !keep_step (work, TRINH_STEP_SIGN, signatures->pdata[0], pdf, NULL, 0, error))
    return FALSE;
  if (trinh_report_get_state (report) == TRINH_STATE_SIGNED && !take_over_issue (self, work, pdf, signatures, error))
    return FALSE;

  return keep_files (work, pdf, signatures, error);
}
