/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Pages laid out after others are those that would be laid out from nothing, whatever was changed in between. */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "trinh-core.h"
#include "trinh-pages-layout.h"

#define N_EDITS 25
#define ZOOM 0.6
#define MOST_GREY 32

/* Rows of pixels of a picture */
typedef struct
{
  int first;
  int end;
} Strip;

typedef struct
{
  TrinhReport *report;
  TrinhEvaluation *evaluation;
  TrinhPages *pages;
  GPtrArray *pictures; /* of cairo_surface_t, one for each page; kept up to date strip by strip */
} Preview;

static TrinhPages *
lay_out (TrinhPages *before,
         TrinhDocument *document)
{
  g_autoptr (GError) error = NULL;
  TrinhPages *pages = trinh_pages_new_after (before, document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static cairo_surface_t *
make_picture (TrinhPages *pages,
              guint page)
{
  double width, height;

  trinh_pages_get_size (pages, page, &width, &height);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * ZOOM), (int) ceil (height * ZOOM));
}

static void
paint (TrinhPages *pages,
       guint page,
       const Strip *strip,
       cairo_surface_t *picture)
{
  cairo_t *cr = cairo_create (picture);

  cairo_rectangle (cr, 0, strip->first, cairo_image_surface_get_width (picture), strip->end - strip->first);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  trinh_pages_draw_strip (pages, page, strip->first / ZOOM, strip->end / ZOOM, cr);
  cairo_destroy (cr);
}

/* All of the page at once, by the function that paper and PDF use */
static cairo_surface_t *
draw (TrinhPages *pages,
      guint page)
{
  cairo_surface_t *picture = make_picture (pages, page);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  trinh_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  return picture;
}

/* Between two rows of pixels */
static gboolean
pictures_equal (cairo_surface_t *a,
                cairo_surface_t *b,
                int first,
                int end)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b) &&
         (first >= end ||
          memcmp (cairo_image_surface_get_data (a) + stride * (gsize) first, cairo_image_surface_get_data (b) + stride * (gsize) first, stride * (gsize) (end - first)) == 0);
}

/* A few lines drawn alone are not the very greys of the same lines drawn with all others. */
static gboolean
pictures_alike (cairo_surface_t *a,
                cairo_surface_t *b,
                int first,
                int end)
{
  int stride = cairo_image_surface_get_stride (a);

  for (int i = first * stride; i < end * stride; i++)
    if (abs (cairo_image_surface_get_data (a)[i] - cairo_image_surface_get_data (b)[i]) > MOST_GREY)
      return FALSE;
  return TRUE;
}

static void
assert_lines_equal (GArray *lines,
                    GArray *wanted)
{
  g_assert_cmpuint (lines->len, ==, wanted->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const TrinhLine *line = &g_array_index (lines, TrinhLine, i);
      const TrinhLine *other = &g_array_index (wanted, TrinhLine, i);

      g_assert_cmpuint (line->start, ==, other->start);
      g_assert_cmpuint (line->length, ==, other->length);
      g_assert_true (line->first == other->first);
      g_assert_cmpfloat_with_epsilon (line->x, other->x, 1e-9);
      g_assert_cmpfloat_with_epsilon (line->baseline, other->baseline, 1e-9);
    }
}

static void
assert_boxes_equal (TrinhPages *pages,
                    TrinhPages *whole)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  GPtrArray *wanted = trinh_pages_get_boxes (whole);

  g_assert_cmpuint (boxes->len, ==, wanted->len);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);
      const TrinhBox *other = g_ptr_array_index (wanted, i);

      g_assert_cmpstr (box->role, ==, other->role);
      g_assert_cmpstr (box->place, ==, other->place);
      g_assert_cmpstr (box->text, ==, other->text);
      g_assert_cmpuint (box->page, ==, other->page);
      g_assert_cmpfloat_with_epsilon (box->x, other->x, 1e-9);
      g_assert_cmpfloat_with_epsilon (box->y, other->y, 1e-9);
      g_assert_cmpfloat_with_epsilon (box->width, other->width, 1e-9);
      g_assert_cmpfloat_with_epsilon (box->height, other->height, 1e-9);
      g_assert_cmpstr (box->family, ==, other->family);
      g_assert_cmpstr (box->unprinted, ==, other->unprinted);
      g_assert_cmpuint (box->table, ==, other->table);
      g_assert_true (box->continued == other->continued);
      assert_lines_equal (box->lines, other->lines);
      g_assert_true (box->bold == other->bold && box->italic == other->italic);
      g_assert_cmpfloat_with_epsilon (box->size, other->size, 1e-9);
    }
}

