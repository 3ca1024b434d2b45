/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-source.h"
#include "trinh-verification.h"

G_BEGIN_DECLS

typedef struct
{
  TrinhPdfSource *before;
  TrinhPdfSource *after;
  GHashTable *fields; /* number → TrinhPdfField: of @before */
  GHashTable *places; /* number → TrinhPdfField that has several of them: of @before */
  GHashTable *seen;   /* numbers of objects */
  GHashTable *added;  /* numbers of objects of @after: where what came later is drawn, until it is found on a page */
  double area;        /* of the signatures that came later */
  GArray *waiting;    /* numbers of objects */
  gboolean may_leave_blanks;
  TrinhPdfChange change;
} TrinhPdfComparison;

/* A field that came later is one for a signature, and signed: an empty one could be drawn as anything. */
gboolean trinh_pdf_compare_is_new_signature (TrinhPdfComparison *self,
                                             qpdf_oh field);
/* What came later on a page is the place of such a field, and stands there once. */
gboolean trinh_pdf_compare_is_new_widget (TrinhPdfComparison *self,
                                          qpdf_oh annotation);
/* Certificates and what their authorities say of them: lists and streams, which nobody sees */
gboolean trinh_pdf_compare_is_material (TrinhPdfComparison *self,
                                        qpdf_oh object,
                                        guint depth);

G_END_DECLS
