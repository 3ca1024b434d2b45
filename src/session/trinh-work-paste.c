/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-text-table.h"
#include "trinh-work-private.h"

/* A block on its way into the form */
typedef struct
{
  TrinhWork *work;
  TrinhForm *form;
  TrinhEdit *edit;
  GPtrArray *keys;    /* of the rows, with those that the block adds */
  GPtrArray *skipped; /* what could not be read and why */
  guint column;       /* where the block begins */
  gboolean with_notes;
} Paste;

/* What the edit has made of the cell so far; %FALSE: nothing. */
static gboolean
find_pending (TrinhEdit *edit,
              const char *address,
              TrinhValue **value)
{
  for (guint i = trinh_edit_get_n_changes (edit); i > 0; i--)
    {
      const TrinhChange *change = trinh_edit_get_change (edit, i - 1);

      if (change->kind != TRINH_CHANGE_VALUE || !g_str_equal (change->target, address))
        continue;
      *value = change->new_content != NULL ? trinh_value_from_json (change->new_content, NULL) : NULL;
      return TRUE;
    }

  return FALSE;
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

/* A heading complains once, not for each of its columns. */
static void
add_skipped (GPtrArray *skipped,
             const char *code,
             const char *message)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", code, message);

  if (skipped->len == 0 || !g_str_has_suffix (skipped->pdata[skipped->len - 1], message))
    g_ptr_array_add (skipped, g_steal_pointer (&line));
}

static const char *
make_address (Paste *self,
              const char *key,
              TrinhFormColumn *column)
{
  return trinh_address_build (trinh_form_get_id (self->form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
}

static void
paste_cell (Paste *self,
            const char *address,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  if (_trinh_work_enter (self->work, self->edit, address, text, &error))
    return;

  code = trinh_work_dup_code (self->work, address);
  add_skipped (self->skipped, code, error->message);
}

static void
paste_line (Paste *self,
            const char *key,
            GPtrArray *cells)
{
  GListModel *columns = trinh_form_get_columns (self->form);
  const guint n_columns = g_list_model_get_n_items (columns);
  const guint note = n_columns - self->column;

  for (guint i = 0; i < cells->len && i < note; i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, self->column + i);

      paste_cell (self, make_address (self, key, column), cells->pdata[i]);
    }
  if (self->with_notes && cells->len > note)
    paste_note (self->work, self->edit, make_address (self, key, trinh_form_get_main_column (self->form)), cells->pdata[note]);
}

/* One line of a spreadsheet's clipboard */
static GPtrArray *
take_line (const char **rest)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, trinh_text_table_take_cell (rest, '\t'));
  while (**rest == '\t')
    {
      (*rest)++;
      g_ptr_array_add (cells, trinh_text_table_take_cell (rest, '\t'));
    }
  trinh_text_table_end_line (rest);

  return cells;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Blank lines behind the last row are no rows. */
static GPtrArray *
take_lines (const char *table,
            guint n_rows)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*table != '\0' && (lines->len < n_rows || !is_blank (table)))
    g_ptr_array_add (lines, take_line (&table));

  return lines;
}

/* A list grows by what the block has more; another form is as long as it is. */
static void
make_room (Paste *self,
           guint n_rows)
{
  const guint n_known = self->keys->len;

  if (!trinh_form_get_list (self->form))
    return;

  while (self->keys->len < n_rows)
    g_ptr_array_add (self->keys, _trinh_work_make_key (self->keys));
  if (self->keys->len > n_known)
    trinh_edit_set_rows (self->edit, trinh_form_get_id (self->form), (const char *const *) self->keys->pdata);
}

static guint
count_values (TrinhEdit *edit)
{
  guint n = 0;

  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    n += trinh_edit_get_change (edit, i)->kind == TRINH_CHANGE_VALUE;

  return n;
}

/* How many cells changed */
static guint
apply_paste (Paste *self)
{
  const guint changed = count_values (self->edit);
  g_autoptr (GError) error = NULL;

  if (changed == 0 || trinh_work_apply (self->work, self->edit, &error))
    return changed;

  g_ptr_array_add (self->skipped, g_strdup (error->message));

  return 0;
}

guint
trinh_work_paste (TrinhWork *self,
                  TrinhForm *form,
                  guint row,
                  guint column,
                  const char *table,
                  gboolean with_notes,
                  GPtrArray **skipped)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrinhEdit) edit = trinh_edit_new (_ ("pasted block"));
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  Paste paste = { self, form, edit, NULL, problems, column, with_notes };
  guint changed;

  g_return_val_if_fail (TRINH_IS_WORK (self), 0);
  g_return_val_if_fail (TRINH_IS_FORM (form), 0);
  g_return_val_if_fail (column < g_list_model_get_n_items (trinh_form_get_columns (form)), 0);
  g_return_val_if_fail (table != NULL, 0);

  paste.keys = keys = _trinh_work_list_keys (self, form);
  lines = take_lines (table, keys->len - MIN (row, keys->len));
  make_room (&paste, row + lines->len);
  for (guint i = 0; i < lines->len && row + i < keys->len; i++)
    paste_line (&paste, keys->pdata[row + i], lines->pdata[i]);
  if (row + lines->len > keys->len)
    g_ptr_array_add (problems, g_strdup (_ ("The block is longer than the form: the lines after its end were left out.")));

  changed = apply_paste (&paste);
  if (skipped != NULL)
    *skipped = g_steal_pointer (&problems);

  return changed;
}
