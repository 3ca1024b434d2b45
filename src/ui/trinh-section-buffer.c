/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-section-buffer.h"

#define SOURCE_KEY "source"

struct _TrinhSectionBuffer
{
  GtkTextBuffer parent_instance;

  /* Owned References */
  TrinhEvaluation *evaluation;
  GHashTable *cited; /* documents cited so far while filling */

  guint filling; /* the program writes, not a person */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhSectionBuffer, trinh_section_buffer, GTK_TYPE_TEXT_BUFFER)

static const char *
get_tag_source (GtkTextTag *tag)
{
  return g_object_get_data (G_OBJECT (tag), SOURCE_KEY);
}

/* (transfer none): the tag of a bound place that covers the letter behind @place */
static GtkTextTag *
find_bound (const GtkTextIter *place)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (place);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (get_tag_source (l->data) != NULL)
      return l->data;

  return NULL;
}

static void
get_bound_range (GtkTextTag *tag,
                 const GtkTextIter *inside,
                 GtkTextIter *start,
                 GtkTextIter *end)
{
  *start = *inside;
  *end = *inside;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
}

static const TrinhMarkupSpan *
find_span (TrinhMarkup *markup)
{
  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        if (((TrinhMarkupSpan *) block->spans->pdata[j])->kind != TRINH_SPAN_TEXT)
          return block->spans->pdata[j];
    }

  return NULL;
}

static char *
dup_table_name (TrinhSectionBuffer *self,
                const char *id)
{
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (trinh_evaluation_get_report (self->evaluation)), id);

  return g_strdup_printf ("[%s]", form != NULL ? trinh_form_get_label (form) : id);
}

/* The value as it reads at its place: within a sentence, words begin with a small letter. */
static char *
dup_value (TrinhSectionBuffer *self,
           const TrinhMarkupSpan *span,
           const GtkTextIter *place)
{
  TrinhMarkupSpan here = *span;
  GtkTextIter line = *place;
  g_autofree char *before = NULL;

  gtk_text_iter_set_line_offset (&line, 0);
  before = gtk_text_iter_get_text (&line, place);
  here.inside = !trinh_markup_begins_sentence (before, strlen (before));

  return trinh_markup_fill_span (self->evaluation, &here, FALSE, NULL);
}

/* What a bound place shows. Never empty: an empty place could not be seen nor deleted. */
static char *
dup_shown (TrinhSectionBuffer *self,
           const char *source,
           const GtkTextIter *place)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (source);
  const TrinhMarkupSpan *span = find_span (markup);
  g_autofree char *text = NULL;
  gboolean first = TRUE;

  if (span == NULL || self->evaluation == NULL)
    return g_strdup (source);
  if (span->kind == TRINH_SPAN_TABLE)
    return dup_table_name (self, span->text);

  if (span->kind == TRINH_SPAN_DOCUMENT)
    first = g_hash_table_add (self->cited, g_strdup (span->text));
  text = span->kind == TRINH_SPAN_VALUE ? dup_value (self, span, place) : trinh_markup_fill_span (self->evaluation, span, first, NULL);

  return text[0] != '\0' ? g_steal_pointer (&text) : g_strdup ("……");
}

static void
insert_bound_at (TrinhSectionBuffer *self,
                 GtkTextIter *place,
                 const char *source)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self), NULL, "background", "rgba(120,140,170,0.22)", NULL);
  g_autofree char *shown = dup_shown (self, source, place);

  g_object_set_data_full (G_OBJECT (tag), SOURCE_KEY, g_strdup (source), g_free);
  gtk_text_buffer_insert_with_tags (GTK_TEXT_BUFFER (self), place, shown, -1, tag, NULL);
}

static void
insert_source (TrinhSectionBuffer *self,
               GtkTextIter *place,
               const char *source)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (source);
  const char *done = source;
  guint offset = 0;

  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = block->spans->pdata[j];
          const char *start;
          const char *end;
          g_autofree char *bound = NULL;

          if (span->kind == TRINH_SPAN_TEXT)
            continue;
          start = g_utf8_offset_to_pointer (done, (glong) span->start - (glong) offset);
          end = g_utf8_offset_to_pointer (start, (glong) span->end - (glong) span->start);
          bound = g_strndup (start, end - start);
          gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), place, done, start - done);
          insert_bound_at (self, place, bound);
          done = end;
          offset = span->end;
        }
    }

  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), place, done, -1);
}

