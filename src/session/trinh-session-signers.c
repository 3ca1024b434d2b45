/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Anybody can make a key in the chairman's name: a signature says something where somebody stands for the signer. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-review-private.h"
#include "trinh-session-sign-private.h"

#define PAIRS_TOGETHER 4

char *
_trinh_session_hash_signed (GBytes *pdf,
                            const TrinhSignature *signature)
{
  g_autoptr (GBytes) as_signed = g_bytes_new_from_bytes (pdf, 0, signature->end);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, as_signed);
}

/* An office of one person has one key for both: there the field says what the second signature is. Another program names its
 * fields as it likes. */
gboolean
_trinh_session_has_stamp (GPtrArray *signatures)
{
  const TrinhSignature *first, *second;

  if (signatures->len < 2)
    return FALSE;
  first = signatures->pdata[0];
  second = signatures->pdata[1];
  if (first->certificate == NULL || second->certificate == NULL || g_str_equal (second->field, TRINH_SIGNATORY_FIELD))
    return FALSE;

  return g_str_equal (second->field, TRINH_OFFICE_FIELD) ||
         !g_str_equal (trinh_certificate_get_fingerprint (first->certificate), trinh_certificate_get_fingerprint (second->certificate));
}

static gint64
parse_time (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : g_get_real_time () / G_USEC_PER_SEC;
}

/* What no word of the person mends. (transfer full) (nullable) */
static char *
dup_fault (const TrinhSignature *signature)
{
  g_autoptr (GError) error = NULL;

  if (signature->certificate == NULL)
    return g_strdup (_ ("A signature carries no certificate that says who made it; it does not count."));
  if (!_trinh_session_check_certificate (signature->certificate, parse_time (signature->claimed_time), &error))
    return g_strdup (error->message);
  if (signature->state == TRINH_CERTIFICATE_STATE_REVOKED)
    return g_strdup_printf (_ ("“%s” took back the certificate of “%s”; the signature does not count."), trinh_certificate_get_issuer (signature->certificate), trinh_certificate_get_name (signature->certificate));
  if (signature->state == TRINH_CERTIFICATE_STATE_EXPIRED && !signature->valid_at_claimed_time)
    return g_strdup_printf (_ ("The certificate of “%s”, or that of an authority above it, was not valid at the time of the signature; it does not count."), trinh_certificate_get_name (signature->certificate));
  return NULL;
}

/* In groups, which a narrow window has lines for. (transfer full) */
static char *
dup_fingerprint (TrinhCertificate *certificate)
{
  char *fingerprint = g_strdup (trinh_certificate_get_fingerprint (certificate));
  guint n_pairs = 0;

  for (char *c = fingerprint; *c != '\0'; c++)
    if (*c == ':' && ++n_pairs % PAIRS_TOGETHER == 0)
      *c = ' ';
  return fingerprint;
}

/* (transfer full) (nullable) */
static char *
dup_question (const TrinhSignature *signature)
{
  g_autofree char *fingerprint = NULL;

  if (signature->state != TRINH_CERTIFICATE_STATE_UNKNOWN && signature->state != TRINH_CERTIFICATE_STATE_UNTRUSTED)
    return NULL;
  fingerprint = dup_fingerprint (signature->certificate);

  return g_strdup_printf (_ ("Signed by “%s” with a certificate of “%s”, fingerprint %s. No authority that is known here stands for it, so the signature does not count and nothing was changed. Import the certificate of “%s” in the preferences and open the file again, or compare the fingerprint with the signer."),
                          trinh_certificate_get_name (signature->certificate),
                          trinh_certificate_get_issuer (signature->certificate),
                          fingerprint,
                          trinh_certificate_get_issuer (signature->certificate));
}

static gboolean
names_file (GPtrArray *steps,
            const char *sha256)
{
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (g_strcmp0 (trinh_step_get_file_sha256 (steps->pdata[i]), sha256) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
doubt (TrinhSession *self,
       const char *words,
       const char *sha256,
       GError **error)
{
  _trinh_session_add_doubt (self, words, sha256);
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, words);
  return FALSE;
}

static gboolean
check_signer (TrinhSession *self,
              const TrinhSignature *signature,
              const char *sha256,
              GError **error)
{
  g_autofree char *fault = dup_fault (signature);
  g_autofree char *question = fault == NULL ? dup_question (signature) : NULL;

  if (fault != NULL)
    return doubt (self, fault, NULL, error);

  return question == NULL || _trinh_session_is_vouched (self, sha256) || doubt (self, question, sha256, error);
}

static gboolean
check_pages (TrinhSession *self,
             const char *uncertain,
             const char *sha256,
             GError **error)
{
  g_autofree char *words = NULL;

  if (uncertain == NULL || _trinh_session_is_vouched (self, sha256))
    return TRUE;
  words = g_strdup_printf (_ ("%s So the signature does not count, and nothing was changed. Hold the pages against the report first."), uncertain);

  return doubt (self, words, sha256, error);
}

gboolean
_trinh_session_check_signers (TrinhSession *self,
                              GBytes *pdf,
                              GPtrArray *signatures,
                              GPtrArray *steps,
                              const char *uncertain,
                              GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);

  if (g_str_equal (((TrinhSignature *) signatures->pdata[0])->field, TRINH_OFFICE_FIELD))
    return doubt (self, _ ("The office’s signature is the first in the file; the signatory has to sign before. It does not count."), NULL, error);
  for (guint i = 0; i < signatures->len; i++)
    {
      g_autofree char *as_signed = _trinh_session_hash_signed (pdf, signatures->pdata[i]);

      if (names_file (steps, as_signed))
        continue;
      if (!check_signer (self, signatures->pdata[i], sha256, error) || !check_pages (self, uncertain, sha256, error))
        return FALSE;
    }
  return TRUE;
}
