/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-focus.h"

/* Whoever is quicker than this has not seen the dialog yet. */
#define SETTLING_US (150 * G_TIME_SPAN_MILLISECOND)

static gboolean
hold_focus (GtkWidget *widget,
            GdkFrameClock *clock,
            gpointer user_data)
{
  gint64 *start = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (widget))
    return G_SOURCE_CONTINUE;
  if (*start == 0)
    *start = g_get_monotonic_time ();
  /* The next frame may come late: what was typed meanwhile was meant for where it went. */
  else if (g_get_monotonic_time () - *start >= SETTLING_US)
    return G_SOURCE_REMOVE;
  if (focus != widget && (focus == NULL || !gtk_widget_is_ancestor (focus, widget)))
    gtk_widget_grab_focus (widget);

  return G_SOURCE_CONTINUE;
}

void
trinh_focus_first (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, hold_focus, g_new0 (gint64, 1), g_free);
}
