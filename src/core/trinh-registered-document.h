/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_DOCUMENT_KIND,     /* an abbreviation of the lexicon: "KH" */
  TRINH_DOCUMENT_NUMBER,   /* "59", "01a", "61/2018" */
  TRINH_DOCUMENT_SYMBOL,   /* "KH-UBND" */
  TRINH_DOCUMENT_DATE,     /* "2021-12-28", "2021-12", "2021" */
  TRINH_DOCUMENT_ISSUER,   /* "UBND xã Bình Lãng"; "": the office itself, or not known */
  TRINH_DOCUMENT_ABSTRACT, /* without "về" */
} TrinhDocumentField;

#define TRINH_N_DOCUMENT_FIELDS (TRINH_DOCUMENT_ABSTRACT + 1)

/**
 * TrinhRegisteredDocument:
 *
 * An entry of a report's register of documents (its member "documents"). Immutable; a change puts a new one in its place.
 * What this version does not know of an entry is kept.
 */
#define TRINH_TYPE_REGISTERED_DOCUMENT (trinh_registered_document_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegisteredDocument, trinh_registered_document, TRINH, REGISTERED_DOCUMENT, GObject)

TrinhRegisteredDocument *trinh_registered_document_new (const char *id);
/* An object with an "id", as a report holds it */
TrinhRegisteredDocument *trinh_registered_document_from_json (JsonNode *node);
JsonNode *trinh_registered_document_to_json (TrinhRegisteredDocument *self);
TrinhRegisteredDocument *trinh_registered_document_with_id (TrinhRegisteredDocument *self,
                                                            const char *id);
/* @text: is taken as typed, in NFC and without spaces around it */
TrinhRegisteredDocument *trinh_registered_document_with_text (TrinhRegisteredDocument *self,
                                                              TrinhDocumentField field,
                                                              const char *text);
TrinhRegisteredDocument *trinh_registered_document_with_counts (TrinhRegisteredDocument *self,
                                                                const char *const *counts);
/* @sha256: (nullable): of bytes that the store keeps; %NULL: no file */
TrinhRegisteredDocument *trinh_registered_document_with_file (TrinhRegisteredDocument *self,
                                                              const char *name,
                                                              const char *sha256);
const char *trinh_registered_document_get_id (TrinhRegisteredDocument *self);
/* "" where there is nothing */
const char *trinh_registered_document_get_text (TrinhRegisteredDocument *self,
                                                TrinhDocumentField field);
/* Julian; 0: no day, or only a month or a year */
guint32 trinh_registered_document_get_date (TrinhRegisteredDocument *self);
/* Addresses of the indicators it counts into */
const char *const *trinh_registered_document_get_counts (TrinhRegisteredDocument *self);
/* (nullable): %NULL without a file */
const char *trinh_registered_document_get_file_name (TrinhRegisteredDocument *self);
const char *trinh_registered_document_get_file_sha256 (TrinhRegisteredDocument *self);
gboolean trinh_registered_document_equal (TrinhRegisteredDocument *a,
                                          TrinhRegisteredDocument *b);
/* How a text cites it (Nghị định 30/2020/NĐ-CP, Phụ lục I): @full at the first place, with date, issuer and abstract;
 * else kind, number and symbol. @lexicon: (nullable). (transfer full) */
char *trinh_registered_document_cite (TrinhRegisteredDocument *self,
                                      TrinhLexicon *lexicon,
                                      gboolean full);
/* "59/KH-UBND", "59" or "": what a table shows. (transfer full) */
char *trinh_registered_document_dup_number (TrinhRegisteredDocument *self);
/* By number as people count ("9" before "10", "01a" behind "1"), then by symbol */
int trinh_registered_document_compare_number (TrinhRegisteredDocument *a,
                                              TrinhRegisteredDocument *b);
/* By date; of a month or a year alone: before its days; none: last */
int trinh_registered_document_compare_date (TrinhRegisteredDocument *a,
                                            TrinhRegisteredDocument *b);

G_END_DECLS