static void
assert_bookmarks_equal (TrinhPages *pages,
                        TrinhPages *whole)
{
  GPtrArray *bookmarks = trinh_pages_list_bookmarks (pages);
  GPtrArray *wanted = trinh_pages_list_bookmarks (whole);

  g_assert_cmpuint (bookmarks->len, ==, wanted->len);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const TrinhBookmark *bookmark = g_ptr_array_index (bookmarks, i);
      const TrinhBookmark *other = g_ptr_array_index (wanted, i);

      g_assert_cmpstr (bookmark->title, ==, other->title);
      g_assert_cmpuint (bookmark->page, ==, other->page);
      g_assert_cmpfloat_with_epsilon (bookmark->y, other->y, 1e-9);
    }
}

static void
add_tag (cairo_t *cr,
         const char *tag,
         const char *attributes,
         gpointer user_data)
{
  g_string_append_printf (user_data, "<%s>", tag);
}

static void
end_tag (cairo_t *cr,
         const char *tag,
         gpointer user_data)
{
  g_string_append_printf (user_data, "</%s>", tag);
}

static char *
dup_tags (TrinhPages *pages,
          guint page)
{
  GString *tags = g_string_new (NULL);
  TrinhTagSink sink = { add_tag, end_tag, tags };
  cairo_surface_t *picture = make_picture (pages, page);
  cairo_t *cr = cairo_create (picture);

  trinh_pages_draw_tagged (pages, page, cr, &sink);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return g_string_free_and_steal (tags);
}

static gboolean
has_picture (Preview *self,
             TrinhPages *before,
             guint page)
{
  double size[2];
  double old[2];

  if (page >= self->pictures->len)
    return FALSE;
  trinh_pages_get_size (self->pages, page, &size[0], &size[1]);
  trinh_pages_get_size (before, page, &old[0], &old[1]);

  return fabs (size[0] - old[0]) < 0.01 && fabs (size[1] - old[1]) < 0.01;
}

/* What has changed is painted over the picture of before; a page that lies on its side now has none. */
static Strip
update_picture (Preview *self,
                TrinhPages *before,
                guint page)
{
  double top = 0, bottom = 0;
  Strip strip;

  if (!has_picture (self, before, page))
    {
      if (page >= self->pictures->len)
        g_ptr_array_add (self->pictures, NULL);
      g_clear_pointer (&g_ptr_array_index (self->pictures, page), cairo_surface_destroy);
      g_ptr_array_index (self->pictures, page) = make_picture (self->pages, page);
      trinh_pages_get_size (self->pages, page, NULL, &bottom);
    }
  else if (!trinh_pages_find_change (self->pages, before, page, &top, &bottom))
    return (Strip) { 0 };
  strip = (Strip) { (int) floor (top * ZOOM), (int) ceil (bottom * ZOOM) };
  paint (self->pages, page, &strip, g_ptr_array_index (self->pictures, page));
  return strip;
}

/* @picture: of the page laid out from nothing. In the first and the last row of what was painted over, cairo leaves
 * out letters that only touch it. */
static void
assert_picture_equal (Preview *self,
                      TrinhPages *before,
                      guint page,
                      cairo_surface_t *picture)
{
  Strip strip = update_picture (self, before, page);
  cairo_surface_t *kept = g_ptr_array_index (self->pictures, page);
  cairo_surface_t *fresh = draw (self->pages, page);
  int height = cairo_image_surface_get_height (picture);

  g_assert_true (pictures_equal (fresh, picture, 0, height));
  g_assert_true (pictures_alike (kept, picture, 0, strip.first));
  g_assert_true (pictures_alike (kept, picture, strip.first + 1, strip.end - 1));
  g_assert_true (pictures_alike (kept, picture, strip.end, height));
  g_ptr_array_index (self->pictures, page) = fresh;
  cairo_surface_destroy (kept);
}

