/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-kind.h"
#include "trinh-rule-private.h"

static const char *const form_members[] = {
  "format",
  "id",
  "label",
  "title",
  "orientation",
  "printed",
  "type",
  "heads",
  "columns",
  "groups",
  "rows",
  "total",
  "rules",
  NULL
};
static const char *const head_members[] = { "code", "label", "unit", "note", NULL };
static const char *const column_members[] = { "id", "title", "main", "kind", NULL };
static const char *const group_members[] = { "title", "columns", NULL };
/* What cannot name a value column: the fixed ones and the members of a list row. */
static const char *const reserved_columns[] = { "code", "label", "unit", "note", "key", "form", "blank", NULL };

static const TrinhLoaderNick orientation_nicks[] = { { "portrait", FALSE }, { "landscape", TRUE }, { NULL, 0 } };
static const TrinhLoaderNick type_nicks[] = { { "fixed", FALSE }, { "list", TRUE }, { NULL, 0 } };

static JsonNode *
member_of (JsonNode *node,
           const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

static char *
dup_required (TrinhLoader *loader,
              JsonNode *node,
              const char *name)
{
  const char *text = trinh_loader_string (loader, node, name, TRUE);

  return g_strdup (text != NULL ? text : "");
}

static void
load_id (TrinhForm *self,
         TrinhLoader *loader,
         JsonNode *root)
{
  self->id = dup_required (loader, root, "id");
  if (member_of (root, "id") != NULL && !trinh_address_is_id (self->id))
    trinh_loader_problem (loader, member_of (root, "id"), TRINH_CORE_ERROR_SYNTAX, _ ("the id “%s” must be lower-case letters, digits and “-”, like “bm1”"), self->id);
}

static void
load_heads (TrinhForm *self,
            TrinhLoader *loader,
            JsonNode *root)
{
  JsonNode *heads = member_of (root, "heads");

  if (heads == NULL || trinh_loader_object (loader, heads, _ ("“heads”"), head_members) == NULL)
    return;
  for (guint i = 0; head_members[i] != NULL; i++)
    {
      const char *text = trinh_loader_string (loader, heads, head_members[i], FALSE);

      if (text != NULL)
        g_hash_table_insert (self->heads, g_strdup (head_members[i]), g_strdup (text));
    }
}

static void
load_column (TrinhForm *self,
             TrinhLoader *loader,
             JsonNode *node,
             gboolean alone)
{
  g_autoptr (TrinhFormColumn) column = NULL;
  const char *id, *title;
  gboolean main;
  int kind;

  if (trinh_loader_object (loader, node, _ ("a column"), column_members) == NULL)
    return;
  id = trinh_loader_string (loader, node, "id", TRUE);
  title = trinh_loader_string (loader, node, "title", TRUE);
  main = trinh_loader_boolean (loader, node, "main", alone);
  kind = trinh_loader_nick (loader, node, "kind", trinh_kind_nicks, FALSE, TRINH_KIND_NONE);
  if (id == NULL || title == NULL)
    return;
  if (!trinh_address_is_column (id) || g_strv_contains (reserved_columns, id))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” cannot be the id of a column: lower-case letters, digits and “-”, a letter first, and not code, label, unit, note, key, form or blank"), id);
  else if (trinh_form_find_column (self, id) != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the column “%s” stands there twice"), id);
  else if (main && self->main_column != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("“%s” is a second main column beside “%s”; exactly one is"), id, trinh_form_column_get_id (self->main_column));
  else
    {
      column = trinh_form_column_new (id, title, main, (TrinhKind) kind);
      g_list_store_append (self->columns, column);
      if (main)
        self->main_column = column;
    }
}

static void
load_columns (TrinhForm *self,
              TrinhLoader *loader,
              JsonNode *root)
{
  JsonArray *columns = trinh_loader_array (loader, root, "columns", TRUE);
  guint n_columns = columns != NULL ? json_array_get_length (columns) : 0;
  guint n_problems = loader->problems->len;

  for (guint i = 0; i < n_columns; i++)
    load_column (self, loader, json_array_get_element (columns, i), n_columns == 1);
  if (columns != NULL && n_columns == 0)
    trinh_loader_problem (loader, member_of (root, "columns"), TRINH_CORE_ERROR_MISSING, _ ("the form has no columns"));
  else if (columns != NULL && self->main_column == NULL && loader->problems->len == n_problems)
    trinh_loader_problem (loader, member_of (root, "columns"), TRINH_CORE_ERROR_MISSING, _ ("no column is the main one; give one of them “main”: true"));
}

/* Where a column stands in print: code, label, unit, the value columns, note. -1: unknown. */
static int
column_position (TrinhForm *self,
                 const char *id)
{
  guint n_columns = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  for (guint i = 0; i < 3; i++)
    if (g_str_equal (head_members[i], id))
      return (int) i;
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      if (g_str_equal (trinh_form_column_get_id (column), id))
        return (int) i + 3;
    }
  return g_str_equal (id, "note") ? (int) n_columns + 3 : -1;
}

/* The heads that are printed decide who is whose neighbour. */
static gboolean
is_neighbour (TrinhForm *self,
              int left,
              int right)
{
  for (int i = left + 1; i < right; i++)
    if (i < 0 || i >= 3 || g_hash_table_contains (self->heads, head_members[i]))
      return FALSE;
  return right > left;
}

static gboolean
check_group_columns (TrinhForm *self,
                     TrinhLoader *loader,
                     JsonNode *node,
                     TrinhFormGroup *group)
{
  int previous = -1;

  if (group->columns[0] == NULL)
    {
      trinh_loader_problem (loader, node, TRINH_CORE_ERROR_MISSING, _ ("the group “%s” has no columns"), group->title);
      return FALSE;
    }
  for (guint i = 0; group->columns[i] != NULL; i++)
    {
      int position = column_position (self, group->columns[i]);

      if (position < 0)
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_UNKNOWN, _ ("the group “%s” names the column “%s”, which the form does not have"), group->title, group->columns[i]);
      else if (previous >= 0 && !is_neighbour (self, previous, position))
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("the columns “%s” and “%s” of the group “%s” are not neighbours in this order"), group->columns[i - 1], group->columns[i], group->title);
      else
        {
          previous = position;
          continue;
        }
      return FALSE;
    }
  return TRUE;
}

