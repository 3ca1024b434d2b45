/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

#define PLACE "URI:http://ca.example.vn/1.crl"

static TrinhRevocation
judge (TrinhTrust *trust,
       X509 *x509)
{
  g_autoptr (TrinhCertificate) certificate = trinh_certificate_new (x509);
  TrinhSignature signature = { .certificate = certificate };

  trinh_trust_judge (trust, x509, NULL, 0, &signature);
  g_assert_cmpint (signature.state == TRINH_CERTIFICATE_STATE_REVOKED, ==, signature.revocation == TRINH_REVOCATION_REVOKED);
  return signature.revocation;
}

static gboolean
give (TrinhTrust *trust,
      const Identity *authority,
      ListShape shape)
{
  g_autoptr (GBytes) list = NULL;
  g_autoptr (GError) error = NULL;
  gboolean taken;

  shape.next = shape.next != 0 ? shape.next : DAY;
  shape.from = shape.from != 0 ? shape.from : -2 * DAY;
  list = make_list_like (authority, &shape);
  taken = trinh_trust_add_list (trust, list, &error);
  if (taken)
    g_assert_no_error (error);
  else
    g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE);
  return taken;
}

/* Somebody else of the same name takes nothing away, nor does an authority that may sign no lists. */
static void
test_forged (void)
{
  Identity authority = make_authority ("CA");
  Identity forger = make_authority ("CA");
  Identity mute = { EVP_EC_gen ("P-256"), NULL };
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhTrust) trust = make_trust (&authority);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_false (give (trust, &forger, (ListShape) { .number = 9 }));
  g_assert_cmpuint (trinh_trust_get_n_lists (trust), ==, 0);
  g_assert_true (give (trust, &authority, (ListShape) { .revoked = person.x509, .number = 1 }));
  g_assert_false (give (trust, &forger, (ListShape) { .number = 9, .from = -DAY }));
  g_assert_cmpint (judge (trust, person.x509), ==, TRINH_REVOCATION_REVOKED);

  mute.x509 = make_x509 (mute.key, NULL, "CA", -10 * DAY, 1000 * DAY, "critical,keyCertSign");
  bytes = x509_to_bytes (mute.x509);
  g_assert_nonnull (trinh_trust_add_authority (trust, bytes, NULL));
  g_assert_false (give (trust, &mute, (ListShape) { .number = 9, .from = -DAY }));
  identity_clear (&person);
  identity_clear (&mute);
  identity_clear (&forger);
  identity_clear (&authority);
}

/* By number and by time; the next start finds the later one, too. */
static void
test_later_stays (void)
{
  static const struct
  {
    long number;
    long from;
    gboolean taken;
  } rows[] = {
    { 5, -2 * DAY, TRUE }, /* the same again */
    { 4, -2 * DAY, FALSE },
    { 4, -DAY, FALSE },
    { 6, -3 * DAY, FALSE },
    { 5, -3 * DAY, FALSE },
    { 0, -3 * DAY, FALSE },
    { 0, -DAY, TRUE },
    { 6, -DAY, TRUE },
  };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) bytes = x509_to_bytes (authority.x509);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/trust-%u", g_get_user_data_dir (), i);
      g_autoptr (TrinhTrust) trust = trinh_trust_new (folder);
      g_autoptr (TrinhTrust) again = NULL;
      const TrinhRevocation expected = rows[i].taken ? TRINH_REVOCATION_GOOD : TRINH_REVOCATION_REVOKED;

      g_assert_nonnull (trinh_trust_add_authority (trust, bytes, NULL));
      g_assert_true (give (trust, &authority, (ListShape) { .revoked = person.x509, .number = 5 }));
      g_assert_cmpint (give (trust, &authority, (ListShape) { .number = rows[i].number, .from = rows[i].from }), ==, rows[i].taken);
      g_assert_cmpint (judge (trust, person.x509), ==, expected);
      again = trinh_trust_new (folder);
      g_assert_cmpuint (trinh_trust_get_n_lists (again), ==, 1);
      g_assert_cmpint (judge (again, person.x509), ==, expected);
    }
  identity_clear (&person);
  identity_clear (&authority);
}

