/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-merge-private.h"
#include "trinh-report-part.h"

static void trinh_merge_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhMerge, trinh_merge, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, trinh_merge_list_model_init))

static GType
trinh_merge_get_item_type (GListModel *model)
{
  return TRINH_TYPE_MERGE_ITEM;
}

static guint
trinh_merge_get_n_items (GListModel *model)
{
  return TRINH_MERGE (model)->items->len;
}

static gpointer
trinh_merge_get_item (GListModel *model,
                      guint position)
{
  TrinhMerge *self = TRINH_MERGE (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
trinh_merge_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = trinh_merge_get_item_type;
  iface->get_n_items = trinh_merge_get_n_items;
  iface->get_item = trinh_merge_get_item;
}

static void
trinh_merge_finalize (GObject *object)
{
  TrinhMerge *self = TRINH_MERGE (object);

  g_clear_object (&self->report);
  g_clear_object (&self->copy);
  g_clear_pointer (&self->base, _trinh_merge_side_free);
  g_clear_pointer (&self->ours, _trinh_merge_side_free);
  g_clear_pointer (&self->theirs, _trinh_merge_side_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->sha256, g_free);

  G_OBJECT_CLASS (trinh_merge_parent_class)->finalize (object);
}

static void
trinh_merge_class_init (TrinhMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_merge_finalize;
}

static void
trinh_merge_init (TrinhMerge *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
check_same_report (TrinhReport *ours,
                   TrinhReport *other,
                   GError **error)
{
  const char *regime = trinh_regime_get_id (trinh_report_get_regime (ours));

  if (g_str_equal (trinh_report_get_id (ours), trinh_report_get_id (other)) &&
      g_str_equal (regime, trinh_regime_get_id (trinh_report_get_regime (other))) &&
      trinh_period_equal (trinh_report_get_period (ours), trinh_report_get_period (other)))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” and “%s” are two different reports; only copies of one report can be merged."), trinh_report_get_subject (ours), trinh_report_get_subject (other));
  return FALSE;
}

static gboolean
check_state (TrinhMerge *self,
             GError **error)
{
  const TrinhReportState state = trinh_report_get_state (self->report);
  TrinhMergeItem *first = self->items->len > 0 ? g_ptr_array_index (self->items, 0) : NULL;

  if (state < TRINH_STATE_SIGNED || first == NULL || (self->items->len == 1 && first->kind == TRINH_MERGE_STATE))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("The report is %s and does not change any more: the other copy cannot be brought in. Make a new report that replaces it."), trinh_report_state_get_name (state));
  return FALSE;
}

static gboolean
is_known (TrinhReport *report,
          const char *sha256)
{
  JsonNode *node = trinh_report_get_member (report, "merged");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_array_get_string_element (array, i), sha256) == 0)
      return TRUE;
  return FALSE;
}

static TrinhMerge *
make (TrinhReport *base,
      TrinhReport *ours,
      TrinhReport *theirs)
{
  TrinhMerge *self = g_object_new (TRINH_TYPE_MERGE, NULL);
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (theirs);

  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->report = g_object_ref (ours);
  self->copy = g_object_ref (theirs);
  self->base = base != NULL ? _trinh_merge_side_new (base) : NULL;
  self->ours = _trinh_merge_side_new (ours);
  self->theirs = _trinh_merge_side_new (theirs);
  self->part = g_strdup (trinh_report_part_get_own (theirs));
  self->known = is_known (ours, self->sha256);
  if (self->known)
    return self;
  _trinh_merge_rename (self->base, self->ours, self->theirs);
  _trinh_merge_compare (self);

  return self;
}

TrinhMerge *
trinh_merge_new (TrinhReport *base,
                 TrinhReport *ours,
                 TrinhReport *theirs,
                 GError **error)
{
  g_autoptr (TrinhMerge) self = NULL;

  g_return_val_if_fail (base == NULL || TRINH_IS_REPORT (base), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (ours), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (theirs), NULL);

  if (!check_same_report (ours, theirs, error) || (base != NULL && !check_same_report (ours, base, error)))
    return NULL;
  self = make (base, ours, theirs);
  return check_state (self, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
_trinh_merge_list_differences (TrinhReport *before,
                               TrinhReport *after)
{
  g_autoptr (TrinhMerge) self = make (before, before, after);

  return g_ptr_array_ref (self->items);
}

gboolean
trinh_merge_get_known (TrinhMerge *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE (self), FALSE);

  return self->known;
}

gboolean
trinh_merge_get_has_base (TrinhMerge *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE (self), FALSE);

  return self->base != NULL;
}

const char *
trinh_merge_get_part (TrinhMerge *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE (self), NULL);

  return self->part;
}

guint
trinh_merge_count_conflicts (TrinhMerge *self)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_MERGE (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += trinh_merge_item_get_conflict (g_ptr_array_index (self->items, i));
  return n;
}

guint
trinh_merge_count_open (TrinhMerge *self)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_MERGE (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += trinh_merge_item_get_choice (g_ptr_array_index (self->items, i)) == TRINH_MERGE_OPEN;
  return n;
}

guint
trinh_merge_count_outside (TrinhMerge *self)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_MERGE (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += trinh_merge_item_get_outside (g_ptr_array_index (self->items, i));
  return n;
}

TrinhReport *
trinh_merge_get_copy (TrinhMerge *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE (self), NULL);

  return self->copy;
}
