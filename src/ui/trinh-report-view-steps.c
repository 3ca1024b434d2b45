/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-preview-page.h"
#include "trinh-remarks-page.h"
#include "trinh-report-view-private.h"
#include "trinh-review-page.h"
#include "trinh-review-text.h"
#include "trinh-session-review.h"
#include "trinh-step-dialog.h"
#include "trinh-submit-dialog.h"
#include "trinh-window.h"

/* In the order of a report's life */
static const TrinhStepKind kinds[] = { TRINH_STEP_SUBMIT, TRINH_STEP_APPROVE, TRINH_STEP_SIGN, TRINH_STEP_SIGN_ON_PAPER, TRINH_STEP_ISSUE, TRINH_STEP_CORRECT, TRINH_STEP_RETURN, TRINH_STEP_RECALL };

/* A correction is the first step of another report: what counts is that this one is signed. */
static gboolean
can_step (TrinhReportView *self,
          TrinhStepKind kind)
{
  if (kind != TRINH_STEP_CORRECT)
    return trinh_work_can_step (self->work, kind, NULL);

  return trinh_report_get_state (trinh_work_get_report (self->work)) >= TRINH_STATE_SIGNED &&
         trinh_work_get_problems (self->work) == NULL &&
         (trinh_work_get_roles (self->work) & trinh_step_kind_get_roles (TRINH_STEP_CORRECT)) != 0;
}

static void
fill_menu (TrinhReportView *self)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) carry = g_menu_new ();
  const TrinhReportState state = trinh_report_get_state (trinh_work_get_report (self->work));

  g_menu_remove_all (self->steps);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!can_step (self, kinds[i]))
        continue;
      item = g_menu_item_new (trinh_review_text_get_verb (kinds[i]), NULL);
      g_menu_item_set_action_and_target (item, "report.step", "s", trinh_step_kind_to_nick (kinds[i]));
      g_menu_append_item (section, item);
    }
  g_menu_append_section (self->steps, NULL, G_MENU_MODEL (section));
  g_menu_append (carry, trinh_review_text_get_send (state), "report.send-for-review");
  if (state >= TRINH_STATE_SIGNED)
    g_menu_append (carry, _ ("Export the case…"), "report.export-case");
  g_menu_append_section (self->steps, NULL, G_MENU_MODEL (carry));
}

static void
set_button (TrinhReportView *self,
            const char *label,
            const char *action,
            const char *target)
{
  adw_split_button_set_label (self->next_button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), action);
}

/* The button offers the next step, to the signatory the page for it, or where the report waits for somebody else a look
 * at the pages. */
static void
update_button (TrinhReportView *self)
{
  TrinhStepKind kind = TRINH_STEP_SUBMIT;
  const gboolean next = trinh_work_get_next_step (self->work, &kind);
  const gboolean back = next && kind == TRINH_STEP_RECALL;

  if (next && kind == TRINH_STEP_APPROVE && !TRINH_IS_REVIEW_PAGE (self->page))
    set_button (self, _ ("Review"), "report.go-to", "review");
  else if (next)
    set_button (self, trinh_review_text_get_verb (kind), "report.step", trinh_step_kind_to_nick (kind));
  else
    set_button (self, _ ("Preview"), "report.go-to", "preview");
  if (back)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
}

static void
set_banner_button (TrinhReportView *self,
                   const char *label,
                   const char *action,
                   const char *target)
{
  adw_banner_set_button_label (self->state_banner, label);
  /* The old action may want a target, the new one none. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_banner), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->state_banner), target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_banner), action);
}

static void
update_banner (TrinhReportView *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  const TrinhReportState state = trinh_report_get_state (report);
  g_autofree char *text = trinh_review_text_dup_state (self->work);
  g_autofree char *whole = trinh_review_text_dup_whole_state (self->work);

  adw_banner_set_title (self->state_banner, text);
  adw_banner_set_revealed (self->state_banner, text[0] != '\0');
  /* A button that leads to the page it stands on leads nowhere. */
  if (!g_str_equal (text, whole))
    set_banner_button (self, _ ("See the reason"), "report.reason", NULL);
  else if (state == TRINH_STATE_RETURNED && trinh_remarks_count_open (report) > 0 && !TRINH_IS_REMARKS_PAGE (self->page))
    set_banner_button (self, _ ("See the remarks"), "report.go-to", "remarks");
  else if (state == TRINH_STATE_SUBMITTED && can_step (self, TRINH_STEP_APPROVE) && !TRINH_IS_REVIEW_PAGE (self->page))
    set_banner_button (self, _ ("Review"), "report.go-to", "review");
  /* Before that it waits for the registrar, who is not to mistake this for the next step. */
  else if (state == TRINH_STATE_ISSUED && can_step (self, TRINH_STEP_CORRECT))
    set_banner_button (self, trinh_review_text_get_verb (TRINH_STEP_CORRECT), "report.step", trinh_step_kind_to_nick (TRINH_STEP_CORRECT));
  else
    set_banner_button (self, NULL, NULL, NULL);
}

