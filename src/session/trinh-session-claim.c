/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a file says of itself is a claim: that it was signed and issued in a file, and with which number, only the signed
 * PDF proves (trinh-session-takeover.c). */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-review-private.h"

typedef struct
{
  JsonArray *left;    /* of its journal: what counts */
  gboolean signature; /* left out */
  gboolean issue;     /* likewise */
} Claims;

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
static void
sort_out (Claims *self,
          JsonArray *rows,
          GPtrArray *ours)
{
  gboolean on_paper = FALSE;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autoptr (TrinhStep) step = trinh_step_from_json (json_array_get_element (rows, i), NULL);
      const TrinhStepKind kind = step != NULL ? trinh_step_get_kind (step) : TRINH_STEP_N_KINDS;

      on_paper = kind == TRINH_STEP_SIGN_ON_PAPER || (kind != TRINH_STEP_SIGN && on_paper);
      if ((kind == TRINH_STEP_SIGN || (kind == TRINH_STEP_ISSUE && !on_paper)) && !has_step (ours, trinh_step_get_id (step)))
        {
          self->signature |= kind == TRINH_STEP_SIGN;
          self->issue |= kind == TRINH_STEP_ISSUE;
        }
      else
        json_array_add_element (self->left, json_node_copy (json_array_get_element (rows, i)));
    }
}

static gboolean
is_signed_in_file (TrinhReport *report)
{
  g_autoptr (TrinhStep) step = report != NULL ? trinh_review_find_last (report, 1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER) : NULL;

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

static void
set_state (JsonObject *object,
           TrinhReport *theirs,
           JsonArray *left)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *digest = trinh_review_dup_digest (theirs);

  for (guint i = 0; i < json_array_get_length (left); i++)
    {
      TrinhStep *step = trinh_step_from_json (json_array_get_element (left, i), NULL);

      if (step != NULL)
        g_ptr_array_add (steps, step);
    }
  json_object_set_string_member (object, "state", trinh_report_state_to_nick (trinh_review_compute_state (steps, digest)));
}

static void
tell (TrinhSession *self,
      const Claims *claims)
{
  if (claims->signature)
    _trinh_session_add_doubt (self, _ ("The file says that the report was signed; only the signed PDF proves it. What it says of signature, number and date was left out: open the signed PDF."), NULL);
  else if (claims->issue)
    _trinh_session_add_doubt (self, _ ("The file says that the report was issued; only the signed PDF proves it. What it says of number and date was left out: open the PDF that the office signed."), NULL);
  else
    _trinh_session_add_doubt (self, _ ("The file has another number or date than the report that is signed here; only the signed PDF proves it. They were left out."), NULL);
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

TrinhReport *
_trinh_session_leave_out_claims (TrinhSession *self,
                                 TrinhReport *ours,
                                 TrinhReport *theirs,
                                 GError **error)
{
  g_autoptr (JsonArray) left = json_array_new ();
  g_autoptr (JsonNode) node = trinh_report_to_json (theirs);
  g_autoptr (GPtrArray) steps = ours != NULL ? trinh_review_list_steps (ours) : g_ptr_array_new ();
  JsonObject *object = json_node_get_object (node);
  JsonNode *rows = json_object_get_member (object, "journal");
  Claims claims = { left, FALSE, FALSE };

  if (rows != NULL && JSON_NODE_HOLDS_ARRAY (rows))
    sort_out (&claims, json_node_get_array (rows), steps);
  if (!claims.signature && !claims.issue && !has_other_number (ours, theirs) && !has_other_date (ours, theirs))
    return g_object_ref (theirs);

  tell (self, &claims);
  if (claims.issue || is_signed_in_file (ours))
    take_number_back (object, ours);
  if (claims.signature || claims.issue)
    {
      json_object_set_array_member (object, "journal", json_array_ref (left));
      set_state (object, theirs, left);
    }

  return _trinh_session_load_node (self, node, error);
}
