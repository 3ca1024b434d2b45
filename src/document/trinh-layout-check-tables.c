/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Tables over several pages: rows whole, heads repeated */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-check-private.h"

/* Letters; a longer word must be torn somewhere. */
#define LONGEST_WORD 24

static gboolean
is_cell (const TrinhBox *box)
{
  return box->table > 0 && g_str_equal (box->role, "cell");
}

/* Of the table's head on @page; 0 where there is none */
static double
measure_head (TrinhLayoutCheck *self,
              guint table,
              guint page)
{
  double top = G_MAXDOUBLE, bottom = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->table != table || box->page != page || !g_str_equal (box->role, "table-head"))
        continue;
      top = MIN (top, box->y);
      bottom = MAX (bottom, box->y + box->height);
    }
  return bottom > top ? bottom - top : 0;
}

/* The same cell's part on the page before: the last of its column there. (nullable) */
static const TrinhBox *
find_part_before (TrinhLayoutCheck *self,
                  guint position)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);

  for (guint i = position; i > 0; i--)
    {
      const TrinhBox *before = g_ptr_array_index (self->boxes, i - 1);

      if (is_cell (before) && before->table == box->table && before->page + 1 == box->page && ABS (before->x - box->x) < TRINH_CHECK_NEAR)
        return before;
    }
  return NULL;
}

static double
measure_cell (TrinhLayoutCheck *self,
              guint position)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);
  double height = box->height;

  while (box != NULL && box->continued)
    {
      box = find_part_before (self, position);
      if (box != NULL && g_ptr_array_find (self->boxes, box, &position))
        height += box->height;
    }
  return height;
}

/* A row that needs more than a page is broken and nothing can be done. */
static void
check_row (TrinhLayoutCheck *self,
           guint position,
           guint first_page)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);
  const double room = _trinh_layout_check_get_room (self, box->page) - measure_head (self, box->table, first_page);
  const TrinhBox *next = _trinh_layout_check_get (self, position + 1);
  g_autofree char *excerpt = NULL;

  /* Its last cell speaks for the row. */
  if (!box->continued || (next != NULL && is_cell (next) && next->table == box->table && next->continued))
    return;
  if (measure_cell (self, position) > room)
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  _trinh_layout_check_add (self, box, "layout-row", g_strdup_printf (_ ("A row of the table is broken at the end of page %u, before “%s”."), box->page, excerpt));
}

static void
check_head (TrinhLayoutCheck *self,
            const TrinhBox *first,
            guint first_page)
{
  const double head = measure_head (self, first->table, first_page);

  if (head <= 0 || head > self->rules->head_most * _trinh_layout_check_get_room (self, first->page) || measure_head (self, first->table, first->page) > 0)
    return;
  _trinh_layout_check_add (self, first, "layout-table-head", g_strdup_printf (_ ("The table on page %u goes on without its head."), first->page + 1));
}

/* A head whose rows all stand on other pages */
static void
check_head_alone (TrinhLayoutCheck *self)
{
  const TrinhBox *head = NULL;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->table == 0)
        continue;
      if (head != NULL && head->table == box->table && head->page != box->page)
        _trinh_layout_check_add (self, head, "layout-table-head", g_strdup_printf (_ ("The head of a table stands on page %u without a row."), head->page + 1));
      head = is_cell (box) ? NULL : box;
    }
}

/* How bad it is what a line's end tears */
typedef enum
{
  TORN_NOTHING,
  TORN_HEAD,
  TORN_WORD,
  TORN_NUMBER,
} Torn;

/* What of @text is torn where @line begins */
static Torn
find_torn (const char *text,
           const char *line)
{
  const gunichar next = g_utf8_get_char (line);
  const gunichar last = g_utf8_get_char (g_utf8_prev_char (line));

  if (g_unichar_isdigit (next) && (last == '.' || last == ','))
    return line - text > 1 && g_ascii_isdigit (line[-2]) ? TORN_NUMBER : TORN_NOTHING;
  if (!g_unichar_isalnum (last) || !(g_unichar_isalnum (next) || next == '.' || next == ','))
    return TORN_NOTHING;
  return g_unichar_isdigit (last) ? TORN_NUMBER : TORN_WORD;
}

