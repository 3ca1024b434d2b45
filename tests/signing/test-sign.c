/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"
#include "trinh-key-file.h"
#include "trinh-pdf-compare.h"
#include "trinh-pdf-letters.h"
#include "trinh-pdf-source.h"

/* A sanitizer keeps what was freed, and memory of its own that must not be read. */
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED TRUE
#else
#define SANITIZED FALSE
#endif

static const TrinhPdfPlace signature_place = { 1, 320, 600, 120, 60 };

static GBytes *
sign (GBytes *pdf,
      TrinhSigner *signer,
      TrinhPdfSigning *signing)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) time = g_date_time_new_now (zone);
  g_autoptr (GError) error = NULL;
  GBytes *result;

  signing->time = time;
  result = trinh_pdf_sign (pdf, signer, signing, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), g_bytes_get_data (result, NULL), g_bytes_get_size (pdf));
  return result;
}

static GPtrArray *
verify (GBytes *pdf,
        TrinhTrust *trust,
        guint n_signatures)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *signatures = trinh_pdf_verify (pdf, trust, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (signatures->len, ==, n_signatures);
  return signatures;
}

static GBytes *
replace (GBytes *pdf,
         const char *text,
         const char *other)
{
  gsize length;
  char *bytes = g_bytes_unref_to_data (g_bytes_ref (pdf), &length);
  char *place = memmem (bytes, length, text, strlen (text));

  g_assert_nonnull (place);
  g_assert_cmpuint (strlen (text), ==, strlen (other));
  memcpy (place, other, strlen (other));
  return g_bytes_new_take (bytes, length);
}

static void
test_one (void)
{
  static const cairo_pdf_version_t versions[] = { CAIRO_PDF_VERSION_1_4, CAIRO_PDF_VERSION_1_7 };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhTrust) trust = make_trust (&authority);
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) picture = make_png (0, 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (versions[i]);
      TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place, .picture = picture };
      g_autoptr (GBytes) result = sign (pdf, signer, &signing);
      g_autoptr (GPtrArray) signatures = verify (result, trust, 1);
      const TrinhSignature *signature = g_ptr_array_index (signatures, 0);
      TrinhPdfPlace place;

      g_assert_cmpstr (signature->field, ==, "Signatory");
      g_assert_true (signature->valid);
      g_assert_null (signature->fault);
      g_assert_true (signature->covers_whole_document);
      g_assert_true (signature->valid_at_claimed_time);
      g_assert_cmpint (signature->state, ==, TRINH_CERTIFICATE_STATE_TRUSTED);
      g_assert_cmpint (signature->revocation, ==, TRINH_REVOCATION_UNKNOWN);
      g_assert_cmpstr (trinh_certificate_get_name (signature->certificate), ==, "Nguyễn Văn A");
      g_assert_true (g_str_has_suffix (signature->claimed_time, "+07:00"));
      g_assert_true (trinh_pdf_find_signature (result, "Signatory", &place));
      g_assert_cmpuint (place.page, ==, 1);
      g_assert_cmpfloat_with_epsilon (place.x, 320, 0.1);
      g_assert_cmpfloat_with_epsilon (place.y, 600, 0.1);
      g_assert_cmpfloat_with_epsilon (place.height, 60, 0.1);
      g_assert_false (trinh_pdf_find_signature (result, "Office", &place));
    }
  identity_clear (&person);
  identity_clear (&authority);
}

