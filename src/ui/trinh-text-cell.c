/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-text-cell.h"

struct _TrinhTextCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *entry;   /* while editing, else NULL */
  GtkWidget *problem; /* a popover, while what was typed cannot be read */

  guint leave_source; /* the focus went, what was typed is entered, and the entry is about to go */
  float xalign;
  const char *read_only; /* (nullable): why */
  gboolean ending;       /* the entry is being taken down: its focus loss says nothing */
};

enum
{
  ENTERED,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhTextCell, trinh_text_cell, GTK_TYPE_WIDGET)

static void
clear_problem (TrinhTextCell *self)
{
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  if (self->entry != NULL)
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
show_problem (TrinhTextCell *self,
              const char *message)
{
  GtkWidget *label = gtk_label_new (message);

  clear_problem (self);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  self->problem = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->problem), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->problem), label);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->problem));
  gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
stop_editing (TrinhTextCell *self,
              gboolean keep_focus)
{
  g_clear_handle_id (&self->leave_source, g_source_remove);
  clear_problem (self);
  if (self->entry == NULL)
    return;

  self->ending = TRUE;
  if (keep_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  gtk_widget_set_visible (self->label, TRUE);
  self->ending = FALSE;
}

static void
move (TrinhTextCell *self,
      int rows,
      int columns)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.move", "(ii)", rows, columns);
}

/* What is typed into the entry is taken; FALSE: it cannot be read, and says why. */
static gboolean
enter (TrinhTextCell *self)
{
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_signal_emit (self, signals[ENTERED], 0, text, &problem);
  if (problem != NULL)
    show_problem (self, problem);

  return problem == NULL;
}

gboolean
trinh_text_cell_commit (TrinhTextCell *self)
{
  g_return_val_if_fail (TRINH_IS_TEXT_CELL (self), FALSE);

  if (self->leave_source != 0)
    stop_editing (self, FALSE);
  if (self->entry == NULL)
    return TRUE;
  if (!enter (self))
    return FALSE;

  stop_editing (self, TRUE);

  return TRUE;
}

static void
entry_activate_cb (TrinhTextCell *self)
{
  if (trinh_text_cell_commit (self))
    move (self, 1, 0);
}

