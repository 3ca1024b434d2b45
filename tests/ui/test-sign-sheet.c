/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-signing.h"
#include "trinh-kept-key.h"
#include "trinh-key-file.h"
#include "trinh-session-review.h"
#include "trinh-sign-sheet.h"
#include "trinh-worker.h"

#define NUMBER "15"

typedef struct
{
  Identity authority;
  Identity person;
  Identity old;
  Identity office;
} People;

static People people;

/* The key of one of them in the user's folder, as if it had been imported. @known: whose it is was seen before */
static void
import (HelperWork *fixture,
        const Identity *identity,
        gboolean known)
{
  g_autofree char *folder = trinh_session_dup_key_folder ();
  g_autoptr (GBytes) bytes = make_key_file (identity, PASSWORD);
  g_autoptr (GFile) file = helper_write (fixture, "a.p12", bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = trinh_key_file_import (file, folder, &error);
  g_autofree char *id = trinh_kept_key_dup_id (copy);
  g_autoptr (GBytes) der = x509_to_bytes (identity->x509);
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new_from_bytes (der, NULL);

  g_assert_no_error (error);
  if (known)
    g_assert_true (trinh_kept_key_remember (folder, id, certificate, NULL));
}

static void
set_up (HelperWork *fixture,
        gconstpointer data)
{
  helper_forget_keys ();
  helper_work_set_up_approved (fixture, data);
}

static void
set_up_submitted (HelperWork *fixture,
                  gconstpointer data)
{
  helper_forget_keys ();
  helper_work_set_up_submitted (fixture, data);
}

static TrinhSignSheet *
show_sheet (HelperWork *fixture,
            TrinhSigningRole role)
{
  TrinhSignSheet *sheet = trinh_sign_sheet_new (fixture->session, fixture->work, role);

  if (fixture->window == NULL)
    helper_work_show (fixture, adw_bin_new (), 700, 900);
  adw_dialog_present (ADW_DIALOG (sheet), GTK_WIDGET (fixture->window));
  helper_wait (50);

  return sheet;
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
close_sheet (TrinhSignSheet *sheet)
{
  gpointer alive = sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (sheet))), NULL);
  adw_dialog_force_close (ADW_DIALOG (sheet));
  helper_wait_until (is_gone, &alive);
}

static gboolean
may_sign (TrinhSignSheet *sheet)
{
  gboolean can;

  g_object_get (sheet, "can-sign", &can, NULL);
  g_assert_cmpint (can, ==, gtk_widget_get_sensitive (helper_get_child (sheet, "sign_button")));

  return can;
}

static void
type (TrinhSignSheet *sheet,
      const char *password)
{
  gtk_editable_set_text (helper_get_child (sheet, "secret_row"), password);
}

static const char *
get_secret (TrinhSignSheet *sheet)
{
  return gtk_editable_get_text (helper_get_child (sheet, "secret_row"));
}

static gboolean
is_told (gpointer user_data)
{
  return adw_banner_get_revealed (helper_get_child (user_data, "banner"));
}

static const char *
wait_for_message (TrinhSignSheet *sheet)
{
  helper_wait_until (is_told, sheet);

  return adw_banner_get_title (helper_get_child (sheet, "banner"));
}

static void
assert_told (TrinhSignSheet *sheet,
             const char *words)
{
  const char *message = wait_for_message (sheet);

  if (strstr (message, words) == NULL)
    g_error ("“%s” has no “%s”", message, words);
}

static void
press_sign (TrinhSignSheet *sheet)
{
  helper_click (helper_get_child (sheet, "sign_button"));
}

static char *
dup_report (HelperWork *fixture)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (fixture->report);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static TrinhReportState
get_state (HelperWork *fixture)
{
  return trinh_report_get_state (fixture->report);
}

static void
test_no_key (HelperWork *fixture,
             gconstpointer data)
{
  TrinhSignSheet *sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);

  g_assert_false (may_sign (sheet));
  g_assert_true (helper_has_label (sheet, "UBND xã Bình Lãng"));
  g_assert_false (gtk_widget_get_visible (helper_get_child (sheet, "secret_group")));
  close_sheet (sheet);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);
}

