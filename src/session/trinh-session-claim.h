/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session.h"

G_BEGIN_DECLS

/**
 * TrinhClaim:
 * @TRINH_CLAIM_SIGNATURE: that the report was signed in a file
 * @TRINH_CLAIM_ISSUE: that it was numbered and issued in a file
 * @TRINH_CLAIM_NUMBER: another number or date than the report has that is signed here
 *
 * What a report file says of itself and only the signed PDF proves. (flags)
 */
typedef enum
{
  TRINH_CLAIM_SIGNATURE = 1 << 0,
  TRINH_CLAIM_ISSUE = 1 << 1,
  TRINH_CLAIM_NUMBER = 1 << 2,
} TrinhClaim;

/**
 * trinh_session_leave_out_claims:
 * @ours: (nullable): the copy that is known
 * @theirs: the copy that comes
 * @claims: (out): what was left out, bits of TrinhClaim
 *
 * Signatures on paper are taken as they are said: nothing else proves them.
 *
 * Returns: (transfer full): @theirs without the claims that @ours does not know
 */
TrinhReport *trinh_session_leave_out_claims (TrinhSession *self,
                                             TrinhReport *ours,
                                             TrinhReport *theirs,
                                             guint *claims,
                                             GError **error);
/* In words that say what to do; %NULL: nothing was left out */
const char *trinh_session_explain_claims (guint claims);
/* "signature", "issue", "number". (transfer full) */
JsonArray *trinh_session_list_claims (guint claims);

G_END_DECLS