static void
show_error (TrinhReportView *self,
            const char *heading,
            const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (TRINH_IS_WINDOW (root))
    trinh_window_show_error (TRINH_WINDOW (root), heading, error);
}

static TrinhSession *
get_session (TrinhReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return TRINH_IS_WINDOW (root) ? trinh_window_get_session (TRINH_WINDOW (root)) : NULL;
}

static void
finish_step (TrinhReportView *self,
             TrinhStepKind kind,
             gboolean done,
             const GError *error)
{
  if (done)
    trinh_report_page_toast (GTK_WIDGET (self), trinh_review_text_get_done (kind));
  else
    show_error (self, _ ("The step could not be done"), error);
}

static void
submitted_cb (TrinhReportView *self)
{
  finish_step (self, TRINH_STEP_SUBMIT, TRUE, NULL);
}

static void
present_submit (TrinhReportView *self)
{
  AdwDialog *dialog = trinh_submit_dialog_new (self->work);

  g_signal_connect_object (dialog, "go", G_CALLBACK (trinh_report_view_go_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
correct (TrinhReportView *self,
         const char *reason)
{
  TrinhSession *session = get_session (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = session != NULL ? trinh_session_begin_correction (session, self->work, reason, &error) : NULL;

  if (session == NULL)
    return;
  if (work != NULL)
    trinh_window_show_work (TRINH_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), work);
  else
    show_error (self, _ ("The correction could not be begun"), error);
}

static void
confirmed_cb (TrinhReportView *self,
              const char *words,
              TrinhStepDialog *dialog)
{
  const TrinhStepKind kind = trinh_step_dialog_get_kind (dialog);
  g_autoptr (TrinhReportView) held = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (kind == TRINH_STEP_CORRECT)
    correct (held, words);
  else
    finish_step (held, kind, trinh_work_do_step (held->work, kind, words, &error), error);
}

static void
present_words (TrinhReportView *self,
               TrinhStepKind kind)
{
  AdwDialog *dialog = trinh_step_dialog_new (self->work, kind);

  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
sign_on_paper (TrinhReportView *self,
               GFile *scan)
{
  TrinhSession *session = get_session (self);
  g_autoptr (GError) error = NULL;

  if (session != NULL)
    finish_step (self, TRINH_STEP_SIGN_ON_PAPER, trinh_session_sign_work_on_paper (session, self->work, scan, &error), error);
}

static void
scan_chosen_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhReportView) self = user_data;
  g_autoptr (GFile) scan = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (scan != NULL)
    sign_on_paper (self, scan);
}

static void
choose_scan (TrinhReportView *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) scans = gtk_file_filter_new ();

  gtk_file_filter_set_name (scans, _ ("Scans (PDF, PNG, JPEG, TIFF)"));
  gtk_file_filter_add_mime_type (scans, "application/pdf");
  gtk_file_filter_add_mime_type (scans, "image/png");
  gtk_file_filter_add_mime_type (scans, "image/jpeg");
  gtk_file_filter_add_mime_type (scans, "image/tiff");
  g_list_store_append (filters, scans);
  gtk_file_dialog_set_title (dialog, _ ("Scan of the signed report"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, scan_chosen_cb, g_object_ref (self));
}

static void
paper_response_cb (TrinhReportView *self,
                   const char *response)
{
  if (g_str_equal (response, "scan"))
    choose_scan (self);
  else if (g_str_equal (response, "without"))
    sign_on_paper (self, NULL);
}

static void
present_paper (TrinhReportView *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Signed on paper?"), _ ("The printed report was signed by hand. From then on it is read only here. The scan is kept with it; without one, only what you say stands for the signature."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "without", _ ("_Without a scan"), "scan", _ ("_Choose the scan…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "scan", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "scan");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (paper_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
present_step (TrinhReportView *self,
              TrinhStepKind kind)
{
  switch (kind)
    {
    case TRINH_STEP_SUBMIT:
      present_submit (self);
      break;
    case TRINH_STEP_SIGN:
    case TRINH_STEP_ISSUE:
      /* One sheet for both: what is signed, and with what */
      gtk_widget_activate_action (GTK_WIDGET (self), "report.sign", NULL);
      break;
    case TRINH_STEP_SIGN_ON_PAPER:
      present_paper (self);
      break;
    case TRINH_STEP_RECALL:
    case TRINH_STEP_RETURN:
    case TRINH_STEP_APPROVE:
    case TRINH_STEP_CORRECT:
    default:
      present_words (self, kind);
    }
}

static void
reason_response_cb (TrinhReportView *self,
                    const char *response)
{
  if (g_str_equal (response, "remarks"))
    trinh_report_view_go_to (self, "remarks");
}

/* The whole of what the banner has room for the beginning of */
static void
reason_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  g_autofree char *text = trinh_review_text_dup_whole_state (self->work);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Reason"), text));

  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  if (trinh_remarks_count_open (trinh_work_get_report (self->work)) > 0)
    adw_alert_dialog_add_response (dialog, "remarks", _ ("See the remarks"));
  adw_alert_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reason_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* The menu offers the signature behind the approval; asked for before, it brings that along. */
static gboolean
can_begin (TrinhReportView *self,
           TrinhStepKind kind)
{
  return kind == TRINH_STEP_SIGN ? trinh_work_can_sign (self->work, NULL) : can_step (self, kind);
}

/* What is half typed is part of what is submitted or signed. */
static void
step_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  TrinhStepKind kind;

  if (self->page != NULL)
    trinh_report_page_commit (self->page);
  if (trinh_step_kind_from_nick (g_variant_get_string (parameter, NULL), &kind) && can_begin (self, kind))
    present_step (self, kind);
}

void
trinh_report_view_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "report.reason", NULL, reason_action);
}

