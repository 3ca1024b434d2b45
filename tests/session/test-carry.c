/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-sign.h"

/* The other machine: a database of its own in the same folder */
typedef struct
{
  Fixture fixture; /* its session and store; the folder is the first one's */
} Other;

static void
other_open (Other *other,
            Fixture *fixture)
{
  other->fixture.folder = fixture->folder;
  other->fixture.database = g_build_filename (fixture->folder, "other.db", NULL);
  fixture_open (&other->fixture);
}

static void
other_clear (Other *other)
{
  g_clear_object (&other->fixture.session);
  g_clear_pointer (&other->fixture.database, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Other, other_clear)

static void
send (TrinhWork *work,
      GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_session_send_for_review (work, file, &error));
  g_assert_no_error (error);
}

/* Opens what came, which asks nobody */
static TrinhWork *
receive (TrinhSession *session,
         GFile *file)
{
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  TrinhWork *work = trinh_session_open_copy (session, file, &merge, &error);

  g_assert_no_error (error);
  g_assert_null (merge);
  return work;
}

static void
carry (TrinhWork **from,
       Fixture *to,
       GFile *file,
       TrinhWork **at)
{
  send (*from, file);
  g_clear_object (at);
  *at = receive (to->session, file);
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format_iso8601 (now);
}

static void
say (TrinhWork *work,
     const char *by,
     const char *role,
     const char *text)
{
  g_autofree char *at = dup_now ();
  g_autoptr (TrinhRemark) remark = trinh_remark_new (by, role, at, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhEdit) edit = trinh_remarks_make_add (trinh_work_get_report (work), remark, &error);

  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_true (trinh_work_flush (work, &error));
  g_assert_no_error (error);
}

static void
answer_first (TrinhWork *work)
{
  g_autoptr (GPtrArray) threads = trinh_remarks_list_threads (trinh_work_get_report (work));
  g_autofree char *at = dup_now ();
  g_autoptr (TrinhRemark) answer = trinh_remark_new ("Cán bộ", "clerk", at, "Ở sổ văn bản");
  g_autoptr (TrinhRemark) placed = trinh_remark_in_thread (answer, trinh_remark_thread_get_id (threads->pdata[0]), TRINH_REMARK_SAYS);
  g_autoptr (TrinhEdit) edit = trinh_remarks_make_add (trinh_work_get_report (work), placed, NULL);

  g_assert_true (trinh_work_apply (work, edit, NULL));
}

static guint
count_threads (TrinhWork *work)
{
  g_autoptr (GPtrArray) threads = trinh_remarks_list_threads (trinh_work_get_report (work));

  return threads->len;
}

static guint
count_steps (TrinhWork *work)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (trinh_work_get_report (work));

  return steps->len;
}

static void
assert_nothing_new (Fixture *fixture,
                    GFile *file,
                    TrinhWork *work)
{
  g_autofree char *before = sign_dup_database (fixture, work);
  g_autoptr (TrinhWork) again = receive (fixture->session, file);
  g_autofree char *after = sign_dup_database (fixture, again);

  g_assert_cmpstr (before, ==, after);
}

/* Two machines and a file that goes to and fro: @data: its ending */
static void
test_round (Fixture *fixture,
            gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autofree char *name_there = g_strconcat ("there", data, NULL);
  g_autofree char *name_back = g_strconcat ("back", data, NULL);
  g_autoptr (GFile) there = fixture_get_file (fixture, name_there);
  g_autoptr (GFile) back = fixture_get_file (fixture, name_back);
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (TrinhReport) reviewed = NULL;

  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  g_assert_cmpint (review_get_state (chairman), ==, TRINH_STATE_SUBMITTED);
  assert_nothing_new (&other.fixture, there, chairman);

  say (chairman, "Chủ tịch", "signatory", "Số này lấy ở đâu?");
  review_do (chairman, TRINH_STEP_RETURN, "Xem lại chỉ tiêu 12");
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_RETURNED);
  g_assert_cmpuint (count_threads (clerk), ==, 1);
  assert_nothing_new (fixture, back, clerk);
  assert_nothing_new (fixture, there, clerk);
  /* An old file does not take the new state back on the other machine either. */
  assert_nothing_new (&other.fixture, there, chairman);

  answer_first (clerk);
  fixture_enter (clerk, "k1:12", "6");
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  g_assert_cmpint (review_get_state (chairman), ==, TRINH_STATE_SUBMITTED);
  g_assert_cmpstr (fixture_get_text (chairman, "k1:12"), ==, "6");
  reviewed = trinh_work_load_reviewed (chairman, NULL);
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (reviewed, "k1:12")), ==, "5");
  review_do (chairman, TRINH_STEP_APPROVE, "");
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_APPROVED);
  g_assert_cmpuint (count_steps (clerk), ==, 4);
}

