/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-certificate.h"

G_BEGIN_DECLS

/**
 * TrinhSigner:
 *
 * What can sign: a key in a file or on a token, with its certificate.
 */
#define TRINH_TYPE_SIGNER (trinh_signer_get_type ())
G_DECLARE_INTERFACE (TrinhSigner, trinh_signer, TRINH, SIGNER, GObject)

/**
 * TrinhSignerInterface:
 * @get_certificate: (transfer none): whose signature it is
 * @get_size: the most bytes that a signature of it takes
 * @sign: (transfer full): a detached CAdES-BES signature over @content, as DER
 */
struct _TrinhSignerInterface
{
  GTypeInterface parent_interface;

  TrinhCertificate *(*get_certificate) (TrinhSigner *self);
  gsize (*get_size) (TrinhSigner *self);
  GBytes *(*sign) (TrinhSigner *self,
                   GBytes *content,
                   GError **error);
};

TrinhCertificate *trinh_signer_get_certificate (TrinhSigner *self);
gsize trinh_signer_get_size (TrinhSigner *self);
/* Blocks, with a token for seconds. TRINH_SIGNING_ERROR_PIN, _TOKEN, _SIGN */
GBytes *trinh_signer_sign (TrinhSigner *self,
                           GBytes *content,
                           GError **error);

G_END_DECLS
