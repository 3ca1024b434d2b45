/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"
#include "trinh-people.h"
#include "trinh-work-review.h"

static GPtrArray *
make_people (void)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrinhPerson) chairman = trinh_person_new ("p1", "Nguyễn Văn A", "CHỦ TỊCH", TRINH_ROLE_SIGNATORY);

  g_ptr_array_add (people, trinh_person_with_authority (chairman, (const char *const[]) { "TM. ỦY BAN NHÂN DÂN", NULL }));
  g_ptr_array_add (people, trinh_person_new ("p2", "Trần Thị B", "", TRINH_ROLE_CLERK | TRINH_ROLE_REGISTRAR));
  return people;
}

static void
test_round_trip (void)
{
  static const char text[] = "{\"id\":\"p1\",\"name\":\"Lê C\",\"title\":\"PHÓ CHỦ TỊCH\",\"roles\":[\"signatory\"],"
                             "\"authority\":[\"TM. ỦY BAN NHÂN DÂN\",\"KT. CHỦ TỊCH\"],\"key\":\"pkcs11:object=ký\",\"picture\":\"\",\"room\":7}";
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPerson) person = trinh_person_from_json (node, &error);
  g_autoptr (TrinhPerson) described = NULL;
  g_autoptr (TrinhPerson) pictured = NULL;
  g_autoptr (JsonNode) written = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (trinh_person_get_roles (person), ==, TRINH_ROLE_SIGNATORY);
  g_assert_cmpstr (trinh_person_get_authority (person)[1], ==, "KT. CHỦ TỊCH");
  written = trinh_person_to_json (person);
  line = trinh_json_to_line (written);
  g_assert_cmpstr (line, ==, text);

  described = trinh_person_describe (person, "Lê D", "", TRINH_ROLE_CLERK);
  pictured = trinh_person_with_picture (described, "abc");
  g_assert_cmpstr (trinh_person_get_id (pictured), ==, "p1");
  g_assert_cmpstr (trinh_person_get_key (pictured), ==, "pkcs11:object=ký");
  g_assert_cmpstr (trinh_person_get_picture (pictured), ==, "abc");
  g_assert_cmpstr (trinh_person_get_name (pictured), ==, "Lê D");
}

static void
test_bad (void)
{
  static const char *const bad[] = { "[]", "{}", "{\"id\":\"\",\"name\":\"A\"}", "{\"id\":\"p\"}", "{\"id\":\"p\",\"name\":7}", "{\"id\":\"p\",\"name\":\"A\",\"roles\":\"clerk\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (bad[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_person_from_json (node, &error));
      g_assert_nonnull (error);
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_now (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GPtrArray) people = make_people ();
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autofree char *before = g_strdup (trinh_work_get_author (work));
  g_autoptr (TrinhPerson) nobody = trinh_session_get_person (fixture->session);
  g_autoptr (TrinhPerson) now = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (work, "person-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (nobody);
  g_assert_cmpuint (trinh_work_get_roles (work), ==, TRINH_ROLE_ALL);
  g_assert_true (trinh_session_set_people (fixture->session, people, &error));
  g_assert_no_error (error);
  g_assert_true (trinh_session_set_person (fixture->session, "p1", &error));
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpstr (trinh_work_get_author (work), ==, "Nguyễn Văn A");
  g_assert_cmpuint (trinh_work_get_roles (work), ==, TRINH_ROLE_SIGNATORY);
  g_assert_false (trinh_session_set_person (fixture->session, "p9", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
  g_clear_error (&error);

  fixture_reopen (fixture);
  listed = trinh_session_list_people (fixture->session);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpstr (trinh_person_get_authority (listed->pdata[0])[0], ==, "TM. ỦY BAN NHÂN DÂN");
  now = trinh_session_get_person (fixture->session);
  g_assert_cmpstr (trinh_person_get_id (now), ==, "p1");
  g_assert_true (trinh_session_set_person (fixture->session, NULL, &error));
  g_assert_null (trinh_session_get_person (fixture->session));
  g_assert_cmpstr (before, !=, "Nguyễn Văn A");
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) people = make_people ();
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (people, trinh_person_new (NULL, " ", "", TRINH_ROLE_CLERK));
  g_assert_false (trinh_session_set_people (fixture->session, people, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  g_ptr_array_set_size (people, 2);
  g_ptr_array_add (people, trinh_person_new ("p2", "C", "", TRINH_ROLE_CLERK));
  g_assert_false (trinh_session_set_people (fixture->session, people, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_DUPLICATE);
  listed = trinh_session_list_people (fixture->session);
  g_assert_cmpuint (listed->len, ==, 0);
}

/* What is no person stays in the setting, whatever the setting was. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  static const char *const damaged[] = {
    "{\"people\":[{\"id\":\"p7\",\"name\":7},{\"id\":\"p8\",\"name\":\"Còn đây\"}]}",
    "[\"Còn đây\"]",
    "\"Còn đây\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (damaged[i], NULL);
      g_autoptr (GPtrArray) listed = NULL;
      g_autoptr (JsonNode) after = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (trinh_store_set_setting (fixture->store, "people", node, &error));
      g_assert_true (trinh_store_set_setting (fixture->store, "person-now", node, &error));
      listed = trinh_session_list_people (fixture->session);
      g_assert_cmpuint (listed->len, ==, i == 0 ? 1 : 0);
      g_assert_null (trinh_session_get_person (fixture->session));
      for (guint j = 0; j < 2; j++)
        g_assert_true (trinh_session_set_people (fixture->session, listed, &error));
      after = trinh_store_get_setting (fixture->store, "people");
      text = trinh_json_to_line (after);
      g_assert_nonnull (strstr (text, "Còn đây"));
      if (i == 0)
        g_assert_cmpstr (text, ==, "{\"unread\":[{\"id\":\"p7\",\"name\":7}],\"people\":[{\"id\":\"p8\",\"name\":\"Còn đây\",\"title\":\"\",\"roles\":[],\"authority\":[],\"key\":\"\",\"picture\":\"\"}]}");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/people/round-trip", test_round_trip);
  g_test_add_func ("/people/bad", test_bad);
  g_test_add ("/people/now", Fixture, NULL, fixture_set_up, test_now, fixture_tear_down);
  g_test_add ("/people/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/people/damaged", Fixture, NULL, fixture_set_up, test_damaged, fixture_tear_down);

  return g_test_run ();
}
