/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The register of documents: its edits, where it is cited, and what is cited by hand. */

#include "config.h"

#include "report-fixture.h"

static TrinhReport *
make_report (TrinhRegimeLibrary *library,
             const char *documents,
             const char *text)
{
  TrinhReport *report = fixture_new (library, "2022-H1");
  g_autoptr (JsonNode) node = documents != NULL ? fixture_json (documents) : NULL;
  TrinhEdit *edit = trinh_edit_new ("documents");

  trinh_edit_set_member (edit, "documents", node);
  fixture_apply (report, edit);
  fixture_set_text (report, "s2", text);
  return report;
}

static const char *
get_text (TrinhReport *report)
{
  return trinh_section_get_text (trinh_report_find_section (report, "s2"));
}

static char *
describe (TrinhReport *report)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *cited = trinh_registered_document_cite (documents->pdata[i], trinh_regime_get_lexicon (trinh_report_get_regime (report)), TRUE);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", trinh_registered_document_get_id (documents->pdata[i]), cited);
    }
  return g_string_free_and_steal (text);
}

/* What is typed, what the text is afterwards, and what the register then holds */
static const struct
{
  const char *text;
  const char *expected;
  const char *documents;
} enrolled[] = {
  { "Theo Kế hoạch số 15/KH-UBND ngày 02/3/2022 của UBND xã Bình Lãng về cải cách hành chính.", "Theo {{doc:d1}}.", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022 của UBND xã Bình Lãng về cải cách hành chính" },
  { "+ Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022 về kiểm tra, rà soát;\n+ số 16/KH-UBND ngày 03/3/2022.", "+ {{doc:d1}};\n+ {{doc:d2}}.", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022 về kiểm tra, rà soát; d2: Kế hoạch số 16/KH-UBND ngày 03 tháng 3 năm 2022" },
  /* the second place, and a bracket around it */
  { "Kế hoạch số 15/KH-UBND ngày 02/3/2022; xong (Kế hoạch số 15/KH-UBND ngày 02/3/2022).\nKế hoạch số 15/KH-UBND", "{{doc:d1}}; xong ({{doc:d1}}).\n{{doc:d1}}", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022" },
  /* a sentence that goes on is no abstract */
  { "Theo Kế hoạch số 15/KH-UBND ngày 02/3/2022 về CCHC, xã đã phát 17 tin bài.", "Theo {{doc:d1}} về CCHC, xã đã phát 17 tin bài.", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022" },
  /* markup stays whole */
  { "**Kế hoạch số 15/KH-UBND** và *Quyết định số 7/QĐ-UBND ngày 04/3/2022*", "**{{doc:d1}}** và *{{doc:d2}}*", "d1: Kế hoạch số 15/KH-UBND; d2: Quyết định số 07/QĐ-UBND ngày 04 tháng 3 năm 2022" },
  { "**Kế hoạch số 15**/KH-UBND ngày 02/3/2022", "**Kế hoạch số 15**/KH-UBND ngày 02/3/2022", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022" },
  { "Kế hoạch số 15/KH\\-UBND ngày 02/3/2022", "Kế hoạch số 15/KH\\-UBND ngày 02/3/2022", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022" },
  { "Có {{k1:1}}, Kế hoạch số 15/KH-UBND ngày 02/3/2022, {{k1:2}}", "Có {{k1:1}}, {{doc:d1}}, {{k1:2}}", "d1: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022" },
  /* the day stands before it already */
  { "Ngày 31/12/2021 UBND xã ban hành Kế hoạch số 63/KH-UBND.", "Ngày 31/12/2021 UBND xã ban hành Kế hoạch số 63/KH-UBND.", "d1: Kế hoạch số 63/KH-UBND ngày 31 tháng 12 năm 2021" },
  /* of others, with the year in the number */
  { "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; Kế hoạch số 15/KH-UBND ngày 02/3/2022 của UBND huyện Tứ Kỳ", "{{doc:d1}}; {{doc:d2}}", "d1: Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ; d2: Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022 của UBND huyện Tứ Kỳ" },
  /* one number with two days is the proof-reader's; an unknown kind is left */
  { "Kế hoạch số 11/KH-UBND ngày 21/02/2022; Kế hoạch số 11/KH-UBND ngày 11/02/2022", "{{doc:d1}}; Kế hoạch số 11/KH-UBND ngày 11/02/2022", "d1: Kế hoạch số 11/KH-UBND ngày 21 tháng 02 năm 2022" },
  { "số 4/XX-YY ngày 02/3/2022", "số 4/XX-YY ngày 02/3/2022", "" },
  { "Không có văn bản nào.", "Không có văn bản nào.", "" },
};

static void
test_enrol (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (enrolled); i++)
    {
      g_autoptr (TrinhReport) report = make_report (library, NULL, enrolled[i].text);
      g_autofree char *documents = NULL;
      guint n;
      TrinhEdit *edit = trinh_document_register_enrol (report, NULL, NULL, &n, NULL, NULL);

      g_test_message ("%s", enrolled[i].text);
      fixture_apply (report, edit);
      documents = describe (report);
      g_assert_cmpstr (get_text (report), ==, enrolled[i].expected);
      g_assert_cmpstr (documents, ==, enrolled[i].documents);
      if (n == 0)
        continue;
      g_assert_true (trinh_report_undo (report, NULL));
      g_assert_cmpstr (get_text (report), ==, enrolled[i].text);
    }
}

/* One of several, with what the person has said of it; then it has a place in the register and in the text. */
static void
test_enrol_one (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "[{\"id\":\"d4\",\"kind\":\"KH\",\"number\":\"1\"}]", "Quyết định số 7/QĐ-UBND ngày 04/3/2022 và số 4/XX-YY ngày 02/3/2022");
  g_autoptr (GPtrArray) citations = trinh_document_register_list_citations (report);
  const TrinhDocumentCitation *citation = citations->pdata[1];
  g_autoptr (TrinhRegisteredDocument) corrected = NULL;
  g_autoptr (GError) error = NULL;
  TrinhEdit *edit;

  g_assert_cmpuint (citations->len, ==, 2);
  g_assert_nonnull (strstr (citation->context, "số 4/XX-YY"));
  g_assert_null (trinh_document_register_enrol (report, citation, NULL, NULL, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
  g_clear_error (&error);

  corrected = trinh_registered_document_with_text (citation->typed, TRINH_DOCUMENT_KIND, "KH");
  edit = trinh_document_register_enrol (report, citation, corrected, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_apply (report, edit);
  g_assert_cmpstr (get_text (report), ==, "Quyết định số 7/QĐ-UBND ngày 04/3/2022 và {{doc:d5}}");

  fixture_set_text (report, "s2", "Nothing");
  g_assert_null (trinh_document_register_enrol (report, citation, corrected, NULL, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
}

/* Typed and bound places of a document; another day in the same year is disputed, in another year another document. */
static void
test_citations (void)
{
  static const char documents[] = "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2022-03-02\",\"issuer\":\"UBND xã Bình Lãng\"}]";
  static const struct
  {
    const char *text;
    const char *document;
    gboolean disputed;
  } rows[] = {
    { "Kế hoạch số 15/KH-UBND ngày 02/3/2022", "d1", FALSE },
    { "Kế hoạch số 15/KH-UBND", "d1", FALSE },
    { "{{doc:d1}}", "d1", FALSE },
    { "Kế hoạch số 15/KH-UBND ngày 02/3/2022 của UBND xã", "d1", FALSE },
    { "Kế hoạch số 15/KH-UBND ngày 02/3/2022 của UBND tỉnh Hải Dương", NULL, FALSE },
    { "Kế hoạch số 15/KH-UBND ngày 03/3/2022", NULL, TRUE },
    { "Kế hoạch số 15/KH-UBND ngày 02/3/2021", NULL, FALSE },
    { "Quyết định số 15/QĐ-UBND ngày 02/3/2022", NULL, FALSE },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhReport) report = make_report (library, documents, rows[i].text);
      g_autoptr (GPtrArray) citations = trinh_document_register_list_citations (report);
      const TrinhDocumentCitation *citation = citations->pdata[0];

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (citations->len, ==, 1);
      g_assert_cmpstr (citation->document, ==, rows[i].document);
      g_assert_cmpint (citation->disputed, ==, rows[i].disputed);
    }
}

static void
test_edits (void)
{
  static const char text[] = "Theo {{doc:d1}}; và {{doc:d1}}.";
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"abstract\":\"cây *xanh*\"},{\"id\":\"d2\",\"kind\":\"QĐ\",\"number\":\"7\",\"x\":1}]", text);
  g_autoptr (TrinhRegisteredDocument) second = trinh_document_register_find (report, "d2");
  g_autoptr (TrinhRegisteredDocument) changed = trinh_registered_document_with_text (second, TRINH_DOCUMENT_NUMBER, "8");
  g_autoptr (TrinhRegisteredDocument) added = trinh_registered_document_with_id (changed, "d3");
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autofree char *id = trinh_document_register_dup_free_id (report);
  g_autofree char *put = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *removed = NULL;

  g_assert_cmpstr (id, ==, "d3");
  g_ptr_array_add (both, changed);
  g_ptr_array_add (both, added);
  fixture_apply (report, trinh_document_register_put (report, both));
  put = describe (report);
  g_assert_cmpstr (put, ==, "d1: Kế hoạch số 15 về cây *xanh*; d2: Quyết định số 08; d3: Quyết định số 08");

  fixture_apply (report, trinh_document_register_move (report, "d3", 0));
  moved = describe (report);
  g_assert_true (g_str_has_prefix (moved, "d3: "));

  fixture_apply (report, trinh_document_register_remove (report, "d1"));
  removed = describe (report);
  g_assert_cmpstr (removed, ==, "d3: Quyết định số 08; d2: Quyết định số 08");
  g_assert_cmpstr (get_text (report), ==, "Theo Kế hoạch số 15 về cây \\*xanh\\*; và Kế hoạch số 15.");
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpstr (get_text (report), ==, text);
}

/* What was taken out may be cited in another copy: its id is not given to another document. */
static void
test_given_once (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\"},{\"id\":\"d2\",\"kind\":\"QĐ\",\"number\":\"7\"}]", "");
  g_autofree char *next = NULL;
  g_autofree char *later = NULL;
  g_autofree char *undone = NULL;

  fixture_apply (report, trinh_document_register_remove (report, "d2"));
  next = trinh_document_register_dup_free_id (report);
  g_assert_cmpstr (next, ==, "d3");
  fixture_apply (report, trinh_document_register_remove (report, "d1"));
  later = trinh_document_register_dup_free_id (report);
  g_assert_cmpstr (later, ==, "d3");
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_true (trinh_report_undo (report, NULL));
  undone = trinh_document_register_dup_free_id (report);
  g_assert_cmpstr (undone, ==, "d3");
  g_assert_null (trinh_report_get_member (report, "last_document"));
}

/* From another report: what is not there yet, under ids of its own. */
static void
test_take_over (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"date\":\"2022-03-02\"}]", "");
  g_autoptr (TrinhReport) other = make_report (library, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"date\":\"2022-03-02\"},{\"id\":\"d2\",\"kind\":\"QĐ\",\"number\":\"7\",\"counts\":[\"k1:13\"],\"x\":1}]", "");
  g_autoptr (TrinhEdit) again = NULL;
  g_autofree char *documents = NULL;
  guint n;

  fixture_apply (report, trinh_document_register_take_over (report, other, &n));
  documents = describe (report);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (documents, ==, "d1: Kế hoạch số 15 ngày 02 tháng 3 năm 2022; d2: Quyết định số 07");
  g_assert_cmpuint (trinh_report_count_cited (report, "k1:13"), ==, 1);

  again = trinh_document_register_take_over (report, other, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (trinh_edit_get_n_changes (again), ==, 0);
}

static void
test_check (void)
{
  static const struct
  {
    const char *json;
    int code; /* -1: right */
  } rows[] = {
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2022-03-02\"}", TRINH_CORE_ERROR_DUPLICATE },
    { "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2022-03-02\"}", -1 },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2021-03-02\"}", -1 },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"01a\",\"symbol\":\"\",\"date\":\"\"}", -1 },
    { "{\"id\":\"d2\",\"kind\":\"NĐ\",\"number\":\"61/2018\",\"symbol\":\"NĐ-CP\",\"date\":\"2018-04\"}", -1 },
    { "{\"id\":\"d2\",\"kind\":\"\",\"number\":\"1\"}", TRINH_CORE_ERROR_UNKNOWN },
    { "{\"id\":\"d2\",\"kind\":\"Giấy\",\"number\":\"1\"}", TRINH_CORE_ERROR_UNKNOWN },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"\"}", TRINH_CORE_ERROR_SYNTAX },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"15/KH-UBND\"}", TRINH_CORE_ERROR_SYNTAX },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"1\",\"symbol\":\"KH - UBND\"}", TRINH_CORE_ERROR_SYNTAX },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"1\",\"date\":\"2022-02-30\"}", TRINH_CORE_ERROR_SYNTAX },
    { "{\"id\":\"d2\",\"kind\":\"KH\",\"number\":\"1\",\"date\":\"hôm qua\"}", TRINH_CORE_ERROR_SYNTAX },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2022-03-02\"}]", "");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = fixture_json (rows[i].json);
      g_autoptr (TrinhRegisteredDocument) document = trinh_registered_document_from_json (node);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].json);
      g_assert_cmpint (trinh_document_register_check (report, document, &error), ==, rows[i].code == -1);
      if (rows[i].code != -1)
        g_assert_error (error, TRINH_CORE_ERROR, rows[i].code);
    }
}

