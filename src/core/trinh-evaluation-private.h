/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"
#include "trinh-expression.h"
#include "trinh-markup.h"

G_BEGIN_DECLS

#define TRINH_NO_SLOT G_MAXUINT
#define TRINH_N_REACHES (TRINH_REACH_SAME_YEAR + 1)

typedef enum
{
  TRINH_FIGURE_ENTERED = 1 << 0,  /* a number that a person entered or imported */
  TRINH_FIGURE_TEXT = 1 << 1,     /* something stands there, a number or not */
  TRINH_FIGURE_REASON = 1 << 2,   /* blank, and why is said */
  TRINH_FIGURE_COMPUTED = 1 << 3, /* the formula gives a number */
  TRINH_FIGURE_INEXACT = 1 << 4,  /* … that was rounded on the way */
  TRINH_FIGURE_OVERFLOW = 1 << 5, /* … that is too large */
  TRINH_FIGURE_STORED = 1 << 6,   /* a number computed by whoever wrote the file */
} TrinhFigureFlags;

typedef struct
{
  TrinhDecimal entered;
  TrinhDecimal computed;
  int lean; /* of the computed number, as in TrinhResult */
  guint flags;
} TrinhFigure;

/* The numbers of one report, by slot. */
typedef struct
{
  TrinhReport *report;
  TrinhFigure *figures;
  guint n_figures;
} TrinhFigures;

/* A fixed cell, or one of the totals under a list. All borrowed from the regime. */
typedef struct
{
  const char *address;
  TrinhForm *form;
  TrinhFormRow *row;
  TrinhFormColumn *column;
  TrinhKind kind;
  guint form_index;
  guint row_index;
  gboolean applies;
  gboolean guarded; /* a rule of the regime holds it against same_year() */
  gboolean total;
  guint formula;      /* index of the rule, or TRINH_NO_SLOT */
  GArray *dependents; /* (nullable) of guint: rules that read the cell */
} TrinhCell;

typedef struct
{
  TrinhRule *rule; /* owned */
  TrinhExpression *expression;
  guint target;    /* slot, or TRINH_NO_SLOT for a condition */
  TrinhForm *rows; /* (nullable): it is checked for each row of this form */
  gboolean reaches;
  gboolean counts; /* what stands in a register */
  gboolean dirty;
  GPtrArray *findings; /* (nullable) */
} TrinhCheck;

/* What the proof-reader knows of a text: trinh-proof-private.h */
typedef struct _TrinhProofText TrinhProofText;

typedef struct
{
  TrinhSection *section;
  GArray *bindings; /* of TrinhBinding */
  guint position;   /* in printed order */
  gboolean required;
  gboolean dirty;
  GPtrArray *findings;

  TrinhProofText *proof; /* (nullable): not read yet */
  GArray *typed;         /* (nullable): not looked for yet; of TrinhTyped */
  gboolean proof_dirty;
  GPtrArray *proof_findings; /* (nullable): of the text alone */
  GPtrArray *joint_findings; /* (nullable): beside other texts and the register */
  gboolean states_documents; /* a bound value says how many were issued */
} TrinhTextCheck;

/* A value, a citation or a table in a text */
typedef struct
{
  TrinhMarkupSpanKind kind;
  char *name;
  guint start;
  guint end;
} TrinhBinding;

typedef struct
{
  TrinhForm *form;
  gboolean dirty;
  gboolean list;
  GPtrArray *findings; /* of a list; those of fixed cells stand at the cells */
  TrinhPlaceStatus status;
} TrinhFormCheck;

struct _TrinhEvaluation
{
  GObject parent_instance;

  /* Owned References */
  TrinhReport *report;
  GPtrArray *history;       /* as given */
  GPtrArray *past;          /* of TrinhReport: what is compared with, all of this regime's cells */
  GHashTable *brought;      /* those of the past that were of another regime */
  GHashTable *combined;     /* those of the past that were added up from the office's predecessors */
  GPtrArray *past_findings; /* (nullable) */
  gboolean past_dirty;
  GPtrArray *parts_findings; /* (nullable): parts that are not back */
  gboolean parts_dirty;
  GPtrArray *charts_findings; /* (nullable): charts whose figures are missing or have changed */
  gboolean charts_dirty;
  guint32 today;    /* Julian; 0: not known */
  guint32 deadline; /* 0: the calendar's */
  TrinhCell *cells;
  guint n_cells;
  GPtrArray **cell_findings; /* by slot, each nullable */
  guint8 *cell_dirty;
  TrinhCheck *checks;
  guint n_checks;
  guint *order; /* formulas, those first that others read */
  guint n_formulas;
  TrinhFormCheck *forms;
  guint n_forms;
  GPtrArray *texts;     /* of TrinhTextCheck, in printed order */
  GPtrArray *missing;   /* (nullable) of TrinhFinding: sections of the outline that are not there */
  GHashTable *expected; /* (nullable): id of the outline's item → TrinhExpected */
  gboolean outline_dirty;
  gboolean joint_dirty;
  GPtrArray *loose_findings;             /* (nullable): of the proof-reader, about no section */
  GHashTable *places;                    /* id → TrinhPlaceStatus, as last announced */
  TrinhFigures figures[TRINH_N_REACHES]; /* report is %NULL where there is none */
  GPtrArray *items;                      /* of TrinhFinding: the list model */
  GHashTable *touched;                   /* interned addresses whose number or findings changed */
  gboolean list_changed;
  gboolean figures_only;
  const char *row; /* (nullable): key of the row for which a rule is being checked */