/* Whether the cell at @position goes on overleaf */
static gboolean
goes_on (TrinhLayoutCheck *self,
         guint position)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);

  for (guint i = position + 1; i < self->boxes->len; i++)
    {
      const TrinhBox *next = g_ptr_array_index (self->boxes, i);

      if (next->page > box->page + 1)
        return FALSE;
      if (next->page == box->page + 1 && next->table == box->table && next->continued && is_cell (next) && ABS (next->x - box->x) < TRINH_CHECK_NEAR)
        return TRUE;
    }
  return FALSE;
}

/* How long a word is that goes over a page's end is not known. */
static gboolean
may_be_long (TrinhLayoutCheck *self,
             guint position,
             const char *line)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);
  const char *start = line;
  const char *end = line + strcspn (line, " \n\t");

  while (start > box->text && strchr (" \n\t", start[-1]) == NULL)
    start--;
  return g_utf8_strlen (start, end - start) > LONGEST_WORD || (start == box->text && box->continued) || (*end == '\0' && goes_on (self, position));
}

/* A number in two lines is two numbers; a word that no column has room for cannot be helped. */
static Torn
judge_words (TrinhLayoutCheck *self,
             guint position)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);
  Torn worst = TORN_NOTHING;

  for (guint i = 1; i < box->lines->len; i++)
    {
      const TrinhLine *line = _trinh_layout_check_get_line (box, i);
      const char *start = box->text + line->start;
      Torn torn;

      if (line->first || line->start == 0 || *start == '\0')
        continue;
      torn = find_torn (box->text, start);
      if (torn > worst && !may_be_long (self, position, start))
        worst = torn;
    }
  return worst != TORN_NOTHING && !is_cell (box) ? TORN_HEAD : worst;
}

/* A page that lies on its side has no other to be turned to. */
static void
add_torn (TrinhLayoutCheck *self,
          const TrinhBox *box)
{
  g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (box);
  double width = 0, height = 0;
  char *message;

  trinh_pages_get_size (self->pages, box->page, &width, &height);
  if (width > height)
    message = g_strdup_printf (_ ("“%s” in the table on page %u is torn within a word or a number: the column is too narrow. Give the form fewer columns."), excerpt, box->page + 1);
  else
    message = g_strdup_printf (_ ("“%s” in the table on page %u is torn within a word or a number: the column is too narrow. Turn the form's page on its side or give it fewer columns."), excerpt, box->page + 1);
  _trinh_layout_check_add (self, box, "layout-value", message);
}

/* One cell speaks for its table: a number before a word, and a word before one of the head. */
static void
check_words (TrinhLayoutCheck *self)
{
  const TrinhBox *worst = NULL;
  Torn torn = TORN_NOTHING;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      Torn here;

      if (box->table == 0)
        continue;
      if (worst != NULL && worst->table != box->table)
        {
          add_torn (self, worst);
          worst = NULL;
          torn = TORN_NOTHING;
        }
      here = judge_words (self, i);
      if (here <= torn)
        continue;
      worst = box;
      torn = here;
    }
  if (worst != NULL)
    add_torn (self, worst);
}

void
_trinh_layout_check_tables (TrinhLayoutCheck *self)
{
  guint table = 0;
  guint first_page = 0;
  guint page = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->table > 0 && box->table != table)
        {
          table = box->table;
          first_page = page = box->page;
        }
      if (!is_cell (box))
        continue;
      if (self->rules->heads_repeated && box->page != page)
        check_head (self, box, first_page);
      page = box->page;
      if (self->rules->rows_whole)
        check_row (self, i, first_page);
    }
  check_head_alone (self);
  check_words (self);
}
