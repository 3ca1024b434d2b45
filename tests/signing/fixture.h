/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "trinh-openssl-signer.h"
#include "trinh-pdf-sign.h"
#include "trinh-signing-private.h"
#include "trinh-verification.h"

#define DAY (24 * 60 * 60)
#define PASSWORD "mật khẩu 1"

/* A key with its certificate: made anew in each run */
typedef struct
{
  EVP_PKEY *key;
  X509 *x509;
} Identity;

static inline void
identity_clear (Identity *self)
{
  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->x509, X509_free);
}

static inline void
add_extension (X509 *x509,
               X509 *issuer,
               int nid,
               const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  X509V3_set_ctx (&context, issuer, x509, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  g_assert_true (X509_add_ext (x509, extension, -1));
  X509_EXTENSION_free (extension);
}

static inline X509 *
make_x509_of_kind (EVP_PKEY *key,
                   const Identity *authority,
                   const char *name,
                   long from,
                   long to,
                   const char *usage,
                   const char *kind)
{
  static long serial = 1000;
  X509 *x509 = X509_new ();
  X509_NAME *subject = X509_get_subject_name (x509);
  X509 *issuer = authority != NULL ? authority->x509 : x509;

  X509_set_version (x509, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (x509), serial++);
  X509_gmtime_adj (X509_getm_notBefore (x509), from);
  X509_gmtime_adj (X509_getm_notAfter (x509), to);
  X509_NAME_add_entry_by_txt (subject, "O", MBSTRING_UTF8, (const unsigned char *) "UBND xã Bình Lãng", -1, -1, 0);
  X509_NAME_add_entry_by_txt (subject, "UID", MBSTRING_UTF8, (const unsigned char *) "CCCD:030012345678", -1, -1, 0);
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const unsigned char *) name, -1, -1, 0);
  X509_set_issuer_name (x509, X509_get_subject_name (issuer));
  X509_set_pubkey (x509, key);
  add_extension (x509, issuer, NID_basic_constraints, kind);
  add_extension (x509, issuer, NID_key_usage, usage);
  g_assert_cmpint (X509_sign (x509, authority != NULL ? authority->key : key, EVP_sha256 ()), >, 0);
  return x509;
}

static inline X509 *
make_x509 (EVP_PKEY *key,
           const Identity *authority,
           const char *name,
           long from,
           long to,
           const char *usage)
{
  return make_x509_of_kind (key, authority, name, from, to, usage, authority != NULL ? "critical,CA:FALSE" : "critical,CA:TRUE");
}

static inline Identity
make_authority (const char *name)
{
  Identity self = { EVP_EC_gen ("P-256"), NULL };

  self.x509 = make_x509 (self.key, NULL, name, -10 * DAY, 1000 * DAY, "critical,keyCertSign,cRLSign");
  return self;
}

static inline Identity
make_identity (const Identity *authority,
               const char *name,
               long from,
               long to,
               const char *usage)
{
  Identity self = { EVP_EC_gen ("P-256"), NULL };

  self.x509 = make_x509 (self.key, authority, name, from, to, usage);
  return self;
}

static inline Identity
make_signatory (const Identity *authority,
                const char *name)
{
  return make_identity (authority, name, -DAY, 100 * DAY, "critical,digitalSignature,nonRepudiation");
}

/* One that says what it is for, as openssl.cnf has it: "clientAuth,emailProtection" */
static inline Identity
make_signatory_for (const Identity *authority,
                    const char *name,
                    const char *purposes)
{
  Identity self = make_signatory (authority, name);

  add_extension (self.x509, authority->x509, NID_ext_key_usage, purposes);
  g_assert_cmpint (X509_sign (self.x509, authority->key, EVP_sha256 ()), >, 0);
  return self;
}

static inline GBytes *
x509_to_bytes (X509 *x509)
{
  unsigned char *der = NULL;
  const int length = i2d_X509 (x509, &der);
  GBytes *bytes = g_bytes_new (der, (gsize) length);

  OPENSSL_free (der);
  return bytes;
}

/* An authority in the middle: what @authority stands for stands for others */
static inline Identity
make_intermediate (const Identity *authority,
                   const char *name)
{
  Identity self = { EVP_EC_gen ("P-256"), NULL };

  self.x509 = make_x509_of_kind (self.key, authority, name, -10 * DAY, 1000 * DAY, "critical,keyCertSign,cRLSign", "critical,CA:TRUE,pathlen:0");
  return self;
}

/* @others: (nullable): authorities that go along; @open: whose key it is can be seen without the password */
static inline GBytes *
make_key_file_with (const Identity *self,
                    const char *password,
                    STACK_OF (X509) * others,
                    gboolean open)
{
  PKCS12 *file = PKCS12_create (password, "ký", self->key, self->x509, others, 0, open ? -1 : 0, 0, 0, 0);
  unsigned char *der = NULL;
  const int length = i2d_PKCS12 (file, &der);
  GBytes *bytes = g_bytes_new (der, (gsize) length);

  OPENSSL_free (der);
  PKCS12_free (file);
  return bytes;
}

static inline GBytes *
make_key_file (const Identity *self,
               const char *password)
{
  return make_key_file_with (self, password, NULL, FALSE);
}

static inline TrinhSigner *
make_signer_from (GBytes *file)
{
  g_autoptr (TrinhSecret) password = trinh_secret_new (PASSWORD);
  g_autoptr (GError) error = NULL;
  TrinhSigner *signer = trinh_openssl_signer_new_for_key_file (file, password, &error);

  g_assert_no_error (error);
  return signer;
}

