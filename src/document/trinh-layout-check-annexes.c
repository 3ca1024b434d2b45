/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Annexes with their heads, and the numbers of the pages */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-check-private.h"

#define LABEL "phụ lục"

static guint
count_annexes (TrinhLayoutCheck *self)
{
  guint n = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    n += _trinh_layout_check_is (g_ptr_array_index (self->boxes, i), "annex-label");
  return n;
}

/* (transfer full) */
static char *
make_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *digits;
  } signs[] = { { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *digits = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (digits, signs[i].digits);
  return g_string_free_and_steal (digits);
}

/* "PHỤ LỤC II", or a label that a superior has prescribed ("Phụ lục 01b") */
static gboolean
is_numbered (const char *label,
             guint number)
{
  g_autofree char *roman = make_roman (number);
  const char *space = strrchr (label, ' ');

  return strpbrk (label, "0123456789") != NULL || (space != NULL && g_str_equal (space + 1, roman));
}

/* "Phụ lục" in the letters of the first annex: "PHỤ LỤC" beside "Phụ lục 01b" is none */
static void
check_spelling (TrinhLayoutCheck *self,
                const TrinhBox *label)
{
  const TrinhBox *first = _trinh_layout_check_find (self, "annex-label", 0, NULL);
  const glong n_letters = g_utf8_strlen (LABEL, -1);
  g_autofree char *own = NULL;
  g_autofree char *others = NULL;

  if (g_utf8_strlen (label->text, -1) < n_letters || g_utf8_strlen (first->text, -1) < n_letters)
    return;
  own = g_utf8_substring (label->text, 0, n_letters);
  others = g_utf8_substring (first->text, 0, n_letters);
  if (!g_str_equal (own, others))
    _trinh_layout_check_add (self, label, "layout-annex", g_strdup_printf (_ ("The annex “%s” on page %u is not headed in the letters of “%s”."), label->text, label->page + 1, first->text));
}

static void
check_label (TrinhLayoutCheck *self,
             const TrinhBox *label,
             guint number,
             guint n_annexes)
{
  g_autofree char *lower = g_utf8_strdown (label->text, -1);

  if (!g_str_has_prefix (lower, LABEL))
    _trinh_layout_check_add (self, label, "layout-annex", g_strdup_printf (_ ("The annex on page %u is headed “%s”, not “PHỤ LỤC”."), label->page + 1, label->text));
  else if (n_annexes > 1 && !is_numbered (label->text, number))
    {
      g_autofree char *roman = make_roman (number);

      _trinh_layout_check_add (self, label, "layout-annex", g_strdup_printf (_ ("The annex “%s” on page %u is the %u. of several and has to be numbered %s."), label->text, label->page + 1, number, roman));
    }
}

/* Label, title and note follow one another and stand on a page of their own, the label first. A title that goes on
 * overleaf, which is a fault of its own, takes the note with it. */
static void
check_annex (TrinhLayoutCheck *self,
             guint position)
{
  static const char *const parts[] = { "annex-title", "annex-note" };
  const TrinhBox *label = g_ptr_array_index (self->boxes, position);
  const TrinhBox *before = position > 0 ? g_ptr_array_index (self->boxes, position - 1) : NULL;
  guint last_page = label->page;
  guint i = position + 1;

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      TrinhCheckText text;

      i = _trinh_layout_check_skip_numbers (self, i);
      if (!_trinh_layout_check_is (_trinh_layout_check_get (self, i), parts[part]) || _trinh_layout_check_get (self, i)->page > last_page)
        {
          _trinh_layout_check_add (self, label, "layout-annex", part == 0 ? g_strdup_printf (_ ("The annex “%s” on page %u has no title."), label->text, label->page + 1) : g_strdup_printf (_ ("The annex “%s” on page %u does not say which report it belongs to (“Kèm theo Báo cáo số …”)."), label->text, label->page + 1));
          continue;
        }
      text = _trinh_layout_check_read_text (self, i);
      i = text.end;
      last_page = text.last->page > label->page ? text.last->page + 1 : label->page;
    }
  if (before != NULL && before->page == label->page && !_trinh_layout_check_is (before, "page-number"))
    _trinh_layout_check_add (self, label, "layout-annex", g_strdup_printf (_ ("The annex “%s” does not begin on a page of its own (page %u)."), label->text, label->page + 1));
}

