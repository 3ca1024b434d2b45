/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pdf-place.h"
#include "trinh-pdf-update.h"
#include "trinh-picture.h"

G_BEGIN_DECLS

/* What an update with a signature consists of */
typedef struct
{
  TrinhPdfSource *source;
  TrinhPdfUpdate *update;
  const TrinhPdfSigning *signing;
  TrinhSigner *signer;
  GPtrArray *fields;   /* of TrinhPdfField: those that are there */
  GHashTable *pages;   /* number from 0 → GString: references to what comes onto it */
  GString *new_fields; /* references to what stands at the top of the form */
  gsize byte_range;    /* where it is to be written */
  gsize contents;      /* where "<" stands */
  gsize size;          /* of the reserved signature, in bytes */
} TrinhPdfMaking;

/* trinh-pdf-blanks.c */
void trinh_pdf_making_update_object (TrinhPdfMaking *self,
                                     qpdf_oh object,
                                     const char *text);
void trinh_pdf_making_put_on_page (TrinhPdfMaking *self,
                                   guint page,
                                   int id);
/* What every widget says of where it is and how it looks. (transfer full) */
char *trinh_pdf_making_dup_widget (TrinhPdfMaking *self,
                                   const TrinhPdfPlace *place,
                                   int appearance);
/* @picture: (nullable). Returns: its number, 0 with an error */
int trinh_pdf_making_graft_picture (TrinhPdfMaking *self,
                                    const TrinhPdfPlace *place,
                                    GBytes *picture,
                                    GError **error);
gboolean trinh_pdf_making_add_blanks (TrinhPdfMaking *self,
                                      GError **error);
gboolean trinh_pdf_making_fill_field (TrinhPdfMaking *self,
                                      const TrinhPdfFill *fill,
                                      GError **error);

G_END_DECLS
