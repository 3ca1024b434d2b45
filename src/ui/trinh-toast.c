/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-toast.h"

/* A toast with a title of its own is not read out by itself. */
static void
mapped_cb (GtkLabel *label)
{
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
