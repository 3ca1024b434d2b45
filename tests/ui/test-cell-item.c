/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-cell-item.h"

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

static void
assert_string (TrinhCellItem *item,
               const char *property,
               const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (item, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
get_flag (TrinhCellItem *item,
          const char *property)
{
  gboolean flag;

  g_object_get (item, property, &flag, NULL);

  return flag;
}

static guint
get_errors (TrinhCellItem *item)
{
  guint n;

  g_object_get (item, "n-errors", &n, NULL);

  return n;
}

static const struct
{
  const char *address;
  const char *value;
  gboolean computed;
  guint n_errors;
} cells[] = {
  { "bm1:2", "63,6", FALSE, 1 },
  { "bm1:2.1", "33", FALSE, 0 },
  { "bm1:2.2", "14", FALSE, 0 },
};

static void
test_values (HelperWork *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      TrinhCellItem *item = find_item (fixture, cells[i].address);

      g_test_message ("%s", cells[i].address);
      assert_string (item, "value", cells[i].value);
      g_assert_cmpint (get_flag (item, "computed"), ==, cells[i].computed);
      g_assert_cmpuint (get_errors (item), ==, cells[i].n_errors);
      g_assert_finalize_object (item);
    }
}

static void
test_previous (HelperWork *fixture,
               gconstpointer data)
{
  TrinhCellItem *item = find_item (fixture, "bm1:2.2");
  g_autofree char *previous = trinh_work_dup_previous (fixture->work, "bm1:2.2");

  g_assert_cmpstr (previous, !=, "");
  assert_string (item, "previous", previous);

  /* The same as in the period before: no change to tell. */
  helper_work_enter (fixture, "bm1:2.2", previous);
  assert_string (item, "change", "");
  g_assert_finalize_object (item);
}

/* A contradiction is mended and comes back with the undo; each change is told once. */
static void
test_edit (HelperWork *fixture,
           gconstpointer data)
{
  TrinhCellItem *item = find_item (fixture, "bm1:2");
  guint notified = 0;

  g_signal_connect_swapped (item, "notify::value", G_CALLBACK (helper_count), &notified);
  helper_work_enter (fixture, "bm1:2", "42,4");
  assert_string (item, "value", "42,4");
  g_assert_cmpuint (get_errors (item), ==, 0);
  g_assert_cmpuint (notified, >, 0);

  helper_work_undo (fixture);
  assert_string (item, "value", "63,6");
  g_assert_cmpuint (get_errors (item), ==, 1);

  g_assert_finalize_object (item);
}

/* A blank cell with a formula shows what it gives, and follows its parts. */
static void
test_computed (HelperWork *fixture,
               gconstpointer data)
{
  TrinhCellItem *item = find_item (fixture, "bm1:2");
  g_autofree char *entry = NULL;
  guint notified = 0;

  helper_work_enter (fixture, "bm1:2", "");
  g_assert_true (get_flag (item, "computed"));
  g_assert_false (get_flag (item, "gap"));
  assert_string (item, "value", "42,42");
  entry = trinh_cell_item_dup_entry (item);
  g_assert_cmpstr (entry, ==, "");

  g_signal_connect_swapped (item, "notify::value", G_CALLBACK (helper_count), &notified);
  helper_work_enter (fixture, "bm1:2.2", "33");
  assert_string (item, "value", "100");
  g_assert_cmpuint (notified, ==, 1);

  g_assert_finalize_object (item);
}

static void
test_gap (HelperWork *fixture,
          gconstpointer data)
{
  TrinhCellItem *item = find_item (fixture, "bm1:2.1");

  g_assert_false (get_flag (item, "gap"));
  helper_work_enter (fixture, "bm1:2.1", "");
  g_assert_true (get_flag (item, "gap"));
  helper_work_enter (fixture, "bm1:2.1", "0");
  g_assert_false (get_flag (item, "gap"));

  g_assert_finalize_object (item);
}

/* The value does not keep a widget that is gone. */
static void
test_widgets (HelperWork *fixture,
              gconstpointer data)
{
  TrinhCellItem *item = find_item (fixture, "bm1:2.1");
  GtkWidget *cell = g_object_ref_sink (gtk_label_new (NULL));

  trinh_cell_item_set_widget (item, TRINH_CELL_VALUE, cell);
  g_assert_true (trinh_cell_item_get_widget (item, TRINH_CELL_VALUE) == cell);
  g_assert_null (trinh_cell_item_get_widget (item, TRINH_CELL_NOTE));
  g_assert_finalize_object (cell);
  g_assert_null (trinh_cell_item_get_widget (item, TRINH_CELL_VALUE));

  g_assert_finalize_object (item);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/cell-item/values", HelperWork, NULL, helper_work_set_up, test_values, helper_work_tear_down);
  g_test_add ("/ui/cell-item/previous", HelperWork, NULL, helper_work_set_up, test_previous, helper_work_tear_down);
  g_test_add ("/ui/cell-item/edit", HelperWork, NULL, helper_work_set_up, test_edit, helper_work_tear_down);
  g_test_add ("/ui/cell-item/computed", HelperWork, NULL, helper_work_set_up, test_computed, helper_work_tear_down);
  g_test_add ("/ui/cell-item/gap", HelperWork, NULL, helper_work_set_up, test_gap, helper_work_tear_down);
  g_test_add ("/ui/cell-item/widgets", HelperWork, NULL, helper_work_set_up, test_widgets, helper_work_tear_down);

  return g_test_run ();
}
