/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-proof-figures-private.h"
#include "trinh-rule.h"

/* Fewer words in common tell nothing. */
#define LEAST_SCORE 2
/* As many words of a phrase's beginning are enough where it is longer */
#define LEAST_TAIL 3
/* A label of fewer words has to stand alone beside the number. */
#define LONG_LABEL 4

typedef struct
{
  TrinhEvaluation *evaluation;
  TrinhLexicon *lexicon;
  const TrinhExpected *expected;
  const TrinhTokens *tokens;
  guint position;
  TrinhWindow text;   /* around the number */
  TrinhWindow phrase; /* around the place it is held against */
  GPtrArray *best;    /* of char *: addresses that fit best so far */
  guint score;
} Matcher;

static const TrinhToken *
get_number (Matcher *self)
{
  return &g_array_index (self->tokens->tokens, TrinhToken, self->position);
}

static gboolean
is_filler (Matcher *self,
           const char *word)
{
  return g_strv_contains (trinh_lexicon_get_fillers (self->lexicon), word);
}

static guint
count_content (Matcher *self,
               GPtrArray *words,
               guint from,
               guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += !is_filler (self, g_ptr_array_index (words, i));
  return n;
}

static guint
count_common_tail (GPtrArray *a,
                   GPtrArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len && g_str_equal (g_ptr_array_index (a, a->len - 1 - n), g_ptr_array_index (b, b->len - 1 - n)))
    n++;
  return n;
}

static guint
count_common_head (GPtrArray *a,
                   GPtrArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len && g_str_equal (g_ptr_array_index (a, n), g_ptr_array_index (b, n)))
    n++;
  return n;
}

static const TrinhExpectedRow *
find_row (Matcher *self,
          const char *address)
{
  for (guint i = 0; i < self->expected->rows->len; i++)
    {
      const TrinhExpectedRow *row = g_ptr_array_index (self->expected->rows, i);

      if (g_str_equal (row->address, address))
        return row;
    }
  return NULL;
}

static void
offer (Matcher *self,
       const char *address,
       guint score)
{
  if (score < self->score)
    return;
  if (score > self->score)
    g_ptr_array_set_size (self->best, 0);
  self->score = score;
  if (!g_ptr_array_find_with_equal_func (self->best, address, g_str_equal, NULL))
    g_ptr_array_add (self->best, g_strdup (address));
}

static gboolean
is_known (Matcher *self,
          const TrinhExpectedRow *row,
          const char *word)
{
  return is_filler (self, word) || g_hash_table_contains (self->expected->known, word) || (row != NULL && g_hash_table_contains (row->known, word));
}

