/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-merge-three-private.h"
#include "trinh-report-part.h"
#include "trinh-report-private.h"

/* Members of the file that are not content of the report to be merged */
static const char *const passed_over[] = { "format", "version", "id", "revision", "base", "regime", "period", "state", "part", "merged", "last_document", NULL };

/* Talk about the report; a state holds whatever is said. */
static const char *const beside_content[] = { "comments", "acknowledgements", "journal", "parts", "number", "date", NULL };

static void
note_ahead (TrinhMerge *self,
            const char *group)
{
  if (!g_strv_contains (beside_content, group))
    self->ahead = TRUE;
}

static gboolean
is_outside (TrinhMerge *self,
            TrinhMergeKind kind,
            const char *group,
            const char *target)
{
  static const char *const shared[] = { "documents", "tasks", "comments", "acknowledgements", "journal", NULL };

  if (self->part == NULL)
    return FALSE;
  switch (kind)
    {
    case TRINH_MERGE_VALUE:
    case TRINH_MERGE_ROW:
    case TRINH_MERGE_ORDER:
      return !trinh_report_part_has_form (self->report, self->part, group);
    case TRINH_MERGE_SECTION:
      return !trinh_report_part_has_section (self->report, self->part, group);
    case TRINH_MERGE_ENTRY:
      return !g_strv_contains (shared, group) && !(g_str_equal (group, "parts") && g_str_equal (target, self->part));
    case TRINH_MERGE_MEMBER:
    case TRINH_MERGE_STATE:
    default:
      return TRUE;
    }
}

static void
add_item (TrinhMerge *self,
          TrinhMergeKind kind,
          const char *group,
          const char *target,
          const char *name,
          const TrinhMergeThree *three,
          JsonNode *fresh,
          gboolean conflict)
{
  TrinhMergeItem *item = g_object_new (TRINH_TYPE_MERGE_ITEM, NULL);

  item->kind = kind;
  item->group = g_strdup (group);
  item->target = g_strdup (target);
  item->name = g_strdup (name);
  item->fresh = fresh != NULL ? json_node_ref (fresh) : NULL;
  item->conflict = conflict;
  item->outside = is_outside (self, kind, group, target);
  item->choice = conflict ? TRINH_MERGE_OPEN : item->outside ? TRINH_MERGE_OURS
                                                             : TRINH_MERGE_THEIRS;
  _trinh_merge_item_describe (item, self, three->base, three->ours, three->theirs);
  g_ptr_array_add (self->items, item);
}

static void
compare_member (TrinhMerge *self,
                TrinhMergeKind kind,
                const char *owner,
                const char *target,
                const char *name,
                const TrinhMergeThree *three)
{
  const char *const *group = _trinh_merge_find_group (kind, name);
  g_autoptr (JsonNode) base = three->base != NULL ? _trinh_merge_pick (three->base, name, group, FALSE) : NULL;
  g_autoptr (JsonNode) ours = _trinh_merge_pick (three->ours, name, group, FALSE);
  g_autoptr (JsonNode) theirs = _trinh_merge_pick (three->theirs, name, group, FALSE);
  g_autoptr (JsonNode) fresh = _trinh_merge_pick (three->theirs, name, group, TRUE);
  const TrinhMergeThree inner = { base, ours, theirs };
  TrinhMergeVerdict verdict = _trinh_merge_judge (self->base != NULL, &inner);

  if (verdict == TRINH_VERDICT_NOTHING && !_trinh_merge_is_same (ours, theirs))
    note_ahead (self, owner);
  if (verdict == TRINH_VERDICT_NOTHING)
    return;
  if (verdict == TRINH_VERDICT_CONFLICT)
    {
      g_autoptr (JsonNode) merged = _trinh_merge_reconcile (name, &inner, kind == TRINH_MERGE_SECTION);

      note_ahead (self, owner);
      if (merged != NULL)
        {
          if (!_trinh_merge_is_same (merged, ours))
            add_item (self, kind, owner, target, name, &inner, merged, FALSE);
          return;
        }
    }
  add_item (self, kind, owner, target, name, &inner, fresh, verdict == TRINH_VERDICT_CONFLICT);
}

