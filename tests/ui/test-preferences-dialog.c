/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper.h"
#include "trinh-lines-row.h"
#include "trinh-new-report-dialog.h"
#include "trinh-preferences-dialog.h"
#include "trinh-signatory-row.h"

#define TODAY "2022-06-20"

typedef struct
{
  char *folder;
  TrinhSession *session;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = helper_new_session (&fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  helper_remove_folder (fixture->folder);
}

static TrinhPreferencesDialog *
make_dialog (Fixture *fixture,
             TrinhWork *work)
{
  return g_object_ref_sink (trinh_preferences_dialog_new (fixture->session, work));
}

static void
set_text (TrinhPreferencesDialog *dialog,
          const char *row,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, row)), text);
}

static const char *
get_text (TrinhPreferencesDialog *dialog,
          const char *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (helper_get_child (dialog, row)));
}

static char *
dup_kept (Fixture *fixture)
{
  g_autoptr (JsonNode) node = trinh_session_get_office_settings (fixture->session);

  return node != NULL ? trinh_json_to_line (node) : NULL;
}

/* Looking changes nothing but the author, who is known from the computer. */
static void
test_untouched (Fixture *fixture,
                gconstpointer data)
{
  const char *settings = "{\"office\":{\"name\":\"UBND xã Bình Lãng\",\"kind\":\"xã\",\"z\":1},\"symbol\":\"BC-X\",\"author\":\"Lan\",\"z\":[2]}";
  g_autoptr (JsonNode) node = json_from_string (settings, NULL);
  g_autofree char *kept = NULL;
  TrinhPreferencesDialog *dialog;

  g_assert_true (trinh_session_set_office_settings (fixture->session, node, NULL));
  dialog = make_dialog (fixture, NULL);
  g_assert_cmpstr (get_text (dialog, "name_row"), ==, "UBND xã Bình Lãng");
  g_assert_cmpstr (get_text (dialog, "symbol_row"), ==, "BC-X");
  g_assert_cmpstr (get_text (dialog, "author_row"), ==, "Lan");

  set_text (dialog, "symbol_row", "BC-Y");
  set_text (dialog, "symbol_row", "BC-X");
  g_assert_true (trinh_preferences_dialog_save (dialog));
  kept = dup_kept (fixture);
  g_assert_nonnull (strstr (kept, "\"z\":1"));
  g_assert_nonnull (strstr (kept, "\"z\":[2]"));
  g_assert_finalize_object (dialog);
}

static const struct
{
  const char *name;
  const char *kind;
  const char *place;
  const char *header;
} names[] = {
  { "UBND xã Bình Lãng", "xã", "Bình Lãng", "ỦY BAN NHÂN DÂN|XÃ BÌNH LÃNG" },
  { "UBND thị trấn Bút Sơn", "thị trấn", "Bút Sơn", "ỦY BAN NHÂN DÂN|THỊ TRẤN BÚT SƠN" },
  { "", "", "", "" },
};

/* Kind, place and header follow the name until they are written by hand. */
static void
test_name (Fixture *fixture,
           gconstpointer data)
{
  TrinhPreferencesDialog *dialog = make_dialog (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) lines = NULL;
      g_autofree char *header = NULL;

      set_text (dialog, "name_row", names[i].name);
      lines = trinh_lines_row_dup_lines (helper_get_child (dialog, "header_row"));
      header = g_strjoinv ("|", lines);
      g_assert_cmpstr (get_text (dialog, "kind_row"), ==, names[i].kind);
      g_assert_cmpstr (get_text (dialog, "place_row"), ==, names[i].place);
      g_assert_cmpstr (header, ==, names[i].header);
    }

  set_text (dialog, "name_row", "UBND xã Bình Lãng");
  set_text (dialog, "place_row", "Tứ Kỳ");
  set_text (dialog, "name_row", "UBND thị trấn Bút Sơn");
  g_assert_cmpstr (get_text (dialog, "place_row"), ==, "Tứ Kỳ");
  g_assert_cmpstr (get_text (dialog, "kind_row"), ==, "thị trấn");
  g_assert_finalize_object (dialog);
}

