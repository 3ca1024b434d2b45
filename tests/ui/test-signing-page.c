/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-signing.h"
#include "trinh-session-sign.h"
#include "trinh-signing-page.h"

static void
set_up (HelperWork *fixture,
        gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  helper_forget_keys ();
  g_settings_reset (settings, "token-module");
  helper_work_set_up (fixture, data);
}

static TrinhSigningPage *
show_page (HelperWork *fixture)
{
  TrinhSigningPage *page = g_object_new (TRINH_TYPE_SIGNING_PAGE, NULL);

  helper_work_show (fixture, GTK_WIDGET (page), 700, 800);

  return page;
}

static guint
count_files (void)
{
  g_autofree char *folder = trinh_session_dup_key_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

static void
test_empty (HelperWork *fixture,
            gconstpointer data)
{
  TrinhSigningPage *page = show_page (fixture);

  g_assert_true (helper_has_label (page, "No key file was imported"));
  g_assert_true (helper_has_label (page, "No authority was imported"));
  helper_work_drop (fixture, page);
}

/* It is asked first, and Enter removes nothing. */
static void
click_remove (HelperWork *fixture,
              gpointer page,
              const char *title)
{
  gpointer row = helper_find_row (page, title);

  g_assert_nonnull (row);
  helper_click (helper_find (row, GTK_TYPE_BUTTON, 0));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (helper_get_alert (fixture)), ==, "cancel");
}

static gboolean
has_keyboard (gpointer entry)
{
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (gtk_widget_get_ancestor (entry, ADW_TYPE_DIALOG)));

  return focus != NULL && (focus == entry || gtk_widget_is_ancestor (focus, entry));
}

/* The keyboard is in the row for the password when it is asked for. */
static void
give_password (HelperWork *fixture,
               const char *password)
{
  GtkWidget *entry = adw_alert_dialog_get_extra_child (helper_get_alert (fixture));

  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (entry)));
  helper_wait_until (has_keyboard, entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), password);
  helper_respond (fixture, "show");
}

static void
import_key (HelperWork *fixture,
            TrinhSigningPage *page,
            GFile *file,
            const char *password)
{
  trinh_signing_page_import_key (page, file);
  helper_settle ();
  give_password (fixture, password);
}

static gboolean
has_alert (gpointer user_data)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (((HelperWork *) user_data)->window)));
}

/* A wrong password tells nothing and is asked for again; the right one tells whose it is, from then on and without it. */
static void
test_key (HelperWork *fixture,
          gconstpointer data)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) bytes = make_key_file (&person, PASSWORD);
  g_autoptr (GFile) file = helper_write (fixture, "a.p12", bytes);
  TrinhSigningPage *page = show_page (fixture);

  import_key (fixture, page, file, "sai");
  helper_wait_until (has_alert, fixture);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (helper_get_alert (fixture)), "password"));
  g_assert_cmpuint (count_files (), ==, 1);
  g_assert_false (helper_has_label (page, "No key file was imported"));

  helper_settle ();
  give_password (fixture, PASSWORD);
  helper_wait_for_label (page, "Nguyễn Văn A");
  g_assert_cmpuint (count_files (), ==, 2);
  g_assert_false (helper_tells (fixture->window, PASSWORD));
  helper_work_drop (fixture, page);

  page = show_page (fixture);
  g_assert_true (helper_has_label (page, "Nguyễn Văn A"));
  click_remove (fixture, page, "Nguyễn Văn A");
  helper_respond (fixture, "cancel");
  g_assert_true (helper_has_label (page, "Nguyễn Văn A"));
  click_remove (fixture, page, "Nguyễn Văn A");
  helper_respond (fixture, "remove");
  g_assert_true (helper_has_label (page, "No key file was imported"));
  g_assert_cmpuint (count_files (), ==, 0);
  helper_work_drop (fixture, page);
  identity_clear (&person);
  identity_clear (&authority);
}

static void
test_no_key (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr (GFile) file = helper_write (fixture, "a.p12", bytes);
  TrinhSigningPage *page = show_page (fixture);

  trinh_signing_page_import_key (page, file);
  helper_settle ();
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (helper_get_alert (fixture)), "no key file"));
  helper_respond (fixture, "close");
  g_assert_cmpuint (count_files (), ==, 0);
  helper_work_drop (fixture, page);
}

static guint
count_authorities (void)
{
  g_autoptr (TrinhTrust) trust = trinh_session_make_trust ();

  return trinh_trust_get_authorities (trust)->len;
}

