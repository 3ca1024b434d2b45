/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The registrar's number and date, and the office's signature that closes the file. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-session-review-private.h"
#include "trinh-store-numbers.h"

#define NUMBER_MOST 20
/* "2022-06-09" */
#define DATE_LENGTH 10

/* "15", "07", "15a" */
gboolean
_trinh_session_is_number (const char *text)
{
  if (!g_ascii_isdigit (*text) || strlen (text) > NUMBER_MOST)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

char *
trinh_session_dup_next_number (TrinhSession *self,
                               TrinhWork *work)
{
  g_autoptr (GPtrArray) numbers = NULL;
  guint64 highest = 0;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  numbers = trinh_work_get_store (work) != NULL ? trinh_store_list_numbers (trinh_work_get_store (work), trinh_work_get_report (work), NULL) : NULL;
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const guint64 number = g_ascii_strtoull (numbers->pdata[i], NULL, 10);

      highest = number > highest ? number : highest;
    }

  return highest > 0 ? g_strdup_printf ("%02" G_GUINT64_FORMAT, highest + 1) : g_strdup ("");
}

gboolean
_trinh_session_check_free (TrinhWork *work,
                           const char *number,
                           guint32 date,
                           GError **error)
{
  TrinhStore *store = trinh_work_get_store (work);

  return store == NULL || trinh_store_check_number (store, trinh_work_get_report (work), number, date, error);
}

/* What the report lacks has to be given, and what it has is not given anew. */
static gboolean
check_number (TrinhWork *work,
              const char **number,
              guint32 *date,
              GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);

  if (trinh_report_get_number (report)[0] != '\0')
    *number = NULL;
  else if (*number == NULL || !_trinh_session_is_number (*number))
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("The report needs its number: digits, such as 15 or 15a, without the symbol."));
      return FALSE;
    }
  if (strlen (trinh_report_get_date (report)) == DATE_LENGTH)
    *date = 0;
  else if (!g_date_valid_julian (*date))
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("The report needs its date."));
      return FALSE;
    }
  return _trinh_session_check_free (work, *number, *date, error);
}

/* The order for the file at hand: only what it has an empty field for. (transfer full): the report that it carries */
static TrinhReport *
prepare_stamp (TrinhSession *self,
               GBytes *pdf,
               TrinhSigner *signer,
               const char *number,
               guint32 date,
               TrinhSigningOrder *own,
               GError **error)
{
  if (!_trinh_session_check_certificate (trinh_signer_get_certificate (signer), g_get_real_time () / G_USEC_PER_SEC, error))
    return NULL;
  own->role = TRINH_SIGNING_ROLE_OFFICE;
  own->number = number != NULL && trinh_pdf_has_blank (pdf, "number") ? number : NULL;
  own->date = trinh_pdf_has_blank (pdf, "day") ? date : 0;

  return _trinh_session_read_pdf (self, pdf, "PDF", error);
}

static GBytes *
stamp (TrinhSession *self,
       GBytes *pdf,
       TrinhSigner *signer,
       const TrinhSigningOrder *order,
       const char *number,
       guint32 date,
       GError **error)
{
  TrinhSigningOrder own = { .picture = order != NULL ? order->picture : NULL };
  g_autoptr (TrinhReport) carried = prepare_stamp (self, pdf, signer, number, date, &own, error);

  return carried != NULL ? trinh_session_sign (pdf, carried, signer, &own, error) : NULL;
}

static gboolean
is_stamped_elsewhere (GBytes *pdf,
                      GError **error)
{
  g_autoptr (GPtrArray) signatures = _trinh_session_verify (pdf, NULL, error);

  if (signatures == NULL)
    return FALSE;
  if (_trinh_session_has_stamp (signatures))
    return TRUE;
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_KEY, _ ("The file still needs the office’s signature; choose the office’s key."));
  return FALSE;
}

/* What is kept for ever is what the file says. A field that was left blank says nothing. */
static gboolean
check_same (TrinhSession *self,
            TrinhWork *work,
            GBytes *pdf,
            const char *number,
            guint32 date,
            GError **error)
{
  g_autoptr (TrinhReport) carried = _trinh_session_read_pdf (self, pdf, "PDF", error);
  g_autofree char *in_file = carried != NULL ? _trinh_session_dup_file_number (pdf, carried) : NULL;
  g_autofree char *day_in_file = carried != NULL ? _trinh_session_dup_file_date (pdf, carried) : NULL;
  g_autofree char *day = date != 0 ? trinh_date_to_string (date) : g_strdup (trinh_report_get_date (trinh_work_get_report (work)));
  g_autofree char *difference = NULL;

  if (carried == NULL)
    return FALSE;
  if (*in_file != '\0')
    difference = _trinh_session_explain_number (number != NULL ? number : trinh_report_get_number (trinh_work_get_report (work)), in_file);
  if (difference == NULL && strlen (day_in_file) == DATE_LENGTH)
    difference = _trinh_session_explain_date (day, day_in_file);
  if (difference == NULL)
    return TRUE;
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK, _ ("%s Nothing was kept: give the number and the date that the file has."), difference);
  return FALSE;
}

