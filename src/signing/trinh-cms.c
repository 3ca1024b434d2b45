/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/x509v3.h>

#include "trinh-signing-private.h"

/* Algorithms, lengths and attributes around what is measured: some 350 bytes with all of it */
#define FRAME 1024

static void
set_sign_error (GError **error)
{
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_SIGN, _ ("The signature could not be made, and nothing was changed. Try again; a token may have to be taken out and put in first. (%s)"), trinh_signing_take_reason ());
}

static BIO *
open_content (GBytes *content)
{
  gsize length;
  const void *data = g_bytes_get_data (content, &length);

  return length <= G_MAXINT ? BIO_new_mem_buf (data != NULL ? data : "", (int) length) : NULL;
}

static GBytes *
encode (CMS_ContentInfo *cms)
{
  unsigned char *der = NULL;
  const int length = i2d_CMS_ContentInfo (cms, &der);
  GBytes *bytes = length > 0 ? g_bytes_new (der, (gsize) length) : NULL;

  OPENSSL_free (der);
  return bytes;
}

/* The time that is claimed stands in the PDF's own dictionary (EN 319 142-1, 6.3: no signing-time attribute). */
GBytes *
trinh_cms_make (OSSL_LIB_CTX *context,
                X509 *certificate,
                EVP_PKEY *key,
                STACK_OF (X509) * chain,
                GBytes *content,
                GError **error)
{
  const unsigned int flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES | CMS_NO_SIGNING_TIME;
  CMS_ContentInfo *cms = CMS_sign_ex (NULL, NULL, chain, NULL, flags, context, NULL);
  BIO *bio = open_content (content);
  GBytes *bytes = NULL;

  if (cms != NULL && bio != NULL && CMS_add1_signer (cms, certificate, key, EVP_sha256 (), flags) != NULL && CMS_final (cms, bio, NULL, flags))
    bytes = encode (cms);
  if (bytes == NULL)
    set_sign_error (error);
  BIO_free (bio);
  CMS_ContentInfo_free (cms);
  return bytes;
}

static gsize
measure_certificate (X509 *certificate)
{
  const int length = i2d_X509 (certificate, NULL);

  return length > 0 ? (gsize) length : 0;
}

gsize
trinh_cms_measure (X509 *certificate,
                   EVP_PKEY *key,
                   STACK_OF (X509) * chain)
{
  const int issuer = i2d_X509_NAME (X509_get_issuer_name (certificate), NULL);
  gsize size = FRAME + measure_certificate (certificate) + (gsize) MAX (EVP_PKEY_get_size (key), 0);

  /* Whose it is stands in it twice: who signed, and in signing-certificate-v2. */
  size += 2 * (gsize) MAX (issuer, 0);
  for (int i = 0; i < sk_X509_num (chain); i++)
    size += measure_certificate (sk_X509_value (chain, i));
  return size;
}

/* SHA-1 and older are no proof any more. */
static gboolean
has_strong_digest (CMS_SignerInfo *signer)
{
  X509_ALGOR *digest = NULL;
  int nid;

  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &digest, NULL);
  nid = digest != NULL ? OBJ_obj2nid (digest->algorithm) : NID_undef;
  return nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512 || nid == NID_sha3_256 || nid == NID_sha3_384 || nid == NID_sha3_512;
}

static gboolean
says_data (CMS_SignerInfo *signer)
{
  const ASN1_OBJECT *type = CMS_signed_get0_data_by_OBJ (signer, OBJ_nid2obj (NID_pkcs9_contentType), -3, V_ASN1_OBJECT);

  return type != NULL && OBJ_obj2nid (type) == NID_pkcs7_data;
}

/* signing-certificate-v2 says by its digest whose certificate was meant, so that no other of the same key stands in. */
static gboolean
names_certificate (CMS_SignerInfo *signer,
                   X509 *certificate)
{
  const ASN1_STRING *attribute = CMS_signed_get0_data_by_OBJ (signer, OBJ_nid2obj (NID_id_smime_aa_signingCertificateV2), -3, V_ASN1_SEQUENCE);
  STACK_OF (X509) *chain = sk_X509_new_null ();
  ESS_SIGNING_CERT_V2 *named = NULL;
  gboolean same = FALSE;

  if (attribute != NULL)
    {
      const unsigned char *data = ASN1_STRING_get0_data (attribute);

      named = d2i_ESS_SIGNING_CERT_V2 (NULL, &data, ASN1_STRING_length (attribute));
    }
  if (named != NULL && chain != NULL && sk_X509_push (chain, certificate) > 0)
    same = OSSL_ESS_check_signing_certs (NULL, named, chain, 1) > 0;
  ESS_SIGNING_CERT_V2_free (named);
  sk_X509_free (chain);
  return same;
}

static void
take_certificates (CMS_ContentInfo *cms,
                   TrinhCmsResult *result)
{
  STACK_OF (X509) * signers;

  result->others = CMS_get1_certs (cms);
  CMS_set1_signers_certs (cms, NULL, 0);
  signers = CMS_get0_signers (cms);
  if (sk_X509_num (signers) == 1)
    result->certificate = trinh_certificate_new (sk_X509_value (signers, 0));
  sk_X509_free (signers);
}

static const char *
find_fault (CMS_ContentInfo *cms,
            TrinhCertificate *certificate,
            GBytes *content,
            gboolean cades)
{
  CMS_SignerInfo *signer = sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0);
  const char *fault = NULL;
  BIO *bio;

  if (certificate == NULL || signer == NULL)
    return _ ("the certificate of the one who signed is not in it");
  if (!has_strong_digest (signer))
    return _ ("it rests on a digest that is no proof any more");
  if (!says_data (signer) || (cades && !names_certificate (signer, trinh_certificate_get_x509 (certificate))))
    return _ ("it does not say which certificate it was made with");

  bio = open_content (content);
  if (bio == NULL || CMS_verify (cms, NULL, NULL, bio, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1)
    fault = _ ("the file was changed after it was signed");
  BIO_free (bio);
  return fault;
}

void
trinh_cms_check (GBytes *der,
                 GBytes *content,
                 gboolean cades,
                 TrinhCmsResult *result)
{
  gsize length;
  const unsigned char *data = g_bytes_get_data (der, &length);
  const unsigned char *place = data;
  CMS_ContentInfo *cms = d2i_CMS_ContentInfo (NULL, &place, (long) length);

  *result = (TrinhCmsResult) { NULL };
  if (cms == NULL || place != data + length || !trinh_cms_is_exact (data, length))
    result->fault = g_strdup (_ ("the signature itself is damaged or was touched"));
  else
    {
      take_certificates (cms, result);
      result->fault = g_strdup (find_fault (cms, result->certificate, content, cades));
    }
  CMS_ContentInfo_free (cms);
  ERR_clear_error ();
}

void
trinh_cms_result_clear (TrinhCmsResult *result)
{
  g_clear_object (&result->certificate);
  g_clear_pointer (&result->fault, g_free);
  sk_X509_pop_free (result->others, X509_free);
  result->others = NULL;
}
