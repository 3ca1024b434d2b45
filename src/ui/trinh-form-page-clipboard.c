/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

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

typedef struct
{
  TrinhFormPage *page;
  char *text;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->page);
  g_free (paste->text);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

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

static void
html_read_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  const gboolean read = g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) >= 0;
  g_autoptr (GBytes) bytes = read ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object)) : NULL;
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  g_autofree char *html = size > 0 ? g_strndup (data, size) : NULL;

  if (!paste_table (paste->page, paste->text, html))
    paste_block (paste->page, paste->text);
}

static void
html_opened_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);

  if (stream != NULL)
    {
      g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

      g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL, html_read_cb, g_steal_pointer (&paste));
    }
  else if (!paste_table (paste->page, paste->text, NULL))
    paste_block (paste->page, paste->text);
}

/* Word processors put the cells of a table into the HTML: in the text a line end may be within a cell. */
static void
paste_text (TrinhFormPage *self,
            GdkClipboard *clipboard,
            const char *text)
{
  static const char *const types[] = { "text/html", NULL };
  Paste *paste;

  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    {
      if (!paste_table (self, text, NULL))
        paste_block (self, text);
      return;
    }

  paste = g_new (Paste, 1);
  *paste = (Paste) { g_object_ref (self), g_strdup (text) };
  gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, NULL, html_opened_cb, paste);
}

static void
paste_read_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (TrinhFormPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text == NULL)
    trinh_report_page_toast (GTK_WIDGET (self), _ ("There is no text to paste"));
  else if (self->column >= trinh_form_page_get_n_columns (self))
    paste_note (self, text);
  else
    paste_text (self, GDK_CLIPBOARD (object), text);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);

  trinh_form_page_find_focus (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_read_cb, g_object_ref (self));
}

void
trinh_form_page_install_clipboard_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "form.paste", NULL, paste_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "form.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "form.paste", NULL);
}
