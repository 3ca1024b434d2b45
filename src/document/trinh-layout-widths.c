/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-private.h"

/* 99.999.999.999.999,9999 */
#define WIDEST_NUMBER 160
/* Letters; a longer word must be torn somewhere. */
#define LONGEST_WORD 24
/* Of the width, that a label may like to have beside many columns of values */
#define LABEL_PART 0.4
/* Tables of no more columns have air enough. */
#define FEW_COLUMNS 4

/* Points that a column takes at least and at most; no upper bound: it shares what is left. */
static const struct
{
  double min;
  double max;
} bounds[] = {
  [TRINH_COLUMN_CODE] = { 40, 70 },
  [TRINH_COLUMN_LABEL] = { 100, 0 },
  [TRINH_COLUMN_UNIT] = { 84, 96 },
  [TRINH_COLUMN_VALUE] = { 72, 110 },
  [TRINH_COLUMN_TEXT] = { 70, 0 },
  [TRINH_COLUMN_NOTE] = { 52, 110 },
};

static double
get_padding (TrinhLayouter *self)
{
  return 2 * self->settings->cell_padding_x + 1;
}

/* What is not broken at a space (trinh-layout-breaks.c) is one word. */
static char *
dup_words (const TrinhText *text)
{
  g_autofree char *letters = trinh_text_dup_plain (text);
  GString *words;

  if (strstr (letters, " = ") == NULL && strstr (letters, " - ") == NULL)
    return g_steal_pointer (&letters);
  words = g_string_new (letters);
  g_string_replace (words, " = ", "\302\240=\302\240", 0);
  g_string_replace (words, " - ", "\302\240- ", 0);
  return g_string_free_and_steal (words);
}

/* The widest piece of the column's cells, by the widths of its letters alone, so that only one is laid out.
 * @most: letters; a longer one does not count; @width: (out) (optional): of it in letters of a point */
static char *
find_widest (TrinhLayouter *self,
             const TrinhTable *table,
             guint column,
             const char *separators,
             glong most,
             double *width)
{
  g_autofree char *widest = g_strdup ("");
  double known = 0;

  for (guint row = 0; row < trinh_table_get_n_rows (table); row++)
    {
      const TrinhTableCell *cell = trinh_table_get_cell (table, row, column);
      g_autofree char *letters = dup_words (cell->text);
      /* A cell over several rows has room for a line of each word. */
      g_auto (GStrv) pieces = g_strsplit_set (letters, cell->row_span > 1 ? " \n" : separators, -1);

      for (guint i = 0; pieces[i] != NULL; i++)
        {
          const double guess = trinh_layouter_guess_width (self, pieces[i]);

          if (guess <= known || g_utf8_strlen (pieces[i], -1) > most)
            continue;
          known = guess;
          g_set_str (&widest, pieces[i]);
        }
    }
  if (width != NULL)
    *width = known;
  return g_steal_pointer (&widest);
}

static double
measure_widest (TrinhLayouter *self,
                const TrinhTable *table,
                double size,
                guint column,
                const char *separators,
                glong most)
{
  g_autofree char *widest = find_widest (self, table, column, separators, most, NULL);
  gboolean bold = trinh_table_get_column_use (table, column) == TRINH_COLUMN_CODE;

  return trinh_layouter_measure_width (self, widest, size, bold) + get_padding (self);
}

static double
measure_longest (TrinhLayouter *self,
                 const TrinhTable *table,
                 double size,
                 guint column)
{
  return measure_widest (self, table, size, column, "\n", G_MAXLONG);
}

/* A label or a text shares what is left; only a word that is wider than its least is laid out to be measured. */
static double
want_words (TrinhLayouter *self,
            const TrinhTable *table,
            double size,
            guint column)
{
  const double least = bounds[trinh_table_get_column_use (table, column)].min;
  double guess = 0;
  g_autofree char *widest = find_widest (self, table, column, " \n", LONGEST_WORD, &guess);

  if (guess * size + get_padding (self) <= least)
    return least;
  return MAX (least, trinh_layouter_measure_width (self, widest, size, FALSE) + get_padding (self));
}

static double
want_width (TrinhLayouter *self,
            const TrinhTable *table,
            double size,
            guint column)
{
  TrinhColumnUse use = trinh_table_get_column_use (table, column);
  double width, word;

  if (bounds[use].max <= 0)
    return want_words (self, table, size, column);
  width = measure_longest (self, table, size, column);
  /* A note gets room for three lines or so, not a word on each. */
  if (use == TRINH_COLUMN_NOTE)
    width = (width - get_padding (self)) / 3 + get_padding (self);
  width = CLAMP (width, bounds[use].min, bounds[use].max);
  if (use != TRINH_COLUMN_VALUE && use != TRINH_COLUMN_NOTE)
    return width;
  /* A number is one word, and a number in two lines is two numbers; a note cites documents by theirs. */
  word = measure_widest (self, table, size, column, " \n", use == TRINH_COLUMN_NOTE ? LONGEST_WORD : G_MAXLONG);
  return MAX (width, use == TRINH_COLUMN_NOTE ? word : MIN (word, WIDEST_NUMBER));
}

static double
measure_words (TrinhLayouter *self,
               TrinhText *text,
               double size)
{
  g_autofree char *letters = trinh_text_dup_plain (text);
  g_auto (GStrv) words = g_strsplit_set (letters, " \n", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, trinh_layouter_measure_width (self, words[i], size, TRUE));
  return width;
}

