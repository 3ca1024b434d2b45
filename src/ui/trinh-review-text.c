/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-remark-text.h"
#include "trinh-review-text.h"
#include "trinh-work-review.h"

/* Letters of a reason: with name and date three lines of a narrow window, more than which a banner does not show */
#define MOST_LETTERS 60

static const struct
{
  const char *verb;
  const char *done;
} texts[TRINH_STEP_N_KINDS] = {
  [TRINH_STEP_SUBMIT] = { N_ ("Submit…"), N_ ("The report was submitted") },
  [TRINH_STEP_RECALL] = { N_ ("Take back…"), N_ ("The report is a draft again") },
  [TRINH_STEP_RETURN] = { N_ ("Return…"), N_ ("The report was returned") },
  [TRINH_STEP_APPROVE] = { N_ ("Approve…"), N_ ("The report is approved") },
  [TRINH_STEP_SIGN] = { N_ ("Sign…"), N_ ("The report is signed") },
  [TRINH_STEP_SIGN_ON_PAPER] = { N_ ("Signed on paper…"), N_ ("The report is signed on paper") },
  [TRINH_STEP_ISSUE] = { N_ ("Issue…"), N_ ("The report is issued") },
  [TRINH_STEP_CORRECT] = { N_ ("Correct…"), N_ ("The correction is begun") },
};

const char *
trinh_review_text_get_verb (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, NULL);

  return _ (texts[kind].verb);
}

const char *
trinh_review_text_get_done (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, NULL);

  return _ (texts[kind].done);
}

/* The file goes to whoever has the report now; who may read an issued one is nobody's step any more. */
static const struct
{
  const char *verb;
  const char *done;
} carried[] = {
  [TRINH_STATE_DRAFT] = { N_ ("Send for review…"), N_ ("The report was written; carry or send the file to whoever reviews it.") },
  [TRINH_STATE_SUBMITTED] = { N_ ("Send for review…"), N_ ("The report was written; carry or send the file to whoever reviews it.") },
  [TRINH_STATE_RETURNED] = { N_ ("Send back to be mended…"), N_ ("The report was written; carry or send the file to whoever prepared it.") },
  [TRINH_STATE_APPROVED] = { N_ ("Send to be signed…"), N_ ("The report was written; carry or send the file to whoever signs it.") },
  [TRINH_STATE_SIGNED] = { N_ ("Send to be issued…"), N_ ("The report was written; carry or send the file to the registrar.") },
  [TRINH_STATE_ISSUED] = { N_ ("Send the report…"), N_ ("The report was written.") },
};

const char *
trinh_review_text_get_send (TrinhReportState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (carried), NULL);

  return _ (carried[state].verb);
}

const char *
trinh_review_text_get_sent (TrinhReportState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (carried), NULL);

  return _ (carried[state].done);
}

static TrinhRole
get_holding_role (TrinhReportState state)
{
  switch (state)
    {
    case TRINH_STATE_SUBMITTED:
    case TRINH_STATE_APPROVED:
      return TRINH_ROLE_SIGNATORY;
    case TRINH_STATE_SIGNED:
      return TRINH_ROLE_REGISTRAR;
    case TRINH_STATE_ISSUED:
      return TRINH_ROLE_NONE;
    case TRINH_STATE_DRAFT:
    case TRINH_STATE_RETURNED:
    default:
      return TRINH_ROLE_CLERK;
    }
}

