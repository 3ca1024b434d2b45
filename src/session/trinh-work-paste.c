/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-work-private.h"

/* What the edit has made of the cell so far; %FALSE: nothing. */
static gboolean
find_pending (TrinhEdit *edit,
              const char *address,
              TrinhValue **value)
{
  const guint n = trinh_edit_get_n_changes (edit);
  const TrinhChange *change = n > 0 ? trinh_edit_get_change (edit, n - 1) : NULL;

  if (change == NULL || !g_str_equal (change->target, address))
    return FALSE;
  *value = change->new_content != NULL ? trinh_value_from_json (change->new_content, NULL) : NULL;

  return TRUE;
}

/* A note goes on top of what the same line has made of the value. */
static void
paste_note (TrinhWork *self,
            TrinhEdit *edit,
            const char *address,
            const char *note)
{
  g_autoptr (TrinhValue) pending = NULL;
  g_autoptr (TrinhValue) value = NULL;
  g_autofree char *normal = NULL;

  if (!find_pending (edit, address, &pending))
    {
      _trinh_work_enter_note (self, edit, address, note);
      return;
    }

  normal = g_strstrip (trinh_language_normalize (note));
  value = trinh_value_with_note (pending, normal);
  trinh_edit_set_value (edit, address, trinh_value_is_empty (value) ? NULL : value);
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

  if (!_trinh_work_enter (self, edit, address, cells->pdata[0], &error))
    {
      g_autofree char *code = _trinh_work_dup_code (self, address);

      g_ptr_array_add (skipped, g_strdup_printf ("%s: %s", code, error->message));
    }
  if (with_notes && cells->len > 1)
    paste_note (self, edit, address, cells->pdata[1]);
}

/* A quotation mark encloses the cell only where its partner ends the cell; otherwise it is a letter like others. */
static gboolean
begins_quoted (const char *text)
{
  if (*text != '"')
    return FALSE;

  for (const char *p = text + 1; *p != '\0'; p++)
    if (*p == '"' && p[1] == '"')
      p++;
    else if (*p == '"')
      return p[1] == '\0' || strchr ("\t\r\n", p[1]) != NULL;

  return FALSE;
}

/* @p: behind the opening mark. Returns what follows the closing one. */
static const char *
take_quoted (const char *p,
             GString *cell)
{
  for (; *p != '"' || p[1] == '"'; p++)
    {
      if (*p == '"')
        p++;
      g_string_append_c (cell, *p);
    }

  return p + 1;
}

/* One line of a spreadsheet's clipboard: tabs between cells, quotes around a cell with line ends. */
static GPtrArray *
take_line (const char **rest)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *p = *rest;

  while (TRUE)
    {
      GString *cell = g_string_new (NULL);
      gsize length;

      if (begins_quoted (p))
        p = take_quoted (p + 1, cell);
      length = strcspn (p, "\t\r\n");
      g_string_append_len (cell, p, (gssize) length);
      g_ptr_array_add (cells, g_string_free_and_steal (cell));
      p += length;
      if (*p != '\t')
        break;
      p++;
    }

  if (p[0] == '\r' && p[1] == '\n')
    p++;
  *rest = *p != '\0' ? p + 1 : p;

  return cells;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
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
  if (!is_blank (rest))
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