/* Both said something meanwhile, and the clerk went on writing: nothing is lost, nobody is asked. */
static void
test_both_talk (Fixture *fixture,
                gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;

  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  say (chairman, "Chủ tịch", "signatory", "Một");
  review_do (chairman, TRINH_STEP_RETURN, "Xem lại");
  say (clerk, "Cán bộ", "clerk", "Hai");
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpuint (count_threads (clerk), ==, 2);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_RETURNED);
  assert_nothing_new (fixture, back, clerk);

  fixture_enter (clerk, "k1:12", "6");
  g_assert_true (trinh_work_flush (clerk, NULL));
  say (chairman, "Chủ tịch", "signatory", "Ba");
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpuint (count_threads (clerk), ==, 3);
  g_assert_cmpstr (fixture_get_text (clerk, "k1:12"), ==, "6");
}

/* The clerk took it back while it was returned: the step that came later and is lawful holds. */
static void
test_recalled (Fixture *fixture,
               gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;

  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  g_usleep (1100 * 1000);
  review_do (clerk, TRINH_STEP_RECALL, "");
  g_usleep (1100 * 1000);
  review_do (chairman, TRINH_STEP_APPROVE, "");
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_DRAFT);
  g_assert_cmpuint (count_steps (clerk), ==, 3);
}

/* The chairman's clock is behind by a day: what came back still comes after what was sent. */
static void
test_clock (Fixture *fixture,
            gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *at = g_date_time_format_iso8601 (yesterday);
  g_autoptr (TrinhStep) step = trinh_step_new (TRINH_STEP_RETURN, "Chủ tịch", TRINH_ROLE_SIGNATORY, at, "Xem lại");
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  edit = trinh_review_make_step (trinh_work_get_report (chairman), step, &error);
  g_assert_true (trinh_work_apply (chairman, edit, &error));
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_RETURNED);
}

static void
test_diverged (Fixture *fixture,
               gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  fixture_enter (clerk, "k1:12", "6");
  fixture_enter (clerk, "k1:11", "2");
  g_assert_true (trinh_work_flush (clerk, &error));
  fixture_enter (chairman, "k1:12", "7");
  review_do (chairman, TRINH_STEP_SUBMIT, "");
  send (chairman, back);
  opened = trinh_session_open_copy (fixture->session, back, &merge, &error);
  g_assert_no_error (error);
  g_assert_nonnull (merge);
  g_assert_true (trinh_merge_get_has_base (merge));
  g_assert_cmpuint (trinh_merge_count_conflicts (merge), ==, 1);
  g_assert_cmpstr (fixture_get_text (opened, "k1:12"), ==, "6");
  g_assert_cmpstr (fixture_get_text (opened, "k1:11"), ==, "2");
}

