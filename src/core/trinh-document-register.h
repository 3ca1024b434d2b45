/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/*
 * The register of documents of a report, its member "documents": what stands in it, where the texts cite it, and the edits
 * that change it. The functions read the report; what they return is given to trinh_report_apply().
 */

#pragma once

#include "trinh-registered-document.h"
#include "trinh-report.h"

G_BEGIN_DECLS

/**
 * TrinhDocumentCitation:
 * @start: character offset in the section's text
 * @end: character offset behind it; of a typed one behind issuer and abstract, as far as they belong to it
 * @short_end: character offset behind its date or symbol
 * @document: (nullable): id of the registered document that is cited; %NULL: it is not registered
 * @typed: (nullable): typed by hand: what it says; %NULL: {{doc:…}}
 * @disputed: typed with another date than the register or an earlier text has for it; it cannot be registered
 * @replaceable: a typed one that {{doc:…}} can stand for, so that the text around stays as it is
 * @abstract_left: words that may be the abstract follow, and stay in the text
 * @context: (nullable): the sentence around a typed one, for a list
 *
 * A document where a text cites it.
 */
typedef struct
{
  TrinhSection *section;
  guint start;
  guint end;
  guint short_end; /* behind the date */
  char *document;
  TrinhRegisteredDocument *typed;
  gboolean disputed;
  gboolean replaceable;
  gboolean abstract_left;
  char *context;
} TrinhDocumentCitation;

/* (element-type TrinhRegisteredDocument), in the register's order. (transfer full) */
GPtrArray *trinh_document_register_list (TrinhReport *report);
/* (transfer full) (nullable) */
TrinhRegisteredDocument *trinh_document_register_find (TrinhReport *report,
                                                       const char *id);
/* "d7": behind the highest that was used. (transfer full) */
char *trinh_document_register_dup_free_id (TrinhReport *report);
/**
 * trinh_document_register_check:
 *
 * Whether @document can be put into the register: a kind of the lexicon, a number, a symbol without spaces, a day that
 * there is, and no other entry for the same document. Readable mistakes alone (a weekend, another period) are findings.
 *
 * Returns: %FALSE with TRINH_CORE_ERROR and what to do
 */
gboolean trinh_document_register_check (TrinhReport *report,
                                        TrinhRegisteredDocument *document,
                                        GError **error);
/* Issued by the report's own office, as far as issuer or symbol say so */
gboolean trinh_document_register_is_own (TrinhReport *report,
                                         TrinhRegisteredDocument *document);
/* One document: number, symbol, kind and date agree as far as both say them. */
gboolean trinh_document_register_is_same (TrinhReport *report,
                                          TrinhRegisteredDocument *a,
                                          TrinhRegisteredDocument *b);
/* Addresses that a formula or rule counts documents for, as cited([bm1:1]). (transfer full) */
char **trinh_document_register_dup_counted (TrinhRegime *regime);
/* What a new entry counts into: for the office's own of the report's dates all of the above. (transfer full) */
char **trinh_document_register_dup_usual_counts (TrinhReport *report,
                                                 TrinhRegisteredDocument *document);

/* The edits. Each is one step of undo. (transfer full) */

/* Puts each of @documents in the place of the one with its id, else at the end. */
TrinhEdit *trinh_document_register_put (TrinhReport *report,
                                        GPtrArray *documents);
/* Where texts cite it they keep the words. */
TrinhEdit *trinh_document_register_remove (TrinhReport *report,
                                           const char *id);
TrinhEdit *trinh_document_register_move (TrinhReport *report,
                                         const char *id,
                                         guint position);

/* The documents of @other, a report of the same office, that are not there yet; the indicators they count into as far as the
 * regime has them. @n_documents: (out) */
TrinhEdit *trinh_document_register_take_over (TrinhReport *report,
                                              TrinhReport *other,
                                              guint *n_documents);

/* trinh-document-citations.c: (element-type TrinhDocumentCitation), in printed order. (transfer full) */
GPtrArray *trinh_document_register_list_citations (TrinhReport *report);
TrinhDocumentCitation *trinh_document_citation_copy (const TrinhDocumentCitation *self);
void trinh_document_citation_free (TrinhDocumentCitation *self);

/**
 * trinh_document_register_enrol:
 * @citation: (nullable): a typed one of trinh_document_register_list_citations(); %NULL: all
 * @document: (nullable): what to register for @citation instead of what it says; its id is set here
 * @n_documents: (out) (optional): how many documents the edit registers
 * @n_left: (out) (optional): how many of all it leaves out, because kind or number are not clear
 *
 * Registers what texts cite by hand, each document once, and puts {{doc:…}} in the place of the words where what is printed
 * stays or gets what Nghị định 30/2020/NĐ-CP asks for. The text around does not change.
 *
 * Returns: (transfer full): or %NULL with TRINH_CORE_ERROR where @citation is not fit for the register
 */
TrinhEdit *trinh_document_register_enrol (TrinhReport *report,
                                          const TrinhDocumentCitation *citation,
                                          TrinhRegisteredDocument *document,
                                          guint *n_documents,
                                          guint *n_left,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhDocumentCitation, trinh_document_citation_free)

G_END_DECLS
