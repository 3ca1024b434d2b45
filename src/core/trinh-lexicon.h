/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhDocumentKind:
 * @id: the abbreviation, "KH"
 * @name: "Kế hoạch"
 * @in_symbol: a symbol begins with the abbreviation ("KH-UBND"); official letters have none
 */
typedef struct
{
  char *id;
  char *name;
  gboolean in_symbol;
} TrinhDocumentKind;

/**
 * TrinhObsoleteTerm:
 * @words: ways to write it
 * @from: the first day it is no longer used, Julian
 * @instead: what is said now
 */
typedef struct
{
  char **words;
  guint32 from;
  char *instead;
} TrinhObsoleteTerm;

/**
 * TrinhLexicon:
 *
 * Kinds of documents and their abbreviations (Nghị định 30/2020/NĐ-CP, Phụ lục III) and the words that reading a text
 * needs; data (`lexicons/ID.json`). Immutable, reference-counted.
 */
#define TRINH_TYPE_LEXICON (trinh_lexicon_get_type ())
#define TRINH_LEXICON_DEFAULT "nd30-2020"

GType trinh_lexicon_get_type (void) G_GNUC_CONST;
/* @problems: (out) (nullable): (element-type GError), %NULL when the file is right; the answer is %NULL otherwise */
TrinhLexicon *trinh_lexicon_load (TrinhJsonDocument *document,
                                  GPtrArray **problems);
TrinhLexicon *trinh_lexicon_ref (TrinhLexicon *self);
void trinh_lexicon_unref (TrinhLexicon *self);
const char *trinh_lexicon_get_id (TrinhLexicon *self);
guint trinh_lexicon_get_n_kinds (TrinhLexicon *self);
const TrinhDocumentKind *trinh_lexicon_get_kind (TrinhLexicon *self,
                                                 guint position);
/* (nullable): by the abbreviation */
const TrinhDocumentKind *trinh_lexicon_find_kind (TrinhLexicon *self,
                                                  const char *id);
/* (nullable): the kind that the first part of @symbol ("KH-UBND") stands for */
const TrinhDocumentKind *trinh_lexicon_find_symbol (TrinhLexicon *self,
                                                    const char *symbol);
const char *const *trinh_lexicon_get_issuers (TrinhLexicon *self);    /* "UBND": ends of symbols of authorities */
const char *const *trinh_lexicon_get_localities (TrinhLexicon *self); /* "xã", "phường", … */
const char *const *trinh_lexicon_get_not_names (TrinhLexicon *self);  /* "Hội": no commune's name begins with it */
/* (nullable): "thủ tục hành chính" for "TTHC" */
const char *trinh_lexicon_find_abbreviation (TrinhLexicon *self,
                                             const char *brief);
/* "zalo", "email": foreign words in lower case that offices use; no spelling mistakes */
const char *const *trinh_lexicon_get_foreign (TrinhLexicon *self);
/* Words in lower case, for reading what a figure counts: */
const char *const *trinh_lexicon_get_fillers (TrinhLexicon *self);       /* "số", "đã": syllables that tell nothing apart */
const char *const *trinh_lexicon_get_joints (TrinhLexicon *self);        /* "và", "trong đó": what follows is about another figure */
const char *const *trinh_lexicon_get_ordinals (TrinhLexicon *self);      /* "tháng": the number behind counts nothing */
const char *const *trinh_lexicon_get_other_figures (TrinhLexicon *self); /* "cùng kỳ", "phấn đấu": not this period's figure */
const char *const *trinh_lexicon_get_name_titles (TrinhLexicon *self);   /* "tiến sĩ", "ths.": stand before no signatory's name */
guint trinh_lexicon_get_n_terms (TrinhLexicon *self);
const TrinhObsoleteTerm *trinh_lexicon_get_term (TrinhLexicon *self,
                                                 guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhLexicon, trinh_lexicon_unref)

G_END_DECLS
