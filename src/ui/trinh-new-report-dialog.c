/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-dialogs.h"
#include "trinh-new-report-dialog-private.h"
#include "trinh-period-choice.h"
#include "trinh-regime-choice.h"

G_DEFINE_FINAL_TYPE (TrinhNewReportDialog, trinh_new_report_dialog, ADW_TYPE_DIALOG)

static void
show_error (TrinhNewReportDialog *self,
            const char *message)
{
  adw_banner_set_title (self->error_banner, message != NULL ? message : "");
  adw_banner_set_revealed (self->error_banner, message != NULL);
}

/* (nullable): of the settings */
static TrinhOffice *
load_kept_office (TrinhNewReportDialog *self)
{
  g_autoptr (JsonNode) settings = trinh_session_get_office_settings (self->session);
  JsonNode *member = settings != NULL ? json_object_get_member (json_node_get_object (settings), "office") : NULL;

  return member != NULL ? trinh_office_from_json (member, NULL) : NULL;
}

/* The office as it is kept, where the name is the same: with its code, header and place. */
static TrinhOffice *
make_office (TrinhNewReportDialog *self)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name (gtk_editable_get_text (GTK_EDITABLE (self->office_row)));
  g_autoptr (TrinhOffice) kept = load_kept_office (self);
  const gboolean same = kept != NULL && g_str_equal (trinh_office_get_name (kept), trinh_office_get_name (office));

  return same ? g_steal_pointer (&kept) : g_steal_pointer (&office);
}

static void
update_there (TrinhNewReportDialog *self,
              TrinhPeriod *period)
{
  TrinhStore *store = trinh_session_get_store (self->session, NULL);
  TrinhRegime *regime = trinh_new_report_dialog_get_regime (self);
  g_autoptr (TrinhOffice) office = make_office (self);
  g_autoptr (TrinhStoreEntry) entry = NULL;

  if (store != NULL && regime != NULL && period != NULL)
    entry = trinh_store_find_entry (store, trinh_regime_get_id (regime), trinh_office_get_name (office), *period);
  g_set_str (&self->there, entry != NULL ? trinh_store_entry_get_id (entry) : NULL);
  adw_banner_set_revealed (self->there_banner, entry != NULL);
}

static void
update_last (TrinhNewReportDialog *self,
             TrinhPeriod *period)
{
  TrinhRegime *regime = trinh_new_report_dialog_get_regime (self);
  g_autoptr (TrinhOffice) office = make_office (self);
  g_autoptr (TrinhStoreEntry) entry = NULL;
  g_autofree char *period_title = NULL;
  g_autofree char *title = NULL;

  if (regime != NULL && period != NULL)
    entry = trinh_session_find_last (self->session, trinh_regime_get_id (regime), *period, office);
  g_set_str (&self->last, entry != NULL ? trinh_store_entry_get_id (entry) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), entry != NULL);
  if (entry == NULL)
    return;

  period_title = trinh_period_get_title (trinh_store_entry_get_period (entry));
  title = g_strdup_printf (_ ("Begin from the report for %s"), period_title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_row), title);
}

void
trinh_new_report_dialog_update (TrinhNewReportDialog *self)
{
  TrinhRegime *regime = trinh_new_report_dialog_get_regime (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->office_row))));
  TrinhPeriod period;
  const gboolean has_period = trinh_new_report_dialog_get_period (self, &period);

  show_error (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), has_period);
  if (has_period)
    trinh_period_dates_show (self->dates, regime, period, self->today);
  update_there (self, has_period ? &period : NULL);
  update_last (self, has_period ? &period : NULL);
  gtk_widget_set_sensitive (self->create_button, has_period && name[0] != '\0');
}

static void
choice_changed_cb (TrinhNewReportDialog *self)
{
  if (!self->filling)
    trinh_new_report_dialog_update (self);
}

/* Titles of regimes are sentences: the list shows them whole. */
static void
setup_title_cb (TrinhNewReportDialog *self,
                GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_title_cb (TrinhNewReportDialog *self,
               GtkListItem *list_item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

/* A regime that cannot be read is told of, and the others can still be used. */
static void
load_regimes (TrinhNewReportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->regimes, g_ptr_array_unref);
  self->regimes = trinh_regime_choice_load (trinh_session_get_library (self->session), self->today, &error);
  for (guint i = 0; i < self->regimes->len; i++)
    gtk_string_list_append (titles, trinh_regime_get_title (self->regimes->pdata[i]));
  self->filling = TRUE;
  adw_combo_row_set_model (self->regime_row, G_LIST_MODEL (titles));
  self->filling = FALSE;
  trinh_new_report_dialog_regime_selected_cb (self);
  if (error != NULL)
    show_error (self, error->message);
  else if (self->regimes->len == 0)
    show_error (self, _ ("No regime is installed. Install the program's data again."));
}

/* The office that is kept, else that of the report changed last */
static void
preset_office (TrinhNewReportDialog *self)
{
  TrinhStore *store = trinh_session_get_store (self->session, NULL);
  g_autoptr (TrinhOffice) kept = load_kept_office (self);
  g_autoptr (TrinhStoreEntry) last = store != NULL ? g_list_model_get_item (trinh_store_get_entries (store), 0) : NULL;

  if (kept != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->office_row), trinh_office_get_name (kept));
  else if (last != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->office_row), trinh_store_entry_get_office (last));
}