/* Puts what a bound place shows now in its place, and @place behind it. What is as it was stays untouched, so that
 * neither the cursor nor an input method in the midst of a word notices. */
static void
renew_bound (TrinhSectionBuffer *self,
             GtkTextTag *tag,
             GtkTextIter *place)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const int start = gtk_text_iter_get_offset (place);
  g_autofree char *shown = dup_shown (self, get_tag_source (tag), place);
  g_autofree char *old = NULL;
  GtkTextIter end = *place;
  int behind;

  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  old = gtk_text_iter_get_text (place, &end);
  if (g_str_equal (old, shown))
    {
      *place = end;
      return;
    }

  behind = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert_with_tags (buffer, &end, shown, -1, tag, NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, place, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, behind);
  gtk_text_buffer_delete (buffer, place, &end);
  gtk_text_iter_forward_to_tag_toggle (place, tag);
}

static void
drop_bound_tags (GtkTextTag *tag,
                 gpointer user_data)
{
  if (get_tag_source (tag) != NULL)
    g_ptr_array_add (user_data, g_object_ref (tag));
}

static void
forget_tags (TrinhSectionBuffer *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_text_tag_table_foreach (table, drop_bound_tags, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, tags->pdata[i]);
}

static void
trinh_section_buffer_insert_text (GtkTextBuffer *buffer,
                                  GtkTextIter *place,
                                  const char *text,
                                  int length)
{
  TrinhSectionBuffer *self = TRINH_SECTION_BUFFER (buffer);
  GtkTextTag *tag = self->filling == 0 ? find_bound (place) : NULL;

  /* Typed into a bound value: it goes behind it. */
  if (tag != NULL && !gtk_text_iter_starts_tag (place, tag))
    {
      GtkTextIter start;
      GtkTextIter end;

      get_bound_range (tag, place, &start, &end);
      *place = end;
    }

  GTK_TEXT_BUFFER_CLASS (trinh_section_buffer_parent_class)->insert_text (buffer, place, text, length);
}

static void
trinh_section_buffer_delete_range (GtkTextBuffer *buffer,
                                   GtkTextIter *start,
                                   GtkTextIter *end)
{
  TrinhSectionBuffer *self = TRINH_SECTION_BUFFER (buffer);

  if (self->filling == 0)
    {
      GtkTextTag *tag = find_bound (start);
      GtkTextIter border;
      GtkTextIter last = *end;

      if (tag != NULL)
        get_bound_range (tag, start, start, &border);
      if (gtk_text_iter_backward_char (&last) && (tag = find_bound (&last)) != NULL)
        get_bound_range (tag, &last, &border, end);
    }

  GTK_TEXT_BUFFER_CLASS (trinh_section_buffer_parent_class)->delete_range (buffer, start, end);
}

static void
trinh_section_buffer_changed (GtkTextBuffer *buffer)
{
  TrinhSectionBuffer *self = TRINH_SECTION_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (trinh_section_buffer_parent_class)->changed (buffer);

  if (self->filling == 0)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
trinh_section_buffer_dispose (GObject *object)
{
  TrinhSectionBuffer *self = TRINH_SECTION_BUFFER (object);

  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->cited, g_hash_table_unref);

  G_OBJECT_CLASS (trinh_section_buffer_parent_class)->dispose (object);
}

static void
trinh_section_buffer_class_init (TrinhSectionBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_section_buffer_dispose;
  buffer_class->insert_text = trinh_section_buffer_insert_text;
  buffer_class->delete_range = trinh_section_buffer_delete_range;
  buffer_class->changed = trinh_section_buffer_changed;

  signals[EDITED] = g_signal_new ("edited", TRINH_TYPE_SECTION_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trinh_section_buffer_init (TrinhSectionBuffer *self)
{
  self->cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
}

TrinhSectionBuffer *
trinh_section_buffer_new (void)
{
  return g_object_new (TRINH_TYPE_SECTION_BUFFER, NULL);
}

void
trinh_section_buffer_set_evaluation (TrinhSectionBuffer *self,
                                     TrinhEvaluation *evaluation)
{
  g_return_if_fail (TRINH_IS_SECTION_BUFFER (self));
  g_return_if_fail (evaluation == NULL || TRINH_IS_EVALUATION (evaluation));

  g_set_object (&self->evaluation, evaluation);
}

void
trinh_section_buffer_set_source (TrinhSectionBuffer *self,
                                 const char *source)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;
  GtkTextIter end;
  int cursor;

  g_return_if_fail (TRINH_IS_SECTION_BUFFER (self));
  g_return_if_fail (source != NULL);

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  cursor = gtk_text_iter_get_offset (&start);

  self->filling++;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  forget_tags (self);
  g_hash_table_remove_all (self->cited);
  insert_source (self, &start, source);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, cursor);
  gtk_text_buffer_place_cursor (buffer, &start);
  self->filling--;
}

