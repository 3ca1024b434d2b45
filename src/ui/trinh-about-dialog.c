/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-about-dialog.h"
#include "trinh-dialogs.h"

struct _TrinhAboutDialog
{
  AdwDialog parent_instance;

  /* Template References */
  GtkImage *icon;
  AdwActionRow *version_row;
  AdwActionRow *data_row;
};

G_DEFINE_FINAL_TYPE (TrinhAboutDialog, trinh_about_dialog, ADW_TYPE_DIALOG)

static void
copy_cb (TrinhAboutDialog *self)
{
  g_autofree char *text = g_strconcat ("Trình Ký ", adw_action_row_get_subtitle (self->version_row), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The version was copied"));
}

static char *
dup_versions (void)
{
  return g_strdup_printf ("%s (GTK %u.%u.%u, libadwaita %u.%u.%u)", PACKAGE_VERSION, gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version ());
}

static void
trinh_about_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRINH_TYPE_ABOUT_DIALOG);

  G_OBJECT_CLASS (trinh_about_dialog_parent_class)->dispose (object);
}

static void
trinh_about_dialog_class_init (TrinhAboutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_about_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-about-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhAboutDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, TrinhAboutDialog, version_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhAboutDialog, data_row);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
trinh_about_dialog_init (TrinhAboutDialog *self)
{
  g_autofree char *versions = dup_versions ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, APPLICATION_ID);
  adw_action_row_set_subtitle (self->version_row, versions);
}

AdwDialog *
trinh_about_dialog_new (const char *database)
{
  TrinhAboutDialog *self = g_object_new (TRINH_TYPE_ABOUT_DIALOG, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->data_row), database != NULL);
  if (database != NULL)
    {
      g_autofree char *name = g_filename_display_name (database);

      adw_action_row_set_subtitle (self->data_row, name);
    }

  return ADW_DIALOG (self);
}

void
trinh_about_dialog_present (TrinhWindow *window)
{
  TrinhStore *store;

  g_return_if_fail (TRINH_IS_WINDOW (window));

  store = trinh_session_get_store (trinh_window_get_session (window), NULL);
  adw_dialog_present (trinh_about_dialog_new (store != NULL ? trinh_store_get_path (store) : NULL), GTK_WIDGET (window));
}
