/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-sign.h"
#include "trinh-pdf-private.h"
#include "trinh-pdf-source.h"
#include "trinh-pdf-update.h"
#include "trinh-session-private.h"

static TrinhReport *
read_sample (Fixture *fixture,
             const char *name)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_session_read_file (fixture->session, file, &error);

  g_assert_no_error (error);
  return report;
}

static GBytes *
render (TrinhReport *report)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = trinh_session_export_bytes (evaluation, TRINH_EXPORT_PDF, &error);

  g_assert_no_error (error);
  return pdf;
}

/* A member of the first page's dictionary, as an update of the file; "@" in @value stands for the page's own contents, "#" for a
 * white patch over its middle. */
static GBytes *
change_page (GBytes *pdf,
             const char *key,
             const char *value)
{
  const char *const keys[] = { key, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, &error);
  TrinhPdfUpdate *update;
  GBytes *changed;
  static const char patch[] = "q 1 1 1 rg 200 200 200 200 re f Q";
  g_autoptr (GBytes) data = g_bytes_new_static (patch, strlen (patch));
  g_autofree char *drawn = NULL;
  qpdf_oh page;
  int id;

  g_assert_no_error (error);
  update = trinh_pdf_update_new (source);
  id = trinh_pdf_update_reserve (update);
  trinh_pdf_update_add_stream (update, id, "", data);
  drawn = g_strdup_printf ("%d 0 R", id);
  page = qpdf_get_page_n (source->qpdf, 0);
  {
    g_autofree char *members = trinh_pdf_source_dup_members (source, page, keys);
    g_autofree char *contents = trinh_pdf_source_dup_written (source, qpdf_oh_get_key (source->qpdf, page, "/Contents"), FALSE);
    GString *right = g_string_new (value);
    g_autofree char *text = NULL;

    g_string_replace (right, "@", contents, 0);
    g_string_replace (right, "#", drawn, 0);
    text = g_strdup_printf ("<<%s %s %s>>", members, key, right->str);
    g_string_free (right, TRUE);

    trinh_pdf_update_add (update, qpdf_oh_get_object_id (source->qpdf, page), qpdf_oh_get_generation (source->qpdf, page), text);
  }
  changed = g_byte_array_free_to_bytes (trinh_pdf_update_finish (update));
  trinh_pdf_update_free (update);
  return changed;
}

/* The first page's own contents between these two */
static GBytes *
change_contents (GBytes *pdf,
                 const char *before,
                 const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, &error);
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) data = NULL;
  TrinhPdfUpdate *update;
  GBytes *changed;
  qpdf_oh stream;

  g_assert_no_error (error);
  stream = qpdf_oh_get_key (source->qpdf, qpdf_get_page_n (source->qpdf, 0), "/Contents");
  drawn = trinh_pdf_unpack (source->qpdf, stream, &error);
  g_assert_no_error (error);
  g_byte_array_append (contents, (const guint8 *) before, (guint) strlen (before));
  g_byte_array_append (contents, g_bytes_get_data (drawn, NULL), (guint) g_bytes_get_size (drawn));
  g_byte_array_append (contents, (const guint8 *) after, (guint) strlen (after));
  data = g_byte_array_free_to_bytes (g_steal_pointer (&contents));
  update = trinh_pdf_update_new (source);
  trinh_pdf_update_add_stream (update, qpdf_oh_get_object_id (source->qpdf, stream), "", data);
  changed = g_byte_array_free_to_bytes (trinh_pdf_update_finish (update));
  trinh_pdf_update_free (update);
  return changed;
}

static TrinhPagesMatch
match (Fixture *fixture,
       GBytes *pdf,
       char **explanation)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, "match.pdf");
  g_autoptr (GError) error = NULL;
  TrinhPagesMatch result;

  g_assert_true (trinh_session_write_file (file, pdf, &error));
  g_assert_true (trinh_session_match_pages (fixture->session, file, &result, explanation, &error));
  g_assert_no_error (error);
  return result;
}

/* The pages of one report with another in the place of its own */
static GBytes *
carry_another (GBytes *pdf,
               TrinhReport *other)
{
  const TrinhPdfMetadata metadata = { .title = "Báo cáo", .author = "UBND xã", .identifier = "x/1" };
  g_autoptr (GBytes) attachment = trinh_report_to_bytes (other);
  g_autoptr (GError) error = NULL;
  GBytes *changed = trinh_pdf_finish (pdf, &metadata, attachment, NULL, NULL, &error);

  g_assert_no_error (error);
  return changed;
}

