/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhDocumentDialog:
 *
 * An entry of the register of documents: a new one, one that is changed, or one that a text cites by hand. Saving is one
 * edit; what cannot be saved is said and stays.
 */
#define TRINH_TYPE_DOCUMENT_DIALOG (trinh_document_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhDocumentDialog, trinh_document_dialog, TRINH, DOCUMENT_DIALOG, AdwDialog)

/* @document: (nullable): the entry that is changed; %NULL: a new one. @citation: (nullable): what a new one is made from */
TrinhDocumentDialog *trinh_document_dialog_new (TrinhWork *work,
                                                TrinhRegisteredDocument *document,
                                                const TrinhDocumentCitation *citation);
void trinh_document_dialog_present (TrinhWork *work,
                                    TrinhRegisteredDocument *document,
                                    const TrinhDocumentCitation *citation,
                                    GtkWidget *parent);

/* trinh-document-file.c: opens a kept file as a copy with this name; says it when it is not there. */
void trinh_document_open_kept (TrinhWork *work,
                               const char *name,
                               const char *sha256,
                               GtkWidget *widget);
/* The same: opens the file that the store keeps for @document, as a copy; says it when it is not there. */
void trinh_document_open_file (TrinhWork *work,
                               TrinhRegisteredDocument *document,
                               GtkWidget *widget);
/* Keeps the chosen file in the store. (transfer full): the document with it, or %NULL with @error */
TrinhRegisteredDocument *trinh_document_attach_file (TrinhWork *work,
                                                     TrinhRegisteredDocument *document,
                                                     GFile *file,
                                                     GError **error);

G_END_DECLS
