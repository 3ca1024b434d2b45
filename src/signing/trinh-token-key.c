/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#include <p11-kit/uri.h>

#include "trinh-openssl-signer-private.h"
#include "trinh-token.h"

/* Authorities above the signatory; certificates that stand for each other in a circle end here */
#define DEEPEST_CHAIN 8

/* The one answer that a request may give: a second question means that the first PIN was refused, and a third wrong
 * one would lock the token. */
static int
answer (UI *ui,
        UI_STRING *string)
{
  TrinhSecret *pin = UI_get0_user_data (ui);
  const char *letters;

  if (UI_get_string_type (string) != UIT_PROMPT && UI_get_string_type (string) != UIT_VERIFY)
    return 1;
  letters = pin != NULL ? trinh_secret_take (pin) : NULL;
  return letters != NULL && UI_set_result (ui, string, letters) >= 0 ? 1 : 0;
}

static UI_METHOD *
create_dialogue (void)
{
  UI_METHOD *method = UI_create_method ("trinhky");

  if (method != NULL)
    UI_method_set_reader (method, answer);
  return method;
}

/* What is found under @uri without its kind: the certificate without the PIN, the key with it, or all certificates of the
 * token. */
static char *
dup_uri (const char *text,
         const char *kind)
{
  P11KitUri *uri = p11_kit_uri_new ();
  char *formatted = NULL;
  char *copy = NULL;
  CK_OBJECT_CLASS class = g_str_equal (kind, "private") ? CKO_PRIVATE_KEY : CKO_CERTIFICATE;
  CK_ATTRIBUTE attribute = { CKA_CLASS, &class, sizeof class };

  if (uri != NULL && p11_kit_uri_parse (text, P11_KIT_URI_FOR_OBJECT_ON_TOKEN, uri) == P11_KIT_URI_OK)
    {
      p11_kit_uri_set_attribute (uri, &attribute);
      if (g_str_equal (kind, "all"))
        {
          p11_kit_uri_clear_attribute (uri, CKA_ID);
          p11_kit_uri_clear_attribute (uri, CKA_LABEL);
        }
      p11_kit_uri_set_pin_value (uri, NULL);
      p11_kit_uri_set_pin_source (uri, NULL);
      if (p11_kit_uri_format (uri, P11_KIT_URI_FOR_OBJECT_ON_TOKEN, &formatted) == P11_KIT_URI_OK)
        copy = g_strdup (formatted);
    }
  free (formatted);
  p11_kit_uri_free (uri);
  return copy;
}

static gboolean
load_provider (TrinhCrypto *crypto,
               const char *module)
{
  const OSSL_PARAM settings[] = {
    OSSL_PARAM_construct_utf8_string ((char *) "pkcs11-module-path", (char *) module, 0),
    OSSL_PARAM_construct_utf8_string ((char *) "pkcs11-module-load-behavior", (char *) "early", 0),
    OSSL_PARAM_construct_utf8_string ((char *) "pkcs11-module-block-operations", (char *) "digest", 0),
    OSSL_PARAM_construct_end (),
  };

  crypto->providers[1] = OSSL_PROVIDER_load_ex (crypto->context, "pkcs11", (OSSL_PARAM *) settings);
  return crypto->providers[1] != NULL;
}

static gboolean
take_object (OSSL_STORE_INFO *info,
             EVP_PKEY **key,
             STACK_OF (X509) * certificates)
{
  if (key != NULL && *key == NULL && OSSL_STORE_INFO_get_type (info) == OSSL_STORE_INFO_PKEY)
    *key = OSSL_STORE_INFO_get1_PKEY (info);
  else if (certificates != NULL && OSSL_STORE_INFO_get_type (info) == OSSL_STORE_INFO_CERT)
    {
      X509 *certificate = OSSL_STORE_INFO_get1_CERT (info);

      if (certificate != NULL && !sk_X509_push (certificates, certificate))
        X509_free (certificate);
    }
  return TRUE;
}

static void
read_objects (TrinhCrypto *crypto,
              const char *uri,
              TrinhSecret *pin,
              EVP_PKEY **key,
              STACK_OF (X509) * certificates)
{
  UI_METHOD *dialogue = create_dialogue ();
  OSSL_STORE_CTX *store = OSSL_STORE_open_ex (uri, crypto->context, "?provider=pkcs11", dialogue, pin, NULL, NULL, NULL);
  const int kind = key != NULL ? OSSL_STORE_INFO_PKEY : OSSL_STORE_INFO_CERT;

  if (store != NULL && OSSL_STORE_expect (store, kind))
    while (!OSSL_STORE_eof (store))
      {
        OSSL_STORE_INFO *info = OSSL_STORE_load (store);

        if (info == NULL)
          break;
        take_object (info, key, certificates);
        OSSL_STORE_INFO_free (info);
      }
  OSSL_STORE_close (store);
  UI_destroy_method (dialogue);
}

