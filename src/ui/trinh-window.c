/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-application.h"
#include "trinh-people.h"
#include "trinh-start-page.h"
#include "trinh-toast.h"
#include "trinh-window-private.h"

struct _TrinhWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned References */
  TrinhSession *session;
  GSettings *settings;
  GSignalGroup *store_signals;

  /* Template References */
  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  TrinhStartPage *start_page;
};

enum
{
  PROP_0,
  PROP_PERSON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhWindow, trinh_window, ADW_TYPE_APPLICATION_WINDOW)

static void
toast_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TrinhWindow *self = TRINH_WINDOW (widget);
  AdwToast *toast = trinh_toast_new (g_variant_get_string (parameter, NULL));

  if (g_str_equal (name, "win.toast-undo"))
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A toast stands outside the report's view, where "report.undo" is not known. */
static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhReportView *view = trinh_window_get_report_view (TRINH_WINDOW (widget));

  if (view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), "report.undo", NULL);
}

gboolean
_trinh_window_finish (TrinhWindow *self)
{
  TrinhReportView *view = trinh_window_get_report_view (self);
  g_autoptr (GError) error = NULL;

  if (view == NULL || trinh_report_view_finish (view, &error))
    return TRUE;

  trinh_window_show_error (self, _ ("Your last changes are not saved yet"), error);

  return FALSE;
}

static void
show_start_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  TrinhWindow *self = TRINH_WINDOW (widget);

  if (_trinh_window_finish (self))
    adw_navigation_view_pop (self->navigation);
}

