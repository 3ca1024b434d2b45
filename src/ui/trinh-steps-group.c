/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-document-dialog.h"
#include "trinh-remark-text.h"
#include "trinh-review-text.h"
#include "trinh-steps-group.h"

struct _TrinhStepsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  TrinhWork *work;
  GSignalGroup *report_signals;
  GSignalGroup *work_signals;
  GPtrArray *rows; /* borrowed from the group */

  /* Borrowed from the group */
  AdwActionRow *holder_row;
};

G_DEFINE_FINAL_TYPE (TrinhStepsGroup, trinh_steps_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
open_clicked_cb (GtkWidget *button,
                 TrinhStep *step)
{
  TrinhStepsGroup *self = TRINH_STEPS_GROUP (gtk_widget_get_ancestor (button, TRINH_TYPE_STEPS_GROUP));

  if (self != NULL && self->work != NULL)
    trinh_document_open_kept (self->work, trinh_step_get_file_name (step), trinh_step_get_file_sha256 (step), button);
}

static void
forget_step (gpointer step,
             GClosure *closure)
{
  g_object_unref (step);
}

/* The signed PDF or the scan, where it is kept here */
static void
add_file (TrinhStepsGroup *self,
          GtkWidget *row,
          TrinhStep *step)
{
  TrinhStore *store = trinh_work_get_store (self->work);
  GtkWidget *button;

  if (store == NULL || trinh_step_get_file_sha256 (step) == NULL || trinh_step_get_file_name (step) == NULL || !trinh_store_has_file (store, trinh_step_get_file_sha256 (step)))
    return;
  button = gtk_button_new_from_icon_name ("document-open-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Open the signed file"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_clicked_cb), g_object_ref (step), forget_step, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "Returned · Nguyễn Văn A (signatory)", under it when and with what words */
static GtkWidget *
make_step (TrinhStep *step)
{
  GtkWidget *row = make_row ();
  const char *role = trinh_role_get_name (trinh_step_get_role (step));
  const char *remark = trinh_step_get_remark (step);
  g_autofree char *time = trinh_remark_text_dup_time (trinh_step_get_at (step));
  g_autofree char *title = role[0] != '\0' ? g_strdup_printf ("%s · %s (%s)", trinh_step_kind_get_name (trinh_step_get_kind (step)), trinh_step_get_by (step), role)
                                           : g_strdup_printf ("%s · %s", trinh_step_kind_get_name (trinh_step_get_kind (step)), trinh_step_get_by (step));
  g_autofree char *subtitle = remark[0] != '\0' ? g_strdup_printf ("%s · %s", time, remark) : g_strdup (time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
update (TrinhStepsGroup *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *holder = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (self->work == NULL)
    return;

  holder = trinh_review_text_dup_holder (self->work);
  adw_action_row_set_subtitle (self->holder_row, holder);
  steps = trinh_review_list_steps (trinh_work_get_report (self->work));
  for (guint i = steps->len; i > 0; i--)
    {
      GtkWidget *row = make_step (steps->pdata[i - 1]);

      add_file (self, row, steps->pdata[i - 1]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
trinh_steps_group_dispose (GObject *object)
{
  TrinhStepsGroup *self = TRINH_STEPS_GROUP (object);

  g_clear_object (&self->report_signals);
  g_clear_object (&self->work_signals);
  g_clear_object (&self->work);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_steps_group_parent_class)->dispose (object);
}

static void
trinh_steps_group_class_init (TrinhStepsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_steps_group_dispose;
}

static void
trinh_steps_group_init (TrinhStepsGroup *self)
{
  GtkWidget *holder = make_row ();

  self->rows = g_ptr_array_new ();
  self->holder_row = ADW_ACTION_ROW (holder);
  gtk_widget_add_css_class (holder, "property");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (holder), _ ("Who has it now"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Review and signature"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), holder);

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::journal", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->report_signals, "notify::state", G_CALLBACK (update), self);
  self->work_signals = g_signal_group_new (TRINH_TYPE_WORK);
  g_signal_group_connect_swapped (self->work_signals, "person-changed", G_CALLBACK (update), self);
}

void
trinh_steps_group_set_work (TrinhStepsGroup *self,
                            TrinhWork *work)
{
  g_return_if_fail (TRINH_IS_STEPS_GROUP (self));
  g_return_if_fail (work == NULL || TRINH_IS_WORK (work));

  g_set_object (&self->work, work);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  g_signal_group_set_target (self->work_signals, work);
  update (self);
}
