/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-block.h"

G_BEGIN_DECLS

/**
 * TrinhDocument:
 *
 * The finished report as a tree of blocks, every value filled in. Immutable;
 * may be laid out in another thread.
 */
#define TRINH_TYPE_DOCUMENT (trinh_document_get_type ())
G_DECLARE_FINAL_TYPE (TrinhDocument, trinh_document, TRINH, DOCUMENT, GObject)

/* @evaluation: its report is read now, on the calling thread */
TrinhDocument *trinh_document_new (TrinhEvaluation *evaluation);
/* Whether its pages carry the mark "DỰ THẢO": until the report is signed, unless something else is asked for before they
 * are painted. It is decoration: no box, no letter of the text. */
gboolean trinh_document_get_draft (TrinhDocument *self);
void trinh_document_set_draft (TrinhDocument *self,
                               gboolean draft);
/* (element-type TrinhBlock) */
GPtrArray *trinh_document_get_blocks (TrinhDocument *self);
const char *trinh_document_get_title (TrinhDocument *self);  /* "Báo cáo công tác …" */
const char *trinh_document_get_author (TrinhDocument *self); /* the office */
const char *trinh_document_get_id (TrinhDocument *self);     /* the report's id and revision, for the PDF's ID */
/* Julian; the PDF's creation date; fixed, so that the same report gives the same bytes */
guint32 trinh_document_get_date (TrinhDocument *self);
/* (nullable): what the document was made from, for the PDF's metadata: where the store's journal stood */
const char *trinh_document_get_origin (TrinhDocument *self);
void trinh_document_set_origin (TrinhDocument *self,
                                const char *origin);
/* The report file's bytes, to be attached */
GBytes *trinh_document_get_attachment (TrinhDocument *self);

G_END_DECLS
