/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-text.h"

G_BEGIN_DECLS

/* What a column holds says how wide it is. */
typedef enum
{
  TRINH_COLUMN_CODE,
  TRINH_COLUMN_LABEL,
  TRINH_COLUMN_UNIT,
  TRINH_COLUMN_VALUE,
  TRINH_COLUMN_TEXT, /* values that are sentences */
  TRINH_COLUMN_NOTE,
} TrinhColumnUse;

typedef enum
{
  TRINH_ALIGN_START,
  TRINH_ALIGN_CENTER,
  TRINH_ALIGN_END,
} TrinhAlign;

/**
 * TrinhTableCell:
 * @place: (nullable): address of the value it shows, or the form's id
 */
typedef struct
{
  TrinhText *text;
  TrinhAlign align;
  char *place;
  guint row;
  guint column;
  guint row_span;
  guint column_span;
} TrinhTableCell;

/**
 * TrinhTable:
 *
 * A table for print: head cells that may span rows and columns, and body rows
 * of one cell per column, some of them merged with those below.
 */
typedef struct _TrinhTable TrinhTable;

TrinhTable *trinh_table_new (void);
void trinh_table_free (TrinhTable *self);
/* All columns first, then the head, then the rows */
void trinh_table_add_column (TrinhTable *self,
                             TrinhColumnUse use);
/* @text: (transfer full); @place: (nullable) */
void trinh_table_add_head (TrinhTable *self,
                           guint row,
                           guint column,
                           guint row_span,
                           guint column_span,
                           TrinhText *text,
                           const char *place);
/* The next cell of the body, row by row; @text: (transfer full) */
void trinh_table_add_cell (TrinhTable *self,
                           TrinhText *text,
                           TrinhAlign align,
                           const char *place);
/* The last cell added goes over @row_span rows; the cells below it are added too and not shown. */
void trinh_table_merge_cell (TrinhTable *self,
                             guint row_span);
guint trinh_table_get_n_columns (const TrinhTable *self);
TrinhColumnUse trinh_table_get_column_use (const TrinhTable *self,
                                           guint column);
guint trinh_table_get_n_head_rows (const TrinhTable *self);
guint trinh_table_get_n_heads (const TrinhTable *self);
const TrinhTableCell *trinh_table_get_head (const TrinhTable *self,
                                            guint position);
guint trinh_table_get_n_rows (const TrinhTable *self);
const TrinhTableCell *trinh_table_get_cell (const TrinhTable *self,
                                            guint row,
                                            guint column);
/* The row is a heading: the next one stays on its page. */
void trinh_table_keep_row (TrinhTable *self,
                           guint row);
gboolean trinh_table_get_row_kept (const TrinhTable *self,
                                   guint row);
/* The same columns, cells, texts and places; (nullable) both */
gboolean trinh_table_equal (const TrinhTable *a,
                            const TrinhTable *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhTable, trinh_table_free)

G_END_DECLS