/* The signatory leaves fields, the office fills them and signs: the first signature stays. */
static void
test_two (void)
{
  static const TrinhPdfBlank blanks[] = { { "number", { 0, 60, 60, 30, 16 } }, { "day", { 0, 300, 60, 20, 16 } } };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  Identity office = make_signatory (&authority, "UBND xã Bình Lãng");
  g_autoptr (TrinhTrust) trust = make_trust (&authority);
  g_autoptr (TrinhSigner) first = make_signer (&person);
  g_autoptr (TrinhSigner) second = make_signer (&office);
  g_autoptr (GBytes) picture = make_png (0, 0, 1);
  g_autoptr (GBytes) stamp = make_png (1, 0, 0);

  for (int version = CAIRO_PDF_VERSION_1_4; version <= CAIRO_PDF_VERSION_1_7; version += CAIRO_PDF_VERSION_1_7 - CAIRO_PDF_VERSION_1_4)
    {
      g_autoptr (GBytes) pdf = make_pdf (version);
      g_autoptr (GPtrArray) fifteen = make_all_words ((const char *const[]) { "15", NULL });
      g_autoptr (GPtrArray) nine = make_all_words ((const char *const[]) { "09", NULL });
      const TrinhPdfFill fills[] = { { "number", "15", fifteen }, { "day", "09", nine } };
      TrinhPdfSigning by_person = { .field = "Signatory", .place = signature_place, .picture = picture, .blanks = blanks, .n_blanks = 2 };
      TrinhPdfSigning by_office = { .field = "Signatory", .place = signature_place, .picture = stamp, .fills = fills, .n_fills = 2 };
      g_autoptr (GBytes) one = sign (pdf, first, &by_person);
      g_autoptr (GBytes) two = NULL;
      g_autoptr (GPtrArray) signatures = NULL;
      const TrinhSignature *signature;
      g_autoptr (GArray) places = trinh_pdf_list_blanks (one, "number");

      g_assert_cmpuint (places->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (g_array_index (places, TrinhPdfPlace, 0).width, 30, 0.1);
      g_assert_false (trinh_pdf_has_blank (one, "month"));
      two = sign (one, second, &by_office);
      g_assert_false (trinh_pdf_has_blank (two, "number"));
      signatures = verify (two, trust, 2);
      signature = g_ptr_array_index (signatures, 0);
      g_assert_true (signature->valid);
      g_assert_false (signature->covers_whole_document);
      g_assert_cmpint (signature->changes, ==, TRINH_PDF_CHANGE_FIELDS);
      signature = g_ptr_array_index (signatures, 1);
      g_assert_cmpstr (signature->field, ==, "Signatory 2");
      g_assert_true (signature->valid);
      g_assert_true (signature->covers_whole_document);
      g_assert_cmpint (signature->changes, ==, TRINH_PDF_CHANGE_NONE);
    }
  identity_clear (&office);
  identity_clear (&person);
  identity_clear (&authority);
}

/* An update after the signature that @text writes, without one of its own */
static GBytes *
append_update (GBytes *pdf,
               int id,
               const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, &error);
  qpdf_oh trailer = qpdf_get_trailer (source->qpdf);
  g_autofree char *root = trinh_pdf_source_dup_written (source, qpdf_oh_get_key (source->qpdf, trailer, "/Root"), FALSE);
  g_autofree char *info = trinh_pdf_source_dup_written (source, qpdf_oh_get_key (source->qpdf, trailer, "/Info"), FALSE);
  GString *update = g_string_new (NULL);
  GBytes *whole;
  gsize object, table;

  g_assert_false (source->has_xref_stream);
  g_string_append_len (update, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  object = update->len;
  g_string_append_printf (update, "%d 0 obj\n%s\nendobj\n", id, text);
  table = update->len;
  g_string_append_printf (update, "xref\n%d 1\n%010zu 00000 n \ntrailer\n<< /Size %d /Root %s /Info %s /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n", id, object, MAX (source->next_id, id + 1), root, info, (long) source->startxref, table);
  whole = g_bytes_new (update->str, update->len);
  g_string_free (update, TRUE);
  return whole;
}

typedef enum
{
  CHANGE_PAGE,
  CHANGE_CATALOG,
  FILL_FIELD,
  MOVE_FIELD,
  CHANGE_NOTHING,
} Attack;

static GBytes *
attack (GBytes *pdf,
        Attack kind)
{
  static const char *const contents[] = { "/Contents", NULL };
  static const char *const place[] = { "/Rect", NULL };
  static const char *const value[] = { "/V", NULL };
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, NULL);
  g_autoptr (GPtrArray) fields = trinh_pdf_source_list_fields (source);
  qpdf_oh field = trinh_pdf_find_field (fields, "trinhky.number")->object;
  qpdf_oh page = qpdf_get_page_n (source->qpdf, 0);
  qpdf_oh root = trinh_pdf_source_get_root (source);
  qpdf_oh object = kind == CHANGE_PAGE ? page : kind == CHANGE_CATALOG ? root
                                                                       : field;
  g_autofree char *members = NULL;
  g_autofree char *text = NULL;

  members = trinh_pdf_source_dup_members (source, object, kind == CHANGE_PAGE ? contents : kind == MOVE_FIELD ? place
                                                                                         : kind == FILL_FIELD ? value
                                                                                                              : NULL);
  text = g_strdup_printf ("<< %s%s>>", members, kind == MOVE_FIELD ? "/Rect [ 0 0 500 500 ] " : kind == FILL_FIELD     ? "/V (99) "
                                                                                              : kind == CHANGE_CATALOG ? "/OpenAction [ 1 0 R /Fit ] "
                                                                                                                       : "");
  return append_update (pdf, qpdf_oh_get_object_id (source->qpdf, object), text);
}

