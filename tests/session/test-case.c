/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/resource.h>

#include "helper-sign.h"

static void
free_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* name → bytes, as another program finds them */
static GHashTable *
unpack (GFile *file)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bytes);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, g_file_peek_path (file), 10240), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      GByteArray *bytes = g_byte_array_new ();
      guint8 block[4096];
      la_ssize_t n;

      while ((n = archive_read_data (archive, block, sizeof block)) > 0)
        g_byte_array_append (bytes, block, (guint) n);
      g_hash_table_insert (files, g_strdup (archive_entry_pathname (entry)), g_byte_array_free_to_bytes (bytes));
    }
  archive_read_free (archive);
  return files;
}

static void
assert_sums (GHashTable *files)
{
  GBytes *bytes = g_hash_table_lookup (files, "SHA256SUMS");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_hash_table_size (files));
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "  ", 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, g_hash_table_lookup (files, parts[1]));

      g_assert_cmpstr (sha256, ==, parts[0]);
    }
}

static void export (Fixture *fixture,
                    TrinhWork *work,
                    GFile *file)
{
  g_autoptr (GError) error = NULL;

  trinh_session_export_case (fixture->session, work, file, &error);
  g_assert_no_error (error);
}

static void
test_signed (Fixture *fixture,
             gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "case.zip");
  g_autoptr (GFile) second = fixture_get_file (fixture, "second.zip");
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (JsonNode) journal = NULL;
  g_autofree char *words = NULL;
  GBytes *text;
  JsonObject *object;

  keys_set_up (&keys);
  sign_work (fixture, work, &keys);
  sign_issue (fixture, work, &keys, "15");
  export (fixture, work, file);
  export (fixture, work, second);
  one = trinh_session_read_bytes (file, NULL);
  other = trinh_session_read_bytes (second, NULL);
  g_assert_true (g_bytes_equal (one, other));

  files = unpack (file);
  g_assert_cmpuint (g_hash_table_size (files), ==, 4);
  assert_sums (files);
  pdf = sign_load (work);
  g_assert_true (g_bytes_equal (g_hash_table_lookup (files, "report.pdf"), pdf));
  text = g_hash_table_lookup (files, "journal.json");
  words = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  journal = json_from_string (words, NULL);
  object = json_node_get_object (journal);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "steps")), ==, 4);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rows")), >, 8);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (json_object_get_array_member (object, "rows"), 0), "what"), ==, "import");
}

static void
test_paper (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) scan = fixture_get_file (fixture, "scan.png");
  g_autoptr (GFile) file = fixture_get_file (fixture, "case.zip");
  g_autoptr (GBytes) picture = make_png (0, 0, 0);
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;

  sign_write (scan, picture);
  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, work, scan, &error));
  export (fixture, work, file);
  files = unpack (file);
  g_assert_cmpuint (g_hash_table_size (files), ==, 5);
  assert_sums (files);
  g_assert_true (g_bytes_equal (g_hash_table_lookup (files, "scan.png"), picture));
  g_assert_nonnull (g_hash_table_lookup (files, "report.pdf"));
}

/* Whoever gets the report gets what is printed: the archive, what is sent for review and the export to JSON are one form. */
static void
test_form (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) archive = fixture_get_file (fixture, "case.zip");
  g_autoptr (GFile) sent = fixture_get_file (fixture, "sent.trinhky");
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GBytes) exported = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autofree char *words = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *value;
  g_autoptr (GError) error = NULL;

  exported = trinh_session_export_bytes (trinh_work_get_evaluation (work), TRINH_EXPORT_JSON, &error);
  words = g_strndup (g_bytes_get_data (exported, NULL), g_bytes_get_size (exported));
  node = json_from_string (words, NULL);
  value = json_object_get_object_member (json_object_get_object_member (json_object_get_object_member (json_node_get_object (node), "values"), "k1"), "1");
  g_assert_cmpstr (json_object_get_string_member (value, "value"), ==, "4");
  g_assert_cmpstr (json_object_get_string_member (value, "origin"), ==, "computed");

  export (fixture, work, archive);
  files = unpack (archive);
  g_assert_true (g_bytes_equal (g_hash_table_lookup (files, "report.trinhky"), exported));
  g_assert_true (trinh_session_send_for_review (work, sent, &error));
  g_assert_no_error (error);
  read = trinh_session_read_bytes (sent, NULL);
  g_assert_true (g_bytes_equal (read, exported));
}

/* No room for the archive: what stood there before still does, and nothing half written lies about. */
static void
test_full (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "case.zip");
  g_autoptr (GBytes) before = g_bytes_new_static ("before", 6);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit small;

  sign_write (file, before);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (trinh_session_export_case (fixture->session, work, file, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE);
  after = trinh_session_read_bytes (file, NULL);
  g_assert_true (g_bytes_equal (before, after));
  left = fixture_list (fixture, "case");
  g_assert_cmpstr (left, ==, "case.zip");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/case/signed", Fixture, NULL, fixture_set_up, test_signed, fixture_tear_down);
  g_test_add ("/case/paper", Fixture, NULL, fixture_set_up, test_paper, fixture_tear_down);
  g_test_add ("/case/form", Fixture, NULL, fixture_set_up, test_form, fixture_tear_down);
  g_test_add ("/case/full", Fixture, NULL, fixture_set_up, test_full, fixture_tear_down);

  return g_test_run ();
}
