/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-certificate.h"
#include "trinh-trust.h"

G_BEGIN_DECLS

/**
 * TrinhCertificateState:
 * @TRINH_CERTIFICATE_STATE_UNKNOWN: its authority is not known here, so nothing can be told
 * @TRINH_CERTIFICATE_STATE_TRUSTED: a known authority stands for it
 * @TRINH_CERTIFICATE_STATE_UNTRUSTED: it says itself who stands for it, may not sign documents, or a key or digest of its
 *   chain is too weak
 * @TRINH_CERTIFICATE_STATE_EXPIRED: it, or an authority above it, is not valid today
 * @TRINH_CERTIFICATE_STATE_REVOKED: a list of its authority takes it back
 */
typedef enum
{
  TRINH_CERTIFICATE_STATE_UNKNOWN,
  TRINH_CERTIFICATE_STATE_TRUSTED,
  TRINH_CERTIFICATE_STATE_UNTRUSTED,
  TRINH_CERTIFICATE_STATE_EXPIRED,
  TRINH_CERTIFICATE_STATE_REVOKED,
} TrinhCertificateState;

/* Whether a list of revoked certificates that is valid today was there, and what it says */
typedef enum
{
  TRINH_REVOCATION_UNKNOWN,
  TRINH_REVOCATION_GOOD,
  TRINH_REVOCATION_REVOKED,
} TrinhRevocation;

/**
 * TrinhPdfChange:
 * @TRINH_PDF_CHANGE_NONE: nothing but further signatures
 * @TRINH_PDF_CHANGE_FIELDS: blank text fields were filled in, none a second time
 * @TRINH_PDF_CHANGE_OTHER: pages or other parts are not what was signed
 *
 * What came after a signature.
 */
typedef enum
{
  TRINH_PDF_CHANGE_NONE,
  TRINH_PDF_CHANGE_FIELDS,
  TRINH_PDF_CHANGE_OTHER,
} TrinhPdfChange;

/**
 * TrinhSignature:
 * @field: the field's name
 * @certificate: (nullable): of the one who signed
 * @claimed_time: (nullable): "2022-06-09T14:31:42+07:00": what the signer says, which proves nothing
 * @valid: the bytes and what is seen are those that were signed: by poppler, by OpenSSL and by our own strict check
 * @fault: (nullable): why not, translated
 * @state: of the certificate, today
 * @valid_at_claimed_time: whether the chain held at the time that the signer claims
 * @covers_whole_document: nothing comes after it but white space
 * @end: how many bytes of the file it is over, its own gap included: the file as it was signed
 * @n_stamps: document time-stamps that came after it, which are not judged; they are no signatures of the list
 * @n_unsigned: bytes at the end of the file that no signature and no time-stamp covers, white space left out
 */
typedef struct
{
  char *field;
  TrinhCertificate *certificate;
  char *claimed_time;
  gboolean valid;
  char *fault;
  TrinhCertificateState state;
  TrinhRevocation revocation;
  gboolean valid_at_claimed_time;
  gboolean covers_whole_document;
  gsize end;
  guint n_stamps;
  gsize n_unsigned;
  TrinhPdfChange changes;
} TrinhSignature;

/**
 * trinh_pdf_verify:
 * @trust: (nullable): whom to trust; without it no certificate is judged
 *
 * Reads the file's signatures. The network is not used: what is revoked is known from lists that were imported.
 *
 * Returns: (transfer full) (element-type TrinhSignature): in the order of their fields, none where nobody signed;
 *   %NULL with TRINH_SIGNING_ERROR_FILE where it cannot be read
 */
GPtrArray *trinh_pdf_verify (GBytes *pdf,
                             TrinhTrust *trust,
                             GError **error);
/**
 * trinh_pdf_check_signed:
 * @n: (out) (optional): how many signatures it has
 *
 * Whether the file may be signed once more: every signature in it is whole, and what came after it is what may come. Ask
 * before anybody enters a PIN; one without signatures may.
 *
 * Returns: %FALSE with TRINH_SIGNING_ERROR_FILE where it cannot be read, with TRINH_SIGNING_ERROR_CHECK where it may not
 */
gboolean trinh_pdf_check_signed (GBytes *pdf,
                                 guint *n,
                                 GError **error);
/* "trusted", …: contract, "Verification" */
const char *trinh_certificate_state_to_nick (TrinhCertificateState state);
/* The same in words, translated */
const char *trinh_certificate_state_get_name (TrinhCertificateState state);

G_END_DECLS
