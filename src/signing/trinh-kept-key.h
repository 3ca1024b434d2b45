/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-certificate.h"

G_BEGIN_DECLS

/**
 * TrinhKeptKey:
 * @id: "file:" and the SHA-256 of the file
 * @path: of the file
 * @certificate: (nullable): whose it is. Most files say it only to who knows their password: it is known from the first
 *   time on that one was opened (trinh_kept_key_remember())
 *
 * A PKCS#12 file that was imported (trinh_key_file_import()).
 */
typedef struct
{
  char *id;
  char *path;
  TrinhCertificate *certificate;
} TrinhKeptKey;

void trinh_kept_key_free (TrinhKeptKey *self);

/* "file:…" of a file of the folder. (transfer full) */
char *trinh_kept_key_dup_id (GFile *file);
/**
 * trinh_kept_key_list:
 * @folder: where keys are kept; it need not be there
 *
 * Returns: (transfer full) (element-type TrinhKeptKey): in the order of their names
 */
GPtrArray *trinh_kept_key_list (const char *folder);
/* Keeps whose key it is beside the file: the certificate alone, which is public */
gboolean trinh_kept_key_remember (const char *folder,
                                  const char *id,
                                  TrinhCertificate *certificate,
                                  GError **error);
/* Deletes the copy of the file, and what is known of it */
gboolean trinh_kept_key_remove (const char *folder,
                                const char *id,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhKeptKey, trinh_kept_key_free)

G_END_DECLS
