/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"

/* "Công tác …" becomes "Báo cáo công tác …". */
static char *
make_title (const char *subject)
{
  g_autofree char *first = NULL;
  const char *rest = subject;

  if (*subject == '\0')
    return g_strdup ("Báo cáo");
  rest = g_utf8_next_char (subject);
  first = g_utf8_strdown (subject, rest - subject);
  return g_strconcat ("Báo cáo ", first, rest, NULL);
}

/* Never the clock: without a date the report's data give one. */
static guint32
find_date (TrinhReport *report)
{
  guint32 date;

  if (trinh_date_parse (trinh_report_get_date (report), &date))
    return date;
  date = trinh_report_get_data_to (report);
  return date != 0 ? date : trinh_report_get_period (report).to;
}

static void
build (TrinhDocument *self,
       TrinhEvaluation *evaluation,
       TrinhReport *report)
{
  g_autoptr (GHashTable) cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TrinhDocumentBuilder builder = {
    .evaluation = evaluation,
    .report = report,
    .regime = trinh_report_get_regime (report),
    .blocks = self->blocks,
    .cited = cited,
  };

  trinh_document_builder_add_header (&builder);
  trinh_document_builder_add_body (&builder);
  trinh_document_builder_add_signature (&builder);
  trinh_document_builder_add_annexes (&builder);
}

/* With what is printed of the formulas, as the report file is exported */
static GBytes *
make_attachment (TrinhEvaluation *evaluation)
{
  g_autoptr (JsonNode) node = trinh_evaluation_report_to_json (evaluation);
  char *text = trinh_json_to_text (node);

  return g_bytes_new_take (text, strlen (text));
}

TrinhDocument *
trinh_document_new (TrinhEvaluation *evaluation)
{
  TrinhDocument *self;
  TrinhReport *report;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  report = trinh_evaluation_get_report (evaluation);
  self = g_object_new (TRINH_TYPE_DOCUMENT, NULL);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_block_free);
  self->title = make_title (trinh_report_get_subject (report));
  self->author = g_strdup (trinh_office_get_name (trinh_report_get_office (report)));
  self->id = g_strdup_printf ("%s-%u", trinh_report_get_id (report), trinh_report_get_revision (report));
  self->date = find_date (report);
  self->draft = trinh_report_get_state (report) < TRINH_STATE_SIGNED;
  self->attachment = make_attachment (evaluation);
  build (self, evaluation, report);
  return self;
}