/* The widest word of the column's own head */
static double
measure_head (TrinhLayouter *self,
              const TrinhTable *table,
              double size,
              guint column)
{
  double width = 0;

  for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
    {
      const TrinhTableCell *head = trinh_table_get_head (table, i);

      if (head->column == column && head->column_span == 1)
        width = MAX (width, measure_words (self, head->text, size));
    }
  return width + get_padding (self);
}

/* No value and no word of the head is torn. */
static double
need_width (TrinhLayouter *self,
            const TrinhTable *table,
            double size,
            guint column)
{
  return MAX (measure_longest (self, table, size, column), measure_head (self, table, size, column));
}

/* What labels and texts would like beyond their least: their longest line, or a part of the page. */
static double
like_more (TrinhLayouter *self,
           const TrinhTable *table,
           double size,
           double most)
{
  double more = 0;

  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    {
      TrinhColumnUse use = trinh_table_get_column_use (table, i);

      if (bounds[use].max <= 0)
        more += MAX (0, MIN (measure_longest (self, table, size, i), most) - bounds[use].min);
    }
  return more;
}

/* Many columns of values have less air, so that the texts beside them keep room. Gives the sum of all widths.
 * @more: what those would like beyond their least */
static double
narrow_values (TrinhLayouter *self,
               const TrinhTable *table,
               double size,
               double *widths,
               double width,
               double more)
{
  g_autofree double *air = g_new0 (double, trinh_table_get_n_columns (table));
  double least = 0, all_air = 0, kept = 0;

  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    {
      if (trinh_table_get_column_use (table, i) == TRINH_COLUMN_VALUE)
        air[i] = MAX (0, widths[i] - need_width (self, table, size, i));
      widths[i] -= air[i];
      least += widths[i];
      all_air += air[i];
    }
  if (all_air > 0)
    kept = CLAMP ((width - least - more) / all_air, 0, 1);
  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    widths[i] += air[i] * kept;
  return least + all_air * kept;
}

/* The widest word of the column's cells and of its own head: where it is torn, a number is two numbers. Words that no
 * column has room for do not count. */
static double
measure_widest_word (TrinhLayouter *self,
                     const TrinhTable *table,
                     double size,
                     guint column)
{
  return MAX (measure_widest (self, table, size, column, " \n", LONGEST_WORD), measure_head (self, table, size, column));
}

/* The other columns give way, too, as far as no word of theirs is torn. FALSE: there is no room for all */
static gboolean
narrow_words (TrinhLayouter *self,
              const TrinhTable *table,
              double size,
              double *widths,
              double excess)
{
  const guint n_columns = trinh_table_get_n_columns (table);
  g_autofree double *air = g_new0 (double, n_columns);
  double all_air = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      air[i] = widths[i] - measure_widest_word (self, table, size, i);
      all_air += MAX (0, air[i]);
      excess += MAX (0, -air[i]);
    }
  for (guint i = 0; i < n_columns; i++)
    widths[i] -= air[i] < 0 ? air[i] : air[i] * MIN (1, excess / MAX (all_air, 1));
  return excess <= all_air;
}

/* What is left goes to labels and texts, three parts to a label and two to a text. */
static double
share_rest (const TrinhTable *table,
            double *widths,
            double rest)
{
  guint parts = 0;

  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    if (bounds[trinh_table_get_column_use (table, i)].max <= 0)
      parts += trinh_table_get_column_use (table, i) == TRINH_COLUMN_LABEL ? 3 : 2;
  for (guint i = 0; i < trinh_table_get_n_columns (table) && parts > 0; i++)
    if (bounds[trinh_table_get_column_use (table, i)].max <= 0)
      widths[i] += rest * (trinh_table_get_column_use (table, i) == TRINH_COLUMN_LABEL ? 3 : 2) / parts;
  return parts > 0 ? 0 : rest;
}

/* Letters of @size: the columns' widths and their sum; FALSE: words are torn */
static gboolean
choose_widths (TrinhLayouter *self,
               const TrinhTable *table,
               double size,
               double *widths,
               double *total)
{
  const guint n_columns = trinh_table_get_n_columns (table);
  const double width = trinh_layouter_get_width (self);
  double more = 0;

  *total = 0;
  for (guint i = 0; i < n_columns; i++)
    *total += widths[i] = want_width (self, table, size, i);
  if (*total > width)
    more = like_more (self, table, size, width / 4);
  else if (n_columns > FEW_COLUMNS)
    more = like_more (self, table, size, width * LABEL_PART);
  if (*total + more > width)
    *total = narrow_values (self, table, size, widths, width, more);
  if (*total <= width)
    return TRUE;
  if (!narrow_words (self, table, size, widths, *total - width))
    return FALSE;
  *total = width;
  return TRUE;
}

GArray *
trinh_layouter_make_edges (TrinhLayouter *self,
                           const TrinhTable *table,
                           double *size)
{
  guint n_columns = trinh_table_get_n_columns (table);
  g_autofree double *widths = g_new0 (double, n_columns + 1);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));
  double width = trinh_layouter_get_width (self);
  double total = 0;
  double edge = 0;

  *size = self->settings->table;
  while (!choose_widths (self, table, *size, widths, &total) && *size > self->settings->table_least)
    *size = MAX (*size - 1, self->settings->table_least);
  total = 0;
  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  if (total < width && share_rest (table, widths, width - total) <= 0)
    total = width;
  g_array_append_val (edges, edge);
  for (guint i = 0; i < n_columns; i++)
    {
      /* Too many columns get narrower all alike; too few without a label get wider. */
      edge += widths[i] * width / total;
      g_array_append_val (edges, edge);
    }
  return edges;
}