gboolean
_trinh_session_keep_issued (TrinhWork *work,
                            GBytes *issued,
                            const char *number,
                            guint32 date,
                            GError **error)
{
  g_autofree char *name = _trinh_session_dup_file_name (trinh_work_get_report (work), ".pdf");
  g_autoptr (TrinhStep) step = _trinh_work_make_step (work, TRINH_STEP_ISSUE, "");
  g_autoptr (TrinhStep) named = _trinh_session_name_step (step, name, issued);

  return _trinh_work_keep_step (work, named, number, date, &(const TrinhStoreFile) { name, TRINH_PDF_MEDIA_TYPE, issued }, 1, error);
}

static gboolean
issue_file (TrinhSession *self,
            TrinhWork *work,
            GBytes *pdf,
            TrinhSigner *signer,
            const TrinhSigningOrder *order,
            const char *number,
            guint32 date,
            GError **error)
{
  g_autoptr (GBytes) issued = NULL;

  if (signer != NULL)
    issued = stamp (self, pdf, signer, order, number, date, error);
  else if (is_stamped_elsewhere (pdf, error) && check_same (self, work, pdf, number, date, error))
    issued = g_bytes_ref (pdf);

  return issued != NULL && _trinh_session_keep_issued (work, issued, number, date, error);
}

static gboolean
is_on_paper (TrinhReport *report)
{
  g_autoptr (TrinhStep) step = trinh_review_find_last (report, 1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER);

  return step != NULL && trinh_step_get_kind (step) == TRINH_STEP_SIGN_ON_PAPER;
}

static GBytes *
load_kept (TrinhWork *work,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *pdf = trinh_session_load_signed (work, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (pdf == NULL)
    g_set_error_literal (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("The signed PDF is not kept here: the report came from elsewhere without it. Open the signed PDF first."));

  return pdf;
}

TrinhReport *
_trinh_session_prepare_issue (TrinhSession *self,
                              TrinhWork *work,
                              TrinhSigner *signer,
                              const char **number,
                              guint32 *date,
                              TrinhSigningOrder *own,
                              GBytes **pdf,
                              GError **error)
{
  if (!trinh_work_can_step (work, TRINH_STEP_ISSUE, error) || !check_number (work, number, date, error))
    return NULL;
  *pdf = load_kept (work, error);

  return *pdf != NULL ? prepare_stamp (self, *pdf, signer, *number, *date, own, error) : NULL;
}

gboolean
trinh_session_issue (TrinhSession *self,
                     TrinhWork *work,
                     const char *number,
                     guint32 date,
                     TrinhSigner *signer,
                     const TrinhSigningOrder *order,
                     GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (TrinhStep) step = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (signer == NULL || TRINH_IS_SIGNER (signer), FALSE);

  if (!trinh_work_can_step (work, TRINH_STEP_ISSUE, error) || !check_number (work, &number, &date, error))
    return FALSE;
  if (is_on_paper (trinh_work_get_report (work)))
    {
      step = _trinh_work_make_step (work, TRINH_STEP_ISSUE, "");
      return _trinh_work_keep_step (work, step, number, date, NULL, 0, error);
    }
  pdf = load_kept (work, error);

  return pdf != NULL && issue_file (self, work, pdf, signer, order, number, date, error);
}

gboolean
trinh_session_lacks_fields (TrinhWork *work)
{
  TrinhReport *report;
  g_autoptr (GBytes) pdf = NULL;
  gboolean number, date;

  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);

  report = trinh_work_get_report (work);
  number = *trinh_report_get_number (report) == '\0';
  date = strlen (trinh_report_get_date (report)) < DATE_LENGTH;
  /* On paper they are written by hand. */
  if ((!number && !date) || is_on_paper (report))
    return FALSE;
  pdf = trinh_session_load_signed (work, NULL);
  if (pdf == NULL)
    return TRUE;

  return (number && !trinh_pdf_has_blank (pdf, "number")) || (date && !trinh_pdf_has_blank (pdf, "day"));
}
