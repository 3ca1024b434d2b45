/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-language.h"
#include "trinh-proof-private.h"

#define MAX_DEPTH 5

/* "IV" is of depth 1, "2" of depth 2, "2.1" of depth 3 */
typedef struct
{
  guint depth; /* 0: no number of a kind that is counted */
  guint parts[MAX_DEPTH];
} Number;

/* A title that may be repeated without its number */
typedef struct
{
  char *title;         /* folded, without a full stop */
  const char *outline; /* the outline's item that it is about */
  guint chapter;
} Title;

static void
title_clear (gpointer data)
{
  g_free (((Title *) data)->title);
}

static guint
read_roman (const char *text)
{
  static const struct
  {
    const char *sign;
    guint value;
  } signs[] = { { "X", 10 }, { "IX", 9 }, { "V", 5 }, { "IV", 4 }, { "I", 1 } };
  guint value = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    while (g_str_has_prefix (text, signs[i].sign))
      {
        value += signs[i].value;
        text += strlen (signs[i].sign);
      }
  return *text == '\0' ? value : 0;
}

/* A final dot is the print's. */
static void
read_number (const char *text,
             Number *number)
{
  g_autofree char *plain = g_strdup (text);
  g_auto (GStrv) parts = NULL;
  guint n;

  memset (number, 0, sizeof *number);
  g_strstrip (plain);
  if (g_str_has_suffix (plain, "."))
    plain[strlen (plain) - 1] = '\0';
  if ((number->parts[0] = read_roman (plain)) > 0)
    {
      number->depth = 1;
      return;
    }
  parts = g_strsplit (plain, ".", -1);
  n = g_strv_length (parts);
  if (n == 0 || n + 1 > MAX_DEPTH)
    return;
  for (guint i = 0; i < n; i++)
    {
      guint64 part;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 999, &part, NULL))
        return;
      number->parts[i] = (guint) part;
    }
  number->depth = n + 1;
}

static char *
write_roman (guint value)
{
  static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < value / 10; i++)
    g_string_append_c (text, 'X');
  g_string_append (text, ones[value % 10]);
  return g_string_free_and_steal (text);
}

static char *
write_number (const Number *number)
{
  GString *text = g_string_new (NULL);

  if (number->depth == 1)
    {
      g_string_free (text, TRUE);
      return write_roman (number->parts[0]);
    }
  for (guint i = 0; i + 1 < number->depth; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "." : "", number->parts[i]);
  return g_string_free_and_steal (text);
}

/* What should stand where @number of its depth stands, behind @last: numbers of each depth, 0 where there is none yet. */
static void
find_expected (const Number *number,
               const Number *last,
               Number *expected)
{
  guint own = number->depth >= 2 ? number->depth - 2 : 0;

  *expected = last[number->depth];
  if (expected->depth == 0)
    {
      /* The first below its heading takes the heading's number: "2.1" below "2". */
      expected->depth = number->depth;
      for (guint i = 0; i < own; i++)
        expected->parts[i] = last[number->depth - 1].depth != 0 ? last[number->depth - 1].parts[i] : number->parts[i];
      expected->parts[own] = 0;
    }
  expected->parts[own]++;
}

/* The outline misses a section of the number that was skipped: that is said already. */
static gboolean
is_missing (TrinhEvaluation *self,
            const char *number)
{
  TrinhOutline *outline = trinh_regime_get_outline (trinh_report_get_regime (self->report));

  for (guint i = 0; self->missing != NULL && i < self->missing->len; i++)
    {
      const char *id = trinh_finding_get_expected (g_ptr_array_index (self->missing, i));
      TrinhOutlineItem *item = id != NULL ? trinh_outline_find_item (outline, id) : NULL;

      if (item != NULL && g_str_equal (trinh_outline_item_get_number (item), number))
        return TRUE;
    }
  return FALSE;
}

