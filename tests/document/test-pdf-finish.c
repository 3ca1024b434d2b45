/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "trinh-pdf-private.h"

#define REPORT "{ \"format\": \"trinhky-report\", \"version\": 1 }\n"

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
show_element (cairo_t *cr,
              const char *tag,
              const char *text,
              double x,
              double y)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Times New Roman 12");

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  cairo_tag_begin (cr, tag, "");
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, tag);
}

static void
show_page (cairo_t *cr)
{
  show_element (cr, "H1", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", 80, 80);
  show_element (cr, "P", "Thực hiện Nghị quyết của Đảng ủy, hoàn thành 63,6%.", 80, 110);
  cairo_tag_begin (cr, "Table", "");
  cairo_tag_begin (cr, "TR", "");
  show_element (cr, "TH", "Chỉ tiêu", 80, 140);
  show_element (cr, "TH", "Số liệu", 280, 140);
  cairo_tag_end (cr, "TR");
  cairo_tag_begin (cr, "TR", "");
  show_element (cr, "TD", "Số nhiệm vụ đề ra", 80, 160);
  show_element (cr, "TD", "33", 280, 160);
  cairo_tag_end (cr, "TR");
  cairo_tag_end (cr, "Table");
  cairo_show_page (cr);
}

/* One page as cairo leaves it: no language, no XMP, no attachment */
static GBytes *
draw_small_file (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Báo cáo");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2022-06-09T00:00:00+07:00");
  cr = cairo_create (surface);
  show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static TrinhPdfMetadata
create_metadata (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (9, G_DATE_JUNE, 2022);

  return (TrinhPdfMetadata) {
    .title = "Báo cáo <6 tháng> & \"quý\"\001",
    .author = "UBND xã Bình Lãng",
    .identifier = "6f1c/12",
    .date = g_date_get_julian (date),
  };
}

static GBytes *
finish_with (const char *report,
             gsize length)
{
  g_autoptr (GBytes) drawn = draw_small_file ();
  g_autoptr (GBytes) attachment = report != NULL ? g_bytes_new (report, length) : NULL;
  g_autoptr (GError) error = NULL;
  TrinhPdfMetadata metadata = create_metadata ();
  GBytes *finished = trinh_pdf_finish (drawn, &metadata, attachment, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (finished);
  return finished;
}

static GBytes *
finish_small_file (void)
{
  return finish_with (REPORT, strlen (REPORT));
}

/* What a tool prints about a file; NULL and a skipped test where the tool is missing */
static char *
run_on_file (GBytes *pdf,
             const char *command)
{
  g_autofree char *path = NULL;
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) words = g_strsplit (command, " ", 2);
  g_autofree char *tool = g_find_program_in_path (words[0]);
  int status;
  int fd;

  if (tool == NULL)
    {
      g_test_skip_printf ("%s is not installed", words[0]);
      return NULL;
    }
  fd = g_file_open_tmp ("trinh-XXXXXX.pdf", &path, NULL);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  line = g_strconcat (command, " ", path, NULL);
  g_assert_true (g_spawn_command_line_sync (line, &output, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_remove (path);
  return g_steal_pointer (&output);
}

static void
assert_in_order (const char *text,
                 const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (text, parts[i]);

      if (found == NULL)
        g_test_message ("“%s” is not in “%s”", parts[i], text);
      g_assert_nonnull (found);
      text = found + strlen (parts[i]);
    }
}

static void
test_round_trip (void)
{
  static const struct
  {
    const char *data;
    gsize length;
  } reports[] = { { "", 0 }, { "x", 1 }, { REPORT, sizeof REPORT - 1 }, { "\0stream\nendstream\n\xff", 19 } };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GBytes) finished = finish_with (reports[i].data, reports[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) read = trinh_pdf_read_attachment (finished, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), reports[i].data, reports[i].length);
    }
}

