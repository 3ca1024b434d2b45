/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "trinh-signing-private.h"

X509_CRL *
trinh_revocation_list_read (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  BIO *bio = BIO_new_mem_buf (data != NULL ? data : "", (int) MIN (length, G_MAXINT));
  X509_CRL *list = bio != NULL ? PEM_read_bio_X509_CRL (bio, NULL, NULL, NULL) : NULL;

  if (list == NULL && bio != NULL && BIO_reset (bio) >= 0)
    list = d2i_X509_CRL_bio (bio, NULL);
  ERR_clear_error ();
  BIO_free (bio);
  return list;
}

gboolean
trinh_revocation_list_is_of (X509_CRL *list,
                             X509 *issuer)
{
  gboolean own;

  own = X509_NAME_cmp (X509_CRL_get_issuer (list), X509_get_subject_name (issuer)) == 0 &&
        (X509_get_key_usage (issuer) & KU_CRL_SIGN) != 0 &&
        X509_CRL_verify (list, X509_get0_pubkey (issuer)) == 1;
  ERR_clear_error ();
  return own;
}

char *
trinh_revocation_list_dup_issuer (X509_CRL *list)
{
  BIO *bio = BIO_new (BIO_s_mem ());
  char *text = NULL;
  long length = 0;
  char *name;

  if (bio != NULL && X509_NAME_print_ex (bio, X509_CRL_get_issuer (list), 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) >= 0)
    length = BIO_get_mem_data (bio, &text);
  name = g_utf8_make_valid (text != NULL ? text : "", length);
  BIO_free (bio);
  return name;
}

static void
add_extension (GChecksum *checksum,
               X509_CRL *list,
               int nid)
{
  const int place = X509_CRL_get_ext_by_NID (list, nid, -1);
  X509_EXTENSION *extension = place >= 0 ? X509_CRL_get_ext (list, place) : NULL;
  unsigned char *der = NULL;
  const int length = extension != NULL ? i2d_X509_EXTENSION (extension, &der) : 0;

  if (length > 0)
    g_checksum_update (checksum, der, length);
  OPENSSL_free (der);
}

char *
trinh_revocation_list_dup_scope (X509_CRL *list)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  unsigned char *der = NULL;
  const int length = i2d_X509_NAME (X509_CRL_get_issuer (list), &der);
  const guchar delta = X509_CRL_get_ext_by_NID (list, NID_delta_crl, -1) >= 0;

  if (length > 0)
    g_checksum_update (checksum, der, length);
  OPENSSL_free (der);
  add_extension (checksum, list, NID_authority_key_identifier);
  add_extension (checksum, list, NID_issuing_distribution_point);
  g_checksum_update (checksum, &delta, 1);
  return g_strdup (g_checksum_get_string (checksum));
}

/* By its number, where both have one, and by its time: neither may go back. */
static gboolean
is_earlier (X509_CRL *list,
            X509_CRL *other)
{
  ASN1_INTEGER *own_number = X509_CRL_get_ext_d2i (list, NID_crl_number, NULL, NULL);
  ASN1_INTEGER *other_number = X509_CRL_get_ext_d2i (other, NID_crl_number, NULL, NULL);
  gboolean earlier = ASN1_TIME_compare (X509_CRL_get0_lastUpdate (list), X509_CRL_get0_lastUpdate (other)) < 0;

  if (own_number != NULL && other_number != NULL)
    earlier = earlier || ASN1_INTEGER_cmp (own_number, other_number) < 0;
  ASN1_INTEGER_free (own_number);
  ASN1_INTEGER_free (other_number);
  return earlier;
}

static gboolean
find_same (GPtrArray *lists,
           X509_CRL *list,
           guint *place)
{
  g_autofree char *scope = trinh_revocation_list_dup_scope (list);

  for (*place = 0; *place < lists->len; (*place)++)
    {
      g_autofree char *other = trinh_revocation_list_dup_scope (g_ptr_array_index (lists, *place));

      if (g_str_equal (scope, other))
        return TRUE;
    }
  return FALSE;
}

gboolean
trinh_revocation_list_goes_back (GPtrArray *lists,
                                 X509_CRL *list)
{
  guint place;

  return find_same (lists, list, &place) && is_earlier (list, g_ptr_array_index (lists, place));
}

void
trinh_revocation_list_put (GPtrArray *lists,
                           X509_CRL *list)
{
  guint place;

  if (find_same (lists, list, &place))
    {
      if (is_earlier (list, g_ptr_array_index (lists, place)))
        {
          X509_CRL_free (list);
          return;
        }
      g_ptr_array_remove_index (lists, place);
    }
  g_ptr_array_add (lists, list);
}

