/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* How the lines of a text stand: first line, spacing, alignment */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-check-private.h"

/* Where the lines of the running text begin, and where they end */
typedef struct
{
  double page_width;
  double left;
  double right;
} Column;

static gboolean
is_running (const TrinhBox *box)
{
  return _trinh_layout_check_is_body (box) && !_trinh_layout_check_is_heading (box);
}

static gboolean
is_last_of_paragraph (const TrinhBox *box,
                      guint line)
{
  return line + 1 >= box->lines->len || _trinh_layout_check_get_line (box, line + 1)->first;
}

/* Of the second and further lines of what runs over the page; upright and lying pages each have theirs. */
static void
find_column (TrinhLayoutCheck *self,
             double page_width,
             Column *column)
{
  *column = (Column) { page_width, G_MAXDOUBLE, 0 };
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      double width = 0;

      trinh_pages_get_size (self->pages, box->page, &width, NULL);
      for (guint j = 0; _trinh_layout_check_is_body (box) && ABS (width - page_width) < TRINH_CHECK_NEAR && j < box->lines->len; j++)
        {
          const TrinhLine *line = _trinh_layout_check_get_line (box, j);

          if (!line->first)
            column->left = MIN (column->left, line->x);
          column->right = MAX (column->right, line->x + line->width);
        }
    }
  /* Where every line is short of it, none tells where the margin is. */
  column->right = MAX (column->right, page_width - TRINH_CHECK_POINTS (self->rules->margin_right.most));
}

static gboolean
is_known (const Column *column)
{
  return column->left < column->right;
}

/* Where all texts are of one line, the margins that are allowed say where lines may begin. */
static double
measure_indent (TrinhLayoutCheck *self,
                const TrinhLine *first,
                const Column *column)
{
  const double x = TRINH_CHECK_MM (first->x);

  if (is_known (column))
    return x - TRINH_CHECK_MM (column->left);
  if (x - self->rules->margin_left.least < self->rules->first_line.least)
    return x - self->rules->margin_left.least;
  return MAX (self->rules->first_line.least, x - self->rules->margin_left.most);
}

static void
check_indent (TrinhLayoutCheck *self,
              const TrinhBox *box,
              const Column *column)
{
  const TrinhLine *first = _trinh_layout_check_get_line (box, 0);
  g_autofree char *excerpt = NULL;
  double indent = measure_indent (self, first, column);

  if (box->continued || trinh_limit_holds (self->rules->first_line, indent))
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  _trinh_layout_check_add_once (self, box, "layout-indent", g_strdup_printf (_ ("The first line of “%s” on page %u is indented by %.1f mm; %g to %g mm are allowed."), excerpt, box->page + 1, indent, self->rules->first_line.least, self->rules->first_line.most));
}

/* Letters of another font may make a line higher than its neighbours. */
static void
check_line_spacing (TrinhLayoutCheck *self,
                    const TrinhBox *box)
{
  const TrinhLimit limit = self->rules->line_spacing;

  for (guint i = 1; i < box->lines->len; i++)
    {
      const TrinhLine *above = _trinh_layout_check_get_line (box, i - 1);
      const TrinhLine *line = _trinh_layout_check_get_line (box, i);
      const double pitch = line->baseline - above->baseline;
      g_autofree char *excerpt = NULL;

      if (pitch >= limit.least * MIN (above->font_height, line->font_height) - 0.1 && pitch <= limit.most * MAX (above->font_height, line->font_height) + 0.1)
        continue;
      excerpt = _trinh_layout_check_dup_excerpt (box);
      _trinh_layout_check_add_once (self, box, "layout-line-spacing", g_strdup_printf (_ ("The lines of “%s” on page %u stand %.2f lines apart; %g to %g are allowed."), excerpt, box->page + 1, pitch / line->font_height, limit.least, limit.most));
      return;
    }
}

