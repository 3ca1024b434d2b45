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
  const char *inner;  /* (nullable): the member is one of the object that this member is ("header" → "superior") */
  const char *others; /* (nullable): what that object has besides when it comes to be, as JSON */
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
GtkWidget *trinh_draft_switch_row_new (const TrinhDraftPlace *place,
                                       const char *member,
                                       const char *title,
                                       gboolean otherwise);
GtkWidget *trinh_draft_choice_row_new (const TrinhDraftPlace *place,
                                       const char *member,
                                       const char *title,
                                       const TrinhDraftChoice *choices,
                                       const char *otherwise);
/* A whole number of an object; while it is not there, what its place says besides */
GtkWidget *trinh_draft_number_row_new (const TrinhDraftPlace *place,
                                       const char *member,
                                       const char *title,
                                       int least,
                                       int most);
/* A whole number that may be absent */
GtkWidget *trinh_draft_integer_row_new (const TrinhDraftPlace *place,
                                        const char *member,
                                        const char *title);
/* A day that may be absent */
GtkWidget *trinh_draft_date_row_new (const TrinhDraftPlace *place,
                                     const char *member,
                                     const char *title);
/* Whether the member is there. @on, @off: (nullable): what it becomes, as JSON, %NULL: absent; @inside: (nullable): only an
 * object with this member counts. The texts outlive the row. */
GtkWidget *trinh_draft_presence_row_new (const TrinhDraftPlace *place,
                                         const char *member,
                                         const char *title,
                                         const char *on,
                                         const char *off,
                                         const char *inside);
/* The codes and texts of a choice, "0 = Trực tuyến" a line */
GtkWidget *trinh_draft_codes_row_new (const TrinhDraftPlace *place,
                                      const char *member,
                                      const char *title);
/* Some of the forms of the draft, or with "columns" of the columns of the place's form; in their order */
GtkWidget *trinh_draft_picks_row_new (const TrinhDraftPlace *place,
                                      const char *member,
                                      const char *title,
                                      gboolean columns);
/* One of the forms of the draft */
GtkWidget *trinh_draft_form_row_new (const TrinhDraftPlace *place,
                                     const char *member,
                                     const char *title);
/* One of the files of a shipped folder such as "lexicons", or the usual one: then the member is absent */
GtkWidget *trinh_draft_file_row_new (const TrinhDraftPlace *place,
                                     const char *member,
                                     const char *title,
                                     const char *folder);
/* Whether the proof-reader does a check, and how severely: an entry of "text-checks" of the regime */
GtkWidget *trinh_draft_check_row_new (TrinhRegimeDraft *draft,
                                      const char *id,
                                      const char *title);

G_END_DECLS
