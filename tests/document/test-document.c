/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "../core/data-folder.h"
#include "fixture.h"
#include "trinh-core.h"

#define HEAD "{ \"format\": \"trinhky-report\", \"version\": 1, \"id\": \"11111111-2222-4333-8444-555555555555\", \"period\": \"2022-H1\", "
#define OFFICE "\"office\": { \"name\": \"UBND xã Bình Lãng\", \"kind\": \"xã\", \"header\": [\"ỦY BAN NHÂN DÂN\", \"XÃ BÌNH LÃNG\"], " \
               "\"superior\": \"UBND huyện Tứ Kỳ\", \"place\": \"Bình Lãng\" }"

/* Spaces that do not break: the words on both sides and two digits, three of a number, four of a year */
#define NO_BREAK "\u00a0"
#define DAY_GAP NO_BREAK NO_BREAK NO_BREAK NO_BREAK NO_BREAK NO_BREAK NO_BREAK
#define YEAR_GAP DAY_GAP NO_BREAK NO_BREAK
#define NUMBER_GAP YEAR_GAP NO_BREAK

static TrinhRegimeLibrary *
create_library (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "document", NULL);
  const char *const folders[] = { folder, NULL };

  return trinh_regime_library_new (folders);
}

static TrinhDocument *
create_document_of (TrinhReport *report)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

  return trinh_document_new (evaluation);
}

/* @members: of a report of the test's own regime, after the office */
static TrinhDocument *
create_document (const char *members)
{
  g_autoptr (TrinhRegimeLibrary) library = create_library ();
  g_autofree char *text = g_strconcat (HEAD, "\"regime\": \"document\", " OFFICE, members, " }", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) json = trinh_json_document_parse (bytes, "report", &error);
  g_autoptr (TrinhReport) report = NULL;

  g_assert_no_error (error);
  report = trinh_report_load (json, library, &error);
  g_assert_no_error (error);
  return create_document_of (report);
}

static TrinhDocument *
create_sample (const char *name)
{
  g_autoptr (TrinhRegimeLibrary) library = create_library ();
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_report_load_file (file, library, &error);

  g_assert_no_error (error);
  return create_document_of (report);
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
assert_text (const TrinhText *text,
             const char *expected)
{
  g_autofree char *plain = trinh_text_dup_plain (text);

  g_assert_cmpstr (plain, ==, expected);
}

static void
assert_cell (const TrinhTable *table,
             guint row,
             guint column,
             const char *expected)
{
  assert_text (trinh_table_get_cell (table, row, column)->text, expected);
}

static void
test_header (void)
{
  g_autoptr (TrinhDocument) document = create_document (", \"number\": \"7\", \"date\": \"2022-06-09\", \"subject\": \"Công tác X\", "
                                                        "\"addressees\": [\"Phòng Nội vụ.\"], \"recipients\": [\"Như trên\", \"Lưu: VT\"]");
  const TrinhBlock *header = find_block (document, TRINH_BLOCK_TYPE_HEADER, 0);
  const TrinhBlock *signature = find_block (document, TRINH_BLOCK_TYPE_SIGNATURE, 0);

  g_assert_cmpstr (header->header->superior, ==, "UBND HUYỆN TỨ KỲ");
  g_assert_cmpstr (header->header->office[1], ==, "XÃ BÌNH LÃNG");
  g_assert_cmpstr (header->header->number, ==, "Số: 07/BC-UBND");
  g_assert_cmpstr (header->header->date, ==, "Bình Lãng, ngày 09 tháng 6 năm 2022");
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_TITLE, 0)->lines[1], ==, "Công tác X");
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_ADDRESSEES, 0)->lines[0], ==, "Phòng Nội vụ");
  g_assert_cmpstr (signature->signature->recipients[1], ==, "- Lưu: VT.");
  g_assert_cmpstr (trinh_document_get_title (document), ==, "Báo cáo công tác X");
  g_assert_cmpstr (trinh_document_get_author (document), ==, "UBND xã Bình Lãng");
}

