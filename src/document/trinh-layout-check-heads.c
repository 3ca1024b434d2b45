/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Texts of the heads of report and annexes, which may go on overleaf, and are too long then */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"
#include "trinh-letters.h"

static const struct
{
  const char *role;
  const char *rule;
} texts[] = {
  { "superior", "layout-part" },
  { "office", "layout-part" },
  { "subject", "layout-part" },
  { "annex-title", "layout-annex" },
  { "annex-note", "layout-annex" },
};

/* Empty lines are none of a text's: a line drawn below them is not in its place. */
static void
read_box (const TrinhBox *box,
          TrinhCheckText *text)
{
  for (guint i = 0; i < box->lines->len; i++)
    {
      const TrinhLine *line = _trinh_layout_check_get_line (box, i);

      if (trinh_letters_is_blank (box->text + line->start, line->length))
        continue;
      text->last = box;
      text->widest = MAX (text->widest, line->width);
      text->bottom = i + 1 < box->lines->len ? line->y + line->height : box->y + box->height;
    }
}

/* Beside a text of the head stands another, so that it goes on behind what the page has of that. The next annex has texts
 * of its own. */
static gboolean
find_rest (TrinhLayoutCheck *self,
           const TrinhBox *box,
           guint *position)
{
  const TrinhBox *next;

  for (guint i = *position; (next = _trinh_layout_check_get (self, i)) != NULL && next->page <= box->page + 1 && !_trinh_layout_check_is (next, "annex-label"); i++)
    if (next->page == box->page + 1 && _trinh_layout_check_is (next, box->role))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

TrinhCheckText
_trinh_layout_check_read_text (TrinhLayoutCheck *self,
                               guint start)
{
  const TrinhBox *box = _trinh_layout_check_get (self, start);
  TrinhCheckText text = { box, start, 0, box->y + box->height };

  do
    for (; _trinh_layout_check_is (_trinh_layout_check_get (self, text.end), box->role); text.end++)
      {
        box = _trinh_layout_check_get (self, text.end);
        read_box (box, &text);
      }
  while (find_rest (self, box, &text.end));

  return text;
}

guint
_trinh_layout_check_skip_numbers (TrinhLayoutCheck *self,
                                  guint position)
{
  while (_trinh_layout_check_is (_trinh_layout_check_get (self, position), "page-number"))
    position++;

  return position;
}

/* Of the office's name it is the line that goes on overleaf, not the one above it. */
static const TrinhBox *
find_last_on_page (TrinhLayoutCheck *self,
                   guint position)
{
  const TrinhBox *box = _trinh_layout_check_get (self, position);
  const TrinhBox *next;

  while (_trinh_layout_check_is (next = _trinh_layout_check_get (self, ++position), box->role) && next->page == box->page)
    box = next;

  return box;
}

void
_trinh_layout_check_heads (TrinhLayoutCheck *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint at = 0; _trinh_layout_check_find (self, texts[i].role, at, &at) != NULL;)
      {
        const TrinhCheckText text = _trinh_layout_check_read_text (self, at);
        const TrinhBox *box = find_last_on_page (self, at);
        g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (box);

        if (text.last->page > box->page)
          _trinh_layout_check_add (self, box, texts[i].rule, g_strdup_printf (_ ("“%s” is too long: it begins on page %u and ends on page %u. Write it shorter."), excerpt, box->page + 1, text.last->page + 1));
        at = text.end;
      }
}
