/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The charts of a report on its pages. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "trinh-chart-private.h"
#include "trinh-figure.h"
#include "trinh-pdf.h"

#define CHARTS                                                                                 \
  "[{\"id\":\"c1\",\"title\":\"Nhiệm vụ\",\"indicators\":[\"bm1:2.1\",\"bm1:2.2\",\"bm1:2\"]," \
  "\"periods\":[\"2020-H1\",\"2021-H1\"],\"values\":{\"2021-H1\":{\"bm1:2.1\":\"30\",\"bm1:2\":\"50\"}}}]"

static TrinhEvaluation *
evaluate (const char *sample,
          const char *charts)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", sample, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JsonNode) node = json_from_string (charts, NULL);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_report_load_file (file, library, &error);

  g_assert_no_error (error);
  trinh_edit_set_member (edit, "charts", node);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  return trinh_evaluation_new (report);
}

/* The @n-th block of a type, %NULL when there are fewer */
static const TrinhBlock *
find_block (TrinhDocument *document,
            TrinhBlockType type,
            guint n)
{
  GPtrArray *blocks = trinh_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++)
    {
      const TrinhBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == type && n-- == 0)
        return block;
    }
  return NULL;
}

static void
assert_cell (const TrinhBlock *block,
             guint row,
             guint column,
             const char *expected)
{
  g_autofree char *text = trinh_text_dup_plain (trinh_table_get_cell (block->table, row, column)->text);

  g_assert_cmpstr (text, ==, expected);
}

/* A figure for each unit; the table says what the chart shows, blanks are no zeros. */
static void
test_blocks (void)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate ("binh-lang-2022-h1.trinhky", CHARTS);
  g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);
  const TrinhBlock *tasks = find_block (document, TRINH_BLOCK_TYPE_FIGURE, 0);
  const TrinhBlock *ratio = find_block (document, TRINH_BLOCK_TYPE_FIGURE, 1);

  g_assert_nonnull (ratio);
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_FIGURE, 2));
  g_assert_cmpstr (tasks->lines[0], ==, "Biểu đồ 1");
  g_assert_cmpstr (ratio->lines[0], ==, "Biểu đồ 2");
  g_assert_cmpstr (tasks->lines[1], ==, "Nhiệm vụ");
  g_assert_cmpstr (tasks->place, ==, "comparison:c1");
  g_assert_cmpstr (ratio->figure->unit, ==, "Đơn vị tính: %");
  g_assert_nonnull (strstr (tasks->figure->source, "Biểu mẫu 1, 2.1; Biểu mẫu 1, 2.2"));
  g_assert_nonnull (strstr (tasks->figure->alternative, "6T/2020: không có số liệu; 6T/2021: 30; 6T/2022: 33."));
  g_assert_cmpuint (trinh_table_get_n_rows (tasks->table), ==, 2);
  assert_cell (tasks, 0, 1, "–");
  assert_cell (tasks, 0, 2, "30");
  assert_cell (tasks, 0, 3, "33");
  assert_cell (tasks, 1, 2, "–");
  assert_cell (ratio, 0, 3, "63,6");
}

/* The report's own period and one that is there already are no further columns. */
static void
test_periods_once (void)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate ("binh-lang-2022-h1.trinhky", "[{\"id\":\"c1\",\"indicators\":[\"bm1:2.1\"],\"periods\":[\"2021-H1\",\"2022-H1\",\"2021-H1\"]}]");
  g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);
  const TrinhBlock *figure = find_block (document, TRINH_BLOCK_TYPE_FIGURE, 0);

  g_assert_nonnull (figure);
  g_assert_cmpuint (trinh_table_get_n_columns (figure->table), ==, 3);
  assert_cell (figure, 0, 1, "–");
  assert_cell (figure, 0, 2, "33");
}

/* In time, whatever order the file has: the line runs forwards, and "6T/2020 – 6T/2022" is true. */
static void
test_periods_in_time (void)
{
  static const char *const titles[] = { "6T/2020", "6T/2021", "6TC/2021", "6T/2022" };
  g_autoptr (TrinhEvaluation) evaluation = evaluate ("binh-lang-2022-h1.trinhky", "[{\"id\":\"c1\",\"kind\":\"line\",\"indicators\":[\"bm1:2.1\"],\"periods\":[\"2021-H2\",\"2021-H1\",\"2020-H1\"],"
                                                                                  "\"values\":{\"2021-H2\":{\"bm1:2.1\":\"31\"},\"2020-H1\":{\"bm1:2.1\":\"28\"}}}]");
  g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);
  const TrinhBlock *figure = find_block (document, TRINH_BLOCK_TYPE_FIGURE, 0);

  g_assert_nonnull (figure);
  g_assert_cmpuint (trinh_chart_get_n_periods (figure->figure->chart), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (trinh_chart_get_period (figure->figure->chart, i), ==, titles[i]);
  assert_cell (figure, 0, 1, "28");
  assert_cell (figure, 0, 2, "–");
  assert_cell (figure, 0, 3, "31");
  assert_cell (figure, 0, 4, "33");
}

