/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-draft-binding.h"
#include "trinh-lines-row.h"

typedef enum
{
  LINES_LIST,
  LINES_TEXT,
  LINES_CODES,
} LinesKind;

static char *
dup_line (JsonNode *element,
          LinesKind kind)
{
  if (kind == LINES_CODES && JSON_NODE_HOLDS_OBJECT (element))
    return g_strdup_printf ("%s = %s",
                            json_object_get_string_member_with_default (json_node_get_object (element), "code", ""),
                            json_object_get_string_member_with_default (json_node_get_object (element), "text", ""));
  return JSON_NODE_HOLDS_VALUE (element) ? g_strdup (json_node_get_string (element)) : g_strdup ("");
}

static char **
dup_lines (TrinhDraftBinding *self,
           LinesKind kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = _trinh_draft_binding_get_node (self);

  if (kind == LINES_TEXT)
    return g_strsplit (_trinh_draft_binding_get_text (self), "\n", -1);
  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    g_strv_builder_take (builder, dup_line (json_array_get_element (json_node_get_array (node), i), kind));
  return g_strv_builder_end (builder);
}

static void
add_code (JsonArray *array,
          const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line, "=", 2);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", g_strstrip (sides[0]));
  json_object_set_string_member (object, "text", sides[1] != NULL ? g_strstrip (sides[1]) : "");
  json_array_add_object_element (array, object);
}

static JsonNode *
lines_to_node (char **lines,
               LinesKind kind)
{
  g_autofree char *joined = NULL;
  g_autoptr (JsonArray) array = NULL;

  if (lines[0] == NULL)
    return NULL;
  if (kind == LINES_TEXT)
    {
      joined = g_strjoinv ("\n", lines);
      return _trinh_draft_new_text (joined, FALSE);
    }
  array = json_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (kind == LINES_CODES)
        add_code (array, lines[i]);
      else
        json_array_add_string_element (array, lines[i]);
    }
  return json_node_init_array (json_node_alloc (), array);
}

static LinesKind
get_lines_kind (gpointer row)
{
  return GPOINTER_TO_INT (g_object_get_data (row, "draft-lines"));
}

static void
show_lines (TrinhLinesRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  g_auto (GStrv) lines = NULL;

  if (self->showing)
    return;
  lines = dup_lines (self, get_lines_kind (row));
  self->showing = TRUE;
  trinh_lines_row_set_lines (row, (const char *const *) lines);
  self->showing = FALSE;
}

static void
lines_changed_cb (TrinhLinesRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  g_auto (GStrv) lines = NULL;

  if (self->showing)
    return;
  lines = trinh_lines_row_dup_lines (row);
  _trinh_draft_binding_set_node (self, lines_to_node (lines, get_lines_kind (row)));
}

static GtkWidget *
new_lines_row (const TrinhDraftPlace *place,
               const char *member,
               const char *title,
               LinesKind kind)
{
  GtkWidget *row = trinh_lines_row_new ();

  _trinh_draft_bind (row, place, member, title);
  g_object_set_data (G_OBJECT (row), "draft-lines", GINT_TO_POINTER (kind));
  show_lines (TRINH_LINES_ROW (row));
  g_signal_connect (row, "notify::lines", G_CALLBACK (lines_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_lines), row, G_CONNECT_SWAPPED);
  return row;
}

GtkWidget *
trinh_draft_lines_row_new (const TrinhDraftPlace *place,
                           const char *member,
                           const char *title)
{
  return new_lines_row (place, member, title, LINES_LIST);
}

GtkWidget *
trinh_draft_long_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title)
{
  return new_lines_row (place, member, title, LINES_TEXT);
}

GtkWidget *
trinh_draft_codes_row_new (const TrinhDraftPlace *place,
                           const char *member,
                           const char *title)
{
  return new_lines_row (place, member, title, LINES_CODES);
}
