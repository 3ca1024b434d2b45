/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-form.h"
#include "trinh-loader-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *code;
  char *text;
} TrinhChoice;

struct _TrinhFormRow
{
  GObject parent_instance;

  /* Owned */
  char *key;
  char *code;
  char *plain_code;
  char *label;
  char *plain_label;
  char *unit;
  char *printed_unit;
  char *parent;  /* NULL at the top */
  char *concept; /* NULL: none */
  char *value_style;
  char *merged_code;   /* NULL: the row's own code is printed */
  char **office_kinds; /* empty: all */
  GArray *choices;     /* of TrinhChoice */

  const char *address; /* interned; of the main column */
  TrinhKind kind;
  TrinhBehaviour behaviour;
  TrinhAggregation aggregation;
  guint decimals;
  guint depth;
  guint merged_rows; /* that the merged code goes over, this one too */
  gboolean heading;
  gboolean required;
};

struct _TrinhForm
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *label;
  char *title;
  GHashTable *heads; /* "code" → text */
  GPtrArray *groups; /* of TrinhFormGroup */
  GListStore *rows;
  GListStore *columns;
  GListStore *rules;
  GHashTable *rows_by_key; /* borrowed from rows */

  TrinhFormRow *total; /* NULL: none */

  TrinhFormColumn *main_column; /* borrowed from columns */
  gboolean landscape;
  gboolean printed;
  gboolean list;
};

extern const TrinhLoaderNick trinh_kind_nicks[];

/* @above: (nullable): the row before it, which "nt" means */
TrinhFormRow *trinh_form_row_load (TrinhLoader *loader,
                                   JsonNode *node,
                                   TrinhFormRow *above);
/* Once all rows are there: a merged code goes over rows that print none of their own. @nodes: of the rows */
void trinh_form_check_merged_codes (TrinhForm *self,
                                    TrinhLoader *loader,
                                    JsonArray *nodes);
TrinhFormColumn *trinh_form_column_new (const char *id,
                                        const char *title,
                                        gboolean main,
                                        TrinhKind kind);
/* The address of a cell with a value; %FALSE for an unknown one. Of a list form only the row of totals has fixed cells. */
gboolean trinh_form_find_fixed (TrinhForm *self,
                                const char *row,
                                const char *column,
                                const char **address);
/* Whether @name is a column of every row of this form ("b06:@online"); an unknown column leaves @known %FALSE. */
gboolean trinh_form_is_own (TrinhForm *self,
                            const char *name,
                            gboolean *known);
/* Whether the row of totals adds up the column */
gboolean trinh_form_adds_up (TrinhForm *self,
                             TrinhFormColumn *column);
/* (nullable): the address of the row with the concept */
const char *trinh_form_find_concept (TrinhForm *self,
                                     const char *concept);

G_END_DECLS
