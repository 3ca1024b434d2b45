/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <xlsxwriter.h>

#include "trinh-form-table.h"
#include "trinh-layout-measure.h"
#include "trinh-spreadsheet.h"

G_BEGIN_DECLS

/* What a printed page of the norm is set in */
#define TRINH_SPREADSHEET_FONT "Times New Roman"
/* The Vietnamese separators where a program takes them from the format; others take those of the computer. */
#define TRINH_SPREADSHEET_LOCALE "[$-42A]"
#define TRINH_SPREADSHEET_WHOLE TRINH_SPREADSHEET_LOCALE "#,##0"
#define TRINH_SPREADSHEET_DECIMALS TRINH_SPREADSHEET_LOCALE "#,##0.0#"
#define TRINH_SPREADSHEET_ESTIMATE "\" (ước)\""
/* What that takes, points: a number that has no room is no number any more */
#define TRINH_SPREADSHEET_ESTIMATE_WIDTH 36.0
#define TRINH_SPREADSHEET_SIZE 13.0

/* A sheet with a form on it. Two columns behind the table, as good as unseen, say which row is which. */
typedef struct
{
  TrinhForm *form; /* borrowed */
  TrinhTable *table;
  char *name;
  lxw_worksheet *sheet;
  guint first_head; /* row of the sheet */
  guint first_row;
} TrinhSpreadsheetForm;

/* Where the value of an address stands */
typedef struct
{
  TrinhSpreadsheetForm *form;
  guint row;
  guint column;
} TrinhSpreadsheetPlace;

typedef struct
{
  /* Borrowed */
  TrinhEvaluation *evaluation;
  TrinhReport *report;
  TrinhRegime *regime;

  lxw_workbook *workbook;
  TrinhMeasure *measure;
  GHashTable *formats; /* look → lxw_format, owned by the workbook */
  GHashTable *names;   /* sheets' names in lower case */
  GPtrArray *forms;    /* of TrinhSpreadsheetForm */
  GHashTable *places;  /* address → TrinhSpreadsheetPlace */
  GHashTable *rules;   /* address → TrinhRule that computes it, borrowed */
  GError *error;       /* the first */
} TrinhSpreadsheet;

/* How a cell looks; what is not named is as the table's cells are. */
typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean plain; /* without border */
  gboolean unlocked;
  TrinhAlign align;
  double size;
  const char *number; /* (nullable): the number's format */
} TrinhSpreadsheetLook;

/* A figure of a period, for charts */
typedef struct
{
  const char *address;
  gboolean own; /* of this report: it stands in its form and is followed here */
  gboolean estimate;
  const TrinhDecimal *number; /* (nullable): a blank */
} TrinhSpreadsheetFigure;

/* The numbers that the labels of a native chart's series show: they have one format, and follow its cells. */
typedef struct
{
  guint n_known;
  guint n_estimates;
  gboolean fractions;
  gboolean long_fractions; /* that want the separator of thousands too */
} TrinhSpreadsheetLabels;

/* trinh-spreadsheet-style.c */
lxw_format *_trinh_spreadsheet_get_format (TrinhSpreadsheet *self,
                                           const TrinhSpreadsheetLook *look);
/* Of a sheet: paper, margins, header and footer */
void _trinh_spreadsheet_set_page (TrinhSpreadsheet *self,
                                  lxw_worksheet *sheet,
                                  const char *title,
                                  gboolean landscape);
void _trinh_spreadsheet_set_width (TrinhSpreadsheet *self,
                                   lxw_worksheet *sheet,
                                   guint column,
                                   double points);
/* Of @letters in a cell so many points wide, with lines as full as they get */
double _trinh_spreadsheet_guess_height (const char *letters,
                                        double width,
                                        double size);
/* Of letters, at which @text stands in so many points of width in a row that is not cut off; 0: the usual one */
double _trinh_spreadsheet_choose_size (TrinhSpreadsheet *self,
                                       const TrinhText *text,
                                       double width);
/* @width, or more where the smallest letters would not be enough */
double _trinh_spreadsheet_choose_width (TrinhSpreadsheet *self,
                                        const TrinhText *text,
                                        double width);
