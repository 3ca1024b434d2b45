/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-indicator-picker.h"
#include "trinh-kind.h"

struct _TrinhIndicatorPicker
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhWork *work;
  GtkStringList *candidates; /* addresses */
  GtkCustomFilter *filter;

  /* Template References */
  GtkSearchEntry *search;
  GtkListView *found;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhIndicatorPicker, trinh_indicator_picker, ADW_TYPE_BIN)

static gboolean
matches_search (gpointer item,
                gpointer user_data)
{
  TrinhIndicatorPicker *self = user_data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *name = NULL;

  if (words[0] == '\0')
    return TRUE;
  name = trinh_indicator_dup_name (self->work, gtk_string_object_get_string (item));

  return trinh_language_contains (name, words);
}

static void
search_changed_cb (TrinhIndicatorPicker *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
pick (TrinhIndicatorPicker *self,
      guint position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->found)), position);

  if (item != NULL)
    g_signal_emit (self, signals[PICKED], 0, gtk_string_object_get_string (item));
}

static void
found_activated_cb (TrinhIndicatorPicker *self,
                    guint position)
{
  pick (self, position);
}

/* Enter in the search takes the first that was found, by all that is typed: the search waits a moment after each letter. */
static void
search_activated_cb (TrinhIndicatorPicker *self)
{
  search_changed_cb (self);
  pick (self, 0);
}

/* The search takes Escape for itself; it is to close what the picker was opened in. */
static void
search_stopped_cb (TrinhIndicatorPicker *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
bind_cb (TrinhIndicatorPicker *self,
         GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = trinh_indicator_dup_name (self->work, gtk_string_object_get_string (gtk_list_item_get_item (list_item)));

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_child (list_item, label);
}

/* A list's rows are the office's own; what they add up to is an indicator like others, in each of its columns. */
static void
add_total (TrinhIndicatorPicker *self,
           TrinhForm *form)
{
  TrinhRegime *regime = trinh_report_get_regime (trinh_work_get_report (self->work));
  GListModel *columns = trinh_form_get_columns (form);

  for (guint i = 0; trinh_form_get_total (form) != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *address = trinh_form_get_address (form, trinh_form_get_total (form), column);

      if (trinh_regime_find_slot (regime, address, NULL))
        gtk_string_list_append (self->candidates, address);
    }
}

static void
add_form (TrinhIndicatorPicker *self,
          TrinhForm *form,
          gboolean numbers)
{
  for (guint i = 0; !trinh_form_get_list (form) && i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);

      if (numbers ? trinh_indicator_is_number (row) : trinh_form_row_get_kind (row) != TRINH_KIND_NONE)
        gtk_string_list_append (self->candidates, trinh_form_get_address (form, row, trinh_form_get_main_column (form)));
    }
  add_total (self, form);
}

/* Opened, one types at once. */
static void
trinh_indicator_picker_map (GtkWidget *widget)
{
  TrinhIndicatorPicker *self = TRINH_INDICATOR_PICKER (widget);

  GTK_WIDGET_CLASS (trinh_indicator_picker_parent_class)->map (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
trinh_indicator_picker_dispose (GObject *object)
{
  TrinhIndicatorPicker *self = TRINH_INDICATOR_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_INDICATOR_PICKER);
  g_clear_object (&self->candidates);
  g_clear_object (&self->filter);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (trinh_indicator_picker_parent_class)->dispose (object);
}

static void
trinh_indicator_picker_class_init (TrinhIndicatorPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_indicator_picker_dispose;
  widget_class->map = trinh_indicator_picker_map;

  signals[PICKED] = g_signal_new ("picked", TRINH_TYPE_INDICATOR_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-indicator-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhIndicatorPicker, search);
  gtk_widget_class_bind_template_child (widget_class, TrinhIndicatorPicker, found);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
trinh_indicator_picker_init (TrinhIndicatorPicker *self)
{
  GtkFilterListModel *filtered;
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->candidates = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->candidates)), GTK_FILTER (g_object_ref (self->filter)));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_model (self->found, selection);
}

void
trinh_indicator_picker_set_work (TrinhIndicatorPicker *self,
                                 TrinhWork *work,
                                 gboolean numbers)
{
  GListModel *forms;

  g_return_if_fail (TRINH_IS_INDICATOR_PICKER (self));
  g_return_if_fail (work == NULL || TRINH_IS_WORK (work));

  gtk_string_list_splice (self->candidates, 0, g_list_model_get_n_items (G_LIST_MODEL (self->candidates)), NULL);
  g_set_object (&self->work, work);
  if (work == NULL)
    return;

  forms = trinh_regime_get_forms (trinh_report_get_regime (trinh_work_get_report (work)));
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      add_form (self, form, numbers);
    }
}

char *
trinh_indicator_dup_name (TrinhWork *work,
                          const char *address)
{
  TrinhForm *form = NULL;
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  if (!trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (work)), address, &form, &row, &column))
    return g_strdup (address);
  if (row == trinh_form_get_total (form))
    {
      g_autofree char *title = trinh_markup_strip (trinh_form_column_get_title (column));

      return g_strdup_printf ("%s · %s: %s", trinh_form_get_label (form), trinh_form_row_get_plain_label (row), title);
    }

  return g_strdup_printf ("%s · %s. %s", trinh_form_get_label (form), trinh_form_row_get_plain_code (row), trinh_form_row_get_plain_label (row));
}

gboolean
trinh_indicator_is_number (TrinhFormRow *row)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (row), FALSE);

  return trinh_kind_is_number (trinh_form_row_get_kind (row));
}
