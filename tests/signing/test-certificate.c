/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

static void
test_members (void)
{
  Identity authority = make_authority ("Cơ quan chứng thực");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) bytes = x509_to_bytes (person.x509);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new_from_bytes (bytes, &error);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *validity = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (trinh_certificate_get_name (certificate), ==, "Nguyễn Văn A");
  g_assert_cmpstr (trinh_certificate_get_organisation (certificate), ==, "UBND xã Bình Lãng");
  g_assert_cmpstr (trinh_certificate_get_code (certificate), ==, "CCCD:030012345678");
  g_assert_cmpstr (trinh_certificate_get_issuer (certificate), ==, "Cơ quan chứng thực");
  g_assert_cmpuint (strlen (trinh_certificate_get_fingerprint (certificate)), ==, 32 * 3 - 1);
  g_assert_cmpstr (trinh_certificate_get_key_usage (certificate), ==, "digital signature, non-repudiation");
  g_assert_cmpint (trinh_certificate_get_not_after (certificate) - trinh_certificate_get_not_before (certificate), ==, 101 * DAY);
  g_assert_false (trinh_certificate_is_authority (certificate));
  validity = trinh_certificate_dup_validity (certificate);
  g_assert_nonnull (strstr (validity, " – "));
  again = trinh_certificate_to_bytes (certificate);
  g_assert_true (g_bytes_equal (again, bytes));
  identity_clear (&person);
  identity_clear (&authority);
}

static void
test_checks (void)
{
  static const struct
  {
    long from;
    long to;
    const char *usage;
    TrinhCertificateFault faults;
  } rows[] = {
    { -DAY, DAY, "digitalSignature", 0 },
    { -DAY, DAY, "nonRepudiation", 0 },
    { -DAY, DAY, "keyEncipherment", TRINH_CERTIFICATE_NOT_FOR_SIGNING },
    { -2 * DAY, -DAY, "digitalSignature", TRINH_CERTIFICATE_EXPIRED },
    { DAY, 2 * DAY, "digitalSignature", TRINH_CERTIFICATE_NOT_YET_VALID },
    { -2 * DAY, -DAY, "keyAgreement", TRINH_CERTIFICATE_EXPIRED | TRINH_CERTIFICATE_NOT_FOR_SIGNING },
  };
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Identity authority = make_authority ("CA");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Identity person = make_identity (&authority, "Nguyễn Văn A", rows[i].from, rows[i].to, rows[i].usage);
      g_autoptr (TrinhCertificate) certificate = trinh_certificate_new (person.x509);
      g_auto (GStrv) words = NULL;

      g_assert_cmpint (trinh_certificate_check (certificate, now, NULL), ==, rows[i].faults);
      words = trinh_certificate_explain (certificate, rows[i].faults, NULL);
      g_assert_cmpuint (g_strv_length (words), ==, (guint) __builtin_popcount (rows[i].faults));
      identity_clear (&person);
    }
  identity_clear (&authority);
}

/* What it says that it is for counts, beside what its key may do. */
static void
test_purposes (void)
{
  static const struct
  {
    const char *purposes;
    gboolean good;
  } rows[] = {
    { "emailProtection", TRUE },
    { "clientAuth,emailProtection", TRUE },
    { "critical,emailProtection", TRUE },
    { "anyExtendedKeyUsage", TRUE },
    { "1.3.6.1.5.5.7.3.36", TRUE },
    { "1.2.840.113583.1.1.5", TRUE },
    { "1.3.6.1.4.1.311.10.3.12", TRUE },
    { "serverAuth", FALSE },
    { "clientAuth", FALSE },
    { "serverAuth,clientAuth", FALSE },
    { "codeSigning,timeStamping", FALSE },
    { "1.3.6.1.5.5.7.3.3604", FALSE },
  };
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Identity authority = make_authority ("CA");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Identity person = make_signatory_for (&authority, "Nguyễn Văn A", rows[i].purposes);
      g_autoptr (TrinhCertificate) certificate = trinh_certificate_new (person.x509);

      g_test_message ("%s", rows[i].purposes);
      g_assert_cmpint (trinh_certificate_check (certificate, now, NULL), ==, rows[i].good ? 0 : TRINH_CERTIFICATE_NOT_FOR_SIGNING);
      identity_clear (&person);
    }
  identity_clear (&authority);
}

/* At the second, and one beside it */
static void
test_bounds (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "A");
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new (person.x509);
  const gint64 from = trinh_certificate_get_not_before (certificate);
  const gint64 to = trinh_certificate_get_not_after (certificate);

  g_assert_cmpint (trinh_certificate_check (certificate, from, NULL), ==, 0);
  g_assert_cmpint (trinh_certificate_check (certificate, from - 1, NULL), ==, TRINH_CERTIFICATE_NOT_YET_VALID);
  g_assert_cmpint (trinh_certificate_check (certificate, to, NULL), ==, 0);
  g_assert_cmpint (trinh_certificate_check (certificate, to + 1, NULL), ==, TRINH_CERTIFICATE_EXPIRED);
  identity_clear (&person);
  identity_clear (&authority);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean same;
  } rows[] = {
    { "Nguyễn Văn A", TRUE },
    { "NGUYỄN VĂN A", TRUE },
    { "Nguyê\xcc\x83n Văn  A", TRUE },
    { "Ông Nguyễn Văn A", TRUE },
    { "Nguyễn Văn An", FALSE },
    { "Trần Văn B", FALSE },
    { "", TRUE },
  };
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new (person.x509);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (trinh_certificate_check (certificate, now, rows[i].name), ==, rows[i].same ? 0 : TRINH_CERTIFICATE_OTHER_NAME);
  identity_clear (&person);
  identity_clear (&authority);
}

/* What is imported is there the next time, and gone when it is removed. */
static void
test_trust_folder (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "A");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "trust", NULL);
  g_autoptr (GBytes) bytes = x509_to_bytes (authority.x509);
  g_autoptr (GBytes) none = x509_to_bytes (person.x509);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrinhTrust) trust = trinh_trust_new (folder);

      g_assert_nonnull (trinh_trust_add_authority (trust, bytes, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (trinh_trust_get_authorities (trust)->len, ==, 1);
      g_assert_null (trinh_trust_add_authority (trust, none, &error));
      g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE);
      g_clear_error (&error);
      g_assert_false (trinh_trust_add_list (trust, bytes, NULL));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrinhTrust) trust = trinh_trust_new (folder);
      g_autoptr (TrinhCertificate) certificate = trinh_certificate_new (authority.x509);

      g_assert_cmpuint (trinh_trust_get_authorities (trust)->len, ==, 1 - i);
      g_assert_cmpint (trinh_trust_remove_authority (trust, trinh_certificate_get_fingerprint (certificate), NULL), ==, i == 0);
    }
  identity_clear (&person);
  identity_clear (&authority);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/certificate/members", test_members);
  g_test_add_func ("/certificate/checks", test_checks);
  g_test_add_func ("/certificate/purposes", test_purposes);
  g_test_add_func ("/certificate/bounds", test_bounds);
  g_test_add_func ("/certificate/names", test_names);
  g_test_add_func ("/certificate/trust-folder", test_trust_folder);

  return g_test_run ();
}
