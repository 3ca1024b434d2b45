/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "trinh-tasks.h"
#include "trinh-value-input.h"

/* The columns of a line, in the order of the window's table */
enum
{
  TITLE,
  LEAD,
  DUE,
  DONE,
  N_COLUMNS
};

typedef struct
{
  GPtrArray *tasks;
  GPtrArray *skipped;
  GPtrArray *counts; /* NULL-terminated */
  guint line;
} Parser;

/* "1", "2.", "10)" */
static gboolean
is_running_number (const char *text)
{
  gsize length = strspn (text, "0123456789");

  return length > 0 && length <= 4 && (text[length] == '\0' || ((text[length] == '.' || text[length] == ')') && text[length + 1] == '\0'));
}

static void
skip_line (Parser *parser,
           const char *reason)
{
  /* Translators: a line of what was pasted, and why it was left out */
  g_ptr_array_add (parser->skipped, g_strdup_printf (_ ("Line %u: %s"), parser->line, reason));
}

static gboolean
read_dates (char **cells,
            guint n_cells,
            guint32 *dates,
            GError **error)
{
  for (guint i = DUE; i < MIN (n_cells, N_COLUMNS); i++)
    if (*cells[i] != '\0' && !trinh_value_read_date (cells[i], &dates[i - DUE], error))
      return FALSE;
  return TRUE;
}

static void
parse_cells (Parser *parser,
             char **cells)
{
  g_autoptr (GError) error = NULL;
  guint32 dates[N_COLUMNS - DUE] = { 0 };
  guint n_cells = g_strv_length (cells);
  gboolean first = parser->line == 1;

  if (n_cells > 1 && is_running_number (cells[0]))
    {
      cells++;
      n_cells--;
    }
  /* What stands over a column of dates is its head. */
  if (!read_dates (cells, n_cells, dates, &error))
    {
      if (!first)
        skip_line (parser, error->message);
    }
  else if (*cells[TITLE] == '\0')
    skip_line (parser, _ ("the task has no title."));
  else
    g_ptr_array_add (parser->tasks, trinh_task_new ("", cells[TITLE], n_cells > LEAD ? cells[LEAD] : "", dates[0], dates[1], (const char *const *) parser->counts->pdata));
}

static void
parse_line (Parser *parser,
            const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  gboolean blank = TRUE;

  parser->line++;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_strstrip (cells[i]);
      blank &= *cells[i] == '\0';
    }
  if (!blank)
    parse_cells (parser, cells);
}

GPtrArray *
trinh_tasks_parse (TrinhRegime *regime,
                   const char *text,
                   GPtrArray **skipped)
{
  g_autoptr (GPtrArray) counts = NULL;
  g_auto (GStrv) lines = NULL;
  Parser parser = { 0 };

  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (skipped != NULL, NULL);

  counts = trinh_tasks_list_rows (regime);
  g_ptr_array_set_size (counts, MIN (counts->len, 1));
  g_ptr_array_add (counts, NULL);
  lines = g_strsplit_set (text, "\r\n", -1);
  parser.tasks = g_ptr_array_new_with_free_func (g_object_unref);
  parser.skipped = g_ptr_array_new_with_free_func (g_free);
  parser.counts = counts;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      parse_line (&parser, lines[i]);
  *skipped = parser.skipped;
  return parser.tasks;
}
