/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a file says of itself is a claim: that it was signed and issued in a file, and with which number, only the signed
 * PDF proves (trinh-session-takeover.c). */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-claim.h"
#include "trinh-session-review-private.h"

#define SIGNED (1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER)

static gboolean
has_step (GPtrArray *steps,
          const char *id)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (trinh_step_get_id (steps->pdata[i]), id))
      return TRUE;
  return FALSE;
}

/* The rows in the file's order, those of other programs too; @ours: (element-type TrinhStep): known here. */
static guint
sort_out (JsonArray *rows,
          GPtrArray *ours,
          JsonArray *left)
{
  gboolean on_paper = FALSE;
  guint claims = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autoptr (TrinhStep) step = trinh_step_from_json (json_array_get_element (rows, i), NULL);
      const TrinhStepKind kind = step != NULL ? trinh_step_get_kind (step) : TRINH_STEP_N_KINDS;

      on_paper = kind == TRINH_STEP_SIGN_ON_PAPER || (kind != TRINH_STEP_SIGN && on_paper);
      if ((kind == TRINH_STEP_SIGN || (kind == TRINH_STEP_ISSUE && !on_paper)) && !has_step (ours, trinh_step_get_id (step)))
        claims |= kind == TRINH_STEP_SIGN ? TRINH_CLAIM_SIGNATURE : TRINH_CLAIM_ISSUE;
      else
        json_array_add_element (left, json_node_copy (json_array_get_element (rows, i)));
    }
  return claims;
}

static gboolean
is_signed_in_file (TrinhReport *report)
{
  g_autoptr (TrinhStep) step = report != NULL ? trinh_review_find_last (report, SIGNED) : NULL;

  return step != NULL && trinh_step_get_kind (step) == TRINH_STEP_SIGN && trinh_report_get_state (report) >= TRINH_STATE_SIGNED;
}

/* @ours: (nullable) */
static void
take_number_back (JsonObject *object,
                  TrinhReport *ours)
{
  const char *date = ours != NULL ? trinh_report_get_date (ours) : "";

  json_object_set_string_member (object, "number", ours != NULL ? trinh_report_get_number (ours) : "");
  if (*date != '\0')
    json_object_set_string_member (object, "date", date);
  else
    json_object_set_null_member (object, "date");
}

/* (transfer full) (element-type TrinhStep) */
static GPtrArray *
list_steps (JsonArray *rows)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      TrinhStep *step = trinh_step_from_json (json_array_get_element (rows, i), NULL);

      if (step != NULL)
        g_ptr_array_add (steps, step);
    }
  return steps;
}

static void
set_state (JsonObject *object,
           TrinhReport *theirs,
           JsonArray *left)
{
  g_autoptr (GPtrArray) steps = list_steps (left);
  g_autofree char *digest = trinh_review_dup_digest (theirs);

  json_object_set_string_member (object, "state", trinh_report_state_to_nick (trinh_review_compute_state (steps, digest)));
}

/* A report that is signed here in a file gets its number from that. */
static gboolean
has_other_number (TrinhReport *ours,
                  TrinhReport *theirs)
{
  return is_signed_in_file (ours) && *trinh_report_get_number (theirs) != '\0' && !g_str_equal (trinh_report_get_number (theirs), trinh_report_get_number (ours));
}

static gboolean
has_other_date (TrinhReport *ours,
                TrinhReport *theirs)
{
  return is_signed_in_file (ours) && !g_str_has_prefix (trinh_report_get_date (ours), trinh_report_get_date (theirs));
}

/* A state that no step says how it came to be */
static gboolean
has_bare_state (TrinhReport *ours,
                TrinhReport *theirs,
                JsonArray *left)
{
  g_autoptr (GPtrArray) steps = NULL;

  if ((ours != NULL && trinh_report_get_state (ours) >= TRINH_STATE_SIGNED) || trinh_report_get_state (theirs) < TRINH_STATE_SIGNED)
    return FALSE;
  steps = list_steps (left);
  for (guint i = 0; i < steps->len; i++)
    if ((SIGNED & 1u << trinh_step_get_kind (steps->pdata[i])) != 0)
      return FALSE;
  return TRUE;
}

static guint
find_claims (JsonObject *object,
             TrinhReport *ours,
             TrinhReport *theirs,
             JsonArray *left)
{
  g_autoptr (GPtrArray) steps = ours != NULL ? trinh_review_list_steps (ours) : g_ptr_array_new ();
  JsonNode *rows = json_object_get_member (object, "journal");
  guint claims = 0;

  if (rows != NULL && JSON_NODE_HOLDS_ARRAY (rows))
    claims = sort_out (json_node_get_array (rows), steps, left);
  if (has_other_number (ours, theirs) || has_other_date (ours, theirs))
    claims |= TRINH_CLAIM_NUMBER;
  if (has_bare_state (ours, theirs, left))
    claims |= TRINH_CLAIM_SIGNATURE;
  return claims;
}

TrinhReport *
trinh_session_leave_out_claims (TrinhSession *self,
                                TrinhReport *ours,
                                TrinhReport *theirs,
                                guint *claims,
                                GError **error)
{
  g_autoptr (JsonArray) left = json_array_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (ours == NULL || TRINH_IS_REPORT (ours), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (theirs), NULL);
  g_return_val_if_fail (claims != NULL, NULL);

  node = trinh_report_to_json (theirs);
  object = json_node_get_object (node);
  *claims = find_claims (object, ours, theirs, left);
  if (*claims == 0)
    return g_object_ref (theirs);

  if ((*claims & TRINH_CLAIM_ISSUE) != 0 || is_signed_in_file (ours))
    take_number_back (object, ours);
  if ((*claims & (TRINH_CLAIM_SIGNATURE | TRINH_CLAIM_ISSUE)) != 0)
    {
      json_object_set_array_member (object, "journal", json_array_ref (left));
      set_state (object, theirs, left);
    }

  return _trinh_session_load_node (self, node, error);
}

const char *
trinh_session_explain_claims (guint claims)
{
  if ((claims & TRINH_CLAIM_SIGNATURE) != 0)
    return _ ("The file says that the report was signed; only the signed PDF proves it. It was taken in as it stood before that: open the signed PDF.");
  if ((claims & TRINH_CLAIM_ISSUE) != 0)
    return _ ("The file says that the report was issued; only the signed PDF proves it. What it says of number and date was left out: open the PDF that the office signed.");
  if ((claims & TRINH_CLAIM_NUMBER) != 0)
    return _ ("The file has another number or date than the report that is signed here; only the signed PDF proves it. They were left out.");
  return NULL;
}

JsonArray *
trinh_session_list_claims (guint claims)
{
  static const char *const names[] = { "signature", "issue", "number" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((claims & 1u << i) != 0)
      json_array_add_string_element (array, names[i]);
  return array;
}