/* The regime of the sample does not print the superior; its number is still open. */
static void
test_sample_header (void)
{
  g_autoptr (TrinhDocument) document = create_sample ("binh-lang-2022-h1.trinhky");
  const TrinhBlock *header = find_block (document, TRINH_BLOCK_TYPE_HEADER, 0);

  g_assert_null (header->header->superior);
  g_assert_cmpstr (header->header->number, ==, "Số:" NUMBER_GAP "/BC-UBND");
}

static void
test_texts (void)
{
  g_autoptr (TrinhDocument) document = NULL;
  const TrinhBlock *block;

  document = create_document (", \"values\": { \"d3\": { \"1\": { \"value\": \"7\" } }, \"d1\": { \"1\": { \"total\": { \"value\": \"1934\" } } } }, \"sections\": ["
                              "{ \"id\": \"s1\", \"outline\": \"opening\", \"number\": \"\", \"title\": \"\", \"text\": \"Mở đầu\\n\\n- Đã họp {{d3:1}} cuộc\\na) Nhận **{{d1:1}}** hồ sơ\\n# Riêng\" },"
                              "{ \"id\": \"s2\", \"outline\": \"I\", \"number\": \"I\", \"title\": \"KẾT QUẢ\", \"text\": \"\" },"
                              "{ \"id\": \"s3\", \"outline\": \"I.1\", \"number\": \"1\", \"title\": \"Thủ tục\", \"text\": \"Bảng: {{table:d2}} hết\" },"
                              "{ \"id\": \"s4\", \"outline\": \"I.1.1\", \"number\": \"1.1.\", \"title\": \"Rà soát:\", \"text\": \"bỏ\", \"none\": true } ]");
  assert_text (find_block (document, TRINH_BLOCK_TYPE_PARAGRAPH, 0)->text, "Mở đầu");
  block = find_block (document, TRINH_BLOCK_TYPE_LIST_ITEM, 0);
  assert_text (block->text, "- Đã họp 07 cuộc");
  g_assert_cmpstr (trinh_text_get_run (block->text, 1)->place, ==, "d3:1");
  block = find_block (document, TRINH_BLOCK_TYPE_LIST_ITEM, 1);
  assert_text (block->text, "a) Nhận 1.934 hồ sơ");
  g_assert_true (trinh_text_get_run (block->text, 1)->bold);
  block = find_block (document, TRINH_BLOCK_TYPE_RUN_IN, 0);
  assert_text (block->text, "Riêng");
  g_assert_cmpstr (block->place, ==, "s1");
  block = find_block (document, TRINH_BLOCK_TYPE_HEADING, 0);
  assert_text (block->text, "I. KẾT QUẢ");
  g_assert_cmpuint (block->level, ==, 1);
  /* A form inside a text stands between what is before and after it. */
  assert_text (find_block (document, TRINH_BLOCK_TYPE_PARAGRAPH, 1)->text, "Bảng:");
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_CAPTION, 0)->lines[0], ==, "Biểu 02");
  assert_text (find_block (document, TRINH_BLOCK_TYPE_PARAGRAPH, 2)->text, "hết");
  block = find_block (document, TRINH_BLOCK_TYPE_HEADING, 2);
  assert_text (block->text, "1.1. Rà soát: Không./.");
  g_assert_cmpuint (block->level, ==, 3);
  g_assert_true (trinh_text_get_run (block->text, 0)->italic);
  g_assert_false (trinh_text_get_run (block->text, 1)->bold);
}

/* What is too short for the signature's page stays below a table that lies on its side, and it is signed there. */
static void
test_end_on_side (void)
{
  static const struct
  {
    const char *behind;
    const char *printed;
    gboolean landscape;
  } cases[] = {
    { "", "./.", TRUE },
    { " Trên đây là báo cáo.", "Trên đây là báo cáo./.", TRUE },
    { " Trên đây là báo cáo kết quả thực hiện công tác cải cách hành chính sáu tháng đầu năm.", "Trên đây là báo cáo kết quả thực hiện công tác cải cách hành chính sáu tháng đầu năm./.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (", \"sections\": [{ \"id\": \"s1\", \"outline\": \"opening\", \"number\": \"\", \"title\": \"\", \"text\": \"Bảng: {{table:d1}}%s\" }]", cases[i].behind);
      g_autoptr (TrinhDocument) document = create_document (members);
      const TrinhBlock *last = find_block (document, TRINH_BLOCK_TYPE_PARAGRAPH, 1);

      g_assert_true (find_block (document, TRINH_BLOCK_TYPE_TABLE, 0)->landscape);
      assert_text (last->text, cases[i].printed);
      g_assert_cmpint (last->landscape, ==, cases[i].landscape);
      g_assert_cmpint (find_block (document, TRINH_BLOCK_TYPE_SIGNATURE, 0)->landscape, ==, cases[i].landscape);
    }
}