/* Where nobody can be asked, a copy that went another way replaces nothing, however high its revision. */
static void
test_diverged_unasked (Fixture *fixture,
                       gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (TrinhWork) opened = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  carry (&clerk, &other.fixture, there, &chairman);
  fixture_enter (clerk, "k1:12", "6");
  g_assert_true (trinh_work_flush (clerk, &error));
  for (guint i = 0; i < 9; i++)
    fixture_enter (chairman, "k1:12", i % 2 == 0 ? "7" : "8");
  send (chairman, back);
  g_assert_cmpuint (trinh_report_get_revision (trinh_work_get_report (chairman)), >, trinh_report_get_revision (trinh_work_get_report (clerk)));

  before = sign_dup_database (fixture, clerk);
  g_assert_null (trinh_session_open_file (fixture->session, back, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  after = sign_dup_database (fixture, clerk);
  g_assert_cmpstr (before, ==, after);

  /* What is behind is here already, or was left behind. */
  opened = trinh_session_open_file (fixture->session, there, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get_text (opened, "k1:12"), ==, "6");
}

/* The file that the clerk never sees until it is issued */
static void
sign_there (Other *other,
            GFile *there,
            Keys *keys,
            TrinhWork **chairman)
{
  *chairman = receive (other->fixture.session, there);
  review_do (*chairman, TRINH_STEP_APPROVE, "");
  sign_work (&other->fixture, *chairman, keys);
}

static void
test_signed (Fixture *fixture,
             gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) signed_file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (GFile) issued_file = fixture_get_file (fixture, "issued.pdf");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) ours = NULL;

  keys_set_up (&keys);
  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  send (clerk, there);
  sign_there (&other, there, &keys, &chairman);

  carry (&chairman, fixture, signed_file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_SIGNED);
  theirs = sign_load (chairman);
  ours = sign_load (clerk);
  g_assert_true (g_bytes_equal (theirs, ours));
  assert_nothing_new (fixture, signed_file, clerk);
  assert_nothing_new (&other.fixture, signed_file, chairman);

  sign_issue (&other.fixture, chairman, &keys, "15");
  carry (&chairman, fixture, issued_file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (clerk)), ==, "15");
  g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (clerk)), ==, "2022-06-09");
  g_bytes_unref (g_steal_pointer (&ours));
  g_bytes_unref (g_steal_pointer (&theirs));
  theirs = sign_load (chairman);
  ours = sign_load (clerk);
  g_assert_true (g_bytes_equal (theirs, ours));
  assert_nothing_new (fixture, issued_file, clerk);
  assert_nothing_new (fixture, signed_file, clerk);
  assert_nothing_new (fixture, there, clerk);
}

/* The signature of somebody whom nobody here knows moves nothing until the person stands for it. */
static void
test_forged (Fixture *fixture,
             gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) signed_file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autofree char *words = NULL;
  gboolean may_vouch = FALSE;

  keys_set_up (&keys);
  g_clear_object (&keys.signer);
  keys.signer = make_forged_signer ();
  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  send (clerk, there);
  sign_there (&other, there, &keys, &chairman);

  carry (&chairman, fixture, signed_file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_APPROVED);
  words = trinh_session_dup_doubt (fixture->session, &may_vouch);
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "Nguyễn Văn A"));
  g_assert_true (may_vouch);
  trinh_session_vouch (fixture->session);
  carry (&chairman, fixture, signed_file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_SIGNED);
}

/* An office of one person has one key for both: the state follows what the file proves, here as there. */
static void
test_same_key (Fixture *fixture,
               gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autofree char *words = NULL;

  keys_set_up (&keys);
  g_set_object (&keys.stamp, keys.signer);
  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  send (clerk, there);
  sign_there (&other, there, &keys, &chairman);
  carry (&chairman, fixture, file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_SIGNED);
  sign_issue (&other.fixture, chairman, &keys, "15");
  carry (&chairman, fixture, file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (clerk)), ==, "15");
  g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (clerk)), ==, "2022-06-09");
  words = trinh_session_dup_doubt (fixture->session, NULL);
  g_assert_null (words);
}

static GBytes *
sign_with_another_program (GBytes *pdf,
                           TrinhSigner *signer,
                           const char *field)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const TrinhPdfSigning signing = { .field = field, .time = now };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trinh_pdf_sign (pdf, signer, &signing, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The signatory's own second signature is not the office's, whatever another program calls its field, nor where it names none
 * as the office's and gives no number. */
static void
test_same_hand (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *words; /* (nullable) */
  } rows[] = {
    { "Signature2", "The second signature in the file is not the office’s" },
    { "Signatory", "The second signature in the file is not the office’s" },
    { "Office", NULL }, /* without its number: signed and stamped, and not issued */
  };
  g_auto (Keys) keys = { 0 };
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) once = NULL;

  keys_set_up (&keys);
  once = sign_with_another_program (pdf, keys.signer, "Signature1");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) twice = sign_with_another_program (once, keys.signer, rows[i].field);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWork) opened = NULL;
      g_autofree char *words = NULL;

      sign_write (file, twice);
      opened = trinh_session_open_file (fixture->session, file, &error);
      g_assert_no_error (error);
      g_assert_cmpint (review_get_state (opened), ==, TRINH_STATE_SIGNED);
      words = trinh_session_dup_doubt (fixture->session, NULL);
      g_test_message ("%s: %s", rows[i].field, words);
      g_assert_true (words == NULL ? rows[i].words == NULL : rows[i].words != NULL && strstr (words, rows[i].words) != NULL);
    }
}