/* A button that leads to the pages is not needed beside them, nor one for what the review has its own three for. */
static gboolean
is_next_needed (TrinhReportView *self)
{
  TrinhStepKind kind;
  const gboolean next = trinh_work_get_next_step (self->work, &kind);

  if (TRINH_IS_REVIEW_PAGE (self->page))
    return !next || (kind != TRINH_STEP_APPROVE && kind != TRINH_STEP_SIGN);

  return next || !TRINH_IS_PREVIEW_PAGE (self->page);
}

void
trinh_report_view_update_next (TrinhReportView *self)
{
  update_button (self);
  update_banner (self);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), is_next_needed (self));
}

/* Pages of a signed report are read; its head and its values stay as they are. */
static void
update_editing (TrinhReportView *self)
{
  const gboolean editable = !trinh_work_get_read_only (self->work);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.head", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.import", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.remark", editable);
}

void
trinh_report_view_update_steps (TrinhReportView *self)
{
  fill_menu (self);
  update_editing (self);
  trinh_report_view_update_next (self);
}

void
trinh_report_view_follow_steps (TrinhReportView *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);

  self->steps = g_menu_new ();
  adw_split_button_set_menu_model (self->next_button, G_MENU_MODEL (self->steps));
  g_menu_insert_section (self->report_menu, 0, NULL, G_MENU_MODEL (self->steps));
  g_signal_connect_object (report, "notify::state", G_CALLBACK (trinh_report_view_update_steps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "member-changed::comments", G_CALLBACK (update_banner), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "person-changed", G_CALLBACK (trinh_report_view_update_steps), self, G_CONNECT_SWAPPED);
  trinh_report_view_update_steps (self);
}
