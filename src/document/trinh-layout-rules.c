/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-rules.h"

/* For the rounding of millimetres to points and back */
#define TOLERANCE 0.02

typedef struct
{
  TrinhJsonDocument *document;
  GError *error; /* the first problem */
} Reader;

static void
fail (Reader *self,
      JsonNode *node,
      const char *name,
      const char *expected)
{
  if (self->error != NULL)
    return;
  self->error = g_error_new (TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_LAYOUT, _ ("%s:%u: “%s” must be %s"), trinh_json_document_get_name (self->document), trinh_json_document_get_line (self->document, node), name, expected);
}

/* @required: its absence is a problem */
static JsonNode *
get_member (Reader *self,
            JsonNode *node,
            const char *name,
            gboolean required)
{
  JsonNode *member = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    member = json_object_get_member (json_node_get_object (node), name);
  if (member == NULL && required)
    fail (self, node, name, _ ("given"));
  return member;
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static TrinhLimit
read_limit (Reader *self,
            JsonNode *parent,
            const char *name,
            gboolean required)
{
  TrinhLimit limit = { 0, 0 };
  JsonNode *node = get_member (self, parent, name, required);
  JsonArray *pair;
  JsonNode *most;

  if (node == NULL)
    return limit;
  pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (pair == NULL || json_array_get_length (pair) != 2 || !is_number (json_array_get_element (pair, 0)))
    {
      fail (self, node, name, _ ("a pair of numbers"));
      return limit;
    }
  most = json_array_get_element (pair, 1);
  limit.least = json_array_get_double_element (pair, 0);
  limit.most = is_number (most) ? json_node_get_double (most) : G_MAXDOUBLE;
  if ((!is_number (most) && !JSON_NODE_HOLDS_NULL (most)) || limit.most < limit.least)
    fail (self, node, name, _ ("a pair of numbers, the least first"));
  return limit;
}

/* @absent: what holds where the member is not given */
static TrinhMust
read_must (Reader *self,
           JsonNode *parent,
           const char *name,
           TrinhMust absent)
{
  JsonNode *node = get_member (self, parent, name, FALSE);

  if (node == NULL)
    return absent;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      fail (self, node, name, _ ("true or false"));
      return absent;
    }
  return json_node_get_boolean (node) ? TRINH_MUST_BE : TRINH_MUST_NOT_BE;
}

static char *
read_string (Reader *self,
             JsonNode *parent,
             const char *name,
             gboolean required)
{
  JsonNode *node = get_member (self, parent, name, required);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  fail (self, node, name, _ ("a text"));
  return NULL;
}

static void
role_free (gpointer data)
{
  TrinhLayoutRole *role = data;

  g_free (role->align);
  g_free (role->align_to);
  g_free (role->last);
  g_free (role->form);
  g_free (role);
}

static TrinhRequired
read_required (Reader *self,
               JsonNode *node)
{
  g_autofree char *required = read_string (self, node, "required", FALSE);

  if (required == NULL)
    return TRINH_REQUIRED_NEVER;
  if (g_str_equal (required, "always"))
    return TRINH_REQUIRED_ALWAYS;
  if (!g_str_equal (required, "addressed"))
    fail (self, get_member (self, node, "required", TRUE), "required", _ ("“always” or “addressed”"));
  return TRINH_REQUIRED_ADDRESSED;
}

