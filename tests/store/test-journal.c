/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "helper.h"
#include "trinh-check-private.h"
#include "trinh-journal-private.h"
#include "trinh-repository-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static gboolean
save (TrinhConnection *connection,
      gpointer data,
      GError **error)
{
  g_autoptr (TrinhHeader) header = NULL;

  return trinh_repository_save (connection, data, &header, error);
}

static void
save_value (TrinhConnection *connection,
            guint revision,
            const char *json)
{
  g_autoptr (TrinhContent) edit = trinh_content_new ("a", revision);
  g_autoptr (GError) error = NULL;

  g_set_str (&edit->author, "Nguyễn Thị Lan");
  g_set_str (&edit->label, "value of 1");
  trinh_content_add (edit, TRINH_CHANGE_VALUE, "fixed:1", -1, json);
  trinh_connection_transact (connection, save, edit, &error);
  g_assert_no_error (error);
}

/* A report, two edits of one value and its removal: rows 1 to 4 of the journal */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (TrinhContent) content = helper_make_content ("a", 1, "Báo cáo", 2);
  g_autoptr (TrinhConnection) connection = NULL;

  fixture->folder = helper_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "trinhky.db", NULL);
  helper_import (fixture->path, content);
  connection = trinh_connection_open (fixture->path, TRINH_CONNECTION_READ_WRITE, NULL);
  g_assert_nonnull (connection);
  save_value (connection, 2, "{\"value\":\"33\"}");
  save_value (connection, 3, "{\"value\":\"34\"}");
  save_value (connection, 4, NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  helper_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static char *
check (const char *path)
{
  g_autoptr (GPtrArray) problems = trinh_check_new_problems ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autoptr (TrinhConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = trinh_connection_open (path, TRINH_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  trinh_check_run (connection, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_strv_builder_take (builder, trinh_store_problem_to_line (problems->pdata[i]));
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *what;
    const char *target;
    const char *old;
    const char *now;
  } rows[] = {
    { "value", "fixed:1", "{\"value\":\"34\"}", "null" },
    { "value", "fixed:1", "{\"value\":\"33\"}", "{\"value\":\"34\"}" },
    { "value", "fixed:1", "{\"value\":\"7\"}", "{\"value\":\"33\"}" },
  };
  g_autoptr (TrinhConnection) connection = trinh_connection_open (fixture->path, TRINH_CONNECTION_READ_ONLY, NULL);
  g_autoptr (JsonNode) node = trinh_journal_list (connection, "a", "fixed:1", 0, NULL);
  g_autoptr (JsonNode) all = trinh_journal_list (connection, "a", NULL, 0, NULL);
  g_autoptr (JsonNode) last = trinh_journal_list (connection, "a", NULL, 1, NULL);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), ==, 4);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (last)), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (json_node_get_array (node), i);
      g_autofree char *old = trinh_json_to_line (json_object_get_member (row, "old"));
      g_autofree char *now = trinh_json_to_line (json_object_get_member (row, "new"));

      g_assert_cmpstr (json_object_get_string_member (row, "who"), ==, "Nguyễn Thị Lan");
      g_assert_cmpstr (json_object_get_string_member (row, "what"), ==, rows[i].what);
      g_assert_cmpstr (json_object_get_string_member (row, "target"), ==, rows[i].target);
      g_assert_cmpint (json_object_get_int_member (row, "revision"), ==, 4 - i);
      g_assert_cmpstr (old, ==, rows[i].old);
      g_assert_cmpstr (now, ==, rows[i].now);
    }
}

static void
test_chain (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *problem; /* NULL: none */
  } rows[] = {
    { "SELECT 1", NULL },
    { "UPDATE journal SET new = '{\"value\":\"99\"}' WHERE id = 2", "row 2" },
    { "UPDATE journal SET author = '' WHERE id = 3", "row 3" },
    { "UPDATE journal SET at = '2022-06-09T00:00:00Z' WHERE id = 1", "row 1" },
    { "UPDATE journal SET old = NULL WHERE id = 3", "row 3" },
    { "UPDATE journal SET hash = '0' WHERE id = 2", "row 2" },
    { "UPDATE journal SET author = 'x', hash = '0' WHERE id = 2; UPDATE journal SET previous_hash = '0' WHERE id = 3", "row 3" },
    { "DELETE FROM journal WHERE id = 2", "before row 3" },
    { "DELETE FROM journal WHERE id = 1", "before row 2" },
    { "DELETE FROM journal WHERE id = 4", "last row" },
    { "UPDATE journal SET id = 5 WHERE id = 4", "before row 5" },
    { "UPDATE content SET json = '{\"value\":\"8\"}' WHERE target = 'fixed:2'", "outside" },
    { "DELETE FROM content WHERE target = 'fixed:2'", "outside" },
    { "UPDATE content SET target = 'fixed:3' WHERE target = 'fixed:2'", "outside" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM report", "no report" },
  };
  g_autofree char *whole = NULL;
  gsize length;

  helper_tamper (fixture->path, "DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_words; PRAGMA journal_mode = DELETE");
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = NULL;

      g_test_message ("%s", rows[i].sql);
      g_assert_true (g_file_set_contents (fixture->path, whole, length, NULL));
      helper_tamper (fixture->path, rows[i].sql);
      problems = check (fixture->path);
      if (rows[i].problem == NULL)
        g_assert_cmpstr (problems, ==, "");
      else
        g_assert_nonnull (strstr (problems, rows[i].problem));
    }
}

static void
test_guarded (Fixture *fixture,
              gconstpointer data)
{
  static const char *const statements[] = { "DELETE FROM journal", "UPDATE journal SET author = 'x'" };
  g_autoptr (TrinhConnection) connection = trinh_connection_open (fixture->path, TRINH_CONNECTION_READ_WRITE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (trinh_connection_run (connection, statements[i], &error));
      g_assert_nonnull (strstr (error->message, "journal"));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/journal/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/journal/chain", Fixture, NULL, set_up, test_chain, tear_down);
  g_test_add ("/journal/guarded", Fixture, NULL, set_up, test_guarded, tear_down);

  return g_test_run ();
}
