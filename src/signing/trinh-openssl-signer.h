/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-secret.h"
#include "trinh-signer.h"

G_BEGIN_DECLS

/**
 * TrinhOpensslSigner:
 *
 * Signs with OpenSSL: a key from a PKCS#12 file, or one that stays on a token.
 */
#define TRINH_TYPE_OPENSSL_SIGNER (trinh_openssl_signer_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOpensslSigner, trinh_openssl_signer, TRINH, OPENSSL_SIGNER, GObject)

/**
 * trinh_openssl_signer_new_for_key_file:
 * @key_file: a PKCS#12 file (.p12, .pfx) as it came
 * @password: taken, and wiped on return
 *
 * The key is deciphered in memory and nowhere else; it is gone with the object. Old authorities' ciphers are read
 * with OpenSSL's legacy provider.
 *
 * Returns: (transfer full): %NULL with TRINH_SIGNING_ERROR_KEY or TRINH_SIGNING_ERROR_PIN
 */
TrinhSigner *trinh_openssl_signer_new_for_key_file (GBytes *key_file,
                                                    TrinhSecret *password,
                                                    GError **error);
/**
 * trinh_openssl_signer_new_for_token:
 * @uri: "pkcs11:token=…;id=…" (RFC 7512), of the key or of its certificate
 * @module: path of the token's PKCS#11 library, probed already (trinh_token_probe())
 * @pin: taken once; wiped on return
 *
 * A wrong PIN is given to the token once and never again. The key never leaves the token.
 *
 * Returns: (transfer full): %NULL with TRINH_SIGNING_ERROR_MODULE, _TOKEN or _PIN
 */
TrinhSigner *trinh_openssl_signer_new_for_token (const char *uri,
                                                 const char *module,
                                                 TrinhSecret *pin,
                                                 GError **error);

G_END_DECLS
