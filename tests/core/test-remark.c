/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

#define EARLY "2022-06-09T08:00:00+07:00"
#define LATER "2022-06-09T09:00:00+07:00"
#define LAST "2022-06-09T10:00:00+07:00"

/* Says something in the report and gives the remark's id. */
static char *
say (TrinhReport *report,
     TrinhRemark *remark)
{
  g_autoptr (TrinhRemark) owned = remark;
  g_autoptr (GError) error = NULL;
  TrinhEdit *edit = trinh_remarks_make_add (report, remark, &error);

  g_assert_no_error (error);
  fixture_apply (report, edit);
  return g_strdup (trinh_remark_get_id (remark));
}

static char *
answer (TrinhReport *report,
        const char *by,
        const char *at,
        const char *thread,
        TrinhRemarkMark mark,
        const char *text)
{
  g_autoptr (TrinhRemark) remark = trinh_remark_new (by, "clerk", at, text);

  return say (report, trinh_remark_in_thread (remark, thread, mark));
}

static void
test_round_trip (void)
{
  const char *text = "{\"id\":\"c1\",\"section\":\"s1\",\"quote\":\"đã xong\",\"by\":\"A\",\"role\":\"signatory\",\"at\":\"" EARLY "\",\"text\":\"?\",\"start\":4,\"mark\":\"reopens\",\"z\":[1]}";
  g_autoptr (JsonNode) node = fixture_json (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRemark) remark = trinh_remark_from_json (node, &error);
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  json = trinh_remark_to_json (remark);
  line = trinh_json_to_line (json);
  g_assert_cmpstr (line, ==, text);
  g_assert_cmpint (trinh_remark_get_mark (remark), ==, TRINH_REMARK_REOPENS);
  g_assert_null (trinh_remark_get_cell (remark));
  g_assert_null (trinh_remark_get_thread (remark));
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "[]",
    "{\"id\":1}",
    "{\"id\":\"c1\",\"text\":2}",
    "{\"id\":\"c1\",\"start\":-1}",
    "{\"id\":\"c1\",\"start\":\"1\"}",
    "{\"id\":\"c1\",\"mark\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = fixture_json (cases[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_remark_from_json (node, &error));
      g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE);
    }
}

static void
test_quote (void)
{
  static const struct
  {
    const char *quote;
    guint start;
    const char *text;
    gboolean found;
    guint from;
    guint to;
  } cases[] = {
    { "đã xong", 4, "Việc đã xong.", TRUE, 5, 12 },
    /* the nearest of several */
    { "xong", 0, "xong, xong, xong", TRUE, 0, 4 },
    { "xong", 7, "xong, xong, xong", TRUE, 6, 10 },
    { "xong", 99, "xong, xong, xong", TRUE, 12, 16 },
    { "xong", 0, "chưa", FALSE, 0, 0 },
    { "xong", 0, "", FALSE, 0, 0 },
    { "", 0, "chưa", FALSE, 0, 0 },
    { NULL, 0, "chưa", FALSE, 0, 0 },
  };
  g_autoptr (TrinhRemark) remark = trinh_remark_new ("A", "signatory", EARLY, "?");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhRemark) placed = trinh_remark_on_section (remark, "s1", cases[i].quote, cases[i].start);
      guint from = 0;
      guint to = 0;

      g_assert_cmpint (trinh_remark_find_quote (placed, cases[i].text, &from, &to), ==, cases[i].found);
      g_assert_cmpuint (from, ==, cases[i].from);
      g_assert_cmpuint (to, ==, cases[i].to);
    }
}

static void
test_threads (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhRemark) said = trinh_remark_new ("Chủ tịch", "signatory", EARLY, "Sao lại giảm?");
  g_autoptr (TrinhRemark) whole = trinh_remark_new ("Chủ tịch", "signatory", LATER, "Gửi trước thứ Sáu.");
  g_autofree char *cell = say (report, trinh_remark_on_cell (said, "k1:1.1"));
  g_autofree char *rest = say (report, g_object_ref (whole));
  g_autoptr (GPtrArray) at = NULL;
  g_autoptr (TrinhRemarkThread) thread = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpuint (trinh_remarks_count_open (report), ==, 2);
  g_assert_cmpuint (trinh_remarks_count_unanswered (report, "Văn phòng"), ==, 2);
  g_assert_cmpuint (trinh_remarks_count_unanswered (report, "Chủ tịch"), ==, 0);
  first = answer (report, "Văn phòng", LATER, cell, TRINH_REMARK_SAYS, "Kỳ trước ghi nhầm.");
  g_assert_cmpuint (trinh_remarks_count_open (report), ==, 2);
  g_assert_cmpuint (trinh_remarks_count_unanswered (report, "Văn phòng"), ==, 1);
  second = answer (report, "Chủ tịch", LAST, cell, TRINH_REMARK_SETTLES, "");
  g_assert_cmpuint (trinh_remarks_count_open (report), ==, 1);

  at = trinh_remarks_list_at (report, "k1:1.1", NULL);
  g_assert_cmpuint (at->len, ==, 1);
  thread = trinh_remarks_find_thread (report, cell);
  g_assert_true (trinh_remark_thread_get_settled (thread));
  g_assert_false (trinh_remark_thread_get_answered (thread));
  g_assert_cmpuint (trinh_remark_thread_get_remarks (thread)->len, ==, 3);
  g_assert_null (trinh_remarks_find_thread (report, "c99"));

  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpuint (trinh_remarks_count_open (report), ==, 2);
}

/* Of two merged copies the later answer may stand first; the thread goes by the times. */
static void
test_order (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhRemark) said = trinh_remark_new ("A", "signatory", EARLY, "1");
  g_autofree char *id = say (report, g_object_ref (said));
  g_autofree char *again = answer (report, "B", LAST, id, TRINH_REMARK_REOPENS, "3");
  g_autofree char *settled = answer (report, "C", LATER, id, TRINH_REMARK_SETTLES, "2");
  g_autofree char *lost = answer (report, "D", LAST, "gone", TRINH_REMARK_SAYS, "?");
  g_autoptr (GPtrArray) threads = trinh_remarks_list_threads (report);
  TrinhRemarkThread *thread;

  /* An answer to what is not there is not hidden. */
  g_assert_cmpuint (threads->len, ==, 2);
  thread = threads->pdata[0];
  g_assert_cmpstr (trinh_remark_get_text (trinh_remark_thread_get_last (thread)), ==, "3");
  g_assert_false (trinh_remark_thread_get_settled (thread));
}

static void
test_words (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhRemark) remark = trinh_remark_new ("A", "signatory", EARLY, " \n");
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_remarks_make_add (report, remark, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/remark/round-trip", test_round_trip);
  g_test_add_func ("/core/remark/refused", test_refused);
  g_test_add_func ("/core/remark/quote", test_quote);
  g_test_add_func ("/core/remark/threads", test_threads);
  g_test_add_func ("/core/remark/order", test_order);
  g_test_add_func ("/core/remark/words", test_words);
  return g_test_run ();
}
