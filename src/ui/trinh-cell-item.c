/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cell-item.h"
#include "trinh-form-heads.h"
#include "trinh-kind.h"

struct _TrinhCellItem
{
  GObject parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhForm *form;
  char *key;

  /* Borrowed from the form */
  TrinhFormRow *row;
  TrinhFormColumn *column;
  const char *address;

  /* Weak References */
  GtkWidget *widgets[TRINH_N_CELLS];

  guint n_remarks;
};

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_PREVIOUS,
  PROP_CHANGE,
  PROP_NOTE,
  PROP_SPOKEN,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_N_REMARKS,
  PROP_GAP,
  PROP_COMPUTED,
  PROP_ESTIMATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhCellItem, trinh_cell_item, G_TYPE_OBJECT)

static TrinhEvaluation *
get_evaluation (TrinhCellItem *self)
{
  return trinh_work_get_evaluation (self->work);
}

static TrinhValue *
get_value (TrinhCellItem *self)
{
  return trinh_report_get_value (trinh_work_get_report (self->work), self->address);
}

static guint
count_findings (TrinhCellItem *self,
                TrinhSeverity severity)
{
  g_autoptr (GPtrArray) findings = trinh_evaluation_list_findings (get_evaluation (self), self->address);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += trinh_finding_get_severity (findings->pdata[i]) == severity && !trinh_finding_get_acknowledged (findings->pdata[i]);

  return count;
}

static gboolean
is_computed (TrinhCellItem *self)
{
  TrinhDecimal computed;

  return trinh_value_get_text (get_value (self)) == NULL &&
         trinh_evaluation_get_computed (get_evaluation (self), self->address, &computed);
}

static gboolean
is_gap (TrinhCellItem *self)
{
  return trinh_form_row_get_required (self->row) && trinh_cell_item_get_kind (self) != TRINH_KIND_NONE &&
         trinh_value_get_text (get_value (self)) == NULL &&
         trinh_value_get_blank (get_value (self)) == TRINH_BLANK_NO_REASON && !is_computed (self);
}

static void
notify_cell (TrinhCellItem *self)
{
  static const int changing[] = { PROP_VALUE, PROP_CHANGE, PROP_NOTE, PROP_N_ERRORS, PROP_N_WARNINGS, PROP_GAP, PROP_COMPUTED, PROP_ESTIMATE };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[changing[i]]);
}

static void
trinh_cell_item_dispose (GObject *object)
{
  TrinhCellItem *self = TRINH_CELL_ITEM (object);

  for (guint i = 0; i < TRINH_N_CELLS; i++)
    g_clear_weak_pointer (&self->widgets[i]);
  g_clear_object (&self->work);
  g_clear_object (&self->form);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (trinh_cell_item_parent_class)->dispose (object);
}

static char *
dup_text (TrinhCellItem *self,
          guint prop_id)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      return trinh_cell_item_dup_value (self);
    case PROP_PREVIOUS:
      return trinh_work_dup_previous (self->work, self->address);
    case PROP_CHANGE:
      return trinh_work_dup_change (self->work, self->address);
    case PROP_NOTE:
      return g_strdup (trinh_cell_item_get_note (self));
    case PROP_SPOKEN:
    default:
      return trinh_cell_item_dup_spoken (self, FALSE);
    }
}

