/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-badge.h"
#include "trinh-form-page-private.h"
#include "trinh-row-cell.h"
#include "trinh-wrap-cell.h"

G_DEFINE_FINAL_TYPE (TrinhFormPage, trinh_form_page, TRINH_TYPE_REPORT_PAGE)

static gboolean
matches_search (gpointer item,
                gpointer user_data)
{
  TrinhFormPage *self = user_data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return words[0] == '\0' || trinh_row_item_matches (item, words);
}

static void
update_search (TrinhFormPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->table_stack,
                                    self->form == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "table" : "nothing");
}

static void
search_changed_cb (TrinhFormPage *self)
{
  update_search (self);
}

static void
search_stopped_cb (TrinhFormPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  trinh_form_page_move (self, 0, 0);
}

/* The entry tells of its text only after a while: the rows are wanted now. */
static void
stop_search (TrinhFormPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  update_search (self);
}

static gboolean
trinh_form_page_start_search (TrinhReportPage *page)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

static void
show_current (TrinhFormPage *self)
{
  g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), self->current);

  g_object_set (self->details, "item", item, NULL);
}

static void
selection_changed_cb (TrinhFormPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) == 1)
    self->current = gtk_bitset_get_minimum (selected);
  show_current (self);
}

static char *
dup_banner_text (guint n_errors)
{
  if (n_errors == 0)
    return g_strdup (_ ("No figure contradicts its rules any more"));

  return g_strdup_printf (ngettext ("%u figure contradicts its rules", "%u figures contradict their rules", n_errors), n_errors);
}

/* It comes and goes when the form is opened only: nothing may move under the hands while it is filled in. */
static void
update_banner (TrinhFormPage *self,
               gboolean opening)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  TrinhPlaceStatus status;
  g_autofree char *text = NULL;

  if (work == NULL || self->form == NULL)
    return;

  status = trinh_evaluation_get_place (trinh_work_get_evaluation (work), trinh_form_get_id (self->form));
  text = dup_banner_text (status.n_errors);
  adw_banner_set_title (self->banner, text);
  if (opening)
    adw_banner_set_revealed (self->banner, status.n_errors > 0);
}

static void
place_changed_cb (TrinhFormPage *self,
                  const char *place)
{
  if (self->form != NULL && g_str_equal (place, trinh_form_get_id (self->form)))
    update_banner (self, FALSE);
}

static void
trinh_form_page_map (GtkWidget *widget)
{
  update_banner (TRINH_FORM_PAGE (widget), TRUE);

  GTK_WIDGET_CLASS (trinh_form_page_parent_class)->map (widget);
}

static void
follow_evaluation (TrinhFormPage *self,
                   TrinhWork *work)
{
  g_signal_group_set_target (self->evaluation_signals, work != NULL ? trinh_work_get_evaluation (work) : NULL);
}

static void
trinh_form_page_work_changed (TrinhReportPage *page,
                              TrinhWork *work)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (page);

  trinh_form_page_set_form (self, NULL);
  follow_evaluation (self, work);
}

static void
trinh_form_page_commit (TrinhReportPage *page)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, TRINH_TYPE_ROW_CELL) : NULL;

  if (cell != NULL)
    trinh_row_cell_commit (TRINH_ROW_CELL (cell));
}

static gboolean
trinh_form_page_reveal (TrinhReportPage *page,
                        const char *place)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (page);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  stop_search (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (trinh_row_item_get_address (item), place) != 0)
        continue;

      trinh_form_page_focus_row (self, i, TRINH_CELL_VALUE);
      return TRUE;
    }

  return FALSE;
}

static void
narrow_changed_cb (TrinhFormPage *self)
{
  const gboolean narrow = !gtk_column_view_column_get_visible (self->unit_column);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      trinh_row_item_set_narrow (item, narrow);
    }
}