static inline TrinhSigner *
make_signer (const Identity *self)
{
  g_autoptr (GBytes) file = make_key_file (self, PASSWORD);

  return make_signer_from (file);
}

static inline TrinhTrust *
make_trust (const Identity *authority)
{
  TrinhTrust *trust = trinh_trust_new (NULL);
  g_autoptr (GBytes) bytes = x509_to_bytes (authority->x509);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (trinh_trust_add_authority (trust, bytes, &error));
  g_assert_no_error (error);
  return trust;
}

/* @from, @next: seconds from now; @number: 0 for none; @part: an issuing distribution point as openssl.cnf has it, or NULL */
typedef struct
{
  X509 *revoked;
  long from;
  long next;
  long number;
  const char *part;
  const char *key;     /* the identifier of the key, or NULL */
  const char *unknown; /* the number of a critical part that nobody knows, or NULL */
  gboolean delta;
  const EVP_MD *digest; /* NULL: SHA-256 */
} ListShape;

static inline void
add_list_number (X509_CRL *list,
                 int nid,
                 long number,
                 gboolean critical)
{
  ASN1_INTEGER *value = ASN1_INTEGER_new ();

  ASN1_INTEGER_set (value, number);
  g_assert_cmpint (X509_CRL_add1_ext_i2d (list, nid, value, critical, 0), ==, 1);
  ASN1_INTEGER_free (value);
}

static inline void
add_list_extension (X509_CRL *list,
                    X509_EXTENSION *extension)
{
  g_assert_nonnull (extension);
  g_assert_true (X509_CRL_add_ext (list, extension, -1));
  X509_EXTENSION_free (extension);
}

static inline void
add_list_extensions (X509_CRL *list,
                     const ListShape *shape)
{
  X509V3_CTX context;
  AUTHORITY_KEYID *key;

  X509V3_set_ctx (&context, NULL, NULL, NULL, list, 0);
  if (shape->number != 0)
    add_list_number (list, NID_crl_number, shape->number, FALSE);
  if (shape->delta)
    add_list_number (list, NID_delta_crl, 1, TRUE);
  if (shape->part != NULL)
    add_list_extension (list, X509V3_EXT_conf_nid (NULL, &context, NID_issuing_distribution_point, shape->part));
  if (shape->unknown != NULL)
    {
      ASN1_OBJECT *object = OBJ_txt2obj (shape->unknown, 1);
      ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new ();

      ASN1_OCTET_STRING_set (value, (const unsigned char *) "\5\0", 2);
      add_list_extension (list, X509_EXTENSION_create_by_OBJ (NULL, object, 1, value));
      ASN1_OCTET_STRING_free (value);
      ASN1_OBJECT_free (object);
    }
  if (shape->key == NULL)
    return;
  key = AUTHORITY_KEYID_new ();
  key->keyid = ASN1_OCTET_STRING_new ();
  ASN1_OCTET_STRING_set (key->keyid, (const unsigned char *) shape->key, -1);
  g_assert_cmpint (X509_CRL_add1_ext_i2d (list, NID_authority_key_identifier, key, 0, 0), ==, 1);
  AUTHORITY_KEYID_free (key);
}

static inline GBytes *
make_list_like (const Identity *authority,
                const ListShape *shape)
{
  X509_CRL *list = X509_CRL_new ();
  ASN1_TIME *time = X509_gmtime_adj (NULL, shape->from);
  unsigned char *der = NULL;
  GBytes *bytes;
  int length;

  X509_CRL_set_version (list, X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name (list, X509_get_subject_name (authority->x509));
  X509_CRL_set1_lastUpdate (list, time);
  if (shape->revoked != NULL)
    {
      X509_REVOKED *entry = X509_REVOKED_new ();

      X509_REVOKED_set_serialNumber (entry, X509_get_serialNumber (shape->revoked));
      X509_REVOKED_set_revocationDate (entry, time);
      X509_CRL_add0_revoked (list, entry);
    }
  X509_gmtime_adj (time, shape->next);
  X509_CRL_set1_nextUpdate (list, time);
  add_list_extensions (list, shape);
  g_assert_cmpint (X509_CRL_sign (list, authority->key, shape->digest != NULL ? shape->digest : EVP_sha256 ()), >, 0);
  length = i2d_X509_CRL (list, &der);
  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  ASN1_TIME_free (time);
  X509_CRL_free (list);
  return bytes;
}

static inline GBytes *
make_list (const Identity *authority,
           X509 *revoked,
           long next)
{
  const ListShape shape = { .revoked = revoked, .from = -2 * DAY, .next = next };

  return make_list_like (authority, &shape);
}

static inline cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Two pages; with a cross-reference table (PDF 1.4) or stream (1.7) */
static inline GBytes *
make_pdf (cairo_pdf_version_t version)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, version);
  cr = cairo_create (surface);
  for (int i = 0; i < 2; i++)
    {
      cairo_rectangle (cr, 100, 100 + i, 50, 50);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* As the field of a number is filled */
static inline GBytes *
make_words (const char *words)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 30, 16);
  cairo_t *cr = cairo_create (surface);

  cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 12);
  cairo_move_to (cr, 2, 12);
  cairo_show_text (cr, words);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* (transfer full) (element-type GBytes) */
static inline GPtrArray *
make_all_words (const char *const *words)
{
  GPtrArray *drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (drawn, make_words (words[i]));
  return drawn;
}

/* A stroke on a transparent ground */
static inline GBytes *
make_png (double red,
          double green,
          double blue)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 30);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, red, green, blue, 0.8);
  cairo_move_to (cr, 5, 25);
  cairo_line_to (cr, 55, 5);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
