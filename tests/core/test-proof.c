/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What the proof-reader finds in a text, and on what it stays silent. */

#include "config.h"

#include "report-fixture.h"

typedef struct
{
  const char *text;
  const char *expected; /* "rule: the part of the text the range spans; …" */
} Row;

/* The office is UBND xã Bình Lãng, the period the first half of 2022. */
static const Row rows[] = {
  /* kind against symbol */
  { "Theo Quyết định số 210/KH-UBND ngày 31/12/2021.", "text-kind-symbol: Quyết định số 210/KH-UBND ngày 31/12/2021" },
  { "Công văn số 12/QĐ-UBND ngày 04/3/2022", "text-kind-symbol: Công văn số 12/QĐ-UBND ngày 04/3/2022" },
  { "Quyết định số 45/2016/QĐ-TTg ngày 19/10/2016; Chỉ thị số 26/CT-TTg; Nghị quyết số 94/2014/NQ-HĐND15; Tờ trình số 8/TTr-UBND", "" },
  { "Công văn số 29/UBND-VP ngày 28/3/2022; Công văn số 15/CT-TTHC; Công văn số 281/BNV-CCHC", "" },
  { "Quy chế chi tiêu nội bộ số: 35/QĐ-UBND ngày 17/01/2022", "" },
  /* two dates */
  { "Kế hoạch số 11/KH-UBND ngày 21/02/2022; Kế hoạch số 28/KH-UBND ngày 10/5/2022.\n(Kế hoạch số 11/KH-UBND ngày 11/02/2022)", "text-two-dates: Kế hoạch số 11/KH-UBND ngày 11/02/2022" },
  { "Kế hoạch số 02/KH-UBND ngày 07/01/2022; Kế hoạch số 2/KH-UBND ngày 07/01/2022", "" },
  { "Kế hoạch số 02/KH-UBND ngày 07/01/2022; Kế hoạch số 02/KH-UBND ngày 10/01/2022 của UBND tỉnh Thanh Hóa", "" },
  { "Kế hoạch số 02/KH-UBND ngày 07/01/2022; Kế hoạch số 02/KH-UBND ngày 07/01/2021", "" },
  { "Kế hoạch số 02/KH-UBND ngày 07/01/2022; Kế hoạch số 02/KH-UBND ngày 10/01/2022 của UBND xã Bình Lãng", "text-two-dates: Kế hoạch số 02/KH-UBND ngày 10/01/2022" },
  { "Quyết định số 41/2020/QĐ-UBND ngày 21/7/2020; Quyết định số 41/2020/QĐ-UBND ngày 21 tháng 7 năm 2021", "text-two-dates: Quyết định số 41/2020/QĐ-UBND ngày 21 tháng 7 năm 2021" },
  /* a series */
  { "số 06/KH-UBND ngày 14/01/2022; số 10/KH-UBND ngày 21/02/2022; số 14/KH-UBND ngày 24/02/2022; số 15/KH-UBND ngày 02/02/2022; số 16/KH-UBND ngày 02/3/2022", "text-series-order: số 15/KH-UBND ngày 02/02/2022" },
  { "số 66/KH-UBND ngày 25/10/2021; số 210/KH-UBND ngày 31/12/2021; số 02/KH-UBND ngày 07/01/2022; số 15/KH-UBND ngày 02/3/2022; số 16/KH-UBND ngày 02/3/2022", "" },
  { "số 11/KH-UBND ngày 10/02/2022; số 01a/KH-UBND ngày 25/02/2022", "" },
  { "Chỉ thị số 01/CT-UBND ngày 25/01/2022 của Chủ tịch UBND tỉnh; Chỉ thị số 04/CT-UBND ngày 04/01/2022 của Chủ tịch UBND huyện", "" },
  /* weekend and period */
  { "số 26/KH-UBND ngày 24/4/2022", "text-weekend: số 26/KH-UBND ngày 24/4/2022" },
  { "Kế hoạch số 40/KH-UBND ngày 07/12/2022", "text-outside-period: Kế hoạch số 40/KH-UBND ngày 07/12/2022" },
  { "Nghị định 130/2005/NĐ-CP ngày 17/10/2005", "" },
  /* names */
  { "trên địa bàn xã Bình Lăng năm 2022, xã BÌNH LÃNG", "text-office-name: Bình Lăng" },
  { "UBND xã Bình Lãng; Trang bình lặng", "" },
  { "quy chế của UBND xã Hoá Quỳ; tại xã Hóa Quỳ", "text-other-commune: Hoá Quỳ; text-other-commune: Hóa Quỳ" },
  { "thị xã Phú Thọ; đại biểu HĐND xã Khóa XXV; xã Hội Nông dân; xã hội; UBND xã Ban hành; huyện Tứ Kỳ", "" },
  { "Thị trấn Bút Sơn và phường Ba Đình", "text-other-commune: Bút Sơn; text-other-commune: Ba Đình" },
  /* percentages */
  { "trung cấp 7/9 người, đạt 77,7 %", "text-percent: 77,7 %" },
  { "170/738 hồ sơ theo hình thức trực tuyến, đạt 23%; 168/168 hồ sơ đạt 100%", "" },
  { "737/738 hồ sơ đạt 100%", "text-percent: 100%" },
  { "21/22 = 95,45 %; 1/22 = 4,55 %", "" },
  { "14/33 nhiệm vụ, đạt 63,6%", "text-percent: 63,6%" },
  { "kết quả 0/0, đạt 0%", "text-percent-of-nothing: 0%" },
  { "tháng 6/2024 đạt 100%; ngày 02/3/2022 đạt 50%; 7/9 người. Tỷ lệ 50%", "" },
  { "5/9 người; 3 người, đạt 20%", "" },
  /* documents stated and cited: one's own, each once */
  { "UBND xã đã ban hành 03 văn bản: Kế hoạch số 11/KH-UBND ngày 21/02/2022; Kế hoạch số 28/KH-UBND ngày 10/5/2022.", "text-documents-counted: 03 văn bản" },
  { "UBND xã đã ban hành ba văn bản, gồm:\n+ Kế hoạch số 11/KH-UBND ngày 21/02/2022;\n+ Kế hoạch số 28/KH-UBND ngày 10/5/2022.", "text-documents-counted: ba văn bản" },
  { "UBND xã đã ban hành mười hai văn bản: Kế hoạch số 11/KH-UBND ngày 21/02/2022; Kế hoạch số 28/KH-UBND ngày 10/5/2022.", "text-documents-counted: mười hai văn bản" },
  { "Theo Kế hoạch số 02/KH-UBND ngày 07/01/2022, UBND xã đã ban hành 02 văn bản:\n+ Kế hoạch số 11/KH-UBND ngày 21/02/2022;\n+ Kế hoạch số 28/KH-UBND ngày 10/5/2022.\nTheo Kế hoạch số 11/KH-UBND ngày 21/02/2022.", "" },
  { "UBND xã đã ban hành 2 văn bản: Kế hoạch số 11/KH-UBND ngày 21/02/2022; Kế hoạch số 28/KH-UBND ngày 10/5/2022; theo Kế hoạch số 5/KH-UBND ngày 04/01/2022 của UBND huyện Tứ Kỳ và Chỉ thị số 04/CT-UBND ngày 25/01/2021.", "" },
  { "UBND xã đã ban hành 5 văn bản quy phạm pháp luật; rà soát 7 văn bản; ban hành 3 quyết định theo Kế hoạch số 11/KH-UBND ngày 21/02/2022 và Kế hoạch số 28/KH-UBND ngày 10/5/2022.", "" },
  { "UBND xã đã ban hành 5 văn bản.", "" },
  /* letters; what can be mended on the way in is mended */
  { "Ph\303\241\302\273\302\221 th\303\203\302\272 ch\303\203\302\241n", "text-broken-letters: Ph\303\241\302\273\302\221" },
  { "h\357\277\275 sơ", "text-broken-letters: h\357\277\275" },
  { "c\356\200\200n", "text-broken-letters: c\356\200\200n" },
  { "Ph\306\260\306\241ng h\306\260\341\273\233ng XÃ ĐÃ, Ủy ban “má”", "" },
  { "b\314\203a", "text-combining-mark: b\314\203a" },
};

