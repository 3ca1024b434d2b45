/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What was changed in the database behind the program's back shows against the signed files: nobody can make those anew. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"
#include "trinh-store-check.h"
#include "trinh-store-files.h"
#include "trinh-store-numbers.h"

/* "2022-06-09" */
#define DATE_LENGTH 10

typedef struct
{
  TrinhSession *session;
  TrinhStore *store;
  GPtrArray *problems; /* of TrinhProblem, as the notes */
  GPtrArray *notes;
  char *journal; /* the first row's hash */
  GCancellable *cancellable;
} Checking;

static void
add_problem (Checking *self,
             TrinhReport *report,
             const char *problem)
{
  _trinh_problems_add (self->problems, report, problem);
}

/* What the kept file does not hold the journal to. One that was signed from another database says nothing about this one,
 * and one whose journal was made anew from its first row looks the same: that it was signed here, the office knows and no
 * file does. */
static void
add_note (Checking *self,
          TrinhReport *report,
          gboolean named)
{
  _trinh_problems_add (self->notes, report, named ? _ ("its signed PDF was made with the journal of another database, so the journal here is not held against it. If it was signed on this machine, the journal was made anew from its first row.") : _ ("its signed PDF names no journal, as one that “trinhky export --final” wrote; the journal here is not held against it."));
}

static gboolean
check_head (Checking *self,
            TrinhReport *report,
            GBytes *pdf,
            GError **error)
{
  g_autofree char *origin = trinh_pdf_read_origin (pdf);
  g_autofree char *journal = NULL;
  g_autofree char *head = NULL;
  g_autofree char *now = NULL;
  gint64 row = 0;
  const gboolean named = _trinh_session_parse_origin (origin, &journal, &row, &head);

  if (!named || !g_str_has_prefix (self->journal, journal))
    {
      add_note (self, report, named);
      return TRUE;
    }
  now = trinh_store_dup_journal_head (self->store, row, NULL, error);
  if (now == NULL)
    return FALSE;
  if (!g_str_equal (now, head))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, row);
      g_autofree char *problem = g_strdup_printf (_ ("the journal up to row %s is not the one that the signed PDF was made with."), number);

      add_problem (self, report, problem);
    }
  return TRUE;
}

static gboolean
says_the_same (TrinhReport *report,
               TrinhReport *carried)
{
  g_autofree char *ours = trinh_review_dup_digest (report);
  g_autofree char *theirs = trinh_review_dup_digest (carried);

  return g_str_equal (ours, theirs);
}

/* Number and date stand in the fields that the file has for them, else in the report that was signed. */
static void
check_number (Checking *self,
              TrinhReport *report,
              GBytes *pdf,
              TrinhReport *carried)
{
  g_autofree char *number = _trinh_session_dup_file_number (pdf, carried);
  g_autofree char *date = _trinh_session_dup_file_date (pdf, carried);

  if (*number != '\0' && !trinh_store_is_same_number (number, trinh_report_get_number (report)))
    add_problem (self, report, _ ("its number is not the one that the signed PDF has."));
  if (strlen (date) == DATE_LENGTH && !g_str_equal (date, trinh_report_get_date (report)))
    add_problem (self, report, _ ("its date is not the one that the signed PDF has."));
}

static gboolean
check_file (Checking *self,
            TrinhReport *report,
            GBytes *pdf,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) signatures = _trinh_session_verify (pdf, NULL, &local_error);
  g_autoptr (TrinhReport) carried = NULL;

  if (signatures == NULL)
    {
      add_problem (self, report, local_error->message);
      return TRUE;
    }
  carried = _trinh_session_read_pdf (self->session, pdf, "PDF", &local_error);
  if (carried == NULL)
    add_problem (self, report, local_error->message);
  else if (!says_the_same (report, carried))
    add_problem (self, report, _ ("it does not say what the signed PDF says."));
  if (carried != NULL)
    check_number (self, report, pdf, carried);

  return check_head (self, report, pdf, error);
}

static gboolean
check_signed (Checking *self,
              TrinhReport *report,
              TrinhStep *step,
              GError **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (!trinh_review_is_on_content (report, step))
    add_problem (self, report, _ ("it does not say what was signed."));
  if (trinh_step_get_kind (step) == TRINH_STEP_SIGN_ON_PAPER || trinh_step_get_file_sha256 (step) == NULL ||
      !trinh_store_has_file (self->store, trinh_step_get_file_sha256 (step)))
    return TRUE;
  /* Bytes that are not those of the name were told of already. */
  pdf = trinh_store_get_file (self->store, trinh_step_get_file_sha256 (step), NULL, NULL, NULL);
  if (pdf == NULL)
    return TRUE;

  return check_file (self, report, pdf, error);
}