static void
test_later_updates (void)
{
  static const struct
  {
    Attack attack;
    TrinhPdfChange change;
    gboolean valid;
  } rows[] = {
    { CHANGE_PAGE, TRINH_PDF_CHANGE_OTHER, FALSE },
    { CHANGE_CATALOG, TRINH_PDF_CHANGE_OTHER, FALSE },
    { MOVE_FIELD, TRINH_PDF_CHANGE_OTHER, FALSE },
    { FILL_FIELD, TRINH_PDF_CHANGE_OTHER, FALSE },    /* it shows nothing of it */
    { CHANGE_NOTHING, TRINH_PDF_CHANGE_NONE, FALSE }, /* nobody signed for it */
  };
  static const TrinhPdfBlank blank = { "number", { 0, 60, 60, 30, 16 } };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place, .blanks = &blank, .n_blanks = 1 };
  g_autoptr (GBytes) result = sign (pdf, signer, &signing);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) changed = attack (result, rows[i].attack);
      g_autoptr (GPtrArray) signatures = verify (changed, NULL, 1);
      const TrinhSignature *signature = g_ptr_array_index (signatures, 0);

      g_test_message ("attack %d: %s", rows[i].attack, signature->fault);
      g_assert_cmpint (signature->changes, ==, rows[i].change);
      g_assert_cmpint (signature->valid, ==, rows[i].valid);
      g_assert_false (signature->covers_whole_document);
    }
  identity_clear (&person);
  identity_clear (&authority);
}

/* A dictionary with one more reference in a list of its own */
static GBytes *
grow_list (GBytes *pdf,
           TrinhPdfSource *source,
           qpdf_oh object,
           const char *key,
           int id)
{
  const char *const but[] = { key, NULL };
  g_autofree char *members = trinh_pdf_source_dup_members (source, object, but);
  g_autofree char *items = trinh_pdf_source_dup_items (source, trinh_pdf_source_get (source, object, key));
  g_autofree char *text = g_strdup_printf ("<< %s%s [ %s%d 0 R ] >>", members, key, items, id);

  return append_update (pdf, qpdf_oh_get_object_id (source->qpdf, object), text);
}

static GBytes *
add_annotation (GBytes *pdf,
                const char *text,
                gboolean is_field)
{
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, NULL);
  g_autoptr (GBytes) with_object = append_update (pdf, source->next_id, text);
  g_autoptr (GBytes) with_field = is_field ? grow_list (with_object, source, trinh_pdf_source_get_form (source), "/Fields", source->next_id) : NULL;

  return grow_list (is_field ? with_field : with_object, source, qpdf_get_page_n (source->qpdf, 0), "/Annots", source->next_id);
}

