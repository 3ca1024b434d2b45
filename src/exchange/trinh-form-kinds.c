/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-form-maker-private.h"

typedef struct
{
  const char *words;
  const char *kind;
} Kind;

/* What a unit says of the value, without marks; the first that fits counts. */
static const Kind kinds[] = {
  { "%", "percent" },
  { "ty le", "percent" },
  { "phan tram", "percent" },
  { "dong", "amount" },
  { "vnd", "amount" },
  { "co khong", "yes-no" },
  { "ngay thang", "date" },
  { "ngay thang nam", "date" },
};

static const char *
find_kind (const char *unit)
{
  g_autofree char *words = _trinh_import_words (unit);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const gboolean ends = g_str_has_suffix (words, kinds[i].words);
      const gsize before = strlen (words) - (ends ? strlen (kinds[i].words) : 0);

      if (ends && (before == 0 || words[before - 1] == ' '))
        return kinds[i].kind;
    }

  return "count";
}

static gboolean
add_choice (JsonArray *choices,
            const char *code,
            const char *text)
{
  g_autofree char *plain = g_strstrip (trinh_markup_strip (text));
  JsonObject *choice;

  if (plain[0] == '\0')
    return FALSE;
  for (guint i = 0; i < json_array_get_length (choices); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (choices, i), "code"), code))
      return FALSE;

  choice = json_object_new ();
  json_object_set_string_member (choice, "code", code);
  json_object_set_string_member (choice, "text", plain);
  json_array_add_object_element (choices, choice);

  return TRUE;
}

static gboolean
match_legend (const char *text,
              const char *pattern,
              guint code,
              guint meaning,
              JsonArray *choices)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *its_code = g_match_info_fetch (match, (int) code);
      g_autofree char *its_meaning = g_match_info_fetch (match, (int) meaning);

      if (!add_choice (choices, its_code, its_meaning))
        return FALSE;
      g_match_info_next (match, NULL);
    }

  return json_array_get_length (choices) >= 2;
}

/* "Trực tuyến = 0; Trực tiếp = 1", "0: Chưa có, 1: Có": the legend of a choice. (nullable) (transfer full) */
static JsonArray *
read_legend (const char *unit)
{
  static const struct
  {
    const char *pattern;
    guint code;
    guint meaning;
  } legends[] = {
    { "([^=:;,\\d]+?)\\s*[=:]\\s*(\\d{1,2})(?!\\d)", 2, 1 },
    { "(?<!\\d)(\\d{1,2})\\s*[=:]\\s*([^=:;,]+?)\\s*(?=$|[;,]|\\d{1,2}\\s*[=:])", 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (legends); i++)
    {
      JsonArray *choices = json_array_new ();

      if (match_legend (unit, legends[i].pattern, legends[i].code, legends[i].meaning, choices))
        return choices;
      json_array_unref (choices);
    }

  return NULL;
}

static gboolean
is_yes_no (JsonArray *choices)
{
  gboolean right = json_array_get_length (choices) == 2;

  for (guint i = 0; right && i < 2; i++)
    {
      JsonObject *choice = json_array_get_object_element (choices, i);
      g_autofree char *words = _trinh_import_words (json_object_get_string_member (choice, "text"));

      right = g_str_equal (words, g_str_equal (json_object_get_string_member (choice, "code"), "1") ? "co" : "khong");
    }

  return right;
}

static void
describe_kind (JsonObject *object,
               const TrinhMadeRow *row,
               gboolean has_units)
{
  JsonArray *choices = read_legend (row->unit);

  if (choices != NULL)
    {
      json_object_set_string_member (object, "kind", is_yes_no (choices) ? "yes-no" : "choice");
      json_object_set_array_member (object, "choices", choices);
    }
  else if (row->has_children && has_units && row->unit[0] == '\0')
    {
      json_object_set_string_member (object, "kind", "none");
      json_object_set_boolean_member (object, "heading", TRUE);
    }
  else
    json_object_set_string_member (object, "kind", find_kind (row->unit));
}

JsonNode *
_trinh_form_maker_describe_row (const TrinhMadeRow *row,
                                gboolean has_units)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *unit = trinh_markup_strip (row->unit);

  json_object_set_string_member (object, "key", row->key);
  json_object_set_string_member (object, "code", row->code);
  json_object_set_string_member (object, "label", row->label);
  if (unit[0] != '\0')
    json_object_set_string_member (object, "unit", unit);
  if (row->printed_unit != NULL)
    json_object_set_string_member (object, "unit-printed", row->printed_unit);
  describe_kind (object, row, has_units);
  if (row->parent != NULL)
    json_object_set_string_member (object, "parent", row->parent);
  json_node_take_object (node, object);

  return node;
}
