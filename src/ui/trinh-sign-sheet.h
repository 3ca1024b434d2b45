/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session-sign.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhSignSheet:
 *
 * What is signed, and with what: the report, its pages, what changed since the review, what is left open, the
 * certificate; the password or PIN last. It signs, or leaves everything as it was and says why.
 *
 * Properties: can-sign (gboolean, read-only).
 *
 * Signal "signed": the report is signed, or issued. The sheet closes then.
 */
#define TRINH_TYPE_SIGN_SHEET (trinh_sign_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSignSheet, trinh_sign_sheet, TRINH, SIGN_SHEET, AdwDialog)

TrinhSignSheet *trinh_sign_sheet_new (TrinhSession *session,
                                      TrinhWork *work,
                                      TrinhSigningRole role);
/* A PNG of the handwriting or the stamp; (nullable) none. What cannot be used is refused, and it is said why. */
void trinh_sign_sheet_set_picture (TrinhSignSheet *self,
                                   GFile *file);
/* The file that was signed with another program */
void trinh_sign_sheet_take_signed (TrinhSignSheet *self,
                                   GFile *file);
/* Writes the final PDF, to be signed with another program */
void trinh_sign_sheet_save_final (TrinhSignSheet *self,
                                  GFile *file);
/* Over @parent */
void trinh_sign_sheet_present (TrinhSession *session,
                               TrinhWork *work,
                               TrinhSigningRole role,
                               GtkWidget *parent);

G_END_DECLS
