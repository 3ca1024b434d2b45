/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static void
add_slot (GArray *slots,
          guint slot)
{
  for (guint i = 0; i < slots->len; i++)
    if (g_array_index (slots, guint, i) == slot)
      return;
  g_array_append_val (slots, slot);
}

/* The target or the first operand, then the others as they are printed. Slots are in printed order. */
GPtrArray *
_trinh_evaluation_list_subjects (TrinhEvaluation *self,
                                 TrinhCheck *check)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *subjects = g_ptr_array_new ();

  if (check->target != TRINH_NO_SLOT)
    add_slot (slots, check->target);
  for (guint i = 0; i < trinh_expression_get_n_references (check->expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (check->expression, i);

      /* What another report says is shown at the same cell of this one. */
      if (reference->slot < self->n_cells)
        add_slot (slots, reference->slot);
    }
  if (slots->len > 2)
    qsort (&g_array_index (slots, guint, 1), slots->len - 1, sizeof (guint), compare_slots);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (subjects, (gpointer) self->cells[g_array_index (slots, guint, i)].address);
  g_ptr_array_add (subjects, NULL);
  return subjects;
}

char *
_trinh_evaluation_fill_message (TrinhEvaluation *self,
                                TrinhCheck *check)
{
  const char *message = trinh_rule_get_message (check->rule);
  GString *filled;
  const char *open, *close;

  if (*message == '\0')
    return NULL;
  filled = g_string_new (NULL);
  while ((open = strchr (message, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *address = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *display = trinh_evaluation_dup_display (self, _trinh_evaluation_resolve (self, address));

      g_string_append_len (filled, message, open - message);
      g_string_append (filled, *display != '\0' ? display : "……");
      message = close + 1;
    }
  g_string_append (filled, message);
  return g_string_free_and_steal (filled);
}

/* Which other reports the rule looked into, each once: "6 tháng cuối năm 2021". */
static char *
dup_other_periods (TrinhEvaluation *self,
                   TrinhCheck *check)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint seen = 0;

  for (guint i = 0; i < trinh_expression_get_n_references (check->expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (check->expression, i);
      TrinhReport *report = self->figures[reference->reach].report;

      if (reference->reach == TRINH_REACH_THIS || report == NULL || (seen & 1u << reference->reach) != 0)
        continue;
      seen |= 1u << reference->reach;
      g_strv_builder_take (titles, trinh_period_get_title (trinh_report_get_period (report)));
    }
  list = g_strv_builder_end (titles);
  return g_strjoinv ("; ", list);
}

/* Which of the rows it is that the rule speaks of */
static char *
name_row (TrinhEvaluation *self,
          TrinhCheck *check,
          char *message)
{
  g_autofree char *plain = message;
  g_autofree char *name = _trinh_evaluation_dup_row_name (self, check->rows);

  /* Translators: the name of a row, and what is wrong in it */
  return g_strdup_printf (_ ("%s: %s"), name, plain);
}

static char *
dup_message (TrinhEvaluation *self,
             TrinhCheck *check,
             const char *filled)
{
  g_autofree char *message = _trinh_evaluation_fill_message (self, check);
  g_autofree char *periods = check->reaches ? dup_other_periods (self, check) : NULL;

  if (message == NULL)
    message = g_strdup_printf (_ ("This does not hold: %s."), filled);
  if (check->rows != NULL)
    message = name_row (self, check, message);
  if (periods != NULL && *periods != '\0')
    return g_strdup_printf (_ ("%s (compared with: %s)"), message, periods);
  return g_steal_pointer (&message);
}

/* For "a = b": a is what was found, b what was expected. */
static gboolean
evaluate_sides (TrinhEvaluation *self,
                TrinhCheck *check,
                TrinhDecimal *found,
                TrinhDecimal *expected)
{
  TrinhMissing missing = trinh_rule_get_missing (check->rule);
  TrinhExpression *left, *right;
  TrinhResult a, b;

  if (!trinh_expression_get_sides (check->expression, &left, &right))
    return FALSE;
  a = trinh_expression_evaluate (left, missing, _trinh_evaluation_source, self);
  b = trinh_expression_evaluate (right, missing, _trinh_evaluation_source, self);
  if (a.type != TRINH_RESULT_NUMBER || b.type != TRINH_RESULT_NUMBER)
    return FALSE;
  *found = a.number;
  *expected = b.number;
  return TRUE;
}

static gboolean
get_first_number (TrinhEvaluation *self,
                  TrinhCheck *check,
                  TrinhDecimal *number)
{
  return trinh_expression_get_n_references (check->expression) > 0 &&
         _trinh_evaluation_source (trinh_expression_get_reference (check->expression, 0), number, self);
}

static char *
dup_difference (TrinhEvaluation *self,
                const char *address,
                TrinhDecimal found,
                TrinhDecimal expected)
{
  TrinhDecimal difference;
  g_autofree char *number = NULL;
  guint slot;

  if (!trinh_decimal_subtract (found, expected, &difference))
    return NULL;
  difference.units = ABS (difference.units);
  number = trinh_decimal_format (_trinh_decimal_trim (difference));
  if (address != NULL && trinh_regime_find_slot (trinh_report_get_regime (self->report), address, &slot) &&
      self->cells[slot].kind == TRINH_KIND_PERCENT)
    return g_strdup_printf (_ ("%s points"), number);
  return g_steal_pointer (&number);
}

static void
add_broken (TrinhEvaluation *self,
            TrinhCheck *check,
            GPtrArray **findings)
{
  g_autoptr (GPtrArray) subjects = check->rows != NULL ? _trinh_evaluation_list_row_subjects (self, check)
                                                       : _trinh_evaluation_list_subjects (self, check);
  g_autofree char *filled = trinh_expression_fill (check->expression, _trinh_evaluation_source, self);
  g_autofree char *message = dup_message (self, check, filled);
  g_autofree char *difference = NULL;
  g_autofree char *expected_number = NULL;
  g_autofree char *found_number = NULL;
  TrinhDecimal found, expected;

  if (evaluate_sides (self, check, &found, &expected))
    {
      difference = dup_difference (self, g_ptr_array_index (subjects, 0), found, expected);
      expected_number = trinh_decimal_to_canonical (expected);
      found_number = trinh_decimal_to_canonical (found);
    }
  else if (get_first_number (self, check, &found))
    found_number = trinh_decimal_to_canonical (found);
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = trinh_rule_get_severity (check->rule),
                                           .rule = trinh_rule_get_id (check->rule),
                                           .subjects = (const char *const *) subjects->pdata,
                                           .message = message,
                                           .formula = filled,
                                           .difference = difference,
                                           .expected = expected_number,
                                           .found = found_number,
                                         });
}

