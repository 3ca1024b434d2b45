/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf-sign-private.h"
#include "trinh-verification.h"

/* Ten digits: as many as a cross-reference table has for an offset */
#define BYTE_RANGE "[ 0 0000000000 0000000000 0000000000 ]"

static gboolean
fail (TrinhSigningError code,
      const char *message,
      GError **error)
{
  g_set_error_literal (error, TRINH_SIGNING_ERROR, code, message);
  return FALSE;
}

static char *
make_field_name (TrinhPdfMaking *self)
{
  char *name = g_strdup (self->signing->field);

  for (guint i = 2; trinh_pdf_find_field (self->fields, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", self->signing->field, i);
    }
  return name;
}

static void
add_signature_value (TrinhPdfMaking *self,
                     int id)
{
  g_autofree char *time = g_date_time_format (self->signing->time, "D:%Y%m%d%H%M%S");
  const int offset = (int) (g_date_time_get_utc_offset (self->signing->time) / G_TIME_SPAN_MINUTE);
  g_autofree char *who = trinh_pdf_dup_text_string (trinh_certificate_get_name (trinh_signer_get_certificate (self->signer)));
  g_autofree char *zeros = g_strnfill (2 * self->size, '0');
  g_autofree char *text = NULL;
  gsize place;

  text = g_strdup_printf ("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (%s%c%02d'%02d') /Name %s /ByteRange %s /Contents <%s> >>",
                          time,
                          offset < 0 ? '-' : '+',
                          ABS (offset) / 60,
                          ABS (offset) % 60,
                          who,
                          BYTE_RANGE,
                          zeros);
  place = trinh_pdf_update_add (self->update, id, 0, text);
  self->byte_range = place + (gsize) (strstr (text, BYTE_RANGE) - text);
  self->contents = place + (gsize) (strstr (text, "/Contents <") - text) + strlen ("/Contents ");
}

static gboolean
add_signature (TrinhPdfMaking *self,
               GError **error)
{
  const TrinhPdfPlace *place = &self->signing->place;
  const int appearance = trinh_pdf_making_graft_picture (self, place, self->signing->picture, error);
  const int value = trinh_pdf_update_reserve (self->update);
  const int id = trinh_pdf_update_reserve (self->update);
  g_autofree char *field = make_field_name (self);
  g_autofree char *name = trinh_pdf_dup_text_string (field);
  g_autofree char *members = NULL;
  g_autofree char *text = NULL;

  if (appearance == 0)
    return FALSE;
  members = trinh_pdf_making_dup_widget (self, place, appearance);
  text = g_strdup_printf ("<< %s /FT /Sig /T %s /V %d 0 R >>", members, name, value);
  add_signature_value (self, value);
  trinh_pdf_update_add (self->update, id, 0, text);
  trinh_pdf_making_put_on_page (self, place->page, id);
  g_string_append_printf (self->new_fields, "%d 0 R ", id);
  return TRUE;
}

static void
update_pages (TrinhPdfMaking *self)
{
  static const char *const changed[] = { "/Annots", NULL };
  GHashTableIter iter;
  gpointer number, ids;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, &ids))
    {
      qpdf_oh page = qpdf_get_page_n (self->source->qpdf, GPOINTER_TO_UINT (number));
      g_autofree char *members = trinh_pdf_source_dup_members (self->source, page, changed);
      g_autofree char *there = trinh_pdf_source_dup_items (self->source, trinh_pdf_source_get (self->source, page, "/Annots"));
      g_autofree char *text = g_strdup_printf ("<< %s/Annots [ %s%s] >>", members, there, ((GString *) ids)->str);

      trinh_pdf_making_update_object (self, page, text);
    }
}

