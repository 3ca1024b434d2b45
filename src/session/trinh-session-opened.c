/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a report shows of the store's check when it is opened. Nothing here reads a PDF: every command opens reports. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-review-private.h"
#include "trinh-store-check.h"
#include "trinh-store-files.h"

void
_trinh_problems_add (GPtrArray *problems,
                     TrinhReport *report,
                     const char *words)
{
  g_ptr_array_add (problems, trinh_problem_new (trinh_report_get_id (report), trinh_report_get_title (report), NULL, words));
}

void
_trinh_problems_take (GPtrArray *problems,
                      GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const TrinhStoreProblem *problem = found->pdata[i];

      g_ptr_array_add (problems, trinh_problem_new (problem->report_id, NULL, problem->target, problem->words));
    }
}

void
_trinh_problems_name (GPtrArray *problems,
                      TrinhReport *report)
{
  for (guint i = 0; i < problems->len; i++)
    {
      TrinhProblem *problem = problems->pdata[i];

      if (g_strcmp0 (problem->report_id, trinh_report_get_id (report)) == 0)
        g_set_str (&problem->title, trinh_report_get_title (report));
    }
}

TrinhStep *
_trinh_problems_find_binding (GPtrArray *problems,
                              TrinhReport *report)
{
  TrinhStep *step = trinh_review_find_last (report, 1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER | 1u << TRINH_STEP_ISSUE);

  if (step == NULL && trinh_report_get_state (report) >= TRINH_STATE_SIGNED)
    _trinh_problems_add (problems, report, _ ("it counts as signed, and nobody signed it."));
  return step;
}

/* The bytes are held against their name when they are read. One that never was here was not taken away. */
static void
check_kept (GPtrArray *problems,
            TrinhStore *store,
            TrinhReport *report,
            TrinhStep *step)
{
  const char *sha256 = trinh_step_get_file_sha256 (step);
  g_autoptr (GBytes) bytes = NULL;

  if (sha256 == NULL || !trinh_store_has_file (store, sha256))
    return;
  bytes = trinh_store_get_file (store, sha256, NULL, NULL, NULL);
  if (bytes == NULL)
    _trinh_problems_add (problems, report, _ ("the signed file that is kept with it was changed outside the program."));
}

GPtrArray *
_trinh_session_list_problems_of (TrinhSession *self,
                                 TrinhReport *report,
                                 GError **error)
{
  g_autoptr (GPtrArray) problems = trinh_problem_list_new ();
  TrinhStore *store = trinh_session_get_store (self, error);
  g_autoptr (GPtrArray) found = store != NULL ? trinh_store_list_problems_of (store, trinh_report_get_id (report), error) : NULL;
  g_autoptr (TrinhStep) step = NULL;

  if (found == NULL)
    return NULL;
  _trinh_problems_take (problems, found);
  _trinh_problems_name (problems, report);
  step = _trinh_problems_find_binding (problems, report);
  if (step == NULL)
    return g_steal_pointer (&problems);
  if (!trinh_review_is_on_content (report, step))
    _trinh_problems_add (problems, report, _ ("it does not say what was signed."));
  check_kept (problems, store, report, step);

  return g_steal_pointer (&problems);
}
