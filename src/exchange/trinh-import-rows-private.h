/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-import-private.h"

G_BEGIN_DECLS

/* Reads the tables' rows into items. */
typedef struct
{
  TrinhEvaluation *evaluation;
  TrinhRegime *regime;
  GPtrArray *places;
  GPtrArray *items;       /* of TrinhImportItem, owned */
  GHashTable *by_address; /* of the same */
  GHashTable *new_rows;   /* list form's id → how many rows were added */
  GHashTable *lists;      /* list TrinhForm → the TrinhImportTable of ours with its rows */
  GHashTable *rows;       /* addresses of the rows of lists that were found */
  TrinhImportTable *table;
  JsonObject *answers; /* (nullable): remembered for this table */
} TrinhImportReader;

/* Goes through the rows of self->table. */
void _trinh_import_read_table (TrinhImportReader *self);

/* Whether one of its columns has values */
gboolean _trinh_import_has_column (const TrinhImportTable *table);
gboolean _trinh_import_has_values (const TrinhImportTable *table,
                                   guint row);
void _trinh_import_read_row (TrinhImportReader *self,
                             guint row,
                             TrinhForm *form,
                             TrinhFormRow *form_row,
                             const char *key);
void _trinh_import_read_value (TrinhImportReader *self,
                               guint row,
                               guint column_at,
                               TrinhForm *form,
                               TrinhFormRow *form_row,
                               TrinhFormColumn *column,
                               const char *key);
/* "Biểu mẫu 1, D7" (transfer full) */
char *_trinh_import_dup_place (TrinhImportTable *table,
                               guint row,
                               guint column);
/* @column: (nullable). (transfer full) */
char *_trinh_import_dup_row_title (TrinhForm *form,
                                   TrinhFormRow *row,
                                   TrinhFormColumn *column,
                                   const char *key);
/* @item: (transfer full) */
void _trinh_import_add_item (TrinhImportReader *self,
                             TrinhImportItem *item);
/* Where the table says nothing: offers to take the report's value away, or its note. @column: (nullable): the note */
void _trinh_import_read_blank (TrinhImportReader *self,
                               guint row,
                               guint column_at,
                               TrinhForm *form,
                               TrinhFormRow *form_row,
                               TrinhFormColumn *column,
                               const char *key);
/* The same for rows of lists that no table has any more */
void _trinh_import_read_gone (TrinhImportReader *self);
void _trinh_import_miss_row (TrinhImportReader *self,
                             guint row);

/* Leaves out of @items what only says what the report's formulas will give. */
void _trinh_import_drop_computed (TrinhEvaluation *evaluation,
                                  GPtrArray *items);
/* What is taken of @items, into @edit */
void _trinh_import_fill_edit (TrinhEdit *edit,
                              TrinhReport *report,
                              GPtrArray *items);
/* (transfer full) */
JsonNode *_trinh_import_make_memory (JsonObject *known,
                                     GPtrArray *tables,
                                     GPtrArray *items);

G_END_DECLS
