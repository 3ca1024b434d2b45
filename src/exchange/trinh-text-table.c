/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-text-table.h"
#include "trinh-workbook-private.h"

/* How many lines tell which sign stands between the cells */
#define LINES_LOOKED_AT 50

static guint
count_in_line (const char **rest,
               char separator)
{
  gboolean quoted = FALSE;
  guint n = 0;
  const char *p = *rest;

  for (; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && *p == separator)
        n++;
    }
  while (*p == '\n' || *p == '\r')
    p++;
  *rest = p;

  return n;
}

/* How many lines have as many of the sign as the line before, and some */
static guint
weigh_separator (const char *text,
                 char separator)
{
  const char *rest = text;
  guint weight = 0;
  guint before = 0;

  for (guint i = 0; i < LINES_LOOKED_AT && *rest != '\0'; i++)
    {
      const guint n = count_in_line (&rest, separator);

      weight += n > 0 && n == before ? 2 : n > 0;
      before = n;
    }

  return weight;
}

/* A comma comes last: it stands in numbers too. */
static char
find_separator (const char *text)
{
  static const char separators[] = "\t;|,";
  char best = '\t';
  guint most = 0;

  for (guint i = 0; separators[i] != '\0'; i++)
    {
      const guint weight = weigh_separator (text, separators[i]);

      if (weight > most)
        {
          most = weight;
          best = separators[i];
        }
    }

  return best;
}

/* A quotation mark encloses the cell only where its partner ends the cell; otherwise it is a letter like others. */
static const char *
find_closing (const char *text,
              char separator)
{
  if (*text != '"')
    return NULL;

  for (const char *p = text + 1; *p != '\0'; p++)
    if (*p == '"' && p[1] == '"')
      p++;
    else if (*p == '"')
      return p[1] == '\0' || p[1] == separator || p[1] == '\r' || p[1] == '\n' ? p : NULL;

  return NULL;
}

char *
trinh_text_table_take_cell (const char **rest,
                            char separator)
{
  const char *p;
  const char *closing;
  GString *cell;

  g_return_val_if_fail (rest != NULL && *rest != NULL, NULL);

  p = *rest;
  closing = find_closing (p, separator);
  cell = g_string_new (NULL);
  if (closing != NULL)
    {
      for (p++; p < closing; p++)
        {
          if (*p == '"')
            p++;
          g_string_append_c (cell, *p);
        }
      *rest = closing + 1;
    }
  else
    {
      for (; *p != '\0' && *p != separator && *p != '\r' && *p != '\n'; p++)
        g_string_append_c (cell, *p);
      *rest = p;
    }

  return g_strstrip (g_string_free_and_steal (cell));
}

void
trinh_text_table_end_line (const char **rest)
{
  g_return_if_fail (rest != NULL && *rest != NULL);

  if ((*rest)[0] == '\r' && (*rest)[1] == '\n')
    (*rest)++;
  if (**rest != '\0')
    (*rest)++;
}

static gboolean
split_cells (TrinhSheet *sheet,
             const char *text,
             char separator,
             GError **error)
{
  const char *rest = text;

  for (guint row = 0; *rest != '\0'; row++)
    {
      for (guint column = 0;; column++)
        {
          g_autofree char *cell = trinh_text_table_take_cell (&rest, separator);

          if (!_trinh_sheet_set (sheet, row, column, TRINH_SHEET_TEXT, cell, error))
            return FALSE;
          if (*rest != separator)
            break;
          rest++;
        }
      trinh_text_table_end_line (&rest);
    }

  return TRUE;
}

/* "1.1 Số văn bản đã ban hành Văn bản 21": the code, what stands between, the last number */
static GRegex *
make_line_pattern (void)
{
  return g_regex_new ("^\\s*(\\d+(?:\\.\\d+)*\\p{L}?\\.?)\\s+(.*?\\p{L}.*?)\\s+(-?[\\d.,]+\\s?%?)\\s*$", G_REGEX_OPTIMIZE, 0, NULL);
}

static gboolean
has_code (const char *line)
{
  return g_regex_match_simple ("^(\\d+(\\.\\d+)*\\p{L}?|[IVX]+)[.)]?\\s", line, 0, 0);
}

static gboolean
has_gaps (const char *line)
{
  return strstr (line, "  ") != NULL;
}

/* "2.1  Số nhiệm vụ  Nhiệm vụ  33" and "đề ra trong kỳ": what was broken off goes to the end of the second cell. */
static char *
join_gapped (const char *before,
             const char *line)
{
  const char *label = strstr (before, "  ");
  const char *end;

  while (*label == ' ')
    label++;
  end = strstr (label, "  ");
  if (end == NULL)
    end = label + strlen (label);

  return g_strdup_printf ("%.*s %s%s", (int) (end - before), before, line, end);
}

/* A long label is broken over two lines and more. (transfer full) (nullable): %NULL: @line is a row of its own */
static char *
join_lines (const char *before,
            const char *line,
            GRegex *whole)
{
  const gunichar first = g_utf8_get_char (line);
  g_autofree char *joined = NULL;

  if (has_code (line) || has_gaps (line) || !has_code (before) || !g_unichar_isalpha (first))
    return NULL;
  if (has_gaps (before))
    return g_unichar_islower (first) ? join_gapped (before, line) : NULL;
  if (g_regex_match (whole, before, 0, NULL))
    return NULL;
  joined = g_strconcat (before, " ", line, NULL);

  return g_unichar_islower (first) || g_regex_match (whole, joined, 0, NULL) ? g_steal_pointer (&joined) : NULL;
}

