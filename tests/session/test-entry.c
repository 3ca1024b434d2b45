/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *address;
    const char *typed;
    const char *stored; /* NULL: refused */
    int code;
  } rows[] = {
    { "k1:1.1", "1934", "1934" },
    { "k1:1.1", "1.934", "1934" },
    { "k1:1.1", "11.250.000", "11250000" },
    { "k1:1.1", "  07 ", "7" },
    { "k1:1.1", "0", "0" },
    { "k1:1.1", "-3", "-3" },
    { "k1:1.1", "1 934", "1934" },
    { "k1:1.1", "1,934", NULL, TRINH_CORE_ERROR_AMBIGUOUS },
    { "k1:1.1", "1934.567", NULL, TRINH_CORE_ERROR_AMBIGUOUS },
    { "k1:1.1", "mười", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:1.1", "1,2,3", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:1.1", "123456789012345", NULL, TRINH_CORE_ERROR_RANGE },
    { "k1:2", "95,45", "95.45" },
    { "k1:2", "98.8%", "98.8" },
    { "k1:2", "100 %", "100" },
    { "k1:2", "63,60", "63.60" },
    { "k1:9.1", "250.000đ", "250000" },
    { "k1:9.1", "3.000,5", "3000.5" },
    { "k1:4", "1", "1" },
    { "k1:4", "Phát phiếu", "1" },
    { "k1:4", "phat phieu", "1" },
    { "k1:4", "TRỰC TUYẾN", "0" },
    { "k1:4", "7", "7" }, /* readable though not offered: a finding says so */
    { "k1:4", "Kết hợp", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:5", "Có", "1" },
    { "k1:5", "không", "0" },
    { "k1:5", "1", "1" },
    { "k1:5", "có lẽ", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:6", "09/6/2022", "2022-06-09" },
    { "k1:6", "9-6-2022", "2022-06-09" },
    { "k1:6", "9.06.2022", "2022-06-09" },
    { "k1:6", "2022-06-09", "2022-06-09" },
    { "k1:6", "31/6/2022", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:6", "9/6/22", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:6", "9/6/2022abc", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:6", "9/6", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:6", "hôm qua", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k1:7", " Họp giao ban ", "Họp giao ban" },
    { "k1:7", "Ho\xcc\xa3p", "Họp" }, /* composed on the way in */
    { "k1:7", "Ƣu tiên", "Ưu tiên" },
    { "k1:8", "5", NULL, TRINH_CORE_ERROR_SYNTAX },
    { "k2:1@money", "1.000,25", "1000.25" },
    { "dossiers.received", "12", "12" },
    { "k1:99", "5", NULL, TRINH_CORE_ERROR_UNKNOWN },
    { "k9:1", "5", NULL, TRINH_CORE_ERROR_UNKNOWN },
  };
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const guint before = trinh_report_get_revision (trinh_work_get_report (work));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: “%s”", rows[i].address, rows[i].typed);
      if (trinh_work_enter_text (work, rows[i].address, rows[i].typed, &error))
        {
          g_assert_no_error (error);
          g_assert_cmpstr (fixture_get_text (work, rows[i].address), ==, rows[i].stored);
        }
      else
        {
          g_assert_null (rows[i].stored);
          g_assert_error (error, TRINH_CORE_ERROR, rows[i].code);
          g_assert_cmpuint (trinh_report_get_revision (trinh_work_get_report (work)), ==, before);
        }
    }
  g_assert_true (trinh_work_flush (work, NULL));
}

static void
test_blank (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);
  guint before;

  fixture_enter (work, "k1:1.1", "5");
  fixture_enter (work, "k1:1.1", " \t");
  g_assert_null (trinh_report_get_value (report, "k1:1.1"));

  /* Nothing is done twice, and a heading has nothing to clear. */
  before = trinh_report_get_revision (report);
  fixture_enter (work, "k1:1.1", "");
  fixture_enter (work, "k1:8", "");
  g_assert_cmpuint (trinh_report_get_revision (report), ==, before);
  fixture_enter (work, "k1:1.1", "5");
  fixture_enter (work, "k1:1.1", "05");
  g_assert_cmpuint (trinh_report_get_revision (report), ==, before + 1);

  /* The note outlives the value. */
  g_assert_true (trinh_work_enter_note (work, "k1:1.1", " Ước tính ", NULL));
  fixture_enter (work, "k1:1.1", "");
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (report, "k1:1.1")), ==, "Ước tính");
  g_assert_true (trinh_work_enter_note (work, "k1:1.1", "", NULL));
  g_assert_null (trinh_report_get_value (report, "k1:1.1"));
  g_assert_true (trinh_work_flush (work, NULL));
}

