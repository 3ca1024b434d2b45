/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session-sign.h"

G_BEGIN_DECLS

#define TRINH_SIGNATORY_FIELD "Signatory"
#define TRINH_OFFICE_FIELD "Office"

/* trinh-session-issue.c: number and date, which the registrar gives after the signatory: the fields for them, and what
 * they are filled with */
typedef struct
{
  GArray *blanks;   /* of TrinhPdfBlank */
  GArray *fills;    /* of TrinhPdfFill */
  GPtrArray *texts; /* what they point to */
  GPtrArray *drawn; /* of GPtrArray of GBytes */
} TrinhIssue;

TrinhIssue *_trinh_issue_new (void);
void _trinh_issue_free (TrinhIssue *self);
/* A field for each gap of number and date that stands empty on the pages of @pdf */
void _trinh_issue_leave_blanks (TrinhIssue *self,
                                GBytes *pdf,
                                TrinhPages *pages);
/* @pages: (nullable); what the file has no empty field for is refused */
gboolean _trinh_issue_fill (TrinhIssue *self,
                            GBytes *pdf,
                            TrinhPages *pages,
                            const TrinhSigningOrder *order,
                            GError **error);
/* @signing borrows what it is to leave or to fill */
void _trinh_issue_give (TrinhIssue *self,
                        TrinhPdfSigning *signing);

/* (transfer none) (nullable): the first of that role */
const TrinhBox *_trinh_session_find_box (TrinhPages *pages,
                                         const char *role);

/* trinh-session-gaps.c: (transfer full) (nullable): the gaps that @report leaves → what the fields of @pdf fill them with, ""
 * nothing yet; %NULL: it leaves none */
GHashTable *_trinh_session_list_fills (TrinhReport *report,
                                       GBytes *pdf);
/* Whether the letters @found are those of the box, but for its gaps, and what stands in these is in all of them: @fills is told
 * of it */
gboolean _trinh_session_match_gaps (GHashTable *fills,
                                    const TrinhBox *box,
                                    const char *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhIssue, _trinh_issue_free)

/* trinh-session-sign.c: trinh_session_sign() where the report's document was made before; may be called in any thread.
 * @document: (nullable) */
GBytes *_trinh_session_sign_document (GBytes *pdf,
                                      TrinhDocument *document,
                                      TrinhSigner *signer,
                                      const TrinhSigningOrder *order,
                                      GError **error);

G_END_DECLS
