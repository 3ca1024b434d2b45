/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-appearance.h"
#include "trinh-dialogs.h"
#include "trinh-lines-row.h"
#include "trinh-office-settings.h"
#include "trinh-predecessors.h"
#include "trinh-preferences-dialog-private.h"
#include "trinh-regime-rows.h"
#include "trinh-signatory-row.h"
#include "trinh-signing-page.h"
#include "trinh-spelling.h"
#include "trinh-toast.h"

/* After the last key, so that a word is kept once. */
#define SAVE_DELAY_MS 600

G_DEFINE_FINAL_TYPE (TrinhPreferencesDialog, trinh_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
toast (TrinhPreferencesDialog *self,
       const char *text)
{
  AdwToast *message = trinh_toast_new (text);

  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), message);
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
collect_lines (JsonObject *object,
               const char *name,
               TrinhLinesRow *row)
{
  g_auto (GStrv) lines = trinh_lines_row_dup_lines (row);

  trinh_office_settings_set_lines (object, name, (const char *const *) lines);
}

static void
collect_predecessors (TrinhPreferencesDialog *self,
                      JsonObject *office)
{
  g_auto (GStrv) lines = trinh_lines_row_dup_lines (self->predecessors_row);

  trinh_predecessors_set_lines (office, (const char *const *) lines);
}

static void
collect_office (TrinhPreferencesDialog *self,
                JsonObject *settings)
{
  JsonObject *office = trinh_office_settings_copy_member (settings, "office");

  trinh_office_settings_set_string (office, "name", get_text (self->name_row));
  trinh_office_settings_set_string (office, "code", get_text (self->code_row));
  trinh_office_settings_set_string (office, "kind", get_text (self->kind_row));
  collect_lines (office, "header", self->header_row);
  trinh_office_settings_set_string (office, "superior", get_text (self->superior_row));
  trinh_office_settings_set_string (office, "place", get_text (self->place_row));
  collect_predecessors (self, office);
  if (json_object_get_size (office) > 0)
    json_object_set_object_member (settings, "office", office);
  else
    {
      json_object_remove_member (settings, "office");
      json_object_unref (office);
    }
}

/* What the rows say now. (transfer full) */
static JsonObject *
collect (TrinhPreferencesDialog *self)
{
  JsonObject *settings = trinh_office_settings_copy (self->settings);

  collect_office (self, settings);
  trinh_office_settings_set_string (settings, "symbol", get_text (self->symbol_row));
  collect_lines (settings, "addressees", self->addressees_row);
  collect_lines (settings, "recipients", self->recipients_row);
  trinh_preferences_dialog_collect_signatories (self, settings);
  trinh_office_settings_set_string (settings, "author", get_text (self->author_row));

  return settings;
}

static gboolean
save_timeout (gpointer user_data)
{
  TrinhPreferencesDialog *self = user_data;

  self->save_source = 0;
  trinh_preferences_dialog_save (self);

  return G_SOURCE_REMOVE;
}

void
trinh_preferences_dialog_changed_cb (TrinhPreferencesDialog *self)
{
  if (self->filling)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_timeout, self);
}

static void
follow_text (AdwEntryRow *row,
             const char *before,
             const char *after)
{
  if (get_text (row)[0] == '\0' || g_strcmp0 (get_text (row), before) == 0)
    set_text (row, after);
}

static void
show_regimes (TrinhPreferencesDialog *self)
{
  g_autofree char *name = g_strstrip (trinh_language_normalize (get_text (self->name_row)));
  g_autofree char *code = g_strstrip (g_strdup (get_text (self->code_row)));
  g_autoptr (TrinhOffice) office = name[0] != '\0' ? trinh_office_new (name, code, NULL, NULL, NULL, NULL) : NULL;

  trinh_regime_rows_set_office (self->regime_rows, office);
}

/* Kind, place and header follow the name until they are written by hand. */
static void
name_changed_cb (TrinhPreferencesDialog *self)
{
  g_autoptr (TrinhOffice) before = self->derived;
  g_auto (GStrv) header = NULL;
  const char *const *header_before = trinh_office_get_header (before);

  self->derived = trinh_office_new_for_name (get_text (self->name_row));
  if (self->filling)
    return;

  header = trinh_lines_row_dup_lines (self->header_row);
  follow_text (self->kind_row, trinh_office_get_kind (before), trinh_office_get_kind (self->derived));
  follow_text (self->place_row, trinh_office_get_place (before), trinh_office_get_place (self->derived));
  if (header[0] == NULL || g_strv_equal ((const char *const *) header, header_before))
    trinh_lines_row_set_lines (self->header_row, trinh_office_get_header (self->derived));
  show_regimes (self);
  trinh_preferences_dialog_changed_cb (self);
}