/* While a cell is edited, undo is of what was typed; the report's history would take the cell away under the hands. */
static gboolean
history_key (TrinhTextCell *self,
             guint key,
             GdkModifierType state)
{
  const gboolean redo = (state & GDK_SHIFT_MASK) != 0 || gdk_keyval_to_lower (key) == GDK_KEY_y;

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (self->entry, redo ? "text.redo" : "text.undo", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
entry_key_pressed_cb (TrinhTextCell *self,
                      guint key,
                      guint code,
                      GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      stop_editing (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (trinh_text_cell_commit (self))
        move (self, 0, key == GDK_KEY_Tab ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (trinh_text_cell_commit (self))
        move (self, key == GDK_KEY_Down ? 1 : -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_z:
    case GDK_KEY_Z:
    case GDK_KEY_y:
    case GDK_KEY_Y:
      return history_key (self, key, state);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
leave_idle (gpointer user_data)
{
  TrinhTextCell *self = user_data;

  self->leave_source = 0;
  stop_editing (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* The focus is on its way elsewhere: it must not be called back, nor may the entry go under it. */
static void
entry_focus_left_cb (TrinhTextCell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window in front is no reason to enter what is half typed. */
  if (self->ending || self->leave_source != 0 || root == NULL || (GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root))))
    return;

  g_object_ref (self);
  if (enter (self))
    self->leave_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave_idle, self, NULL);
  g_object_unref (self);
}

static void
entry_changed_cb (TrinhTextCell *self)
{
  clear_problem (self);
}

static void
start_with (TrinhTextCell *self,
            const char *text,
            gboolean select)
{
  GtkEventController *keys;
  GtkEventController *focus;

  self->entry = gtk_text_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), self->xalign);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_widget_set_hexpand (self->entry, TRUE);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->entry));
  if (select)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static gboolean
refuse (TrinhTextCell *self)
{
  if (self->read_only != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", self->read_only);

  return self->read_only != NULL;
}

void
trinh_text_cell_start (TrinhTextCell *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TRINH_IS_TEXT_CELL (self));

  if (refuse (self))
    return;
  if (self->leave_source != 0)
    stop_editing (self, FALSE);
  if (self->entry != NULL)
    return;

  g_signal_emit (self, signals[EDIT], 0, &text);
  start_with (self, text != NULL ? text : "", TRUE);
}

static gboolean
is_typing (guint key,
           GdkModifierType state)
{
  const gunichar letter = gdk_keyval_to_unicode (key);

  return letter != 0 && g_unichar_isprint (letter) && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
}

/* The key that begins the typing goes to the entry, so that an input method gets it too. */
static gboolean
begin_typing (TrinhTextCell *self,
              GtkEventControllerKey *keys)
{
  if (refuse (self))
    return GDK_EVENT_STOP;
  start_with (self, "", FALSE);

  return gtk_event_controller_key_forward (keys, self->entry);
}

static void
make_blank (TrinhTextCell *self)
{
  g_autofree char *problem = NULL;

  if (refuse (self))
    return;
  g_signal_emit (self, signals[ENTERED], 0, "", &problem);
  if (problem != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", problem);
}

static gboolean
key_pressed_cb (TrinhTextCell *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventControllerKey *keys)
{
  /* Keys with Ctrl are the table's. */
  if (self->entry != NULL || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_F2:
      trinh_text_cell_start (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      move (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      make_blank (self);
      return GDK_EVENT_STOP;
    default:
      return is_typing (key, state) ? begin_typing (self, keys) : GDK_EVENT_PROPAGATE;
    }
}

static void
pressed_cb (TrinhTextCell *self,
            int n_press)
{
  if (self->entry != NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    trinh_text_cell_start (self);
}

static void
trinh_text_cell_dispose (GObject *object)
{
  TrinhTextCell *self = TRINH_TEXT_CELL (object);

  self->ending = TRUE;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (trinh_text_cell_parent_class)->dispose (object);
}

static void
trinh_text_cell_class_init (TrinhTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_text_cell_dispose;

  signals[ENTERED] = g_signal_new ("entered", TRINH_TYPE_TEXT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_STRING, 1, G_TYPE_STRING);
  signals[EDIT] = g_signal_new ("edit", TRINH_TYPE_TEXT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_STRING, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
trinh_text_cell_init (TrinhTextCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
trinh_text_cell_new (float xalign)
{
  TrinhTextCell *self = g_object_new (TRINH_TYPE_TEXT_CELL, NULL);

  self->xalign = xalign;
  gtk_label_set_xalign (GTK_LABEL (self->label), xalign);

  return GTK_WIDGET (self);
}

void
trinh_text_cell_set_text (TrinhTextCell *self,
                          const char *text)
{
  g_return_if_fail (TRINH_IS_TEXT_CELL (self));

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text != NULL && g_utf8_strlen (text, -1) > 8 ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text != NULL ? text : "", -1);
}

void
trinh_text_cell_set_spoken (TrinhTextCell *self,
                            const char *name)
{
  g_return_if_fail (TRINH_IS_TEXT_CELL (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
trinh_text_cell_set_style (TrinhTextCell *self,
                           const char *style,
                           gboolean set)
{
  g_return_if_fail (TRINH_IS_TEXT_CELL (self));

  if (set)
    gtk_widget_add_css_class (self->label, style);
  else
    gtk_widget_remove_css_class (self->label, style);
}

gboolean
trinh_text_cell_get_editing (TrinhTextCell *self)
{
  g_return_val_if_fail (TRINH_IS_TEXT_CELL (self), FALSE);

  return self->entry != NULL && self->leave_source == 0;
}

void
trinh_text_cell_set_read_only (TrinhTextCell *self,
                               const char *why)
{
  g_return_if_fail (TRINH_IS_TEXT_CELL (self));

  self->read_only = why;
}
