/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-signature-check.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhSignaturesPage:
 *
 * What the signatures of a PDF prove, in plain words: for each who signed, whether the file is as it was signed, whose
 * certificate it is, what came after, and what is not known.
 */
#define TRINH_TYPE_SIGNATURES_PAGE (trinh_signatures_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSignaturesPage, trinh_signatures_page, TRINH, SIGNATURES_PAGE, AdwBin)

GtkWidget *trinh_signatures_page_new (TrinhSession *session);
/* Reads and checks the file; what is wrong with it is shown. */
void trinh_signatures_page_check_file (TrinhSignaturesPage *self,
                                       GFile *file);
/* The same of a file that is not on disk; @name: what it is called */
void trinh_signatures_page_check_bytes (TrinhSignaturesPage *self,
                                        const char *name,
                                        GBytes *pdf);
/* In a dialog. @file: (nullable): without it the person chooses one */
void trinh_signatures_page_present (TrinhSession *session,
                                    GFile *file,
                                    GtkWidget *parent);
/* In a dialog: the signed file that the store keeps of the report */
void trinh_signatures_page_present_bytes (TrinhSession *session,
                                          const char *name,
                                          GBytes *pdf,
                                          GtkWidget *parent);

G_END_DECLS
