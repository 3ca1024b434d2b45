/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-review.h"

static void
be (Fixture *fixture,
    guint roles)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (people, trinh_person_new ("p1", "Nguyễn Văn A", "", roles));
  g_assert_true (trinh_session_set_people (fixture->session, people, &error));
  g_assert_true (trinh_session_set_person (fixture->session, "p1", &error));
}

/* Who may do what, and what the button offers, in each state */
static void
test_roles (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    TrinhStepKind done;
    int clerk; /* -1: nothing is offered */
    int signatory;
    int registrar;
    int all;
  } rows[] = {
    { TRINH_STEP_RECALL, TRINH_STEP_SUBMIT, -1, -1, TRINH_STEP_SUBMIT }, /* nothing yet */
    { TRINH_STEP_SUBMIT, TRINH_STEP_RECALL, TRINH_STEP_APPROVE, -1, TRINH_STEP_APPROVE },
    { TRINH_STEP_RETURN, TRINH_STEP_SUBMIT, -1, -1, TRINH_STEP_SUBMIT },
    { TRINH_STEP_SUBMIT, TRINH_STEP_RECALL, TRINH_STEP_APPROVE, -1, TRINH_STEP_APPROVE },
    { TRINH_STEP_APPROVE, -1, TRINH_STEP_SIGN, -1, TRINH_STEP_SIGN },
  };
  g_autoptr (TrinhWork) work = review_create (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int expected[] = { rows[i].clerk, rows[i].signatory, rows[i].registrar, rows[i].all };
      const guint roles[] = { TRINH_ROLE_CLERK, TRINH_ROLE_SIGNATORY, TRINH_ROLE_REGISTRAR, TRINH_ROLE_ALL };

      if (i > 0)
        review_do (work, rows[i].done, "Lý do");
      for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
        {
          TrinhStepKind kind = TRINH_STEP_CORRECT;

          be (fixture, roles[j]);
          g_assert_true (trinh_work_get_next_step (work, &kind) == (expected[j] >= 0));
          if (expected[j] >= 0)
            g_assert_cmpint (kind, ==, expected[j]);
        }
    }
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_work_do_step (work, TRINH_STEP_APPROVE, "", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  g_clear_error (&error);
  be (fixture, TRINH_ROLE_SIGNATORY);
  g_assert_false (trinh_work_do_step (work, TRINH_STEP_SUBMIT, "", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  g_clear_error (&error);
  be (fixture, TRINH_ROLE_ALL);
  review_do (work, TRINH_STEP_SUBMIT, "");
  before = review_dup_report (work);
  g_assert_false (trinh_work_do_step (work, TRINH_STEP_RETURN, " ", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  after = review_dup_report (work);
  g_assert_cmpstr (before, ==, after);
}

static guint
count_points (TrinhWork *work,
              TrinhOpenPointKind kind,
              const char **place)
{
  g_autoptr (GPtrArray) points = trinh_work_list_open_points (work);
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    if (trinh_open_point_get_kind (points->pdata[i]) == kind)
      {
        g_assert_cmpstr (trinh_open_point_get_title (points->pdata[i]), !=, "");
        g_assert_cmpstr (trinh_open_point_get_text (points->pdata[i]), !=, "");
        *place = g_intern_string (trinh_open_point_get_place (points->pdata[i]));
        n++;
      }
  return n;
}

static void
test_blanks (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autoptr (GError) error = NULL;
  const char *place = NULL;

  /* The section "I", 1 (whose parts are blank too) and 12 */
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 3);
  g_assert_cmpstr (place, ==, "k1:12");
  g_assert_false (trinh_work_do_step (work, TRINH_STEP_SUBMIT, "", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  review_fill (work);
  g_assert_true (trinh_work_enter_text (work, "k1:12", "", NULL));
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 1);
  g_assert_true (trinh_work_enter_blank (work, "k1:12", TRINH_BLANK_NONE_OCCURRED, NULL));
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 0);
  review_do (work, TRINH_STEP_SUBMIT, "");
}

/* Each required cell of a row that the office added */
static void
test_list_blanks (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (trinh_work_get_report (work)), "k3");
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;
  const char *place = NULL;

  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 0);
  g_assert_true (trinh_work_add_row (work, form, 0, &key, NULL));
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 2);
  name = g_strdup_printf ("k3:%s", key);
  amount = g_strdup_printf ("k3:%s@amount", key);
  g_assert_cmpstr (place, ==, amount);
  fixture_enter (work, name, "Thôn Đông");
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 1);
  g_assert_true (trinh_work_enter_blank (work, amount, TRINH_BLANK_NOT_AVAILABLE, NULL));
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_BLANK, &place), ==, 0);
}

static void
test_errors (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  const char *place = NULL;

  fixture_enter (work, "k1:1", "9");
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_ERROR, &place), ==, 1);
  g_assert_cmpstr (place, ==, "k1:1");
  points = trinh_work_list_open_points (work);
  edit = trinh_evaluation_make_acknowledge (trinh_work_get_evaluation (work), trinh_open_point_get_finding (points->pdata[0]), "Theo sổ", "A");
  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_ERROR, &place), ==, 0);
  review_do (work, TRINH_STEP_SUBMIT, "");
}