static void
collect_names (GPtrArray *names,
               TrinhMergeKind kind,
               JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      const char *const *group = _trinh_merge_find_group (kind, name);
      const char *leader = group != NULL ? group[0] : name;

      if (!g_str_equal (name, "id") && !g_ptr_array_find_with_equal_func (names, leader, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) leader);
    }
}

/* An object of each side, member by member */
static void
compare_members (TrinhMerge *self,
                 TrinhMergeKind kind,
                 const char *owner,
                 const char *target,
                 const TrinhMergeThree *three)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  collect_names (names, kind, three->ours);
  collect_names (names, kind, three->theirs);
  for (guint i = 0; i < names->len; i++)
    compare_member (self, kind, owner, target, g_ptr_array_index (names, i), three);
}

/* What stands as a whole: it is there on one side, or on both. */
static void
compare_whole (TrinhMerge *self,
               TrinhMergeKind kind,
               const char *owner,
               const char *target,
               const TrinhMergeThree *three)
{
  const TrinhMergeVerdict verdict = _trinh_merge_judge (self->base != NULL, three);

  if (verdict == TRINH_VERDICT_NOTHING && !_trinh_merge_is_same (three->ours, three->theirs))
    note_ahead (self, owner);
  if (verdict == TRINH_VERDICT_CONFLICT)
    note_ahead (self, owner);
  if (verdict != TRINH_VERDICT_NOTHING)
    add_item (self, kind, owner, target, NULL, three, three->theirs, verdict == TRINH_VERDICT_CONFLICT);
}

static gboolean
is_of_changed_row (TrinhMerge *self,
                   const char *form,
                   const char *key)
{
  const char *const *ours = _trinh_merge_side_get_rows (self->ours, form);
  const char *const *theirs = _trinh_merge_side_get_rows (self->theirs, form);

  return !g_strv_contains (ours, key) || !g_strv_contains (theirs, key);
}

static void
compare_cell (TrinhMerge *self,
              const char *address)
{
  const TrinhMergeThree three = { _trinh_merge_side_get_cell (self->base, address), _trinh_merge_side_get_cell (self->ours, address), _trinh_merge_side_get_cell (self->theirs, address) };
  g_autofree char *form_id = NULL;
  g_autofree char *key = NULL;
  TrinhForm *form;

  if (!trinh_address_split (address, &form_id, &key, NULL))
    return;
  form = trinh_regime_find_form (trinh_report_get_regime (self->report), form_id);
  if (form == NULL || (trinh_form_get_list (form) && is_of_changed_row (self, form_id, key)))
    return;
  compare_members (self, TRINH_MERGE_VALUE, form_id, address, &three);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Keys of both tables, sorted; (transfer container) */
static GPtrArray *
unite_keys (GHashTable *a,
            GHashTable *b)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_add (all, key))
      g_ptr_array_add (keys, key);
  g_hash_table_iter_init (&iter, b);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_add (all, key))
      g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_strings);
  return keys;
}

/* In the order of the forms */
static void
compare_cells (TrinhMerge *self)
{
  TrinhRegime *regime = trinh_report_get_regime (self->report);
  g_autoptr (GPtrArray) keys = unite_keys (self->ours->cells, self->theirs->cells);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trinh_regime_get_n_slots (regime); i++)
    {
      const char *address = trinh_regime_get_slot_address (regime, i);

      g_hash_table_add (done, (gpointer) address);
      compare_cell (self, address);
    }
  for (guint i = 0; i < keys->len; i++)
    if (!g_hash_table_contains (done, g_ptr_array_index (keys, i)))
      compare_cell (self, g_ptr_array_index (keys, i));
}

/* Rows that only one side has: added by it, or taken away by the other. */
static void
compare_row (TrinhMerge *self,
             TrinhForm *form,
             const char *key)
{
  g_autoptr (JsonNode) base = _trinh_merge_gather_row (self->base, form, key);
  g_autoptr (JsonNode) ours = _trinh_merge_gather_row (self->ours, form, key);
  g_autoptr (JsonNode) theirs = _trinh_merge_gather_row (self->theirs, form, key);
  const TrinhMergeThree three = { base, ours, theirs };

  if (ours == NULL || theirs == NULL)
    compare_whole (self, TRINH_MERGE_ROW, trinh_form_get_id (form), key, &three);
}

