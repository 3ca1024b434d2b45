/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-pdf-scan.h"

#define MOST_DIGITS 10

gboolean
trinh_pdf_is_space (char sign)
{
  return sign == '\0' || sign == '\t' || sign == '\n' || sign == '\f' || sign == '\r' || sign == ' ';
}

static gboolean
is_regular (char sign)
{
  return !trinh_pdf_is_space (sign) && strchr ("()<>[]{}/%", sign) == NULL;
}

void
trinh_pdf_scan_spaces (TrinhPdfScan *self)
{
  while (self->place < self->end && trinh_pdf_is_space (self->data[self->place]))
    self->place++;
}

gboolean
trinh_pdf_scan_word (TrinhPdfScan *self,
                     const char *word)
{
  const gsize length = strlen (word);

  if (self->end - self->place < length || memcmp (self->data + self->place, word, length) != 0)
    return FALSE;
  self->place += length;
  return TRUE;
}

gboolean
trinh_pdf_scan_line_end (TrinhPdfScan *self)
{
  return trinh_pdf_scan_word (self, "\r\n") || trinh_pdf_scan_word (self, "\n") || trinh_pdf_scan_word (self, "\r");
}

gboolean
trinh_pdf_scan_number (TrinhPdfScan *self,
                       guint n_digits,
                       gint64 *number)
{
  gsize place = self->place;

  *number = 0;
  for (; place < self->end && g_ascii_isdigit (self->data[place]) && place - self->place < MOST_DIGITS; place++)
    *number = *number * 10 + (self->data[place] - '0');
  if (place == self->place || (n_digits > 0 && place - self->place != n_digits) || (place < self->end && g_ascii_isdigit (self->data[place])))
    return FALSE;
  self->place = place;
  return TRUE;
}

static gboolean
skip_regular (TrinhPdfScan *self)
{
  const gsize from = self->place;

  while (self->place < self->end && is_regular (self->data[self->place]))
    self->place++;
  return self->place > from;
}

/* Brackets in a string come in pairs, or behind a backslash. */
static gboolean
skip_string (TrinhPdfScan *self)
{
  guint depth = 0;

  for (; self->place < self->end; self->place++)
    {
      const char sign = self->data[self->place];

      if (sign == '\\')
        self->place++;
      else if (sign == '(')
        depth++;
      else if (sign == ')' && --depth == 0)
        {
          self->place++;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
skip_digits (TrinhPdfScan *self)
{
  while (self->place < self->end && (g_ascii_isxdigit (self->data[self->place]) || trinh_pdf_is_space (self->data[self->place])))
    self->place++;
  return trinh_pdf_scan_word (self, ">");
}

static gboolean
skip_token (TrinhPdfScan *self,
            guint *depth)
{
  if (trinh_pdf_scan_word (self, "<<") || trinh_pdf_scan_word (self, "["))
    {
      (*depth)++;
      return TRUE;
    }
  if (trinh_pdf_scan_word (self, ">>") || trinh_pdf_scan_word (self, "]"))
    return (*depth)-- > 0;
  if (trinh_pdf_scan_word (self, "<"))
    return skip_digits (self);
  if (self->place < self->end && self->data[self->place] == '(')
    return skip_string (self);
  trinh_pdf_scan_word (self, "/");
  return skip_regular (self);
}

/* (transfer full) (nullable) */
static char *
take_text (TrinhPdfScan *self,
           gsize from)
{
  const gsize length = self->place - from;

  return memchr (self->data + from, '\0', length) == NULL ? g_strchomp (g_strndup (self->data + from, length)) : NULL;
}

/* (transfer full) (nullable) */
static char *
read_name (TrinhPdfScan *self)
{
  const gsize from = self->place + 1;

  if (!trinh_pdf_scan_word (self, "/") || !skip_regular (self) || memchr (self->data + from, '#', self->place - from) != NULL)
    return NULL;
  return take_text (self, from);
}

/* (transfer full) (nullable): up to the next name or the dictionary's end */
static char *
read_value (TrinhPdfScan *self)
{
  guint depth = 0;
  gsize from;

  trinh_pdf_scan_spaces (self);
  from = self->place;
  do
    {
      if (!skip_token (self, &depth))
        return NULL;
      trinh_pdf_scan_spaces (self);
    }
  while (self->place < self->end && (depth > 0 || (self->data[self->place] != '/' && self->data[self->place] != '>')));
  return take_text (self, from);
}

GHashTable *
trinh_pdf_scan_members (TrinhPdfScan *self)
{
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!trinh_pdf_scan_word (self, "<<"))
    return NULL;
  trinh_pdf_scan_spaces (self);
  while (!trinh_pdf_scan_word (self, ">>"))
    {
      g_autofree char *name = read_name (self);
      g_autofree char *value = name != NULL ? read_value (self) : NULL;

      if (value == NULL || !g_hash_table_insert (members, g_steal_pointer (&name), g_steal_pointer (&value)))
        return NULL;
    }
  return g_steal_pointer (&members);
}

static gboolean
has_line_end (const char *data,
              gsize length)
{
  return memchr (data, '\n', length) != NULL || memchr (data, '\r', length) != NULL;
}

/* Over spaces and comments, of which a line's last part may consist */
static gsize
skip_back (const char *data,
           gsize begin,
           gsize place)
{
  for (;;)
    {
      const gsize from = place;
      const char *comment;
      gsize line;

      while (place > begin && trinh_pdf_is_space (data[place - 1]))
        place--;
      if (!has_line_end (data + place, from - place))
        return place;
      line = place;
      while (line > begin && data[line - 1] != '\n' && data[line - 1] != '\r')
        line--;
      comment = memchr (data + line, '%', place - line);
      if (comment == NULL)
        return place;
      place = (gsize) (comment - data);
    }
}

static gboolean
skip_number_back (const char *data,
                  gsize begin,
                  gsize *place)
{
  const gsize end = skip_back (data, begin, *place);
  gsize from = end;

  while (from > begin && g_ascii_isdigit (data[from - 1]))
    from--;
  *place = from;
  return from < end;
}

gboolean
trinh_pdf_find_head (const char *data,
                     gsize begin,
                     gsize word,
                     gsize *head)
{
  gsize generation = word;

  if (!skip_number_back (data, begin, &generation))
    return FALSE;
  *head = generation;
  return skip_number_back (data, begin, head);
}