/* Why there is no value; it takes the value away, and a value takes it away. */
static void
test_reason (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);

  fixture_enter (work, "k1:1.1", "5");
  g_assert_true (trinh_work_enter_blank (work, "k1:1.1", TRINH_BLANK_NONE_OCCURRED, NULL));
  g_assert_null (fixture_get_text (work, "k1:1.1"));
  g_assert_cmpint (trinh_value_get_blank (trinh_report_get_value (report, "k1:1.1")), ==, TRINH_BLANK_NONE_OCCURRED);
  fixture_enter (work, "k1:1.1", "");
  g_assert_cmpint (trinh_value_get_blank (trinh_report_get_value (report, "k1:1.1")), ==, TRINH_BLANK_NONE_OCCURRED);
  fixture_enter (work, "k1:1.1", "0");
  g_assert_cmpint (trinh_value_get_blank (trinh_report_get_value (report, "k1:1.1")), ==, TRINH_BLANK_NO_REASON);
  g_assert_true (trinh_work_enter_blank (work, "k1:1.1", TRINH_BLANK_NOT_AVAILABLE, NULL));
  g_assert_true (trinh_work_enter_blank (work, "k1:1.1", TRINH_BLANK_NO_REASON, NULL));
  g_assert_null (trinh_report_get_value (report, "k1:1.1"));
  g_assert_true (trinh_work_flush (work, NULL));
}

