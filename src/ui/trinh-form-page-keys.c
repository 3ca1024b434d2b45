/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-form-page-private.h"

static TrinhRowItem *
get_item (TrinhFormPage *self,
          guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->selection), position);
}

/* Where the keyboard really is: a click moves it without asking. */
static void
find_focus (TrinhFormPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhRowItem) item = get_item (self, i);

      for (guint role = 0; role < TRINH_N_CELLS; role++)
        {
          GtkWidget *cell = trinh_row_item_get_cell (item, role);

          if (cell != NULL && (cell == focus || gtk_widget_is_ancestor (focus, cell)))
            {
              self->current = i;
              self->role = role;
              return;
            }
        }
    }
}

/* A row that was far away has its cells only after a layout or two. */
#define MOST_FRAMES 12

typedef struct
{
  guint position;
  TrinhCellRole role;
  guint frames;
} FocusLater;

static gboolean
grab_cell (TrinhFormPage *self,
           guint position,
           TrinhCellRole role)
{
  g_autoptr (TrinhRowItem) item = get_item (self, position);
  GtkWidget *cell = item != NULL ? trinh_row_item_get_cell (item, role) : NULL;

  return cell != NULL && gtk_widget_get_mapped (cell) && gtk_widget_grab_focus (cell);
}

static gboolean
focus_later (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  FocusLater *later = user_data;
  const gboolean wanted = self->current == later->position && self->role == later->role;

  if (!wanted || grab_cell (self, later->position, later->role) || ++later->frames > MOST_FRAMES)
    return G_SOURCE_REMOVE;

  return G_SOURCE_CONTINUE;
}

void
trinh_form_page_focus_row (TrinhFormPage *self,
                           guint position,
                           TrinhCellRole role)
{
  FocusLater *later;

  g_return_if_fail (TRINH_IS_FORM_PAGE (self));

  self->current = position;
  self->role = role;
  gtk_column_view_scroll_to (self->table, position, NULL, GTK_LIST_SCROLL_SELECT, NULL);
  if (grab_cell (self, position, role))
    return;

  later = g_new0 (FocusLater, 1);
  later->position = position;
  later->role = role;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_later, later, g_free);
}

static gboolean
can_focus (TrinhFormPage *self,
           guint position)
{
  g_autoptr (TrinhRowItem) item = get_item (self, position);

  return item != NULL && trinh_row_item_get_kind (item) != TRINH_KIND_NONE;
}

/* Headings that take no value are stepped over. */
static guint
find_row (TrinhFormPage *self,
          guint from,
          int step)
{
  const gint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (gint64 row = (gint64) from + step; row >= 0 && row < n; row += step)
    if (can_focus (self, row))
      return row;

  return from;
}

void
trinh_form_page_move (TrinhFormPage *self,
                      int rows,
                      int columns)
{
  guint position;
  TrinhCellRole role;

  g_return_if_fail (TRINH_IS_FORM_PAGE (self));

  find_focus (self);
  position = rows != 0 ? find_row (self, self->current, rows) : self->current;
  role = self->role;
  if (columns > 0)
    {
      /* Tab from the last column begins the next row, as in a spreadsheet. */
      if (role == TRINH_CELL_NOTE)
        position = find_row (self, position, 1);
      role = role == TRINH_CELL_NOTE ? TRINH_CELL_VALUE : TRINH_CELL_NOTE;
    }
  else if (columns < 0)
    {
      if (role == TRINH_CELL_VALUE)
        position = find_row (self, position, -1);
      role = role == TRINH_CELL_VALUE ? TRINH_CELL_NOTE : TRINH_CELL_VALUE;
    }

  trinh_form_page_focus_row (self, position, role);
}

static void
move_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  int rows;
  int columns;

  g_variant_get (parameter, "(ii)", &rows, &columns);
  trinh_form_page_move (TRINH_FORM_PAGE (widget), rows, columns);
}

/* To the next heading that takes a value, else to the end: by block, as Ctrl with an arrow goes in a spreadsheet. */
static void
jump_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  const int step = g_variant_get_int32 (parameter);
  guint row;

  find_focus (self);
  row = self->current;
  for (;;)
    {
      const guint next = find_row (self, row, step);
      g_autoptr (TrinhRowItem) item = get_item (self, next);

      if (next == row)
        break;
      row = next;
      if (trinh_form_row_get_heading (trinh_row_item_get_row (item)))
        break;
    }

  trinh_form_page_focus_row (self, row, self->role);
}