/* Wrong: said inside, the field emptied, nothing changed. Right: signed, the sheet gone, the password nowhere. */
static void
test_password (HelperWork *fixture,
               gconstpointer data)
{
  g_autofree char *before = dup_report (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  TrinhSignSheet *sheet;
  gpointer alive;

  import (fixture, &people.person, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  g_assert_false (may_sign (sheet));
  g_assert_true (helper_tells (sheet, "Nguyễn Văn A"));
  type (sheet, "sai");
  g_assert_true (may_sign (sheet));
  press_sign (sheet);
  g_assert_cmpstr (get_secret (sheet), ==, "");
  assert_told (sheet, "password of the key file is wrong");
  g_assert_false (may_sign (sheet));
  after = dup_report (fixture);
  g_assert_cmpstr (before, ==, after);

  type (sheet, PASSWORD);
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  press_sign (sheet);
  g_assert_false (helper_tells (fixture->window, PASSWORD));
  helper_wait_until (is_gone, &alive);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_SIGNED);
  pdf = trinh_session_load_signed (fixture->work, NULL);
  signatures = trinh_pdf_verify (pdf, NULL, NULL);
  g_assert_cmpuint (signatures->len, ==, 1);
  g_assert_false (helper_tells (fixture->window, PASSWORD));
}

static gboolean
is_secret_in_sight (gpointer user_data)
{
  GtkWidget *row = helper_get_child (user_data, "secret_row");
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* In a small window the message that a wrong password brings does not push the row out of sight. */
static void
test_small (HelperWork *fixture,
            gconstpointer data)
{
  TrinhSignSheet *sheet;

  import (fixture, &people.person, TRUE);
  helper_work_show (fixture, adw_bin_new (), 360, 400);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  gtk_widget_grab_focus (helper_get_child (sheet, "secret_row"));
  type (sheet, "sai");
  press_sign (sheet);
  wait_for_message (sheet);
  helper_wait_until (is_secret_in_sight, sheet);
  close_sheet (sheet);
}

/* The row keeps nothing that undo could bring back, and shows nothing; an input method would. */
static void
test_secret_row (HelperWork *fixture,
                 gconstpointer data)
{
  g_autofree char *method = NULL;
  TrinhSignSheet *sheet;
  GtkText *text;

  import (fixture, &people.person, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  text = GTK_TEXT (gtk_editable_get_delegate (helper_get_child (sheet, "secret_row")));
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (text)));
  g_assert_false (gtk_text_get_visibility (text));
  g_assert_true (GTK_IS_PASSWORD_ENTRY_BUFFER (gtk_text_get_buffer (text)));
  g_object_get (text, "im-module", &method, NULL);
  g_assert_cmpstr (method, ==, "gtk-im-context-simple");
  type (sheet, PASSWORD);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);
  close_sheet (sheet);
}

