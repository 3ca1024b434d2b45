/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-signing.h"
#include "trinh-session-sign.h"
#include "trinh-signatures-page.h"

typedef struct
{
  Identity authority;
  Identity person;
  Identity office;
} People;

static People people;

static void
set_up (HelperWork *fixture,
        gconstpointer data)
{
  helper_forget_keys ();
  helper_work_set_up (fixture, data);
}

static void
trust_authority (void)
{
  g_autofree char *folder = trinh_session_dup_trust_folder ();
  g_autoptr (TrinhTrust) trust = trinh_trust_new (folder);
  g_autoptr (GBytes) bytes = x509_to_bytes (people.authority.x509);

  g_assert_nonnull (trinh_trust_add_authority (trust, bytes, NULL));
}

static GBytes *
sign (GBytes *pdf,
      TrinhReport *report,
      const Identity *identity,
      TrinhSigningRole role)
{
  g_autoptr (TrinhSigner) signer = make_signer (identity);
  const TrinhSigningOrder order = { .role = role };
  g_autoptr (GError) error = NULL;
  GBytes *result = trinh_session_sign (pdf, report, signer, &order, &error);

  g_assert_no_error (error);

  return result;
}

static GBytes *
make_signed (HelperWork *fixture,
             gboolean by_office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = trinh_session_export_bytes (fixture->evaluation, TRINH_EXPORT_FINAL_PDF, &error);
  g_autoptr (GBytes) one = NULL;

  g_assert_no_error (error);
  one = sign (pdf, fixture->report, &people.person, TRINH_SIGNING_ROLE_SIGNATORY);

  return by_office ? sign (one, fixture->report, &people.office, TRINH_SIGNING_ROLE_OFFICE) : g_steal_pointer (&one);
}

/* With one letter of the pages' own objects another */
static GBytes *
change (GBytes *pdf)
{
  gsize length;
  char *bytes = g_bytes_unref_to_data (g_bytes_ref (pdf), &length);
  char *place = memmem (bytes, length, "/MediaBox", strlen ("/MediaBox"));

  g_assert_nonnull (place);
  place[1] = 'N';

  return g_bytes_new_take (bytes, length);
}

static TrinhSignaturesPage *
show_page (HelperWork *fixture)
{
  GtkWidget *page = trinh_signatures_page_new (fixture->session);

  helper_work_show (fixture, page, 700, 900);

  return TRINH_SIGNATURES_PAGE (page);
}

static TrinhSignaturesPage *
check (HelperWork *fixture,
       GBytes *pdf,
       const char *verdict)
{
  TrinhSignaturesPage *page = show_page (fixture);
  g_autoptr (GFile) file = helper_write (fixture, "ký.pdf", pdf);

  trinh_signatures_page_check_file (page, file);
  helper_wait_for_label (page, verdict);

  return page;
}

static void
assert_row (gpointer page,
            const char *title,
            const char *words)
{
  AdwActionRow *row = helper_find_row (page, title);

  g_assert_nonnull (row);
  if (strstr (adw_action_row_get_subtitle (row), words) == NULL)
    g_error ("“%s”: “%s” has no “%s”", title, adw_action_row_get_subtitle (row), words);
}

static void
test_empty (HelperWork *fixture,
            gconstpointer data)
{
  TrinhSignaturesPage *page = show_page (fixture);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (helper_get_child (page, "stack")), ==, "empty");
  helper_work_drop (fixture, page);
}

static void
test_good (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_signed (fixture, FALSE);
  TrinhSignaturesPage *page;

  trust_authority ();
  page = check (fixture, pdf, "The signature is valid");
  assert_row (page, "Pages and data", "The pages show what the attached report says.");
  assert_row (page, "Signed by", "Nguyễn Văn A\nUBND xã Bình Lãng\nCCCD:030012345678");
  assert_row (page, "Integrity", "exactly as it was signed");
  assert_row (page, "Certificate", "CA");
  assert_row (page, "Extent", "whole file");
  assert_row (page, "Taken back", "Not known");
  assert_row (page, "Time, as the signer claims", "obody else vouches");
  helper_work_drop (fixture, page);
}