static char *
read_form (Reader *self,
           JsonNode *node)
{
  g_autofree char *form = read_string (self, node, "form", FALSE);

  if (form != NULL && !g_regex_match_simple ("^([^{}]|\\{[^{}]+\\})+$", form, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    fail (self, get_member (self, node, "form", TRUE), "form", _ ("a text with names in braces"));
  return g_steal_pointer (&form);
}

static char *
read_align (Reader *self,
            JsonNode *node)
{
  static const char *const known[] = { "left", "center", "right", "justify", NULL };
  g_autofree char *align = read_string (self, node, "align", FALSE);

  if (align != NULL && !g_strv_contains (known, align))
    fail (self, get_member (self, node, "align", TRUE), "align", _ ("“left”, “center”, “right” or “justify”"));
  return g_steal_pointer (&align);
}

static char *
read_last (Reader *self,
           JsonNode *node)
{
  g_autofree char *last = read_string (self, node, "last", FALSE);

  if (last != NULL && *last == '\0')
    fail (self, get_member (self, node, "last", TRUE), "last", _ ("a text that is not empty"));
  return g_steal_pointer (&last);
}

static TrinhLayoutRole *
read_role (Reader *self,
           JsonNode *node)
{
  TrinhLayoutRole *role = g_new0 (TrinhLayoutRole, 1);
  g_autofree char *place = read_string (self, node, "place", FALSE);

  role->size = read_limit (self, node, "size", TRUE);
  role->bold = read_must (self, node, "bold", TRINH_MUST_FREE);
  role->italic = read_must (self, node, "italic", TRINH_MUST_FREE);
  role->capitals = read_must (self, node, "capitals", TRINH_MUST_FREE);
  role->align = read_align (self, node);
  role->align_to = read_string (self, node, "align-to", FALSE);
  role->last = read_last (self, node);
  role->single_line = read_must (self, node, "single-line", TRINH_MUST_NOT_BE) == TRINH_MUST_BE;
  role->required = read_required (self, node);
  role->form = read_form (self, node);
  role->rule = read_limit (self, node, "rule", FALSE);
  role->below = read_limit (self, node, "below-pt", FALSE);
  role->top_margin = g_strcmp0 (place, "top-margin") == 0;
  role->first_page = read_must (self, node, "first-page", TRINH_MUST_BE) == TRINH_MUST_BE;
  return role;
}

static void
check_align_to (Reader *self,
                JsonNode *node,
                TrinhLayoutRules *rules)
{
  g_autofree char *other = read_string (self, node, "align-to", FALSE);

  if (other != NULL && !g_str_equal (other, "page") && !g_hash_table_contains (rules->roles, other))
    fail (self, get_member (self, node, "align-to", TRUE), "align-to", _ ("“page” or the name of a role"));
}

static void
read_roles (Reader *self,
            JsonNode *root,
            TrinhLayoutRules *rules)
{
  JsonNode *roles = get_member (self, root, "roles", TRUE);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (roles == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (roles))
    {
      fail (self, roles, "roles", _ ("an object"));
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (roles));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    g_hash_table_insert (rules->roles, g_strdup (name), read_role (self, node));
  json_object_iter_init_ordered (&iter, json_node_get_object (roles));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    check_align_to (self, node, rules);
}

static void
read_fonts (Reader *self,
            JsonNode *root,
            TrinhLayoutRules *rules)
{
  JsonNode *node = get_member (self, root, "fonts", TRUE);
  g_autoptr (GStrvBuilder) fonts = g_strv_builder_new ();
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    fail (self, node, "fonts", _ ("an array of texts"));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *font = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (font) && json_node_get_value_type (font) == G_TYPE_STRING)
        g_strv_builder_add (fonts, json_node_get_string (font));
      else
        fail (self, font, "fonts", _ ("an array of texts"));
    }
  rules->fonts = g_strv_builder_end (fonts);
}

static guint
read_count (Reader *self,
            JsonNode *parent,
            const char *name)
{
  JsonNode *node = get_member (self, parent, name, TRUE);

  if (node == NULL)
    return 0;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0 && json_node_get_int (node) <= 9)
    return (guint) json_node_get_int (node);
  fail (self, node, name, _ ("a whole number from 0 to 9"));
  return 0;
}

/* 1: where it is not said */
static double
read_share (Reader *self,
            JsonNode *parent,
            const char *name)
{
  JsonNode *node = get_member (self, parent, name, FALSE);
  const double share = node != NULL && is_number (node) ? json_node_get_double (node) : 1;

  if (node != NULL && (!is_number (node) || share <= 0 || share > 1))
    fail (self, node, name, _ ("a number above 0 and not above 1"));
  return share;
}

