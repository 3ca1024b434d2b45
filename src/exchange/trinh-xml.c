/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-xml-private.h"

/* In a row that anybody typed */
#define MAX_SPACES 100u

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

/* Messages go into our own error, not to the terminal. */
static void
ignore (void *data,
        const char *message,
        xmlParserSeverities severity,
        xmlTextReaderLocatorPtr locator)
{
}

gboolean
_trinh_xml_read (TrinhWorkbook *workbook,
                 GBytes *bytes,
                 TrinhXmlFunc func,
                 gpointer data,
                 GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlTextReader) reader = size > 0 && size < G_MAXINT ? xmlReaderForMemory (text, (int) size, NULL, NULL, XML_PARSE_NONET) : NULL;
  int code = -1;

  if (reader != NULL)
    {
      xmlTextReaderSetErrorHandler (reader, ignore, NULL);
      while ((code = xmlTextReaderRead (reader)) == 1)
        if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT && !func (reader, data, error))
          return FALSE;
    }
  if (code == 0)
    return TRUE;

  _trinh_workbook_set_damaged (workbook, _ ("a part of it is cut or damaged"), error);

  return FALSE;
}

gboolean
_trinh_xml_is (xmlTextReader *reader,
               const char *name)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

static char *
find_attribute (xmlTextReader *reader,
                const char *name,
                const char *space)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1)
    {
      const char *its_space = (const char *) xmlTextReaderConstNamespaceUri (reader);

      if (_trinh_xml_is (reader, name) && (space == NULL || (its_space != NULL && g_str_has_suffix (its_space, space))))
        value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
    }
  xmlTextReaderMoveToElement (reader);

  return value;
}

char *
_trinh_xml_dup_attribute (xmlTextReader *reader,
                          const char *name)
{
  return find_attribute (reader, name, NULL);
}

char *
_trinh_xml_dup_relation (xmlTextReader *reader)
{
  return find_attribute (reader, "id", "/relationships");
}

guint
_trinh_xml_get_number (xmlTextReader *reader,
                       const char *name,
                       guint fallback)
{
  g_autofree char *text = _trinh_xml_dup_attribute (reader, name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL) ? (guint) number : fallback;
}

static gboolean
is_text (int type)
{
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE;
}

/* What OpenDocument writes as an element and people typed as a letter: a tab, the end of a line, spaces in a row */
static void
append_letter (xmlTextReader *reader,
               GString *text)
{
  const guint n_spaces = _trinh_xml_is (reader, "s") ? _trinh_xml_get_number (reader, "c", 1) : 0;

  if (_trinh_xml_is (reader, "tab"))
    g_string_append_c (text, '\t');
  else if (_trinh_xml_is (reader, "line-break"))
    g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (n_spaces, MAX_SPACES); i++)
    g_string_append_c (text, ' ');
}

char *
_trinh_xml_dup_texts (xmlTextReader *reader,
                      const char *name,
                      const char *but,
                      const char *between,
                      gboolean *passed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const int depth = xmlTextReaderDepth (reader);
  int inside = -1;
  int skipped = -1;
  gboolean found = FALSE;

  if (xmlTextReaderIsEmptyElement (reader))
    return g_strdup ("");

  while (xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) > depth)
    {
      const int at = xmlTextReaderDepth (reader);
      const int type = xmlTextReaderNodeType (reader);

      if (at <= skipped)
        skipped = -1;
      if (at <= inside)
        inside = -1;
      if (type == XML_READER_TYPE_ELEMENT && skipped < 0 && _trinh_xml_is (reader, but))
        {
          skipped = at;
          found = TRUE;
        }
      else if (type == XML_READER_TYPE_ELEMENT && inside < 0 && skipped < 0 && _trinh_xml_is (reader, name))
        {
          inside = at;
          if (text->len > 0)
            g_string_append (text, between);
        }
      else if (inside >= 0 && skipped < 0 && type == XML_READER_TYPE_ELEMENT)
        append_letter (reader, text);
      else if (inside >= 0 && skipped < 0 && is_text (type))
        g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
    }

  if (passed != NULL)
    *passed = found;

  return g_string_free_and_steal (g_steal_pointer (&text));
}
