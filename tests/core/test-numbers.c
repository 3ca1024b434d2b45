/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Numbers typed where the outline expects a value: what is found, and on what reading the text stays silent. */

#include "config.h"

#include "report-fixture.h"

typedef struct
{
  const char *sample;
  const char *outline; /* item of the outline */
  const char *text;
  const char *expected; /* "number = value" it stands for, "number <> value" it contradicts; … */
} Row;

#define BL "binh-lang-2022-h1"
#define BS "but-son-2022-h1"
#define DS "dong-son-2024-06"
#define BG "binh-luong-2021-9m"

static const Row rows[] = {
  /* the words of a phrase, at the bound and beyond it */
  { BL, "I", "Đến nay đã hoàn thành 15/33 nhiệm vụ trong Kế hoạch CCHC năm 2022, đạt 63,6%.", "15 <> bm1:2.2; 33 = bm1:2.1; 63,6 = bm1:2" },
  { BL, "I", "Đến nay đã hoàn thành **14/33** nhiệm vụ, đạt 42,4 %.", "42,4 <> bm1:2; 14 = bm1:2.2; 33 = bm1:2.1" },
  { BL, "I", "Trong kỳ báo cáo, UBND xã đã ban hành 20 văn bản chỉ đạo, điều hành.", "20 <> bm1:1" },
  { BL, "II.2.6", "UBND xã đã khảo sát 700 phiếu.", "700 <> bm1:5.1" },
  { BL, "II.5.1", "Vốn đầu tư công được giao 3.000 triệu đồng, đã thực hiện 5.500 triệu đồng", "5.500 <> bm6:1.2; 3.000 = bm6:1.1" },
  /* the words of a label */
  { BL, "I", "Kế hoạch CCHC năm đề ra 33 nhiệm vụ; kế hoạch năm đề ra 30 nhiệm vụ", "30 <> bm1:2.1; 33 = bm1:2.1" },
  { BL, "II.2.4", "Tổng số hồ sơ tiếp nhận là: 738 hồ sơ; đã tiếp nhận trực tuyến 170/738 hồ sơ, đạt 23%; tiếp nhận và giải quyết 170/738 hồ sơ theo hình thức trực tuyến", "738 = bm7:6.7.1; 170 = bm7:6.7.2; 23 = bm7:6.7" },
  { BL, "II.2.4", "Tổng số hồ sơ đã tiếp nhận: 737", "737 <> bm7:6.7.1" },
  { BL, "II.3", "Biên chế được giao: 20 biên chế; có mặt: 19", "20 = bm4:2.1" },
  { BL, "II.6.3", "Tỷ lệ sử dụng văn bản điện tử của UBND xã là 80%", "80 <> bm7:5.2.1" },
  { BS, "II.2.2", "+ Số hồ sơ tiếp nhận trực tuyến mức độ 4: 155 hồ sơ\n+ Trực tuyến mức độ 3: 180 hồ sơ", "180 <> pl01b:3.3.1c; 155 = pl01b:3.3.1d" },
  { DS, "II.2", "tiếp nhận trực tuyến 168/168 hồ sơ, đạt 100%, kỳ trước chuyển qua 0 hồ sơ; trả đúng hạn 30 hồ sơ", "30 <> t24:1.2.2; 168 = t24:1.1.1; 168 = t24:1.1; 0 = t24:1.1.4" },
  { BG, "II.2", "+ Hộ tịch: 277 hồ sơ;\n+ Đất đai: 71 hồ sơ;\nTổng lệ phí thu được: 11.250.000 đồng", "71 <> c9:2.1.3; 277 = c9:2.1.4; 11.250.000 = c9:2.2" },
  /* padded as it was typed */
  { BG, "II.2", "+ Người có công: 02 hồ sơ", "02 = c9:2.1.5" },
  { BL, "II.2.3", "Có 16 TTHC liên thông giữa các cấp chính quyền", "16 <> bm3:2.2" },
  { BL, "II.5.3", "Biên chế được giao: 20 biên chế; biên chế có mặt: 19", "19 <> bm4:2.2; 20 = bm4:2.1" },
  /* nothing is known of what is counted, or nothing is entered there */
  { BL, "I", "đã phát 17 tin bài, họp 06 cuộc; giao 3 nhiệm vụ cho công chức; trong 6 tháng, 33 xã", "" },
  { BL, "I", "hoàn thành 5 nhiệm vụ huyện giao; Cấp trên giao 12 nhiệm vụ", "" },
  { BL, "II.2.2", "Tổng số TTHC: 146 thủ tục thuộc thẩm quyền giải quyết của UBND xã; 14 thủ tục ngành dọc Quân sự; 12 thủ tục thuộc ngành dọc Công an.", "" },
  { BL, "II.2.4", "Tính đến ngày 08/6/2022, đã lập được 140 tài khoản; 100% thủ tục hành chính đều tiếp nhận trên phần mềm; trực tuyến mức độ 3 và 4", "" },
  { BL, "II.4", "tiếp nhận 02 công chức; có 20 cán bộ, công chức (10 cán bộ, 10 công chức); cử 13 cán bộ, công chức; 18 đồng chí có trình độ đại học; bồi dưỡng cho 23 đại biểu", "" },
  { BS, "II.4", "có 32 người là cán bộ, công chức; 04 công chức đã được điều động", "" },
  /* another figure: of another time, a target, a date, a document */
  { BL, "I", "Năm 2021, kế hoạch đề ra 30 nhiệm vụ; cùng kỳ kế hoạch đề ra 31 nhiệm vụ; phấn đấu đã hoàn thành 33 nhiệm vụ", "" },
  { BL, "II.2.4", "phấn đấu tiếp nhận trực tuyến 400 hồ sơ, đạt 50%", "" },
  { BL, "I", "Kế hoạch số 59/KH-UBND ngày 28/12/2021; Nghị định số 61/2018/NĐ-CP; giai đoạn 2021-2025; TCVN ISO 9001:2015; quý IV năm 2022", "" },
  /* sections without figures */
  { BL, "III.1", "Đã hoàn thành 15/33 nhiệm vụ", "" },
  { BL, "IV", "Tổng số hồ sơ tiếp nhận là 700 hồ sơ", "" },
  /* bound already */
  { BL, "I", "Đến nay đã hoàn thành {{bm1:2.2}}/{{bm1:2.1}} nhiệm vụ, đạt {{bm1:2}}%", "" },
};