/* An authority with a new key has lists of both for a while. */
static void
test_two_keys (void)
{
  Identity old = make_authority ("CA");
  Identity fresh = make_authority ("CA");
  Identity person = make_signatory (&old, "Nguyễn Văn A");
  g_autoptr (TrinhTrust) trust = make_trust (&old);
  g_autoptr (GBytes) bytes = x509_to_bytes (fresh.x509);

  g_assert_nonnull (trinh_trust_add_authority (trust, bytes, NULL));
  g_assert_true (give (trust, &old, (ListShape) { .revoked = person.x509, .number = 1, .key = "cũ" }));
  g_assert_true (give (trust, &fresh, (ListShape) { .number = 2, .key = "mới", .from = -DAY }));
  g_assert_cmpuint (trinh_trust_get_n_lists (trust), ==, 2);
  g_assert_cmpint (judge (trust, person.x509), ==, TRINH_REVOCATION_REVOKED);
  identity_clear (&person);
  identity_clear (&fresh);
  identity_clear (&old);
}

/* A list that may be about others takes back whom it names, and says nothing of those it does not name. */
static void
test_parts (void)
{
  const struct
  {
    ListShape shape;
    TrinhRevocation silent;
  } rows[] = {
    { { .number = 1 }, TRINH_REVOCATION_GOOD },
    { { .number = 1, .part = "critical,onlyuser:TRUE" }, TRINH_REVOCATION_GOOD },
    { { .number = 1, .part = "critical,fullname:" PLACE }, TRINH_REVOCATION_GOOD },
    { { .number = 1, .part = "critical,fullname:URI:http://ca.example.vn/2.crl" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .part = "critical,onlyCA:TRUE" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .part = "onlyCA:TRUE" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .part = "critical,onlyAA:TRUE" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .part = "critical,indirectCRL:TRUE" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .part = "critical,onlysomereasons:keyCompromise" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 2, .delta = TRUE }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .unknown = "1.2.3.4" }, TRINH_REVOCATION_UNKNOWN },
    { { .number = 1, .digest = EVP_sha1 () }, TRINH_REVOCATION_UNKNOWN },
  };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");

  add_extension (person.x509, authority.x509, NID_crl_distribution_points, PLACE);
  g_assert_cmpint (X509_sign (person.x509, authority.key, EVP_sha256 ()), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint named = 0; named < 2; named++)
      {
        g_autoptr (TrinhTrust) trust = make_trust (&authority);
        ListShape shape = rows[i].shape;

        g_test_message ("row %u, %s", i, shape.part);
        shape.revoked = named ? person.x509 : NULL;
        g_assert_true (give (trust, &authority, shape));
        g_assert_cmpint (judge (trust, person.x509), ==, named ? TRINH_REVOCATION_REVOKED : rows[i].silent);
      }
  identity_clear (&person);
  identity_clear (&authority);
}

/* The whole list stays beside what came since, and neither hides the other. */
static void
test_delta_beside_whole (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  Identity other = make_signatory (&authority, "Trần Văn B");
  g_autoptr (TrinhTrust) trust = make_trust (&authority);

  g_assert_true (give (trust, &authority, (ListShape) { .revoked = person.x509, .number = 1 }));
  g_assert_true (give (trust, &authority, (ListShape) { .number = 2, .delta = TRUE, .from = -DAY }));
  g_assert_cmpint (judge (trust, person.x509), ==, TRINH_REVOCATION_REVOKED);
  g_assert_cmpint (judge (trust, other.x509), ==, TRINH_REVOCATION_GOOD);
  g_assert_true (give (trust, &authority, (ListShape) { .revoked = other.x509, .number = 3, .delta = TRUE, .from = -DAY }));
  g_assert_cmpint (judge (trust, other.x509), ==, TRINH_REVOCATION_REVOKED);
  identity_clear (&other);
  identity_clear (&person);
  identity_clear (&authority);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/revocation/forged", test_forged);
  g_test_add_func ("/revocation/later-stays", test_later_stays);
  g_test_add_func ("/revocation/two-keys", test_two_keys);
  g_test_add_func ("/revocation/parts", test_parts);
  g_test_add_func ("/revocation/delta-beside-whole", test_delta_beside_whole);

  return g_test_run ();
}
