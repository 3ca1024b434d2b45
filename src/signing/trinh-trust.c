/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "trinh-signing-private.h"

#define AUTHORITY_SUFFIX ".cer"
#define LIST_SUFFIX ".crl"
/* OpenSSL's security level of 112 bits, along the whole chain: no RSA under 2048 bits, no SHA-1, no MD5 */
#define LEAST_LEVEL 2
/* Hexadecimal digits that no two authorities begin with by chance */
#define FINGERPRINT_LEAST 8

struct _TrinhTrust
{
  GObject parent_instance;

  /* Owned References */
  char *folder;
  GPtrArray *authorities; /* of TrinhCertificate */
  GPtrArray *shipped;     /* of TrinhCertificate */
  GPtrArray *lists;       /* of X509_CRL */
};

G_DEFINE_FINAL_TYPE (TrinhTrust, trinh_trust, G_TYPE_OBJECT)

static void
trinh_trust_finalize (GObject *object)
{
  TrinhTrust *self = TRINH_TRUST (object);

  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->authorities, g_ptr_array_unref);
  g_clear_pointer (&self->shipped, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_trust_parent_class)->finalize (object);
}

static void
trinh_trust_class_init (TrinhTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_trust_finalize;
}

static void
free_list (gpointer list)
{
  X509_CRL_free (list);
}

static void
trinh_trust_init (TrinhTrust *self)
{
  self->authorities = g_ptr_array_new_with_free_func (g_object_unref);
  self->shipped = g_ptr_array_new_with_free_func (g_object_unref);
  self->lists = g_ptr_array_new_with_free_func (free_list);
}

/* What does not read any more is passed over: the others still count. */
static void
load_file (TrinhTrust *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  if (bytes == NULL)
    return;
  if (g_str_has_suffix (name, AUTHORITY_SUFFIX))
    {
      TrinhCertificate *authority = trinh_certificate_new_from_bytes (bytes, NULL);

      if (authority != NULL)
        g_ptr_array_add (self->authorities, authority);
    }
  else if (g_str_has_suffix (name, LIST_SUFFIX))
    {
      X509_CRL *list = trinh_revocation_list_read (bytes);

      if (list != NULL)
        trinh_revocation_list_put (self->lists, list);
    }
}

/* In their order. (transfer full) */
static GPtrArray *
list_names (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  return names;
}

static void
load_folder (TrinhTrust *self)
{
  g_autoptr (GPtrArray) names = list_names (self->folder);

  for (guint i = 0; i < names->len; i++)
    load_file (self, g_ptr_array_index (names, i));
}

TrinhTrust *
trinh_trust_new (const char *folder)
{
  TrinhTrust *self = g_object_new (TRINH_TYPE_TRUST, NULL);

  self->folder = g_strdup (folder);
  if (folder != NULL)
    load_folder (self);
  return self;
}

static gboolean
is_certificate (const char *name)
{
  return g_str_has_suffix (name, AUTHORITY_SUFFIX) || g_str_has_suffix (name, ".crt") || g_str_has_suffix (name, ".pem");
}

void
trinh_trust_add_shipped (TrinhTrust *self,
                         const char *folder)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_if_fail (TRINH_IS_TRUST (self));
  g_return_if_fail (folder != NULL);

  names = list_names (folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = is_certificate (path) ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;
      g_autoptr (TrinhCertificate) authority = bytes != NULL ? trinh_certificate_new_from_bytes (bytes, NULL) : NULL;

      if (authority != NULL && trinh_certificate_is_authority (authority))
        g_ptr_array_add (self->shipped, g_steal_pointer (&authority));
    }
}

GPtrArray *
trinh_trust_get_shipped (TrinhTrust *self)
{
  g_return_val_if_fail (TRINH_IS_TRUST (self), NULL);

  return self->shipped;
}

void
trinh_trust_forget_folder (TrinhTrust *self)
{
  g_return_if_fail (TRINH_IS_TRUST (self));

  g_clear_pointer (&self->folder, g_free);
}

GPtrArray *
trinh_trust_get_authorities (TrinhTrust *self)
{
  g_return_val_if_fail (TRINH_IS_TRUST (self), NULL);

  return self->authorities;
}

guint
trinh_trust_get_n_lists (TrinhTrust *self)
{
  g_return_val_if_fail (TRINH_IS_TRUST (self), 0);

  return self->lists->len;
}

/* "AB:CD:…" → "abcd…" */
static char *
simplify (const char *fingerprint)
{
  GString *text = g_string_new (NULL);

  for (const char *c = fingerprint; *c != '\0'; c++)
    if (g_ascii_isxdigit (*c))
      g_string_append_c (text, g_ascii_tolower (*c));
  return g_string_free_and_steal (text);
}