  guint n_open[3]; /* by severity */
  int progress;
};

/* What a finding is made of; all borrowed. */
typedef struct
{
  TrinhSeverity severity;
  TrinhFindingSource source;
  const char *rule;
  const char *const *subjects;
  const char *section;
  guint start;
  guint end;
  const char *message;
  const char *formula;
  const char *difference;
  const char *expected;
  const char *found;
} TrinhFindingDraft;

/* trinh-evaluation-setup.c */
void _trinh_evaluation_set_up (TrinhEvaluation *self);
void _trinh_evaluation_tear_down (TrinhEvaluation *self);

/* trinh-evaluation-figures.c */
void _trinh_figures_open (TrinhFigures *figures,
                          TrinhReport *report,
                          guint n);
void _trinh_figures_close (TrinhFigures *figures);
/* Reads what was entered; %TRUE when something is different */
gboolean _trinh_figures_load (TrinhEvaluation *self,
                              TrinhFigures *figures,
                              guint slot);
/* Runs one formula; %TRUE when its result is different */
gboolean _trinh_figures_compute (TrinhEvaluation *self,
                                 TrinhFigures *figures,
                                 guint check);
void _trinh_figures_load_all (TrinhEvaluation *self,
                              TrinhFigures *figures);
/* What counts in other formulas and rules: entered, else computed, else stored */
gboolean _trinh_figure_get_shown (const TrinhFigure *figure,
                                  TrinhDecimal *number);
/* For trinh_expression_evaluate() and _fill(); @user_data is the evaluation */
gboolean _trinh_evaluation_source (const TrinhReference *reference,
                                   TrinhDecimal *number,
                                   gpointer user_data);
/* The computed number half up to what the row prints, without zeros at the end */
TrinhDecimal _trinh_cell_round (const TrinhCell *cell,
                                const TrinhFigure *figure);
/* 0 and 100 are claims about all or nothing: no percentage is rounded to them. */
gboolean _trinh_decimal_is_absolute (TrinhDecimal number);
/* The fewest decimals that hold the number */
TrinhDecimal _trinh_decimal_trim (TrinhDecimal number);

/* trinh-evaluation-registers.c */
/* What a register says of a row: %FALSE where there is nothing to compare with */
gboolean _trinh_evaluation_count_register (TrinhEvaluation *self,
                                           TrinhRegisterCount count,
                                           const char *address,
                                           TrinhDecimal *number);
/* The rule that says what a register gives for the cell; %NULL where there is none */
TrinhCheck *_trinh_evaluation_find_register_check (TrinhEvaluation *self,
                                                   const char *address);

/* trinh-evaluation-rows.c */
/* Adds the rows up; %TRUE when something is different */
gboolean _trinh_figures_load_total (TrinhEvaluation *self,
                                    TrinhFigures *figures,
                                    guint slot);
/* After a change in the rows of a list */
void _trinh_evaluation_follow_rows (TrinhEvaluation *self,
                                    const char *form);
/* "b06:@online" in the row that is being checked; any other name as it is */
const char *_trinh_evaluation_resolve (TrinhEvaluation *self,
                                       const char *name);
gboolean _trinh_evaluation_row_source (TrinhEvaluation *self,
                                       const TrinhReference *reference,
                                       TrinhDecimal *number);
/* As the references stand in the rule. (transfer container) */
GPtrArray *_trinh_evaluation_list_row_subjects (TrinhEvaluation *self,
                                                TrinhCheck *check);
/* Keys of the rows that carry values, the totals last. (transfer container) */
GPtrArray *_trinh_evaluation_list_row_keys (TrinhEvaluation *self,
                                            TrinhForm *form);
/* (transfer full) */
char *_trinh_evaluation_dup_row_name (TrinhEvaluation *self,
                                      TrinhForm *form);

/* trinh-evaluation-history.c */
void _trinh_evaluation_find_reaches (TrinhEvaluation *self);
gboolean _trinh_evaluation_is_better (TrinhEvaluation *self,
                                      TrinhReport *report,
                                      TrinhReport *than);
