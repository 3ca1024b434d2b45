/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-spelling-marks.h"

G_BEGIN_DECLS

struct _TrinhSpellingMarks
{
  GObject parent_instance;

  /* Owned References */
  TrinhSectionBuffer *buffer;
  GtkTextTag *tag;
  GHashTable *names;
  GMenu *menu;
  GSimpleActionGroup *actions;
  GtkEventController *click;
  GtkEventController *keys;

  /* Borrowed References */
  GtkTextView *view;    /* weak */
  GtkTextMark *first;   /* of what is not looked at yet */
  GtkTextMark *last;    /* its end */
  GtkTextMark *start;   /* of the word that the menu is about */
  GtkTextMark *end;     /* its end */
  GtkTextMark *written; /* where a word was left out because it is being written */

  guint pause_source;
  guint piece_source;
  gboolean enabled;
  gboolean waiting; /* something between first and last */
  gboolean writing; /* a word was left out */
};

static inline GtkTextBuffer *
trinh_spelling_marks_get_buffer (TrinhSpellingMarks *self)
{
  return GTK_TEXT_BUFFER (self->buffer);
}

/* All of the text is looked at anew, as soon as there is time. */
void trinh_spelling_marks_queue_all (TrinhSpellingMarks *self);

/* What can be done about a word, by pointer and keys: trinh-spelling-marks-menu.c */
void trinh_spelling_marks_attach_menu (TrinhSpellingMarks *self);
void trinh_spelling_marks_detach_menu (TrinhSpellingMarks *self);

G_END_DECLS
