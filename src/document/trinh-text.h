/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-document-types.h"

G_BEGIN_DECLS

/**
 * TrinhRun:
 * @text: letters of one style
 * @place: (nullable): address of the bound value that they show
 */
typedef struct
{
  char *text;
  gboolean bold;
  gboolean italic;
  char *place;
} TrinhRun;

/**
 * TrinhText:
 *
 * A text for print: runs of letters, each of one style, every value filled in.
 */
typedef struct _TrinhText TrinhText;

TrinhText *trinh_text_new (void);
/* One run; @text: (nullable): no run */
TrinhText *trinh_text_new_plain (const char *text,
                                 gboolean bold,
                                 gboolean italic);
void trinh_text_free (TrinhText *self);
/* Joins the run before where the style is the same. */
void trinh_text_add (TrinhText *self,
                     const char *text,
                     gboolean bold,
                     gboolean italic,
                     const char *place);
guint trinh_text_get_n_runs (const TrinhText *self);
const TrinhRun *trinh_text_get_run (const TrinhText *self,
                                    guint position);
gboolean trinh_text_is_empty (const TrinhText *self);
/* The same runs with the same places; (nullable) both */
gboolean trinh_text_equal (const TrinhText *a,
                           const TrinhText *b);
/* All letters. (transfer full) */
char *trinh_text_dup_plain (const TrinhText *self);
/* Cuts spaces and the signs in @signs off the end. */
void trinh_text_trim_end (TrinhText *self,
                          const char *signs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhText, trinh_text_free)

G_END_DECLS