static void
trinh_cell_item_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  TrinhCellItem *self = TRINH_CELL_ITEM (object);

  switch (prop_id)
    {
    case PROP_VALUE:
    case PROP_PREVIOUS:
    case PROP_CHANGE:
    case PROP_NOTE:
    case PROP_SPOKEN:
      g_value_take_string (value, dup_text (self, prop_id));
      break;
    case PROP_N_ERRORS:
    case PROP_N_WARNINGS:
      g_value_set_uint (value, count_findings (self, prop_id == PROP_N_ERRORS ? TRINH_SEVERITY_ERROR : TRINH_SEVERITY_WARNING));
      break;
    case PROP_N_REMARKS:
      g_value_set_uint (value, self->n_remarks);
      break;
    case PROP_GAP:
      g_value_set_boolean (value, is_gap (self));
      break;
    case PROP_COMPUTED:
      g_value_set_boolean (value, is_computed (self));
      break;
    case PROP_ESTIMATE:
      g_value_set_boolean (value, trinh_value_get_estimate (get_value (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_cell_item_class_init (TrinhCellItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_cell_item_dispose;
  object_class->get_property = trinh_cell_item_get_property;

  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_PREVIOUS] = g_param_spec_string ("previous", NULL, NULL, NULL, flags);
  properties[PROP_CHANGE] = g_param_spec_string ("change", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_REMARKS] = g_param_spec_uint ("n-remarks", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_GAP] = g_param_spec_boolean ("gap", NULL, NULL, FALSE, flags);
  properties[PROP_COMPUTED] = g_param_spec_boolean ("computed", NULL, NULL, FALSE, flags);
  properties[PROP_ESTIMATE] = g_param_spec_boolean ("estimate", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_cell_item_init (TrinhCellItem *self)
{
}

TrinhCellItem *
trinh_cell_item_new (TrinhWork *work,
                     TrinhForm *form,
                     const char *key,
                     TrinhFormColumn *column)
{
  TrinhCellItem *self;
  g_autofree char *value_changed = NULL;
  g_autofree char *cell_changed = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (column), NULL);

  self = g_object_new (TRINH_TYPE_CELL_ITEM, NULL);
  self->work = g_object_ref (work);
  self->form = g_object_ref (form);
  self->key = g_strdup (key);
  self->row = trinh_form_find_row (form, key);
  self->column = column;
  self->address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));

  value_changed = g_strdup_printf ("value-changed::%s", self->address);
  cell_changed = g_strdup_printf ("cell-changed::%s", self->address);
  g_signal_connect_object (trinh_work_get_report (work), value_changed, G_CALLBACK (notify_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (trinh_work_get_report (work), "notify::state", G_CALLBACK (notify_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_evaluation (self), cell_changed, G_CALLBACK (notify_cell), self, G_CONNECT_SWAPPED);

  return self;
}

TrinhWork *
trinh_cell_item_get_work (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  return self->work;
}

TrinhFormRow *
trinh_cell_item_get_row (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  return self->row;
}

const char *
trinh_cell_item_get_address (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  return self->address;
}

TrinhKind
trinh_cell_item_get_kind (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), TRINH_KIND_NONE);

  return trinh_kind_of_cell (self->row, self->column);
}

gboolean
trinh_cell_item_get_alone (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), FALSE);

  return !trinh_form_heads_is_wide (self->form);
}

gboolean
trinh_cell_item_get_total (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), FALSE);

  return self->row == trinh_form_get_total (self->form);
}

/* As on paper, what the row of totals is called stands in the first column of words. */
static gboolean
is_name_of_total (TrinhCellItem *self)
{
  GListModel *columns = trinh_form_get_columns (self->form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (trinh_form_column_get_kind (column) == TRINH_KIND_TEXT)
        return column == self->column;
    }

  return FALSE;
}

char *
trinh_cell_item_dup_value (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  if (trinh_cell_item_get_total (self) && is_name_of_total (self))
    return g_strdup (trinh_form_row_get_plain_label (self->row));

  return trinh_evaluation_dup_display (get_evaluation (self), self->address);
}

const char *
trinh_cell_item_get_note (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  return trinh_value_get_note (get_value (self));
}

char *
trinh_cell_item_dup_entry (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  if (trinh_value_get_text (get_value (self)) == NULL)
    return g_strdup ("");

  return trinh_cell_item_dup_value (self);
}

char *
trinh_cell_item_dup_spoken (TrinhCellItem *self,
                            gboolean note)
{
  TrinhReport *report;
  g_autofree char *row = NULL;

  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  report = trinh_work_get_report (self->work);
  if (!note && trinh_cell_item_get_kind (self) != TRINH_KIND_NONE)
    return trinh_form_heads_dup_cell (report, self->form, self->key, self->column);

  row = trinh_form_heads_dup_row (report, self->form, self->key);

  /* Translators: the cell of the remark on a row; %s is the row's code and indicator */
  return note ? g_strdup_printf (_ ("Note of %s"), row) : g_steal_pointer (&row);
}

gboolean
trinh_cell_item_get_read_only (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), FALSE);

  return trinh_work_get_read_only (self->work);
}

const char *
trinh_cell_item_explain_read_only (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);

  if (!trinh_cell_item_get_read_only (self))
    return NULL;

  return trinh_work_get_problems (self->work) != NULL ? _ ("The report was changed outside the program and is only read.") : _ ("The report is signed and only read; a correction is a new report.");
}

guint
trinh_cell_item_get_n_remarks (TrinhCellItem *self)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), 0);

  return self->n_remarks;
}

void
trinh_cell_item_set_n_remarks (TrinhCellItem *self,
                               guint n_remarks)
{
  g_return_if_fail (TRINH_IS_CELL_ITEM (self));

  if (self->n_remarks == n_remarks)
    return;
  self->n_remarks = n_remarks;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_REMARKS]);
}

GtkWidget *
trinh_cell_item_get_widget (TrinhCellItem *self,
                            TrinhCellRole role)
{
  g_return_val_if_fail (TRINH_IS_CELL_ITEM (self), NULL);
  g_return_val_if_fail (role < TRINH_N_CELLS, NULL);

  return self->widgets[role];
}

void
trinh_cell_item_set_widget (TrinhCellItem *self,
                            TrinhCellRole role,
                            GtkWidget *widget)
{
  g_return_if_fail (TRINH_IS_CELL_ITEM (self));
  g_return_if_fail (role < TRINH_N_CELLS);

  g_set_weak_pointer (&self->widgets[role], widget);
}
