/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a reviewer is shown when a report comes again. */

#include "config.h"

#include "helper-review.h"
#include "trinh-merge-item.h"
#include "trinh-work-changes.h"

static GPtrArray *
list (TrinhWork *work)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = trinh_work_list_changes (work, &error);

  g_assert_no_error (error);
  return changes;
}

static void
test_rounds (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) changed = NULL;

  review_do (work, TRINH_STEP_SUBMIT, "");
  first = list (work);
  g_assert_null (first);

  review_do (work, TRINH_STEP_RETURN, "Xem lại 1.1.");
  again = list (work);
  g_assert_cmpuint (again->len, ==, 0);

  fixture_enter (work, "k1:1.1", "4");
  review_do (work, TRINH_STEP_SUBMIT, "");
  changed = list (work);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpstr (trinh_merge_item_get_base (changed->pdata[0]), ==, "3");
  g_assert_cmpstr (trinh_merge_item_get_theirs (changed->pdata[0]), ==, "4");
}

/* Of a correction that nobody has seen yet: from what it takes the place of */
static void
test_correction (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhWork) issued = review_create (fixture);
  g_autoptr (TrinhWork) correction = review_create (fixture);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("replaces");
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_string_member (object, "id", trinh_report_get_id (trinh_work_get_report (issued)));
  json_node_set_object (node, object);
  trinh_edit_set_member (edit, "replaces", node);
  g_assert_true (trinh_work_apply (correction, edit, &error));
  g_assert_no_error (error);
  g_assert_true (trinh_work_flush (issued, &error));
  fixture_enter (correction, "k1:1.2", "2");
  changes = list (correction);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (trinh_merge_item_get_base (changes->pdata[0]), ==, "1");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/session/changes/rounds", Fixture, NULL, fixture_set_up, test_rounds, fixture_tear_down);
  g_test_add ("/session/changes/correction", Fixture, NULL, fixture_set_up, test_correction, fixture_tear_down);
  return g_test_run ();
}
