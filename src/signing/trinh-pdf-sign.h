/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-signer.h"
#include "trinh-signing-error.h"

G_BEGIN_DECLS

/**
 * TrinhPdfPlace:
 * @page: from 0
 * @x: points from the page's left edge
 * @y: points from the top
 * @width: points; nothing is seen of a signature whose place has none
 * @height: points
 */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
} TrinhPdfPlace;

/**
 * TrinhPdfField fills and blanks:
 *
 * TrinhPdfBlank: a place of an empty text field that this signature leaves for the next one to fill.
 * @name: "number", "day", …: the field is called "trinhky.number"; those of one name are places of one field
 *
 * TrinhPdfFill: an empty text field of the file that this signature fills.
 * @name: as above
 * @value: what it says, for readers of fields
 * @appearances: (element-type GBytes): a PDF of one page of the place's size for each, in the order of
 *   trinh_pdf_list_blanks(): what is seen, which has to say the same
 */
typedef struct
{
  const char *name;
  TrinhPdfPlace place;
} TrinhPdfBlank;

typedef struct
{
  const char *name;
  const char *value;
  GPtrArray *appearances;
} TrinhPdfFill;

/* Above the names of our fields */
#define TRINH_PDF_FIELD_GROUP "trinhky"

/**
 * TrinhPdfSigning:
 * @field: what the signature's field is called: "Signatory", "Office"; a number is added where the name is taken
 * @place: where @picture is drawn, over all of it
 * @picture: (nullable): a PNG file
 * @time: what the signature claims as its time; it is written in its own zone
 * @blanks: (array length=n_blanks) (nullable)
 * @fills: (array length=n_fills) (nullable)
 */
typedef struct
{
  const char *field;
  TrinhPdfPlace place;
  GBytes *picture;
  GDateTime *time;
  const TrinhPdfBlank *blanks;
  guint n_blanks;
  const TrinhPdfFill *fills;
  guint n_fills;
} TrinhPdfSigning;

/**
 * trinh_pdf_sign:
 * @pdf: a file, with or without signatures
 *
 * Appends one update with a signature over the whole file: PAdES B-B. The result begins with the bytes of @pdf, and
 * has been read and verified again, earlier signatures included.
 *
 * Returns: (transfer full): the signed file; %NULL with TRINH_SIGNING_ERROR
 */
GBytes *trinh_pdf_sign (GBytes *pdf,
                        TrinhSigner *signer,
                        const TrinhPdfSigning *signing,
                        GError **error);
/* Whether the file has that field of ours, and it is still empty */
gboolean trinh_pdf_has_blank (GBytes *pdf,
                              const char *name);
/* The places of that field of ours on the pages. (transfer full) (element-type TrinhPdfPlace): none where the file does not
 * have it, where it is not empty, or where a place is on no page */
GArray *trinh_pdf_list_blanks (GBytes *pdf,
                               const char *name);
/* What that field of ours says. (transfer full) (nullable): the file does not have it */
char *trinh_pdf_dup_field (GBytes *pdf,
                           const char *name);
/* Where the signature of that name, as in @field, stands on its page */
gboolean trinh_pdf_find_signature (GBytes *pdf,
                                   const char *field,
                                   TrinhPdfPlace *place);

G_END_DECLS
