/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-import-item.h"
#include "trinh-workbook.h"

G_BEGIN_DECLS

/**
 * TrinhImport:
 *
 * What a workbook's tables would change in a report: a list model of
 * TrinhImportItem, what has to be answered first. Nothing changes before
 * trinh_import_make_edit() was applied.
 *
 * A column of a table has a role: "" (not used), "form", "key", "code",
 * "label", "unit", "note", "value" (the main column of the row's form), or the
 * id of a value column.
 */
#define TRINH_TYPE_IMPORT (trinh_import_get_type ())
G_DECLARE_FINAL_TYPE (TrinhImport, trinh_import, TRINH, IMPORT, GObject)

/**
 * trinh_import_new:
 * @memory: (nullable): what trinh_import_dup_memory() gave earlier
 *
 * Finds heads, forms and rows. Always succeeds; where nothing was found the
 * list is empty and the roles are for the person to choose.
 */
TrinhImport *trinh_import_new (TrinhEvaluation *evaluation,
                               TrinhWorkbook *workbook,
                               JsonNode *memory);
TrinhWorkbook *trinh_import_get_workbook (TrinhImport *self);
/* Whether the tables say by codes or labels which rows their values belong to, and some of them are the report's */
gboolean trinh_import_get_names_rows (TrinhImport *self);
/* Whether a table is one of the report's forms with a place for its values, be they all blank */
gboolean trinh_import_get_finds_rows (TrinhImport *self);
guint trinh_import_count (TrinhImport *self,
                          TrinhImportStatus status);
/* Those that would be taken */
guint trinh_import_get_n_taken (TrinhImport *self);

guint trinh_import_get_n_tables (TrinhImport *self);
/* "Biểu mẫu 1", or "Table 2" */
const char *trinh_import_get_table_title (TrinhImport *self,
                                          guint table);
guint trinh_import_get_n_columns (TrinhImport *self,
                                  guint table);
/* As printed over the column, or its letter */
const char *trinh_import_get_column_head (TrinhImport *self,
                                          guint table,
                                          guint column);
const char *trinh_import_get_column_role (TrinhImport *self,
                                          guint table,
                                          guint column);
/* Another column that had the role gives it up. The list is made anew, answers aside. */
void trinh_import_set_column_role (TrinhImport *self,
                                   guint table,
                                   guint column,
                                   const char *role);
/* The roles a column of this table may have. (transfer full) */
char **trinh_import_list_roles (TrinhImport *self,
                                guint table);
/* Translated, or the column's title. (transfer full) */
char *trinh_import_dup_role_title (TrinhImport *self,
                                   guint table,
                                   const char *role);
/* (nullable): the form whose rows these are; %NULL: as each row says */
const char *trinh_import_get_table_form (TrinhImport *self,
                                         guint table);
void trinh_import_set_table_form (TrinhImport *self,
                                  guint table,
                                  const char *form);

/* Whether columns, form or answers are those that were chosen for such a table before */
gboolean trinh_import_get_remembered (TrinhImport *self,
                                      guint table);
/* Reads the table as if nothing had ever been chosen for its kind; trinh_import_dup_memory() leaves it out. */
void trinh_import_forget (TrinhImport *self,
                          guint table);

/* Everything that is taken, as one edit with the origin "imported"; no change in it where nothing is. (transfer full) */
TrinhEdit *trinh_import_make_edit (TrinhImport *self);
/* What was chosen, by the fingerprint of each table's heads, added to what was known. (transfer full) */
JsonNode *trinh_import_dup_memory (TrinhImport *self);

G_END_DECLS