static void
fill_lines (TrinhLinesRow *row,
            JsonObject *object,
            const char *name)
{
  g_auto (GStrv) lines = trinh_office_settings_dup_lines (object, name);

  trinh_lines_row_set_lines (row, (const char *const *) lines);
}

static void
fill_office (TrinhPreferencesDialog *self,
             JsonObject *settings)
{
  g_autoptr (JsonObject) office = trinh_office_settings_copy_member (settings, "office");
  g_auto (GStrv) predecessors = trinh_predecessors_dup_lines (office);

  trinh_lines_row_set_lines (self->predecessors_row, (const char *const *) predecessors);
  set_text (self->name_row, trinh_office_settings_get_string (office, "name"));
  set_text (self->code_row, trinh_office_settings_get_string (office, "code"));
  set_text (self->kind_row, trinh_office_settings_get_string (office, "kind"));
  fill_lines (self->header_row, office, "header");
  set_text (self->superior_row, trinh_office_settings_get_string (office, "superior"));
  set_text (self->place_row, trinh_office_settings_get_string (office, "place"));
}

static void
fill (TrinhPreferencesDialog *self,
      JsonObject *settings)
{
  self->filling = TRUE;
  fill_office (self, settings);
  set_text (self->symbol_row, trinh_office_settings_get_string (settings, "symbol"));
  fill_lines (self->addressees_row, settings, "addressees");
  fill_lines (self->recipients_row, settings, "recipients");
  trinh_preferences_dialog_fill_signatories (self, settings);
  show_regimes (self);
  self->filling = FALSE;
}

static void
use_activated_cb (TrinhPreferencesDialog *self)
{
  g_autoptr (JsonObject) settings = collect (self);
  g_autoptr (TrinhEdit) edit = trinh_office_settings_make_edit (settings, trinh_work_get_report (self->work));
  g_autoptr (GError) error = NULL;

  if (trinh_edit_get_n_changes (edit) == 0)
    toast (self, _ ("There is nothing here that the open report does not have already."));
  else if (trinh_work_apply (self->work, edit, &error))
    toast (self, _ ("The open report uses them now. Undo takes it back."));
  else
    toast (self, error->message);
}

static void
take_activated_cb (TrinhPreferencesDialog *self)
{
  g_autoptr (JsonObject) settings = trinh_office_settings_from_report (trinh_work_get_report (self->work));

  fill (self, settings);
  if (trinh_preferences_dialog_save (self))
    toast (self, _ ("Taken from the open report and kept."));
}

/* Nothing that was entered goes with the dialog. */
static void
trinh_preferences_dialog_close_attempt (AdwDialog *dialog)
{
  TrinhPreferencesDialog *self = TRINH_PREFERENCES_DIALOG (dialog);
  g_autoptr (GError) error = NULL;

  if (!trinh_people_group_save (self->people_group, &error))
    toast (self, error->message);
  else if (trinh_preferences_dialog_save (self))
    adw_dialog_force_close (dialog);
}

static void
trinh_preferences_dialog_dispose (GObject *object)
{
  TrinhPreferencesDialog *self = TRINH_PREFERENCES_DIALOG (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->regime_rows != NULL)
    trinh_regime_rows_set_session (self->regime_rows, NULL, 0);
  if (self->people_group != NULL)
    trinh_people_group_set_session (self->people_group, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->work);
  g_clear_object (&self->derived);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->settings, json_object_unref);
  g_clear_pointer (&self->signatories, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (trinh_preferences_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, header_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, superior_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, people_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, symbol_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, addressees_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, recipients_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, predecessors_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, signatories_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, open_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, use_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, take_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, regime_rows);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, reminder_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, reopen_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreferencesDialog, spelling_row);
}

