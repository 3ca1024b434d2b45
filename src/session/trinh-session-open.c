/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A file is opened: it comes into the store, and nothing that is there is overwritten. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-report-computed.h"
#include "trinh-session-claim.h"
#include "trinh-session-review-private.h"

/* A report keeps the edition of the regime that it was made with; of one that is not here there is nothing to keep. */
static gboolean
keep_edition (TrinhSession *self,
              TrinhReport *report,
              GError **error)
{
  return trinh_report_get_other_version (report) != NULL || trinh_regime_library_keep (trinh_session_get_library (self), trinh_report_get_regime (report), error);
}

static gboolean
import (TrinhSession *self,
        TrinhReport *report,
        GError **error)
{
  return keep_edition (self, report, error) && trinh_store_import (trinh_session_get_store (self, NULL), report, NULL, error);
}

static gboolean
is_equal (TrinhReport *ours,
          TrinhReport *theirs)
{
  g_autoptr (TrinhReport) our_entries = trinh_report_dup_entered (ours);
  g_autoptr (TrinhReport) their_entries = trinh_report_dup_entered (theirs);
  g_autoptr (GBytes) our_bytes = trinh_report_to_bytes (our_entries);
  g_autoptr (GBytes) their_bytes = trinh_report_to_bytes (their_entries);

  return g_bytes_equal (our_bytes, their_bytes);
}

/* Nobody is there to choose: what is here stays, and what is further on and went another way is not passed over silently. */
static gboolean
keep_ours (TrinhReport *ours,
           TrinhReport *theirs,
           GError **error)
{
  if (trinh_report_get_revision (theirs) < trinh_report_get_revision (ours))
    return TRUE;
  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT, _ ("The report “%s” and the copy in the file went different ways; the copy was not taken in. Open the file in the window, which shows both side by side."), trinh_report_get_title (ours));
  return FALSE;
}

/* What it proves by itself. (transfer full) */
static TrinhReport *
sift (TrinhSession *self,
      TrinhReport *theirs,
      TrinhReport **ours,
      GError **error)
{
  TrinhReport *sifted;
  guint claims;

  if (_trinh_session_is_stored (self, trinh_report_get_id (theirs)))
    {
      *ours = trinh_store_load (trinh_session_get_store (self, NULL), trinh_report_get_id (theirs), trinh_session_get_library (self), error);
      if (*ours == NULL)
        return NULL;
    }
  sifted = trinh_session_leave_out_claims (self, *ours, theirs, &claims, error);
  if (sifted != NULL && claims != 0)
    _trinh_session_add_doubt (self, trinh_session_explain_claims (claims), NULL);

  return sifted;
}

/* @ours: (nullable); @merge: (nullable): where somebody can choose */
static gboolean
receive (TrinhSession *self,
         TrinhReport *ours,
         TrinhReport *theirs,
         TrinhMerge **merge,
         GError **error)
{
  gboolean done;

  if (ours == NULL)
    return import (self, theirs, error);
  if (is_equal (ours, theirs))
    return TRUE;
  if (!_trinh_session_bring_in (self, ours, theirs, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (merge == NULL)
    return keep_ours (ours, theirs, error);
  *merge = trinh_session_merge (self, ours, theirs, NULL, TRUE, error);

  return *merge != NULL;
}

/* The merge is of the report that is shown: it is made anew with that one. */
static gboolean
follow_work (TrinhSession *self,
             TrinhWork *work,
             TrinhReport *theirs,
             TrinhMerge **merge,
             GError **error)
{
  if (merge == NULL || *merge == NULL)
    return TRUE;
  g_clear_object (merge);
  *merge = trinh_session_merge (self, trinh_work_get_report (work), theirs, NULL, TRUE, error);

  return *merge != NULL;
}

/* What came numbered and signed stays so: the office has to know. */
static void
tell_clash (TrinhSession *self,
            TrinhWork *work)
{
  g_autoptr (GError) error = NULL;

  if (!_trinh_session_check_free (work, NULL, 0, &error))
    _trinh_session_add_doubt (self, error->message, NULL);
}

static TrinhWork *
open_file (TrinhSession *self,
           GFile *file,
           TrinhMerge **merge,
           GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (TrinhReport) carried = _trinh_session_read_file (self, file, &pdf, error);
  g_autoptr (TrinhReport) ours = NULL;
  g_autoptr (TrinhReport) theirs = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (TrinhWork) work = NULL;

  _trinh_session_clear_doubt (self);
  if (carried == NULL || trinh_session_get_store (self, error) == NULL ||
      (pdf != NULL && !_trinh_session_check_signed (self, pdf, carried, &signatures, error)))
    return NULL;
  theirs = sift (self, carried, &ours, error);
  if (theirs == NULL || !receive (self, ours, theirs, merge, error))
    return NULL;
  work = trinh_session_open_stored (self, trinh_report_get_id (theirs), error);
  if (work == NULL || !follow_work (self, work, theirs, merge, error) ||
      !_trinh_session_keep_reviewed (self, trinh_work_get_report (work), error) ||
      (signatures != NULL && !_trinh_session_take_over_signed (self, work, carried, pdf, signatures, merge != NULL && *merge != NULL, error)))
    {
      if (merge != NULL)
        g_clear_object (merge);
      return NULL;
    }
  tell_clash (self, work);
  return g_steal_pointer (&work);
}

TrinhWork *
trinh_session_open_file (TrinhSession *self,
                         GFile *file,
                         GError **error)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return open_file (self, file, NULL, error);
}

TrinhWork *
trinh_session_open_copy (TrinhSession *self,
                         GFile *file,
                         TrinhMerge **merge,
                         GError **error)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (merge != NULL, NULL);

  *merge = NULL;

  return open_file (self, file, merge, error);
}

/* A PDF carries the report; the signed one is what was signed, byte for byte. */
static GBytes *
make_pdf (TrinhWork *work,
          GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (TrinhStep) step = _trinh_session_find_signed (report);

  if (step != NULL && trinh_step_get_kind (step) != TRINH_STEP_SIGN_ON_PAPER)
    return trinh_session_load_signed (work, error);

  return trinh_session_export_bytes (trinh_work_get_evaluation (work), TRINH_EXPORT_PDF, error);
}

gboolean
trinh_session_send_for_review (TrinhWork *work,
                               GFile *target,
                               GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (!trinh_work_flush (work, error))
    return FALSE;
  name = g_file_get_basename (target);
  folded = g_ascii_strdown (name, -1);
  bytes = g_str_has_suffix (folded, ".pdf") ? make_pdf (work, error) : trinh_session_export_bytes (trinh_work_get_evaluation (work), TRINH_EXPORT_JSON, error);

  return bytes != NULL && trinh_session_write_file (target, bytes, error);
}
