/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrinhCertificate:
 *
 * Who signs, as an authority says it: what is shown before signing and after verifying. Immutable.
 */
#define TRINH_TYPE_CERTIFICATE (trinh_certificate_get_type ())
G_DECLARE_FINAL_TYPE (TrinhCertificate, trinh_certificate, TRINH, CERTIFICATE, GObject)

/**
 * TrinhCertificateFault:
 * @TRINH_CERTIFICATE_EXPIRED: its time is over
 * @TRINH_CERTIFICATE_NOT_YET_VALID: its time has not begun
 * @TRINH_CERTIFICATE_NOT_FOR_SIGNING: its key usage names neither digital signatures nor non-repudiation, it says that it
 *   is for other things than documents and letters (extended key usage), or it is an authority's
 * @TRINH_CERTIFICATE_WEAK: its key is too short to be relied on
 * @TRINH_CERTIFICATE_OTHER_NAME: it is in another name than the one expected; a doubt and no obstacle
 */
typedef enum
{
  TRINH_CERTIFICATE_EXPIRED = 1 << 0,
  TRINH_CERTIFICATE_NOT_YET_VALID = 1 << 1,
  TRINH_CERTIFICATE_NOT_FOR_SIGNING = 1 << 2,
  TRINH_CERTIFICATE_WEAK = 1 << 3,
  TRINH_CERTIFICATE_OTHER_NAME = 1 << 4,
} TrinhCertificateFault;

/* PEM or DER. (transfer full) */
TrinhCertificate *trinh_certificate_new_from_bytes (GBytes *bytes,
                                                    GError **error);
/* The common name; the organisation where it has none */
const char *trinh_certificate_get_name (TrinhCertificate *self);
/* "" where it says none of them */
const char *trinh_certificate_get_organisation (TrinhCertificate *self);
/* As Vietnamese authorities write them: UID "MST:0101234567", "CCCD:…", or the subject's serial number */
const char *trinh_certificate_get_code (TrinhCertificate *self);
/* The authority's common name */
const char *trinh_certificate_get_issuer (TrinhCertificate *self);
/* Hexadecimal digits */
const char *trinh_certificate_get_serial (TrinhCertificate *self);
/* SHA-256 in pairs of hexadecimal digits with colons */
const char *trinh_certificate_get_fingerprint (TrinhCertificate *self);
/* What the key may be used for, as words separated by commas; "" where nothing is said */
const char *trinh_certificate_get_key_usage (TrinhCertificate *self);
/* Seconds since 1970 */
gint64 trinh_certificate_get_not_before (TrinhCertificate *self);
gint64 trinh_certificate_get_not_after (TrinhCertificate *self);
/* "09/06/2022 – 09/06/2025", in the time zone of Vietnam. (transfer full) */
char *trinh_certificate_dup_validity (TrinhCertificate *self);
gboolean trinh_certificate_is_authority (TrinhCertificate *self);
/* (transfer full): DER */
GBytes *trinh_certificate_to_bytes (TrinhCertificate *self);

/**
 * trinh_certificate_check:
 * @when: seconds since 1970
 * @name: (nullable): who is expected to sign
 *
 * What a certificate's own words have against signing with it. The chain is another matter (TrinhTrust).
 */
TrinhCertificateFault trinh_certificate_check (TrinhCertificate *self,
                                               gint64 when,
                                               const char *name);
/* One sentence for each, in the order of the enumeration. (transfer full) */
char **trinh_certificate_explain (TrinhCertificate *self,
                                  TrinhCertificateFault faults,
                                  const char *name);

G_END_DECLS