static char *
describe (TrinhEvaluation *evaluation,
          const char *text)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);
      g_autofree char *part = NULL;
      guint start, end;

      if (!g_str_has_prefix (trinh_finding_get_rule (finding), "text-"))
        continue;
      g_assert_cmpint (trinh_finding_get_source (finding), ==, TRINH_SOURCE_TEXT);
      g_assert_cmpstr (trinh_finding_get_section (finding), ==, "s2");
      g_assert_true (trinh_finding_get_range (finding, &start, &end));
      part = g_utf8_substring (text, start, end);
      g_string_append_printf (found, "%s%s: %s", found->len > 0 ? "; " : "", trinh_finding_get_rule (finding), part);
    }
  return g_string_free_and_steal (found);
}

static void
test_texts (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = NULL;

      fixture_set_text (report, "s2", rows[i].text);
      found = describe (evaluation, rows[i].text);
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* The range is that of the text with its markup. */
static void
test_markup (void)
{
  static const char text[] = "- **Tỷ lệ** {{k1:1}}: *xã Bình Lăng* và\n+ 7/9 người, 77,7%";
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autofree char *found = NULL;

  fixture_set (report, "k1:1", "3");
  fixture_set_text (report, "s2", text);
  evaluation = trinh_evaluation_new (report);
  found = describe (evaluation, text);
  g_assert_cmpstr (found, ==, "text-office-name: Bình Lăng; text-percent: 77,7%");
}

typedef struct
{
  const char *sections; /* "number|title; …" */
  const char *expected; /* "rule number; …" */
} Outline;

static const Outline outlines[] = {
  { "I|Một; 1|A; 1.1|B; 1.2|C; 2|D; 2.1|E; II|Hai; 1|A; 2|B; III|Ba", "" },
  { "I|Chỉ đạo; 1|A; 2|B; I|Kết quả; 1|C; II|Hạn chế; 1|D", "section-number I" },
  { "I|Một; II|Hai; III|Ba; IV|Bốn; VI|Sáu", "section-number VI" },
  { "I|Một; 1|A; 3|B; 4|C", "section-number 3" },
  { "I|Một; 2|A", "section-number 2" },
  { "I|Một; 1|A; 2.1|B", "section-number 2.1" },
  { "I.|Một; 1.|A; 1.1.|B; 2.|C; II.|Hai", "" },
  { "|Mở đầu; a|Khác; |Kết", "" },
  { "II|Kết quả; 3|Bộ máy; |Cải cách tài chính công; |Khác; 4|Cải cách tài chính công.", /* the outline asks for I: that is said by section-missing */ "section-number 3; section-repeated " },
  { "I|Kết quả; 1|Thể chế; II|Nhiệm vụ; |Thể chế", "" },
};

/* All sections of a report in one edit */
static TrinhReport *
load_sections (TrinhRegimeLibrary *library,
               const char *sections)
{
  GString *json = g_string_new ("{ \"format\": \"trinhky-report\", \"version\": 1, \"id\": \"5f0c6c1a-7e4b-4d39-9b52-1a6e3d8f2022\", \"regime\": \"kiem-thu\","
                                "\"period\": \"2022-H1\", \"office\": { \"name\": \"UBND xã Bình Lãng\", \"kind\": \"xã\" }, \"sections\": [");
  g_auto (GStrv) parts = g_strsplit (sections, "; ", -1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  TrinhReport *report;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "|", 2);

      g_string_append_printf (json, "%s{ \"id\": \"s%u\", \"outline\": \"\", \"number\": \"%s\", \"title\": \"%s\", \"text\": \"\" }", i > 0 ? "," : "", i, pair[0], pair[1]);
    }
  g_string_append (json, "] }");
  bytes = g_string_free_to_bytes (json);
  document = trinh_json_document_parse (bytes, "sections", &error);
  g_assert_no_error (error);
  report = trinh_report_load (document, library, &error);
  g_assert_no_error (error);
  return report;
}

