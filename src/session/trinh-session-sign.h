/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-sign.h"
#include "trinh-session.h"
#include "trinh-signer.h"
#include "trinh-trust.h"
#include "trinh-verification.h"

G_BEGIN_DECLS

/**
 * TrinhSigningRole:
 * @TRINH_SIGNING_ROLE_SIGNATORY: who answers for the report: the picture of the handwriting between title and name
 * @TRINH_SIGNING_ROLE_OFFICE: the registrar, with the office's certificate: the stamp over the left third of it
 */
typedef enum
{
  TRINH_SIGNING_ROLE_SIGNATORY,
  TRINH_SIGNING_ROLE_OFFICE,
} TrinhSigningRole;

/**
 * TrinhSigningOrder:
 * @picture: (nullable): a PNG file
 * @number: (nullable): to be filled in where the signed file has an empty field for it
 * @date: Julian, 0: none; likewise
 */
typedef struct
{
  TrinhSigningRole role;
  GBytes *picture;
  const char *number;
  guint32 date;
} TrinhSigningOrder;

/**
 * trinh_session_check_order:
 *
 * Whether what is ordered can be done, as far as it shows before a password or PIN is asked for: that the signatures that
 * are there are whole and nothing was hidden behind them, the stamp's size, the number, and that the office signs after the
 * signatory.
 *
 * Returns: %FALSE with TRINH_SIGNING_ERROR
 */
gboolean trinh_session_check_order (GBytes *pdf,
                                    const TrinhSigningOrder *order,
                                    GError **error);
/**
 * trinh_session_sign:
 * @pdf: exactly what was previewed
 * @report: (nullable): the report that the file carries: its layout gives the place of the signature, and of the number
 *   and the date that it does not have yet (Nghị định 30/2020/NĐ-CP: the registrar gives them after the signatory)
 *
 * Returns: (transfer full): the signed file, verified; it begins with the bytes of @pdf. %NULL with TRINH_SIGNING_ERROR
 */
GBytes *trinh_session_sign (GBytes *pdf,
                            TrinhReport *report,
                            TrinhSigner *signer,
                            const TrinhSigningOrder *order,
                            GError **error);
/* Folders of the user's data: keys as they came, and whom the office trusts. (transfer full) */
char *trinh_session_dup_key_folder (void);
char *trinh_session_dup_trust_folder (void);
/* Whom to rely on: the authorities that the office imported, those that the program's data bring (authorities/), and the
 * system's. (transfer full) */
TrinhTrust *trinh_session_make_trust (void);
/* Contract, "Verification"; @attached and @match as they were found. (transfer full) */
JsonNode *trinh_session_signatures_to_json (GPtrArray *signatures,
                                            gboolean attached,
                                            TrinhPagesMatch match);

/* What people call the signature in a field; of a field that this program did not make its own name */
const char *trinh_session_name_signature (const char *field);

G_END_DECLS
