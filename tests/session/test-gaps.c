/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Number and date, given after the signature: on page 1 and in the annex. */

#include "config.h"

#include "helper-sign.h"
#include "trinh-pdf.h"
#include "trinh-session-sign.h"

/* Of Bình Lãng, with an annex; without a number. @date: as in the report file */
static TrinhReport *
read_report (Fixture *fixture,
             const char *date)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", "binh-lang-2022-h1.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_session_read_file (fixture->session, file, &error);

  g_assert_no_error (error);
  trinh_edit_set_member_string (edit, "date", date);
  g_assert_true (trinh_report_apply (report, edit, &error));
  g_assert_no_error (error);
  return report;
}

/* @change: (nullable): of the document before it is drawn */
static GBytes *
render (TrinhReport *report,
        void (*change) (TrinhBlock *block))
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);
  GPtrArray *blocks = trinh_document_get_blocks (document);
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  trinh_document_set_draft (document, FALSE);
  for (guint i = 0; change != NULL && i < blocks->len; i++)
    change (blocks->pdata[i]);
  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  pdf = trinh_pdf_render (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static GBytes *
sign (GBytes *pdf,
      TrinhReport *report,
      TrinhSigner *signer,
      const TrinhSigningOrder *order)
{
  g_autoptr (GError) error = NULL;
  GBytes *result = trinh_session_sign (pdf, report, signer, order, &error);

  g_assert_no_error (error);
  return result;
}

static TrinhPagesMatch
match (Fixture *fixture,
       GBytes *pdf)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, "match.pdf");
  g_autoptr (GError) error = NULL;
  TrinhPagesMatch result;

  sign_write (file, pdf);
  g_assert_true (trinh_session_match_pages (fixture->session, file, &result, NULL, &error));
  g_assert_no_error (error);
  return result;
}

static void
assert_field (GBytes *pdf,
              const char *name,
              const char *expected)
{
  g_autofree char *value = trinh_pdf_dup_field (pdf, name);

  g_assert_cmpstr (value, ==, expected);
}

/* Each place shows what its field says, or the file would not be one that verifies. */
static void
assert_issued (Fixture *fixture,
               GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = trinh_pdf_verify (pdf, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (signatures->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (((TrinhSignature *) signatures->pdata[i])->valid);
  g_assert_cmpint (match (fixture, pdf), ==, TRINH_PAGES_MATCH_YES);
}

static void
test_fields (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *date;
    guint n_fields;
  } rows[] = {
    { "", 4 },
    { "2022", 3 },
    { "2022-06", 2 },
    { "2022-06-10", 1 },
  };
  static const char *const names[] = { "number", "day", "month", "year" };
  static const char *const values[] = { "07", "10", "6", "2022" };
  g_auto (Keys) keys = { 0 };

  keys_set_up (&keys);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhReport) report = read_report (fixture, rows[i].date);
      g_autoptr (GBytes) pdf = render (report, NULL);
      g_autoptr (GBytes) one = sign (pdf, report, keys.signer, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_SIGNATORY });
      g_autoptr (GBytes) two = NULL;

      g_assert_cmpint (match (fixture, one), ==, TRINH_PAGES_MATCH_YES);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autoptr (GArray) places = trinh_pdf_list_blanks (one, names[j]);
          const TrinhPdfPlace *on_page = &g_array_index (places, TrinhPdfPlace, 0);

          g_assert_cmpuint (places->len, ==, j < rows[i].n_fields ? 2 : 0);
          if (places->len == 0)
            continue;
          g_assert_cmpuint (on_page->page, ==, 0);
          g_assert_cmpuint (on_page[1].page, >, 0);
          /* The digits at their own width: half the size of the letters, which is 13 of the number on page 1 */
          for (guint k = 0; k < 2; k++)
            g_assert_cmpfloat (on_page[k].width, >, 6.5 * (double) strlen (values[j]));
          /* A number may have as many as a year. */
          if (g_str_equal (names[j], "number"))
            g_assert_cmpfloat (on_page[0].width, >, 25.9);
          if (g_str_equal (names[j], "year") || g_str_equal (names[j], "number"))
            g_assert_cmpfloat (on_page[1].width, >, 27.9);
        }
      two = sign (one, report, keys.stamp, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_OFFICE, .number = "7", .date = rows[i].n_fields > 1 ? sign_parse_day ("2022-06-10") : 0 });
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        assert_field (two, names[j], j < rows[i].n_fields ? values[j] : NULL);
      assert_issued (fixture, two);
    }
}

/* As the annexes were before they had fields */
static void
use_dots (TrinhBlock *block)
{
  if (block->type == TRINH_BLOCK_TYPE_ANNEX)
    g_set_str (&block->annex->reference, "(Kèm theo Báo cáo số ……/BC-UBND ngày … tháng … năm …\ncủa UBND xã Bình Lãng)");
}