static void
read_breaks (Reader *self,
             JsonNode *root,
             TrinhLayoutRules *rules)
{
  JsonNode *breaks = get_member (self, root, "breaks", TRUE);

  rules->foot_lines = read_count (self, breaks, "lines-at-foot");
  rules->top_lines = read_count (self, breaks, "lines-at-top");
  rules->heading_lines = read_count (self, breaks, "lines-with-heading");
  rules->rows_whole = read_must (self, breaks, "rows-whole", TRINH_MUST_FREE) == TRINH_MUST_BE;
  rules->heads_repeated = read_must (self, breaks, "heads-repeated", TRINH_MUST_FREE) == TRINH_MUST_BE;
  rules->numbers_restart = read_must (self, breaks, "numbers-restart", TRINH_MUST_FREE) == TRINH_MUST_BE;
  rules->head_most = read_share (self, breaks, "head-most");
}

static void
read_landscape (Reader *self,
                JsonNode *page,
                TrinhLayoutRules *rules)
{
  static const char *const known[] = { "never", "tables", "always", NULL };

  rules->landscape = read_string (self, page, "landscape", FALSE);
  if (rules->landscape != NULL && !g_strv_contains (known, rules->landscape))
    fail (self, get_member (self, page, "landscape", TRUE), "landscape", _ ("“never”, “tables” or “always”"));
}

static void
read_page (Reader *self,
           JsonNode *root,
           TrinhLayoutRules *rules)
{
  JsonNode *margins = get_member (self, get_member (self, root, "page", TRUE), "margins-mm", TRUE);
  JsonNode *paragraph;

  rules->margin_top = read_limit (self, margins, "top", TRUE);
  rules->margin_bottom = read_limit (self, margins, "bottom", TRUE);
  rules->margin_left = read_limit (self, margins, "left", TRUE);
  rules->margin_right = read_limit (self, margins, "right", TRUE);
  paragraph = get_member (self, root, "paragraph", TRUE);
  rules->first_line = read_limit (self, paragraph, "first-line-mm", TRUE);
  rules->paragraph_space = read_limit (self, paragraph, "spacing-pt", TRUE);
  rules->line_spacing = read_limit (self, paragraph, "line-spacing", TRUE);
  rules->drawn_line = read_limit (self, get_member (self, root, "drawn-lines", FALSE), "thickness-pt", get_member (self, root, "drawn-lines", FALSE) != NULL);
  read_landscape (self, get_member (self, root, "page", TRUE), rules);
  rules->signature_lines = read_count (self, get_member (self, root, "signature", TRUE), "lines-with-block");
  rules->signature_whole = read_share (self, get_member (self, root, "signature", TRUE), "whole-most");
  rules->ending = read_string (self, root, "ending", TRUE);
}

TrinhLayoutRules *
trinh_layout_rules_load (GFile *file,
                         GError **error)
{
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhLayoutRules) self = NULL;
  g_autofree char *format = NULL;
  Reader reader = { NULL };
  JsonNode *root;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = trinh_json_document_load (file, error);
  if (document == NULL)
    return NULL;
  reader.document = document;
  root = trinh_json_document_get_root (document);
  self = g_new0 (TrinhLayoutRules, 1);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, role_free);
  format = read_string (&reader, root, "format", TRUE);
  if (format != NULL && !g_str_equal (format, "trinhky-layout/1"))
    fail (&reader, root, "format", "“trinhky-layout/1”");
  read_page (&reader, root, self);
  read_breaks (&reader, root, self);
  read_fonts (&reader, root, self);
  read_roles (&reader, root, self);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

TrinhLayoutRules *
trinh_layout_rules_load_id (const char *id,
                            GError **error)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "layouts", name, NULL);

  return trinh_layout_rules_load (file, error);
}

void
trinh_layout_rules_free (TrinhLayoutRules *self)
{
  if (self == NULL)
    return;
  g_free (self->ending);
  g_free (self->landscape);
  g_strfreev (self->fonts);
  g_hash_table_unref (self->roles);
  g_free (self);
}

const TrinhLayoutRole *
trinh_layout_rules_find_role (TrinhLayoutRules *self,
                              const char *role)
{
  static const char *const body[] = { "paragraph", "list-item", "run-in", NULL };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (role != NULL, NULL);

  return g_hash_table_lookup (self->roles, g_strv_contains (body, role) ? "body" : role);
}

gboolean
trinh_limit_holds (TrinhLimit limit,
                   double value)
{
  return value >= limit.least - TOLERANCE && value <= limit.most + TOLERANCE;
}
