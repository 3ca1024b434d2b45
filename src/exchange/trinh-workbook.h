/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

#define TRINH_EXCHANGE_ERROR (trinh_exchange_error_quark ())

/**
 * TrinhExchangeError:
 * @TRINH_EXCHANGE_ERROR_READ: not there, cut, or damaged
 * @TRINH_EXCHANGE_ERROR_FOREIGN: no table of a kind that is known
 * @TRINH_EXCHANGE_ERROR_ENCRYPTED: opens with a password only
 * @TRINH_EXCHANGE_ERROR_TOO_LARGE: over the limits
 * @TRINH_EXCHANGE_ERROR_ENCODING: text in another encoding than UTF-8
 * @TRINH_EXCHANGE_ERROR_NOTHING: nothing in the table could be used
 * @TRINH_EXCHANGE_ERROR_MAKE: what was to be written could not be put together
 */
typedef enum
{
  TRINH_EXCHANGE_ERROR_READ,
  TRINH_EXCHANGE_ERROR_FOREIGN,
  TRINH_EXCHANGE_ERROR_ENCRYPTED,
  TRINH_EXCHANGE_ERROR_TOO_LARGE,
  TRINH_EXCHANGE_ERROR_ENCODING,
  TRINH_EXCHANGE_ERROR_NOTHING,
  TRINH_EXCHANGE_ERROR_MAKE,
} TrinhExchangeError;

GQuark trinh_exchange_error_quark (void);

/**
 * TrinhSheetKind:
 * @TRINH_SHEET_TEXT: as the person typed it
 * @TRINH_SHEET_NUMBER: a number of the program that wrote it, in the report file's form ("63.6")
 * @TRINH_SHEET_PERCENT: a number that is shown as a percentage; in hundredths ("42.4" for 0.424)
 * @TRINH_SHEET_BARE_NUMBER: a number of which nobody knows how it is shown (.xls)
 * @TRINH_SHEET_DATE: ISO
 * @TRINH_SHEET_FORMULA: a formula whose result is not in the file; its text is "="
 */
typedef enum
{
  TRINH_SHEET_EMPTY,
  TRINH_SHEET_TEXT,
  TRINH_SHEET_NUMBER,
  TRINH_SHEET_PERCENT,
  TRINH_SHEET_BARE_NUMBER,
  TRINH_SHEET_DATE,
  TRINH_SHEET_FORMULA,
} TrinhSheetKind;

/**
 * TrinhSheet:
 *
 * One table of cells. Owned by its workbook.
 */
typedef struct _TrinhSheet TrinhSheet;
typedef struct _TrinhWorkbook TrinhWorkbook;

/* "Biểu mẫu 1"; "" where it has no name */
const char *trinh_sheet_get_name (TrinhSheet *self);
guint trinh_sheet_get_n_rows (TrinhSheet *self);
guint trinh_sheet_get_n_columns (TrinhSheet *self);
/* Any row and column may be asked for */
TrinhSheetKind trinh_sheet_get_kind (TrinhSheet *self,
                                     guint row,
                                     guint column);
/* "" where empty */
const char *trinh_sheet_get_text (TrinhSheet *self,
                                  guint row,
                                  guint column);
/* The same; for a cell that is merged away, the text of the cell that covers it */
const char *trinh_sheet_get_covering_text (TrinhSheet *self,
                                           guint row,
                                           guint column);
/* "C5". (transfer full) */
char *trinh_sheet_dup_place (guint row,
                             guint column);

/**
 * TrinhWorkbook:
 *
 * The tables of a file or of the clipboard, read only. Reference-counted.
 */
#define TRINH_TYPE_WORKBOOK (trinh_workbook_get_type ())

GType trinh_workbook_get_type (void) G_GNUC_CONST;
/**
 * trinh_workbook_load:
 * @file: .xlsx, .xls, .ods, .csv or .tsv; what it is is told by its first bytes, not by its name
 *
 * Hidden sheets are left out.
 *
 * Returns: (transfer full): the workbook, or %NULL with TRINH_EXCHANGE_ERROR
 */
TrinhWorkbook *trinh_workbook_load (GFile *file,
                                    GError **error);
/* Tab-separated as from a spreadsheet; or lines of text as from a PDF. */
TrinhWorkbook *trinh_workbook_new_from_text (const char *text,
                                             GError **error);
/* The tables of a page as word processors and spreadsheets put it on the clipboard. */
TrinhWorkbook *trinh_workbook_new_from_html (const char *html,
                                             gsize length,
                                             GError **error);
TrinhWorkbook *trinh_workbook_ref (TrinhWorkbook *self);
void trinh_workbook_unref (TrinhWorkbook *self);
/* The file's name; "" for the clipboard */
const char *trinh_workbook_get_name (TrinhWorkbook *self);
guint trinh_workbook_get_n_sheets (TrinhWorkbook *self);
TrinhSheet *trinh_workbook_get_sheet (TrinhWorkbook *self,
                                      guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhWorkbook, trinh_workbook_unref)

G_END_DECLS
