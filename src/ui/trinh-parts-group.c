/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-part-dialog.h"
#include "trinh-parts-group.h"
#include "trinh-window.h"

struct _TrinhPartsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  TrinhWork *work;
  GPtrArray *rows;
  char *shown; /* what the rows say: they stay, and keep the focus, while it is the same */
};

G_DEFINE_FINAL_TYPE (TrinhPartsGroup, trinh_parts_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_state_words (TrinhReportPartState state)
{
  switch (state)
    {
    case TRINH_REPORT_PART_SENT:
      return _ ("Sent");
    case TRINH_REPORT_PART_OVERDUE:
      return _ ("Overdue");
    case TRINH_REPORT_PART_RETURNED:
      return _ ("Back");
    case TRINH_REPORT_PART_OPEN:
    default:
      return _ ("Not sent");
    }
}

static void
add_status (TrinhPartsGroup *self,
            TrinhPlaceStatus *sum,
            const char *place)
{
  TrinhPlaceStatus status = trinh_evaluation_get_place (trinh_work_get_evaluation (self->work), place);

  sum->n_filled += status.n_filled;
  sum->n_required += status.n_required;
}

/* "Tài chính - Kế toán · đến 30/5/2022 · 12/20" */
static char *
dup_subtitle (TrinhPartsGroup *self,
              TrinhReportPart *part)
{
  TrinhPlaceStatus sum = { 0, 0, 0, 0 };
  g_autoptr (GString) text = g_string_new (trinh_report_part_get_who (part));
  guint32 due = 0;

  for (guint i = 0; trinh_report_part_get_forms (part)[i] != NULL; i++)
    add_status (self, &sum, trinh_report_part_get_forms (part)[i]);
  for (guint i = 0; trinh_report_part_get_sections (part)[i] != NULL; i++)
    add_status (self, &sum, trinh_report_part_get_sections (part)[i]);
  if (trinh_date_parse (trinh_report_part_get_due (part), &due))
    {
      g_autofree char *date = trinh_date_format (due);

      /* Translators: %s is a date */
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("due %s"), date);
    }
  if (sum.n_required > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("%u of %u filled in"), MIN (sum.n_filled, sum.n_required), sum.n_required);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct
{
  TrinhPartsGroup *group;
  char *part;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->group);
  g_free (sending->part);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
target_chosen_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (sending->group));
  g_autoptr (GError) error = NULL;

  if (target == NULL || sending->group->work == NULL || !TRINH_IS_WINDOW (root))
    return;
  if (trinh_session_send_part (trinh_window_get_session (TRINH_WINDOW (root)), sending->group->work, sending->part, target, &error))
    gtk_widget_activate_action (GTK_WIDGET (sending->group), "win.toast-undo", "s", _ ("The part was written; send the file to whom it is for."));
  else
    trinh_window_show_error (TRINH_WINDOW (root), _ ("The part could not be sent"), error);
}

static void
send_cb (TrinhPartsGroup *self,
         GtkButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "part");
  g_autoptr (TrinhReportPart) part = trinh_report_part_find (trinh_work_get_report (self->work), id);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  Sending *sending;

  if (part == NULL)
    return;
  name = g_strdup_printf ("%s.trinhky", trinh_report_part_get_title (part));
  g_strdelimit (name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _ ("Send the part"));
  gtk_file_dialog_set_initial_name (dialog, name);
  sending = g_new (Sending, 1);
  *sending = (Sending) { g_object_ref (self), g_strdup (id) };
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, target_chosen_cb, sending);
}

static void
row_activated_cb (TrinhPartsGroup *self,
                  AdwActionRow *row)
{
  g_autoptr (TrinhReportPart) part = trinh_report_part_find (trinh_work_get_report (self->work), g_object_get_data (G_OBJECT (row), "part"));

  if (part != NULL)
    trinh_part_dialog_present (self->work, part, GTK_WIDGET (self));
}

static void
add_clicked_cb (TrinhPartsGroup *self)
{
  if (self->work != NULL)
    trinh_part_dialog_present (self->work, NULL, GTK_WIDGET (self));
}

static GtkWidget *
make_state_label (TrinhReportPartState state)
{
  GtkWidget *label = gtk_label_new (get_state_words (state));

  gtk_widget_add_css_class (label, state == TRINH_REPORT_PART_OVERDUE ? "error" : state == TRINH_REPORT_PART_RETURNED ? "success"
                                                                                                                      : "dim-label");

  return label;
}

static GtkWidget *
make_send_button (TrinhPartsGroup *self,
                  TrinhReportPart *part)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-send-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Send the part “%s”…"), trinh_report_part_get_title (part));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "part", g_strdup (trinh_report_part_get_id (part)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (send_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_part (TrinhPartsGroup *self,
          TrinhReportPart *part)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (self, part);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trinh_report_part_get_title (part));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_state_label (trinh_report_part_get_state (part, trinh_date_today ())));
  if (trinh_report_part_get_own (trinh_work_get_report (self->work)) == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_send_button (self, part));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "part", g_strdup (trinh_report_part_get_id (part)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
trinh_parts_group_dispose (GObject *object)
{
  TrinhPartsGroup *self = TRINH_PARTS_GROUP (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (trinh_parts_group_parent_class)->dispose (object);
}

static void
trinh_parts_group_class_init (TrinhPartsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_parts_group_dispose;
}

static void
trinh_parts_group_init (TrinhPartsGroup *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Add a part"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Parts"));
}

/* (transfer full) */
static char *
describe (TrinhPartsGroup *self,
          GPtrArray *parts,
          guint32 today)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      TrinhReportPart *part = g_ptr_array_index (parts, i);
      g_autofree char *subtitle = dup_subtitle (self, part);

      g_string_append_printf (text, "%s\t%s\t%s\t%d\n", trinh_report_part_get_id (part), trinh_report_part_get_title (part), subtitle, trinh_report_part_get_state (part, today));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
clear_rows (TrinhPartsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

void
trinh_parts_group_set_work (TrinhPartsGroup *self,
                            TrinhWork *work)
{
  g_return_if_fail (TRINH_IS_PARTS_GROUP (self));
  g_return_if_fail (work == NULL || TRINH_IS_WORK (work));

  if (g_set_object (&self->work, work))
    trinh_parts_group_update (self);
}

void
trinh_parts_group_update (TrinhPartsGroup *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *text = NULL;
  guint32 today;

  g_return_if_fail (TRINH_IS_PARTS_GROUP (self));

  if (self->work == NULL)
    {
      clear_rows (self);
      g_clear_pointer (&self->shown, g_free);
      return;
    }
  parts = trinh_report_part_list (trinh_work_get_report (self->work));
  today = trinh_date_today ();
  text = describe (self, parts, today);
  if (!g_set_str (&self->shown, text))
    return;
  clear_rows (self);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < parts->len; i++)
      if ((trinh_report_part_get_state (g_ptr_array_index (parts, i), today) == TRINH_REPORT_PART_OVERDUE) == (pass == 0))
        add_part (self, g_ptr_array_index (parts, i));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), parts->len > 0 ? NULL : _ ("Give forms and sections to whom fills them in: a part leaves as a file and comes back into the report."));
}
