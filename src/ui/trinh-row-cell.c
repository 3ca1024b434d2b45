/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-badge.h"
#include "trinh-row-cell-private.h"
#include "trinh-text-cell.h"

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_NOTE,
  PROP_MARKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhRowCell, trinh_row_cell, ADW_TYPE_BIN)

static gboolean
has_choices (TrinhRowCell *self)
{
  const TrinhKind kind = trinh_cell_item_get_kind (self->item);

  return !self->note && (kind == TRINH_KIND_CHOICE || kind == TRINH_KIND_YES_NO);
}

static gboolean
takes_value (TrinhRowCell *self)
{
  if (self->note && trinh_cell_item_get_total (self->item))
    return FALSE;

  return trinh_cell_item_get_kind (self->item) != TRINH_KIND_NONE;
}

char *
trinh_row_cell_enter (TrinhRowCell *self,
                      const char *text)
{
  TrinhWork *work = trinh_cell_item_get_work (self->item);
  const char *address = trinh_cell_item_get_address (self->item);
  g_autoptr (GError) error = NULL;
  const gboolean entered = self->note ? trinh_work_enter_note (work, address, text, &error)
                                      : trinh_work_enter_text (work, address, text, &error);

  return entered ? NULL : g_strdup (error->message);
}

static char *
entered_cb (TrinhRowCell *self,
            const char *text)
{
  return trinh_row_cell_enter (self, text);
}

static char *
edit_cb (TrinhRowCell *self)
{
  return self->note ? g_strdup (trinh_cell_item_get_note (self->item)) : trinh_cell_item_dup_entry (self->item);
}

static GtkWidget *
make_text (TrinhRowCell *self)
{
  const gboolean words = self->note || trinh_cell_item_get_kind (self->item) == TRINH_KIND_TEXT;
  GtkWidget *cell = trinh_text_cell_new (words ? 0.0f : 1.0f);

  if (!words)
    gtk_widget_add_css_class (cell, "numeric");
  g_signal_connect_object (cell, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);

  return cell;
}

/* A total is read, not written. */
static GtkWidget *
make_total (TrinhRowCell *self)
{
  const gboolean words = trinh_cell_item_get_kind (self->item) == TRINH_KIND_TEXT;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), words ? 0 : 1);
  gtk_widget_add_css_class (label, "total");
  if (!words)
    gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
fill_total (TrinhRowCell *self,
            GtkLabel *label)
{
  g_autofree char *value = trinh_cell_item_dup_value (self->item);

  gtk_label_set_label (label, value);
}

static void
fill_text (TrinhRowCell *self,
           TrinhTextCell *cell)
{
  g_autofree char *value = self->note ? g_strdup (trinh_cell_item_get_note (self->item)) : trinh_cell_item_dup_value (self->item);
  gboolean computed = FALSE;
  gboolean estimate = FALSE;

  g_object_get (self->item, "computed", &computed, "estimate", &estimate, NULL);
  if (!self->note && computed)
    {
      char *sum = g_strconcat ("∑ ", value, NULL);

      g_free (value);
      value = sum;
    }
  trinh_text_cell_set_text (cell, value);
  trinh_text_cell_set_read_only (cell, trinh_cell_item_explain_read_only (self->item));
  trinh_text_cell_set_style (cell, "computed", !self->note && computed);
  trinh_text_cell_set_style (cell, "estimate", !self->note && estimate);
}

static void
fill_mark (TrinhRowCell *self)
{
  guint n_errors = 0;
  guint n_warnings = 0;
  gboolean gap = FALSE;

  g_object_get (self->item, "n-errors", &n_errors, "n-warnings", &n_warnings, "gap", &gap, NULL);
  g_object_set (gtk_button_get_child (GTK_BUTTON (self->mark)), "n-errors", n_errors, "n-warnings", n_warnings, "gap", gap, NULL);
  gtk_widget_set_visible (self->mark, n_errors > 0 || n_warnings > 0 || gap);
}

/* "2.1 Số nhiệm vụ, 1 remark" */
static char *
dup_spoken (TrinhRowCell *self)
{
  const guint n = self->note ? 0 : trinh_cell_item_get_n_remarks (self->item);
  g_autofree char *spoken = trinh_cell_item_dup_spoken (self->item, self->note);

  return n > 0 ? g_strdup_printf (ngettext ("%s, %u remark", "%s, %u remarks", n), spoken, n) : g_steal_pointer (&spoken);
}

