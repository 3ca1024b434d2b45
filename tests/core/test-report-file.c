/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Every bad report of the corpus is refused, with the file's name, for the reason that stands beside it; good ones keep all. */

#include "config.h"

#include "report-fixture.h"

static void
test_bad (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".trinhky"));
  g_autofree char *expect_path = g_strconcat (stem, ".expect", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *expect = NULL;
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *reason;

  g_assert_true (g_file_get_contents (expect_path, &expect, NULL, NULL));
  report = trinh_report_load_file (file, library, &error);
  g_assert_null (report);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (error->domain, ==, TRINH_CORE_ERROR);
  reason = strstr (error->message, ".trinhky:");
  g_assert_nonnull (reason);
  g_assert_true (g_ascii_isdigit (reason[strlen (".trinhky:")]));
  g_assert_cmpstr (g_strchomp (expect), !=, "");
  if (strstr (reason, expect) == NULL)
    g_test_fail_printf ("“%s” does not say “%s”", error->message, expect);
}

static TrinhReport *
load_text (TrinhRegimeLibrary *library,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "test", &error);
  TrinhReport *report;

  g_assert_no_error (error);
  report = trinh_report_load (document, library, &error);
  g_assert_no_error (error);
  return report;
}

/* What is written is read and written again to the same bytes; unknown members stay where they belong. */
static void
test_round_trip (void)
{
  static const char *const kept[] = {
    "\"x-first\"",
    "\"x-last\"",
    "\"x-office\"",
    "\"x-sign\"",
    "\"x-value\"",
    "\"x-section\"",
    "\"x-document\"",
    "\"x-any\"",
    "2.5",
    "\"note\": \"ghi chú\"",
    "\"origin\": \"imported\"",
    "\"blank\": \"not-available\"",
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) first = fixture_load (library, "good.trinhky");
  g_autofree char *once = fixture_text (first);
  g_autoptr (TrinhReport) second = load_text (library, once);
  g_autofree char *twice = fixture_text (second);

  g_assert_cmpstr (once, ==, twice);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (once, kept[i]) == NULL)
      g_test_fail_printf ("%s is lost", kept[i]);
}

/* The contract's order, unknown members at the end. */
static void
test_order (void)
{
  static const char *const names[] = {
    "format",
    "version",
    "id",
    "revision",
    "base",
    "replaces",
    "regime",
    "period",
    "data_from",
    "data_to",
    "office",
    "number",
    "symbol",
    "date",
    "subject",
    "addressees",
    "recipients",
    "signatories",
    "values",
    "lists",
    "sections",
    "documents",
    "tasks",
    "acknowledgements",
    "comments",
    "state",
    "journal",
    "x-first",
    "x-last",
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_load (library, "good.trinhky");
  g_autoptr (JsonNode) root = trinh_report_to_json (report);
  g_autoptr (GList) members = json_object_get_members (json_node_get_object (root));
  guint i = 0;

  g_assert_cmpuint (g_list_length (members), ==, G_N_ELEMENTS (names));
  for (GList *member = members; member != NULL; member = member->next, i++)
    g_assert_cmpstr (member->data, ==, names[i]);
}

static void
test_getters (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_load (library, "good.trinhky");
  g_autofree char *to = trinh_date_to_string (trinh_report_get_data_to (report));
  TrinhDecimal number;

  g_assert_cmpuint (trinh_report_get_revision (report), ==, 7);
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_RETURNED);
  g_assert_cmpstr (trinh_report_get_number (report), ==, "15");
  g_assert_cmpstr (trinh_report_get_date (report), ==, "2022-06");
  g_assert_cmpstr (trinh_report_get_title (report), ==, "Báo cáo 6 tháng đầu năm 2022");
  g_assert_cmpstr (to, ==, "2022-06-08");
  g_assert_cmpstr (trinh_report_get_addressees (report)[0], ==, "Phòng Nội vụ");
  g_assert_null (trinh_report_get_recipients (report)[0]);
  g_assert_cmpuint (trinh_report_get_n_signatories (report), ==, 1);
  g_assert_cmpstr (trinh_report_get_signatory (report, 0)->capacity[1], ==, "KT. CHỦ TỊCH");
  g_assert_true (trinh_report_get_decimal (report, "k1:1.1", &number));
  g_assert_cmpint (number.units, ==, 14 * TRINH_DECIMAL_SCALE);
  g_assert_true (trinh_report_get_decimal (report, "k2:1@money", &number));
  g_assert_cmpint (number.units, ==, 25000);
  g_assert_true (trinh_report_get_decimal (report, "k2:1@people", &number));
  g_assert_cmpint (trinh_value_get_blank (trinh_report_get_value (report, "k1:3.1")), ==, TRINH_BLANK_NOT_AVAILABLE);
  g_assert_cmpstr (trinh_report_get_rows (report, "k3")[0], ==, "r2");
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k3:r1")), ==, "Một");
  g_assert_cmpuint (trinh_report_count_cited (report, "k1:13"), ==, 1);
  g_assert_nonnull (trinh_report_get_member (report, "x-last"));
}

