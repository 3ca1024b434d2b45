/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Where things stand: within the margins, on the paper, not over one another */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"

/* A4, mm */
#define SHORT_SIDE 210
#define LONG_SIDE 297

static gboolean
is_side (double points,
         double mm)
{
  return ABS (TRINH_CHECK_MM (points) - mm) <= TRINH_CHECK_NEAR_MM;
}

/* Whether anything of a table, or the head of an annex that holds one, is on the page. (out): something that is on it */
static gboolean
has_table (TrinhLayoutCheck *self,
           guint page,
           const TrinhBox **any)
{
  *any = NULL;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->page != page)
        continue;
      if (*any == NULL || _trinh_layout_check_is (*any, "page-number"))
        *any = box;
      if (box->table > 0 || _trinh_layout_check_is (box, "caption") || g_str_has_prefix (box->role, "annex-"))
        return TRUE;
    }
  return FALSE;
}

static void
check_paper (TrinhLayoutCheck *self,
             guint page)
{
  double width = 0, height = 0;
  const TrinhBox *any;
  gboolean upright, lying, table;

  trinh_pages_get_size (self->pages, page, &width, &height);
  upright = is_side (width, SHORT_SIDE) && is_side (height, LONG_SIDE);
  lying = is_side (width, LONG_SIDE) && is_side (height, SHORT_SIDE);
  table = has_table (self, page, &any);
  if (any == NULL)
    return;
  if (!upright && !lying)
    _trinh_layout_check_add (self, any, "layout-paper", g_strdup_printf (_ ("Page %u is %.0f × %.0f mm and not A4."), page + 1, TRINH_CHECK_MM (width), TRINH_CHECK_MM (height)));
  else if (lying && ((g_strcmp0 (self->rules->landscape, "tables") == 0 && !table) || g_strcmp0 (self->rules->landscape, "never") == 0))
    _trinh_layout_check_add (self, any, "layout-paper", g_strdup_printf (_ ("Page %u lies on its side without a table that needs it."), page + 1));
}

static gboolean
is_outside (const TrinhBox *box,
            double width,
            double height,
            const double *margins)
{
  return TRINH_CHECK_MM (box->y) < margins[0] - TRINH_CHECK_NEAR_MM ||
         TRINH_CHECK_MM (height - box->y - box->height) < margins[1] - TRINH_CHECK_NEAR_MM ||
         TRINH_CHECK_MM (box->x) < margins[2] - TRINH_CHECK_NEAR_MM ||
         TRINH_CHECK_MM (width - box->x - box->width) < margins[3] - TRINH_CHECK_NEAR_MM;
}

static void
check_place (TrinhLayoutCheck *self,
             const TrinhBox *box)
{
  const TrinhLayoutRules *rules = self->rules;
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, box->role);
  const double paper[] = { 0, 0, 0, 0 };
  const double margins[] = { rules->margin_top.least, rules->margin_bottom.least, rules->margin_left.least, rules->margin_right.least };
  const gboolean in_margin = role != NULL && role->top_margin;
  g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (box);
  double width = 0, height = 0;

  trinh_pages_get_size (self->pages, box->page, &width, &height);
  if (is_outside (box, width, height, paper))
    _trinh_layout_check_add_once (self, box, "layout-outside", g_strdup_printf (_ ("“%s” on page %u goes beyond the paper."), excerpt, box->page + 1));
  else if (!in_margin && is_outside (box, width, height, margins))
    _trinh_layout_check_add_once (self, box, "layout-margin", g_strdup_printf (_ ("“%s” on page %u stands in the margin."), excerpt, box->page + 1));
}

static gboolean
overlap (const TrinhBox *a,
         const TrinhBox *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > TRINH_CHECK_NEAR &&
         MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > TRINH_CHECK_NEAR;
}

static void
check_overlaps (TrinhLayoutCheck *self,
                guint position)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);

  for (guint i = position + 1; i < self->boxes->len; i++)
    {
      const TrinhBox *other = g_ptr_array_index (self->boxes, i);
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      if (other->page != box->page)
        return;
      if (!_trinh_layout_check_takes_room (other) || !overlap (box, other))
        continue;
      one = _trinh_layout_check_dup_excerpt (box);
      two = _trinh_layout_check_dup_excerpt (other);
      _trinh_layout_check_add_once (self, box, "layout-overlap", g_strdup_printf (_ ("“%s” and “%s” on page %u stand over each other."), one, two, box->page + 1));
      return;
    }
}

void
_trinh_layout_check_places (TrinhLayoutCheck *self)
{
  for (guint i = 0; i < trinh_pages_get_n_pages (self->pages); i++)
    check_paper (self, i);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      check_place (self, box);
      if (_trinh_layout_check_takes_room (box))
        check_overlaps (self, i);
    }
}