/* The drawn lines stand below letters: empty lines of the head are not printed. */
static void
test_empty_lines (void)
{
  static const char *const texts[] = { "  A ", "", " \u00a0\t", "B\n\n C\r\n", NULL };
  g_auto (GStrv) lines = trinh_document_format_lines (texts);
  g_auto (GStrv) none = trinh_document_format_lines (NULL);
  g_autofree char *joined = g_strjoinv ("|", lines);
  g_autoptr (TrinhDocument) document = create_document (", \"subject\": \"\\n Công tác X \\n\\n6 tháng.\\n\\n\", \"signatories\": [{ \"capacity\": [\"TM. ỦY BAN NHÂN DÂN\", \" \"], \"title\": \"CHỦ TỊCH\", \"name\": \"\" }]");
  const TrinhBlock *signature = find_block (document, TRINH_BLOCK_TYPE_SIGNATURE, 0);
  const TrinhPrintedSignatory *signer = g_ptr_array_index (signature->signature->signers, 0);

  g_assert_cmpstr (joined, ==, "A|B|C");
  g_assert_null (none[0]);
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_TITLE, 0)->lines[1], ==, "Công tác X\n6 tháng.");
  g_assert_cmpstr (signer->capacity[0], ==, "TM. ỦY BAN NHÂN DÂN");
  g_assert_null (signer->capacity[1]);
}

/* Sections of one's own are judged by their numbers; "a)" is regular, below whatever it stands under. */
static void
test_levels (void)
{
  static const struct
  {
    const char *number;
    const char *printed;
    guint level;
    guint depth;
    gboolean bold;
    gboolean italic;
  } cases[] = {
    { "a)", "a) Đ", 4, 1, FALSE, FALSE },
    { "I", "I. Đ", 1, 1, TRUE, FALSE },
    { "đ)", "đ) Đ", 4, 2, FALSE, FALSE },
    { "1", "1. Đ", 2, 2, TRUE, FALSE },
    { "a)", "a) Đ", 4, 3, FALSE, FALSE },
    { "b)", "b) Đ", 4, 3, FALSE, FALSE },
    { "1.1.", "1.1. Đ", 3, 3, TRUE, TRUE },
    { "a)", "a) Đ", 4, 4, FALSE, FALSE },
    { "a", "a. Đ", 1, 1, TRUE, FALSE },
    { "1)", "1) Đ", 2, 2, TRUE, FALSE },
    { ")", ") Đ", 1, 1, TRUE, FALSE },
  };
  g_autoptr (GString) sections = g_string_new (", \"sections\": [");
  g_autoptr (TrinhDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (sections, "%s{ \"id\": \"s%u\", \"outline\": \"\", \"number\": \"%s\", \"title\": \"Đ\", \"text\": \"Chữ.\" }", i > 0 ? ", " : "", i + 1, cases[i].number);
  g_string_append (sections, "]");
  document = create_document (sections->str);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TrinhBlock *block = find_block (document, TRINH_BLOCK_TYPE_HEADING, i);

      assert_text (block->text, cases[i].printed);
      g_assert_cmpuint (block->level, ==, cases[i].level);
      g_assert_cmpuint (block->depth, ==, cases[i].depth);
      g_assert_cmpint (trinh_text_get_run (block->text, 0)->bold, ==, cases[i].bold);
      g_assert_cmpint (trinh_text_get_run (block->text, 0)->italic, ==, cases[i].italic);
    }
}

