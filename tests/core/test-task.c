/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

static guint32
read_day (const char *text)
{
  guint32 day = 0;

  if (*text != '\0')
    g_assert_true (trinh_date_parse (text, &day));
  return day;
}

static void
assert_line (TrinhTask *task,
             const char *expected)
{
  g_autoptr (JsonNode) json = trinh_task_to_json (task);
  g_autofree char *line = trinh_json_to_line (json);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_round_trip (void)
{
  const char *text = "{\"id\":\"k1\",\"title\":\"Rà soát TTHC\",\"lead\":\"VP\",\"due\":\"2022-05-30\",\"done\":null,\"counts\":[\"k1:13\"],\"z\":[1]}";
  g_autoptr (JsonNode) node = fixture_json (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhTask) task = trinh_task_from_json (node, &error);
  g_autoptr (TrinhTask) again = trinh_task_from_json (node, NULL);
  g_autoptr (TrinhTask) done = NULL;
  g_autoptr (TrinhTask) other = NULL;

  g_assert_no_error (error);
  assert_line (task, text);
  g_assert_true (trinh_task_equal (task, again));
  g_assert_true (trinh_task_counts_into (task, "k1:13"));
  g_assert_false (trinh_task_counts_into (task, "k1:1"));
  done = trinh_task_with_done (task, read_day ("2022-05-31"));
  g_assert_false (trinh_task_equal (task, done));
  g_assert_true (trinh_task_is_same (task, done));
  other = trinh_task_with_content (done, "Khác", "", 0, 0, NULL);
  assert_line (other, "{\"id\":\"k1\",\"title\":\"Khác\",\"lead\":\"\",\"due\":null,\"done\":null,\"counts\":[],\"z\":[1]}");
  g_assert_false (trinh_task_is_same (task, other));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "{\"title\":\"a\"}", TRINH_CORE_ERROR_MISSING },
    { "{\"id\":\"\"}", TRINH_CORE_ERROR_MISSING },
    { "{\"id\":1}", TRINH_CORE_ERROR_TYPE },
    { "{\"id\":\"k1\",\"due\":\"30/5/2022\"}", TRINH_CORE_ERROR_SYNTAX },
    { "{\"id\":\"k1\",\"done\":5}", TRINH_CORE_ERROR_TYPE },
    { "{\"id\":\"k1\",\"counts\":[1]}", TRINH_CORE_ERROR_TYPE },
    { "[]", TRINH_CORE_ERROR_TYPE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = fixture_json (cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_task_from_json (node, &error));
      g_assert_error (error, TRINH_CORE_ERROR, cases[i].code);
    }
}

/* On the day of the data: before, at and behind every bound */
static void
test_states (void)
{
  static const struct
  {
    const char *due;
    const char *done;
    TrinhTaskState state;
  } cases[] = {
    { "", "", TRINH_TASK_OPEN },
    { "2022-06-14", "", TRINH_TASK_OPEN },
    { "2022-06-13", "", TRINH_TASK_OVERDUE },
    { "2022-06-15", "", TRINH_TASK_OPEN },
    { "2022-05-30", "2022-05-30", TRINH_TASK_DONE },
    { "2022-05-30", "2022-05-31", TRINH_TASK_LATE },
    { "", "2022-05-31", TRINH_TASK_DONE },
    { "2022-06-20", "2022-06-14", TRINH_TASK_DONE },
    { "2022-06-20", "2022-06-15", TRINH_TASK_OPEN },
    { "2022-06-01", "2022-06-15", TRINH_TASK_OVERDUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhTask) task = trinh_task_new ("k1", "", "", read_day (cases[i].due), read_day (cases[i].done), NULL);

      g_assert_cmpint (trinh_task_get_state (task, read_day ("2022-06-14")), ==, cases[i].state);
    }
}

/* "k1 Một" per task */
static char *
describe (TrinhReport *report)
{
  g_autoptr (GPtrArray) tasks = trinh_tasks_list (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", trinh_task_get_id (tasks->pdata[i]), trinh_task_get_title (tasks->pdata[i]));
  return g_string_free_and_steal (text);
}

static void
assert_tasks (TrinhReport *report,
              const char *expected)
{
  g_autofree char *text = describe (report);

  g_assert_cmpstr (text, ==, expected);
}

static TrinhEdit *
make_add (TrinhReport *report,
          const char *titles)
{
  g_auto (GStrv) list = g_strsplit (titles, " ", -1);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (tasks, trinh_task_new ("", list[i], "", 0, 0, NULL));
  return trinh_tasks_make_add (report, tasks);
}

static void
test_edits (void)
{
  static const char *const second[] = { "k2", NULL };
  static const char *const nobody[] = { "k9", NULL };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhTask) task = NULL;
  g_autoptr (TrinhTask) changed = NULL;

  fixture_apply (report, make_add (report, "Một Hai Ba"));
  assert_tasks (report, "k1 Một; k2 Hai; k3 Ba");
  fixture_apply (report, trinh_tasks_make_move (report, "k3", 0));
  assert_tasks (report, "k3 Ba; k1 Một; k2 Hai");
  g_assert_null (trinh_tasks_make_move (report, "k3", 0));
  g_assert_null (trinh_tasks_make_move (report, "k3", 3));
  g_assert_null (trinh_tasks_make_move (report, "k9", 0));
  task = trinh_tasks_find (report, "k1");
  g_assert_null (trinh_tasks_make_change (report, task));
  changed = trinh_task_with_content (task, "Mốt", "", 0, 0, NULL);
  fixture_apply (report, trinh_tasks_make_change (report, changed));
  assert_tasks (report, "k3 Ba; k1 Mốt; k2 Hai");
  g_assert_null (trinh_tasks_make_remove (report, nobody));
  fixture_apply (report, trinh_tasks_make_remove (report, second));
  assert_tasks (report, "k3 Ba; k1 Mốt");
  fixture_apply (report, make_add (report, "Bốn"));
  assert_tasks (report, "k3 Ba; k1 Mốt; k4 Bốn");
  for (guint i = 0; i < 5; i++)
    g_assert_true (trinh_report_undo (report, NULL));
  assert_tasks (report, "");
  g_assert_null (trinh_tasks_find (report, "k1"));
}