static guint
count_shared (const TrinhFormGroup *group,
              const TrinhFormGroup *other)
{
  guint n_shared = 0;

  for (guint i = 0; group->columns[i] != NULL; i++)
    n_shared += g_strv_contains ((const char *const *) other->columns, group->columns[i]) ? 1 : 0;
  return n_shared;
}

/* Two groups are apart, or one lies within the other. */
static void
check_group_overlap (TrinhForm *self,
                     TrinhLoader *loader,
                     JsonNode *node,
                     TrinhFormGroup *group)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TrinhFormGroup *other = g_ptr_array_index (self->groups, i);
      guint n_shared = count_shared (group, other);
      guint n_own = g_strv_length (group->columns);
      guint n_other = g_strv_length (other->columns);

      if (n_shared == 0 || ((n_shared == n_own || n_shared == n_other) && n_own != n_other))
        continue;
      trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the groups “%s” and “%s” overlap; one must lie within the other or beside it"), other->title, group->title);
      return;
    }
}

static void
load_group (TrinhForm *self,
            TrinhLoader *loader,
            JsonNode *node)
{
  TrinhFormGroup *group;

  if (trinh_loader_object (loader, node, _ ("a group"), group_members) == NULL)
    return;
  group = g_new0 (TrinhFormGroup, 1);
  group->title = dup_required (loader, node, "title");
  group->columns = trinh_loader_strings (loader, node, "columns", TRUE);
  if (check_group_columns (self, loader, node, group))
    check_group_overlap (self, loader, node, group);
  g_ptr_array_add (self->groups, group);
}

static void
load_formula (TrinhForm *self,
              TrinhLoader *loader,
              JsonNode *node,
              TrinhFormRow *row)
{
  JsonNode *formula = member_of (node, "formula");
  g_autoptr (TrinhRule) rule = NULL;

  if (formula == NULL)
    return;
  if (self->list)
    trinh_loader_problem (loader, formula, TRINH_CORE_ERROR_TYPE, _ ("a row of a list form cannot have a formula"));
  else if (!trinh_kind_is_number (row->kind))
    trinh_loader_problem (loader, formula, TRINH_CORE_ERROR_TYPE, _ ("row %s has a formula, so its kind must be “count”, “amount” or “percent”"), row->key);
  else if ((rule = trinh_rule_load (loader, formula, self->id, row->address)) != NULL)
    g_list_store_append (self->rules, rule);
}

