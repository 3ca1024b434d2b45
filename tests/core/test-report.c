/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

typedef struct
{
  TrinhRegimeLibrary *library;
  TrinhReport *report;
  GString *log; /* signals and notifications, in their order */
} Fixture;

static void
log_target (TrinhReport *report,
            const char *target,
            GString *log)
{
  g_string_append_printf (log, "%s ", target);
}

static void
log_changed (TrinhReport *report,
             TrinhEdit *edit,
             GString *log)
{
  g_string_append_printf (log, "changed:%u ", trinh_edit_get_n_changes (edit));
}

static void
log_notify (TrinhReport *report,
            GParamSpec *pspec,
            GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->library = fixture_library ();
  fixture->report = fixture_new (fixture->library, "2022-H1");
  fixture->log = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->report);
  g_object_unref (fixture->library);
  g_string_free (fixture->log, TRUE);
}

static void
listen (Fixture *fixture)
{
  static const char *const names[] = { "value-changed", "section-changed", "rows-changed", "member-changed" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect (fixture->report, names[i], G_CALLBACK (log_target), fixture->log);
  g_signal_connect (fixture->report, "changed", G_CALLBACK (log_changed), fixture->log);
}

static void
test_new (Fixture *fixture,
          gconstpointer data)
{
  TrinhReport *report = fixture->report;
  GListModel *sections = trinh_report_get_sections (report);

  g_assert_true (g_uuid_string_is_valid (trinh_report_get_id (report)));
  g_assert_cmpuint (trinh_report_get_revision (report), ==, 0);
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_DRAFT);
  g_assert_cmpstr (trinh_report_get_subject (report), ==, "Kiểm thử 6 tháng đầu năm 2022");
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-UBND");
  g_assert_cmpstr (trinh_report_get_date (report), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 3);
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (report, "s1")), ==, "UBND xã Bình Lãng báo cáo 6 tháng đầu năm 2022.");
  g_assert_null (trinh_report_get_value (report, "k1:1.1"));
  g_assert_false (trinh_report_get_can_undo (report));
}

static void
test_value (Fixture *fixture,
            gconstpointer data)
{
  TrinhReport *report = fixture->report;

  listen (fixture);
  g_signal_connect (report, "notify", G_CALLBACK (log_notify), fixture->log);
  fixture_set (report, "k1:1.1", "14");
  g_assert_cmpstr (fixture->log->str, ==, "can-undo undo-label revision k1:1.1 changed:1 ");
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k1:1.1")), ==, "14");
  g_assert_cmpuint (trinh_report_get_revision (report), ==, 1);

  /* The main column and a concept have other names for the same cell. */
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k1:1.1@value")), ==, "14");
  fixture_set (report, "dossiers.received", "20");
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k1:1")), ==, "20");
}

/* What changes nothing is nothing: no revision, no signal, no step to undo. */
static void
test_idle (Fixture *fixture,
           gconstpointer data)
{
  TrinhReport *report = fixture->report;

  fixture_set (report, "k1:1.1", "14");
  listen (fixture);
  fixture_set (report, "k1:1.1", "14");
  fixture_set (report, "k1:1.2", NULL);
  fixture_apply (report, trinh_edit_new ("nothing"));
  g_assert_cmpstr (fixture->log->str, ==, "");
  g_assert_cmpuint (trinh_report_get_revision (report), ==, 1);
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_false (trinh_report_get_can_undo (report));
}

static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  TrinhReport *report = fixture->report;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *label = NULL;

  fixture_set (report, "k1:1.1", "14");
  before = fixture_text (report);
  fixture_set (report, "k1:1.1", "15");
  fixture_set_text (report, "s2", "Chữ");
  after = fixture_text (report);

  g_object_get (report, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "text");
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_true (trinh_report_undo (report, NULL));
  undone = fixture_text (report);
  g_assert_true (trinh_report_get_can_redo (report));
  g_assert_true (trinh_report_redo (report, NULL));
  g_assert_true (trinh_report_redo (report, NULL));
  redone = fixture_text (report);

  /* All but the revision, which goes on. */
  g_assert_cmpstr (strstr (undone, "\"base\""), ==, strstr (before, "\"base\""));
  g_assert_cmpstr (strstr (redone, "\"base\""), ==, strstr (after, "\"base\""));
  g_assert_cmpuint (trinh_report_get_revision (report), ==, 7);

  g_assert_true (trinh_report_undo (report, NULL));
  fixture_set (report, "k1:1.2", "1");
  g_assert_false (trinh_report_get_can_redo (report));
  g_assert_true (trinh_report_redo (report, NULL));
}