/* Before the password: an expired certificate is named, and there is no way to sign with it. */
static void
test_expired (HelperWork *fixture,
              gconstpointer data)
{
  TrinhSignSheet *sheet;

  import (fixture, &people.old, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  g_assert_true (helper_tells (helper_get_child (sheet, "doubt_row"), "expired"));
  type (sheet, PASSWORD);
  g_assert_false (may_sign (sheet));
  close_sheet (sheet);
}

/* Where only the password tells, it is told then, and nothing is signed. */
static void
test_expired_unknown (HelperWork *fixture,
                      gconstpointer data)
{
  TrinhSignSheet *sheet;

  import (fixture, &people.old, FALSE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  g_assert_false (gtk_widget_get_visible (helper_get_child (sheet, "doubt_row")));
  type (sheet, PASSWORD);
  press_sign (sheet);
  assert_told (sheet, "Only now");
  g_assert_true (helper_tells (helper_get_child (sheet, "doubt_row"), "expired"));
  g_assert_cmpstr (get_secret (sheet), ==, "");
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);
  close_sheet (sheet);
}

static void
test_cancelled (HelperWork *fixture,
                gconstpointer data)
{
  g_autofree char *before = dup_report (fixture);
  g_autofree char *after = NULL;
  TrinhSignSheet *sheet;

  import (fixture, &people.person, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  type (sheet, PASSWORD);
  g_signal_emit_by_name (helper_get_child (sheet, "sign_button"), "clicked");
  g_signal_emit_by_name (helper_get_child (sheet, "cancel_button"), "clicked");
  assert_told (sheet, "nothing was signed");
  g_assert_cmpstr (get_secret (sheet), ==, "");
  close_sheet (sheet);
  g_assert_true (trinh_worker_finish (60000));
  helper_wait (200);
  after = dup_report (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What was only submitted is approved by the signature, not by the look at the sheet. */
static void
test_submitted (HelperWork *fixture,
                gconstpointer data)
{
  g_autofree char *before = dup_report (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  TrinhSignSheet *sheet;
  gpointer alive;

  import (fixture, &people.person, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  type (sheet, "sai");
  press_sign (sheet);
  assert_told (sheet, "password of the key file is wrong");
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  helper_click (helper_get_child (sheet, "cancel_button"));
  helper_wait_until (is_gone, &alive);
  after = dup_report (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_SUBMITTED);

  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  type (sheet, PASSWORD);
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  press_sign (sheet);
  helper_wait_until (is_gone, &alive);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_SIGNED);
  steps = trinh_review_list_steps (fixture->report);
  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpint (trinh_step_get_kind (steps->pdata[1]), ==, TRINH_STEP_APPROVE);
}

/* Who thinks better of it leaves by the button, by Escape, or as the window does; what was typed goes too. */
static void
test_left (HelperWork *fixture,
           gconstpointer data)
{
  g_autofree char *before = dup_report (fixture);
  g_autofree char *after = NULL;

  import (fixture, &people.person, TRUE);
  for (guint way = 0; way < 3; way++)
    {
      TrinhSignSheet *sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
      gpointer alive = sheet;

      g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
      type (sheet, PASSWORD);
      gtk_window_set_focus (fixture->window, NULL);
      if (way == 0)
        helper_click (helper_get_child (sheet, "cancel_button"));
      else if (way == 1)
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sheet), "window.close", NULL));
      else
        adw_dialog_close (ADW_DIALOG (sheet));
      helper_wait_until (is_gone, &alive);
    }
  after = dup_report (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* The window is closed over it while the thread works: nothing is signed later. */
static void
test_gone (HelperWork *fixture,
           gconstpointer data)
{
  TrinhSignSheet *sheet;

  import (fixture, &people.person, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  type (sheet, PASSWORD);
  g_signal_emit_by_name (helper_get_child (sheet, "sign_button"), "clicked");
  close_sheet (sheet);
  g_assert_true (trinh_worker_finish (60000));
  helper_wait (200);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);
}

static void
test_picture (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) png = make_png (0, 0, 1);
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_autoptr (GFile) file = helper_write (fixture, "ky.png", png);
  g_autoptr (GFile) no_picture = helper_write (fixture, "no.png", text);
  TrinhSignSheet *sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);

  g_assert_false (gtk_widget_get_visible (helper_get_child (sheet, "picture")));
  trinh_sign_sheet_set_picture (sheet, no_picture);
  wait_for_message (sheet);
  g_assert_false (gtk_widget_get_visible (helper_get_child (sheet, "picture")));
  trinh_sign_sheet_set_picture (sheet, file);
  g_assert_false (is_told (sheet));
  g_assert_true (gtk_widget_get_visible (helper_get_child (sheet, "picture")));
  helper_click (helper_get_child (sheet, "no_picture_button"));
  g_assert_false (gtk_widget_get_visible (helper_get_child (sheet, "picture")));
  close_sheet (sheet);
}

/* Another program signs the saved file; what comes back is the report's signature, and another file is not. */
static void
test_elsewhere (HelperWork *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "final.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) done = NULL;
  g_autoptr (GBytes) other = make_pdf (CAIRO_PDF_VERSION_1_7);
  g_autoptr (GFile) other_file = helper_write (fixture, "other.pdf", other);
  g_autoptr (GFile) signed_file = NULL;
  g_autoptr (TrinhSigner) signer = make_signer (&people.person);
  TrinhSignSheet *sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  gpointer alive = sheet;

  trinh_sign_sheet_save_final (sheet, file);
  assert_told (sheet, "saved");
  trinh_sign_sheet_take_signed (sheet, other_file);
  assert_told (sheet, "carries no report");
  trinh_sign_sheet_take_signed (sheet, file);
  assert_told (sheet, "no signature");
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);

  saved = g_file_load_bytes (file, NULL, NULL, NULL);
  done = trinh_session_sign (saved, NULL, signer, &(const TrinhSigningOrder) { 0 }, NULL);
  signed_file = helper_write (fixture, "signed.pdf", done);
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  trinh_sign_sheet_take_signed (sheet, signed_file);
  /* No authority was imported: whoever compares the fingerprint may stand for it. */
  assert_told (sheet, "Nguyễn Văn A");
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);
  helper_respond (fixture, "vouch");
  helper_wait_until (is_gone, &alive);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_SIGNED);
}

