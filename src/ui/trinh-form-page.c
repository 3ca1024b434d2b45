/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-badge.h"
#include "trinh-form-heads.h"
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

static const char *
find_stack_page (TrinhFormPage *self)
{
  if (self->form == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    return "table";

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "nothing" : "empty";
}

void
trinh_form_page_update_search (TrinhFormPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->table_stack, find_stack_page (self));
}

static void
search_changed_cb (TrinhFormPage *self)
{
  trinh_form_page_update_search (self);
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
  trinh_form_page_update_search (self);
}

static gboolean
trinh_form_page_start_search (TrinhReportPage *page)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

TrinhRowItem *
trinh_form_page_dup_item (TrinhFormPage *self,
                          guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->selection), position);
}

guint
trinh_form_page_get_n_columns (TrinhFormPage *self)
{
  return self->form != NULL ? g_list_model_get_n_items (trinh_form_get_columns (self->form)) : 0;
}

void
trinh_form_page_show_current (TrinhFormPage *self)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, self->current);
  TrinhCellItem *cell = NULL;

  if (item != NULL)
    cell = self->column < trinh_row_item_get_n_cells (item) ? trinh_row_item_get_cell (item, self->column) : trinh_row_item_get_main (item);

  g_object_set (self->details, "item", cell, NULL);
  trinh_form_page_update_list (self);
}

static void
selection_changed_cb (TrinhFormPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) == 1)
    self->current = gtk_bitset_get_minimum (selected);
  trinh_form_page_show_current (self);
}

/* A click on a row chooses it; one on a drop-down never comes to the row. */
static void
focus_changed_cb (TrinhFormPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || gtk_widget_get_ancestor (focus, TRINH_TYPE_ROW_CELL) == NULL)
    return;

  trinh_form_page_find_focus (self);
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN) != NULL && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), self->current))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), self->current, TRUE);
  trinh_form_page_show_current (self);
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
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);

  update_banner (self, TRUE);
  trinh_form_page_update_columns (self);
  g_signal_group_set_target (self->root_signals, gtk_widget_get_root (widget));
  trinh_offer_banner_look (self->offer, trinh_report_page_get_work (TRINH_REPORT_PAGE (self)), self->form);

  GTK_WIDGET_CLASS (trinh_form_page_parent_class)->map (widget);
}

static void
trinh_form_page_unmap (GtkWidget *widget)
{
  g_signal_group_set_target (TRINH_FORM_PAGE (widget)->root_signals, NULL);

  GTK_WIDGET_CLASS (trinh_form_page_parent_class)->unmap (widget);
}

static void
follow_work (TrinhFormPage *self,
             TrinhWork *work)
{
  g_signal_group_set_target (self->evaluation_signals, work != NULL ? trinh_work_get_evaluation (work) : NULL);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
}

static void
trinh_form_page_work_changed (TrinhReportPage *page,
                              TrinhWork *work)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (page);

  trinh_form_page_set_form (self, NULL);
  follow_work (self, work);
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
      g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, i);
      guint column;

      if (!trinh_row_item_find_cell (item, place, &column))
        continue;

      trinh_form_page_focus_cell (self, i, column);
      return TRUE;
    }

  return FALSE;
}

/* The badge's popover says the same as the details under the table. */
static void
badge_clicked_cb (GtkListItem *list_item,
                  GtkWidget *button)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (gtk_widget_get_ancestor (button, TRINH_TYPE_FORM_PAGE));

  trinh_badge_popover_show (TRINH_BADGE_POPOVER (self->popover), trinh_row_item_get_main (gtk_list_item_get_item (list_item)), button);
}