static void
enter (TrinhReport *report,
       const char *address,
       const char *text)
{
  g_autoptr (TrinhValue) value = trinh_value_new (text);
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("", address, value);
  g_autoptr (GError) error = NULL;

  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
}

/* A report whose first section says this */
static TrinhReport *
read_saying (Fixture *fixture,
             const char *text)
{
  TrinhReport *report = read_sample (fixture, "dong-son-2024-06.trinhky");
  g_autoptr (TrinhSection) section = g_list_model_get_item (trinh_report_get_sections (report), 0);
  g_autoptr (TrinhSection) changed = trinh_section_with_text (section, text, FALSE);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_section (edit, changed);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);

  return report;
}

static void
test_samples (Fixture *fixture,
              gconstpointer data)
{
  static const char *const names[] = { "binh-lang-2022-h1.trinhky", "but-son-2022-h1.trinhky", "dong-son-2024-06.trinhky", "binh-luong-2021-9m.trinhky", "ho-so-linh-vuc-2022-q2.trinhky" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TrinhReport) report = read_sample (fixture, names[i]);
      g_autoptr (GBytes) pdf = render (report);
      g_autofree char *explanation = NULL;

      g_assert_cmpint (match (fixture, pdf, &explanation), ==, TRINH_PAGES_MATCH_YES);
      g_assert_nonnull (explanation);
    }
}

/* One digit in one cell: other letters, or the same ones in another order. */
static void
test_changed_value (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const values[] = { "34", "12" }; /* 33 and 21 are printed */
  static const char *const addresses[] = { "bm1:2.1", "bm1:1" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (TrinhReport) report = read_sample (fixture, "binh-lang-2022-h1.trinhky");
      g_autoptr (GBytes) pdf = render (report);
      g_autoptr (GBytes) changed = NULL;
      g_autofree char *explanation = NULL;

      enter (report, addresses[i], values[i]);
      changed = carry_another (pdf, report);
      g_assert_cmpint (match (fixture, changed, &explanation), ==, TRINH_PAGES_MATCH_NO);
      g_assert_nonnull (strstr (explanation, values[i]));
    }
}

/* @figure: (nullable): of 2021-H1, kept with the chart */
static void
add_chart (TrinhReport *report,
           const char *figure)
{
  g_autofree char *values = figure != NULL ? g_strdup_printf ("{\"2021-H1\":{\"bm1:2.1\":\"%s\"}}", figure) : g_strdup ("{}");
  g_autofree char *text = g_strdup_printf ("[{\"id\":\"c1\",\"indicators\":[\"bm1:2.1\",\"bm1:2.2\"],\"periods\":[\"2021-H1\"],\"values\":%s}]", values);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member (edit, "charts", node);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
}

/* The chart's letters are compared too, and figures that the report does not keep are no proof of anything. */
static void
test_charts (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *printed;
    const char *attached;
    TrinhPagesMatch expected;
  } cases[] = {
    { "30", "30", TRINH_PAGES_MATCH_YES },
    { "30", "37", TRINH_PAGES_MATCH_NO },
    { "30", NULL, TRINH_PAGES_MATCH_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) report = read_sample (fixture, "binh-lang-2022-h1.trinhky");
      g_autoptr (TrinhReport) other = read_sample (fixture, "binh-lang-2022-h1.trinhky");
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GBytes) changed = NULL;

      add_chart (report, cases[i].printed);
      add_chart (other, cases[i].attached);
      pdf = render (report);
      changed = carry_another (pdf, other);
      g_assert_cmpint (match (fixture, changed, NULL), ==, cases[i].expected);
    }
}

/* As another version of the program names itself */
static GBytes *
change_creator (GBytes *pdf)
{
  const gsize length = g_bytes_get_size (pdf);
  char *bytes = g_memdup2 (g_bytes_get_data (pdf, NULL), length);
  /* In UTF-16, as hexadecimal digits: "ý 0.1" becomes "ý 9.1" */
  char *place = memmem (bytes, length, "00fd00200030", 12);

  g_assert_nonnull (place);
  place[11] = '9';
  return g_bytes_new_take (bytes, length);
}

