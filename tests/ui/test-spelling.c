/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What is underlined in a text, and on what the dictionary is not asked. Without hunspell-vi the tests are skipped. */

#include "config.h"

#include <time.h>

#include "helper-work.h"
#include "trinh-section-page.h"
#include "trinh-spelling-marks.h"
#include "trinh-spelling.h"

typedef struct
{
  const char *text;
  const char *expected; /* the syllables found, "; " between */
} Row;

static const Row rows[] = {
  { "Ủy ban nhân dân xã báo cáo kết quả cải cách hành chính", "" },
  { "Ủy ban nhân dzân xã báo cáo kết quả cải cáhc hành chính", "dzân; cáhc" },
  { "Báo cáoo.", "cáoo" },
  /* two ways to put the tone, and capitals */
  { "hòa bình, hoà bình; Hóa học, thuỷ lợi, thủy lợi", "" },
  { "NỘI DUNG, UBND, TTHC, CCHC, VBQPPL, QyĐ, TTr", "" },
  /* symbols, numbers, websites, single letters */
  { "số 59/KH-UBND, 43/2006/NĐ-CP, 12xyz, abcd@efgh.vn, dichvucong.gov.vn, a) b) 30% 9001:2015", "" },
  /* the office's own name, in any case */
  { "xã Bình Xwyzk, BÌNH XWYZK, xwyzk; Xwyzt", "Xwyzt" },
  { "", "" },
};

static void
collect (guint start,
         guint end,
         gpointer user_data)
{
  gpointer *data = user_data;
  GString *found = data[0];
  g_autofree char *word = g_utf8_substring (data[1], start, end);

  g_string_append_printf (found, "%s%s", found->len > 0 ? "; " : "", word);
}

static gboolean
has_dictionary (void)
{
  if (trinh_spelling_is_available ())
    return TRUE;
  g_test_skip ("hunspell-vi is not installed");

  return FALSE;
}

static void
test_check (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!has_dictionary ())
    return;

  trinh_spelling_add_names (names, "UBND xã Bình Xwyzk");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      gpointer data[] = { found, (gpointer) rows[i].text };

      trinh_spelling_check (rows[i].text, names, collect, data);
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].expected);
    }
}

/* What offices say in foreign words is right, by the regime's lexicon; the dictionary alone does not know it. */
static void
test_foreign (void)
{
  static const char text[] = "Nhóm Zalo, trang Facebook, photocopy, email, website, fax, Wifi, file scan qua internet; qwzx";
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "bieu-mau-2022", NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  gpointer data[] = { found, (gpointer) text };

  if (!has_dictionary ())
    return;

  trinh_spelling_check (text, names, collect, data);
  g_assert_nonnull (strstr (found->str, "Zalo"));
  g_string_truncate (found, 0);
  trinh_spelling_add_foreign (names, trinh_regime_get_lexicon (regime));
  trinh_spelling_check (text, names, collect, data);
  g_assert_cmpstr (found->str, ==, "qwzx");
}

static void
test_ignore (void)
{
  if (!has_dictionary ())
    return;

  g_assert_false (trinh_spelling_knows ("qwrtz"));
  trinh_spelling_ignore ("qwrtz");
  g_assert_true (trinh_spelling_knows ("qwrtz"));
}

static void
test_corrections (void)
{
  g_auto (GStrv) list = NULL;
  g_auto (GStrv) one = NULL;

  if (!has_dictionary ())
    return;

  list = trinh_spelling_list_corrections ("cáhc", 20);
  one = trinh_spelling_list_corrections ("cáhc", 1);
  g_assert_true (g_strv_contains ((const char *const *) list, "cách"));
  g_assert_cmpuint (g_strv_length (one), ==, 1);
}

