/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-work.h"

static TrinhKind
find_kind (TrinhFormRow *row,
           TrinhFormColumn *column)
{
  TrinhKind kind = column != NULL ? trinh_form_column_get_kind (column) : TRINH_KIND_NONE;

  return kind != TRINH_KIND_NONE ? kind : trinh_form_row_get_kind (row);
}

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

static char *
read_date (const char *text,
           GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *iso = NULL;
  guint32 julian;

  if (trinh_date_parse (text, &julian))
    return trinh_date_to_string (julian);

  parts = g_strsplit_set (text, "/-.", 4);
  if (g_strv_length (parts) == 3)
    iso = g_strdup_printf ("%04d-%02d-%02d", atoi (parts[2]), atoi (parts[1]), atoi (parts[0]));
  if (iso != NULL && trinh_date_parse (iso, &julian))
    return g_steal_pointer (&iso);

  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no date. Write day/month/year, such as 09/6/2022."), text);

  return NULL;
}

static char *
read_text (TrinhFormRow *row,
           TrinhKind kind,
           const char *text,
           GError **error)
{
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

/* Puts what @text says into @edit. Blank text makes a heading's cell nothing to do. */
static gboolean
enter (TrinhWork *self,
       TrinhEdit *edit,
       const char *address,
       const char *text,
       GError **error)
{
  TrinhReport *report = trinh_work_get_report (self);
  TrinhValue *old = trinh_report_get_value (report, address);
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  g_autofree char *stripped = g_strstrip (trinh_language_normalize (text));
  g_autofree char *content = NULL;
  g_autoptr (TrinhValue) value = NULL;

  if (!trinh_regime_find_cell (trinh_report_get_regime (report), address, NULL, &row, &column))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("There is no cell “%s”."), address);
      return FALSE;
    }

  if (stripped[0] != '\0')
    {
      content = read_text (row, find_kind (row, column), stripped, error);
      if (content == NULL)
        return FALSE;
    }
  else if (find_kind (row, column) == TRINH_KIND_NONE)
    return TRUE;

  if (g_strcmp0 (content, trinh_value_get_text (old)) == 0 && trinh_value_get_origin (old) == TRINH_ORIGIN_ENTERED)
    return TRUE;

  value = trinh_value_with_text (old, content, TRINH_ORIGIN_ENTERED);
  trinh_edit_set_value (edit, address, trinh_value_is_empty (value) ? NULL : value);

  return TRUE;
}

static char *
dup_label (TrinhWork *self,
           const char *address,
           const char *format)
{
  TrinhFormRow *row = NULL;
  const char *name;

  trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (self)), address, NULL, &row, NULL);
  name = row != NULL ? trinh_form_row_get_plain_code (row) : "";
  if (row != NULL && name[0] == '\0')
    name = trinh_form_row_get_key (row);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, name);
#pragma GCC diagnostic pop
}

gboolean
trinh_work_enter_text (TrinhWork *self,
                       const char *address,
                       const char *text,
                       GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  /* Translators: what can be undone; %s is an indicator's code */
  label = dup_label (self, address, _ ("value of %s"));
  edit = trinh_edit_new (label);
  if (!enter (self, edit, address, text, error))
    return FALSE;

  return trinh_edit_get_n_changes (edit) == 0 || trinh_work_apply (self, edit, error);
}

static void
enter_note (TrinhWork *self,
            TrinhEdit *edit,
            const char *address,
            const char *note)
{
  TrinhValue *old = trinh_report_get_value (trinh_work_get_report (self), address);
  g_autofree char *normal = g_strstrip (trinh_language_normalize (note));
  g_autoptr (TrinhValue) value = NULL;

  if (g_strcmp0 (normal, trinh_value_get_note (old)) == 0)
    return;

  value = trinh_value_with_note (old, normal);
  trinh_edit_set_value (edit, address, trinh_value_is_empty (value) ? NULL : value);
}

gboolean
trinh_work_enter_note (TrinhWork *self,
                       const char *address,
                       const char *note,
                       GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (note != NULL, FALSE);

  /* Translators: what can be undone; %s is an indicator's code */
  label = dup_label (self, address, _ ("note of %s"));
  edit = trinh_edit_new (label);
  enter_note (self, edit, address, note);

  return trinh_edit_get_n_changes (edit) == 0 || trinh_work_apply (self, edit, error);
}

static void
paste_line (TrinhWork *self,
            TrinhEdit *edit,
            const char *address,
            GPtrArray *cells,
            gboolean with_notes,
            GPtrArray *skipped)
{
  g_autoptr (GError) error = NULL;

  if (cells->len > 0 && !enter (self, edit, address, cells->pdata[0], &error))
    {
      g_autofree char *label = dup_label (self, address, "%s");

      g_ptr_array_add (skipped, g_strdup_printf ("%s: %s", label, error->message));
    }

  /* A note goes on top of the value that the same line brings. */
  if (with_notes && cells->len > 1)
    {
      const guint last = trinh_edit_get_n_changes (edit);
      const TrinhChange *change = last > 0 ? trinh_edit_get_change (edit, last - 1) : NULL;

      if (change != NULL && change->new_content != NULL && g_str_equal (change->target, address))
        {
          g_autoptr (TrinhValue) fresh = trinh_value_from_json (change->new_content, NULL);
          g_autofree char *note = g_strstrip (trinh_language_normalize (cells->pdata[1]));
          g_autoptr (TrinhValue) value = trinh_value_with_note (fresh, note);

          trinh_edit_set_value (edit, address, value);
        }
      else
        enter_note (self, edit, address, cells->pdata[1]);
    }
}

