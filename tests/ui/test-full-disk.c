/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A disk that is really full while somebody saves, submits, signs or issues in the window: it is said in words, the
 * report stays as it was, here and in the store, and once there is room the same press succeeds. */

#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "helper-signing.h"
#include "trinh-kept-key.h"
#include "trinh-key-file.h"
#include "trinh-report-view.h"
#include "trinh-session-review.h"
#include "trinh-sign-sheet.h"
#include "trinh-store-private.h"
#include "trinh-submit-dialog.h"
#include "trinh-work-review.h"

#define WORDS "The disk is full"
#define DISK_SIZE 25165824

typedef struct
{
  Identity authority;
  Identity person;
  Identity office;
} People;

static People people;

/* Of 24 MiB, in a name space of this process; NULL where the system does not let it have one. GLib is not asked where
 * temporary files go: it remembers its answer. */
static char *
mount_disk (void)
{
  const char *parent = g_getenv ("TMPDIR");
  g_autofree char *folder = g_build_filename (parent != NULL ? parent : "/tmp", "trinh-disk-XXXXXX", NULL);

  if (g_mkdtemp (folder) == NULL || unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=" G_STRINGIFY (DISK_SIZE)) != 0)
    return NULL;

  return g_steal_pointer (&folder);
}

static void
drop_disk (const char *folder)
{
  umount2 (folder, MNT_DETACH);
  g_rmdir (folder);
}

static char *
dup_filler (HelperWork *fixture)
{
  return g_build_filename (fixture->folder, "filler", NULL);
}

/* To the last byte. What SQLite keeps of its log beyond what it needs is given back first. */
static void
fill_disk (HelperWork *fixture)
{
  static const char zeros[4096];
  g_autofree char *path = dup_filler (fixture);
  const int file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  struct statvfs disk;
  g_autoptr (GError) error = NULL;

  trinh_work_flush (fixture->work, &error);
  g_assert_no_error (error);
  trinh_store_run_sql (trinh_session_get_store (fixture->session, NULL), "PRAGMA wal_checkpoint (TRUNCATE)", &error);
  g_assert_no_error (error);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (fstatvfs (file, &disk), ==, 0);
  g_assert_cmpuint (disk.f_blocks * disk.f_frsize, ==, DISK_SIZE);
  while (write (file, zeros, sizeof zeros) > 0)
    continue;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_true (g_close (file, NULL));
}

static void
free_disk (HelperWork *fixture)
{
  g_autofree char *path = dup_filler (fixture);

  g_assert_cmpint (g_remove (path), ==, 0);
}

/* The report here, and as the store has it */
static char *
dup_state (HelperWork *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) stored = trinh_store_load (trinh_session_get_store (fixture->session, NULL), trinh_report_get_id (fixture->report), trinh_session_get_library (fixture->session), &error);
  g_autoptr (GBytes) here = trinh_report_to_bytes (fixture->report);
  g_autoptr (GBytes) there = NULL;

  g_assert_no_error (error);
  there = trinh_report_to_bytes (stored);

  return g_strdup_printf ("%.*s\n%.*s", (int) g_bytes_get_size (here), (const char *) g_bytes_get_data (here, NULL), (int) g_bytes_get_size (there), (const char *) g_bytes_get_data (there, NULL));
}

static void
assert_state (HelperWork *fixture,
              const char *before)
{
  g_autofree char *now = dup_state (fixture);

  g_assert_cmpstr (now, ==, before);
}

static void
import (HelperWork *fixture,
        const Identity *identity)
{
  g_autofree char *folder = trinh_session_dup_key_folder ();
  g_autoptr (GBytes) bytes = make_key_file (identity, PASSWORD);
  g_autoptr (GFile) file = helper_write (fixture, "a.p12", bytes);
  g_autoptr (GBytes) der = x509_to_bytes (identity->x509);
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new_from_bytes (der, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = trinh_key_file_import (file, folder, &error);
  g_autofree char *id = trinh_kept_key_dup_id (copy);

  g_assert_no_error (error);
  g_assert_true (trinh_kept_key_remember (folder, id, certificate, NULL));
}

static gboolean
is_told (gpointer user_data)
{
  return adw_banner_get_revealed (user_data);
}

static void
assert_told (gpointer widget,
             const char *name)
{
  AdwBanner *banner = helper_get_child (widget, name);

  helper_wait_until (is_told, banner);
  g_assert_nonnull (strstr (adw_banner_get_title (banner), WORDS));
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* The password is typed, and the button pressed, twice: first without room, then with. */
static void
press_twice (HelperWork *fixture,
             TrinhSigningRole role,
             const Identity *identity)
{
  g_autofree char *before = NULL;
  TrinhSignSheet *sheet;
  gpointer alive;

  import (fixture, identity);
  helper_work_show (fixture, adw_bin_new (), 700, 900);
  sheet = trinh_sign_sheet_new (fixture->session, fixture->work, role);
  alive = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  adw_dialog_present (ADW_DIALOG (sheet), GTK_WIDGET (fixture->window));
  helper_wait (50);
  if (role == TRINH_SIGNING_ROLE_OFFICE)
    gtk_editable_set_text (helper_get_child (sheet, "number_row"), "15");
  before = dup_state (fixture);

  fill_disk (fixture);
  gtk_editable_set_text (helper_get_child (sheet, "secret_row"), PASSWORD);
  helper_click (helper_get_child (sheet, "sign_button"));
  assert_told (sheet, "banner");
  g_assert_cmpstr (gtk_editable_get_text (helper_get_child (sheet, "secret_row")), ==, "");
  free_disk (fixture);
  assert_state (fixture, before);

  gtk_editable_set_text (helper_get_child (sheet, "secret_row"), PASSWORD);
  helper_click (helper_get_child (sheet, "sign_button"));
  helper_wait_until (is_gone, &alive);
}

static void
test_sign (HelperWork *fixture,
           gconstpointer data)
{
  press_twice (fixture, TRINH_SIGNING_ROLE_SIGNATORY, &people.person);
  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_SIGNED);
}

static void
test_issue (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhSigner) signer = make_signer (&people.person);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) final = trinh_session_make_final (fixture->work, &error);

  g_assert_no_error (error);
  g_assert_true (trinh_session_sign_work (fixture->session, fixture->work, final, signer, NULL, &error));
  g_assert_no_error (error);
  press_twice (fixture, TRINH_SIGNING_ROLE_OFFICE, &people.office);
  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_ISSUED);
}

