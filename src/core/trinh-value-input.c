/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-form-row.h"
#include "trinh-language.h"
#include "trinh-period.h"
#include "trinh-value-input.h"

static char *
read_number (const char *text,
             GError **error)
{
  TrinhDecimal decimal;

  return trinh_decimal_parse (text, &decimal, error) ? trinh_decimal_to_canonical (decimal) : NULL;
}

/* By code or by text; a code that is not offered is readable, and gets a finding. */
static char *
read_choice (TrinhFormRow *row,
             const char *text,
             GError **error)
{
  g_autofree char *folded = trinh_language_fold (text);
  TrinhDecimal decimal;

  if (trinh_form_row_find_choice (row, text) != NULL)
    return g_strdup (text);

  for (guint i = 0; i < trinh_form_row_get_n_choices (row); i++)
    {
      g_autofree char *choice = trinh_language_fold (trinh_form_row_get_choice_text (row, i));

      if (g_str_equal (choice, folded))
        return g_strdup (trinh_form_row_get_choice_code (row, i));
    }

  if (trinh_decimal_parse (text, &decimal, NULL))
    return trinh_decimal_to_canonical (decimal);

  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is none of the choices. Choose one from the list."), text);

  return NULL;
}

static gboolean
read_digits (const char *text,
             gsize least,
             gsize most,
             guint *number)
{
  const gsize length = strspn (text, "0123456789");

  *number = (guint) g_ascii_strtoull (text, NULL, 10);

  return text[length] == '\0' && length >= least && length <= most;
}

gboolean
trinh_value_read_date (const char *text,
                       guint32 *julian,
                       GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *iso = NULL;
  guint day;
  guint month;
  guint year;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (julian != NULL, FALSE);

  if (trinh_date_parse (text, julian))
    return TRUE;

  parts = g_strsplit_set (text, "/-.", 4);
  if (g_strv_length (parts) == 3 && read_digits (parts[0], 1, 2, &day) && read_digits (parts[1], 1, 2, &month) &&
      read_digits (parts[2], 4, 4, &year))
    iso = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  if (iso != NULL && trinh_date_parse (iso, julian))
    return TRUE;

  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no date. Write day/month/year, such as 09/6/2022."), text);

  return FALSE;
}

static char *
read_date (const char *text,
           GError **error)
{
  guint32 julian;

  return trinh_value_read_date (text, &julian, error) ? trinh_date_to_string (julian) : NULL;
}

char *
trinh_value_read_text (TrinhFormRow *row,
                       TrinhKind kind,
                       const char *text,
                       GError **error)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (row), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  switch (kind)
    {
    case TRINH_KIND_COUNT:
    case TRINH_KIND_AMOUNT:
    case TRINH_KIND_PERCENT:
      return read_number (text, error);
    case TRINH_KIND_CHOICE:
    case TRINH_KIND_YES_NO:
      return read_choice (row, text, error);
    case TRINH_KIND_DATE:
      return read_date (text, error);
    case TRINH_KIND_TEXT:
      return g_strdup (text);
    case TRINH_KIND_NONE:
    default:
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is a heading and takes no value."), trinh_form_row_get_plain_label (row));
      return NULL;
    }
}