/* "start-end" of everything underlined */
static char *
dup_marked (GtkTextBuffer *buffer)
{
  GString *found = g_string_new (NULL);
  GtkTextIter place;

  gtk_text_buffer_get_start_iter (buffer, &place);
  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_toggled_tags (&place, TRUE);

      for (GSList *l = tags; l != NULL; l = l->next)
        {
          PangoUnderline underline;
          GtkTextIter end = place;
          g_autofree char *word = NULL;

          g_object_get (l->data, "underline", &underline, NULL);
          if (underline != PANGO_UNDERLINE_ERROR)
            continue;
          gtk_text_iter_forward_to_tag_toggle (&end, l->data);
          word = gtk_text_iter_get_text (&place, &end);
          g_string_append_printf (found, "%s%s", found->len > 0 ? "; " : "", word);
        }
    }
  while (gtk_text_iter_forward_to_tag_toggle (&place, NULL));

  return g_string_free_and_steal (found);
}

static void
assert_marked (GtkTextBuffer *buffer,
               const char *expected)
{
  g_autofree char *found = dup_marked (buffer);

  g_assert_cmpstr (found, ==, expected);
}

static void
put (GtkTextBuffer *buffer,
     int offset,
     const char *text)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (buffer, &place, offset);
  gtk_text_buffer_insert (buffer, &place, text, -1);
}

/* Underlining is no edit, and follows what is typed, taken out and bound. */
static void
test_marks (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhSectionBuffer) buffer = trinh_section_buffer_new ();
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new_with_buffer (GTK_TEXT_BUFFER (buffer)));
  g_autoptr (TrinhSpellingMarks) marks = trinh_spelling_marks_new (GTK_TEXT_VIEW (view));
  g_autofree char *source = NULL;
  GtkTextIter start;
  GtkTextIter end;

  trinh_section_buffer_set_evaluation (buffer, fixture->evaluation);
  trinh_spelling_marks_set_report (marks, fixture->report);
  trinh_section_buffer_set_source (buffer, "báoo {{bm1:5.2|label}} cáo\nxã Bình Lãng đã làmm");
  trinh_spelling_marks_finish (marks);
  assert_marked (GTK_TEXT_BUFFER (buffer), "");
  if (has_dictionary ())
    {
      trinh_spelling_marks_set_enabled (marks, TRUE);
      trinh_spelling_marks_finish (marks);
      assert_marked (GTK_TEXT_BUFFER (buffer), "báoo; làmm");
      source = trinh_section_buffer_dup_source (buffer);
      g_assert_cmpstr (source, ==, "báoo {{bm1:5.2|label}} cáo\nxã Bình Lãng đã làmm");

      put (GTK_TEXT_BUFFER (buffer), 0, "kếtt ");
      trinh_spelling_marks_finish (marks);
      assert_marked (GTK_TEXT_BUFFER (buffer), "kếtt; báoo; làmm");
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, 3);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end, 4);
      gtk_text_buffer_delete (GTK_TEXT_BUFFER (buffer), &start, &end);
      trinh_spelling_marks_finish (marks);
      assert_marked (GTK_TEXT_BUFFER (buffer), "báoo; làmm");

      trinh_spelling_marks_set_enabled (marks, FALSE);
      assert_marked (GTK_TEXT_BUFFER (buffer), "");
    }

  g_assert_finalize_object (g_steal_pointer (&marks));
  trinh_section_buffer_set_evaluation (buffer, NULL);
  g_assert_finalize_object (view);
}

/* The menu of a word replaces it, as an edit that the section hears of. */
static void
test_menu (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhSectionBuffer) buffer = trinh_section_buffer_new ();
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new_with_buffer (GTK_TEXT_BUFFER (buffer)));
  g_autoptr (TrinhSpellingMarks) marks = trinh_spelling_marks_new (GTK_TEXT_VIEW (view));
  guint n_edited = 0;
  GtkTextIter place;

  g_signal_connect_swapped (buffer, "edited", G_CALLBACK (helper_count), &n_edited);
  trinh_section_buffer_set_source (buffer, "cải cáhc hành chính");
  if (has_dictionary ())
    {
      trinh_spelling_marks_set_enabled (marks, TRUE);
      trinh_spelling_marks_finish (marks);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &place, 1);
      g_assert_false (trinh_spelling_marks_point_at (marks, &place));
      g_assert_cmpint (g_menu_model_get_n_items (trinh_spelling_marks_get_menu (marks)), ==, 0);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &place, 6);
      g_assert_true (trinh_spelling_marks_point_at (marks, &place));
      g_assert_cmpint (g_menu_model_get_n_items (trinh_spelling_marks_get_menu (marks)), ==, 2);
      g_assert_cmpuint (n_edited, ==, 0);
      gtk_widget_activate_action (view, "spelling.correct", "s", "cách");
      g_assert_cmpuint (n_edited, >, 0);
      trinh_spelling_marks_finish (marks);
      assert_marked (GTK_TEXT_BUFFER (buffer), "");
    }

  g_assert_finalize_object (g_steal_pointer (&marks));
  g_assert_finalize_object (view);
}

