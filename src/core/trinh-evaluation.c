/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-proof-private.h"
#include "trinh-report-private.h"

enum
{
  PROP_0,
  PROP_N_INFOS,
  PROP_N_WARNINGS,
  PROP_N_ERRORS,
  PROP_PROGRESS,
  N_PROPS
};

enum
{
  CELL_CHANGED,
  PLACE_CHANGED,
  N_SIGNALS
};

static GType
get_item_type (GListModel *model)
{
  return TRINH_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return TRINH_EVALUATION (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  TrinhEvaluation *self = TRINH_EVALUATION (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhEvaluation, trinh_evaluation, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* In their order, so that each is run once. */
static void
run_formulas (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->n_formulas; i++)
    {
      TrinhCheck *check = &self->checks[self->order[i]];

      if (check->dirty && _trinh_figures_compute (self, &self->figures[TRINH_REACH_THIS], self->order[i]))
        _trinh_evaluation_mark_cell (self, check->target);
    }
}

static void
run_checks (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->n_checks; i++)
    {
      TrinhCheck *check = &self->checks[i];

      if (!check->dirty)
        continue;
      check->dirty = FALSE;
      if (check->target != TRINH_NO_SLOT)
        _trinh_evaluation_check_formula (self, check);
      else
        _trinh_evaluation_check_rule (self, check);
    }
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cell_dirty[i])
      {
        self->cell_dirty[i] = FALSE;
        _trinh_evaluation_check_cell (self, i);
      }
  for (guint i = 0; i < self->n_forms; i++)
    if (self->forms[i].dirty)
      {
        self->forms[i].dirty = FALSE;
        _trinh_evaluation_check_list (self, &self->forms[i]);
      }
}

static void
run_texts (TrinhEvaluation *self)
{
  if (self->past_dirty)
    _trinh_evaluation_check_past (self);
  if (self->parts_dirty)
    _trinh_evaluation_check_parts (self);
  if (self->charts_dirty)
    _trinh_evaluation_check_charts (self);
  if (self->outline_dirty)
    _trinh_evaluation_check_outline (self);
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      if (!check->dirty)
        continue;
      check->dirty = FALSE;
      _trinh_evaluation_check_text (self, check);
    }
  _trinh_proof_run (self);
}

static void
process (TrinhEvaluation *self)
{
  run_formulas (self);
  if (self->figures_only)
    return;
  run_checks (self);
  run_texts (self);
  _trinh_evaluation_publish (self);
}

static void
report_changed_cb (TrinhEvaluation *self,
                   TrinhEdit *edit,
                   TrinhReport *report)
{
  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    _trinh_evaluation_follow (self, trinh_edit_get_change (edit, i));
  process (self);
}

static void
trinh_evaluation_dispose (GObject *object)
{
  TrinhEvaluation *self = TRINH_EVALUATION (object);

  _trinh_evaluation_tear_down (self);
  _trinh_proof_clear (self);
  g_clear_object (&self->report);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->past_findings, g_ptr_array_unref);
  g_clear_pointer (&self->parts_findings, g_ptr_array_unref);
  g_clear_pointer (&self->charts_findings, g_ptr_array_unref);
  g_clear_pointer (&self->brought, g_hash_table_unref);
  g_clear_pointer (&self->combined, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  if (self->items != NULL)
    g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (trinh_evaluation_parent_class)->dispose (object);
}