/* "%s": the value of the first field */
static void
test_painted (void)
{
  static const struct
  {
    const char *text;
    gboolean is_field;
    guint n_signatures;
  } rows[] = {
    { "<< /Type /Annot /Subtype /Stamp /FT /Sig /Rect [ 0 0 90 90 ] >>", FALSE, 1 },
    { "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Other) /V << >> /Rect [ 0 0 90 90 ] >>", FALSE, 1 },
    { "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Other) /Rect [ 0 0 90 90 ] >>", TRUE, 1 },
    { "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Other) /V (99) /Rect [ 0 0 90 90 ] >>", TRUE, 1 },
    { "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Other) /V << /Type /Sig >> /Rect [ 0 0 90 90 ] >>", TRUE, 2 },
    { "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Other) /V %s /Rect [ 0 0 90 90 ] >>", TRUE, 2 },
    { "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Other) /V %s /Rect [ 0 0 595 842 ] >>", TRUE, 2 },
  };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
  g_autoptr (GBytes) result = sign (pdf, signer, &signing);
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (result, NULL);
  g_autoptr (GPtrArray) fields = trinh_pdf_source_list_fields (source);
  g_autofree char *value = trinh_pdf_source_dup_written (source, trinh_pdf_source_get (source, trinh_pdf_find_field (fields, "Signatory")->object, "/V"), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (rows[i].text);
      g_autoptr (GBytes) painted = NULL;
      g_autoptr (GPtrArray) signatures = NULL;

      g_string_replace (text, "%s", value, 0);
      painted = add_annotation (result, text->str, rows[i].is_field);
      signatures = verify (painted, NULL, rows[i].n_signatures);
      for (guint j = 0; j < signatures->len; j++)
        {
          const TrinhSignature *signature = g_ptr_array_index (signatures, j);

          g_test_message ("%s: %s", text->str, signature->fault);
          g_assert_false (signature->valid);
        }
    }
  identity_clear (&person);
  identity_clear (&authority);
}

/* The signature's own dictionary, written anew with another time */
static void
test_rewritten (void)
{
  static const char *const time[] = { "/M", NULL };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
  g_autoptr (GBytes) result = sign (pdf, signer, &signing);
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (result, NULL);
  g_autoptr (GPtrArray) fields = trinh_pdf_source_list_fields (source);
  qpdf_oh value = trinh_pdf_source_get (source, trinh_pdf_find_field (fields, "Signatory")->object, "/V");
  g_autofree char *members = trinh_pdf_source_dup_members (source, value, time);
  g_autofree char *text = g_strdup_printf ("<< %s/M (D:20200101000000+07'00') >>", members);
  g_autoptr (GBytes) changed = append_update (result, qpdf_oh_get_object_id (source->qpdf, value), text);
  g_autoptr (GPtrArray) signatures = verify (changed, NULL, 1);
  const TrinhSignature *signature = g_ptr_array_index (signatures, 0);

  g_assert_false (signature->valid);
  identity_clear (&person);
  identity_clear (&authority);
}

