/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include "trinh-key-file.h"
#include "trinh-openssl-signer-private.h"

#define LARGEST (1024 * 1024)

static PKCS12 *
read_key_file (TrinhCrypto *crypto,
               GBytes *key_file)
{
  gsize length;
  const unsigned char *data = g_bytes_get_data (key_file, &length);
  PKCS12 *file;

  if (length == 0 || length > LARGEST)
    return NULL;
  file = PKCS12_init_ex (NID_pkcs7_data, crypto->context, NULL);
  return d2i_PKCS12 (&file, &data, (long) length);
}

static gboolean
fail (TrinhSigningError code,
      const char *message,
      GError **error)
{
  ERR_clear_error ();
  g_set_error_literal (error, TRINH_SIGNING_ERROR, code, message);
  return FALSE;
}

/* An empty password is written in two ways. */
static gboolean
is_password (PKCS12 *file,
             const char *password)
{
  return PKCS12_verify_mac (file, password, -1) || (password[0] == '\0' && PKCS12_verify_mac (file, NULL, 0));
}

gboolean
trinh_key_file_load (TrinhCrypto *crypto,
                     GBytes *key_file,
                     const char *password,
                     EVP_PKEY **key,
                     X509 **certificate,
                     STACK_OF (X509) * *chain,
                     GError **error)
{
  PKCS12 *file;
  gboolean right, parsed;

  /* Where the system has none, only files of old ciphers are out of reach. */
  crypto->providers[1] = OSSL_PROVIDER_load (crypto->context, "legacy");
  file = read_key_file (crypto, key_file);
  if (file == NULL)
    return fail (TRINH_SIGNING_ERROR_KEY, _ ("This is no key file (.p12, .pfx), or it is damaged. Choose the file that the authority gave you."), error);

  right = !PKCS12_mac_present (file) || is_password (file, password);
  parsed = right && PKCS12_parse (file, password, key, certificate, chain);
  PKCS12_free (file);
  if (!right)
    return fail (TRINH_SIGNING_ERROR_PIN, _ ("The password of the key file is wrong. It was tried once; type it again."), error);
  if (!parsed)
    return fail (TRINH_SIGNING_ERROR_KEY, _ ("The key file is protected in a way that this computer cannot read. Ask the authority for one with AES."), error);
  if (*key == NULL || *certificate == NULL)
    return fail (TRINH_SIGNING_ERROR_KEY, _ ("The key file has no key with a certificate of its own."), error);
  return TRUE;
}

gboolean
trinh_key_file_is_one (GBytes *bytes)
{
  TrinhCrypto crypto = { NULL };
  PKCS12 *file = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);

  if (trinh_crypto_open (&crypto))
    file = read_key_file (&crypto, bytes);
  ERR_clear_error ();
  PKCS12_free (file);
  trinh_crypto_close (&crypto);
  return file != NULL;
}

/* (transfer full) (nullable) */
static TrinhCertificate *
find_signer (STACK_OF (PKCS12_SAFEBAG) * bags)
{
  TrinhCertificate *found = NULL;

  for (int i = 0; i < sk_PKCS12_SAFEBAG_num (bags) && found == NULL; i++)
    {
      const PKCS12_SAFEBAG *bag = sk_PKCS12_SAFEBAG_value (bags, i);
      X509 *x509 = PKCS12_SAFEBAG_get_nid (bag) == NID_certBag ? PKCS12_SAFEBAG_get1_cert (bag) : NULL;

      if (x509 != NULL && X509_check_ca (x509) == 0)
        found = trinh_certificate_new (x509);
      X509_free (x509);
    }
  return found;
}

TrinhCertificate *
trinh_key_file_peek (GBytes *bytes)
{
  TrinhCrypto crypto = { NULL };
  TrinhCertificate *found = NULL;
  PKCS12 *file = NULL;
  STACK_OF (PKCS7) *safes = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (trinh_crypto_open (&crypto))
    file = read_key_file (&crypto, bytes);
  if (file != NULL)
    safes = PKCS12_unpack_authsafes (file);
  for (int i = 0; i < sk_PKCS7_num (safes) && found == NULL; i++)
    {
      PKCS7 *safe = sk_PKCS7_value (safes, i);
      STACK_OF (PKCS12_SAFEBAG) *bags = PKCS7_type_is_data (safe) ? PKCS12_unpack_p7data (safe) : NULL;

      found = find_signer (bags);
      sk_PKCS12_SAFEBAG_pop_free (bags, PKCS12_SAFEBAG_free);
    }
  ERR_clear_error ();
  sk_PKCS7_pop_free (safes, PKCS7_free);
  PKCS12_free (file);
  trinh_crypto_close (&crypto);
  return found;
}

GFile *
trinh_key_file_import (GFile *source,
                       const char *folder,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (G_IS_FILE (source), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  bytes = g_file_load_bytes (source, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  if (!trinh_key_file_is_one (bytes))
    {
      fail (TRINH_SIGNING_ERROR_KEY, _ ("This is no key file (.p12, .pfx), or it is damaged. Choose the file that the authority gave you."), error);
      return NULL;
    }

  name = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  path = g_strdup_printf ("%s/%s.p12", folder, name);
  data = g_bytes_get_data (bytes, &length);
  if (g_mkdir_with_parents (folder, 0700) != 0 && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_KEY, _ ("The folder “%s” for keys could not be made."), folder);
      return NULL;
    }
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return NULL;
  return g_file_new_for_path (path);
}
