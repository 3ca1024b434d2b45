/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <time.h>

#include "trinh-certificate.h"
#include "trinh-signing-private.h"

/* 2048 bits of RSA, or 256 of an elliptic curve */
#define LEAST_SECURITY_BITS 112
#define HOURS_EAST 7

struct _TrinhCertificate
{
  GObject parent_instance;

  /* Owned References */
  X509 *x509;
  char *name;
  char *organisation;
  char *code;
  char *issuer;
  char *serial;
  char *fingerprint;
  char *key_usage;

  gint64 not_before;
  gint64 not_after;
};

G_DEFINE_FINAL_TYPE (TrinhCertificate, trinh_certificate, G_TYPE_OBJECT)

static void
trinh_certificate_finalize (GObject *object)
{
  TrinhCertificate *self = TRINH_CERTIFICATE (object);

  g_clear_pointer (&self->x509, X509_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->issuer, g_free);
  g_clear_pointer (&self->serial, g_free);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->key_usage, g_free);

  G_OBJECT_CLASS (trinh_certificate_parent_class)->finalize (object);
}

static void
trinh_certificate_class_init (TrinhCertificateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_certificate_finalize;
}

static void
trinh_certificate_init (TrinhCertificate *self)
{
}

/* The last attribute of a kind is the most specific; "" without one */
static char *
dup_attribute (const X509_NAME *name,
               int nid)
{
  const int place = X509_NAME_get_index_by_NID (name, nid, -1);
  unsigned char *text = NULL;
  char *copy;
  int length;

  if (place < 0)
    return g_strdup ("");
  length = ASN1_STRING_to_UTF8 (&text, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, place)));
  if (length < 0)
    return g_strdup ("");
  copy = g_utf8_make_valid ((const char *) text, length);
  OPENSSL_free (text);
  return copy;
}

static char *
dup_name (const X509_NAME *name)
{
  g_autofree char *common = dup_attribute (name, NID_commonName);

  return common[0] != '\0' ? g_steal_pointer (&common) : dup_attribute (name, NID_organizationName);
}

static char *
dup_code (const X509_NAME *name)
{
  g_autofree char *user = dup_attribute (name, NID_userId);

  return user[0] != '\0' ? g_steal_pointer (&user) : dup_attribute (name, NID_serialNumber);
}

static char *
dup_serial (const X509 *x509)
{
  BIGNUM *number = ASN1_INTEGER_to_BN (X509_get0_serialNumber (x509), NULL);
  char *digits = number != NULL ? BN_bn2hex (number) : NULL;
  char *serial = g_strdup (digits != NULL ? digits : "");

  OPENSSL_free (digits);
  BN_free (number);
  return serial;
}

static char *
dup_fingerprint (const X509 *x509)
{
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!X509_digest (x509, EVP_sha256 (), digest, &length))
    return g_strdup ("");
  for (unsigned int i = 0; i < length; i++)
    g_string_append_printf (text, i > 0 ? ":%02X" : "%02X", digest[i]);
  return g_strdup (text->str);
}

static char *
dup_key_usage (X509 *x509)
{
  static const struct
  {
    guint32 bit;
    const char *name;
  } uses[] = {
    { KU_DIGITAL_SIGNATURE, N_ ("digital signature") },
    { KU_NON_REPUDIATION, N_ ("non-repudiation") },
    { KU_KEY_ENCIPHERMENT, N_ ("key encipherment") },
    { KU_DATA_ENCIPHERMENT, N_ ("data encipherment") },
    { KU_KEY_CERT_SIGN, N_ ("certificates") },
    { KU_CRL_SIGN, N_ ("lists of revoked certificates") },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  const guint32 usage = X509_get_key_usage (x509);

  for (guint i = 0; usage != G_MAXUINT32 && i < G_N_ELEMENTS (uses); i++)
    if (usage & uses[i].bit)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (uses[i].name));
  return g_strdup (text->str);
}

static gint64
read_time (const ASN1_TIME *time)
{
  struct tm broken = { 0 };

  return time != NULL && ASN1_TIME_to_tm (time, &broken) ? (gint64) timegm (&broken) : 0;
}