static void
create_clicked_cb (TrinhNewReportDialog *self)
{
  TrinhWindow *window = TRINH_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (TrinhWork) work = trinh_new_report_dialog_create (self);

  if (work == NULL)
    return;

  adw_dialog_force_close (ADW_DIALOG (self));
  trinh_window_show_work (window, work);
}

static void
open_there_cb (TrinhNewReportDialog *self)
{
  TrinhWindow *window = TRINH_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *id = g_strdup (self->there);

  if (id == NULL)
    return;

  adw_dialog_force_close (ADW_DIALOG (self));
  trinh_window_open_stored (window, id);
}

static void
trinh_new_report_dialog_dispose (GObject *object)
{
  TrinhNewReportDialog *self = TRINH_NEW_REPORT_DIALOG (object);

  /* Rows that go tell of it by their signals. */
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_NEW_REPORT_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->regimes, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  g_clear_pointer (&self->there, g_free);
  g_clear_pointer (&self->last, g_free);

  G_OBJECT_CLASS (trinh_new_report_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-new-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, there_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, regime_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, office_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, index_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhNewReportDialog, dates);
}

static void
trinh_new_report_dialog_class_init (TrinhNewReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_new_report_dialog_dispose;

  bind_template (widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "regime_selected_cb", G_CALLBACK (trinh_new_report_dialog_regime_selected_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "kind_selected_cb", G_CALLBACK (trinh_new_report_dialog_kind_selected_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "year_changed_cb", G_CALLBACK (trinh_new_report_dialog_year_changed_cb));
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_there_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_title_cb);
}

static void
trinh_new_report_dialog_init (TrinhNewReportDialog *self)
{
  g_type_ensure (TRINH_TYPE_DATE_ROW);
  g_type_ensure (TRINH_TYPE_PERIOD_DATES);

  self->regimes = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (TrinhPeriodKind));
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhNewReportDialog *
trinh_new_report_dialog_new (TrinhSession *session,
                             guint32 today)
{
  TrinhNewReportDialog *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_NEW_REPORT_DIALOG, NULL);
  g_set_object (&self->session, session);
  self->today = today;
  preset_office (self);
  load_regimes (self);

  return self;
}

static TrinhWork *
create (TrinhNewReportDialog *self,
        TrinhPeriod period,
        GError **error)
{
  const char *regime = trinh_regime_get_id (trinh_new_report_dialog_get_regime (self));
  g_autoptr (TrinhOffice) office = make_office (self);
  g_autoptr (TrinhReport) last = NULL;

  if (self->last == NULL || !adw_switch_row_get_active (self->last_row))
    return trinh_session_create (self->session, regime, period, office, error);

  last = trinh_store_load (trinh_session_get_store (self->session, NULL), self->last, trinh_session_get_library (self->session), error);

  return last != NULL ? trinh_session_create_from (self->session, regime, period, office, last, error) : NULL;
}

TrinhWork *
trinh_new_report_dialog_create (TrinhNewReportDialog *self)
{
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;
  TrinhWork *work;

  g_return_val_if_fail (TRINH_IS_NEW_REPORT_DIALOG (self), NULL);

  if (!trinh_new_report_dialog_get_period (self, &period))
    return NULL;

  work = create (self, period, &error);
  if (work == NULL)
    show_error (self, error->message);

  return work;
}

void
trinh_new_report_dialog_present (TrinhWindow *window)
{
  g_return_if_fail (TRINH_IS_WINDOW (window));

  adw_dialog_present (ADW_DIALOG (trinh_new_report_dialog_new (trinh_window_get_session (window), trinh_date_today ())),
                      GTK_WIDGET (window));
}

void
trinh_new_report_dialog_present_for (TrinhWindow *window,
                                     const char *regime,
                                     TrinhPeriod period,
                                     TrinhOffice *office)
{
  TrinhNewReportDialog *self;

  g_return_if_fail (TRINH_IS_WINDOW (window));

  self = trinh_new_report_dialog_new (trinh_window_get_session (window), trinh_date_today ());
  trinh_new_report_dialog_choose (self, regime, period, office);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
}
