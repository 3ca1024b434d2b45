/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

gboolean
_trinh_evaluation_list_cell_is_filled (TrinhEvaluation *self,
                                       const char *address)
{
  TrinhValue *value = trinh_report_get_value (self->report, address);

  return trinh_value_get_text (value) != NULL || trinh_value_get_blank (value) != TRINH_BLANK_NO_REASON;
}

static void
count_list (TrinhEvaluation *self,
            TrinhFormCheck *check)
{
  const char *const *keys = trinh_report_get_rows (self->report, trinh_form_get_id (check->form));
  GListModel *columns = trinh_form_get_columns (check->form);
  TrinhFormRow *row = trinh_form_get_row (check->form, 0);

  for (guint i = 0; trinh_form_row_get_required (row) && keys[i] != NULL; i++)
    for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
      {
        g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, j);
        const char *id = trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column);
        const char *address = trinh_address_build (trinh_form_get_id (check->form), keys[i], id);

        if (trinh_kind_of_cell (row, column) == TRINH_KIND_NONE)
          continue;
        check->status.n_required++;
        if (_trinh_evaluation_list_cell_is_filled (self, address))
          check->status.n_filled++;
      }
}

static void
count_cells (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->n_forms; i++)
    {
      memset (&self->forms[i].status, 0, sizeof self->forms[i].status);
      if (self->forms[i].list)
        count_list (self, &self->forms[i]);
    }
  for (guint i = 0; i < self->n_cells; i++)
    {
      const TrinhCell *cell = &self->cells[i];

      if (!cell->applies || cell->kind == TRINH_KIND_NONE || !trinh_form_row_get_required (cell->row))
        continue;
      self->forms[cell->form_index].status.n_required++;
      self->forms[cell->form_index].status.n_filled += _trinh_evaluation_cell_is_filled (self, i);
    }
}

static guint
find_form (TrinhEvaluation *self,
           const char *address)
{
  const char *colon = strchr (address, ':');

  for (guint i = 0; colon != NULL && i < self->n_forms; i++)
    {
      const char *id = trinh_form_get_id (self->forms[i].form);

      if (strlen (id) == (gsize) (colon - address) && strncmp (id, address, strlen (id)) == 0)
        return i;
    }
  return G_MAXUINT;
}

static void
count_finding (TrinhPlaceStatus *status,
               TrinhFinding *finding)
{
  if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_ERROR)
    status->n_errors++;
  else if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_WARNING)
    status->n_warnings++;
}

static void
count_findings (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhFinding *finding = g_ptr_array_index (self->items, i);
      const char *const *subjects = trinh_finding_get_subjects (finding);
      guint form = subjects[0] != NULL ? find_form (self, subjects[0]) : G_MAXUINT;

      if (form != G_MAXUINT && !trinh_finding_get_acknowledged (finding))
        count_finding (&self->forms[form].status, finding);
    }
}

static void
count_open (TrinhPlaceStatus *status,
            GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrinhFinding *finding = g_ptr_array_index (findings, i);

      if (!trinh_finding_get_acknowledged (finding))
        count_finding (status, finding);
    }
}

static TrinhPlaceStatus
count_text (TrinhTextCheck *check)
{
  TrinhPlaceStatus status = { 0 };
  const char *text = trinh_section_get_text (check->section);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  status.n_required = check->required;
  status.n_filled = trinh_section_get_none (check->section) || *text != '\0';
  count_open (&status, check->findings);
  count_open (&status, check->proof_findings);
  count_open (&status, check->joint_findings);
  return status;
}

/* Keeps what was announced last, and tells whether this is something else. */
static gboolean
store (TrinhEvaluation *self,
       const char *place,
       const TrinhPlaceStatus *status)
{
  TrinhPlaceStatus *known = g_hash_table_lookup (self->places, place);

  if (known != NULL && memcmp (known, status, sizeof *status) == 0)
    return FALSE;
  if (known != NULL)
    *known = *status;
  else
    g_hash_table_insert (self->places, g_strdup (place), g_memdup2 (status, sizeof *status));
  return TRUE;
}

static void
add_progress (const TrinhPlaceStatus *status,
              guint *filled,
              guint *required)
{
  *required += status->n_required;
  *filled += MIN (status->n_filled, status->n_required);
}

void
_trinh_evaluation_count (TrinhEvaluation *self,
                         GPtrArray *changed)
{
  guint filled = 0, required = self->missing != NULL ? self->missing->len : 0;

  count_cells (self);
  count_findings (self);
  for (guint i = 0; i < self->n_forms; i++)
    {
      const char *id = trinh_form_get_id (self->forms[i].form);

      add_progress (&self->forms[i].status, &filled, &required);
      if (store (self, id, &self->forms[i].status))
        g_ptr_array_add (changed, (gpointer) id);
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);
      TrinhPlaceStatus status = count_text (check);

      add_progress (&status, &filled, &required);
      if (store (self, trinh_section_get_id (check->section), &status))
        g_ptr_array_add (changed, (gpointer) g_intern_string (trinh_section_get_id (check->section)));
    }
  self->progress = required > 0 ? (int) (filled * 100 / required) : 100;
}

TrinhPlaceStatus
trinh_evaluation_get_place (TrinhEvaluation *self,
                            const char *place)
{
  const TrinhPlaceStatus none = { 0 };
  TrinhPlaceStatus *status;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), none);
  g_return_val_if_fail (place != NULL, none);

  status = g_hash_table_lookup (self->places, place);
  return status != NULL ? *status : none;
}
