/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-document-private.h"
#include "trinh-form-table.h"
#include "trinh-kind.h"
#include "trinh-layout-settings.h"

/* Letters; a longer word must be torn somewhere. */
#define LONGEST_WORD 24

/* The columns of a form as printed: the fixed ones that have a head, and the value columns */
typedef struct
{
  TrinhDocumentBuilder *builder;
  TrinhForm *form;
  TrinhTable *table;
  gboolean landscape; /* of the pages with it */
  gboolean all_notes; /* of every value column, not of the main one alone */
  GPtrArray *names;   /* "code", "label", "unit", ids of value columns, "note"; borrowed */
} Printer;

static char *
expand (const Printer *self,
        const char *text)
{
  TrinhReport *report = self->builder->report;

  return trinh_regime_expand (text, trinh_report_get_period (report), trinh_report_get_office (report));
}

static gboolean
is_value_column (const Printer *self,
                 const char *name)
{
  return trinh_form_find_column (self->form, name) != NULL;
}

static void
add_fixed_column (Printer *self,
                  const char *name,
                  TrinhColumnUse use)
{
  if (trinh_form_get_head (self->form, name) == NULL)
    return;
  g_ptr_array_add (self->names, (gpointer) name);
  trinh_table_add_column (self->table, use);
}

static void
add_columns (Printer *self)
{
  GListModel *columns = trinh_form_get_columns (self->form);
  gboolean list = trinh_form_get_list (self->form);

  add_fixed_column (self, "code", TRINH_COLUMN_CODE);
  add_fixed_column (self, "label", TRINH_COLUMN_LABEL);
  add_fixed_column (self, "unit", TRINH_COLUMN_UNIT);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      gboolean sentences = trinh_form_column_get_kind (column) == TRINH_KIND_TEXT;

      /* The columns of a list are what its one pattern row says. */
      sentences = sentences || (list && trinh_kind_of_cell (trinh_form_get_row (self->form, 0), column) == TRINH_KIND_TEXT);
      g_ptr_array_add (self->names, (gpointer) trinh_form_column_get_id (column));
      trinh_table_add_column (self->table, sentences ? TRINH_COLUMN_TEXT : TRINH_COLUMN_VALUE);
    }
  add_fixed_column (self, "note", TRINH_COLUMN_NOTE);
}

static gboolean
group_holds (const TrinhFormGroup *group,
             const char *name)
{
  return g_strv_contains ((const char *const *) group->columns, name);
}

static gboolean
group_holds_group (const TrinhFormGroup *outer,
                   const TrinhFormGroup *inner)
{
  if (outer == inner || g_strv_length (outer->columns) <= g_strv_length (inner->columns))
    return FALSE;
  for (guint i = 0; inner->columns[i] != NULL; i++)
    if (!group_holds (outer, inner->columns[i]))
      return FALSE;
  return TRUE;
}

static guint
count_groups_over (const Printer *self,
                   const char *name)
{
  guint n = 0;

  for (guint i = 0; i < trinh_form_get_n_groups (self->form); i++)
    n += group_holds (trinh_form_get_group (self->form, i), name);
  return n;
}

static void
add_head (Printer *self,
          guint row,
          guint column,
          guint row_span,
          guint column_span,
          const char *title)
{
  g_autofree char *expanded = expand (self, title);

  trinh_table_add_head (self->table, row, column, row_span, column_span, trinh_document_make_text (expanded, TRUE, FALSE), trinh_form_get_id (self->form));
}

static void
add_group_head (Printer *self,
                const TrinhFormGroup *group)
{
  guint row = 0;
  guint first = G_MAXUINT;
  guint span = 0;

  for (guint i = 0; i < trinh_form_get_n_groups (self->form); i++)
    row += group_holds_group (trinh_form_get_group (self->form, i), group);
  for (guint i = 0; i < self->names->len; i++)
    if (group_holds (group, g_ptr_array_index (self->names, i)))
      {
        first = MIN (first, i);
        span++;
      }
  if (span > 0)
    add_head (self, row, first, 1, span, group->title);
}