static void
compare_list (TrinhMerge *self,
              TrinhForm *form)
{
  const char *id = trinh_form_get_id (form);
  const char *const *ours = _trinh_merge_side_get_rows (self->ours, id);
  const char *const *theirs = _trinh_merge_side_get_rows (self->theirs, id);
  g_autoptr (JsonNode) base_order = self->base != NULL ? _trinh_merge_gather_order (self, self->base, id) : NULL;
  g_autoptr (JsonNode) our_order = _trinh_merge_gather_order (self, self->ours, id);
  g_autoptr (JsonNode) their_order = _trinh_merge_gather_order (self, self->theirs, id);
  const TrinhMergeThree order = { base_order, our_order, their_order };

  for (guint i = 0; ours[i] != NULL; i++)
    compare_row (self, form, ours[i]);
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_strv_contains (ours, theirs[i]))
      compare_row (self, form, theirs[i]);
  compare_whole (self, TRINH_MERGE_ORDER, id, id, &order);
}

static void
compare_lists (TrinhMerge *self)
{
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (self->report));

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (trinh_form_get_list (form))
        compare_list (self, form);
    }
}

static void
compare_sections (TrinhMerge *self)
{
  g_autoptr (GPtrArray) ids = unite_keys (self->ours->sections, self->theirs->sections);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      const TrinhMergeThree three = {
        self->base != NULL ? g_hash_table_lookup (self->base->sections, id) : NULL,
        g_hash_table_lookup (self->ours->sections, id),
        g_hash_table_lookup (self->theirs->sections, id),
      };

      if (three.ours != NULL && three.theirs != NULL)
        compare_members (self, TRINH_MERGE_SECTION, id, id, &three);
      else
        compare_whole (self, TRINH_MERGE_SECTION, id, id, &three);
    }
}

/* What each side moved comes together where the two do not meet. */
static void
compare_section_order (TrinhMerge *self)
{
  g_autoptr (JsonNode) base = self->base != NULL ? _trinh_merge_gather_sections (self, self->base) : NULL;
  g_autoptr (JsonNode) ours = _trinh_merge_gather_sections (self, self->ours);
  g_autoptr (JsonNode) theirs = _trinh_merge_gather_sections (self, self->theirs);
  g_autoptr (JsonNode) united = NULL;
  const TrinhMergeThree three = { base, ours, theirs };

  if (base != NULL && _trinh_merge_judge (TRUE, &three) == TRINH_VERDICT_CONFLICT)
    united = _trinh_merge_unite_orders (base, ours, theirs);
  if (united == NULL)
    {
      compare_whole (self, TRINH_MERGE_ORDER, TRINH_MERGE_SECTIONS, TRINH_MERGE_SECTIONS, &three);
      return;
    }
  note_ahead (self, TRINH_MERGE_SECTIONS);
  if (!_trinh_merge_is_same (united, ours))
    add_item (self, TRINH_MERGE_ORDER, TRINH_MERGE_SECTIONS, TRINH_MERGE_SECTIONS, NULL, &three, united, FALSE);
}

static void
compare_entry (TrinhMerge *self,
               const char *name,
               const char *id,
               const TrinhMergeThree *registers)
{
  const TrinhMergeThree three = { _trinh_merge_find_entry (registers->base, id), _trinh_merge_find_entry (registers->ours, id), _trinh_merge_find_entry (registers->theirs, id) };

  if (three.ours != NULL && three.theirs != NULL)
    compare_members (self, TRINH_MERGE_ENTRY, name, id, &three);
  else
    compare_whole (self, TRINH_MERGE_ENTRY, name, id, &three);
}

