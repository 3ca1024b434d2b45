/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A circular comes: a regime of one's own is made for it, handed on as a file, and reported by elsewhere. */

#include "config.h"

#include "fixture.h"
#include "trinh-form-maker.h"
#include "trinh-pdf-letters.h"

#define FORM "forms/bm8"

/* As Word puts a table of the circular on the clipboard */
static const char table[] =
  "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body lang=VI><p class=MsoNormal>Biểu mẫu 8</p>"
  "<table class=MsoNormalTable border=1><tr><td><p class=MsoNormal><b>STT<o:p></o:p></b></p></td><td><p><b>Chỉ tiêu</b></p></td><td><p><b>Đơn vị tính</b></p></td><td><p><b>Kết quả</b></p></td></tr>"
  "<tr><td><p>1.</p></td><td><p><b>Tỷ lệ hồ sơ số hóa</b></p></td><td><p>%</p></td><td><p>&nbsp;</p></td></tr>"
  "<tr><td><p>1.1.</p></td><td><p>Số hồ sơ giấy\n  tiếp nhận</p></td><td><p>Hồ sơ</p></td><td><p>&nbsp;</p></td></tr>"
  "<tr><td><p>1.2.</p></td><td><p>Số hồ sơ đã số hóa</p></td><td><p>Hồ sơ</p></td><td><p>&nbsp;</p></td></tr></table></body></html>";

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static void
add_form (TrinhRegimeDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_html (table, strlen (table), &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = trinh_form_maker_make (workbook, "bm8", &error);
  g_assert_no_error (error);
  trinh_regime_draft_add_form (draft, parse (g_bytes_get_data (bytes, NULL)), &error);
  g_assert_no_error (error);
  trinh_regime_draft_set_string (draft, FORM, NULL, 0, "label", "Biểu mẫu 8", TRUE);
  trinh_regime_draft_set_string (draft, FORM, NULL, 0, "title", "SỐ HÓA HỒ SƠ {period}", TRUE);
}

static void
edit (TrinhRegimeDraft *draft)
{
  add_form (draft);
  trinh_regime_draft_set_member (draft, FORM, "rows", 0, "formula", parse ("{ \"id\": \"bm8-1\", \"expression\": \"percent([1.2], [1.1])\", \"missing\": \"skip-if-any\", \"severity\": \"error\" }"));
  trinh_regime_draft_insert (draft, FORM, "rules", 0, parse ("{ \"id\": \"bm8-within\", \"expression\": \"[1.2] <= [1.1]\", \"missing\": \"skip-if-any\", \"severity\": \"error\", \"message\": \"Số hóa {1.2} hồ sơ, hơn {1.1} hồ sơ giấy.\" }"));
  trinh_regime_draft_insert (draft, "regime", "periods", 0, parse ("{ \"kind\": \"month\", \"from\": { \"month\": 0, \"day\": 1 }, \"to\": { \"month\": 0, \"day\": 20 }, \"deadline\": { \"month\": 0, \"day\": 25 } }"));
  trinh_regime_draft_set_member (draft, "regime", NULL, 0, "recipients", parse ("[ \"Sở Nội vụ\", \"Lưu: VT\" ]"));
  trinh_regime_draft_set_member (draft, "regime", NULL, 0, "signatories", parse ("[ { \"capacity\": [\"KT. CHỦ TỊCH\"], \"title\": \"PHÓ CHỦ TỊCH\", \"name\": \"Phạm Văn Khảo\" } ]"));
}

/* (transfer full): its id */
static char *
make_regime (Fixture *fixture,
             GFile *file)
{
  TrinhRegimeLibrary *library = trinh_session_get_library (fixture->session);
  g_autoptr (GError) error = NULL;
  char *id = trinh_session_copy_regime (fixture->session, "bieu-mau-2022", "Báo cáo theo Thông tư mới", &error);
  g_autoptr (TrinhRegimeDraft) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_no_error (error);
  draft = trinh_regime_draft_new (library, id, &error);
  g_assert_no_error (error);
  edit (draft);
  problems = trinh_regime_draft_check (draft, NULL);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((TrinhDraftProblem *) problems->pdata[i])->message);
  g_assert_cmpuint (problems->len, ==, 0);
  trinh_regime_draft_save (draft, library, &error);
  g_assert_no_error (error);
  trinh_session_export_regime (fixture->session, id, file, &error);
  g_assert_no_error (error);
  return id;
}

/* Words that break over lines are still words. */
static char *
read_pages (TrinhEvaluation *evaluation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = trinh_session_export_bytes (evaluation, TRINH_EXPORT_PDF, &error);
  g_autoptr (GPtrArray) pages = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  pages = trinh_pdf_list_letters (pdf, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < pages->len; i++)
    {
      GArray *letters = pages->pdata[i];

      for (guint j = 0; j < letters->len; j++)
        if (!g_unichar_isspace (g_array_index (letters, TrinhPdfLetter, j).letter))
          g_string_append_unichar (text, g_array_index (letters, TrinhPdfLetter, j).letter);
    }
  return g_string_free (text, FALSE);
}

static void
assert_pages (TrinhEvaluation *evaluation)
{
  static const char *const words[] = { "Tỷlệhồsơsốhóa", "Sốhồsơgiấytiếpnhận", "Biểumẫu8", "SỐHÓAHỒSƠ", "SởNộivụ", "PHÓCHỦTỊCH", "PhạmVănKhảo" };
  g_autofree char *text = read_pages (evaluation);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_test_fail_printf ("“%s” is on no page", words[i]);
}

static gboolean
has_finding (TrinhEvaluation *evaluation,
             const char *message)
{
  g_autoptr (JsonNode) findings = trinh_evaluation_to_json (evaluation);
  g_autofree char *text = json_to_string (findings, FALSE);

  return strstr (text, message) != NULL;
}

static void
test_walk (Fixture *fixture,
           gconstpointer data)
{
  static const char broken[] = "Số hóa 50 hồ sơ, hơn 40 hồ sơ giấy.";
  g_autoptr (GFile) file = fixture_get_file (fixture, "thong-tu.json");
  g_autofree char *id = make_regime (fixture, file);
  g_autofree char *back = NULL;
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *computed = NULL;
  TrinhReport *report;

  /* Elsewhere nothing is known of it. */
  g_assert_true (trinh_session_delete_regime (fixture->session, id, &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
  g_assert_null (trinh_regime_library_load (trinh_session_get_library (fixture->session), id, NULL));
  back = trinh_session_import_regime (fixture->session, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back, ==, id);

  work = fixture_create (fixture, back, "2022-03");
  report = trinh_work_get_report (work);
  g_assert_cmpstr (trinh_regime_get_title (trinh_report_get_regime (report)), ==, "Báo cáo theo Thông tư mới");
  fixture_enter (work, "bm8:1.1", "40");
  fixture_enter (work, "bm8:1.2", "50");
  g_assert_true (has_finding (trinh_work_get_evaluation (work), broken));
  assert_pages (trinh_work_get_evaluation (work));
  fixture_enter (work, "bm8:1.2", "30");
  g_assert_false (has_finding (trinh_work_get_evaluation (work), broken));
  computed = trinh_evaluation_dup_display (trinh_work_get_evaluation (work), "bm8:1");
  g_assert_cmpstr (computed, ==, "75");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/circular/walk", Fixture, NULL, fixture_set_up, test_walk, fixture_tear_down);
  return g_test_run ();
}
