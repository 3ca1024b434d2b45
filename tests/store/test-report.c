/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "helper-report.h"
#include "trinh-edit-private.h"
#include "trinh-store-correction.h"

#define ID "6f1de3a2-6f0d-4f57-9a4b-2a7a6f2f9d11"

/* Every shape that a report file has: one column, two columns, a list, blanks, notes, unknown members. */
static const char file[] =
  "{ \"format\": \"trinhky-report\", \"version\": 1, \"id\": \"" ID "\", \"revision\": 12, \"base\": null, \"replaces\": null,"
  "  \"regime\": \"store\", \"period\": \"2022-06\", \"data_from\": null, \"data_to\": \"2022-06-08\","
  "  \"office\": { \"name\": \"UBND xã Bình Lãng\", \"code\": \"10849\", \"kind\": \"xã\", \"header\": [\"ỦY BAN NHÂN DÂN\", \"XÃ BÌNH LÃNG\"],"
  "    \"superior\": \"\", \"place\": \"Bình Lãng\", \"predecessors\": [], \"telephone\": \"0320\" },"
  "  \"number\": \"15\", \"symbol\": \"BC-UBND\", \"date\": \"2022-06\", \"subject\": \"Công tác “thử” \\\\ 6 tháng\","
  "  \"addressees\": [\"UBND huyện\"], \"recipients\": [\"Như trên\", \"Lưu: VT\"],"
  "  \"signatories\": [ { \"capacity\": [\"TM. ỦY BAN NHÂN DÂN\"], \"title\": \"CHỦ TỊCH\", \"name\": \"\" } ],"
  "  \"values\": { \"fixed\": { \"1\": { \"value\": \"33\" }, \"2\": { \"value\": \"63.6\", \"note\": \"như in\", \"estimate\": true },"
  "                             \"3\": { \"blank\": \"not-applicable\", \"note\": \"không có\" } },"
  "                \"columns\": { \"1\": { \"total\": { \"value\": \"737\" }, \"online\": { \"value\": \"12\", \"origin\": \"imported\" } },"
  "                               \"2\": { \"online\": { \"value\": \"0\" } } } },"
  "  \"lists\": { \"list\": [ { \"key\": \"r2\", \"name\": \"Một cửa\", \"count\": { \"value\": \"3\", \"note\": \"ước\" } },"
  "                           { \"key\": \"r1\", \"name\": \"Số hóa\" }, { \"key\": \"r3\" } ] },"
  "  \"sections\": [ { \"id\": \"s2\", \"outline\": \"II\", \"number\": \"II\", \"title\": \"TỒN TẠI\", \"text\": \"\", \"none\": true },"
  "                  { \"id\": \"s1\", \"outline\": \"I\", \"number\": \"I\", \"title\": \"KẾT QUẢ\", \"text\": \"Có {{fixed:1}} văn bản.\\n- một\", \"none\": false, \"colour\": 3 } ],"
  "  \"documents\": [ { \"id\": \"d1\", \"kind\": \"KH\", \"number\": \"59\", \"symbol\": \"KH-UBND\", \"date\": \"2021-12-28\","
  "                     \"issuer\": \"UBND xã Bình Lãng\", \"abstract\": \"Kế hoạch\", \"counts\": [\"fixed:1\"] } ],"
  "  \"tasks\": [], \"acknowledgements\": [], \"comments\": [], \"state\": \"draft\", \"journal\": [],"
  "  \"later\": { \"b\": [1, 2.5, null, true], \"a\": \"đ\" } }";

static TrinhReport *
read_file (StoreFixture *fixture,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return helper_read_report (fixture, bytes);
}

/* @file with one text put in the place of another */
static TrinhReport *
read_changed (StoreFixture *fixture,
              const char *from,
              const char *to)
{
  g_autoptr (GString) text = g_string_new (file);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return read_file (fixture, text->str);
}

static void
assert_stored (StoreFixture *fixture,
               const char *id,
               TrinhReport *expected)
{
  g_autoptr (TrinhReport) loaded = helper_load (fixture, id);
  g_autofree char *found = helper_dup_file (loaded);
  g_autofree char *wanted = helper_dup_file (expected);

  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpuint (trinh_report_get_saved_revision (loaded), ==, trinh_report_get_revision (expected));
}

