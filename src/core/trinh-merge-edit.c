/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-document-register-private.h"
#include "trinh-edit-private.h"
#include "trinh-merge-three-private.h"
#include "trinh-report-part.h"
#include "trinh-report-private.h"

/* What is put together before it becomes the edit: only what is touched. */
typedef struct
{
  TrinhMerge *merge;
  GHashTable *cells;    /* address → JsonNode */
  GHashTable *sections; /* id → JsonNode, or NULL: it goes */
  GHashTable *members;  /* name → JsonNode */
  GHashTable *lists;    /* forms whose rows change: id → id */
} Building;

static gboolean
is_taken (TrinhMergeItem *item)
{
  return item->choice == TRINH_MERGE_THEIRS;
}

/* Theirs becomes what the object says of it; what stands beside it stays. */
static void
put_inner (JsonObject *object,
           TrinhMergeItem *item)
{
  const char *const *group = _trinh_merge_find_group (item->kind, item->name);

  if (group == NULL)
    {
      if (item->fresh != NULL)
        json_object_set_member (object, item->name, json_node_ref (item->fresh));
      else
        json_object_remove_member (object, item->name);
      return;
    }
  for (guint i = 0; group[i] != NULL; i++)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (item->fresh), group[i]);

      json_object_remove_member (object, group[i]);
      if (member != NULL)
        json_object_set_member (object, group[i], json_node_ref (member));
    }
}

static JsonNode *
make_object (void)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, json_object_new ());
  return node;
}

/* The node that is being built for @key, a copy of ours at first. (transfer none) */
static JsonNode *
open_node (GHashTable *built,
           const char *key,
           JsonNode *ours)
{
  JsonNode *node = g_hash_table_lookup (built, key);

  if (node == NULL)
    {
      node = ours != NULL ? _trinh_json_dup_normalized (ours) : make_object ();
      g_hash_table_insert (built, g_strdup (key), node);
    }
  return node;
}

static void
build_cell (Building *building,
            TrinhMergeItem *item)
{
  JsonNode *node = open_node (building->cells, item->target, _trinh_merge_side_get_cell (building->merge->ours, item->target));

  put_inner (json_node_get_object (node), item);
}

static void
build_row (Building *building,
           TrinhMergeItem *item)
{
  JsonObjectIter iter;
  const char *address;
  JsonNode *cell;

  g_hash_table_add (building->lists, item->group);
  if (item->fresh == NULL)
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (item->fresh));
  while (json_object_iter_next_ordered (&iter, &address, &cell))
    if (!g_str_equal (address, "key"))
      g_hash_table_insert (building->cells, g_strdup (address), json_node_ref (cell));
}

static void
build_section (Building *building,
               TrinhMergeItem *item)
{
  if (item->name == NULL)
    g_hash_table_insert (building->sections, g_strdup (item->target), item->fresh != NULL ? json_node_ref (item->fresh) : NULL);
  else
    put_inner (json_node_get_object (open_node (building->sections, item->target, g_hash_table_lookup (building->merge->ours->sections, item->target))), item);
}

static JsonNode *
make_array (void)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, json_array_new ());
  return node;
}

/* The array without the entry, or with another in its place; a new one stands at the end. @entry: (nullable) */
static JsonNode *
replace_entry (JsonNode *node,
               const char *id,
               JsonNode *entry)
{
  JsonArray *from = json_node_get_array (node);
  JsonNode *result = make_array ();
  JsonArray *to = json_node_get_array (result);
  gboolean put = entry == NULL;

  for (guint i = 0; i < json_array_get_length (from); i++)
    {
      JsonNode *element = json_array_get_element (from, i);
      const gboolean found = g_str_equal (json_object_get_string_member (json_node_get_object (element), "id"), id);

      if (!found)
        json_array_add_element (to, json_node_ref (element));
      else if (!put)
        json_array_add_element (to, json_node_ref (entry));
      put = put || found;
    }
  if (!put)
    json_array_add_element (to, json_node_ref (entry));
  return result;
}