/* Words behind the number that no one has foretold: "14 nhiệm vụ huyện giao" may be about something else. */
static gboolean
has_strange_words (Matcher *self,
                   const TrinhExpectedRow *row,
                   guint from,
                   gboolean phrase)
{
  for (guint i = from; i < self->text.near; i++)
    {
      const char *word = g_ptr_array_index (self->text.right, i);

      if (!is_known (self, row, word) &&
          !(phrase && (_trinh_words_have_word (self->phrase.left, word) || _trinh_words_have_word (self->phrase.right, word))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has (const TrinhWindow *window,
     const char *phrase)
{
  return _trinh_words_have (window->left, phrase) || _trinh_words_have (window->right, phrase);
}

static gboolean
label_has (const TrinhExpectedRow *row,
           const char *phrase)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; row != NULL && i < row->label->tokens->len; i++)
    if (g_array_index (row->label->tokens, TrinhToken, i).word != NULL)
      g_ptr_array_add (words, (gpointer) g_array_index (row->label->tokens, TrinhToken, i).word);
  return _trinh_words_have (words, phrase);
}

/* "cùng kỳ", "phấn đấu", another year: unless the place itself speaks of it. */
static gboolean
is_other_figure (Matcher *self,
                 const TrinhExpectedRow *row,
                 gboolean phrase)
{
  const char *const *others = trinh_lexicon_get_other_figures (self->lexicon);
  TrinhPeriod period = trinh_report_get_period (self->evaluation->report);

  for (guint i = 0; others[i] != NULL; i++)
    if (has (&self->text, others[i]) && !label_has (row, others[i]) && !(phrase && has (&self->phrase, others[i])))
      return TRUE;
  return self->text.year != 0 && self->text.year != period.year && !label_has (row, "so với");
}

static gboolean
has_same_shape (const TrinhToken *number,
                const TrinhToken *place)
{
  return number->percent == place->percent && number->whole == place->whole;
}

static guint
count_unit (const TrinhExpectedRow *row,
            const TrinhWindow *window)
{
  guint n = 0;

  if (row == NULL)
    return 0;
  n = count_common_head (row->unit, window->right);
  return n == row->unit->len ? n : 0;
}

/* Where the phrase goes no further, the unit may follow, or the thing named again: "biên chế được giao: 20 biên chế". */
static gboolean
repeats_left (Matcher *self)
{
  for (guint i = 0; i < self->text.near; i++)
    if (!_trinh_words_have_word (self->phrase.left, g_ptr_array_index (self->text.right, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_right_words (Matcher *self,
                 const TrinhExpectedRow *row,
                 guint head)
{
  if (self->phrase.near == 0)
    return repeats_left (self) || count_unit (row, &self->text) > 0;
  return head >= MIN (self->phrase.near, MAX (count_unit (row, &self->phrase), 1));
}

static void
match_place (Matcher *self,
             const TrinhExpectedPlace *place)
{
  const TrinhExpectedRow *row = find_row (self, place->address);
  guint tail, head, unit, score;

  if (!has_same_shape (get_number (self), &g_array_index (place->tokens->tokens, TrinhToken, place->position)))
    return;
  _trinh_window_read (&self->phrase, place->tokens, place->position, self->lexicon);
  tail = count_common_tail (self->phrase.left, self->text.left);
  head = count_common_head (self->phrase.right, self->text.right);
  unit = MIN (head, count_unit (row, &self->phrase));
  score = count_content (self, self->phrase.left, self->phrase.left->len - tail, self->phrase.left->len) + count_content (self, self->phrase.right, unit, head);
  if (score < LEAST_SCORE || (tail < self->phrase.left->len && tail < LEAST_TAIL) || !has_right_words (self, row, head))
    return;
  if (count_content (self, self->phrase.left, 0, self->phrase.left->len) == 0 && head < self->phrase.near)
    return;
  if (!has_strange_words (self, row, head, TRUE) && !is_other_figure (self, row, TRUE))
    /* What the outline says itself goes before what is made of labels. */
    offer (self, place->address, 100 + score);
}

/* "Cán bộ: 10 người", "10 cán bộ": a short label, and nothing else that tells something. "Cán bộ, công chức: 32 người" is
 * about both. */
static gboolean
stands_alone (Matcher *self,
              const TrinhExpectedRow *row,
              guint unit)
{
  guint near = MAX (unit, self->text.near);

  for (guint i = 0; i < self->text.left->len; i++)
    {
      const char *word = g_ptr_array_index (self->text.left, i);

      if (!is_filler (self, word) && !_trinh_words_have_word (row->content, word) && !_trinh_words_have_word (row->unit, word))
        return FALSE;
    }
  return near == self->text.right->len || count_content (self, self->text.right, unit, near) == 0;
}

static gboolean
covers (Matcher *self,
        const TrinhExpectedRow *row,
        guint unit)
{
  for (guint i = 0; i < row->content->len; i++)
    {
      const char *word = g_ptr_array_index (row->content, i);
      gboolean found = _trinh_words_have_word (self->text.left, word);

      for (guint j = unit; !found && j < self->text.near; j++)
        found = g_str_equal (g_ptr_array_index (self->text.right, j), word);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* What is counted stands behind the number, or it is named before it and nothing follows. */
static gboolean
has_unit (Matcher *self,
          const TrinhExpectedRow *row,
          guint unit)
{
  if (row->percent)
    return TRUE;
  if (unit > 0)
    return TRUE;
  if (self->text.near > 0)
    return self->text.right->len > 0 && _trinh_words_have_word (row->content, g_ptr_array_index (self->text.right, 0));
  for (guint i = 0; i < row->unit->len; i++)
    if (!_trinh_words_have_word (self->text.left, g_ptr_array_index (row->unit, i)))
      return FALSE;
  return row->unit->len > 0 && self->text.right->len == 0;
}

static void
match_row (Matcher *self,
           const TrinhExpectedRow *row)
{
  guint unit = count_unit (row, &self->text);

  if (row->percent != get_number (self)->percent || get_number (self)->whole || row->content->len < 2)
    return;
  if (!has_unit (self, row, unit) || !covers (self, row, unit))
    return;
  if (row->content->len < LONG_LABEL && !stands_alone (self, row, unit))
    return;
  if (!has_strange_words (self, row, unit, FALSE) && !is_other_figure (self, row, FALSE))
    offer (self, row->address, row->content->len);
}

/* "14/33 nhiệm vụ, đạt 42,4 %": the ratio of which the number before is the part. */
static void
match_ratio (Matcher *self,
             const GPtrArray *parts)
{
  for (guint i = 0; i < self->evaluation->n_checks; i++)
    {
      const TrinhCheck *check = &self->evaluation->checks[i];

      if (check->target == TRINH_NO_SLOT || trinh_expression_get_n_references (check->expression) != 2 ||
          !g_str_has_prefix (trinh_expression_get_text (check->expression), "percent(") ||
          trinh_expression_get_reference (check->expression, 0)->reach != TRINH_REACH_THIS)
        continue;
      for (guint j = 0; j < parts->len; j++)
        if (g_str_equal (trinh_expression_get_reference (check->expression, 0)->name, g_ptr_array_index (parts, j)))
          offer (self, self->evaluation->cells[check->target].address, 1000);
    }
}

/* The number before, of a fraction its part, where nothing but fillers lies between */
static const TrinhTyped *
find_part (Matcher *self,
           GArray *typed)
{
  guint n = typed->len > 1 && g_array_index (typed, TrinhTyped, typed->len - 1).whole ? 2 : 1;
  const TrinhTyped *before = typed->len >= n ? &g_array_index (typed, TrinhTyped, typed->len - n) : NULL;
  guint first = self->position;

  if (before == NULL || before->percent || !get_number (self)->percent || count_content (self, self->text.left, 0, self->text.left->len) > 0)
    return NULL;
  while (first > 0 && g_array_index (self->tokens->tokens, TrinhToken, first - 1).kind != TRINH_TOKEN_STOP)
    first--;
  return before->start >= g_array_index (self->tokens->tokens, TrinhToken, first).start ? before : NULL;
}

static void
match (Matcher *self,
       GArray *typed)
{
  const TrinhTyped *part;

  _trinh_window_read (&self->text, self->tokens, self->position, self->lexicon);
  part = find_part (self, typed);
  if (part != NULL)
    match_ratio (self, part->addresses);
  for (guint i = 0; i < self->expected->places->len; i++)
    match_place (self, &g_array_index (self->expected->places, TrinhExpectedPlace, i));
  for (guint i = 0; self->score < LEAST_SCORE + 100 && i < self->expected->rows->len; i++)
    match_row (self, g_ptr_array_index (self->expected->rows, i));
}

static void
typed_clear (gpointer data)
{
  g_ptr_array_unref (((TrinhTyped *) data)->addresses);
}

static void
take (Matcher *self,
      GArray *typed)
{
  const TrinhToken *token = get_number (self);
  TrinhTyped found = { .number = token->number, .percent = token->percent, .whole = token->whole, .start = token->start, .end = token->end };

  if (self->best->len == 0)
    return;
  found.addresses = g_steal_pointer (&self->best);
  found.padded = token->end - token->start == 2 && *token->start == '0';
  g_array_append_val (typed, found);
  self->best = g_ptr_array_new_with_free_func (g_free);
}

static void
find_all (TrinhEvaluation *self,
          const TrinhExpected *expected,
          TrinhTokens *tokens,
          GArray *typed)
{
  Matcher matcher = { .evaluation = self, .lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report)), .expected = expected, .tokens = tokens };

  _trinh_window_init (&matcher.text);
  _trinh_window_init (&matcher.phrase);
  matcher.best = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      if (g_array_index (tokens->tokens, TrinhToken, i).kind != TRINH_TOKEN_NUMBER)
        continue;
      matcher.position = i;
      matcher.score = 1;
      g_ptr_array_set_size (matcher.best, 0);
      match (&matcher, typed);
      take (&matcher, typed);
    }
  g_ptr_array_unref (matcher.best);
  _trinh_window_clear (&matcher.text);
  _trinh_window_clear (&matcher.phrase);
}

GArray *
_trinh_proof_find_typed (TrinhEvaluation *self,
                         TrinhTextCheck *check)
{
  const TrinhExpected *expected = _trinh_proof_get_expected (self, check->section);
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (TrinhTyped));
  TrinhTokens *tokens;

  g_array_set_clear_func (typed, typed_clear);
  if (expected == NULL || strpbrk (check->proof->plain, "0123456789") == NULL)
    return typed;
  tokens = _trinh_tokens_new (check->proof->plain, trinh_regime_get_lexicon (trinh_report_get_regime (self->report)));
  find_all (self, expected, tokens, typed);
  _trinh_tokens_free (tokens);
  return typed;
}