/* Nothing is trusted before its fingerprint was seen and confirmed. */
static void
test_authority (HelperWork *fixture,
                gconstpointer data)
{
  Identity authority = make_authority ("CA thử nghiệm");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) bytes = x509_to_bytes (authority.x509);
  g_autoptr (GBytes) other = x509_to_bytes (person.x509);
  g_autoptr (GFile) file = helper_write (fixture, "ca.cer", bytes);
  g_autoptr (GFile) no_authority = helper_write (fixture, "a.cer", other);
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new_from_bytes (bytes, NULL);
  const char *fingerprint = trinh_certificate_get_fingerprint (certificate);
  g_autofree char *first = g_strndup (fingerprint, 24);
  g_autofree char *last = g_strdup (fingerprint + 72);
  TrinhSigningPage *page = show_page (fixture);

  trinh_signing_page_import_authority (page, no_authority);
  helper_settle ();
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (helper_get_alert (fixture)), "no authority"));
  helper_respond (fixture, "close");

  trinh_signing_page_import_authority (page, file);
  helper_settle ();
  g_assert_true (helper_tells (helper_get_alert (fixture), first));
  g_assert_true (helper_tells (helper_get_alert (fixture), last));
  helper_respond (fixture, "cancel");
  g_assert_cmpuint (count_authorities (), ==, 0);

  trinh_signing_page_import_authority (page, file);
  helper_settle ();
  helper_respond (fixture, "trust");
  g_assert_true (helper_has_label (page, "CA thử nghiệm"));
  g_assert_cmpuint (count_authorities (), ==, 1);

  click_remove (fixture, page, "CA thử nghiệm");
  helper_respond (fixture, "remove");
  g_assert_cmpuint (count_authorities (), ==, 0);
  g_assert_true (helper_has_label (page, "No authority was imported"));
  helper_work_drop (fixture, page);
  identity_clear (&person);
  identity_clear (&authority);
}

static void
test_list (HelperWork *fixture,
           gconstpointer data)
{
  Identity authority = make_authority ("CA");
  g_autoptr (GBytes) list = make_list (&authority, NULL, DAY);
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_autoptr (GFile) file = helper_write (fixture, "ca.crl", list);
  g_autoptr (GFile) no_list = helper_write (fixture, "b.crl", text);
  g_autoptr (GBytes) bytes = x509_to_bytes (authority.x509);
  g_autoptr (GFile) certificate = helper_write (fixture, "ca.cer", bytes);
  TrinhSigningPage *page = show_page (fixture);

  trinh_signing_page_import_list (page, no_list);
  helper_settle ();
  helper_respond (fixture, "close");
  g_assert_false (helper_has_label (page, "1 list was imported"));

  /* Nobody is known who could have signed it. */
  trinh_signing_page_import_list (page, file);
  helper_settle ();
  helper_respond (fixture, "close");
  g_assert_false (helper_has_label (page, "1 list was imported"));

  trinh_signing_page_import_authority (page, certificate);
  helper_settle ();
  helper_respond (fixture, "trust");
  trinh_signing_page_import_list (page, file);
  g_assert_true (helper_has_label (page, "1 list was imported"));
  helper_work_drop (fixture, page);
  identity_clear (&authority);
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *word;
} modules[] = {
  { "text.so", "no library", 10, "no library for Linux" },
  { "old.so", "\x7f"
              "ELF\x01\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0",
    20,
    "32-bit" },
  { "broken.so", "\x7f"
                 "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0",
    20,
    "broken" },
};

static gboolean
is_told (gpointer user_data)
{
  const gpointer *wanted = user_data;

  return helper_tells (wanted[0], wanted[1]);
}

static gboolean
is_untold (gpointer user_data)
{
  return !is_told (user_data);
}

/* What is wrong with a library is named, and which one; the choice is remembered. */
static void
test_module (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  TrinhSigningPage *page = show_page (fixture);

  helper_wait_until (is_told, (gconstpointer[]) { page, "token" });
  for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (modules[i].bytes, modules[i].length);
      g_autoptr (GFile) file = helper_write (fixture, modules[i].name, bytes);
      g_autofree char *kept = NULL;

      trinh_signing_page_choose_module (page, file);
      helper_wait_until (is_told, (gconstpointer[]) { page, modules[i].word });
      kept = g_settings_get_string (settings, "token-module");
      g_assert_cmpstr (kept, ==, g_file_peek_path (file));
    }
  helper_click (helper_get_child (page, "forget_button"));
  g_assert_false (gtk_widget_get_visible (helper_get_child (page, "forget_button")));
  helper_work_drop (fixture, page);
}

/* What is chosen or forgotten while tokens are looked for counts: the last choice is the one that is looked with. */
static void
test_module_at_once (HelperWork *fixture,
                     gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (modules[0].bytes, modules[0].length);
  g_autoptr (GFile) first = helper_write (fixture, "first.so", bytes);
  g_autoptr (GFile) last = helper_write (fixture, "last.so", bytes);
  TrinhSigningPage *page = show_page (fixture);

  trinh_signing_page_choose_module (page, first);
  trinh_signing_page_choose_module (page, last);
  helper_wait_until (is_told, (gconstpointer[]) { page, "last.so” cannot be used" });
  g_assert_false (helper_tells (page, "first.so” cannot be used"));

  trinh_signing_page_choose_module (page, first);
  helper_click (helper_get_child (page, "forget_button"));
  helper_wait_until (is_untold, (gconstpointer[]) { page, "cannot be used" });
  helper_work_drop (fixture, page);
}

#define ADD(name, func) g_test_add ("/signing-page/" name, HelperWork, NULL, set_up, func, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("empty", test_empty);
  ADD ("key", test_key);
  ADD ("no-key", test_no_key);
  ADD ("authority", test_authority);
  ADD ("list", test_list);
  ADD ("module", test_module);
  ADD ("module-at-once", test_module_at_once);

  return g_test_run ();
}
