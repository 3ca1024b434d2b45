/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-scroll.h"

/* A row of libadwaita unfolds in less. */
#define UNFOLDING_US (400 * G_TIME_SPAN_MILLISECOND)

static gboolean
follow (GtkWidget *widget,
        GdkFrameClock *clock,
        gpointer user_data)
{
  const gint64 *start = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);

  return g_get_monotonic_time () - *start < UNFOLDING_US ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
trinh_scroll_to (GtkWidget *widget)
{
  const gint64 start = g_get_monotonic_time ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, follow, g_memdup2 (&start, sizeof start), g_free);
}
