/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <signal.h>
#include <sys/time.h>

#include "fixture.h"
#include "token-probe.h"
#include "trinh-token.h"

/* A probe that does what @script says; "LINE" in it prints a token's certificate, "END" that this was all */
static char *
write_probe (const char *script)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) der = x509_to_bytes (person.x509);
  g_autofree char *encoded = g_base64_encode (g_bytes_get_data (der, NULL), g_bytes_get_size (der));
  g_autofree char *line = g_strdup_printf ("printf 'UBND\\tpkcs11:token=UBND\\t0\\t%s\\n'", encoded);
  g_autoptr (GString) text = g_string_new ("#!/bin/sh\n");
  char *path = g_build_filename (g_get_user_data_dir (), "probe", NULL);

  g_string_append (text, script);
  g_string_replace (text, "LINE", line, 0);
  g_string_replace (text, "END", "printf '" TRINH_TOKEN_PROBE_END "'", 0);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents_full (path, text->str, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv ("TRINHKY_TOKEN_PROBE", path, TRUE);
  identity_clear (&person);
  identity_clear (&authority);
  return path;
}

static void
test_answers (void)
{
  static const struct
  {
    const char *script;
    gboolean good;
  } rows[] = {
    { "LINE; END", TRUE },
    { "LINE; sleep 20 & END", TRUE },     /* a helper keeps the pipe open */
    { "LINE; END; exec sleep 20", TRUE }, /* it does not end by itself */
    { "LINE", FALSE },                    /* cut off */
    { "LINE; END; exit 1", FALSE },
    { "LINE; kill -SEGV $$", FALSE },
    { "LINE; END; kill -SEGV $$", FALSE }, /* what brings it down at its end would bring us down, too */
  };
  g_autofree char *module = g_file_read_link ("/proc/self/exe", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *probe = write_probe (rows[i].script);
      g_autoptr (GError) error = NULL;
      const gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) keys = trinh_token_probe (module, &error);

      g_test_message ("%s: %s", rows[i].script, error != NULL ? error->message : "good");
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 18 * G_TIME_SPAN_SECOND);
      if (rows[i].good)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (keys->len, ==, 1);
        }
      else
        {
          g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_MODULE);
          g_assert_nonnull (strstr (error->message, "broken"));
        }
    }
  g_unsetenv ("TRINHKY_TOKEN_PROBE");
}

static void
ignore (int number)
{
}

/* A signal that comes while it is waited for an answer is no answer. */
static void
test_signals (void)
{
  const struct itimerval often = { { 0, 20000 }, { 0, 20000 } };
  const struct itimerval never = { { 0, 0 }, { 0, 0 } };
  const struct sigaction quiet = { .sa_handler = ignore };
  struct sigaction usual;
  g_autofree char *module = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *probe = write_probe ("sleep 1; LINE; sleep 1; END");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  g_assert_cmpint (sigaction (SIGALRM, &quiet, &usual), ==, 0);
  g_assert_cmpint (setitimer (ITIMER_REAL, &often, NULL), ==, 0);
  keys = trinh_token_probe (module, &error);
  g_assert_cmpint (setitimer (ITIMER_REAL, &never, NULL), ==, 0);
  g_assert_cmpint (sigaction (SIGALRM, &usual, NULL), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 1);
  g_unsetenv ("TRINHKY_TOKEN_PROBE");
}

static TrinhSecret *
read_secret (const char *text,
             GError **error)
{
  TrinhSecret *secret;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], text, strlen (text)), ==, (gssize) strlen (text));
  close (ends[1]);
  secret = trinh_secret_read (ends[0], error);
  close (ends[0]);
  return secret;
}

/* One that would be cut is not tried: as given, and as read. */
static void
test_long_secrets (void)
{
  static const struct
  {
    guint length;
    gboolean good;
  } rows[] = { { 0, TRUE }, { 254, TRUE }, { 255, TRUE }, { 256, FALSE }, { 3000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *letters = g_strnfill (rows[i].length, 'x');
      g_autofree char *line = g_strconcat (letters, "\nrest", NULL);
      g_autoptr (TrinhSecret) given = trinh_secret_new (letters);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhSecret) got = read_secret (line, &error);

      g_assert_cmpint (trinh_secret_check_length (given, NULL), ==, rows[i].good);
      if (rows[i].good)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (trinh_secret_take (given), ==, letters);
          g_assert_cmpstr (trinh_secret_take (got), ==, letters);
        }
      else
        {
          g_assert_null (got);
          g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN);
        }
    }
}

/* The file's own password begins with the same letters; nothing is said to be wrong that was never tried. */
static void
test_long_password (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autofree char *letters = g_strnfill (255, 'x');
  g_autofree char *longer = g_strnfill (300, 'x');
  g_autoptr (GBytes) file = make_key_file (&person, letters);
  g_autoptr (TrinhSecret) password = trinh_secret_new (longer);
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_openssl_signer_new_for_key_file (file, password, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN);
  g_assert_nonnull (strstr (error->message, "255"));
  identity_clear (&person);
  identity_clear (&authority);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/token/answers", test_answers);
  g_test_add_func ("/token/signals", test_signals);
  g_test_add_func ("/token/long-secrets", test_long_secrets);
  g_test_add_func ("/token/long-password", test_long_password);

  return g_test_run ();
}
