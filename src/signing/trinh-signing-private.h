/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "trinh-certificate.h"
#include "trinh-signing-error.h"
#include "trinh-trust.h"
#include "trinh-verification.h"

G_BEGIN_DECLS

/* What OpenSSL says last went wrong, in its words; its queue is emptied */
const char *trinh_signing_take_reason (void);

/* @x509: (transfer none) */
TrinhCertificate *trinh_certificate_new (X509 *x509);
/* (transfer none) */
X509 *trinh_certificate_get_x509 (TrinhCertificate *self);

/* trinh-cms.c: a detached CAdES-BES signature over @content, with SHA-256, signing-certificate-v2 and no time.
 * @chain: (nullable): authorities that go along. (transfer full): DER */
GBytes *trinh_cms_make (OSSL_LIB_CTX *context,
                        X509 *certificate,
                        EVP_PKEY *key,
                        STACK_OF (X509) * chain,
                        GBytes *content,
                        GError **error);
/* The most bytes that trinh_cms_make() may give for this certificate and key */
gsize trinh_cms_measure (X509 *certificate,
                         EVP_PKEY *key,
                         STACK_OF (X509) * chain);

/* What a signature's CMS is found to be; @certificate and @others (transfer full) also where it is not valid */
typedef struct
{
  TrinhCertificate *certificate;
  STACK_OF (X509) * others;
  char *fault; /* why it is not valid, translated; NULL: it is */
} TrinhCmsResult;

/* @cades: signing-certificate-v2 is asked for */
void trinh_cms_check (GBytes *der,
                      GBytes *content,
                      gboolean cades,
                      TrinhCmsResult *result);
void trinh_cms_result_clear (TrinhCmsResult *result);

/* trinh-cms-strict.c: whether the DER is what the values in it must give and nothing else */
gboolean trinh_cms_is_exact (const guchar *data,
                             gsize length);

/* trinh-revocation-list.c; @lists: (element-type X509_CRL).
 * (transfer full) (nullable): PEM or DER */
X509_CRL *trinh_revocation_list_read (GBytes *bytes);
/* Whether @issuer may sign lists and its key signed this one */
gboolean trinh_revocation_list_is_of (X509_CRL *list,
                                      X509 *issuer);
char *trinh_revocation_list_dup_issuer (X509_CRL *list);
/* (transfer full): a digest of whose list it is, by which key and over which certificates: a later one of the same has it too */
char *trinh_revocation_list_dup_scope (X509_CRL *list);
/* Whether a later one of the same scope is there */
gboolean trinh_revocation_list_goes_back (GPtrArray *lists,
                                          X509_CRL *list);
/* @list: (transfer full): takes the place of an earlier one of the same scope, and goes where a later one is there */
void trinh_revocation_list_put (GPtrArray *lists,
                                X509_CRL *list);
TrinhRevocation trinh_revocation_list_look_up (GPtrArray *lists,
                                               X509 *certificate,
                                               X509 *issuer);

/* trinh-trust.c: the certificate against anchors and lists of revoked ones, now and at @claimed (0: now alone) */
void trinh_trust_judge (TrinhTrust *self,
                        X509 *certificate,
                        STACK_OF (X509) * others,
                        gint64 claimed,
                        TrinhSignature *signature);

G_END_DECLS
