/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/*
 * The layout checker: each file holds one part of the boxes against the limits. It sees boxes, blocks and limits alone.
 */

#pragma once

#include "trinh-layout-check.h"

G_BEGIN_DECLS

#define TRINH_CHECK_MM(points) ((points) * 25.4 / 72)
#define TRINH_CHECK_POINTS(mm) ((mm) * 72 / 25.4)
/* What rounding and hairlines make of equal places, points */
#define TRINH_CHECK_NEAR 1.0
/* The same of what is told in millimetres */
#define TRINH_CHECK_NEAR_MM 0.1

typedef struct
{
  TrinhPages *pages;
  TrinhLayoutRules *rules;
  TrinhRegime *regime; /* (nullable) */
  GPtrArray *boxes;    /* of TrinhBox, borrowed */
  GPtrArray *findings;
  GHashTable *known; /* of char*: one finding says it for all boxes of a role */
  GHashTable *none;  /* of char*: sections whose heading says all ("…: Không.") */
} TrinhLayoutCheck;

/* All boxes of one role that follow one another, on further pages too: an office of three lines is three boxes. */
typedef struct
{
  const TrinhBox *last; /* with letters */
  guint end;            /* the position behind it */
  double widest;
  double bottom; /* of the last line with letters */
} TrinhCheckText;

/* trinh-layout-check.c. @message: (transfer full) */
void _trinh_layout_check_add (TrinhLayoutCheck *self,
                              const TrinhBox *box,
                              const char *rule,
                              char *message);
/* The same, once for all boxes of the role: what is wrong with one is wrong with its kind. */
void _trinh_layout_check_add_once (TrinhLayoutCheck *self,
                                   const TrinhBox *box,
                                   const char *rule,
                                   char *message);
/* The beginning of its text, to be named in a message. (transfer full) */
char *_trinh_layout_check_dup_excerpt (const TrinhBox *box);
gboolean _trinh_layout_check_is (const TrinhBox *box,
                                 const char *role);
/* Text that runs over the pages: paragraphs, list items, headings */
gboolean _trinh_layout_check_is_body (const TrinhBox *box);
gboolean _trinh_layout_check_is_heading (const TrinhBox *box);
/* What takes room of its own; a value's box lies in that of its text. */
gboolean _trinh_layout_check_takes_room (const TrinhBox *box);
/* The heading says all ("…: Không."): nothing follows it */
gboolean _trinh_layout_check_says_all (TrinhLayoutCheck *self,
                                       const TrinhBox *box);
const TrinhBox *_trinh_layout_check_get (TrinhLayoutCheck *self,
                                         guint position);
/* The first box of @role from @start on, (nullable); @position: (out) (optional) */
const TrinhBox *_trinh_layout_check_find (TrinhLayoutCheck *self,
                                          const char *role,
                                          guint start,
                                          guint *position);
/* The text that begins at @start */
TrinhCheckText _trinh_layout_check_read_text (TrinhLayoutCheck *self,
                                              guint start);
/* From @position on, the first that is no page's number: those stand between what goes on overleaf. */
guint _trinh_layout_check_skip_numbers (TrinhLayoutCheck *self,
                                        guint position);
double _trinh_layout_check_middle (const TrinhBox *box);
const TrinhLine *_trinh_layout_check_get_line (const TrinhBox *box,
                                               guint position);

/* The height that texts of a page have, were its margins as wide as they may be */
double _trinh_layout_check_get_room (TrinhLayoutCheck *self,
                                     guint page);

/* The parts, each over all boxes */
void _trinh_layout_check_roles (TrinhLayoutCheck *self);
void _trinh_layout_check_texts (TrinhLayoutCheck *self);
void _trinh_layout_check_align (TrinhLayoutCheck *self);
void _trinh_layout_check_rules (TrinhLayoutCheck *self);
void _trinh_layout_check_heads (TrinhLayoutCheck *self);
void _trinh_layout_check_breaks (TrinhLayoutCheck *self);
void _trinh_layout_check_tables (TrinhLayoutCheck *self);
void _trinh_layout_check_signature (TrinhLayoutCheck *self);
void _trinh_layout_check_annexes (TrinhLayoutCheck *self);
void _trinh_layout_check_parts (TrinhLayoutCheck *self);
void _trinh_layout_check_numbers (TrinhLayoutCheck *self);
void _trinh_layout_check_places (TrinhLayoutCheck *self);
void _trinh_layout_check_margins (TrinhLayoutCheck *self);

G_END_DECLS