static void
close_anyway_cb (TrinhWindow *self,
                 const char *response)
{
  if (g_str_equal (response, "close"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_before_losing (TrinhWindow *self,
                   const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Close without saving?"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                _ ("The last changes could not be saved: %s\nStay, mend what is wrong and try again; nothing is lost while the window is open."),
                                error->message);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Stay"), "close", _ ("_Close and lose them"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Ctrl+N: what the page shown lists, else a report. A dialog that is open stays in front. */
static void
new_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  TrinhReportView *view = trinh_window_get_report_view (TRINH_WINDOW (widget));

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return;
  if (view == NULL || !trinh_report_view_add (view))
    gtk_widget_activate_action (widget, "app.new-report", NULL);
}

/* What is open when the window is closed is there again at the next start. Where no database could be opened, nothing could
 * be open: what was kept holds for the day when it can. */
static void
keep_place (TrinhWindow *self,
            TrinhReportView *view)
{
  const char *id = view != NULL ? trinh_report_get_id (trinh_work_get_report (trinh_report_view_get_work (view))) : "";

  if (view == NULL && trinh_session_get_store (self->session, NULL) == NULL)
    return;
  g_settings_set_string (self->settings, "last-report", id);
  g_settings_set_string (self->settings, "last-place", view != NULL ? trinh_report_view_get_place (view) : "");
}

static gboolean
trinh_window_close_request (GtkWindow *window)
{
  TrinhWindow *self = TRINH_WINDOW (window);
  TrinhReportView *view = trinh_window_get_report_view (self);
  g_autoptr (GError) error = NULL;

  if (view != NULL && !trinh_report_view_finish (view, &error))
    {
      ask_before_losing (self, error);
      return GDK_EVENT_STOP;
    }
  keep_place (self, view);

  return GTK_WINDOW_CLASS (trinh_window_parent_class)->close_request (window);
}

static gboolean
drop_cb (TrinhWindow *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  trinh_window_open_file (self, files->data);

  return TRUE;
}

static void
accept_files (TrinhWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
person_changed_cb (TrinhWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
}

static void
set_person (TrinhWindow *self,
            const char *id)
{
  g_autoptr (GError) error = NULL;

  if (self->session != NULL && !trinh_session_set_person (self->session, id != NULL && id[0] != '\0' ? id : NULL, &error))
    trinh_window_show_error (self, _ ("The person could not be chosen"), error);
  person_changed_cb (self);
}

/* "" for nobody. (transfer full) */
static char *
dup_person (TrinhWindow *self)
{
  g_autoptr (TrinhPerson) person = self->session != NULL ? trinh_session_get_person (self->session) : NULL;

  return g_strdup (person != NULL ? trinh_person_get_id (person) : "");
}

static void
trinh_window_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSON:
      g_value_take_string (value, dup_person (TRINH_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_window_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSON:
      set_person (TRINH_WINDOW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_window_dispose (GObject *object)
{
  TrinhWindow *self = TRINH_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_WINDOW);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trinh_window_parent_class)->dispose (object);
}

static void
trinh_window_class_init (TrinhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = trinh_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = trinh_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = trinh_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrinhWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, TrinhWindow, start_page);

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.show-start", NULL, show_start_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);

  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "win.person", "person");
}

/* For desktops that ask the window itself; none of them waits for it. */
static gboolean
show_icon (gpointer user_data)
{
  gtk_window_set_icon_name (user_data, APPLICATION_ID);

  return G_SOURCE_REMOVE;
}

static void
trinh_window_init (TrinhWindow *self)
{
  g_type_ensure (TRINH_TYPE_START_PAGE);

  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self);
  g_idle_add_full (G_PRIORITY_LOW, show_icon, g_object_ref (self), g_object_unref);

  self->store_signals = g_signal_group_new (TRINH_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "setting-changed::people", G_CALLBACK (person_changed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "setting-changed::person-now", G_CALLBACK (person_changed_cb), self);
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

TrinhWindow *
trinh_window_new (TrinhApplication *application,
                  TrinhSession *session)
{
  TrinhWindow *self;

  g_return_val_if_fail (TRINH_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_WINDOW, "application", application, NULL);
  g_set_object (&self->session, session);
  trinh_start_page_set_session (self->start_page, session);
  g_signal_group_set_target (self->store_signals, trinh_session_get_store (session, NULL));

  return self;
}

TrinhSession *
trinh_window_get_session (TrinhWindow *self)
{
  g_return_val_if_fail (TRINH_IS_WINDOW (self), NULL);

  return self->session;
}

TrinhReportView *
trinh_window_get_report_view (TrinhWindow *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (TRINH_IS_WINDOW (self), NULL);

  page = adw_navigation_view_get_visible_page (self->navigation);

  return TRINH_IS_REPORT_VIEW (page) ? TRINH_REPORT_VIEW (page) : NULL;
}

static void
tell_edition (TrinhWindow *self,
              TrinhReport *report)
{
  const char *made_with = trinh_report_get_other_version (report);
  g_autofree char *text = NULL;

  if (made_with == NULL)
    return;
  text = g_strdup_printf (_ ("Made with another edition of its regime (version %s), which is not here. Version %s is used."), made_with, trinh_regime_get_version (trinh_report_get_regime (report)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

void
trinh_window_show_work (TrinhWindow *self,
                        TrinhWork *work)
{
  TrinhReportView *view;

  g_return_if_fail (TRINH_IS_WINDOW (self));
  g_return_if_fail (TRINH_IS_WORK (work));

  if (!_trinh_window_finish (self))
    return;
  /* At once: one that is still sliding out would hold the tag of the one to come. */
  if (trinh_window_get_report_view (self) != NULL)
    adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "start" }, 1);

  g_signal_group_set_target (self->store_signals, trinh_work_get_store (work));
  view = trinh_report_view_new (work);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (view));
  tell_edition (self, trinh_work_get_report (work));
}

void
trinh_window_restore (TrinhWindow *self)
{
  g_autofree char *id = NULL;
  g_autofree char *place = NULL;
  g_autoptr (TrinhWork) work = NULL;

  g_return_if_fail (TRINH_IS_WINDOW (self));

  id = g_settings_get_string (self->settings, "last-report");
  place = g_settings_get_string (self->settings, "last-place");
  if (*id == '\0' || !g_settings_get_boolean (self->settings, "reopen-last"))
    return;
  /* It may have gone since then: the start page shows what there is. */
  work = trinh_session_open_stored (self->session, id, NULL);
  if (work == NULL)
    return;
  trinh_window_show_work (self, work);
  trinh_report_view_go_to (trinh_window_get_report_view (self), place);
}

void
trinh_window_show_error (TrinhWindow *self,
                         const char *heading,
                         const GError *error)
{
  AdwDialog *dialog;

  g_return_if_fail (TRINH_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
