/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf-compare.h"
#include "trinh-pdf-poppler-private.h"
#include "trinh-pdf-signature.h"
#include "trinh-pdf-strict.h"
#include "trinh-signing-private.h"

#define MOST_SIGNATURES 32

static void
signature_free (gpointer data)
{
  TrinhSignature *signature = data;

  g_clear_object (&signature->certificate);
  g_free (signature->field);
  g_free (signature->claimed_time);
  g_free (signature->fault);
  g_free (signature);
}

/* "D:20220609143142+07'00'" → ISO 8601; NULL where it is none */
static char *
dup_time (const char *text,
          gint64 *seconds)
{
  static const char pattern[] = "D:dddddddddddddd";
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *offset = NULL;
  int parts[6];

  for (guint i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return NULL;
  sscanf (text, "D:%4d%2d%2d%2d%2d%2d", &parts[0], &parts[1], &parts[2], &parts[3], &parts[4], &parts[5]);
  text += strlen (pattern);
  if ((text[0] == '+' || text[0] == '-') && strlen (text) >= 3)
    offset = g_strdup_printf ("%.3s:%.2s", text, text[3] == '\'' && strlen (text) >= 6 ? text + 4 : "00");
  zone = g_time_zone_new_identifier (offset != NULL ? offset : "Z");
  time = zone != NULL ? g_date_time_new (zone, parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) : NULL;
  if (time == NULL)
    return NULL;
  *seconds = g_date_time_to_unix (time);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
}

static void
set_fault (TrinhSignature *self,
           const char *fault)
{
  if (fault == NULL)
    return;
  self->valid = FALSE;
  if (self->fault == NULL)
    self->fault = g_strdup (fault);
}

/* A signature speaks of what lies in its own bytes: a field that came later, or its dictionary written anew, is another's
 * word. */
static gboolean
is_signed_there (TrinhPdfSource *before,
                 TrinhPdfSource *source,
                 const TrinhPdfField *field)
{
  g_autoptr (GPtrArray) fields = trinh_pdf_source_list_fields (before);
  const TrinhPdfField *own = trinh_pdf_find_field (fields, field->name);
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (own == NULL || qpdf_oh_get_object_id (before->qpdf, own->object) != qpdf_oh_get_object_id (source->qpdf, field->object))
    return FALSE;
  then = trinh_pdf_source_dup_written (before, trinh_pdf_source_get (before, own->object, "/V"), TRUE);
  now = trinh_pdf_source_dup_written (source, trinh_pdf_source_get (source, field->object, "/V"), TRUE);
  return g_str_equal (then, now);
}

/* What came after the signed part, if the signed part is a file of its own */
static void
compare_revisions (TrinhPdfSource *source,
                   const TrinhPdfField *field,
                   TrinhSignature *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (source->bytes, 0, self->end);
  g_autoptr (TrinhPdfSource) before = NULL;

  if (self->covers_whole_document)
    return;
  before = trinh_pdf_source_open (bytes, NULL);
  self->changes = before != NULL && trinh_pdf_is_strict (before, source) ? trinh_pdf_compare (before, source) : TRINH_PDF_CHANGE_OTHER;
  if (before != NULL && !is_signed_there (before, source, field))
    set_fault (self, _ ("the signature is not in the part of the file that it signs"));
  else if (self->changes == TRINH_PDF_CHANGE_OTHER)
    set_fault (self, _ ("pages or other parts of the file were changed after it was signed"));
}

static void
check_signature (TrinhPdfSource *source,
                 const TrinhPdfField *field,
                 TrinhTrust *trust,
                 gint64 claimed,
                 TrinhSignature *self)
{
  g_autofree char *fault = NULL;
  TrinhPdfSignature raw;
  TrinhCmsResult result;

  if (!trinh_pdf_signature_read (source, trinh_pdf_source_get (source, field->object, "/V"), &raw, &fault))
    {
      set_fault (self, fault);
      return;
    }
  self->end = raw.end;
  self->covers_whole_document = trinh_pdf_count_after (source, raw.end) == 0;
  trinh_cms_check (raw.der, raw.signed_bytes, raw.cades, &result);
  set_fault (self, result.fault);
  g_set_object (&self->certificate, result.certificate);
  if (self->certificate != NULL && trust != NULL)
    trinh_trust_judge (trust, trinh_certificate_get_x509 (self->certificate), result.others, claimed, self);
  compare_revisions (source, field, self);
  trinh_cms_result_clear (&result);
  trinh_pdf_signature_clear (&raw);
}

static TrinhSignature *
read_signature (TrinhPdfSource *source,
                const TrinhPdfField *field,
                TrinhTrust *trust)
{
  qpdf_oh value = trinh_pdf_source_get (source, field->object, "/V");
  g_autofree char *time = trinh_pdf_source_dup_text (source, trinh_pdf_source_get (source, value, "/M"));
  TrinhSignature *self = g_new0 (TrinhSignature, 1);
  gint64 claimed = 0;

  self->field = g_strdup (field->name);
  self->claimed_time = dup_time (time, &claimed);
  self->valid = TRUE;
  check_signature (source, field, trust, claimed, self);
  return self;
}

/* Each costs a reading of the whole file: no office has so many, and what is not looked at is not good. */
static TrinhSignature *
pass_over (const TrinhPdfField *field)
{
  TrinhSignature *self = g_new0 (TrinhSignature, 1);

  self->field = g_strdup (field->name);
  set_fault (self, _ ("the file has too many signatures, and this one was not looked at"));
  return self;
}

static gboolean
is_signed_field (TrinhPdfSource *source,
                 const TrinhPdfField *field)
{
  return g_str_equal (field->type, "Sig") && qpdf_oh_is_dictionary (source->qpdf, trinh_pdf_source_get (source, field->object, "/V"));
}

/* The one whose word is the last; one that cannot be read may stand anywhere, and counts as later than all that do not
 * cover the whole file. */
static const TrinhSignature *
find_last (GPtrArray *signatures)
{
  const TrinhSignature *last = NULL;

  for (guint i = 0; i < signatures->len; i++)
    {
      const TrinhSignature *signature = g_ptr_array_index (signatures, i);

      if (signature->covers_whole_document && signature->valid)
        return signature;
      if (last == NULL || signature->end == 0 || (last->end != 0 && signature->end > last->end))
        last = signature;
    }
  return last;
}

/* Fields and marks that nobody signed for are visible words of nobody. */
static void
check_last_words (GPtrArray *signatures)
{
  const TrinhSignature *last = find_last (signatures);

  if (last == NULL || (last->valid && last->changes == TRINH_PDF_CHANGE_NONE))
    return;
  for (guint i = 0; i < signatures->len; i++)
    {
      TrinhSignature *signature = g_ptr_array_index (signatures, i);
      const gboolean filled = signature->changes == TRINH_PDF_CHANGE_FIELDS;

      set_fault (signature, filled ? _ ("fields were filled in after the last signature") : _ ("what came after it is not signed, or its signature does not hold"));
    }
}

/* A document time-stamp says when, not who: it is told of and not judged. Where it speaks of its own bytes, they are not
 * nobody's. */
static gsize
find_stamped (TrinhPdfSource *source,
              const TrinhPdfField *field)
{
  const gsize end = trinh_pdf_find_stamped (source, trinh_pdf_source_get (source, field->object, "/V"));
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (source->bytes, 0, end);
  g_autoptr (TrinhPdfSource) before = end > 0 ? trinh_pdf_source_open (bytes, NULL) : NULL;

  return before != NULL && is_signed_there (before, source, field) ? end : 0;
}

/* Whatever they hold: the next reader may see something in them. */
static void
check_end (TrinhPdfSource *source,
           GPtrArray *signatures,
           GArray *stamps)
{
  gsize end = 0;

  for (guint i = 0; i < signatures->len; i++)
    end = MAX (end, ((const TrinhSignature *) signatures->pdata[i])->end);
  for (guint i = 0; i < stamps->len; i++)
    end = MAX (end, g_array_index (stamps, gsize, i));
  for (guint i = 0; i < signatures->len; i++)
    {
      TrinhSignature *signature = signatures->pdata[i];

      for (guint j = 0; j < stamps->len; j++)
        signature->n_stamps += g_array_index (stamps, gsize, j) > signature->end;
      signature->n_unsigned = trinh_pdf_count_after (source, end);
      if (signature->n_unsigned > 0)
        set_fault (signature, _ ("after the last signature bytes were added that nobody signed"));
    }
}

/* Where a field of its own shows another's signature, nobody can tell whose it is. */
static void
check_doubles (GPtrArray *signatures)
{
  for (guint i = 0; i < signatures->len; i++)
    for (guint j = 0; j < i; j++)
      {
        TrinhSignature *one = g_ptr_array_index (signatures, i);
        TrinhSignature *other = g_ptr_array_index (signatures, j);

        if (one->end == 0 || one->end != other->end)
          continue;
        set_fault (one, _ ("two fields show the same signature"));
        set_fault (other, _ ("two fields show the same signature"));
      }
}

/* The other implementation has to agree on each of them; what it does not find it does not agree on. */
static gboolean
ask_poppler (GBytes *pdf,
             GPtrArray *signatures,
             GError **error)
{
  g_autoptr (GHashTable) agreed = trinh_pdf_list_agreed (pdf, signatures, error);

  if (agreed == NULL)
    return FALSE;
  for (guint i = 0; i < signatures->len; i++)
    if (!g_hash_table_contains (agreed, g_ptr_array_index (signatures, i)))
      set_fault (g_ptr_array_index (signatures, i), _ ("the file was changed after it was signed"));
  return TRUE;
}

/* @stamps: (element-type gsize): where what each document time-stamp covers ends. (transfer full) */
static GPtrArray *
read_signatures (TrinhPdfSource *source,
                 TrinhTrust *trust,
                 GArray *stamps)
{
  g_autoptr (GPtrArray) fields = trinh_pdf_source_list_fields (source);
  GPtrArray *signatures = g_ptr_array_new_with_free_func (signature_free);

  for (guint i = 0; i < fields->len; i++)
    {
      const TrinhPdfField *field = g_ptr_array_index (fields, i);

      if (!is_signed_field (source, field))
        continue;
      if (trinh_pdf_is_time_stamp (source, trinh_pdf_source_get (source, field->object, "/V")))
        {
          const gsize end = stamps->len < MOST_SIGNATURES ? find_stamped (source, field) : 0;

          g_array_append_val (stamps, end);
        }
      else
        g_ptr_array_add (signatures, signatures->len < MOST_SIGNATURES ? read_signature (source, field, trust) : pass_over (field));
    }
  check_doubles (signatures);
  return signatures;
}

GPtrArray *
trinh_pdf_verify (GBytes *pdf,
                  TrinhTrust *trust,
                  GError **error)
{
  g_autoptr (GArray) stamps = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (TrinhPdfSource) source = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (trust == NULL || TRINH_IS_TRUST (trust), NULL);

  source = trinh_pdf_source_open (pdf, error);
  if (source == NULL)
    return NULL;
  signatures = read_signatures (source, trust, stamps);
  if (signatures->len > 0 && !ask_poppler (pdf, signatures, error))
    return NULL;
  check_last_words (signatures);
  check_end (source, signatures, stamps);
  return g_steal_pointer (&signatures);
}

gboolean
trinh_pdf_check_signed (GBytes *pdf,
                        guint *n,
                        GError **error)
{
  g_autoptr (GArray) stamps = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (TrinhPdfSource) source = NULL;
  g_autoptr (GPtrArray) signatures = NULL;

  g_return_val_if_fail (pdf != NULL, FALSE);

  source = trinh_pdf_source_open (pdf, error);
  if (source == NULL)
    return FALSE;
  signatures = read_signatures (source, NULL, stamps);
  if (n != NULL)
    *n = signatures->len;
  for (guint i = 0; i < signatures->len; i++)
    {
      const TrinhSignature *signature = g_ptr_array_index (signatures, i);

      if (signature->valid)
        continue;
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK, _ ("The file cannot be signed once more, for its signature “%s” is not valid: %s. Ask for the file again where it comes from."), signature->field, signature->fault);
      return FALSE;
    }
  return TRUE;
}

const char *
trinh_certificate_state_to_nick (TrinhCertificateState state)
{
  static const char *const nicks[] = { "unknown", "trusted", "untrusted", "expired", "revoked" };

  g_return_val_if_fail (state < G_N_ELEMENTS (nicks), NULL);

  return nicks[state];
}

const char *
trinh_certificate_state_get_name (TrinhCertificateState state)
{
  switch (state)
    {
    case TRINH_CERTIFICATE_STATE_TRUSTED:
      return _ ("trusted");
    case TRINH_CERTIFICATE_STATE_UNTRUSTED:
      return _ ("not trusted: no authority that is known here stands for it, it may not sign documents, or its chain is too weak");
    case TRINH_CERTIFICATE_STATE_EXPIRED:
      return _ ("not valid today");
    case TRINH_CERTIFICATE_STATE_REVOKED:
      return _ ("revoked by its authority");
    default:
      return _ ("unknown: its authority was not imported here");
    }
}