/* Valid and not taken yet. (transfer full) */
char *_trinh_spreadsheet_make_name (TrinhSpreadsheet *self,
                                    const char *wanted);

/* trinh-spreadsheet-text.c */
/* Keeps the first error; @what: (nullable): the cell or the sheet */
void _trinh_spreadsheet_check (TrinhSpreadsheet *self,
                               lxw_error result,
                               const char *what);
void _trinh_spreadsheet_write_string (TrinhSpreadsheet *self,
                                      lxw_worksheet *sheet,
                                      guint row,
                                      guint column,
                                      const char *text,
                                      const TrinhSpreadsheetLook *look);
/* With its bold and italic letters */
void _trinh_spreadsheet_write_text (TrinhSpreadsheet *self,
                                    lxw_worksheet *sheet,
                                    guint row,
                                    guint column,
                                    const TrinhText *text,
                                    const TrinhSpreadsheetLook *look);
/* Over several cells; one cell stays one */
void _trinh_spreadsheet_merge (TrinhSpreadsheet *self,
                               lxw_worksheet *sheet,
                               guint row,
                               guint column,
                               guint row_span,
                               guint column_span,
                               const TrinhSpreadsheetLook *look);

/* trinh-spreadsheet-value.c */
/* Nothing is rounded away: so many digits a spreadsheet's number holds */
gboolean _trinh_spreadsheet_fits (TrinhDecimal number);
/* @size: of the letters, 0 the usual one */
void _trinh_spreadsheet_write_value (TrinhSpreadsheet *self,
                                     TrinhSpreadsheetForm *form,
                                     guint row,
                                     guint column,
                                     double size,
                                     const char *address);

/* @look: its number's format is chosen here */
void _trinh_spreadsheet_write_figure (TrinhSpreadsheet *self,
                                      lxw_worksheet *sheet,
                                      guint row,
                                      guint column,
                                      const TrinhSpreadsheetFigure *figure,
                                      const TrinhSpreadsheetLook *look);

/* trinh-spreadsheet-labels.c */
void _trinh_spreadsheet_labels_add (TrinhSpreadsheetLabels *labels,
                                    const TrinhSpreadsheetFigure *figure);
/* @has_room: for "(ước)", which stands in them where all are estimates; else the chart's title alone tells. */
void _trinh_spreadsheet_labels_set (const TrinhSpreadsheetLabels *labels,
                                    lxw_chart_series *series,
                                    gboolean has_room);
/* (transfer full) */
char *_trinh_spreadsheet_make_chart_title (const char *title,
                                           guint n_estimates);

/* trinh-spreadsheet-formula.c */
/* "D5", or "'Biểu mẫu 3'!D5" from another sheet. (transfer full) (nullable) */
char *_trinh_spreadsheet_dup_place (TrinhSpreadsheet *self,
                                    const char *address,
                                    const TrinhSpreadsheetForm *from);
/* The formula that gives what the cell shows, now and when other cells change; @number: (out): its result now,
 * of which @blank says that there is none. (transfer full) (nullable): the cell shows something else */
char *_trinh_spreadsheet_make_formula (TrinhSpreadsheet *self,
                                       const TrinhSpreadsheetForm *from,
                                       const char *address,
                                       TrinhDecimal *number,
                                       gboolean *blank);

/* trinh-spreadsheet-form.c */
void _trinh_spreadsheet_add_form (TrinhSpreadsheet *self,
                                  TrinhForm *form);
void _trinh_spreadsheet_write_form (TrinhSpreadsheet *self,
                                    TrinhSpreadsheetForm *form);
void _trinh_spreadsheet_form_free (gpointer data);

/* trinh-spreadsheet-info.c */
void _trinh_spreadsheet_write_info (TrinhSpreadsheet *self,
                                    lxw_worksheet *sheet);
/* trinh-spreadsheet-compare.c; nothing where there is nothing to compare with */
void _trinh_spreadsheet_add_comparison (TrinhSpreadsheet *self);
/* The current period, the last of @n, in the accent, earlier ones in greys, the older the lighter */
lxw_color_t _trinh_spreadsheet_choose_color (guint position,
                                             guint n);

/* trinh-spreadsheet-figures.c */
void _trinh_spreadsheet_add_figures (TrinhSpreadsheet *self);

G_END_DECLS
