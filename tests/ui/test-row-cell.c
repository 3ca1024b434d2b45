/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-row-cell.h"
#include "trinh-text-cell.h"

static TrinhCellItem *
find_item (HelperWork *fixture,
           const char *address)
{
  TrinhForm *form = NULL;
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;

  g_assert_true (trinh_regime_find_cell (trinh_report_get_regime (fixture->report), address, &form, &row, &column));

  return trinh_cell_item_new (fixture->work, form, trinh_form_row_get_key (row), column);
}

static TrinhRowCell *
show_cell (HelperWork *fixture,
           TrinhCellItem *item,
           gboolean note)
{
  TrinhRowCell *cell = g_object_new (TRINH_TYPE_ROW_CELL, "note", note, NULL);

  g_object_set (cell, "item", item, NULL);
  helper_work_show (fixture, GTK_WIDGET (cell), 400, 300);

  return cell;
}

static char *
dup_choice (GtkDropDown *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);

  return g_strdup (gtk_string_object_get_string (chosen));
}

static void
assert_choice (GtkDropDown *drop_down,
               const char *text)
{
  g_autofree char *chosen = dup_choice (drop_down);

  g_assert_cmpstr (chosen, ==, text);
}

/* bm1:5.2 offers 0, 1 and 2; the sample has 1. */
static void
test_choices (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhCellItem) item = find_item (fixture, "bm1:5.2");
  TrinhRowCell *cell = show_cell (fixture, item, FALSE);
  GtkDropDown *drop_down = helper_find (cell, GTK_TYPE_DROP_DOWN, 0);

  g_assert_true (trinh_cell_item_get_widget (item, TRINH_CELL_VALUE) == GTK_WIDGET (drop_down));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 4);
  assert_choice (drop_down, "1 – Phát phiếu");

  gtk_drop_down_set_selected (drop_down, 3);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:5.2"), ==, "2");
  assert_choice (drop_down, "2 – Kết hợp");

  helper_work_undo (fixture);
  assert_choice (drop_down, "1 – Phát phiếu");

  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:5.2"), ==, NULL);
  assert_choice (drop_down, "—");

  helper_work_drop (fixture, cell);
  g_assert_null (trinh_cell_item_get_widget (item, TRINH_CELL_VALUE));
}

/* A code that the form does not offer is kept and shown as such; choosing it again changes nothing. */
static void
test_not_offered (HelperWork *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhCellItem) item = find_item (fixture, "bm1:5.2");
  TrinhRowCell *cell = show_cell (fixture, item, FALSE);
  GtkDropDown *drop_down = helper_find (cell, GTK_TYPE_DROP_DOWN, 0);

  helper_work_enter (fixture, "bm1:5.2", "7");
  assert_choice (drop_down, "7 (not offered)");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:5.2"), ==, "7");

  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:5.2"), ==, "0");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 4);

  helper_work_drop (fixture, cell);
}

static void
test_number (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhCellItem) item = find_item (fixture, "bm1:2");
  TrinhRowCell *cell = show_cell (fixture, item, FALSE);
  TrinhTextCell *text = helper_find (cell, TRINH_TYPE_TEXT_CELL, 0);
  GtkEditable *entry;

  g_assert_true (helper_has_label (cell, "63,6"));
  trinh_text_cell_start (text);
  entry = helper_find (text, GTK_TYPE_TEXT, 0);
  gtk_editable_set_text (entry, "không rõ");
  g_assert_false (trinh_row_cell_commit (cell));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "63.6");

  gtk_editable_set_text (entry, "42,4 %");
  g_assert_true (trinh_row_cell_commit (cell));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "42.4");
  g_assert_true (helper_has_label (cell, "42,4"));

  helper_work_enter (fixture, "bm1:2", "");
  g_assert_true (helper_has_label (cell, "∑ 42,42"));

  helper_work_drop (fixture, cell);
}

static void
test_note (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhCellItem) item = find_item (fixture, "bm1:2");
  TrinhRowCell *cell = show_cell (fixture, item, TRUE);
  TrinhTextCell *text = helper_find (cell, TRINH_TYPE_TEXT_CELL, 0);

  g_assert_true (trinh_cell_item_get_widget (item, TRINH_CELL_NOTE) == GTK_WIDGET (text));
  trinh_text_cell_start (text);
  gtk_editable_set_text (helper_find (text, GTK_TYPE_TEXT, 0), "Theo số của Phòng Nội vụ");
  g_assert_true (trinh_row_cell_commit (cell));
  g_assert_cmpstr (trinh_cell_item_get_note (item), ==, "Theo số của Phòng Nội vụ");
  g_assert_true (helper_has_label (cell, "Theo số của Phòng Nội vụ"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "63.6");

  helper_work_drop (fixture, cell);
}

/* A cell goes to another row while the table is scrolled, to a heading, and to none. */
static void
test_recycled (HelperWork *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhCellItem) first = find_item (fixture, "bm1:2.1");
  g_autoptr (TrinhCellItem) second = find_item (fixture, "bm1:5.2");
  g_autoptr (TrinhCellItem) heading = find_item (fixture, "bm1:3");
  TrinhRowCell *cell = show_cell (fixture, first, FALSE);

  g_object_set (cell, "item", second, NULL);
  g_assert_null (trinh_cell_item_get_widget (first, TRINH_CELL_VALUE));
  g_assert_nonnull (helper_find (cell, GTK_TYPE_DROP_DOWN, 0));
  g_assert_true (helper_find (cell, GTK_TYPE_DROP_DOWN, 0) == trinh_cell_item_get_widget (second, TRINH_CELL_VALUE));
  helper_work_enter (fixture, "bm1:2.1", "34");

  g_object_set (cell, "item", heading, NULL);
  g_assert_null (adw_bin_get_child (ADW_BIN (cell)));
  g_object_set (cell, "item", NULL, NULL);
  g_assert_null (trinh_cell_item_get_widget (second, TRINH_CELL_VALUE));
  g_assert_true (trinh_row_cell_commit (cell));

  helper_work_drop (fixture, cell);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/row-cell/choices", HelperWork, NULL, helper_work_set_up, test_choices, helper_work_tear_down);
  g_test_add ("/ui/row-cell/not-offered", HelperWork, NULL, helper_work_set_up, test_not_offered, helper_work_tear_down);
  g_test_add ("/ui/row-cell/number", HelperWork, NULL, helper_work_set_up, test_number, helper_work_tear_down);
  g_test_add ("/ui/row-cell/note", HelperWork, NULL, helper_work_set_up, test_note, helper_work_tear_down);
  g_test_add ("/ui/row-cell/recycled", HelperWork, NULL, helper_work_set_up, test_recycled, helper_work_tear_down);

  return g_test_run ();
}
