/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhSigningPage:
 *
 * Of the preferences: key files, tokens and their software, the authorities that are relied on, lists of revoked
 * certificates.
 */
#define TRINH_TYPE_SIGNING_PAGE (trinh_signing_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSigningPage, trinh_signing_page, TRINH, SIGNING_PAGE, AdwPreferencesPage)

/* What the file dialogs lead to; what goes wrong is shown. */
void trinh_signing_page_import_key (TrinhSigningPage *self,
                                    GFile *file);
void trinh_signing_page_choose_module (TrinhSigningPage *self,
                                       GFile *file);
/* Shows the certificate's fingerprint and asks first. */
void trinh_signing_page_import_authority (TrinhSigningPage *self,
                                          GFile *file);
void trinh_signing_page_import_list (TrinhSigningPage *self,
                                     GFile *file);

G_END_DECLS