/* What is signed and issued in a file has the file; on paper there may be a scan. */
static void
check_steps (Checking *self,
             TrinhReport *report)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (report);
  gboolean on_paper = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const TrinhStepKind kind = trinh_step_get_kind (steps->pdata[i]);
      const char *sha256 = trinh_step_get_file_sha256 (steps->pdata[i]);

      on_paper = kind == TRINH_STEP_SIGN_ON_PAPER || (kind != TRINH_STEP_SIGN && on_paper);
      if ((kind == TRINH_STEP_SIGN || (kind == TRINH_STEP_ISSUE && !on_paper)) && (sha256 == NULL || !trinh_store_has_file (self->store, sha256)))
        {
          g_autofree char *problem = g_strdup_printf (_ ("the signed PDF of the step “%s” is not kept here."), trinh_step_kind_get_name (kind));

          add_problem (self, report, problem);
        }
    }
}

static gboolean
check_report (Checking *self,
              const char *id,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TrinhReport) report = trinh_store_load (self->store, id, trinh_session_get_library (self->session), &local_error);
  g_autoptr (TrinhStep) step = NULL;

  if (report == NULL)
    {
      g_ptr_array_add (self->problems, trinh_problem_new (id, NULL, NULL, local_error->message));
      return TRUE;
    }
  _trinh_problems_name (self->problems, report);
  check_steps (self, report);
  step = _trinh_problems_find_binding (self->problems, report);

  return step == NULL || check_signed (self, report, step, error);
}

static void
check_unnamed (Checking *self,
               const char *sha256)
{
  g_autoptr (GBytes) pdf = trinh_store_get_file (self->store, sha256, NULL, NULL, NULL);
  g_autoptr (GPtrArray) signatures = pdf != NULL ? _trinh_session_verify (pdf, NULL, NULL) : NULL;
  g_autoptr (TrinhReport) carried = signatures != NULL ? _trinh_session_read_pdf (self->session, pdf, "PDF", NULL) : NULL;

  if (carried != NULL && _trinh_session_is_stored (self->session, trinh_report_get_id (carried)))
    add_problem (self, carried, _ ("a signed PDF of it is kept here, and none of its steps names that."));
}

/* A step that was taken away leaves the file that came of it. */
static gboolean
check_files (Checking *self,
             GError **error)
{
  g_autoptr (GPtrArray) names = trinh_store_list_unnamed_files (self->store, TRINH_PDF_MEDIA_TYPE, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    check_unnamed (self, names->pdata[i]);
  return TRUE;
}

static gboolean
check_reports (Checking *self,
               GError **error)
{
  GListModel *entries = trinh_store_get_entries (self->store);

  self->journal = trinh_store_dup_journal_head (self->store, 1, NULL, error);
  if (self->journal == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !check_report (self, trinh_store_entry_get_id (entry), error))
        return FALSE;
    }
  return check_files (self, error);
}

static gboolean
check_all (Checking *self,
           GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean checked;

  self->store = trinh_session_get_store (self->session, error);
  found = self->store != NULL ? trinh_store_list_problems (self->store, error) : NULL;
  if (found == NULL)
    return FALSE;
  _trinh_problems_take (self->problems, found);
  checked = check_reports (self, error);
  g_free (self->journal);

  return checked;
}

static char **
to_lines (GPtrArray *problems)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < problems->len; i++)
    g_strv_builder_take (builder, trinh_problem_to_line (problems->pdata[i]));
  return g_strv_builder_end (builder);
}

gboolean
trinh_session_check_store (TrinhSession *self,
                           char ***problems,
                           char ***notes,
                           GError **error)
{
  g_autoptr (GPtrArray) found = trinh_problem_list_new ();
  g_autoptr (GPtrArray) foreign = trinh_problem_list_new ();
  Checking checking = { .session = self, .problems = found, .notes = foreign };
  gboolean checked;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  checked = check_all (&checking, error);
  *problems = to_lines (found);
  if (notes != NULL)
    *notes = to_lines (foreign);

  return checked;
}

GPtrArray *
_trinh_session_list_problems (TrinhSession *self,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GPtrArray) found = trinh_problem_list_new ();
  g_autoptr (GPtrArray) foreign = trinh_problem_list_new ();
  Checking checking = { .session = self, .problems = found, .notes = foreign, .cancellable = cancellable };

  return check_all (&checking, error) ? g_steal_pointer (&found) : NULL;
}