static void
test_signal_order (Fixture *fixture,
                   gconstpointer data)
{
  TrinhReport *report = fixture->report;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("all");
  g_autoptr (TrinhSection) section = trinh_section_with_text (trinh_report_find_section (report, "s2"), "Chữ", FALSE);
  g_autoptr (TrinhValue) value = trinh_value_new ("5");
  const char *const keys[] = { "r1", NULL };
  g_autoptr (GError) error = NULL;

  listen (fixture);
  trinh_edit_set_member_string (edit, "number", "15");
  trinh_edit_set_rows (edit, "k3", keys);
  trinh_edit_set_section (edit, section);
  trinh_edit_set_value (edit, "k3:r1@amount", value);
  trinh_edit_set_value (edit, "k1:1.1", value);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->log->str, ==, "k3:r1@amount k1:1.1 s2 k3 number changed:5 ");

  g_string_truncate (fixture->log, 0);
  trinh_report_undo (report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->log->str, ==, "k1:1.1 k3:r1@amount s2 k3 number changed:5 ");
}

typedef struct
{
  const char *address;
  const char *text;
  int code;
} Refused;

/* What a file could not hold is refused; the report stays as it was. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  static const Refused cases[] = {
    { "k1:99", "1", TRINH_CORE_ERROR_UNKNOWN },
    { "k9:1", "1", TRINH_CORE_ERROR_UNKNOWN },
    { "k2:1@none", "1", TRINH_CORE_ERROR_UNKNOWN },
    { "k3:r1", "x", TRINH_CORE_ERROR_UNKNOWN },
    { "no.concept", "1", TRINH_CORE_ERROR_UNKNOWN },
    { "k1:8", "5", TRINH_CORE_ERROR_TYPE },
    { "k1:1.1", "07", TRINH_CORE_ERROR_SYNTAX },
    { "k1:1.1", "63,6", TRINH_CORE_ERROR_SYNTAX },
    { "k1:1.1", "abc", TRINH_CORE_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
      g_autoptr (TrinhValue) good = trinh_value_new ("1");
      g_autoptr (TrinhValue) bad = trinh_value_new (cases[i].text);
      g_autoptr (GError) error = NULL;

      trinh_edit_set_value (edit, "k1:1.2", good);
      trinh_edit_set_value (edit, cases[i].address, bad);
      g_assert_false (trinh_report_apply (fixture->report, edit, &error));
      g_assert_error (error, TRINH_CORE_ERROR, cases[i].code);
      g_assert_null (trinh_report_get_value (fixture->report, "k1:1.2"));
      g_assert_cmpuint (trinh_report_get_revision (fixture->report), ==, 0);
    }
}

static void
test_refused_members (Fixture *fixture,
                      gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *content;
  } cases[] = {
    { "period", "\"2022\"" },
    { "revision", "5" },
    { "values", "{}" },
    { "sections", "[]" },
    { "number", "15" },
    { "date", "\"9/6/2022\"" },
    { "addressees", "\"x\"" },
    { "documents", "[{\"kind\":\"KH\"}]" },
    { "office", "{}" },
    { "state", "\"finished\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
      g_autoptr (JsonNode) node = fixture_json (cases[i].content);
      g_autoptr (GError) error = NULL;

      trinh_edit_set_member (edit, cases[i].name, node);
      g_assert_false (trinh_report_apply (fixture->report, edit, &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpuint (trinh_report_get_revision (fixture->report), ==, 0);
}

static void
test_members (Fixture *fixture,
              gconstpointer data)
{
  TrinhReport *report = fixture->report;
  TrinhEdit *edit = trinh_edit_new ("header");
  g_autoptr (JsonNode) office = fixture_json ("{\"name\":\"UBND xã Bút Sơn\",\"kind\":\"xã\"}");
  g_autoptr (JsonNode) signatories = fixture_json ("[{\"capacity\":[],\"title\":\"CHỦ TỊCH\",\"name\":\"A\"}]");
  const char *const recipients[] = { "Lưu: VT", NULL };

  trinh_edit_set_member (edit, "office", office);
  trinh_edit_set_member (edit, "signatories", signatories);
  trinh_edit_set_member_strv (edit, "recipients", recipients);
  trinh_edit_set_member_string (edit, "subject", "Việc");
  trinh_edit_set_member_string (edit, "date", "2022-06-09");
  fixture_apply (report, edit);
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (report)), ==, "UBND xã Bút Sơn");
  g_assert_cmpstr (trinh_report_get_signatory (report, 0)->name, ==, "A");
  g_assert_cmpstr (trinh_report_get_recipients (report)[0], ==, "Lưu: VT");
  g_assert_cmpstr (trinh_report_get_subject (report), ==, "Việc");
  g_assert_cmpstr (trinh_report_get_date (report), ==, "2022-06-09");

  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (report)), ==, "UBND xã Bình Lãng");
  g_assert_cmpstr (trinh_report_get_date (report), ==, "");
  g_assert_cmpstr (trinh_report_get_recipients (report)[0], ==, "Như trên");
}

static void
set_rows (TrinhReport *report,
          const char *const *keys)
{
  TrinhEdit *edit = trinh_edit_new ("rows");

  trinh_edit_set_rows (edit, "k3", keys);
  fixture_apply (report, edit);
}

/* A row that goes takes its values along and brings them back. */
static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  TrinhReport *report = fixture->report;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_rows (report, (const char *const[]) { "r1", "r2", NULL });
  fixture_set (report, "k3:r1", "Một");
  fixture_set (report, "k3:r1@amount", "1");
  fixture_set (report, "k3:r2", "Hai");
  before = fixture_text (report);
  set_rows (report, (const char *const[]) { "r2", NULL });
  g_assert_null (trinh_report_get_value (report, "k3:r1"));
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "k3:r2")), ==, "Hai");
  set_rows (report, (const char *const[]) { "r2", "r1", NULL });
  g_assert_null (trinh_report_get_value (report, "k3:r1"));
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_true (trinh_report_undo (report, NULL));
  after = fixture_text (report);
  g_assert_cmpstr (strstr (after, "\"values\""), ==, strstr (before, "\"values\""));
}