static void
test_outlines (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (TrinhReport) report = load_sections (library, outlines[i].sections);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); j++)
        {
          g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), j);
          const char *section = trinh_finding_get_section (finding);

          if (g_str_equal (trinh_finding_get_rule (finding), "section-number") || g_str_equal (trinh_finding_get_rule (finding), "section-repeated"))
            g_string_append_printf (found, "%s%s %s", found->len > 0 ? "; " : "", trinh_finding_get_rule (finding), trinh_section_get_number (trinh_report_find_section (report, section)));
        }
      g_test_message ("%s", outlines[i].sections);
      g_assert_cmpstr (found->str, ==, outlines[i].expected);
    }
}

static guint
count_rule (TrinhEvaluation *evaluation,
            const char *rule,
            TrinhFinding **last)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (!g_str_equal (trinh_finding_get_rule (finding), rule))
        continue;
      n++;
      if (last != NULL)
        g_set_object (last, finding);
    }
  return n;
}

/* A text is held against the register; what is registered and not printed is a finding without a place. */
static void
test_register (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (TrinhFinding) finding = NULL;
  g_autoptr (JsonNode) node = fixture_json ("[ { \"id\": \"d1\", \"kind\": \"KH\", \"number\": \"11\", \"symbol\": \"KH-UBND\", \"date\": \"2022-02-21\", \"issuer\": \"UBND xã Bình Lãng\", \"counts\": [] },"
                                            "  { \"id\": \"d2\", \"kind\": \"QĐ\", \"number\": \"12\", \"symbol\": \"KH-UBND\", \"date\": \"2022-02-22\" } ]");
  TrinhEdit *edit = trinh_edit_new ("documents");
  guint start, end;

  trinh_edit_set_member (edit, "documents", node);
  fixture_apply (report, edit);
  fixture_set_text (report, "s2", "{{doc:d1}}; Kế hoạch số 11/KH-UBND ngày 11/02/2022");
  evaluation = trinh_evaluation_new (report);
  g_assert_cmpuint (count_rule (evaluation, "text-two-dates", &finding), ==, 1);
  g_assert_true (trinh_finding_get_range (finding, &start, &end));
  g_assert_cmpuint (start, ==, 12);
  g_assert_cmpuint (count_rule (evaluation, "text-kind-symbol", &finding), ==, 1);
  g_assert_null (trinh_finding_get_section (finding));

  fixture_set_text (report, "s2", "{{doc:d1}}, {{doc:d2}}");
  g_assert_cmpuint (count_rule (evaluation, "text-two-dates", NULL), ==, 0);
  g_assert_cmpuint (count_rule (evaluation, "text-kind-symbol", &finding), ==, 1);
  g_assert_cmpstr (trinh_finding_get_section (finding), ==, "s2");
}