static gboolean
is_below (const TrinhBox *box,
          const TrinhBox *text)
{
  return box->page == text->page && box->y >= text->y + text->height - TRINH_CHECK_NEAR;
}

/* @text: the last of its role before @position; its drawn line goes with it. */
static void
check_below (TrinhLayoutCheck *self,
             const TrinhBox *text,
             guint position)
{
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, text->role);
  double bottom = text->y + text->height;
  const TrinhBox *next;

  if (role == NULL || role->below.most <= 0)
    return;
  for (next = _trinh_layout_check_get (self, position); next != NULL && g_str_has_suffix (next->role, "-rule"); next = _trinh_layout_check_get (self, ++position))
    bottom = MAX (bottom, next->y + next->height);
  if (next == NULL || !is_below (next, text) || trinh_limit_holds (role->below, next->y - bottom))
    return;
  _trinh_layout_check_add (self, text, "layout-annex", g_strdup_printf (_ ("Between the note of the annex and what stands below it on page %u are %.1f pt; at least %g pt must be."), text->page + 1, MAX (0, next->y - bottom), role->below.least));
}

static void
check_notes (TrinhLayoutCheck *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (_trinh_layout_check_is (_trinh_layout_check_get (self, i), "annex-note") && !_trinh_layout_check_is (_trinh_layout_check_get (self, i + 1), "annex-note"))
      check_below (self, _trinh_layout_check_get (self, i), i + 1);
}

void
_trinh_layout_check_annexes (TrinhLayoutCheck *self)
{
  const guint n_annexes = count_annexes (self);
  guint number = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);

      if (!_trinh_layout_check_is (box, "annex-label"))
        continue;
      check_label (self, box, ++number, n_annexes);
      check_spelling (self, box);
      check_annex (self, i);
    }
  check_notes (self);
}

/* What a page shows: its number, and whether an annex begins on it */
typedef struct
{
  const TrinhBox *number;
  const TrinhBox *label;
  const TrinhBox *any;
} Sheet;

static Sheet *
list_sheets (TrinhLayoutCheck *self)
{
  Sheet *sheets = g_new0 (Sheet, trinh_pages_get_n_pages (self->pages));

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      Sheet *sheet = &sheets[box->page];

      if (_trinh_layout_check_is (box, "page-number"))
        sheet->number = box;
      else if (_trinh_layout_check_is (box, "annex-label") && sheet->label == NULL)
        sheet->label = box;
      if (sheet->any == NULL)
        sheet->any = box;
    }
  return sheets;
}

static void
check_number (TrinhLayoutCheck *self,
              const Sheet *sheet,
              guint number,
              const TrinhLayoutRole *role)
{
  g_autofree char *expected = g_strdup_printf ("%u", number);
  const gboolean first = number == 1 && !role->first_page;

  if (sheet->any == NULL)
    return;
  if (sheet->number == NULL && !first)
    _trinh_layout_check_add (self, sheet->any, "layout-page-number", g_strdup_printf (_ ("Page %u has no number; it has to be %s."), sheet->any->page + 1, expected));
  if (sheet->number == NULL)
    return;
  if (first)
    _trinh_layout_check_add (self, sheet->number, "layout-first-page", g_strdup_printf (_ ("The first page of the report or of an annex must have no page number (page %u)."), sheet->number->page + 1));
  else if (g_strcmp0 (sheet->number->text, expected) != 0)
    _trinh_layout_check_add (self, sheet->number, "layout-page-number", g_strdup_printf (_ ("Page %u has the number %s; it has to be %s."), sheet->number->page + 1, sheet->number->text, expected));
  if (role->top_margin && TRINH_CHECK_MM (sheet->number->y + sheet->number->height) > self->rules->margin_top.most)
    _trinh_layout_check_add (self, sheet->number, "layout-page-number", g_strdup_printf (_ ("The number of page %u must stand in the top margin."), sheet->number->page + 1));
}

void
_trinh_layout_check_numbers (TrinhLayoutCheck *self)
{
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, "page-number");
  g_autofree Sheet *sheets = list_sheets (self);
  guint number = 0;

  for (guint i = 0; role != NULL && i < trinh_pages_get_n_pages (self->pages); i++)
    {
      number = self->rules->numbers_restart && sheets[i].label != NULL ? 1 : number + 1;
      check_number (self, &sheets[i], number, role);
    }
}
