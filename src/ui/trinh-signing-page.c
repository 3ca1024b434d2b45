/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-file-choice.h"
#include "trinh-session-sign.h"
#include "trinh-signing-page-private.h"
#include "trinh-toast.h"

G_DEFINE_FINAL_TYPE (TrinhSigningPage, trinh_signing_page, ADW_TYPE_PREFERENCES_PAGE)

static void
key_dialog_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (TrinhSigningPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    trinh_signing_page_import_key (self, file);
}

static void
import_key_cb (TrinhSigningPage *self)
{
  static const char *const suffixes[] = { "p12", "pfx", NULL };

  trinh_signing_page_choose_file (self, _ ("Import a key file"), _ ("Key files (.p12, .pfx)"), suffixes, key_dialog_cb);
}

static void
module_dialog_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (TrinhSigningPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    trinh_signing_page_choose_module (self, file);
}

static void
choose_module_cb (TrinhSigningPage *self)
{
  static const char *const suffixes[] = { "so", NULL };

  trinh_signing_page_choose_file (self, _ ("Choose the token's software"), _ ("Libraries (.so)"), suffixes, module_dialog_cb);
}

static void
search (TrinhSigningPage *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "token-module");

  trinh_key_list_search (self->keys, chosen);
}

static void
forget_module_cb (TrinhSigningPage *self)
{
  g_settings_reset (self->settings, "token-module");
  trinh_signing_page_show_module (self);
  search (self);
}

static void
authority_dialog_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (TrinhSigningPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    trinh_signing_page_import_authority (self, file);
}

static void
import_authority_cb (TrinhSigningPage *self)
{
  static const char *const suffixes[] = { "cer", "crt", "pem", "der", NULL };

  trinh_signing_page_choose_file (self, _ ("Import an authority's certificate"), _ ("Certificates (.cer, .crt, .pem)"), suffixes, authority_dialog_cb);
}

static void
list_dialog_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhSigningPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    trinh_signing_page_import_list (self, file);
}

static void
import_list_cb (TrinhSigningPage *self)
{
  static const char *const suffixes[] = { "crl", "pem", NULL };

  trinh_signing_page_choose_file (self, _ ("Import a list of revoked certificates"), _ ("Lists of revoked certificates (.crl)"), suffixes, list_dialog_cb);
}

static void
searching_cb (TrinhSigningPage *self)
{
  const gboolean searching = trinh_key_list_get_searching (self->keys);

  gtk_widget_set_visible (self->spinner, searching);
  gtk_widget_set_sensitive (self->search_button, !searching);
  trinh_signing_page_fill_keys (self);
}

/* Vendors' libraries take a moment each: they are asked when the page is seen, and once. */
static void
trinh_signing_page_map (GtkWidget *widget)
{
  TrinhSigningPage *self = TRINH_SIGNING_PAGE (widget);

  GTK_WIDGET_CLASS (trinh_signing_page_parent_class)->map (widget);
  if (trinh_key_list_get_n_modules (self->keys) == 0)
    search (self);
}

static void
trinh_signing_page_dispose (GObject *object)
{
  TrinhSigningPage *self = TRINH_SIGNING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SIGNING_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->keys);
  g_clear_object (&self->trust);
  g_clear_pointer (&self->key_folder, g_free);
  g_clear_pointer (&self->key_rows, g_ptr_array_unref);
  g_clear_pointer (&self->authority_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_signing_page_parent_class)->dispose (object);
}

static void
trinh_signing_page_class_init (TrinhSigningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_signing_page_dispose;
  widget_class->map = trinh_signing_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-signing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, keys_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, tokens_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, authorities_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, module_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, lists_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, forget_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSigningPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, import_key_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "search_cb", G_CALLBACK (search));
  gtk_widget_class_bind_template_callback (widget_class, choose_module_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_module_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_authority_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_list_cb);
}

static void
trinh_signing_page_init (TrinhSigningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  self->key_folder = trinh_session_dup_key_folder ();
  self->keys = trinh_key_list_new (self->key_folder);
  self->trust = trinh_session_make_trust ();
  self->key_rows = g_ptr_array_new ();
  self->authority_rows = g_ptr_array_new ();
  g_signal_connect_object (self->keys, "notify::searching", G_CALLBACK (searching_cb), self, G_CONNECT_SWAPPED);
  trinh_signing_page_fill_keys (self);
  trinh_signing_page_show_module (self);
  trinh_signing_page_fill_trust (self);
}

AdwActionRow *
trinh_signing_page_add_row (AdwPreferencesGroup *group,
                            GPtrArray *rows,
                            const char *title,
                            const char *subtitle,
                            const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  return ADW_ACTION_ROW (row);
}

void
trinh_signing_page_add_remove (TrinhSigningPage *self,
                               AdwActionRow *row,
                               const char *id,
                               GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

void
trinh_signing_page_toast (TrinhSigningPage *self,
                          const char *text)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast;

  if (dialog == NULL)
    return;
  toast = trinh_toast_new (text);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

void
trinh_signing_page_show_error (TrinhSigningPage *self,
                               const char *heading,
                               const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
trinh_signing_page_choose_file (TrinhSigningPage *self,
                                const char *title,
                                const char *kind,
                                const char *const *suffixes,
                                GAsyncReadyCallback callback)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  trinh_file_choice_open (window, title, kind, suffixes, callback, g_object_ref (self));
}