/* Acknowledged, it counts as nothing; another text is another finding. */
static void
test_acknowledge (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhFinding) finding = NULL;
  guint n_warnings;

  fixture_set_text (report, "s2", "xã Bình Lăng");
  g_assert_cmpuint (count_rule (evaluation, "text-office-name", &finding), ==, 1);
  g_assert_cmpuint (trinh_evaluation_get_place (evaluation, "s2").n_warnings, ==, 1);
  n_warnings = trinh_evaluation_get_n_warnings (evaluation);
  fixture_apply (report, trinh_evaluation_make_acknowledge (evaluation, finding, "as printed", NULL));
  g_assert_cmpuint (count_rule (evaluation, "text-office-name", &finding), ==, 1);
  g_assert_true (trinh_finding_get_acknowledged (finding));
  g_assert_cmpuint (trinh_evaluation_get_n_warnings (evaluation), ==, n_warnings - 1);
  g_assert_cmpuint (trinh_evaluation_get_place (evaluation, "s2").n_warnings, ==, 0);

  fixture_set_text (report, "s2", "xã Bình Lặng");
  g_assert_cmpuint (count_rule (evaluation, "text-office-name", &finding), ==, 1);
  g_assert_false (trinh_finding_get_acknowledged (finding));
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpuint (count_rule (evaluation, "text-office-name", &finding), ==, 1);
  g_assert_true (trinh_finding_get_acknowledged (finding));
}

