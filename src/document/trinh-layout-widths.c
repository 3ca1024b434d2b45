/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-private.h"

/* 99.999.999.999.999,9999 */
#define WIDEST_NUMBER 160

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
                 guint column,
                 const char *separators)
{
  g_autofree char *longest = find_longest (table, column, separators);
  gboolean bold = trinh_table_get_column_use (table, column) == TRINH_COLUMN_CODE;

  return trinh_layouter_measure_width (self, longest, self->settings->table, bold);
}

static double
want_width (TrinhLayouter *self,
            const TrinhTable *table,
            guint column)
{
  TrinhColumnUse use = trinh_table_get_column_use (table, column);
  double width;

  if (bounds[use].max <= 0)
    return bounds[use].min;
  width = measure_longest (self, table, column, bounds[use].words ? " \n" : "\n");
  /* A note gets room for three lines or so, not a word on each. */
  if (use == TRINH_COLUMN_NOTE)
    width = MAX (width, measure_longest (self, table, column, "\n") / 3);
  width = CLAMP (width + 2 * self->settings->cell_padding_x + 1, bounds[use].min, bounds[use].max);
  /* A number is one word, and a number in two lines is two numbers. */
  if (use == TRINH_COLUMN_VALUE)
    width = MAX (width, MIN (measure_longest (self, table, column, " \n") + 2 * self->settings->cell_padding_x + 1, WIDEST_NUMBER));
  return width;
}

static double
measure_words (TrinhLayouter *self,
               TrinhText *text)
{
  g_autofree char *letters = trinh_text_dup_plain (text);
  g_auto (GStrv) words = g_strsplit_set (letters, " \n", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, trinh_layouter_measure_width (self, words[i], self->settings->table, TRUE));
  return width;
}

/* No value and no word of the head is torn. */
static double
need_width (TrinhLayouter *self,
            const TrinhTable *table,
            guint column)
{
  double width = measure_longest (self, table, column, "\n");

  for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
    {
      const TrinhTableCell *head = trinh_table_get_head (table, i);

      if (head->column == column && head->column_span == 1)
        width = MAX (width, measure_words (self, head->text));
    }
  return width + 2 * self->settings->cell_padding_x + 1;
}

/* What labels and texts would like beyond their least: their longest line, or a part of the page. */
static double
like_more (TrinhLayouter *self,
           const TrinhTable *table,
           double width)
{
  double more = 0;

  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    {
      TrinhColumnUse use = trinh_table_get_column_use (table, i);

      if (bounds[use].max <= 0)
        more += MAX (0, MIN (measure_longest (self, table, i, "\n") + 2 * self->settings->cell_padding_x + 1, width / 4) - bounds[use].min);
    }
  return more;
}

/* Many columns of values have less air, so that the texts beside them keep room. Gives the sum of all widths. */
static double
narrow_values (TrinhLayouter *self,
               const TrinhTable *table,
               double *widths,
               double width)
{
  g_autofree double *air = g_new0 (double, trinh_table_get_n_columns (table));
  double least = 0, all_air = 0, kept = 0;

  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    {
      if (trinh_table_get_column_use (table, i) == TRINH_COLUMN_VALUE)
        air[i] = MAX (0, widths[i] - need_width (self, table, i));
      widths[i] -= air[i];
      least += widths[i];
      all_air += air[i];
    }
  if (all_air > 0)
    kept = CLAMP ((width - least - like_more (self, table, width)) / all_air, 0, 1);
  for (guint i = 0; i < trinh_table_get_n_columns (table); i++)
    widths[i] += air[i] * kept;
  return least + all_air * kept;
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

GArray *
trinh_layouter_make_edges (TrinhLayouter *self,
                           const TrinhTable *table)
{
  guint n_columns = trinh_table_get_n_columns (table);
  g_autofree double *widths = g_new0 (double, n_columns + 1);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));
  double width = trinh_layouter_get_width (self);
  double total = 0;
  double edge = 0;

  for (guint i = 0; i < n_columns; i++)
    total += widths[i] = want_width (self, table, i);
  if (total > width)
    total = narrow_values (self, table, widths, width);
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
