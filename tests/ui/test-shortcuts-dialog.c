/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper.h"
#include "trinh-shortcuts-dialog.h"

static void
test_search (void)
{
  TrinhShortcutsDialog *dialog = g_object_ref_sink (TRINH_SHORTCUTS_DIALOG (trinh_shortcuts_dialog_new ()));
  const guint all = trinh_shortcuts_dialog_get_n_shown (dialog);
  GtkStack *stack = helper_get_child (dialog, "stack");

  g_assert_cmpuint (all, >, 30);
  trinh_shortcuts_dialog_set_search (dialog, "UNDO");
  g_assert_cmpuint (trinh_shortcuts_dialog_get_n_shown (dialog), ==, 1);
  trinh_shortcuts_dialog_set_search (dialog, "f2");
  g_assert_cmpuint (trinh_shortcuts_dialog_get_n_shown (dialog), ==, 1);
  trinh_shortcuts_dialog_set_search (dialog, "nothing such");
  g_assert_cmpuint (trinh_shortcuts_dialog_get_n_shown (dialog), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  trinh_shortcuts_dialog_set_search (dialog, "");
  g_assert_cmpuint (trinh_shortcuts_dialog_get_n_shown (dialog), ==, all);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");

  g_assert_finalize_object (dialog);
}

static void
test_close (void)
{
  helper_finalize_dialog (trinh_shortcuts_dialog_new ());
}

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  g_test_add_func ("/shortcuts-dialog/search", test_search);
  g_test_add_func ("/shortcuts-dialog/close", test_close);

  return g_test_run ();
}
