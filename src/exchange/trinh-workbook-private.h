/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-workbook.h"

G_BEGIN_DECLS

/* What a table of a report can want at most, many times over. */
#define TRINH_WORKBOOK_MAX_SIZE (64 * 1024 * 1024)
#define TRINH_WORKBOOK_MAX_UNPACKED (256 * 1024 * 1024)
#define TRINH_WORKBOOK_MAX_TEXT (16 * 1024 * 1024)
#define TRINH_SHEET_MAX_ROWS 50000
#define TRINH_SHEET_MAX_COLUMNS 512
#define TRINH_WORKBOOK_MAX_SHEETS 200
/* Of all sheets together. A text that many cells repeat counts for each: who reads them goes through it as often. */
#define TRINH_WORKBOOK_MAX_CELLS 1000000
#define TRINH_WORKBOOK_MAX_LETTERS (64 * 1024 * 1024)

TrinhWorkbook *_trinh_workbook_new (const char *name);
/* (transfer none) */
TrinhSheet *_trinh_workbook_add_sheet (TrinhWorkbook *self,
                                       const char *name);
/* An empty text sets nothing. TRINH_EXCHANGE_ERROR_TOO_LARGE */
gboolean _trinh_sheet_set (TrinhSheet *self,
                           guint row,
                           guint column,
                           TrinhSheetKind kind,
                           const char *text,
                           GError **error);
/* The same, of a text that several cells have */
gboolean _trinh_sheet_share (TrinhSheet *self,
                             guint row,
                             guint column,
                             TrinhSheetKind kind,
                             GRefString *text,
                             GError **error);
/* A cell that is wholly in bold letters */
void _trinh_sheet_set_bold (TrinhSheet *self,
                            guint row,
                            guint column);
gboolean _trinh_sheet_get_bold (TrinhSheet *self,
                                guint row,
                                guint column);
void _trinh_sheet_merge (TrinhSheet *self,
                         guint row,
                         guint column,
                         guint n_rows,
                         guint n_columns);

/* Some of the files in a zip archive by their path: those that begin with one of @wanted. TRINH_EXCHANGE_ERROR. (transfer full) */
GHashTable *_trinh_package_load (GBytes *bytes,
                                 const char *name,
                                 const char *const *wanted,
                                 GError **error);
/* "“FILE” holds more than can be read. …" */
void _trinh_package_set_too_large (const char *name,
                                   GError **error);

/**
 * _trinh_number_from_digits:
 * @digits: "63.600000000000001", "1.934E3"
 * @shift: places that the point moves to the right: 2 makes a percentage of a fraction
 *
 * The number that was meant: at 15 significant digits, as spreadsheets show them, and at most four decimals.
 *
 * Returns: (transfer full) (nullable): in the report file's form; %NULL: no number, or too large
 */
char *_trinh_number_from_digits (const char *digits,
                                 int shift);
/* Days since 30 December 1899 as ISO. (transfer full) (nullable) */
char *_trinh_date_from_serial (const char *digits,
                               gboolean since_1904);

/* What a cell's number is by the code of its format, "0.0%", and by the number of a format that every spreadsheet knows */
TrinhSheetKind _trinh_sheet_kind_from_code (const char *code);
TrinhSheetKind _trinh_sheet_kind_from_format (guint id);

/* The readers fill @workbook; %FALSE with an error that names its file. */
gboolean _trinh_workbook_read_xlsx (TrinhWorkbook *workbook,
                                    GHashTable *package,
                                    GError **error);
gboolean _trinh_workbook_read_ods (TrinhWorkbook *workbook,
                                   GHashTable *package,
                                   GError **error);
gboolean _trinh_workbook_read_xls (TrinhWorkbook *workbook,
                                   GBytes *bytes,
                                   GError **error);
gboolean _trinh_workbook_read_text (TrinhWorkbook *workbook,
                                    GBytes *bytes,
                                    GError **error);
/* "“FILE” is damaged: @what. Open it in …" */
void _trinh_workbook_set_damaged (TrinhWorkbook *workbook,
                                  const char *what,
                                  GError **error);
/* Letters of the old fonts (.VnTime: TCVN3) that stand in Unicode as other signs: they would be stored broken. */
gboolean _trinh_workbook_refuse_letters (TrinhWorkbook *self,
                                         GError **error);

G_END_DECLS