/* The mark of an estimate parts no number from its percent sign; a table says it behind the number. */
static void
test_estimates (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
  } cases[] = {
    { "đạt {{d1:2}}% tổng số", "đạt 63,6% (ước) tổng số" },
    { "đạt {{d1:2}} %, vượt", "đạt 63,6 % (ước), vượt" },
    { "đạt {{d1:2}}\u00a0%.", "đạt 63,6\u00a0% (ước)" },
    { "đạt **{{d1:2}}**%", "đạt 63,6% (ước)" },
    { "# đạt {{d1:2}}%", "đạt 63,6% (ước)" },
    { "đạt {{d1:2}} hồ sơ", "đạt 63,6 (ước) hồ sơ" },
    { "đạt {{d1:2}}{{d1:2}}%", "đạt 63,6 (ước)63,6% (ước)" },
    { "đạt {{d1:2}}", "đạt 63,6 (ước)" },
    { "đạt {{d1:1}}%", "đạt 1.934%" },
    { "đạt {{d3:1}}%", "đạt ……%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (", \"values\": { \"d1\": { \"2\": { \"total\": { \"value\": \"63.6\", \"estimate\": true } }, \"1\": { \"total\": { \"value\": \"1934\" } } } }, "
                                                  "\"sections\": [{ \"id\": \"s1\", \"outline\": \"opening\", \"number\": \"\", \"title\": \"\", \"text\": \"%s\" }]",
                                                  cases[i].text);
      g_autoptr (TrinhDocument) document = create_document (members);
      g_autofree char *printed = g_strconcat (cases[i].printed, "./.", NULL);
      const TrinhBlock *block = find_block (document, i == 4 ? TRINH_BLOCK_TYPE_RUN_IN : TRINH_BLOCK_TYPE_PARAGRAPH, 0);
      const TrinhTable *table = find_block (document, TRINH_BLOCK_TYPE_TABLE, 0)->table;

      assert_text (block->text, printed);
      g_assert_cmpstr (trinh_text_get_run (block->text, 1)->place, !=, NULL);
      g_assert_cmpint (trinh_text_get_run (block->text, 1)->bold, ==, i == 3 || i == 4);
      assert_cell (table, 2, 3, "63,6 (ước)");
    }
}

static void
test_form (void)
{
  g_autoptr (TrinhDocument) document = NULL;
  const TrinhTable *table;
  const TrinhBlock *block;

  document = create_document (", \"date\": \"2022-06-09\", \"values\": { \"d1\": { \"1\": { \"total\": { \"value\": \"1934\", \"note\": \"cả kỳ trước\" }, \"online\": { \"value\": \"7\", \"estimate\": true, \"note\": \"qua mạng\" } },"
                              "\"2\": { \"total\": { \"value\": \"95.45\" } }, \"3\": { \"total\": { \"value\": \"1\" } } } }");
  block = find_block (document, TRINH_BLOCK_TYPE_TABLE, 0);
  table = block->table;
  g_assert_true (block->landscape);
  g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_CAPTION, 0)->lines[1], ==, "Hồ sơ theo kỳ 6 tháng đầu năm 2022");
  g_assert_cmpuint (trinh_table_get_n_columns (table), ==, 7);
  g_assert_cmpuint (trinh_table_get_n_rows (table), ==, 4);
  assert_cell (table, 0, 0, "1.");
  assert_cell (table, 0, 1, "Tiếp nhận (trong kỳ)");
  g_assert_true (trinh_text_get_run (trinh_table_get_cell (table, 0, 1)->text, 0)->bold);
  g_assert_false (trinh_text_get_run (trinh_table_get_cell (table, 0, 1)->text, 1)->bold);
  assert_cell (table, 0, 3, "1.934");
  assert_cell (table, 0, 4, "07 (ước)");
  g_assert_cmpstr (trinh_table_get_cell (table, 0, 4)->place, ==, "d1:1@online");
  assert_cell (table, 0, 5, "");
  assert_cell (table, 0, 6, "cả kỳ trước; Trực tuyến: qua mạng");
  assert_cell (table, 1, 0, "");
  assert_cell (table, 1, 2, "nt");
  assert_cell (table, 2, 3, "95,45");
  assert_cell (table, 3, 2, "Giấy = 0\nMạng = 1");
  assert_cell (table, 3, 3, "1");
}

