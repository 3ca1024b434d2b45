/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-form-private.h"

G_DEFINE_FINAL_TYPE (TrinhFormRow, trinh_form_row, G_TYPE_OBJECT)

static void
clear_choice (gpointer data)
{
  TrinhChoice *choice = data;

  g_free (choice->code);
  g_free (choice->text);
}

static const TrinhChoice *
get_choice (TrinhFormRow *self,
            guint position)
{
  return &g_array_index (self->choices, TrinhChoice, position);
}

static void
trinh_form_row_finalize (GObject *object)
{
  TrinhFormRow *self = TRINH_FORM_ROW (object);

  g_free (self->key);
  g_free (self->code);
  g_free (self->plain_code);
  g_free (self->label);
  g_free (self->plain_label);
  g_free (self->unit);
  g_free (self->printed_unit);
  g_free (self->parent);
  g_free (self->concept);
  g_free (self->value_style);
  g_free (self->merged_code);
  g_strfreev (self->office_kinds);
  g_array_unref (self->choices);

  G_OBJECT_CLASS (trinh_form_row_parent_class)->finalize (object);
}

static void
trinh_form_row_class_init (TrinhFormRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_form_row_finalize;
}

static void
trinh_form_row_init (TrinhFormRow *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (TrinhChoice));
  g_array_set_clear_func (self->choices, clear_choice);
}

const char *
trinh_form_row_get_key (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->key;
}

const char *
trinh_form_row_get_code (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->code;
}

const char *
trinh_form_row_get_plain_code (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->plain_code;
}

const char *
trinh_form_row_get_merged_code (TrinhFormRow *self,
                                guint *n_rows)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = self->merged_rows;
  return self->merged_code;
}

const char *
trinh_form_row_get_label (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->label;
}

const char *
trinh_form_row_get_plain_label (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->plain_label;
}

const char *
trinh_form_row_get_unit (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->unit;
}

const char *
trinh_form_row_get_printed_unit (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->printed_unit;
}

TrinhKind
trinh_form_row_get_kind (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), TRINH_KIND_NONE);

  return self->kind;
}

gboolean
trinh_form_row_get_heading (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), FALSE);

  return self->heading;
}

guint
trinh_form_row_get_decimals (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), 0);

  return self->decimals;
}

gboolean
trinh_form_row_get_required (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), FALSE);

  return self->required;
}

const char *
trinh_form_row_get_parent (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->parent;
}

guint
trinh_form_row_get_depth (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), 0);

  return self->depth;
}

const char *
trinh_form_row_get_concept (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->concept;
}

TrinhBehaviour
trinh_form_row_get_behaviour (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), TRINH_BEHAVIOUR_FLOW);

  return self->behaviour;
}

TrinhAggregation
trinh_form_row_get_aggregation (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), TRINH_AGGREGATION_NONE);

  return self->aggregation;
}

const char *
trinh_form_row_get_value_style (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);

  return self->value_style;
}

gboolean
trinh_form_row_applies_to (TrinhFormRow *self,
                           const char *office_kind)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), FALSE);

  if (self->office_kinds == NULL || self->office_kinds[0] == NULL)
    return TRUE;
  return office_kind != NULL && g_strv_contains ((const char *const *) self->office_kinds, office_kind);
}

guint
trinh_form_row_get_n_choices (TrinhFormRow *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), 0);

  return self->choices->len;
}

const char *
trinh_form_row_get_choice_code (TrinhFormRow *self,
                                guint position)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);
  g_return_val_if_fail (position < self->choices->len, NULL);

  return get_choice (self, position)->code;
}

const char *
trinh_form_row_get_choice_text (TrinhFormRow *self,
                                guint position)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);
  g_return_val_if_fail (position < self->choices->len, NULL);

  return get_choice (self, position)->text;
}

const char *
trinh_form_row_find_choice (TrinhFormRow *self,
                            const char *code)
{
  g_return_val_if_fail (TRINH_IS_FORM_ROW (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (get_choice (self, i)->code, code))
      return get_choice (self, i)->text;
  return NULL;
}
