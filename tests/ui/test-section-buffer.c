/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-section-buffer.h"

typedef struct
{
  HelperWork base;
  TrinhSectionBuffer *buffer;
  guint n_edited;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  helper_work_set_up (&fixture->base, data);
  fixture->buffer = trinh_section_buffer_new ();
  trinh_section_buffer_set_evaluation (fixture->buffer, fixture->base.evaluation);
  g_signal_connect_swapped (fixture->buffer, "edited", G_CALLBACK (helper_count), &fixture->n_edited);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  /* GTK keeps a buffer that ever had a selection; it must not keep the report. */
  trinh_section_buffer_set_evaluation (fixture->buffer, NULL);
  if (data == NULL)
    g_assert_finalize_object (fixture->buffer);
  else
    g_object_unref (fixture->buffer);
  helper_work_tear_down (&fixture->base, data);
}

static void
assert_source (Fixture *fixture,
               const char *expected)
{
  g_autofree char *source = trinh_section_buffer_dup_source (fixture->buffer);

  g_assert_cmpstr (source, ==, expected);
}

static void
assert_shown (Fixture *fixture,
              const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
put_cursor (Fixture *fixture,
            int offset)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &place, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (fixture->buffer), &place);
}

static int
get_cursor (Fixture *fixture)
{
  int position;

  g_object_get (fixture->buffer, "cursor-position", &position, NULL);

  return position;
}

static void
type (Fixture *fixture,
      int offset,
      const char *text)
{
  put_cursor (fixture, offset);
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (fixture->buffer), text, -1, TRUE);
}

static void
erase (Fixture *fixture,
       int from,
       int to)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &start, from);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &end, to);
  gtk_text_buffer_delete_interactive (GTK_TEXT_BUFFER (fixture->buffer), &start, &end, TRUE);
}

static const struct
{
  const char *source;
  const char *shown;
} texts[] = {
  { "", "" },
  { "Không có gì.", "Không có gì." },
  { "{{bm1:2.1}}", "33" },
  { "{{bm1:2.1}} nhiệm vụ", "33 nhiệm vụ" },
  { "Có {{bm1:2.1}}", "Có 33" },
  { "{{bm1:2.2}}{{bm1:2.1}}", "1433" },
  { "Đã làm {{bm1:2.2}}/{{bm1:2.1}} nhiệm vụ.", "Đã làm 14/33 nhiệm vụ." },
  { "**{{bm1:2.1}} việc**, *{{bm1:2.1|words}}*", NULL },
  { "- Một\n+ Hai {{bm1:2.1}}\na) Ba\n\n# Bốn", "- Một\n+ Hai 33\na) Ba\n\n# Bốn" },
  { "Dấu \\* và \\{{ thường", "Dấu \\* và \\{{ thường" },
  { "Chưa đóng {{bm1:2.1", "Chưa đóng {{bm1:2.1" },
  { "Ô lạ {{bm9:1}} hết", NULL },
  { "Theo {{doc:d1}}; {{doc:d1}}.", NULL },
  { "Xem {{table:bm1}}", "Xem [Biểu mẫu 1]" },
};

/* What goes in comes out, whatever stands where. */
static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].source);
      trinh_section_buffer_set_source (fixture->buffer, texts[i].source);
      assert_source (fixture, texts[i].source);
      if (texts[i].shown != NULL)
        assert_shown (fixture, texts[i].shown);
      trinh_section_buffer_refresh (fixture->buffer);
      assert_source (fixture, texts[i].source);
    }
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

/* And so does every text of the sample. */
static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  GListModel *sections = trinh_report_get_sections (fixture->base.report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      trinh_section_buffer_set_source (fixture->buffer, trinh_section_get_text (section));
      assert_source (fixture, trinh_section_get_text (section));
    }
}

/* "Có 33 việc" */
static const struct
{
  int from;
  int to;
  const char *source;
} erasures[] = {
  { 3, 4, "Có  việc" },
  { 4, 5, "Có  việc" },
  { 3, 5, "Có  việc" },
  { 2, 4, "Có việc" },
  { 4, 7, "Có iệc" },
  { 2, 3, "Có{{bm1:2.1}} việc" },
  { 5, 6, "Có {{bm1:2.1}}việc" },
  { 0, 10, "" },
};

/* A bound value goes whole or stays whole. */
static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (erasures); i++)
    {
      g_test_message ("%d–%d", erasures[i].from, erasures[i].to);
      trinh_section_buffer_set_source (fixture->buffer, "Có {{bm1:2.1}} việc");
      erase (fixture, erasures[i].from, erasures[i].to);
      assert_source (fixture, erasures[i].source);
    }
  g_assert_cmpuint (fixture->n_edited, ==, G_N_ELEMENTS (erasures));
}

static void
test_delete_adjacent (Fixture *fixture,
                      gconstpointer data)
{
  trinh_section_buffer_set_source (fixture->buffer, "{{bm1:2.2}}{{bm1:2.1}}");
  erase (fixture, 1, 2);
  assert_source (fixture, "{{bm1:2.1}}");
  trinh_section_buffer_set_source (fixture->buffer, "{{bm1:2.2}}{{bm1:2.1}}");
  erase (fixture, 1, 3);
  assert_source (fixture, "");
}

