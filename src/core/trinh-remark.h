/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhRemarkMark:
 * @TRINH_REMARK_SAYS: words alone; the thread stays as it was
 * @TRINH_REMARK_SETTLES: with it the thread is settled
 * @TRINH_REMARK_REOPENS: with it a settled thread is open again
 *
 * What a remark does to its thread.
 */
typedef enum
{
  TRINH_REMARK_SAYS,
  TRINH_REMARK_SETTLES,
  TRINH_REMARK_REOPENS,
} TrinhRemarkMark;

/**
 * TrinhRemark:
 *
 * What somebody said of a report: an entry of the report file's "comments". The
 * first of a thread says what it is about, a cell, a section, words in a section
 * or the whole report; the others answer it. Immutable, and never changed in the
 * file either, so that two copies unite theirs by id. Unknown members are kept.
 */
#define TRINH_TYPE_REMARK (trinh_remark_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRemark, trinh_remark, TRINH, REMARK, GObject)

/**
 * trinh_remark_new:
 * @by: who says it
 * @role: as what: the nick of a TrinhRole, or ""
 * @at: ISO 8601 with the offset from UTC
 * @text: the words
 *
 * Returns: (transfer full): the first remark of a new thread on the whole report, with an id that no other has
 */
TrinhRemark *trinh_remark_new (const char *by,
                               const char *role,
                               const char *at,
                               const char *text);
/* The same on a cell. (transfer full) */
TrinhRemark *trinh_remark_on_cell (TrinhRemark *self,
                                   const char *address);
/* The same on a section; @quote: (nullable): the words in it, that begin at @start, in characters. (transfer full) */
TrinhRemark *trinh_remark_on_section (TrinhRemark *self,
                                      const char *section,
                                      const char *quote,
                                      guint start);
/* The same as an answer in the thread that begins with @first. (transfer full) */
TrinhRemark *trinh_remark_in_thread (TrinhRemark *self,
                                     const char *first,
                                     TrinhRemarkMark mark);
/* TRINH_CORE_ERROR_TYPE; the message names the member, the caller adds file and line. (transfer full) */
TrinhRemark *trinh_remark_from_json (JsonNode *node,
                                     GError **error);
JsonNode *trinh_remark_to_json (TrinhRemark *self);
const char *trinh_remark_get_id (TrinhRemark *self);
/* The id of the thread's first remark; (nullable) %NULL: this is the first */
const char *trinh_remark_get_thread (TrinhRemark *self);
TrinhRemarkMark trinh_remark_get_mark (TrinhRemark *self);
/* (nullable): an address */
const char *trinh_remark_get_cell (TrinhRemark *self);
/* (nullable): a section's id */
const char *trinh_remark_get_section (TrinhRemark *self);
/* (nullable): words of the section as they stood when the remark was made */
const char *trinh_remark_get_quote (TrinhRemark *self);
const char *trinh_remark_get_by (TrinhRemark *self);
const char *trinh_remark_get_role (TrinhRemark *self);
const char *trinh_remark_get_at (TrinhRemark *self);
const char *trinh_remark_get_text (TrinhRemark *self);
/**
 * trinh_remark_find_quote:
 * @text: what the section says now
 * @from: (out): where the words begin, in characters
 * @to: (out): where they end
 *
 * The words' own place, or the place nearest to it where they stand now.
 *
 * Returns: %FALSE where the remark is on no words, or they are not there any more
 */
gboolean trinh_remark_find_quote (TrinhRemark *self,
                                  const char *text,
                                  guint *from,
                                  guint *to);

G_END_DECLS