static void
build_entry (Building *building,
             TrinhMergeItem *item)
{
  JsonNode *ours = json_object_get_member (building->merge->ours->members, item->group);
  g_autoptr (JsonNode) none = make_array ();
  JsonNode *array = open_node (building->members, item->group, ours != NULL && JSON_NODE_HOLDS_ARRAY (ours) ? ours : none);
  JsonNode *entry = _trinh_merge_find_entry (array, item->target);
  g_autoptr (JsonNode) copy = NULL;

  if (item->name != NULL && entry != NULL)
    {
      copy = _trinh_json_dup_normalized (entry);
      put_inner (json_node_get_object (copy), item);
    }
  else if (item->fresh != NULL)
    copy = json_node_ref (item->fresh);
  g_hash_table_insert (building->members, g_strdup (item->group), replace_entry (array, item->target, copy));
}

static void
build_member (Building *building,
              TrinhMergeItem *item)
{
  if (item->name != NULL)
    put_inner (json_node_get_object (open_node (building->members, item->group, json_object_get_member (building->merge->ours->members, item->group))), item);
  else
    g_hash_table_insert (building->members, g_strdup (item->group), item->fresh != NULL ? json_node_ref (item->fresh) : NULL);
}

/* A state that was given to their content is not put on another one. */
static gboolean
is_all_taken (TrinhMerge *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!is_taken (g_ptr_array_index (self->items, i)))
      return FALSE;
  return TRUE;
}

static void
build_item (Building *building,
            TrinhMergeItem *item)
{
  switch (item->kind)
    {
    case TRINH_MERGE_VALUE:
      build_cell (building, item);
      break;
    case TRINH_MERGE_ROW:
      build_row (building, item);
      break;
    case TRINH_MERGE_ORDER:
      if (!g_str_equal (item->group, TRINH_MERGE_SECTIONS))
        g_hash_table_add (building->lists, item->group);
      break;
    case TRINH_MERGE_SECTION:
      build_section (building, item);
      break;
    case TRINH_MERGE_ENTRY:
      build_entry (building, item);
      break;
    case TRINH_MERGE_STATE:
      if (is_all_taken (building->merge))
        build_member (building, item);
      break;
    case TRINH_MERGE_MEMBER:
      build_member (building, item);
      break;
    default:
      g_return_if_reached ();
    }
}

static gboolean
keeps_row (TrinhMerge *self,
           const char *form,
           const char *key)
{
  gboolean ours = g_strv_contains (_trinh_merge_side_get_rows (self->ours, form), key);

  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == TRINH_MERGE_ROW && is_taken (item) && g_str_equal (item->group, form) && g_str_equal (item->target, key))
        return item->fresh != NULL;
    }
  return ours;
}

static gboolean
takes_order (TrinhMerge *self,
             const char *form)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == TRINH_MERGE_ORDER && is_taken (item) && g_str_equal (item->group, form))
        return TRUE;
    }
  return FALSE;
}

static guint
find_place (GPtrArray *keys,
            const char *key)
{
  guint place = 0;

  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &place) ? place + 1 : 0;
}

/* Rows of the other side stand behind the row that is before them there. */
static void
insert_rows (TrinhMerge *self,
             const char *form,
             const char *const *other,
             GPtrArray *keys)
{
  guint place = 0;

  for (guint i = 0; other[i] != NULL; i++)
    {
      const guint found = find_place (keys, other[i]);

      if (found > 0)
        place = found;
      else if (keeps_row (self, form, other[i]))
        g_ptr_array_insert (keys, (int) place++, (gpointer) other[i]);
    }
}

static void
set_rows (TrinhMerge *self,
          TrinhEdit *edit,
          const char *form)
{
  const gboolean turned = takes_order (self, form);
  const char *const *lead = _trinh_merge_side_get_rows (turned ? self->theirs : self->ours, form);
  const char *const *other = _trinh_merge_side_get_rows (turned ? self->ours : self->theirs, form);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; lead[i] != NULL; i++)
    if (keeps_row (self, form, lead[i]))
      g_ptr_array_add (keys, (gpointer) lead[i]);
  insert_rows (self, form, other, keys);
  g_ptr_array_add (keys, NULL);
  trinh_edit_set_rows (edit, form, (const char *const *) keys->pdata);
}