static void
assert_same (Preview *self,
             TrinhPages *before,
             TrinhDocument *document)
{
  g_autoptr (TrinhPages) whole = lay_out (NULL, document);
  guint n = trinh_pages_get_n_pages (whole);

  g_assert_cmpuint (trinh_pages_get_n_pages (self->pages), ==, n);
  assert_boxes_equal (self->pages, whole);
  assert_bookmarks_equal (self->pages, whole);
  for (guint page = 0; page < n; page++)
    {
      cairo_surface_t *picture = draw (whole, page);
      g_autofree char *tags = dup_tags (self->pages, page);
      g_autofree char *wanted = dup_tags (whole, page);

      g_assert_cmpstr (tags, ==, wanted);
      assert_picture_equal (self, before, page, picture);
      cairo_surface_destroy (picture);
    }
  if (self->pictures->len > n)
    g_ptr_array_set_size (self->pictures, (int) n);
}

static void
update (Preview *self)
{
  g_autoptr (TrinhDocument) document = trinh_document_new (self->evaluation);
  g_autoptr (TrinhPages) before = g_steal_pointer (&self->pages);

  self->pages = lay_out (before, document);
  assert_same (self, before, document);
}

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static void
apply (Preview *self,
       TrinhEdit *edit)
{
  g_autoptr (GError) error = NULL;

  /* A computed cell, say, cannot be changed: then nothing is. */
  if (!trinh_report_apply (self->report, edit, &error))
    g_test_message ("%s", error->message);
}

static void
set_text (Preview *self,
          TrinhSection *section,
          const char *text,
          gboolean none)
{
  g_autoptr (TrinhSection) changed = trinh_section_with_text (section, text, none);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("section");

  trinh_edit_set_section (edit, changed);
  apply (self, edit);
}

/* A letter or more in the middle, a paragraph, all of it gone */
static void
change_section (Preview *self)
{
  static const char *const pieces[] = { "a", "ở", " một câu dài hơn hẳn để dòng phải ngắt lại, ", "\n", "\n- mục\n- mục nữa\n", "\n# Đề mục\n", "**" };
  GListModel *sections = trinh_report_get_sections (self->report);
  g_autoptr (TrinhSection) section = g_list_model_get_item (sections, pick (g_list_model_get_n_items (sections)));
  const char *text = trinh_section_get_text (section);
  glong n_letters = g_utf8_strlen (text, -1);
  glong at = (glong) pick ((guint) n_letters + 1);
  glong n_wanted = 1 + (glong) pick (80);
  const char *middle = g_utf8_offset_to_pointer (text, at);
  g_autofree char *head = g_strndup (text, (gsize) (middle - text));
  glong n_gone = MIN (n_letters - at, n_wanted);
  g_autofree char *changed = NULL;

  switch (pick (6))
    {
    case 0:
      set_text (self, section, "", pick (2) == 0);
      return;
    case 1:
      changed = g_strconcat (head, g_utf8_offset_to_pointer (middle, n_gone), NULL);
      break;
    default:
      changed = g_strconcat (head, pieces[pick (G_N_ELEMENTS (pieces))], middle, NULL);
    }
  set_text (self, section, changed, FALSE);
}

static void
change_value (Preview *self)
{
  GPtrArray *boxes = trinh_pages_get_boxes (self->pages);
  g_autofree char *number = g_strdup_printf ("%u", pick (3) == 0 ? 1234567 : pick (60));

  for (guint tries = 0; tries < 200; tries++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, pick (boxes->len));
      g_autoptr (TrinhValue) value = NULL;
      g_autoptr (TrinhEdit) edit = NULL;
      TrinhDecimal decimal;

      if (box->place == NULL || !trinh_report_get_decimal (self->report, box->place, &decimal))
        continue;
      value = pick (3) == 0 ? trinh_value_new (NULL) : trinh_value_new (number);
      edit = trinh_edit_new_value ("value", box->place, value);
      apply (self, edit);
      return;
    }
}