/* Of this thread alone, whatever else the machine does; in microseconds */
static gint64
get_own_time (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time), ==, 0);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A long section: looking at all of it takes less than a frame or two, and one letter far less. */
static void
test_long (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhSectionBuffer) buffer = trinh_section_buffer_new ();
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new_with_buffer (GTK_TEXT_BUFFER (buffer)));
  g_autoptr (TrinhSpellingMarks) marks = trinh_spelling_marks_new (GTK_TEXT_VIEW (view));
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 start;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "Ủy ban nhân dân xã thực hiện cải cách hành\n");
  if (has_dictionary ())
    {
      trinh_section_buffer_set_source (buffer, text->str);
      trinh_spelling_marks_set_enabled (marks, TRUE);
      start = g_get_monotonic_time ();
      trinh_spelling_marks_finish (marks);
      g_test_message ("5000 syllables: %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
      start = get_own_time ();
      put (GTK_TEXT_BUFFER (buffer), 10000, "a");
      start = get_own_time () - start;
      g_test_message ("one key: %.3f ms", (double) start / 1000);
      /* A bound that only a mistake in the order of things would break. */
      g_assert_cmpint (start, <, 50000);
    }

  g_assert_finalize_object (g_steal_pointer (&marks));
  g_assert_finalize_object (view);
}

/* The page has it where the setting wants it, and lets go of it with the rest. */
static void
test_page (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *page = trinh_section_page_new ();
  GtkTextView *view = helper_get_child (page, "view");

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_section_page_set_section (TRINH_SECTION_PAGE (page), "s6");
  /* A remark on the words, at first */
  g_assert_cmpint (g_menu_model_get_n_items (gtk_text_view_get_extra_menu (view)), ==, 1);
  helper_work_show (fixture, page, 1000, 700);
  helper_wait (100);
  if (has_dictionary ())
    {
      g_assert_cmpint (g_menu_model_get_n_items (gtk_text_view_get_extra_menu (view)), ==, 2);
      put (gtk_text_view_get_buffer (view), 0, "Báoo cáo. ");
      helper_wait (800);
      assert_marked (gtk_text_view_get_buffer (view), "Báoo");
      g_settings_set_boolean (settings, "check-spelling", FALSE);
      helper_wait (100);
      assert_marked (gtk_text_view_get_buffer (view), "");
      g_settings_reset (settings, "check-spelling");
    }

  helper_work_drop (fixture, page);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add_func ("/ui/spelling/check", test_check);
  g_test_add_func ("/ui/spelling/foreign", test_foreign);
  g_test_add_func ("/ui/spelling/ignore", test_ignore);
  g_test_add_func ("/ui/spelling/corrections", test_corrections);
  g_test_add ("/ui/spelling/marks", HelperWork, NULL, helper_work_set_up, test_marks, helper_work_tear_down);
  g_test_add ("/ui/spelling/menu", HelperWork, NULL, helper_work_set_up, test_menu, helper_work_tear_down);
  g_test_add ("/ui/spelling/long", HelperWork, NULL, helper_work_set_up, test_long, helper_work_tear_down);
  g_test_add ("/ui/spelling/page", HelperWork, NULL, helper_work_set_up, test_page, helper_work_tear_down);

  return g_test_run ();
}
