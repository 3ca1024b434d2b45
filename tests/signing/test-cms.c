/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

typedef struct
{
  Identity authority;
  Identity person;
  GBytes *content;
  GByteArray *der;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GBytes) der = NULL;
  g_autoptr (GError) error = NULL;
  STACK_OF (X509) *chain = sk_X509_new_null ();

  self->authority = make_authority ("CA");
  self->person = make_signatory (&self->authority, "Nguyễn Văn A");
  self->content = g_bytes_new_static ("báo cáo", strlen ("báo cáo"));
  sk_X509_push (chain, self->authority.x509);
  der = trinh_cms_make (NULL, self->person.x509, self->person.key, chain, self->content, &error);
  g_assert_no_error (error);
  self->der = g_bytes_unref_to_array (g_steal_pointer (&der));
  sk_X509_free (chain);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  identity_clear (&self->person);
  identity_clear (&self->authority);
  g_bytes_unref (self->content);
  g_byte_array_unref (self->der);
}

static gboolean
is_valid (Fixture *self)
{
  g_autoptr (GBytes) der = g_bytes_new (self->der->data, self->der->len);
  TrinhCmsResult result = { 0 };
  gboolean valid;

  trinh_cms_check (der, self->content, TRUE, &result);
  valid = result.fault == NULL;
  trinh_cms_result_clear (&result);
  return valid;
}

static guint8 *
find (Fixture *self,
      GBytes *part)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (part, &length);
  guint8 *found = memmem (self->der->data, self->der->len, bytes, length);

  g_assert_nonnull (found);
  return found;
}

/* Other programs write the signatory before the authority, whatever DER makes of it; no order says anything else. */
static void
test_order (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GBytes) one = x509_to_bytes (self->authority.x509);
  g_autoptr (GBytes) other = x509_to_bytes (self->person.x509);
  GBytes *first = find (self, one) < find (self, other) ? one : other;
  GBytes *second = first == one ? other : one;
  guint8 *place = find (self, first);

  g_assert_true (is_valid (self));
  g_assert_true (find (self, second) == place + g_bytes_get_size (first));
  memcpy (place, g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  memcpy (place + g_bytes_get_size (second), g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_assert_true (is_valid (self));
}

/* Each version says that something is in it or is not: here only 1 is true. */
static void
test_version (Fixture *self,
              gconstpointer data)
{
  static const guint8 version_and_digests[] = { 0x02, 0x01, 0x01, 0x31 };
  guint8 *place = memmem (self->der->data, self->der->len, version_and_digests, sizeof version_and_digests);

  g_assert_nonnull (place);
  for (guint8 version = 0; version < 8; version++)
    {
      place[2] = version;
      g_assert_true (is_valid (self) == (version == 1));
    }
}

/* An element that goes over the end of its set is no element. */
static void
test_torn (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GBytes) authority = x509_to_bytes (self->authority.x509);
  guint8 *place = find (self, authority);

  g_assert_cmphex (place[1], ==, 0x82);
  place[2] = 0x7f;
  g_assert_false (is_valid (self));
}

#define ADD(path, function) g_test_add ("/signing/cms/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", test_order);
  ADD ("version", test_version);
  ADD ("torn", test_torn);

  return g_test_run ();
}
