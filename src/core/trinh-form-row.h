/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_KIND_NONE,    /* no value can be entered */
  TRINH_KIND_COUNT,   /* whole, not negative */
  TRINH_KIND_AMOUNT,  /* not negative, decimals as the row says */
  TRINH_KIND_PERCENT, /* 0 to 100; above is suspicious */
  TRINH_KIND_CHOICE,  /* one of the row's codes */
  TRINH_KIND_YES_NO,  /* "1" or "0" */
  TRINH_KIND_TEXT,
  TRINH_KIND_DATE, /* ISO */
} TrinhKind;

typedef enum
{
  TRINH_BEHAVIOUR_FLOW,       /* of the period alone */
  TRINH_BEHAVIOUR_STOCK,      /* at the end of the period: head counts are not added */
  TRINH_BEHAVIOUR_CUMULATIVE, /* since the year's beginning: never falls within a year */
} TrinhBehaviour;

typedef enum
{
  TRINH_AGGREGATION_NONE,
  TRINH_AGGREGATION_SUM,
  TRINH_AGGREGATION_RECOMPUTE,
  TRINH_AGGREGATION_COUNT_BY_CODE,
} TrinhAggregation;

/**
 * TrinhFormRow:
 *
 * One indicator of a form, as the regime's data say. Immutable.
 */
#define TRINH_TYPE_FORM_ROW (trinh_form_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhFormRow, trinh_form_row, TRINH, FORM_ROW, GObject)

const char *trinh_form_row_get_key (TrinhFormRow *self);  /* "3.3.1a" */
const char *trinh_form_row_get_code (TrinhFormRow *self); /* markup, as printed: "3.3.1.", "**1.**"; may be "" */
/* The letters with the final dot cut: "3.3.1", "1"; "" where none is printed */
const char *trinh_form_row_get_plain_code (TrinhFormRow *self);
/* (nullable): markup in the code's cell, which is merged over @n_rows rows that have no code: "Trong đó" */
const char *trinh_form_row_get_merged_code (TrinhFormRow *self,
                                            guint *n_rows);
const char *trinh_form_row_get_label (TrinhFormRow *self);       /* markup: **bold**, *italic* */
const char *trinh_form_row_get_plain_label (TrinhFormRow *self); /* without markup */
const char *trinh_form_row_get_unit (TrinhFormRow *self);        /* "Hồ sơ"; "" if none; "nt" resolved */
/* Markup as printed: "nt", or the legend of a choice over several lines; the unit where not given */
const char *trinh_form_row_get_printed_unit (TrinhFormRow *self);
TrinhKind trinh_form_row_get_kind (TrinhFormRow *self);
gboolean trinh_form_row_get_heading (TrinhFormRow *self);
guint trinh_form_row_get_decimals (TrinhFormRow *self); /* the most that make sense */
gboolean trinh_form_row_get_required (TrinhFormRow *self);
const char *trinh_form_row_get_parent (TrinhFormRow *self);  /* (nullable) a row's key */
guint trinh_form_row_get_depth (TrinhFormRow *self);         /* 0 at the top */
const char *trinh_form_row_get_concept (TrinhFormRow *self); /* (nullable) */
TrinhBehaviour trinh_form_row_get_behaviour (TrinhFormRow *self);
TrinhAggregation trinh_form_row_get_aggregation (TrinhFormRow *self);
/* Whether the row applies to this kind of office ("xã"); an empty list in the data applies to all. */
gboolean trinh_form_row_applies_to (TrinhFormRow *self,
                                    const char *office_kind);
/* "", "bold", "italic" or "bold-italic": how the value is printed */
const char *trinh_form_row_get_value_style (TrinhFormRow *self);
/* Choices and yes/no: codes and their Vietnamese texts. Yes/no has "1" Có and "0" Không unless the data say else. */
guint trinh_form_row_get_n_choices (TrinhFormRow *self);
const char *trinh_form_row_get_choice_code (TrinhFormRow *self,
                                            guint position);
const char *trinh_form_row_get_choice_text (TrinhFormRow *self,
                                            guint position);
/* (nullable): the text of a code, %NULL where it is not offered */
const char *trinh_form_row_find_choice (TrinhFormRow *self,
                                        const char *code);

G_END_DECLS