static void
test_undo_label (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  g_autofree char *label = NULL;

  fixture_enter (work, "k1:1.1", "5");
  g_object_get (trinh_work_get_report (work), "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "value of 1.1");
  g_assert_true (trinh_work_flush (work, NULL));
}

typedef struct
{
  const char *name;
  guint row;
  const char *table;
  gboolean with_notes;
  guint changed;
  guint skipped;
  const char *values; /* "address=value|note" joined by ";" */
} Paste;

static const Paste pastes[] = {
  { "one", 1, "5", FALSE, 1, 0, "k1:1.1=5" },
  { "lines", 1, "5\n6", FALSE, 2, 0, "k1:1.1=5;k1:1.2=6" },
  { "line-end", 1, "5\n6\n", FALSE, 2, 0, "k1:1.1=5;k1:1.2=6;k1:2=" },
  { "windows", 1, "5\r\n6\r\n", FALSE, 2, 0, "k1:1.1=5;k1:1.2=6" },
  { "old-mac", 1, "5\r6", FALSE, 2, 0, "k1:1.1=5;k1:1.2=6" },
  { "notes", 1, "5\tước\n6\t", TRUE, 2, 0, "k1:1.1=5|ước;k1:1.2=6" },
  { "notes-left-out", 1, "5\tước", FALSE, 1, 0, "k1:1.1=5" },
  { "more-columns", 1, "5\tước\t7\t8", TRUE, 1, 0, "k1:1.1=5|ước" },
  { "note-alone", 1, "\tchưa có", TRUE, 1, 0, "k1:1.1=|chưa có" },
  { "quotes", 1, "\"5\"\t\"dòng một\ndòng hai\"\n6\t\"nói \"\"có\"\"\"", TRUE, 2, 0, "k1:1.1=5|dòng một\ndòng hai;k1:1.2=6|nói \"có\"" },
  { "quote-inside", 10, "\"A\" và B\n", FALSE, 1, 0, "k1:7=\"A\" và B" },
  { "quote-alone", 10, "\"A\n\n", FALSE, 1, 0, "k1:7=\"A" },
  { "unreadable", 1, "abc\n6\n1,934", FALSE, 1, 2, "k1:1.1=;k1:1.2=6" },
  { "note-of-unreadable", 1, "abc\tước", TRUE, 1, 1, "k1:1.1=|ước" },
  { "kinds", 7, "Phát phiếu\nCó\n9/6/2022\nHọp", FALSE, 4, 0, "k1:4=1;k1:5=1;k1:6=2022-06-09;k1:7=Họp" },
  { "heading-blank", 10, "Họp\n\n12,5", FALSE, 2, 0, "k1:7=Họp;k1:9=12.5" },
  { "heading-text", 10, "Họp\n3\n12,5", FALSE, 2, 1, "k1:7=Họp;k1:9=12.5" },
  { "too-long", 18, "5\n6\n7", FALSE, 1, 1, "k1:13=5" },
  { "blank-behind", 18, "5\n\n \t\n", FALSE, 1, 0, "k1:13=5" },
  { "nothing", 1, "", FALSE, 0, 0, "k1:1.1=" },
};

static void
assert_cells (TrinhReport *report,
              const char *values)
{
  g_auto (GStrv) cells = g_strsplit (values, ";", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (cells[i], "=", 2);
      g_auto (GStrv) parts = g_strsplit (sides[1], "|", 2);
      TrinhValue *value = trinh_report_get_value (report, sides[0]);

      g_test_message ("%s", sides[0]);
      g_assert_cmpstr (trinh_value_get_text (value), ==, parts[0] != NULL && parts[0][0] != '\0' ? parts[0] : NULL);
      g_assert_cmpstr (trinh_value_get_note (value), ==, parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
    }
}

static void
test_paste (Fixture *fixture,
            gconstpointer data)
{
  const Paste *paste = data;
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), "k1");
  g_autoptr (GPtrArray) skipped = NULL;
  const guint before = trinh_report_get_revision (report);

  g_assert_cmpuint (trinh_work_paste (work, form, paste->row, 0, paste->table, paste->with_notes, &skipped), ==, paste->changed);
  for (guint i = 0; i < skipped->len; i++)
    g_test_message ("%s", (char *) skipped->pdata[i]);
  g_assert_cmpuint (skipped->len, ==, paste->skipped);
  assert_cells (report, paste->values);

  /* One step of undo, whatever was pasted */
  g_assert_cmpuint (trinh_report_get_revision (report), ==, paste->changed > 0 ? before + 1 : before);
  if (paste->changed > 0)
    {
      g_assert_true (trinh_report_undo (report, NULL));
      g_assert_false (trinh_report_get_can_undo (report));
    }
  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    g_assert_null (trinh_report_get_value (report, trinh_form_get_address (form, trinh_form_get_row (form, i), trinh_form_get_main_column (form))));
  g_assert_true (trinh_work_flush (work, NULL));
}

/* A value that the same line clears does not come back with the note. */
static void
test_paste_over (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), "k1");

  fixture_enter (work, "k1:1.1", "5");
  fixture_enter (work, "k1:1.2", "6");
  g_assert_cmpuint (trinh_work_paste (work, form, 1, 0, "\tđang rà soát\n6\tnhư cũ", TRUE, NULL), ==, 2);
  assert_cells (report, "k1:1.1=|đang rà soát;k1:1.2=6|như cũ");

  /* The same again changes nothing. */
  g_assert_cmpuint (trinh_work_paste (work, form, 1, 0, "\tđang rà soát\n6\tnhư cũ", TRUE, NULL), ==, 0);
  g_assert_true (trinh_work_flush (work, NULL));
}

