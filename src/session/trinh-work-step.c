/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-work-private.h"
#include "trinh-work-step-private.h"

/* What is signed with a number, or gets it, keeps it for ever. */
#define BINDING (1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER | 1u << TRINH_STEP_ISSUE)

/* The first of the roles whose step it is */
static TrinhRole
choose_role (TrinhWork *self,
             TrinhStepKind kind)
{
  const guint roles = trinh_work_get_roles (self) & trinh_step_kind_get_roles (kind);

  for (guint role = TRINH_ROLE_CLERK; role <= TRINH_ROLE_REGISTRAR; role <<= 1)
    if ((roles & role) != 0)
      return (TrinhRole) role;
  return TRINH_ROLE_NONE;
}

char *
_trinh_work_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

TrinhStep *
_trinh_work_make_step (TrinhWork *self,
                       TrinhStepKind kind,
                       const char *remark)
{
  g_autofree char *at = _trinh_work_dup_now ();

  return trinh_step_new (kind, trinh_work_get_author (self), choose_role (self, kind), at, remark);
}

static TrinhEdit *
make_edit (TrinhReport *report,
           TrinhStep *step,
           const char *number,
           guint32 date,
           GError **error)
{
  TrinhEdit *edit = trinh_review_make_step (report, step, error);

  if (edit == NULL)
    return NULL;
  if (number != NULL)
    trinh_edit_set_member_string (edit, "number", number);
  if (date != 0)
    {
      g_autofree char *day = trinh_date_to_string (date);

      trinh_edit_set_member_string (edit, "date", day);
    }
  return edit;
}

/* What is kept in one act: a step, with the approval that it needs first */
typedef struct
{
  TrinhStep *approval; /* (nullable) */
  TrinhStep *step;
  const char *number; /* (nullable): given with the step */
  guint32 date;
  TrinhStoreNumber asked;
  const TrinhStoreFile *files;
  guint n_files;
} Act;

/* The same edits on a copy, and from there to disk */
static gboolean
save (TrinhWork *self,
      const Act *act,
      GError **error)
{
  g_autoptr (TrinhReport) copy = trinh_report_snapshot (trinh_work_get_report (self));
  g_autoptr (TrinhEdit) first = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  if (act->approval != NULL)
    {
      first = make_edit (copy, act->approval, NULL, 0, error);
      if (first == NULL || !trinh_report_apply (copy, first, error))
        return FALSE;
    }
  edit = make_edit (copy, act->step, act->number, act->date, error);
  if (edit == NULL || !trinh_report_apply (copy, edit, error))
    return FALSE;
  if (trinh_work_get_store (self) == NULL)
    return TRUE;

  return trinh_store_save_two_steps (trinh_work_get_store (self), trinh_report_get_id (copy), trinh_report_get_revision (copy), first, edit, act->asked, act->files, act->n_files, error);
}

/* The copy took it, so the report does; the store knows it already. */
static gboolean
apply (TrinhWork *self,
       TrinhStep *step,
       const char *number,
       guint32 date,
       GError **error)
{
  g_autoptr (TrinhEdit) edit = make_edit (trinh_work_get_report (self), step, number, date, error);

  return edit != NULL && _trinh_work_apply_stored (self, edit, error);
}

static gboolean
keep (TrinhWork *self,
      const Act *act,
      GError **error)
{
  if (_trinh_work_refuse (self, error) || !trinh_work_flush (self, error) || !save (self, act, error))
    return FALSE;

  return (act->approval == NULL || apply (self, act->approval, NULL, 0, error)) && apply (self, act->step, act->number, act->date, error);
}

gboolean
_trinh_work_keep_step (TrinhWork *self,
                       TrinhStep *step,
                       const char *number,
                       guint32 date,
                       const TrinhStoreFile *files,
                       guint n_files,
                       GError **error)
{
  const gboolean binding = (BINDING & 1u << trinh_step_get_kind (step)) != 0;

  return keep (self, &(const Act) { NULL, step, number, date, binding ? TRINH_STORE_NUMBER_FREE : TRINH_STORE_NUMBER_ANY, files, n_files }, error);
}

gboolean
_trinh_work_keep_proven_step (TrinhWork *self,
                              TrinhStep *step,
                              const char *number,
                              guint32 date,
                              const TrinhStoreFile *file,
                              GError **error)
{
  return keep (self, &(const Act) { NULL, step, number, date, TRINH_STORE_NUMBER_ANY, file, 1 }, error);
}

gboolean
_trinh_work_keep_signature (TrinhWork *self,
                            TrinhStep *approval,
                            TrinhStep *step,
                            const TrinhStoreFile *file,
                            GError **error)
{
  g_autoptr (GBytes) content = approval != NULL ? trinh_report_dup_content (trinh_work_get_report (self)) : NULL;
  const TrinhStoreFile files[] = { *file, { TRINH_REVIEWED_NAME, TRINH_REPORT_MEDIA_TYPE, content } };

  return keep (self, &(const Act) { approval, step, NULL, 0, TRINH_STORE_NUMBER_FREE, files, approval != NULL ? 2 : 1 }, error);
}

TrinhReport *
_trinh_work_load_content (TrinhWork *self,
                          const char *digest,
                          GError **error)
{
  TrinhStore *store = trinh_work_get_store (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;

  if (store == NULL || !trinh_store_has_file (store, digest))
    return NULL;
  bytes = trinh_store_get_file (store, digest, NULL, NULL, error);
  document = bytes != NULL ? trinh_json_document_parse (bytes, "reviewed.trinhky", error) : NULL;

  return document != NULL ? trinh_report_load (document, _trinh_work_get_library (self), error) : NULL;
}