static void
compare_register (TrinhMerge *self,
                  const char *name,
                  const TrinhMergeThree *registers)
{
  JsonArray *ours = registers->ours != NULL ? json_node_get_array (registers->ours) : NULL;
  JsonArray *theirs = registers->theirs != NULL ? json_node_get_array (registers->theirs) : NULL;

  for (guint i = 0; ours != NULL && i < json_array_get_length (ours); i++)
    compare_entry (self, name, json_object_get_string_member (json_array_get_object_element (ours, i), "id"), registers);
  for (guint i = 0; theirs != NULL && i < json_array_get_length (theirs); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (theirs, i), "id");

      if (_trinh_merge_find_entry (registers->ours, id) == NULL)
        compare_entry (self, name, id, registers);
    }
}

static gboolean
is_register_or_absent (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node) || _trinh_merge_is_register (node);
}

static void
compare_header_member (TrinhMerge *self,
                       const char *name)
{
  TrinhMergeThree three = {
    self->base != NULL ? json_object_get_member (self->base->members, name) : NULL,
    json_object_get_member (self->ours->members, name),
    json_object_get_member (self->theirs->members, name),
  };
  const gboolean arrays = (three.ours != NULL && JSON_NODE_HOLDS_ARRAY (three.ours)) || (three.theirs != NULL && JSON_NODE_HOLDS_ARRAY (three.theirs));

  if (g_strv_contains (passed_over, name))
    return;
  if (arrays && is_register_or_absent (three.ours) && is_register_or_absent (three.theirs))
    {
      three.ours = three.ours != NULL && JSON_NODE_HOLDS_ARRAY (three.ours) ? three.ours : NULL;
      three.theirs = three.theirs != NULL && JSON_NODE_HOLDS_ARRAY (three.theirs) ? three.theirs : NULL;
      compare_register (self, name, &three);
    }
  else if (three.ours != NULL && three.theirs != NULL && JSON_NODE_HOLDS_OBJECT (three.ours) && JSON_NODE_HOLDS_OBJECT (three.theirs))
    compare_members (self, TRINH_MERGE_MEMBER, name, name, &three);
  else
    compare_whole (self, TRINH_MERGE_MEMBER, name, name, &three);
}

static void
compare_header (TrinhMerge *self)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, self->ours->members);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    compare_header_member (self, name);
  json_object_iter_init_ordered (&iter, self->theirs->members);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!json_object_has_member (self->ours->members, name))
      compare_header_member (self, name);
}

static gboolean
brings_content (TrinhMerge *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhMergeItem *item = g_ptr_array_index (self->items, i);

      if (!g_strv_contains (beside_content, item->group))
        return TRUE;
    }
  return FALSE;
}

/* A state is given to a content: it comes in only where the content will be the one it was given to. */
static void
compare_state (TrinhMerge *self)
{
  const TrinhReportState ours = trinh_report_get_state (self->ours->report);
  const TrinhReportState theirs = trinh_report_get_state (self->theirs->report);
  const TrinhMergeThree three = {
    self->base != NULL ? json_object_get_member (self->base->members, "state") : NULL,
    json_object_get_member (self->ours->members, "state"),
    json_object_get_member (self->theirs->members, "state"),
  };

  if (ours == theirs || self->ahead || self->part != NULL || !_trinh_report_state_may_follow (ours, theirs))
    return;
  if (self->base != NULL && trinh_report_get_state (self->base->report) == theirs)
    return;
  if (self->base == NULL && theirs < ours)
    return;
  if (theirs < TRINH_STATE_APPROVED || !brings_content (self))
    add_item (self, TRINH_MERGE_STATE, "state", "state", NULL, &three, three.theirs, FALSE);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TrinhMergeItem *first = *(const TrinhMergeItem *const *) a;
  const TrinhMergeItem *second = *(const TrinhMergeItem *const *) b;

  if (first->conflict != second->conflict)
    return first->conflict ? -1 : 1;
  return first->outside - second->outside;
}

void
_trinh_merge_compare (TrinhMerge *self)
{
  compare_cells (self);
  compare_lists (self);
  compare_sections (self);
  compare_section_order (self);
  compare_header (self);
  compare_state (self);
  g_ptr_array_sort (self->items, compare_items);
}