typedef struct
{
  const char *name;
  const char *form;
  guint row;
  guint column;
  const char *table;
  guint changed;
  guint skipped;
  guint n_rows;
  const char *values;
} Block;

/* Over several columns, and into a list, which grows */
static const Block blocks[] = {
  { "columns", "k2", 0, 0, "5\t1,5\n6\t2,5\n", 4, 0, 0, "k2:1=5;k2:1@money=1.5;k2:2=6;k2:2@money=2.5" },
  { "second-column", "k2", 0, 1, "1,5\tước\n2,5\tchốt", 4, 0, 0, "k2:1=|ước;k2:1@money=1.5;k2:2=|chốt;k2:2@money=2.5" },
  { "note-of-main", "k2", 0, 0, "5\t1,5\tước\n", 2, 0, 0, "k2:1=5|ước;k2:1@money=1.5" },
  { "behind-the-note", "k2", 1, 1, "1,5\tước\t9\t9", 2, 0, 0, "k2:2=|ước;k2:2@money=1.5" },
  { "unreadable-column", "k2", 0, 0, "5\tabc\n6\t2", 3, 1, 0, "k2:1=5;k2:1@money=;k2:2=6;k2:2@money=2" },
  { "too-long", "k2", 1, 0, "5\n6", 1, 1, 0, "k2:1=;k2:2=5" },
  { "list", "k3", 0, 0, "Một\t1\nHai\t2\n\n", 4, 0, 2, "k3:r1=Một;k3:r1@amount=1;k3:r2=Hai;k3:r2@amount=2" },
  { "list-unreadable", "k3", 0, 0, "Một\tmột\n", 1, 1, 1, "k3:r1=Một;k3:r1@amount=" },
  { "list-nothing", "k3", 0, 0, " \n\t\n", 0, 0, 0, "k3:r1=" },
};

static guint
count_rows (TrinhReport *report,
            const char *form)
{
  return g_strv_length ((char **) trinh_report_get_rows (report, form));
}

static void
test_block (Fixture *fixture,
            gconstpointer data)
{
  const Block *block = data;
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), block->form);
  g_autoptr (GPtrArray) skipped = NULL;

  g_assert_cmpuint (trinh_work_paste (work, form, block->row, block->column, block->table, TRUE, &skipped), ==, block->changed);
  for (guint i = 0; i < skipped->len; i++)
    g_test_message ("%s", (char *) skipped->pdata[i]);
  g_assert_cmpuint (skipped->len, ==, block->skipped);
  g_assert_cmpuint (count_rows (report, block->form), ==, block->n_rows);
  assert_cells (report, block->values);

  if (block->changed > 0)
    g_assert_true (trinh_report_undo (report, NULL));
  g_assert_false (trinh_report_get_can_undo (report));
  g_assert_cmpuint (count_rows (report, block->form), ==, 0);
  g_assert_true (trinh_work_flush (work, NULL));
}

static void
assert_rows (TrinhReport *report,
             const char *expected)
{
  g_autofree char *keys = g_strjoinv (" ", (char **) trinh_report_get_rows (report, "k3"));

  g_assert_cmpstr (keys, ==, expected);
}