/* (transfer full): the lines without those that only go on */
static GPtrArray *
collect_lines (const char *text,
               GRegex *whole)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *before = collected->len > 0 ? collected->pdata[collected->len - 1] : NULL;
      char *joined = before != NULL && *g_strstrip (lines[i]) != '\0' ? join_lines (before, lines[i], whole) : NULL;

      if (joined != NULL)
        g_ptr_array_remove_index (collected, collected->len - 1);
      g_ptr_array_add (collected, joined != NULL ? joined : g_strstrip (g_strdup (lines[i])));
    }

  return collected;
}

/* What comes out of a PDF has lost its cells: two and more spaces stand for them, or a line is taken apart from both ends. */
static gboolean
split_lines (TrinhSheet *sheet,
             const char *text,
             GError **error)
{
  g_autoptr (GRegex) gaps = g_regex_new ("\\s{2,}", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GRegex) line = make_line_pattern ();
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);
  g_autoptr (GPtrArray) lines = collect_lines (plain, line);

  for (guint row = 0; row < lines->len; row++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_auto (GStrv) cells = NULL;
      const gboolean whole = !has_gaps (lines->pdata[row]) && g_regex_match (line, lines->pdata[row], 0, &match);

      cells = whole ? g_match_info_fetch_all (match) : g_regex_split (gaps, lines->pdata[row], 0);
      for (guint column = 0; cells != NULL && cells[column] != NULL; column++)
        if (!(whole && column == 0) && !_trinh_sheet_set (sheet, row, column - whole, TRINH_SHEET_TEXT, cells[column], error))
          return FALSE;
    }

  return TRUE;
}

/* "Unicode text" of a spreadsheet program is UTF-16 with its mark. (transfer full) */
static GBytes *
decode (GBytes *bytes)
{
  gsize size, written;
  const guchar *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  if (size >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    text = g_convert ((const char *) data, (gssize) size, "UTF-8", "UTF-16", NULL, &written, NULL);

  return text != NULL ? g_bytes_new_take (text, written) : g_bytes_ref (bytes);
}

static gboolean
refuse_encoding (TrinhWorkbook *workbook,
                 const char *text,
                 gsize size,
                 GError **error)
{
  const char *end;
  guint line = 1;

  if (g_utf8_validate (text, (gssize) size, &end))
    return FALSE;

  for (const char *p = text; p < end; p++)
    line += *p == '\n';
  if (memchr (text, '\0', size) != NULL && !(size > 1 && ((guchar) text[0] >= 0xfe)))
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_FOREIGN, _ ("“%s” is no table. Choose a file of the kind .xlsx, .xls, .ods, .csv or .tsv; a table in a document can be copied and pasted."), trinh_workbook_get_name (workbook));
  else
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCODING, _ ("“%s”, line %u: the letters are not in UTF-8 but in an older code such as Windows-1258 or TCVN3. In the program it comes from, save it as “CSV UTF-8” or as .xlsx."), trinh_workbook_get_name (workbook), line);

  return TRUE;
}

static gboolean
refuse_length (TrinhWorkbook *workbook,
               gsize size,
               GError **error)
{
  if (size <= TRINH_WORKBOOK_MAX_TEXT)
    return FALSE;

  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE, _ ("The text “%s” is too large: at most %d MiB are read. Leave only the rows that the report needs in it."), trinh_workbook_get_name (workbook), TRINH_WORKBOOK_MAX_TEXT / 1024 / 1024);

  return TRUE;
}

gboolean
_trinh_workbook_read_text (TrinhWorkbook *workbook,
                           GBytes *bytes,
                           GError **error)
{
  g_autoptr (GBytes) decoded = decode (bytes);
  gsize size;
  const char *data = g_bytes_get_data (decoded, &size);
  g_autofree char *text = NULL;
  const char *start;

  if (refuse_length (workbook, size, error) || refuse_encoding (workbook, data, size, error))
    return FALSE;

  text = g_strndup (data, size);
  start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;

  return split_cells (_trinh_workbook_add_sheet (workbook, ""), start, find_separator (start), error);
}

TrinhWorkbook *
trinh_workbook_new_from_text (const char *text,
                              GError **error)
{
  g_autoptr (TrinhWorkbook) self = NULL;
  TrinhSheet *sheet;

  g_return_val_if_fail (text != NULL, NULL);

  self = _trinh_workbook_new ("");
  if (refuse_length (self, strlen (text), error) || refuse_encoding (self, text, strlen (text), error))
    return NULL;

  sheet = _trinh_workbook_add_sheet (self, "");
  if (!(strchr (text, '\t') != NULL ? split_cells (sheet, text, '\t', error) : split_lines (sheet, text, error)) || _trinh_workbook_refuse_letters (self, error))
    return NULL;

  return g_steal_pointer (&self);
}
