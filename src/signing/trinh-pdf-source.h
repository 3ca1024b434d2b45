/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* As deep as a tree of fields or pages may be, and as many of them: a hostile file has no end otherwise. */
#define TRINH_PDF_DEEPEST 32
#define TRINH_PDF_MOST_FIELDS 10000
#define TRINH_PDF_LARGEST (256 * 1024 * 1024)
/* ISO 32000-1, annex C: objects of a file */
#define TRINH_PDF_MOST_OBJECTS 8388607

/* A file as libqpdf reads it, without repairing anything; its bytes are only ever appended to. */
typedef struct
{
  GBytes *bytes;
  qpdf_data qpdf;
  gint64 startxref;
  gboolean has_xref_stream; /* the last cross-reference section is a stream, not a table */
  int next_id;
} TrinhPdfSource;

TrinhPdfSource *trinh_pdf_source_open (GBytes *bytes,
                                       GError **error);
void trinh_pdf_source_free (TrinhPdfSource *self);

/* Whether libqpdf, in what it has read so far, came upon something that another reader may take otherwise */
gboolean trinh_pdf_source_has_warnings (TrinhPdfSource *self);

qpdf_oh trinh_pdf_source_get_root (TrinhPdfSource *self);
/* The catalog's AcroForm; a null object where there is none */
qpdf_oh trinh_pdf_source_get_form (TrinhPdfSource *self);
/* The object of a dictionary's member, or a null object where @dictionary is none */
qpdf_oh trinh_pdf_source_get (TrinhPdfSource *self,
                              qpdf_oh dictionary,
                              const char *key);
/* (transfer full): a name without its slash, "" where it is none */
char *trinh_pdf_source_dup_name (TrinhPdfSource *self,
                                 qpdf_oh object);
/* (transfer full): a text string in UTF-8, "" where it is none */
char *trinh_pdf_source_dup_text (TrinhPdfSource *self,
                                 qpdf_oh object);
/* (transfer full): bytes of a string; NULL where it is none */
GBytes *trinh_pdf_source_dup_string (TrinhPdfSource *self,
                                     qpdf_oh object);
/* (transfer full): as it is written, what it refers to left as a reference; @resolved: the object itself */
char *trinh_pdf_source_dup_written (TrinhPdfSource *self,
                                    qpdf_oh object,
                                    gboolean resolved);
/* (transfer full) (element-type utf8): of the members, without those in @but (nullable); none where it is no dictionary */
GPtrArray *trinh_pdf_source_list_keys (TrinhPdfSource *self,
                                       qpdf_oh dictionary,
                                       const char *const *but);
/* (transfer full): the dictionary as it is written without its brackets and without the members in @but (nullable) */
char *trinh_pdf_source_dup_members (TrinhPdfSource *self,
                                    qpdf_oh dictionary,
                                    const char *const *but);
/* (transfer full): the items of an array as they are written, without its brackets; "" where it is none */
char *trinh_pdf_source_dup_items (TrinhPdfSource *self,
                                  qpdf_oh array);
/* (transfer full) (nullable): what a stream holds, as it lies in the file, or @decoded */
GBytes *trinh_pdf_source_dup_stream (TrinhPdfSource *self,
                                     qpdf_oh stream,
                                     gboolean decoded);

/* trinh-pdf-highest.c: of the numbers of all objects that a reader comes upon: a trailer may name fewer than there are. */
int trinh_pdf_find_highest (TrinhPdfSource *self);

/**
 * TrinhPdfField:
 * @name: with those above it: "trinhky.number"
 * @type: "Tx", "Sig", …; inherited where it has none of its own
 */
typedef struct
{
  char *name;
  char *type;
  qpdf_oh object;
} TrinhPdfField;

/* (transfer full) (element-type TrinhPdfField): those at the ends of the tree, in its order */
GPtrArray *trinh_pdf_source_list_fields (TrinhPdfSource *self);
/* (transfer none) (nullable) */
const TrinhPdfField *trinh_pdf_find_field (GPtrArray *fields,
                                           const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhPdfSource, trinh_pdf_source_free)

G_END_DECLS