TrinhCertificate *
trinh_certificate_new (X509 *x509)
{
  TrinhCertificate *self = g_object_new (TRINH_TYPE_CERTIFICATE, NULL);
  const X509_NAME *subject = X509_get_subject_name (x509);

  X509_up_ref (x509);
  self->x509 = x509;
  self->name = dup_name (subject);
  self->organisation = dup_attribute (subject, NID_organizationName);
  self->code = dup_code (subject);
  self->issuer = dup_name (X509_get_issuer_name (x509));
  self->serial = dup_serial (x509);
  self->fingerprint = dup_fingerprint (x509);
  self->key_usage = dup_key_usage (x509);
  self->not_before = read_time (X509_get0_notBefore (x509));
  self->not_after = read_time (X509_get0_notAfter (x509));
  return self;
}

X509 *
trinh_certificate_get_x509 (TrinhCertificate *self)
{
  return self->x509;
}

TrinhCertificate *
trinh_certificate_new_from_bytes (GBytes *bytes,
                                  GError **error)
{
  TrinhCertificate *self = NULL;
  gsize length;
  const void *data;
  X509 *x509;
  BIO *bio;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  bio = BIO_new_mem_buf (data != NULL ? data : "", (int) MIN (length, G_MAXINT));
  x509 = bio != NULL ? PEM_read_bio_X509 (bio, NULL, NULL, NULL) : NULL;
  if (x509 == NULL && bio != NULL && BIO_reset (bio) >= 0)
    x509 = d2i_X509_bio (bio, NULL);
  if (x509 != NULL)
    self = trinh_certificate_new (x509);
  else
    {
      /* OpenSSL's reason is for programmers, and in English. */
      trinh_signing_take_reason ();
      g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("This is no certificate (.cer, .crt, .pem). Choose the file that the authority publishes."));
    }
  X509_free (x509);
  BIO_free (bio);
  return self;
}

const char *
trinh_certificate_get_name (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->name;
}

const char *
trinh_certificate_get_organisation (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->organisation;
}

const char *
trinh_certificate_get_code (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->code;
}

const char *
trinh_certificate_get_issuer (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->issuer;
}

const char *
trinh_certificate_get_serial (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->serial;
}

const char *
trinh_certificate_get_fingerprint (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->fingerprint;
}

const char *
trinh_certificate_get_key_usage (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  return self->key_usage;
}

gint64
trinh_certificate_get_not_before (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), 0);

  return self->not_before;
}

gint64
trinh_certificate_get_not_after (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), 0);

  return self->not_after;
}

static char *
format_day (gint64 time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (HOURS_EAST * 3600);
  g_autoptr (GDateTime) universal = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = universal != NULL ? g_date_time_to_timezone (universal, zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y") : g_strdup ("?");
}

char *
trinh_certificate_dup_validity (TrinhCertificate *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  from = format_day (self->not_before);
  to = format_day (self->not_after);
  return g_strdup_printf ("%s – %s", from, to);
}

gboolean
trinh_certificate_is_authority (TrinhCertificate *self)
{
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), FALSE);

  return X509_check_ca (self->x509) != 0;
}

GBytes *
trinh_certificate_to_bytes (TrinhCertificate *self)
{
  unsigned char *der = NULL;
  GBytes *bytes;
  int length;

  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  length = i2d_X509 (self->x509, &der);
  bytes = g_bytes_new (der, length > 0 ? (gsize) length : 0);
  OPENSSL_free (der);
  return bytes;
}

/* Capitals, marks written apart and spaces twice are no other name. */
static char *
fold_name (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GString) text = g_string_new (" ");

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (text, "%s ", words[i]);
  return g_strdup (text->str);
}

/* "Nguyễn Văn A" is named by "Ông Nguyễn Văn A (Chủ tịch)" too, but not by "Nguyễn Văn An". */
static gboolean
names_the_same (TrinhCertificate *self,
                const char *name)
{
  g_autofree char *one = fold_name (self->name);
  g_autofree char *other = fold_name (name);

  return other[1] == '\0' || strstr (one, other) != NULL || strstr (other, one) != NULL;
}

