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

static gboolean
is_good (GBytes *pdf,
         TrinhTrust *trust)
{
  g_autoptr (GPtrArray) signatures = trinh_pdf_verify (pdf, trust, NULL);
  const TrinhSignature *signature;

  if (signatures == NULL || signatures->len != 1)
    return FALSE;
  signature = g_ptr_array_index (signatures, 0);
  return signature->valid;
}

static gboolean
is_good_with (guchar *bytes,
              gsize length,
              gsize place,
              guchar change,
              TrinhTrust *trust)
{
  g_autoptr (GBytes) pdf = NULL;
  gboolean good;

  bytes[place] ^= change;
  pdf = g_bytes_new (bytes, length);
  good = is_good (pdf, trust);
  bytes[place] ^= change;
  return good;
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
  g_autoptr (GBytes) pdf = make_small_pdf ();
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  const TrinhPdfSigning signing = { .field = "A", .place = { 0 }, .time = time };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = trinh_pdf_sign (pdf, signer, &signing, &error);
  g_autofree guchar *bytes = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (is_good (result, trust));
  length = g_bytes_get_size (result);
  bytes = g_memdup2 (g_bytes_get_data (result, NULL), length);
  for (gsize i = 0; i < length; i++)
    for (guint j = 0; j < G_N_ELEMENTS (changes); j++)
      if (is_good_with (bytes, length, i, changes[j], trust))
        {
          g_test_message ("byte %zu of %zu, “%c”, changed by %02x: not noticed", i, length, bytes[i], changes[j]);
          g_test_fail ();
        }
  identity_clear (&person);
  identity_clear (&authority);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/flip/every-byte", test_every_byte);

  return g_test_run ();
}
