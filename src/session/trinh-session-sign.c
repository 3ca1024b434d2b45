/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-letters.h"
#include "trinh-picture.h"
#include "trinh-session-review-private.h"
#include "trinh-session-sign-private.h"

#define VIETNAM_OFFSET (7 * 60 * 60)
/* Where a file has no report that says it: at the right, under the last letter of the last page. Points */
#define FREE_X 330.0
#define FREE_WIDTH 200.0
#define FREE_HEIGHT 70.0
#define FREE_LOWEST 740.0
#define FREE_GAP 8.0

const char *
trinh_session_name_signature (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (g_str_equal (field, TRINH_SIGNATORY_FIELD))
    return _ ("Signature of the signatory");

  return g_str_equal (field, TRINH_OFFICE_FIELD) ? _ ("Signature of the office") : field;
}

static gboolean
find_last_letter (GBytes *pdf,
                  TrinhPdfPlace *place)
{
  g_autoptr (GPtrArray) pages = trinh_pdf_list_letters (pdf, NULL, NULL);
  double lowest = 0;

  if (pages == NULL || pages->len == 0)
    return FALSE;
  for (guint i = pages->len; i > 0 && lowest <= 0; i--)
    {
      GArray *letters = g_ptr_array_index (pages, i - 1);

      for (guint j = 0; j < letters->len; j++)
        lowest = MAX (lowest, g_array_index (letters, TrinhPdfLetter, j).y);
      place->page = i - 1;
    }
  place->y = MIN (lowest + FREE_GAP, FREE_LOWEST);
  return TRUE;
}

/* The space between title and name of the first who signs */
static TrinhPdfPlace
find_space (GBytes *pdf,
            TrinhPages *pages)
{
  TrinhPdfPlace place = { 0, FREE_X, FREE_LOWEST, FREE_WIDTH, FREE_HEIGHT };
  const TrinhBox *box = pages != NULL ? _trinh_session_find_box (pages, "signature") : NULL;

  if (box != NULL)
    return (TrinhPdfPlace) { box->page, box->x, box->y, box->width, box->height };
  find_last_letter (pdf, &place);
  return place;
}

/* Centred, and smaller where it would not fit; without a picture nothing is seen. */
static gboolean
place_handwriting (const TrinhSigningOrder *order,
                   TrinhPdfPlace *place,
                   GError **error)
{
  double width, height, scale;

  if (order->picture == NULL)
    {
      place->width = place->height = 0;
      return TRUE;
    }
  if (!trinh_picture_measure (order->picture, &width, &height, NULL, error))
    return FALSE;
  scale = MIN (1, MIN (place->width / width, place->height / height));
  place->x += (place->width - width * scale) / 2;
  place->y += (place->height - height * scale) / 2;
  place->width = width * scale;
  place->height = height * scale;
  return TRUE;
}

/* In its true size, its right edge at a third of the handwriting (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I, 8) */
static gboolean
place_stamp (GBytes *pdf,
             const TrinhSigningOrder *order,
             TrinhPdfPlace *place,
             GError **error)
{
  TrinhPdfPlace handwriting = *place;
  double width, height;

  if (order->picture == NULL)
    {
      place->width = place->height = 0;
      return TRUE;
    }
  if (!trinh_picture_measure_stamp (order->picture, &width, &height, error))
    return FALSE;
  if (trinh_pdf_find_signature (pdf, TRINH_SIGNATORY_FIELD, &handwriting) && handwriting.width <= 0)
    handwriting = *place;
  place->page = handwriting.page;
  place->x = MAX (0, handwriting.x + handwriting.width / 3 - width);
  place->y = MAX (0, handwriting.y + (handwriting.height - height) / 2);
  place->width = width;
  place->height = height;
  return TRUE;
}

static GBytes *
sign (GBytes *pdf,
      TrinhPages *pages,
      TrinhSigner *signer,
      const TrinhSigningOrder *order,
      GError **error)
{
  const gboolean by_office = order->role == TRINH_SIGNING_ROLE_OFFICE;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (VIETNAM_OFFSET);
  g_autoptr (GDateTime) time = g_date_time_new_now (zone);
  g_autoptr (TrinhIssue) issue = _trinh_issue_new ();
  TrinhPdfSigning signing = { .field = by_office ? TRINH_OFFICE_FIELD : TRINH_SIGNATORY_FIELD, .picture = order->picture, .time = time };

  signing.place = find_space (pdf, pages);
  if (!(by_office ? place_stamp (pdf, order, &signing.place, error) : place_handwriting (order, &signing.place, error)))
    return NULL;
  if (!by_office && pages != NULL)
    _trinh_issue_leave_blanks (issue, pdf, pages);
  if (by_office && !_trinh_issue_fill (issue, pdf, pages, order, error))
    return NULL;
  _trinh_issue_give (issue, &signing);
  return trinh_pdf_sign (pdf, signer, &signing, error);
}