/* A word that no space can stretch is as long as it is. */
static gboolean
can_be_justified (const TrinhBox *box,
                  const TrinhLine *line)
{
  const char *letters = box->text + line->start;
  const char *space = memchr (letters, ' ', line->length);

  return space != NULL && space + 1 < letters + line->length;
}

static void
check_justified (TrinhLayoutCheck *self,
                 const TrinhBox *box,
                 const Column *column)
{
  for (guint i = 0; i < box->lines->len; i++)
    {
      const TrinhLine *line = _trinh_layout_check_get_line (box, i);
      g_autofree char *excerpt = NULL;

      if (is_last_of_paragraph (box, i) || !can_be_justified (box, line))
        continue;
      if (ABS (line->x + line->width - column->right) <= TRINH_CHECK_NEAR && (line->first || ABS (line->x - column->left) <= TRINH_CHECK_NEAR))
        continue;
      excerpt = _trinh_layout_check_dup_excerpt (box);
      _trinh_layout_check_add_once (self, box, "layout-align", g_strdup_printf (_ ("“%s” on page %u is not justified."), excerpt, box->page + 1));
      return;
    }
}

/* The lines of one text, centred or flush, stand to each other; where they stand on the page is for other rules. */
static void
check_lines_together (TrinhLayoutCheck *self,
                      const TrinhBox *box,
                      const TrinhLayoutRole *role)
{
  const gboolean centred = g_strcmp0 (role->align, "center") == 0;
  const TrinhLine *first = _trinh_layout_check_get_line (box, 0);

  if (!centred && g_strcmp0 (role->align, "left") != 0)
    return;
  for (guint i = 1; i < box->lines->len; i++)
    {
      const TrinhLine *line = _trinh_layout_check_get_line (box, i);
      const double shift = centred ? line->x + line->width / 2 - first->x - first->width / 2 : line->x - first->x;
      g_autofree char *excerpt = NULL;

      if (ABS (shift) <= TRINH_CHECK_NEAR)
        continue;
      excerpt = _trinh_layout_check_dup_excerpt (box);
      _trinh_layout_check_add_once (self, box, "layout-align", centred ? g_strdup_printf (_ ("The lines of “%s” on page %u are not centred."), excerpt, box->page + 1) : g_strdup_printf (_ ("The lines of “%s” on page %u do not begin below each other."), excerpt, box->page + 1));
      return;
    }
}

/* The space above is for texts that follow one another on a page. */
static void
check_paragraph_space (TrinhLayoutCheck *self,
                       const TrinhBox *above,
                       const TrinhBox *box)
{
  const double space = box->y - above->y - above->height;
  g_autofree char *excerpt = NULL;

  if (above->page != box->page || box->continued || trinh_limit_holds (self->rules->paragraph_space, space))
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  _trinh_layout_check_add_once (self, box, "layout-paragraph-space", g_strdup_printf (_ ("There are %.1f pt above “%s” on page %u; at least %g pt must be."), space, excerpt, box->page + 1, self->rules->paragraph_space.least));
}

static void
check_body (TrinhLayoutCheck *self,
            const TrinhBox *box,
            Column *column)
{
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, box->role);
  double width = 0;

  check_line_spacing (self, box);
  trinh_pages_get_size (self->pages, box->page, &width, NULL);
  if (ABS (width - column->page_width) > TRINH_CHECK_NEAR)
    find_column (self, width, column);
  check_indent (self, box, column);
  if (is_running (box) && role != NULL && g_strcmp0 (role->align, "justify") == 0 && is_known (column))
    check_justified (self, box, column);
}

void
_trinh_layout_check_texts (TrinhLayoutCheck *self)
{
  const TrinhBox *above = NULL;
  Column column = { 0 };

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, box->role);

      if (box->lines->len == 0)
        continue;
      if (role != NULL)
        check_lines_together (self, box, role);
      if (_trinh_layout_check_is_body (box))
        {
          check_body (self, box, &column);
          if (above != NULL)
            check_paragraph_space (self, above, box);
          above = box;
        }
      else if (!_trinh_layout_check_is (box, "page-number"))
        above = NULL;
    }
}
