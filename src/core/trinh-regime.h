/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-finding.h"
#include "trinh-form.h"
#include "trinh-office.h"
#include "trinh-outline.h"
#include "trinh-rule.h"

G_BEGIN_DECLS

/**
 * TrinhAnnex:
 *
 * One printed annex ("PHỤ LỤC") with the forms in it.
 */
typedef struct
{
  char *label;     /* "PHỤ LỤC" */
  char *title;     /* placeholders unresolved */
  char **forms;    /* ids */
  gboolean charts; /* the report's charts stand in it, behind its forms */
} TrinhAnnex;

/**
 * TrinhMissingForm:
 * @form: its name, as the document that names it prints it ("Phụ lục 1A")
 * @who: (nullable): who fills it in
 * @note: why it is not there, and what to do
 *
 * A form that the regime's documents name and do not contain.
 */
typedef struct
{
  char *form;
  char *who;
  char *note;
} TrinhMissingForm;

/**
 * TrinhRegime:
 *
 * What a superior prescribes: outline, forms, rules, calendar, addressees and
 * recipients ("chế độ báo cáo"). Immutable; made of data files.
 */
#define TRINH_TYPE_REGIME (trinh_regime_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegime, trinh_regime, TRINH, REGIME, GObject)

const char *trinh_regime_get_id (TrinhRegime *self);
const char *trinh_regime_get_version (TrinhRegime *self);
const char *trinh_regime_get_title (TrinhRegime *self);
const char *const *trinh_regime_get_basis (TrinhRegime *self); /* documents it rests on */
/* Julian; 0: open */
guint32 trinh_regime_get_valid_from (TrinhRegime *self);
guint32 trinh_regime_get_valid_to (TrinhRegime *self);
/* SHA-256 (hex) over the bytes of the files: regime, outline, forms in order */
const char *trinh_regime_get_sha256 (TrinhRegime *self);
TrinhOutline *trinh_regime_get_outline (TrinhRegime *self);
GListModel *trinh_regime_get_forms (TrinhRegime *self); /* of TrinhForm */
TrinhForm *trinh_regime_find_form (TrinhRegime *self,
                                   const char *id);
guint trinh_regime_get_n_annexes (TrinhRegime *self);
const TrinhAnnex *trinh_regime_get_annex (TrinhRegime *self,
                                          guint position);
/* What the regime asks for and its data do not have */
guint trinh_regime_get_n_missing (TrinhRegime *self);
const TrinhMissingForm *trinh_regime_get_missing (TrinhRegime *self,
                                                  guint position);
/* Shows how a regime is made; no document prescribes it. */
gboolean trinh_regime_get_example (TrinhRegime *self);
/* Of TrinhRule: all forms' and its own, expressions bound to slots */
GListModel *trinh_regime_get_rules (TrinhRegime *self);

/* Slots: every fixed cell has a number from 0 to n-1, for the evaluation. */
guint trinh_regime_get_n_slots (TrinhRegime *self);
/* %FALSE where the address is not a fixed cell */
gboolean trinh_regime_find_slot (TrinhRegime *self,
                                 const char *address,
                                 guint *slot);
const char *trinh_regime_get_slot_address (TrinhRegime *self,
                                           guint slot);
/**
 * trinh_regime_find_cell:
 * @address: "bm1:2.1", "b06:r3@online", or a concept name
 *
 * Returns: %FALSE where it is unknown; form, row and column are borrowed
 */
gboolean trinh_regime_find_cell (TrinhRegime *self,
                                 const char *address,
                                 TrinhForm **form,
                                 TrinhFormRow **row,
                                 TrinhFormColumn **column);
/* (nullable): the address a concept stands for */
const char *trinh_regime_find_concept (TrinhRegime *self,
                                       const char *concept);

/* Kinds of documents and other words for reading texts */
TrinhLexicon *trinh_regime_get_lexicon (TrinhRegime *self);

/* Whether @id is a check of the pages' layout; @severity: (out) (optional): the usual one */
gboolean trinh_regime_find_layout_check (const char *id,
                                         TrinhSeverity *severity);
/* The same, unless this regime leaves it out; @severity: (out): the regime's own where it names one */
gboolean trinh_regime_wants_layout_check (TrinhRegime *self,
                                          const char *id,
                                          TrinhSeverity *severity);

gboolean trinh_regime_has_period_kind (TrinhRegime *self,
                                       TrinhPeriodKind kind);
/* Whether the calendar has this very month, quarter, half … in its year */
gboolean trinh_regime_has_period (TrinhRegime *self,
                                  TrinhPeriod period);
/* (nullable): what the regime says of the period besides its dates */
const char *trinh_regime_get_period_note (TrinhRegime *self,
                                          TrinhPeriod period);
/**
 * trinh_regime_get_dates:
 * @from: (out) (optional): first day of the data
 * @to: (out) (optional): last day of the data, the cut-off ("thời gian chốt số liệu")
 * @deadline: (out) (optional): when the report is due ("thời hạn gửi")
 *
 * The calendar of a period. Where the regime's data name no cut-off for its
 * kind, the defaults of Thông tư 01/2021/TT-VPCP apply (15th to 14th).
 * Dates are Julian.
 */
void trinh_regime_get_dates (TrinhRegime *self,
                             TrinhPeriod period,
                             guint32 *from,
                             guint32 *to,
                             guint32 *deadline);

/* (nullable): the public holidays that working days leave out */
TrinhHolidays *trinh_regime_get_holidays (TrinhRegime *self);

/* Defaults for a new report */
const char *trinh_regime_get_symbol (TrinhRegime *self);  /* "BC-UBND" */
const char *trinh_regime_get_subject (TrinhRegime *self); /* placeholders unresolved */
const char *const *trinh_regime_get_addressees (TrinhRegime *self);
const char *const *trinh_regime_get_recipients (TrinhRegime *self);
const char *const *trinh_regime_get_delivery (TrinhRegime *self); /* the ways it is sent */
JsonNode *trinh_regime_get_signatories (TrinhRegime *self);       /* array as in the report file */
/* (nullable): array of { "form", "who" }: who fills in which form */
JsonNode *trinh_regime_get_parts (TrinhRegime *self);
gboolean trinh_regime_get_print_superior (TrinhRegime *self); /* above the office's name */
/**
 * trinh_regime_get_large_change:
 * @kind: of the indicator
 * @percent: (out): of last year's figure
 * @least: (out): the size, in the indicator's own unit
 *
 * When a change against the same period last year asks for a reason: when it is larger than both.
 *
 * Returns: %FALSE where no reason is asked for
 */
gboolean trinh_regime_get_large_change (TrinhRegime *self,
                                        TrinhKind kind,
                                        guint *percent,
                                        guint *least);
gboolean trinh_regime_get_pad_text (TrinhRegime *self); /* "07 nhiệm vụ" */
gboolean trinh_regime_get_pad_tables (TrinhRegime *self);

/**
 * trinh_regime_expand:
 * @text: text with placeholders: {period} "6 tháng đầu năm 2022", {PERIOD} the same in capitals,
 *   {year}, {next-period} "6 tháng cuối năm 2022", {NEXT-PERIOD} in capitals,
 *   {office} "UBND xã Bình Lãng", {OFFICE} in capitals, {locality} "xã Bình Lãng", {LOCALITY}
 *
 * Returns: (transfer full): the text filled in
 */
char *trinh_regime_expand (const char *text,
                           TrinhPeriod period,
                           TrinhOffice *office);

G_END_DECLS