GBytes *
_trinh_session_sign_document (GBytes *pdf,
                              TrinhDocument *document,
                              TrinhSigner *signer,
                              const TrinhSigningOrder *order,
                              GError **error)
{
  g_autoptr (TrinhPages) pages = document != NULL ? trinh_pages_new (document, NULL, NULL, NULL, error) : NULL;

  if (document != NULL && pages == NULL)
    return NULL;
  return sign (pdf, pages, signer, order, error);
}

gboolean
trinh_session_check_order (GBytes *pdf,
                           const TrinhSigningOrder *order,
                           GError **error)
{
  double width, height;
  guint n_signatures;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (order != NULL, FALSE);

  if (!trinh_pdf_check_signed (pdf, &n_signatures, error))
    return FALSE;
  if (order->role != TRINH_SIGNING_ROLE_OFFICE)
    return TRUE;
  if (order->picture != NULL && !trinh_picture_measure_stamp (order->picture, &width, &height, error))
    return FALSE;
  if (order->number != NULL && !_trinh_session_is_number (order->number))
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("The report needs its number: digits, such as 15 or 15a, without the symbol."));
      return FALSE;
    }
  if (n_signatures > 0)
    return TRUE;
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("Nobody has signed the file yet, and the office signs last: let the signatory sign it first."));
  return FALSE;
}

GBytes *
trinh_session_sign (GBytes *pdf,
                    TrinhReport *report,
                    TrinhSigner *signer,
                    const TrinhSigningOrder *order,
                    GError **error)
{
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (TrinhDocument) document = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (report == NULL || TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_SIGNER (signer), NULL);
  g_return_val_if_fail (order != NULL, NULL);

  if (report != NULL)
    {
      evaluation = trinh_evaluation_new (report);
      document = trinh_document_new (evaluation);
    }
  return _trinh_session_sign_document (pdf, document, signer, order, error);
}

char *
trinh_session_dup_key_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "trinhky", "keys", NULL);
}

char *
trinh_session_dup_trust_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "trinhky", "trust", NULL);
}

TrinhTrust *
trinh_session_make_trust (void)
{
  g_autofree char *folder = trinh_session_dup_trust_folder ();
  g_autofree char *shipped = g_build_filename (trinh_data_folder_get (), "authorities", NULL);
  TrinhTrust *trust = trinh_trust_new (folder);

  trinh_trust_add_shipped (trust, shipped);
  return trust;
}

static void
add_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
signature_to_json (const TrinhSignature *signature)
{
  static const char *const revocations[] = { "unknown", "good", "revoked" };
  static const char *const changes[] = { "none", "fields", "other" };
  TrinhCertificate *certificate = signature->certificate;
  JsonObject *object = json_object_new ();

  add_string (object, "field", signature->field);
  add_string (object, "signer", certificate != NULL ? trinh_certificate_get_name (certificate) : NULL);
  add_string (object, "claimed_time", signature->claimed_time);
  add_string (object, "integrity", signature->valid ? "valid" : "invalid");
  add_string (object, "certificate", trinh_certificate_state_to_nick (signature->state));
  json_object_set_boolean_member (object, "covers_whole_document", signature->covers_whole_document);
  add_string (object, "fault", signature->fault);
  add_string (object, "changes_after", changes[signature->changes]);
  json_object_set_int_member (object, "time_stamps_after", signature->n_stamps);
  json_object_set_int_member (object, "unsigned_bytes_after", (gint64) signature->n_unsigned);
  add_string (object, "revocation", revocations[signature->revocation]);
  json_object_set_boolean_member (object, "valid_at_claimed_time", signature->valid_at_claimed_time);
  add_string (object, "issuer", certificate != NULL ? trinh_certificate_get_issuer (certificate) : NULL);
  add_string (object, "fingerprint", certificate != NULL ? trinh_certificate_get_fingerprint (certificate) : NULL);
  return object;
}

JsonNode *
trinh_session_signatures_to_json (GPtrArray *signatures,
                                  gboolean attached,
                                  TrinhPagesMatch match)
{
  static const char *const matches[] = { "unknown", "yes", "no" };
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (signatures != NULL, NULL);

  for (guint i = 0; i < signatures->len; i++)
    json_array_add_object_element (array, signature_to_json (g_ptr_array_index (signatures, i)));
  json_object_set_array_member (object, "signatures", array);
  json_object_set_boolean_member (object, "report_attached", attached);
  json_object_set_string_member (object, "report_matches_pages", matches[match]);
  json_node_take_object (node, object);
  return node;
}