/* A corner of the cell, as a spreadsheet marks a comment */
static void
update_remarks (TrinhRowCell *self)
{
  const gboolean remarked = self->content != NULL && !self->note && trinh_cell_item_get_n_remarks (self->item) > 0;
  g_autofree char *spoken = NULL;

  if (remarked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "remarked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "remarked");
  if (self->content == NULL || GTK_IS_LABEL (self->content))
    return;
  spoken = dup_spoken (self);
  if (TRINH_IS_TEXT_CELL (self->content))
    trinh_text_cell_set_spoken (TRINH_TEXT_CELL (self->content), spoken);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update (TrinhRowCell *self)
{
  if (TRINH_IS_TEXT_CELL (self->content))
    fill_text (self, TRINH_TEXT_CELL (self->content));
  else if (GTK_IS_DROP_DOWN (self->content))
    {
      trinh_row_cell_fill_choice (self, GTK_DROP_DOWN (self->content));
      gtk_widget_set_sensitive (self->content, !trinh_cell_item_get_read_only (self->item));
    }
  else if (GTK_IS_LABEL (self->content))
    fill_total (self, GTK_LABEL (self->content));
  if (self->mark != NULL)
    fill_mark (self);
}

static void
mark_clicked_cb (TrinhRowCell *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.explain", "s", trinh_cell_item_get_address (self->item));
}

static GtkWidget *
make_mark (TrinhRowCell *self)
{
  GtkWidget *mark = gtk_button_new ();
  g_autofree char *spoken = trinh_cell_item_dup_spoken (self->item, FALSE);
  g_autofree char *name = g_strdup_printf (_ ("Findings of %s"), spoken);

  gtk_button_set_child (GTK_BUTTON (mark), g_object_new (TRINH_TYPE_BADGE, "plain", TRUE, NULL));
  gtk_widget_set_tooltip_text (mark, name);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (mark, FALSE);
  gtk_widget_add_css_class (mark, "flat");
  gtk_widget_add_css_class (mark, "cell-mark");
  g_signal_connect_object (mark, "clicked", G_CALLBACK (mark_clicked_cb), self, G_CONNECT_SWAPPED);

  return mark;
}

/* The mark stands before the value, whose end is where numbers are compared. */
static GtkWidget *
put_beside_mark (TrinhRowCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->mark = make_mark (self);
  gtk_widget_set_hexpand (self->content, TRUE);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (box), self->content);

  return box;
}

static GtkWidget *
make_content (TrinhRowCell *self)
{
  if (trinh_cell_item_get_total (self->item))
    return make_total (self);

  return has_choices (self) ? trinh_row_cell_make_choice (self) : make_text (self);
}

static void
rebuild (TrinhRowCell *self)
{
  GtkWidget *child = NULL;

  self->content = NULL;
  self->mark = NULL;
  if (self->item != NULL && takes_value (self))
    child = self->content = make_content (self);
  if (child != NULL && self->marked)
    child = put_beside_mark (self);
  adw_bin_set_child (ADW_BIN (self), child);
  if (self->item != NULL)
    trinh_cell_item_set_widget (self->item, self->note ? TRINH_CELL_NOTE : TRINH_CELL_VALUE, self->content);
  update (self);
  update_remarks (self);
}

static void
set_item (TrinhRowCell *self,
          TrinhCellItem *item)
{
  const TrinhCellRole role = self->note ? TRINH_CELL_NOTE : TRINH_CELL_VALUE;

  if (self->item == item)
    return;
  if (self->item != NULL && trinh_cell_item_get_widget (self->item, role) == self->content)
    trinh_cell_item_set_widget (self->item, role, NULL);

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  rebuild (self);
}

/* A click on a row asks its cells for the focus; it belongs to what is in the cell. */
static gboolean
trinh_row_cell_grab_focus (GtkWidget *widget)
{
  TrinhRowCell *self = TRINH_ROW_CELL (widget);

  return self->content != NULL && gtk_widget_grab_focus (self->content);
}

static void
trinh_row_cell_dispose (GObject *object)
{
  TrinhRowCell *self = TRINH_ROW_CELL (object);

  if (self->item_signals != NULL)
    set_item (self, NULL);
  g_clear_object (&self->item_signals);

  G_OBJECT_CLASS (trinh_row_cell_parent_class)->dispose (object);
}

static void
trinh_row_cell_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  TrinhRowCell *self = TRINH_ROW_CELL (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_NOTE:
      g_value_set_boolean (value, self->note);
      break;
    case PROP_MARKED:
      g_value_set_boolean (value, self->marked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_row_cell_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  TrinhRowCell *self = TRINH_ROW_CELL (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_NOTE:
      self->note = g_value_get_boolean (value);
      break;
    case PROP_MARKED:
      self->marked = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_row_cell_class_init (TrinhRowCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trinh_row_cell_dispose;
  object_class->get_property = trinh_row_cell_get_property;
  object_class->set_property = trinh_row_cell_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = trinh_row_cell_grab_focus;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TRINH_TYPE_CELL_ITEM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] = g_param_spec_boolean ("note", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MARKED] = g_param_spec_boolean ("marked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_row_cell_init (TrinhRowCell *self)
{
  self->item_signals = g_signal_group_new (TRINH_TYPE_CELL_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::value", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::note", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::n-remarks", G_CALLBACK (update_remarks), self);
}

gboolean
trinh_row_cell_commit (TrinhRowCell *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_CELL (self), FALSE);

  return !TRINH_IS_TEXT_CELL (self->content) || trinh_text_cell_commit (TRINH_TEXT_CELL (self->content));
}

TrinhCellItem *
trinh_row_cell_get_item (TrinhRowCell *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_CELL (self), NULL);

  return self->item;
}

gboolean
trinh_row_cell_get_note (TrinhRowCell *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_CELL (self), FALSE);

  return self->note;
}