/* A bound place that @limit is in is there wholly. */
static char *
dup_source_before (TrinhSectionBuffer *self,
                   const GtkTextIter *limit)
{
  GString *source = g_string_new (NULL);
  GtkTextIter place;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &place);
  while (gtk_text_iter_compare (&place, limit) < 0)
    {
      GtkTextTag *tag = find_bound (&place);
      GtkTextIter next = place;

      if (tag != NULL)
        {
          g_string_append (source, get_tag_source (tag));
          gtk_text_iter_forward_to_tag_toggle (&next, tag);
        }
      else
        {
          g_autofree char *text = NULL;

          do
            gtk_text_iter_forward_to_tag_toggle (&next, NULL);
          while (gtk_text_iter_compare (&next, limit) < 0 && find_bound (&next) == NULL);
          if (gtk_text_iter_compare (&next, limit) > 0)
            next = *limit;
          text = gtk_text_iter_get_text (&place, &next);
          g_string_append (source, text);
        }
      place = next;
    }

  return g_string_free_and_steal (source);
}

char *
trinh_section_buffer_dup_source (TrinhSectionBuffer *self)
{
  GtkTextIter end;

  g_return_val_if_fail (TRINH_IS_SECTION_BUFFER (self), NULL);

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);

  return dup_source_before (self, &end);
}

guint
trinh_section_buffer_get_cursor (TrinhSectionBuffer *self)
{
  GtkTextIter cursor;
  g_autofree char *source = NULL;

  g_return_val_if_fail (TRINH_IS_SECTION_BUFFER (self), 0);

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), &cursor, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
  source = dup_source_before (self, &cursor);

  return (guint) g_utf8_strlen (source, -1);
}

void
trinh_section_buffer_insert (TrinhSectionBuffer *self,
                             const char *source)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter place;
  GtkTextTag *tag;

  g_return_if_fail (TRINH_IS_SECTION_BUFFER (self));
  g_return_if_fail (source != NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  self->filling++;
  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  tag = find_bound (&place);
  if (tag != NULL && !gtk_text_iter_starts_tag (&place, tag))
    gtk_text_iter_forward_to_tag_toggle (&place, tag);
  insert_source (self, &place, source);
  gtk_text_buffer_place_cursor (buffer, &place);
  self->filling--;
  gtk_text_buffer_end_user_action (buffer);
  g_signal_emit (self, signals[EDITED], 0);
}

void
trinh_section_buffer_refresh (TrinhSectionBuffer *self)
{
  GtkTextIter place;

  g_return_if_fail (TRINH_IS_SECTION_BUFFER (self));

  self->filling++;
  g_hash_table_remove_all (self->cited);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &place);
  while (!gtk_text_iter_is_end (&place))
    {
      GtkTextTag *tag = find_bound (&place);

      if (tag != NULL)
        renew_bound (self, tag, &place);
      else
        gtk_text_iter_forward_to_tag_toggle (&place, NULL);
    }
  self->filling--;
}

const char *
trinh_section_buffer_get_bound (TrinhSectionBuffer *self,
                                const GtkTextIter *place)
{
  GtkTextTag *tag;

  g_return_val_if_fail (TRINH_IS_SECTION_BUFFER (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  tag = find_bound (place);

  return tag != NULL ? get_tag_source (tag) : NULL;
}

void
trinh_section_buffer_wrap (TrinhSectionBuffer *self,
                           const char *mark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;
  GtkTextIter end;
  int last;

  g_return_if_fail (TRINH_IS_SECTION_BUFFER (self));
  g_return_if_fail (mark != NULL);

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  last = gtk_text_iter_get_offset (&end) + (int) strlen (mark);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &start, mark, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, last);
  gtk_text_buffer_insert (buffer, &end, mark, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, last);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_buffer_end_user_action (buffer);
}
