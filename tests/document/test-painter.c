/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What is drawn for those who hear the text is not seen, whatever font the text before is in. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "trinh-pdf.h"

/* A letter of no other font, and the font: a square for it, a larger one for what the font lacks, such as the space */
#define SQUARE "\364\212\257\215"
static const char font[] =
  "AAEAAAAJAIAAAwAQY21hcAAwV88AAACcAAAAKGdseWYH4A3AAAAAxAAAAEhoZWFkYv5EzQAAAQwAAAA2aGhlYQfRA+sAAAFEAAAA"
  "JGhtdHgH0AAAAAABaAAAAAhsb2NhACQAEgAAAXAAAAAGbWF4cAAEAAYAAAF4AAAAIG5hbWUDrQw2AAABmAAAAERwb3N0AAMAAAAA"
  "AdwAAAAgAAAAAQADAAoAAAAMAAwAAAAAABwAAAAAAAAAAQAQq80AEKvNAAAAAQABAAAAAAPoA+gAAwAAAQEBAQAAAAAD6AAAAAAD"
  "6AAA/BgAAAABAAAAAAH0AfQAAwAAAQEBAQAAAAAB9AAAAAAB9AAA/gwAAAABAAAAAQAAAAAAAF8PPPUAAwPoAAAAAAAAAAAAAAAA"
  "AAAAAAAAAAAD6APoAAAACAACAAAAAAAAAAEAAAPoAAAAAAPoAAAAAAPoAAEAAAAAAAAAAAAAAAAAAAACA+gAAAPoAAAAAAASACQA"
  "AAABAAAAAgAEAAEAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAgAeAAMAAQQJAAEAGAAAAAMAAQQJAAIADgAYAFQAcgBpAG4AaAAg"
  "AFMAcQB1AGEAcgBlAFIAZQBnAHUAbABhAHIAAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

/* Before the first font is asked for */
static void
install_font (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "fonts", NULL);
  g_autofree char *path = g_build_filename (folder, "square.ttf", NULL);
  g_autofree guchar *bytes = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  bytes = g_base64_decode (font, &length);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL));
  g_setenv ("XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
}

static TrinhPages *
lay_out (void)
{
  GPtrArray *blocks = fixture_blocks_new ();

  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", trinh_text_new_plain ("trước " SQUARE "\nsau", FALSE, FALSE)));
  return fixture_lay_out (blocks);
}

static void
hear (cairo_t *cr,
      const char *tag,
      const char *attributes,
      gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
hear_end (cairo_t *cr,
          const char *tag,
          gpointer user_data)
{
}

static cairo_surface_t *
draw (TrinhPages *pages,
      const TrinhTagSink *sink)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);

  trinh_pages_draw_tagged (pages, 0, cr, sink);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
assert_looks_the_same (TrinhPages *pages)
{
  guint n_tags = 0;
  const TrinhTagSink sink = { hear, hear_end, &n_tags };
  cairo_surface_t *seen = draw (pages, NULL);
  cairo_surface_t *heard = draw (pages, &sink);
  const gsize size = (gsize) cairo_image_surface_get_stride (seen) * (gsize) cairo_image_surface_get_height (seen);

  g_assert_cmpuint (n_tags, >, 0);
  g_assert_cmpmem (cairo_image_surface_get_data (seen), size, cairo_image_surface_get_data (heard), size);
  cairo_surface_destroy (seen);
  cairo_surface_destroy (heard);
}

static void
assert_words_apart (TrinhPages *pages)
{
  g_autofree char *tool = g_find_program_in_path ("pdfinfo");
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "page.pdf", NULL);
  const char *const line[] = { tool, "-struct-text", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = trinh_pdf_render (pages, NULL, NULL, NULL, &error);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  if (tool == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error));
  g_assert_nonnull (strstr (output, "trước "));
  g_assert_nonnull (strstr (output, " sau\""));
}

static void
test_font_without_space (void)
{
  g_autoptr (TrinhPages) pages = NULL;
  const TrinhBox *box;

  install_font ();
  pages = lay_out ();
  box = fixture_find_box (pages, "paragraph", 0);
  g_assert_cmpuint (box->lines->len, ==, 2);
  g_assert_nonnull (strstr (box->text, SQUARE));
  assert_looks_the_same (pages);
  assert_words_apart (pages);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/painter/font-without-space", test_font_without_space);
  return g_test_run ();
}
