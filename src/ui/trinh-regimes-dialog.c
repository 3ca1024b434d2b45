/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-dialogs.h"
#include "trinh-regime-editor.h"
#include "trinh-regimes-dialog.h"
#include "trinh-toast.h"

struct _TrinhRegimesDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhEvaluation *evaluation; /* NULL: no report is open */
  GPtrArray *rows;

  /* Template References */
  AdwNavigationView *navigation;
  AdwToastOverlay *toasts;
  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *shipped_group;
};

G_DEFINE_FINAL_TYPE (TrinhRegimesDialog, trinh_regimes_dialog, ADW_TYPE_DIALOG)

static void
say (TrinhRegimesDialog *self,
     const char *text)
{
  AdwToast *toast = trinh_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static GMenuModel *
make_menu (const char *id,
           gboolean own)
{
  GMenu *menu = g_menu_new ();
  const struct
  {
    const char *label;
    const char *action;
    gboolean shown;
  } items[] = {
    { _ ("Make my own from this…"), "regimes.copy", TRUE },
    { _ ("Edit"), "regimes.edit", own },
    { _ ("Export…"), "regimes.export", TRUE },
    { _ ("Delete"), "regimes.delete", own },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      if (!items[i].shown)
        continue;
      g_menu_item_set_action_and_target (item, items[i].action, "s", id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_row (TrinhRegimesDialog *self,
          const char *id,
          gboolean own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (self->session), id, &error);
  g_autoptr (GMenuModel) menu = make_menu (id, own);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  subtitle = regime != NULL ? g_strdup_printf (_ ("%s · version %s"), id, trinh_regime_get_version (regime)) : g_strdup (error->message);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), regime != NULL ? trinh_regime_get_title (regime) : id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  name = g_strdup_printf (_ ("What to do with “%s”"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (own)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), "regimes.edit");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
    }
  return row;
}

static void
fill (TrinhRegimesDialog *self)
{
  TrinhRegimeLibrary *library = trinh_session_get_library (self->session);
  g_auto (GStrv) ids = trinh_regime_library_list_ids (library);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      adw_preferences_group_remove (gtk_widget_is_ancestor (row, GTK_WIDGET (self->own_group)) ? self->own_group : self->shipped_group, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean own = trinh_regime_library_is_own (library, ids[i]);
      GtkWidget *row = make_row (self, ids[i], own);

      adw_preferences_group_add (own ? self->own_group : self->shipped_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static TrinhRegimeEditor *
get_editor (TrinhRegimesDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return TRINH_IS_REGIME_EDITOR (page) ? TRINH_REGIME_EDITOR (page) : NULL;
}

static void
leave (TrinhRegimesDialog *self,
       gboolean closing)
{
  if (closing)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  fill (self);
  adw_navigation_view_pop_to_tag (self->navigation, "list");
}

static void
leave_response_cb (TrinhRegimesDialog *self,
                   const char *response,
                   AdwAlertDialog *alert)
{
  gboolean closing = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (alert), "closing"));
  TrinhRegimeEditor *editor = get_editor (self);

  if (g_str_equal (response, "discard") || (g_str_equal (response, "save") && editor != NULL && trinh_regime_editor_save (editor)))
    leave (self, closing);
}

static void
ask_and_leave (TrinhRegimesDialog *self,
               gboolean closing)
{
  TrinhRegimeEditor *editor = get_editor (self);
  AdwDialog *alert;

  if (editor == NULL || !trinh_regime_draft_get_modified (trinh_regime_editor_get_draft (editor)))
    {
      leave (self, closing);
      return;
    }
  alert = adw_alert_dialog_new (_ ("Save the changes?"), _ ("The regime was changed and is not saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "stay", _ ("S_tay"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "stay");
  g_object_set_data (G_OBJECT (alert), "closing", GINT_TO_POINTER (closing));
  g_signal_connect_object (alert, "response", G_CALLBACK (leave_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
trinh_regimes_dialog_close_attempt (AdwDialog *dialog)
{
  ask_and_leave (TRINH_REGIMES_DIALOG (dialog), TRUE);
}

static void
back_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  ask_and_leave (TRINH_REGIMES_DIALOG (widget), FALSE);
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  trinh_regimes_dialog_edit (TRINH_REGIMES_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
copy_response_cb (TrinhRegimesDialog *self,
                  const char *response,
                  AdwAlertDialog *alert)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (alert), "row");
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "make") || *title == '\0')
    return;
  id = trinh_session_copy_regime (self->session, g_object_get_data (G_OBJECT (alert), "id"), title, &error);
  if (id == NULL)
    {
      say (self, error->message);
      return;
    }
  fill (self);
  trinh_regimes_dialog_edit (self, id);
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhRegimesDialog *self = TRINH_REGIMES_DIALOG (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (self->session), id, NULL);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Make a regime of your own"), _ ("Outline, forms, rules and calendar are taken over; then they are yours to change."));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Its title"));
  gtk_editable_set_text (GTK_EDITABLE (row), regime != NULL ? trinh_regime_get_title (regime) : id);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "make", _ ("_Make"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "make", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "make");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (alert), "row", row);
  g_signal_connect_object (alert, "response", G_CALLBACK (copy_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, widget);
  gtk_widget_grab_focus (row);
}

static void
delete_response_cb (TrinhRegimesDialog *self,
                    const char *response,
                    AdwAlertDialog *alert)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete"))
    return;
  if (!trinh_session_delete_regime (self->session, g_object_get_data (G_OBJECT (alert), "id"), &error))
    say (self, error->message);
  fill (self);
}

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhRegimesDialog *self = TRINH_REGIMES_DIALOG (widget);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Delete the regime?"), _ ("This cannot be undone. Export it first if you may want it back."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), "id", g_strdup (g_variant_get_string (parameter, NULL)), g_free);
  g_signal_connect_object (alert, "response", G_CALLBACK (delete_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, widget);
}

static GtkFileDialog *
new_file_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Regimes (.json)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (TrinhRegimesDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (trinh_session_export_regime (self->session, g_object_get_data (object, "id"), file, &error))
    say (self, _ ("The regime was exported."));
  else
    say (self, error->message);
}

static GtkWindow *
get_window (TrinhRegimesDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
export_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhRegimesDialog *self = TRINH_REGIMES_DIALOG (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_ ("Export the regime"));
  g_autofree char *file_name = g_strconcat (id, ".json", NULL);

  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (id), g_free);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, get_window (self), NULL, exported_cb, g_object_ref (self));
}

