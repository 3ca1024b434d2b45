/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-key-list.h"
#include "trinh-signing-page.h"
#include "trinh-trust.h"

G_BEGIN_DECLS

struct _TrinhSigningPage
{
  AdwPreferencesPage parent_instance;

  /* Owned References */
  GSettings *settings;
  char *key_folder;
  TrinhKeyList *keys;
  TrinhTrust *trust;
  GPtrArray *key_rows;       /* of GtkWidget, in keys_group and tokens_group */
  GPtrArray *authority_rows; /* of GtkWidget */

  /* Template References */
  AdwPreferencesGroup *keys_group;
  AdwPreferencesGroup *tokens_group;
  AdwPreferencesGroup *authorities_group;
  AdwActionRow *module_row;
  AdwActionRow *lists_row;
  GtkWidget *search_button;
  GtkWidget *forget_button;
  GtkWidget *spinner;
};

/* trinh-signing-page.c. A row that says something; @group gets it, @rows too. */
AdwActionRow *trinh_signing_page_add_row (AdwPreferencesGroup *group,
                                          GPtrArray *rows,
                                          const char *title,
                                          const char *subtitle,
                                          const char *icon);
/* A button at the row's end that asks for it to be removed */
void trinh_signing_page_add_remove (TrinhSigningPage *self,
                                    AdwActionRow *row,
                                    const char *id,
                                    GCallback clicked_cb);
void trinh_signing_page_toast (TrinhSigningPage *self,
                               const char *text);
void trinh_signing_page_show_error (TrinhSigningPage *self,
                                    const char *heading,
                                    const GError *error);
/* @suffixes: what files end in; the callback gets the dialog and the page, with a reference */
void trinh_signing_page_choose_file (TrinhSigningPage *self,
                                     const char *title,
                                     const char *kind,
                                     const char *const *suffixes,
                                     GAsyncReadyCallback callback);

/* trinh-signing-page-keys.c */
void trinh_signing_page_fill_keys (TrinhSigningPage *self);
void trinh_signing_page_show_module (TrinhSigningPage *self);
/* trinh-signing-page-password.c. @bytes: the key file; @body: what is said above the row for its password */
void trinh_signing_page_ask_password (TrinhSigningPage *self,
                                      const char *id,
                                      GBytes *bytes,
                                      const char *body);
/* trinh-signing-page-trust.c */
void trinh_signing_page_fill_trust (TrinhSigningPage *self);

G_END_DECLS
