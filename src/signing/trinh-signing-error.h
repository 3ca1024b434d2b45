/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRINH_SIGNING_ERROR (trinh_signing_error_quark ())

/**
 * TrinhSigningError:
 * @TRINH_SIGNING_ERROR_FILE: the PDF file cannot be read, or nothing can be appended to it
 * @TRINH_SIGNING_ERROR_KEY: the key file is none, or has no key for its certificate
 * @TRINH_SIGNING_ERROR_PIN: the PIN or password is wrong; it was tried once
 * @TRINH_SIGNING_ERROR_MODULE: the token's software is missing, broken or for another kind of machine
 * @TRINH_SIGNING_ERROR_TOKEN: the token, or the key on it, is not there
 * @TRINH_SIGNING_ERROR_CERTIFICATE: the certificate may not sign, now or at all
 * @TRINH_SIGNING_ERROR_PICTURE: the picture of the signature or the stamp cannot be used
 * @TRINH_SIGNING_ERROR_SIGN: the signature could not be made
 * @TRINH_SIGNING_ERROR_CHECK: what was made did not pass its own verification
 */
typedef enum
{
  TRINH_SIGNING_ERROR_FILE,
  TRINH_SIGNING_ERROR_KEY,
  TRINH_SIGNING_ERROR_PIN,
  TRINH_SIGNING_ERROR_MODULE,
  TRINH_SIGNING_ERROR_TOKEN,
  TRINH_SIGNING_ERROR_CERTIFICATE,
  TRINH_SIGNING_ERROR_PICTURE,
  TRINH_SIGNING_ERROR_SIGN,
  TRINH_SIGNING_ERROR_CHECK,
} TrinhSigningError;

GQuark trinh_signing_error_quark (void);

G_END_DECLS