static void
add_heads (Printer *self)
{
  guint n_rows = 1;

  for (guint i = 0; i < self->names->len; i++)
    n_rows = MAX (n_rows, count_groups_over (self, g_ptr_array_index (self->names, i)) + 1);
  for (guint i = 0; i < trinh_form_get_n_groups (self->form); i++)
    add_group_head (self, trinh_form_get_group (self->form, i));
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      guint row = count_groups_over (self, name);
      const char *title = trinh_form_get_head (self->form, name);

      if (is_value_column (self, name))
        title = trinh_form_column_get_title (trinh_form_find_column (self->form, name));
      add_head (self, row, i, n_rows - row, 1, title);
    }
}

static char *
format_value (Printer *self,
              TrinhFormRow *row,
              TrinhKind kind,
              const char *address)
{
  TrinhDocumentBuilder *builder = self->builder;
  g_autofree char *display = NULL;
  TrinhDecimal decimal;

  if (kind == TRINH_KIND_COUNT && trinh_regime_get_pad_tables (builder->regime) &&
      trinh_evaluation_get_decimal (builder->evaluation, address, &decimal))
    display = trinh_decimal_format_padded (decimal);
  else
    display = trinh_evaluation_dup_display (builder->evaluation, address);
  if (*display != '\0' && trinh_value_get_estimate (trinh_report_get_value (builder->report, address)))
    return g_strconcat (display, TRINH_VALUE_ESTIMATE_MARK, NULL);
  return g_steal_pointer (&display);
}

static void
add_value_cell (Printer *self,
                TrinhFormRow *row,
                TrinhFormColumn *column,
                const char *address)
{
  const char *style = trinh_form_row_get_value_style (row);
  TrinhKind kind = trinh_kind_of_cell (row, column);
  g_autofree char *letters = format_value (self, row, kind, address);
  TrinhText *text = trinh_text_new_plain (letters, strstr (style, "bold") != NULL, strstr (style, "italic") != NULL);

  trinh_table_add_cell (self->table, text, kind == TRINH_KIND_TEXT ? TRINH_ALIGN_START : TRINH_ALIGN_CENTER, address);
}

/* @key: of the row, for a list the added row's */
static char *
make_address (Printer *self,
              const char *key,
              TrinhFormColumn *column)
{
  return g_strdup (trinh_address_build (trinh_form_get_id (self->form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column)));
}

/* Rows of a list are numbered; a text like "Trong đó" goes over the rows it speaks of. */
static void
add_code_cell (Printer *self,
               TrinhFormRow *row,
               guint position,
               const char *address)
{
  g_autofree char *ordinal = g_strdup_printf ("%u", position + 1);
  guint n_merged = 0;
  const char *merged = trinh_form_row_get_merged_code (row, &n_merged);
  const char *code = trinh_form_get_list (self->form) ? ordinal : trinh_form_row_get_code (row);

  trinh_table_add_cell (self->table, trinh_document_make_text (merged != NULL ? merged : code, FALSE, FALSE), TRINH_ALIGN_CENTER, address);
  if (merged != NULL)
    trinh_table_merge_cell (self->table, n_merged);
}

/* "Trực tuyến: …": of a column that has no room for its own */
static void
append_note (Printer *self,
             GString *notes,
             TrinhFormColumn *column,
             const char *note)
{
  g_autofree char *title = expand (self, trinh_form_column_get_title (column));
  g_autoptr (TrinhText) text = trinh_document_make_text (title, FALSE, FALSE);
  g_autofree char *plain = g_strdelimit (trinh_text_dup_plain (text), "\n", ' ');

  g_string_append_printf (notes, "%s%s: %s", notes->len > 0 ? "; " : "", plain, note);
}