static void
update_form (TrinhPdfMaking *self)
{
  static const char *const changed[] = { "/Fields", "/SigFlags", NULL };
  static const char *const in_catalog[] = { "/AcroForm", NULL };
  qpdf_oh root = trinh_pdf_source_get_root (self->source);
  qpdf_oh form = trinh_pdf_source_get_form (self->source);
  g_autofree char *members = trinh_pdf_source_dup_members (self->source, form, changed);
  g_autofree char *there = trinh_pdf_source_dup_items (self->source, trinh_pdf_source_get (self->source, form, "/Fields"));
  g_autofree char *text = g_strdup_printf ("<< %s/Fields [ %s%s] /SigFlags 3 >>", members, there, self->new_fields->str);
  g_autofree char *catalog_members = NULL;
  g_autofree char *catalog = NULL;
  int id;

  if (qpdf_oh_is_dictionary (self->source->qpdf, form) && qpdf_oh_get_object_id (self->source->qpdf, form) != 0)
    {
      trinh_pdf_making_update_object (self, form, text);
      return;
    }
  id = trinh_pdf_update_reserve (self->update);
  catalog_members = trinh_pdf_source_dup_members (self->source, root, in_catalog);
  catalog = g_strdup_printf ("<< %s/AcroForm %d 0 R >>", catalog_members, id);
  trinh_pdf_update_add (self->update, id, 0, text);
  trinh_pdf_making_update_object (self, root, catalog);
}

static gboolean
make_update (TrinhPdfMaking *self,
             GError **error)
{
  for (guint i = 0; i < self->signing->n_fills; i++)
    if (!trinh_pdf_making_fill_field (self, &self->signing->fills[i], error))
      return FALSE;
  if (!trinh_pdf_making_add_blanks (self, error) || !add_signature (self, error))
    return FALSE;
  update_pages (self);
  update_form (self);
  return TRUE;
}

/* The file in its two ranges, around the place of the signature */
static GBytes *
get_ranges (TrinhPdfMaking *self,
            GByteArray *whole)
{
  const gsize after = self->contents + 2 * self->size + 2;
  g_autofree char *range = g_strdup_printf ("[ 0 %010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT " ]", self->contents, after, whole->len - after);
  GByteArray *ranges = g_byte_array_new ();

  memcpy (whole->data + self->byte_range, range, strlen (range));
  g_byte_array_append (ranges, whole->data, (guint) self->contents);
  g_byte_array_append (ranges, whole->data + after, (guint) (whole->len - after));
  return g_byte_array_free_to_bytes (ranges);
}

static gboolean
put_signature (TrinhPdfMaking *self,
               GByteArray *whole,
               GError **error)
{
  static const char digits[] = "0123456789abcdef";
  g_autoptr (GBytes) ranges = get_ranges (self, whole);
  g_autoptr (GBytes) signature = trinh_signer_sign (self->signer, ranges, error);
  const guchar *data;
  gsize length;

  if (signature == NULL)
    return FALSE;
  data = g_bytes_get_data (signature, &length);
  if (length > self->size)
    return fail (TRINH_SIGNING_ERROR_SIGN, _ ("The signature is larger than the place that was kept for it."), error);
  for (gsize i = 0; i < length; i++)
    {
      whole->data[self->contents + 1 + 2 * i] = (guint8) digits[data[i] >> 4];
      whole->data[self->contents + 2 + 2 * i] = (guint8) digits[data[i] & 15];
    }
  return TRUE;
}

/* As its receiver will: read anew, every signature in it, the earlier ones too */
static gboolean
check_result (GBytes *pdf,
              GBytes *result,
              GError **error)
{
  g_autoptr (GPtrArray) signatures = trinh_pdf_verify (result, NULL, error);
  gboolean covered = FALSE;

  if (signatures == NULL)
    return FALSE;
  for (guint i = 0; i < signatures->len; i++)
    {
      const TrinhSignature *signature = g_ptr_array_index (signatures, i);

      covered |= signature->covers_whole_document;
      if (signature->valid)
        continue;
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK, _ ("The signed file did not pass its own check (%s): %s. Nothing was written."), signature->field, signature->fault);
      return FALSE;
    }
  if (covered && memcmp (g_bytes_get_data (result, NULL), g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf)) == 0)
    return TRUE;
  return fail (TRINH_SIGNING_ERROR_CHECK, _ ("The signed file did not pass its own check. Nothing was written."), error);
}