/* What an edit sets in a row that it takes away is gone with the row, whether something stood there before or not. */
static void
test_lost_row (Fixture *fixture,
               gconstpointer data)
{
  static const char *const addresses[] = { "k3:r1", "k3:r1@amount" };
  TrinhReport *report = fixture->report;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_rows (report, (const char *const[]) { "r1", "r2", NULL });
  fixture_set (report, "k3:r1", "Một");
  before = fixture_text (report);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      TrinhEdit *edit = trinh_edit_new ("remove");
      g_autoptr (TrinhValue) value = trinh_value_new ("7");

      g_test_message ("%s", addresses[i]);
      trinh_edit_set_value (edit, addresses[i], value);
      trinh_edit_set_rows (edit, "k3", (const char *const[]) { "r2", NULL });
      fixture_apply (report, edit);
      g_assert_null (trinh_report_get_value (report, "k3:r1"));
      set_rows (report, (const char *const[]) { "r1", "r2", NULL });
      g_assert_null (trinh_report_get_value (report, addresses[i]));

      g_assert_true (trinh_report_undo (report, NULL));
      g_assert_true (trinh_report_undo (report, NULL));
      g_clear_pointer (&after, g_free);
      after = fixture_text (report);
      g_assert_cmpstr (strstr (after, "\"values\""), ==, strstr (before, "\"values\""));
    }
}

static void
test_sections (Fixture *fixture,
               gconstpointer data)
{
  TrinhReport *report = fixture->report;
  GListModel *sections = trinh_report_get_sections (report);
  g_autoptr (TrinhSection) added = trinh_section_new ("s9", "I", "1", "Thêm", "", FALSE);
  g_autoptr (TrinhSection) second = NULL;
  TrinhEdit *edit = trinh_edit_new ("add");

  trinh_edit_set_section (edit, added);
  fixture_apply (report, edit);
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 4);
  /* Behind the section of the same item, before the next item's. */
  second = g_list_model_get_item (sections, 2);
  g_assert_cmpstr (trinh_section_get_id (second), ==, "s9");
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 3);
  g_assert_true (trinh_report_redo (report, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 4);
  g_assert_nonnull (trinh_report_find_section (report, "s9"));
}

static void
walk_to (TrinhReport *report,
         const char *state)
{
  static const char *const way[] = { "submitted", "approved", "signed", "issued" };

  if (g_str_equal (state, "draft"))
    return;
  fixture_set_state (report, "submitted");
  if (g_str_equal (state, "returned"))
    {
      fixture_set_state (report, "returned");
      return;
    }
  for (guint i = 1; !g_str_equal (way[i - 1], state); i++)
    fixture_set_state (report, way[i]);
}

