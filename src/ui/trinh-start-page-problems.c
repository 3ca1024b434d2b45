/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What the check of the database in the background found */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-problem-dialog.h"
#include "trinh-start-page-private.h"

/* The banner is made when there is something to tell, which is hardly ever. */
static AdwBanner *
ensure_banner (TrinhStartPage *self)
{
  GtkWidget *banner = adw_bin_get_child (self->problem_place);

  if (banner != NULL)
    return ADW_BANNER (banner);
  banner = adw_banner_new ("");
  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  adw_banner_set_button_label (ADW_BANNER (banner), _ ("See what differs"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), "start.show-problems");
  adw_bin_set_child (self->problem_place, banner);

  return ADW_BANNER (banner);
}

void
trinh_start_page_update_problems (TrinhStartPage *self)
{
  GPtrArray *problems = trinh_session_get_problems (self->session);
  GtkWidget *banner = adw_bin_get_child (self->problem_place);
  g_autofree char *title = NULL;

  if (problems == NULL)
    {
      if (banner != NULL)
        adw_banner_set_revealed (ADW_BANNER (banner), FALSE);
      return;
    }
  title = trinh_problem_dialog_dup_title (problems);
  adw_banner_set_title (ensure_banner (self), title);
  adw_banner_set_revealed (ensure_banner (self), TRUE);
}

static void
response_cb (TrinhStartPage *self,
             const char *response)
{
  if (g_str_equal (response, "again"))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.check-database", NULL);
}

static void
show_problems_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);
  GPtrArray *problems = trinh_session_get_problems (self->session);
  TrinhStore *store = trinh_session_get_store (self->session, NULL);
  AdwDialog *dialog;

  if (problems == NULL || store == NULL)
    return;
  dialog = trinh_problem_dialog_new (problems, trinh_store_get_path (store), NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "again", _ ("Check _again"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
trinh_start_page_bind_problems (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, problem_place);
  gtk_widget_class_install_action (widget_class, "start.show-problems", NULL, show_problems_action);
}