static void
load_row (TrinhForm *self,
          TrinhLoader *loader,
          JsonNode *node,
          TrinhFormRow *above)
{
  g_autoptr (TrinhFormRow) row = trinh_form_row_load (loader, node, above);

  if (row == NULL)
    return;
  row->address = trinh_address_build (self->id, row->key, NULL);
  load_formula (self, loader, node, row);
  if (*row->key != '\0' && g_hash_table_contains (self->rows_by_key, row->key))
    {
      trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the key “%s” stands there twice; every row needs its own"), row->key);
      return;
    }
  if (row->concept != NULL && trinh_form_find_concept (self, row->concept) != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the concept “%s” stands for two rows: %s and %s"), row->concept, trinh_form_find_concept (self, row->concept), row->address);
  g_list_store_append (self->rows, row);
  g_hash_table_insert (self->rows_by_key, row->key, row);
}

/* The longest beginning of the key that is an earlier row's: "3.3.1a" → "3.3.1" → "3.3" → "3". */
static char *
guess_parent (const char *key,
              GHashTable *earlier)
{
  g_autofree char *shorter = g_strdup (key);
  char *last = g_utf8_find_prev_char (shorter, shorter + strlen (shorter));

  /* "1a" belongs to "1", but "II" not to "I" */
  if (last != NULL && last > shorter && g_unichar_isalpha (g_utf8_get_char (last)) && g_ascii_isdigit (last[-1]))
    {
      *last = '\0';
      if (g_hash_table_contains (earlier, shorter))
        return g_steal_pointer (&shorter);
    }
  while ((last = strrchr (shorter, '.')) != NULL)
    {
      *last = '\0';
      if (g_hash_table_contains (earlier, shorter))
        return g_steal_pointer (&shorter);
    }
  return NULL;
}

static void
settle_parents (TrinhForm *self,
                TrinhLoader *loader,
                JsonArray *nodes)
{
  g_autoptr (GHashTable) earlier = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trinh_form_get_n_rows (self); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (self, i);
      TrinhFormRow *parent;

      if (row->parent == NULL)
        row->parent = guess_parent (row->key, earlier);
      parent = row->parent != NULL ? g_hash_table_lookup (earlier, row->parent) : NULL;
      if (row->parent != NULL && parent == NULL)
        trinh_loader_problem (loader, json_array_get_element (nodes, i), TRINH_CORE_ERROR_UNKNOWN, _ ("the parent “%s” of row %s is not a row above it"), row->parent, row->key);
      row->depth = parent != NULL ? parent->depth + 1 : 0;
      g_hash_table_insert (earlier, row->key, row);
    }
}

static void
load_rows (TrinhForm *self,
           TrinhLoader *loader,
           JsonNode *root)
{
  JsonArray *rows = trinh_loader_array (loader, root, "rows", TRUE);
  guint n_rows = rows != NULL ? json_array_get_length (rows) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint n_loaded = trinh_form_get_n_rows (self);

      load_row (self, loader, json_array_get_element (rows, i), n_loaded > 0 ? trinh_form_get_row (self, n_loaded - 1) : NULL);
    }
  if (rows != NULL && self->list && n_rows != 1)
    trinh_loader_problem (loader, member_of (root, "rows"), TRINH_CORE_ERROR_RANGE, _ ("a list form has exactly one row, the pattern of those that the office adds; this one has %u"), n_rows);
  else if (rows != NULL && n_rows == 0)
    trinh_loader_problem (loader, member_of (root, "rows"), TRINH_CORE_ERROR_MISSING, _ ("the form has no rows"));
  /* After a lost row the places would not agree; its problem is known already. */
  if (rows != NULL && trinh_form_get_n_rows (self) == n_rows)
    {
      settle_parents (self, loader, rows);
      trinh_form_check_merged_codes (self, loader, rows);
    }
}