/* Two who signed: the first does not cover the second, and both are valid. */
static void
test_two (HelperWork *fixture,
          gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_signed (fixture, TRUE);
  TrinhSignaturesPage *page;

  trust_authority ();
  page = check (fixture, pdf, "All signatures are valid");
  g_assert_true (helper_has_label (page, "Signature of the signatory"));
  g_assert_true (helper_has_label (page, "Signature of the office"));
  assert_row (page, "Extent", "After it");
  helper_work_drop (fixture, page);
}

static void
test_unknown (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_signed (fixture, FALSE);
  TrinhSignaturesPage *page = check (fixture, pdf, "The signature is whole, but its certificate leaves a doubt");

  assert_row (page, "Integrity", "exactly as it was signed");
  helper_work_drop (fixture, page);
}

static void
test_changed (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_signed (fixture, FALSE);
  g_autoptr (GBytes) changed = change (pdf);
  TrinhSignaturesPage *page;
  const char *subtitle;

  trust_authority ();
  page = check (fixture, changed, "1 signature is not valid");
  g_assert_null (helper_find_row (page, "Extent"));
  subtitle = adw_action_row_get_subtitle (helper_find_row (page, "Integrity"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (subtitle)));
  g_assert_true (g_str_has_suffix (subtitle, "."));
  helper_work_drop (fixture, page);
}

/* Behind the signature stands something that nobody signed. */
static void
test_longer (HelperWork *fixture,
             gconstpointer data)
{
  static const char more[] = "% more\n";
  g_autoptr (GBytes) pdf = make_signed (fixture, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) longer = NULL;
  TrinhSignaturesPage *page;

  g_byte_array_append (bytes, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (bytes, (const guint8 *) more, strlen (more));
  longer = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  trust_authority ();
  page = check (fixture, longer, "1 signature is not valid");
  assert_row (page, "Extent", "After it 6 bytes were added that nobody signed.");
  helper_work_drop (fixture, page);
}

static void
test_unsigned (HelperWork *fixture,
               gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_7);
  TrinhSignaturesPage *page = check (fixture, pdf, "The file is not signed");

  helper_work_drop (fixture, page);
}

static void
test_no_pdf (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/a.pdf");
  TrinhSignaturesPage *page = check (fixture, text, "The file cannot be checked");

  trinh_signatures_page_check_file (page, missing);
  helper_wait_for_label (page, "The file cannot be checked");
  helper_work_drop (fixture, page);
}

/* Closed while the thread is at work; the dialog goes all the same. */
static void
test_closed (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_signed (fixture, FALSE);
  TrinhSignaturesPage *page = show_page (fixture);

  trinh_signatures_page_check_bytes (page, "a.pdf", pdf);
  helper_work_drop (fixture, page);
}

#define ADD(name, func) g_test_add ("/signatures-page/" name, HelperWork, NULL, set_up, func, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  int status;

  helper_work_init (&argc, &argv);
  people.authority = make_authority ("CA");
  people.person = make_signatory (&people.authority, "Nguyễn Văn A");
  people.office = make_signatory (&people.authority, "UBND xã Bình Lãng");

  ADD ("empty", test_empty);
  ADD ("good", test_good);
  ADD ("two", test_two);
  ADD ("unknown", test_unknown);
  ADD ("changed", test_changed);
  ADD ("longer", test_longer);
  ADD ("unsigned", test_unsigned);
  ADD ("no-pdf", test_no_pdf);
  ADD ("closed", test_closed);

  status = g_test_run ();
  identity_clear (&people.office);
  identity_clear (&people.person);
  identity_clear (&people.authority);

  return status;
}