/* The provider swallows the library's own words; the token still tells how many wrong PINs it has seen. */
static gboolean
fail_without_key (const char *uri,
                  const char *module,
                  TrinhSecret *pin,
                  GError **error)
{
  const TrinhTokenPin state = trinh_token_get_pin_state (uri, module);

  ERR_clear_error ();
  if (state == TRINH_TOKEN_PIN_LOCKED)
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN, _ ("The token is locked after too many wrong PINs. Ask the authority that gave it to unlock it."));
  else if (trinh_secret_is_taken (pin) && state == TRINH_TOKEN_PIN_FINAL_TRY)
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN, _ ("The token refused the PIN. One more wrong PIN locks it: look the PIN up before you try again."));
  else if (trinh_secret_is_taken (pin) && state == TRINH_TOKEN_PIN_WRONG_BEFORE)
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN, _ ("The token refused the PIN. It was tried once; three wrong ones in a row lock the token."));
  else
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_TOKEN, _ ("The token gave no key for signing. See that it is plugged in and that the PIN is right; after three wrong PINs in a row it locks itself."));
  return FALSE;
}

/* The certificate of the key among those under its address */
static X509 *
take_certificate_of (EVP_PKEY *key,
                     STACK_OF (X509) * certificates)
{
  for (int i = 0; i < sk_X509_num (certificates); i++)
    if (EVP_PKEY_eq (X509_get0_pubkey (sk_X509_value (certificates, i)), key) == 1)
      return sk_X509_delete (certificates, i);
  return NULL;
}

static X509 *
take_issuer_of (X509 *certificate,
                STACK_OF (X509) * certificates)
{
  for (int i = 0; i < sk_X509_num (certificates); i++)
    if (X509_check_issued (sk_X509_value (certificates, i), certificate) == X509_V_OK &&
        X509_cmp (sk_X509_value (certificates, i), certificate) != 0)
      return sk_X509_delete (certificates, i);
  return NULL;
}

/* The authorities that stand for it go along, as far as they are on the token: they lie beside it, at other addresses. */
static void
collect_chain (TrinhCrypto *crypto,
               const char *uri,
               X509 *certificate,
               STACK_OF (X509) * chain)
{
  g_autofree char *all_uri = dup_uri (uri, "all");
  STACK_OF (X509) *all = sk_X509_new_null ();
  X509 *issuer;

  if (all_uri != NULL && all != NULL)
    read_objects (crypto, all_uri, NULL, NULL, all);
  ERR_clear_error ();
  while (sk_X509_num (chain) < DEEPEST_CHAIN && (issuer = take_issuer_of (certificate, all)) != NULL)
    {
      sk_X509_push (chain, issuer);
      certificate = issuer;
    }
  sk_X509_pop_free (all, X509_free);
}

static gboolean
load_objects (TrinhCrypto *crypto,
              const char *key_uri,
              const char *certificate_uri,
              const char *module,
              TrinhSecret *pin,
              EVP_PKEY **key,
              STACK_OF (X509) * certificates,
              GError **error)
{
  read_objects (crypto, certificate_uri, NULL, NULL, certificates);
  if (sk_X509_num (certificates) == 0)
    {
      ERR_clear_error ();
      g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_TOKEN, _ ("The token or its certificate was not found. Plug the token in and try again."));
      return FALSE;
    }
  read_objects (crypto, key_uri, pin, key, NULL);
  if (*key == NULL)
    return fail_without_key (certificate_uri, module, pin, error);
  return TRUE;
}

gboolean
trinh_token_key_load (TrinhCrypto *crypto,
                      const char *uri,
                      const char *module,
                      TrinhSecret *pin,
                      EVP_PKEY **key,
                      X509 **certificate,
                      STACK_OF (X509) * *chain,
                      GError **error)
{
  g_autofree char *key_uri = dup_uri (uri, "private");
  g_autofree char *certificate_uri = dup_uri (uri, "cert");
  STACK_OF (X509) * certificates;

  if (key_uri == NULL || certificate_uri == NULL)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_TOKEN, _ ("“%s” is no address of a key on a token (pkcs11:token=…;object=…)."), uri);
      return FALSE;
    }
  if (!load_provider (crypto, module))
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_MODULE, _ ("The token’s software “%s” could not be used through OpenSSL’s pkcs11 provider. See that both are installed, or choose other software for the token. (%s)"), module, trinh_signing_take_reason ());
      return FALSE;
    }

  *chain = sk_X509_new_null ();
  certificates = sk_X509_new_null ();
  if (*chain != NULL && certificates != NULL && load_objects (crypto, key_uri, certificate_uri, module, pin, key, certificates, error))
    *certificate = take_certificate_of (*key, certificates);
  sk_X509_pop_free (certificates, X509_free);
  if (*certificate != NULL)
    collect_chain (crypto, uri, *certificate, *chain);
  if (*certificate != NULL || *key == NULL)
    return *certificate != NULL;
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("The token has no certificate for its key."));
  return FALSE;
}