/* A term is old from a day on; the title of a document of its time keeps it. */
static void
test_terms (void)
{
  static const struct
  {
    const char *period;
    const char *text;
    guint n;
  } cases[] = {
    { "2022-H1", "dịch vụ công trực tuyến mức độ 3, mức độ 4", 0 },
    { "2022", "dịch vụ công trực tuyến mức độ 3, mức độ 4", 1 },
    { "2023-06", "Mức độ 4", 1 },
    { "2023-06", "mức độ 30", 0 },
    { "2023-06", "Công văn số 52/UBND-VP ngày 19/4/2022 về việc dịch vụ công trực tuyến mức độ 3, 4; đã làm", 0 },
    { "2023-06", "Công văn số 52/UBND-VP ngày 19/4/2022 về việc công khai; dịch vụ công trực tuyến mức độ 3", 1 },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) report = fixture_new (library, cases[i].period);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

      fixture_set_text (report, "s2", cases[i].text);
      g_assert_cmpuint (count_rule (evaluation, "text-obsolete-term", NULL), ==, cases[i].n);
    }
}

static TrinhReport *
load_sample (TrinhRegimeLibrary *library,
             const char *name)
{
  g_autofree char *base = g_strconcat (name, ".trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "samples", base, NULL);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_report_load_file (file, library, &error);

  g_assert_no_error (error);
  return report;
}

static void
replace_in_texts (TrinhReport *report,
                  const char *before,
                  const char *after)
{
  GListModel *sections = trinh_report_get_sections (report);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      g_autoptr (GString) text = g_string_new (trinh_section_get_text (section));
      guint replaced = g_string_replace (text, before, after, 0);

      if (replaced > 0)
        fixture_set_text (report, trinh_section_get_id (section), text->str);
      n += replaced;
    }
  g_assert_cmpuint (n, >, 0);
}

/* The findings that hold a number of documents against what is there */
static char *
describe_documents (TrinhEvaluation *evaluation)
{
  static const char *const rules[] = { "text-documents-counted", "pl01b-1.1.3-cited", "bm1-1-cited", "c9-1.2-sum", NULL };
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (g_strv_contains (rules, trinh_finding_get_rule (finding)))
        g_string_append_printf (found, "%s%s %s %s/%s", found->len > 0 ? "; " : "", trinh_severity_to_nick (trinh_finding_get_severity (finding)), trinh_finding_get_rule (finding), trinh_finding_get_found (finding), trinh_finding_get_expected (finding));
    }
  return g_string_free_and_steal (found);
}

/* What the samples state of their documents; bound, and typed instead of the bound number */
static void
test_stated_documents (void)
{
  static const struct
  {
    const char *sample;
    const char *bound; /* (nullable): what is replaced in the texts */
    const char *typed;
    const char *expected; /* "severity rule found/expected; …" */
  } cases[] = {
    { "but-son-2022-h1", NULL, NULL, "" },
    { "but-son-2022-h1", "{{pl01b:1.1.3}}", "18", "" },
    { "but-son-2022-h1", "{{pl01b:1.1.3}}", "17", "info text-documents-counted 17/18" },
    { "binh-lang-2022-h1", NULL, NULL, "info bm1-1-cited 21/19" },
    { "binh-lang-2022-h1", "{{bm1:1}}", "19", "info bm1-1-cited 21/19" },
    { "binh-lang-2022-h1", "{{bm1:1}}", "21", "info text-documents-counted 21/19; info bm1-1-cited 21/19" },
    { "binh-luong-2021-9m", NULL, NULL, "error c9-1.2-sum 5/588" },
    { "binh-luong-2021-9m", "{{c9:1.2}}", "5 văn bản", "error c9-1.2-sum 5/588" },
  };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) report = load_sample (library, cases[i].sample);
      g_autoptr (TrinhEvaluation) evaluation = NULL;
      g_autofree char *found = NULL;

      if (cases[i].bound != NULL)
        replace_in_texts (report, cases[i].bound, cases[i].typed);
      evaluation = trinh_evaluation_new (report);
      found = describe_documents (evaluation);
      g_test_message ("%s: %s", cases[i].sample, cases[i].typed != NULL ? cases[i].typed : "as it is");
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/proof/texts", test_texts);
  g_test_add_func ("/proof/markup", test_markup);
  g_test_add_func ("/proof/outlines", test_outlines);
  g_test_add_func ("/proof/register", test_register);
  g_test_add_func ("/proof/acknowledge", test_acknowledge);
  g_test_add_func ("/proof/terms", test_terms);
  g_test_add_func ("/proof/stated-documents", test_stated_documents);
  return g_test_run ();
}
