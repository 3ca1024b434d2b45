/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTypedDocuments:
 *
 * The documents that texts cite by hand, each once, with a button to register it, and one for all. Not shown without any.
 */
#define TRINH_TYPE_TYPED_DOCUMENTS (trinh_typed_documents_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTypedDocuments, trinh_typed_documents, TRINH, TYPED_DOCUMENTS, AdwBin)

/* @citations: (element-type TrinhDocumentCitation) (transfer none): all of the report */
void trinh_typed_documents_set_citations (TrinhTypedDocuments *self,
                                          TrinhWork *work,
                                          GPtrArray *citations);

/* Typed by hand, and neither registered nor in dispute */
gboolean trinh_typed_documents_can_register (const TrinhDocumentCitation *citation);
/* One step of undo. What the text says is enough, or a dialog over @widget asks for the rest. */
void trinh_typed_documents_register (TrinhWork *work,
                                     const TrinhDocumentCitation *citation,
                                     GtkWidget *widget);

G_END_DECLS