/* A file says that it is signed and issued: that is a claim until the signed PDF is here. */
static void
test_claim (Fixture *fixture,
            gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) claim = fixture_get_file (fixture, "claim.trinhky");
  g_autoptr (GFile) issued_file = fixture_get_file (fixture, "issued.pdf");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autofree char *words = NULL;
  gboolean may_vouch = TRUE;

  keys_set_up (&keys);
  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  send (clerk, there);
  sign_there (&other, there, &keys, &chairman);
  sign_issue (&other.fixture, chairman, &keys, "15");

  carry (&chairman, fixture, claim, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_APPROVED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (clerk)), ==, "");
  words = trinh_session_dup_doubt (fixture->session, &may_vouch);
  g_assert_nonnull (strstr (words, "only the signed PDF proves it"));
  g_assert_false (may_vouch);

  carry (&chairman, fixture, issued_file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (clerk)), ==, "15");
  assert_nothing_new (fixture, claim, clerk);
}

/* To a machine that has never heard of the report, too */
static void
test_claim_new (Fixture *fixture,
                gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) claim = fixture_get_file (fixture, "claim.trinhky");
  g_autoptr (GFile) file = fixture_get_file (fixture, "issued.pdf");
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhWork) received = NULL;
  g_auto (GStrv) problems = NULL;

  keys_set_up (&keys);
  other_open (&other, fixture);
  sign_work (fixture, work, &keys);
  sign_issue (fixture, work, &keys, "15");
  carry (&work, &other.fixture, claim, &received);
  g_assert_cmpint (review_get_state (received), ==, TRINH_STATE_APPROVED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (received)), ==, "");
  carry (&work, &other.fixture, file, &received);
  g_assert_cmpint (review_get_state (received), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (received)), ==, "15");
  g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (received)), ==, "2022-06-09");
  g_assert_true (trinh_session_check_store (other.fixture.session, &problems, NULL, NULL));
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

/* A state that no step says how it came to be, of a report that nobody here knows; its number is a figure like another. */
static void
test_claim_bare (Fixture *fixture,
                 gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) file = fixture_get_file (fixture, "bare.trinhky");
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autoptr (TrinhWork) received = NULL;
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (trinh_work_get_report (work));
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autofree char *words = NULL;

  other_open (&other, fixture);
  g_assert_cmpuint (g_string_replace (text, "\"state\": \"draft\"", "\"state\": \"issued\"", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "\"number\": \"\"", "\"number\": \"15\"", 1), ==, 1);
  g_assert_true (g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  received = receive (other.fixture.session, file);
  g_assert_cmpint (review_get_state (received), ==, TRINH_STATE_DRAFT);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (received)), ==, "15");
  words = trinh_session_dup_doubt (other.fixture.session, NULL);
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words, "only the signed PDF proves it"));
}

/* The number that the PDF brings is another report's here: it stays, and the office is told. */
static void
test_clash (Fixture *fixture,
            gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) file = fixture_get_file (fixture, "issued.pdf");
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhWork) received = NULL;
  g_autoptr (TrinhWork) numbered = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number");
  g_autofree char *words = NULL;

  keys_set_up (&keys);
  other_open (&other, fixture);
  sign_work (fixture, work, &keys);
  sign_issue (fixture, work, &keys, "15");
  numbered = fixture_create (&other.fixture, "kiem-thu", "2022-Q1");
  trinh_edit_set_member_string (edit, "number", "15");
  trinh_edit_set_member_string (edit, "date", "2022-03-09");
  g_assert_true (trinh_work_apply (numbered, edit, NULL));
  g_assert_true (trinh_work_flush (numbered, NULL));
  carry (&work, &other.fixture, file, &received);
  g_assert_cmpint (review_get_state (received), ==, TRINH_STATE_ISSUED);
  words = trinh_session_dup_doubt (other.fixture.session, NULL);
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words, "15/"));
}

