/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-row-item.h"

struct _TrinhRowItem
{
  GObject parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhForm *form;
  char *label;

  /* Borrowed from the form */
  TrinhFormRow *row;
  const char *address;

  /* Weak References */
  GtkWidget *cells[TRINH_N_CELLS];

  guint position;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_CODE,
  PROP_LABEL,
  PROP_UNIT,
  PROP_VALUE,
  PROP_PREVIOUS,
  PROP_CHANGE,
  PROP_NOTE,
  PROP_SUMMARY,
  PROP_SPOKEN,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_DEPTH,
  PROP_GAP,
  PROP_HEADING,
  PROP_COMPUTED,
  PROP_ESTIMATE,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhRowItem, trinh_row_item, G_TYPE_OBJECT)

/* The label's spans in Pango's markup; the rest escaped. */
static char *
make_label (TrinhFormRow *row)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse_inline (trinh_form_row_get_label (row));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, j);
          g_autofree char *escaped = g_markup_escape_text (span->text, -1);

          g_string_append_printf (text, "%s%s%s%s%s", span->bold ? "<b>" : "", span->italic ? "<i>" : "", escaped, span->italic ? "</i>" : "", span->bold ? "</b>" : "");
        }
    }

  return g_string_free_and_steal (text);
}

static TrinhEvaluation *
get_evaluation (TrinhRowItem *self)
{
  return trinh_work_get_evaluation (self->work);
}

static TrinhValue *
get_value (TrinhRowItem *self)
{
  return trinh_report_get_value (trinh_work_get_report (self->work), self->address);
}

static guint
count_findings (TrinhRowItem *self,
                TrinhSeverity severity)
{
  g_autoptr (GPtrArray) findings = trinh_evaluation_list_findings (get_evaluation (self), self->address);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += trinh_finding_get_severity (findings->pdata[i]) == severity && !trinh_finding_get_acknowledged (findings->pdata[i]);

  return count;
}

static gboolean
is_computed (TrinhRowItem *self)
{
  TrinhDecimal computed;

  return trinh_value_get_text (get_value (self)) == NULL &&
         trinh_evaluation_get_computed (get_evaluation (self), self->address, &computed);
}

static gboolean
is_gap (TrinhRowItem *self)
{
  return trinh_form_row_get_required (self->row) && trinh_value_get_text (get_value (self)) == NULL &&
         trinh_value_get_blank (get_value (self)) == TRINH_BLANK_NO_REASON && !is_computed (self);
}

static char *
dup_summary (TrinhRowItem *self)
{
  g_autofree char *previous = NULL;
  const char *unit = trinh_form_row_get_unit (self->row);

  if (!self->narrow)
    return NULL;

  previous = trinh_work_dup_previous (self->work, self->address);
  if (previous[0] == '\0')
    return g_strdup (unit);

  /* Translators: the value of the period before, under an indicator in a narrow window */
  return unit[0] != '\0' ? g_strdup_printf (_ ("%s · before: %s"), unit, previous) : g_strdup_printf (_ ("before: %s"), previous);
}

static char *
dup_spoken (TrinhRowItem *self)
{
  return g_strdup_printf ("%s %s", trinh_form_row_get_plain_code (self->row), trinh_form_row_get_plain_label (self->row));
}

static void
notify_cell (TrinhRowItem *self)
{
  static const int changing[] = { PROP_VALUE, PROP_CHANGE, PROP_NOTE, PROP_N_ERRORS, PROP_N_WARNINGS, PROP_GAP, PROP_COMPUTED, PROP_ESTIMATE };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[changing[i]]);
}

static void
trinh_row_item_dispose (GObject *object)
{
  TrinhRowItem *self = TRINH_ROW_ITEM (object);

  for (guint i = 0; i < TRINH_N_CELLS; i++)
    g_clear_weak_pointer (&self->cells[i]);
  g_clear_object (&self->work);
  g_clear_object (&self->form);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (trinh_row_item_parent_class)->dispose (object);
}

