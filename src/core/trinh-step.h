/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-role.h"

G_BEGIN_DECLS

/**
 * TrinhStepKind:
 * @TRINH_STEP_SUBMIT: the clerk submits the draft (trình ký)
 * @TRINH_STEP_RECALL: the clerk takes it back before it was reviewed
 * @TRINH_STEP_RETURN: the signatory sends it back, with the reason
 * @TRINH_STEP_APPROVE: the signatory approves it
 * @TRINH_STEP_SIGN: the signatory signs the file
 * @TRINH_STEP_SIGN_ON_PAPER: the printed report was signed by hand
 * @TRINH_STEP_ISSUE: the registrar numbers, stamps and sends it (phát hành)
 * @TRINH_STEP_CORRECT: begins the report that takes the place of an issued one, with the reason
 *
 * A step in a report's life.
 */
typedef enum
{
  TRINH_STEP_SUBMIT,
  TRINH_STEP_RECALL,
  TRINH_STEP_RETURN,
  TRINH_STEP_APPROVE,
  TRINH_STEP_SIGN,
  TRINH_STEP_SIGN_ON_PAPER,
  TRINH_STEP_ISSUE,
  TRINH_STEP_CORRECT,
} TrinhStepKind;

#define TRINH_STEP_N_KINDS (TRINH_STEP_CORRECT + 1)

const char *trinh_step_kind_to_nick (TrinhStepKind kind);
gboolean trinh_step_kind_from_nick (const char *nick,
                                    TrinhStepKind *kind);
/* Translated, what was done: "Submitted", "Taken back" */
const char *trinh_step_kind_get_name (TrinhStepKind kind);

/**
 * TrinhStep:
 *
 * A row of the report file's "journal": who did which step, when, and with what
 * words. Immutable, and never changed in the file either. What a file says of
 * itself is a claim; only a signature proves. Unknown members are kept.
 */
#define TRINH_TYPE_STEP (trinh_step_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStep, trinh_step, TRINH, STEP, GObject)

/**
 * trinh_step_new:
 * @by: who does it
 * @role: as what
 * @at: ISO 8601 with the offset from UTC
 * @remark: "" for none
 *
 * Returns: (transfer full): the step with an id that no other has, on no content yet
 */
TrinhStep *trinh_step_new (TrinhStepKind kind,
                           const char *by,
                           TrinhRole role,
                           const char *at,
                           const char *remark);
/* The same, done to the content with this revision and digest (trinh_report_dup_content()). (transfer full) */
TrinhStep *trinh_step_on_content (TrinhStep *self,
                                  guint revision,
                                  const char *content);
/* The same step under another id: one that two machines give to the same act. (transfer full) */
TrinhStep *trinh_step_with_id (TrinhStep *self,
                               const char *id);
/* The same with the file that came of it: the signed PDF, the scan. (transfer full) */
TrinhStep *trinh_step_with_file (TrinhStep *self,
                                 const char *name,
                                 const char *sha256);
/* TYPE; UNKNOWN for a row that another program wrote; the message names the member, the caller adds file and line. (transfer full) */
TrinhStep *trinh_step_from_json (JsonNode *node,
                                 GError **error);
JsonNode *trinh_step_to_json (TrinhStep *self);
const char *trinh_step_get_id (TrinhStep *self);
TrinhStepKind trinh_step_get_kind (TrinhStep *self);
const char *trinh_step_get_by (TrinhStep *self);
TrinhRole trinh_step_get_role (TrinhStep *self);
const char *trinh_step_get_at (TrinhStep *self);
const char *trinh_step_get_remark (TrinhStep *self);
guint trinh_step_get_revision (TrinhStep *self);
/* (nullable): SHA-256 of the content it was done to */
const char *trinh_step_get_content (TrinhStep *self);
/* (nullable) */
const char *trinh_step_get_file_name (TrinhStep *self);
const char *trinh_step_get_file_sha256 (TrinhStep *self);

G_END_DECLS