static gboolean
is_saved (gpointer user_data)
{
  return trinh_work_get_saving (user_data) == TRINH_SAVING_SAVED;
}

/* What was written stays in the window, and the banner says that it is not on the disk; its button saves it. */
static void
test_save (HelperWork *fixture,
           gconstpointer data)
{
  TrinhReportView *view = trinh_report_view_new (fixture->work);
  g_autoptr (TrinhSection) before = g_object_ref (trinh_report_find_section (fixture->report, "s6"));
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (TrinhSection) changed = trinh_section_with_text (before, text, FALSE);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (TrinhReport) stored = NULL;
  g_autoptr (GError) error = NULL;
  TrinhStore *store = trinh_session_get_store (fixture->session, NULL);

  helper_work_show (fixture, GTK_WIDGET (view), 1100, 700);
  fill_disk (fixture);
  trinh_edit_set_section (edit, changed);
  g_assert_true (trinh_work_apply (fixture->work, edit, &error));
  assert_told (view, "saving_banner");
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->report, "s6")), ==, text);
  stored = trinh_store_load (store, trinh_report_get_id (fixture->report), trinh_session_get_library (fixture->session), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (stored, "s6")), ==, trinh_section_get_text (before));

  free_disk (fixture);
  helper_click (helper_find (helper_get_child (view, "saving_banner"), GTK_TYPE_BUTTON, 0));
  helper_wait_until (is_saved, fixture->work);
  g_assert_false (is_told (helper_get_child (view, "saving_banner")));
  g_clear_object (&stored);
  stored = trinh_store_load (store, trinh_report_get_id (fixture->report), trinh_session_get_library (fixture->session), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (stored, "s6")), ==, text);
  helper_work_drop (fixture, view);
}

/* Nothing is open in it. */
static void
set_up_complete (HelperWork *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhSection) section = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (GError) error = NULL;

  helper_work_set_up_approved (fixture, data);
  helper_work_enter (fixture, "k1:1.1", "3");
  helper_work_enter (fixture, "k1:1.2", "1");
  helper_work_enter (fixture, "k1:12", "5");
  section = trinh_section_with_text (trinh_report_find_section (fixture->report, "s2"), "Đã làm xong.", FALSE);
  trinh_edit_set_section (edit, section);
  g_assert_true (trinh_work_apply (fixture->work, edit, &error));
  g_assert_no_error (error);
}

static void
test_submit (HelperWork *fixture,
             gconstpointer data)
{
  AdwDialog *dialog = trinh_submit_dialog_new (fixture->work);
  g_autofree char *before = NULL;
  GtkWidget *problem;

  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_DRAFT);
  helper_work_show (fixture, adw_bin_new (), 800, 700);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  helper_wait (50);
  problem = helper_get_child (dialog, "problem");
  fill_disk (fixture);
  before = dup_state (fixture);
  helper_click (helper_get_child (dialog, "submit_button"));
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (problem)), WORDS));
  free_disk (fixture);
  assert_state (fixture, before);

  helper_click (helper_get_child (dialog, "submit_button"));
  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_SUBMITTED);
}

#define ADD(name, set_up, func) g_test_add ("/full-disk/" name, HelperWork, NULL, set_up, func, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  g_autofree char *disk = mount_disk ();
  int status;

  if (disk == NULL)
    {
      g_print ("1..0 # SKIP a disk of its own cannot be mounted here\n");
      return 0;
    }
  g_setenv ("TMPDIR", disk, TRUE);
  helper_work_init (&argc, &argv);
  people.authority = make_authority ("CA");
  people.person = make_signatory (&people.authority, "Nguyễn Văn A");
  people.office = make_signatory (&people.authority, "UBND xã Bình Lãng");
  ADD ("save", helper_work_set_up, test_save);
  ADD ("submit", set_up_complete, test_submit);
  ADD ("sign", helper_work_set_up_approved, test_sign);
  ADD ("issue", helper_work_set_up_approved, test_issue);
  status = g_test_run ();
  identity_clear (&people.office);
  identity_clear (&people.person);
  identity_clear (&people.authority);
  drop_disk (disk);

  return status;
}