/* A number that was filled in and signed for stays, whoever signs again. */
static void
test_filled_again (void)
{
  static const TrinhPdfBlank blank = { "number", { 0, 60, 60, 30, 16 } };
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GPtrArray) drawn = make_all_words ((const char *const[]) { "15", NULL });
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  const TrinhPdfFill fill = { "number", "15", drawn };
  TrinhPdfSigning by_person = { .field = "Signatory", .place = signature_place, .blanks = &blank, .n_blanks = 1 };
  TrinhPdfSigning by_office = { .field = "Signatory", .place = signature_place, .fills = &fill, .n_fills = 1 };
  TrinhPdfSigning again = { .field = "Signatory", .place = signature_place };
  g_autoptr (GBytes) one = sign (pdf, signer, &by_person);
  g_autoptr (GBytes) two = sign (one, signer, &by_office);
  g_autoptr (GBytes) changed = attack (two, FILL_FIELD);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = verify (changed, NULL, 2);

  for (guint i = 0; i < signatures->len; i++)
    {
      const TrinhSignature *signature = g_ptr_array_index (signatures, i);

      g_assert_cmpint (signature->changes, ==, TRINH_PDF_CHANGE_OTHER);
      g_assert_false (signature->valid);
    }
  again.time = now;
  g_assert_null (trinh_pdf_sign (changed, signer, &again, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  identity_clear (&person);
  identity_clear (&authority);
}

/* Its trailer tells of fewer objects than there are: none of them is written over. */
static void
test_too_few_objects (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  g_autoptr (GByteArray) copy = g_byte_array_new ();
  char *size;
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
  g_autoptr (GBytes) fewer = NULL;
  g_autoptr (GBytes) result = NULL;
  g_autoptr (TrinhPdfSource) before = NULL;
  g_autoptr (TrinhPdfSource) after = NULL;

  g_byte_array_append (copy, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (copy, (const guint8 *) "", 1);
  size = strstr ((char *) copy->data + copy->len - 300, "/Size ");
  g_assert_nonnull (size);
  size += strlen ("/Size ");
  memset (size, '0', strspn (size, "0123456789") - 1);
  size[strspn (size, "0123456789") - 1] = '3';
  fewer = g_bytes_new (copy->data, copy->len - 1);
  result = sign (fewer, signer, &signing);
  before = trinh_pdf_source_open (pdf, NULL);
  after = trinh_pdf_source_open (result, NULL);
  g_assert_cmpint (trinh_pdf_compare (before, after), ==, TRINH_PDF_CHANGE_NONE);
  identity_clear (&person);
  identity_clear (&authority);
}

/* Also where nothing that is compared leads to them; a circle has no beginning. */
static void
test_highest (void)
{
  static const struct
  {
    int id;
    const char *text;
  } objects[] = {
    { 1, "<< /Type /Catalog /Pages 2 0 R /Metadata 9 0 R >>" },
    { 2, "<< /Type /Pages /Kids [] /Count 0 >>" },
    { 9, "<< /Length 8 /Others [ [ << /A 12 0 R /B 1 0 R >> ] ] >>\nstream\n99 0 R  \nendstream" },
    { 12, "<< /Back 9 0 R >>" },
    { 20, "null" },
  };
  g_autoptr (GString) file = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new ("xref\n0 1\n0000000000 65535 f \n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhPdfSource) source = NULL;
  g_autoptr (GError) error = NULL;
  gsize place;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%d 1\n%010" G_GSIZE_FORMAT " 00000 n \n", objects[i].id, file->len);
      g_string_append_printf (file, "%d 0 obj\n%s\nendobj\n", objects[i].id, objects[i].text);
    }
  place = file->len;
  g_string_append_printf (file, "%strailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table->str, place);
  bytes = g_bytes_new (file->str, file->len);
  source = trinh_pdf_source_open (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trinh_pdf_find_highest (source), ==, 12);
}

/* A key too short, or a certificate that its authority signed over SHA-1 */
static Identity
make_weak (const Identity *authority,
           EVP_PKEY *key,
           const EVP_MD *digest)
{
  Identity self = { key, make_x509 (key, authority, "Nguyễn Văn A", -DAY, DAY, "critical,digitalSignature") };

  g_assert_cmpint (X509_sign (self.x509, authority->key, digest), >, 0);
  return self;
}

static void
test_trust (void)
{
  Identity authority = make_authority ("CA");
  Identity stranger = make_authority ("CA khác");
  Identity old = make_identity (&authority, "Hết hạn", -5 * DAY, -DAY, "critical,digitalSignature");
  Identity cipher = make_identity (&authority, "Để mã hóa", -DAY, DAY, "critical,keyEncipherment");
  Identity unknown = make_signatory (&stranger, "Người lạ");
  Identity alone = make_authority ("Tự ký");
  Identity server = make_signatory_for (&authority, "www.example.vn", "serverAuth");
  Identity letters = make_signatory_for (&authority, "Nguyễn Văn A", "clientAuth,emailProtection");
  Identity little = make_weak (&authority, EVP_RSA_gen (1024), EVP_sha256 ());
  Identity broken = make_weak (&authority, EVP_EC_gen ("P-256"), EVP_sha1 ());
  const struct
  {
    const Identity *identity;
    TrinhCertificateState state;
  } rows[] = {
    { &old, TRINH_CERTIFICATE_STATE_EXPIRED },
    { &cipher, TRINH_CERTIFICATE_STATE_UNTRUSTED },
    { &unknown, TRINH_CERTIFICATE_STATE_UNKNOWN },
    { &alone, TRINH_CERTIFICATE_STATE_UNTRUSTED },
    { &server, TRINH_CERTIFICATE_STATE_UNTRUSTED },
    { &letters, TRINH_CERTIFICATE_STATE_TRUSTED },
    { &little, TRINH_CERTIFICATE_STATE_UNTRUSTED },
    { &broken, TRINH_CERTIFICATE_STATE_UNTRUSTED },
  };
  g_autoptr (TrinhTrust) trust = make_trust (&authority);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhSigner) signer = make_signer (rows[i].identity);
      TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
      g_autoptr (GBytes) result = sign (pdf, signer, &signing);
      g_autoptr (GPtrArray) signatures = verify (result, trust, 1);
      const TrinhSignature *signature = g_ptr_array_index (signatures, 0);

      g_assert_true (signature->valid);
      g_assert_cmpint (signature->state, ==, rows[i].state);
    }
  identity_clear (&broken);
  identity_clear (&little);
  identity_clear (&letters);
  identity_clear (&server);
  identity_clear (&alone);
  identity_clear (&unknown);
  identity_clear (&cipher);
  identity_clear (&old);
  identity_clear (&stranger);
  identity_clear (&authority);
}

static void
test_revocation (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  const struct
  {
    X509 *revoked;
    long next;
    TrinhCertificateState state;
    TrinhRevocation revocation;
  } rows[] = {
    { NULL, DAY, TRINH_CERTIFICATE_STATE_TRUSTED, TRINH_REVOCATION_GOOD },
    { NULL, -DAY, TRINH_CERTIFICATE_STATE_TRUSTED, TRINH_REVOCATION_UNKNOWN }, /* out of date */
    { person.x509, DAY, TRINH_CERTIFICATE_STATE_REVOKED, TRINH_REVOCATION_REVOKED },
    { person.x509, -DAY, TRINH_CERTIFICATE_STATE_REVOKED, TRINH_REVOCATION_REVOKED },
  };
  g_autoptr (TrinhSigner) signer = make_signer (&person);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
  g_autoptr (GBytes) result = sign (pdf, signer, &signing);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhTrust) trust = make_trust (&authority);
      g_autoptr (GBytes) list = make_list (&authority, rows[i].revoked, rows[i].next);
      g_autoptr (GPtrArray) signatures = NULL;
      const TrinhSignature *signature;

      g_assert_true (trinh_trust_add_list (trust, list, NULL));
      signatures = verify (result, trust, 1);
      signature = g_ptr_array_index (signatures, 0);
      g_assert_cmpint (signature->state, ==, rows[i].state);
      g_assert_cmpint (signature->revocation, ==, rows[i].revocation);
    }
  identity_clear (&person);
  identity_clear (&authority);
}