static void
test_round_trip (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);

  helper_import_report (fixture, report, TRUE);
  assert_stored (fixture, ID, report);
  store_fixture_reopen (fixture);
  assert_stored (fixture, ID, report);
}

static void
test_new (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");

  helper_import_report (fixture, report, TRUE);
  assert_stored (fixture, trinh_report_get_id (report), report);
}

static void
test_import (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  g_autoptr (TrinhReport) older = read_changed (fixture, "\"revision\": 12", "\"revision\": 11");
  g_autoptr (TrinhReport) later = read_changed (fixture, "\"revision\": 12", "\"revision\": 14");
  g_autoptr (TrinhReport) reordered = read_changed (fixture, "\"id\": \"d1\", \"kind\": \"KH\"", "\"kind\": \"KH\", \"id\": \"d1\"");
  g_autoptr (TrinhReport) based = read_changed (fixture, "\"base\": null", "\"base\": \"5d41402abc4b2a76b9719d911017c592\"");

  helper_import_report (fixture, report, TRUE);
  helper_import_report (fixture, report, FALSE);
  helper_import_report (fixture, older, FALSE);
  helper_import_report (fixture, reordered, FALSE);
  helper_import_report (fixture, based, FALSE);
  assert_stored (fixture, ID, report);
  g_assert_cmpuint (helper_count_journal (fixture, ID, NULL), ==, 1);
  helper_import_report (fixture, later, TRUE);
  helper_import_report (fixture, report, FALSE);
  assert_stored (fixture, ID, later);
}

/* What another copy changed is in the journal, old and new. */
static void
test_import_later (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  g_autoptr (GString) text = g_string_new (file);
  g_autoptr (TrinhReport) later = NULL;

  helper_import_report (fixture, report, TRUE);
  g_string_replace (text, "\"revision\": 12", "\"revision\": 13", 1);
  g_string_replace (text, "\"33\"", "\"34\"", 1);
  g_string_replace (text, ", \"2\": { \"value\": \"63.6\", \"note\": \"như in\", \"estimate\": true }", "", 1);
  g_string_replace (text, "\"number\": \"15\"", "\"number\": \"16\"", 1);
  later = read_file (fixture, text->str);

  helper_import_report (fixture, later, TRUE);
  assert_stored (fixture, ID, later);
  g_assert_cmpuint (helper_count_journal (fixture, ID, NULL), ==, 5);
  g_assert_cmpuint (helper_count_journal (fixture, ID, "fixed:1"), ==, 1);
  g_assert_cmpuint (helper_count_journal (fixture, ID, "fixed:2"), ==, 1);
  g_assert_cmpuint (helper_count_journal (fixture, ID, "number"), ==, 1);
}

static void
assert_conflict (StoreFixture *fixture,
                 TrinhReport *report)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_store_import (fixture->store, report, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT);
}

static void
test_import_conflict (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  g_autoptr (TrinhReport) other = read_changed (fixture, "\"33\"", "\"34\"");
  g_autoptr (TrinhReport) moved = read_changed (fixture, "\"id\": \"s2\", \"outline\": \"II\"", "\"id\": \"s9\", \"outline\": \"II\"");

  helper_import_report (fixture, report, TRUE);
  assert_conflict (fixture, other);
  assert_conflict (fixture, moved);
  assert_stored (fixture, ID, report);
}

static void
test_import_over_signed (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_changed (fixture, "\"state\": \"draft\"", "\"state\": \"signed\"");
  g_autoptr (TrinhReport) draft = read_changed (fixture, "\"revision\": 12", "\"revision\": 13");

  helper_import_report (fixture, report, TRUE);
  assert_conflict (fixture, draft);
  assert_stored (fixture, ID, report);
}

static void
apply_and_save (StoreFixture *fixture,
                TrinhReport *report,
                TrinhEdit *edit)
{
  g_autoptr (GError) error = NULL;

  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  helper_save (fixture, report, edit);
  assert_stored (fixture, trinh_report_get_id (report), report);
}

static void
save_changed_cb (TrinhReport *report,
                 TrinhEdit *edit,
                 StoreFixture *fixture)
{
  helper_save (fixture, report, trinh_edit_ref (edit));
}

