/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-document-private.h"

/* Left open for the hand that fills in day, month or year */
#define GAP "…"
/* The same as an empty place that a field can be filled over, in one line with the words around it: spaces that do not break,
 * half as wide as a digit. */
#define NO_BREAK "\u00a0"
#define EMPTY_DAY NO_BREAK NO_BREAK NO_BREAK NO_BREAK NO_BREAK
#define EMPTY_YEAR EMPTY_DAY NO_BREAK NO_BREAK NO_BREAK
/* Four digits and a little */
#define EMPTY_NUMBER EMPTY_YEAR NO_BREAK

char *
trinh_document_format_number (const char *number,
                              const char *symbol,
                              const char *gap)
{
  gsize digits;

  g_return_val_if_fail (number != NULL, NULL);

  if (*number == '\0')
    return g_strconcat (gap, "/", symbol, NULL);
  digits = strspn (number, "0123456789");
  return g_strconcat (digits == 1 && *number != '0' ? "0" : "", number, "/", symbol, NULL);
}

char *
trinh_document_format_date (const char *date)
{
  int year = 0;
  int month = 0;
  guint32 julian;

  g_return_val_if_fail (date != NULL, NULL);

  if (trinh_date_parse (date, &julian))
    return trinh_date_format_long (julian);
  /* "2022-06" and "2022" are checked when the report is read. */
  if (strlen (date) >= 4)
    year = (int) g_ascii_strtoull (date, NULL, 10);
  if (strlen (date) == 7)
    month = (int) g_ascii_strtoull (date + 5, NULL, 10);
  if (year == 0)
    return g_strdup ("ngày " GAP " tháng " GAP " năm " GAP);
  if (month == 0)
    return g_strdup_printf ("ngày " GAP " tháng " GAP " năm %d", year);
  return g_strdup_printf (month < 3 ? "ngày " GAP " tháng %02d năm %d" : "ngày " GAP " tháng %d năm %d", month, year);
}

char *
trinh_document_format_empty_date (const char *date)
{
  g_autofree char *written = trinh_document_format_date (date);
  g_autoptr (GString) text = g_string_new (written);

  g_string_replace (text, "năm " GAP, "năm" NO_BREAK EMPTY_YEAR, 0);
  g_string_replace (text, " " GAP " ", NO_BREAK EMPTY_DAY NO_BREAK, 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
trinh_document_format_empty_number (const char *before,
                                    const char *number,
                                    const char *symbol)
{
  g_autofree char *written = trinh_document_format_number (number, symbol, EMPTY_NUMBER);

  return g_strconcat (before, *number == '\0' ? NO_BREAK : " ", written, NULL);
}

/* Without the dash before and the sign behind it */
static char *
strip_name (const char *name)
{
  const char *start = name + strspn (name, "-–+ \t");
  gsize length = strlen (start);

  while (length > 0 && strchr (";., \t", start[length - 1]) != NULL)
    length--;
  return g_strndup (start, length);
}

char **
trinh_document_format_list (const char *const *names)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GPtrArray) stripped = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = strip_name (names[i]);

      if (*name != '\0')
        g_ptr_array_add (stripped, g_steal_pointer (&name));
    }
  for (guint i = 0; i < stripped->len; i++)
    g_strv_builder_take (lines, g_strconcat ("- ", g_ptr_array_index (stripped, i), i + 1 == stripped->len ? "." : ";", NULL));
  return g_strv_builder_end (lines);
}

/* Spaces that do not break are none of ASCII's. */
static char *
strip_spaces (const char *line)
{
  const char *start = line;
  const char *end = line + strlen (line);

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

char **
trinh_document_format_lines (const char *const *texts)
{
  g_autoptr (GStrvBuilder) stripped = g_strv_builder_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit_set (texts[i], "\n\r", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *line = strip_spaces (lines[j]);

          if (*line != '\0')
            g_strv_builder_take (stripped, g_steal_pointer (&line));
        }
    }
  return g_strv_builder_end (stripped);
}

TrinhText *
trinh_document_make_text (const char *markup,
                          gboolean bold,
                          gboolean italic)
{
  g_autoptr (TrinhMarkup) parsed = trinh_markup_parse_inline (markup);
  TrinhText *text = trinh_text_new ();

  for (guint i = 0; i < trinh_markup_get_n_blocks (parsed); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (parsed, i);

      if (i > 0)
        trinh_text_add (text, "\n", bold, italic, NULL);
      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, j);

          trinh_text_add (text, span->text, bold || span->bold, italic || span->italic, NULL);
        }
    }
  return text;
}

/* Surely one line, letters */
#define SHORT_TEXT 80

/* A line alone behind a table that lies on its side stays below it: it is not text enough for the signature's page. */
static void
follow_table (GPtrArray *blocks)
{
  TrinhBlock *last = g_ptr_array_index (blocks, blocks->len - 1);
  const TrinhBlock *above = blocks->len > 1 ? g_ptr_array_index (blocks, blocks->len - 2) : NULL;
  g_autofree char *letters = trinh_text_dup_plain (last->text);

  if (above != NULL && above->type == TRINH_BLOCK_TYPE_TABLE && g_utf8_strlen (letters, -1) <= SHORT_TEXT)
    last->landscape = above->landscape;
}

static void
close_text (TrinhText *text)
{
  g_autofree char *letters = g_strchomp (trinh_text_dup_plain (text));

  if (g_str_has_suffix (letters, "./."))
    return;
  trinh_text_trim_end (text, ".;,:/");
  trinh_text_add (text, "./.", FALSE, FALSE, NULL);
}

/* The mark stands behind the last thing that is printed, below a table in a line of its own. */
void
trinh_document_close_text (GPtrArray *blocks)
{
  TrinhBlock *last = blocks->len > 0 ? g_ptr_array_index (blocks, blocks->len - 1) : NULL;

  if (last != NULL && last->type == TRINH_BLOCK_TYPE_TABLE)
    {
      last = trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, last->place, trinh_text_new ());
      g_ptr_array_add (blocks, last);
    }
  if (last == NULL || last->text == NULL)
    return;
  close_text (last->text);
  follow_table (blocks);
}
