/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-date-row.h"
#include "trinh-task-dialog.h"
#include "trinh-tasks-page-private.h"
#include "trinh-window.h"

static TrinhWork *
get_work (TrinhTasksPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

static TrinhReport *
get_report (TrinhTasksPage *self)
{
  return trinh_work_get_report (get_work (self));
}

/* @edit: (nullable): nothing is to be done; @done: (nullable): what to say with an Undo */
static gboolean
apply (TrinhTasksPage *self,
       TrinhEdit *edit,
       const char *done)
{
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return FALSE;
  if (!trinh_work_apply (get_work (self), edit, &error))
    {
      trinh_report_page_toast (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  if (done != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);

  return TRUE;
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (widget);

  if (get_work (self) != NULL)
    adw_dialog_present (ADW_DIALOG (trinh_task_dialog_new (get_work (self), NULL)), widget);
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (widget);
  TrinhTask *task = trinh_tasks_page_get_current (self);

  if (task != NULL)
    adw_dialog_present (ADW_DIALOG (trinh_task_dialog_new (get_work (self), task)), widget);
}

static void
set_done (TrinhTasksPage *self,
          TrinhTask *task,
          guint32 day)
{
  g_autoptr (TrinhTask) changed = trinh_task_with_done (task, day);
  g_autoptr (TrinhEdit) edit = trinh_tasks_make_change (get_report (self), changed);
  g_autofree char *id = g_strdup (trinh_task_get_id (task));

  if (apply (self, edit, day != 0 ? _ ("The task is done") : _ ("The task is open again")))
    trinh_tasks_page_show_task (self, id);
}

static void
done_response_cb (TrinhTasksPage *self,
                  const char *response,
                  AdwAlertDialog *alert)
{
  TrinhDateRow *row = g_object_get_data (G_OBJECT (alert), "row");
  g_autoptr (TrinhTask) task = get_work (self) != NULL ? trinh_tasks_find (get_report (self), g_object_get_data (G_OBJECT (alert), "id")) : NULL;

  if (g_str_equal (response, "done") && task != NULL && trinh_date_row_get_date (row) != 0)
    set_done (self, task, trinh_date_row_get_date (row));
}

static void
date_changed_cb (AdwAlertDialog *alert,
                 GParamSpec *pspec,
                 TrinhDateRow *row)
{
  adw_alert_dialog_set_response_enabled (alert, "done", trinh_date_row_get_date (row) != 0);
}

/* Today where it is a day of the period, else its last */
static guint32
find_day (TrinhReport *report)
{
  const guint32 today = trinh_date_today ();
  const guint32 to = trinh_report_get_data_to (report);

  return today >= trinh_report_get_data_from (report) && today <= to ? today : to;
}

static void
ask_day (TrinhTasksPage *self,
         TrinhTask *task)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Done on which day?"), trinh_task_get_title (task));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = trinh_date_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Done on"));
  trinh_date_row_set_date (TRINH_DATE_ROW (row), find_day (get_report (self)));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "done", _ ("_Done"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "done", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "done");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), "id", g_strdup (trinh_task_get_id (task)), g_free);
  g_object_set_data (G_OBJECT (alert), "row", row);
  g_signal_connect_object (row, "notify::date", G_CALLBACK (date_changed_cb), alert, G_CONNECT_SWAPPED);
  g_signal_connect_object (alert, "response", G_CALLBACK (done_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
done_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (widget);
  TrinhTask *task = trinh_tasks_page_get_current (self);

  if (task == NULL)
    return;
  if (trinh_task_get_done (task) != 0)
    set_done (self, task, 0);
  else
    ask_day (self, task);
}

static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (widget);
  TrinhTask *task = trinh_tasks_page_get_current (self);
  const guint position = gtk_single_selection_get_selected (self->selection);
  const char *ids[] = { task != NULL ? trinh_task_get_id (task) : NULL, NULL };
  g_autoptr (TrinhEdit) edit = task != NULL ? trinh_tasks_make_remove (get_report (self), ids) : NULL;
  guint n;

  if (!apply (self, edit, _ ("The task was removed")))
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n > 0)
    gtk_column_view_scroll_to (self->table, MIN (position, n - 1), NULL, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/* @step: places down, or up where it is negative */
static void
move_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (widget);
  TrinhTask *task = trinh_tasks_page_get_current (self);
  g_autofree char *id = task != NULL ? g_strdup (trinh_task_get_id (task)) : NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  guint position = 0;

  if (id == NULL || !g_list_store_find (self->items, gtk_single_selection_get_selected_item (self->selection), &position))
    return;
  if (g_variant_get_int32 (parameter) < 0 && position == 0)
    return;
  edit = trinh_tasks_make_move (get_report (self), id, position + (guint) g_variant_get_int32 (parameter));
  if (apply (self, edit, NULL))
    trinh_tasks_page_show_task (self, id);
}

