/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Every bad file of the corpus is refused, with file and line, for the reason that stands beside it. */

#include "config.h"

#include <string.h>

#include "trinh-regime-library.h"

static gboolean
has_message (GPtrArray *problems,
             const char *expected)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const char *message = ((GError *) g_ptr_array_index (problems, i))->message;
      const char *reason = strstr (message, ".json:");

      if (reason != NULL && strstr (reason, expected) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The first line says who sees the fault: the loader, or schema and loader both; a part of the message may follow. */
static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *expect_path = g_strconcat (stem, ".expect", NULL);
  g_autofree char *expect = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (expect_path, &expect, NULL, NULL));
  lines = g_strsplit (g_strchomp (expect), "\n", -1);
  g_assert_true (g_str_equal (lines[0], "loader") || g_str_equal (lines[0], "both"));

  problems = trinh_regime_library_check_file (library, file, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (problems, i))->message);
  if (!has_message (problems, ""))
    g_test_fail_printf ("no problem with file and line");
  for (guint i = 1; lines[i] != NULL; i++)
    if (!has_message (problems, lines[i]))
      g_test_fail_printf ("no problem says “%s”", lines[i]);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) files = NULL;
  const char *name;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fixtures", "data", "bad", NULL);
  files = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    /* The limits of the page have a loader of their own (tests/document). */
    if (g_str_has_suffix (name, ".json") && !g_str_has_prefix (name, "layout-"))
      {
        g_autofree char *test = g_strconcat ("/corpus/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
      }
  return g_test_run ();
}