/* @n: position of the head; where it stands and how far it reaches */
static void
assert_head (const TrinhTable *table,
             const char *title,
             guint row,
             guint column,
             guint row_span,
             guint column_span)
{
  for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
    {
      const TrinhTableCell *cell = trinh_table_get_head (table, i);
      g_autofree char *plain = trinh_text_dup_plain (cell->text);

      if (!g_str_equal (plain, title))
        continue;
      g_assert_cmpuint (cell->row, ==, row);
      g_assert_cmpuint (cell->column, ==, column);
      g_assert_cmpuint (cell->row_span, ==, row_span);
      g_assert_cmpuint (cell->column_span, ==, column_span);
      return;
    }
  g_test_fail_printf ("no head “%s”", title);
}

static void
test_heads (void)
{
  g_autoptr (TrinhDocument) document = create_document ("");
  const TrinhTable *table = find_block (document, TRINH_BLOCK_TYPE_TABLE, 0)->table;

  g_assert_cmpuint (trinh_table_get_n_head_rows (table), ==, 3);
  assert_head (table, "STT", 0, 0, 3, 1);
  assert_head (table, "Hồ sơ 2022", 0, 3, 1, 3);
  assert_head (table, "Tổng số", 1, 3, 2, 1);
  assert_head (table, "Trong đó", 1, 4, 1, 2);
  assert_head (table, "Trực tiếp", 2, 5, 1, 1);
  assert_head (table, "Ghi chú", 0, 6, 3, 1);
}

/* What is not known when the report is signed stays empty, on page 1 and in every annex alike. */
static void
test_gaps (void)
{
  static const struct
  {
    const char *date;
    const char *printed;
  } cases[] = {
    { "", "ngày" DAY_GAP "tháng" DAY_GAP "năm" YEAR_GAP },
    { "2022", "ngày" DAY_GAP "tháng" DAY_GAP "năm 2022" },
    { "2022-06", "ngày" DAY_GAP "tháng 6 năm 2022" },
    { "2022-06-09", "ngày 09 tháng 6 năm 2022" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (", \"number\": \"%s\", \"date\": \"%s\"", i > 2 ? "7" : "", cases[i].date);
      g_autoptr (TrinhDocument) document = create_document (i > 0 ? members : ", \"number\": \"\", \"date\": null");
      g_autofree char *number = g_strdup_printf ("%s/BC-UBND", i > 2 ? " 07" : NUMBER_GAP);
      g_autofree char *on_page = g_strconcat ("Số:", number, NULL);
      g_autofree char *in_annex = g_strconcat ("(Kèm theo Báo cáo số", number, " ", cases[i].printed, "\ncủa UBND xã Bình Lãng)", NULL);
      const TrinhBlock *header = find_block (document, TRINH_BLOCK_TYPE_HEADER, 0);

      g_assert_cmpstr (header->header->number, ==, on_page);
      g_assert_true (g_str_has_suffix (header->header->date, cases[i].printed));
      for (guint j = 0; j < 2; j++)
        g_assert_cmpstr (find_block (document, TRINH_BLOCK_TYPE_ANNEX, j)->annex->reference, ==, in_annex);
    }
}

static void
test_annexes (void)
{
  g_autoptr (TrinhDocument) document = create_document (", \"number\": \"\", \"date\": \"2022-06\"");
  const TrinhBlock *first = find_block (document, TRINH_BLOCK_TYPE_ANNEX, 0);
  const TrinhBlock *second = find_block (document, TRINH_BLOCK_TYPE_ANNEX, 1);

  g_assert_cmpstr (first->annex->label, ==, "Phụ lục I");
  g_assert_cmpstr (first->annex->title[0], ==, "HỒ SƠ 6 THÁNG ĐẦU NĂM 2022");
  g_assert_cmpstr (first->annex->title[1], ==, "TRÊN ĐỊA BÀN XÃ BÌNH LÃNG");
  g_assert_cmpstr (first->annex->reference, ==, "(Kèm theo Báo cáo số" NUMBER_GAP "/BC-UBND ngày" DAY_GAP "tháng 6 năm 2022\ncủa UBND xã Bình Lãng)");
  g_assert_true (first->landscape);
  g_assert_false (second->landscape);
  /* An annex with nothing to print is not begun; a form of sentences is not drawn. */
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_ANNEX, 2));
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_TABLE, 2));
}