static void
show_skipped (TrinhTasksPage *self,
              GPtrArray *skipped)
{
  AdwDialog *alert;
  g_autofree char *lines = NULL;

  g_ptr_array_add (skipped, NULL);
  lines = g_strjoinv ("\n", (char **) skipped->pdata);
  alert = adw_alert_dialog_new (_ ("Some lines were left out"), lines);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
paste_text (TrinhTasksPage *self,
            const char *text)
{
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GPtrArray) tasks = trinh_tasks_parse (trinh_report_get_regime (get_report (self)), text, &skipped);
  g_autoptr (TrinhEdit) edit = trinh_tasks_make_add (get_report (self), tasks);
  g_autofree char *done = g_strdup_printf (ngettext ("%u task was added", "%u tasks were added", tasks->len), tasks->len);

  if (edit != NULL)
    apply (self, edit, done);
  else if (skipped->len == 0)
    trinh_report_page_toast (GTK_WIDGET (self), _ ("There is no text to paste"));
  if (skipped->len > 0)
    show_skipped (self, skipped);
}

static void
paste_read_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (TrinhTasksPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text == NULL)
    trinh_report_page_toast (GTK_WIDGET (self), _ ("There is no text to paste"));
  else if (get_work (self) != NULL)
    paste_text (self, text);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_read_cb, g_object_ref (widget));
}

static TrinhSession *
get_session (TrinhTasksPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return TRINH_IS_WINDOW (root) ? trinh_window_get_session (TRINH_WINDOW (root)) : NULL;
}

static void
take_over_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  TrinhTasksPage *self = TRINH_TASKS_PAGE (widget);
  TrinhSession *session = get_session (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  guint n = 0;

  if (session == NULL)
    return;
  if (!trinh_session_take_over_tasks (session, get_work (self), g_variant_get_string (parameter, NULL), &n, &error))
    {
      trinh_report_page_toast (widget, error->message);
      return;
    }
  done = g_strdup_printf (ngettext ("%u task was added", "%u tasks were added", n), n);
  if (n > 0)
    gtk_widget_activate_action (widget, "win.toast-undo", "s", done);
  else
    trinh_report_page_toast (widget, _ ("That report has no task that is not here already"));
}

void
trinh_tasks_page_fill_take_over (GtkMenuButton *button,
                                 gpointer user_data)
{
  TrinhTasksPage *self = user_data;
  TrinhSession *session = get_session (self);
  g_autoptr (GPtrArray) sources = session != NULL && get_work (self) != NULL ? trinh_session_list_task_sources (session, get_report (self)) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      g_autofree char *period = trinh_period_get_title (trinh_store_entry_get_period (sources->pdata[i]));
      g_autofree char *title = trinh_language_capitalize (period);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "tasks.take-over", "s", trinh_store_entry_get_id (sources->pdata[i]));
      g_menu_append_item (menu, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_menu_append (menu, _ ("No other report of this office"), "tasks.nothing");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
trinh_tasks_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tasks.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "tasks.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "tasks.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "tasks.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "tasks.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "tasks.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "tasks.take-over", "s", take_over_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "tasks.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "tasks.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "tasks.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "tasks.move", "i", 1);
}
