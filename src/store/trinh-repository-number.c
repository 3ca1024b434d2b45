/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Numbers begin anew each year, office by office and symbol by symbol; one stands for one report. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-number-private.h"
#include "trinh-statement-private.h"
#include "trinh-store-numbers.h"

#define YEAR_LENGTH 4

/* The blanks of a row; a damaged one can hold nothing. */
static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

TrinhNumber *
trinh_number_new (const char *id,
                  TrinhOffice *office,
                  const char *number,
                  const char *symbol,
                  const char *date)
{
  TrinhNumber *self = g_new0 (TrinhNumber, 1);

  self->id = dup_text (id);
  self->office = g_object_ref (office);
  self->number = dup_text (number);
  self->symbol = dup_text (symbol);
  self->date = dup_text (date);

  return self;
}

void
trinh_number_free (TrinhNumber *self)
{
  g_free (self->id);
  g_object_unref (self->office);
  g_free (self->number);
  g_free (self->symbol);
  g_free (self->date);
  g_free (self);
}

static TrinhNumber *
read_number (TrinhStatement *statement)
{
  const char *name = trinh_statement_get_text (statement, 1);
  g_autoptr (TrinhOffice) office = trinh_office_new (name != NULL ? name : "", trinh_statement_get_text (statement, 2), NULL, NULL, NULL, NULL);

  return trinh_number_new (trinh_statement_get_text (statement, 0), office, trinh_statement_get_text (statement, 3), trinh_statement_get_text (statement, 4), trinh_statement_get_text (statement, 5));
}

GPtrArray *
trinh_repository_list_numbers (TrinhConnection *connection,
                               GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_number_free);
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection,
                                   "SELECT report.id, office_name, office_code, json_extract (numbered.json, '$'),"
                                   " (SELECT json_extract (json, '$') FROM content WHERE report_id = report.id AND kind = 'member' AND target = 'symbol'),"
                                   " (SELECT json_extract (json, '$') FROM content WHERE report_id = report.id AND kind = 'member' AND target = 'date')"
                                   " FROM content AS numbered JOIN report ON report.id = numbered.report_id"
                                   " WHERE numbered.kind = 'member' AND numbered.target = 'number' AND numbered.json <> '\"\"'",
                                   error);
  if (statement == NULL)
    return NULL;

  while (trinh_statement_next (statement, error))
    g_ptr_array_add (numbers, read_number (statement));
  return statement->code == SQLITE_DONE ? g_steal_pointer (&numbers) : NULL;
}

/* The report's own, else this one. (transfer full) */
static char *
dup_year (const TrinhNumber *self)
{
  g_autofree char *today = NULL;

  if (strlen (self->date) >= YEAR_LENGTH)
    return g_strndup (self->date, YEAR_LENGTH);
  today = trinh_date_to_string (trinh_date_today ());

  return g_strndup (today, YEAR_LENGTH);
}

GPtrArray *
trinh_number_list_series (const TrinhNumber *self,
                          GPtrArray *numbers)
{
  GPtrArray *series = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *year = dup_year (self);

  for (guint i = 0; i < numbers->len; i++)
    {
      const TrinhNumber *other = g_ptr_array_index (numbers, i);

      if (!g_str_equal (other->id, self->id) && g_str_equal (other->symbol, self->symbol) && g_str_has_prefix (other->date, year) &&
          trinh_office_is_same (other->office, self->office))
        g_ptr_array_add (series, g_strdup (other->number));
    }
  return series;
}

gboolean
trinh_store_is_same_number (const char *one,
                            const char *other)
{
  g_return_val_if_fail (one != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  while (*one == '0')
    one++;
  while (*other == '0')
    other++;
  return g_ascii_strcasecmp (one, other) == 0;
}

gboolean
trinh_number_check (const TrinhNumber *self,
                    GPtrArray *numbers,
                    GError **error)
{
  g_autoptr (GPtrArray) series = trinh_number_list_series (self, numbers);
  g_autofree char *year = dup_year (self);

  for (guint i = 0; i < series->len; i++)
    if (trinh_store_is_same_number (self->number, g_ptr_array_index (series, i)))
      {
        g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER, _ ("Another report of %s has the number %s/%s already. Give the next number."), year, self->number, self->symbol);
        return FALSE;
      }
  return TRUE;
}

gboolean
trinh_repository_check_number (TrinhConnection *connection,
                               const char *id,
                               GError **error)
{
  g_autoptr (GPtrArray) numbers = trinh_repository_list_numbers (connection, error);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const TrinhNumber *own = g_ptr_array_index (numbers, i);

      if (g_str_equal (own->id, id))
        return trinh_number_check (own, numbers, error);
    }
  return numbers != NULL;
}
