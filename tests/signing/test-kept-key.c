/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"
#include "trinh-kept-key.h"
#include "trinh-key-file.h"

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "keys", NULL);
}

static GFile *
import (GBytes *bytes)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.p12", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GFile *copy;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, &error));
  copy = trinh_key_file_import (source, folder, &error);
  g_assert_no_error (error);
  return copy;
}

static guint
count_files (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

/* Imported twice it is one; whose it is is known after it was told, by the certificate alone; removed it leaves nothing. */
static void
test_round_trip (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autofree char *folder = dup_folder ();
  g_autoptr (GBytes) bytes = make_key_file (&person, PASSWORD);
  g_autoptr (GBytes) der = x509_to_bytes (person.x509);
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new_from_bytes (der, NULL);
  g_autoptr (GFile) copy = import (bytes);
  g_autoptr (GFile) again = import (bytes);
  g_autofree char *id = trinh_kept_key_dup_id (copy);
  g_autoptr (GPtrArray) unknown = trinh_kept_key_list (folder);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_null (((TrinhKeptKey *) unknown->pdata[0])->certificate);
  g_assert_cmpstr (((TrinhKeptKey *) unknown->pdata[0])->id, ==, id);
  g_assert_true (trinh_kept_key_remember (folder, id, certificate, &error));
  g_assert_no_error (error);
  known = trinh_kept_key_list (folder);
  g_assert_cmpuint (known->len, ==, 1);
  g_assert_cmpstr (trinh_certificate_get_name (((TrinhKeptKey *) known->pdata[0])->certificate), ==, "Nguyễn Văn A");
  g_assert_cmpuint (count_files (), ==, 2);
  g_assert_true (trinh_kept_key_remove (folder, id, &error));
  none = trinh_kept_key_list (folder);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (count_files (), ==, 0);
  identity_clear (&person);
  identity_clear (&authority);
}

/* Some authorities leave the certificate in the open. */
static void
test_open (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  STACK_OF (X509) *others = sk_X509_new_null ();
  g_autoptr (GBytes) open = NULL;
  g_autoptr (GBytes) closed = make_key_file (&person, PASSWORD);
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_autoptr (TrinhCertificate) found = NULL;

  sk_X509_push (others, authority.x509);
  open = make_key_file_with (&person, PASSWORD, others, TRUE);
  found = trinh_key_file_peek (open);
  g_assert_nonnull (found);
  g_assert_cmpstr (trinh_certificate_get_name (found), ==, "Nguyễn Văn A");
  g_assert_null (trinh_key_file_peek (closed));
  g_assert_null (trinh_key_file_peek (text));
  sk_X509_free (others);
  identity_clear (&person);
  identity_clear (&authority);
}

/* Nothing but copies of its own is ever deleted or written beside. */
static void
test_foreign (void)
{
  static const char *const ids[] = { "file:../../a", "file:", "a", "file:0123", "file:ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ" };
  g_autofree char *folder = dup_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (trinh_kept_key_remove (folder, ids[i], &error));
      g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_KEY);
    }
}

/* Certificates that came with the program: authorities alone, and they cannot be removed. */
static void
test_shipped (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "A");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "authorities", NULL);
  g_autoptr (TrinhTrust) trust = trinh_trust_new (NULL);
  g_autoptr (GBytes) bytes = x509_to_bytes (authority.x509);
  g_autoptr (GBytes) none = x509_to_bytes (person.x509);
  const struct
  {
    const char *name;
    GBytes *bytes;
  } files[] = { { "ca.cer", bytes }, { "a.pem", none }, { "README.md", bytes } };

  trinh_trust_add_shipped (trust, folder);
  g_assert_cmpuint (trinh_trust_get_shipped (trust)->len, ==, 0);
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      gsize length;
      const char *data = g_bytes_get_data (files[i].bytes, &length);

      g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
    }
  trinh_trust_add_shipped (trust, folder);
  g_assert_cmpuint (trinh_trust_get_shipped (trust)->len, ==, 1);
  g_assert_cmpuint (trinh_trust_get_authorities (trust)->len, ==, 0);
  g_assert_false (trinh_trust_remove_authority (trust, trinh_certificate_get_fingerprint (trinh_trust_get_shipped (trust)->pdata[0]), NULL));
  identity_clear (&person);
  identity_clear (&authority);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/kept-key/round-trip", test_round_trip);
  g_test_add_func ("/kept-key/open", test_open);
  g_test_add_func ("/kept-key/foreign", test_foreign);
  g_test_add_func ("/kept-key/shipped", test_shipped);

  return g_test_run ();
}