static void
set_tasks (TrinhReport *report,
           const char *json)
{
  TrinhEdit *edit = trinh_edit_new ("tasks");
  g_autoptr (JsonNode) node = fixture_json (json);

  trinh_edit_set_member (edit, "tasks", node);
  fixture_apply (report, edit);
}

#define PLAN                                                                                          \
  "[{\"id\":\"k1\",\"due\":\"2022-05-30\",\"done\":\"2022-05-30\",\"counts\":[\"k1:11\",\"k1:13\"]}," \
  "{\"id\":\"k2\",\"due\":\"2022-05-30\",\"done\":\"2022-06-02\",\"counts\":[\"k1:11\",\"k1:13\"]},"  \
  "{\"id\":\"k3\",\"due\":\"2022-06-07\",\"counts\":[\"k1:11\"]},"                                    \
  "{\"id\":\"k4\",\"due\":\"2022-12-31\",\"counts\":[\"k1:11\",\"k1:13\"]},"                          \
  "{\"id\":\"k5\",\"due\":\"2021-12-01\",\"done\":\"2021-12-01\",\"counts\":[\"k1:11\",\"k1:13\"]}]"

static void
test_counts (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  TrinhEdit *edit = trinh_edit_new ("day");
  TrinhTaskCounts counts;

  trinh_edit_set_member_string (edit, "data_from", "2022-01-01");
  trinh_edit_set_member_string (edit, "data_to", "2022-06-08");
  fixture_apply (report, edit);
  g_assert_false (trinh_tasks_count (report, NULL, &counts));
  set_tasks (report, PLAN);
  g_assert_true (trinh_tasks_count (report, NULL, &counts));
  g_assert_cmpuint (counts.n_planned, ==, 5);
  g_assert_cmpuint (counts.n_done, ==, 3);
  g_assert_cmpuint (counts.n_late, ==, 1);
  g_assert_cmpuint (counts.n_overdue, ==, 1);
  /* A cumulative row keeps what was done before the period, a flow does not. */
  g_assert_true (trinh_tasks_count (report, "k1:11", &counts));
  g_assert_cmpuint (counts.n_planned, ==, 5);
  g_assert_true (trinh_tasks_count (report, "k1:13", &counts));
  g_assert_cmpuint (counts.n_planned, ==, 3);
  g_assert_cmpuint (counts.n_done, ==, 2);
  g_assert_false (trinh_tasks_count (report, "k1:12", &counts));
}

static void
test_take_over (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) first = fixture_new (library, "2022-Q1");
  g_autoptr (TrinhReport) second = fixture_new (library, "2022-H1");
  g_autoptr (TrinhReport) later = fixture_new (library, "2023-H1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (second);
  g_autoptr (TrinhEvaluation) next_year = trinh_evaluation_new (later);

  fixture_apply (first, make_add (first, "Một Hai"));
  fixture_apply (second, make_add (second, "Hai"));
  fixture_apply (second, trinh_evaluation_make_begin (evaluation, first));
  assert_tasks (second, "k1 Hai; k2 Một");
  g_assert_null (trinh_tasks_make_take_over (second, first));
  fixture_apply (later, trinh_evaluation_make_begin (next_year, first));
  assert_tasks (later, "");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *tasks;
    guint n_skipped;
  } cases[] = {
    { "", "", 0 },
    { "Rà soát TTHC", "Rà soát TTHC||0|0", 0 },
    { "STT\tNhiệm vụ\tChủ trì\tThời hạn\tHoàn thành\n1\tMột\tVP\t30/5/2022\t\n2.\tHai\t\t2022-06-01\t02/6/2022\r\n", "Một|VP|1|0; Hai||1|1", 0 },
    { "Một\tVP\t31/2/2022\nHai\tVP\tsau\n\nBa", "Ba||0|0", 1 },
    { "\tVP\t30/5/2022\n\t\t\n", "", 1 },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) skipped = NULL;
      g_autoptr (GPtrArray) tasks = trinh_tasks_parse (trinh_report_get_regime (report), cases[i].text, &skipped);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < tasks->len; j++)
        g_string_append_printf (text, "%s%s|%s|%d|%d", j > 0 ? "; " : "", trinh_task_get_title (tasks->pdata[j]), trinh_task_get_lead (tasks->pdata[j]), trinh_task_get_due (tasks->pdata[j]) != 0, trinh_task_get_done (tasks->pdata[j]) != 0);
      g_assert_cmpstr (text->str, ==, cases[i].tasks);
      g_assert_cmpuint (skipped->len, ==, cases[i].n_skipped);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/task/round-trip", test_round_trip);
  g_test_add_func ("/task/refused", test_refused);
  g_test_add_func ("/task/states", test_states);
  g_test_add_func ("/task/edits", test_edits);
  g_test_add_func ("/task/counts", test_counts);
  g_test_add_func ("/task/take-over", test_take_over);
  g_test_add_func ("/task/parse", test_parse);

  return g_test_run ();
}