static void
test_large_report (void)
{
  g_autofree char *spaces = g_strnfill (TRINH_PDF_ATTACHMENT_MOST + 1, ' ');
  g_autoptr (GBytes) largest = finish_with (spaces, TRINH_PDF_ATTACHMENT_MOST);
  g_autoptr (GBytes) drawn = draw_small_file ();
  g_autoptr (GBytes) attachment = g_bytes_new (spaces, TRINH_PDF_ATTACHMENT_MOST + 1);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;
  TrinhPdfMetadata metadata = create_metadata ();

  g_assert_cmpuint (g_bytes_get_size (largest), <, 1024 * 1024);
  read = trinh_pdf_read_attachment (largest, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (read), ==, TRINH_PDF_ATTACHMENT_MOST);

  none = trinh_pdf_finish (drawn, &metadata, attachment, NULL, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_null (none);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = finish_small_file ();
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100 * 1000); /* a clock's second, were one in it */
  second = finish_small_file ();
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_other_report_other_id (void)
{
  g_autoptr (GBytes) first = finish_with ("1", 1);
  g_autoptr (GBytes) second = finish_with ("2", 1);

  g_assert_false (g_bytes_equal (first, second));
}

static void
test_qpdf_check (void)
{
  g_autoptr (GBytes) finished = finish_small_file ();
  g_autofree char *output = run_on_file (finished, "qpdf --check");

  if (output != NULL)
    g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
}

static void
test_catalog (void)
{
  static const char *const entries[] = { "\"/AF\": [", "\"/Lang\": \"u:vi-VN\"", "\"/MarkInfo\": {", "\"/Marked\": true", "\"/ViewerPreferences\": {", "\"/DisplayDocTitle\": true", NULL };
  static const char *const specification[] = { "\"/AFRelationship\": \"/Data\"", "\"/UF\": \"u:report.trinhky\"", NULL };
  static const char *const intent[] = { "\"/DestOutputProfile\"", "\"/OutputConditionIdentifier\": \"u:sRGB IEC61966-2.1\"", "\"/S\": \"/GTS_PDFA1\"", NULL };
  static const char *const file[] = { "\"/Params\"", "\"/CreationDate\": \"u:D:20220609000000+07'00'\"", "\"/ModDate\": \"u:D:20220609000000+07'00'\"", "\"/Size\": 45", "\"/Subtype\": \"/application/vnd.trinhky.report+json\"", "\"/Type\": \"/EmbeddedFile\"", NULL };
  g_autoptr (GBytes) finished = finish_small_file ();
  g_autofree char *output = run_on_file (finished, "qpdf --json --json-key=qpdf");

  if (output == NULL)
    return;
  assert_in_order (output, entries);
  assert_in_order (output, specification);
  assert_in_order (output, intent);
  assert_in_order (output, file);
}

/* A date begins with "D:": cairo leaves that out. */
static void
test_information_dates (void)
{
  static const char *const dates[] = { "\"/CreationDate\": \"u:D:20220609000000+07'00'\"", "\"/Producer\"", NULL };
  g_autoptr (GBytes) finished = finish_small_file ();
  g_autofree char *output = run_on_file (finished, "qpdf --json --json-key=qpdf");

  if (output == NULL)
    return;
  assert_in_order (output, dates);
  g_assert_null (strstr (output, "Date\": \"u:2022"));
}

static void
test_information (void)
{
  static const char *const lines[] = { "Title:           Báo cáo\n", "CreationDate:    2022-06-09T00:00:00+07\n", "Metadata Stream: yes\n", "Tagged:          yes\n", "Pages:           1\n", "PDF version:     1.7\n", NULL };
  g_autoptr (GBytes) finished = finish_small_file ();
  g_autofree char *output = run_on_file (finished, "pdfinfo -isodates");

  if (output != NULL)
    assert_in_order (output, lines);
}

static void
test_structure (void)
{
  static const char *const elements[] = { "Document", "H1", "\"I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\"", "P", "63,6%", "Table", "TR", "TH", "/Scope /Column", "TH", "TR", "TD", "\"Số nhiệm vụ đề ra\"", "TD", "\"33\"", NULL };
  g_autoptr (GBytes) finished = finish_small_file ();
  g_autofree char *output = run_on_file (finished, "pdfinfo -struct-text");

  if (output != NULL)
    assert_in_order (output, elements);
}

static void
note_element (GMarkupParseContext *context,
              const char *name,
              const char **attribute_names,
              const char **attribute_values,
              gpointer user_data,
              GError **error)
{
  g_string_append_printf (user_data, "<%s>", name);
}

static void
note_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer user_data,
           GError **error)
{
  g_string_append_len (user_data, text, length);
}

