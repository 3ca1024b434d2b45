/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session.h"
#include "trinh-verification.h"

G_BEGIN_DECLS

/**
 * TrinhSignatureCheck:
 * @signatures: (element-type TrinhSignature): in the order of their fields, none where nobody signed
 * @attached: whether the file carries a report
 * @match: whether the pages show what that report says
 * @explanation: (nullable): of @match, translated
 *
 * All that is to be said of the signatures of a PDF.
 */
typedef struct
{
  GPtrArray *signatures;
  gboolean attached;
  TrinhPagesMatch match;
  char *explanation;
} TrinhSignatureCheck;

/* Whether every signature is whole and by a certificate that a known authority stands for; %FALSE where there is none */
gboolean trinh_signature_check_is_good (const TrinhSignatureCheck *self);
void trinh_signature_check_free (TrinhSignatureCheck *self);

/**
 * trinh_session_check_signatures_async:
 * @pdf: all of a file
 *
 * Verifies with whom the office trusts (trinh_session_make_trust()), in a thread. The network is not used.
 */
void trinh_session_check_signatures_async (TrinhSession *self,
                                           GBytes *pdf,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
/* (transfer full): %NULL with TRINH_SIGNING_ERROR_FILE where it cannot be read */
TrinhSignatureCheck *trinh_session_check_signatures_finish (GAsyncResult *result,
                                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhSignatureCheck, trinh_signature_check_free)

G_END_DECLS
