/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "trinh-letters.h"
#include "trinh-spreadsheet-private.h"

#define MAX_NAME 31
#define MAX_FOOTER 100
#define INCHES(millimetres) ((millimetres) / 25.4)
#define A4 9
/* Of the size of letters: their usual breadth, and a line's height */
#define LETTER 0.52
#define LINE 1.2
/* Spreadsheets cut off what is higher than 409 points; no letters are made smaller than this for it. */
#define HIGHEST_ROW 400
#define LEAST_SIZE 8.0
/* A column has at most 255 letters */
#define WIDEST_COLUMN 1200
#define WIDTH_STEP 12
/* Left and right of a cell's letters together, points */
#define CELL_PADDING 6

static int
get_alignment (TrinhAlign align)
{
  switch (align)
    {
    case TRINH_ALIGN_CENTER:
      return LXW_ALIGN_CENTER;
    case TRINH_ALIGN_END:
      return LXW_ALIGN_RIGHT;
    case TRINH_ALIGN_START:
    default:
      return LXW_ALIGN_LEFT;
    }
}

static lxw_format *
make_format (TrinhSpreadsheet *self,
             const TrinhSpreadsheetLook *look)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, TRINH_SPREADSHEET_FONT);
  format_set_font_size (format, look->size > 0 ? look->size : TRINH_SPREADSHEET_SIZE);
  format_set_text_wrap (format);
  format_set_align (format, (guint8) get_alignment (look->align));
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (!look->plain)
    format_set_border (format, LXW_BORDER_THIN);
  if (look->unlocked)
    format_set_unlocked (format);
  if (look->number != NULL)
    format_set_num_format (format, look->number);

  return format;
}

lxw_format *
_trinh_spreadsheet_get_format (TrinhSpreadsheet *self,
                               const TrinhSpreadsheetLook *look)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %d %d %g %s",
                                          look->bold,
                                          look->italic,
                                          look->plain,
                                          look->unlocked,
                                          (int) look->align,
                                          look->size,
                                          look->number != NULL ? look->number : "");
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format == NULL)
    {
      format = make_format (self, look);
      g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
    }

  return format;
}

/* "&" begins a code in a header; two of them are one letter. */
static char *
dup_footer (const char *text)
{
  g_autofree char *letters = trinh_letters_dup_line (text);
  g_autofree char *line = g_utf8_substring (letters, 0, MIN (g_utf8_strlen (letters, -1), MAX_FOOTER));
  g_auto (GStrv) parts = g_strsplit (line, "&", -1);

  return g_strjoinv ("&&", parts);
}

void
_trinh_spreadsheet_set_page (TrinhSpreadsheet *self,
                             lxw_worksheet *sheet,
                             const char *title,
                             gboolean landscape)
{
  g_autofree char *left = dup_footer (title);
  g_autofree char *right = dup_footer (trinh_office_get_name (trinh_report_get_office (self->report)));
  g_autofree char *footer = g_strdup_printf ("&L&\"" TRINH_SPREADSHEET_FONT ",Regular\"&9 %s&R&\"" TRINH_SPREADSHEET_FONT ",Regular\"&9 %s", left, right);

  worksheet_set_paper (sheet, A4);
  if (landscape)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
  worksheet_set_margins (sheet, INCHES (30), INCHES (15), INCHES (20), INCHES (20));
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_center_horizontally (sheet);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  _trinh_spreadsheet_check (self, worksheet_set_header (sheet, "&C&\"" TRINH_SPREADSHEET_FONT ",Regular\"&13&P"), title);
  _trinh_spreadsheet_check (self, worksheet_set_footer (sheet, footer), title);
}

void
_trinh_spreadsheet_set_width (TrinhSpreadsheet *self,
                              lxw_worksheet *sheet,
                              guint column,
                              double points)
{
  const guint pixels = (guint) lround (points * 96 / 72);

  _trinh_spreadsheet_check (self, worksheet_set_column_pixels (sheet, (lxw_col_t) column, (lxw_col_t) column, pixels, NULL), NULL);
}

double
_trinh_spreadsheet_guess_height (const char *letters,
                                 double width,
                                 double size)
{
  const double room = MAX (1, width / (size * LETTER));
  g_auto (GStrv) lines = g_strsplit (letters, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      double used = 0;

      n_lines++;
      for (guint j = 0; words[j] != NULL; j++)
        {
          const double length = (double) g_utf8_strlen (words[j], -1);

          if (used > 0 && used + 1 + length > room)
            {
              n_lines++;
              used = 0;
            }
          n_lines += (guint) (length / room);
          used += length + (used > 0 ? 1 : 0);
        }
    }

  return MAX (1, n_lines) * size * LINE + 4;
}

/* What is surely low enough is not measured: capitals are less than twice as wide as what is guessed with. */
static gboolean
is_too_high (TrinhSpreadsheet *self,
             const TrinhText *text,
             double width,
             double size)
{
  g_autofree char *letters = trinh_text_dup_plain (text);

  return _trinh_spreadsheet_guess_height (letters, width, size) > HIGHEST_ROW / 2.0 &&
         trinh_measure_lines (self->measure, text, size, 0, MAX (1, width - CELL_PADDING)) * size * LINE > HIGHEST_ROW;
}

double
_trinh_spreadsheet_choose_size (TrinhSpreadsheet *self,
                                const TrinhText *text,
                                double width)
{
  double size = TRINH_SPREADSHEET_SIZE;

  while (size > LEAST_SIZE && is_too_high (self, text, width, size))
    size -= 0.5;

  return size < TRINH_SPREADSHEET_SIZE ? size : 0;
}

double
_trinh_spreadsheet_choose_width (TrinhSpreadsheet *self,
                                 const TrinhText *text,
                                 double width)
{
  while (width < WIDEST_COLUMN && is_too_high (self, text, width, LEAST_SIZE))
    width += WIDTH_STEP;

  return width;
}

/* Spreadsheets refuse these signs, and an apostrophe at an end. */
static char *
clean_name (const char *wanted)
{
  g_autofree char *line = g_strdelimit (g_strdup (wanted), "[]:*?/\\\n\t", '-');
  char *name = g_strstrip (g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_NAME)));

  for (gsize i = strlen (name); i > 0 && name[i - 1] == '\''; i--)
    name[i - 1] = ' ';
  for (char *p = name; *p == '\'' || *p == ' '; p++)
    *p = ' ';

  return g_strstrip (name);
}

char *
_trinh_spreadsheet_make_name (TrinhSpreadsheet *self,
                              const char *wanted)
{
  g_autofree char *name = clean_name (wanted);
  g_autofree char *tried = NULL;

  if (*name == '\0')
    g_set_str (&name, "Biểu");
  tried = g_strdup (name);
  for (guint i = 2;; i++)
    {
      g_autofree char *suffix = g_strdup_printf (" (%u)", i);
      g_autofree char *shorter = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME - (glong) strlen (suffix)));

      if (g_hash_table_add (self->names, g_utf8_strdown (tried, -1)))
        return g_steal_pointer (&tried);
      g_free (tried);
      tried = g_strconcat (shorter, suffix, NULL);
    }
}