/* Every text of the figure's chart, a line each. (transfer full) */
static char *
draw_texts (const TrinhBlock *block)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  trinh_chart_draw_full (block->figure->chart, cr, 500, 250, trinh_chart_palette_paper (), NULL, texts);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_string_free_and_steal (g_steal_pointer (&texts));
}

/* Nobody takes an estimate for a final figure: bars, one line, several lines. */
static void
test_estimate (void)
{
  static const struct
  {
    const char *kind;
    const char *indicators;
    const char *drawn;
  } cases[] = {
    { "bar", "\"bm1:2.1\",\"bm1:2.2\"", "33\n(ước)\n" },
    { "line", "\"bm1:2.1\"", "33\n(ước)\n" },
    { "line", "\"bm1:2.1\",\"bm1:2.2\"", "33 (ước)  " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *charts = g_strdup_printf ("[{\"id\":\"c1\",\"kind\":\"%s\",\"indicators\":[%s],\"periods\":[\"2021-H1\"],\"values\":{\"2021-H1\":{\"bm1:2.1\":\"33\"}}}]", cases[i].kind, cases[i].indicators);
      g_autoptr (TrinhEvaluation) evaluation = evaluate ("binh-lang-2022-h1.trinhky", charts);
      TrinhReport *report = trinh_evaluation_get_report (evaluation);
      g_autoptr (TrinhValue) estimate = trinh_value_with_estimate (trinh_report_get_value (report, "bm1:2.1"), TRUE);
      g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
      g_autoptr (TrinhDocument) document = NULL;
      g_autofree char *texts = NULL;
      g_autofree char *summary = NULL;
      const TrinhBlock *figure;

      trinh_edit_set_value (edit, "bm1:2.1", estimate);
      g_assert_true (trinh_report_apply (report, edit, NULL));
      document = trinh_document_new (evaluation);
      figure = find_block (document, TRINH_BLOCK_TYPE_FIGURE, 0);
      assert_cell (figure, 0, 1, "33");
      assert_cell (figure, 0, 2, "33 (ước)");
      g_assert_nonnull (strstr (figure->figure->alternative, "6T/2021: 33; 6T/2022: 33 (ước)."));
      texts = draw_texts (figure);
      g_test_message ("%s", texts);
      g_assert_nonnull (strstr (texts, cases[i].drawn));
      g_assert_null (strstr (strstr (texts, "ước") + 1, "ước"));
      summary = trinh_chart_dup_summary (figure->figure->chart);
      g_assert_nonnull (strstr (summary, "33 (estimate)"));
    }
}

/* Several annexes are numbered unless their labels are numbers; a report without charts has none for them. */
static void
test_labels (void)
{
  static const struct
  {
    const char *sample;
    const char *charts;
    const char *labels[2];
  } cases[] = {
    { "binh-lang-2022-h1.trinhky", "[]", { "PHỤ LỤC", NULL } },
    { "binh-lang-2022-h1.trinhky", CHARTS, { "PHỤ LỤC I", "PHỤ LỤC II" } },
    { "but-son-2022-h1.trinhky", "[{\"id\":\"c1\",\"indicators\":[\"pl01b:1.1.1\"]}]", { "Phụ lục 01b", "Phụ lục II" } },
    { "dong-son-2024-06.trinhky", "[{\"id\":\"c1\",\"indicators\":[\"t24:1.1\"]}]", { "PHỤ LỤC", NULL } },
    { "dong-son-2024-06.trinhky", "[{\"id\":\"c1\",\"indicators\":[]}]", { NULL, NULL } },
    { "binh-lang-2022-h1.trinhky", "[{\"id\":\"c1\",\"indicators\":[\"bm1:4.2\"],\"periods\":[\"2020-H1\"]}]", { "PHỤ LỤC", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhEvaluation) evaluation = evaluate (cases[i].sample, cases[i].charts);
      g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].labels); j++)
        {
          const TrinhBlock *annex = find_block (document, TRINH_BLOCK_TYPE_ANNEX, j);

          g_assert_cmpstr (annex != NULL ? annex->annex->label : NULL, ==, cases[i].labels[j]);
        }
    }
}

