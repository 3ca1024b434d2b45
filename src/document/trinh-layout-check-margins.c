/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Margins that are wider than they may be: the text begins where the margin ends */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"

/* Texts of several lines and tables reach from margin to margin. */
static gboolean
reaches_margins (const TrinhBox *box)
{
  return box->table > 0 || (_trinh_layout_check_is_body (box) && box->lines->len > 1);
}

/* What is further from every edge than a margin may be wide wastes the page. */
static void
check_sides (TrinhLayoutCheck *self)
{
  const TrinhBox *leftmost = NULL;
  const TrinhBox *rightmost = NULL;
  double right = G_MAXDOUBLE;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      double width = 0;

      if (!reaches_margins (box))
        continue;
      trinh_pages_get_size (self->pages, box->page, &width, NULL);
      if (leftmost == NULL || box->x < leftmost->x)
        leftmost = box;
      if (width - box->x - box->width < right)
        {
          right = width - box->x - box->width;
          rightmost = box;
        }
    }
  if (leftmost != NULL && TRINH_CHECK_MM (leftmost->x) > self->rules->margin_left.most + TRINH_CHECK_NEAR_MM)
    _trinh_layout_check_add (self, leftmost, "layout-margin", g_strdup_printf (_ ("The left margin is %.1f mm wide; at most %g mm are allowed."), TRINH_CHECK_MM (leftmost->x), self->rules->margin_left.most));
  if (rightmost != NULL && TRINH_CHECK_MM (right) > self->rules->margin_right.most + TRINH_CHECK_NEAR_MM)
    _trinh_layout_check_add (self, rightmost, "layout-margin", g_strdup_printf (_ ("The right margin is %.1f mm wide; at most %g mm are allowed."), TRINH_CHECK_MM (right), self->rules->margin_right.most));
}

/* What a page has between its margins */
typedef struct
{
  const TrinhBox *first; /* in reading order */
  const TrinhBox *highest;
  const TrinhBox *lowest;
  gboolean signs; /* the signature block keeps lines with it */
} Sheet;

static double
get_bottom (const TrinhBox *box)
{
  return box->y + box->height;
}

static Sheet
read_sheet (TrinhLayoutCheck *self,
            guint page)
{
  Sheet sheet = { NULL };

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->page != page || _trinh_layout_check_is (box, "page-number") || !(_trinh_layout_check_takes_room (box) || _trinh_layout_check_is (box, "figure")))
        continue;
      if (sheet.first == NULL && !(_trinh_layout_check_is (box, "table-head") && box->continued))
        sheet.first = box;
      if (sheet.highest == NULL || box->y < sheet.highest->y)
        sheet.highest = box;
      if (sheet.lowest == NULL || get_bottom (box) > get_bottom (sheet.lowest))
        sheet.lowest = box;
      sheet.signs = sheet.signs || _trinh_layout_check_is (box, "signature");
    }
  return sheet;
}

/* The height of the lines that could have stood on the page before by themselves; 0: none could */
static double
measure_lines (TrinhLayoutCheck *self,
               const TrinhBox *box)
{
  const guint whole = self->rules->foot_lines + self->rules->top_lines;
  guint n = box->lines->len < whole ? box->lines->len : self->rules->foot_lines;
  double height = 0;

  if (box->continued)
    n = box->lines->len > self->rules->top_lines ? 1 : 0;
  for (guint i = 0; i < n; i++)
    height += _trinh_layout_check_get_line (box, i)->height;
  /* The space above a paragraph is not known where a page begins: a line is more. */
  return n == 0 ? 0 : box->continued ? height
                                     : height + _trinh_layout_check_get_line (box, 0)->height;
}

/* The first row of the table on the page; the last rows of a table stay together, so that few tell nothing. */
static double
measure_row (TrinhLayoutCheck *self,
             const TrinhBox *first)
{
  double top = first->y, height = 0;
  guint n_rows = 1;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->page != first->page || box->table != first->table || !_trinh_layout_check_is (box, "cell"))
        continue;
      if (ABS (box->y - first->y) <= TRINH_CHECK_NEAR)
        height = MAX (height, box->height);
      if (box->y > top + TRINH_CHECK_NEAR)
        {
          top = box->y;
          n_rows++;
        }
    }
  return first->continued || n_rows < 4 ? 0 : height;
}