static char *
dup_names (TrinhStore *store,
           TrinhRole role)
{
  g_autoptr (GPtrArray) people = store != NULL ? trinh_people_list (store) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    if ((trinh_person_get_roles (people->pdata[i]) & role) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", trinh_person_get_name (people->pdata[i]));

  return g_strdup (names->str);
}

char *
trinh_review_text_dup_holder (TrinhWork *work)
{
  g_autofree char *names = NULL;
  TrinhRole role;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  role = get_holding_role (trinh_report_get_state (trinh_work_get_report (work)));
  if (role == TRINH_ROLE_NONE)
    return g_strdup (_ ("Nobody: it is done"));
  names = dup_names (trinh_work_get_store (work), role);

  return names[0] != '\0' ? g_steal_pointer (&names) : g_strdup (trinh_role_get_name (role));
}

/* The first line as far as there is room, up to a word's end, and "…" where there is more. */
static char *
dup_beginning (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *head = NULL;
  char *space;

  g_strchomp (line);
  if (g_utf8_strlen (line, -1) <= MOST_LETTERS)
    return strlen (line) == strlen (text) ? g_steal_pointer (&line) : g_strconcat (line, " …", NULL);
  head = g_utf8_substring (line, 0, MOST_LETTERS);
  space = strrchr (head, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (head, " …", NULL);
}

/* A draft was edited, returned work or begun as a correction. */
static char *
dup_draft_state (TrinhStep *step,
                 const char *when,
                 const char *reason)
{
  switch (trinh_step_get_kind (step))
    {
    case TRINH_STEP_SUBMIT:
    case TRINH_STEP_APPROVE:
      return g_strdup (_ ("Edited since it was submitted: it is a draft again, to be submitted anew."));
    case TRINH_STEP_CORRECT:
      return g_strdup_printf (_ ("Correction begun by %s on %s: %s"), trinh_step_get_by (step), when, reason);
    case TRINH_STEP_RECALL:
      return g_strdup_printf (_ ("Taken back by %s on %s."), trinh_step_get_by (step), when);
    case TRINH_STEP_RETURN:
    case TRINH_STEP_SIGN:
    case TRINH_STEP_SIGN_ON_PAPER:
    case TRINH_STEP_ISSUE:
    default:
      return g_strdup ("");
    }
}

static char *
dup_state (TrinhWork *work,
           TrinhStep *step,
           const char *reason)
{
  TrinhReport *report = trinh_work_get_report (work);
  const char *by = trinh_step_get_by (step);
  g_autofree char *when = trinh_remark_text_dup_time (trinh_step_get_at (step));
  g_autofree char *holder = trinh_review_text_dup_holder (work);

  switch (trinh_report_get_state (report))
    {
    case TRINH_STATE_SUBMITTED:
      return g_strdup_printf (_ ("Submitted by %s on %s, waiting for %s."), by, when, holder);
    case TRINH_STATE_RETURNED:
      return g_strdup_printf (_ ("Returned by %s on %s: %s"), by, when, reason);
    case TRINH_STATE_APPROVED:
      return g_strdup_printf (_ ("Approved by %s on %s, waiting to be signed by %s."), by, when, holder);
    case TRINH_STATE_SIGNED:
      if (trinh_step_get_kind (step) == TRINH_STEP_SIGN_ON_PAPER)
        return g_strdup_printf (_ ("Signed on paper, as %s said on %s: read only. Waiting to be issued by %s."), by, when, holder);
      return g_strdup_printf (_ ("Signed by %s on %s: read only. Waiting to be issued by %s."), by, when, holder);
    case TRINH_STATE_ISSUED:
      return g_strdup_printf (_ ("Issued as %s/%s by %s on %s: read only."), trinh_report_get_number (report), trinh_report_get_symbol (report), by, when);
    case TRINH_STATE_DRAFT:
    default:
      return dup_draft_state (step, when, reason);
    }
}

static char *
dup_sentence (TrinhWork *work,
              gboolean whole)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (TrinhStep) step = trinh_review_find_last (report, G_MAXUINT);
  g_autofree char *reason = NULL;

  if (step == NULL)
    return g_strdup (trinh_report_get_state (report) >= TRINH_STATE_SIGNED ? _ ("Signed: read only.") : "");
  reason = whole ? g_strdup (trinh_step_get_remark (step)) : dup_beginning (trinh_step_get_remark (step));

  return dup_state (work, step, reason);
}

char *
trinh_review_text_dup_state (TrinhWork *work)
{
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  return dup_sentence (work, FALSE);
}

char *
trinh_review_text_dup_whole_state (TrinhWork *work)
{
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  return dup_sentence (work, TRUE);
}
