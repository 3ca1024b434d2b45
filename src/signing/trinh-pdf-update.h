/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-source.h"

G_BEGIN_DECLS

/* An incremental update (ISO 32000-1, 7.5.6): what is appended to a file, of which no byte changes. */
typedef struct
{
  TrinhPdfSource *source;
  GByteArray *out; /* what comes after the file's own bytes */
  GArray *entries; /* where each object begins */
  int next_id;
} TrinhPdfUpdate;

TrinhPdfUpdate *trinh_pdf_update_new (TrinhPdfSource *source);
void trinh_pdf_update_free (TrinhPdfUpdate *self);
/* A number for a new object */
int trinh_pdf_update_reserve (TrinhPdfUpdate *self);
/* The object of that number as @text writes it: a new one (@generation 0), or another state of one that is there.
 * Returns where @text begins, in the whole file. */
gsize trinh_pdf_update_add (TrinhPdfUpdate *self,
                            int id,
                            int generation,
                            const char *text);
/* @members: of the stream's dictionary, without its length */
void trinh_pdf_update_add_stream (TrinhPdfUpdate *self,
                                  int id,
                                  const char *members,
                                  GBytes *data);
/* The first page of @pdf as a form of the number that is returned; 0 with @error. Fonts and pictures come along. */
int trinh_pdf_update_graft (TrinhPdfUpdate *self,
                            GBytes *pdf,
                            GError **error);
/* (transfer full): the file's own bytes and after them the update with its cross-references, in the file's own kind */
GByteArray *trinh_pdf_update_finish (TrinhPdfUpdate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhPdfUpdate, trinh_pdf_update_free)

G_END_DECLS
