/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

JsonNode *
trinh_evaluation_to_json (TrinhEvaluation *self)
{
  static const TrinhSeverity severities[] = { TRINH_SEVERITY_ERROR, TRINH_SEVERITY_WARNING, TRINH_SEVERITY_INFO };
  JsonObject *object, *counts;
  JsonArray *findings;
  JsonNode *node;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);

  object = json_object_new ();
  counts = json_object_new ();
  findings = json_array_new ();
  for (guint i = 0; i < self->items->len; i++)
    json_array_add_element (findings, trinh_finding_to_json (g_ptr_array_index (self->items, i)));
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    json_object_set_int_member (counts, trinh_severity_to_nick (severities[i]), self->n_open[severities[i]]);
  json_object_set_array_member (object, "findings", findings);
  json_object_set_object_member (object, "counts", counts);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

JsonNode *
trinh_evaluation_report_to_json (TrinhEvaluation *self)
{
  g_autoptr (TrinhReport) copy = NULL;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);

  copy = trinh_report_snapshot (self->report);
  for (guint i = 0; i < self->n_cells; i++)
    {
      const char *address = self->cells[i].address;
      TrinhValue *value = trinh_report_get_value (copy, address);
      g_autoptr (TrinhValue) computed = NULL;
      g_autofree char *text = NULL;
      TrinhDecimal number;

      if ((self->figures[TRINH_REACH_THIS].figures[i].flags & (TRINH_FIGURE_TEXT | TRINH_FIGURE_REASON)) != 0 ||
          !trinh_evaluation_get_computed (self, address, &number))
        continue;
      text = trinh_decimal_to_canonical (number);
      computed = trinh_value_with_text (value, text, TRINH_ORIGIN_COMPUTED);
      _trinh_report_put_value (copy, address, computed);
    }
  return trinh_report_to_json (copy);
}
