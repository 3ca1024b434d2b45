/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <openssl/err.h>
#include <stdlib.h>
#include <string.h>

#include "trinh-signing-private.h"

/* Readers pass over a version number that is wrong, an algorithm named twice or a length written longer than need be:
 * such bytes could be changed without a trace. RFC 5652, 5.1 and 5.3, says what each must be. */

/* id-signedData and id-data, as they stand in the file */
static const guchar signed_data[] = { 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02 };
static const guchar plain_data[] = { 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01 };

/* The two sets that come between what is signed and who signed it; each may name what other standards add */
enum
{
  CERTIFICATES = V_ASN1_CONTEXT_SPECIFIC | 0,
  ATTRIBUTE_CERTIFICATE_2 = V_ASN1_CONTEXT_SPECIFIC | 2,
  OTHER_CERTIFICATE = V_ASN1_CONTEXT_SPECIFIC | 3,
  OTHER_REVOCATION = V_ASN1_CONTEXT_SPECIFIC | 1,
};

typedef struct
{
  const guchar *data;
  gsize length;
} Span;

static gboolean
span_is (Span span,
         const guchar *data,
         gsize length)
{
  return span.length == length && memcmp (span.data, data, length) == 0;
}

/* The next element off @rest; @whole with its head, @content without */
static gboolean
take (Span *rest,
      Span *whole,
      Span *content,
      int *tag)
{
  const guchar *place = rest->data;
  int class = 0;
  long length = 0;
  int flags;

  if (rest->length == 0)
    return FALSE;
  flags = ASN1_get_object (&place, &length, tag, &class, (long) rest->length);
  if ((flags & 0x80) != 0 || (flags & 0x01) != 0 || length < 0)
    return FALSE;
  *content = (Span) { place, (gsize) length };
  *whole = (Span) { rest->data, (gsize) (place - rest->data) + (gsize) length };
  rest->length -= whole->length;
  rest->data += whole->length;
  if (class == V_ASN1_CONTEXT_SPECIFIC)
    *tag |= V_ASN1_CONTEXT_SPECIFIC;
  return TRUE;
}

static gboolean
enter (Span *rest,
       int wanted,
       Span *content)
{
  Span whole;
  int tag;

  return take (rest, &whole, content, &tag) && tag == wanted;
}

static gboolean
enter_alone (Span *rest,
             int wanted,
             Span *content)
{
  return enter (rest, wanted, content) && rest->length == 0;
}

static gboolean
take_number (Span *rest,
             guchar *number)
{
  Span content;

  if (!enter (rest, V_ASN1_INTEGER, &content) || content.length != 1)
    return FALSE;
  *number = content.data[0];
  return TRUE;
}

/* Version 1 names the certificate by issuer and number, version 3 by its key's identifier; so does the whole, unless it
 * holds what asks for more. */
static gboolean
is_signer_exact (Span signer,
                 Span digest,
                 guchar version)
{
  Span whole, content;
  guchar number;
  int tag;

  if (!take_number (&signer, &number) || (number != 1 && number != 3) || (version <= 3 && number != version) || !take (&signer, &whole, &content, &tag) || tag != (number == 1 ? V_ASN1_SEQUENCE : V_ASN1_CONTEXT_SPECIFIC))
    return FALSE;
  return take (&signer, &whole, &content, &tag) && span_is (whole, digest.data, digest.length);
}

/* The least version that such an element asks for */
static guchar
get_version_of (int set,
                int tag)
{
  if (set == CERTIFICATES ? tag == OTHER_CERTIFICATE : tag == OTHER_REVOCATION)
    return 5;
  return set == CERTIFICATES && tag == ATTRIBUTE_CERTIFICATE_2 ? 4 : 1;
}

/* As DER has the elements of a set in order, which it does not ask of these two: each is as long as before. */
static int
compare_elements (const void *a,
                  const void *b)
{
  const Span *one = a, *other = b;
  const int order = memcmp (one->data, other->data, MIN (one->length, other->length));

  return order != 0 || one->length == other->length ? order : (one->length < other->length ? -1 : 1);
}

static void
write_elements (guchar *target,
                GArray *elements)
{
  qsort (elements->data, elements->len, sizeof (Span), compare_elements);
  for (guint i = 0; i < elements->len; i++)
    {
      const Span *element = &g_array_index (elements, Span, i);

      memcpy (target, element->data, element->length);
      target += element->length;
    }
}

/* Puts what the set holds in order at @target, and raises @least to the version that it asks for. */
static gboolean
order_set (Span set,
           int kind,
           guchar *target,
           guchar *least)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (Span));
  Span whole, content;
  int tag;

  while (set.length > 0)
    {
      if (!take (&set, &whole, &content, &tag))
        return FALSE;
      *least = MAX (*least, get_version_of (kind, tag));
      g_array_append_val (elements, whole);
    }
  write_elements (target, elements);
  return TRUE;
}

/* @ordered: where the same as @all goes, with its sets in order */
static gboolean
is_signed_data_exact (Span data,
                      Span all,
                      guchar *ordered)
{
  Span digests, encapsulated, signers, signer, whole, content;
  guchar version, least = 1;
  int tag;

  if (!take_number (&data, &version) ||
      !enter (&data, V_ASN1_SET, &digests) || !enter (&data, V_ASN1_SEQUENCE, &encapsulated) || !span_is (encapsulated, plain_data, sizeof plain_data))
    return FALSE;

  do
    if (!take (&data, &whole, &content, &tag) ||
        ((tag & V_ASN1_CONTEXT_SPECIFIC) != 0 && !order_set (content, tag, ordered + (content.data - all.data), &least)))
      return FALSE;
  while ((tag & V_ASN1_CONTEXT_SPECIFIC) != 0);

  if (least > 1 ? version != least : version > 3)
    return FALSE;
  signers = content;
  return tag == V_ASN1_SET && data.length == 0 && enter_alone (&signers, V_ASN1_SEQUENCE, &signer) && is_signer_exact (signer, digests, version);
}

static gboolean
is_the_same_again (const guchar *data,
                   gsize length)
{
  const guchar *place = data;
  CMS_ContentInfo *cms = d2i_CMS_ContentInfo (NULL, &place, (long) length);
  unsigned char *der = NULL;
  const int again = cms != NULL ? i2d_CMS_ContentInfo (cms, &der) : -1;
  const gboolean same = again > 0 && (gsize) again == length && memcmp (der, data, length) == 0;

  OPENSSL_free (der);
  CMS_ContentInfo_free (cms);
  ERR_clear_error ();
  return same;
}

gboolean
trinh_cms_is_exact (const guchar *data,
                    gsize length)
{
  g_autofree guchar *ordered = g_memdup2 (data, length);
  const Span all = { data, length };
  Span rest = all, content, type, value, body;
  int tag;

  return enter_alone (&rest, V_ASN1_SEQUENCE, &content) &&
         take (&content, &type, &body, &tag) && span_is (type, signed_data, sizeof signed_data) &&
         enter_alone (&content, V_ASN1_CONTEXT_SPECIFIC, &value) && enter_alone (&value, V_ASN1_SEQUENCE, &body) &&
         is_signed_data_exact (body, all, ordered) && is_the_same_again (ordered, length);
}