/* A signer that gives something that is no signature: the file is checked before anybody gets it. */
#define TEST_TYPE_LIAR (test_liar_get_type ())
G_DECLARE_FINAL_TYPE (TestLiar, test_liar, TEST, LIAR, GObject)

struct _TestLiar
{
  GObject parent_instance;

  TrinhSigner *honest;
};

static TrinhCertificate *
test_liar_get_certificate (TrinhSigner *signer)
{
  return trinh_signer_get_certificate (TEST_LIAR (signer)->honest);
}

static gsize
test_liar_get_size (TrinhSigner *signer)
{
  return trinh_signer_get_size (TEST_LIAR (signer)->honest);
}

static GBytes *
test_liar_sign (TrinhSigner *signer,
                GBytes *content,
                GError **error)
{
  g_autoptr (GBytes) other = g_bytes_new_static ("khác", 5);

  return trinh_signer_sign (TEST_LIAR (signer)->honest, other, error);
}

static void
test_liar_iface_init (TrinhSignerInterface *iface)
{
  iface->get_certificate = test_liar_get_certificate;
  iface->get_size = test_liar_get_size;
  iface->sign = test_liar_sign;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestLiar, test_liar, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TRINH_TYPE_SIGNER, test_liar_iface_init))

static void
test_liar_class_init (TestLiarClass *klass)
{
}

