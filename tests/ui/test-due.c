/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-content-private.h"
#include "trinh-due.h"

static guint32
day (const char *text)
{
  guint32 julian;

  g_assert_true (trinh_date_parse (text, &julian));

  return julian;
}

static TrinhBoardItem *
make_item (const char *period,
           const char *deadline,
           const char *state,
           const char *today)
{
  TrinhHeader header = {
    .id = (char *) "1",
    .regime = (char *) "bieu-mau-2022",
    .period = (char *) period,
    .office_code = (char *) "",
    .office_name = (char *) "UBND xã Bình Lãng",
    .subject = (char *) "Công tác cải cách hành chính",
    .state = (char *) state,
    .deadline = (char *) deadline,
  };
  g_autoptr (TrinhStoreEntry) entry = trinh_store_entry_new (&header);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  const gboolean done = g_str_equal (state, "signed") || g_str_equal (state, "issued");
  TrinhBoardItemDraft draft = {
    .office = office,
    .regime = "bieu-mau-2022",
    .regime_title = "Biểu mẫu một đến bảy",
    .period = trinh_store_entry_get_period (entry),
    .deadline = deadline != NULL ? day (deadline) : 0,
    .entry = entry,
    .done = done ? entry : NULL,
  };

  return trinh_board_item_new (&draft, day (today));
}

static const struct
{
  const char *deadline;
  const char *state;
  TrinhDue due;
  const char *words;
} standings[] = {
  { "2022-06-10", "draft", TRINH_DUE_OVERDUE, "5 days overdue" },
  { "2022-06-14", "draft", TRINH_DUE_OVERDUE, "1 day overdue" },
  { "2022-06-14", "returned", TRINH_DUE_OVERDUE, "1 day overdue" },
  { "2022-06-14", "approved", TRINH_DUE_OVERDUE, "1 day overdue" },
  { "2022-06-15", "draft", TRINH_DUE_SOON, "Due today" },
  { "2022-06-16", "submitted", TRINH_DUE_SOON, "Due tomorrow" },
  { "2022-06-17", "draft", TRINH_DUE_SOON, "2 days left" },
  { "2022-06-29", "draft", TRINH_DUE_SOON, "14 days left" },
  { "2022-06-30", "draft", TRINH_DUE_LATER, "15 days left" },
  { NULL, "draft", TRINH_DUE_LATER, "" },
  { "2022-06-10", "signed", TRINH_DUE_DONE, "Signed" },
  { "2023-06-10", "issued", TRINH_DUE_DONE, "Sent" },
};

static void
test_standings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      g_autoptr (TrinhBoardItem) item = make_item ("2022-H1", standings[i].deadline, standings[i].state, "2022-06-15");
      g_autofree char *words = trinh_due_dup_words (item);

      g_assert_cmpint (trinh_board_item_get_due (item), ==, standings[i].due);
      g_assert_cmpstr (words, ==, standings[i].words);
    }
}

/* In the order of the board */
static const struct
{
  const char *period;
  const char *deadline;
  const char *state;
} board[] = {
  { "2021", "2021-12-15", "draft" },
  { "2022-Q1", "2022-03-15", "returned" },
  { "2022-Q2", "2022-06-15", "draft" },
  { "2022-H1", "2022-06-15", "draft" },
  { "2022-9M", "2022-09-15", "draft" },
  { "2022-05-03/2022-05-20", NULL, "draft" },
  { "2020", "2020-12-15", "issued" },
  { "2019", "2019-12-15", "signed" },
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (board); i++)
    for (guint j = 0; j < G_N_ELEMENTS (board); j++)
      {
        g_autoptr (TrinhBoardItem) a = make_item (board[i].period, board[i].deadline, board[i].state, "2022-06-10");
        g_autoptr (TrinhBoardItem) b = make_item (board[j].period, board[j].deadline, board[j].state, "2022-06-10");
        const int order = trinh_board_item_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static const struct
{
  const char *text;
  gboolean found;
} searches[] = {
  { "", TRUE },
  { "  ", TRUE },
  { "bình lãng", TRUE },
  { "binh LANG", TRUE },
  { "lang binh 2022", TRUE },
  { "6 thang dau", TRUE },
  { "cai cach", TRUE },
  { "binh lang 2021", FALSE },
  { "bút sơn", FALSE },
  { "06 thang", TRUE },
  { "20", TRUE },
  { "2", TRUE },
  { "22", FALSE },
  { "bieu mau", TRUE },
};

static void
test_search (void)
{
  g_autoptr (TrinhBoardItem) item = make_item ("2022-H1", "2022-06-15", "draft", "2022-06-10");

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    g_assert_cmpint (trinh_due_matches (item, searches[i].text), ==, searches[i].found);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/due/standings", test_standings);
  g_test_add_func ("/due/order", test_order);
  g_test_add_func ("/due/search", test_search);

  return g_test_run ();
}