/* The registrar: number and date, the office's certificate, a second signature */
static void
test_issue (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhSigner) signer = make_signer (&people.person);
  g_autoptr (GBytes) final = trinh_session_make_final (fixture->work, NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (GError) error = NULL;
  TrinhSignSheet *sheet;
  gpointer alive;

  g_assert_true (trinh_session_sign_work (fixture->session, fixture->work, final, signer, NULL, &error));
  g_assert_no_error (error);
  import (fixture, &people.office, TRUE);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_OFFICE);
  type (sheet, PASSWORD);
  gtk_editable_set_text (helper_get_child (sheet, "number_row"), "");
  g_assert_false (may_sign (sheet));
  /* Told before the password is used: on a token, it would be the PIN. */
  gtk_editable_set_text (helper_get_child (sheet, "number_row"), "15/BC-UBND");
  press_sign (sheet);
  assert_told (sheet, "without the symbol");
  g_assert_cmpstr (get_secret (sheet), ==, PASSWORD);
  gtk_editable_set_text (helper_get_child (sheet, "number_row"), NUMBER);
  g_assert_true (may_sign (sheet));
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  press_sign (sheet);
  helper_wait_until (is_gone, &alive);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_ISSUED);
  g_assert_cmpstr (trinh_report_get_number (fixture->report), ==, NUMBER);
  pdf = trinh_session_load_signed (fixture->work, NULL);
  signatures = trinh_pdf_verify (pdf, NULL, NULL);
  g_assert_cmpuint (signatures->len, ==, 2);
}

/* Signed by hand: number and date alone, no key is asked for. */
static void
test_on_paper (HelperWork *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrinhSignSheet *sheet;
  gpointer alive;

  g_assert_true (trinh_session_sign_work_on_paper (fixture->session, fixture->work, NULL, &error));
  g_assert_no_error (error);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_OFFICE);
  g_assert_false (gtk_widget_get_visible (helper_get_child (sheet, "key_group")));
  gtk_editable_set_text (helper_get_child (sheet, "number_row"), NUMBER);
  g_assert_true (may_sign (sheet));
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  press_sign (sheet);
  helper_wait_until (is_gone, &alive);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_ISSUED);
}

#define SOFTHSM "/usr/lib/softhsm/libsofthsm2.so"
#define PIN "482913"

/* Other programs put the key on a token: SoftHSM2's by NSS. %FALSE where they are not there */
static gboolean
make_token (HelperWork *fixture)
{
  g_autoptr (GBytes) bytes = make_key_file (&people.person, PASSWORD);
  g_autoptr (GFile) file = helper_write (fixture, "chair.p12", bytes);
  g_autofree char *configuration = g_build_filename (fixture->folder, "softhsm.conf", NULL);
  g_autofree char *text = g_strdup_printf ("directories.tokendir = %s/tokens\nobjectstore.backend = file\n", fixture->folder);
  g_autofree char *script = g_strdup_printf ("cd '%s' && mkdir tokens nss && echo %s > pin && echo '%s' > password &&"
                                             " softhsm2-util --init-token --free --label UBND --so-pin 99999999 --pin %s &&"
                                             " certutil -N -d sql:nss --empty-password && modutil -dbdir sql:nss -add hsm -libfile %s -force &&"
                                             " pk12util -i chair.p12 -d sql:nss -h UBND -k pin -w password && rm -r nss pin password",
                                             fixture->folder,
                                             PIN,
                                             PASSWORD,
                                             PIN,
                                             SOFTHSM);
  const char *const arguments[] = { "sh", "-c", script, NULL };
  int status;

  g_assert_true (g_file_set_contents (configuration, text, -1, NULL));
  g_setenv ("SOFTHSM2_CONF", configuration, TRUE);

  return g_file_test (SOFTHSM, G_FILE_TEST_EXISTS) &&
         g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL) && status == 0;
}