static char *
dup_notes (Printer *self,
           const char *key)
{
  GListModel *columns = trinh_form_get_columns (self->form);
  TrinhFormColumn *main_column = trinh_form_get_main_column (self->form);
  g_autofree char *address = make_address (self, key, main_column);
  GString *notes = g_string_new (trinh_value_get_note (trinh_report_get_value (self->builder->report, address)));

  for (guint i = 0; self->all_notes && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *own = make_address (self, key, column);
      const char *note = trinh_value_get_note (trinh_report_get_value (self->builder->report, own));

      if (column != main_column && note[0] != '\0')
        append_note (self, notes, column, note);
    }
  return g_string_free_and_steal (notes);
}

static void
add_cell (Printer *self,
          TrinhFormRow *row,
          const char *key,
          guint position,
          const char *name)
{
  g_autofree char *address = make_address (self, key, trinh_form_get_main_column (self->form));
  TrinhFormColumn *column = trinh_form_find_column (self->form, name);

  if (column != NULL)
    {
      g_autofree char *own = make_address (self, key, column);

      add_value_cell (self, row, column, own);
    }
  else if (g_str_equal (name, "code"))
    add_code_cell (self, row, position, address);
  else if (g_str_equal (name, "label"))
    trinh_table_add_cell (self->table, trinh_document_make_text (trinh_form_row_get_label (row), FALSE, FALSE), TRINH_ALIGN_START, address);
  else if (g_str_equal (name, "unit"))
    trinh_table_add_cell (self->table, trinh_document_make_text (trinh_form_row_get_printed_unit (row), FALSE, FALSE), TRINH_ALIGN_CENTER, address);
  else
    {
      g_autofree char *notes = dup_notes (self, key);

      trinh_table_add_cell (self->table, trinh_text_new_plain (notes, FALSE, FALSE), TRINH_ALIGN_START, address);
    }
}

static void
add_row (Printer *self,
         TrinhFormRow *row,
         const char *key,
         guint position)
{
  for (guint i = 0; i < self->names->len; i++)
    add_cell (self, row, key, position, g_ptr_array_index (self->names, i));
}

/* What the row is called stands in the first column that has room for it. */
static gboolean
is_name_column (Printer *self,
                TrinhFormRow *total,
                guint position)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      TrinhFormColumn *column = trinh_form_find_column (self->form, name);

      if (g_str_equal (name, "label") || (column != NULL && trinh_kind_of_cell (total, column) == TRINH_KIND_TEXT))
        return i == position;
    }
  return position == 0;
}

static void
add_total (Printer *self,
           TrinhFormRow *total)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      const char *key = trinh_form_row_get_key (total);

      if (is_name_column (self, total, i))
        trinh_table_add_cell (self->table, trinh_document_make_text (trinh_form_row_get_label (total), FALSE, FALSE), TRINH_ALIGN_START, NULL);
      else if (is_value_column (self, name))
        add_value_cell (self, total, trinh_form_find_column (self->form, name), trinh_address_build (trinh_form_get_id (self->form), key, trinh_form_column_get_main (trinh_form_find_column (self->form, name)) ? NULL : name));
      else
        trinh_table_add_cell (self->table, trinh_text_new (), TRINH_ALIGN_CENTER, NULL);
    }
}

static void
add_rows (Printer *self)
{
  const char *const *keys = NULL;

  if (!trinh_form_get_list (self->form))
    {
      for (guint i = 0; i < trinh_form_get_n_rows (self->form); i++)
        {
          TrinhFormRow *row = trinh_form_get_row (self->form, i);

          add_row (self, row, trinh_form_row_get_key (row), i);
          if (trinh_form_row_get_heading (row))
            trinh_table_keep_row (self->table, i);
        }
      return;
    }
  keys = trinh_report_get_rows (self->builder->report, trinh_form_get_id (self->form));
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    add_row (self, trinh_form_get_row (self->form, 0), keys[i], i);
  /* A list without rows shows one empty, so that it is seen that nothing was entered. */
  for (guint i = 0; trinh_table_get_n_rows (self->table) == 0 && i < self->names->len; i++)
    trinh_table_add_cell (self->table, trinh_text_new (), TRINH_ALIGN_CENTER, NULL);
  if (trinh_form_get_total (self->form) != NULL)
    add_total (self, trinh_form_get_total (self->form));
}

