/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-section-page.h"

static GtkWidget *
show_page (HelperWork *fixture,
           const char *section)
{
  GtkWidget *page = trinh_section_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_section_page_set_section (TRINH_SECTION_PAGE (page), section);
  helper_work_show (fixture, page, 1000, 700);

  return page;
}

static GtkTextBuffer *
get_buffer (GtkWidget *page)
{
  return gtk_text_view_get_buffer (helper_get_child (page, "view"));
}

static char *
dup_shown (GtkWidget *page)
{
  char *text;

  g_object_get (get_buffer (page), "text", &text, NULL);

  return text;
}

static const char *
get_text (HelperWork *fixture,
          const char *section)
{
  return trinh_section_get_text (trinh_report_find_section (fixture->report, section));
}

static void
type (GtkWidget *page,
      const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (page), text, -1, TRUE);
}

static gboolean
is_entered (gpointer user_data)
{
  return trinh_report_get_can_undo (((HelperWork *) user_data)->report);
}

/* Many keys, a pause: one edit, undone by the report's history as one. */
static void
test_pause (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s5");
  const guint revision = trinh_report_get_revision (fixture->report);
  g_autofree char *before = g_strdup (get_text (fixture, "s5"));
  g_autofree char *shown = NULL;

  type (page, "M");
  type (page, "ộ");
  type (page, "t ");
  g_assert_cmpuint (trinh_report_get_revision (fixture->report), ==, revision);
  helper_wait_until (is_entered, fixture);
  g_assert_cmpuint (trinh_report_get_revision (fixture->report), ==, revision + 1);
  g_assert_nonnull (strstr (get_text (fixture, "s5"), "Một "));

  helper_work_undo (fixture);
  g_assert_cmpstr (get_text (fixture, "s5"), ==, before);
  shown = dup_shown (page);
  g_assert_null (strstr (shown, "Một "));

  helper_work_drop (fixture, page);
}

/* Another section, or another page: what was typed is entered at once. */
static void
test_leave (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s6");

  type (page, "Một ");
  trinh_section_page_set_section (TRINH_SECTION_PAGE (page), "s7");
  g_assert_true (g_str_has_prefix (get_text (fixture, "s6"), "Một "));
  g_assert_false (g_str_has_prefix (get_text (fixture, "s7"), "Một "));

  type (page, "Hai ");
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_true (g_str_has_prefix (get_text (fixture, "s7"), "Hai "));

  helper_work_drop (fixture, page);
}

static void
test_none (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s6");
  GtkCheckButton *none = helper_get_child (page, "none_check");
  GtkWidget *view = helper_get_child (page, "view");

  g_assert_false (gtk_check_button_get_active (none));
  g_assert_true (gtk_widget_get_sensitive (view));
  gtk_check_button_set_active (none, TRUE);
  g_assert_true (trinh_section_get_none (trinh_report_find_section (fixture->report, "s6")));
  g_assert_false (gtk_widget_get_sensitive (view));

  helper_work_undo (fixture);
  g_assert_false (gtk_check_button_get_active (none));
  g_assert_true (gtk_widget_get_sensitive (view));

  helper_work_drop (fixture, page);
}

/* A value that changes elsewhere changes here, and is no edit of the text. */
static void
test_value (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s15");
  g_autofree char *before = g_strdup (get_text (fixture, "s15"));
  g_autofree char *shown = NULL;
  guint revision;

  helper_work_enter (fixture, "bm1:5.1", "4.321");
  revision = trinh_report_get_revision (fixture->report);
  helper_wait (50);
  shown = dup_shown (page);
  g_assert_nonnull (strstr (shown, "4.321"));
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_cmpuint (trinh_report_get_revision (fixture->report), ==, revision);
  g_assert_cmpstr (get_text (fixture, "s15"), ==, before);

  helper_work_drop (fixture, page);
}

/* Picked from the list, the value stands in the text as its place. */
static void
test_insert (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s6");

  adw_toggle_group_set_active_name (helper_get_child (page, "formats"), "words");
  g_signal_emit_by_name (helper_get_child (page, "picker"), "picked", "bm1:2.1");
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_nonnull (strstr (get_text (fixture, "s6"), "{{bm1:2.1|words}}"));

  g_signal_emit_by_name (helper_get_child (page, "documents"), "picked", "{{doc:d1}}");
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_nonnull (strstr (get_text (fixture, "s6"), "{{doc:d1}}"));

  helper_work_drop (fixture, page);
}