static void
remove_token (HelperWork *fixture)
{
  g_autofree char *script = g_strdup_printf ("rm -r '%s/tokens'", fixture->folder);
  const char *const arguments[] = { "sh", "-c", script, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

static gboolean
is_settled (gpointer user_data)
{
  return gtk_widget_get_sensitive (helper_get_child (user_data, "search_button"));
}

static gboolean
has_token (gpointer user_data)
{
  return gtk_widget_get_visible (helper_get_child (user_data, "lock_row"));
}

/* The token is found by itself; a wrong PIN is tried once and said; then the token is pulled out, and put in again. */
static void
test_token (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *folder = g_strconcat (fixture->folder, "/tokens", NULL);
  g_autofree char *away = g_strconcat (fixture->folder, "/away", NULL);
  TrinhSignSheet *sheet;
  gpointer alive;

  if (!make_token (fixture))
    {
      g_test_skip ("there is no SoftHSM2 with NSS here");
      return;
    }
  g_settings_set_string (settings, "token-module", SOFTHSM);
  sheet = show_sheet (fixture, TRINH_SIGNING_ROLE_SIGNATORY);
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  helper_wait_until (has_token, sheet);
  g_assert_true (helper_tells (sheet, "Nguyễn Văn A"));
  g_assert_true (helper_tells (helper_get_child (sheet, "lock_row"), "lock"));
  type (sheet, "000000");
  press_sign (sheet);
  assert_told (sheet, "refused the PIN");
  g_assert_cmpstr (get_secret (sheet), ==, "");
  helper_wait_until (has_token, sheet);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  type (sheet, PIN);
  press_sign (sheet);
  assert_told (sheet, "Plug the token in");
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_APPROVED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  helper_wait_until (is_settled, sheet);
  helper_click (helper_get_child (sheet, "search_button"));
  helper_wait_until (has_token, sheet);
  type (sheet, PIN);
  press_sign (sheet);
  helper_wait_until (is_gone, &alive);
  g_assert_cmpint (get_state (fixture), ==, TRINH_STATE_SIGNED);
  remove_token (fixture);
  g_settings_reset (settings, "token-module");
}

#define ADD(name, func) g_test_add ("/sign-sheet/" name, HelperWork, NULL, set_up, func, helper_work_tear_down)

static int
run (void)
{
  ADD ("no-key", test_no_key);
  ADD ("left", test_left);
  g_test_add ("/sign-sheet/submitted", HelperWork, NULL, set_up_submitted, test_submitted, helper_work_tear_down);
  ADD ("password", test_password);
  ADD ("small", test_small);
  ADD ("secret-row", test_secret_row);
  ADD ("expired", test_expired);
  ADD ("expired-unknown", test_expired_unknown);
  ADD ("cancelled", test_cancelled);
  ADD ("gone", test_gone);
  ADD ("picture", test_picture);
  ADD ("elsewhere", test_elsewhere);
  ADD ("issue", test_issue);
  ADD ("on-paper", test_on_paper);
  ADD ("token", test_token);

  return g_test_run ();
}

int
main (int argc,
      char *argv[])
{
  int status;

  helper_work_init (&argc, &argv);
  people.authority = make_authority ("CA");
  people.person = make_signatory (&people.authority, "Nguyễn Văn A");
  people.old = make_identity (&people.authority, "Nguyễn Văn A", -100 * DAY, -DAY, "critical,digitalSignature");
  people.office = make_signatory (&people.authority, "UBND xã Bình Lãng");
  status = run ();
  identity_clear (&people.office);
  identity_clear (&people.old);
  identity_clear (&people.person);
  identity_clear (&people.authority);

  return status;
}
