/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Where texts that are centred or flush stand: on the page, or with one another */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"

typedef enum
{
  LEFT,
  MIDDLE,
  RIGHT,
} Edge;

/* FALSE: the lines of @role are not held to one place */
static gboolean
find_edge (const TrinhLayoutRole *role,
           Edge *edge)
{
  static const char *const names[] = { [LEFT] = "left", [MIDDLE] = "center", [RIGHT] = "right" };

  for (*edge = LEFT; *edge <= RIGHT; (*edge)++)
    if (g_strcmp0 (role->align, names[*edge]) == 0)
      return TRUE;
  return FALSE;
}

static double
measure_edge (const TrinhBox *box,
              Edge edge)
{
  if (edge == MIDDLE)
    return _trinh_layout_check_middle (box);
  return edge == LEFT ? box->x : box->x + box->width;
}

/* Between the margins that are allowed */
static TrinhLimit
find_page_edge (TrinhLayoutCheck *self,
                guint page,
                Edge edge)
{
  const TrinhLimit left = self->rules->margin_left;
  const TrinhLimit right = self->rules->margin_right;
  double width = 0;

  trinh_pages_get_size (self->pages, page, &width, NULL);
  if (edge == LEFT)
    return (TrinhLimit) { TRINH_CHECK_POINTS (left.least), TRINH_CHECK_POINTS (left.most) };
  if (edge == RIGHT)
    return (TrinhLimit) { width - TRINH_CHECK_POINTS (right.most), width - TRINH_CHECK_POINTS (right.least) };
  return (TrinhLimit) { (width + TRINH_CHECK_POINTS (left.least - right.most)) / 2, (width + TRINH_CHECK_POINTS (left.most - right.least)) / 2 };
}

/* What the text stands with: another of its role right before it, else one of the role that the limits name, the last before
 * it or the first behind. (nullable) */
static const TrinhBox *
find_fellow (TrinhLayoutCheck *self,
             guint position,
             const char *name)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);

  if (position > 0 && _trinh_layout_check_is (g_ptr_array_index (self->boxes, position - 1), box->role))
    return g_ptr_array_index (self->boxes, position - 1);
  for (guint i = position; i > 0; i--)
    if (_trinh_layout_check_is (g_ptr_array_index (self->boxes, i - 1), name))
      return g_ptr_array_index (self->boxes, i - 1);
  return _trinh_layout_check_find (self, name, position + 1, NULL);
}

static gboolean
stands_right (TrinhLayoutCheck *self,
              guint position,
              const TrinhLayoutRole *role,
              Edge edge)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);
  const double place = measure_edge (box, edge);
  const TrinhBox *fellow;

  if (g_str_equal (role->align_to, "page"))
    {
      const TrinhLimit limit = find_page_edge (self, box->page, edge);

      return place >= limit.least - TRINH_CHECK_NEAR && place <= limit.most + TRINH_CHECK_NEAR;
    }
  fellow = find_fellow (self, position, role->align_to);
  return fellow == NULL || fellow->page != box->page || ABS (place - measure_edge (fellow, edge)) <= TRINH_CHECK_NEAR;
}

static void
complain (TrinhLayoutCheck *self,
          const TrinhBox *box,
          Edge edge)
{
  g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (box);
  char *message;

  if (edge == LEFT)
    message = g_strdup_printf (_ ("“%s” on page %u does not begin in its place at the left."), excerpt, box->page + 1);
  else if (edge == RIGHT)
    message = g_strdup_printf (_ ("“%s” on page %u does not end in its place at the right."), excerpt, box->page + 1);
  else
    message = g_strdup_printf (_ ("“%s” on page %u is not centred."), excerpt, box->page + 1);
  _trinh_layout_check_add_once (self, box, "layout-align", message);
}

void
_trinh_layout_check_align (TrinhLayoutCheck *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, box->role);
      Edge edge;

      if (role == NULL || role->align_to == NULL || box->lines->len == 0 || !find_edge (role, &edge))
        continue;
      if (!stands_right (self, i, role, edge))
        complain (self, box, edge);
    }
}
