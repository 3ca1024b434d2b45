/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-finding.h"
#include "trinh-json.h"

static const char *const subjects[] = { "bm1:2", "bm1:2.1", "bm1:2.2", NULL };

static TrinhFinding *
make_figures (const char *explanation)
{
  return g_object_new (TRINH_TYPE_FINDING,
                       "severity",
                       TRINH_SEVERITY_ERROR,
                       "source",
                       TRINH_SOURCE_FIGURES,
                       "rule",
                       "bm1-2-ratio",
                       "subjects",
                       subjects,
                       "message",
                       "Tỷ lệ không khớp",
                       "formula",
                       "14 / 33 = 42,42 %",
                       "difference",
                       "21,2",
                       "expected",
                       "42.4",
                       "found",
                       "63.6",
                       "acknowledgement",
                       explanation,
                       NULL);
}

static void
assert_line (TrinhFinding *finding,
             const char *expected)
{
  g_autoptr (JsonNode) json = trinh_finding_to_json (finding);
  g_autofree char *line = trinh_json_to_line (json);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_figures (void)
{
  g_autoptr (TrinhFinding) finding = make_figures (NULL);

  g_assert_cmpint (trinh_finding_get_severity (finding), ==, TRINH_SEVERITY_ERROR);
  g_assert_cmpint (trinh_finding_get_source (finding), ==, TRINH_SOURCE_FIGURES);
  g_assert_cmpstr (trinh_finding_get_rule (finding), ==, "bm1-2-ratio");
  g_assert_cmpstrv (trinh_finding_get_subjects (finding), subjects);
  g_assert_cmpstr (trinh_finding_get_message (finding), ==, "Tỷ lệ không khớp");
  g_assert_cmpstr (trinh_finding_get_formula (finding), ==, "14 / 33 = 42,42 %");
  g_assert_cmpstr (trinh_finding_get_difference (finding), ==, "21,2");
  g_assert_cmpstr (trinh_finding_get_expected (finding), ==, "42.4");
  g_assert_cmpstr (trinh_finding_get_found (finding), ==, "63.6");
  g_assert_false (trinh_finding_get_acknowledged (finding));
  g_assert_null (trinh_finding_get_explanation (finding));
  assert_line (finding,
               "{\"severity\":\"error\",\"source\":\"figures\",\"rule\":\"bm1-2-ratio\",\"subjects\":[\"bm1:2\",\"bm1:2.1\",\"bm1:2.2\"],"
               "\"section\":null,\"range\":null,\"page\":null,\"message\":\"Tỷ lệ không khớp\",\"expected\":\"42.4\",\"found\":\"63.6\",\"acknowledged\":false}");
}

static void
test_text (void)
{
  g_autoptr (TrinhFinding) finding = g_object_new (TRINH_TYPE_FINDING,
                                                   "severity",
                                                   TRINH_SEVERITY_WARNING,
                                                   "source",
                                                   TRINH_SOURCE_TEXT,
                                                   "rule",
                                                   "weekend",
                                                   "section",
                                                   "s1",
                                                   "start",
                                                   0u,
                                                   "end",
                                                   12u,
                                                   "page",
                                                   3u,
                                                   NULL);
  guint start = 9;
  guint end = 9;

  g_assert_true (trinh_finding_get_range (finding, &start, &end));
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 12);
  g_assert_cmpuint (trinh_finding_get_page (finding), ==, 3);
  g_assert_cmpstr (trinh_finding_get_section (finding), ==, "s1");
  g_assert_cmpstr (trinh_finding_get_place (finding), ==, "s1");
  assert_line (finding,
               "{\"severity\":\"warning\",\"source\":\"text\",\"rule\":\"weekend\",\"subjects\":[],\"section\":\"s1\",\"range\":[0,12],\"page\":3,"
               "\"message\":\"\",\"expected\":null,\"found\":null,\"acknowledged\":false}");
}

static void
test_bare (void)
{
  g_autoptr (TrinhFinding) finding = g_object_new (TRINH_TYPE_FINDING, "source", TRINH_SOURCE_LAYOUT, NULL);

  g_assert_false (trinh_finding_get_range (finding, NULL, NULL));
  g_assert_cmpstr (trinh_finding_get_formula (finding), ==, "");
  g_assert_cmpstr (trinh_finding_get_difference (finding), ==, "");
  g_assert_null (trinh_finding_get_section (finding));
  g_assert_null (trinh_finding_get_subjects (finding)[0]);
  g_assert_null (trinh_finding_get_place (finding));
  assert_line (finding,
               "{\"severity\":\"info\",\"source\":\"layout\",\"rule\":\"\",\"subjects\":[],\"section\":null,\"range\":null,\"page\":null,"
               "\"message\":\"\",\"expected\":null,\"found\":null,\"acknowledged\":false}");
}

static void
test_equal (void)
{
  g_autoptr (TrinhFinding) a = make_figures (NULL);
  g_autoptr (TrinhFinding) b = make_figures (NULL);
  g_autoptr (TrinhFinding) acknowledged = make_figures ("đã rà soát");
  g_autoptr (TrinhFinding) silent = make_figures ("");
  g_autoptr (TrinhFinding) other = g_object_new (TRINH_TYPE_FINDING, "rule", "bm1-2-ratio", NULL);
  g_autofree char *explanation = NULL;

  g_assert_true (trinh_finding_equal (a, b));
  g_assert_false (trinh_finding_equal (a, acknowledged));
  g_assert_false (trinh_finding_equal (a, silent));
  g_assert_false (trinh_finding_equal (a, other));
  g_assert_true (trinh_finding_get_acknowledged (acknowledged));
  g_assert_true (trinh_finding_get_acknowledged (silent));
  g_object_get (acknowledged, "acknowledgement", &explanation, NULL);
  g_assert_cmpstr (explanation, ==, "đã rà soát");
}

static void
test_severities (void)
{
  for (TrinhSeverity severity = TRINH_SEVERITY_INFO; severity <= TRINH_SEVERITY_ERROR; severity++)
    {
      TrinhSeverity back = TRINH_SEVERITY_INFO;

      g_assert_true (trinh_severity_from_nick (trinh_severity_to_nick (severity), &back));
      g_assert_cmpint (back, ==, severity);
      g_assert_cmpstr (trinh_severity_get_name (severity), !=, "");
    }
  g_assert_cmpstr (trinh_severity_to_nick (TRINH_SEVERITY_ERROR), ==, "error");
  g_assert_false (trinh_severity_from_nick ("fatal", &(TrinhSeverity) { 0 }));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/finding/figures", test_figures);
  g_test_add_func ("/finding/text", test_text);
  g_test_add_func ("/finding/bare", test_bare);
  g_test_add_func ("/finding/equal", test_equal);
  g_test_add_func ("/finding/severities", test_severities);

  return g_test_run ();
}