/* A heading goes with the lines that follow it. */
static double
measure_texts (TrinhLayoutCheck *self,
               const TrinhBox *first)
{
  double headings = 0;
  guint i = 0;

  if (!g_ptr_array_find (self->boxes, first, &i))
    return 0;
  for (; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (_trinh_layout_check_is (box, "value"))
        continue;
      if (box->page != first->page || !_trinh_layout_check_is_body (box))
        return 0;
      if (!_trinh_layout_check_is_heading (box))
        {
          const double lines = measure_lines (self, box);

          return lines > 0 ? headings + lines : 0;
        }
      headings += box->height + _trinh_layout_check_get_line (box, 0)->height;
    }
  return 0;
}

/* What had to fit at the foot of the page before and did not; 0: nothing is known */
static double
measure_next (TrinhLayoutCheck *self,
              const Sheet *next)
{
  if (next->signs)
    return 0;
  return _trinh_layout_check_is (next->first, "cell") ? measure_row (self, next->first) : measure_texts (self, next->first);
}

/* The narrowest margin that explains why the pages end where they do, and the last thing above it */
typedef struct
{
  double margin;
  const TrinhBox *lowest;
} Foot;

static void
read_foot (TrinhLayoutCheck *self,
           const Sheet *sheet,
           const Sheet *next,
           Foot *foot)
{
  double needed, width, height, width_next, margin;

  if (sheet->lowest == NULL || next->first == NULL)
    return;
  needed = measure_next (self, next);
  if (needed <= 0)
    return;
  trinh_pages_get_size (self->pages, sheet->lowest->page, &width, &height);
  trinh_pages_get_size (self->pages, next->first->page, &width_next, NULL);
  margin = height - get_bottom (sheet->lowest) - needed;
  if (ABS (width - width_next) > TRINH_CHECK_NEAR || (foot->lowest != NULL && margin >= foot->margin))
    return;
  *foot = (Foot) { margin, sheet->lowest };
}

static void
check_foot (TrinhLayoutCheck *self,
            const Foot *foot)
{
  if (foot->lowest != NULL && TRINH_CHECK_MM (foot->margin) > self->rules->margin_bottom.most + TRINH_CHECK_NEAR_MM)
    _trinh_layout_check_add (self, foot->lowest, "layout-margin", g_strdup_printf (_ ("The bottom margin is at least %.1f mm wide; at most %g mm are allowed."), TRINH_CHECK_MM (foot->margin), self->rules->margin_bottom.most));
}

/* One page says it for all. Returns whether it is said. */
static gboolean
check_top (TrinhLayoutCheck *self,
           const Sheet *sheet)
{
  const TrinhBox *highest = sheet->highest;

  if (highest == NULL || TRINH_CHECK_MM (highest->y) <= self->rules->margin_top.most + TRINH_CHECK_NEAR_MM)
    return FALSE;
  _trinh_layout_check_add (self, highest, "layout-margin", g_strdup_printf (_ ("The top margin of page %u is %.1f mm wide; at most %g mm are allowed."), highest->page + 1, TRINH_CHECK_MM (highest->y), self->rules->margin_top.most));
  return TRUE;
}

void
_trinh_layout_check_margins (TrinhLayoutCheck *self)
{
  const guint n_pages = trinh_pages_get_n_pages (self->pages);
  Sheet sheet = read_sheet (self, 0);
  Foot sure = { 0 }, rough = { 0 };
  gboolean said = FALSE;

  check_sides (self);
  for (guint i = 0; i < n_pages; i++)
    {
      Sheet next = { NULL };

      said = said || check_top (self, &sheet);
      if (i + 1 < n_pages)
        next = read_sheet (self, i + 1);
      read_foot (self, &sheet, &next, next.first != NULL && _trinh_layout_check_is_heading (next.first) ? &rough : &sure);
      sheet = next;
    }
  /* How much of a text goes with its heading is known roughly. */
  check_foot (self, sure.lowest != NULL ? &sure : &rough);
}
