/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-evaluation.h"
#include "trinh-language.h"
#include "trinh-markup.h"
#include "trinh-report-private.h"

/* What stands for a blank in a text. Exported documents are Vietnamese always. */
#define BLANK "……"

static const struct
{
  const char *kind;
  const char *name;
} document_kinds[] = {
  { "BC", "Báo cáo" },
  { "CT", "Chỉ thị" },
  { "CV", "Công văn" },
  { "KH", "Kế hoạch" },
  { "NQ", "Nghị quyết" },
  { "QĐ", "Quyết định" },
  { "TB", "Thông báo" },
  { "TTr", "Tờ trình" },
};

static char *
fill_blank (gboolean *blank)
{
  if (blank != NULL)
    *blank = TRUE;
  return g_strdup (BLANK);
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
    return trinh_language_words (number);
  return pad ? trinh_decimal_format_padded (number) : trinh_decimal_format (number);
}

static char *
fill_value (TrinhEvaluation *evaluation,
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
  kind = _trinh_cell_get_kind (row, column);
  if (span->format == TRINH_VALUE_FORMAT_LABEL && trinh_form_row_find_choice (row, display) != NULL)
    return g_strdup (trinh_form_row_find_choice (row, display));
  if ((kind == TRINH_KIND_COUNT || kind == TRINH_KIND_AMOUNT || kind == TRINH_KIND_PERCENT) &&
      trinh_evaluation_get_decimal (evaluation, span->text, &number))
    return fill_number (evaluation, span, kind, number);
  return g_steal_pointer (&display);
}

static JsonObject *
find_document (TrinhReport *report,
               const char *id)
{
  JsonNode *node = trinh_report_get_member (report, "documents");
  JsonArray *documents = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);

      if (g_str_equal (json_object_get_string_member_with_default (document, "id", ""), id))
        return document;
    }
  return NULL;
}

static const char *
get_text (JsonObject *document,
          const char *name)
{
  JsonNode *node = json_object_get_member (document, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : "";
}

static const char *
get_kind_name (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (document_kinds); i++)
    if (g_str_equal (document_kinds[i].kind, kind))
      return document_kinds[i].name;
  return *kind != '\0' ? kind : "Văn bản";
}

/* "Kế hoạch số 59/KH-UBND"; numbers below 10 have a leading zero (Nghị định 30/2020/NĐ-CP). */
static void
append_short (GString *citation,
              JsonObject *document)
{
  const char *number = get_text (document, "number");
  const char *symbol = get_text (document, "symbol");
  gboolean single = g_ascii_isdigit (number[0]) && number[0] != '0' && number[1] == '\0';

  g_string_append (citation, get_kind_name (get_text (document, "kind")));
  if (*number == '\0' && *symbol == '\0')
    return;
  g_string_append_printf (citation, " số %s%s", single ? "0" : "", *number != '\0' ? number : "…");
  if (*symbol != '\0')
    g_string_append_printf (citation, "/%s", symbol);
}

static void
append_date (GString *citation,
             const char *date)
{
  g_autofree char *formatted = NULL;
  guint32 julian;

  if (trinh_date_parse (date, &julian))
    {
      formatted = trinh_date_format (julian);
      g_string_append_printf (citation, " ngày %s", formatted);
    }
  else if (strlen (date) == 7)
    g_string_append_printf (citation, " tháng %s/%.4s", date[5] == '0' && date[6] > '2' ? date + 6 : date + 5, date);
  else if (*date != '\0')
    g_string_append_printf (citation, " năm %s", date);
}

/* The abstract may bring its "về" along. */
static void
append_abstract (GString *citation,
                 const char *abstract)
{
  static const char *const beginnings[] = { "Về ", "về ", "V/v ", "v/v " };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (abstract, beginnings[i]))
      {
        g_string_append_printf (citation, " về %s", abstract + strlen (beginnings[i]));
        return;
      }
  if (*abstract != '\0')
    g_string_append_printf (citation, " về %s", abstract);
}

static char *
fill_citation (TrinhReport *report,
               const char *id,
               gboolean first,
               gboolean *blank)
{
  JsonObject *document = find_document (report, id);
  GString *citation;

  if (document == NULL)
    return fill_blank (blank);
  citation = g_string_new (NULL);
  append_short (citation, document);
  if (first)
    {
      append_date (citation, get_text (document, "date"));
      if (*get_text (document, "issuer") != '\0')
        g_string_append_printf (citation, " của %s", get_text (document, "issuer"));
      append_abstract (citation, get_text (document, "abstract"));
    }
  return g_string_free_and_steal (citation);
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
