/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "data-folder.h"
#include "trinh-error.h"

#define HALF "{ \"kind\": \"half\" }"

static void
test_ids (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_auto (GStrv) ids = NULL;

  data_folder_set_regime (folder, "\"forms\": [\"f1\"]", HALF);
  data_folder_write (folder, "regimes/a1.json", "{}");
  data_folder_write (folder, "regimes/notes.txt", "");
  ids = trinh_regime_library_list_ids (folder->library);
  g_assert_cmpstr (ids[0], ==, "a1");
  g_assert_true (g_strv_contains ((const char *const *) ids, "r1"));
  g_assert_true (g_strv_contains ((const char *const *) ids, "bieu-mau-2022"));
  g_assert_false (g_strv_contains ((const char *const *) ids, "notes"));
}

static void
test_load (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) first = NULL;
  g_autoptr (TrinhRegime) second = NULL;
  g_autoptr (TrinhForm) form = NULL;
  g_autoptr (GError) error = NULL;

  data_folder_set_regime (folder, "\"forms\": [\"f1\"]", HALF);
  first = trinh_regime_library_load (folder->library, "r1", &error);
  g_assert_no_error (error);
  second = trinh_regime_library_load (folder->library, "r1", &error);
  g_assert_true (first == second);
  form = trinh_regime_library_load_form (folder->library, "bm1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_form_get_id (form), ==, "bm1");
}

static void
assert_load_error (DataFolder *folder,
                   const char *id,
                   int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_regime_library_load (folder->library, id, &error));
  g_assert_error (error, TRINH_CORE_ERROR, code);
  g_clear_error (&error);
  g_assert_null (trinh_regime_library_load_form (folder->library, id, &error));
  g_assert_error (error, TRINH_CORE_ERROR, code);
}

static void
test_unknown (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();

  data_folder_write (folder, "regimes/cut.json", "{ \"format\": ");
  data_folder_write (folder, "forms/cut.json", "{ \"format\": ");
  data_folder_write (folder, "regimes/b.json", "{ \"id\": \"c\" }");
  data_folder_write (folder, "forms/b.json", "{ \"id\": \"c\" }");
  assert_load_error (folder, "nothing", TRINH_CORE_ERROR_UNKNOWN);
  assert_load_error (folder, "../forms/f1", TRINH_CORE_ERROR_UNKNOWN);
  assert_load_error (folder, "", TRINH_CORE_ERROR_UNKNOWN);
  assert_load_error (folder, "cut", TRINH_CORE_ERROR_SYNTAX);
  assert_load_error (folder, "b", TRINH_CORE_ERROR_UNKNOWN);
}

/* A folder given later goes before; the shipped one is the last. */
static void
test_order (void)
{
  g_autoptr (DataFolder) one = data_folder_new ();
  g_autoptr (DataFolder) two = data_folder_new ();
  const char *const folders[] = { one->path, two->path, NULL };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (folders);
  g_autoptr (TrinhForm) f1 = NULL;
  g_autoptr (TrinhForm) bm1 = NULL;

  data_folder_set_form (one, "f1", "{ \"key\": \"1\", \"label\": \"first\" }", "");
  data_folder_set_form (two, "f1", "{ \"key\": \"1\", \"label\": \"second\" }", "");
  data_folder_set_form (one, "bm1", "{ \"key\": \"1\", \"label\": \"mine\" }", "");
  f1 = trinh_regime_library_load_form (library, "f1", NULL);
  bm1 = trinh_regime_library_load_form (library, "bm1", NULL);
  g_assert_cmpstr (trinh_form_row_get_label (trinh_form_get_row (f1, 0)), ==, "second");
  g_assert_cmpstr (trinh_form_row_get_label (trinh_form_get_row (bm1, 0)), ==, "mine");
}

static void
test_sha256 (void)
{
  static const char *const names[] = { "regimes/r1.json", "outlines/o1.json", "forms/f1.json", "forms/f2.json" };
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  data_folder_set_regime (folder, "\"forms\": [\"f1\", \"f2\"]", HALF);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_checksum_update (checksum, (const guchar *) content, (gssize) size);
    }
  regime = trinh_regime_library_load (folder->library, "r1", NULL);
  g_assert_cmpstr (trinh_regime_get_sha256 (regime), ==, g_checksum_get_string (checksum));
}

static void
test_check (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegimeLibrary) shipped = trinh_regime_library_new (NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) missing = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  data_folder_set_regime (folder, "\"forms\": [\"f1\"]", HALF);
  data_folder_assert_problem (folder, "regimes/r1.json", NULL);
  data_folder_assert_problem (folder, "outlines/o1.json", NULL);
  data_folder_assert_problem (folder, "forms/f1.json", NULL);

  /* what it names is found beside it, though the library does not know the folder */
  file = g_file_new_build_filename (folder->path, "regimes", "r1.json", NULL);
  problems = trinh_regime_library_check_file (shipped, file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  data_folder_write (folder, "forms/other.json", "{ \"format\": \"trinhky-report\" }");
  data_folder_assert_problem (folder, "forms/other.json", "this is no regime, outline or form");
  data_folder_write (folder, "forms/other.json", "[]");
  data_folder_assert_problem (folder, "forms/other.json", "this is no regime, outline or form");
  data_folder_write (folder, "forms/other.json", "{ ");
  data_folder_assert_problem (folder, "forms/other.json", "other.json:");

  missing = g_file_new_build_filename (folder->path, "forms", "none.json", NULL);
  g_assert_null (trinh_regime_library_check_file (shipped, missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "none.json"));
}

/* A form alone: rows of other forms are looked for in their files, concepts are left to the regime. */
static void
test_check_elsewhere (void)
{
  static const char row[] = "{ \"key\": \"1\", \"label\": \"A\", \"kind\": \"count\" }";
  g_autoptr (DataFolder) folder = data_folder_new ();

#define RULE(expression) "{ \"id\": \"x\", \"expression\": \"" expression "\", \"missing\": \"zero\", \"severity\": \"info\" }"
  data_folder_set_form (folder, "f3", row, RULE ("[1] = [f2:1] and [1] = [other.concept]"));
  data_folder_assert_problem (folder, "forms/f3.json", NULL);
  data_folder_set_form (folder, "f3", row, RULE ("[1] = [f2:2]"));
  data_folder_assert_problem (folder, "forms/f3.json", "there is no value “f2:2”");
  data_folder_set_form (folder, "f3", row, RULE ("[1] = [f9:1]"));
  data_folder_assert_problem (folder, "forms/f3.json", "there is no value “f9:1”");
}

static void
test_data_folder (void)
{
  g_assert_cmpstr (trinh_data_folder_get (), ==, g_getenv ("TRINHKY_DATA"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/regime-library/ids", test_ids);
  g_test_add_func ("/regime-library/load", test_load);
  g_test_add_func ("/regime-library/unknown", test_unknown);
  g_test_add_func ("/regime-library/order", test_order);
  g_test_add_func ("/regime-library/sha256", test_sha256);
  g_test_add_func ("/regime-library/check", test_check);
  g_test_add_func ("/regime-library/check-elsewhere", test_check_elsewhere);
  g_test_add_func ("/regime-library/data-folder", test_data_folder);
  return g_test_run ();
}
