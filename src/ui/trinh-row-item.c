/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-form-heads.h"
#include "trinh-row-item.h"

struct _TrinhRowItem
{
  GObject parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhForm *form;
  GPtrArray *cells; /* of TrinhCellItem, in the order of the columns */
  char *key;
  char *label;

  /* Borrowed */
  TrinhFormRow *row;
  TrinhCellItem *main;

  guint position;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_CODE,
  PROP_LABEL,
  PROP_UNIT,
  PROP_SUMMARY,
  PROP_SPOKEN,
  PROP_MAIN,
  PROP_DEPTH,
  PROP_HEADING,
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

gboolean
trinh_row_item_get_total (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), FALSE);

  return self->row == trinh_form_get_total (self->form);
}

/* The first cell of a row without a code is one with that of the row above it: paler, it says whose part the row is. */
static char *
dup_code (TrinhRowItem *self)
{
  TrinhFormRow *row = self->row;
  gboolean first = FALSE;
  g_autofree char *merged = NULL;

  if (trinh_row_item_get_total (self))
    return g_strdup ("");
  if (trinh_form_get_list (self->form))
    return g_strdup_printf ("%u", self->position + 1);

  merged = trinh_form_heads_dup_merged (self->form, self->key, &first);
  if (merged != NULL)
    return g_markup_printf_escaped (first ? "<small>%s</small>" : "<small><span alpha=\"45%%\">%s</span></small>", merged);

  while (trinh_form_row_get_plain_code (row)[0] == '\0' && trinh_form_row_get_parent (row) != NULL)
    row = trinh_form_find_row (self->form, trinh_form_row_get_parent (row));

  return g_markup_printf_escaped (row != self->row ? "<span alpha=\"45%%\">%s</span>" : "%s", trinh_form_row_get_plain_code (row));
}

static char *
dup_summary (TrinhRowItem *self)
{
  g_autofree char *previous = NULL;
  const char *unit = trinh_form_row_get_unit (self->row);

  if (!self->narrow)
    return NULL;
  if (trinh_form_heads_is_wide (self->form))
    return g_strdup (unit);

  previous = trinh_work_dup_previous (self->work, trinh_cell_item_get_address (self->main));
  if (previous[0] == '\0')
    return g_strdup (unit);

  /* Translators: the value of the period before, under an indicator in a narrow window */
  return unit[0] != '\0' ? g_strdup_printf (_ ("%s · before: %s"), unit, previous) : g_strdup_printf (_ ("before: %s"), previous);
}

static void
trinh_row_item_dispose (GObject *object)
{
  TrinhRowItem *self = TRINH_ROW_ITEM (object);

  g_ptr_array_set_size (self->cells, 0);
  self->main = NULL;
  g_clear_object (&self->work);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (trinh_row_item_parent_class)->dispose (object);
}

static void
trinh_row_item_finalize (GObject *object)
{
  TrinhRowItem *self = TRINH_ROW_ITEM (object);

  g_ptr_array_unref (self->cells);
  g_free (self->key);
  g_free (self->label);

  G_OBJECT_CLASS (trinh_row_item_parent_class)->finalize (object);
}

static char *
dup_text (TrinhRowItem *self,
          guint prop_id)
{
  switch (prop_id)
    {
    case PROP_CODE:
      return dup_code (self);
    case PROP_LABEL:
      return g_strdup (self->label);
    case PROP_UNIT:
      return g_strdup (trinh_form_row_get_unit (self->row));
    case PROP_SUMMARY:
      return dup_summary (self);
    case PROP_SPOKEN:
    default:
      return trinh_form_heads_dup_row (trinh_work_get_report (self->work), self->form, self->key);
    }
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
    case PROP_LABEL:
    case PROP_UNIT:
    case PROP_SUMMARY:
    case PROP_SPOKEN:
      g_value_take_string (value, dup_text (self, prop_id));
      break;
    case PROP_MAIN:
      g_value_set_object (value, self->main);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, trinh_form_row_get_depth (self->row));
      break;
    case PROP_HEADING:
      g_value_set_boolean (value, trinh_form_row_get_heading (self->row));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_row_item_class_init (TrinhRowItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_row_item_dispose;
  object_class->finalize = trinh_row_item_finalize;
  object_class->get_property = trinh_row_item_get_property;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, TRINH_TYPE_CELL_ITEM, flags);
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_row_item_init (TrinhRowItem *self)
{
  self->cells = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_cells (TrinhRowItem *self)
{
  GListModel *columns = trinh_form_get_columns (self->form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      g_ptr_array_add (self->cells, trinh_cell_item_new (self->work, self->form, self->key, column));
      if (trinh_form_column_get_main (column))
        self->main = self->cells->pdata[i];
    }
}

TrinhRowItem *
trinh_row_item_new (TrinhWork *work,
                    TrinhForm *form,
                    const char *key,
                    guint position)
{
  TrinhRowItem *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (TRINH_TYPE_ROW_ITEM, NULL);
  self->work = g_object_ref (work);
  self->form = g_object_ref (form);
  self->key = g_strdup (key);
  self->position = position;
  self->row = trinh_form_find_row (form, key);
  self->label = make_label (self->row);
  add_cells (self);

  return self;
}

TrinhFormRow *
trinh_row_item_get_row (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return self->row;
}

const char *
trinh_row_item_get_key (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return self->key;
}

guint
trinh_row_item_get_position (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), 0);

  return self->position;
}

void
trinh_row_item_set_position (TrinhRowItem *self,
                             guint position)
{
  g_return_if_fail (TRINH_IS_ROW_ITEM (self));

  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

gboolean
trinh_row_item_get_open (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), FALSE);

  return trinh_form_row_get_kind (self->row) != TRINH_KIND_NONE && !trinh_row_item_get_total (self);
}

guint
trinh_row_item_get_n_cells (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), 0);

  return self->cells->len;
}

TrinhCellItem *
trinh_row_item_get_cell (TrinhRowItem *self,
                         guint column)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);
  g_return_val_if_fail (column < self->cells->len, NULL);

  return self->cells->pdata[column];
}

TrinhCellItem *
trinh_row_item_get_main (TrinhRowItem *self)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), NULL);

  return self->main;
}

gboolean
trinh_row_item_find_cell (TrinhRowItem *self,
                          const char *address,
                          guint *column)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (trinh_cell_item_get_address (self->cells->pdata[i]), address))
      {
        if (column != NULL)
          *column = i;
        return TRUE;
      }

  return FALSE;
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

/* What a list has instead of labels are its texts. */
static gboolean
matches_values (TrinhRowItem *self,
                const char *words)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autofree char *value = trinh_cell_item_dup_value (self->cells->pdata[i]);

      if (trinh_language_contains (value, words))
        return TRUE;
    }

  return FALSE;
}

gboolean
trinh_row_item_matches (TrinhRowItem *self,
                        const char *words)
{
  g_return_val_if_fail (TRINH_IS_ROW_ITEM (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  if (trinh_form_get_list (self->form))
    return matches_values (self, words);

  return g_str_has_prefix (trinh_form_row_get_plain_code (self->row), words) ||
         trinh_language_contains (trinh_form_row_get_plain_label (self->row), words);
}
