/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

/**
 * TrinhOpenPointKind:
 * @TRINH_OPEN_POINT_BLANK: a required value is blank and nobody says why, or a required section has no text
 * @TRINH_OPEN_POINT_ERROR: an error that nobody has given a reason for
 * @TRINH_OPEN_POINT_REMARK: a remark that waits for an answer
 */
typedef enum
{
  TRINH_OPEN_POINT_BLANK,
  TRINH_OPEN_POINT_ERROR,
  TRINH_OPEN_POINT_REMARK,
} TrinhOpenPointKind;

/**
 * TrinhOpenPoint:
 *
 * What a report lacks before it can be submitted. Immutable.
 */
#define TRINH_TYPE_OPEN_POINT (trinh_open_point_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOpenPoint, trinh_open_point, TRINH, OPEN_POINT, GObject)

/* @place: address of a cell, id of a section, "": the whole report; @finding, @thread: (nullable) */
TrinhOpenPoint *trinh_open_point_new (TrinhOpenPointKind kind,
                                      const char *place,
                                      const char *title,
                                      const char *text,
                                      TrinhFinding *finding,
                                      const char *thread);
TrinhOpenPointKind trinh_open_point_get_kind (TrinhOpenPoint *self);
/* Where to go: "bm1:2.1", "s1", "" */
const char *trinh_open_point_get_place (TrinhOpenPoint *self);
/* The same for people: "Biểu mẫu 1, 2.1", "1. Công tác chỉ đạo" */
const char *trinh_open_point_get_title (TrinhOpenPoint *self);
/* What is wrong: a sentence, or the remark's words */
const char *trinh_open_point_get_text (TrinhOpenPoint *self);
/* Of an error. (transfer none) (nullable) */
TrinhFinding *trinh_open_point_get_finding (TrinhOpenPoint *self);
/* Of a remark: the id of its thread. (nullable) */
const char *trinh_open_point_get_thread (TrinhOpenPoint *self);

G_END_DECLS
