/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"
#include "trinh-letters.h"

TrinhDocxPart *
_trinh_docx_part_new (void)
{
  TrinhDocxPart *self = g_new0 (TrinhDocxPart, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = self->buffer != NULL ? xmlNewTextWriterMemory (self->buffer, 0) : NULL;
  self->failed = self->writer == NULL || xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", "yes") < 0;

  return self;
}

void
_trinh_docx_part_free (TrinhDocxPart *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_free (self);
}

GBytes *
_trinh_docx_part_end (TrinhDocxPart *self)
{
  if (self->failed || xmlTextWriterEndDocument (self->writer) < 0 || xmlTextWriterFlush (self->writer) < 0)
    return NULL;

  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}

static void
check (TrinhDocxPart *self,
       int code)
{
  self->failed = self->failed || code < 0;
}

void
_trinh_docx_add_attribute (TrinhDocxPart *self,
                           const char *name,
                           const char *value)
{
  g_autofree char *line = trinh_letters_dup_line (value);

  if (!self->failed)
    check (self, xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST line));
}

void
_trinh_docx_add_number (TrinhDocxPart *self,
                        const char *name,
                        int number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", number);
  _trinh_docx_add_attribute (self, name, text);
}

static void
begin (TrinhDocxPart *self,
       const char *element,
       va_list attributes)
{
  const char *name;

  if (!self->failed)
    check (self, xmlTextWriterStartElement (self->writer, BAD_CAST element));
  while ((name = va_arg (attributes, const char *)) != NULL)
    _trinh_docx_add_attribute (self, name, va_arg (attributes, const char *));
}

void
_trinh_docx_begin (TrinhDocxPart *self,
                   const char *element,
                   ...)
{
  va_list attributes;

  va_start (attributes, element);
  begin (self, element, attributes);
  va_end (attributes);
}

void
_trinh_docx_end (TrinhDocxPart *self)
{
  if (!self->failed)
    check (self, xmlTextWriterEndElement (self->writer));
}

void
_trinh_docx_put (TrinhDocxPart *self,
                 const char *element,
                 ...)
{
  va_list attributes;

  va_start (attributes, element);
  begin (self, element, attributes);
  va_end (attributes);
  _trinh_docx_end (self);
}

void
_trinh_docx_put_number (TrinhDocxPart *self,
                        const char *element,
                        int number)
{
  _trinh_docx_begin (self, element, NULL);
  _trinh_docx_add_number (self, "w:val", number);
  _trinh_docx_end (self);
}

/* The letters of XML 1.0; line ends and tabs were made elements. */
static gboolean
is_letter (gunichar letter)
{
  return letter >= 0x20 && letter != 0xfffe && letter != 0xffff;
}

void
_trinh_docx_add_letters (TrinhDocxPart *self,
                         const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) kept = g_string_sized_new (strlen (valid));

  /* As on the pages of the PDF: what parted words goes on parting them. */
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (kept, is_letter (g_utf8_get_char (c)) ? g_utf8_get_char (c) : ' ');
  if (!self->failed)
    check (self, xmlTextWriterWriteString (self->writer, BAD_CAST kept->str));
}

void
_trinh_docx_put_letters (TrinhDocxPart *self,
                         const char *element,
                         const char *text)
{
  _trinh_docx_begin (self, element, NULL);
  _trinh_docx_add_letters (self, text);
  _trinh_docx_end (self);
}
