/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper.h"
#include "trinh-about-dialog.h"

static void
test_rows (void)
{
  AdwDialog *dialog = g_object_ref_sink (trinh_about_dialog_new ("/tmp/a & b.db"));
  AdwActionRow *version = helper_get_child (dialog, "version_row");
  AdwActionRow *data = helper_get_child (dialog, "data_row");

  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (version), PACKAGE_VERSION " (GTK 4."));
  g_assert_cmpstr (adw_action_row_get_subtitle (data), ==, "/tmp/a & b.db");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (data)));

  g_assert_finalize_object (dialog);
}

/* Without a database there is no place to tell of. */
static void
test_no_database (void)
{
  AdwDialog *dialog = g_object_ref_sink (trinh_about_dialog_new (NULL));

  g_assert_false (gtk_widget_get_visible (helper_get_child (dialog, "data_row")));

  g_assert_finalize_object (dialog);
}

static void
test_close (void)
{
  helper_finalize_dialog (trinh_about_dialog_new (NULL));
}

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  g_test_add_func ("/about-dialog/rows", test_rows);
  g_test_add_func ("/about-dialog/no-database", test_no_database);
  g_test_add_func ("/about-dialog/close", test_close);

  return g_test_run ();
}
