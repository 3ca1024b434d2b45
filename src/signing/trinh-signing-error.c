/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <openssl/err.h>

#include "trinh-signing-error.h"
#include "trinh-signing-private.h"

/* clang-format off */
G_DEFINE_QUARK (trinh-signing-error-quark, trinh_signing_error)
/* clang-format on */

const char *
trinh_signing_take_reason (void)
{
  const unsigned long code = ERR_peek_last_error ();
  const char *reason = code != 0 ? ERR_reason_error_string (code) : NULL;

  ERR_clear_error ();
  return reason != NULL ? reason : "?";
}