/* The badge's popover says the same as the details under the table. */
static void
badge_clicked_cb (GtkListItem *list_item,
                  GtkWidget *button)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (gtk_widget_get_ancestor (button, TRINH_TYPE_FORM_PAGE));

  trinh_badge_popover_show (TRINH_BADGE_POPOVER (self->popover), gtk_list_item_get_item (list_item), button);
}

static gboolean
has_badge (GtkListItem *list_item,
           guint n_errors,
           guint n_warnings,
           gboolean gap)
{
  return n_errors > 0 || n_warnings > 0 || gap;
}

static int
get_indent (GtkListItem *list_item,
            guint depth)
{
  return (int) depth * 14;
}

static char *
get_badge_name (GtkListItem *list_item,
                const char *spoken)
{
  return spoken != NULL ? g_strdup_printf (_ ("Findings of %s"), spoken) : NULL;
}

static void
trinh_form_page_dispose (GObject *object)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (object);

  g_clear_object (&self->evaluation_signals);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_FORM_PAGE);
  g_clear_object (&self->form);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (trinh_form_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-form-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, details);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, badge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_badge);
  gtk_widget_class_bind_template_callback (widget_class, get_indent);
  gtk_widget_class_bind_template_callback (widget_class, get_badge_name);
}

static void
trinh_form_page_class_init (TrinhFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrinhReportPageClass *page_class = TRINH_REPORT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_form_page_dispose;
  widget_class->map = trinh_form_page_map;
  page_class->work_changed = trinh_form_page_work_changed;
  page_class->reveal = trinh_form_page_reveal;
  page_class->start_search = trinh_form_page_start_search;
  page_class->commit = trinh_form_page_commit;

  bind_template (widget_class);
  trinh_form_page_install_actions (widget_class);
}

static void
trinh_form_page_init (TrinhFormPage *self)
{
  GtkFilterListModel *filtered;

  g_type_ensure (TRINH_TYPE_BADGE);
  g_type_ensure (TRINH_TYPE_ROW_CELL);
  g_type_ensure (TRINH_TYPE_ROW_DETAILS);
  g_type_ensure (TRINH_TYPE_ROW_ITEM);
  g_type_ensure (TRINH_TYPE_WRAP_CELL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_list_store_new (TRINH_TYPE_ROW_ITEM);
  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (filtered));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  trinh_form_page_add_keys (self);
  self->popover = trinh_badge_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  self->evaluation_signals = g_signal_group_new (TRINH_TYPE_EVALUATION);
  g_signal_group_connect_swapped (self->evaluation_signals, "place-changed", G_CALLBACK (place_changed_cb), self);
}

GtkWidget *
trinh_form_page_new (void)
{
  return g_object_new (TRINH_TYPE_FORM_PAGE, NULL);
}

static void
fill_rows (TrinhFormPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->form != NULL && i < trinh_form_get_n_rows (self->form); i++)
    g_ptr_array_add (items, trinh_row_item_new (work, self->form, i));

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), items->pdata, items->len);
  narrow_changed_cb (self);
}

void
trinh_form_page_set_form (TrinhFormPage *self,
                          TrinhForm *form)
{
  g_return_if_fail (TRINH_IS_FORM_PAGE (self));
  g_return_if_fail (form == NULL || TRINH_IS_FORM (form));

  if (self->form == form)
    return;

  trinh_form_page_commit (TRINH_REPORT_PAGE (self));
  g_set_object (&self->form, form);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  fill_rows (self);
  stop_search (self);
  self->current = 0;
  show_current (self);
  if (form == NULL)
    return;

  {
    g_autofree char *title = trinh_markup_strip (trinh_form_get_title (form));

    trinh_report_page_set_title (TRINH_REPORT_PAGE (self), trinh_form_get_label (form));
    trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), title);
  }
  update_banner (self, TRUE);
  if (trinh_form_get_n_rows (form) > 0)
    gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_SELECT, NULL);
}