/* Of a form with @n_columns of values, that is meant to stand upright */
static TrinhDocument *
create_columns (guint n_columns)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (GString) form = g_string_new ("{ \"format\": \"trinhky-form/1\", \"id\": \"f1\", \"label\": \"L\", \"title\": \"T\", \"columns\": [");
  g_autofree char *text = g_strconcat (HEAD, "\"regime\": \"r1\", " OFFICE " }", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) json = trinh_json_document_parse (bytes, "report", &error);
  g_autoptr (TrinhReport) report = NULL;

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (form, "%s{ \"id\": \"c%u\", \"title\": \"Nghiêng\"%s }", i > 0 ? ", " : "", i, i == 0 ? ", \"main\": true" : "");
  g_string_append (form, "], \"rows\": [ { \"key\": \"1\", \"code\": \"1\", \"label\": \"Hồ sơ\", \"kind\": \"count\" } ] }");
  data_folder_write (folder, "forms/f1.json", form->str);
  data_folder_set_regime (folder, "\"forms\": [\"f1\"], \"annexes\": [ { \"label\": \"PHỤ LỤC\", \"title\": \"A\", \"forms\": [\"f1\"] } ]", "{ \"kind\": \"half\" }");
  report = trinh_report_load (json, folder->library, &error);
  g_assert_no_error (error);
  return create_document_of (report);
}

/* A form that would have no room upright lies on its side, from its annex's title on. */
static void
test_wide_form (void)
{
  for (guint wide = 0; wide < 2; wide++)
    {
      g_autoptr (TrinhDocument) document = create_columns (wide ? 14 : 7);

      g_assert_cmpint (find_block (document, TRINH_BLOCK_TYPE_ANNEX, 0)->landscape, ==, wide);
      g_assert_cmpint (find_block (document, TRINH_BLOCK_TYPE_CAPTION, 0)->landscape, ==, wide);
      g_assert_cmpint (find_block (document, TRINH_BLOCK_TYPE_TABLE, 0)->landscape, ==, wide);
    }
}

/* Seven forms have a caption each; a form that is the whole annex is named by the annex. */
static void
test_captions (void)
{
  g_autoptr (TrinhDocument) seven = create_sample ("binh-lang-2022-h1.trinhky");
  g_autoptr (TrinhDocument) one = create_sample ("but-son-2022-h1.trinhky");

  g_assert_nonnull (find_block (seven, TRINH_BLOCK_TYPE_CAPTION, 6));
  g_assert_null (find_block (seven, TRINH_BLOCK_TYPE_CAPTION, 7));
  g_assert_cmpstr (find_block (one, TRINH_BLOCK_TYPE_ANNEX, 0)->annex->label, ==, "Phụ lục 01b");
  g_assert_true (find_block (one, TRINH_BLOCK_TYPE_ANNEX, 0)->annex->bare);
  g_assert_false (find_block (seven, TRINH_BLOCK_TYPE_ANNEX, 0)->annex->bare);
  g_assert_null (find_block (one, TRINH_BLOCK_TYPE_CAPTION, 0));
}

/* "Trong đó" stands once beside the rows it speaks of. */
static void
test_merged_codes (void)
{
  g_autoptr (TrinhDocument) document = create_sample ("but-son-2022-h1.trinhky");
  const TrinhTable *table = find_block (document, TRINH_BLOCK_TYPE_TABLE, 0)->table;
  g_autoptr (GString) spans = g_string_new (NULL);

  g_assert_cmpuint (trinh_table_get_n_rows (table), ==, 81);
  for (guint i = 0; i < trinh_table_get_n_rows (table); i++)
    {
      const TrinhTableCell *cell = trinh_table_get_cell (table, i, 0);

      if (cell->row_span == 1)
        continue;
      assert_cell (table, i, 0, "Trong đó");
      g_string_append_printf (spans, "%s %u; ", cell->place, cell->row_span);
    }
  g_assert_cmpstr (spans->str, ==, "pl01b:3.3.1a 4; pl01b:3.3.2a 4; pl01b:7.2.2a 2; ");
}