/* Every kind of change, one after the other; the store is compared after each. */
static void
test_edits (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  g_autoptr (TrinhValue) noted = trinh_value_new_full (NULL, TRINH_BLANK_NONE_OCCURRED, "chưa", FALSE, TRINH_ORIGIN_ENTERED);
  g_autoptr (TrinhSection) text = trinh_section_with_text (trinh_report_find_section (report, "s1"), "**Mới**", FALSE);
  TrinhEdit *edit;

  helper_import_report (fixture, report, TRUE);
  apply_and_save (fixture, report, trinh_edit_new_value ("", "fixed:1", noted));
  apply_and_save (fixture, report, trinh_edit_new_value ("", "fixed:2", NULL));
  apply_and_save (fixture, report, trinh_edit_new_value ("", "columns:2", noted));
  apply_and_save (fixture, report, trinh_edit_new_value ("", "columns:1@online", NULL));
  apply_and_save (fixture, report, trinh_edit_new_value ("", "list:r3@count", noted));

  edit = trinh_edit_new ("");
  trinh_edit_set_section (edit, text);
  apply_and_save (fixture, report, edit);

  edit = trinh_edit_new ("");
  trinh_edit_set_rows (edit, "list", (const char *const[]) { "r1", "r4", "r2", NULL });
  trinh_edit_set_value (edit, "list:r4", noted);
  apply_and_save (fixture, report, edit);
  edit = trinh_edit_new ("");
  trinh_edit_set_rows (edit, "list", (const char *const[]) { NULL });
  apply_and_save (fixture, report, edit);

  edit = trinh_edit_new ("");
  trinh_edit_set_member_string (edit, "subject", "Trích yếu mới");
  trinh_edit_set_member (edit, "data_to", NULL);
  trinh_edit_set_member_string (edit, "novel", "x");
  apply_and_save (fixture, report, edit);
  edit = trinh_edit_new ("");
  trinh_edit_set_member_string (edit, "state", "submitted");
  apply_and_save (fixture, report, edit);

  /* An edit after submission takes the state back with it. */
  apply_and_save (fixture, report, trinh_edit_new_value ("", "fixed:1", NULL));
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_DRAFT);
}

static void
test_undo (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  g_autofree char *before = helper_dup_file (report);
  g_autoptr (TrinhReport) loaded = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  g_signal_connect (report, "changed", G_CALLBACK (save_changed_cb), fixture);
  trinh_edit_unref (helper_enter (report, "fixed:1", "40"));
  trinh_edit_unref (helper_enter (report, "columns:2", "5"));
  trinh_edit_unref (helper_enter (report, "list:r1", NULL));
  while (trinh_report_get_can_undo (report))
    {
      g_assert_true (trinh_report_undo (report, &error));
      assert_stored (fixture, ID, report);
    }

  /* All as at first, but the revision. */
  loaded = helper_load (fixture, ID);
  g_assert_cmpuint (trinh_report_get_revision (loaded), ==, 18);
  g_assert_cmpstr (helper_get_text (loaded, "fixed:1"), ==, "33");
  g_assert_cmpstr (helper_get_text (loaded, "columns:2"), ==, NULL);
  g_assert_cmpstr (helper_get_text (loaded, "list:r1"), ==, "Số hóa");
  g_assert_nonnull (before);
}

/* New sections stand where the outline wants them; undo takes them out and redo puts them back where they stood. */
static void
test_new_sections (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  TrinhEdit *edit = trinh_edit_new ("");
  const char *const sections[][2] = { { "s3", "opening" }, { "s4", "closing" }, { "s5", "opening" } };

  helper_import_report (fixture, report, TRUE);
  g_signal_connect (report, "changed", G_CALLBACK (save_changed_cb), fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (TrinhSection) section = trinh_section_new (sections[i][0], sections[i][1], "", "", "Mới", FALSE);

      trinh_edit_set_section (edit, section);
    }
  g_assert_true (trinh_report_apply (report, edit, NULL));
  trinh_edit_unref (edit);
  assert_stored (fixture, ID, report);
  g_assert_true (trinh_report_undo (report, NULL));
  assert_stored (fixture, ID, report);
  g_assert_true (trinh_report_redo (report, NULL));
  assert_stored (fixture, ID, report);
}

static void
put_move (TrinhReport *report,
          TrinhEdit *edit,
          const char *id,
          int position)
{
  JsonNode *node = trinh_section_to_json (trinh_report_find_section (report, id));

  json_object_set_int_member (json_node_get_object (node), TRINH_EDIT_POSITION, position);
  _trinh_edit_put (edit, TRINH_CHANGE_SECTION, id, node);
}