/* Enter takes the first that is found by all that was typed, however soon it comes. */
static void
test_insert_fast (HelperWork *fixture,
                  gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s6");
  GtkWidget *search = helper_find (helper_get_child (page, "picker"), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (search), "2.1");
  g_signal_emit_by_name (search, "activate");
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_nonnull (strstr (get_text (fixture, "s6"), "{{bm1:2.1}}"));

  helper_work_drop (fixture, page);
}

/* A phrase comes with its values bound; a section without phrases offers none. */
static void
test_phrases (HelperWork *fixture,
              gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s2");
  GtkWidget *picker = helper_get_child (page, "phrases");
  GtkLabel *label = helper_find (picker, GTK_TYPE_LABEL, 1);

  g_assert_true (gtk_widget_get_visible (helper_get_child (page, "phrase_button")));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Đến nay đã hoàn thành 14/33 nhiệm vụ trong Kế hoạch cải cách hành chính năm 2022, đạt 63,6%.");
  g_signal_emit_by_name (helper_find (picker, GTK_TYPE_LIST_BOX, 0), "row-activated", helper_find (picker, GTK_TYPE_LIST_BOX_ROW, 1));
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_nonnull (strstr (get_text (fixture, "s2"), "hoàn thành {{bm1:2.2}}/{{bm1:2.1}} nhiệm vụ trong Kế hoạch cải cách hành chính năm 2022, đạt {{bm1:2}}%."));

  trinh_section_page_set_section (TRINH_SECTION_PAGE (page), "s3");
  g_assert_false (gtk_widget_get_visible (helper_get_child (page, "phrase_button")));

  helper_work_drop (fixture, page);
}

static guint
count_documents (HelperWork *fixture)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (fixture->report);

  return documents->len;
}

static void
place_cursor (GtkWidget *page,
              int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (page), &iter, offset);
  gtk_text_buffer_place_cursor (get_buffer (page), &iter);
  helper_wait (50);
}

/* The button is there while the cursor is in a citation that was typed; one step back and it is typed again. */
static void
test_register (HelperWork *fixture,
               gconstpointer data)
{
  static const char typed[] = "Theo Kế hoạch số 77/KH-UBND ngày 02/3/2022 về cải cách hành chính. Đã làm xong.";
  GtkWidget *page = show_page (fixture, "s6");
  GtkWidget *button = helper_get_child (page, "register_button");
  const guint before = count_documents (fixture);
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (get_buffer (page), "", -1);
  type (page, typed);
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  place_cursor (page, 2);
  g_assert_false (gtk_widget_get_visible (button));
  place_cursor (page, 24);
  g_assert_true (gtk_widget_get_visible (button));
  gtk_widget_activate_action (page, "section.register", NULL);
  helper_wait (50);

  g_assert_cmpuint (count_documents (fixture), ==, before + 1);

  g_assert_true (g_str_has_prefix (get_text (fixture, "s6"), "Theo {{doc:d"));
  g_assert_true (g_str_has_suffix (get_text (fixture, "s6"), ". Đã làm xong."));
  shown = dup_shown (page);
  g_assert_nonnull (strstr (shown, "Kế hoạch số 77/KH-UBND ngày 02 tháng 3 năm 2022"));
  g_assert_false (gtk_widget_get_visible (button));

  helper_work_undo (fixture);
  g_assert_cmpuint (count_documents (fixture), ==, before);
  g_assert_cmpstr (get_text (fixture, "s6"), ==, typed);
  helper_work_drop (fixture, page);
}

/* Every section of the sample comes up and is left without a change. */
static void
test_sections (HelperWork *fixture,
               gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "s1");
  GListModel *sections = trinh_report_get_sections (fixture->report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      trinh_section_page_set_section (TRINH_SECTION_PAGE (page), trinh_section_get_id (section));
      helper_settle ();
    }
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_false (trinh_report_get_can_undo (fixture->report));

  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/section-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("pause", test_pause);
  ADD ("leave", test_leave);
  ADD ("none", test_none);
  ADD ("value", test_value);
  ADD ("insert", test_insert);
  ADD ("insert-fast", test_insert_fast);
  ADD ("phrases", test_phrases);
  ADD ("register", test_register);
  ADD ("sections", test_sections);

  return g_test_run ();
}