static void
test_list_form (void)
{
  g_autoptr (TrinhDocument) empty = create_document ("");
  g_autoptr (TrinhDocument) document = create_document (", \"lists\": { \"d2\": [ { \"key\": \"r1\", \"name\": { \"value\": \"Một cửa lưu động\" }, \"amount\": { \"value\": \"12\" } },"
                                                        "{ \"key\": \"r4\", \"name\": { \"value\": \"Ngày không hẹn\" } } ] }");
  const TrinhTable *table = find_block (document, TRINH_BLOCK_TYPE_TABLE, 1)->table;

  g_assert_cmpuint (trinh_table_get_n_rows (find_block (empty, TRINH_BLOCK_TYPE_TABLE, 1)->table), ==, 1);
  g_assert_cmpuint (trinh_table_get_n_rows (table), ==, 2);
  assert_cell (table, 0, 0, "1");
  assert_cell (table, 0, 1, "Một cửa lưu động");
  assert_cell (table, 0, 2, "12");
  assert_cell (table, 1, 0, "2");
  g_assert_cmpstr (trinh_table_get_cell (table, 1, 1)->place, ==, "d2:r4");
}

static char *
write_rows (guint n)
{
  GString *text = g_string_new (", \"lists\": { \"d2\": [");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%s{ \"key\": \"r%u\", \"name\": { \"value\": \"Sáng kiến thứ %u\" } }", i > 1 ? "," : "", i, i);
  g_string_append (text, "] }");
  return g_string_free (text, FALSE);
}

static void
test_many_rows (void)
{
  g_autofree char *members = write_rows (500);
  g_autoptr (TrinhDocument) document = create_document (members);
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  guint annex;

  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  annex = fixture_find_box (pages, "annex-label", 1)->page;
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, annex + 10);
  for (guint i = annex; i < trinh_pages_get_n_pages (pages); i++)
    g_assert_cmpuint (fixture_count_boxes (pages, "table-head", i), ==, 3);
}

/* No sections, no names, no date: still a page to look at. */
static void
test_empty (void)
{
  g_autoptr (TrinhDocument) document = create_document (", \"date\": null, \"addressees\": [], \"recipients\": [], \"signatories\": [], \"sections\": []");
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  const TrinhBlock *header = find_block (document, TRINH_BLOCK_TYPE_HEADER, 0);

  g_assert_cmpstr (header->header->date, ==, "Bình Lãng, ngày" DAY_GAP "tháng" DAY_GAP "năm" YEAR_GAP);
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_ADDRESSEES, 0));
  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), ==, 3);
  g_assert_cmpuint (trinh_document_get_date (document), >, 0);
}

static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (2000, 'A');
  g_autofree char *members = g_strdup_printf (", \"subject\": \"%s\", \"addressees\": [\"%s\", \"%s\"], \"recipients\": [\"%s\"], \"sections\": [ { \"id\": \"s1\", \"outline\": \"I\", \"number\": \"I\", \"title\": \"%s\", \"text\": \"%s\" } ]",
                                              name,
                                              name,
                                              name,
                                              name,
                                              name,
                                              name);
  g_autoptr (TrinhDocument) document = create_document (members);
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, 4);
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), <, 30);
}

static void
assert_box (TrinhPages *pages,
            const char *place,
            const char *text)
{
  for (guint i = 0; fixture_find_box (pages, "cell", i) != NULL; i++)
    {
      const TrinhBox *box = fixture_find_box (pages, "cell", i);

      if (g_strcmp0 (box->place, place) == 0 && g_str_equal (box->text, text))
        return;
    }
  g_test_fail_printf ("“%s” is not printed at %s", text, place);
}

