/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-review.h"
#include "trinh-work-remarks.h"

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

static void
assert_role (TrinhWork *work,
             const char *role)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (work, "Xem lại.");

  g_assert_cmpstr (trinh_remark_get_role (remark), ==, role);
}

/* Who is signatory and clerk speaks as the one whose turn it is. */
static void
test_role (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);

  assert_role (work, "clerk");
  be (fixture, TRINH_ROLE_ALL);
  assert_role (work, "clerk");
  be (fixture, TRINH_ROLE_SIGNATORY | TRINH_ROLE_REGISTRAR);
  assert_role (work, "signatory");
  be (fixture, TRINH_ROLE_REGISTRAR);
  assert_role (work, "registrar");
  be (fixture, TRINH_ROLE_NONE);
  assert_role (work, "");
  be (fixture, TRINH_ROLE_ALL);
  review_do (work, TRINH_STEP_SUBMIT, "");
  assert_role (work, "signatory");
  be (fixture, TRINH_ROLE_CLERK);
  assert_role (work, "clerk");
}

/* A remark does not make a submitted report a draft; without words it is refused. */
static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (TrinhRemark) blank = trinh_work_make_remark (work, " \n");
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (work, "  Sao lại giảm?\n");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (trinh_remark_get_text (remark), ==, "Sao lại giảm?");
  review_do (work, TRINH_STEP_SUBMIT, "");
  g_assert_true (trinh_work_can_remark (work));
  g_assert_false (trinh_work_add_remark (work, blank, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (trinh_work_add_remark (work, remark, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SUBMITTED);
  g_assert_cmpuint (trinh_remarks_count_open (trinh_work_get_report (work)), ==, 1);
}

#define ADD(path, function) g_test_add ("/session/remarks/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("role", test_role);
  ADD ("add", test_add);
  return g_test_run ();
}
