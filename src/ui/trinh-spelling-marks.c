/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-spelling-marks.h"
#include "trinh-spelling.h"

/* Nobody is told of a word that is still being typed. */
#define PAUSE_MS 350
/* A piece of work, so that a key never waits for it */
#define PIECE_US 2000
#define MOST_CORRECTIONS 6

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

G_DEFINE_FINAL_TYPE (TrinhSpellingMarks, trinh_spelling_marks, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (TrinhSpellingMarks *self)
{
  return GTK_TEXT_BUFFER (self->buffer);
}

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
      gtk_text_buffer_move_mark (get_buffer (paragraph->marks), paragraph->marks->written, &behind);
      paragraph->marks->writing = TRUE;
      return;
    }
  gtk_text_buffer_apply_tag (get_buffer (paragraph->marks), paragraph->marks->tag, &first, &behind);
}

static int
get_cursor (TrinhSpellingMarks *self)
{
  GtkTextIter cursor;

  if (self->view == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return -1;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));

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
  gtk_text_buffer_remove_tag (get_buffer (self), self->tag, &paragraph.begin, &end);
  trinh_spelling_check (text, self->names, found_cb, &paragraph);
  *place = end;
  if (!gtk_text_iter_forward_line (place))
    gtk_text_buffer_get_end_iter (get_buffer (self), place);
}

/* %TRUE when something is left */
static gboolean
do_piece (TrinhSpellingMarks *self,
          gint64 until)
{
  GtkTextIter place;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &place, self->first);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &last, self->last);
  do
    mark_paragraph (self, &place);
  while (gtk_text_iter_compare (&place, &last) < 0 && g_get_monotonic_time () < until);
  self->waiting = gtk_text_iter_compare (&place, &last) < 0;
  gtk_text_buffer_move_mark (get_buffer (self), self->first, &place);

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

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &first, self->first);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &last, self->last);
  if (!self->waiting || gtk_text_iter_compare (start, &first) < 0)
    gtk_text_buffer_move_mark (get_buffer (self), self->first, start);
  if (!self->waiting || gtk_text_iter_compare (end, &last) > 0)
    gtk_text_buffer_move_mark (get_buffer (self), self->last, end);
  self->waiting = TRUE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void
queue_all (TrinhSpellingMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
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
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &place, self->written);
  queue_range (self, &place, &place);
}

static char *
dup_word (TrinhSpellingMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &start, self->start);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &end, self->end);

  return gtk_text_iter_get_text (&start, &end);
}

static void
correct_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  TrinhSpellingMarks *self = user_data;
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, self->end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
add_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  g_autofree char *word = dup_word (user_data);

  trinh_spelling_add (word);
  queue_all (user_data);
}

static void
ignore_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  g_autofree char *word = dup_word (user_data);

  trinh_spelling_ignore (word);
  queue_all (user_data);
}

static const GActionEntry entries[] = {
  { .name = "correct", .activate = correct_cb, .parameter_type = "s" },
  { .name = "add", .activate = add_cb },
  { .name = "ignore", .activate = ignore_cb },
};

static void
fill_menu (TrinhSpellingMarks *self,
           const char *word)
{
  g_auto (GStrv) corrections = trinh_spelling_list_corrections (word, MOST_CORRECTIONS);
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; corrections[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (corrections[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.correct", "s", corrections[i]);
      g_menu_append_item (choices, item);
    }
  g_menu_append (others, _ ("Add to the dictionary"), "spelling.add");
  g_menu_append (others, _ ("Ignore"), "spelling.ignore");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (others));
}

gboolean
trinh_spelling_marks_point_at (TrinhSpellingMarks *self,
                               const GtkTextIter *place)
{
  GtkTextIter start = *place;
  GtkTextIter end = *place;
  g_autofree char *word = NULL;

  g_return_val_if_fail (TRINH_IS_SPELLING_MARKS (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  g_menu_remove_all (self->menu);
  /* A cursor behind the last letter means the word too. */
  if (!gtk_text_iter_has_tag (&start, self->tag) && !gtk_text_iter_ends_tag (&start, self->tag))
    return FALSE;

  if (!gtk_text_iter_starts_tag (&start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
  if (!gtk_text_iter_ends_tag (&end, self->tag))
    gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
  gtk_text_buffer_move_mark (get_buffer (self), self->start, &start);
  gtk_text_buffer_move_mark (get_buffer (self), self->end, &end);
  word = gtk_text_iter_get_text (&start, &end);
  fill_menu (self, word);

  return TRUE;
}

static void
pressed_cb (TrinhSpellingMarks *self,
            int n_press,
            double x,
            double y)
{
  GtkTextIter place;
  int bx;
  int by;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  gtk_text_view_get_iter_at_location (self->view, &place, bx, by);
  trinh_spelling_marks_point_at (self, &place);
}

static gboolean
key_pressed_cb (TrinhSpellingMarks *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  GtkTextIter place;

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &place, gtk_text_buffer_get_insert (get_buffer (self)));
      trinh_spelling_marks_point_at (self, &place);
    }

  return GDK_EVENT_PROPAGATE;
}

static void
drop_mark (TrinhSpellingMarks *self,
           GtkTextMark **mark)
{
  if (*mark != NULL)
    gtk_text_buffer_delete_mark (get_buffer (self), *mark);
  *mark = NULL;
}

static void
let_go_of_view (TrinhSpellingMarks *self)
{
  if (self->view == NULL)
    return;

  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", NULL);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->click);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->keys);
  g_clear_weak_pointer (&self->view);
}

static void
trinh_spelling_marks_dispose (GObject *object)
{
  TrinhSpellingMarks *self = TRINH_SPELLING_MARKS (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->piece_source, g_source_remove);
  let_go_of_view (self);
  if (self->buffer != NULL)
    {
      drop_mark (self, &self->first);
      drop_mark (self, &self->last);
      drop_mark (self, &self->start);
      drop_mark (self, &self->end);
      drop_mark (self, &self->written);
      gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (get_buffer (self)), self->tag);
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
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
make_marks (TrinhSpellingMarks *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
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

static void
attach (TrinhSpellingMarks *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  self->click = g_object_ref (GTK_EVENT_CONTROLLER (gtk_gesture_click_new ()));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (self->click, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, self->click);
  self->keys = g_object_ref (gtk_event_controller_key_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, self->keys);
  gtk_widget_insert_action_group (view, "spelling", G_ACTION_GROUP (self->actions));
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
  attach (self);

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
      queue_all (self);
      return;
    }
  self->waiting = FALSE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->piece_source, g_source_remove);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->tag, &start, &end);
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
    queue_all (self);
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
