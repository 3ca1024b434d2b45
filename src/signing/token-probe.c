/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A program of its own: loads the PKCS#11 library that it is given and prints a line for each certificate on a token:
 * the token's label, the address, its flags, the certificate in base64; then that this was all. What a broken library does,
 * it does to this process. */

#include "config.h"

#include <glib.h>
#include <p11-kit/p11-kit.h>
#include <p11-kit/uri.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "token-probe.h"

#define MOST_SLOTS 64
#define MOST_OBJECTS 256

typedef struct
{
  CK_FUNCTION_LIST *module;
  CK_SESSION_HANDLE session;
  CK_TOKEN_INFO token;
} Probe;

/* (transfer full) (nullable): sized as the token says */
static guchar *
get_value (const Probe *self,
           CK_OBJECT_HANDLE object,
           CK_ATTRIBUTE_TYPE type,
           gsize *length)
{
  CK_ATTRIBUTE attribute = { type, NULL, 0 };

  if (self->module->C_GetAttributeValue (self->session, object, &attribute, 1) != CKR_OK || attribute.ulValueLen == CK_UNAVAILABLE_INFORMATION || attribute.ulValueLen > 1024 * 1024)
    return NULL;
  attribute.pValue = g_malloc0 (attribute.ulValueLen + 1);
  if (self->module->C_GetAttributeValue (self->session, object, &attribute, 1) != CKR_OK)
    {
      g_free (attribute.pValue);
      return NULL;
    }
  *length = attribute.ulValueLen;
  return attribute.pValue;
}

static char *
make_uri (const Probe *self,
          guchar *id,
          gsize length)
{
  P11KitUri *uri = p11_kit_uri_new ();
  CK_ATTRIBUTE attribute = { CKA_ID, id, length };
  char *formatted = NULL;
  char *copy;

  memcpy (p11_kit_uri_get_token_info (uri), &self->token, sizeof self->token);
  if (id != NULL && length > 0)
    p11_kit_uri_set_attribute (uri, &attribute);
  p11_kit_uri_format (uri, P11_KIT_URI_FOR_OBJECT_ON_TOKEN, &formatted);
  copy = g_strdup (formatted != NULL ? formatted : "");
  free (formatted);
  p11_kit_uri_free (uri);
  return copy;
}

static void
print_certificate (const Probe *self,
                   CK_OBJECT_HANDLE object)
{
  gsize id_length = 0, length = 0;
  g_autofree guchar *id = get_value (self, object, CKA_ID, &id_length);
  g_autofree guchar *value = get_value (self, object, CKA_VALUE, &length);
  g_autofree char *label = g_strndup ((const char *) self->token.label, sizeof self->token.label);
  g_autofree char *uri = make_uri (self, id, id_length);
  g_autofree char *encoded = value != NULL ? g_base64_encode (value, length) : NULL;

  g_strdelimit (g_strchomp (label), "\t\n", ' ');
  if (encoded != NULL)
    printf ("%s\t%s\t%lu\t%s\n", label, uri, self->token.flags, encoded);
}

static void
list_certificates (const Probe *self)
{
  CK_OBJECT_CLASS class = CKO_CERTIFICATE;
  CK_ATTRIBUTE wanted = { CKA_CLASS, &class, sizeof class };
  CK_OBJECT_HANDLE objects[MOST_OBJECTS];
  CK_ULONG n_objects = 0;

  if (self->module->C_FindObjectsInit (self->session, &wanted, 1) != CKR_OK)
    return;
  if (self->module->C_FindObjects (self->session, objects, MOST_OBJECTS, &n_objects) != CKR_OK)
    n_objects = 0;
  self->module->C_FindObjectsFinal (self->session);
  for (CK_ULONG i = 0; i < n_objects; i++)
    print_certificate (self, objects[i]);
}

/* In a sandbox p11-kit's client may bring the machine's collection of authorities, which nobody signs with. */
static gboolean
is_collection (const CK_TOKEN_INFO *token)
{
  return g_str_has_prefix ((const char *) token->model, "p11-kit-trust");
}

static gboolean
list_tokens (CK_FUNCTION_LIST *module)
{
  CK_SLOT_ID slots[MOST_SLOTS];
  CK_ULONG n_slots = MOST_SLOTS;

  if (module->C_GetSlotList (CK_TRUE, slots, &n_slots) != CKR_OK)
    return FALSE;
  for (CK_ULONG i = 0; i < n_slots; i++)
    {
      Probe probe = { module };

      if (module->C_GetTokenInfo (slots[i], &probe.token) != CKR_OK || is_collection (&probe.token) || module->C_OpenSession (slots[i], CKF_SERIAL_SESSION, NULL, NULL, &probe.session) != CKR_OK)
        continue;
      list_certificates (&probe);
      module->C_CloseSession (probe.session);
    }
  return TRUE;
}

int
main (int argc,
      char *argv[])
{
  const struct rlimit no_core = { 0, 0 };
  CK_FUNCTION_LIST *module;
  gboolean listed;

  if (argc != 2)
    return 2;
  setrlimit (RLIMIT_CORE, &no_core);
  module = p11_kit_module_load (argv[1], P11_KIT_MODULE_CRITICAL);
  if (module == NULL)
    return 1;
  if (p11_kit_module_initialize (module) != CKR_OK)
    return 1;
  listed = list_tokens (module);
  p11_kit_module_finalize (module);
  p11_kit_module_release (module);
  if (!listed)
    return 1;
  fputs (TRINH_TOKEN_PROBE_END, stdout);
  return fflush (stdout) == 0 ? 0 : 1;
}