static void
enter_all (TrinhPreferencesDialog *dialog)
{
  set_text (dialog, "name_row", "UBND xã Bình Lương");
  set_text (dialog, "code_row", "16198");
  set_text (dialog, "superior_row", "UBND huyện Như Xuân");
  set_text (dialog, "symbol_row", "BC-X");
  set_text (dialog, "author_row", "Lê Thị Lan");
  trinh_lines_row_set_lines (helper_get_child (dialog, "addressees_row"), (const char *const[]) { "UBND huyện Như Xuân", NULL });
  trinh_lines_row_set_lines (helper_get_child (dialog, "recipients_row"), (const char *const[]) { "Như trên", "Lưu: VT", NULL });
}

/* Kept, there again in another session on the same database, and used for the next report */
static void
test_next_report (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->folder, "test.db", NULL);
  TrinhPreferencesDialog *dialog = make_dialog (fixture, NULL);
  TrinhNewReportDialog *create;
  TrinhWork *work;
  TrinhReport *report;

  enter_all (dialog);
  g_assert_true (trinh_preferences_dialog_save (dialog));
  g_assert_finalize_object (dialog);
  g_assert_finalize_object (fixture->session);
  fixture->session = trinh_session_new (database, NULL);

  create = g_object_ref_sink (trinh_new_report_dialog_new (fixture->session, helper_day (TODAY)));
  work = trinh_new_report_dialog_create (create);
  g_assert_nonnull (work);
  report = trinh_work_get_report (work);
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (report)), ==, "UBND xã Bình Lương");
  g_assert_cmpstr (trinh_office_get_code (trinh_report_get_office (report)), ==, "16198");
  g_assert_cmpstr (trinh_office_get_superior (trinh_report_get_office (report)), ==, "UBND huyện Như Xuân");
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-X");
  g_assert_cmpstr (trinh_report_get_addressees (report)[0], ==, "UBND huyện Như Xuân");
  g_assert_cmpstr (trinh_report_get_recipients (report)[1], ==, "Lưu: VT");
  g_assert_finalize_object (create);
  g_assert_finalize_object (work);
}

/* What is left empty leaves the regime's own. */
static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  TrinhPreferencesDialog *dialog = make_dialog (fixture, NULL);
  TrinhNewReportDialog *create;
  TrinhWork *work;

  enter_all (dialog);
  g_assert_true (trinh_preferences_dialog_save (dialog));
  set_text (dialog, "symbol_row", " ");
  trinh_lines_row_set_lines (helper_get_child (dialog, "addressees_row"), NULL);
  g_assert_true (trinh_preferences_dialog_save (dialog));
  g_assert_finalize_object (dialog);

  create = g_object_ref_sink (trinh_new_report_dialog_new (fixture->session, helper_day (TODAY)));
  work = trinh_new_report_dialog_create (create);
  g_assert_nonnull (work);
  g_assert_cmpstr (trinh_report_get_symbol (trinh_work_get_report (work)), ==, "BC-UBND");
  g_assert_cmpstr (trinh_report_get_addressees (trinh_work_get_report (work))[0], ==, "Phòng Nội vụ huyện Tứ Kỳ");
  g_assert_finalize_object (create);
  g_assert_finalize_object (work);
}

static void
activate (TrinhPreferencesDialog *dialog,
          const char *row)
{
  g_signal_emit_by_name (helper_get_child (dialog, row), "activated");
}

