/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-spelling-marks-private.h"
#include "trinh-spelling.h"

/* Nobody is told of a word that is still being typed. */
#define PAUSE_MS 350
/* A piece of work, so that a key never waits for it */
#define PIECE_US 2000

G_DEFINE_FINAL_TYPE (TrinhSpellingMarks, trinh_spelling_marks, G_TYPE_OBJECT)

/* One paragraph being marked */
typedef struct
{
  TrinhSpellingMarks *marks;
  GtkTextIter begin;
  int cursor; /* of the person writing, -1 elsewhere */
} Paragraph;

static void
found_cb (guint start,
          guint end,
          gpointer user_data)
{
  const Paragraph *paragraph = user_data;
  GtkTextIter first = paragraph->begin;
  GtkTextIter behind = paragraph->begin;

  gtk_text_iter_forward_chars (&first, (int) start);
  gtk_text_iter_forward_chars (&behind, (int) end);
  if (trinh_section_buffer_get_bound (paragraph->marks->buffer, &first) != NULL)
    return;
  if (gtk_text_iter_get_offset (&behind) == paragraph->cursor)
    {
      gtk_text_buffer_move_mark (trinh_spelling_marks_get_buffer (paragraph->marks), paragraph->marks->written, &behind);
      paragraph->marks->writing = TRUE;
      return;
    }
  gtk_text_buffer_apply_tag (trinh_spelling_marks_get_buffer (paragraph->marks), paragraph->marks->tag, &first, &behind);
}

static int
get_cursor (TrinhSpellingMarks *self)
{
  GtkTextIter cursor;

  if (self->view == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return -1;

  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &cursor, gtk_text_buffer_get_insert (trinh_spelling_marks_get_buffer (self)));

  return gtk_text_iter_get_offset (&cursor);
}

/* @place goes behind the paragraph. */
static void
mark_paragraph (TrinhSpellingMarks *self,
                GtkTextIter *place)
{
  Paragraph paragraph = { self, *place, get_cursor (self) };
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_iter_set_line_offset (&paragraph.begin, 0);
  end = paragraph.begin;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (&paragraph.begin, &end);
  gtk_text_buffer_remove_tag (trinh_spelling_marks_get_buffer (self), self->tag, &paragraph.begin, &end);
  trinh_spelling_check (text, self->names, found_cb, &paragraph);
  *place = end;
  if (!gtk_text_iter_forward_line (place))
    gtk_text_buffer_get_end_iter (trinh_spelling_marks_get_buffer (self), place);
}

/* %TRUE when something is left */
static gboolean
do_piece (TrinhSpellingMarks *self,
          gint64 until)
{
  GtkTextIter place;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &place, self->first);
  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &last, self->last);
  do
    mark_paragraph (self, &place);
  while (gtk_text_iter_compare (&place, &last) < 0 && g_get_monotonic_time () < until);
  self->waiting = gtk_text_iter_compare (&place, &last) < 0;
  gtk_text_buffer_move_mark (trinh_spelling_marks_get_buffer (self), self->first, &place);

  return self->waiting;
}

static gboolean
piece_cb (gpointer user_data)
{
  TrinhSpellingMarks *self = user_data;

  if (do_piece (self, g_get_monotonic_time () + PIECE_US))
    return G_SOURCE_CONTINUE;
  self->piece_source = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
pause_cb (gpointer user_data)
{
  TrinhSpellingMarks *self = user_data;

  self->pause_source = 0;
  if (self->piece_source == 0 && self->waiting)
    self->piece_source = g_idle_add_full (G_PRIORITY_LOW, piece_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
queue_range (TrinhSpellingMarks *self,
             const GtkTextIter *start,
             const GtkTextIter *end)
{
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &first, self->first);
  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &last, self->last);
  if (!self->waiting || gtk_text_iter_compare (start, &first) < 0)
    gtk_text_buffer_move_mark (trinh_spelling_marks_get_buffer (self), self->first, start);
  if (!self->waiting || gtk_text_iter_compare (end, &last) > 0)
    gtk_text_buffer_move_mark (trinh_spelling_marks_get_buffer (self), self->last, end);
  self->waiting = TRUE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, pause_cb, self);
}

void
trinh_spelling_marks_queue_all (TrinhSpellingMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (trinh_spelling_marks_get_buffer (self), &start, &end);
  queue_range (self, &start, &end);
}

static void
inserted_cb (TrinhSpellingMarks *self,
             GtkTextIter *place,
             const char *text,
             int length)
{
  GtkTextIter start = *place;

  if (!self->enabled)
    return;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  queue_range (self, &start, place);
}

static void
deleted_cb (TrinhSpellingMarks *self,
            GtkTextIter *start,
            GtkTextIter *end)
{
  if (self->enabled)
    queue_range (self, start, end);
}

