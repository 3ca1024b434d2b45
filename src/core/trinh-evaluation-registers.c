/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"
#include "trinh-expression-private.h"
#include "trinh-tasks.h"

static gboolean
count_documents (TrinhEvaluation *self,
                 const char *address,
                 TrinhDecimal *number)
{
  JsonNode *documents = trinh_report_get_member (self->report, "documents");

  /* Without a register there is nothing to compare with. */
  if (documents == NULL || json_array_get_length (json_node_get_array (documents)) == 0)
    return FALSE;
  *number = TRINH_DECIMAL_INIT (trinh_report_count_cited (self->report, address));
  return TRUE;
}

gboolean
_trinh_evaluation_count_register (TrinhEvaluation *self,
                                  TrinhRegisterCount count,
                                  const char *address,
                                  TrinhDecimal *number)
{
  TrinhTaskCounts counts;

  if (count == TRINH_REGISTER_CITED)
    return count_documents (self, address, number);
  if (!trinh_tasks_count (self->report, address, &counts))
    return FALSE;
  if (count == TRINH_REGISTER_DONE)
    *number = TRINH_DECIMAL_INIT (counts.n_done);
  else if (count == TRINH_REGISTER_LATE)
    *number = TRINH_DECIMAL_INIT (counts.n_late);
  else if (count == TRINH_REGISTER_OVERDUE)
    *number = TRINH_DECIMAL_INIT (counts.n_overdue);
  else
    *number = TRINH_DECIMAL_INIT (counts.n_planned);
  return TRUE;
}

/* "[2.2] = done([2.1])": one value on the left, registers alone on the right */
static gboolean
is_register_check (const TrinhCheck *check,
                   guint slot)
{
  TrinhExpression *left, *right;

  if (!check->counts || check->target != TRINH_NO_SLOT || !trinh_expression_get_sides (check->expression, &left, &right))
    return FALSE;
  return trinh_expression_node (left, left->root)->operation == TRINH_OPERATION_REFERENCE &&
         trinh_expression_get_reference (left, 0)->reach == TRINH_REACH_THIS &&
         trinh_expression_get_reference (left, 0)->slot == slot &&
         trinh_expression_get_n_references (right) == 0 && trinh_expression_get_n_counted (right) > 0;
}

TrinhCheck *
_trinh_evaluation_find_register_check (TrinhEvaluation *self,
                                       const char *address)
{
  guint slot;

  if (!trinh_regime_find_slot (trinh_report_get_regime (self->report), address, &slot) || !self->cells[slot].applies)
    return NULL;
  for (guint i = 0; self->cells[slot].dependents != NULL && i < self->cells[slot].dependents->len; i++)
    {
      TrinhCheck *check = &self->checks[g_array_index (self->cells[slot].dependents, guint, i)];

      if (is_register_check (check, slot))
        return check;
    }
  return NULL;
}

gboolean
trinh_evaluation_get_registered (TrinhEvaluation *self,
                                 const char *address,
                                 TrinhDecimal *number)
{
  TrinhExpression *right = NULL;
  TrinhCheck *check;
  TrinhResult result;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  check = _trinh_evaluation_find_register_check (self, address);
  if (check == NULL || !trinh_expression_get_sides (check->expression, NULL, &right))
    return FALSE;
  result = trinh_expression_evaluate (right, TRINH_MISSING_SKIP_IF_ANY, _trinh_evaluation_source, self);
  *number = result.number;
  return result.type == TRINH_RESULT_NUMBER;
}

TrinhEdit *
trinh_evaluation_make_take_registered (TrinhEvaluation *self,
                                       const char *address)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrinhValue) value = NULL;
  TrinhFormRow *row = NULL;
  TrinhDecimal number;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  if (!trinh_evaluation_get_registered (self, address, &number))
    return NULL;
  text = trinh_decimal_to_canonical (number);
  value = trinh_value_with_text (trinh_report_get_value (self->report, address), text, TRINH_ORIGIN_ENTERED);
  trinh_regime_find_cell (trinh_report_get_regime (self->report), address, NULL, &row, NULL);
  /* Translators: what can be undone; %s is an indicator's code */
  label = g_strdup_printf (_ ("count of the register in %s"), trinh_form_row_get_plain_code (row));
  return trinh_edit_new_value (label, address, value);
}
