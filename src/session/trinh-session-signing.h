/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session-review.h"

G_BEGIN_DECLS

/**
 * trinh_session_sign_work_async:
 * @pdf: what trinh_session_make_final() made and the signatory saw
 * @order: (nullable): the picture is taken from it
 *
 * As trinh_session_sign_work(), with the signature made in a thread: a token takes its time. The report changes on the
 * calling thread, when the signature is there, and not at all where @cancellable was cancelled before.
 */
void trinh_session_sign_work_async (TrinhSession *self,
                                    TrinhWork *work,
                                    GBytes *pdf,
                                    TrinhSigner *signer,
                                    const TrinhSigningOrder *order,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/**
 * trinh_session_issue_async:
 * @signer: with the office's key
 *
 * The same of trinh_session_issue().
 */
void trinh_session_issue_async (TrinhSession *self,
                                TrinhWork *work,
                                const char *number,
                                guint32 date,
                                TrinhSigner *signer,
                                const TrinhSigningOrder *order,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Of both. %FALSE with an error: the report is as it was */
gboolean trinh_session_signing_finish (GAsyncResult *result,
                                       GError **error);

G_END_DECLS
