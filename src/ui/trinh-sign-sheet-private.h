/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-date-row.h"
#include "trinh-key-list.h"
#include "trinh-session-review.h"
#include "trinh-sign-sheet.h"

G_BEGIN_DECLS

struct _TrinhSignSheet
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhWork *work;
  GtkWidget *parent;
  GSettings *settings;
  TrinhKeyList *keys;
  GBytes *pdf;               /* what will be signed; (nullable): it could not be made */
  GBytes *picture_bytes;     /* (nullable) */
  char *key_folder;          /* of imported key files */
  char *wanted;              /* the key that who works now used last */
  char *asked;               /* the key whose secret is asked for; (nullable) */
  GCancellable *cancellable; /* while it signs */

  /* Template References */
  AdwBanner *banner;
  GtkWidget *page;
  GtkWidget *sign_button;
  GtkWidget *cancel_button;
  GtkWidget *spinner;
  AdwActionRow *report_row;
  AdwActionRow *pages_row;
  AdwExpanderRow *changes_row;
  AdwExpanderRow *warnings_row;
  GtkWidget *office_group;
  AdwEntryRow *number_row;
  TrinhDateRow *date_row;
  GtkWidget *key_group;
  GtkWidget *searching;
  GtkWidget *search_button;
  AdwComboRow *key_row;
  GtkWidget *no_key_row;
  AdwActionRow *token_row;
  AdwActionRow *certificate_row;
  AdwActionRow *doubt_row;
  AdwActionRow *picture_row;
  GtkWidget *picture;
  GtkWidget *no_picture_button;
  GtkWidget *elsewhere_row;
  GtkWidget *fields_row;
  GtkWidget *office_fields_row;
  GtkWidget *secret_group;
  AdwEntryRow *secret_row;
  AdwActionRow *lock_row;

  TrinhSigningRole role;
  gboolean on_paper;
};

/* trinh-sign-sheet.c */
void trinh_sign_sheet_tell (TrinhSignSheet *self,
                            const char *message);
void trinh_sign_sheet_update (TrinhSignSheet *self);
/* (transfer full) (nullable) */
TrinhKeyItem *trinh_sign_sheet_get_key (TrinhSignSheet *self);
/* Who is expected to sign; (nullable) */
const char *trinh_sign_sheet_get_expected (TrinhSignSheet *self);

/* trinh-sign-sheet-facts.c: what is signed, in words */
void trinh_sign_sheet_show_facts (TrinhSignSheet *self);
/* The chosen key's certificate and what is to be said of it */
void trinh_sign_sheet_show_key (TrinhSignSheet *self);

/* trinh-sign-sheet-sign.c */
void trinh_sign_sheet_sign (TrinhSignSheet *self);
/* The report is signed: the sheet says so and goes. */
void trinh_sign_sheet_finish (TrinhSignSheet *self,
                              const char *message);

/* trinh-sign-sheet-files.c */
void trinh_sign_sheet_choose_picture (TrinhSignSheet *self);
void trinh_sign_sheet_choose_signed (TrinhSignSheet *self);
void trinh_sign_sheet_choose_final (TrinhSignSheet *self);
/* What who works now used the last time */
void trinh_sign_sheet_load_person (TrinhSignSheet *self);
void trinh_sign_sheet_keep_person (TrinhSignSheet *self,
                                   const char *key);

G_END_DECLS