/* Sections that change their places, several in one edit and with one that goes */
static void
test_moved_sections (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  TrinhEdit *edit = trinh_edit_new ("");

  helper_import_report (fixture, report, TRUE);
  g_signal_connect (report, "changed", G_CALLBACK (save_changed_cb), fixture);
  for (guint i = 3; i < 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (TrinhSection) section = trinh_section_new (id, "opening", "", "", id, FALSE);

      trinh_edit_set_section (edit, section);
    }
  g_assert_true (trinh_report_apply (report, edit, NULL));
  trinh_edit_unref (edit);
  assert_stored (fixture, ID, report);

  edit = trinh_edit_new ("");
  _trinh_edit_put (edit, TRINH_CHANGE_SECTION, "s4", NULL);
  put_move (report, edit, "s1", 0);
  put_move (report, edit, "s6", 1);
  put_move (report, edit, "s3", 4);
  g_assert_true (trinh_report_apply (report, edit, NULL));
  trinh_edit_unref (edit);
  assert_stored (fixture, ID, report);
  g_assert_true (trinh_report_undo (report, NULL));
  assert_stored (fixture, ID, report);
  g_assert_true (trinh_report_redo (report, NULL));
  assert_stored (fixture, ID, report);
}

/* What was edited here, exported, and comes back by mail is what the store has. */
static void
test_export_comes_back (StoreFixture *fixture,
                        gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  g_autoptr (TrinhReport) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhSection) section = trinh_section_new ("s1", "I", "I", "KẾT QUẢ", "Khác hẳn", FALSE);
  TrinhEdit *edit = trinh_edit_new ("");

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "41"));
  helper_save (fixture, report, helper_enter (report, "columns:2", "7"));
  helper_save (fixture, report, helper_enter (report, "fixed:3", NULL));
  trinh_edit_set_section (edit, section);
  trinh_edit_set_member_string (edit, "number", "17");
  apply_and_save (fixture, report, edit);

  bytes = trinh_report_to_bytes (report);
  copy = helper_read_report (fixture, bytes);
  helper_import_report (fixture, copy, FALSE);
}

static void
assert_entries (StoreFixture *fixture,
                const char *expected)
{
  GListModel *entries = trinh_store_get_entries (fixture->store);
  g_autoptr (GString) periods = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *period = trinh_period_to_string (trinh_store_entry_get_period (entry));

      g_string_append_printf (periods, "%s/%u ", period, trinh_store_entry_get_revision (entry));
    }
  g_assert_cmpstr (periods->str, ==, expected);
}

static void
test_entries (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhReport) june = helper_make_report (fixture, "2022-06");
  g_autoptr (TrinhReport) july = helper_make_report (fixture, "2022-07");
  g_autoptr (TrinhReport) august = helper_make_report (fixture, "2022-08");
  g_autoptr (GError) error = NULL;

  assert_entries (fixture, "");
  helper_import_report (fixture, june, TRUE);
  helper_import_report (fixture, july, TRUE);
  helper_import_report (fixture, august, TRUE);
  assert_entries (fixture, "2022-08/0 2022-07/0 2022-06/0 ");
  helper_save (fixture, june, helper_enter (june, "fixed:1", "5"));
  assert_entries (fixture, "2022-06/1 2022-08/0 2022-07/0 ");
  helper_save (fixture, june, helper_enter (june, "fixed:1", "6"));
  assert_entries (fixture, "2022-06/2 2022-08/0 2022-07/0 ");
  g_assert_true (trinh_store_remove (fixture->store, trinh_report_get_id (august), &error));
  assert_entries (fixture, "2022-06/2 2022-07/0 ");
  store_fixture_reopen (fixture);
  assert_entries (fixture, "2022-06/2 2022-07/0 ");

  /* The journal remembers what was removed. */
  g_assert_cmpuint (helper_count_journal (fixture, trinh_report_get_id (august), NULL), ==, 2);
  g_assert_null (trinh_store_load (fixture->store, trinh_report_get_id (august), fixture->library, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NOT_FOUND);
  helper_import_report (fixture, august, TRUE);
}