static void
extend_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  const int step = g_variant_get_int32 (parameter);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) selected = NULL;
  guint first;
  guint last;
  guint next;

  find_focus (self);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_is_empty (selected))
    return;
  last = step > 0 ? gtk_bitset_get_maximum (selected) : gtk_bitset_get_minimum (selected);
  first = step > 0 ? gtk_bitset_get_minimum (selected) : gtk_bitset_get_maximum (selected);
  next = last + step; /* under 0 it is very large */

  /* Back towards the row where the keyboard is, the block grows smaller. */
  if (step > 0 ? first < self->current : first > self->current)
    gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->selection), first);
  else if (next < n)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), next, FALSE);
  else
    return;
  gtk_column_view_scroll_to (self->table, MIN (next, n - 1), NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
append_line (GString *text,
             TrinhRowItem *item,
             gboolean with_note)
{
  g_autofree char *value = trinh_row_item_dup_value (item);
  g_autofree char *note = g_strdelimit (g_strdup (trinh_row_item_get_note (item)), "\t\n\r", ' ');

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, value);
  if (with_note)
    g_string_append_printf (text, "\t%s", note);
}

static char *
dup_block (TrinhFormPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const guint64 n = gtk_bitset_get_size (selected);
  GString *text = g_string_new (NULL);

  if (n <= 1)
    {
      g_autoptr (TrinhRowItem) item = get_item (self, self->current);

      if (item != NULL && self->role == TRINH_CELL_NOTE)
        g_string_append (text, trinh_row_item_get_note (item));
      else if (item != NULL)
        append_line (text, item, FALSE);
      return g_string_free_and_steal (text);
    }

  for (guint64 i = 0; i < n; i++)
    {
      g_autoptr (TrinhRowItem) item = get_item (self, gtk_bitset_get_nth (selected, i));

      if (i > 0)
        g_string_append_c (text, '\n');
      {
        g_autoptr (GString) line = g_string_new (NULL);

        append_line (line, item, TRUE);
        g_string_append (text, line->str);
      }
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

  find_focus (self);
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

static void
paste_block (TrinhFormPage *self,
             const char *text)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autoptr (TrinhRowItem) item = get_item (self, self->current);
  g_autoptr (GPtrArray) skipped = NULL;
  guint changed;

  if (item == NULL || work == NULL)
    return;

  changed = trinh_work_paste (work, self->form, trinh_row_item_get_position (item), text, TRUE, &skipped);
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
  g_autoptr (TrinhRowItem) item = get_item (self, self->current);
  g_autoptr (GError) error = NULL;

  if (item != NULL && !trinh_work_enter_note (trinh_row_item_get_work (item), trinh_row_item_get_address (item), text, &error))
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
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
  else if (self->role == TRINH_CELL_NOTE)
    paste_note (self, text);
  else
    paste_block (self, text);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);

  find_focus (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_read_cb, g_object_ref (self));
}

static gboolean
activate_pair (TrinhFormPage *self,
               int rows,
               int columns)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "form.move", "(ii)", rows, columns);
}

static gboolean
activate_step (TrinhFormPage *self,
               const char *action,
               int step)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), action, "i", step);
}

/* While a text is typed the arrows are the text's. */
static gboolean
is_in_cell (TrinhFormPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;

  return gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table));
}

static gboolean
vertical_key (TrinhFormPage *self,
              int step,
              GdkModifierType modifiers)
{
  if (modifiers == GDK_CONTROL_MASK)
    return activate_step (self, "form.jump", step);
  if (modifiers == GDK_SHIFT_MASK)
    return activate_step (self, "form.extend", step);

  return modifiers == 0 && activate_pair (self, step, 0);
}

static gboolean
key_pressed_cb (TrinhFormPage *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  const GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (!is_in_cell (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
      return vertical_key (self, -1, modifiers);
    case GDK_KEY_Down:
      return vertical_key (self, 1, modifiers);
    case GDK_KEY_Left:
      return modifiers == 0 && activate_pair (self, 0, -1);
    case GDK_KEY_Right:
      return modifiers == 0 && activate_pair (self, 0, 1);
    case GDK_KEY_Tab:
      return modifiers == 0 && activate_pair (self, 0, 1);
    case GDK_KEY_ISO_Left_Tab:
      return activate_pair (self, 0, -1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
trinh_form_page_add_keys (TrinhFormPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

void
trinh_form_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.move", "(ii)", move_action);
  gtk_widget_class_install_action (widget_class, "form.jump", "i", jump_action);
  gtk_widget_class_install_action (widget_class, "form.extend", "i", extend_action);
  gtk_widget_class_install_action (widget_class, "form.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "form.paste", NULL, paste_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "form.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "form.paste", NULL);
}
