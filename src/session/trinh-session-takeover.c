/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A signed file comes to a machine that did not sign it: what it proves are the steps that are missing here. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"
#include "trinh-store-numbers.h"

/* "2022-06-09" */
#define DATE_LENGTH 10

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

/* What is blank here comes from the file; what is here has to be what the file has. */
static gboolean
fits (const char *ours,
      const char *theirs,
      gboolean is_date)
{
  return is_date ? g_str_has_prefix (theirs, ours) : *ours == '\0' || trinh_store_is_same_number (ours, theirs);
}

/* In words what of number and date stands in the way. (transfer full) (nullable) */
static char *
explain (TrinhReport *report,
         const char *number,
         const char *date)
{
  if (!fits (trinh_report_get_number (report), number, FALSE))
    return _trinh_session_explain_number (trinh_report_get_number (report), number);
  if (!fits (trinh_report_get_date (report), date, TRUE))
    return _trinh_session_explain_date (trinh_report_get_date (report), date);
  return NULL;
}

/* Keeps nothing where number or date differ, and says so; @taken: (out) */
static gboolean
keep_fitting (TrinhSession *self,
              TrinhWork *work,
              TrinhReport *carried,
              TrinhStepKind kind,
              const TrinhSignature *signature,
              GBytes *pdf,
              gboolean *taken,
              GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (GBytes) as_signed = g_bytes_new_from_bytes (pdf, 0, signature->end);
  g_autofree char *number = _trinh_session_dup_file_number (as_signed, carried);
  g_autofree char *date = _trinh_session_dup_file_date (as_signed, carried);
  g_autofree char *difference = explain (report, number, date);
  guint32 day = 0;

  *taken = difference == NULL;
  if (difference != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("%s What the file proves was not taken over. Bring number and date here in line with the file and open it again, or have the report signed again."), difference);

      _trinh_session_add_doubt (self, words, NULL);
      return TRUE;
    }
  if (strlen (trinh_report_get_date (report)) < DATE_LENGTH && strlen (date) == DATE_LENGTH)
    trinh_date_parse (date, &day);

  return keep_step (work, kind, signature, pdf, *trinh_report_get_number (report) == '\0' && *number != '\0' ? number : NULL, day, error);
}

/* Without its number it is signed and stamped, but not issued. */
static gboolean
may_be_issued (TrinhReport *report,
               TrinhReport *carried,
               GBytes *pdf)
{
  g_autofree char *number = _trinh_session_dup_file_number (pdf, carried);
  g_autofree char *date = _trinh_session_dup_file_date (pdf, carried);

  return (*trinh_report_get_number (report) != '\0' || _trinh_session_is_number (number)) &&
         (strlen (trinh_report_get_date (report)) == DATE_LENGTH || strlen (date) == DATE_LENGTH);
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
                 TrinhReport *carried,
                 GBytes *pdf,
                 GPtrArray *signatures,
                 gboolean *taken,
                 GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);

  if (signatures->len < 2 || !continues (report, pdf, signatures->pdata[0]))
    return TRUE;
  if (!_trinh_session_has_stamp (signatures))
    {
      _trinh_session_add_doubt (self, _ ("The second signature in the file is not the office’s: the report is signed, and not issued."), NULL);
      return TRUE;
    }
  if (!may_be_issued (report, carried, pdf))
    return TRUE;

  return keep_fitting (self, work, carried, TRINH_STEP_ISSUE, signatures->pdata[1], pdf, taken, error);
}

/* Somebody chooses first what number and date are to be. */
static void
tell_merging (TrinhSession *self,
              TrinhReport *report)
{
  if (trinh_report_get_state (report) == TRINH_STATE_APPROVED || trinh_report_get_state (report) == TRINH_STATE_SIGNED)
    _trinh_session_add_doubt (self, _ ("The file is signed, and has another number or date than the report here. What it proves was not taken over: choose what is to hold, and open the file again."), NULL);
}

gboolean
_trinh_session_take_over_signed (TrinhSession *self,
                                 TrinhWork *work,
                                 TrinhReport *carried,
                                 GBytes *pdf,
                                 GPtrArray *signatures,
                                 gboolean merging,
                                 GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autofree char *ours = trinh_review_dup_digest (report);
  g_autofree char *theirs = trinh_review_dup_digest (carried);
  gboolean taken = TRUE;

  if (!g_str_equal (ours, theirs))
    return TRUE;
  if (merging)
    {
      tell_merging (self, report);
      return TRUE;
    }
  if (trinh_report_get_state (report) == TRINH_STATE_APPROVED &&
      !keep_fitting (self, work, carried, TRINH_STEP_SIGN, signatures->pdata[0], pdf, &taken, error))
    return FALSE;
  if (trinh_report_get_state (report) == TRINH_STATE_SIGNED && !take_over_issue (self, work, carried, pdf, signatures, &taken, error))
    return FALSE;

  return !taken || keep_files (work, pdf, signatures, error);
}
