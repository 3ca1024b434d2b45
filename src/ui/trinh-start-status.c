/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-start-status.h"

static GtkWidget *
new_page (const char *icon_name,
          const char *title,
          const char *description,
          GtkWidget *child)
{
  /* A status page reads its description as markup. */
  g_autofree char *markup = g_markup_escape_text (description, -1);

  return g_object_new (ADW_TYPE_STATUS_PAGE,
                       "icon-name",
                       icon_name,
                       "title",
                       title,
                       "description",
                       markup,
                       "child",
                       child,
                       NULL);
}

static GtkWidget *
new_button (const char *label,
            const char *action_name,
            gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");

  return button;
}

GtkWidget *
trinh_start_status_new_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons[] = {
    new_button (_ ("New report…"), "app.new-report", TRUE),
    new_button (_ ("Open a file…"), "app.open", FALSE),
    new_button (_ ("Look at the sample"), "app.sample", FALSE),
  };

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_set_halign (buttons[i], GTK_ALIGN_FILL);
      gtk_box_append (GTK_BOX (box), buttons[i]);
    }

  return new_page (APPLICATION_ID, _ ("No reports yet"), _ ("Begin a report, open one that you were sent, or look at the sample first."), box);
}

GtkWidget *
trinh_start_status_new_nothing (void)
{
  return new_page ("edit-find-symbolic", _ ("No report found"), _ ("Try other words, or show all reports."), new_button (_ ("Show all"), "start.show-all", FALSE));
}

GtkWidget *
trinh_start_status_new_failed (const char *message)
{
  g_return_val_if_fail (message != NULL, NULL);

  return new_page ("dialog-error-symbolic", _ ("The reports cannot be shown"), message, new_button (_ ("Try again"), "start.try-again", TRUE));
}
