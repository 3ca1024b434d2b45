/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-report-shapes-private.h"
#include "trinh-report-private.h"

static const TrinhReportMember replaces_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "number", TRINH_SHAPE_STRING },
  { "date", TRINH_SHAPE_PARTIAL_DATE },
  { "pdf_sha256", TRINH_SHAPE_NULLABLE },
  { NULL },
};

static const TrinhReportMember signatory_members[] = {
  { "capacity", TRINH_SHAPE_STRINGS },
  { "title", TRINH_SHAPE_STRING },
  { "name", TRINH_SHAPE_STRING },
  { NULL },
};

static const TrinhReportMember file_members[] = {
  { "name", TRINH_SHAPE_STRING },
  { "sha256", TRINH_SHAPE_STRING },
  { NULL },
};

static const TrinhReportMember document_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "kind", TRINH_SHAPE_STRING },
  { "number", TRINH_SHAPE_STRING },
  { "symbol", TRINH_SHAPE_STRING },
  { "date", TRINH_SHAPE_PARTIAL_DATE },
  { "issuer", TRINH_SHAPE_STRING },
  { "abstract", TRINH_SHAPE_STRING },
  { "counts", TRINH_SHAPE_ADDRESSES },
  { "file", TRINH_SHAPE_OBJECT, file_members },
  { NULL },
};

static const TrinhReportMember task_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "title", TRINH_SHAPE_STRING },
  { "lead", TRINH_SHAPE_STRING },
  { "due", TRINH_SHAPE_DATE },
  { "done", TRINH_SHAPE_DATE },
  { "counts", TRINH_SHAPE_ADDRESSES },
  { NULL },
};

static const TrinhReportMember acknowledgement_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "rule", TRINH_SHAPE_STRING },
  { "subjects", TRINH_SHAPE_STRINGS },
  { "values", TRINH_SHAPE_STRINGS },
  { "explanation", TRINH_SHAPE_STRING },
  { "by", TRINH_SHAPE_STRING },
  { "at", TRINH_SHAPE_STRING },
  { NULL },
};

static const TrinhReportMember part_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "title", TRINH_SHAPE_STRING },
  { "forms", TRINH_SHAPE_FORMS },
  { "sections", TRINH_SHAPE_STRINGS },
  { "who", TRINH_SHAPE_STRING },
  { "due", TRINH_SHAPE_DATE },
  { "sent", TRINH_SHAPE_NULLABLE },
  { "returned", TRINH_SHAPE_NULLABLE },
  { NULL },
};

static const TrinhReportMember chart_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "title", TRINH_SHAPE_STRING },
  { "kind", TRINH_SHAPE_CHART_KIND },
  { "indicators", TRINH_SHAPE_ADDRESSES },
  { "periods", TRINH_SHAPE_PERIODS },
  { "values", TRINH_SHAPE_FIGURES },
  { NULL },
};

static const TrinhReportMember comment_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "thread", TRINH_SHAPE_NULLABLE },
  { "cell", TRINH_SHAPE_NULLABLE },
  { "section", TRINH_SHAPE_NULLABLE },
  { "quote", TRINH_SHAPE_NULLABLE },
  { "by", TRINH_SHAPE_STRING },
  { "role", TRINH_SHAPE_STRING },
  { "at", TRINH_SHAPE_STRING },
  { "text", TRINH_SHAPE_STRING },
  { "start", TRINH_SHAPE_COUNT },
  { "mark", TRINH_SHAPE_STRING },
  { NULL },
};

static const TrinhReportMember journal_members[] = {
  { "id", TRINH_SHAPE_STRING },
  { "step", TRINH_SHAPE_STRING },
  { "by", TRINH_SHAPE_STRING },
  { "role", TRINH_SHAPE_STRING },
  { "at", TRINH_SHAPE_STRING },
  { "remark", TRINH_SHAPE_STRING },
  { "revision", TRINH_SHAPE_COUNT },
  { "content", TRINH_SHAPE_NULLABLE },
  { "file", TRINH_SHAPE_OBJECT, file_members },
  { NULL },
};

static const TrinhReportMember members[] = {
  { "base", TRINH_SHAPE_NULLABLE },
  { "part", TRINH_SHAPE_NULLABLE },
  { "merged", TRINH_SHAPE_STRINGS },
  { "replaces", TRINH_SHAPE_OBJECT, replaces_members },
  { "data_from", TRINH_SHAPE_DATE },
  { "data_to", TRINH_SHAPE_DATE },
  { "office", TRINH_SHAPE_OFFICE },
  { "number", TRINH_SHAPE_STRING },
  { "symbol", TRINH_SHAPE_STRING },
  { "date", TRINH_SHAPE_PARTIAL_DATE },
  { "subject", TRINH_SHAPE_STRING },
  { "addressees", TRINH_SHAPE_STRINGS },
  { "recipients", TRINH_SHAPE_STRINGS },
  { "signatories", TRINH_SHAPE_OBJECTS, signatory_members },
  { "documents", TRINH_SHAPE_REGISTER, document_members },
  { "last_document", TRINH_SHAPE_STRING },
  { "tasks", TRINH_SHAPE_REGISTER, task_members },
  { "parts", TRINH_SHAPE_REGISTER, part_members },
  { "charts", TRINH_SHAPE_REGISTER, chart_members },
  { "acknowledgements", TRINH_SHAPE_OBJECTS, acknowledgement_members },
  { "comments", TRINH_SHAPE_OBJECTS, comment_members },
  { "state", TRINH_SHAPE_STATE },
  { "journal", TRINH_SHAPE_OBJECTS, journal_members },
  { NULL },
};

static const char *const order[] = {
  "format",
  "version",
  "id",
  "revision",
  "base",
  "part",
  "merged",
  "replaces",
  "regime",
  "period",
  "data_from",
  "data_to",
  "office",
  "number",
  "symbol",
  "date",
  "subject",
  "addressees",
  "recipients",
  "signatories",
  "values",
  "lists",
  "sections",
  "documents",
  "last_document",
  "tasks",
  "parts",
  "charts",
  "acknowledgements",
  "comments",
  "state",
  "journal",
  NULL
};

const TrinhReportMember *
_trinh_report_find_member (const char *name)
{
  for (guint i = 0; members[i].name != NULL; i++)
    if (g_str_equal (members[i].name, name))
      return &members[i];

  return NULL;
}

const char *const *
_trinh_report_list_members (void)
{
  return order;
}