static void
test_transitions (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const states[] = { "draft", "submitted", "returned", "approved", "signed", "issued" };
  static const char *const allowed[] = {
    "draft>submitted", "submitted>returned", "submitted>draft", "submitted>approved", "returned>draft", "returned>submitted", "approved>signed", "approved>returned", "approved>draft", "signed>issued", NULL
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint j = 0; j < G_N_ELEMENTS (states); j++)
      {
        g_autoptr (TrinhReport) report = fixture_new (fixture->library, "2022-H1");
        g_autoptr (TrinhEdit) edit = trinh_edit_new ("state");
        g_autofree char *step = g_strdup_printf ("%s>%s", states[i], states[j]);
        gboolean good = i == j || g_strv_contains (allowed, step);
        g_autoptr (GError) error = NULL;

        walk_to (report, states[i]);
        trinh_edit_set_member_string (edit, "state", states[j]);
        g_assert_cmpint (trinh_report_apply (report, edit, &error), ==, good);
        if (!good)
          g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
        g_assert_cmpstr (trinh_report_state_to_nick (trinh_report_get_state (report)), ==, good ? states[j] : states[i]);
      }
}

/* An edit of what was submitted or approved makes it a draft in the same step; undo takes both back. */
static void
test_edit_after_approval (Fixture *fixture,
                          gconstpointer data)
{
  static const char *const states[] = { "submitted", "approved" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (TrinhReport) report = fixture_new (fixture->library, "2022-H1");

      walk_to (report, states[i]);
      fixture_set (report, "k1:1.1", "5");
      g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_DRAFT);
      g_assert_true (trinh_report_undo (report, NULL));
      g_assert_cmpstr (trinh_report_state_to_nick (trinh_report_get_state (report)), ==, states[i]);
      g_assert_null (trinh_report_get_value (report, "k1:1.1"));
    }
}

/* Remarks and the registrar's number do not undo an approval. */
static void
test_side_members (Fixture *fixture,
                   gconstpointer data)
{
  TrinhReport *report = fixture->report;
  TrinhEdit *edit = trinh_edit_new ("remark");
  g_autoptr (JsonNode) comments = fixture_json ("[{\"id\":\"c1\",\"text\":\"xem lại\"}]");

  walk_to (report, "approved");
  trinh_edit_set_member (edit, "comments", comments);
  trinh_edit_set_member_string (edit, "number", "15");
  fixture_apply (report, edit);
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_APPROVED);
}

static void
test_signed (Fixture *fixture,
             gconstpointer data)
{
  TrinhReport *report = fixture->report;
  g_autoptr (TrinhValue) value = trinh_value_new ("5");
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("", "k1:1.1", value);
  g_autoptr (GError) error = NULL;

  walk_to (report, "signed");
  g_assert_false (trinh_report_apply (report, edit, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (trinh_report_undo (report, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_SIGNED);
}

static void
test_snapshot (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhReport) snapshot = NULL;
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;

  fixture_set (fixture->report, "k1:1.1", "14");
  before = fixture_text (fixture->report);
  snapshot = trinh_report_snapshot (fixture->report);
  fixture_set (fixture->report, "k1:1.1", "15");
  fixture_set_text (fixture->report, "s2", "Khác");
  copied = fixture_text (snapshot);
  g_assert_cmpstr (copied, ==, before);
  g_assert_false (trinh_report_get_can_undo (snapshot));
}

static void
test_saved_revision (Fixture *fixture,
                     gconstpointer data)
{
  g_signal_connect (fixture->report, "notify::saved-revision", G_CALLBACK (log_notify), fixture->log);
  fixture_set (fixture->report, "k1:1.1", "14");
  g_assert_cmpuint (trinh_report_get_saved_revision (fixture->report), ==, 0);
  trinh_report_set_saved_revision (fixture->report, 1);
  trinh_report_set_saved_revision (fixture->report, 1);
  g_assert_cmpstr (fixture->log->str, ==, "saved-revision ");
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/report/new", test_new },
    { "/report/value", test_value },
    { "/report/idle", test_idle },
    { "/report/undo", test_undo },
    { "/report/signal-order", test_signal_order },
    { "/report/refused", test_refused },
    { "/report/refused-members", test_refused_members },
    { "/report/members", test_members },
    { "/report/rows", test_rows },
    { "/report/lost-row", test_lost_row },
    { "/report/sections", test_sections },
    { "/report/transitions", test_transitions },
    { "/report/edit-after-approval", test_edit_after_approval },
    { "/report/side-members", test_side_members },
    { "/report/signed", test_signed },
    { "/report/snapshot", test_snapshot },
    { "/report/saved-revision", test_saved_revision },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
