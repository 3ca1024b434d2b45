/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/crypto.h>

#include "trinh-openssl-signer-private.h"

struct _TrinhOpensslSigner
{
  GObject parent_instance;

  /* Owned References */
  TrinhCrypto crypto;
  TrinhCertificate *certificate;
  X509 *x509; /* of this signer's own context */
  EVP_PKEY *key;
  STACK_OF (X509) * chain;
};

gboolean
trinh_crypto_open (TrinhCrypto *self)
{
  self->context = OSSL_LIB_CTX_new ();
  if (self->context != NULL)
    self->providers[0] = OSSL_PROVIDER_load (self->context, "default");
  return self->providers[0] != NULL;
}

void
trinh_crypto_close (TrinhCrypto *self)
{
  for (guint i = G_N_ELEMENTS (self->providers); i > 0; i--)
    if (self->providers[i - 1] != NULL)
      OSSL_PROVIDER_unload (self->providers[i - 1]);
  OSSL_LIB_CTX_free (self->context);
  *self = (TrinhCrypto) { NULL };
}

void
trinh_crypto_leave (TrinhCrypto *self)
{
  OPENSSL_thread_stop_ex (self->context);
}

static TrinhCertificate *
trinh_openssl_signer_get_certificate (TrinhSigner *signer)
{
  return TRINH_OPENSSL_SIGNER (signer)->certificate;
}

static gsize
trinh_openssl_signer_get_size (TrinhSigner *signer)
{
  TrinhOpensslSigner *self = TRINH_OPENSSL_SIGNER (signer);

  const gsize size = trinh_cms_measure (self->x509, self->key, self->chain);

  trinh_crypto_leave (&self->crypto);
  return size;
}

static GBytes *
trinh_openssl_signer_sign (TrinhSigner *signer,
                           GBytes *content,
                           GError **error)
{
  TrinhOpensslSigner *self = TRINH_OPENSSL_SIGNER (signer);

  GBytes *signature = trinh_cms_make (self->crypto.context, self->x509, self->key, self->chain, content, error);

  trinh_crypto_leave (&self->crypto);
  return signature;
}

static void
trinh_openssl_signer_iface_init (TrinhSignerInterface *iface)
{
  iface->get_certificate = trinh_openssl_signer_get_certificate;
  iface->get_size = trinh_openssl_signer_get_size;
  iface->sign = trinh_openssl_signer_sign;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhOpensslSigner, trinh_openssl_signer, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TRINH_TYPE_SIGNER, trinh_openssl_signer_iface_init))

static void
trinh_openssl_signer_finalize (GObject *object)
{
  TrinhOpensslSigner *self = TRINH_OPENSSL_SIGNER (object);

  g_clear_object (&self->certificate);
  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->x509, X509_free);
  sk_X509_pop_free (self->chain, X509_free);
  trinh_crypto_close (&self->crypto);

  G_OBJECT_CLASS (trinh_openssl_signer_parent_class)->finalize (object);
}

static void
trinh_openssl_signer_class_init (TrinhOpensslSignerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_openssl_signer_finalize;
}

static void
trinh_openssl_signer_init (TrinhOpensslSigner *self)
{
}

/* What was loaded is complete but for who it is of. Takes @self */
static TrinhSigner *
finish (TrinhOpensslSigner *self,
        gboolean loaded)
{
  g_autoptr (TrinhOpensslSigner) signer = self;

  if (signer == NULL)
    return NULL;
  trinh_crypto_leave (&signer->crypto);
  if (!loaded)
    return NULL;
  signer->certificate = trinh_certificate_new (signer->x509);
  return TRINH_SIGNER (g_steal_pointer (&signer));
}

static TrinhOpensslSigner *
create (TrinhSecret *secret,
        GError **error)
{
  g_autoptr (TrinhOpensslSigner) self = NULL;

  if (!trinh_secret_check_length (secret, error))
    return NULL;
  self = g_object_new (TRINH_TYPE_OPENSSL_SIGNER, NULL);
  if (trinh_crypto_open (&self->crypto))
    return g_steal_pointer (&self);
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_SIGN, _ ("OpenSSL, which makes the signatures, could not be started. Install the program again. (%s)"), trinh_signing_take_reason ());
  return NULL;
}

TrinhSigner *
trinh_openssl_signer_new_for_key_file (GBytes *key_file,
                                       TrinhSecret *password,
                                       GError **error)
{
  TrinhOpensslSigner *self;
  const char *letters;
  gboolean loaded;

  g_return_val_if_fail (key_file != NULL, NULL);
  g_return_val_if_fail (password != NULL, NULL);

  self = create (password, error);
  letters = trinh_secret_take (password);
  loaded = self != NULL && trinh_key_file_load (&self->crypto, key_file, letters != NULL ? letters : "", &self->key, &self->x509, &self->chain, error);
  trinh_secret_wipe (password);
  return finish (self, loaded);
}

TrinhSigner *
trinh_openssl_signer_new_for_token (const char *uri,
                                    const char *module,
                                    TrinhSecret *pin,
                                    GError **error)
{
  TrinhOpensslSigner *self;
  gboolean loaded;

  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (module != NULL, NULL);
  g_return_val_if_fail (pin != NULL, NULL);

  self = create (pin, error);
  loaded = self != NULL && trinh_token_key_load (&self->crypto, uri, module, pin, &self->key, &self->x509, &self->chain, error);
  trinh_secret_wipe (pin);
  return finish (self, loaded);
}