/* A regime names the annex itself; this one is the example's. */
static void
test_own_annex (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "cap-xa-2025-vi-du", NULL);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND phường An Bình");
  g_autoptr (JsonNode) node = json_from_string ("[{\"id\":\"c1\",\"indicators\":[\"vd-tthc:1.1\"]}]", NULL);
  g_autoptr (TrinhValue) value = trinh_value_new ("5");
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2025-H2", &period, NULL));
  report = trinh_report_new (regime, period, office);
  trinh_edit_set_member (edit, "charts", node);
  trinh_edit_set_value (edit, "vd-tthc:1.1", value);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  evaluation = trinh_evaluation_new (report);
  document = trinh_document_new (evaluation);
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_ANNEX, 1)->annex->label, ==, "PHỤ LỤC II");
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_ANNEX, 1)->annex->title[1], ==, "6 THÁNG CUỐI NĂM 2025 CỦA UBND PHƯỜNG AN BÌNH");
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_ANNEX, 2));
}

static void
add_figure (GPtrArray *blocks)
{
  static const char *const periods[] = { "6T/2021", "6T/2022", NULL };
  const char *const caption[] = { "Biểu đồ 1", "Số hồ sơ", NULL };
  const TrinhDecimal values[] = { { 1230000, 0 }, { 1240000, 0 } };
  const gboolean known[] = { TRUE, TRUE };
  TrinhChart *chart = trinh_chart_new (TRINH_CHART_BAR, "", "", "Hồ sơ");
  TrinhBlock *block;

  trinh_chart_set_periods (chart, periods, 1);
  trinh_chart_add_series (chart, "Số hồ sơ", values, known);
  block = trinh_block_new_figure ("comparison:c1", FALSE, chart, "Đơn vị tính: Hồ sơ", "Nguồn: Biểu mẫu 1", "Biểu đồ cột (thử)");
  block->lines = g_strdupv ((char **) caption);
  block->table = trinh_table_new ();
  trinh_table_add_column (block->table, TRINH_COLUMN_LABEL);
  trinh_table_add_column (block->table, TRINH_COLUMN_VALUE);
  trinh_table_add_head (block->table, 0, 0, 1, 1, trinh_text_new_plain ("Chỉ tiêu", TRUE, FALSE), NULL);
  trinh_table_add_head (block->table, 0, 1, 1, 1, trinh_text_new_plain ("6T/2022", TRUE, FALSE), NULL);
  for (guint i = 0; i < 6; i++)
    {
      trinh_table_add_cell (block->table, trinh_text_new_plain ("Số hồ sơ", FALSE, FALSE), TRINH_ALIGN_START, NULL);
      trinh_table_add_cell (block->table, trinh_text_new_plain ("124", FALSE, FALSE), TRINH_ALIGN_END, NULL);
    }
  g_ptr_array_add (blocks, block);
}

/* Caption, chart, source and all rows of the table stand on one page, wherever the text before them ends. */
static void
test_kept_together (void)
{
  for (guint n_words = 10; n_words < 900; n_words += 90)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      const TrinhBox *caption, *figure, *cell;

      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", n_words);
      add_figure (blocks);
      pages = fixture_lay_out (blocks);
      caption = fixture_find_box (pages, "caption", 0);
      figure = fixture_find_box (pages, "figure", 0);
      cell = fixture_find_box (pages, "cell", 11);
      g_assert_nonnull (cell);
      g_assert_cmpuint (caption->page, ==, figure->page);
      g_assert_cmpuint (cell->page, ==, figure->page);
      g_assert_cmpfloat (caption->y + caption->height, <=, figure->y);
      g_assert_cmpfloat (figure->y + figure->height, <=, fixture_find_box (pages, "figure-source", 0)->y + 0.01);
      g_assert_nonnull (strstr (figure->text, "124"));
    }
}

/* cairo leaves out what a figure shows; the finished file has it, and is the same twice. */
static void
test_pdf (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  add_figure (blocks);
  pages = fixture_lay_out (blocks);
  pdf = trinh_pdf_render (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  again = trinh_pdf_render (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Alt", 4));
  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/S /Figure", 10));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/figure/blocks", test_blocks);
  g_test_add_func ("/figure/periods-once", test_periods_once);
  g_test_add_func ("/figure/periods-in-time", test_periods_in_time);
  g_test_add_func ("/figure/estimate", test_estimate);
  g_test_add_func ("/figure/labels", test_labels);
  g_test_add_func ("/figure/own-annex", test_own_annex);
  g_test_add_func ("/figure/kept-together", test_kept_together);
  g_test_add_func ("/figure/pdf", test_pdf);

  return g_test_run ();
}
