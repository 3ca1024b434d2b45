/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-check.h"
#include "trinh-layout-font.h"
#include "trinh-session-draw.h"
#include "trinh-session-private.h"

#define LAYOUT "nd30-2020"

GPtrArray *
trinh_session_check_laid_out (TrinhPages *pages,
                              TrinhRegime *regime,
                              GError **error)
{
  g_autoptr (TrinhLayoutRules) rules = NULL;

  g_return_val_if_fail (TRINH_IS_PAGES (pages), NULL);
  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);

  rules = trinh_layout_rules_load_id (LAYOUT, error);

  return rules != NULL ? trinh_layout_check (pages, rules, regime) : NULL;
}

char *
trinh_session_dup_font_advice (void)
{
  const char *family = trinh_layout_font_get_family ();
  g_autoptr (TrinhLayoutRules) rules = trinh_layout_rules_load_id (LAYOUT, NULL);

  if (family == NULL || rules == NULL || rules->fonts[0] == NULL || g_strv_contains ((const char *const *) rules->fonts, family))
    return NULL;
  return trinh_layout_font_describe (family, rules->fonts[0]);
}

GPtrArray *
_trinh_session_check_document (TrinhDocument *document,
                               TrinhRegime *regime,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (TrinhPages) pages = trinh_pages_new (document, NULL, NULL, cancellable, error);

  return pages != NULL ? trinh_session_check_laid_out (pages, regime, error) : NULL;
}

GPtrArray *
trinh_session_check_pages (TrinhEvaluation *evaluation,
                           GError **error)
{
  g_autoptr (TrinhDocument) document = NULL;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  document = trinh_document_new (evaluation);

  return _trinh_session_check_document (document, trinh_report_get_regime (trinh_evaluation_get_report (evaluation)), NULL, error);
}

static guint
count_severity (GPtrArray *findings,
                TrinhSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += trinh_finding_get_severity (findings->pdata[i]) == severity;
  return n;
}

JsonNode *
trinh_session_findings_to_json (TrinhEvaluation *evaluation,
                                GPtrArray *layout)
{
  JsonNode *node;
  JsonObject *object;
  JsonObject *counts;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  node = trinh_evaluation_to_json (evaluation);
  if (layout == NULL)
    return node;

  object = json_node_get_object (node);
  for (guint i = 0; i < layout->len; i++)
    json_array_add_element (json_object_get_array_member (object, "findings"), trinh_finding_to_json (layout->pdata[i]));
  counts = json_object_get_object_member (object, "counts");
  for (TrinhSeverity severity = TRINH_SEVERITY_INFO; severity <= TRINH_SEVERITY_ERROR; severity++)
    {
      const char *nick = trinh_severity_to_nick (severity);

      json_object_set_int_member (counts, nick, json_object_get_int_member (counts, nick) + count_severity (layout, severity));
    }

  return node;
}
