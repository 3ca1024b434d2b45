/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"

/* One cell that has a number, and what it was in another report. */
typedef struct
{
  TrinhEvaluation *evaluation;
  const TrinhCell *cell;
  TrinhReport *other;
  TrinhDecimal now;
  TrinhDecimal before;
  GPtrArray **findings;
} Pair;

static gboolean
get_pair (Pair *pair,
          guint slot,
          TrinhReach reach)
{
  const TrinhFigures *other = &pair->evaluation->figures[reach];

  pair->other = other->report;
  return other->report != NULL && slot < other->n_figures &&
         _trinh_figure_get_shown (&pair->evaluation->figures[TRINH_REACH_THIS].figures[slot], &pair->now) &&
         _trinh_figure_get_shown (&other->figures[slot], &pair->before);
}

static void
add (const Pair *pair,
     const char *rule,
     TrinhSeverity severity,
     const char *message,
     gboolean expects)
{
  const char *const subjects[] = { pair->cell->address, NULL };
  g_autofree char *expected = expects ? trinh_decimal_to_canonical (pair->before) : NULL;
  g_autofree char *found = trinh_decimal_to_canonical (pair->now);

  _trinh_evaluation_add (pair->evaluation, pair->findings, &(TrinhFindingDraft) {
                                                             .severity = severity,
                                                             .rule = rule,
                                                             .subjects = subjects,
                                                             .message = message,
                                                             .expected = expected,
                                                             .found = found,
                                                           });
}

/* Quarter I ≤ 6 months ≤ 9 months ≤ year. What is cumulative by its definition cannot fall; a flow of a period that
 * begins with the year only does when a figure was mended. */
static void
check_fall (Pair *pair)
{
  const TrinhCell *cell = pair->cell;
  gboolean cumulative = trinh_form_row_get_behaviour (cell->row) == TRINH_BEHAVIOUR_CUMULATIVE;
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  g_autofree char *period = NULL;
  g_autofree char *message = NULL;

  if (trinh_decimal_compare (pair->now, pair->before) >= 0)
    return;
  name = _trinh_cell_dup_name (pair->evaluation, cell->address);
  now = _trinh_cell_dup_number (cell->kind, pair->now);
  before = _trinh_cell_dup_number (cell->kind, pair->before);
  period = trinh_period_get_title (trinh_report_get_period (pair->other));
  message = g_strdup_printf (_ ("%s: %s is less than the %s of “%s”; counted from the beginning of the year it cannot fall."), name, now, before, period);
  add (pair, "cumulative-falls", cumulative ? TRINH_SEVERITY_ERROR : TRINH_SEVERITY_WARNING, message, TRUE);
}

static gboolean
is_large (const Pair *pair,
          guint percent,
          guint least)
{
  gint64 change = ABS (pair->now.units - pair->before.units);

  /* Units go up to 10¹⁸: the products need more than 64 bits. */
  return change > (gint64) least * TRINH_DECIMAL_SCALE &&
         (__int128) change * 100 > (__int128) ABS (pair->before.units) * percent;
}

/* "A large change against the same period last year needs a note." */
static void
check_large (Pair *pair)
{
  const TrinhCell *cell = pair->cell;
  TrinhValue *value = trinh_report_get_value (pair->evaluation->report, cell->address);
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  g_autofree char *period = NULL;
  g_autofree char *message = NULL;
  guint percent, least;

  if (*trinh_value_get_note (value) != '\0' ||
      !trinh_regime_get_large_change (trinh_report_get_regime (pair->evaluation->report), cell->kind, &percent, &least) ||
      !is_large (pair, percent, least))
    return;
  name = _trinh_cell_dup_name (pair->evaluation, cell->address);
  now = _trinh_cell_dup_number (cell->kind, pair->now);
  before = _trinh_cell_dup_number (cell->kind, pair->before);
  period = trinh_period_get_title (trinh_report_get_period (pair->other));
  message = g_strdup_printf (_ ("%s changed a lot: %s, against %s in “%s”; give the reason as a note."), name, now, before, period);
  add (pair, "large-change", TRINH_SEVERITY_WARNING, message, FALSE);
}

/* The data have been counted since: the period's last day is past, and the report was sent or should have been. */
static gboolean
is_closed (TrinhEvaluation *self)
{
  TrinhReportState state = trinh_report_get_state (self->report);
  guint32 deadline = self->deadline;

  if (self->today <= trinh_report_get_data_to (self->report))
    return FALSE;
  if (deadline == 0)
    trinh_regime_get_dates (trinh_report_get_regime (self->report), trinh_report_get_period (self->report), NULL, NULL, &deadline);
  return self->today > deadline || (state != TRINH_STATE_DRAFT && state != TRINH_STATE_RETURNED);
}

static void
check_estimate (Pair *pair)
{
  TrinhValue *value = trinh_report_get_value (pair->evaluation->report, pair->cell->address);
  const char *const subjects[] = { pair->cell->address, NULL };
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (!trinh_value_get_estimate (value) || trinh_value_get_text (value) == NULL || !is_closed (pair->evaluation))
    return;
  name = _trinh_cell_dup_name (pair->evaluation, pair->cell->address);
  message = g_strdup_printf (_ ("%s is an estimate, and the period has closed; enter the real figure."), name);
  _trinh_evaluation_add (pair->evaluation, pair->findings, &(TrinhFindingDraft) {
                                                             .severity = TRINH_SEVERITY_INFO,
                                                             .rule = "estimate-open",
                                                             .subjects = subjects,
                                                             .message = message,
                                                             .found = trinh_value_get_text (value),
                                                           });
}

void
_trinh_evaluation_check_periods (TrinhEvaluation *self,
                                 guint slot,
                                 GPtrArray **findings)
{
  const TrinhCell *cell = &self->cells[slot];
  Pair pair = { self, cell, NULL, { 0 }, { 0 }, findings };
  TrinhBehaviour behaviour = trinh_form_row_get_behaviour (cell->row);

  check_estimate (&pair);
  if (cell->kind != TRINH_KIND_COUNT && cell->kind != TRINH_KIND_AMOUNT)
    return;
  if (!cell->guarded && behaviour != TRINH_BEHAVIOUR_STOCK && get_pair (&pair, slot, TRINH_REACH_SAME_YEAR))
    check_fall (&pair);
  if (behaviour != TRINH_BEHAVIOUR_CUMULATIVE && get_pair (&pair, slot, TRINH_REACH_LAST_YEAR))
    check_large (&pair);
}
