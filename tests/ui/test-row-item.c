/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-row-item.h"

static TrinhRowItem *
make_item (HelperWork *fixture,
           const char *form,
           const char *key,
           guint position)
{
  return trinh_row_item_new (fixture->work, helper_work_get_form (fixture, form), key, position);
}

static void
assert_string (gpointer item,
               const char *property,
               const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (item, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static const struct
{
  const char *form;
  const char *key;
  guint position;
  const char *code;
  const char *label;
  const char *spoken;
  const char *main;
  const char *last;
  gboolean open;
} rows[] = {
  { "h1", "A", 0, "A", "<b>Lĩnh vực của xã</b>", "A Lĩnh vực của xã", "h1:A", "A Lĩnh vực của xã", FALSE },
  { "h1", "1", 1, "1", "Hộ tịch", "1 Hộ tịch", "h1:1", "1 Hộ tịch, Ngày chốt", TRUE },
  /* The first cell is one over two rows; without a code a row has that of the one it belongs to. */
  { "h1", "1a", 2, "<small>Trong đó</small>", "<i>Khai sinh</i>", "Trong đó Khai sinh", "h1:1a", "Trong đó Khai sinh, Ngày chốt", TRUE },
  { "h1", "1b", 3, "<small><span alpha=\"45%\">Trong đó</span></small>", "<i>Khai tử</i>", "Trong đó Khai tử", "h1:1b", "Trong đó Khai tử, Ngày chốt", TRUE },
  { "h1", "2a", 5, "<span alpha=\"45%\">2</span>", "<i>Bản sao</i>", "Bản sao", "h1:2a", "Bản sao, Ngày chốt", TRUE },
  { "h1", "t", 7, "", "<b>Cộng</b>", "Cộng", "h1:t", "Cộng, Ngày chốt", TRUE },
  { "h2", "r2", 1, "2", "Sáng kiến", "Row 2", "h2:r2", "Row 2, Ngày công nhận", TRUE },
};

static void
test_rows (HelperWork *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TrinhRowItem *item = make_item (fixture, rows[i].form, rows[i].key, rows[i].position);

      g_test_message ("%s:%s", rows[i].form, rows[i].key);
      assert_string (item, "code", rows[i].code);
      assert_string (item, "label", rows[i].label);
      assert_string (item, "spoken", rows[i].spoken);
      assert_string (trinh_row_item_get_cell (item, trinh_row_item_get_n_cells (item) - 1), "spoken", rows[i].last);
      g_assert_cmpstr (trinh_cell_item_get_address (trinh_row_item_get_main (item)), ==, rows[i].main);
      g_assert_cmpint (trinh_row_item_get_open (item), ==, rows[i].open);
      g_assert_finalize_object (item);
    }
}

static const struct
{
  const char *address;
  guint column;
  const char *spoken;
  const char *value;
  TrinhKind kind;
} cells[] = {
  { "h1:1", 0, "1 Hộ tịch, Hồ sơ tiếp nhận 6 tháng đầu năm 2022 › Tổng số", "1.934", TRINH_KIND_COUNT },
  { "h1:1@online", 1, "1 Hộ tịch, Hồ sơ tiếp nhận 6 tháng đầu năm 2022 › Trong kỳ › Trực tuyến", "1.595", TRINH_KIND_COUNT },
  { "h1:1@late", 5, "1 Hộ tịch, Hồ sơ đã giải quyết › Quá hạn", "14", TRINH_KIND_COUNT },
  { "h1:1@closed", 8, "1 Hộ tịch, Ngày chốt", "08/6/2022", TRINH_KIND_DATE },
};

/* Each value has its own name and kind; the note has the row's. */
static void
test_cells (HelperWork *fixture,
            gconstpointer data)
{
  TrinhRowItem *item = make_item (fixture, "h1", "1", 1);
  g_autofree char *note = trinh_cell_item_dup_spoken (trinh_row_item_get_main (item), TRUE);

  g_assert_cmpuint (trinh_row_item_get_n_cells (item), ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint column = G_MAXUINT;

      g_test_message ("%s", cells[i].address);
      g_assert_true (trinh_row_item_find_cell (item, cells[i].address, &column));
      g_assert_cmpuint (column, ==, cells[i].column);
      assert_string (trinh_row_item_get_cell (item, column), "spoken", cells[i].spoken);
      assert_string (trinh_row_item_get_cell (item, column), "value", cells[i].value);
      g_assert_cmpint (trinh_cell_item_get_kind (trinh_row_item_get_cell (item, column)), ==, cells[i].kind);
    }
  g_assert_false (trinh_row_item_find_cell (item, "h1:2@online", NULL));
  g_assert_cmpstr (note, ==, "Note of 1 Hộ tịch");

  g_assert_finalize_object (item);
}

static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  TrinhRowItem *item = make_item (fixture, "bm1", "2.2", 4);
  g_autofree char *previous = trinh_work_dup_previous (fixture->work, "bm1:2.2");
  g_autofree char *summary = NULL;
  guint notified = 0;

  g_assert_cmpstr (previous, !=, "");
  assert_string (item, "summary", NULL);
  g_signal_connect_swapped (item, "notify::summary", G_CALLBACK (helper_count), &notified);
  trinh_row_item_set_narrow (item, TRUE);
  trinh_row_item_set_narrow (item, TRUE);
  g_assert_cmpuint (notified, ==, 1);
  g_object_get (item, "summary", &summary, NULL);
  g_assert_nonnull (strstr (summary, previous));

  g_assert_finalize_object (item);
}

static void
test_position (HelperWork *fixture,
               gconstpointer data)
{
  TrinhRowItem *item = make_item (fixture, "h2", "r1", 0);
  guint notified = 0;

  g_signal_connect_swapped (item, "notify::code", G_CALLBACK (helper_count), &notified);
  trinh_row_item_set_position (item, 0);
  g_assert_cmpuint (notified, ==, 0);
  trinh_row_item_set_position (item, 4);
  g_assert_cmpuint (notified, ==, 1);
  assert_string (item, "code", "5");

  g_assert_finalize_object (item);
}

static void
test_search (HelperWork *fixture,
             gconstpointer data)
{
  TrinhRowItem *item = make_item (fixture, "h1", "1", 1);
  TrinhRowItem *row = make_item (fixture, "h2", "r1", 0);

  g_assert_true (trinh_row_item_matches (item, "1"));
  g_assert_true (trinh_row_item_matches (item, "ho tich"));
  g_assert_true (trinh_row_item_matches (item, "HỘ TỊCH"));
  g_assert_false (trinh_row_item_matches (item, "khảo sát"));
  /* A list is searched by what stands in it. */
  g_assert_true (trinh_row_item_matches (row, "nha van hoa"));
  g_assert_true (trinh_row_item_matches (row, "Tư pháp"));
  g_assert_false (trinh_row_item_matches (row, "bưu điện"));

  g_assert_finalize_object (item);
  g_assert_finalize_object (row);
}

#define ADD(path, set_up, function) g_test_add ("/ui/row-item/" path, HelperWork, NULL, set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("rows", helper_work_set_up_tables, test_rows);
  ADD ("cells", helper_work_set_up_tables, test_cells);
  ADD ("narrow", helper_work_set_up, test_narrow);
  ADD ("position", helper_work_set_up_tables, test_position);
  ADD ("search", helper_work_set_up_tables, test_search);

  return g_test_run ();
}
