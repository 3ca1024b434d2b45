/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-import.h"
#include "trinh-workbook-private.h"

G_BEGIN_DECLS

/* How a cell can be read. */
typedef struct
{
  TrinhImportStatus status; /* NEW: understood; AMBIGUOUS; REFUSED; SAME: says nothing */
  char *content;            /* in the report file's form, where understood */
  char *answers[2];         /* the same, where ambiguous */
  const char *question;     /* which doubt it is, for the memory: "comma", "point", "share" */
  char *message;
} TrinhImportReading;

void _trinh_import_reading_clear (TrinhImportReading *reading);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrinhImportReading, _trinh_import_reading_clear)

void _trinh_import_read_cell (TrinhImportReading *reading,
                              TrinhFormRow *row,
                              TrinhFormColumn *column,
                              TrinhSheetKind kind,
                              const char *text);
/* As a person reads it. (transfer full) */
char *_trinh_import_show (TrinhFormRow *row,
                          TrinhFormColumn *column,
                          const char *content);

/* Words without marks and signs, single spaces between: "chi tieu thong ke". (transfer full) */
char *_trinh_import_words (const char *text);
/* 0 to 100: how many words two of those have in common */
guint _trinh_import_compare (const char *a,
                             const char *b);

/* One table found in a sheet */
typedef struct
{
  TrinhSheet *sheet;
  char *title;
  guint head;  /* first row of the heads; == first: none */
  guint first; /* first row below the heads */
  guint end;   /* behind the last row */
  guint n_columns;
  guint n_found;   /* rows that are the report's */
  char **heads;    /* as printed, joined over the rows */
  char **leaves;   /* the lowest of them */
  char **roles;    /* "" none */
  char *named;     /* (nullable): the form that the sheet or a line above names */
  char *form;      /* (nullable): as named, chosen, or found by its rows */
  gboolean chosen; /* by the person, or remembered */
  gboolean remembered;
  char *fingerprint;
} TrinhImportTable;

void _trinh_import_table_free (TrinhImportTable *table);
/* (element-type TrinhImportTable): all tables of the workbook */
/* @regime: (nullable) */
GPtrArray *_trinh_import_find_tables (TrinhRegime *regime,
                                      TrinhWorkbook *workbook);
/* Column with this role; -1: none */
int _trinh_import_table_find (const TrinhImportTable *table,
                              const char *role);
/* This program wrote it: each row is named by its form and key. */
gboolean _trinh_import_table_is_own (const TrinhImportTable *table);
const char *_trinh_import_table_get (const TrinhImportTable *table,
                                     guint row,
                                     const char *role);
void _trinh_import_table_set_role (TrinhImportTable *table,
                                   guint column,
                                   const char *role);
/* The roles of value columns, by their titles, once the form is known */
void _trinh_import_table_match_columns (TrinhImportTable *table,
                                        TrinhForm *form);
void _trinh_import_table_match_ids (TrinhImportTable *table,
                                    TrinhRegime *regime);
/* (nullable): what a head says by itself: "code", "label", …; @weight: (out): how surely */
const char *_trinh_import_head_role (const char *head,
                                     guint *weight);
/* (nullable): the form that a title or a sheet's name means */
TrinhForm *_trinh_import_find_form (TrinhRegime *regime,
                                    const char *text,
                                    gboolean titles);

/* One row of a fixed form, ready to be compared */
typedef struct
{
  TrinhForm *form;
  TrinhFormRow *row;
  char *code;
  char *words;
} TrinhImportPlace;

/* (element-type TrinhImportPlace): the rows of all fixed forms in order */
GPtrArray *_trinh_import_make_places (TrinhRegime *regime);
/* Codes without final dot, spaces and marks. (transfer full) */
char *_trinh_import_dup_code (const char *text);
/**
 * _trinh_import_match:
 * @form: (nullable): only its rows
 * @after: place behind which a label that stands there several times is looked for; -1: the beginning
 *
 * Returns: position among @places, or -1
 */
int _trinh_import_match (GPtrArray *places,
                         TrinhForm *form,
                         const char *code,
                         const char *label,
                         int after);

struct _TrinhImportItem
{
  GObject parent_instance;

  /* Owned References */
  char *place;
  char *title;
  char *old_text;
  char *new_text;
  char *message;
  char *content;
  char *answers[2];
  char *answer_texts[2];
  char *old_content; /* (nullable) */

  const char *address; /* interned, (nullable) */
  const char *question;
  TrinhImportTable *table;
  int answer;
  TrinhImportStatus status;
  gboolean take;
  gboolean note;
  gboolean gone; /* the whole row of a list */
};

TrinhImportItem *_trinh_import_item_new (TrinhImportStatus status,
                                         const char *address);
/* NEW, CHANGED or SAME, by the content and what was there */
void _trinh_import_item_settle (TrinhImportItem *self,
                                const char *content,
                                const char *shown);
/* (nullable): what is to be put into the report */
const char *_trinh_import_item_get_content (TrinhImportItem *self);

G_END_DECLS
