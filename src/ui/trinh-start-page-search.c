/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-start-page-private.h"

static void
search_mode_changed_cb (TrinhStartPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (self->search_entry, "");
}

static GtkWidget *
create_search_entry (TrinhStartPage *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Period, office or subject"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the reports"), -1);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (trinh_start_page_update_filter), self, G_CONNECT_SWAPPED);

  return entry;
}

/* Not before the first frames: most starts search for nothing. */
void
trinh_start_page_ensure_search (TrinhStartPage *self)
{
  GtkWidget *bar, *entry, *clamp;

  if (self->search_bar != NULL)
    return;

  bar = gtk_search_bar_new ();
  entry = create_search_entry (self);
  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 480, "child", entry, NULL);
  self->search_bar = GTK_SEARCH_BAR (bar);
  self->search_entry = GTK_EDITABLE (entry);
  gtk_search_bar_set_child (self->search_bar, clamp);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  adw_bin_set_child (self->search_place, bar);
  g_object_bind_property (bar, "search-mode-enabled", self->search_button, "active", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
search_toggled_cb (TrinhStartPage *self)
{
  const gboolean active = gtk_toggle_button_get_active (self->search_button);

  if (!active && self->search_bar == NULL)
    return;
  trinh_start_page_ensure_search (self);
  gtk_search_bar_set_search_mode (self->search_bar, active);
}

static void
search_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  trinh_start_page_ensure_search (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
trinh_start_page_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, search_place);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_install_action (widget_class, "start.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "start.search", NULL);
}
