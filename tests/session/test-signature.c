/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-sign.h"
#include "trinh-pdf-update.h"
#include "trinh-session-review-private.h"
#include "trinh-session-signing.h"

static gboolean
begins_with (GBytes *whole,
             GBytes *head)
{
  return g_bytes_get_size (head) < g_bytes_get_size (whole) && memcmp (g_bytes_get_data (whole, NULL), g_bytes_get_data (head, NULL), g_bytes_get_size (head)) == 0;
}

static void
test_sign (Fixture *fixture,
           gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autofree char *id = g_strdup (trinh_report_get_id (trinh_work_get_report (work)));
  g_autoptr (GBytes) none = sign_load (work);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (TrinhStep) step = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (none);
  keys_set_up (&keys);
  g_assert_true (trinh_session_sign_work (fixture->session, work, pdf, keys.signer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  g_clear_object (&work);

  fixture_reopen (fixture);
  work = trinh_session_open_stored (fixture->session, id, &error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  kept = sign_load (work);
  g_assert_true (begins_with (kept, pdf));
  signatures = trinh_pdf_verify (kept, NULL, &error);
  g_assert_cmpuint (signatures->len, ==, 1);
  g_assert_true (((TrinhSignature *) signatures->pdata[0])->valid);
  g_assert_true (trinh_pdf_has_blank (kept, "number"));
  step = trinh_review_find_last (trinh_work_get_report (work), 1 << TRINH_STEP_SIGN);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, kept);
  g_assert_cmpstr (trinh_step_get_file_sha256 (step), ==, sha256);
  /* Nobody chose who works: the certificate says it. */
  g_assert_cmpstr (trinh_step_get_by (step), ==, "Nguyễn Văn A");
  g_assert_true (trinh_review_is_on_content (trinh_work_get_report (work), step));
  /* Nothing signed ever changes. */
  g_assert_false (trinh_work_enter_text (work, "k1:12", "9", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
}

static void
assert_refused (Fixture *fixture,
                TrinhWork *work,
                GBytes *pdf,
                TrinhSigner *signer,
                GQuark domain,
                int code)
{
  g_autofree char *before = sign_dup_database (fixture, work);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_session_sign_work (fixture->session, work, pdf, signer, NULL, &error));
  g_assert_error (error, domain, code);
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GBytes) early = sign_make_final (work);
  g_autoptr (GBytes) other = make_pdf (CAIRO_PDF_VERSION_1_7);
  g_autoptr (GBytes) pdf = NULL;
  Identity old;
  TrinhSigner *expired;

  keys_set_up (&keys);
  old = make_identity (&keys.authority, "Nguyễn Văn A", -100 * DAY, -DAY, "critical,digitalSignature");
  expired = make_signer (&old);
  assert_refused (fixture, work, early, keys.signer, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  fixture_enter (work, "k1:12", "8");
  review_do (work, TRINH_STEP_SUBMIT, "");
  review_do (work, TRINH_STEP_APPROVE, "");
  pdf = sign_make_final (work);
  assert_refused (fixture, work, early, keys.signer, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  assert_refused (fixture, work, other, keys.signer, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  assert_refused (fixture, work, pdf, expired, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE);
  g_object_unref (expired);
  identity_clear (&old);
}

static char *
dup_step (TrinhReport *report,
          TrinhStepKind kind)
{
  g_autoptr (TrinhStep) step = trinh_review_find_last (report, 1u << kind);
  g_autoptr (JsonNode) node = step != NULL ? trinh_step_to_json (step) : NULL;

  return node != NULL ? trinh_json_to_line (node) : NULL;
}

static void
assert_approved_in_file (Fixture *fixture,
                         TrinhWork *work,
                         GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) carried = _trinh_session_read_pdf (fixture->session, pdf, "PDF", &error);
  g_autofree char *ours = dup_step (trinh_work_get_report (work), TRINH_STEP_APPROVE);
  g_autofree char *theirs = dup_step (carried, TRINH_STEP_APPROVE);

  g_assert_no_error (error);
  g_assert_cmpint (trinh_report_get_state (carried), ==, TRINH_STATE_APPROVED);
  g_assert_nonnull (ours);
  g_assert_cmpstr (ours, ==, theirs);
}

/* Submitted only: the final PDF is approved and the report is not, before the signature brings both steps. */
static void
test_submitted (Fixture *fixture,
                gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (TrinhReport) stored = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  review_do (work, TRINH_STEP_SUBMIT, "");
  before = sign_dup_database (fixture, work);
  pdf = sign_make_final (work);
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);

  /* There is room for the approval, and none for the signature: neither is kept. */
  g_assert_true (trinh_store_run_sql (fixture->store, "CREATE TEMP TRIGGER stop BEFORE INSERT ON journal WHEN new.target = 'journal' AND (SELECT count(*) FROM journal WHERE target = 'journal') > 1 BEGIN SELECT RAISE (ABORT, 'stop'); END", &error));
  assert_refused (fixture, work, pdf, keys.signer, TRINH_STORE_ERROR, TRINH_STORE_ERROR_IO);
  g_assert_true (trinh_store_run_sql (fixture->store, "DROP TRIGGER stop", &error));

  g_assert_true (trinh_session_sign_work (fixture->session, work, pdf, keys.signer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_SAVED);
  stored = trinh_store_load (fixture->store, trinh_report_get_id (trinh_work_get_report (work)), trinh_session_get_library (fixture->session), &error);
  g_assert_no_error (error);
  steps = trinh_review_list_steps (stored);
  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpint (trinh_step_get_kind (steps->pdata[1]), ==, TRINH_STEP_APPROVE);
  g_assert_cmpint (trinh_step_get_kind (steps->pdata[2]), ==, TRINH_STEP_SIGN);
  kept = sign_load (work);
  g_assert_true (begins_with (kept, pdf));
  assert_approved_in_file (fixture, work, kept);
}

/* What the file has not as the report has it now is not signed: returned and submitted again, or approved by another. */
static void
test_submitted_again (Fixture *fixture,
                      gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GBytes) early = sign_make_final (work);
  g_autoptr (GBytes) pdf = NULL;

  keys_set_up (&keys);
  review_do (work, TRINH_STEP_SUBMIT, "");
  assert_refused (fixture, work, early, keys.signer, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  pdf = sign_make_final (work);
  review_do (work, TRINH_STEP_RETURN, "Xem lại");
  assert_refused (fixture, work, pdf, keys.signer, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  review_do (work, TRINH_STEP_SUBMIT, "");
  assert_refused (fixture, work, pdf, keys.signer, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
}

/* A signer that holds a certificate and cannot sign: the token was pulled out, the PIN was wrong. */
#define TEST_TYPE_BROKEN_SIGNER (test_broken_signer_get_type ())
G_DECLARE_FINAL_TYPE (TestBrokenSigner, test_broken_signer, TEST, BROKEN_SIGNER, GObject)

struct _TestBrokenSigner
{
  GObject parent_instance;
  TrinhSigner *real;
};

static TrinhCertificate *
broken_get_certificate (TrinhSigner *signer)
{
  return trinh_signer_get_certificate (TEST_BROKEN_SIGNER (signer)->real);
}

static gsize
broken_get_size (TrinhSigner *signer)
{
  return trinh_signer_get_size (TEST_BROKEN_SIGNER (signer)->real);
}

static GBytes *
broken_sign (TrinhSigner *signer,
             GBytes *content,
             GError **error)
{
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN, "PIN");
  return NULL;
}

static void
broken_signer_interface_init (TrinhSignerInterface *iface)
{
  iface->get_certificate = broken_get_certificate;
  iface->get_size = broken_get_size;
  iface->sign = broken_sign;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestBrokenSigner, test_broken_signer, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TRINH_TYPE_SIGNER, broken_signer_interface_init))

static void
test_broken_signer_class_init (TestBrokenSignerClass *klass)
{
}

static void
test_broken_signer_init (TestBrokenSigner *self)
{
}

static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (TestBrokenSigner) broken = g_object_new (TEST_TYPE_BROKEN_SIGNER, NULL);
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  broken->real = keys.signer;
  assert_refused (fixture, work, pdf, TRINH_SIGNER (broken), TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN);

  /* The file goes in, and then there is no room for the step: neither is kept. */
  g_assert_true (trinh_store_run_sql (fixture->store, "CREATE TEMP TRIGGER stop BEFORE INSERT ON journal WHEN new.target = 'journal' BEGIN SELECT RAISE (ABORT, 'stop'); END", &error));
  assert_refused (fixture, work, pdf, keys.signer, TRINH_STORE_ERROR, TRINH_STORE_ERROR_IO);
  g_assert_true (trinh_store_run_sql (fixture->store, "DROP TRIGGER stop; PRAGMA max_page_count = 1", &error));
  assert_refused (fixture, work, pdf, keys.signer, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FULL);
  g_assert_true (trinh_store_run_sql (fixture->store, "PRAGMA max_page_count = 1000000", &error));
  sign_work (fixture, work, &keys);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
}

static void
test_paper (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) text = fixture_get_file (fixture, "scan.txt");
  g_autoptr (GFile) missing = fixture_get_file (fixture, "none.png");
  g_autoptr (GFile) scan = fixture_get_file (fixture, "scan.png");
  g_autoptr (GBytes) words = g_bytes_new_static ("words", 5);
  g_autoptr (GBytes) picture = make_png (0, 0, 0);
  g_autofree char *before = sign_dup_database (fixture, work);
  g_autofree char *after = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (TrinhStep) step = NULL;
  g_autoptr (GError) error = NULL;

  sign_write (text, words);
  sign_write (scan, picture);
  g_assert_false (trinh_session_sign_work_on_paper (fixture->session, work, text, &error));
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  g_clear_error (&error);
  g_assert_false (trinh_session_sign_work_on_paper (fixture->session, work, missing, &error));
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  g_clear_error (&error);
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, work, scan, &error));
  g_assert_false (trinh_session_lacks_fields (work));
  g_assert_no_error (error);
  kept = sign_load (work);
  g_assert_true (g_bytes_equal (kept, picture));
  step = trinh_review_find_last (trinh_work_get_report (work), 1 << TRINH_STEP_SIGN_ON_PAPER);
  g_assert_cmpstr (trinh_step_get_file_name (step), ==, "scan.png");
  /* On paper the registrar writes number and date. */
  g_assert_true (trinh_session_issue (fixture->session, work, "7", sign_parse_day ("2022-06-09"), NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (work)), ==, "7");
}

