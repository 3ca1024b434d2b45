/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhOffice:
 *
 * The People's Committee that reports, as the report file's "office" member.
 * Immutable; unknown members are kept. Reference-counted.
 */
#define TRINH_TYPE_OFFICE (trinh_office_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOffice, trinh_office, TRINH, OFFICE, GObject)

TrinhOffice *trinh_office_new (const char *name,
                               const char *code,
                               const char *kind,
                               const char *const *header,
                               const char *superior,
                               const char *place);
/* A name alone: "UBND xã Bình Lãng" gives kind "xã", header "ỦY BAN NHÂN DÂN" / "XÃ BÌNH LÃNG", place "Bình Lãng". */
TrinhOffice *trinh_office_new_for_name (const char *name);
TrinhOffice *trinh_office_from_json (JsonNode *node,
                                     GError **error);
JsonNode *trinh_office_to_json (TrinhOffice *self);
const char *trinh_office_get_name (TrinhOffice *self); /* "UBND xã Bình Lãng" */
const char *trinh_office_get_code (TrinhOffice *self);
const char *trinh_office_get_kind (TrinhOffice *self);          /* "xã" "phường" "thị trấn" "đặc khu" … */
const char *const *trinh_office_get_header (TrinhOffice *self); /* lines of the header block, capitals */
const char *trinh_office_get_superior (TrinhOffice *self);      /* "" if none */
const char *trinh_office_get_place (TrinhOffice *self);         /* "Bình Lãng", before the date */
/* "xã Bình Lãng": the name without "UBND" */
const char *trinh_office_get_locality (TrinhOffice *self);
/* The offices this one was merged from ("predecessors": names, or objects with "name" and "code") */
guint trinh_office_get_n_predecessors (TrinhOffice *self);
TrinhOffice *trinh_office_get_predecessor (TrinhOffice *self,
                                           guint position);
gboolean trinh_office_equal (TrinhOffice *a,
                             TrinhOffice *b);
/* Same code where both have one, else the same respelled name. */
gboolean trinh_office_is_same (TrinhOffice *a,
                               TrinhOffice *b);

G_END_DECLS
