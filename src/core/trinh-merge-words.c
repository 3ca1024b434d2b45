/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-json.h"
#include "trinh-merge-private.h"
#include "trinh-report-private.h"

#define LONGEST_LINE 64

typedef struct
{
  const char *name;
  const char *words;
} Name;

static const Name member_names[] = {
  { "documents", N_ ("Documents") },
  { "tasks", N_ ("Tasks") },
  { "acknowledgements", N_ ("Explanations of findings") },
  { "comments", N_ ("Remarks") },
  { "journal", N_ ("Journal") },
  { "parts", N_ ("Parts") },
  { "charts", N_ ("Charts in the annex") },
  { "signatories", N_ ("Signatories") },
  { "office", N_ ("Office") },
  { "number", N_ ("Number") },
  { "symbol", N_ ("Symbol") },
  { "date", N_ ("Date") },
  { "subject", N_ ("Subject") },
  { "addressees", N_ ("Addressees") },
  { "recipients", N_ ("Recipients") },
  { "data_from", N_ ("Data from") },
  { "data_to", N_ ("Data to") },
  { "replaces", N_ ("Replaces") },
  { "state", N_ ("State") },
};

/* Members of entries, sections and cells */
static const Name inner_names[] = {
  { "value", N_ ("value") },
  { "note", N_ ("note") },
  { "estimate", N_ ("estimate") },
  { "text", N_ ("text") },
  { "title", N_ ("title") },
  { "number", N_ ("number") },
  { "symbol", N_ ("symbol") },
  { "kind", N_ ("kind") },
  { "date", N_ ("date") },
  { "issuer", N_ ("issuer") },
  { "abstract", N_ ("abstract") },
  { "counts", N_ ("counted in") },
  { "lead", N_ ("in charge") },
  { "who", N_ ("who") },
  { "due", N_ ("due") },
  { "done", N_ ("done") },
  { "sent", N_ ("sent") },
  { "returned", N_ ("returned") },
  { "forms", N_ ("forms") },
  { "sections", N_ ("sections") },
  { "explanation", N_ ("explanation") },
  { "name", N_ ("name") },
};

static const char *
find_words (const Name *names,
            guint n,
            const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i].name, name))
      return _ (names[i].words);
  return name;
}

static const char *
get_member_words (const char *name)
{
  return find_words (member_names, G_N_ELEMENTS (member_names), name);
}

static const char *
get_inner_words (const char *name)
{
  return find_words (inner_names, G_N_ELEMENTS (inner_names), name);
}

/* A number in the Vietnamese manner, a choice by its text, a date with the day first */
static char *
format_value (TrinhReport *report,
              const char *address,
              const char *text)
{
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  TrinhDecimal decimal;
  const char *choice;

  if (!trinh_regime_find_cell (trinh_report_get_regime (report), address, NULL, &row, &column))
    return g_strdup (text);
  choice = trinh_form_row_find_choice (row, text);
  if (choice != NULL)
    return g_strdup_printf ("%s – %s", text, choice);
  if (trinh_decimal_parse_canonical (text, &decimal, NULL) && trinh_kind_of_cell (row, column) != TRINH_KIND_TEXT)
    return trinh_decimal_format (decimal);
  return g_strdup (text);
}

static const char *
get_blank_words (const char *blank)
{
  if (g_str_equal (blank, "not-applicable"))
    return _ ("blank: does not apply");
  if (g_str_equal (blank, "none-occurred"))
    return _ ("blank: none occurred");
  if (g_str_equal (blank, "not-available"))
    return _ ("blank: not available yet");
  return blank;
}

static char *format_node (JsonNode *node);

