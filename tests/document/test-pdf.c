/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>

#include "fixture.h"
#include "trinh-pdf-order.h"

#define SAMPLE "binh-lang-2022-h1.trinhky"

static TrinhPages *
lay_out_sample (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", SAMPLE, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  TrinhPages *pages;

  report = trinh_report_load_file (file, library, &error);
  g_assert_no_error (error);
  evaluation = trinh_evaluation_new (report);
  document = trinh_document_new (evaluation);
  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return pages;
}

static GBytes *
render_sample (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = trinh_pdf_render (pages, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What a tool prints about the file; NULL and a skipped test where the tool is missing */
static char *
run_on (GBytes *pdf,
        const char *tool,
        const char *options,
        const char *last)
{
  g_autofree char *found = g_find_program_in_path (tool);
  g_autofree char *path = NULL;
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;
  int status;
  int fd;

  if (found == NULL)
    {
      g_test_skip_printf ("%s is not installed", tool);
      return NULL;
    }
  fd = g_file_open_tmp ("trinh-XXXXXX.pdf", &path, NULL);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  line = g_strdup_printf ("%s %s %s %s", tool, options, path, last);
  g_assert_true (g_spawn_command_line_sync (line, &output, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_remove (path);
  return g_steal_pointer (&output);
}

static char *
run_on_sample (const char *tool,
               const char *options,
               const char *last)
{
  g_autoptr (GBytes) pdf = render_sample ();

  return run_on (pdf, tool, options, last);
}

static void
assert_in_order (const char *text,
                 const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (text, parts[i]);

      if (found == NULL)
        g_test_message ("“%s” is not there, or before “%s”", parts[i], i > 0 ? parts[i - 1] : "");
      g_assert_nonnull (found);
      text = found + strlen (parts[i]);
    }
}

static void
count_progress (guint done,
                guint total,
                gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (done, ==, *last + 1);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static void
test_progress (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  guint last = 0;

  pdf = trinh_pdf_render (pages, count_progress, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  g_assert_cmpuint (last, ==, trinh_pages_get_n_pages (pages) + 1);
}

static void
cancel_at_second (guint done,
                  guint total,
                  gpointer user_data)
{
  g_assert_cmpuint (done, <=, 2);
  if (done == 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_pdf_render (pages, cancel_at_second, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = render_sample ();
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100 * 1000); /* a clock's second, were one in it */
  second = render_sample ();
  g_assert_true (g_bytes_equal (first, second));
}

static cairo_status_t
append (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Drawn once, handed over and completed: the same file; the pages are blank then. */
static void
test_halves (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  TrinhDocument *document = trinh_pages_get_document (pages);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) order = trinh_pdf_order_make (pages);
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) whole = render_sample ();
  g_autoptr (GError) error = NULL;
  TrinhPdfMetadata metadata;

  trinh_pdf_metadata_init (&metadata, document);
  trinh_pdf_draw (pages, TRUE, &metadata, append, array, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trinh_pages_get_boxes (pages)->len, ==, 0);
  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  pdf = trinh_pdf_complete (drawn, order, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, whole));
}

/* What another process gets may be anything. */
static void
test_bad_order (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GBytes) order = trinh_pdf_order_make (pages);
  g_autoptr (GBytes) drawn = g_bytes_new_static ("%PDF-1.7", 8);
  const gsize size = g_bytes_get_size (order);
  const struct
  {
    gsize begin;
    gsize length;
  } cuts[] = { { 0, 0 }, { 0, 1 }, { 0, size - 1 }, { 1, size - 1 }, { size / 2, size - size / 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (order, cuts[i].begin, cuts[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_pdf_complete (drawn, cut, &error));
      g_assert_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_FINISH);
    }
}

static cairo_status_t
refuse (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
test_refused (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GError) error = NULL;
  TrinhPdfMetadata metadata;

  trinh_pdf_metadata_init (&metadata, trinh_pages_get_document (pages));
  g_assert_false (trinh_pdf_draw (pages, FALSE, &metadata, refuse, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_DRAW);
}

static void
test_attachment (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GBytes) pdf = render_sample ();
  g_autoptr (GBytes) carried = NULL;
  g_autoptr (GError) error = NULL;

  carried = trinh_pdf_read_attachment (pdf, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (carried, trinh_document_get_attachment (trinh_pages_get_document (pages))));
}

static void
test_qpdf_check (void)
{
  g_autofree char *output = run_on_sample ("qpdf", "--check", "");

  if (output != NULL)
    g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
}

/* After two lines of head each line is a font; "emb" and "uni" are the fifth and the third column from the end. */
static void
test_fonts (void)
{
  g_autofree char *output = run_on_sample ("pdffonts", "", "");
  g_auto (GStrv) lines = NULL;

  if (output == NULL)
    return;
  lines = g_strsplit (g_strchomp (output), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 2 + 2);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], "LiberationSerif"));
      g_assert_true (g_regex_match_simple (" yes +yes +yes +[0-9]+ +[0-9]+$", lines[i], 0, 0));
    }
}

