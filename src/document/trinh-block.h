/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart.h"
#include "trinh-table.h"

G_BEGIN_DECLS

/**
 * TrinhBlockType:
 * @TRINH_BLOCK_TYPE_HEADER: superior, office and number; motto, place and date
 * @TRINH_BLOCK_TYPE_TITLE: lines: "BÁO CÁO" and the subject
 * @TRINH_BLOCK_TYPE_ADDRESSEES: lines: the names after "Kính gửi:"
 * @TRINH_BLOCK_TYPE_HEADING: text with its number; level 1 to 4
 * @TRINH_BLOCK_TYPE_RUN_IN: text: a heading without number inside a section
 * @TRINH_BLOCK_TYPE_PARAGRAPH: text
 * @TRINH_BLOCK_TYPE_LIST_ITEM: text, its mark ("- ", "a) ") included
 * @TRINH_BLOCK_TYPE_CAPTION: lines: label and title of a form
 * @TRINH_BLOCK_TYPE_TABLE: table
 * @TRINH_BLOCK_TYPE_FIGURE: a chart with its caption (lines) and the table behind it
 * @TRINH_BLOCK_TYPE_SIGNATURE: recipients and who signs
 * @TRINH_BLOCK_TYPE_ANNEX: begins an annex on a new page
 */
typedef enum
{
  TRINH_BLOCK_TYPE_HEADER,
  TRINH_BLOCK_TYPE_TITLE,
  TRINH_BLOCK_TYPE_ADDRESSEES,
  TRINH_BLOCK_TYPE_HEADING,
  TRINH_BLOCK_TYPE_RUN_IN,
  TRINH_BLOCK_TYPE_PARAGRAPH,
  TRINH_BLOCK_TYPE_LIST_ITEM,
  TRINH_BLOCK_TYPE_CAPTION,
  TRINH_BLOCK_TYPE_TABLE,
  TRINH_BLOCK_TYPE_FIGURE,
  TRINH_BLOCK_TYPE_SIGNATURE,
  TRINH_BLOCK_TYPE_ANNEX,
} TrinhBlockType;

/**
 * TrinhHeaderBlock:
 * @superior: (nullable): printed above the office
 * @office: lines in capitals
 * @number: "Số: 15/BC-UBND"
 * @date: "Bình Lãng, ngày 09 tháng 6 năm 2022"
 */
typedef struct
{
  char *superior;
  char **office;
  char *number;
  char *date;
} TrinhHeaderBlock;

/**
 * TrinhPrintedSignatory:
 * @capacity: lines above the title: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
 * @title: "CHỦ TỊCH"
 */
typedef struct
{
  char **capacity;
  char *title;
  char *name;
} TrinhPrintedSignatory;

/**
 * TrinhSignatureBlock:
 * @recipients: lines as printed: "- Như trên;"
 * @signers: (element-type TrinhPrintedSignatory)
 */
typedef struct
{
  char **recipients;
  GPtrArray *signers;
} TrinhSignatureBlock;

/**
 * TrinhAnnexBlock:
 * @label: "PHỤ LỤC"
 * @title: lines in capitals
 * @reference: "(Kèm theo Báo cáo số …)"
 * @bare: its table stands right below, without a caption
 */
typedef struct
{
  char *label;
  char **title;
  char *reference;
  gboolean bare;
} TrinhAnnexBlock;

/* Places of figures: this and the chart's id, as an address of the page that compares */
#define TRINH_FIGURE_PLACE "comparison:"

/**
 * TrinhFigureBlock:
 * @unit: (nullable): "Đơn vị tính: %", above the chart
 * @source: "Nguồn: …", below it
 * @alternative: what it shows, in words
 */
typedef struct
{
  TrinhChart *chart;
  char *unit;
  char *source;
  char *alternative;
} TrinhFigureBlock;

/* Of headings: "I.", "1.", "1.1.", "a)" */
#define TRINH_BLOCK_LEVELS 4

/**
 * TrinhBlock:
 * @place: (nullable): id of the section or form it comes from
 * @level: of a heading, how it is set: 1 "I.", 2 "1.", 3 "1.1.", 4 "a)"
 * @depth: of a heading, how many lie over it and itself: "a)" may stand below "1."
 * @landscape: an annex, caption or table on a page lying on its side, and what stays below such a table
 * @run_on: a heading whose line says all ("…: Không."): nothing follows it
 *
 * One node of the document's tree. What a type does not use is %NULL. Painter,
 * PDF and DOCX walk the same blocks.
 */
typedef struct
{
  TrinhBlockType type;
  char *place;
  guint level;
  guint depth;
  gboolean landscape;
  gboolean run_on;
  TrinhText *text;
  char **lines;
  TrinhTable *table;
  TrinhHeaderBlock *header;
  TrinhSignatureBlock *signature;
  TrinhAnnexBlock *annex;
  TrinhFigureBlock *figure;
} TrinhBlock;

/* @place: (nullable) */
TrinhBlock *trinh_block_new (TrinhBlockType type,
                             const char *place);
/* @text: (transfer full) */
TrinhBlock *trinh_block_new_text (TrinhBlockType type,
                                  const char *place,
                                  TrinhText *text);
TrinhBlock *trinh_block_new_heading (const char *place,
                                     guint level,
                                     TrinhText *text);
TrinhBlock *trinh_block_new_lines (TrinhBlockType type,
                                   const char *place,
                                   const char *const *lines);
/* @table: (transfer full) */
TrinhBlock *trinh_block_new_table (const char *place,
                                   gboolean landscape,
                                   TrinhTable *table);
/* @superior: (nullable) */
TrinhBlock *trinh_block_new_header (const char *superior,
                                    const char *const *office,
                                    const char *number,
                                    const char *date);
TrinhBlock *trinh_block_new_signature (const char *const *recipients);
void trinh_block_add_signer (TrinhBlock *self,
                             const char *const *capacity,
                             const char *title,
                             const char *name);
TrinhBlock *trinh_block_new_annex (const char *place,
                                   gboolean landscape,
                                   const char *label,
                                   const char *const *title,
                                   const char *reference);
/* Whether @next is what @heading (a heading or a run-in) is the heading of: its text, its table, what is below it in the
 * outline */
gboolean trinh_block_belongs_to (const TrinhBlock *next,
                                 const TrinhBlock *heading);
/* Whether both look the same and show the same places: all members count */
gboolean trinh_block_equal (const TrinhBlock *a,
                            const TrinhBlock *b);
/* @chart: (transfer full); @unit: (nullable) */
TrinhBlock *trinh_block_new_figure (const char *place,
                                    gboolean landscape,
                                    TrinhChart *chart,
                                    const char *unit,
                                    const char *source,
                                    const char *alternative);
void trinh_block_free (TrinhBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhBlock, trinh_block_free)

G_END_DECLS