static const struct
{
  int offset;
  const char *source;
} typings[] = {
  { 0, "xCó {{bm1:2.1}} việc" },
  { 3, "Có x{{bm1:2.1}} việc" },
  { 4, "Có {{bm1:2.1}}x việc" },
  { 5, "Có {{bm1:2.1}}x việc" },
  { 10, "Có {{bm1:2.1}} việcx" },
};

/* A bound value cannot be typed over; what is typed into it goes behind it. */
static void
test_type (Fixture *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    {
      g_test_message ("%d", typings[i].offset);
      trinh_section_buffer_set_source (fixture->buffer, "Có {{bm1:2.1}} việc");
      type (fixture, typings[i].offset, "x");
      assert_source (fixture, typings[i].source);
    }
  g_assert_cmpuint (fixture->n_edited, ==, G_N_ELEMENTS (typings));
}

/* An input method puts letters one after another and takes some back: "viêt" becomes "việt". */
static void
test_compose (Fixture *fixture,
              gconstpointer data)
{
  trinh_section_buffer_set_source (fixture->buffer, "{{bm1:2.1}} ");
  type (fixture, 3, "viêt");
  erase (fixture, 5, 7);
  type (fixture, 5, "ệt");
  assert_source (fixture, "{{bm1:2.1}} việt");
  type (fixture, 7, " {{bm1:2.2}}");
  assert_source (fixture, "{{bm1:2.1}} việt {{bm1:2.2}}");
}

/* The value changes: what is shown changes, the cursor stays with its letters, and it is no edit of the text. */
static void
test_refresh (Fixture *fixture,
              gconstpointer data)
{
  const char *source = "Đã làm {{bm1:2.2}}/{{bm1:2.1}} nhiệm vụ, {{bm1:2.1|words}}.";

  trinh_section_buffer_set_source (fixture->buffer, source);
  put_cursor (fixture, 14);
  helper_work_enter (&fixture->base, "bm1:2.2", "1.234");
  trinh_section_buffer_refresh (fixture->buffer);
  assert_source (fixture, source);
  g_assert_cmpint (get_cursor (fixture), ==, 14 + 3);

  helper_work_enter (&fixture->base, "bm1:2.2", "");
  trinh_section_buffer_refresh (fixture->buffer);
  assert_source (fixture, source);
  {
    g_autofree char *text = NULL;

    g_object_get (fixture->buffer, "text", &text, NULL);
    g_assert_true (g_str_has_prefix (text, "Đã làm ……/33 nhiệm vụ"));
  }
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

/* Where nothing changed not a letter is touched: an input method may be in the midst of a word. */
static void
test_refresh_untouched (Fixture *fixture,
                        gconstpointer data)
{
  guint changes = 0;

  trinh_section_buffer_set_source (fixture->buffer, "Theo {{doc:d1}}, {{bm1:2.1}} việc, {{doc:d1}}");
  g_signal_connect_swapped (fixture->buffer, "changed", G_CALLBACK (helper_count), &changes);
  helper_work_enter (&fixture->base, "bm1:2.2", "15");
  trinh_section_buffer_refresh (fixture->buffer);
  g_assert_cmpuint (changes, ==, 0);
}

static void
test_insert_bound (Fixture *fixture,
                   gconstpointer data)
{
  trinh_section_buffer_set_source (fixture->buffer, "Có  việc");
  put_cursor (fixture, 3);
  trinh_section_buffer_insert (fixture->buffer, "{{bm1:2.1}}");
  assert_source (fixture, "Có {{bm1:2.1}} việc");
  g_assert_cmpint (get_cursor (fixture), ==, 5);
  g_assert_cmpuint (fixture->n_edited, ==, 1);

  /* Inside another it goes behind. */
  put_cursor (fixture, 4);
  trinh_section_buffer_insert (fixture->buffer, "{{bm1:2.2}}");
  assert_source (fixture, "Có {{bm1:2.1}}{{bm1:2.2}} việc");
}

static void
test_wrap (Fixture *fixture,
           gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  trinh_section_buffer_set_source (fixture->buffer, "Có {{bm1:2.1}} việc");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &start, 3);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &end, 10);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (fixture->buffer), &start, &end);
  trinh_section_buffer_wrap (fixture->buffer, "**");
  assert_source (fixture, "Có **{{bm1:2.1}} việc**");
}

static void
test_bound (Fixture *fixture,
            gconstpointer data)
{
  GtkTextIter place;

  trinh_section_buffer_set_source (fixture->buffer, "Có {{bm1:2.1}} việc");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &place, 4);
  g_assert_cmpstr (trinh_section_buffer_get_bound (fixture->buffer, &place), ==, "{{bm1:2.1}}");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &place, 5);
  g_assert_cmpstr (trinh_section_buffer_get_bound (fixture->buffer, &place), ==, NULL);
}

#define ADD(path, function) g_test_add ("/ui/section-buffer/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("round-trip", test_round_trip);
  ADD ("sample", test_sample);
  ADD ("delete", test_delete);
  ADD ("delete-adjacent", test_delete_adjacent);
  ADD ("type", test_type);
  ADD ("compose", test_compose);
  ADD ("refresh", test_refresh);
  ADD ("refresh-untouched", test_refresh_untouched);
  ADD ("insert-bound", test_insert_bound);
  g_test_add ("/ui/section-buffer/wrap", Fixture, "selection", set_up, test_wrap, tear_down);
  ADD ("bound", test_bound);

  return g_test_run ();
}