static void
test_paper_without_scan (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, work, NULL, &error));
  g_assert_no_error (error);
  kept = sign_load (work);
  g_assert_null (kept);
}

static void
take (Fixture *fixture,
      TrinhWork *work,
      GBytes *bytes,
      GQuark domain,
      int code)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autofree char *before = sign_dup_database (fixture, work);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  sign_write (file, bytes);
  g_assert_false (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);
}

static GBytes *
sign_bytes (GBytes *pdf,
            TrinhSigner *signer)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const TrinhPdfSigning signing = { .field = "Signature1", .time = now };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trinh_pdf_sign (pdf, signer, &signing, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_elsewhere (Fixture *fixture,
                gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) second = fixture_create (fixture, "kiem-thu", "2022-Q1");
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) other = sign_make_final (second);
  g_autoptr (GBytes) other_signed = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) broken = NULL;
  g_autoptr (GBytes) late = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (TrinhStep) step = NULL;
  g_autoptr (GError) error = NULL;
  Identity old;
  TrinhSigner *expired;
  char *flipped;

  keys_set_up (&keys);
  old = make_identity (&keys.authority, "Nguyễn Văn A", -100 * DAY, -DAY, "critical,digitalSignature");
  expired = make_signer (&old);
  other_signed = sign_bytes (other, keys.signer);
  signed_pdf = sign_bytes (pdf, keys.signer);
  late = sign_bytes (pdf, expired);
  flipped = g_memdup2 (g_bytes_get_data (signed_pdf, NULL), g_bytes_get_size (signed_pdf));
  flipped[g_bytes_get_size (pdf) / 2] ^= 1;
  broken = g_bytes_new_take (flipped, g_bytes_get_size (signed_pdf));
  plain = make_pdf (CAIRO_PDF_VERSION_1_7);

  take (fixture, work, pdf, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  take (fixture, work, plain, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  take (fixture, work, other_signed, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  take (fixture, work, late, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE);
  sign_write (file, broken);
  g_assert_false (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  sign_write (file, signed_pdf);
  g_assert_true (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  step = trinh_review_find_last (trinh_work_get_report (work), 1 << TRINH_STEP_SIGN);
  g_assert_cmpstr (trinh_step_get_by (step), ==, "Nguyễn Văn A");
  kept = sign_load (work);
  g_assert_true (g_bytes_equal (kept, signed_pdf));
  g_object_unref (expired);
  identity_clear (&old);
}

/* The final PDF of what was submitted only goes to another program: the approval comes back with the signature. */
static void
test_submitted_elsewhere (Fixture *fixture,
                          gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  review_do (work, TRINH_STEP_SUBMIT, "");
  pdf = sign_make_final (work);
  take (fixture, work, pdf, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  signed_pdf = sign_bytes (pdf, keys.signer);
  sign_write (file, signed_pdf);
  g_assert_true (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  assert_approved_in_file (fixture, work, signed_pdf);
}

/* A key of one's own in the chairman's name: nobody stands for it but the person who compares its fingerprint. */
static void
test_forged (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhSigner) forged = make_forged_signer ();
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) signed_pdf = sign_bytes (pdf, forged);
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autofree char *words = NULL;
  g_autofree char *beginning = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;
  gboolean may_vouch = FALSE;
  Fixture second = *fixture;

  take (fixture, work, signed_pdf, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE);
  /* What one session doubts, or a person said there, is nothing to another. */
  fixture_open (&second);
  none = trinh_session_dup_doubt (second.session, &may_vouch);
  g_assert_null (none);
  g_assert_false (may_vouch);
  g_assert_finalize_object (g_steal_pointer (&second.session));
  words = trinh_session_dup_doubt (fixture->session, &may_vouch);
  beginning = g_strndup (trinh_certificate_get_fingerprint (trinh_signer_get_certificate (forged)), strlen ("00:00:00:00"));
  g_assert_nonnull (strstr (words, beginning));
  g_assert_true (may_vouch);
  trinh_session_vouch (fixture->session);
  g_assert_true (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_no_error (error);
  none = trinh_session_dup_doubt (fixture->session, &may_vouch);
  g_assert_null (none);
  g_assert_false (may_vouch);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
}

/* The first page without what stands on it, as an update of the file */
static GBytes *
redraw (GBytes *pdf)
{
  static const char *const contents[] = { "/Contents", NULL };
  g_autoptr (GError) error = NULL;
  TrinhPdfSource *source = trinh_pdf_source_open (pdf, &error);
  TrinhPdfUpdate *update;
  GBytes *redrawn;
  qpdf_oh page;

  g_assert_no_error (error);
  update = trinh_pdf_update_new (source);
  page = qpdf_get_page_n (source->qpdf, 0);
  {
    g_autofree char *members = trinh_pdf_source_dup_members (source, page, contents);
    g_autofree char *text = g_strdup_printf ("<<%s>>", members);

    trinh_pdf_update_add (update, qpdf_oh_get_object_id (source->qpdf, page), qpdf_oh_get_generation (source->qpdf, page), text);
  }
  redrawn = g_byte_array_free_to_bytes (trinh_pdf_update_finish (update));
  trinh_pdf_update_free (update);
  trinh_pdf_source_free (source);
  return redrawn;
}

/* The file begins with our bytes, and its pages are other ones: the signature is over both. */
static void
test_redrawn (Fixture *fixture,
              gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) redrawn = redraw (pdf);
  g_autoptr (GBytes) signed_pdf = NULL;

  keys_set_up (&keys);
  signed_pdf = sign_bytes (redrawn, keys.signer);
  g_assert_true (begins_with (signed_pdf, pdf));
  take (fixture, work, signed_pdf, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
}

static void
test_issue (Fixture *fixture,
            gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) issued = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  keys_set_up (&keys);
  sign_work (fixture, work, &keys);
  g_assert_false (trinh_session_lacks_fields (work));
  signed_pdf = sign_load (work);
  before = sign_dup_database (fixture, work);
  g_assert_false (trinh_session_issue (fixture->session, work, "", sign_parse_day ("2022-06-09"), keys.stamp, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (trinh_session_issue (fixture->session, work, "7/BC", sign_parse_day ("2022-06-09"), keys.stamp, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (trinh_session_issue (fixture->session, work, "7", 0, keys.stamp, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (trinh_session_issue (fixture->session, work, "7", sign_parse_day ("2022-06-09"), NULL, NULL, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_KEY);
  g_clear_error (&error);
  g_assert_true (trinh_store_run_sql (fixture->store, "PRAGMA max_page_count = 1", &error));
  g_assert_false (trinh_session_issue (fixture->session, work, "7", sign_parse_day ("2022-06-09"), keys.stamp, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_true (trinh_store_run_sql (fixture->store, "PRAGMA max_page_count = 1000000", &error));
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);

  sign_issue (fixture, work, &keys, "7");
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (work)), ==, "7");
  g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (work)), ==, "2022-06-09");
  issued = sign_load (work);
  g_assert_true (begins_with (issued, signed_pdf));
  signatures = trinh_pdf_verify (issued, NULL, &error);
  g_assert_cmpuint (signatures->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (((TrinhSignature *) signatures->pdata[i])->valid);
  number = trinh_pdf_dup_field (issued, "number");
  day = trinh_pdf_dup_field (issued, "day");
  g_assert_cmpstr (number, ==, "07");
  g_assert_cmpstr (day, ==, "09");
}

/* Signed and stamped with another program, the number printed before or never: the report alone gets what is missing. */
static void
test_stamped_elsewhere (Fixture *fixture,
                        gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) stamped = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  signed_pdf = sign_bytes (pdf, keys.signer);
  stamped = sign_bytes (signed_pdf, keys.stamp);
  sign_write (file, stamped);
  g_assert_true (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_no_error (error);
  g_assert_true (trinh_session_lacks_fields (work));
  g_assert_true (trinh_session_issue (fixture->session, work, "15", sign_parse_day ("2022-06-09"), NULL, NULL, &error));
  g_assert_no_error (error);
  kept = sign_load (work);
  g_assert_true (g_bytes_equal (kept, stamped));
}

/* The office signed elsewhere and filled in number and date: others are not kept with its file. */
static void
test_stamped_with_number (Fixture *fixture,
                          gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) stamped = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  signed_pdf = trinh_session_sign (pdf, trinh_work_get_report (work), keys.signer, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_SIGNATORY }, &error);
  g_assert_no_error (error);
  stamped = trinh_session_sign (signed_pdf, trinh_work_get_report (work), keys.stamp, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_OFFICE, .number = "16", .date = sign_parse_day ("2022-06-15") }, &error);
  g_assert_no_error (error);
  /* As it is kept where the file came with both signatures */
  g_assert_true (_trinh_session_keep_signed (work, NULL, trinh_signer_get_certificate (keys.signer), stamped, &error));
  g_assert_no_error (error);
  before = sign_dup_database (fixture, work);
  g_assert_false (trinh_session_issue (fixture->session, work, "15", sign_parse_day ("2022-06-15"), NULL, NULL, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "16"));
  g_clear_error (&error);
  g_assert_false (trinh_session_issue (fixture->session, work, "16", sign_parse_day ("2022-06-09"), NULL, NULL, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "15/6/2022"));
  g_clear_error (&error);
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (trinh_session_issue (fixture->session, work, "16", sign_parse_day ("2022-06-15"), NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Another program signs and leaves no fields: number and date that come with the office's signature are in the report alone,
 * and who is about to do so is told before. Given after the approval, they are printed. */
static void
test_fields_elsewhere (Fixture *fixture,
                       gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  const gboolean before = data != NULL;
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number");
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) issued = NULL;
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  g_assert_true (trinh_session_lacks_fields (work));
  trinh_edit_set_member_string (edit, "number", "15");
  trinh_edit_set_member_string (edit, "date", "2022-06-09");
  g_assert_true (!before || trinh_work_apply (work, edit, &error));
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_APPROVED);
  g_assert_cmpint (trinh_session_lacks_fields (work), ==, !before);
  pdf = sign_make_final (work);
  signed_pdf = sign_bytes (pdf, keys.signer);
  sign_write (file, signed_pdf);
  g_assert_true (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (trinh_session_lacks_fields (work), ==, !before);

  g_assert_true (trinh_session_issue (fixture->session, work, before ? NULL : "15", before ? 0 : sign_parse_day ("2022-06-09"), keys.stamp, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (work)), ==, "15");
  g_assert_false (trinh_session_lacks_fields (work));
  issued = sign_load (work);
  g_assert_true (begins_with (issued, signed_pdf));
  number = trinh_pdf_dup_field (issued, "number");
  g_assert_null (number);
}

/* The office gives the number before the signature: the issue adds the stamp alone. */
static void
test_numbered_before (Fixture *fixture,
                      gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number");
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  trinh_edit_set_member_string (edit, "number", "15");
  trinh_edit_set_member_string (edit, "date", "2022-06-09");
  g_assert_true (trinh_work_apply (work, edit, &error));
  review_do (work, TRINH_STEP_SUBMIT, "");
  review_do (work, TRINH_STEP_APPROVE, "");
  sign_work (fixture, work, &keys);
  g_assert_true (trinh_session_issue (fixture->session, work, NULL, 0, keys.stamp, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_ISSUED);
  kept = sign_load (work);
  signatures = trinh_pdf_verify (kept, NULL, &error);
  g_assert_cmpuint (signatures->len, ==, 2);
}

static void
test_numbers (Fixture *fixture,
              gconstpointer data)
{
  static const char *const periods[] = { "2022-Q1", "2022-Q2" };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autofree char *unknown = trinh_session_dup_next_number (fixture->session, work);
  g_autofree char *next = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("date");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (unknown, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (TrinhWork) other = fixture_create (fixture, "kiem-thu", periods[i]);
      g_autoptr (TrinhEdit) given = trinh_edit_new ("number");

      trinh_edit_set_member_string (given, "number", i == 0 ? "08" : "12a");
      trinh_edit_set_member_string (given, "date", "2022-03-09");
      g_assert_true (trinh_work_apply (other, given, &error));
      g_assert_true (trinh_work_flush (other, &error));
    }
  trinh_edit_set_member_string (edit, "date", "2022-06");
  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_true (trinh_work_flush (work, &error));
  next = trinh_session_dup_next_number (fixture->session, work);
  g_assert_cmpstr (next, ==, "13");

  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, work, NULL, &error));
  g_assert_false (trinh_session_issue (fixture->session, work, "8", sign_parse_day ("2022-06-09"), NULL, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  g_clear_error (&error);
  /* Another year begins anew. */
  g_assert_true (trinh_session_issue (fixture->session, work, "8", sign_parse_day ("2023-01-09"), NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
give_number (TrinhWork *work,
             const char *number)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member_string (edit, "number", number);
  trinh_edit_set_member_string (edit, "date", "2022-03-09");
  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_true (trinh_work_flush (work, &error));
}

/* Another report of the series that has the number: of the same office, symbol and year */
static TrinhWork *
create_numbered (Fixture *fixture,
                 const char *number)
{
  TrinhWork *other = fixture_create (fixture, "kiem-thu", "2022-Q1");

  give_number (other, number);
  return other;
}

/* A number that was typed before is checked before it is signed, and at issue. */
static void
test_number_typed (Fixture *fixture,
                   gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (TrinhWork) other = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  trinh_edit_set_member_string (edit, "number", "15");
  trinh_edit_set_member_string (edit, "date", "2022-06-09");
  g_assert_true (trinh_work_apply (work, edit, &error));
  review_do (work, TRINH_STEP_SUBMIT, "");
  review_do (work, TRINH_STEP_APPROVE, "");
  other = create_numbered (fixture, "15");
  pdf = sign_make_final (work);
  assert_refused (fixture, work, pdf, keys.signer, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  g_assert_false (trinh_session_sign_work_on_paper (fixture->session, work, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  g_clear_error (&error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_APPROVED);
  give_number (other, "16");
  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, work, NULL, &error));
  g_assert_no_error (error);
  give_number (other, "15");
  g_assert_false (trinh_session_issue (fixture->session, work, NULL, 0, NULL, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
}

static void
keep_result (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

/* In a thread; what is cancelled while it works changes nothing, not even later. */
static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = sign_dup_database (fixture, work);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) kept = NULL;
  GAsyncResult *waiting = NULL;
  GAsyncResult *result;

  keys_set_up (&keys);
  trinh_session_sign_work_async (fixture->session, work, pdf, keys.signer, NULL, cancellable, keep_result, &waiting);
  g_cancellable_cancel (cancellable);
  result = wait_for (&waiting);
  g_assert_false (trinh_session_signing_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_object_unref (result);
  after = sign_dup_database (fixture, work);
  g_assert_cmpstr (before, ==, after);

  trinh_session_sign_work_async (fixture->session, work, pdf, keys.signer, NULL, NULL, keep_result, &waiting);
  result = wait_for (&waiting);
  g_assert_true (trinh_session_signing_finish (result, &error));
  g_assert_no_error (error);
  g_object_unref (result);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);

  trinh_session_issue_async (fixture->session, work, "15", sign_parse_day ("2022-06-09"), keys.stamp, NULL, NULL, keep_result, &waiting);
  result = wait_for (&waiting);
  g_assert_true (trinh_session_signing_finish (result, &error));
  g_assert_no_error (error);
  g_object_unref (result);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (work)), ==, "15");
  kept = sign_load (work);
  g_assert_false (trinh_pdf_has_blank (kept, "number"));
}

/* In a thread, what was submitted only: the approval waits for the signature there too. */
static void
test_async_submitted (Fixture *fixture,
                      gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;

  keys_set_up (&keys);
  review_do (work, TRINH_STEP_SUBMIT, "");
  pdf = sign_make_final (work);
  trinh_session_sign_work_async (fixture->session, work, pdf, keys.signer, NULL, NULL, keep_result, &waiting);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SUBMITTED);
  result = wait_for (&waiting);
  g_assert_true (trinh_session_signing_finish (result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  kept = sign_load (work);
  assert_approved_in_file (fixture, work, kept);
}

/* While the office's key signs, another window gives the number. */
static void
test_number_meanwhile (Fixture *fixture,
                       gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhWork) other = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;
  GAsyncResult *result;

  keys_set_up (&keys);
  sign_work (fixture, work, &keys);
  trinh_session_issue_async (fixture->session, work, "15", sign_parse_day ("2022-06-09"), keys.stamp, NULL, NULL, keep_result, &waiting);
  other = create_numbered (fixture, "15");
  result = wait_for (&waiting);
  g_assert_false (trinh_session_signing_finish (result, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  g_object_unref (result);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (work)), ==, "");
}

/* The same in another process, whose report did not exist when the database was opened here. */
static void
test_number_in_another_process (Fixture *fixture,
                                gconstpointer data)
{
  Fixture second = *fixture;
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhWork) other = NULL;
  g_autofree char *next = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;
  GAsyncResult *result;

  fixture_open (&second);
  keys_set_up (&keys);
  sign_work (fixture, work, &keys);
  trinh_session_issue_async (fixture->session, work, "15", sign_parse_day ("2022-06-09"), keys.stamp, NULL, NULL, keep_result, &waiting);
  other = sign_approve (&second);
  g_assert_true (trinh_session_sign_work_on_paper (second.session, other, NULL, &error));
  g_assert_true (trinh_session_issue (second.session, other, "15", sign_parse_day ("2022-06-10"), NULL, NULL, &error));
  g_assert_no_error (error);
  result = wait_for (&waiting);
  g_assert_false (trinh_session_signing_finish (result, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  g_clear_error (&error);
  g_object_unref (result);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);

  g_assert_false (trinh_session_issue (fixture->session, work, "15", sign_parse_day ("2022-06-09"), keys.stamp, NULL, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  next = trinh_session_dup_next_number (fixture->session, other);
  g_assert_cmpstr (next, ==, "");
  g_clear_pointer (&next, g_free);
  sign_issue (fixture, work, &keys, "16");
  next = trinh_session_dup_next_number (second.session, other);
  g_assert_cmpstr (next, ==, "17");
  g_clear_object (&other);
  g_clear_object (&second.session);
}

static void
write_elsewhere (TrinhReport *report,
                 TrinhEdit *edit,
                 TrinhStore *other)
{
  g_autoptr (TrinhEdit) theirs = trinh_edit_new ("theirs");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member_string (theirs, "subject", "khác");
  g_assert_true (trinh_store_save_edit (other, trinh_report_get_id (report), trinh_report_get_revision (report) + 1, theirs, &error));
  g_assert_no_error (error);
}

/* The step is on disk once it is saved: what another process writes right behind it does not make it look failed. */
static void
test_kept_once (Fixture *fixture,
                gconstpointer data)
{
  Fixture second = *fixture;
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (GError) error = NULL;

  fixture_open (&second);
  g_signal_connect (report, "changed", G_CALLBACK (write_elsewhere), second.store);
  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, work, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (work), ==, TRINH_STATE_SIGNED);
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_SAVED);
  g_assert_cmpuint (trinh_report_get_saved_revision (report), ==, trinh_report_get_revision (report));
  g_clear_object (&second.session);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/signature/sign", test_sign);
  ADD ("/signature/refused", test_refused);
  ADD ("/signature/submitted", test_submitted);
  ADD ("/signature/submitted-again", test_submitted_again);
  ADD ("/signature/submitted-elsewhere", test_submitted_elsewhere);
  ADD ("/signature/async-submitted", test_async_submitted);
  ADD ("/signature/failure", test_failure);
  ADD ("/signature/paper", test_paper);
  ADD ("/signature/paper-without-scan", test_paper_without_scan);
  ADD ("/signature/elsewhere", test_elsewhere);
  ADD ("/signature/forged", test_forged);
  ADD ("/signature/redrawn", test_redrawn);
  ADD ("/signature/issue", test_issue);
  ADD ("/signature/stamped-elsewhere", test_stamped_elsewhere);
  ADD ("/signature/stamped-with-number", test_stamped_with_number);
  ADD ("/signature/kept-once", test_kept_once);
  g_test_add ("/signature/fields-elsewhere/after", Fixture, NULL, fixture_set_up, test_fields_elsewhere, fixture_tear_down);
  g_test_add ("/signature/fields-elsewhere/before", Fixture, "before", fixture_set_up, test_fields_elsewhere, fixture_tear_down);
  ADD ("/signature/numbered-before", test_numbered_before);
  ADD ("/signature/numbers", test_numbers);
  ADD ("/signature/number-typed", test_number_typed);
  ADD ("/signature/number-meanwhile", test_number_meanwhile);
  ADD ("/signature/number-in-another-process", test_number_in_another_process);
  ADD ("/signature/async", test_async);
#undef ADD

  return g_test_run ();
}
