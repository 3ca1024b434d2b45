/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The report becomes a signed file: here, on paper, or in another program. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"

/* Of the file's SHA-256: as long as the random part of other ids */
#define ID_LENGTH 32
/* What brought a file with it */
#define WITH_FILE (1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER | 1u << TRINH_STEP_ISSUE)

TrinhStep *
_trinh_session_name_step (TrinhStep *step,
                          const char *file_name,
                          GBytes *signed_pdf)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, signed_pdf);
  g_autofree char *id = g_strdup_printf ("%s-%.*s", trinh_step_kind_to_nick (trinh_step_get_kind (step)), ID_LENGTH, sha256);
  g_autoptr (TrinhStep) named = trinh_step_with_id (step, id);

  return trinh_step_with_file (named, file_name, sha256);
}

static int
compare_signatures (gconstpointer a,
                    gconstpointer b)
{
  const gsize one = (*(TrinhSignature *const *) a)->end;
  const gsize other = (*(TrinhSignature *const *) b)->end;

  return one < other ? -1 : one > other;
}

GPtrArray *
_trinh_session_verify (GBytes *pdf,
                       TrinhTrust *trust,
                       GError **error)
{
  g_autoptr (GPtrArray) signatures = trinh_pdf_verify (pdf, trust, error);

  if (signatures == NULL)
    return NULL;
  if (signatures->len == 0)
    {
      g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK, _ ("The file carries no signature. Sign it first, or choose the file that was signed."));
      return NULL;
    }
  for (guint i = 0; i < signatures->len; i++)
    {
      const TrinhSignature *signature = signatures->pdata[i];

      if (signature->valid)
        continue;
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK, _ ("“%s” is not valid: %s."), trinh_session_name_signature (signature->field), signature->fault != NULL ? signature->fault : "");
      return NULL;
    }
  g_ptr_array_sort (signatures, compare_signatures);

  return g_steal_pointer (&signatures);
}

TrinhStep *
_trinh_session_find_signed (TrinhReport *report)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (report);

  for (guint i = steps->len; i > 0; i--)
    if ((WITH_FILE & 1u << trinh_step_get_kind (steps->pdata[i - 1])) != 0 && trinh_step_get_file_sha256 (steps->pdata[i - 1]) != NULL)
      return g_object_ref (steps->pdata[i - 1]);
  return NULL;
}

gboolean
_trinh_session_check_certificate (TrinhCertificate *certificate,
                                  gint64 when,
                                  GError **error)
{
  const TrinhCertificateFault faults = trinh_certificate_check (certificate, when, NULL);
  g_auto (GStrv) words = trinh_certificate_explain (certificate, faults, NULL);
  g_autofree char *text = g_strjoinv (" ", words);

  if (faults == 0)
    return TRUE;
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, text);
  return FALSE;
}

TrinhReport *
_trinh_session_prepare_sign (TrinhSession *self,
                             TrinhWork *work,
                             GBytes *pdf,
                             TrinhSigner *signer,
                             TrinhStep **approval,
                             GError **error)
{
  /* A number that is printed already cannot be changed any more. */
  if (!trinh_work_can_sign (work, error) || !_trinh_session_check_free (work, NULL, 0, error) ||
      !_trinh_session_check_certificate (trinh_signer_get_certificate (signer), g_get_real_time () / G_USEC_PER_SEC, error))
    return NULL;
  return _trinh_session_read_final (self, work, pdf, approval, error);
}

/* Whoever was chosen as the one who works now, the certificate says who signed. */
gboolean
_trinh_session_keep_signed (TrinhWork *work,
                            TrinhStep *approval,
                            TrinhCertificate *certificate,
                            GBytes *signed_pdf,
                            GError **error)
{
  g_autofree char *name = _trinh_session_dup_file_name (trinh_work_get_report (work), ".pdf");
  g_autofree char *at = _trinh_work_dup_now ();
  g_autoptr (TrinhStep) step = trinh_step_new (TRINH_STEP_SIGN, trinh_certificate_get_name (certificate), TRINH_ROLE_SIGNATORY, at, "");
  g_autoptr (TrinhStep) named = _trinh_session_name_step (step, name, signed_pdf);

  return _trinh_work_keep_signature (work, approval, named, &(const TrinhStoreFile) { name, TRINH_PDF_MEDIA_TYPE, signed_pdf }, error);
}

