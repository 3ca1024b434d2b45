/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Keys in files and on tokens */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-key-file.h"
#include "trinh-signing-page-private.h"

#define KEY_ID "id"

static void
remove_key (TrinhSigningPage *self,
            const char *response,
            AdwAlertDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "remove"))
    return;
  if (!trinh_kept_key_remove (self->key_folder, g_object_get_data (G_OBJECT (dialog), KEY_ID), &error))
    trinh_signing_page_show_error (self, _ ("Key file not removed"), error);
  trinh_key_list_reload (self->keys);
  trinh_signing_page_fill_keys (self);
}

static void
remove_key_cb (TrinhSigningPage *self,
               GtkButton *button)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Remove this key file?"), _ ("The program's copy of it is deleted. The file that it was imported from stays where it is; without one nobody can sign with this key any more."));
  const char *id = g_object_get_data (G_OBJECT (button), KEY_ID);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), KEY_ID, g_strdup (id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_key), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
clear_rows (TrinhSigningPage *self)
{
  for (guint i = 0; i < self->key_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->key_rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->key_rows, 0);
}

/* What a certificate has against signing with it, under its own words */
static char *
dup_state (TrinhKeyItem *item)
{
  TrinhCertificate *certificate = trinh_key_item_get_certificate (item);
  g_autoptr (GString) text = g_string_new (trinh_key_item_get_subtitle (item));

  if (certificate != NULL)
    {
      const TrinhCertificateFault faults = trinh_certificate_check (certificate, g_get_real_time () / G_USEC_PER_SEC, NULL);
      g_auto (GStrv) words = trinh_certificate_explain (certificate, faults, NULL);

      for (guint i = 0; words[i] != NULL; i++)
        g_string_append_printf (text, "\n%s", words[i]);
    }
  if (trinh_key_item_get_pin_state (item) == TRINH_TOKEN_PIN_LOCKED)
    g_string_append_printf (text, "\n%s", _ ("The token is locked after too many wrong PINs. Ask the authority that gave it to unlock it."));
  return g_strdup (text->str);
}

static void
add_key (TrinhSigningPage *self,
         TrinhKeyItem *item)
{
  const gboolean token = trinh_key_item_is_token (item);
  g_autofree char *state = dup_state (item);
  AdwActionRow *row = trinh_signing_page_add_row (token ? self->tokens_group : self->keys_group, self->key_rows, trinh_key_item_get_title (item), state, token ? "media-removable-symbolic" : "application-certificate-symbolic");

  if (!token)
    trinh_signing_page_add_remove (self, row, trinh_key_item_get_id (item), G_CALLBACK (remove_key_cb));
}

static void
tell_no_token (TrinhSigningPage *self)
{
  if (trinh_key_list_get_searching (self->keys))
    trinh_signing_page_add_row (self->tokens_group, self->key_rows, _ ("Looking for tokens…"), NULL, NULL);
  else if (trinh_key_list_get_n_modules (self->keys) == 0)
    trinh_signing_page_add_row (self->tokens_group, self->key_rows, _ ("No token software on this computer"), _ ("Install the package of the token's vendor for Linux, or choose its library below."), NULL);
  else
    trinh_signing_page_add_row (self->tokens_group, self->key_rows, _ ("No token is plugged in"), _ ("Plug it in, then look again."), NULL);
}

static guint
add_keys (TrinhSigningPage *self,
          gboolean tokens)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->keys)); i++)
    {
      g_autoptr (TrinhKeyItem) item = g_list_model_get_item (G_LIST_MODEL (self->keys), i);

      if (trinh_key_item_is_token (item) != tokens)
        continue;
      add_key (self, item);
      n++;
    }
  return n;
}

void
trinh_signing_page_fill_keys (TrinhSigningPage *self)
{
  GPtrArray *problems = trinh_key_list_get_problems (self->keys);

  clear_rows (self);
  if (add_keys (self, FALSE) == 0)
    trinh_signing_page_add_row (self->keys_group, self->key_rows, _ ("No key file was imported"), _ ("The authority gives one out, with a password. Who signs with a token needs none."), NULL);
  if (add_keys (self, TRUE) == 0)
    tell_no_token (self);
  for (guint i = 0; i < problems->len; i++)
    trinh_signing_page_add_row (self->tokens_group, self->key_rows, _ ("Token software that does not work"), g_ptr_array_index (problems, i), "dialog-warning-symbolic");
}

void
trinh_signing_page_show_module (TrinhSigningPage *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "token-module");
  const gboolean named = chosen[0] != '\0';

  adw_action_row_set_subtitle (self->module_row, named ? chosen : _ ("Found by itself, where vendors put it"));
  gtk_widget_set_visible (self->forget_button, named);
}

void
trinh_signing_page_choose_module (TrinhSigningPage *self,
                                  GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (TRINH_IS_SIGNING_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    return;
  g_settings_set_string (self->settings, "token-module", path);
  trinh_signing_page_show_module (self);
  trinh_key_list_search (self->keys, path);
}

void
trinh_signing_page_import_key (TrinhSigningPage *self,
                               GFile *file)
{
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhKeyItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (TRINH_IS_SIGNING_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  copy = trinh_key_file_import (file, self->key_folder, &error);
  bytes = copy != NULL ? trinh_session_read_bytes (copy, &error) : NULL;
  if (bytes == NULL)
    {
      trinh_signing_page_show_error (self, _ ("Key file not imported"), error);
      return;
    }
  id = trinh_kept_key_dup_id (copy);
  trinh_key_list_reload (self->keys);
  trinh_signing_page_fill_keys (self);
  item = g_list_model_get_item (G_LIST_MODEL (self->keys), trinh_key_list_find (self->keys, id));
  if (item != NULL && trinh_key_item_get_certificate (item) == NULL)
    trinh_signing_page_ask_password (self, id, bytes, _ ("The key file was imported. With its password the program can show now whose it is and until when it is valid. The password is not kept."));
  else
    trinh_signing_page_toast (self, _ ("The key file was imported"));
}
