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
  gboolean words; /* its longest word must fit; else its longest line */
} bounds[] = {
  [TRINH_COLUMN_CODE] = { 40, 70, FALSE },
  [TRINH_COLUMN_LABEL] = { 100, 0, TRUE },
  [TRINH_COLUMN_UNIT] = { 84, 96, FALSE },
  [TRINH_COLUMN_VALUE] = { 72, 110, FALSE },
  [TRINH_COLUMN_TEXT] = { 70, 0, TRUE },
  [TRINH_COLUMN_NOTE] = { 52, 110, TRUE },
};

/* The longest piece of the column's cells by letters, so that only one is measured. */
static char *
find_longest (const TrinhTable *table,
              guint column,
              const char *separators)
{
  g_autofree char *longest = g_strdup ("");
  glong length = 0;

  for (guint row = 0; row < trinh_table_get_n_rows (table); row++)
    {
      const TrinhTableCell *cell = trinh_table_get_cell (table, row, column);
      g_autofree char *letters = trinh_text_dup_plain (cell->text);
      /* A cell over several rows has room for a line of each word. */
      g_auto (GStrv) pieces = g_strsplit_set (letters, cell->row_span > 1 ? " \n" : separators, -1);

      for (guint i = 0; pieces[i] != NULL; i++)
        if (g_utf8_strlen (pieces[i], -1) > length)
          {
            length = g_utf8_strlen (pieces[i], -1);
            g_free (longest);
            longest = g_strdup (pieces[i]);
          }
    }
  return g_steal_pointer (&longest);
}

static double
measure_longest (TrinhLayouter *self,
                 const TrinhTable *table,
                 double size,
                 guint column,
                 const char *separators)
{
  g_autofree char *longest = find_longest (table, column, separators);
  gboolean bold = trinh_table_get_column_use (table, column) == TRINH_COLUMN_CODE;

  return trinh_layouter_measure_width (self, longest, size, bold);
}

static double
want_width (TrinhLayouter *self,
            const TrinhTable *table,
            double size,
            guint column)
{
  TrinhColumnUse use = trinh_table_get_column_use (table, column);
  double width;

  if (bounds[use].max <= 0)
    return bounds[use].min;
  width = measure_longest (self, table, size, column, bounds[use].words ? " \n" : "\n");
  /* A note gets room for three lines or so, not a word on each. */
  if (use == TRINH_COLUMN_NOTE)
    width = MAX (width, measure_longest (self, table, size, column, "\n") / 3);
  width = CLAMP (width + 2 * self->settings->cell_padding_x + 1, bounds[use].min, bounds[use].max);
  /* A number is one word, and a number in two lines is two numbers. */
  if (use == TRINH_COLUMN_VALUE)
    width = MAX (width, MIN (measure_longest (self, table, size, column, " \n") + 2 * self->settings->cell_padding_x + 1, WIDEST_NUMBER));
  return width;
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

/* No value and no word of the head is torn. */
static double
need_width (TrinhLayouter *self,
            const TrinhTable *table,
            double size,
            guint column)
{
  double width = measure_longest (self, table, size, column, "\n");

  for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
    {
      const TrinhTableCell *head = trinh_table_get_head (table, i);

      if (head->column == column && head->column_span == 1)
        width = MAX (width, measure_words (self, head->text, size));
    }
  return width + 2 * self->settings->cell_padding_x + 1;
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
        more += MAX (0, MIN (measure_longest (self, table, size, i, "\n") + 2 * self->settings->cell_padding_x + 1, most) - bounds[use].min);
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
  const gboolean bold = trinh_table_get_column_use (table, column) == TRINH_COLUMN_CODE;
  const double padding = 2 * self->settings->cell_padding_x + 1;
  double width = 0;

  for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
    {
      const TrinhTableCell *head = trinh_table_get_head (table, i);

      if (head->column == column && head->column_span == 1)
        width = MAX (width, measure_words (self, head->text, size));
    }
  for (guint row = 0; row < trinh_table_get_n_rows (table); row++)
    {
      g_autofree char *letters = trinh_text_dup_plain (trinh_table_get_cell (table, row, column)->text);
      g_auto (GStrv) words = g_strsplit_set (letters, " \n", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          const glong length = g_utf8_strlen (words[i], -1);

          /* No letter is wider than its size: a word that cannot be the widest is not measured. */
          if (length <= LONGEST_WORD && length * size > width)
            width = MAX (width, trinh_layouter_measure_width (self, words[i], size, bold));
        }
    }
  return width + padding;
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
