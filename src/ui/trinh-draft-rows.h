/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhDraftPlace:
 *
 * A member of a draft that a row shows and changes. With an array the element at the index, without it the
 * document itself.
 */
typedef struct
{
  TrinhRegimeDraft *draft; /* borrowed while a row is made */
  const char *document;
  const char *array; /* (nullable) */
  guint index;
} TrinhDraftPlace;

/* One of the values a member can have. The table ends with a NULL value. */
typedef struct
{
  const char *value;
  const char *title; /* N_() */
} TrinhDraftChoice;

/* Rows that follow the draft: what is typed is a change of it, an undo is shown. An empty text takes the member away
 * unless @keep_empty. */
GtkWidget *trinh_draft_text_row_new (const TrinhDraftPlace *place,
                                     const char *member,
                                     const char *title,
                                     gboolean keep_empty);
/* A list of texts, one a line */
GtkWidget *trinh_draft_lines_row_new (const TrinhDraftPlace *place,
                                      const char *member,
                                      const char *title);
/* A longer text */
GtkWidget *trinh_draft_long_row_new (const TrinhDraftPlace *place,
                                     const char *member,
                                     const char *title);
/* @inner: (nullable): the member is one of this member ("header" → "superior") */
GtkWidget *trinh_draft_switch_row_new (const TrinhDraftPlace *place,
                                       const char *inner,
                                       const char *member,
                                       const char *title,
                                       gboolean otherwise);
GtkWidget *trinh_draft_choice_row_new (const TrinhDraftPlace *place,
                                       const char *member,
                                       const char *title,
                                       const TrinhDraftChoice *choices,
                                       const char *otherwise);
/* A whole number of an object: @inner "from", @member "day"; @others: what the object has besides when it comes to be,
 * as JSON */
GtkWidget *trinh_draft_number_row_new (const TrinhDraftPlace *place,
                                       const char *inner,
                                       const char *member,
                                       const char *title,
                                       int least,
                                       int most,
                                       const char *others);
/* The codes and texts of a choice, "0 = Trực tuyến" a line */
GtkWidget *trinh_draft_codes_row_new (const TrinhDraftPlace *place,
                                      const char *member,
                                      const char *title);

G_END_DECLS