static void
test_liar_init (TestLiar *self)
{
}

static void
test_wrong_signature (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (TrinhSigner) honest = make_signer (&person);
  g_autoptr (TestLiar) liar = g_object_new (TEST_TYPE_LIAR, NULL);
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place, .time = time };
  g_autoptr (GError) error = NULL;

  liar->honest = honest;
  g_assert_null (trinh_pdf_sign (pdf, TRINH_SIGNER (liar), &signing, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
  identity_clear (&person);
  identity_clear (&authority);
}

static void
test_key_file (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) file = make_key_file (&person, PASSWORD);
  g_autoptr (GBytes) none = g_bytes_new_static ("không phải", 12);
  g_autoptr (TrinhSecret) wrong = trinh_secret_new ("sai");
  g_autoptr (TrinhSecret) right = trinh_secret_new (PASSWORD);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "keys", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.p12", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GBytes) kept = NULL;
  GStatBuf info;

  g_assert_null (trinh_openssl_signer_new_for_key_file (file, wrong, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN);
  g_clear_error (&error);
  g_assert_null (trinh_secret_take (wrong));
  g_assert_null (trinh_openssl_signer_new_for_key_file (none, right, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_KEY);
  g_assert_false (trinh_key_file_is_one (none));
  g_assert_true (trinh_key_file_is_one (file));

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), NULL));
  copy = trinh_key_file_import (source, folder, NULL);
  g_assert_nonnull (copy);
  kept = g_file_load_bytes (copy, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (kept, file));
  g_assert_cmpint (g_stat (g_file_peek_path (copy), &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  identity_clear (&person);
  identity_clear (&authority);
}

/* A thread that signs, and what it and the main thread do in turn */
typedef struct
{
  TrinhSigner *signer;
  GBytes *pdf;
  GAsyncQueue *begin;
  GAsyncQueue *end;
} Worker;

static gpointer
work (gpointer data)
{
  const Worker *self = data;
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
  g_autoptr (GBytes) result = sign (self->pdf, self->signer, &signing);

  g_async_queue_push (self->begin, (gpointer) "signed");
  g_async_queue_pop (self->end);

  return NULL;
}

/* What was freed last is given out again, and is other memory then. */
static void
overwrite_freed (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);

  for (gsize size = 16; size <= 1024; size += 16)
    for (guint i = 0; i < 8; i++)
      {
        char *block = g_malloc (size);

        memset (block, 0xa5, size);
        g_ptr_array_add (blocks, block);
      }
  g_ptr_array_unref (blocks);
}