/* A file that was certified may forbid every change (12.8.2.2, P 1). */
static gboolean
may_be_signed (TrinhPdfSource *source)
{
  qpdf_oh permissions = trinh_pdf_source_get (source, trinh_pdf_source_get_root (source), "/Perms");
  qpdf_oh references = trinh_pdf_source_get (source, trinh_pdf_source_get (source, permissions, "/DocMDP"), "/Reference");
  qpdf_oh level;

  if (!qpdf_oh_is_array (source->qpdf, references) || qpdf_oh_get_array_n_items (source->qpdf, references) == 0)
    return TRUE;
  level = trinh_pdf_source_get (source, trinh_pdf_source_get (source, qpdf_oh_get_array_item (source->qpdf, references, 0), "/TransformParams"), "/P");
  return !qpdf_oh_is_integer (source->qpdf, level) || qpdf_oh_get_int_value_as_int (source->qpdf, level) != 1;
}

static GBytes *
make (TrinhPdfMaking *self,
      GBytes *pdf,
      GError **error)
{
  g_autoptr (GByteArray) whole = NULL;
  g_autoptr (GBytes) result = NULL;

  if (!make_update (self, error))
    return NULL;
  whole = trinh_pdf_update_finish (self->update);
  if (!put_signature (self, whole, error))
    return NULL;
  result = g_byte_array_free_to_bytes (g_steal_pointer (&whole));
  return check_result (pdf, result, error) ? g_steal_pointer (&result) : NULL;
}

static gboolean
has_page (TrinhPdfSource *source,
          guint page)
{
  return page < (guint) MAX (qpdf_get_num_pages (source->qpdf), 0) && qpdf_oh_get_object_id (source->qpdf, qpdf_get_page_n (source->qpdf, page)) > 0;
}

static gboolean
has_pages (TrinhPdfSource *source,
           const TrinhPdfSigning *signing)
{
  for (guint i = 0; i < signing->n_blanks; i++)
    if (!has_page (source, signing->blanks[i].place.page))
      return FALSE;
  return has_page (source, signing->place.page);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

GBytes *
trinh_pdf_sign (GBytes *pdf,
                TrinhSigner *signer,
                const TrinhPdfSigning *signing,
                GError **error)
{
  g_autoptr (TrinhPdfSource) source = NULL;
  g_autoptr (TrinhPdfUpdate) update = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GHashTable) pages = g_hash_table_new_full (NULL, NULL, NULL, free_string);
  g_autoptr (GString) new_fields = g_string_new (NULL);

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_SIGNER (signer), NULL);
  g_return_val_if_fail (signing != NULL && signing->field != NULL && signing->time != NULL, NULL);

  source = trinh_pdf_check_signed (pdf, NULL, error) ? trinh_pdf_source_open (pdf, error) : NULL;
  if (source == NULL)
    return NULL;
  if (!may_be_signed (source))
    {
      fail (TRINH_SIGNING_ERROR_FILE, _ ("The file was certified in a way that forbids every further signature."), error);
      return NULL;
    }
  if (!has_pages (source, signing))
    {
      fail (TRINH_SIGNING_ERROR_FILE, _ ("The file does not have the page that the signature is to stand on."), error);
      return NULL;
    }
  update = trinh_pdf_update_new (source);
  fields = trinh_pdf_source_list_fields (source);
  return make (&(TrinhPdfMaking) { source, update, signing, signer, fields, pages, new_fields, 0, 0, trinh_signer_get_size (signer) }, pdf, error);
}
