/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/*
 * What a figure in a text counts. The phrases of the outline and the labels of the forms say which words stand beside an
 * indicator's value; a number typed among the same words is held against that value.
 */

#pragma once

#include "trinh-proof-private.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_TOKEN_WORD,   /* one syllable, in lower case */
  TRINH_TOKEN_NUMBER, /* typed */
  TRINH_TOKEN_BOUND,  /* {{…}} */
  TRINH_TOKEN_OTHER,  /* of a date, a document, a level: it counts nothing */
  TRINH_TOKEN_COMMA,
  TRINH_TOKEN_COLON,
  TRINH_TOKEN_STOP,
} TrinhTokenKind;

typedef struct
{
  TrinhTokenKind kind;
  const char *word; /* of a word, and of a number that is a name: "3" of "mức độ 3" */
  TrinhDecimal number;
  gboolean percent; /* "%" follows */
  gboolean part;    /* "14" of "14/33" */
  gboolean whole;   /* "33" of it */
  const char *start;
  const char *end;
} TrinhToken;

typedef struct
{
  GArray *tokens; /* of TrinhToken */
  GStringChunk *words;
} TrinhTokens;

/* The words that a figure stands among */
typedef struct
{
  GPtrArray *left;  /* of const char *, in reading order */
  GPtrArray *right; /* the same */
  guint near;       /* how many of @right surely belong to it: no comma, no "và" between */
  guint year;       /* 0, or one that is named on the way */
} TrinhWindow;

/* One place of a phrase */
typedef struct
{
  char *address;
  TrinhTokens *tokens; /* of the phrase; borrowed */
  guint position;
} TrinhExpectedPlace;

/* One row of a form that belongs to the section */
typedef struct
{
  const char *address; /* borrowed */
  gboolean percent;
  GPtrArray *unit;    /* of const char * */
  GPtrArray *content; /* its label without fillers and unit */
  GHashTable *known;  /* all words that may stand beside it */
  TrinhTokens *label;
} TrinhExpectedRow;

/* What a section of the outline expects */
typedef struct
{
  GPtrArray *phrases; /* of TrinhTokens */
  GArray *places;     /* of TrinhExpectedPlace */
  GPtrArray *rows;    /* of TrinhExpectedRow */
  GHashTable *known;  /* words of the outline's titles */
} TrinhExpected;

/* A number typed where one of these values is expected */
typedef struct
{
  GPtrArray *addresses; /* of char *, equally likely */
  TrinhDecimal number;
  gboolean percent;
  gboolean whole;    /* of a fraction */
  gboolean padded;   /* typed as "07" */
  const char *start; /* in the plain text */
  const char *end;
} TrinhTyped;

/* trinh-proof-tokens.c */
TrinhTokens *_trinh_tokens_new (const char *plain,
                                TrinhLexicon *lexicon);
void _trinh_tokens_free (TrinhTokens *self);
void _trinh_window_init (TrinhWindow *self);
void _trinh_window_clear (TrinhWindow *self);
void _trinh_window_read (TrinhWindow *self,
                         const TrinhTokens *tokens,
                         guint position,
                         TrinhLexicon *lexicon);
/* Whether the words of @phrase, parted by spaces, follow one another in @words */
gboolean _trinh_words_have (GPtrArray *words,
                            const char *phrase);
gboolean _trinh_words_have_word (GPtrArray *words,
                                 const char *word);

/* trinh-proof-expected.c: (transfer none): of the section's item in the outline; %NULL where nothing is expected */
const TrinhExpected *_trinh_proof_get_expected (TrinhEvaluation *self,
                                                TrinhSection *section);
void _trinh_expected_free (gpointer data);

/* trinh-proof-typed.c: (element-type TrinhTyped): by the text alone */
GArray *_trinh_proof_find_typed (TrinhEvaluation *self,
                                 TrinhTextCheck *check);

G_END_DECLS