gboolean
trinh_session_sign_work (TrinhSession *self,
                         TrinhWork *work,
                         GBytes *pdf,
                         TrinhSigner *signer,
                         const TrinhSigningOrder *order,
                         GError **error)
{
  g_autoptr (TrinhReport) carried = NULL;
  g_autoptr (TrinhStep) approval = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  TrinhSigningOrder own = { TRINH_SIGNING_ROLE_SIGNATORY };

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (TRINH_IS_SIGNER (signer), FALSE);

  own.picture = order != NULL ? order->picture : NULL;
  carried = _trinh_session_prepare_sign (self, work, pdf, signer, &approval, error);
  signed_pdf = carried != NULL ? trinh_session_sign (pdf, carried, signer, &own, error) : NULL;

  return signed_pdf != NULL && _trinh_session_keep_signed (work, approval, trinh_signer_get_certificate (signer), signed_pdf, error);
}

/* What a scanner makes, by its first bytes; (nullable) */
static const char *
guess_scan (GBytes *bytes)
{
  static const struct
  {
    const char *head;
    gsize length;
    const char *media_type;
  } kinds[] = {
    { "%PDF", 4, TRINH_PDF_MEDIA_TYPE },
    { "\x89PNG", 4, "image/png" },
    { "\xff\xd8\xff", 3, "image/jpeg" },
    { "II*\0", 4, "image/tiff" },
    { "MM\0*", 4, "image/tiff" },
  };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (data, kinds[i].head, kinds[i].length) == 0)
      return kinds[i].media_type;
  return NULL;
}

static gboolean
keep_scan (TrinhWork *work,
           TrinhStep *step,
           GFile *scan,
           GError **error)
{
  g_autofree char *name = g_file_get_basename (scan);
  g_autoptr (GBytes) bytes = trinh_session_read_bytes (scan, error);
  const char *media_type = bytes != NULL ? guess_scan (bytes) : NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (TrinhStep) filed = NULL;

  if (bytes == NULL)
    return FALSE;
  if (media_type == NULL)
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” is no scan. Choose a PDF or a picture (PNG, JPEG, TIFF)."), name);
      return FALSE;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  filed = trinh_step_with_file (step, name, sha256);

  return _trinh_work_keep_step (work, filed, NULL, 0, &(const TrinhStoreFile) { name, media_type, bytes }, 1, error);
}

gboolean
trinh_session_sign_work_on_paper (TrinhSession *self,
                                  TrinhWork *work,
                                  GFile *scan,
                                  GError **error)
{
  g_autoptr (TrinhStep) step = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (scan == NULL || G_IS_FILE (scan), FALSE);

  if (!trinh_work_can_step (work, TRINH_STEP_SIGN_ON_PAPER, error))
    return FALSE;
  step = _trinh_work_make_step (work, TRINH_STEP_SIGN_ON_PAPER, "");

  return scan != NULL ? keep_scan (work, step, scan, error) : _trinh_work_keep_step (work, step, NULL, 0, NULL, 0, error);
}

GBytes *
trinh_session_load_signed (TrinhWork *work,
                           GError **error)
{
  g_autoptr (TrinhStep) step = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  step = _trinh_session_find_signed (trinh_work_get_report (work));
  if (step == NULL || trinh_work_get_store (work) == NULL)
    return NULL;

  return trinh_store_get_file (trinh_work_get_store (work), trinh_step_get_file_sha256 (step), NULL, NULL, error);
}