static void
check_number (TrinhEvaluation *self,
              TrinhTextCheck *check,
              const Number *number,
              const Number *last,
              GPtrArray **findings)
{
  TrinhProofPlace place = { check, 0, 0 };
  const char *written = trinh_section_get_number (check->section);
  const char *title = trinh_section_get_title (check->section);
  g_autofree char *expected = NULL;
  Number wanted;
  char *message;

  find_expected (number, last, &wanted);
  if (memcmp (&wanted, number, sizeof wanted) == 0)
    return;
  expected = write_number (&wanted);
  if (is_missing (self, expected))
    return;
  if (memcmp (&last[number->depth], number, sizeof *number) == 0)
    message = g_strdup_printf (_ ("The number %s of the section “%s” stands there twice; %s comes next."), written, title, expected);
  else
    message = g_strdup_printf (_ ("The section “%s” has the number %s, but %s comes next."), title, written, expected);
  _trinh_proof_add (self, _trinh_proof_find (self, findings, place), "section-number", place, written, expected, message);
}

static char *
dup_title (const char *title)
{
  g_autofree char *plain = trinh_markup_strip (title);
  char *folded = trinh_language_fold (plain);
  gsize length = strlen (folded);

  while (length > 0 && strchr (" .:;", folded[length - 1]) != NULL)
    folded[--length] = '\0';
  return folded;
}

static gboolean
has_title (GArray *titles,
           const char *title,
           const char *outline,
           guint chapter)
{
  for (guint i = 0; i < titles->len; i++)
    {
      const Title *known = &g_array_index (titles, Title, i);

      if (known->chapter == chapter && (g_str_equal (known->title, title) || (*outline != '\0' && g_str_equal (known->outline, outline))))
        return TRUE;
    }
  return FALSE;
}

static void
check_title (TrinhEvaluation *self,
             GArray *titles,
             guint chapter,
             const char *title,
             const char *outline,
             TrinhProofPlace place,
             GPtrArray **findings)
{
  g_autofree char *folded = dup_title (title);

  if (*folded != '\0' && has_title (titles, folded, outline, chapter))
    _trinh_proof_add (self, _trinh_proof_find (self, findings, place), "section-repeated", place, title, NULL, g_strdup_printf (_ ("“%s” has no number and repeats a section that has one; put the two together."), title));
}

/* Sections of one chapter: "Cải cách thể chế" stands among the results and among the tasks, rightly. */
static GArray *
list_titles (TrinhEvaluation *self)
{
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (Title));
  guint chapter = 0;

  g_array_set_clear_func (titles, title_clear);
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);
      Number number;
      Title title;

      read_number (trinh_section_get_number (check->section), &number);
      if (number.depth == 1)
        chapter++;
      if (number.depth < 2)
        continue;
      title = (Title) { dup_title (trinh_section_get_title (check->section)), trinh_section_get_outline (check->section), chapter };
      g_array_append_val (titles, title);
    }
  return titles;
}

static void
check_titles (TrinhEvaluation *self,
              GArray *titles,
              TrinhTextCheck *check,
              guint chapter,
              GPtrArray **findings)
{
  if (*trinh_section_get_number (check->section) == '\0')
    check_title (self, titles, chapter, trinh_section_get_title (check->section), trinh_section_get_outline (check->section), (TrinhProofPlace) { check, 0, 0 }, findings);
  for (guint i = 0; i < check->proof->headings->len; i++)
    {
      const TrinhProofHeading *heading = &g_array_index (check->proof->headings, TrinhProofHeading, i);

      check_title (self, titles, chapter, heading->title, "", (TrinhProofPlace) { check, heading->start, heading->end }, findings);
    }
}

void
_trinh_proof_check_sections (TrinhEvaluation *self,
                             GPtrArray **findings)
{
  g_autoptr (GArray) titles = list_titles (self);
  Number last[MAX_DEPTH + 1] = { 0 };
  guint chapter = 0;

  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);
      Number number;

      read_number (trinh_section_get_number (check->section), &number);
      chapter += number.depth == 1;
      check_titles (self, titles, check, chapter, findings);
      if (number.depth == 0)
        continue;
      check_number (self, check, &number, last, findings);
      last[number.depth] = number;
      for (guint j = number.depth + 1; j <= MAX_DEPTH; j++)
        memset (&last[j], 0, sizeof last[j]);
    }
}