/* What was signed then is issued with its number on page 1. */
static void
test_dots (Fixture *fixture,
           gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhReport) report = read_report (fixture, "");
  g_autoptr (GBytes) pdf = render (report, use_dots);
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_autoptr (GArray) places = NULL;

  keys_set_up (&keys);
  one = sign (pdf, report, keys.signer, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_SIGNATORY });
  places = trinh_pdf_list_blanks (one, "number");
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpint (match (fixture, one), ==, TRINH_PAGES_MATCH_YES);
  two = sign (one, report, keys.stamp, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_OFFICE, .number = "7", .date = sign_parse_day ("2022-06-10") });
  assert_field (two, "number", "07");
  assert_issued (fixture, two);
}

static const char *number_on_page;
static const char *note_of_annex;

static void
print_number (TrinhBlock *block)
{
  if (block->type == TRINH_BLOCK_TYPE_HEADER && number_on_page != NULL)
    {
      g_set_str (&block->header->number, number_on_page);
      g_set_str (&block->header->date, "Bình Lãng, ngày 10 tháng 6 năm 2022");
    }
  if (block->type == TRINH_BLOCK_TYPE_ANNEX && note_of_annex != NULL)
    g_set_str (&block->annex->reference, note_of_annex);
}

/* What another program prints into the gaps: digits, the same in all of them, and nothing else. */
static void
test_printed (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *on_page;
    const char *in_annex;
    TrinhPagesMatch match;
  } rows[] = {
    { "Số: 15/BC-UBND", "(Kèm theo Báo cáo số 15/BC-UBND ngày 10 tháng 6 năm 2022\ncủa UBND xã Bình Lãng)", TRINH_PAGES_MATCH_YES },
    { "Số: 15a/BC-UBND", "(Kèm theo Báo cáo số 15a/BC-UBND ngày 10 tháng 6 năm 2022\ncủa UBND xã Bình Lãng)", TRINH_PAGES_MATCH_YES },
    { "Số: 15/BC-UBND", NULL, TRINH_PAGES_MATCH_YES },
    { "Số: 15/BC-UBND", "(Kèm theo Báo cáo số 16/BC-UBND ngày 10 tháng 6 năm 2022\ncủa UBND xã Bình Lãng)", TRINH_PAGES_MATCH_NO },
    { "Số: 15/BC-UBND", "(Kèm theo Báo cáo số 15/BC-UBND ngày 11 tháng 6 năm 2022\ncủa UBND xã Bình Lãng)", TRINH_PAGES_MATCH_NO },
    { "Số: 15/QĐ-UBND", NULL, TRINH_PAGES_MATCH_NO },
    { "Số: mật/BC-UBND", NULL, TRINH_PAGES_MATCH_NO },
    { NULL, "(Kèm theo Báo cáo số 15/BC-UBND ngày 10 tháng 6 năm 2022\ncủa UBND xã Bình Lương)", TRINH_PAGES_MATCH_NO },
    { NULL, "(Kèm theo Báo cáo số 15/BC-UBND ngày 10 tháng 6b năm 2022\ncủa UBND xã Bình Lãng)", TRINH_PAGES_MATCH_NO },
  };
  g_autoptr (TrinhReport) report = read_report (fixture, "2022-06");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = NULL;

      g_test_message ("%s; %s", rows[i].on_page, rows[i].in_annex);
      number_on_page = rows[i].on_page;
      note_of_annex = rows[i].in_annex;
      pdf = render (report, print_number);
      g_assert_cmpint (match (fixture, pdf), ==, rows[i].match);
    }
}

/* The annex printed another number before the signature than the registrar gives page 1. */
static void
test_printed_and_filled (Fixture *fixture,
                         gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhReport) report = read_report (fixture, "2022-06-10");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) one = NULL;

  keys_set_up (&keys);
  number_on_page = NULL;
  note_of_annex = "(Kèm theo Báo cáo số 16/BC-UBND ngày 10 tháng 6 năm 2022\ncủa UBND xã Bình Lãng)";
  pdf = render (report, print_number);
  one = sign (pdf, report, keys.signer, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_SIGNATORY });
  for (guint number = 15; number <= 16; number++)
    {
      g_autofree char *text = g_strdup_printf ("%u", number);
      g_autoptr (GBytes) two = sign (one, report, keys.stamp, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_OFFICE, .number = text });

      g_assert_cmpint (match (fixture, two), ==, number == 16 ? TRINH_PAGES_MATCH_YES : TRINH_PAGES_MATCH_NO);
    }
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
    { "/gaps/fields", test_fields },
    { "/gaps/dots", test_dots },
    { "/gaps/printed", test_printed },
    { "/gaps/printed-and-filled", test_printed_and_filled },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].function, fixture_tear_down);

  return g_test_run ();
}