/* Whose letters are all there, but who knows whether they can be seen */
static void
test_laid_over (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *key, *value;
    TrinhPagesMatch match;
  } cases[] = {
    { "/Rotate", "0", TRINH_PAGES_MATCH_YES },
    { "/Annots", "[]", TRINH_PAGES_MATCH_YES },
    { "/Contents", "[@]", TRINH_PAGES_MATCH_YES },
    { "/Contents", "[@ #]", TRINH_PAGES_MATCH_UNKNOWN },
    { "/Annots", "[<< /Type /Annot /Subtype /Square /Rect [100 100 300 300] /IC [1 1 1] >>]", TRINH_PAGES_MATCH_UNKNOWN },
  };
  g_autoptr (TrinhReport) report = read_sample (fixture, "ho-so-linh-vuc-2022-q2.trinhky");
  g_autoptr (GBytes) pdf = render (report);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) changed = change_page (pdf, cases[i].key, cases[i].value);
      g_autofree char *explanation = NULL;

      g_test_message ("%s %s", cases[i].key, cases[i].value);
      g_assert_cmpint (match (fixture, changed, &explanation), ==, cases[i].match);
      g_assert_true ((strstr (explanation, "page 1") != NULL) == (cases[i].match != TRINH_PAGES_MATCH_YES));
    }
}

/* What was drawn anew is told by no count of the page's parts, but by what is seen of its letters. */
static void
test_unseen (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *before, *after;
    TrinhPagesMatch match;
  } cases[] = {
    { "", "\n", TRINH_PAGES_MATCH_YES },
    { "", "\nq 1 1 1 rg 0 0 595 300 re f Q", TRINH_PAGES_MATCH_UNKNOWN },
    { "", "\nq 0 0 0 rg 0 0 595 300 re f Q", TRINH_PAGES_MATCH_UNKNOWN },
    { "3 Tr\n", "", TRINH_PAGES_MATCH_UNKNOWN },
    { "0 0 595 400 re W n\n", "", TRINH_PAGES_MATCH_UNKNOWN },
  };
  g_autoptr (TrinhReport) report = read_sample (fixture, "ho-so-linh-vuc-2022-q2.trinhky");
  g_autoptr (GBytes) pdf = render (report);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) changed = change_contents (pdf, cases[i].before, cases[i].after);
      g_autofree char *explanation = NULL;

      g_test_message ("%s…%s", cases[i].before, cases[i].after);
      g_assert_cmpint (match (fixture, changed, &explanation), ==, cases[i].match);
      g_assert_true ((strstr (explanation, "Page 1 has") != NULL) == (cases[i].match != TRINH_PAGES_MATCH_YES));
    }
}

static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *found, *text, *words_found, *words_expected;
  } cases[] = {
    { "33", "34", "33", "34" },
    { "", "34", "", "34" },
    { "KếhoạchCCHCnămđềra33nhiệmvụtrongđó", "Kế hoạch CCHC năm đề ra 34 nhiệm vụ trong đó", "đề ra 33 nhiệm vụ", "đề ra 34 nhiệm vụ" },
    { "mộthaibabốnnămsáu", "một hai bốn năm sáu", "một hai babốn năm sáu", "một hai bốn năm sáu" },
    { "mộthai", "một hai ba", "một hai", "một hai ba" },
    { "aaa", "aa", "aaa", "aa" },
    { "Số:mật/BC-UBND", "Số:       /BC-UBND", "Số:mật       /BC-UBND", "Số:       /BC-UBND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;

      _trinh_session_match_dup_words (cases[i].found, cases[i].text, &found, &expected);
      g_assert_cmpstr (expected, ==, cases[i].words_expected);
      g_assert_cmpstr (found, ==, cases[i].words_found);
    }
}

