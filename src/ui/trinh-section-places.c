/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-section-places.h"

/* One bound place, or the letters up to the next one. @end: (out): behind it. Its length in the source. Each bound
 * place has a source of its own, also where it says the same as the one before. */
static guint
measure_run (TrinhSectionBuffer *buffer,
             const GtkTextIter *place,
             GtkTextIter *end)
{
  const char *source = trinh_section_buffer_get_bound (buffer, place);

  *end = *place;
  do
    gtk_text_iter_forward_to_tag_toggle (end, NULL);
  while (!gtk_text_iter_is_end (end) && trinh_section_buffer_get_bound (buffer, end) == source);
  if (source != NULL)
    return (guint) g_utf8_strlen (source, -1);

  return (guint) (gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (place));
}

static void
get_place (TrinhSectionBuffer *buffer,
           guint offset,
           gboolean behind,
           GtkTextIter *place)
{
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), place);
  while (offset > 0 && !gtk_text_iter_is_end (place))
    {
      GtkTextIter end;
      const guint length = measure_run (buffer, place, &end);

      if (length > offset && trinh_section_buffer_get_bound (buffer, place) == NULL)
        {
          gtk_text_iter_forward_chars (place, (int) offset);
          return;
        }
      if (length > offset && !behind)
        return;
      *place = end;
      offset -= MIN (length, offset);
    }
}

void
trinh_section_places_get_range (TrinhSectionBuffer *buffer,
                                guint from,
                                guint to,
                                GtkTextIter *start,
                                GtkTextIter *end)
{
  g_return_if_fail (TRINH_IS_SECTION_BUFFER (buffer));
  g_return_if_fail (start != NULL);
  g_return_if_fail (end != NULL);

  get_place (buffer, from, FALSE, start);
  get_place (buffer, to, TRUE, end);
}

/* How much of the source stands before @limit; of a bound place that it is in, all or nothing of it. */
static guint
count_before (TrinhSectionBuffer *buffer,
              const GtkTextIter *limit,
              gboolean whole)
{
  GtkTextIter place;
  guint count = 0;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &place);
  while (gtk_text_iter_compare (&place, limit) < 0)
    {
      GtkTextIter end;
      const guint length = measure_run (buffer, &place, &end);

      if (gtk_text_iter_compare (&end, limit) <= 0)
        count += length;
      else if (trinh_section_buffer_get_bound (buffer, &place) == NULL)
        count += (guint) (gtk_text_iter_get_offset (limit) - gtk_text_iter_get_offset (&place));
      else if (whole)
        count += length;
      place = end;
    }

  return count;
}

char *
trinh_section_places_dup_selection (TrinhSectionBuffer *buffer,
                                    guint *start)
{
  g_autofree char *source = NULL;
  g_autofree char *words = NULL;
  GtkTextIter first;
  GtkTextIter last;
  guint from;
  guint to;

  g_return_val_if_fail (TRINH_IS_SECTION_BUFFER (buffer), NULL);
  g_return_val_if_fail (start != NULL, NULL);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &first, &last))
    return NULL;
  source = trinh_section_buffer_dup_source (buffer);
  from = count_before (buffer, &first, FALSE);
  to = count_before (buffer, &last, TRUE);
  words = g_utf8_substring (source, from, to);
  for (const char *letter = words; g_ascii_isspace (*letter); letter++)
    from++;
  g_strstrip (words);
  *start = from;

  return words[0] != '\0' ? g_steal_pointer (&words) : NULL;
}
