/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-certificate.h"

G_BEGIN_DECLS

/* How many wrong PINs a token has seen in a row, as far as it tells */
typedef enum
{
  TRINH_TOKEN_PIN_GOOD,
  TRINH_TOKEN_PIN_WRONG_BEFORE,
  TRINH_TOKEN_PIN_FINAL_TRY,
  TRINH_TOKEN_PIN_LOCKED,
} TrinhTokenPin;

/**
 * TrinhTokenKey:
 * @uri: "pkcs11:token=…;id=…" of the certificate and its key (RFC 7512)
 * @module: path of the library that finds it
 *
 * A certificate that is on a token which is plugged in. Its key stays there.
 */
typedef struct
{
  char *uri;
  char *token;
  char *module;
  TrinhCertificate *certificate;
  TrinhTokenPin pin;
} TrinhTokenKey;

void trinh_token_key_free (TrinhTokenKey *self);

/**
 * trinh_token_list_modules:
 * @data_folder: (nullable): where tokens/ lists what vendors' libraries are called and where they are put
 *
 * The PKCS#11 libraries that are there: those that p11-kit is told of, and vendors' by their names.
 *
 * Returns: (transfer full): paths
 */
char **trinh_token_list_modules (const char *data_folder);
/**
 * trinh_token_probe:
 * @module: path
 *
 * Loads the library in a process of its own and lists what it finds, without a PIN: whatever it does, this process goes
 * on, and after ten seconds it is not waited for any more.
 *
 * Returns: (transfer full) (element-type TrinhTokenKey): none where no token is plugged in; %NULL with
 *   TRINH_SIGNING_ERROR_MODULE where it is missing, made for another kind of machine, broken or silent
 */
GPtrArray *trinh_token_probe (const char *module,
                              GError **error);
/* Of the token that has the certificate of @uri; TRINH_TOKEN_PIN_GOOD where it is not there */
TrinhTokenPin trinh_token_get_pin_state (const char *uri,
                                         const char *module);
/**
 * trinh_token_find_module:
 * @uri: of a key on a token
 * @chosen: (nullable): the library to use; without it all are tried
 *
 * Returns: (transfer full): path of the library that finds the certificate of @uri; %NULL with TRINH_SIGNING_ERROR_MODULE
 *   or TRINH_SIGNING_ERROR_TOKEN
 */
char *trinh_token_find_module (const char *uri,
                               const char *chosen,
                               const char *data_folder,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhTokenKey, trinh_token_key_free)

G_END_DECLS