static void
trinh_preferences_dialog_class_init (TrinhPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_preferences_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = trinh_preferences_dialog_close_attempt;

  bind_template (widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "changed_cb", G_CALLBACK (trinh_preferences_dialog_changed_cb));
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "add_clicked_cb", G_CALLBACK (trinh_preferences_dialog_add_clicked_cb));
  gtk_widget_class_bind_template_callback (widget_class, use_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_activated_cb);
}

/* Without a dictionary the row says so, and the choice stays for when there is one. */
static void
bind_spelling (TrinhPreferencesDialog *self)
{
  const gboolean available = trinh_spelling_is_available ();

  if (available)
    g_settings_bind (self->preferences, "check-spelling", self->spelling_row, "active", G_SETTINGS_BIND_DEFAULT);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->spelling_row), _ ("No Vietnamese dictionary is installed on this computer. Its package is called hunspell-vi."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->spelling_row), available);
}

static void
trinh_preferences_dialog_init (TrinhPreferencesDialog *self)
{
  g_type_ensure (TRINH_TYPE_LINES_ROW);
  g_type_ensure (TRINH_TYPE_PEOPLE_GROUP);
  g_type_ensure (TRINH_TYPE_REGIME_ROWS);
  g_type_ensure (TRINH_TYPE_SIGNING_PAGE);

  self->filling = TRUE;
  self->derived = trinh_office_new_for_name ("");
  self->signatories = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trinh_appearance_bind (self->scheme_row);
  self->preferences = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->preferences, "reminder-days", self->reminder_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->preferences, "reopen-last", self->reopen_row, "active", G_SETTINGS_BIND_DEFAULT);
  bind_spelling (self);
}

static void
load_settings (TrinhPreferencesDialog *self)
{
  g_autoptr (JsonNode) node = trinh_session_get_office_settings (self->session);
  g_autoptr (JsonNode) shown = NULL;

  self->settings = trinh_office_settings_copy (node != NULL ? json_node_get_object (node) : NULL);
  self->filling = TRUE;
  set_text (self->author_row, json_object_has_member (self->settings, "author") ? trinh_office_settings_get_string (self->settings, "author") : g_get_real_name ());
  fill (self, self->settings);
  shown = json_node_init_object (json_node_alloc (), self->settings);
  self->kept = trinh_json_to_line (shown);
}

TrinhPreferencesDialog *
trinh_preferences_dialog_new (TrinhSession *session,
                              TrinhWork *work)
{
  TrinhPreferencesDialog *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);
  g_return_val_if_fail (work == NULL || TRINH_IS_WORK (work), NULL);

  self = g_object_new (TRINH_TYPE_PREFERENCES_DIALOG, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->work, work);
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), work != NULL);
  trinh_regime_rows_set_session (self->regime_rows, session, trinh_date_today ());
  trinh_people_group_set_session (self->people_group, session);
  load_settings (self);

  return self;
}

gboolean
trinh_preferences_dialog_save (TrinhPreferencesDialog *self)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TRINH_IS_PREFERENCES_DIALOG (self), FALSE);

  g_clear_handle_id (&self->save_source, g_source_remove);
  node = json_node_alloc ();
  json_node_init_object (node, NULL);
  json_node_take_object (node, collect (self));
  text = trinh_json_to_line (node);
  if (g_strcmp0 (text, self->kept) == 0)
    return TRUE;

  if (!trinh_session_set_office_settings (self->session, node, &error))
    {
      toast (self, error->message);
      return FALSE;
    }
  g_set_str (&self->kept, text);

  return TRUE;
}

static TrinhPreferencesDialog *
present (TrinhWindow *window)
{
  TrinhReportView *view = trinh_window_get_report_view (window);
  TrinhPreferencesDialog *self = trinh_preferences_dialog_new (trinh_window_get_session (window), view != NULL ? trinh_report_view_get_work (view) : NULL);

  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));

  return self;
}

void
trinh_preferences_dialog_present (TrinhWindow *window)
{
  g_return_if_fail (TRINH_IS_WINDOW (window));

  present (window);
}

void
trinh_preferences_dialog_present_page (TrinhWindow *window,
                                       const char *page)
{
  TrinhPreferencesDialog *self;

  g_return_if_fail (TRINH_IS_WINDOW (window));
  g_return_if_fail (page != NULL);

  self = present (window);
  if (g_str_equal (page, "people"))
    trinh_people_group_begin (self->people_group);
  else
    adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (self), page);
}