static gboolean
is_current (X509_CRL *list)
{
  const ASN1_TIME *next = X509_CRL_get0_nextUpdate (list);

  return X509_cmp_current_time (X509_CRL_get0_lastUpdate (list)) < 0 && next != NULL && X509_cmp_current_time (next) > 0;
}

static gboolean
has_strong_digest (X509_CRL *list)
{
  int digest = NID_undef;

  OBJ_find_sigid_algs (X509_CRL_get_signature_nid (list), &digest, NULL);
  return digest != NID_sha1 && digest != NID_md5 && digest != NID_md4 && digest != NID_md2;
}

/* What it must not be without: a part that is not understood may say that it is about others (RFC 5280, 5.2). */
static gboolean
is_understood (X509_CRL *list)
{
  for (int i = 0; i < X509_CRL_get_ext_count (list); i++)
    {
      X509_EXTENSION *extension = X509_CRL_get_ext (list, i);

      if (X509_EXTENSION_get_critical (extension) && OBJ_obj2nid (X509_EXTENSION_get_object (extension)) != NID_issuing_distribution_point)
        return FALSE;
    }
  return X509_CRL_get_ext_by_NID (list, NID_delta_crl, -1) < 0;
}

static gboolean
share_a_name (const DIST_POINT_NAME *one,
              const DIST_POINT_NAME *other)
{
  if (one == NULL || other == NULL || one->type != 0 || other->type != 0)
    return FALSE;
  for (int i = 0; i < sk_GENERAL_NAME_num (one->name.fullname); i++)
    for (int j = 0; j < sk_GENERAL_NAME_num (other->name.fullname); j++)
      if (GENERAL_NAME_cmp (sk_GENERAL_NAME_value (one->name.fullname, i), sk_GENERAL_NAME_value (other->name.fullname, j)) == 0)
        return TRUE;
  return FALSE;
}

/* Whether the certificate says that lists of this place are about it */
static gboolean
names_place (X509 *certificate,
             const DIST_POINT_NAME *place)
{
  CRL_DIST_POINTS *points = X509_get_ext_d2i (certificate, NID_crl_distribution_points, NULL, NULL);
  gboolean named = FALSE;

  for (int i = 0; i < sk_DIST_POINT_num (points) && !named; i++)
    named = share_a_name (sk_DIST_POINT_value (points, i)->distpoint, place);
  CRL_DIST_POINTS_free (points);
  return named;
}

/* Lists of part of the certificates say that they are (RFC 5280, 5.2.5); what is not on one may be on another. */
static gboolean
is_about (X509_CRL *list,
          X509 *certificate)
{
  int place = -1;
  ISSUING_DIST_POINT *part = X509_CRL_get_ext_d2i (list, NID_issuing_distribution_point, &place, NULL);
  gboolean about;

  if (part == NULL)
    return place == -1;
  about = part->onlyattr <= 0 && part->indirectCRL <= 0 && part->onlysomereasons == NULL &&
          (X509_check_ca (certificate) != 0 ? part->onlyuser <= 0 : part->onlyCA <= 0) &&
          (part->distpoint == NULL || names_place (certificate, part->distpoint));
  ISSUING_DIST_POINT_free (part);
  return about;
}

static gboolean
is_named (X509_CRL *list,
          X509 *certificate)
{
  X509_REVOKED *entry = NULL;

  return X509_CRL_get0_by_cert (list, &entry, certificate) == 1;
}

/* The latest whole list of the authority's own key decides; one that is out of date still takes back what it names, and so
 * does a list of a part, which says of nobody that he is not named elsewhere. */
TrinhRevocation
trinh_revocation_list_look_up (GPtrArray *lists,
                               X509 *certificate,
                               X509 *issuer)
{
  X509_CRL *latest = NULL;

  for (guint i = 0; i < lists->len; i++)
    {
      X509_CRL *list = g_ptr_array_index (lists, i);

      if (!trinh_revocation_list_is_of (list, issuer))
        continue;
      if (!has_strong_digest (list) || !is_understood (list) || !is_about (list, certificate))
        {
          if (is_named (list, certificate))
            return TRINH_REVOCATION_REVOKED;
        }
      else if (latest == NULL || !is_earlier (list, latest))
        latest = list;
    }
  ERR_clear_error ();
  if (latest == NULL)
    return TRINH_REVOCATION_UNKNOWN;
  if (is_named (latest, certificate))
    return TRINH_REVOCATION_REVOKED;
  return is_current (latest) ? TRINH_REVOCATION_GOOD : TRINH_REVOCATION_UNKNOWN;
}
