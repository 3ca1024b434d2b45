/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-proof-private.h"
#include "trinh-report-private.h"

/* What an edit touches: only that is evaluated again. */

static void
mark_readers (TrinhEvaluation *self,
              guint slot)
{
  GArray *dependents = self->cells[slot].dependents;

  for (guint i = 0; dependents != NULL && i < dependents->len; i++)
    {
      TrinhCheck *check = &self->checks[g_array_index (dependents, guint, i)];

      check->dirty = TRUE;
      /* Whether a formula's cell is filled may hang on its operands. */
      if (check->target != TRINH_NO_SLOT)
        self->cell_dirty[check->target] = TRUE;
    }
}

static void
mark_texts (TrinhEvaluation *self,
            const char *address)
{
  TrinhRegime *regime = trinh_report_get_regime (self->report);

  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      for (guint j = 0; !check->dirty && j < check->bindings->len; j++)
        {
          const TrinhBinding *binding = &g_array_index (check->bindings, TrinhBinding, j);
          const char *concept = trinh_regime_find_concept (regime, binding->name);

          check->dirty = g_str_equal (binding->name, address) || g_strcmp0 (concept, address) == 0;
        }
      self->joint_dirty |= check->dirty && check->states_documents;
      check->dirty |= _trinh_text_check_expects (check, address);
    }
}

void
_trinh_evaluation_mark_cell (TrinhEvaluation *self,
                             guint slot)
{
  self->cell_dirty[slot] = TRUE;
  self->charts_dirty = TRUE;
  g_hash_table_add (self->touched, (gpointer) self->cells[slot].address);
  mark_readers (self, slot);
  mark_texts (self, self->cells[slot].address);
}

void
_trinh_evaluation_mark_everything (TrinhEvaluation *self)
{
  memset (self->cell_dirty, TRUE, self->n_cells);
  for (guint i = 0; i < self->n_checks; i++)
    self->checks[i].dirty = TRUE;
  for (guint i = 0; i < self->n_forms; i++)
    self->forms[i].dirty = self->forms[i].list;
  self->outline_dirty = TRUE;
  self->past_dirty = TRUE;
  self->parts_dirty = TRUE;
  self->charts_dirty = TRUE;
  for (guint i = 0; i < self->texts->len; i++)
    ((TrinhTextCheck *) g_ptr_array_index (self->texts, i))->dirty = TRUE;
}

static void
follow_value (TrinhEvaluation *self,
              const char *address)
{
  g_autofree char *id = NULL;
  guint slot;

  /* Notes and marks change without the number; who shows the cell wants to know. */
  g_hash_table_add (self->touched, (gpointer) g_intern_string (address));
  if (trinh_regime_find_slot (trinh_report_get_regime (self->report), address, &slot))
    {
      if (_trinh_figures_load (self, &self->figures[TRINH_REACH_THIS], slot))
        _trinh_evaluation_mark_cell (self, slot);
      /* A text or a date that is none changes without a number. */
      self->cell_dirty[slot] = TRUE;
      mark_texts (self, address);
      return;
    }
  mark_texts (self, address);
  if (!trinh_address_split (address, &id, NULL, NULL))
    return;
  _trinh_evaluation_follow_rows (self, id);
  for (guint i = 0; i < self->n_checks; i++)
    self->checks[i].dirty |= g_strstr_len (trinh_expression_get_text (self->checks[i].expression), -1, id) != NULL;
}

static void
follow_office (TrinhEvaluation *self)
{
  const char *kind = trinh_office_get_kind (trinh_report_get_office (self->report));

  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i].applies = trinh_form_row_applies_to (self->cells[i].row, kind);
}

static void
follow_register (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->n_checks; i++)
    self->checks[i].dirty |= self->checks[i].counts;
}

static void
follow_documents (TrinhEvaluation *self)
{
  follow_register (self);
  for (guint i = 0; i < self->texts->len; i++)
    ((TrinhTextCheck *) g_ptr_array_index (self->texts, i))->dirty = TRUE;
  self->joint_dirty = TRUE;
}

static void
follow_member (TrinhEvaluation *self,
               const char *name)
{
  if (g_str_equal (name, "documents"))
    follow_documents (self);
  else if (g_str_equal (name, "tasks"))
    follow_register (self);
  else if (g_str_equal (name, "acknowledgements"))
    {
      _trinh_evaluation_mark_everything (self);
      _trinh_proof_mark (self);
    }
  else if (g_str_equal (name, "addressees") || g_str_equal (name, "recipients") || g_str_equal (name, "date"))
    _trinh_proof_mark (self);
  else if (g_str_equal (name, "signatories"))
    self->joint_dirty = TRUE;
  else if (g_str_equal (name, "parts"))
    self->parts_dirty = TRUE;
  else if (g_str_equal (name, "charts"))
    self->charts_dirty = TRUE;
  else if (g_str_equal (name, "state"))
    {
      memset (self->cell_dirty, TRUE, self->n_cells);
      self->parts_dirty = TRUE;
    }
  else if (g_str_equal (name, "office") || g_str_equal (name, "data_from") || g_str_equal (name, "data_to"))
    {
      follow_office (self);
      _trinh_evaluation_find_reaches (self);
      _trinh_evaluation_mark_everything (self);
      _trinh_proof_mark (self);
    }
}

void
_trinh_evaluation_follow (TrinhEvaluation *self,
                          const TrinhChange *change)
{
  switch (change->kind)
    {
    case TRINH_CHANGE_VALUE:
      follow_value (self, change->target);
      break;
    case TRINH_CHANGE_SECTION:
      _trinh_evaluation_read_texts (self);
      break;
    case TRINH_CHANGE_ROWS:
      _trinh_evaluation_follow_rows (self, change->target);
      for (guint i = 0; i < self->texts->len; i++)
        ((TrinhTextCheck *) g_ptr_array_index (self->texts, i))->dirty = TRUE;
      break;
    case TRINH_CHANGE_MEMBER:
      follow_member (self, change->target);
      break;
    default:
      g_return_if_reached ();
    }
}
