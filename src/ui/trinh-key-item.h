/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-kept-key.h"
#include "trinh-openssl-signer.h"
#include "trinh-token.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhKeyItem:
 *
 * A key that can be chosen to sign with: one in a file that was imported, or one on a token that is plugged in. Immutable.
 *
 * Properties: title, subtitle (strings, read-only).
 */
#define TRINH_TYPE_KEY_ITEM (trinh_key_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhKeyItem, trinh_key_item, TRINH, KEY_ITEM, GObject)

TrinhKeyItem *trinh_key_item_new_for_file (const TrinhKeptKey *key);
TrinhKeyItem *trinh_key_item_new_for_token (const TrinhTokenKey *key);

/* "file:…" or "pkcs11:…" */
const char *trinh_key_item_get_id (TrinhKeyItem *self);
/* Whose it is; of a file that does not say it yet, when it was imported */
const char *trinh_key_item_get_title (TrinhKeyItem *self);
const char *trinh_key_item_get_subtitle (TrinhKeyItem *self);
gboolean trinh_key_item_is_token (TrinhKeyItem *self);
/* (nullable): not known before the file is opened */
TrinhCertificate *trinh_key_item_get_certificate (TrinhKeyItem *self);
TrinhTokenPin trinh_key_item_get_pin_state (TrinhKeyItem *self);

/**
 * trinh_key_item_open:
 * @secret: password or PIN; taken once and wiped
 *
 * May be called in any thread; it takes seconds with a token.
 *
 * Returns: (transfer full): %NULL with TRINH_SIGNING_ERROR
 */
TrinhSigner *trinh_key_item_open (TrinhKeyItem *self,
                                  TrinhSecret *secret,
                                  GError **error);

G_END_DECLS