static char *
dup_path (TrinhTrust *self,
          const char *name,
          const char *suffix)
{
  g_autofree char *simple = simplify (name);

  return g_strconcat (self->folder, G_DIR_SEPARATOR_S, simple, suffix, NULL);
}

static gboolean
keep (TrinhTrust *self,
      const char *name,
      const char *suffix,
      GBytes *bytes,
      GError **error)
{
  g_autofree char *path = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (self->folder == NULL)
    return TRUE;
  path = dup_path (self, name, suffix);
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("The folder “%s” could not be made. See that you may write there."), self->folder);
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/* Whose fingerprint it is, or alone begins with it, by @FINGERPRINT_LEAST digits at least */
static TrinhCertificate *
find_authority (TrinhTrust *self,
                const char *fingerprint,
                guint *place)
{
  g_autofree char *wanted = simplify (fingerprint);
  TrinhCertificate *found = NULL;

  for (guint i = 0; i < self->authorities->len && strlen (wanted) >= FINGERPRINT_LEAST; i++)
    {
      TrinhCertificate *authority = g_ptr_array_index (self->authorities, i);
      g_autofree char *own = simplify (trinh_certificate_get_fingerprint (authority));

      if (!g_str_has_prefix (own, wanted))
        continue;
      if (found != NULL)
        return NULL;
      *place = i;
      found = authority;
    }
  return found;
}

TrinhCertificate *
trinh_trust_add_authority (TrinhTrust *self,
                           GBytes *bytes,
                           GError **error)
{
  g_autoptr (TrinhCertificate) authority = NULL;
  g_autoptr (GBytes) der = NULL;
  TrinhCertificate *there;
  guint place;

  g_return_val_if_fail (TRINH_IS_TRUST (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  authority = trinh_certificate_new_from_bytes (bytes, error);
  if (authority == NULL)
    return NULL;
  if (!trinh_certificate_is_authority (authority))
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("“%s” is no authority’s certificate. Choose that of the authority that stands for the signers."), trinh_certificate_get_name (authority));
      return NULL;
    }
  there = find_authority (self, trinh_certificate_get_fingerprint (authority), &place);
  if (there != NULL)
    return there;
  der = trinh_certificate_to_bytes (authority);
  if (!keep (self, trinh_certificate_get_fingerprint (authority), AUTHORITY_SUFFIX, der, error))
    return NULL;
  g_ptr_array_add (self->authorities, g_object_ref (authority));
  return authority;
}

gboolean
trinh_trust_remove_authority (TrinhTrust *self,
                              const char *fingerprint,
                              GError **error)
{
  g_autofree char *path = NULL;
  TrinhCertificate *authority;
  guint place;

  g_return_val_if_fail (TRINH_IS_TRUST (self), FALSE);
  g_return_val_if_fail (fingerprint != NULL, FALSE);

  authority = find_authority (self, fingerprint, &place);
  if (authority == NULL)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("No authority, or more than one, has the fingerprint “%s”. Write at least its first eight digits, as “trinhky trust” lists it."), fingerprint);
      return FALSE;
    }
  path = self->folder != NULL ? dup_path (self, trinh_certificate_get_fingerprint (authority), AUTHORITY_SUFFIX) : NULL;
  if (path != NULL && g_unlink (path) != 0)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("“%s” could not be deleted. See that you may write there."), path);
      return FALSE;
    }
  g_ptr_array_remove_index (self->authorities, place);
  return TRUE;
}

/* Whose key signed the list */
static gboolean
is_known (GPtrArray *authorities,
          X509_CRL *list)
{
  for (guint i = 0; i < authorities->len; i++)
    if (trinh_revocation_list_is_of (list, trinh_certificate_get_x509 (g_ptr_array_index (authorities, i))))
      return TRUE;
  return FALSE;
}

/* A forged list, or an old one that was laid in wait, would take away what the real one says. */
static gboolean
may_take (TrinhTrust *self,
          X509_CRL *list,
          GError **error)
{
  g_autofree char *issuer = NULL;

  if (!is_known (self->authorities, list) && !is_known (self->shipped, list))
    {
      issuer = trinh_revocation_list_dup_issuer (list);
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("The list says that it is by “%s”, but no authority that is known here signed it. Import that authority’s certificate first."), issuer);
      return FALSE;
    }
  if (!trinh_revocation_list_goes_back (self->lists, list))
    return TRUE;
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("A later list of this authority was imported already; it stays."));
  return FALSE;
}

