/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

/* A file as small as can be, so that each of its bytes can be changed in turn */
static GBytes *
make_small_pdf (void)
{
  static const char *const objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 200 ] /Resources << >> /Contents 4 0 R >>",
    "<< /Length 15 >>\nstream\n0 0 50 50 re f \nendstream",
  };
  g_autoptr (GString) text = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new ("xref\n0 5\n0000000000 65535 f \n");
  gsize place;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%010zu 00000 n \n", text->len);
      g_string_append_printf (text, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  place = text->len;
  g_string_append_printf (text, "%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", table->str, place);
  return g_bytes_new (text->str, text->len);
}

/* @trusted: that a known authority stands for it is asked for too */
static gboolean
is_good (GBytes *pdf,
         TrinhTrust *trust,
         gboolean trusted)
{
  g_autoptr (GPtrArray) signatures = trinh_pdf_verify (pdf, trust, NULL);
  const TrinhSignature *signature;

  if (signatures == NULL || signatures->len != 1)
    return FALSE;
  signature = g_ptr_array_index (signatures, 0);
  return signature->valid && (!trusted || signature->state == TRINH_CERTIFICATE_STATE_TRUSTED);
}

static gboolean
is_good_with (guchar *bytes,
              gsize length,
              gsize place,
              guchar change,
              TrinhTrust *trust,
              gboolean trusted)
{
  g_autoptr (GBytes) pdf = NULL;
  gboolean good;

  bytes[place] ^= change;
  pdf = g_bytes_new (bytes, length);
  good = is_good (pdf, trust, trusted);
  bytes[place] ^= change;
  return good;
}

static void
flip_every_byte (TrinhSigner *signer,
                 TrinhTrust *trust,
                 const guchar *changes,
                 guint n_changes,
                 gboolean trusted)
{
  g_autoptr (GBytes) pdf = make_small_pdf ();
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  const TrinhPdfSigning signing = { .field = "A", .place = { 0 }, .time = time };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = trinh_pdf_sign (pdf, signer, &signing, &error);
  g_autofree guchar *bytes = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (is_good (result, trust, trusted));
  length = g_bytes_get_size (result);
  bytes = g_memdup2 (g_bytes_get_data (result, NULL), length);
  for (gsize i = 0; i < length; i++)
    for (guint j = 0; j < n_changes; j++)
      if (is_good_with (bytes, length, i, changes[j], trust, trusted))
        {
          g_test_message ("byte %zu of %zu, “%c”, changed by %02x: not noticed", i, length, bytes[i], changes[j]);
          g_test_fail ();
        }
}

/* In the gap "<" to ">" too: exact DER, zero padding, one case of digits */
static void
test_every_byte (void)
{
  static const guchar changes[] = { 0x01, 0x20, 0x80 };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "A");
  g_autoptr (TrinhTrust) trust = make_trust (&authority);
  g_autoptr (TrinhSigner) signer = make_signer (&person);

  flip_every_byte (signer, trust, changes, G_N_ELEMENTS (changes), FALSE);
  identity_clear (&person);
  identity_clear (&authority);
}

/* The certificate of an authority in the middle goes along, and no signature is over it: whoever changes it leaves the
 * signature whole, and its chain is broken. */
static void
test_intermediate (void)
{
  static const guchar changes[] = { 0x01 };
  Identity root = make_authority ("Root");
  Identity middle = make_intermediate (&root, "CA");
  Identity person = make_signatory (&middle, "A");
  STACK_OF (X509) *others = sk_X509_new_null ();
  g_autoptr (TrinhTrust) trust = make_trust (&root);
  g_autoptr (TrinhSigner) signer = NULL;
  g_autoptr (GBytes) file = NULL;

  sk_X509_push (others, middle.x509);
  file = make_key_file_with (&person, PASSWORD, others, FALSE);
  signer = make_signer_from (file);
  flip_every_byte (signer, trust, changes, G_N_ELEMENTS (changes), TRUE);
  sk_X509_free (others);
  identity_clear (&person);
  identity_clear (&middle);
  identity_clear (&root);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/flip/every-byte", test_every_byte);
  g_test_add_func ("/flip/intermediate", test_intermediate);

  return g_test_run ();
}