static gboolean
is_purpose_of_documents (const ASN1_OBJECT *purpose)
{
  static const char *const purposes[] = {
    "2.5.29.37.0",            /* any */
    "1.3.6.1.5.5.7.3.4",      /* protection of e-mail: what tokens of Vietnam's authorities are issued for */
    "1.3.6.1.5.5.7.3.36",     /* signing of documents (RFC 9336) */
    "1.2.840.113583.1.1.5",   /* the same by Adobe */
    "1.3.6.1.4.1.311.10.3.12" /* the same by Microsoft */
  };
  char text[80];

  if (OBJ_obj2txt (text, sizeof text, purpose, 1) <= 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_str_equal (text, purposes[i]))
      return TRUE;
  return FALSE;
}

/* A certificate that says what it is for has to name documents or letters: one of a web server, or one to log in with,
 * binds nobody to what he reads. One that says nothing is for everything (RFC 5280, 4.2.1.12). */
static gboolean
is_for_documents (X509 *x509)
{
  int place = -1;
  EXTENDED_KEY_USAGE *purposes = X509_get_ext_d2i (x509, NID_ext_key_usage, &place, NULL);
  gboolean found = FALSE;

  /* -1: there is none; otherwise it does not read */
  if (purposes == NULL)
    return place == -1;
  for (int i = 0; i < sk_ASN1_OBJECT_num (purposes) && !found; i++)
    found = is_purpose_of_documents (sk_ASN1_OBJECT_value (purposes, i));
  EXTENDED_KEY_USAGE_free (purposes);
  return found;
}

static gboolean
may_sign (TrinhCertificate *self)
{
  return !trinh_certificate_is_authority (self) && (X509_get_key_usage (self->x509) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0 && is_for_documents (self->x509);
}

TrinhCertificateFault
trinh_certificate_check (TrinhCertificate *self,
                         gint64 when,
                         const char *name)
{
  TrinhCertificateFault faults = 0;
  EVP_PKEY *key;

  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), TRINH_CERTIFICATE_EXPIRED);

  key = X509_get0_pubkey (self->x509);
  if (when > self->not_after)
    faults |= TRINH_CERTIFICATE_EXPIRED;
  if (when < self->not_before)
    faults |= TRINH_CERTIFICATE_NOT_YET_VALID;
  if (!may_sign (self))
    faults |= TRINH_CERTIFICATE_NOT_FOR_SIGNING;
  if (key == NULL || EVP_PKEY_get_security_bits (key) < LEAST_SECURITY_BITS)
    faults |= TRINH_CERTIFICATE_WEAK;
  if (name != NULL && !names_the_same (self, name))
    faults |= TRINH_CERTIFICATE_OTHER_NAME;
  return faults;
}

char **
trinh_certificate_explain (TrinhCertificate *self,
                           TrinhCertificateFault faults,
                           const char *name)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (TRINH_IS_CERTIFICATE (self), NULL);

  from = format_day (self->not_before);
  to = format_day (self->not_after);
  if (faults & TRINH_CERTIFICATE_EXPIRED)
    g_strv_builder_take (lines, g_strdup_printf (_ ("The certificate of “%s” expired on %s. Ask the authority for a new one."), self->name, to));
  if (faults & TRINH_CERTIFICATE_NOT_YET_VALID)
    g_strv_builder_take (lines, g_strdup_printf (_ ("The certificate of “%s” is valid from %s only. See that this computer’s date is right."), self->name, from));
  if (faults & TRINH_CERTIFICATE_NOT_FOR_SIGNING)
    g_strv_builder_take (lines, g_strdup_printf (_ ("The certificate of “%s” is not meant for signing. Choose another one."), self->name));
  if (faults & TRINH_CERTIFICATE_WEAK)
    g_strv_builder_take (lines, g_strdup_printf (_ ("The key of “%s” is too short to be relied on. Ask the authority for a new certificate."), self->name));
  if (faults & TRINH_CERTIFICATE_OTHER_NAME)
    g_strv_builder_take (lines, g_strdup_printf (_ ("The certificate is in the name of “%s”, not of “%s”."), self->name, name));
  return g_strv_builder_end (lines);
}
