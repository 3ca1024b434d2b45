/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-remark-marks.h"
#include "trinh-section-places.h"

struct _TrinhRemarkMarks
{
  GObject parent_instance;

  /* Owned References */
  TrinhSectionBuffer *buffer;
  GtkTextTag *tag;
  GSignalGroup *report_signals;
  GPtrArray *threads; /* open ones of the section */
  char *section;      /* (nullable) */

  guint mark_source;
};

G_DEFINE_FINAL_TYPE (TrinhRemarkMarks, trinh_remark_marks, G_TYPE_OBJECT)

gboolean
trinh_remark_marks_get_range (TrinhRemarkMarks *self,
                              TrinhRemarkThread *thread,
                              GtkTextIter *start,
                              GtkTextIter *end)
{
  g_autofree char *source = NULL;
  guint from;
  guint to;

  g_return_val_if_fail (TRINH_IS_REMARK_MARKS (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (thread), FALSE);
  g_return_val_if_fail (start != NULL, FALSE);
  g_return_val_if_fail (end != NULL, FALSE);

  source = trinh_section_buffer_dup_source (self->buffer);
  if (!trinh_remark_find_quote (trinh_remark_thread_get_first (thread), source, &from, &to))
    return FALSE;
  trinh_section_places_get_range (self->buffer, from, to, start, end);

  return TRUE;
}

static void
mark (TrinhRemarkMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; i < self->threads->len; i++)
    if (trinh_remark_marks_get_range (self, self->threads->pdata[i], &start, &end))
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
}

static gboolean
mark_idle (gpointer user_data)
{
  TrinhRemarkMarks *self = user_data;

  self->mark_source = 0;
  mark (self);

  return G_SOURCE_REMOVE;
}

/* Most sections have no remarks, and a key waits for nothing. */
static void
changed_cb (TrinhRemarkMarks *self)
{
  if (self->mark_source == 0 && self->threads->len > 0)
    self->mark_source = g_idle_add_full (G_PRIORITY_LOW, mark_idle, self, NULL);
}

static void
read_threads (TrinhRemarkMarks *self)
{
  TrinhReport *report = g_signal_group_dup_target (self->report_signals);

  g_clear_handle_id (&self->mark_source, g_source_remove);
  g_ptr_array_set_size (self->threads, 0);
  if (report != NULL && self->section != NULL)
    {
      g_autoptr (GPtrArray) threads = trinh_remarks_list_at (report, NULL, self->section);

      for (guint i = 0; i < threads->len; i++)
        if (!trinh_remark_thread_get_settled (threads->pdata[i]))
          g_ptr_array_add (self->threads, g_object_ref (threads->pdata[i]));
    }
  mark (self);
  g_clear_object (&report);
}

static void
trinh_remark_marks_dispose (GObject *object)
{
  TrinhRemarkMarks *self = TRINH_REMARK_MARKS (object);

  g_clear_handle_id (&self->mark_source, g_source_remove);
  g_clear_object (&self->report_signals);
  if (self->buffer != NULL)
    gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->buffer)), self->tag);
  g_clear_object (&self->tag);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->threads, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (trinh_remark_marks_parent_class)->dispose (object);
}

static void
trinh_remark_marks_class_init (TrinhRemarkMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_remark_marks_dispose;
}

static void
trinh_remark_marks_init (TrinhRemarkMarks *self)
{
  self->threads = g_ptr_array_new_with_free_func (g_object_unref);
  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::comments", G_CALLBACK (read_threads), self);
}

TrinhRemarkMarks *
trinh_remark_marks_new (TrinhSectionBuffer *buffer)
{
  TrinhRemarkMarks *self;

  g_return_val_if_fail (TRINH_IS_SECTION_BUFFER (buffer), NULL);

  self = g_object_new (TRINH_TYPE_REMARK_MARKS, NULL);
  self->buffer = g_object_ref (buffer);
  self->tag = g_object_ref (gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (buffer), NULL, "background", "rgba(230,165,10,0.22)", "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &(GdkRGBA) { 0.9f, 0.65f, 0.04f, 1.0f }, NULL));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
trinh_remark_marks_set_section (TrinhRemarkMarks *self,
                                TrinhReport *report,
                                const char *section)
{
  g_return_if_fail (TRINH_IS_REMARK_MARKS (self));
  g_return_if_fail (report == NULL || TRINH_IS_REPORT (report));

  g_set_str (&self->section, section);
  g_signal_group_set_target (self->report_signals, report);
  read_threads (self);
}

TrinhRemarkThread *
trinh_remark_marks_find (TrinhRemarkMarks *self,
                         const GtkTextIter *place)
{
  g_return_val_if_fail (TRINH_IS_REMARK_MARKS (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  for (guint i = 0; i < self->threads->len; i++)
    {
      GtkTextIter start;
      GtkTextIter end;

      if (trinh_remark_marks_get_range (self, self->threads->pdata[i], &start, &end) && gtk_text_iter_in_range (place, &start, &end))
        return self->threads->pdata[i];
    }

  return NULL;
}