/* The office's own of the report's dates count where a rule counts documents; in bieu-mau-2022 that is bm1:1. */
static void
test_usual_counts (void)
{
  static const struct
  {
    const char *json;
    guint n;
  } rows[] = {
    { "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2022-03-02\"}", 1 },
    { "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"issuer\":\"UBND xã Bình Lãng\"}", 1 },
    { "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"issuer\":\"UBND huyện Tứ Kỳ\"}", 0 },
    { "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2020-03-02\"}", 0 },
    { "{\"id\":\"d1\",\"kind\":\"NĐ\",\"number\":\"61/2018\",\"symbol\":\"NĐ-CP\"}", 0 },
  };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "bieu-mau-2022", NULL);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_auto (GStrv) counted = trinh_document_register_dup_counted (regime);
  g_autoptr (TrinhReport) report = NULL;
  TrinhPeriod period;

  g_assert_cmpuint (g_strv_length (counted), ==, 1);
  g_assert_cmpstr (counted[0], ==, "bm1:1");
  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  report = trinh_report_new (regime, period, office);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = fixture_json (rows[i].json);
      g_autoptr (TrinhRegisteredDocument) document = trinh_registered_document_from_json (node);
      g_auto (GStrv) counts = trinh_document_register_dup_usual_counts (report, document);

      g_test_message ("%s", rows[i].json);
      g_assert_cmpuint (g_strv_length (counts), ==, rows[i].n);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document-register/enrol", test_enrol);
  g_test_add_func ("/document-register/enrol-one", test_enrol_one);
  g_test_add_func ("/document-register/citations", test_citations);
  g_test_add_func ("/document-register/edits", test_edits);
  g_test_add_func ("/document-register/take-over", test_take_over);
  g_test_add_func ("/document-register/given-once", test_given_once);
  g_test_add_func ("/document-register/check", test_check);
  g_test_add_func ("/document-register/usual-counts", test_usual_counts);
  return g_test_run ();
}