/* The word that was being written is looked at once the cursor has gone on. */
static void
cursor_moved_cb (TrinhSpellingMarks *self)
{
  GtkTextIter place;

  if (!self->enabled || !self->writing)
    return;
  self->writing = FALSE;
  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &place, self->written);
  queue_range (self, &place, &place);
}

static void
drop_mark (TrinhSpellingMarks *self,
           GtkTextMark **mark)
{
  if (*mark != NULL)
    gtk_text_buffer_delete_mark (trinh_spelling_marks_get_buffer (self), *mark);
  *mark = NULL;
}

static void
trinh_spelling_marks_dispose (GObject *object)
{
  TrinhSpellingMarks *self = TRINH_SPELLING_MARKS (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->piece_source, g_source_remove);
  trinh_spelling_marks_detach_menu (self);
  if (self->buffer != NULL)
    {
      drop_mark (self, &self->first);
      drop_mark (self, &self->last);
      drop_mark (self, &self->start);
      drop_mark (self, &self->end);
      drop_mark (self, &self->written);
      gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (trinh_spelling_marks_get_buffer (self)), self->tag);
    }
  g_clear_object (&self->buffer);
  g_clear_object (&self->tag);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_object (&self->click);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (trinh_spelling_marks_parent_class)->dispose (object);
}

static void
trinh_spelling_marks_class_init (TrinhSpellingMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_spelling_marks_dispose;
}

static void
trinh_spelling_marks_init (TrinhSpellingMarks *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
}

static void
make_marks (TrinhSpellingMarks *self)
{
  GtkTextBuffer *buffer = trinh_spelling_marks_get_buffer (self);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  self->first = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->last = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  self->start = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->end = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  self->written = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->tag = g_object_ref (gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL));
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

TrinhSpellingMarks *
trinh_spelling_marks_new (GtkTextView *view)
{
  TrinhSpellingMarks *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);
  g_return_val_if_fail (TRINH_IS_SECTION_BUFFER (gtk_text_view_get_buffer (view)), NULL);

  self = g_object_new (TRINH_TYPE_SPELLING_MARKS, NULL);
  g_set_weak_pointer (&self->view, view);
  self->buffer = g_object_ref (TRINH_SECTION_BUFFER (gtk_text_view_get_buffer (view)));
  make_marks (self);
  trinh_spelling_marks_attach_menu (self);

  return self;
}

GMenuModel *
trinh_spelling_marks_get_menu (TrinhSpellingMarks *self)
{
  g_return_val_if_fail (TRINH_IS_SPELLING_MARKS (self), NULL);

  return G_MENU_MODEL (self->menu);
}

void
trinh_spelling_marks_set_enabled (TrinhSpellingMarks *self,
                                  gboolean enabled)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (TRINH_IS_SPELLING_MARKS (self));

  if (self->enabled == enabled)
    return;

  self->enabled = enabled;
  g_menu_remove_all (self->menu);
  if (enabled)
    {
      trinh_spelling_marks_queue_all (self);
      return;
    }
  self->waiting = FALSE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->piece_source, g_source_remove);
  gtk_text_buffer_get_bounds (trinh_spelling_marks_get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (trinh_spelling_marks_get_buffer (self), self->tag, &start, &end);
}

static void
read_signatories (TrinhSpellingMarks *self,
                  TrinhReport *report)
{
  JsonNode *node = trinh_report_get_member (report, "signatories");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    trinh_spelling_add_names (self->names, json_object_get_string_member_with_default (json_array_get_object_element (array, i), "name", ""));
}

void
trinh_spelling_marks_set_report (TrinhSpellingMarks *self,
                                 TrinhReport *report)
{
  TrinhOffice *office;

  g_return_if_fail (TRINH_IS_SPELLING_MARKS (self));
  g_return_if_fail (report == NULL || TRINH_IS_REPORT (report));

  g_hash_table_remove_all (self->names);
  if (report != NULL)
    {
      office = trinh_report_get_office (report);
      trinh_spelling_add_names (self->names, trinh_office_get_name (office));
      trinh_spelling_add_names (self->names, trinh_office_get_superior (office));
      trinh_spelling_add_names (self->names, trinh_office_get_place (office));
      for (guint i = 0; i < trinh_office_get_n_predecessors (office); i++)
        trinh_spelling_add_names (self->names, trinh_office_get_name (trinh_office_get_predecessor (office, i)));
      read_signatories (self, report);
      trinh_spelling_add_foreign (self->names, trinh_regime_get_lexicon (trinh_report_get_regime (report)));
    }
  if (self->enabled)
    trinh_spelling_marks_queue_all (self);
}

void
trinh_spelling_marks_finish (TrinhSpellingMarks *self)
{
  g_return_if_fail (TRINH_IS_SPELLING_MARKS (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->piece_source, g_source_remove);
  if (self->waiting)
    do_piece (self, G_MAXINT64);
}
