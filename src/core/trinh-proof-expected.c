/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-kind.h"
#include "trinh-proof-figures-private.h"

/* A phrase as the proof-reader sees a text, and the addresses of its objects in their order */
static char *
dup_plain (const char *phrase,
           GPtrArray *addresses)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (phrase);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, j);
          gboolean number = span->kind == TRINH_SPAN_VALUE && (span->format == TRINH_VALUE_FORMAT_PLAIN || span->format == TRINH_VALUE_FORMAT_PAD);

          if (span->kind == TRINH_SPAN_TEXT)
            {
              g_string_append (plain, span->text);
              continue;
            }
          g_string_append_unichar (plain, TRINH_PROOF_OBJECT);
          g_ptr_array_add (addresses, number ? g_strdup (span->text) : NULL);
        }
      g_string_append_c (plain, '\n');
    }
  return g_string_free_and_steal (plain);
}

static void
add_phrase (TrinhExpected *self,
            TrinhRegime *regime,
            const char *phrase)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = dup_plain (phrase, addresses);
  TrinhTokens *tokens = _trinh_tokens_new (plain, trinh_regime_get_lexicon (regime));
  guint n = 0;

  g_ptr_array_add (self->phrases, tokens);
  for (guint i = 0; i < tokens->tokens->len && n < addresses->len; i++)
    {
      const char *address;
      TrinhExpectedPlace place;

      if (g_array_index (tokens->tokens, TrinhToken, i).kind != TRINH_TOKEN_BOUND)
        continue;
      address = g_ptr_array_index (addresses, n++);
      if (address == NULL)
        continue;
      if (trinh_regime_find_concept (regime, address) != NULL)
        address = trinh_regime_find_concept (regime, address);
      place = (TrinhExpectedPlace) { g_strdup (address), tokens, i };
      g_array_append_val (self->places, place);
    }
}

static void
know (GHashTable *known,
      const TrinhTokens *tokens)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const char *word = g_array_index (tokens->tokens, TrinhToken, i).word;

      if (word != NULL)
        g_hash_table_add (known, g_strdup (word));
    }
}

static void
know_text (GHashTable *known,
           const char *text,
           TrinhLexicon *lexicon)
{
  g_autofree char *plain = trinh_markup_strip (text);
  TrinhTokens *tokens = _trinh_tokens_new (plain, lexicon);

  know (known, tokens);
  _trinh_tokens_free (tokens);
}

/* What stands in brackets explains; it tells no row from another. */
static TrinhTokens *
read_label (const char *text,
            TrinhLexicon *lexicon)
{
  g_autofree char *plain = g_strndup (text, strcspn (text, "("));

  return _trinh_tokens_new (plain, lexicon);
}

static void
row_free (gpointer data)
{
  TrinhExpectedRow *row = data;

  g_ptr_array_unref (row->unit);
  g_ptr_array_unref (row->content);
  g_hash_table_unref (row->known);
  _trinh_tokens_free (row->label);
  g_free (row);
}

static gboolean
is_filler (TrinhLexicon *lexicon,
           const char *word)
{
  return g_strv_contains (trinh_lexicon_get_fillers (lexicon), word);
}

/* "Số lượng hồ sơ" counts "hồ sơ"; what is all fillers ("Thủ tục") stays whole. */
static void
read_unit (TrinhExpectedRow *self,
           const char *unit,
           TrinhLexicon *lexicon)
{
  TrinhTokens *tokens = read_label (unit, lexicon);
  guint first = 0;

  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const char *word = g_array_index (tokens->tokens, TrinhToken, i).word;

      if (word != NULL)
        g_ptr_array_add (self->unit, g_string_chunk_insert_const (self->label->words, word));
    }
  while (first < self->unit->len && is_filler (lexicon, g_ptr_array_index (self->unit, first)))
    first++;
  if (first < self->unit->len && first > 0)
    g_ptr_array_remove_range (self->unit, 0, first);
  _trinh_tokens_free (tokens);
}

static void
read_content (TrinhExpectedRow *self,
              TrinhLexicon *lexicon)
{
  for (guint i = 0; i < self->label->tokens->len; i++)
    {
      const char *word = g_array_index (self->label->tokens, TrinhToken, i).word;

      if (word != NULL && !is_filler (lexicon, word) && !_trinh_words_have_word (self->unit, word) && !_trinh_words_have_word (self->content, word))
        g_ptr_array_add (self->content, (gpointer) word);
    }
}

