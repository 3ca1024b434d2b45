/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation.h"
#include "trinh-language.h"
#include "trinh-markup.h"
#include "trinh-registered-document.h"
#include "trinh-report-private.h"

/* What stands for a blank in a text. Exported documents are Vietnamese always. */
#define BLANK "……"

static char *
fill_blank (gboolean *blank)
{
  if (blank != NULL)
    *blank = TRUE;
  return g_strdup (BLANK);
}

static char *
fill_words (TrinhDecimal number,
            gboolean inside)
{
  g_autofree char *words = trinh_language_words (number);
  g_autofree char *first = NULL;

  if (!inside)
    return g_steal_pointer (&words);
  first = g_utf8_strdown (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

static char *
fill_number (TrinhEvaluation *evaluation,
             const TrinhMarkupSpan *span,
             TrinhKind kind,
             TrinhDecimal number)
{
  TrinhRegime *regime = trinh_report_get_regime (trinh_evaluation_get_report (evaluation));
  gboolean pad = span->format == TRINH_VALUE_FORMAT_PAD || (kind == TRINH_KIND_COUNT && trinh_regime_get_pad_text (regime));

  if (span->format == TRINH_VALUE_FORMAT_WORDS)
    return fill_words (number, span->inside);
  return pad ? trinh_decimal_format_padded (number) : trinh_decimal_format (number);
}

static char *
fill_known (TrinhEvaluation *evaluation,
            const TrinhMarkupSpan *span,
            gboolean *blank)
{
  TrinhReport *report = trinh_evaluation_get_report (evaluation);
  g_autofree char *display = trinh_evaluation_dup_display (evaluation, span->text);
  TrinhFormRow *row;
  TrinhFormColumn *column;
  TrinhDecimal number;
  TrinhKind kind;

  if (*display == '\0' || !trinh_regime_find_cell (trinh_report_get_regime (report), span->text, NULL, &row, &column))
    return fill_blank (blank);
  kind = trinh_kind_of_cell (row, column);
  if (span->format == TRINH_VALUE_FORMAT_LABEL && trinh_form_row_find_choice (row, display) != NULL)
    return g_strdup (trinh_form_row_find_choice (row, display));
  if (trinh_kind_is_number (kind) &&
      trinh_evaluation_get_decimal (evaluation, span->text, &number))
    return fill_number (evaluation, span, kind, number);
  return g_steal_pointer (&display);
}

/* As in the tables */
static char *
fill_value (TrinhEvaluation *evaluation,
            const TrinhMarkupSpan *span,
            gboolean *blank)
{
  TrinhValue *value = trinh_report_get_value (trinh_evaluation_get_report (evaluation), span->text);
  g_autofree char *known = fill_known (evaluation, span, blank);

  return trinh_value_get_estimate (value) && !g_str_equal (known, BLANK) ? g_strconcat (known, TRINH_VALUE_ESTIMATE_MARK, NULL) : g_steal_pointer (&known);
}

static JsonNode *
find_document (TrinhReport *report,
               const char *id)
{
  JsonNode *node = trinh_report_get_member (report, "documents");
  JsonArray *documents = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      JsonNode *document = json_array_get_element (documents, i);

      if (g_str_equal (json_object_get_string_member_with_default (json_node_get_object (document), "id", ""), id))
        return document;
    }
  return NULL;
}

static char *
fill_citation (TrinhReport *report,
               const char *id,
               gboolean first,
               gboolean *blank)
{
  JsonNode *node = find_document (report, id);
  g_autoptr (TrinhRegisteredDocument) document = NULL;

  if (node == NULL)
    return fill_blank (blank);
  document = trinh_registered_document_from_json (node);
  return trinh_registered_document_cite (document, trinh_regime_get_lexicon (trinh_report_get_regime (report)), first);
}

char *
trinh_markup_fill_span (TrinhEvaluation *evaluation,
                        const TrinhMarkupSpan *span,
                        gboolean first,
                        gboolean *blank)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (span != NULL, NULL);

  if (blank != NULL)
    *blank = FALSE;
  if (span->kind == TRINH_SPAN_VALUE)
    return fill_value (evaluation, span, blank);
  if (span->kind == TRINH_SPAN_DOCUMENT)
    return fill_citation (trinh_evaluation_get_report (evaluation), span->text, first, blank);
  return g_strdup (span->text);
}
