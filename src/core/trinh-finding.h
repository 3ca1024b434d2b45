/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_SEVERITY_INFO,
  TRINH_SEVERITY_WARNING,
  TRINH_SEVERITY_ERROR,
} TrinhSeverity;

typedef enum
{
  TRINH_SOURCE_FIGURES,
  TRINH_SOURCE_TEXT,
  TRINH_SOURCE_LAYOUT,
} TrinhFindingSource;

const char *trinh_severity_to_nick (TrinhSeverity severity); /* "error" "warning" "info" */
gboolean trinh_severity_from_nick (const char *nick,
                                   TrinhSeverity *severity);
const char *trinh_severity_get_name (TrinhSeverity severity); /* translated */

/**
 * TrinhFinding:
 *
 * A rule that does not hold, or a gap. Immutable.
 */
#define TRINH_TYPE_FINDING (trinh_finding_get_type ())
G_DECLARE_FINAL_TYPE (TrinhFinding, trinh_finding, TRINH, FINDING, GObject)

/* Properties, construct-only: severity source (int) rule subjects(GStrv) section start end page (guint; an empty range is none)
 * message formula difference expected found acknowledgement(explanation or NULL) */
TrinhSeverity trinh_finding_get_severity (TrinhFinding *self);
TrinhFindingSource trinh_finding_get_source (TrinhFinding *self);
const char *trinh_finding_get_rule (TrinhFinding *self);
/* Addresses, the first is where the badge stands; of a finding in a text only the value that the text contradicts */
const char *const *trinh_finding_get_subjects (TrinhFinding *self);
const char *trinh_finding_get_section (TrinhFinding *self); /* (nullable) section id */
/* Where one goes to look at it: the section, else the first subject; (nullable) */
const char *trinh_finding_get_place (TrinhFinding *self);
/* Character offsets in the section's text; %FALSE: none */
gboolean trinh_finding_get_range (TrinhFinding *self,
                                  guint *start,
                                  guint *end);
guint trinh_finding_get_page (TrinhFinding *self);             /* from 1; 0: none */
const char *trinh_finding_get_message (TrinhFinding *self);    /* one sentence, in the user's language */
const char *trinh_finding_get_formula (TrinhFinding *self);    /* filled in; "" */
const char *trinh_finding_get_difference (TrinhFinding *self); /* "21,2 points"; "" */
/* Canonical numbers or texts; (nullable) */
const char *trinh_finding_get_expected (TrinhFinding *self);
const char *trinh_finding_get_found (TrinhFinding *self);
gboolean trinh_finding_get_acknowledged (TrinhFinding *self);
const char *trinh_finding_get_explanation (TrinhFinding *self); /* (nullable) */
gboolean trinh_finding_equal (TrinhFinding *a,
                              TrinhFinding *b);
/* As contract.md, "Findings" */
JsonNode *trinh_finding_to_json (TrinhFinding *self);

G_END_DECLS
