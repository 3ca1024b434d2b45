/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-cli-private.h"
#include "trinh-secret.h"
#include "trinh-session-sign.h"

G_BEGIN_DECLS

/* From @descriptor; below 0: asked on the terminal. NULL, and it is said why. (transfer full) (nullable) */
TrinhSecret *trinh_cli_read_pin (int descriptor,
                                 gboolean token);
/* The file's bytes; NULL, and it is said why. (transfer full) (nullable) */
GBytes *trinh_cli_read_bytes (const char *path);
/* trinh_cli_fail() of work on the PDF at @path, which is named where it is what is wrong */
int trinh_cli_fail_at (const char *path,
                       GError **error);
/* The report that a PDF carries; NULL without a word where it carries none. (transfer full) (nullable) */
TrinhReport *trinh_cli_read_carried (TrinhCliContext *context,
                                     const char *path);
/* The certificate's holder, organisation, issuer and validity, a line each */
void trinh_cli_describe_certificate (GString *text,
                                     TrinhCertificate *certificate);

G_END_DECLS
