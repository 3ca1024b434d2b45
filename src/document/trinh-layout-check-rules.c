/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The lines that are drawn below texts, and what stands on one line with something else */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"
#include "trinh-pages-private.h"

/* A drawn line and the text above it */
typedef struct
{
  const char *role;
  const char *rule;
} Ruled;

static const Ruled ruled[] = {
  { "motto", "motto-rule" },
  { "office", "office-rule" },
  { "subject", "subject-rule" },
  { "annex-note", "annex-rule" },
};

/* In the middle below the text, no further from it than one line is high */
static gboolean
is_below (const TrinhBox *rule,
          const TrinhCheckText *text)
{
  const double below = rule->y - text->bottom;

  return below >= -TRINH_CHECK_NEAR && below <= text->last->size &&
         ABS (_trinh_layout_check_middle (rule) - _trinh_layout_check_middle (text->last)) <= TRINH_CHECK_NEAR;
}

static void
check_rule (TrinhLayoutCheck *self,
            const TrinhCheckText *text,
            const char *name,
            TrinhLimit limit)
{
  const TrinhBox *rule = _trinh_layout_check_get (self, _trinh_layout_check_skip_numbers (self, text->end));
  g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (text->last);

  if (!_trinh_layout_check_is (rule, name))
    _trinh_layout_check_add (self, text->last, "layout-rule", g_strdup_printf (_ ("There is no line below “%s” on page %u."), excerpt, text->last->page + 1));
  else if (!trinh_limit_holds (limit, rule->width / MAX (text->widest, 1)))
    _trinh_layout_check_add (self, text->last, "layout-rule", g_strdup_printf (_ ("The line below “%s” on page %u has %.2f of the text's length; %g to %g are allowed."), excerpt, text->last->page + 1, rule->width / MAX (text->widest, 1), limit.least, limit.most));
  else if (rule->page != text->last->page || !is_below (rule, text))
    _trinh_layout_check_add (self, text->last, "layout-rule", g_strdup_printf (_ ("The line below “%s” on page %u is not in its place."), excerpt, text->last->page + 1));
}

static void
check_ruled (TrinhLayoutCheck *self,
             const Ruled *row)
{
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, row->role);
  guint i = 0;

  if (role == NULL || role->rule.most <= 0)
    return;
  while (_trinh_layout_check_find (self, row->role, i, &i) != NULL)
    {
      TrinhCheckText text = _trinh_layout_check_read_text (self, i);

      check_rule (self, &text, row->rule, role->rule);
      i = text.end;
    }
}

/* All lines of the pages are drawn alike, so that the first box with one speaks for all. */
static void
check_thickness (TrinhLayoutCheck *self)
{
  const TrinhLimit limit = self->rules->drawn_line;
  const double rule = trinh_pages_get_rule (self->pages);

  if (limit.most <= 0 || trinh_limit_holds (limit, rule))
    return;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (box->table == 0 && !g_str_has_suffix (box->role, "-rule"))
        continue;
      _trinh_layout_check_add (self, box, "layout-rule", g_strdup_printf (_ ("The lines on page %u are drawn %g pt thick; %g to %g pt are allowed."), box->page + 1, rule, limit.least, limit.most));
      return;
    }
}

static void
check_level (TrinhLayoutCheck *self,
             const TrinhBox *left,
             const TrinhBox *right)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (left == NULL || right == NULL || left->lines->len == 0 || right->lines->len == 0)
    return;
  if (left->page == right->page && ABS (_trinh_layout_check_get_line (left, 0)->baseline - _trinh_layout_check_get_line (right, 0)->baseline) <= TRINH_CHECK_NEAR)
    return;
  one = _trinh_layout_check_dup_excerpt (left);
  other = _trinh_layout_check_dup_excerpt (right);
  _trinh_layout_check_add (self, left, "layout-level", g_strdup_printf (_ ("“%s” and “%s” on page %u do not stand on one line."), one, other, left->page + 1));
}

void
_trinh_layout_check_rules (TrinhLayoutCheck *self)
{
  const TrinhBox *date = _trinh_layout_check_find (self, "date", 0, NULL);
  const TrinhBox *number = _trinh_layout_check_find (self, "number", 0, NULL);
  const TrinhBox *signer = _trinh_layout_check_find (self, "capacity", 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ruled); i++)
    check_ruled (self, &ruled[i]);
  check_thickness (self);
  check_level (self, number, date);
  /* Level by the first line: who signs, or in what capacity */
  if (signer == NULL)
    signer = _trinh_layout_check_find (self, "signatory-title", 0, NULL);
  check_level (self, _trinh_layout_check_find (self, "recipients-head", 0, NULL), signer);
}
