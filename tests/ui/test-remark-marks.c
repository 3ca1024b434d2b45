/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-remark-marks.h"
#include "trinh-section-page.h"
#include "trinh-section-places.h"
#include "trinh-work-remarks.h"

static TrinhSectionBuffer *
make_buffer (HelperWork *fixture,
             const char *source)
{
  TrinhSectionBuffer *buffer = trinh_section_buffer_new ();

  trinh_section_buffer_set_evaluation (buffer, fixture->evaluation);
  trinh_section_buffer_set_source (buffer, source);

  return buffer;
}

static char *
dup_between (TrinhSectionBuffer *buffer,
             guint from,
             guint to)
{
  GtkTextIter start;
  GtkTextIter end;

  trinh_section_places_get_range (buffer, from, to, &start, &end);

  return gtk_text_iter_get_text (&start, &end);
}

/* Letters of the source against what is shown: a bound place is there wholly or not at all. */
static void
test_places (HelperWork *fixture,
             gconstpointer data)
{
  /* bm1:1 is 21; "{{bm1:1}}" has nine letters */
  static const struct
  {
    guint from;
    guint to;
    const char *shown;
  } cases[] = {
    { 0, 5, "Có đủ" },
    { 0, 6, "Có đủ " },
    { 3, 15, "đủ 21" },
    { 6, 15, "21" },
    { 8, 10, "21" },
    { 6, 18, "2121" }, /* to the middle of the second one: both */
    { 15, 24, "21" },
    { 0, 99, "Có đủ 2121 văn" },
    { 99, 120, "" },
  };
  g_autoptr (TrinhSectionBuffer) buffer = make_buffer (fixture, "Có đủ {{bm1:1}}{{bm1:1}} văn");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = dup_between (buffer, cases[i].from, cases[i].to);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_selection (HelperWork *fixture,
                gconstpointer data)
{
  static const struct
  {
    int from;
    int to;
    const char *words;
    guint start;
  } cases[] = {
    { 0, 0, NULL, 0 },
    { 0, 2, "Có", 0 },
    { 2, 6, "đủ", 3 },
    { 2, 3, NULL, 0 },
    { 3, 7, "đủ {{bm1:1}}", 3 },
    { 7, 10, "{{bm1:1}} v", 6 },
  };
  g_autoptr (TrinhSectionBuffer) buffer = make_buffer (fixture, "Có đủ {{bm1:1}} văn");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkTextIter from;
      GtkTextIter to;
      g_autofree char *words = NULL;
      guint start = 0;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &from, cases[i].from);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &to, cases[i].to);
      gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &from, &to);
      words = trinh_section_places_dup_selection (buffer, &start);
      g_assert_cmpstr (words, ==, cases[i].words);
      if (words != NULL)
        g_assert_cmpuint (start, ==, cases[i].start);
    }
}

static char *
say (HelperWork *fixture,
     const char *section,
     const char *quote,
     guint start)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (fixture->work, "Sao lại thế?");
  g_autoptr (TrinhRemark) placed = trinh_remark_on_section (remark, section, quote, start);
  g_autoptr (GError) error = NULL;

  trinh_work_add_remark (fixture->work, placed, &error);
  g_assert_no_error (error);

  return g_strdup (trinh_remark_get_id (placed));
}

static gboolean
is_marked (TrinhRemarkMarks *marks,
           GtkTextBuffer *buffer,
           int offset)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (buffer, &place, offset);

  return trinh_remark_marks_find (marks, &place) != NULL;
}

static guint
count_tagged (GtkTextBuffer *buffer)
{
  GtkTextIter place;
  guint n = 0;

  for (gtk_text_buffer_get_start_iter (buffer, &place); !gtk_text_iter_is_end (&place); gtk_text_iter_forward_char (&place))
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&place);

      n += tags != NULL;
    }

  return n;
}

/* The mark follows its words, goes when they go or the thread is settled, and comes back with them. */
static void
test_follow (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhSectionBuffer) buffer = make_buffer (fixture, "Đã xong việc.");
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  TrinhRemarkMarks *marks = trinh_remark_marks_new (buffer);
  g_autofree char *id = say (fixture, "s6", "xong", 3);
  g_autoptr (TrinhRemark) remark = NULL;
  g_autoptr (TrinhRemark) settling = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextIter place;

  g_assert_cmpuint (count_tagged (text), ==, 0);
  trinh_remark_marks_set_section (marks, fixture->report, "s6");
  g_assert_cmpuint (count_tagged (text), ==, 4);
  g_assert_true (is_marked (marks, text, 3));
  g_assert_true (is_marked (marks, text, 6));
  g_assert_false (is_marked (marks, text, 7));

  gtk_text_buffer_get_start_iter (text, &place);
  gtk_text_buffer_insert (text, &place, "Hôm nay: ", -1);
  helper_settle ();
  g_assert_cmpuint (count_tagged (text), ==, 4);
  g_assert_true (is_marked (marks, text, 12));

  trinh_section_buffer_set_source (buffer, "Chưa.");
  helper_settle ();
  g_assert_cmpuint (count_tagged (text), ==, 0);
  trinh_section_buffer_set_source (buffer, "Chưa xong.");
  helper_settle ();
  g_assert_cmpuint (count_tagged (text), ==, 4);

  remark = trinh_work_make_remark (fixture->work, "");
  settling = trinh_remark_in_thread (remark, id, TRINH_REMARK_SETTLES);
  trinh_work_add_remark (fixture->work, settling, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_tagged (text), ==, 0);
  helper_work_undo (fixture);
  g_assert_cmpuint (count_tagged (text), ==, 4);
  trinh_remark_marks_set_section (marks, fixture->report, "s7");
  g_assert_cmpuint (count_tagged (text), ==, 0);

  g_assert_finalize_object (marks);
}

/* The page marks the words, names the thread on its button, and chooses the words on the way from the thread. */
static void
test_page (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page = trinh_section_page_new ();
  TrinhSection *section = trinh_report_find_section (fixture->report, "s6");
  g_autofree char *quote = g_utf8_substring (trinh_section_get_text (section), 0, 6);
  AdwButtonContent *content;
  TrinhSectionBuffer *buffer;
  g_autofree char *id = NULL;
  g_autofree char *chosen = NULL;
  g_autoptr (TrinhRemarkThread) thread = NULL;
  guint start;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_section_page_set_section (TRINH_SECTION_PAGE (page), "s6");
  helper_work_show (fixture, page, 900, 700);
  content = helper_get_child (page, "remark_content");
  g_assert_cmpstr (adw_button_content_get_label (content), ==, "Remark");
  id = say (fixture, "s6", quote, 0);
  g_assert_cmpstr (adw_button_content_get_label (content), ==, "1 remark");

  thread = trinh_remarks_find_thread (fixture->report, id);
  trinh_section_page_show_remark (TRINH_SECTION_PAGE (page), thread);
  buffer = TRINH_SECTION_BUFFER (gtk_text_view_get_buffer (helper_get_child (page, "view")));
  chosen = trinh_section_places_dup_selection (buffer, &start);
  g_assert_cmpstr (chosen, ==, g_strstrip (quote));
  g_assert_cmpuint (start, ==, 0);

  gtk_widget_activate_action (page, "section.remark", NULL);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  helper_wait (20);
  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/remark-marks/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("places", test_places);
  ADD ("selection", test_selection);
  ADD ("follow", test_follow);
  ADD ("page", test_page);

  return g_test_run ();
}
