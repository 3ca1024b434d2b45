/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-form-row.h"
#include "trinh-period.h"

G_BEGIN_DECLS

/**
 * TrinhFormColumn:
 *
 * One value column of a form. The form's main column is the one that an
 * address without "@column" means. Immutable.
 */
#define TRINH_TYPE_FORM_COLUMN (trinh_form_column_get_type ())
G_DECLARE_FINAL_TYPE (TrinhFormColumn, trinh_form_column, TRINH, FORM_COLUMN, GObject)

const char *trinh_form_column_get_id (TrinhFormColumn *self);
const char *trinh_form_column_get_title (TrinhFormColumn *self); /* markup, placeholders unresolved */
gboolean trinh_form_column_get_main (TrinhFormColumn *self);
/* Instead of the row's kind; TRINH_KIND_NONE: as the row says. A row without a kind carries no value in any column. */
TrinhKind trinh_form_column_get_kind (TrinhFormColumn *self);

/**
 * TrinhFormGroup:
 * @title: the head printed over the columns (markup)
 * @columns: ids of neighbouring columns; "code", "label", "unit", "note" name the fixed ones
 *
 * A group head. A group within another spans a part of its columns.
 */
typedef struct
{
  char *title;
  char **columns;
} TrinhFormGroup;

/**
 * TrinhForm:
 *
 * A table of indicators ("biểu mẫu", "phụ lục") as data say. Immutable.
 */
#define TRINH_TYPE_FORM (trinh_form_get_type ())
G_DECLARE_FINAL_TYPE (TrinhForm, trinh_form, TRINH, FORM, GObject)

/* @problems: (out) (optional) (transfer full): every error with line and reason (element-type GError), or %NULL when it is right.
 * Values of other forms and concepts are not looked up: a regime does that. */
TrinhForm *trinh_form_load (TrinhJsonDocument *document,
                            GPtrArray **problems);
const char *trinh_form_get_id (TrinhForm *self);
const char *trinh_form_get_label (TrinhForm *self); /* "Biểu mẫu 1" */
const char *trinh_form_get_title (TrinhForm *self); /* placeholders unresolved */
gboolean trinh_form_get_landscape (TrinhForm *self);
gboolean trinh_form_get_printed (TrinhForm *self);
gboolean trinh_form_get_list (TrinhForm *self); /* rows are added by the office */
/* The heads of the fixed columns: @column is "code", "label", "unit" or "note"; (nullable) %NULL: not printed */
const char *trinh_form_get_head (TrinhForm *self,
                                 const char *column);
guint trinh_form_get_n_groups (TrinhForm *self);
const TrinhFormGroup *trinh_form_get_group (TrinhForm *self,
                                            guint position);
/* (transfer none): of TrinhFormRow, in printed order; for a list form the rows' pattern is row 0 */
GListModel *trinh_form_get_rows (TrinhForm *self);
guint trinh_form_get_n_rows (TrinhForm *self);
TrinhFormRow *trinh_form_get_row (TrinhForm *self,
                                  guint position);
/* (nullable): under the rows of a list, what they add up to; not among the rows. Its values are computed, never entered. */
TrinhFormRow *trinh_form_get_total (TrinhForm *self);
/* (nullable); for a list form any key of the shape "r1" finds the pattern, and the key of the totals these */
TrinhFormRow *trinh_form_find_row (TrinhForm *self,
                                   const char *key);
GListModel *trinh_form_get_columns (TrinhForm *self);
TrinhFormColumn *trinh_form_find_column (TrinhForm *self,
                                         const char *id);
TrinhFormColumn *trinh_form_get_main_column (TrinhForm *self);
/* Of TrinhRule: the row formulas and the form's own rules, in order */
GListModel *trinh_form_get_rules (TrinhForm *self);
/* "bm1:2.1", or "b06:3@online" for a column that is not the main one. Interned. */
const char *trinh_form_get_address (TrinhForm *self,
                                    TrinhFormRow *row,
                                    TrinhFormColumn *column);
const char *trinh_address_build (const char *form,
                                 const char *row,
                                 const char *column);
/* Splits an address; @column gets %NULL for the main one. %FALSE: not an address. */
gboolean trinh_address_split (const char *address,
                              char **form,
                              char **row,
                              char **column);

G_END_DECLS
