/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-badge.h"

/* The worst wins; every face has a shape and a name, not a colour alone. */
static const struct
{
  guint n_errors;
  guint n_warnings;
  gboolean gap;
  gboolean complete;
  gboolean started;
  const char *face;
  const char *name;
  const char *style;
} faces[] = {
  { 0, 0, FALSE, FALSE, FALSE, "", NULL, NULL },
  { 0, 0, FALSE, FALSE, TRUE, "…", "In progress", "dim-label" },
  { 0, 0, FALSE, TRUE, FALSE, "✓", "Complete", "success" },
  { 0, 0, FALSE, TRUE, TRUE, "✓", "Complete", "success" },
  { 0, 0, TRUE, TRUE, FALSE, "○", "Still blank", "dim-label" },
  { 0, 1, TRUE, TRUE, FALSE, "▲ 1", "1 warning", "warning" },
  { 0, 12, FALSE, FALSE, FALSE, "▲ 12", "12 warnings", "warning" },
  { 1, 2, FALSE, FALSE, FALSE, "● 1", "1 error", "error" },
  { 2, 0, TRUE, TRUE, TRUE, "● 2", "2 errors", "error" },
};

static void
test_faces (void)
{
  TrinhBadge *badge = TRINH_BADGE (g_object_ref_sink (trinh_badge_new ()));
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (badge));

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      g_test_message ("%s", faces[i].face);
      g_object_set (badge, "n-errors", faces[i].n_errors, "n-warnings", faces[i].n_warnings, "gap", faces[i].gap, "complete", faces[i].complete, "started", faces[i].started, NULL);

      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, faces[i].face);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (badge)), ==, faces[i].name);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (badge)), ==, faces[i].name != NULL);
      helper_assert_spoken (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, faces[i].name != NULL ? faces[i].name : "");
      for (guint j = 0; j < G_N_ELEMENTS (faces); j++)
        if (faces[j].style != NULL)
          g_assert_cmpint (gtk_widget_has_css_class (label, faces[j].style), ==, g_strcmp0 (faces[i].style, faces[j].style) == 0);
    }

  g_assert_finalize_object (badge);
}

static void
test_notify (void)
{
  TrinhBadge *badge = TRINH_BADGE (g_object_ref_sink (trinh_badge_new ()));
  guint notified = 0;

  g_signal_connect_swapped (badge, "notify::n-errors", G_CALLBACK (helper_count), &notified);
  g_object_set (badge, "n-errors", 3, NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_object_set (badge, "n-errors", 3, NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_object_set (badge, "n-errors", 0, NULL);
  g_assert_cmpuint (notified, ==, 2);

  g_assert_finalize_object (badge);
}

int
main (int argc,
      char *argv[])
{
  helper_work_listen ();
  helper_work_init (&argc, &argv);

  g_test_add_func ("/ui/badge/faces", test_faces);
  g_test_add_func ("/ui/badge/notify", test_notify);

  return g_test_run ();
}
