/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Where pages end: headings with their text, lines with their paragraph */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"

/* Page numbers and places of values stand between the texts. */
static gboolean
is_aside (const TrinhBox *box)
{
  return g_str_equal (box->role, "page-number") || g_str_equal (box->role, "value");
}

static const TrinhBox *
find_next (TrinhLayoutCheck *self,
           guint position)
{
  for (guint i = position + 1; i < self->boxes->len; i++)
    if (!is_aside (g_ptr_array_index (self->boxes, i)))
      return g_ptr_array_index (self->boxes, i);
  return NULL;
}

static guint
get_level (const TrinhBox *box)
{
  if (g_str_has_prefix (box->role, "heading-"))
    return (guint) g_ascii_digit_value (box->role[8]);
  return g_str_equal (box->role, "run-in") ? 9 : 10;
}

/* Whether @next is what @heading is the heading of; a section without text has nothing. */
static gboolean
belongs_to (TrinhLayoutCheck *self,
            const TrinhBox *heading,
            const TrinhBox *next)
{
  if (_trinh_layout_check_says_all (self, heading) && !g_str_equal (heading->role, "run-in"))
    return FALSE;
  if (g_str_equal (heading->role, "caption"))
    return next->table > 0;
  if (_trinh_layout_check_is_heading (next))
    return get_level (next) > get_level (heading);
  if (next->table > 0 || g_str_equal (next->role, "caption"))
    return TRUE;
  return _trinh_layout_check_is_body (next) && g_strcmp0 (next->place, heading->place) == 0;
}

/* Lines of @next on the page: a table counts by its first row, for its head stays with it. */
static guint
count_lines (const TrinhBox *next)
{
  return next->table > 0 || g_str_equal (next->role, "caption") ? 9 : next->lines->len;
}

static void
check_heading (TrinhLayoutCheck *self,
               guint position)
{
  const TrinhBox *box = g_ptr_array_index (self->boxes, position);
  const TrinhBox *next = find_next (self, position);
  g_autofree char *excerpt = NULL;

  /* The second line of a caption is one more box of it; the last one is next to the table. */
  if (next == NULL || (next->continued && next->table == 0) || !belongs_to (self, box, next))
    return;
  if (next->page == box->page && (_trinh_layout_check_is_heading (next) || count_lines (next) >= self->rules->heading_lines))
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  _trinh_layout_check_add (self, box, "layout-heading", g_strdup_printf (_ ("The heading “%s” stands alone at the foot of page %u."), excerpt, box->page + 1));
}

/* (nullable): what goes on with @box on a further page */
static const TrinhBox *
find_rest (TrinhLayoutCheck *self,
           const TrinhBox *box)
{
  const TrinhBox *next = NULL;
  guint position = 0;

  if (g_ptr_array_find (self->boxes, box, &position))
    next = find_next (self, position);
  return next != NULL && next->page > box->page && next->continued && g_str_equal (next->role, box->role) ? next : NULL;
}

static void
check_lines (TrinhLayoutCheck *self,
             const TrinhBox *box)
{
  const TrinhBox *rest = find_rest (self, box);
  g_autofree char *excerpt = NULL;

  if (rest == NULL)
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  if (!box->continued && box->lines->len < self->rules->foot_lines)
    _trinh_layout_check_add (self, box, "layout-lines", g_strdup_printf (_ ("“%s” leaves too few lines (%u) at the foot of page %u; at least %u must stand there."), excerpt, box->lines->len, box->page + 1, self->rules->foot_lines));
  if (rest->lines->len < self->rules->top_lines && find_rest (self, rest) == NULL)
    _trinh_layout_check_add (self, rest, "layout-lines", g_strdup_printf (_ ("“%s” has too few lines (%u) at the top of page %u; at least %u must stand there."), excerpt, rest->lines->len, rest->page + 1, self->rules->top_lines));
}

/* Nothing parts the lines of a heading, unless they would fill half a page. */
static void
check_heading_whole (TrinhLayoutCheck *self,
                     const TrinhBox *box)
{
  const TrinhBox *rest = find_rest (self, box);
  g_autofree char *excerpt = NULL;

  if (rest == NULL || box->height + rest->height > _trinh_layout_check_get_room (self, box->page) / 2)
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  _trinh_layout_check_add (self, box, "layout-heading", g_strdup_printf (_ ("The heading “%s” is broken at the end of page %u."), excerpt, box->page + 1));
}

/* Signature and annexes come after the text. */
static gboolean
is_after_text (const TrinhBox *box)
{
  static const char *const roles[] = { "recipients-head", "recipients", "capacity", "signatory-title", "signature", "annex-label", NULL };

  return g_strv_contains (roles, box->role);
}

static gboolean
has_ending (TrinhLayoutCheck *self,
            const TrinhBox *box)
{
  g_autofree char *letters = g_strchomp (g_strdup (box->text));

  return g_str_has_suffix (letters, self->rules->ending);
}

static void
add_ending (TrinhLayoutCheck *self,
            const TrinhBox *box,
            gboolean goes_on)
{
  const char *ending = self->rules->ending;
  g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (box);
  char *message;

  if (goes_on)
    message = g_strdup_printf (_ ("“%s” on page %u ends with “%s”, and the text goes on after it."), excerpt, box->page + 1, ending);
  else
    message = g_strdup_printf (_ ("The text ends with “%s” on page %u and not with “%s”."), excerpt, box->page + 1, ending);
  _trinh_layout_check_add (self, box, "layout-ending", message);
}

/* Headings and tables are of the text, too. */
static void
check_ending (TrinhLayoutCheck *self)
{
  const char *ending = self->rules->ending;
  const TrinhBox *last = NULL;

  for (guint i = 0; ending != NULL && i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (is_after_text (box))
        break;
      if (!_trinh_layout_check_is_body (box) && box->table == 0)
        continue;
      if (last != NULL && last->table == 0 && has_ending (self, last))
        add_ending (self, last, TRUE);
      last = box;
    }
  if (last != NULL && (last->table > 0 || !has_ending (self, last)))
    add_ending (self, last, FALSE);
}

void
_trinh_layout_check_breaks (TrinhLayoutCheck *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (_trinh_layout_check_is_heading (box) || _trinh_layout_check_is (box, "caption"))
        check_heading (self, i);
      if (_trinh_layout_check_is_heading (box))
        check_heading_whole (self, box);
      else if (_trinh_layout_check_is_body (box))
        check_lines (self, box);
    }
  check_ending (self);
}