static void
imported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (TrinhRegimesDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  id = trinh_session_import_regime (self->session, file, &error);
  say (self, id != NULL ? _ ("The regime was taken in.") : error->message);
  fill (self);
}

static void
import_clicked_cb (TrinhRegimesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_ ("Import a regime"));

  gtk_file_dialog_open (dialog, get_window (self), NULL, imported_cb, g_object_ref (self));
}

static void
trinh_regimes_dialog_dispose (GObject *object)
{
  TrinhRegimesDialog *self = TRINH_REGIMES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_REGIMES_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->evaluation);

  G_OBJECT_CLASS (trinh_regimes_dialog_parent_class)->dispose (object);
}

static void
trinh_regimes_dialog_class_init (TrinhRegimesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_regimes_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = trinh_regimes_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-regimes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimesDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimesDialog, own_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimesDialog, shipped_group);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);

  gtk_widget_class_install_action (widget_class, "regimes.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "regimes.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "regimes.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "regimes.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "regimes.delete", "s", delete_action);
}

static void
trinh_regimes_dialog_init (TrinhRegimesDialog *self)
{
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhRegimesDialog *
trinh_regimes_dialog_new (TrinhSession *session,
                          TrinhEvaluation *evaluation)
{
  TrinhRegimesDialog *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_REGIMES_DIALOG, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->evaluation, evaluation);
  fill (self);
  return self;
}

void
trinh_regimes_dialog_edit (TrinhRegimesDialog *self,
                           const char *id)
{
  g_autoptr (TrinhRegimeDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  TrinhRegimeEditor *editor;

  g_return_if_fail (TRINH_IS_REGIMES_DIALOG (self));
  g_return_if_fail (id != NULL);

  draft = trinh_regime_draft_new (trinh_session_get_library (self->session), id, &error);
  if (draft == NULL)
    {
      say (self, error->message);
      return;
    }
  editor = trinh_regime_editor_new (self->session, draft, self->evaluation);
  trinh_regime_editor_go (editor, "general");
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (editor));
}

void
trinh_regimes_dialog_present (TrinhWindow *window)
{
  TrinhReportView *view;
  TrinhWork *work;

  g_return_if_fail (TRINH_IS_WINDOW (window));

  view = trinh_window_get_report_view (window);
  work = view != NULL ? trinh_report_view_get_work (view) : NULL;
  adw_dialog_present (ADW_DIALOG (trinh_regimes_dialog_new (trinh_window_get_session (window), work != NULL ? trinh_work_get_evaluation (work) : NULL)), GTK_WIDGET (window));
}
