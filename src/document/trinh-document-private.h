/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-document.h"
#include "trinh-evaluation.h"
#include "trinh-markup.h"

G_BEGIN_DECLS

struct _TrinhDocument
{
  GObject parent_instance;

  /* Owned References */
  GPtrArray *blocks;
  GBytes *attachment;
  char *title;
  char *author;
  char *id;
  char *origin; /* (nullable) */
  guint32 date;
  gboolean draft;
};

/* What the builders share: the report is read, the blocks grow. All but @blocks and @cited are borrowed. */
typedef struct
{
  TrinhEvaluation *evaluation;
  TrinhReport *report;
  TrinhRegime *regime;
  GPtrArray *blocks;
  GHashTable *cited; /* ids of the documents that were cited already */
} TrinhDocumentBuilder;

void trinh_document_builder_add_header (TrinhDocumentBuilder *self);
void trinh_document_builder_add_body (TrinhDocumentBuilder *self);
void trinh_document_builder_add_signature (TrinhDocumentBuilder *self);
void trinh_document_builder_add_annexes (TrinhDocumentBuilder *self);
/* The table, with its caption where nothing else has named it */
void trinh_document_builder_add_form (TrinhDocumentBuilder *self,
                                      TrinhForm *form,
                                      gboolean caption);

/* @charts: (element-type TrinhReportChart): a figure for each unit among a chart's indicators */
void trinh_document_builder_add_charts (TrinhDocumentBuilder *self,
                                        GPtrArray *charts,
                                        gboolean landscape);
gboolean trinh_document_charts_need_landscape (GPtrArray *charts);

/* "15/BC-UBND", "07/BC-UBND"; @gap stands for a number that is not there yet. (transfer full) */
char *trinh_document_format_number (const char *number,
                                    const char *symbol,
                                    const char *gap);
/* "ngày 09 tháng 6 năm 2022"; what @date leaves out is a gap to be filled by hand. (transfer full) */
char *trinh_document_format_date (const char *date);
/* The same, and "Số: 15/BC-UBND" after @before ("Số:"), on a page: what is not known yet is an empty place, which the
 * registrar's fields fill (trinh-session-issue.c). (transfer full) */
char *trinh_document_format_empty_date (const char *date);
char *trinh_document_format_empty_number (const char *before,
                                          const char *number,
                                          const char *symbol);
/* "- Như trên;", the last with "."; dashes and signs that are there are not doubled. (transfer full) */
char **trinh_document_format_list (const char *const *names);
/* The lines of all texts without the spaces around them; those without letters are none. (transfer full) */
char **trinh_document_format_lines (const char *const *texts);
/* Markup without block marks as print; @bold, @italic: of all of it. (transfer full) */
TrinhText *trinh_document_make_text (const char *markup,
                                     gboolean bold,
                                     gboolean italic);
/* "./." at the end of the last text, once. */
void trinh_document_close_text (GPtrArray *blocks);

/* A document of ready blocks, for tests. @blocks: (transfer full) (element-type TrinhBlock) */
TrinhDocument *trinh_document_new_for_blocks (GPtrArray *blocks);

G_END_DECLS