static void
trinh_evaluation_finalize (GObject *object)
{
  TrinhEvaluation *self = TRINH_EVALUATION (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (trinh_evaluation_parent_class)->finalize (object);
}

static void
trinh_evaluation_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  TrinhEvaluation *self = TRINH_EVALUATION (object);

  switch (prop_id)
    {
    case PROP_N_INFOS:
    case PROP_N_WARNINGS:
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->n_open[prop_id - PROP_N_INFOS]);
      break;
    case PROP_PROGRESS:
      g_value_set_int (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_evaluation_class_init (TrinhEvaluationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_evaluation_dispose;
  object_class->finalize = trinh_evaluation_finalize;
  object_class->get_property = trinh_evaluation_get_property;

  properties[PROP_N_INFOS] = g_param_spec_uint ("n-infos", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PROGRESS] = g_param_spec_int ("progress", NULL, NULL, 0, 100, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CELL_CHANGED] = g_signal_new ("cell-changed", TRINH_TYPE_EVALUATION, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PLACE_CHANGED] = g_signal_new ("place-changed", TRINH_TYPE_EVALUATION, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trinh_evaluation_init (TrinhEvaluation *self)
{
  self->history = g_ptr_array_new_with_free_func (g_object_unref);
  self->past = g_ptr_array_new_with_free_func (g_object_unref);
  self->brought = g_hash_table_new (NULL, NULL);
  self->combined = g_hash_table_new (NULL, NULL);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->touched = g_hash_table_new (g_str_hash, g_str_equal);
}

void
_trinh_evaluation_emit_cell (TrinhEvaluation *self,
                             const char *address)
{
  g_signal_emit (self, signals[CELL_CHANGED], g_quark_from_string (address), address);
}

void
_trinh_evaluation_emit_place (TrinhEvaluation *self,
                              const char *place)
{
  g_signal_emit (self, signals[PLACE_CHANGED], g_quark_from_string (place), place);
}

void
_trinh_evaluation_notify_counts (TrinhEvaluation *self,
                                 const guint *open_before,
                                 int progress_before)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->n_open); i++)
    if (self->n_open[i] != open_before[i])
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_INFOS + i]);
  if (self->progress != progress_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static TrinhEvaluation *
evaluation_new (TrinhReport *report,
                gboolean figures_only)
{
  TrinhEvaluation *self = g_object_new (TRINH_TYPE_EVALUATION, NULL);

  self->report = g_object_ref (report);
  self->figures_only = figures_only;
  _trinh_evaluation_set_up (self);
  trinh_evaluation_run (self);
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

TrinhEvaluation *
trinh_evaluation_new (TrinhReport *report)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  return evaluation_new (report, FALSE);
}

TrinhEvaluation *
trinh_evaluation_new_figures (TrinhReport *report)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  return evaluation_new (report, TRUE);
}

TrinhReport *
trinh_evaluation_get_report (TrinhEvaluation *self)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);

  return self->report;
}

void
trinh_evaluation_set_history (TrinhEvaluation *self,
                              GPtrArray *reports)
{
  g_return_if_fail (TRINH_IS_EVALUATION (self));

  g_ptr_array_set_size (self->history, 0);
  for (guint i = 0; reports != NULL && i < reports->len; i++)
    g_ptr_array_add (self->history, g_object_ref (g_ptr_array_index (reports, i)));
  _trinh_evaluation_find_reaches (self);
  trinh_evaluation_run (self);
}

void
trinh_evaluation_set_today (TrinhEvaluation *self,
                            guint32 today)
{
  g_return_if_fail (TRINH_IS_EVALUATION (self));

  if (self->today == today)
    return;
  self->today = today;
  trinh_evaluation_run (self);
}

void
trinh_evaluation_set_deadline (TrinhEvaluation *self,
                               guint32 deadline)
{
  g_return_if_fail (TRINH_IS_EVALUATION (self));

  if (self->deadline == deadline)
    return;
  self->deadline = deadline;
  trinh_evaluation_run (self);
}

void
trinh_evaluation_run (TrinhEvaluation *self)
{
  TrinhFigures *figures;

  g_return_if_fail (TRINH_IS_EVALUATION (self));

  figures = &self->figures[TRINH_REACH_THIS];
  _trinh_evaluation_read_texts (self);
  _trinh_evaluation_mark_everything (self);
  for (guint i = 0; i < self->n_cells; i++)
    if (_trinh_figures_load (self, figures, i))
      _trinh_evaluation_mark_cell (self, i);
  process (self);
}
