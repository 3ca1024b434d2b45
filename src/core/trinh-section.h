/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhSection:
 *
 * One narrative section of a report. Immutable; a change puts a new one in its place.
 */
#define TRINH_TYPE_SECTION (trinh_section_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSection, trinh_section, TRINH, SECTION, GObject)

TrinhSection *trinh_section_new (const char *id,
                                 const char *outline,
                                 const char *number,
                                 const char *title,
                                 const char *text,
                                 gboolean none);
TrinhSection *trinh_section_with_text (TrinhSection *self,
                                       const char *text,
                                       gboolean none);
TrinhSection *trinh_section_with_carried_from (TrinhSection *self,
                                               const char *period);
TrinhSection *trinh_section_from_json (JsonNode *node,
                                       GError **error);
JsonNode *trinh_section_to_json (TrinhSection *self);
const char *trinh_section_get_id (TrinhSection *self);      /* "s1" */
const char *trinh_section_get_outline (TrinhSection *self); /* id of the outline's item */
const char *trinh_section_get_number (TrinhSection *self);  /* as printed */
const char *trinh_section_get_title (TrinhSection *self);
const char *trinh_section_get_text (TrinhSection *self); /* markup */
gboolean trinh_section_get_none (TrinhSection *self);    /* prints ": Không" */
/* (nullable): "2021-H2", the period of the report the text was carried over from; gone as soon as the text is edited */
const char *trinh_section_get_carried_from (TrinhSection *self);
gboolean trinh_section_equal (TrinhSection *a,
                              TrinhSection *b);

G_END_DECLS