static void
check_total (TrinhForm *self,
             TrinhLoader *loader,
             JsonNode *node,
             TrinhFormRow *total)
{
  if (!self->list)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_TYPE, _ ("only a list form has a “total”; here write a row with a formula"));
  else if (member_of (node, "formula") != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_TYPE, _ ("the “total” adds up the rows by itself; take its formula out"));
  else if (total->kind != TRINH_KIND_COUNT && total->kind != TRINH_KIND_AMOUNT)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_TYPE, _ ("the “total” is of kind “count” or “amount”"));
  else if (total->required)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_TYPE, _ ("nothing is entered in the “total”, so it is not required"));
  else if (trinh_address_is_list_key (total->key) || g_hash_table_contains (self->rows_by_key, total->key))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the key “%s” is a row's of the list; give the “total” another"), total->key);
}

static void
load_total (TrinhForm *self,
            TrinhLoader *loader,
            JsonNode *root)
{
  JsonNode *node = member_of (root, "total");

  if (node == NULL)
    return;
  self->total = trinh_form_row_load (loader, node, NULL);
  if (self->total == NULL)
    return;
  self->total->address = trinh_address_build (self->id, self->total->key, NULL);
  check_total (self, loader, node, self->total);
}

static void
load_rules (TrinhForm *self,
            TrinhLoader *loader,
            JsonNode *root)
{
  JsonArray *rules = trinh_loader_array (loader, root, "rules", FALSE);

  for (guint i = 0; rules != NULL && i < json_array_get_length (rules); i++)
    {
      g_autoptr (TrinhRule) rule = trinh_rule_load (loader, json_array_get_element (rules, i), self->id, NULL);

      if (rule != NULL)
        g_list_store_append (self->rules, rule);
    }
}

/* Names of this form must be right; what lies in other forms only a regime knows. */
static gboolean
bind_own (const char *name,
          const char **address,
          guint *slot,
          gpointer user_data)
{
  TrinhForm *self = user_data;
  g_autofree char *form = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  const char *concept;
  gboolean known;

  *slot = G_MAXUINT;
  if (trinh_form_is_own (self, name, &known))
    return known;
  if (!trinh_address_split (name, &form, &row, &column))
    {
      concept = trinh_form_find_concept (self, name);
      *address = concept != NULL ? concept : name;
      return TRUE;
    }
  if (!g_str_equal (form, self->id))
    return TRUE;
  return trinh_form_find_fixed (self, row, column, address);
}

TrinhForm *
trinh_form_load (TrinhJsonDocument *document,
                 GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = trinh_loader_problems_new ();
  g_autoptr (TrinhForm) self = g_object_new (TRINH_TYPE_FORM, NULL);
  TrinhLoader loader = { document, found };
  JsonNode *root;
  JsonArray *groups;

  g_return_val_if_fail (document != NULL, NULL);

  root = trinh_json_document_get_root (document);
  if (trinh_loader_root (&loader, "trinhky-form/1", _ ("a form"), form_members) != NULL)
    {
      load_id (self, &loader, root);
      self->label = dup_required (&loader, root, "label");
      self->title = dup_required (&loader, root, "title");
      self->landscape = trinh_loader_nick (&loader, root, "orientation", orientation_nicks, FALSE, FALSE);
      self->printed = trinh_loader_boolean (&loader, root, "printed", TRUE);
      self->list = trinh_loader_nick (&loader, root, "type", type_nicks, FALSE, FALSE);
      load_heads (self, &loader, root);
      load_columns (self, &loader, root);
      groups = trinh_loader_array (&loader, root, "groups", FALSE);
      for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
        load_group (self, &loader, json_array_get_element (groups, i));
      load_rows (self, &loader, root);
      load_total (self, &loader, root);
      load_rules (self, &loader, root);
      trinh_rules_bind (self->rules, bind_own, self, found);
      trinh_rules_check_ids (G_LIST_MODEL (self->rules), found);
      trinh_rules_check_cycles (G_LIST_MODEL (self->rules), found);
    }

  if (found->len > 0)
    g_clear_object (&self);
  if (problems != NULL)
    *problems = found->len > 0 ? g_steal_pointer (&found) : NULL;
  return g_steal_pointer (&self);
}
