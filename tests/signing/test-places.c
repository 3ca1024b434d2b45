/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A field that stands at several places. */

#include "config.h"

#include "fixture.h"
#include "trinh-pdf-compare.h"
#include "trinh-pdf-place.h"
#include "trinh-pdf-update.h"

static const TrinhPdfPlace signature_place = { 1, 320, 600, 120, 60 };

static GBytes *
sign (GBytes *pdf,
      TrinhSigner *signer,
      TrinhPdfSigning *signing)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) time = g_date_time_new_now (zone);
  g_autoptr (GError) error = NULL;
  GBytes *result;

  signing->time = time;
  result = trinh_pdf_sign (pdf, signer, signing, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), g_bytes_get_data (result, NULL), g_bytes_get_size (pdf));
  return result;
}

static GPtrArray *
verify (GBytes *pdf,
        TrinhTrust *trust,
        guint n_signatures)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *signatures = trinh_pdf_verify (pdf, trust, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (signatures->len, ==, n_signatures);
  return signatures;
}

/* The number filled in by hand: @shown at its places, in their order; %NULL: the place stays as it is. */
static GBytes *
fill_number (GBytes *pdf,
             const char *value,
             const char *const shown[2])
{
  static const char *const own[] = { "/V", NULL };
  static const char *const drawn[] = { "/AP", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, &error);
  g_autoptr (GPtrArray) fields = trinh_pdf_source_list_fields (source);
  qpdf_oh field = trinh_pdf_find_field (fields, "trinhky.number")->object;
  g_autoptr (GArray) widgets = trinh_pdf_list_widgets (source, field);
  g_autoptr (TrinhPdfUpdate) update = trinh_pdf_update_new (source);
  g_autofree char *members = trinh_pdf_source_dup_members (source, field, own);
  g_autofree char *text = g_strdup_printf ("<< %s/V (%s) >>", members, value);

  g_assert_no_error (error);
  g_assert_cmpuint (widgets->len, ==, 2);
  trinh_pdf_update_add (update, qpdf_oh_get_object_id (source->qpdf, field), 0, text);
  for (guint i = 0; i < 2; i++)
    {
      qpdf_oh widget = g_array_index (widgets, qpdf_oh, i);
      g_autofree char *others = trinh_pdf_source_dup_members (source, widget, drawn);
      g_autoptr (GBytes) words = shown[i] != NULL ? make_words (shown[i]) : NULL;
      g_autofree char *place = NULL;

      if (words == NULL)
        continue;
      place = g_strdup_printf ("<< %s/AP << /N %d 0 R >> >>", others, trinh_pdf_update_graft (update, words, &error));
      g_assert_no_error (error);
      trinh_pdf_update_add (update, qpdf_oh_get_object_id (source->qpdf, widget), 0, place);
    }
  return g_byte_array_free_to_bytes (trinh_pdf_update_finish (update));
}

/* One number stands on page 1 and in the annexes: one field, whose places all say what it does. */
static void
test_places (void)
{
  static const TrinhPdfBlank blanks[] = { { "number", { 0, 60, 60, 30, 16 } }, { "day", { 0, 300, 60, 20, 16 } }, { "number", { 1, 90, 80, 30, 16 } } };
  static const struct
  {
    const char *value;
    const char *shown[2];
    TrinhPdfChange change;
  } rows[] = {
    { "15", { "15", "15" }, TRINH_PDF_CHANGE_FIELDS }, /* nobody signed for it */
    { "15", { "15", "16" }, TRINH_PDF_CHANGE_OTHER },
    { "15", { "16", "16" }, TRINH_PDF_CHANGE_OTHER },
    { "15", { "15", NULL }, TRINH_PDF_CHANGE_OTHER },
    { "15", { NULL, NULL }, TRINH_PDF_CHANGE_OTHER },
    { "", { "15", "15" }, TRINH_PDF_CHANGE_OTHER },
  };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place, .blanks = blanks, .n_blanks = 3 };
  g_autoptr (GBytes) one = sign (pdf, signer, &signing);
  g_autoptr (GArray) places = trinh_pdf_list_blanks (one, "number");
  g_autoptr (TrinhPdfSource) before = trinh_pdf_source_open (pdf, NULL);
  g_autoptr (TrinhPdfSource) after = trinh_pdf_source_open (one, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrinhPdfSigning by_office = { .field = "Office", .place = signature_place, .time = now };

  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpuint (g_array_index (places, TrinhPdfPlace, 1).page, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (places, TrinhPdfPlace, 1).x, 90, 0.1);
  g_assert_cmpint (trinh_pdf_compare_final (before, after), ==, TRINH_PDF_CHANGE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) filled = fill_number (one, rows[i].value, rows[i].shown);
      g_autoptr (GPtrArray) signatures = verify (filled, NULL, 1);
      const TrinhSignature *signature = g_ptr_array_index (signatures, 0);
      g_autoptr (GBytes) two = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s, %s", rows[i].value, rows[i].shown[0], rows[i].shown[1]);
      g_assert_cmpint (signature->changes, ==, rows[i].change);
      g_assert_false (signature->valid);
      /* A signature over it does not make it good. */
      two = trinh_pdf_sign (filled, signer, &by_office, &error);
      g_assert_cmpint (two != NULL, ==, rows[i].change == TRINH_PDF_CHANGE_FIELDS);
    }
  identity_clear (&person);
  identity_clear (&authority);
}

static void
test_places_filled (void)
{
  static const TrinhPdfBlank blanks[] = { { "number", { 0, 60, 60, 30, 16 } }, { "number", { 1, 90, 80, 30, 16 } } };
  static const struct
  {
    const char *shown[4];
    int code; /* -1: none */
  } rows[] = {
    { { "15", "15", NULL }, -1 },
    { { "15", "16", NULL }, TRINH_SIGNING_ERROR_CHECK },
    { { "15", NULL }, TRINH_SIGNING_ERROR_FILE },
    { { "15", "15", "15", NULL }, TRINH_SIGNING_ERROR_FILE },
  };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_7);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place, .blanks = blanks, .n_blanks = 2 };
  g_autoptr (GBytes) one = sign (pdf, signer, &signing);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) drawn = make_all_words (rows[i].shown);
      const TrinhPdfFill fill = { "number", "15", drawn };
      TrinhPdfSigning by_office = { .field = "Office", .place = signature_place, .time = now, .fills = &fill, .n_fills = 1 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) two = trinh_pdf_sign (one, signer, &by_office, &error);
      g_autofree char *number = two != NULL ? trinh_pdf_dup_field (two, "number") : NULL;

      if (rows[i].code >= 0)
        g_assert_error (error, TRINH_SIGNING_ERROR, rows[i].code);
      else
        g_assert_no_error (error);
      g_assert_cmpstr (number, ==, rows[i].code >= 0 ? NULL : "15");
    }
  identity_clear (&person);
  identity_clear (&authority);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/places/by-hand", test_places);
  g_test_add_func ("/places/filled", test_places_filled);

  return g_test_run ();
}