static guint32
parse_date (const char *text)
{
  guint32 julian;

  g_assert_true (trinh_date_parse (text, &julian));
  return julian;
}

static void
test_entry (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_file (fixture, file);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint32 deadline;

  trinh_regime_get_dates (trinh_report_get_regime (report), trinh_report_get_period (report), NULL, NULL, &deadline);
  helper_import_report (fixture, report, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrinhStoreEntry) entry = NULL;
      g_autoptr (TrinhStoreEntry) none = NULL;

      entry = trinh_store_find_entry (fixture->store, "store", "UBND xã Bình Lãng", trinh_report_get_period (report));
      none = trinh_store_find_entry (fixture->store, "store", "UBND xã Bình Lương", trinh_report_get_period (report));
      g_assert_null (none);
      g_assert_cmpstr (trinh_store_entry_get_id (entry), ==, ID);
      g_assert_cmpstr (trinh_store_entry_get_regime (entry), ==, "store");
      g_assert_cmpstr (trinh_store_entry_get_office (entry), ==, "UBND xã Bình Lãng");
      g_assert_cmpstr (trinh_store_entry_get_office_code (entry), ==, "10849");
      g_assert_cmpstr (trinh_store_entry_get_subject (entry), ==, "Công tác “thử” \\ 6 tháng");
      g_assert_cmpint (trinh_store_entry_get_state (entry), ==, TRINH_STATE_DRAFT);
      g_assert_cmpuint (trinh_store_entry_get_revision (entry), ==, 12);
      g_assert_cmpuint (trinh_store_entry_get_deadline (entry), ==, deadline);
      g_assert_cmpuint (trinh_store_entry_get_data_from (entry), ==, 0);
      g_assert_cmpuint (trinh_store_entry_get_data_to (entry), ==, parse_date ("2022-06-08"));
      g_assert_cmpint (trinh_store_entry_get_modified (entry), >=, now);
      g_assert_cmpint (trinh_store_entry_get_modified (entry), <=, now + 60);
      store_fixture_reopen (fixture);
    }
}

/* Two processes begin a correction of the same report: the second is told of the first, and leaves nothing. */
static void
test_corrections (StoreFixture *fixture,
                  gconstpointer data)
{
#define REPLACES "\"replaces\": { \"id\": \"5d1de3a2-6f0d-4f57-9a4b-2a7a6f2f9d11\" }"
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhStore) second = trinh_store_open (fixture->path, &error);
  g_autoptr (TrinhReport) replacing = read_changed (fixture, "\"replaces\": null", REPLACES);
  g_autoptr (GString) text = g_string_new (file);
  g_autoptr (TrinhReport) other = NULL;
  g_autoptr (TrinhReport) plain = helper_make_report (fixture, "2022-Q1");

  g_assert_no_error (error);
  g_string_replace (text, "\"replaces\": null", REPLACES, 1);
  g_string_replace (text, ID, "7f1de3a2-6f0d-4f57-9a4b-2a7a6f2f9d11", 1);
  other = read_file (fixture, text->str);

  g_assert_true (trinh_store_import_correction (fixture->store, replacing, &error));
  g_assert_no_error (error);
  g_assert_false (trinh_store_import_correction (second, other, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CORRECTED);
  g_clear_error (&error);
  g_assert_cmpuint (helper_count_journal (fixture, trinh_report_get_id (other), NULL), ==, 0);
  /* What another office began comes as a file, and is taken. */
  g_assert_true (trinh_store_import (second, other, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (trinh_store_import_correction (second, plain, &error));
  g_assert_no_error (error);
#undef REPLACES
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/report/round-trip", test_round_trip);
  ADD ("/report/new", test_new);
  ADD ("/report/import", test_import);
  ADD ("/report/import-later", test_import_later);
  ADD ("/report/import-conflict", test_import_conflict);
  ADD ("/report/import-over-signed", test_import_over_signed);
  ADD ("/report/corrections", test_corrections);
  ADD ("/report/edits", test_edits);
  ADD ("/report/undo", test_undo);
  ADD ("/report/new-sections", test_new_sections);
  ADD ("/report/moved-sections", test_moved_sections);
  ADD ("/report/export-comes-back", test_export_comes_back);
  ADD ("/report/entries", test_entries);
  ADD ("/report/entry", test_entry);
#undef ADD

  return g_test_run ();
}