/* What phones and other languages bring into a text: the pages that were just made of it agree, and one other digit is seen. */
static void
test_odd_letters (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const texts[] = {
    "✔️",
    "☎️",
    "1️⃣",
    "❤️",
    "😀",
    "👨‍👩‍👧",
    "العربية",
    "עברית שלום",
    "漢字",
    "thông\u00adtin",
    "một\u200bhai",
    "một\u200fhai",
    "ê\u0301",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *said = g_strdup_printf ("Đã xong %s 63 nội dung.", texts[i]);
      g_autofree char *other = g_strdup_printf ("Đã xong %s 36 nội dung.", texts[i]);
      g_autoptr (TrinhReport) report = read_saying (fixture, said);
      g_autoptr (TrinhReport) changed = read_saying (fixture, other);
      g_autoptr (GBytes) pdf = render (report);
      g_autoptr (GBytes) forged = carry_another (pdf, changed);
      g_autofree char *explanation = NULL;
      g_autofree char *difference = NULL;

      g_test_message ("%s", said);
      g_assert_cmpint (match (fixture, pdf, &explanation), ==, TRINH_PAGES_MATCH_YES);
      g_assert_cmpint (match (fixture, forged, &difference), ==, TRINH_PAGES_MATCH_NO);
      g_assert_nonnull (strstr (difference, "36"));
    }
}

static void
test_other_version (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_sample (fixture, "binh-lang-2022-h1.trinhky");
  g_autoptr (GBytes) pdf = render (report);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GBytes) older = NULL;
  g_autofree char *explanation = NULL;

  enter (report, "bm1:2.1", "34");
  changed = carry_another (pdf, report);
  older = change_creator (changed);
  g_assert_cmpint (match (fixture, older, &explanation), ==, TRINH_PAGES_MATCH_UNKNOWN);
  g_assert_nonnull (strstr (explanation, "Trình Ký 9"));
}

static GBytes *
sign_pages (GBytes *pdf,
            TrinhSigner *signer)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const TrinhPdfSigning signing = { .field = "Signatory", .time = now };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trinh_pdf_sign (pdf, signer, &signing, &error);

  g_assert_no_error (error);
  return bytes;
}

static TrinhReportState
open_and_get_state (Fixture *fixture,
                    GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = trinh_session_open_file (fixture->session, file, &error);

  g_assert_no_error (error);
  return review_get_state (work);
}

/* Signed by somebody whom an authority stands for; but what the pages show, which is what was signed, cannot be told to be the
 * report that the file carries: only a person who held them against each other can say so. */
static void
test_signed_by_other_version (Fixture *fixture,
                              gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhReport) shown = trinh_report_snapshot (trinh_work_get_report (work));
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GBytes) older = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gboolean may_vouch = FALSE;

  keys_set_up (&keys);
  trinh_edit_set_member_string (edit, "subject", "Công tác khác");
  g_assert_true (trinh_report_apply (shown, edit, &error));
  pdf = render (shown);
  changed = carry_another (pdf, trinh_work_get_report (work));
  older = change_creator (changed);
  signed_pdf = sign_pages (older, keys.signer);
  sign_write (file, signed_pdf);

  g_assert_false (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  g_assert_cmpint (open_and_get_state (fixture, file), ==, TRINH_STATE_APPROVED);
  words = trinh_session_dup_doubt (fixture->session, &may_vouch);
  g_assert_nonnull (strstr (words, "Trình Ký 9"));
  g_assert_nonnull (strstr (words, "Hold the pages against the report first."));
  g_assert_true (may_vouch);
  trinh_session_vouch (fixture->session);
  g_assert_cmpint (open_and_get_state (fixture, file), ==, TRINH_STATE_SIGNED);
}

static void
test_no_pdf (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_sample (fixture, "binh-lang-2022-h1.trinhky");
  g_autoptr (GBytes) pdf = render (report);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) / 2);
  g_autoptr (GFile) file = fixture_get_file (fixture, "cut.pdf");
  g_autoptr (GError) error = NULL;
  TrinhPagesMatch result;

  g_assert_true (trinh_session_write_file (file, cut, NULL));
  g_assert_false (trinh_session_match_pages (fixture->session, file, &result, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*function) (Fixture *, gconstpointer);
  } tests[] = {
    { "/match/samples", test_samples },
    { "/match/changed-value", test_changed_value },
    { "/match/laid-over", test_laid_over },
    { "/match/unseen", test_unseen },
    { "/match/words", test_words },
    { "/match/odd-letters", test_odd_letters },
    { "/match/charts", test_charts },
    { "/match/other-version", test_other_version },
    { "/match/signed-by-other-version", test_signed_by_other_version },
    { "/match/no-pdf", test_no_pdf },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].function, fixture_tear_down);

  return g_test_run ();
}