/* Paper proves itself. */
static void
test_claim_on_paper (Fixture *fixture,
                     gconstpointer data)
{
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) clerk = sign_approve (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  other_open (&other, fixture);
  carry (&clerk, &other.fixture, there, &chairman);
  g_assert_true (trinh_session_sign_work_on_paper (other.fixture.session, chairman, NULL, &error));
  g_assert_true (trinh_session_issue (other.fixture.session, chairman, "7", sign_parse_day ("2022-06-09"), NULL, NULL, &error));
  carry (&chairman, fixture, back, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (clerk)), ==, "7");
  words = trinh_session_dup_doubt (fixture->session, NULL);
  g_assert_null (words);
}

/* A third machine that has never heard of the report gets it issued. @data: what the report says of its date when it is
 * signed */
static void
test_new_machine (Fixture *fixture,
                  gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) file = fixture_get_file (fixture, "issued.pdf");
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (TrinhWork) received = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("date");
  g_auto (GStrv) problems = NULL;

  keys_set_up (&keys);
  other_open (&other, fixture);
  trinh_edit_set_member_string (edit, "date", data);
  g_assert_true (trinh_work_apply (work, edit, NULL));
  sign_work (fixture, work, &keys);
  sign_issue (fixture, work, &keys, "15");
  carry (&work, &other.fixture, file, &received);
  g_assert_cmpint (review_get_state (received), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (received)), ==, "2022-06-09");
  g_assert_true (trinh_store_check (other.fixture.store, &problems, NULL));
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

/* What was signed is not what this machine's draft has become: side by side, and the draft stays. */
static void
test_signed_diverged (Fixture *fixture,
                      gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) there = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) signed_file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  send (clerk, there);
  chairman = receive (other.fixture.session, there);
  fixture_enter (chairman, "k1:12", "7");
  review_do (chairman, TRINH_STEP_SUBMIT, "");
  review_do (chairman, TRINH_STEP_APPROVE, "");
  sign_work (&other.fixture, chairman, &keys);
  send (chairman, signed_file);
  fixture_enter (clerk, "k1:12", "6");
  g_assert_true (trinh_work_flush (clerk, &error));
  opened = trinh_session_open_copy (fixture->session, signed_file, &merge, &error);
  g_assert_no_error (error);
  g_assert_nonnull (merge);
  g_assert_cmpint (review_get_state (opened), ==, TRINH_STATE_DRAFT);
  g_assert_cmpstr (fixture_get_text (opened, "k1:12"), ==, "6");
}

static void
give (TrinhWork *work,
      const char *number,
      const char *date)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number and date");
  g_autoptr (GError) error = NULL;

  if (number == NULL && date == NULL)
    return;
  if (number != NULL)
    trinh_edit_set_member_string (edit, "number", number);
  if (date != NULL)
    trinh_edit_set_member_string (edit, "date", date);
  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_true (trinh_work_flush (work, &error));
  g_assert_no_error (error);
}

