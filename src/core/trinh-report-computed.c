/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-report-computed.h"
#include "trinh-report-file-private.h"

static gboolean
get_stored (const TrinhReference *reference,
            TrinhDecimal *number,
            gpointer user_data)
{
  return reference->reach == TRINH_REACH_THIS && trinh_report_get_decimal (user_data, reference->name, number);
}

/* Whether what the rule's formula once gave is kept */
static gboolean
is_computed (TrinhReport *self,
             TrinhRule *rule)
{
  const char *address = trinh_rule_get_target (rule);
  TrinhValue *value = address != NULL ? g_hash_table_lookup (self->values, address) : NULL;

  return value != NULL && trinh_value_get_origin (value) == TRINH_ORIGIN_COMPUTED && trinh_value_get_text (value) != NULL;
}

static gboolean
is_computed_anew (TrinhReport *self,
                  TrinhRule *rule)
{
  TrinhResult result = trinh_expression_evaluate (trinh_rule_get_expression (rule), trinh_rule_get_missing (rule), get_stored, self);

  return result.type == TRINH_RESULT_NUMBER;
}

/* @all: also where the formula gives nothing now */
static void
drop_computed (TrinhReport *self,
               gboolean all)
{
  GListModel *rules = trinh_regime_get_rules (self->regime);
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  /* First all of them are looked at: one may be computed from another. */
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);

      if (is_computed (self, rule) && (all || is_computed_anew (self, rule)))
        g_ptr_array_add (targets, (gpointer) trinh_rule_get_target (rule));
    }
  for (guint i = 0; i < targets->len; i++)
    {
      const char *address = g_ptr_array_index (targets, i);
      TrinhValue *value = g_hash_table_lookup (self->values, address);
      g_autoptr (TrinhValue) rest = trinh_value_with_text (value, NULL, TRINH_ORIGIN_ENTERED);

      _trinh_report_put_value (self, address, rest);
    }
}

void
_trinh_report_drop_computed (TrinhReport *self)
{
  drop_computed (self, FALSE);
}

TrinhReport *
trinh_report_dup_entered (TrinhReport *self)
{
  TrinhReport *copy = trinh_report_snapshot (self);

  drop_computed (copy, TRUE);

  return copy;
}