static char *
format_array (JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *element = format_node (json_array_get_element (array, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", element);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The members that say something, one behind the other; ids and the like are for programs. */
static char *
format_object (JsonNode *node)
{
  static const char *const silent[] = { "id", "key", "none", "outline", "origin", "rule", "at", "counts", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *words = NULL;

      if (g_strv_contains (silent, name) || _trinh_merge_is_blank (member))
        continue;
      words = format_node (member);
      g_string_append_printf (text, "%s%s", text->len > 0 && *words != '\0' ? ", " : "", words);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
format_node (JsonNode *node)
{
  if (_trinh_merge_is_blank (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return format_array (node);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return format_object (node);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (_ ("yes"));
  return trinh_json_to_line (node);
}

static char *
format_cell (TrinhReport *report,
             const char *address,
             JsonNode *node)
{
  JsonObject *object;
  const char *text;
  const char *blank;

  if (_trinh_merge_is_blank (node) || !JSON_NODE_HOLDS_OBJECT (node))
    return format_node (node);
  object = json_node_get_object (node);
  text = json_object_get_string_member_with_default (object, "value", NULL);
  blank = json_object_get_string_member_with_default (object, "blank", NULL);
  if (text != NULL)
    return format_value (report, address, text);
  return g_strdup (blank != NULL ? get_blank_words (blank) : "");
}

static char *
format_row (TrinhReport *report,
            JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObjectIter iter;
  const char *address;
  JsonNode *cell;

  if (node == NULL)
    return g_strdup ("");
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &address, &cell))
    {
      g_autofree char *words = NULL;

      if (g_str_equal (address, "key"))
        continue;
      words = format_cell (report, address, cell);
      if (*words != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup (_ ("a row without values"));
}

static char *
format_section (JsonNode *node)
{
  JsonObject *object;

  if (_trinh_merge_is_blank (node) || !JSON_NODE_HOLDS_OBJECT (node))
    return format_node (node);
  object = json_node_get_object (node);
  if (json_object_get_boolean_member_with_default (object, "none", FALSE))
    return g_strdup (_ ("None"));
  return g_strdup (json_object_get_string_member_with_default (object, "text", ""));
}

static char *
format_state (JsonNode *node)
{
  TrinhReportState state;

  if (node == NULL || !trinh_report_state_from_nick (json_node_get_string (node), &state))
    return g_strdup ("");
  return g_strdup (trinh_report_state_get_name (state));
}

static char *
place_section (TrinhMerge *merge,
               const char *id)
{
  TrinhSection *section = trinh_report_find_section (merge->ours->report, id);

  if (section == NULL)
    section = trinh_report_find_section (merge->theirs->report, id);
  if (section == NULL)
    return g_strdup (id);
  return g_strdup_printf ("%s%s%s", trinh_section_get_number (section), *trinh_section_get_number (section) != '\0' ? ". " : "", *trinh_section_get_title (section) != '\0' ? trinh_section_get_title (section) : trinh_section_get_outline (section));
}

static gboolean
is_section_order (TrinhMergeItem *item)
{
  return item->kind == TRINH_MERGE_ORDER && g_str_equal (item->group, TRINH_MERGE_SECTIONS);
}

static const char *
get_name (JsonNode *order,
          guint i)
{
  return json_array_get_string_element (json_node_get_array (order), i);
}

/* @orders: of the same names, the last is followed by %NULL */
static gboolean
is_settled (JsonNode *const *orders,
            guint i)
{
  for (guint j = 1; orders[j] != NULL; j++)
    if (!g_str_equal (get_name (orders[0], i), get_name (orders[j], i)))
      return FALSE;
  return TRUE;
}

/* The beginning of a long title, to the end of a word */
static char *
dup_beginning (const char *title)
{
  g_autofree char *cut = NULL;
  char *space;

  if (g_utf8_strlen (title, -1) <= LONGEST_LINE)
    return g_strdup (title);
  cut = g_utf8_substring (title, 0, LONGEST_LINE);
  space = strrchr (cut, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (cut, "…", NULL);
}

/* A line for each, from the first that does not stand everywhere in the same place to the last */
static char *
format_section_order (TrinhMerge *merge,
                      JsonNode *order,
                      JsonNode *const *orders)
{
  const guint n = json_array_get_length (json_node_get_array (order));
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = 0;
  guint behind = n;

  while (first < n && is_settled (orders, first))
    first++;
  while (behind > first && is_settled (orders, behind - 1))
    behind--;
  if (first > 0)
    g_string_append (text, "…");
  for (guint i = first; i < behind; i++)
    {
      g_autofree char *place = place_section (merge, get_name (order, i));
      g_autofree char *line = dup_beginning (place);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (behind < n)
    g_string_append (text, "\n…");
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
format (TrinhMergeItem *item,
        TrinhReport *report,
        JsonNode *node)
{
  switch (item->kind)
    {
    case TRINH_MERGE_VALUE:
      return format_cell (report, item->target, node);
    case TRINH_MERGE_ROW:
      return format_row (report, node);
    case TRINH_MERGE_SECTION:
      return format_section (node);
    case TRINH_MERGE_STATE:
      return format_state (node);
    case TRINH_MERGE_ORDER:
    case TRINH_MERGE_ENTRY:
    case TRINH_MERGE_MEMBER:
    default:
      return format_node (node);
    }
}

static const char *
get_form_label (TrinhReport *report,
                const char *id)
{
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), id);

  return form != NULL ? trinh_form_get_label (form) : id;
}

/* "2.1 Số nhiệm vụ đề ra", "Dòng 3" where the office added the row itself; the column where it has a title */
static char *
title_cell (TrinhReport *report,
            const char *address)
{
  TrinhForm *form = NULL;
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  const char *label;
  const char *code;

  if (!trinh_regime_find_cell (trinh_report_get_regime (report), address, &form, &row, &column))
    return g_strdup (address);
  if (trinh_form_get_list (form))
    {
      g_autofree char *key = NULL;

      trinh_address_split (address, NULL, &key, NULL);
      return g_strdup_printf ("%s, %s", key, trinh_form_column_get_title (column));
    }
  label = trinh_form_row_get_plain_label (row);
  code = trinh_form_row_get_plain_code (row);
  if (g_list_model_get_n_items (trinh_form_get_columns (form)) > 1)
    return g_strdup_printf ("%s %s, %s", code, label, trinh_form_column_get_title (column));
  return g_strdup_printf ("%s%s%s", code, *code != '\0' ? " " : "", label);
}

static char *
title_entry (TrinhMergeItem *item,
             TrinhMerge *merge)
{
  JsonNode *entry = _trinh_merge_find_entry (json_object_get_member (merge->theirs->members, item->group), item->target);
  static const char *const names[] = { "title", "abstract", "text", "explanation", "message" };

  if (entry == NULL)
    entry = _trinh_merge_find_entry (json_object_get_member (merge->ours->members, item->group), item->target);
  for (guint i = 0; entry != NULL && i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (json_node_get_object (entry), names[i]);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) != '\0')
        return g_strdup (json_node_get_string (node));
    }
  return g_strdup (item->target);
}

static char *
make_title (TrinhMergeItem *item,
            TrinhMerge *merge)
{
  switch (item->kind)
    {
    case TRINH_MERGE_VALUE:
      return title_cell (merge->report, item->target);
    case TRINH_MERGE_ROW:
      return g_strdup_printf (_ ("Row %s"), item->target);
    case TRINH_MERGE_ORDER:
      return g_strdup (is_section_order (item) ? _ ("Order of the sections") : _ ("Order of the rows"));
    case TRINH_MERGE_SECTION:
      return g_strdup (item->name != NULL ? get_inner_words (item->name) : _ ("The whole section"));
    case TRINH_MERGE_ENTRY:
      return title_entry (item, merge);
    case TRINH_MERGE_MEMBER:
    case TRINH_MERGE_STATE:
    default:
      return g_strdup (get_member_words (item->group));
    }
}

static char *
make_place (TrinhMergeItem *item,
            TrinhMerge *merge)
{
  switch (item->kind)
    {
    case TRINH_MERGE_ORDER:
      return g_strdup (is_section_order (item) ? _ ("Text of the report") : get_form_label (merge->report, item->group));
    case TRINH_MERGE_VALUE:
    case TRINH_MERGE_ROW:
      return g_strdup (get_form_label (merge->report, item->group));
    case TRINH_MERGE_SECTION:
      return place_section (merge, item->group);
    case TRINH_MERGE_ENTRY:
      return g_strdup (get_member_words (item->group));
    case TRINH_MERGE_MEMBER:
    case TRINH_MERGE_STATE:
    default:
      return g_strdup (_ ("Head of the report"));
    }
}

static char *
make_shown (TrinhMergeItem *item)
{
  if (item->kind == TRINH_MERGE_ENTRY)
    return g_strdup_printf ("%s/%s", item->group, item->target);
  if (item->kind == TRINH_MERGE_ROW)
    return g_strdup_printf ("%s:%s", item->group, item->target);
  return g_strdup (item->target);
}

void
_trinh_merge_item_describe (TrinhMergeItem *item,
                            TrinhMerge *merge,
                            JsonNode *base,
                            JsonNode *ours,
                            JsonNode *theirs)
{
  const gboolean inner = item->name != NULL && item->kind != TRINH_MERGE_SECTION && !g_str_equal (item->name, "value");
  g_autofree char *title = make_title (item, merge);

  item->shown = make_shown (item);
  item->place = make_place (item, merge);
  item->title = inner ? g_strdup_printf ("%s (%s)", title, get_inner_words (item->name)) : g_steal_pointer (&title);
  if (is_section_order (item))
    {
      JsonNode *const orders[] = { ours, theirs, base, NULL };

      item->base_text = base != NULL ? format_section_order (merge, base, orders) : NULL;
      item->our_text = format_section_order (merge, ours, orders);
      item->their_text = format_section_order (merge, theirs, orders);
      return;
    }
  item->base_text = merge->base != NULL ? format (item, merge->report, base) : NULL;
  item->our_text = format (item, merge->report, ours);
  item->their_text = format (item, merge->report, theirs);
}
