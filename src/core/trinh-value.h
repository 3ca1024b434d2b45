/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-decimal.h"

G_BEGIN_DECLS

/* What is said of an estimate, in texts as in tables: a word of the reports, not of the screen */
#define TRINH_VALUE_ESTIMATE_MARK " (ước)"

/**
 * TrinhBlank:
 * @TRINH_BLANK_NO_REASON: nothing entered
 * @TRINH_BLANK_NOT_APPLICABLE: "not-applicable"
 * @TRINH_BLANK_NONE_OCCURRED: "none-occurred"
 * @TRINH_BLANK_NOT_AVAILABLE: "not-available"
 *
 * Why a value is blank. Blank is not zero.
 */
typedef enum
{
  TRINH_BLANK_NO_REASON,
  TRINH_BLANK_NOT_APPLICABLE,
  TRINH_BLANK_NONE_OCCURRED,
  TRINH_BLANK_NOT_AVAILABLE,
} TrinhBlank;

typedef enum
{
  TRINH_ORIGIN_ENTERED,
  TRINH_ORIGIN_COMPUTED,
  TRINH_ORIGIN_IMPORTED,
} TrinhOrigin;

/**
 * TrinhValue:
 *
 * What stands in one cell of a form: text in the file's form (a number as
 * "63.6", a choice as its code, yes/no as "1" or "0", a date as ISO, a text as
 * text) or a blank with its reason; a note; the mark "estimate"; where it comes
 * from. Immutable and reference-counted. Unknown JSON members are kept.
 */
#define TRINH_TYPE_VALUE (trinh_value_get_type ())

GType trinh_value_get_type (void) G_GNUC_CONST;
/* @text: (nullable): %NULL or "" for a blank */
TrinhValue *trinh_value_new (const char *text);
TrinhValue *trinh_value_new_full (const char *text,
                                  TrinhBlank blank,
                                  const char *note,
                                  gboolean estimate,
                                  TrinhOrigin origin);
TrinhValue *trinh_value_ref (TrinhValue *self);
void trinh_value_unref (TrinhValue *self);
/* @self: (nullable): the parts not named are kept; %NULL in gives a new one */
TrinhValue *trinh_value_with_text (TrinhValue *self,
                                   const char *text,
                                   TrinhOrigin origin);
TrinhValue *trinh_value_with_note (TrinhValue *self,
                                   const char *note);
/* A reason takes the text away; %TRINH_BLANK_NO_REASON only takes the reason away */
TrinhValue *trinh_value_with_blank (TrinhValue *self,
                                    TrinhBlank blank);
TrinhValue *trinh_value_with_estimate (TrinhValue *self,
                                       gboolean estimate);
/* (nullable): %NULL where blank; all getters accept %NULL and answer as for a blank */
const char *trinh_value_get_text (TrinhValue *self);
TrinhBlank trinh_value_get_blank (TrinhValue *self);
/* "" where there is none */
const char *trinh_value_get_note (TrinhValue *self);
/* Said wherever it is written, by TRINH_VALUE_ESTIMATE_MARK */
gboolean trinh_value_get_estimate (TrinhValue *self);
TrinhOrigin trinh_value_get_origin (TrinhValue *self);
/* %FALSE for a blank or a text that is no number */
gboolean trinh_value_get_decimal (TrinhValue *self,
                                  TrinhDecimal *decimal);
/* Nothing in it worth writing: no text, reason, note or estimate. */
gboolean trinh_value_is_empty (TrinhValue *self);
gboolean trinh_value_equal (TrinhValue *a,
                            TrinhValue *b);
/* (transfer full): as in the report file */
JsonNode *trinh_value_to_json (TrinhValue *self);
/* Refuses bare numbers and a value that also says why it is blank; whether the text suits
 * the row is for the form to say. The message names the member, not file and line. */
TrinhValue *trinh_value_from_json (JsonNode *node,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhValue, trinh_value_unref)

G_END_DECLS