static void
explain_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, i);
      TrinhCellItem *cell;
      guint column;

      if (!trinh_row_item_find_cell (item, g_variant_get_string (parameter, NULL), &column))
        continue;
      cell = trinh_row_item_get_cell (item, column);
      trinh_badge_popover_show (TRINH_BADGE_POPOVER (self->popover), cell, trinh_cell_item_get_widget (cell, TRINH_CELL_VALUE));
    }
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
  g_clear_object (&self->report_signals);
  g_clear_object (&self->root_signals);
  g_clear_pointer (&self->made_columns, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, offer);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, list_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, up_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, down_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, details);
  trinh_form_page_bind_columns (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
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
  widget_class->unmap = trinh_form_page_unmap;
  page_class->work_changed = trinh_form_page_work_changed;
  page_class->reveal = trinh_form_page_reveal;
  page_class->start_search = trinh_form_page_start_search;
  page_class->commit = trinh_form_page_commit;
  page_class->remark_action = "form.remark";

  bind_template (widget_class);
  trinh_form_page_install_actions (widget_class);
  trinh_form_page_install_clipboard_actions (widget_class);
  trinh_form_page_install_list_actions (widget_class);
  trinh_form_page_install_remarks (widget_class);
  gtk_widget_class_install_action (widget_class, "form.explain", "s", explain_action);
}

static void
make_model (TrinhFormPage *self)
{
  GtkFilterListModel *filtered;

  self->rows = g_list_store_new (TRINH_TYPE_ROW_ITEM);
  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (filtered));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
make_signals (TrinhFormPage *self)
{
  self->evaluation_signals = g_signal_group_new (TRINH_TYPE_EVALUATION);
  g_signal_group_connect_swapped (self->evaluation_signals, "place-changed", G_CALLBACK (place_changed_cb), self);
  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "rows-changed", G_CALLBACK (trinh_form_page_follow_rows), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::office", G_CALLBACK (trinh_form_page_update_columns), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::comments", G_CALLBACK (trinh_form_page_update_remarks), self);
  self->root_signals = g_signal_group_new (GTK_TYPE_WINDOW);
  g_signal_group_connect_swapped (self->root_signals, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
}

static void
trinh_form_page_init (TrinhFormPage *self)
{
  g_type_ensure (TRINH_TYPE_BADGE);
  g_type_ensure (TRINH_TYPE_OFFER_BANNER);
  g_type_ensure (TRINH_TYPE_ROW_CELL);
  g_type_ensure (TRINH_TYPE_ROW_DETAILS);
  g_type_ensure (TRINH_TYPE_ROW_ITEM);
  g_type_ensure (TRINH_TYPE_TABLE_HEAD);
  g_type_ensure (TRINH_TYPE_WRAP_CELL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->made_columns = g_ptr_array_new_with_free_func (g_object_unref);
  make_model (self);
  make_signals (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  trinh_form_page_add_keys (self);
  self->popover = trinh_badge_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

GtkWidget *
trinh_form_page_new (void)
{
  return g_object_new (TRINH_TYPE_FORM_PAGE, NULL);
}

static void
add_items (TrinhFormPage *self,
           GPtrArray *items)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  const gboolean list = trinh_form_get_list (self->form);
  g_auto (GStrv) keys = list ? trinh_form_page_dup_keys (self) : NULL;
  const guint n = list ? g_strv_length (keys) : trinh_form_get_n_rows (self->form);

  for (guint i = 0; i < n; i++)
    {
      const char *key = list ? keys[i] : trinh_form_row_get_key (trinh_form_get_row (self->form, i));
      TrinhRowItem *item = trinh_row_item_new (work, self->form, key, i);

      trinh_row_item_set_narrow (item, self->narrow);
      g_ptr_array_add (items, item);
    }
}

static void
fill_rows (TrinhFormPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->form != NULL)
    add_items (self, items);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), items->pdata, items->len);
  trinh_form_page_update_remarks (self);
}

static void
show_titles (TrinhFormPage *self)
{
  TrinhReport *report = trinh_work_get_report (trinh_report_page_get_work (TRINH_REPORT_PAGE (self)));
  g_autofree char *title = trinh_form_heads_expand (report, trinh_form_get_title (self->form));

  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), trinh_form_get_label (self->form));
  trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), title);
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
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  /* The rows of one form never meet the columns of another. */
  g_list_store_remove_all (self->rows);
  g_set_object (&self->form, form);
  self->current = 0;
  self->column = 0;
  trinh_form_page_make_columns (self);
  fill_rows (self);
  stop_search (self);
  trinh_form_page_show_current (self);
  trinh_offer_banner_look (self->offer, trinh_report_page_get_work (TRINH_REPORT_PAGE (self)), form);
  if (form == NULL)
    return;

  show_titles (self);
  update_banner (self, TRUE);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_SELECT, NULL);
}
