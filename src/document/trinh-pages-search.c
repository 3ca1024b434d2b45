/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-language.h"
#include "trinh-pages-layout.h"

/* One text of the pages: its lines may stand on two of them. */
typedef struct
{
  PangoLayout *layout;
  GArray *lines; /* of Line */
} Run;

typedef struct
{
  guint page;
  const TrinhItem *item;
} Line;

typedef struct
{
  GHashTable *folded; /* letter → what it is for the search */
  char *needle;
  GString *letters; /* of the text, folded */
  GArray *offsets;  /* of int: where each byte of @letters comes from, and the end */
  GArray *marks;
  guint n_hits;
} Search;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_array_unref (run->lines);
  g_free (run);
}

static void
add_line (GPtrArray *runs,
          GHashTable *newest,
          const Line *line)
{
  Run *run = g_hash_table_lookup (newest, line->item->layout);
  const Line *last = run != NULL ? &g_array_index (run->lines, Line, run->lines->len - 1) : NULL;

  /* Cells that look the same share a layout; each begins with its first line. */
  if (last == NULL || last->item->line->start_index >= line->item->line->start_index)
    {
      run = g_new0 (Run, 1);
      run->layout = line->item->layout;
      run->lines = g_array_new (FALSE, FALSE, sizeof (Line));
      g_ptr_array_add (runs, run);
      g_hash_table_insert (newest, run->layout, run);
    }
  g_array_append_val (run->lines, *line);
}

static GPtrArray *
list_runs (TrinhPages *self)
{
  g_autoptr (GHashTable) newest = g_hash_table_new (NULL, NULL);
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);

  for (guint page = 0; page < self->pages->len; page++)
    {
      GArray *items = ((TrinhPage *) g_ptr_array_index (self->pages, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          Line line = { page, &g_array_index (items, TrinhItem, i) };

          if (line.item->kind == TRINH_ITEM_TEXT)
            add_line (runs, newest, &line);
        }
    }
  return runs;
}

static const char *
fold_letter (Search *self,
             gunichar letter)
{
  char *folded = g_hash_table_lookup (self->folded, GUINT_TO_POINTER (letter));
  char bytes[7] = { 0 };

  if (folded != NULL)
    return folded;
  g_unichar_to_utf8 (letter, bytes);
  folded = g_unichar_isspace (letter) ? g_strdup (" ") : trinh_language_fold (bytes);
  g_hash_table_insert (self->folded, GUINT_TO_POINTER (letter), folded);
  return folded;
}

/* Letter by letter, so that what is found is known in the text as it is printed. */
static void
fold_text (Search *self,
           const char *text)
{
  int offset;

  g_string_truncate (self->letters, 0);
  g_array_set_size (self->offsets, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      offset = (int) (p - text);
      g_string_append (self->letters, fold_letter (self, g_utf8_get_char (p)));
      while (self->offsets->len < self->letters->len)
        g_array_append_val (self->offsets, offset);
    }
  offset = (int) strlen (text);
  g_array_append_val (self->offsets, offset);
}

static void
mark_line (Search *self,
           const Line *line,
           int start,
           int end)
{
  int first = MAX (start, line->item->line->start_index);
  int last = MIN (end, line->item->line->start_index + line->item->line->length);
  TrinhPageMark mark = { .hit = self->n_hits, .page = line->page, .y = line->item->y, .height = line->item->height };
  int left = 0;
  int right = 0;

  if (first >= last)
    return;
  pango_layout_line_index_to_x (line->item->line, first, FALSE, &left);
  pango_layout_line_index_to_x (line->item->line, last, FALSE, &right);
  mark.x = line->item->x + (double) left / PANGO_SCALE;
  mark.width = (double) (right - left) / PANGO_SCALE;
  g_array_append_val (self->marks, mark);
}

static void
search_run (Search *self,
            const Run *run)
{
  const char *found;
  gsize length = strlen (self->needle);

  fold_text (self, pango_layout_get_text (run->layout));
  found = strstr (self->letters->str, self->needle);
  while (found != NULL)
    {
      gsize at = (gsize) (found - self->letters->str);
      guint n_marks = self->marks->len;

      for (guint i = 0; i < run->lines->len; i++)
        mark_line (self, &g_array_index (run->lines, Line, i), g_array_index (self->offsets, int, at), g_array_index (self->offsets, int, at + length));
      if (self->marks->len > n_marks)
        self->n_hits++;
      found = strstr (found + length, self->needle);
    }
}

GArray *
trinh_pages_search (TrinhPages *self,
                    const char *text,
                    guint *n_hits)
{
  g_autofree char *needle = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  Search search = { 0 };

  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  needle = g_strstrip (trinh_language_fold (text));
  search.needle = needle;
  search.marks = g_array_new (FALSE, TRUE, sizeof (TrinhPageMark));
  if (*needle != '\0')
    {
      search.folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      search.letters = g_string_new (NULL);
      search.offsets = g_array_new (FALSE, FALSE, sizeof (int));
      trinh_layout_cache_lock (self->cache);
      runs = list_runs (self);
      for (guint i = 0; i < runs->len; i++)
        search_run (&search, g_ptr_array_index (runs, i));
      trinh_layout_cache_unlock (self->cache);
      g_hash_table_unref (search.folded);
      g_string_free (search.letters, TRUE);
      g_array_unref (search.offsets);
    }
  if (n_hits != NULL)
    *n_hits = search.n_hits;
  return search.marks;
}
