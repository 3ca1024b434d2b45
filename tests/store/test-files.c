/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "helper-report.h"
#include "trinh-store-private.h"

#define NAME "Kế hoạch 59.pdf"
#define PDF "application/pdf"

static char *
put (StoreFixture *fixture,
     const char *name,
     GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *sha256 = trinh_store_put_file (fixture->store, name, PDF, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (sha256), ==, 64);
  return sha256;
}

static void
assert_kept (StoreFixture *fixture,
             const char *sha256,
             const char *expected_name,
             GBytes *expected)
{
  g_autofree char *name = NULL;
  g_autofree char *media_type = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trinh_store_get_file (fixture->store, sha256, &name, &media_type, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
  g_assert_cmpstr (name, ==, expected_name);
  g_assert_cmpstr (media_type, ==, PDF);
  g_assert_true (trinh_store_has_file (fixture->store, sha256));
}

/* Bytes that are no text, none at all, and more than a page holds. */
static void
test_round_trip (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *large = g_strnfill (300000, 'x');
  const struct
  {
    const char *bytes;
    gsize size;
  } rows[] = {
    { "%PDF-1.7\n\0\377\376", 12 },
    { "", 0 },
    { large, 300000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].bytes, rows[i].size);
      g_autofree char *sha256 = put (fixture, NAME, bytes);

      assert_kept (fixture, sha256, NAME, bytes);
      store_fixture_reopen (fixture);
      assert_kept (fixture, sha256, NAME, bytes);
    }
}

static void
test_twice (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GBytes) other = g_bytes_new_static ("%PDG", 4);
  g_autofree char *first = put (fixture, NAME, bytes);
  g_autofree char *second = put (fixture, "khác.pdf", bytes);
  g_autofree char *third = put (fixture, NAME, other);
  g_autofree char *count = helper_dup_text (fixture->path, "SELECT count (*) FROM file");

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
  g_assert_cmpstr (count, ==, "2");
  assert_kept (fixture, second, NAME, bytes);
}

static void
test_missing (StoreFixture *fixture,
              gconstpointer data)
{
  static const char *const names[] = { "", "d1", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_store_get_file (fixture->store, names[i], NULL, NULL, &error));
      g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NOT_FOUND);
      g_assert_false (trinh_store_has_file (fixture->store, names[i]));
    }
}

static void
test_too_large (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (TRINH_STORE_MAX_FILE_BYTES + 1), TRINH_STORE_MAX_FILE_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_store_put_file (fixture->store, NAME, PDF, bytes, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, NAME));
}

/* The program itself cannot; a foreign hand that takes the guard away is found out. */
static void
test_damaged (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autofree char *sha256 = put (fixture, NAME, bytes);
  g_auto (GStrv) problems = NULL;
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_store_run_sql (fixture->store, "UPDATE file SET bytes = x'00'", &error));
  g_clear_error (&error);
  assert_kept (fixture, sha256, NAME, bytes);

  helper_tamper (fixture->path, "DROP TRIGGER file_keeps_bytes; UPDATE file SET bytes = x'25504447'");
  g_assert_null (trinh_store_get_file (fixture->store, sha256, NULL, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (trinh_store_check (fixture->store, &problems, &error));
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_nonnull (strstr (problems[0], NAME));
  g_assert_false (trinh_store_backup (fixture->store, backup, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);

  helper_tamper (fixture->path, "DELETE FROM file");
  g_clear_pointer (&problems, g_strfreev);
  g_assert_true (trinh_store_check (fixture->store, &problems, NULL));
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_nonnull (strstr (problems[0], NAME));
  g_free (put (fixture, NAME, bytes));
}

/* A step's files are there with it, or neither is. */
static void
test_step (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-H1");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  const TrinhStoreFile file = { NAME, "application/pdf", bytes };
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("edit");
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_store_import (fixture->store, report, NULL, &error));
  trinh_edit_set_member_string (edit, "number", "7");
  g_assert_true (trinh_report_apply (report, edit, &error));
  g_assert_false (trinh_store_save_step (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report) + 5, edit, TRINH_STORE_NUMBER_ANY, &file, 1, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (trinh_store_has_file (fixture->store, sha256));

  g_assert_true (trinh_store_save_step (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), edit, TRINH_STORE_NUMBER_ANY, &file, 1, &error));
  g_assert_no_error (error);
  assert_kept (fixture, sha256, NAME, bytes);
}

static void
test_backup (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autofree char *sha256 = put (fixture, NAME, bytes);
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_store_backup (fixture->store, backup, &error));
  helper_tamper (fixture->path, "DELETE FROM file");
  g_assert_false (trinh_store_has_file (fixture->store, sha256));

  g_clear_object (&fixture->store);
  g_assert_true (trinh_store_restore (backup, fixture->path, &error));
  g_assert_no_error (error);
  store_fixture_reopen (fixture);
  assert_kept (fixture, sha256, NAME, bytes);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/files/round-trip", test_round_trip);
  ADD ("/files/twice", test_twice);
  ADD ("/files/missing", test_missing);
  ADD ("/files/too-large", test_too_large);
  ADD ("/files/damaged", test_damaged);
  ADD ("/files/step", test_step);
  ADD ("/files/backup", test_backup);
#undef ADD

  return g_test_run ();
}
