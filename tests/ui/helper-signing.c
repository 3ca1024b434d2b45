/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-signing.h"
#include "trinh-review.h"
#include "trinh-session-sign.h"

typedef struct
{
  gpointer widget;
  const char *text;
} Wanted;

static void
do_step (HelperWork *self,
         TrinhStepKind kind,
         TrinhRole role)
{
  g_autoptr (TrinhStep) step = trinh_step_new (kind, "Nguyễn Văn A", role, "2022-06-09T08:00:00+07:00", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhEdit) edit = trinh_review_make_step (self->report, step, &error);

  g_assert_no_error (error);
  g_assert_true (trinh_work_apply (self->work, edit, &error));
  g_assert_no_error (error);
}

void
helper_work_set_up_submitted (HelperWork *self,
                              gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "data", NULL);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autofree char *database = NULL;
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;

  self->folder = g_dir_make_tmp ("trinh-ui-XXXXXX", &error);
  g_assert_no_error (error);
  database = g_build_filename (self->folder, "test.db", NULL);
  self->session = trinh_session_new (database, (const char *const[]) { folder, NULL });
  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  self->work = trinh_session_create (self->session, "kiem-thu", period, office, &error);
  g_assert_no_error (error);
  self->report = trinh_work_get_report (self->work);
  self->evaluation = trinh_work_get_evaluation (self->work);
  do_step (self, TRINH_STEP_SUBMIT, TRINH_ROLE_CLERK);
}

void
helper_work_set_up_approved (HelperWork *self,
                             gconstpointer data)
{
  helper_work_set_up_submitted (self, data);
  do_step (self, TRINH_STEP_APPROVE, TRINH_ROLE_SIGNATORY);
}

GFile *
helper_write (HelperWork *self,
              const char *name,
              GBytes *bytes)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static gboolean
has_label (gpointer user_data)
{
  const Wanted *wanted = user_data;

  return helper_has_label (wanted->widget, wanted->text);
}

void
helper_wait_for_label (gpointer widget,
                       const char *text)
{
  Wanted wanted = { widget, text };

  helper_wait_until (has_label, &wanted);
}

gpointer
helper_find_row (gpointer widget,
                 const char *title)
{
  AdwPreferencesRow *row;

  for (guint i = 0; (row = helper_find (widget, ADW_TYPE_PREFERENCES_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (row), title) == 0)
      return row;

  return NULL;
}

void
helper_respond (HelperWork *self,
                const char *response)
{
  AdwAlertDialog *dialog = helper_get_alert (self);
  g_autofree char *detail = g_strconcat ("response::", response, NULL);

  g_signal_emit_by_name (dialog, detail, response);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  helper_wait (20);
}

gboolean
helper_tells (gpointer widget,
              const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (widget), text) != NULL)
    return TRUE;
  if (GTK_IS_EDITABLE (widget) && strstr (gtk_editable_get_text (widget), text) != NULL)
    return TRUE;
  if (gtk_widget_get_tooltip_text (widget) != NULL && strstr (gtk_widget_get_tooltip_text (widget), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (helper_tells (child, text))
      return TRUE;

  return FALSE;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

void
helper_forget_keys (void)
{
  g_autofree char *keys = trinh_session_dup_key_folder ();
  g_autofree char *trust = trinh_session_dup_trust_folder ();

  empty_folder (keys);
  empty_folder (trust);
}