static void
trinh_row_item_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  TrinhRowItem *self = TRINH_ROW_ITEM (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, trinh_form_row_get_plain_code (self->row));
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_UNIT:
      g_value_set_string (value, trinh_form_row_get_unit (self->row));
      break;
    case PROP_VALUE:
      g_value_take_string (value, trinh_row_item_dup_value (self));
      break;
    case PROP_PREVIOUS:
      g_value_take_string (value, trinh_work_dup_previous (self->work, self->address));
      break;
    case PROP_CHANGE:
      g_value_take_string (value, trinh_work_dup_change (self->work, self->address));
      break;
    case PROP_NOTE:
      g_value_set_string (value, trinh_row_item_get_note (self));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    case PROP_SPOKEN:
      g_value_take_string (value, dup_spoken (self));
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, count_findings (self, TRINH_SEVERITY_ERROR));
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, count_findings (self, TRINH_SEVERITY_WARNING));
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, trinh_form_row_get_depth (self->row));
      break;
    case PROP_GAP:
      g_value_set_boolean (value, is_gap (self));
      break;
    case PROP_HEADING:
      g_value_set_boolean (value, trinh_form_row_get_heading (self->row));
      break;
    case PROP_COMPUTED:
      g_value_set_boolean (value, is_computed (self));
      break;
    case PROP_ESTIMATE:
      g_value_set_boolean (value, trinh_value_get_estimate (get_value (self)));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_PREVIOUS] = g_param_spec_string ("previous", NULL, NULL, NULL, flags);
  properties[PROP_CHANGE] = g_param_spec_string ("change", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_GAP] = g_param_spec_boolean ("gap", NULL, NULL, FALSE, flags);
  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, FALSE, flags);
  properties[PROP_COMPUTED] = g_param_spec_boolean ("computed", NULL, NULL, FALSE, flags);
  properties[PROP_ESTIMATE] = g_param_spec_boolean ("estimate", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_row_item_class_init (TrinhRowItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trinh_row_item_dispose;
  object_class->get_property = trinh_row_item_get_property;
  install_properties (object_class);
}

static void
trinh_row_item_init (TrinhRowItem *self)
{
}

TrinhRowItem *
trinh_row_item_new (TrinhWork *work,
                    TrinhForm *form,
                    guint position)
{
  TrinhRowItem *self;
  g_autofree char *value_changed = NULL;
  g_autofree char *cell_changed = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);

  self = g_object_new (TRINH_TYPE_ROW_ITEM, NULL);
  self->work = g_object_ref (work);
  self->form = g_object_ref (form);
  self->position = position;
  self->row = trinh_form_get_row (form, position);
  self->address = trinh_form_get_address (form, self->row, trinh_form_get_main_column (form));
  self->label = make_label (self->row);

  value_changed = g_strdup_printf ("value-changed::%s", self->address);
  cell_changed = g_strdup_printf ("cell-changed::%s", self->address);
  g_signal_connect_object (trinh_work_get_report (work), value_changed, G_CALLBACK (notify_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_evaluation (self), cell_changed, G_CALLBACK (notify_cell), self, G_CONNECT_SWAPPED);

  return self;
}

TrinhWork *
trinh_row_item_get_work (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return self->work;
}

TrinhFormRow *
trinh_row_item_get_row (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return self->row;
}

guint
trinh_row_item_get_position (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), 0);

  return self->position;
}

const char *
trinh_row_item_get_address (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return self->address;
}

TrinhKind
trinh_row_item_get_kind (TrinhRowItem *self)
{
  TrinhKind kind;

  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), TRINH_KIND_NONE);

  kind = trinh_form_column_get_kind (trinh_form_get_main_column (self->form));

  return kind != TRINH_KIND_NONE ? kind : trinh_form_row_get_kind (self->row);
}

char *
trinh_row_item_dup_value (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return trinh_evaluation_dup_display (get_evaluation (self), self->address);
}

const char *
trinh_row_item_get_note (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return trinh_value_get_note (get_value (self));
}

char *
trinh_row_item_dup_entry (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  if (trinh_value_get_text (get_value (self)) == NULL)
    return g_strdup ("");

  return trinh_row_item_dup_value (self);
}

void
trinh_row_item_set_narrow (TrinhRowItem *self,
                           gboolean narrow)
{
  g_return_if_fail (TRINH_IS_ROW_ITEM (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

gboolean
trinh_row_item_matches (TrinhRowItem *self,
                        const char *words)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  return g_str_has_prefix (trinh_form_row_get_plain_code (self->row), words) ||
         trinh_language_contains (trinh_form_row_get_plain_label (self->row), words);
}

GtkWidget *
trinh_row_item_get_cell (TrinhRowItem *self,
                         TrinhCellRole role)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);
  g_return_val_if_fail (role < TRINH_N_CELLS, NULL);

  return self->cells[role];
}

void
trinh_row_item_set_cell (TrinhRowItem *self,
                         TrinhCellRole role,
                         GtkWidget *widget)
{
  g_return_if_fail (TRINH_IS_ROW_ITEM (self));
  g_return_if_fail (role < TRINH_N_CELLS);

  g_set_weak_pointer (&self->cells[role], widget);
}
