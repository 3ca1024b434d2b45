/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-document-dialog.h"
#include "trinh-kept-copy.h"

static void
say (GtkWidget *widget,
     const char *message)
{
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}

static void
say_not_opened (GtkWidget *widget,
                GtkFileLauncher *launcher,
                const GError *error)
{
  g_autofree char *name = g_file_get_basename (gtk_file_launcher_get_file (launcher));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_ ("No program opened “%s” (%s). Install one for files of this kind, or choose another as the default."),
                                              shown,
                                              error->message);

  say (widget, message);
}

static void
launched_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say_not_opened (widget, GTK_FILE_LAUNCHER (object), error);
}

void
trinh_document_open_kept (TrinhWork *work,
                          const char *name,
                          const char *sha256,
                          GtkWidget *widget)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (name != NULL);
  g_return_if_fail (sha256 != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (trinh_work_get_store (work) == NULL)
    return;

  bytes = trinh_store_get_file (trinh_work_get_store (work), sha256, NULL, NULL, &error);
  copy = bytes != NULL ? trinh_kept_copy_new (name, bytes, &error) : NULL;
  if (copy == NULL)
    {
      say (widget, error->message);
      return;
    }
  launcher = gtk_file_launcher_new (copy);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, launched_cb, g_object_ref (widget));
}

void
trinh_document_open_file (TrinhWork *work,
                          TrinhRegisteredDocument *document,
                          GtkWidget *widget)
{
  g_return_if_fail (TRINH_IS_REGISTERED_DOCUMENT (document));

  if (trinh_registered_document_get_file_sha256 (document) != NULL)
    trinh_document_open_kept (work, trinh_registered_document_get_file_name (document), trinh_registered_document_get_file_sha256 (document), widget);
}

static char *
guess_type (const char *name,
            GBytes *bytes)
{
  g_autofree char *type = g_content_type_guess (name, g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), 4096), NULL);
  char *media_type = g_content_type_get_mime_type (type);

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

TrinhRegisteredDocument *
trinh_document_attach_file (TrinhWork *work,
                            TrinhRegisteredDocument *document,
                            GFile *file,
                            GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *type = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  type = guess_type (name, bytes);
  sha256 = trinh_store_put_file (trinh_work_get_store (work), shown, type, bytes, error);
  return sha256 != NULL ? trinh_registered_document_with_file (document, shown, sha256) : NULL;
}