gboolean
trinh_trust_add_list (TrinhTrust *self,
                      GBytes *bytes,
                      GError **error)
{
  g_autofree char *name = NULL;
  X509_CRL *list;

  g_return_val_if_fail (TRINH_IS_TRUST (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  list = trinh_revocation_list_read (bytes);
  if (list == NULL)
    {
      g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("This is no list of revoked certificates (.crl)."));
      return FALSE;
    }
  name = trinh_revocation_list_dup_scope (list);
  if (!may_take (self, list, error) || !keep (self, name, LIST_SUFFIX, bytes, error))
    {
      X509_CRL_free (list);
      return FALSE;
    }
  trinh_revocation_list_put (self->lists, list);
  return TRUE;
}

static void
trust_all (X509_STORE *store,
           GPtrArray *authorities)
{
  for (guint i = 0; i < authorities->len; i++)
    X509_STORE_add_cert (store, trinh_certificate_get_x509 (g_ptr_array_index (authorities, i)));
}

static X509_STORE *
create_store (TrinhTrust *self,
              gint64 when)
{
  X509_STORE *store = X509_STORE_new ();

  if (store == NULL)
    return NULL;
  trust_all (store, self->authorities);
  trust_all (store, self->shipped);
  /* An office may have been given the certificate of the authority in the middle alone. */
  X509_STORE_set_flags (store, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time (X509_STORE_get0_param (store), (time_t) when);
  X509_VERIFY_PARAM_set_auth_level (X509_STORE_get0_param (store), LEAST_LEVEL);
  ERR_clear_error ();
  return store;
}

/* The error of OpenSSL, and the chain as far as it goes: (transfer full) (nullable) */
static int
build_chain (TrinhTrust *self,
             X509 *certificate,
             STACK_OF (X509) * others,
             gint64 when,
             STACK_OF (X509) * *chain)
{
  X509_STORE *store = create_store (self, when);
  X509_STORE_CTX *context = X509_STORE_CTX_new ();
  int code = X509_V_ERR_UNSPECIFIED;

  if (store != NULL && context != NULL && X509_STORE_CTX_init (context, store, certificate, others))
    {
      code = X509_verify_cert (context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error (context);
      if (chain != NULL)
        *chain = X509_STORE_CTX_get1_chain (context);
    }
  X509_STORE_CTX_free (context);
  X509_STORE_free (store);
  ERR_clear_error ();
  return code;
}

static TrinhCertificateState
get_state (int code)
{
  switch (code)
    {
    case X509_V_OK:
      return TRINH_CERTIFICATE_STATE_TRUSTED;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return TRINH_CERTIFICATE_STATE_EXPIRED;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return TRINH_CERTIFICATE_STATE_UNKNOWN;
    default:
      return TRINH_CERTIFICATE_STATE_UNTRUSTED;
    }
}

/* Each certificate below the one that is trusted by itself */
static TrinhRevocation
look_up_chain (TrinhTrust *self,
               STACK_OF (X509) * chain)
{
  TrinhRevocation worst = sk_X509_num (chain) > 1 ? TRINH_REVOCATION_GOOD : TRINH_REVOCATION_UNKNOWN;

  for (int i = 0; i + 1 < sk_X509_num (chain); i++)
    {
      const TrinhRevocation found = trinh_revocation_list_look_up (self->lists, sk_X509_value (chain, i), sk_X509_value (chain, i + 1));

      if (found == TRINH_REVOCATION_REVOKED)
        return found;
      if (found == TRINH_REVOCATION_UNKNOWN)
        worst = found;
    }
  return worst;
}

void
trinh_trust_judge (TrinhTrust *self,
                   X509 *certificate,
                   STACK_OF (X509) * others,
                   gint64 claimed,
                   TrinhSignature *signature)
{
  STACK_OF (X509) *chain = NULL;
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  signature->state = get_state (build_chain (self, certificate, others, now, &chain));
  signature->revocation = look_up_chain (self, chain);
  signature->valid_at_claimed_time = claimed != 0 && build_chain (self, certificate, others, claimed, NULL) == X509_V_OK;
  sk_X509_pop_free (chain, X509_free);
  if (signature->revocation == TRINH_REVOCATION_REVOKED)
    signature->state = TRINH_CERTIFICATE_STATE_REVOKED;
  else if (signature->state == TRINH_CERTIFICATE_STATE_TRUSTED && (trinh_certificate_check (signature->certificate, now, NULL) & TRINH_CERTIFICATE_NOT_FOR_SIGNING))
    signature->state = TRINH_CERTIFICATE_STATE_UNTRUSTED;
}