static void
test_text (void)
{
  static const char *const parts[] = { "BÌNH LÃNG", "Bình Lãng, ngày 09 tháng 6 năm 2022", "BÁO CÁO", "cải cách hành chính 6 tháng đầu năm 2022", "Kính gửi", "Phòng Nội vụ huyện Tứ Kỳ", "./.", "Nơi nhận:", "CHỦ TỊCH", "PHỤ LỤC", "Biểu mẫu 1", "63,6", "Biểu mẫu 7", NULL };
  g_autofree char *output = run_on_sample ("pdftotext", "", "-");

  if (output != NULL)
    assert_in_order (output, parts);
}

static void
test_structure (void)
{
  static const char *const parts[] = { "Document", "H1", "P (block)", "Table", "TR", "TH", "/Scope /Column", "TR", "TD", NULL };
  static const char *const items[] = { "\n  L (block)", "\n    LI (block)", "\n      LBody (block)", "\n    LI (block)", "\n      LBody (block)", NULL };
  g_autofree char *output = run_on_sample ("pdfinfo", "-struct", "");

  if (output == NULL)
    return;
  assert_in_order (output, parts);
  assert_in_order (output, items);
}

/* Heads over several rows and columns, on two pages; a cell over two rows, its first ones blank */
static TrinhPages *
lay_out_spans (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  TrinhTable *table;

  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, 50, "Số văn bản");
  table = ((TrinhBlock *) blocks->pdata[blocks->len - 1])->table;
  for (guint i = 0; i < 2; i++)
    {
      trinh_table_add_cell (table, trinh_text_new_plain ("", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
      trinh_table_add_cell (table, trinh_text_new_plain (i == 0 ? "Trong đó" : "", FALSE, FALSE), TRINH_ALIGN_START, NULL);
      if (i == 0)
        trinh_table_merge_cell (table, 2);
      trinh_table_add_cell (table, trinh_text_new_plain ("Hồ sơ", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
      trinh_table_add_cell (table, trinh_text_new_plain ("12", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
    }
  return fixture_lay_out (blocks);
}

static guint
count (const char *text,
       const char *part)
{
  g_auto (GStrv) parts = g_strsplit (text, part, -1);

  return g_strv_length (parts) - 1;
}

/* Cells that go over several rows or columns say so, where a head is repeated too; no other does. */
static void
test_spans (void)
{
  static const char *const head[] = { "TH", "/Scope /Column", "/RowSpan 2", "TH", "/RowSpan 2", "TH", "/ColSpan 2", "TR", "TH", "/Scope /Column", NULL };
  g_autoptr (TrinhPages) pages = lay_out_spans ();
  g_autoptr (GError) error = NULL;
  const guint n_pages = trinh_pages_get_n_pages (pages);
  g_autoptr (GBytes) pdf = trinh_pdf_render (pages, NULL, NULL, NULL, &error);
  g_autofree char *output = NULL;
  const char *merged;

  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >, 1);
  output = run_on (pdf, "pdfinfo", "-struct-text", "");
  if (output == NULL)
    return;
  assert_in_order (output, head);
  g_assert_cmpuint (count (output, "/ColSpan"), ==, n_pages);
  g_assert_cmpuint (count (output, "/RowSpan"), ==, 2 * n_pages + 1);
  merged = g_strrstr (output, "/RowSpan 2");
  g_assert_nonnull (strstr (merged, "Trong đó"));
  g_assert_cmpuint (count (merged, "TD\n"), ==, 5);
}

/* Where other cells were drawn than were counted, none says anything. */
static void
test_wrong_spans (void)
{
  g_autoptr (TrinhPages) pages = lay_out_spans ();
  g_autoptr (TrinhPages) others = lay_out_sample ();
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) order = trinh_pdf_order_make (others);
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  TrinhPdfMetadata metadata;

  trinh_pdf_metadata_init (&metadata, trinh_pages_get_document (pages));
  trinh_pdf_draw (pages, TRUE, &metadata, append, array, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  pdf = trinh_pdf_complete (drawn, order, &error);
  g_assert_no_error (error);
  output = run_on (pdf, "pdfinfo", "-struct", "");
  if (output == NULL)
    return;
  g_assert_cmpuint (count (output, "Span"), ==, 0);
  g_assert_cmpuint (count (output, "/Scope /Column"), >, 4);
}

static void
test_information (void)
{
  static const char *const parts[] = { "Title:", "Báo cáo", "Author:", "UBND xã Bình Lãng", "Creator:         " TRINH_PDF_PROGRAM "\n", "CreationDate:    2022-06-09T00:00:00+07\n", "ModDate:         2022-06-09T00:00:00+07\n", "Tagged:          yes\n", "Page size:       595", "PDF version:     1.7\n", NULL };
  g_autofree char *output = run_on_sample ("pdfinfo", "-isodates", "");

  if (output != NULL)
    assert_in_order (output, parts);
}

/* Page numbers and drawn lines are decoration: no element holds them. */
static void
test_page_numbers (void)
{
  g_autofree char *output = run_on_sample ("pdfinfo", "-struct-text", "");

  if (output == NULL)
    return;
  g_assert_nonnull (strstr (output, "\"I. CÔNG TÁC CHỈ ĐẠO"));
  g_assert_false (g_regex_match_simple ("^  \"[0-9]+\"$", output, G_REGEX_MULTILINE, 0));
}

/* A paragraph is read aloud whole, with a space where a line ends. */
static void
test_line_ends (void)
{
  g_autofree char *output = run_on_sample ("pdfinfo", "-struct-text", "");

  if (output == NULL)
    return;
  g_assert_nonnull (strstr (output, "của UBND huyện Tứ Kỳ về việc triển khai thực hiện chế độ báo cáo cải cách hành chính định kỳ, UBND xã Bình Lãng"));
}

/* So is a text whose lines end by force: on one page, and in a cell. */
static void
test_forced_line_ends (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", trinh_text_new_plain ("ngày 09 tháng 6 năm 2022\ncủa UBND xã\n\nBình Lãng", FALSE, FALSE)));
  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, 3, "Trực tuyến = 0\nPhát phiếu = 1");
  pages = fixture_lay_out (blocks);
  pdf = trinh_pdf_render (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  output = run_on (pdf, "pdfinfo", "-struct-text", "");
  if (output == NULL)
    return;
  g_assert_nonnull (strstr (output, "\"ngày 09 tháng 6 năm 2022 của UBND xã Bình Lãng\""));
  g_assert_nonnull (strstr (output, "\"Trực tuyến = 0 Phát phiếu = 1\""));
}

/* As many pages as were laid out: an element closed too late would add one. */
static void
test_pages (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autofree char *expected = g_strdup_printf ("Pages:           %u\n", trinh_pages_get_n_pages (pages));
  g_autofree char *output = run_on_sample ("pdfinfo", "", "");

  if (output != NULL)
    g_assert_nonnull (strstr (output, expected));
}

/* Its outlines lie in the file once, and each page shows them. */
static void
test_draft_mark (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  g_autoptr (GBytes) pdf = render_sample ();
  const char *data = g_bytes_get_data (pdf, NULL);
  guint n_forms = 0;

  g_assert_true (trinh_document_get_draft (trinh_pages_get_document (pages)));
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, 1);
  for (gsize i = 0; i + 14 <= g_bytes_get_size (pdf); i++)
    n_forms += memcmp (data + i, "/Subtype /Form", 14) == 0;
  g_assert_cmpuint (n_forms, ==, 1);
}

static void
test_bookmarks (void)
{
  g_autoptr (TrinhPages) pages = lay_out_sample ();
  GPtrArray *bookmarks = trinh_pages_list_bookmarks (pages);
  g_autofree char *output = run_on_sample ("qpdf", "--json --json-key=outlines", "");

  if (output == NULL)
    return;
  g_assert_cmpuint (bookmarks->len, >=, 8);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const TrinhBookmark *bookmark = g_ptr_array_index (bookmarks, i);
      g_autofree char *title = g_strdup_printf ("\"title\": \"%s\"", bookmark->title);

      g_assert_nonnull (strstr (output, title));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pdf/progress", test_progress);
  g_test_add_func ("/pdf/cancel", test_cancel);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/halves", test_halves);
  g_test_add_func ("/pdf/bad-order", test_bad_order);
  g_test_add_func ("/pdf/refused", test_refused);
  g_test_add_func ("/pdf/attachment", test_attachment);
  g_test_add_func ("/pdf/qpdf-check", test_qpdf_check);
  g_test_add_func ("/pdf/fonts", test_fonts);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/spans", test_spans);
  g_test_add_func ("/pdf/wrong-spans", test_wrong_spans);
  g_test_add_func ("/pdf/page-numbers", test_page_numbers);
  g_test_add_func ("/pdf/information", test_information);
  g_test_add_func ("/pdf/line-ends", test_line_ends);
  g_test_add_func ("/pdf/forced-line-ends", test_forced_line_ends);
  g_test_add_func ("/pdf/pages", test_pages);
  g_test_add_func ("/pdf/draft-mark", test_draft_mark);
  g_test_add_func ("/pdf/bookmarks", test_bookmarks);

  return g_test_run ();
}