static TrinhReport *
load_sample (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".trinhky", NULL);
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", file, NULL);
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_report_load_file (source, library, &error);

  g_assert_no_error (error);
  return report;
}

static char *
dup_section (TrinhReport *report,
             const char *outline)
{
  GListModel *sections = trinh_report_get_sections (report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      if (g_str_equal (trinh_section_get_outline (section), outline))
        return g_strdup (trinh_section_get_id (section));
    }
  g_assert_not_reached ();
}

/* Of one section, or of all where @section is %NULL */
static char *
describe (TrinhEvaluation *evaluation,
          const char *section)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);
      g_autoptr (TrinhEdit) edit = NULL;
      const char *address = NULL;

      if (!g_str_has_prefix (trinh_finding_get_rule (finding), "text-number-") || (section != NULL && g_strcmp0 (trinh_finding_get_section (finding), section) != 0))
        continue;
      edit = trinh_evaluation_make_bind (evaluation, finding, &address);
      g_assert_nonnull (edit);
      g_string_append_printf (found, "%s%s %s %s", found->len > 0 ? "; " : "", trinh_finding_get_found (finding), g_str_has_suffix (trinh_finding_get_rule (finding), "typed") ? "=" : "<>", address);
    }
  return g_string_free_and_steal (found);
}

static void
test_texts (void)
{
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (TrinhEvaluation) evaluation = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = NULL;
      g_autofree char *section = NULL;

      if (i == 0 || !g_str_equal (rows[i].sample, rows[i - 1].sample))
        {
          g_clear_object (&evaluation);
          g_clear_object (&report);
          report = load_sample (rows[i].sample);
          evaluation = trinh_evaluation_new (report);
        }
      section = dup_section (report, rows[i].outline);
      fixture_set_text (report, section, rows[i].text);
      found = describe (evaluation, section);
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* The samples bind their values. */
static void
test_samples (void)
{
  static const char *const samples[] = { BL, BS, DS, BG };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (TrinhReport) report = load_sample (samples[i]);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autofree char *found = describe (evaluation, NULL);

      g_test_message ("%s", samples[i]);
      g_assert_cmpstr (found, ==, "");
    }
}

/* The number becomes the value, in one step of undo, and follows the form. */
static void
test_bind (void)
{
  g_autoptr (TrinhReport) report = load_sample (BL);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autofree char *section = dup_section (report, "I");
  g_autoptr (TrinhEdit) edit = NULL;

  fixture_set_text (report, section, "Đã hoàn thành **15 nhiệm vụ**; ban hành 09 văn bản chỉ đạo");
  for (guint i = 0; edit == NULL; i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      g_assert_nonnull (finding);
      if (g_strcmp0 (trinh_finding_get_found (finding), "15") != 0)
        continue;
      g_assert_cmpint (trinh_finding_get_severity (finding), ==, TRINH_SEVERITY_WARNING);
      g_assert_cmpstr (trinh_finding_get_subjects (finding)[0], ==, "bm1:2.2");
      g_assert_cmpstr (trinh_finding_get_expected (finding), ==, "14");
      edit = trinh_evaluation_make_bind (evaluation, finding, NULL);
    }
  fixture_apply (report, g_steal_pointer (&edit));
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (report, section)), ==, "Đã hoàn thành **{{bm1:2.2}} nhiệm vụ**; ban hành 09 văn bản chỉ đạo");
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (report, section)), ==, "Đã hoàn thành **15 nhiệm vụ**; ban hành 09 văn bản chỉ đạo");
}

/* A change of the form is seen in the text, and a blank expects nothing. */
static void
test_follow (void)
{
  static const struct
  {
    const char *value;
    const char *expected;
  } steps[] = {
    { "15", "15 = bm1:2.2" },
    { "16", "15 <> bm1:2.2" },
    { NULL, "" },
    { "15", "15 = bm1:2.2" },
  };
  g_autoptr (TrinhReport) report = load_sample (BL);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autofree char *section = dup_section (report, "I");

  fixture_set_text (report, section, "Đã hoàn thành 15 nhiệm vụ");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *found = NULL;

      fixture_set (report, "bm1:2.2", steps[i].value);
      found = describe (evaluation, section);
      g_assert_cmpstr (found, ==, steps[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/numbers/samples", test_samples);
  g_test_add_func ("/numbers/texts", test_texts);
  g_test_add_func ("/numbers/bind", test_bind);
  g_test_add_func ("/numbers/follow", test_follow);
  return g_test_run ();
}