static void
test_open_report (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrinhWork *work = trinh_session_open_sample (fixture->session, &error);
  TrinhPreferencesDialog *dialog;
  TrinhReport *report;

  g_assert_no_error (error);
  report = trinh_work_get_report (work);
  dialog = make_dialog (fixture, work);

  activate (dialog, "take_row");
  g_assert_cmpstr (get_text (dialog, "name_row"), ==, "UBND xã Bình Lãng");
  g_assert_cmpstr (get_text (dialog, "superior_row"), ==, "UBND huyện Tứ Kỳ");

  enter_all (dialog);
  activate (dialog, "use_row");
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-X");
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (report)), ==, "UBND xã Bình Lương");
  g_assert_cmpuint (trinh_report_get_n_signatories (report), ==, 1);
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-UBND");
  g_assert_false (trinh_report_get_can_undo (report));

  g_assert_finalize_object (dialog);
  g_assert_true (trinh_work_flush (work, NULL));
  helper_settle ();
  g_assert_finalize_object (work);
}

static char *
dup_titles (Fixture *fixture)
{
  g_autoptr (JsonNode) node = trinh_session_get_office_settings (fixture->session);
  JsonArray *array = json_object_get_array_member (json_node_get_object (node), "signatories");
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (titles, "%s|", json_object_get_string_member (json_array_get_object_element (array, i), "title"));

  return g_strdup (titles->str);
}

/* Signatories below @widget, in the order in which they stand there */
static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (TRINH_IS_SIGNATORY_ROW (widget))
    g_ptr_array_add (rows, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      collect_rows (child, rows);
}

static TrinhSignatoryRow *
get_signatory (TrinhPreferencesDialog *dialog,
               guint position)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (helper_get_child (dialog, "signatories_group"), rows);
  g_assert_cmpuint (position, <, rows->len);

  return rows->pdata[position];
}

static void
test_signatories (Fixture *fixture,
                  gconstpointer data)
{
  const char *settings = "{\"signatories\":[{\"capacity\":[],\"title\":\"A\",\"name\":\"\"},"
                         "{\"capacity\":[],\"title\":\"B\",\"name\":\"\"},{\"capacity\":[],\"title\":\"C\",\"name\":\"\"}]}";
  g_autoptr (JsonNode) node = json_from_string (settings, NULL);
  TrinhPreferencesDialog *dialog;
  static const struct
  {
    guint position;
    const char *signal;
    int direction;
    const char *titles;
  } steps[] = {
    { 2, "move", -1, "A|C|B|" },
    { 0, "move", -1, "A|C|B|" },
    { 0, "move", 1, "C|A|B|" },
    { 1, "remove", 0, "C|B|" },
    { 1, "move", -1, "B|C|" },
  };

  g_assert_true (trinh_session_set_office_settings (fixture->session, node, NULL));
  dialog = make_dialog (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *titles = NULL;

      if (steps[i].direction != 0)
        g_signal_emit_by_name (get_signatory (dialog, steps[i].position), steps[i].signal, steps[i].direction);
      else
        g_signal_emit_by_name (get_signatory (dialog, steps[i].position), steps[i].signal);
      g_assert_true (trinh_preferences_dialog_save (dialog));
      titles = dup_titles (fixture);
      g_assert_cmpstr (titles, ==, steps[i].titles);
    }

  g_assert_finalize_object (dialog);
}

/* Closing keeps what was entered just before. */
static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  TrinhPreferencesDialog *dialog = trinh_preferences_dialog_new (fixture->session, NULL);
  g_autofree char *kept = NULL;

  set_text (dialog, "symbol_row", "BC-Z");
  helper_finalize_dialog (ADW_DIALOG (dialog));
  kept = dup_kept (fixture);
  g_assert_nonnull (strstr (kept, "\"symbol\":\"BC-Z\""));
}

#define ADD(name, func) g_test_add ("/preferences-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  ADD ("untouched", test_untouched);
  ADD ("name", test_name);
  ADD ("next-report", test_next_report);
  ADD ("empty", test_empty);
  ADD ("open-report", test_open_report);
  ADD ("signatories", test_signatories);
  ADD ("close", test_close);

  return g_test_run ();
}
