/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/*
 * The proof-reader: what a reviewer sees in the text without knowing the figures. What one section shows alone is read
 * again when that section has changed; what lies between sections and the register when any of them has.
 */

#pragma once

#include "trinh-citation.h"
#include "trinh-evaluation-private.h"

G_BEGIN_DECLS

#define TRINH_PROOF_OBJECT 0xFFFC

/* A heading inside a text, "# …" */
typedef struct
{
  char *title;
  guint start;
  guint end;
} TrinhProofHeading;

/* A section's text without its markup, and what is cited in it. */
struct _TrinhProofText
{
  char *plain;          /* a line is a paragraph; a bound value, a registered document or a table is TRINH_PROOF_OBJECT */
  GArray *offsets;      /* of guint: where each of its characters, and its end, stands in the section's text */
  GPtrArray *citations; /* of TrinhCitation typed by hand; places in the section's text */
  GArray *headings;     /* of TrinhProofHeading */
};

/* Where a finding stands: a range of a section's text (an empty one: the section); no section: the report */
typedef struct
{
  TrinhTextCheck *check;
  guint start;
  guint end;
} TrinhProofPlace;

/* A citation, typed or from the register, and where it is first met */
typedef struct
{
  const TrinhCitation *citation;
  TrinhProofPlace place;
  gboolean registered;
  gboolean counted;  /* the register counts it into an indicator */
  gboolean disputed; /* it has two dates */
} TrinhProofCited;

/* trinh-proof-text.c */
TrinhProofText *_trinh_proof_text_new (TrinhSection *section,
                                       TrinhLexicon *lexicon);
void _trinh_proof_text_free (TrinhProofText *self);
/* The place of a part of the plain text, from bytes of it */
TrinhProofPlace _trinh_proof_text_place (TrinhTextCheck *check,
                                         const char *start,
                                         const char *end);

/* trinh-proof.c */
gboolean _trinh_proof_has_check (const char *id);
/* Nothing where the regime leaves the check out. @message: (transfer full) */
void _trinh_proof_add (TrinhEvaluation *self,
                       GPtrArray **findings,
                       const char *rule,
                       TrinhProofPlace place,
                       const char *found,
                       const char *expected,
                       char *message);
/* The same about a value: the badge stands at it too. @address: (nullable) */
void _trinh_proof_add_about (TrinhEvaluation *self,
                             GPtrArray **findings,
                             const char *rule,
                             TrinhProofPlace place,
                             const char *address,
                             const char *found,
                             const char *expected,
                             char *message);
/* Reads the text of @check unless that is done */
void _trinh_proof_need (TrinhEvaluation *self,
                        TrinhTextCheck *check);
/* Everything anew at the next run: the office, the dates or what is acknowledged has changed. */
void _trinh_proof_mark (TrinhEvaluation *self);
/* The one entry: reads what has changed since the last run. */
void _trinh_proof_run (TrinhEvaluation *self);
void _trinh_proof_clear (TrinhEvaluation *self);

/* What one section shows */
void _trinh_proof_check_letters (TrinhEvaluation *self,
                                 TrinhTextCheck *check,
                                 GPtrArray **findings);
void _trinh_proof_check_terms (TrinhEvaluation *self,
                               TrinhTextCheck *check,
                               GPtrArray **findings);
void _trinh_proof_check_names (TrinhEvaluation *self,
                               TrinhTextCheck *check,
                               GPtrArray **findings);
void _trinh_proof_check_percents (TrinhEvaluation *self,
                                  TrinhTextCheck *check,
                                  GPtrArray **findings);

/* What all show together; @findings: (element-type GPtrArray), one for each section and one more for what has none */
void _trinh_proof_check_documents (TrinhEvaluation *self,
                                   GArray *cited,
                                   GPtrArray **findings);
void _trinh_proof_check_dates (TrinhEvaluation *self,
                               GArray *cited,
                               GPtrArray **findings);
void _trinh_proof_check_series (TrinhEvaluation *self,
                                GArray *cited,
                                GPtrArray **findings);
void _trinh_proof_check_sections (TrinhEvaluation *self,
                                  GPtrArray **findings);
void _trinh_proof_check_counted (TrinhEvaluation *self,
                                 GPtrArray **findings);
void _trinh_proof_check_signatories (TrinhEvaluation *self,
                                     GPtrArray **findings);
/* (element-type TrinhProofCited): all documents, each key once, in printed order; @owned keeps those of the register */
GArray *_trinh_proof_list_cited (TrinhEvaluation *self,
                                 GPtrArray *owned);
/* The findings of the section of @place, else those of the report */
GPtrArray **_trinh_proof_find (TrinhEvaluation *self,
                               GPtrArray **findings,
                               TrinhProofPlace place);

/* Spelling without tones and vowel marks: "Lăng" and "Lãng" are alike. */
gunichar _trinh_proof_base (gunichar letter);

G_END_DECLS