/* One line of a spreadsheet's clipboard: tabs between cells, quotes around a cell with line ends. */
static GPtrArray *
take_line (const char **rest)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  const char *p = *rest;
  gboolean quoted = FALSE;
  gboolean begins = TRUE;

  for (; *p != '\0'; p++)
    {
      if (begins && *p == '"' && strchr (p + 1, '"') != NULL)
        quoted = TRUE;
      else if (quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (quoted && *p == '"')
        quoted = FALSE;
      else if (!quoted && *p == '\t')
        {
          g_ptr_array_add (cells, g_string_free_and_steal (cell));
          cell = g_string_new (NULL);
          begins = TRUE;
          continue;
        }
      else if (!quoted && (*p == '\n' || *p == '\r'))
        break;
      else
        g_string_append_c (cell, *p);
      begins = FALSE;
    }

  g_ptr_array_add (cells, g_string_free_and_steal (cell));
  if (p[0] == '\r' && p[1] == '\n')
    p++;
  *rest = *p != '\0' ? p + 1 : p;

  return cells;
}

guint
trinh_work_paste (TrinhWork *self,
                  TrinhForm *form,
                  guint row,
                  const char *table,
                  gboolean with_notes,
                  GPtrArray **skipped)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrinhEdit) edit = trinh_edit_new (_ ("pasted block"));
  g_autoptr (GError) error = NULL;
  const char *rest = table;
  guint changed;

  g_return_val_if_fail (TRINH_IS_WORK (self), 0);
  g_return_val_if_fail (TRINH_IS_FORM (form), 0);
  g_return_val_if_fail (table != NULL, 0);

  for (; *rest != '\0' && row < trinh_form_get_n_rows (form); row++)
    {
      g_autoptr (GPtrArray) cells = take_line (&rest);
      const char *address = trinh_form_get_address (form, trinh_form_get_row (form, row), trinh_form_get_main_column (form));

      paste_line (self, edit, address, cells, with_notes, problems);
    }
  if (*rest != '\0')
    g_ptr_array_add (problems, g_strdup (_ ("The block is longer than the form: the lines after its end were left out.")));

  changed = trinh_edit_get_n_changes (edit);
  if (changed > 0 && !trinh_work_apply (self, edit, &error))
    {
      g_ptr_array_add (problems, g_strdup (error->message));
      changed = 0;
    }
  if (skipped != NULL)
    *skipped = g_steal_pointer (&problems);

  return changed;
}

static gboolean
get_previous (TrinhWork *self,
              const char *address,
              TrinhDecimal *previous)
{
  TrinhReport *report = trinh_evaluation_get_reach (trinh_work_get_evaluation (self), TRINH_REACH_PREVIOUS);

  return report != NULL && trinh_report_get_decimal (report, address, previous);
}

char *
trinh_work_dup_previous (TrinhWork *self,
                         const char *address)
{
  TrinhReport *report;
  TrinhDecimal previous;
  const char *text;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  if (get_previous (self, address, &previous))
    return trinh_decimal_format (previous);

  report = trinh_evaluation_get_reach (trinh_work_get_evaluation (self), TRINH_REACH_PREVIOUS);
  text = report != NULL ? trinh_value_get_text (trinh_report_get_value (report, address)) : NULL;

  return g_strdup (text != NULL ? text : "");
}

char *
trinh_work_dup_change (TrinhWork *self,
                       const char *address)
{
  TrinhDecimal now;
  TrinhDecimal previous;
  TrinhDecimal difference;
  TrinhFormRow *row = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  /* A code is no quantity: it has no difference. */
  if (trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (self)), address, NULL, &row, NULL) &&
      (trinh_form_row_get_kind (row) == TRINH_KIND_CHOICE || trinh_form_row_get_kind (row) == TRINH_KIND_YES_NO))
    return g_strdup ("");
  if (!trinh_evaluation_get_decimal (trinh_work_get_evaluation (self), address, &now) ||
      !get_previous (self, address, &previous) ||
      !trinh_decimal_subtract (now, previous, &difference) || difference.units == 0)
    return g_strdup ("");

  difference.decimals = MAX (now.decimals, previous.decimals);
  number = trinh_decimal_format ((TrinhDecimal) { ABS (difference.units), difference.decimals });

  return g_strdup_printf ("%s%s", difference.units > 0 ? "+" : "−", number);
}