static void
test_xmp (void)
{
  static const char *const parts[] = { "<dc:identifier>6f1c/12", "<dc:title>", "Báo cáo <6 tháng> & \"quý\" ", "<dc:creator>", "UBND xã Bình Lãng", "<dc:language>", "vi-VN", "<xmp:CreatorTool>Trình Ký", "<xmp:CreateDate>2022-06-09T00:00:00+07:00", "<xmp:ModifyDate>2022-06-09T00:00:00+07:00", "<pdf:Producer>maker & co", NULL };
  static const GMarkupParser parser = { .start_element = note_element, .text = note_text };
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *xmp = NULL;
  TrinhPdfMetadata metadata = create_metadata ();

  xmp = trinh_pdf_metadata_dup_xmp (&metadata, "maker & co");
  g_assert_true (g_markup_parse_context_parse (context, xmp, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  assert_in_order (seen->str, parts);
  g_assert_nonnull (strstr (xmp, "<pdfaid:part>3</pdfaid:part>"));
  g_assert_nonnull (strstr (xmp, "<pdfaid:conformance>U</pdfaid:conformance>"));
  g_assert_null (strstr (xmp, "pdfuaid"));
  g_assert_null (strstr (xmp, "dc:source"));
}

/* XML has no place for some letters, not even escaped: words stay apart where they stood. */
static void
test_xmp_pasted (void)
{
  TrinhPdfMetadata metadata = create_metadata ();
  g_autofree char *xmp = NULL;

  metadata.title = "Báo\vcáo\xEF\xBF\xBF 6\002tháng";
  xmp = trinh_pdf_metadata_dup_xmp (&metadata, NULL);
  g_assert_nonnull (strstr (xmp, ">Báo cáo  6 tháng<"));
}

/* What the document was made from is read from the finished file; of others there is nothing to read. */
static void
test_origin (void)
{
  g_autoptr (GBytes) drawn = draw_small_file ();
  g_autoptr (GBytes) attachment = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) none = g_bytes_new_static ("no PDF", 6);
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = NULL;
  TrinhPdfMetadata metadata = create_metadata ();

  without = trinh_pdf_finish (drawn, &metadata, attachment, NULL, NULL, &error);
  metadata.origin = "urn:trinhky:journal:1:2:3";
  with = trinh_pdf_finish (drawn, &metadata, attachment, NULL, NULL, &error);
  g_assert_no_error (error);
  origin = trinh_pdf_read_origin (with);
  g_assert_cmpstr (origin, ==, "urn:trinhky:journal:1:2:3");
  g_assert_null (trinh_pdf_read_origin (without));
  g_assert_null (trinh_pdf_read_origin (drawn));
  g_assert_null (trinh_pdf_read_origin (none));
}

static void
test_dates (void)
{
  TrinhPdfMetadata metadata = create_metadata ();
  g_autofree char *iso = trinh_pdf_metadata_dup_iso_date (&metadata);
  g_autofree char *pdf = trinh_pdf_metadata_dup_pdf_date (&metadata);
  g_autofree char *none = NULL;

  g_assert_cmpstr (iso, ==, "2022-06-09T00:00:00+07:00");
  g_assert_cmpstr (pdf, ==, "D:20220609000000+07'00'");
  metadata.date = G_DATE_BAD_JULIAN;
  none = trinh_pdf_metadata_dup_iso_date (&metadata);
  g_assert_cmpstr (none, ==, "2000-01-01T00:00:00+07:00");
}

static void
test_no_attachment (void)
{
  g_autoptr (GBytes) drawn = draw_small_file ();
  g_autoptr (GBytes) finished = finish_with (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_pdf_read_attachment (drawn, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (trinh_pdf_read_attachment (finished, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_garbage (void)
{
  static const char *const texts[] = { "", "x", "%PDF-1.7\n", "PK\003\004", "{ \"format\": \"trinhky-report\" }", "%PDF-1.7\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      TrinhPdfMetadata metadata = create_metadata ();

      g_assert_null (trinh_pdf_read_attachment (bytes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_clear_error (&error);
      g_assert_null (trinh_pdf_finish (bytes, &metadata, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* However a file is cut, it is refused: nothing is guessed from what is left. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) finished = finish_small_file ();
  gsize length = g_bytes_get_size (finished);

  for (gsize kept = 0; kept < length - 64; kept += MAX (length / 60, 1))
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (finished, 0, kept);
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_pdf_read_attachment (cut, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      /* In our words, which are translated; the library's stand in brackets. */
      g_assert_true (g_str_has_prefix (error->message, kept == 0 ? "The PDF file is empty. Have it" : "This is no PDF file, or it is damaged or was cut off"));
      g_assert_true (kept == 0 || (g_str_has_suffix (error->message, ")") && strstr (error->message, "unknown reason") == NULL));
    }
}

/* A changed byte may make any error, or none where it changes nothing that is read; never a crash. */
static void
test_changed_bytes (void)
{
  g_autoptr (GBytes) finished = finish_small_file ();
  gsize length;
  const guint8 *data = g_bytes_get_data (finished, &length);
  GRand *random = g_rand_new_with_seed (20220609);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GBytes) read = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 6; j++)
        copy[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int_range (random, 0, 256);
      changed = g_bytes_new_static (copy, length);
      read = trinh_pdf_read_attachment (changed, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
  g_rand_free (random);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pdf/attachment/round-trip", test_round_trip);
  g_test_add_func ("/pdf/attachment/large", test_large_report);
  g_test_add_func ("/pdf/attachment/none", test_no_attachment);
  g_test_add_func ("/pdf/finish/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/finish/other-report", test_other_report_other_id);
  g_test_add_func ("/pdf/finish/qpdf-check", test_qpdf_check);
  g_test_add_func ("/pdf/finish/catalog", test_catalog);
  g_test_add_func ("/pdf/finish/information", test_information);
  g_test_add_func ("/pdf/finish/information-dates", test_information_dates);
  g_test_add_func ("/pdf/finish/structure", test_structure);
  g_test_add_func ("/pdf/metadata/xmp", test_xmp);
  g_test_add_func ("/pdf/metadata/xmp-pasted", test_xmp_pasted);
  g_test_add_func ("/pdf/metadata/origin", test_origin);
  g_test_add_func ("/pdf/metadata/dates", test_dates);
  g_test_add_func ("/pdf/bad/garbage", test_garbage);
  g_test_add_func ("/pdf/bad/cut-off", test_cut_off);
  g_test_add_func ("/pdf/bad/changed-bytes", test_changed_bytes);

  return g_test_run ();
}
