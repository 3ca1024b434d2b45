/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-certificate.h"

G_BEGIN_DECLS

/**
 * TrinhTrust:
 *
 * Whom the office trusts: authorities' certificates and their lists of revoked ones, kept as files in a folder. Those that
 * the system relies on for web sites stand for nobody here: they say who runs a server, not who signs. Nothing is fetched.
 */
#define TRINH_TYPE_TRUST (trinh_trust_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTrust, trinh_trust, TRINH, TRUST, GObject)

/* @folder: (nullable): where they are kept; without it nothing is */
TrinhTrust *trinh_trust_new (const char *folder);
/* Authorities that came with the program or the system's administrator put there: certificates in files that end in .cer,
 * .crt or .pem. They cannot be removed here; a folder that is not there has none. */
void trinh_trust_add_shipped (TrinhTrust *self,
                              const char *folder);
/* (transfer none) (element-type TrinhCertificate) */
GPtrArray *trinh_trust_get_shipped (TrinhTrust *self);
/* What is added from now on is not kept */
void trinh_trust_forget_folder (TrinhTrust *self);
/* (transfer none) (element-type TrinhCertificate): the authorities that the office imported */
GPtrArray *trinh_trust_get_authorities (TrinhTrust *self);
guint trinh_trust_get_n_lists (TrinhTrust *self);
/**
 * trinh_trust_add_authority:
 * @bytes: a certificate, PEM or DER
 *
 * Trusts an authority, in memory and in the folder. Its fingerprint is to be shown and compared before.
 *
 * Returns: (transfer none) (nullable): the authority; %NULL with TRINH_SIGNING_ERROR_CERTIFICATE where it is none
 */
TrinhCertificate *trinh_trust_add_authority (TrinhTrust *self,
                                             GBytes *bytes,
                                             GError **error);
/* By its fingerprint, or the beginning of it */
gboolean trinh_trust_remove_authority (TrinhTrust *self,
                                       const char *fingerprint,
                                       GError **error);
/**
 * trinh_trust_add_list:
 * @bytes: a list of revoked certificates (.crl), PEM or DER
 *
 * Takes a list that an authority known here signed; it takes the place of an earlier one, never of a later one.
 *
 * Returns: %FALSE with TRINH_SIGNING_ERROR_CERTIFICATE where it is none, nobody known signed it, or a later one is there
 */
gboolean trinh_trust_add_list (TrinhTrust *self,
                               GBytes *bytes,
                               GError **error);

G_END_DECLS