/* A rule of rows that do not apply to this kind of office is silent. */
static gboolean
applies (TrinhEvaluation *self,
         TrinhCheck *check)
{
  for (guint i = 0; i < trinh_expression_get_n_references (check->expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (check->expression, i);

      if (reference->slot < self->n_cells && !self->cells[reference->slot].applies)
        return FALSE;
    }
  return TRUE;
}

/* A blank whose reason is stated is not missing: blank() and count() take it for filled, with nothing in it. */
static gboolean
answered_source (const TrinhReference *reference,
                 TrinhDecimal *number,
                 gpointer user_data)
{
  TrinhEvaluation *self = user_data;

  if (_trinh_evaluation_source (reference, number, self))
    return TRUE;
  if (reference->reach != TRINH_REACH_THIS || reference->slot >= self->n_cells ||
      (self->figures[TRINH_REACH_THIS].figures[reference->slot].flags & TRINH_FIGURE_REASON) == 0)
    return FALSE;
  *number = TRINH_DECIMAL_INIT (0);
  return TRUE;
}

/* Whether the rule only wanted values in whose place a reason stands */
static gboolean
is_answered (TrinhEvaluation *self,
             TrinhCheck *check)
{
  TrinhResult result = trinh_expression_evaluate (check->expression, trinh_rule_get_missing (check->rule), answered_source, self);

  return result.type == TRINH_RESULT_BOOLEAN && result.truth;
}

static void
check_once (TrinhEvaluation *self,
            TrinhCheck *check,
            GPtrArray **findings)
{
  TrinhResult result;

  result = trinh_expression_evaluate (check->expression, trinh_rule_get_missing (check->rule), _trinh_evaluation_source, self);
  if (result.type == TRINH_RESULT_BOOLEAN && !result.truth && applies (self, check) && !is_answered (self, check))
    add_broken (self, check, findings);
}

static void
check_rows (TrinhEvaluation *self,
            TrinhCheck *check,
            GPtrArray **findings)
{
  g_autoptr (GPtrArray) keys = _trinh_evaluation_list_row_keys (self, check->rows);

  for (guint i = 0; i < keys->len; i++)
    {
      self->row = g_ptr_array_index (keys, i);
      check_once (self, check, findings);
    }
  self->row = NULL;
}

void
_trinh_evaluation_check_rule (TrinhEvaluation *self,
                              TrinhCheck *check)
{
  GPtrArray *findings = NULL;

  if (check->rows != NULL)
    check_rows (self, check, &findings);
  else
    check_once (self, check, &findings);
  _trinh_evaluation_replace (self, &check->findings, findings);
}
