/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-document-register.h"

G_BEGIN_DECLS

#define TRINH_DOCUMENTS_MEMBER "documents"
/* The id of a document that was taken out and had the highest number: other copies may cite it, so it is not given again. */
#define TRINH_LAST_DOCUMENT_MEMBER "last_document"

/* A part of a section's text and what takes its place */
typedef struct
{
  TrinhSection *section;
  guint start;
  guint end;
  char *text;
} TrinhReplacement;

void _trinh_replacement_clear (gpointer data);
/* @replacements: (element-type TrinhReplacement), those of a section in their order */
void _trinh_document_register_replace (TrinhEdit *edit,
                                       GArray *replacements);
/* 7 of "d7"; @id: (nullable) */
gulong _trinh_document_register_get_number (const char *id);
gboolean _trinh_document_register_find_position (GPtrArray *documents,
                                                 const char *id,
                                                 guint *position);
/* The member with @documents in it */
void _trinh_document_register_set (TrinhEdit *edit,
                                   GPtrArray *documents);
/* The same document, but for its date: one of the two is wrong */
gboolean _trinh_document_register_is_disputed (TrinhReport *report,
                                               TrinhRegisteredDocument *a,
                                               TrinhRegisteredDocument *b);

G_END_DECLS