/* Letters of the longest word in @text, about as wide as figures; those that no column has room for do not count. */
static double
measure_word (const TrinhText *text)
{
  double word = 0, longest = 0;

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    for (const char *at = trinh_text_get_run (text, i)->text; *at != '\0'; at = g_utf8_next_char (at))
      {
        const gunichar letter = g_utf8_get_char (at);

        if (g_unichar_isspace (letter))
          word = 0;
        else
          word += letter == '.' || letter == ',' ? 0.5 : g_unichar_isupper (letter) ? 1.4
                                                                                    : 1;
        longest = word <= LONGEST_WORD ? MAX (longest, word) : longest;
      }
  return longest;
}

/* Whether the columns have no room on an upright page, even with small letters: words and numbers would be torn. */
static gboolean
is_wide (const TrinhTable *table)
{
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();
  double width = 0;

  for (guint column = 0; column < trinh_table_get_n_columns (table); column++)
    {
      double longest = 0;

      for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
        if (trinh_table_get_head (table, i)->column == column && trinh_table_get_head (table, i)->column_span == 1)
          longest = MAX (longest, measure_word (trinh_table_get_head (table, i)->text));
      for (guint row = 0; row < trinh_table_get_n_rows (table); row++)
        longest = MAX (longest, measure_word (trinh_table_get_cell (table, row, column)->text));
      width += longest * settings->table_least / 2 + 2 * settings->cell_padding_x;
    }
  return width > settings->page_width - settings->left - settings->right;
}

static void
add_caption (const Printer *self)
{
  g_autofree char *title = expand (self, trinh_form_get_title (self->form));
  g_autofree char *plain = trinh_markup_strip (title);
  const char *label = trinh_form_get_label (self->form);
  const char *const both[] = { label, plain, NULL };
  TrinhBlock *block;

  /* A form without a label has its title alone. */
  block = trinh_block_new_lines (TRINH_BLOCK_TYPE_CAPTION, trinh_form_get_id (self->form), *label != '\0' ? both : both + 1);
  block->landscape = self->landscape;
  g_ptr_array_add (self->builder->blocks, block);
}

static TrinhTable *
make_table (Printer *self)
{
  self->table = trinh_table_new ();
  self->names = g_ptr_array_new ();
  add_columns (self);
  if (self->names->len > 0)
    {
      add_heads (self);
      add_rows (self);
    }
  g_clear_pointer (&self->names, g_ptr_array_unref);
  return self->table;
}

void
trinh_document_builder_add_form (TrinhDocumentBuilder *self,
                                 TrinhForm *form,
                                 gboolean caption)
{
  Printer printer = { .builder = self, .form = form, .all_notes = TRUE };

  make_table (&printer);
  printer.landscape = trinh_form_get_landscape (form) || is_wide (printer.table);
  if (caption)
    add_caption (&printer);
  g_ptr_array_add (self->blocks, trinh_block_new_table (trinh_form_get_id (form), printer.landscape, printer.table));
}

TrinhTable *
trinh_form_table_new (TrinhEvaluation *evaluation,
                      TrinhForm *form)
{
  TrinhDocumentBuilder builder = { .evaluation = evaluation };
  Printer printer = { .builder = &builder, .form = form };

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);

  builder.report = trinh_evaluation_get_report (evaluation);
  builder.regime = trinh_report_get_regime (builder.report);
  return make_table (&printer);
}
