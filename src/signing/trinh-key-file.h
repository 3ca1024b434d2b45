/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-certificate.h"

G_BEGIN_DECLS

/* Whether it is a PKCS#12 file (.p12, .pfx), without its password */
gboolean trinh_key_file_is_one (GBytes *bytes);
/* Whose key it is, where the file says so without its password; most do not. (transfer full) (nullable) */
TrinhCertificate *trinh_key_file_peek (GBytes *bytes);
/**
 * trinh_key_file_import:
 * @source: a PKCS#12 file
 * @folder: where keys are kept; made with the mode 0700 if need be
 *
 * Keeps the file as it came, encrypted, with the mode 0600, under the name of its digest: the same file twice is one.
 *
 * Returns: (transfer full): the copy
 */
GFile *trinh_key_file_import (GFile *source,
                              const char *folder,
                              GError **error);

G_END_DECLS