static void
put_all (TrinhEdit *edit,
         TrinhChangeKind kind,
         GHashTable *built)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (built);

  g_ptr_array_sort_values (keys, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      JsonNode *node = g_hash_table_lookup (built, key);

      if (kind == TRINH_CHANGE_VALUE && node != NULL && _trinh_merge_is_blank (node))
        node = NULL;
      _trinh_edit_put (edit, kind, key, _trinh_json_dup_normalized (node));
    }
}

/* So that the same copy is known when it comes again. */
static void
remember (TrinhMerge *self,
          Building *building)
{
  JsonNode *merged = json_object_get_member (self->ours->members, "merged");
  JsonNode *node = merged != NULL && JSON_NODE_HOLDS_ARRAY (merged) ? _trinh_json_dup_normalized (merged) : make_array ();

  json_array_add_string_element (json_node_get_array (node), self->sha256);
  g_hash_table_insert (building->members, g_strdup ("merged"), node);
}

static gulong
get_last_document (TrinhMergeSide *side)
{
  JsonNode *node = json_object_get_member (side->members, TRINH_LAST_DOCUMENT_MEMBER);

  return node != NULL ? _trinh_document_register_get_number (json_node_get_string (node)) : 0;
}

/* What either side took out is not given again. */
static void
keep_last_document (TrinhMerge *self,
                    Building *building)
{
  if (get_last_document (self->theirs) > get_last_document (self->ours))
    g_hash_table_insert (building->members, g_strdup (TRINH_LAST_DOCUMENT_MEMBER), json_node_copy (json_object_get_member (self->theirs->members, TRINH_LAST_DOCUMENT_MEMBER)));
}

static void
mark_returned (TrinhMerge *self,
               TrinhEdit *edit,
               const char *at)
{
  g_autoptr (TrinhReportPart) part = NULL;
  g_autoptr (TrinhReportPart) returned = NULL;

  if (self->part == NULL || at == NULL)
    return;
  part = trinh_report_part_find (self->report, self->part);
  if (part == NULL || *trinh_report_part_get_returned (part) != '\0')
    return;
  returned = trinh_report_part_return (part, at);
  trinh_edit_set_part (edit, self->report, returned);
}

/* The copy has nothing to bring but its own name: then the report stays as it is. */
static gboolean
has_something (TrinhMerge *self)
{
  return self->items->len > 0 || (self->part != NULL && !self->known);
}

static void
fill_edit (Building *building,
           TrinhEdit *edit)
{
  GHashTableIter iter;
  gpointer form;

  g_hash_table_iter_init (&iter, building->lists);
  while (g_hash_table_iter_next (&iter, &form, NULL))
    set_rows (building->merge, edit, form);
  put_all (edit, TRINH_CHANGE_VALUE, building->cells);
  _trinh_merge_put_sections (building->merge, building->sections, edit);
  put_all (edit, TRINH_CHANGE_MEMBER, building->members);
}

static void
node_free (gpointer node)
{
  if (node != NULL)
    json_node_unref (node);
}

TrinhEdit *
trinh_merge_make_edit (TrinhMerge *self,
                       const char *at)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  g_autoptr (GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  g_autoptr (GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);
  Building building = { self, cells, sections, members, lists };
  TrinhEdit *edit;

  g_return_val_if_fail (TRINH_IS_MERGE (self), NULL);

  edit = trinh_edit_new (_ ("copy brought in"));
  for (guint i = 0; i < self->items->len; i++)
    if (is_taken (g_ptr_array_index (self->items, i)))
      build_item (&building, g_ptr_array_index (self->items, i));
  if (trinh_merge_count_open (self) == 0 && has_something (self))
    remember (self, &building);
  keep_last_document (self, &building);
  fill_edit (&building, edit);
  if (trinh_merge_count_open (self) == 0 && has_something (self))
    mark_returned (self, edit, at);
  return edit;
}
