/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-tasks-page-private.h"
#include "trinh-wrap-cell.h"

G_DEFINE_FINAL_TYPE (TrinhTasksPage, trinh_tasks_page, TRINH_TYPE_REPORT_PAGE)

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  TrinhTasksPage *self = user_data;
  const guint state = gtk_drop_down_get_selected (self->states);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (state != GTK_INVALID_LIST_POSITION && state > 0 && trinh_task_item_get_state (item) != state - 1)
    return FALSE;

  return words[0] == '\0' || trinh_task_item_matches (item, words);
}

static void
update_stack (TrinhTasksPage *self)
{
  const gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0;
  const gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  adw_status_page_set_title (self->nothing, empty ? _ ("No tasks yet") : _ ("No such task"));
  adw_status_page_set_description (self->nothing, empty ? _ ("Enter the tasks of the year's plan, or paste them from a spreadsheet: title, who leads, due on, done on. How many are done, late and overdue is then counted into the forms.") : _ ("Other words may find it, or another state."));
  gtk_stack_set_visible_child_name (self->stack, some ? "table" : "nothing");
}

static void
filter_changed_cb (TrinhTasksPage *self)
{
  if (self->filling || self->filter == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
count_states (TrinhTasksPage *self,
              guint *counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TrinhTaskItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      counts[trinh_task_item_get_state (item)]++;
    }
}

/* The choice stays what it was while its counts change. */
static void
fill_states (TrinhTasksPage *self,
             const guint *counts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const guint selected = gtk_drop_down_get_selected (self->states);

  gtk_string_list_take (names, g_strdup_printf (_ ("All (%u)"), g_list_model_get_n_items (G_LIST_MODEL (self->items))));
  for (guint i = 0; i < TRINH_TASK_N_STATES; i++)
    {
      g_autofree char *name = trinh_language_capitalize (trinh_task_state_get_name (i));

      gtk_string_list_take (names, g_strdup_printf ("%s (%u)", name, counts[i]));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->states, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
  self->filling = FALSE;
}

static void
fill_summary (TrinhTasksPage *self,
              const guint *counts)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  /* Translators: "33 tasks: 14 done, 2 of them late, 3 overdue" */
  text = g_strdup_printf (_ ("%s: %u done, %u of them late, %u overdue"), tasks, counts[TRINH_TASK_DONE] + counts[TRINH_TASK_LATE], counts[TRINH_TASK_LATE], counts[TRINH_TASK_OVERDUE]);
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), n > 0);
  if (work != NULL)
    {
      day = trinh_date_format (trinh_report_get_data_to (trinh_work_get_report (work)));
      /* Translators: the last day of the report's data */
      subtitle = g_strdup_printf (_ ("As of %s"), day);
    }
  trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), subtitle);
}

static GPtrArray *
make_items (TrinhWork *work)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) tasks = work != NULL ? trinh_tasks_list (trinh_work_get_report (work)) : NULL;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    g_ptr_array_add (items, trinh_task_item_new (work, tasks->pdata[i]));

  return items;
}

static gboolean
is_same_item (TrinhTasksPage *self,
              guint position,
              TrinhTaskItem *item)
{
  g_autoptr (TrinhTaskItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return trinh_task_item_equal (old, item);
}

/* What stays the same keeps its row, so that nothing moves under the pointer. */
static void
replace_items (TrinhTasksPage *self,
               GPtrArray *items)
{
  const guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, items->len) && is_same_item (self, head, items->pdata[head]))
    head++;
  while (tail < MIN (n_old, items->len) - head && is_same_item (self, n_old - tail - 1, items->pdata[items->len - tail - 1]))
    tail++;
  g_list_store_splice (self->items, head, n_old - head - tail, items->pdata + head, items->len - head - tail);
}

static void
refill (TrinhTasksPage *self)
{
  TrinhTask *current = trinh_tasks_page_get_current (self);
  g_autofree char *id = current != NULL ? g_strdup (trinh_task_get_id (current)) : NULL;
  g_autoptr (GPtrArray) items = make_items (trinh_report_page_get_work (TRINH_REPORT_PAGE (self)));
  guint counts[TRINH_TASK_N_STATES] = { 0 };

  replace_items (self, items);
  count_states (self, counts);
  fill_states (self, counts);
  fill_summary (self, counts);
  update_stack (self);
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhTaskItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (trinh_task_get_id (trinh_task_item_get_task (item)), id))
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
trinh_tasks_page_work_changed (TrinhReportPage *page,
                               TrinhWork *work)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (page);

  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  refill (self);
}

static gboolean
trinh_tasks_page_start_search (TrinhReportPage *page)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_stopped_cb (TrinhTasksPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
activated_cb (TrinhTasksPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "tasks.edit", NULL);
}

/* The table would take the space bar for choosing, which the arrows have done already. */
static gboolean
key_pressed_cb (TrinhTasksPage *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  if (key != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "tasks.done", NULL);
}

static void
selected_cb (TrinhTasksPage *self)
{
  const gboolean some = trinh_tasks_page_get_current (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.edit", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.done", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.remove", some);
}

static void
trinh_tasks_page_dispose (GObject *object)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_TASKS_PAGE);
  g_clear_object (&self->report_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (trinh_tasks_page_parent_class)->dispose (object);
}

static void
trinh_tasks_page_class_init (TrinhTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_tasks_page_dispose;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_tasks_page_work_changed;
  TRINH_REPORT_PAGE_CLASS (klass)->start_search = trinh_tasks_page_start_search;
  TRINH_REPORT_PAGE_CLASS (klass)->add_action = "tasks.add";

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, states);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, take_over_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, TrinhTasksPage, table);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  trinh_tasks_page_install_actions (widget_class);
}

static void
trinh_tasks_page_init (TrinhTasksPage *self)
{
  GtkFilterListModel *shown;

  g_type_ensure (TRINH_TYPE_TASK_ITEM);
  g_type_ensure (TRINH_TYPE_WRAP_CELL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (TRINH_TYPE_TASK_ITEM);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (shown));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_menu_button_set_create_popup_func (self->take_over_button, trinh_tasks_page_fill_take_over, self, NULL);

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::tasks", G_CALLBACK (refill), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::data_to", G_CALLBACK (refill), self);
  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), _ ("Tasks"));
  selected_cb (self);
}

GtkWidget *
trinh_tasks_page_new (void)
{
  return g_object_new (TRINH_TYPE_TASKS_PAGE, NULL);
}

TrinhTask *
trinh_tasks_page_get_current (TrinhTasksPage *self)
{
  TrinhTaskItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? trinh_task_item_get_task (item) : NULL;
}

void
trinh_tasks_page_show_task (TrinhTasksPage *self,
                            const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhTaskItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (trinh_task_get_id (trinh_task_item_get_task (item)), id))
        gtk_column_view_scroll_to (self->table, i, NULL, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
    }
}
