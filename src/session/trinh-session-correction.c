/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What was signed never changes: a new report takes its place. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-review-private.h"
#include "trinh-store-correction.h"
#include "trinh-work-private.h"

static gboolean
check_may_correct (TrinhWork *work,
                   GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);

  if (_trinh_work_refuse (work, error))
    return FALSE;
  if (trinh_report_get_state (report) < TRINH_STATE_SIGNED)
    g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("The report was not signed yet: change it as it is."));
  else if ((trinh_work_get_roles (work) & trinh_step_kind_get_roles (TRINH_STEP_CORRECT)) == 0)
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("“%s” is not for the person who works now; choose another person of the office."), trinh_step_kind_get_name (TRINH_STEP_CORRECT));
  else
    return TRUE;
  return FALSE;
}

static void
add_string (JsonObject *object,
            const char *name,
            const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

static JsonObject *
make_replaces (TrinhReport *report)
{
  g_autoptr (TrinhStep) signed_step = _trinh_session_find_signed (report);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", trinh_report_get_id (report));
  add_string (object, "number", trinh_report_get_number (report));
  add_string (object, "date", trinh_report_get_date (report));
  add_string (object, "pdf_sha256", signed_step != NULL ? trinh_step_get_file_sha256 (signed_step) : NULL);
  return object;
}

/* Figures, texts and registers go along with the reasons given for them; number, date, remarks and steps do not. */
static TrinhReport *
make_successor (TrinhSession *self,
                TrinhReport *report,
                GError **error)
{
  static const char *const left_behind[] = { "comments", "journal", "merged", "part", "base" };
  g_autoptr (JsonNode) node = trinh_report_to_json (report);
  g_autofree char *id = g_uuid_string_random ();
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; i < G_N_ELEMENTS (left_behind); i++)
    json_object_remove_member (object, left_behind[i]);
  json_object_set_string_member (object, "id", id);
  json_object_set_int_member (object, "revision", 0);
  json_object_set_string_member (object, "state", trinh_report_state_to_nick (TRINH_STATE_DRAFT));
  json_object_set_string_member (object, "number", "");
  json_object_set_null_member (object, "date");
  json_object_set_object_member (object, "replaces", make_replaces (report));

  return _trinh_session_load_node (self, node, error);
}

TrinhWork *
trinh_session_begin_correction (TrinhSession *self,
                                TrinhWork *work,
                                const char *reason,
                                GError **error)
{
  g_autoptr (TrinhReport) successor = NULL;
  g_autoptr (TrinhStep) step = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (reason != NULL, NULL);

  if (trinh_session_get_store (self, error) == NULL || !check_may_correct (work, error))
    return NULL;

  successor = make_successor (self, trinh_work_get_report (work), error);
  if (successor == NULL)
    return NULL;
  step = _trinh_work_make_step (work, TRINH_STEP_CORRECT, reason);
  edit = trinh_review_make_step (successor, step, error);
  if (edit == NULL || !trinh_report_apply (successor, edit, error) || !trinh_store_import_correction (trinh_session_get_store (self, NULL), successor, error))
    return NULL;

  return trinh_session_open_stored (self, trinh_report_get_id (successor), error);
}