/* A signer goes while the thread that signed with it lives on: whatever the thread does at its end, it does without it. */
static void
test_thread (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_7);
  g_autoptr (GAsyncQueue) begin = g_async_queue_new ();
  g_autoptr (GAsyncQueue) end = g_async_queue_new ();

  for (guint i = 0; i < 20; i++)
    {
      Worker worker = { make_signer (&person), pdf, begin, end };
      GThread *thread = g_thread_new ("signs", work, &worker);

      g_async_queue_pop (begin);
      g_assert_finalize_object (worker.signer);
      overwrite_freed ();
      g_async_queue_push (end, (gpointer) "gone");
      g_thread_join (thread);
    }
  identity_clear (&person);
  identity_clear (&authority);
}

/* Whether the letters lie anywhere in this process's writable memory but at @except */
static gboolean
is_in_memory (const char *letters,
              const char *except)
{
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  const gsize length = strlen (letters);

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      unsigned long from, to;
      char rights[5] = "";

      if (sscanf (lines[i], "%lx-%lx %4s", &from, &to, rights) != 3 || !g_str_has_prefix (rights, "rw"))
        continue;
      for (const char *place = (const char *) from; (place = memmem (place, (const char *) to - place, letters, length)) != NULL; place++)
        if (place != except)
          return TRUE;
    }
  return FALSE;
}

/* After signing no password is left; while it is needed it is there, or the search would find nothing ever. */
static void
test_nothing_stays (void)
{
  Identity authority = make_authority ("CA");
  Identity person = make_signatory (&authority, "Nguyễn Văn A");
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place };
  g_autofree char *letters = g_strdup_printf ("%08x-%08x", g_random_int (), g_random_int ());
  g_autoptr (GBytes) file = make_key_file (&person, letters);
  TrinhSecret *password = trinh_secret_new (letters);
  g_autoptr (TrinhSigner) signer = NULL;
  g_autoptr (GBytes) result = NULL;

  g_assert_true (SANITIZED || is_in_memory (letters, letters));
  signer = trinh_openssl_signer_new_for_key_file (file, password, NULL);
  g_assert_nonnull (signer);
  result = sign (pdf, signer, &signing);
  g_assert_false (!SANITIZED && is_in_memory (letters, letters));
  trinh_secret_unref (password);
  identity_clear (&person);
  identity_clear (&authority);
}

#define OUR_WORDS "This is no PDF file, or it is damaged or was cut off on its way. Have it sent again."

static void
test_bad_files (void)
{
  g_autoptr (GBytes) pdf = make_pdf (CAIRO_PDF_VERSION_1_4);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) / 2);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) lost = replace (pdf, "/Root", "/Raat");
  g_autoptr (GPtrArray) unsigned_file = NULL;
  GBytes *const files[] = { cut, empty, lost };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_null (trinh_pdf_verify (files[i], NULL, &error));
      g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE);
      g_assert_true (g_str_has_prefix (error->message, OUR_WORDS));
      g_clear_error (&error);
    }
  g_assert_null (trinh_pdf_list_letters (empty, NULL, &error));
  g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, OUR_WORDS));
  unsigned_file = verify (pdf, NULL, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sign/one", test_one);
  g_test_add_func ("/sign/two", test_two);
  g_test_add_func ("/sign/later-updates", test_later_updates);
  g_test_add_func ("/sign/painted", test_painted);
  g_test_add_func ("/sign/rewritten", test_rewritten);
  g_test_add_func ("/sign/filled-again", test_filled_again);
  g_test_add_func ("/sign/too-few-objects", test_too_few_objects);
  g_test_add_func ("/sign/highest", test_highest);
  g_test_add_func ("/sign/trust", test_trust);
  g_test_add_func ("/sign/revocation", test_revocation);
  g_test_add_func ("/sign/wrong-signature", test_wrong_signature);
  g_test_add_func ("/sign/key-file", test_key_file);
  g_test_add_func ("/sign/thread", test_thread);
  g_test_add_func ("/sign/nothing-stays", test_nothing_stays);
  g_test_add_func ("/sign/bad-files", test_bad_files);

  return g_test_run ();
}
