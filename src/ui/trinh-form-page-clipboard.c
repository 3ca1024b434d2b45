/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-clipboard.h"
#include "trinh-form-page-private.h"
#include "trinh-import-dialog.h"
#include "trinh-window.h"

static void
append_text (GString *text,
             const char *cell)
{
  g_autofree char *plain = g_strdelimit (g_strdup (cell), "\t\n\r", ' ');

  g_string_append (text, plain);
}

/* The row's values from the keyboard's column on, and its note */
static void
append_line (TrinhFormPage *self,
             GString *text,
             TrinhRowItem *item)
{
  for (guint i = self->column; i < trinh_row_item_get_n_cells (item); i++)
    {
      g_autofree char *value = trinh_cell_item_dup_value (trinh_row_item_get_cell (item, i));

      append_text (text, value);
      g_string_append_c (text, '\t');
    }
  append_text (text, trinh_cell_item_get_note (trinh_row_item_get_main (item)));
}

static char *
dup_cell (TrinhFormPage *self)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, self->current);

  if (item == NULL)
    return g_strdup ("");
  if (self->column >= trinh_row_item_get_n_cells (item))
    return g_strdup (trinh_cell_item_get_note (trinh_row_item_get_main (item)));

  return trinh_cell_item_dup_value (trinh_row_item_get_cell (item, self->column));
}

static char *
dup_block (TrinhFormPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const guint64 n = gtk_bitset_get_size (selected);
  GString *text;

  if (n <= 1)
    return dup_cell (self);

  text = g_string_new (NULL);
  for (guint64 i = 0; i < n; i++)
    {
      g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, gtk_bitset_get_nth (selected, i));

      if (i > 0)
        g_string_append_c (text, '\n');
      append_line (self, text, item);
    }

  return g_string_free_and_steal (text);
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  g_autofree char *text = NULL;

  trinh_form_page_find_focus (self);
  text = dup_block (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
show_skipped (TrinhFormPage *self,
              GPtrArray *skipped)
{
  AdwDialog *dialog;
  g_autofree char *lines = NULL;

  g_ptr_array_add (skipped, NULL);
  lines = g_strjoinv ("\n", (char **) skipped->pdata);
  dialog = adw_alert_dialog_new (_ ("Some cells were left out"), lines);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Into a list without rows the block makes its own. */
static gboolean
find_paste_row (TrinhFormPage *self,
                guint *row)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, self->current);

  *row = item != NULL ? trinh_row_item_get_position (item) : 0;

  return item != NULL || (self->form != NULL && trinh_form_get_list (self->form));
}

static void
paste_block (TrinhFormPage *self,
             const char *text)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autoptr (GPtrArray) skipped = NULL;
  guint changed;
  guint row;

  if (work == NULL || !find_paste_row (self, &row))
    return;

  changed = trinh_work_paste (work, self->form, row, self->column, text, TRUE, &skipped);
  if (changed > 0)
    {
      g_autofree char *done = g_strdup_printf (ngettext ("%u cell was pasted", "%u cells were pasted", changed), changed);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
    }
  else if (skipped->len == 0)
    trinh_report_page_toast (GTK_WIDGET (self), _ ("The pasted block changes nothing"));
  if (skipped->len > 0)
    show_skipped (self, skipped);
}

static void
paste_note (TrinhFormPage *self,
            const char *text)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, self->current);
  TrinhCellItem *cell = item != NULL ? trinh_row_item_get_main (item) : NULL;
  g_autoptr (GError) error = NULL;

  if (cell != NULL && !trinh_work_enter_note (trinh_cell_item_get_work (cell), trinh_cell_item_get_address (cell), text, &error))
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
}

/* A whole table says itself which rows it means; a block of cells goes where the keyboard is. */
static gboolean
paste_table (TrinhFormPage *self,
             const char *text,
             const char *html)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TrinhSession *session = TRINH_IS_WINDOW (root) ? trinh_window_get_session (TRINH_WINDOW (root)) : NULL;
  g_autoptr (TrinhImport) import = NULL;

  if (work == NULL || session == NULL || strchr (text, '\n') == NULL)
    return FALSE;

  import = trinh_session_import_text (session, trinh_work_get_evaluation (work), text, html, NULL);
  if (import == NULL || !trinh_import_get_names_rows (import))
    return FALSE;
  trinh_import_dialog_present (session, work, import, GTK_WIDGET (self));

  return TRUE;
}

/* Word processors put the cells of a table into the HTML: in the text a line end may be within a cell. */
static void
paste_read_cb (const char *text,
               const char *html,
               gpointer user_data)
{
  TrinhFormPage *self = user_data;

  if (text == NULL)
    trinh_report_page_toast (GTK_WIDGET (self), _ ("There is no text to paste"));
  else if (self->column >= trinh_form_page_get_n_columns (self))
    paste_note (self, text);
  else if (!paste_table (self, text, html))
    paste_block (self, text);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);

  if (trinh_report_page_refuse (TRINH_REPORT_PAGE (self)))
    return;
  trinh_form_page_find_focus (self);
  trinh_clipboard_read (widget, paste_read_cb);
}

void
trinh_form_page_install_clipboard_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "form.paste", NULL, paste_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "form.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "form.paste", NULL);
}
