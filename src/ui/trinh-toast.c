/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-toast.h"

/* The text has as many lines as it needs; the button beside it says all of what it does. */
static void
keep_button_whole (GtkWidget *label)
{
  GtkWidget *button = gtk_widget_get_next_sibling (gtk_widget_get_parent (label));

  if (GTK_IS_BUTTON (button))
    gtk_button_set_can_shrink (GTK_BUTTON (button), FALSE);
}

/* A toast with a title of its own is not read out by itself. */
static void
mapped_cb (GtkLabel *label)
{
  keep_button_whole (GTK_WIDGET (label));
  gtk_accessible_announce (GTK_ACCESSIBLE (label), gtk_label_get_label (label), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

AdwToast *
trinh_toast_new (const char *text)
{
  AdwToast *toast;
  GtkWidget *label;

  g_return_val_if_fail (text != NULL, NULL);

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  g_signal_connect (label, "map", G_CALLBACK (mapped_cb), NULL);
  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, label);

  return toast;
}
