/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "trinh-letters.h"
#include "trinh-workbook-private.h"

#define MAX_DEPTH 200

/* Cells that a row above reaches into: how many rows are left of each column */
typedef struct
{
  TrinhSheet *sheet;
  guint left[TRINH_SHEET_MAX_COLUMNS];
  guint row;
} Reading;

static gboolean
is_element (xmlNode *node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static guint
get_span (xmlNode *node,
          const char *name)
{
  xmlChar *text = xmlGetProp (node, (const xmlChar *) name);
  const guint64 span = text != NULL ? g_ascii_strtoull ((const char *) text, NULL, 10) : 1;

  xmlFree (text);

  return (guint) CLAMP (span, 1, 1000);
}

/* What is no text of the cell: marks of another program, what was struck out, and what is not shown */
static gboolean
is_left_out (xmlNode *node)
{
  static const char *const names[] = { "style", "script", "del", "head", "title" };
  xmlChar *style;
  gboolean hidden;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_element (node, names[i]))
      return TRUE;
  style = xmlGetProp (node, (const xmlChar *) "style");
  hidden = style != NULL && (strstr ((const char *) style, "display:none") != NULL || strstr ((const char *) style, "mso-hide:all") != NULL);
  xmlFree (style);

  return hidden;
}

static gboolean
is_bold (xmlNode *node)
{
  xmlChar *style = xmlGetProp (node, (const xmlChar *) "style");
  const gboolean styled = style != NULL && (strstr ((const char *) style, "font-weight:bold") != NULL || strstr ((const char *) style, "font-weight:700") != NULL ||
                                            strstr ((const char *) style, "font-weight: bold") != NULL);

  xmlFree (style);

  return styled || is_element (node, "b") || is_element (node, "strong");
}

/* Whether there is no letter that is not bold */
static gboolean
is_wholly_bold (xmlNode *parent,
                guint depth)
{
  if (is_bold (parent))
    return TRUE;
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL && !trinh_letters_is_blank ((const char *) node->content, -1))
        return FALSE;
      if (node->type == XML_ELEMENT_NODE && !is_left_out (node) && (depth >= MAX_DEPTH || !is_wholly_bold (node, depth + 1)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begins_line (xmlNode *node)
{
  static const char *const names[] = { "p", "br", "div", "li", "tr", "td" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_element (node, names[i]))
      return TRUE;

  return FALSE;
}

static void
collect_text (xmlNode *parent,
              guint depth,
              GString *content)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
        g_string_append (content, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE && depth < MAX_DEPTH && !is_left_out (node))
        {
          if (begins_line (node))
            g_string_append_c (content, ' ');
          collect_text (node, depth + 1, content);
        }
    }
}

/* One line, spaces single: word processors break their source anywhere. */
static char *
dup_text (xmlNode *node)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean gap = FALSE;

  collect_text (node, 0, content);
  for (const char *p = content->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0xa0)
        {
          gap = text->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (text, ' ');
      g_string_append_unichar (text, c);
      gap = FALSE;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
read_cell (Reading *self,
           xmlNode *node,
           guint *column,
           GError **error)
{
  const guint n_rows = get_span (node, "rowspan");
  const guint n_columns = get_span (node, "colspan");
  g_autofree char *text = dup_text (node);

  while (*column < TRINH_SHEET_MAX_COLUMNS && self->left[*column] > 0)
    (*column)++;
  if (!_trinh_sheet_set (self->sheet, self->row, *column, TRINH_SHEET_TEXT, text, error))
    return FALSE;
  if (is_wholly_bold (node, 0))
    _trinh_sheet_set_bold (self->sheet, self->row, *column);
  if (n_rows > 1 || n_columns > 1)
    _trinh_sheet_merge (self->sheet, self->row, *column, n_rows, n_columns);
  for (guint i = 0; i < n_columns && *column < TRINH_SHEET_MAX_COLUMNS; i++)
    self->left[(*column)++] = n_rows;

  return TRUE;
}

static gboolean
read_row (Reading *self,
          xmlNode *row,
          GError **error)
{
  guint column = 0;

  for (xmlNode *node = row->children; node != NULL; node = node->next)
    if ((is_element (node, "td") || is_element (node, "th")) && !read_cell (self, node, &column, error))
      return FALSE;

  for (guint i = 0; i < TRINH_SHEET_MAX_COLUMNS; i++)
    self->left[i] -= self->left[i] > 0;
  self->row++;

  return TRUE;
}

static gboolean
read_rows (Reading *self,
           xmlNode *parent,
           GError **error)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (is_element (node, "tr") && !read_row (self, node, error))
        return FALSE;
      if ((is_element (node, "tbody") || is_element (node, "thead") || is_element (node, "tfoot")) && !read_rows (self, node, error))
        return FALSE;
    }

  return TRUE;
}

/* A table within a cell belongs to that cell's text. */
static gboolean
find_tables (TrinhWorkbook *workbook,
             xmlNode *parent,
             guint depth,
             GError **error)
{
  for (xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    {
      if (is_element (node, "table") && trinh_workbook_get_n_sheets (workbook) < TRINH_WORKBOOK_MAX_SHEETS)
        {
          Reading reading = { .sheet = _trinh_workbook_add_sheet (workbook, "") };

          if (!read_rows (&reading, node, error))
            return FALSE;
        }
      else if (node->type == XML_ELEMENT_NODE && depth < MAX_DEPTH && !find_tables (workbook, node, depth + 1, error))
        return FALSE;
    }

  return TRUE;
}

/* "<![if !supportLists]>" is a comment to word processors, and text to the parser. */
static char *
dup_without_conditions (const char *html,
                        gsize length)
{
  g_autoptr (GRegex) conditions = g_regex_new ("<!\\[[^<>]*\\]>", G_REGEX_RAW, 0, NULL);

  return g_regex_replace_literal (conditions, html, (gssize) length, 0, "", 0, NULL);
}

TrinhWorkbook *
trinh_workbook_new_from_html (const char *html,
                              gsize length,
                              GError **error)
{
  g_autoptr (TrinhWorkbook) self = NULL;
  g_autofree char *plain = NULL;
  htmlDocPtr document;
  gboolean read;

  g_return_val_if_fail (html != NULL, NULL);

  if (length > TRINH_WORKBOOK_MAX_TEXT)
    {
      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE, _ ("What was copied is too large: at most %d MiB are read. Copy only the table."), TRINH_WORKBOOK_MAX_TEXT / 1024 / 1024);
      return NULL;
    }

  self = _trinh_workbook_new ("");
  plain = dup_without_conditions (html, length);
  document = htmlReadMemory (plain != NULL ? plain : html, (int) (plain != NULL ? strlen (plain) : length), NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  read = document == NULL || find_tables (self, (xmlNode *) document, 0, error);
  xmlFreeDoc (document);
  if (read && self != NULL && trinh_workbook_get_n_sheets (self) == 0)
    {
      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_NOTHING, _ ("There is no table in what was copied. Select the rows of the table and copy them again."));
      return NULL;
    }

  return read && !_trinh_workbook_refuse_letters (self, error) ? g_steal_pointer (&self) : NULL;
}
