/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-date-row.h"
#include "trinh-indicator-picker.h"
#include "trinh-task-dialog.h"
#include "trinh-toast.h"

struct _TrinhTaskDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhTask *task;   /* NULL: a new one */
  GPtrArray *counts; /* addresses, each with its row in rows */
  GPtrArray *rows;   /* of AdwSwitchRow, borrowed from the group */

  /* Template References */
  AdwToastOverlay *toasts;
  AdwEntryRow *title_row;
  AdwEntryRow *lead_row;
  TrinhDateRow *due_row;
  TrinhDateRow *done_row;
  AdwPreferencesGroup *counts_group;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (TrinhTaskDialog, trinh_task_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (trinh_language_normalize (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
say (TrinhTaskDialog *self,
     const char *message)
{
  AdwToast *toast = trinh_toast_new (message);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Blank or a day; what is typed and neither is not thrown away. */
static gboolean
is_read (TrinhDateRow *row)
{
  g_autofree char *text = dup_text (ADW_ENTRY_ROW (row));

  return text[0] == '\0' || trinh_date_row_get_date (row) != 0;
}

static char **
dup_counts (TrinhTaskDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->counts->len; i++)
    if (adw_switch_row_get_active (self->rows->pdata[i]))
      g_strv_builder_add (builder, self->counts->pdata[i]);

  return g_strv_builder_end (builder);
}

static TrinhEdit *
make_edit (TrinhTaskDialog *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *lead = dup_text (self->lead_row);
  g_auto (GStrv) counts = dup_counts (self);
  const guint32 due = trinh_date_row_get_date (self->due_row);
  const guint32 done = trinh_date_row_get_date (self->done_row);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (TrinhTask) changed = NULL;

  if (self->task != NULL)
    {
      changed = trinh_task_with_content (self->task, title, lead, due, done, (const char *const *) counts);
      return trinh_tasks_make_change (report, changed);
    }
  added = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (added, trinh_task_new ("", title, lead, due, done, (const char *const *) counts));

  return trinh_tasks_make_add (report, added);
}

static void
save_cb (TrinhTaskDialog *self)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->save_button))
    return;
  if (!is_read (self->due_row) || !is_read (self->done_row))
    {
      say (self, _ ("A date is written as day/month/year, such as 09/6/2022."));
      return;
    }
  edit = make_edit (self);
  if (edit != NULL && !trinh_work_apply (self->work, edit, &error))
    say (self, error->message);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
changed_cb (TrinhTaskDialog *self)
{
  g_autofree char *title = dup_text (self->title_row);

  gtk_widget_set_sensitive (self->save_button, title[0] != '\0');
}

static void
add_count (TrinhTaskDialog *self,
           const char *address,
           gboolean active)
{
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *name = trinh_indicator_dup_name (self->work, address);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), active);
  adw_preferences_group_add (self->counts_group, row);
  g_ptr_array_add (self->counts, g_strdup (address));
  g_ptr_array_add (self->rows, row);
}

/* The rows that the regime counts tasks for, and what the task counts into besides; a new task is one of the plan. */
static void
fill_counts (TrinhTaskDialog *self)
{
  g_autoptr (GPtrArray) addresses = trinh_tasks_list_rows (trinh_report_get_regime (trinh_work_get_report (self->work)));
  const char *const *others = self->task != NULL ? trinh_task_get_counts (self->task) : NULL;

  for (guint i = 0; i < addresses->len; i++)
    add_count (self, addresses->pdata[i], self->task != NULL ? trinh_task_counts_into (self->task, addresses->pdata[i]) : i == 0);
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (self->counts, others[i], g_str_equal, NULL))
      add_count (self, others[i], TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_group), self->counts->len > 0);
}

static void
fill (TrinhTaskDialog *self)
{
  fill_counts (self);
  if (self->task == NULL)
    return;

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Task"));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), trinh_task_get_title (self->task));
  gtk_editable_set_text (GTK_EDITABLE (self->lead_row), trinh_task_get_lead (self->task));
  trinh_date_row_set_date (self->due_row, trinh_task_get_due (self->task));
  trinh_date_row_set_date (self->done_row, trinh_task_get_done (self->task));
}

static void
trinh_task_dialog_dispose (GObject *object)
{
  TrinhTaskDialog *self = TRINH_TASK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_TASK_DIALOG);
  g_clear_object (&self->work);
  g_clear_object (&self->task);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_task_dialog_parent_class)->dispose (object);
}

static void
trinh_task_dialog_class_init (TrinhTaskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_task_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-task-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, lead_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, done_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhTaskDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
trinh_task_dialog_init (TrinhTaskDialog *self)
{
  g_type_ensure (TRINH_TYPE_DATE_ROW);

  self->counts = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhTaskDialog *
trinh_task_dialog_new (TrinhWork *work,
                       TrinhTask *task)
{
  TrinhTaskDialog *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (task == NULL || TRINH_IS_TASK (task), NULL);

  self = g_object_new (TRINH_TYPE_TASK_DIALOG, NULL);
  self->work = g_object_ref (work);
  self->task = task != NULL ? g_object_ref (task) : NULL;
  fill (self);

  return self;
}
