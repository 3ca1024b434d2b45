/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-form-page-private.h"
#include "trinh-row-cell.h"

static gboolean
has_cell (TrinhRowItem *row,
          TrinhCellItem *cell,
          guint *column)
{
  for (guint i = 0; i < trinh_row_item_get_n_cells (row); i++)
    if (trinh_row_item_get_cell (row, i) == cell)
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

void
trinh_form_page_find_focus (TrinhFormPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, TRINH_TYPE_ROW_CELL) : NULL;

  for (guint i = 0; cell != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhRowItem) row = trinh_form_page_dup_item (self, i);
      guint column;

      if (!has_cell (row, trinh_row_cell_get_item (TRINH_ROW_CELL (cell)), &column))
        continue;
      self->current = i;
      self->column = trinh_row_cell_get_note (TRINH_ROW_CELL (cell)) ? trinh_form_page_get_n_columns (self) : column;
      return;
    }
}

/* A row that was far away has its cells only after a layout or two, and what is said of it under the table takes room
 * from it: it is scrolled to until it is seen for a while. */
#define MOST_FRAMES 12
#define STILL_FRAMES 3

typedef struct
{
  guint position;
  guint column;
  guint frames;
  guint still; /* frames in which it was seen */
  gboolean grabbed;
} FocusLater;

static GtkWidget *
find_widget (TrinhFormPage *self,
             guint position,
             guint column)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, position);

  if (item == NULL)
    return NULL;
  if (column >= trinh_row_item_get_n_cells (item))
    return trinh_cell_item_get_widget (trinh_row_item_get_main (item), TRINH_CELL_NOTE);

  return trinh_cell_item_get_widget (trinh_row_item_get_cell (item, column), TRINH_CELL_VALUE);
}

static gboolean
grab_cell (TrinhFormPage *self,
           guint position,
           guint column)
{
  GtkWidget *cell = find_widget (self, position, column);

  return cell != NULL && gtk_widget_get_mapped (cell) && gtk_widget_grab_focus (cell);
}

static GtkColumnViewColumn *
get_view_column (TrinhFormPage *self,
                 guint column)
{
  if (column >= trinh_form_page_get_n_columns (self))
    return self->note_column;

  return self->made_columns->len > column ? self->made_columns->pdata[column] : self->value_column;
}

static gboolean
is_seen (TrinhFormPage *self,
         guint position,
         guint column)
{
  GtkWidget *cell = find_widget (self, position, column);
  GtkWidget *rows = cell != NULL ? gtk_widget_get_ancestor (cell, GTK_TYPE_LIST_VIEW) : NULL;
  graphene_rect_t bounds;

  return rows != NULL && gtk_widget_compute_bounds (cell, rows, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (rows);
}

/* Frames count while there is a table: its page may slide in first. */
static gboolean
focus_later (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  FocusLater *later = user_data;

  if (self->current != later->position || self->column != later->column)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (GTK_WIDGET (self->table)) == 0)
    return G_SOURCE_CONTINUE;

  later->grabbed = later->grabbed || grab_cell (self, later->position, later->column);
  later->still = is_seen (self, later->position, later->column) ? later->still + 1 : 0;
  if (later->still == 0)
    gtk_column_view_scroll_to (self->table, later->position, get_view_column (self, later->column), GTK_LIST_SCROLL_NONE, NULL);

  return (later->grabbed && later->still >= STILL_FRAMES) || ++later->frames > MOST_FRAMES ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
trinh_form_page_focus_cell (TrinhFormPage *self,
                            guint position,
                            guint column)
{
  FocusLater *later;

  g_return_if_fail (TRINH_IS_FORM_PAGE (self));

  self->current = position;
  self->column = column;
  trinh_form_page_update_columns (self);
  gtk_column_view_scroll_to (self->table, position, get_view_column (self, column), GTK_LIST_SCROLL_SELECT, NULL);

  later = g_new0 (FocusLater, 1);
  later->position = position;
  later->column = column;
  later->grabbed = grab_cell (self, position, column);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_later, later, g_free);
}

static gboolean
can_focus (TrinhFormPage *self,
           guint position)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, position);

  return item != NULL && trinh_row_item_get_open (item);
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

/* The last column of the keyboard: the note, where it is seen */
static guint
get_last_column (TrinhFormPage *self)
{
  const guint n = trinh_form_page_get_n_columns (self);

  return gtk_column_view_column_get_visible (self->note_column) || n == 0 ? n : n - 1;
}

void
trinh_form_page_move (TrinhFormPage *self,
                      int rows,
                      int columns)
{
  guint position;
  guint column;
  guint last;

  g_return_if_fail (TRINH_IS_FORM_PAGE (self));

  trinh_form_page_find_focus (self);
  position = rows != 0 ? find_row (self, self->current, rows) : self->current;
  /* Into a table that begins with a heading */
  if (rows == 0 && columns == 0 && !can_focus (self, position))
    position = find_row (self, position, 1);
  last = get_last_column (self);
  column = MIN (self->column, last);
  if (columns != 0)
    {
      const gboolean turns = columns > 0 ? column == last : column == 0;

      /* Tab from the last column begins the next row, as in a spreadsheet. */
      if (turns)
        position = find_row (self, position, columns);
      column = !turns ? column + (guint) columns : columns > 0 ? 0
                                                               : last;
    }

  trinh_form_page_focus_cell (self, position, column);
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

  trinh_form_page_find_focus (self);
  row = self->current;
  for (;;)
    {
      const guint next = find_row (self, row, step);
      g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, next);

      if (next == row)
        break;
      row = next;
      if (trinh_form_row_get_heading (trinh_row_item_get_row (item)))
        break;
    }

  trinh_form_page_focus_cell (self, row, self->column);
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

  trinh_form_page_find_focus (self);
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

/* Of the cell the keyboard is in: not counted to the end yet, or counted after all */
static void
estimate_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  g_autoptr (TrinhRowItem) row = NULL;
  TrinhCellItem *cell;
  g_autoptr (GError) error = NULL;
  gboolean estimate = FALSE;

  trinh_form_page_find_focus (self);
  row = trinh_form_page_dup_item (self, self->current);
  if (row == NULL || !trinh_row_item_get_open (row))
    return;

  cell = self->column < trinh_row_item_get_n_cells (row) ? trinh_row_item_get_cell (row, self->column) : trinh_row_item_get_main (row);
  g_object_get (cell, "estimate", &estimate, NULL);
  if (!trinh_work_enter_estimate (trinh_cell_item_get_work (cell), trinh_cell_item_get_address (cell), !estimate, &error))
    trinh_report_page_toast (widget, error->message);
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
  if (modifiers == GDK_ALT_MASK)
    return activate_step (self, "form.move-row", step);

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
  gtk_widget_class_install_action (widget_class, "form.estimate", NULL, estimate_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, GDK_CONTROL_MASK, "form.estimate", NULL);
}
