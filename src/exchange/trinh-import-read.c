/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-import-private.h"
#include "trinh-kind.h"

void
_trinh_import_reading_clear (TrinhImportReading *reading)
{
  g_clear_pointer (&reading->content, g_free);
  g_clear_pointer (&reading->answers[0], g_free);
  g_clear_pointer (&reading->answers[1], g_free);
  g_clear_pointer (&reading->message, g_free);
}

/* What tables put where nothing was entered */
static gboolean
says_nothing (const char *text)
{
  static const char *const signs[] = { "", "-", "–", "—", "…", "...", "……", "./." };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (text, signs[i]))
      return TRUE;

  return FALSE;
}

static void
understand (TrinhImportReading *reading,
            char *content)
{
  reading->status = TRINH_IMPORT_NEW;
  reading->content = content;
}

static void
refuse (TrinhImportReading *reading,
        char *message)
{
  reading->status = TRINH_IMPORT_REFUSED;
  reading->message = message;
}

/* The two numbers that a text with one separator can mean: without it, or with it before the decimals. */
static void
doubt_text (TrinhImportReading *reading,
            const char *text,
            const GError *error)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) fraction = g_string_new (NULL);
  g_autofree char *shown = NULL;
  TrinhDecimal decimal;
  gboolean comma = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == '-' || g_str_has_prefix (p, "−"))
      {
        const char sign = g_ascii_isdigit (*p) ? *p : '-';

        g_string_append_c (whole, sign);
        g_string_append_c (fraction, sign);
      }
    else if (*p == ',' || *p == '.')
      {
        g_string_append_c (fraction, '.');
        comma = *p == ',';
      }

  reading->answers[0] = _trinh_number_from_digits (whole->str, 0);
  reading->answers[1] = _trinh_number_from_digits (fraction->str, 0);
  if (trinh_decimal_parse_canonical (reading->answers[1] != NULL ? reading->answers[1] : "", &decimal, NULL))
    shown = trinh_decimal_format (decimal);
  reading->message = shown != NULL ? g_strdup_printf (_ ("“%s” can be read in two ways: as %s or as %s."), text, reading->answers[0], shown) : g_strdup (error->message);
  reading->question = comma ? "comma" : "point";
  reading->status = reading->answers[0] != NULL && reading->answers[1] != NULL ? TRINH_IMPORT_AMBIGUOUS : TRINH_IMPORT_REFUSED;
}

static void
read_words (TrinhImportReading *reading,
            TrinhFormRow *row,
            TrinhKind kind,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  char *content = trinh_value_read_text (row, kind, text, &error);

  if (content != NULL)
    understand (reading, content);
  else if (g_error_matches (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_AMBIGUOUS))
    doubt_text (reading, text, error);
  else
    refuse (reading, g_strdup (error->message));
}

/* A quotient of a spreadsheet has as many decimals as it can: those of the row are kept, but what is not
 * quite nothing, or not quite all, does not become it. */
static char *
round_to_row (TrinhFormRow *row,
              TrinhKind kind,
              const char *text)
{
  TrinhDecimal decimal;
  TrinhDecimal rounded;

  if (kind != TRINH_KIND_PERCENT || !trinh_decimal_parse_canonical (text, &decimal, NULL) || decimal.decimals <= trinh_form_row_get_decimals (row))
    return g_strdup (text);

  rounded = trinh_decimal_round (decimal, trinh_form_row_get_decimals (row));
  if (rounded.units == 0 || rounded.units == 100 * TRINH_DECIMAL_SCALE)
    return g_strdup (text);

  g_autofree char *canonical = trinh_decimal_to_canonical (rounded);

  return _trinh_number_from_digits (canonical, 0);
}

/* A percentage between 0 and 1 that a spreadsheet does not show as one may be a fraction of the whole. */
static gboolean
may_be_share (TrinhSheetKind kind,
              const char *text)
{
  TrinhDecimal decimal;

  if (!trinh_decimal_parse_canonical (text, &decimal, NULL) || decimal.units <= 0 || decimal.units > TRINH_DECIMAL_SCALE)
    return FALSE;

  return decimal.units < TRINH_DECIMAL_SCALE || kind == TRINH_SHEET_BARE_NUMBER;
}

static void
read_figure (TrinhImportReading *reading,
             TrinhFormRow *row,
             TrinhKind kind,
             TrinhSheetKind sheet_kind,
             const char *text)
{
  g_autofree char *shown = NULL;

  if (kind == TRINH_KIND_PERCENT && sheet_kind != TRINH_SHEET_PERCENT && may_be_share (sheet_kind, text))
    {
      reading->status = TRINH_IMPORT_AMBIGUOUS;
      reading->question = "share";
      reading->answers[0] = _trinh_number_from_digits (text, 2);
      reading->answers[1] = _trinh_number_from_digits (text, 0);
      reading->message = g_strdup (_ ("The row is a percentage and the table has a number between 0 and 1: it may be a part of one, or that percentage itself."));
    }
  else if (sheet_kind == TRINH_SHEET_PERCENT && kind != TRINH_KIND_PERCENT)
    {
      shown = g_strdup_printf ("%s%%", text);
      refuse (reading, g_strdup_printf (_ ("“%s” is a percentage, the row is none."), shown));
    }
  else if (trinh_kind_is_number (kind))
    understand (reading, round_to_row (row, kind, text));
  else
    read_words (reading, row, kind, text);
}

void
_trinh_import_read_cell (TrinhImportReading *reading,
                         TrinhFormRow *row,
                         TrinhFormColumn *column,
                         TrinhSheetKind sheet_kind,
                         const char *text)
{
  const TrinhKind kind = trinh_kind_of_cell (row, column);
  g_autofree char *normal = g_strstrip (trinh_language_normalize (text));

  *reading = (TrinhImportReading) { .status = TRINH_IMPORT_SAME };
  if (sheet_kind == TRINH_SHEET_EMPTY || says_nothing (normal))
    return;

  if (kind == TRINH_KIND_NONE)
    refuse (reading, g_strdup_printf (_ ("“%s” is a heading and takes no value."), trinh_form_row_get_plain_label (row)));
  else if (sheet_kind == TRINH_SHEET_FORMULA)
    refuse (reading, g_strdup (_ ("The file does not say what its formula here came to. Open the file in the spreadsheet program, save it as .xlsx, and import that file.")));
  else if (sheet_kind == TRINH_SHEET_DATE && trinh_kind_is_number (kind))
    refuse (reading, g_strdup_printf (_ ("The table has the date %s where a number belongs; a spreadsheet may have made it of something like “1.4”."), normal));
  else if (sheet_kind == TRINH_SHEET_NUMBER || sheet_kind == TRINH_SHEET_PERCENT || sheet_kind == TRINH_SHEET_BARE_NUMBER)
    read_figure (reading, row, kind, sheet_kind, normal);
  else
    read_words (reading, row, kind, normal);
}

char *
_trinh_import_show (TrinhFormRow *row,
                    TrinhFormColumn *column,
                    const char *content)
{
  const TrinhKind kind = trinh_kind_of_cell (row, column);
  const char *choice;
  TrinhDecimal decimal;
  guint32 julian;

  if (content == NULL)
    return g_strdup ("");
  if (trinh_kind_is_number (kind) && trinh_decimal_parse_canonical (content, &decimal, NULL))
    return trinh_decimal_format (decimal);
  if (kind == TRINH_KIND_DATE && trinh_date_parse (content, &julian))
    return trinh_date_format (julian);

  choice = trinh_form_row_find_choice (row, content);

  return choice != NULL ? g_strdup_printf ("%s (%s)", content, choice) : g_strdup (content);
}