static void
know_row (TrinhExpectedRow *self,
          TrinhForm *form,
          TrinhFormRow *row,
          TrinhLexicon *lexicon)
{
  know_text (self->known, trinh_form_get_title (form), lexicon);
  for (; row != NULL; row = trinh_form_row_get_parent (row) != NULL ? trinh_form_find_row (form, trinh_form_row_get_parent (row)) : NULL)
    know_text (self->known, trinh_form_row_get_label (row), lexicon);
}

static void
add_row (TrinhExpected *self,
         TrinhEvaluation *evaluation,
         const TrinhCell *cell)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (evaluation->report));
  TrinhExpectedRow *row;

  if (!trinh_form_column_get_main (cell->column) || !trinh_kind_is_number (cell->kind))
    return;
  row = g_new0 (TrinhExpectedRow, 1);
  row->address = cell->address;
  row->percent = cell->kind == TRINH_KIND_PERCENT;
  row->unit = g_ptr_array_new ();
  row->content = g_ptr_array_new ();
  row->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  row->label = read_label (trinh_form_row_get_plain_label (cell->row), lexicon);
  if (!row->percent)
    read_unit (row, trinh_form_row_get_unit (cell->row), lexicon);
  read_content (row, lexicon);
  know_row (row, cell->form, cell->row, lexicon);
  g_ptr_array_add (self->rows, row);
}

static void
add_form (TrinhExpected *self,
          TrinhEvaluation *evaluation,
          const char *id)
{
  for (guint i = 0; i < evaluation->n_cells; i++)
    if (g_str_equal (trinh_form_get_id (evaluation->cells[i].form), id) && !evaluation->cells[i].total)
      add_row (self, evaluation, &evaluation->cells[i]);
}

static void
add_item (TrinhExpected *self,
          TrinhEvaluation *evaluation,
          TrinhOutlineItem *item,
          GPtrArray *forms)
{
  TrinhRegime *regime = trinh_report_get_regime (evaluation->report);
  const char *const *phrases = trinh_outline_item_get_phrases (item);
  const char *const *ids = trinh_outline_item_get_forms (item);

  know_text (self->known, trinh_outline_item_get_title (item), trinh_regime_get_lexicon (regime));
  for (guint i = 0; phrases[i] != NULL; i++)
    add_phrase (self, regime, phrases[i]);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (forms, ids[i], g_str_equal, NULL))
        {
          g_ptr_array_add (forms, (gpointer) ids[i]);
          add_form (self, evaluation, ids[i]);
        }
    }
}

static void
place_clear (gpointer data)
{
  g_free (((TrinhExpectedPlace *) data)->address);
}

/* Of the item and of those it stands under: "II.2.1", "II.2", "II" */
static TrinhExpected *
make_expected (TrinhEvaluation *evaluation,
               const char *id)
{
  TrinhOutline *outline = trinh_regime_get_outline (trinh_report_get_regime (evaluation->report));
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autofree char *name = g_strdup (id);
  TrinhExpected *self = g_new0 (TrinhExpected, 1);

  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) _trinh_tokens_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (TrinhExpectedPlace));
  g_array_set_clear_func (self->places, place_clear);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char *dot = name; dot != NULL;)
    {
      TrinhOutlineItem *item = trinh_outline_find_item (outline, name);

      if (item != NULL)
        add_item (self, evaluation, item, forms);
      dot = strrchr (name, '.');
      if (dot != NULL)
        *dot = '\0';
    }
  return self;
}

void
_trinh_expected_free (gpointer data)
{
  TrinhExpected *self = data;

  g_ptr_array_unref (self->phrases);
  g_array_unref (self->places);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->known);
  g_free (self);
}

const TrinhExpected *
_trinh_proof_get_expected (TrinhEvaluation *self,
                           TrinhSection *section)
{
  const char *id = trinh_section_get_outline (section);
  TrinhExpected *expected;

  if (*id == '\0')
    return NULL;
  if (self->expected == NULL)
    self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, _trinh_expected_free);
  expected = g_hash_table_lookup (self->expected, id);
  if (expected == NULL)
    {
      expected = make_expected (self, id);
      g_hash_table_insert (self->expected, g_strdup (id), expected);
    }
  return expected->places->len > 0 || expected->rows->len > 0 ? expected : NULL;
}