/* Both have the report approved, and what each gave it then: a signature with another number or date is not this report's. */
static void
test_signed_numbered (Fixture *fixture,
                      gconstpointer data)
{
  static const struct
  {
    const char *number_here;
    const char *date_here;
    const char *number_there;
    const char *date_there;
    gboolean merged;
    TrinhReportState state;
  } rows[] = {
    { NULL, "2022-06-09", NULL, "2022-06-15", TRUE, TRINH_STATE_APPROVED },
    { "15", NULL, "16", NULL, TRUE, TRINH_STATE_APPROVED },
    { "15", NULL, NULL, NULL, FALSE, TRINH_STATE_APPROVED },
    { NULL, "2022-06-09", NULL, NULL, FALSE, TRINH_STATE_APPROVED },
    { NULL, NULL, "15", "2022-06-15", FALSE, TRINH_STATE_SIGNED },
    { "15", "2022-06-15", "15", "2022-06-15", FALSE, TRINH_STATE_SIGNED },
  };
  const guint row = GPOINTER_TO_UINT (data);
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) file = fixture_get_file (fixture, "there.trinhky");
  g_autoptr (GFile) signed_file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) clerk = review_create (fixture);
  g_autoptr (TrinhWork) chairman = NULL;
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autofree char *words = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  keys_set_up (&keys);
  other_open (&other, fixture);
  review_do (clerk, TRINH_STEP_SUBMIT, "");
  send (clerk, file);
  chairman = receive (other.fixture.session, file);
  review_do (chairman, TRINH_STEP_APPROVE, "");
  carry (&chairman, fixture, file, &clerk);
  g_assert_cmpint (review_get_state (clerk), ==, TRINH_STATE_APPROVED);
  give (clerk, rows[row].number_here, rows[row].date_here);
  give (chairman, rows[row].number_there, rows[row].date_there);
  sign_work (&other.fixture, chairman, &keys);
  send (chairman, signed_file);

  before = sign_dup_database (fixture, clerk);
  opened = trinh_session_open_copy (fixture->session, signed_file, &merge, &error);
  g_assert_no_error (error);
  g_assert_true ((merge != NULL) == rows[row].merged);
  g_assert_cmpint (review_get_state (opened), ==, rows[row].state);
  words = trinh_session_dup_doubt (fixture->session, NULL);
  g_test_message ("%s", words != NULL ? words : "");
  kept = sign_load (opened);
  if (rows[row].state == TRINH_STATE_SIGNED)
    {
      g_assert_null (words);
      g_assert_nonnull (kept);
      g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (opened)), ==, "15");
      g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (opened)), ==, "2022-06-15");
      return;
    }
  g_assert_nonnull (words);
  g_assert_null (kept);
  after = sign_dup_database (fixture, opened);
  g_assert_cmpstr (before, ==, after);
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Other) other = { 0 };
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) broken = NULL;
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  keys_set_up (&keys);
  other_open (&other, fixture);
  sign_work (fixture, work, &keys);
  pdf = sign_load (work);
  bytes = g_memdup2 (g_bytes_get_data (pdf, &length), g_bytes_get_size (pdf));
  for (gsize i = 0; i + 5 < length; i++)
    if (memcmp (bytes + i, "/Lang", 5) == 0)
      bytes[i + 8] ^= 1;
  broken = g_bytes_new_take (bytes, length);
  sign_write (file, broken);
  g_assert_null (trinh_session_open_file (other.fixture.session, file, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (other.fixture.store)), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, data, function) g_test_add (path, Fixture, data, fixture_set_up, function, fixture_tear_down)
  ADD ("/carry/round/trinhky", ".trinhky", test_round);
  ADD ("/carry/round/pdf", ".pdf", test_round);
  ADD ("/carry/both-talk", NULL, test_both_talk);
  ADD ("/carry/recalled", NULL, test_recalled);
  ADD ("/carry/clock", NULL, test_clock);
  ADD ("/carry/diverged", NULL, test_diverged);
  ADD ("/carry/diverged-unasked", NULL, test_diverged_unasked);
  ADD ("/carry/signed", NULL, test_signed);
  ADD ("/carry/forged", NULL, test_forged);
  ADD ("/carry/same-key", NULL, test_same_key);
  ADD ("/carry/same-hand", NULL, test_same_hand);
  ADD ("/carry/claim", NULL, test_claim);
  ADD ("/carry/claim-new", NULL, test_claim_new);
  ADD ("/carry/claim-bare", NULL, test_claim_bare);
  ADD ("/carry/clash", NULL, test_clash);
  ADD ("/carry/claim-on-paper", NULL, test_claim_on_paper);
  ADD ("/carry/signed-numbered/date", GUINT_TO_POINTER (0), test_signed_numbered);
  ADD ("/carry/signed-numbered/number", GUINT_TO_POINTER (1), test_signed_numbered);
  ADD ("/carry/signed-numbered/number-here", GUINT_TO_POINTER (2), test_signed_numbered);
  ADD ("/carry/signed-numbered/date-here", GUINT_TO_POINTER (3), test_signed_numbered);
  ADD ("/carry/signed-numbered/blank-here", GUINT_TO_POINTER (4), test_signed_numbered);
  ADD ("/carry/signed-numbered/same", GUINT_TO_POINTER (5), test_signed_numbered);
  ADD ("/carry/new-machine/no-date", "", test_new_machine);
  ADD ("/carry/new-machine/year", "2022", test_new_machine);
  ADD ("/carry/new-machine/month", "2022-06", test_new_machine);
  ADD ("/carry/signed-diverged", NULL, test_signed_diverged);
  ADD ("/carry/broken", NULL, test_broken);
#undef ADD

  return g_test_run ();
}