/* trinh-evaluation-past.c */
/* One report of this regime and office out of those of one period. (transfer full) */
TrinhReport *_trinh_evaluation_bring_home (TrinhEvaluation *self,
                                           GPtrArray *reports);
void _trinh_evaluation_find_past (TrinhEvaluation *self);
/* Says what the offices before a merger were compared with, or why not */
void _trinh_evaluation_check_past (TrinhEvaluation *self);
/* trinh-evaluation-parts.c */
void _trinh_evaluation_check_parts (TrinhEvaluation *self);
/* trinh-evaluation-charts.c */
void _trinh_evaluation_check_charts (TrinhEvaluation *self);
/* trinh-evaluation-changes.c: what a cell's behaviour promises over the periods, and its mark "estimate" */
void _trinh_evaluation_check_periods (TrinhEvaluation *self,
                                      guint slot,
                                      GPtrArray **findings);

/* trinh-evaluation-formulas.c */
void _trinh_evaluation_check_formula (TrinhEvaluation *self,
                                      TrinhCheck *check);
/* trinh-evaluation-rules.c */
void _trinh_evaluation_check_rule (TrinhEvaluation *self,
                                   TrinhCheck *check);
/* Addresses a finding of @check is about, the first where the badge stands. (transfer container) */
GPtrArray *_trinh_evaluation_list_subjects (TrinhEvaluation *self,
                                            TrinhCheck *check);
/* The rule's own message with its values filled in, or %NULL where it has none. (transfer full) */
char *_trinh_evaluation_fill_message (TrinhEvaluation *self,
                                      TrinhCheck *check);
/* trinh-evaluation-cells.c */
void _trinh_evaluation_check_cell (TrinhEvaluation *self,
                                   guint slot);
void _trinh_evaluation_check_list (TrinhEvaluation *self,
                                   TrinhFormCheck *check);
/* The row's label, shortened, else its code. (transfer full) */
char *_trinh_row_dup_name (TrinhFormRow *row);
/* The same for one value: with its column where there are several. (transfer full) */
char *_trinh_cell_dup_name (TrinhEvaluation *self,
                            const char *address);
/* A number as people read it: with " %" where it is one. (transfer full) */
char *_trinh_cell_dup_number (TrinhKind kind,
                              TrinhDecimal number);
gboolean _trinh_evaluation_cell_is_filled (TrinhEvaluation *self,
                                           guint slot);
/* The same of a cell in a row that the office added */
gboolean _trinh_evaluation_list_cell_is_filled (TrinhEvaluation *self,
                                                const char *address);
/* trinh-evaluation-texts.c */
void _trinh_evaluation_read_texts (TrinhEvaluation *self);
void _trinh_evaluation_check_text (TrinhEvaluation *self,
                                   TrinhTextCheck *check);
/* Whether the sections that the outline requires are there */
void _trinh_evaluation_check_outline (TrinhEvaluation *self);
void _trinh_text_check_free (gpointer data);
/* trinh-proof-numbers.c */
void _trinh_proof_check_numbers (TrinhEvaluation *self,
                                 TrinhTextCheck *check,
                                 GPtrArray **findings);
/* Whether a number is typed where @address may be expected */
gboolean _trinh_text_check_expects (TrinhTextCheck *check,
                                    const char *address);

/* trinh-evaluation-findings.c */
void _trinh_evaluation_add (TrinhEvaluation *self,
                            GPtrArray **findings,
                            const TrinhFindingDraft *draft);
/* Puts @fresh (transfer full, nullable) in the place of @findings; what is equal keeps its object. */
void _trinh_evaluation_replace (TrinhEvaluation *self,
                                GPtrArray **findings,
                                GPtrArray *fresh);
/* trinh-evaluation-list.c: the list model follows the checks, and the signals go out. */
void _trinh_evaluation_publish (TrinhEvaluation *self);

/* trinh-evaluation-places.c */
void _trinh_evaluation_count (TrinhEvaluation *self,
                              GPtrArray *changed);

/* trinh-evaluation-follow.c */
/* Its number is another: who reads it looks again. */
void _trinh_evaluation_mark_cell (TrinhEvaluation *self,
                                  guint slot);
void _trinh_evaluation_mark_everything (TrinhEvaluation *self);
void _trinh_evaluation_follow (TrinhEvaluation *self,
                               const TrinhChange *change);

/* trinh-evaluation.c */
void _trinh_evaluation_emit_cell (TrinhEvaluation *self,
                                  const char *address);
void _trinh_evaluation_emit_place (TrinhEvaluation *self,
                                   const char *place);
void _trinh_evaluation_notify_counts (TrinhEvaluation *self,
                                      const guint *open_before,
                                      int progress_before);

G_END_DECLS