static void
say (TrinhWork *work,
     TrinhRemark *remark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhEdit) edit = trinh_remarks_make_add (trinh_work_get_report (work), remark, &error);

  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_no_error (error);
}

static void
test_remarks (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (TrinhRemark) whole = trinh_remark_new ("A", "signatory", "2022-06-09T08:00:00+07:00", "Số này lấy ở đâu?");
  g_autoptr (TrinhRemark) remark = trinh_remark_on_cell (whole, "k1:12");
  g_autoptr (TrinhRemark) own = trinh_remark_new ("B", "clerk", "2022-06-09T08:00:00+07:00", "Nhờ xem giúp");
  g_autoptr (TrinhRemark) word = trinh_remark_new ("A", "clerk", "2022-06-09T09:00:00+07:00", "Ở sổ văn bản");
  g_autoptr (TrinhRemark) answer = trinh_remark_in_thread (word, trinh_remark_get_id (remark), TRINH_REMARK_SAYS);
  g_autoptr (GError) error = NULL;
  const char *place = NULL;

  review_do (work, TRINH_STEP_SUBMIT, "");
  say (work, remark);
  say (work, own);
  review_do (work, TRINH_STEP_RETURN, "Xem lại");
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_REMARK, &place), ==, 1);
  g_assert_cmpstr (place, ==, "k1:12");
  g_assert_false (trinh_work_do_step (work, TRINH_STEP_SUBMIT, "", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  /* The same name, but as clerk: an office of one */
  say (work, answer);
  g_assert_cmpuint (count_points (work, TRINH_OPEN_POINT_REMARK, &place), ==, 0);
  review_do (work, TRINH_STEP_SUBMIT, "");
}

static const char *
get_kept (TrinhReport *reviewed,
          const char *address)
{
  return trinh_value_get_text (trinh_report_get_value (reviewed, address));
}

static void
test_reviewed (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autofree char *id = g_strdup (trinh_report_get_id (trinh_work_get_report (work)));
  g_autoptr (TrinhReport) none = NULL;
  g_autoptr (TrinhReport) recalled = NULL;
  g_autoptr (TrinhReport) returned = NULL;
  g_autoptr (TrinhReport) again = NULL;
  g_autoptr (GError) error = NULL;

  review_do (work, TRINH_STEP_SUBMIT, "");
  none = trinh_work_load_reviewed (work, &error);
  g_assert_no_error (error);
  g_assert_null (none);

  review_do (work, TRINH_STEP_RECALL, "");
  fixture_enter (work, "k1:12", "6");
  review_do (work, TRINH_STEP_SUBMIT, "");
  recalled = trinh_work_load_reviewed (work, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_kept (recalled, "k1:12"), ==, "5");

  review_do (work, TRINH_STEP_RETURN, "Xem lại");
  fixture_enter (work, "k1:12", "7");
  returned = trinh_work_load_reviewed (work, &error);
  g_assert_cmpstr (get_kept (returned, "k1:12"), ==, "6");
  review_do (work, TRINH_STEP_SUBMIT, "");
  g_clear_object (&work);

  /* After a restart too, and with what was approved */
  fixture_reopen (fixture);
  work = trinh_session_open_stored (fixture->session, id, &error);
  g_assert_no_error (error);
  again = trinh_work_load_reviewed (work, &error);
  g_assert_cmpstr (get_kept (again, "k1:12"), ==, "6");
  review_do (work, TRINH_STEP_APPROVE, "");
  fixture_enter (work, "k1:12", "8");
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_DRAFT);
  g_clear_object (&again);
  again = trinh_work_load_reviewed (work, &error);
  g_assert_cmpstr (get_kept (again, "k1:12"), ==, "7");
}

/* A step that cannot be written did not happen. */
static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_work_flush (work, NULL));
  before = review_dup_report (work);
  g_assert_true (trinh_store_run_sql (fixture->store, "CREATE TEMP TRIGGER full BEFORE INSERT ON journal WHEN new.target = 'journal' BEGIN SELECT RAISE (ABORT, 'full'); END", &error));
  g_assert_false (trinh_work_do_step (work, TRINH_STEP_SUBMIT, "", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  after = review_dup_report (work);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_SAVED);
  g_assert_true (trinh_store_run_sql (fixture->store, "DROP TRIGGER full", &error));
  review_do (work, TRINH_STEP_SUBMIT, "");
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SUBMITTED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/review/roles", Fixture, NULL, fixture_set_up, test_roles, fixture_tear_down);
  g_test_add ("/review/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/review/blanks", Fixture, NULL, fixture_set_up, test_blanks, fixture_tear_down);
  g_test_add ("/review/list-blanks", Fixture, NULL, fixture_set_up, test_list_blanks, fixture_tear_down);
  g_test_add ("/review/errors", Fixture, NULL, fixture_set_up, test_errors, fixture_tear_down);
  g_test_add ("/review/remarks", Fixture, NULL, fixture_set_up, test_remarks, fixture_tear_down);
  g_test_add ("/review/reviewed", Fixture, NULL, fixture_set_up, test_reviewed, fixture_tear_down);
  g_test_add ("/review/failure", Fixture, NULL, fixture_set_up, test_failure, fixture_tear_down);

  return g_test_run ();
}