static void
change_head (Preview *self)
{
  static const char *const names[] = { "Phòng Nội vụ huyện", "Ủy ban nhân dân tỉnh; Sở Nội vụ và các cơ quan chuyên môn khác" };
  const char *const addressees[] = { names[pick (2)], pick (2) == 0 ? names[1] : NULL, NULL };
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("head");

  trinh_edit_set_member_strv (edit, pick (2) == 0 ? "addressees" : "recipients", addressees);
  apply (self, edit);
}

static void
change_something (Preview *self)
{
  switch (pick (8))
    {
    case 0:
      change_head (self);
      break;
    case 1:
      if (trinh_report_get_can_undo (self->report))
        g_assert_true (trinh_report_undo (self->report, NULL));
      break;
    case 2:
    case 3:
    case 4:
      change_value (self);
      break;
    default:
      change_section (self);
    }
}

/* An annex of charts, from the fixture */
static void
add_charts (Preview *self)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "document", "charts.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("charts");
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  trinh_edit_set_member (edit, "charts", json_parser_get_root (parser));
  g_assert_true (trinh_report_apply (self->report, edit, &error));
  g_assert_no_error (error);
}

static void
test_sample (gconstpointer data)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "samples", data, NULL);
  g_autoptr (GError) error = NULL;
  Preview preview = { 0 };

  preview.report = trinh_report_load_file (file, library, &error);
  g_assert_no_error (error);
  preview.evaluation = trinh_evaluation_new (preview.report);
  preview.pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  update (&preview);
  if (g_str_equal (data, "binh-lang-2022-h1.trinhky"))
    add_charts (&preview);
  for (guint i = 0; i < N_EDITS; i++)
    {
      change_something (&preview);
      update (&preview);
    }
  g_object_unref (preview.pages);
  g_ptr_array_unref (preview.pictures);
  g_object_unref (preview.evaluation);
  g_object_unref (preview.report);
}

/* A letter is laid out with its paragraph alone; what is gone from the pages is forgotten. */
static void
test_cache (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  TrinhPages *pages;
  guint size;

  fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", "Bình Lãng, ngày 09 tháng 6 năm 2022");
  for (guint i = 0; i < 40; i++)
    fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 20 + i);
  pages = fixture_lay_out (blocks);
  size = trinh_layout_cache_get_size (pages->cache);
  for (guint i = 0; i < 12; i++)
    {
      GPtrArray *changed = fixture_blocks_new ();
      g_autoptr (TrinhDocument) document = NULL;
      TrinhPages *next;

      fixture_add_header (changed, NULL, "XÃ BÌNH LÃNG", "Bình Lãng, ngày 09 tháng 6 năm 2022");
      for (guint paragraph = 0; paragraph < 40; paragraph++)
        fixture_add_text (changed, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", paragraph == 7 ? 300 + i : 20 + paragraph);
      document = trinh_document_new_for_blocks (changed);
      next = lay_out (pages, document);
      g_object_unref (pages);
      pages = next;
      g_assert_cmpuint (trinh_layout_cache_get_size (pages->cache), <=, size + 3);
    }
  g_object_unref (pages);
}

static void
test_cancel (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (TrinhPages) next = NULL;

  fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 200);
  pages = fixture_lay_out (blocks);
  g_cancellable_cancel (cancellable);
  g_assert_null (trinh_pages_new_after (pages, trinh_pages_get_document (pages), NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  next = lay_out (pages, trinh_pages_get_document (pages));
  assert_boxes_equal (next, pages);
}

int
main (int argc,
      char *argv[])
{
  static const char *const samples[] = {
    "binh-lang-2020-h1",
    "binh-lang-2021-h1",
    "binh-lang-2021-h2",
    "binh-lang-2022-h1",
    "binh-luong-2021-9m",
    "but-son-2022-h1",
    "dong-son-2024-06",
    "ho-so-linh-vuc-2022-q2",
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/layout-again/cache", test_cache);
  g_test_add_func ("/document/layout-again/cancel", test_cancel);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/document/layout-again/", samples[i], NULL);
      char *name = g_strconcat (samples[i], ".trinhky", NULL);

      g_test_add_data_func_full (path, name, test_sample, g_free);
    }

  return g_test_run ();
}
