/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-finding.h"
#include "trinh-holidays.h"
#include "trinh-lexicon.h"
#include "trinh-loader-private.h"
#include "trinh-regime.h"

G_BEGIN_DECLS

/*
 * TrinhCalendarDay:
 * @given: the data name it
 * @month: counted from the period's first month (0)
 */
typedef struct
{
  gboolean given;
  int month;
  guint day;
} TrinhCalendarDay;

typedef struct
{
  TrinhPeriodKind kind;
  guint index; /* 0: every month, quarter or half */
  guint year;  /* 0: every year */
  TrinhCalendarDay from;
  TrinhCalendarDay to;
  TrinhCalendarDay deadline; /* else @working_days after the cut-off */
  guint working_days;
  char *note; /* owned by the regime, NULL: none */
} TrinhCalendarEntry;

/* A change against the same period last year that asks for a reason */
typedef struct
{
  gboolean asked;
  guint percent;
  guint count;
  guint amount;
} TrinhLargeChange;

/* What a regime says about a check of the proof-reader */
typedef struct
{
  gboolean enabled;
  gboolean has_severity;
  TrinhSeverity severity;
} TrinhTextCheckOption;

struct _TrinhRegime
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *version;
  char *title;
  char *sha256;
  char *symbol;
  char *subject;
  char **basis;
  char **addressees;
  char **recipients;
  char **delivery;
  JsonNode *signatories;
  JsonNode *parts; /* (nullable) */
  TrinhOutline *outline;
  GListStore *forms;
  GListStore *rules;
  GPtrArray *annexes;        /* of TrinhAnnex */
  GPtrArray *missing;        /* of TrinhMissingForm */
  GArray *calendar;          /* of TrinhCalendarEntry */
  GPtrArray *slot_addresses; /* interned */
  GHashTable *slots;         /* address → slot + 1 */
  GHashTable *concepts;      /* concept → address, both interned */

  TrinhLargeChange large_change;
  TrinhLexicon *lexicon;   /* (nullable) */
  TrinhHolidays *holidays; /* (nullable) */
  GHashTable *text_checks; /* id → TrinhTextCheckOption; what is not in it is as usual */

  guint32 valid_from;
  guint32 valid_to;
  gboolean pad_text;
  gboolean pad_tables;
  gboolean print_superior;
  gboolean example;
};

/*
 * TrinhRegimeFind:
 * @folder: "outlines" or "forms"
 * @bytes: (out): what the file holds
 *
 * Returns: (transfer full): the document of that id, or %NULL with @error
 */
typedef TrinhJsonDocument *(*TrinhRegimeFind) (const char *folder,
                                               const char *id,
                                               gpointer user_data,
                                               GBytes **bytes,
                                               GError **error);

/* @problems: (out) (nullable): %NULL when it is right */
TrinhRegime *trinh_regime_load (TrinhJsonDocument *document,
                                GBytes *bytes,
                                TrinhRegimeFind find,
                                gpointer user_data,
                                GPtrArray **problems);
/* Slots for every fixed cell of @form and its concepts; a concept that is taken is a problem. */
void trinh_regime_add_cells (TrinhRegime *self,
                             TrinhForm *form,
                             TrinhLoader *loader,
                             JsonNode *node);
/* A TrinhExpressionBind over the regime. */
gboolean trinh_regime_bind_name (const char *name,
                                 const char **address,
                                 guint *slot,
                                 gpointer user_data);
void trinh_regime_load_calendar (TrinhRegime *self,
                                 TrinhLoader *loader,
                                 JsonNode *root);
/* Every value and table that the outline's phrases name is there. */
void trinh_regime_check_phrases (TrinhRegime *self,
                                 TrinhLoader *loader,
                                 JsonNode *node);
void trinh_missing_form_free (TrinhMissingForm *missing);
void trinh_regime_load_missing (TrinhRegime *self,
                                TrinhLoader *loader,
                                JsonNode *root);
/* Its lexicon and what it says about the proof-reader's checks */
void trinh_regime_load_texts (TrinhRegime *self,
                              TrinhLoader *loader,
                              JsonNode *root);
/* %FALSE where the regime leaves the check out; else @severity, with what is usual in it, becomes the regime's. */
gboolean trinh_regime_wants_check (TrinhRegime *self,
                                   const char *id,
                                   TrinhSeverity *severity);

G_END_DECLS
