/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <openssl/provider.h>

#include "trinh-openssl-signer.h"
#include "trinh-signing-private.h"

G_BEGIN_DECLS

/* A world of OpenSSL of its own, so that no setting of the machine's comes in */
typedef struct
{
  OSSL_LIB_CTX *context;
  OSSL_PROVIDER *providers[3];
} TrinhCrypto;

gboolean trinh_crypto_open (TrinhCrypto *self);
void trinh_crypto_close (TrinhCrypto *self);
/* Behind every use: what OpenSSL keeps for the calling thread goes. Otherwise the thread clears it away at its own end,
 * when the context may be closed already. */
void trinh_crypto_leave (TrinhCrypto *self);

/* trinh-key-file.c, trinh-token-key.c: all three (transfer full) */
gboolean trinh_key_file_load (TrinhCrypto *crypto,
                              GBytes *key_file,
                              const char *password,
                              EVP_PKEY **key,
                              X509 **certificate,
                              STACK_OF (X509) * *chain,
                              GError **error);
gboolean trinh_token_key_load (TrinhCrypto *crypto,
                               const char *uri,
                               const char *module,
                               TrinhSecret *pin,
                               EVP_PKEY **key,
                               X509 **certificate,
                               STACK_OF (X509) * *chain,
                               GError **error);

G_END_DECLS
