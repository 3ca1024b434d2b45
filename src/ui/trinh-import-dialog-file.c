/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Which file is imported */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-import-dialog.h"

typedef struct
{
  TrinhSession *session;
  TrinhWork *work;
  GtkWidget *parent;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->session);
  g_object_unref (choice->work);
  g_object_unref (choice->parent);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
show_error (GtkWidget *parent,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The table could not be read"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
file_chosen_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (TrinhImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  import = trinh_session_import_file (choice->session, trinh_work_get_evaluation (choice->work), file, TRUE, &error);
  if (import != NULL)
    trinh_import_dialog_present (choice->session, choice->work, import, choice->parent);
  else
    show_error (choice->parent, error);
}

void
trinh_import_dialog_choose (TrinhSession *session,
                            TrinhWork *work,
                            GtkWidget *parent)
{
  static const char *const suffixes[] = { "xlsx", "xls", "ods", "csv", "tsv" };
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GtkFileFilter) filter = NULL;
  Choice *choice;

  g_return_if_fail (TRINH_IS_SESSION (session));
  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = gtk_file_dialog_new ();
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Tables (.xlsx, .xls, .ods, .csv, .tsv)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_dialog_set_title (dialog, _ ("Import values"));
  gtk_file_dialog_set_default_filter (dialog, filter);

  choice = g_new (Choice, 1);
  *choice = (Choice) { g_object_ref (session), g_object_ref (work), g_object_ref (parent) };
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb, choice);
}