/* Added, moved, removed with what they hold, and brought back */
static void
test_list_rows (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), "k3");
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;

  g_assert_true (trinh_work_add_row (work, form, 0, NULL, &error));
  g_assert_true (trinh_work_add_row (work, form, G_MAXUINT, &key, &error));
  g_assert_cmpstr (key, ==, "r2");
  g_assert_true (trinh_work_add_row (work, form, 0, NULL, &error));
  assert_rows (report, "r3 r1 r2");
  fixture_enter (work, "k3:r1@amount", "5");
  g_object_get (report, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "value of 2, Số lượng");

  g_assert_true (trinh_work_move_row (work, form, "r1", -1, &error));
  assert_rows (report, "r1 r3 r2");
  g_assert_true (trinh_work_move_row (work, form, "r1", -1, &error));
  g_assert_true (trinh_work_move_row (work, form, "r2", 5, &error));
  assert_rows (report, "r1 r3 r2");

  g_assert_true (trinh_work_remove_row (work, form, "r1", &error));
  assert_rows (report, "r3 r2");
  g_assert_null (fixture_get_text (work, "k3:r1@amount"));
  g_assert_true (trinh_report_undo (report, &error));
  assert_rows (report, "r1 r3 r2");
  g_assert_cmpstr (fixture_get_text (work, "k3:r1@amount"), ==, "5");
  g_assert_no_error (error);

  g_assert_false (trinh_work_remove_row (work, form, "r9", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (trinh_work_move_row (work, form, "x", 1, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
  g_assert_true (trinh_work_flush (work, NULL));
}

static void
test_previous (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *address;
    const char *before;
    const char *now;
    const char *previous;
    const char *change;
  } rows[] = {
    { "k1:1.1", "10", "14", "10", "+4" },
    { "k1:1.2", "10", "6", "10", "−4" },
    { "k1:11", "5", "5", "5", "" },
    { "k1:12", "5", "", "5", "" },
    { "k1:13", "", "5", "", "" },
    { "k1:9.1", "3.000,5", "5.000", "3.000,5", "+1.999,5" },
    { "k1:4", "0", "1", "0", "" },
    { "k1:5", "Có", "Không", "1", "" },
    { "k1:6", "9/6/2022", "10/6/2022", "09/6/2022", "" },
    { "k1:7", "Họp", "Không", "Họp", "" },
    { "k1:99", NULL, NULL, "", "" },
    /* Computed in both: 20 and 20; 50 and 70 % */
    { "k1:1", NULL, NULL, "20", "" },
    { "k1:2", NULL, NULL, "50", "+20" },
  };
  g_autoptr (TrinhWork) before = fixture_create (fixture, "kiem-thu", "2022-05");
  g_autoptr (TrinhWork) work = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].before != NULL)
      fixture_enter (before, rows[i].address, rows[i].before);
  g_assert_true (trinh_work_flush (before, NULL));

  work = fixture_create (fixture, "kiem-thu", "2022-06");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].now != NULL)
      fixture_enter (work, rows[i].address, rows[i].now);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *previous = trinh_work_dup_previous (work, rows[i].address);
      g_autofree char *change = trinh_work_dup_change (work, rows[i].address);

      g_test_message ("%s", rows[i].address);
      g_assert_cmpstr (previous, ==, rows[i].previous);
      g_assert_cmpstr (change, ==, rows[i].change);
    }
  g_assert_true (trinh_work_flush (work, NULL));
}

static void
test_no_previous (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  g_autofree char *previous = trinh_work_dup_previous (work, "k1:1.1");
  g_autofree char *change = trinh_work_dup_change (work, "k1:1.1");

  g_assert_cmpstr (previous, ==, "");
  g_assert_cmpstr (change, ==, "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/entry/kinds", test_kinds);
  ADD ("/entry/blank", test_blank);
  ADD ("/entry/reason", test_reason);
  ADD ("/entry/undo-label", test_undo_label);
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *path = g_strconcat ("/entry/paste/", pastes[i].name, NULL);

      g_test_add (path, Fixture, &pastes[i], fixture_set_up, test_paste, fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *path = g_strconcat ("/entry/block/", blocks[i].name, NULL);

      g_test_add (path, Fixture, &blocks[i], fixture_set_up, test_block, fixture_tear_down);
    }
  ADD ("/entry/list-rows", test_list_rows);
  ADD ("/entry/paste-over", test_paste_over);
  ADD ("/entry/previous", test_previous);
  ADD ("/entry/no-previous", test_no_previous);
#undef ADD

  return g_test_run ();
}