/* All 123 rows of the seven forms in one annex, with the printed figures. */
static void
test_sample_forms (void)
{
  g_autoptr (TrinhDocument) document = create_sample ("binh-lang-2022-h1.trinhky");
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < 7; i++)
    n_rows += trinh_table_get_n_rows (find_block (document, TRINH_BLOCK_TYPE_TABLE, i)->table);
  g_assert_cmpuint (n_rows, ==, 123);
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_TABLE, 7));
  g_assert_null (find_block (document, TRINH_BLOCK_TYPE_ANNEX, 1));
  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_box (pages, "bm1:2", "63,6");
  assert_box (pages, "bm1:2", "%");
  assert_box (pages, "bm1:5.2", "Trực tuyến = 0Phát phiếu = 1Kết hợp = 2");
  assert_box (pages, "bm3:1.4", "1.4");
  assert_box (pages, "bm6:1.1", "3.000");
  assert_box (pages, "bm7:6.7.2", "170");
}

static void
test_sample_end (void)
{
  g_autoptr (TrinhDocument) document = create_sample ("binh-lang-2022-h1.trinhky");
  GPtrArray *blocks = trinh_document_get_blocks (document);
  g_autoptr (GString) letters = g_string_new (NULL);
  const char *first;

  for (guint i = 0; i < blocks->len; i++)
    {
      const TrinhBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *plain = block->text == NULL ? NULL : trinh_text_dup_plain (block->text);

      if (plain != NULL)
        g_string_append_printf (letters, "%s\n", plain);
    }
  first = strstr (letters->str, "./.");
  g_assert_nonnull (first);
  g_assert_cmpstr (first, ==, "./.\n");
}

/* Neither clock nor locale: the same report gives the same blocks, id and date. */
static void
test_same (void)
{
  g_autoptr (TrinhDocument) first = create_sample ("binh-lang-2022-h1.trinhky");
  g_autoptr (TrinhDocument) second = create_sample ("binh-lang-2022-h1.trinhky");
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (TrinhPages) other = NULL;
  guint32 date = 0;

  g_assert_cmpstr (trinh_document_get_id (first), ==, trinh_document_get_id (second));
  g_assert_true (trinh_date_parse ("2022-06-09", &date));
  g_assert_cmpuint (trinh_document_get_date (first), ==, date);
  g_assert_true (g_bytes_equal (trinh_document_get_attachment (first), trinh_document_get_attachment (second)));
  pages = trinh_pages_new (first, NULL, NULL, NULL, NULL);
  other = trinh_pages_new (second, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (trinh_pages_get_boxes (pages)->len, ==, trinh_pages_get_boxes (other)->len);
  for (guint i = 0; i < trinh_pages_get_boxes (pages)->len; i++)
    {
      const TrinhBox *a = g_ptr_array_index (trinh_pages_get_boxes (pages), i);
      const TrinhBox *b = g_ptr_array_index (trinh_pages_get_boxes (other), i);

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpuint (a->page, ==, b->page);
      g_assert_true (memcmp (&a->x, &b->x, 4 * sizeof (double)) == 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/header", test_header);
  g_test_add_func ("/document/sample-header", test_sample_header);
  g_test_add_func ("/document/texts", test_texts);
  g_test_add_func ("/document/levels", test_levels);
  g_test_add_func ("/document/end-on-side", test_end_on_side);
  g_test_add_func ("/document/empty-lines", test_empty_lines);
  g_test_add_func ("/document/estimates", test_estimates);
  g_test_add_func ("/document/form", test_form);
  g_test_add_func ("/document/heads", test_heads);
  g_test_add_func ("/document/annexes", test_annexes);
  g_test_add_func ("/document/gaps", test_gaps);
  g_test_add_func ("/document/wide-form", test_wide_form);
  g_test_add_func ("/document/captions", test_captions);
  g_test_add_func ("/document/merged-codes", test_merged_codes);
  g_test_add_func ("/document/list-form", test_list_form);
  g_test_add_func ("/document/many-rows", test_many_rows);
  g_test_add_func ("/document/empty", test_empty);
  g_test_add_func ("/document/long-names", test_long_names);
  g_test_add_func ("/document/sample-forms", test_sample_forms);
  g_test_add_func ("/document/sample-end", test_sample_end);
  g_test_add_func ("/document/same", test_same);
  return g_test_run ();
}
