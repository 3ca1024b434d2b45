/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"

typedef struct
{
  TrinhFinding *finding;
  TrinhSeverity severity;
  guint64 place;
  guint start;
} Entry;

static void
collect (GArray *entries,
         GPtrArray *findings,
         guint64 place)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrinhFinding *finding = g_ptr_array_index (findings, i);
      Entry entry = { finding, trinh_finding_get_severity (finding), place, 0 };

      trinh_finding_get_range (finding, &entry.start, NULL);
      g_array_append_val (entries, entry);
    }
}

/* %FALSE: of no form */
static gboolean
find_form (TrinhEvaluation *self,
           const char *address,
           guint *form)
{
  g_autofree char *id = NULL;

  if (!trinh_address_split (address, &id, NULL, NULL))
    return FALSE;
  for (*form = 0; *form < self->n_forms; (*form)++)
    if (g_str_equal (trinh_form_get_id (self->forms[*form].form), id))
      return TRUE;
  return FALSE;
}

/* Sections are printed before the annex; a rule stands where its first subject does. */
static guint64
find_place (TrinhEvaluation *self,
            GPtrArray *findings)
{
  const char *const *subjects = trinh_finding_get_subjects (g_ptr_array_index (findings, 0));
  guint slot = 0, form;

  if (subjects[0] != NULL && !trinh_regime_find_slot (trinh_report_get_regime (self->report), subjects[0], &slot) &&
      find_form (self, subjects[0], &form))
    return (guint64) (form + 1) << 32 | G_MAXUINT32;
  return (guint64) (self->cells[slot].form_index + 1) << 32 | slot;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->start < second->start ? -1 : first->start > second->start;
}

static GArray *
sort_findings (TrinhEvaluation *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      collect (entries, check->findings, i);
      collect (entries, check->proof_findings, i);
      collect (entries, check->joint_findings, i);
    }
  collect (entries, self->missing, self->texts->len);
  collect (entries, self->past_findings, self->texts->len + 1);
  collect (entries, self->parts_findings, self->texts->len + 1);
  collect (entries, self->charts_findings, self->texts->len + 1);
  collect (entries, self->loose_findings, self->texts->len);
  for (guint i = 0; i < self->n_checks; i++)
    if (self->checks[i].findings != NULL)
      collect (entries, self->checks[i].findings, find_place (self, self->checks[i].findings));
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cell_findings[i] != NULL)
      collect (entries, self->cell_findings[i], find_place (self, self->cell_findings[i]));
  for (guint i = 0; i < self->n_forms; i++)
    collect (entries, self->forms[i].findings, (guint64) (i + 1) << 32 | G_MAXUINT32);
  /* Stable: findings of one place keep the order of the data. */
  g_array_sort (entries, compare_entries);
  return entries;
}

static guint
count_until_kept (GPtrArray *items,
                  guint from,
                  GHashTable *kept)
{
  guint n = 0;

  while (from + n < items->len && !g_hash_table_contains (kept, g_ptr_array_index (items, from + n)))
    n++;
  return n;
}

static guint
count_until (GArray *entries,
             guint from,
             TrinhFinding *finding)
{
  guint n = 0;

  while (from + n < entries->len && g_array_index (entries, Entry, from + n).finding != finding)
    n++;
  return n;
}

/* Both are in the same order, so that what is kept divides them into runs: each run that differs is announced alone. */
static void
update_items (TrinhEvaluation *self,
              GArray *entries)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (wanted, g_array_index (entries, Entry, i).finding);
  for (guint at = 0;;)
    {
      guint removed = count_until_kept (self->items, at, wanted);
      TrinhFinding *next = at + removed < self->items->len ? g_ptr_array_index (self->items, at + removed) : NULL;
      guint added = count_until (entries, at, next);

      if (removed > 0)
        g_ptr_array_remove_range (self->items, at, removed);
      for (guint i = 0; i < added; i++)
        g_ptr_array_insert (self->items, (int) (at + i), g_object_ref (g_array_index (entries, Entry, at + i).finding));
      if (removed > 0 || added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), at, removed, added);
      if (next == NULL)
        break;
      at += added + 1;
    }
}

static gboolean
follows (GPtrArray *items,
         GArray *entries)
{
  if (items->len != entries->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_index (items, i) != g_array_index (entries, Entry, i).finding)
      return FALSE;
  return TRUE;
}

/* Sections that changed places take their findings with them: then the order is no longer shared. */
static void
replace_items (TrinhEvaluation *self,
               GArray *entries)
{
  guint removed = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_array_index (entries, Entry, i).finding));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, entries->len);
}

static void
count_open (TrinhEvaluation *self)
{
  self->n_open[0] = self->n_open[1] = self->n_open[2] = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhFinding *finding = g_ptr_array_index (self->items, i);

      if (!trinh_finding_get_acknowledged (finding))
        self->n_open[trinh_finding_get_severity (finding)]++;
    }
}

static void
emit_cells (TrinhEvaluation *self)
{
  g_autoptr (GHashTable) touched = g_steal_pointer (&self->touched);
  GHashTableIter iter;
  gpointer address;

  self->touched = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    _trinh_evaluation_emit_cell (self, address);
}

void
_trinh_evaluation_publish (TrinhEvaluation *self)
{
  g_autoptr (TrinhEvaluation) alive = g_object_ref (self);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  const guint open_before[] = { self->n_open[0], self->n_open[1], self->n_open[2] };
  int progress_before = self->progress;

  if (self->list_changed)
    {
      g_autoptr (GArray) entries = sort_findings (self);

      self->list_changed = FALSE;
      update_items (self, entries);
      if (!follows (self->items, entries))
        replace_items (self, entries);
      count_open (self);
    }
  _trinh_evaluation_count (self, places);
  _trinh_evaluation_notify_counts (self, open_before, progress_before);
  if (g_hash_table_size (self->touched) > 0)
    emit_cells (self);
  for (guint i = 0; i < places->len; i++)
    _trinh_evaluation_emit_place (self, g_ptr_array_index (places, i));
}
