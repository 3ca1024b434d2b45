/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-signer.h"

G_DEFINE_INTERFACE (TrinhSigner, trinh_signer, G_TYPE_OBJECT)

static void
trinh_signer_default_init (TrinhSignerInterface *iface)
{
}

TrinhCertificate *
trinh_signer_get_certificate (TrinhSigner *self)
{
  g_return_val_if_fail (TRINH_IS_SIGNER (self), NULL);

  return TRINH_SIGNER_GET_IFACE (self)->get_certificate (self);
}

gsize
trinh_signer_get_size (TrinhSigner *self)
{
  g_return_val_if_fail (TRINH_IS_SIGNER (self), 0);

  return TRINH_SIGNER_GET_IFACE (self)->get_size (self);
}

GBytes *
trinh_signer_sign (TrinhSigner *self,
                   GBytes *content,
                   GError **error)
{
  g_return_val_if_fail (TRINH_IS_SIGNER (self), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  return TRINH_SIGNER_GET_IFACE (self)->sign (self, content, error);
}