/* Computed values are computed again; where the formula gives nothing the file's value stays. */
static void
test_computed (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_load (library, "good.trinhky");

  g_assert_null (trinh_report_get_value (report, "k1:1"));
  g_assert_null (trinh_report_get_value (report, "k1:2"));
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k1:9")), ==, "1.5");
  g_assert_cmpint (trinh_value_get_origin (trinh_report_get_value (report, "k1:9")), ==, TRINH_ORIGIN_COMPUTED);
}

/* Only what is required: the rest comes from the regime. */
static void
test_minimal (void)
{
  const char *text = "{\"format\":\"trinhky-report\",\"version\":1,\"id\":\"x\",\"regime\":\"kiem-thu\",\"period\":\"2022-H1\","
                     "\"office\":{\"name\":\"UBND xã Bình Lãng\"}}";
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = load_text (library, text);
  g_autofree char *written = fixture_text (report);

  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-UBND");
  g_assert_cmpstr (trinh_report_get_subject (report), ==, "Kiểm thử 6 tháng đầu năm 2022");
  g_assert_cmpstr (trinh_report_get_addressees (report)[0], ==, "UBND huyện");
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_DRAFT);
  g_assert_cmpuint (trinh_report_get_revision (report), ==, 0);
  g_assert_nonnull (strstr (written, "\"sha256\""));
}

/* Text comes in as NFC, whatever the file has. */
static void
test_normalized (void)
{
  const char *text = "{\"format\":\"trinhky-report\",\"version\":1,\"id\":\"x\",\"regime\":\"kiem-thu\",\"period\":\"2022-H1\","
                     "\"office\":{\"name\":\"UBND xã Bình Lãng\"},"
                     "\"sections\":[{\"id\":\"s1\",\"text\":\"Ba\xcc\x81o\"}],"
                     "\"values\":{\"k1\":{\"7\":{\"value\":\"e\xcc\x82\",\"note\":\"a\xcc\x82\"}}}}";
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = load_text (library, text);

  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (report, "s1")), ==, "Báo");
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k1:7")), ==, "ê");
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (report, "k1:7")), ==, "â");
}

static void
test_absent_file (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/x.trinhky");
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_report_load_file (file, library, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
add_bad_tests (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, ".trinhky"))
      {
        g_autofree char *test = g_strconcat ("/report-file/bad/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_bad, g_free);
        n++;
      }
  g_assert_cmpuint (n, >, 100);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "bad", NULL);
  add_bad_tests (folder);
  g_test_add_func ("/report-file/round-trip", test_round_trip);
  g_test_add_func ("/report-file/order", test_order);
  g_test_add_func ("/report-file/getters", test_getters);
  g_test_add_func ("/report-file/computed", test_computed);
  g_test_add_func ("/report-file/minimal", test_minimal);
  g_test_add_func ("/report-file/normalized", test_normalized);
  g_test_add_func ("/report-file/absent-file", test_absent_file);

  return g_test_run ();
}
