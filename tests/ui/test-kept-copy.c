/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "trinh-kept-copy.h"

#define TEXT "%PDF-1.7"

static GFile *
copy (const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GError) error = NULL;
  GFile *file = trinh_kept_copy_new (name, bytes, &error);

  g_assert_no_error (error);

  return file;
}

static void
test_place (void)
{
  static const struct
  {
    const char *name;
    const char *base;
  } cases[] = {
    { "báo cáo đã ký.pdf", "báo cáo đã ký.pdf" },
    { "../../../outside.pdf", "outside.pdf" },
    { "/etc/passwd", "passwd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) cache = g_file_new_for_path (g_get_user_cache_dir ());
      g_autoptr (GFile) file = copy (cases[i].name);
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *contents = NULL;
      GStatBuf status;

      g_assert_cmpstr (base, ==, cases[i].base);
      /* The desktop finds no other folder of a sandbox. */
      g_assert_true (g_file_has_prefix (file, cache));
      g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, TEXT);
      g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
      g_assert_cmphex (status.st_mode & 0777, ==, 0400);
    }
}

/* Two files of one name do not replace each other: the first may still be open. */
static void
test_one_name (void)
{
  g_autoptr (GFile) first = copy ("a.pdf");
  g_autoptr (GFile) second = copy ("a.pdf");

  g_assert_false (g_file_equal (first, second));
  g_assert_true (g_file_query_exists (first, NULL));
}

static void
test_no_name (void)
{
  static const char *const names[] = { "", "..", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = trinh_kept_copy_new (names[i], bytes, &error);

      g_assert_null (file);
      g_assert_nonnull (error);
    }
}

static void
test_no_room (void)
{
  g_autofree char *place = g_build_filename (g_get_user_cache_dir (), "trinhky", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  /* A file stands where the folder would. */
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (place, "", 0, NULL));
  file = trinh_kept_copy_new ("a.pdf", bytes, &error);
  g_assert_null (file);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_nonnull (strstr (error->message, place));
}

static void
test_clear (void)
{
  g_autoptr (GFile) first = copy ("a.pdf");
  g_autoptr (GFile) second = copy ("b.docx");
  g_autoptr (GFile) folder = g_file_get_parent (first);
  g_autofree char *other = g_build_filename (g_get_user_cache_dir (), "trinhky", "other", NULL);
  g_autofree char *link = g_build_filename (g_file_peek_path (folder), "link", NULL);
  g_autoptr (GFile) third = NULL;

  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  g_assert_cmpint (symlink (other, link), ==, 0);
  trinh_kept_copies_clear ();
  g_assert_false (g_file_query_exists (folder, NULL));
  g_assert_false (g_file_query_exists (second, NULL));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));

  third = copy ("a.pdf");
  g_assert_true (g_file_query_exists (third, NULL));
}

/* As at the first start */
static void
test_clear_nothing (void)
{
  trinh_kept_copies_clear ();
  g_assert_false (g_file_test (g_get_user_cache_dir (), G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/kept-copy/place", test_place);
  g_test_add_func ("/kept-copy/one-name", test_one_name);
  g_test_add_func ("/kept-copy/no-name", test_no_name);
  g_test_add_func ("/kept-copy/no-room", test_no_room);
  g_test_add_func ("/kept-copy/clear", test_clear);
  g_test_add_func ("/kept-copy/clear-nothing", test_clear_nothing);

  return g_test_run ();
}
