/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-scan.h"
#include "trinh-pdf-source.h"

G_BEGIN_DECLS

#define TRINH_PDF_LARGEST_GENERATION 65535
/* What stands for a number that holds cross-references or objects: nobody writes it anew. */
#define TRINH_PDF_TAKEN (TRINH_PDF_LARGEST_GENERATION + 2)

typedef struct
{
  TrinhPdfSource *before;
  TrinhPdfSource *whole;
  const char *data;
  gsize length;
  gsize begin;       /* where the update's own bytes begin */
  gsize section;     /* where its cross-references do */
  gsize word;        /* where "startxref" stands behind them */
  gint64 previous;   /* where the cross-references before it are */
  gint64 size;       /* as the trailer before it says */
  GHashTable *known; /* number → generation + 1: objects of earlier updates */
  GHashTable *own;   /* the same: of this update */
  GHashTable *heads; /* where they begin */
} TrinhPdfReader;

/* An object by its number and generation; a null object where there is none */
qpdf_oh trinh_pdf_reader_get (TrinhPdfSource *source,
                              gint64 id,
                              gint64 generation);
/* The row of an object that begins at @offset; %FALSE where it does not */
gboolean trinh_pdf_reader_add (TrinhPdfReader *self,
                               gint64 id,
                               gint64 generation,
                               gint64 offset);
/* The row of an object in a stream of objects, which is of generation 0 */
gboolean trinh_pdf_reader_add_packed (TrinhPdfReader *self,
                                      gint64 id);
/* Its size is one more than the highest number, and what it goes on from is what came last before it. */
gboolean trinh_pdf_reader_check_trailer (TrinhPdfReader *self,
                                         GHashTable *members);
/* Nothing but spaces up to "startxref", and a comment with the program's name as some write it */
gboolean trinh_pdf_reader_ends_section (TrinhPdfReader *self,
                                        TrinhPdfScan *scan);
/* trinh-pdf-strict-stream.c: cross-references in a stream (ISO 32000-1, 7.5.8), whose rows name the stream itself, too */
gboolean trinh_pdf_reader_read_stream (TrinhPdfReader *self,
                                       TrinhPdfScan *scan);

G_END_DECLS
