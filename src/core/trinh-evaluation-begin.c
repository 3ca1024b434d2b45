/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"
#include "trinh-report-chart.h"
#include "trinh-tasks.h"

static void
take_members (TrinhEdit *edit,
              TrinhReport *last)
{
  static const char *const members[] = { "symbol", "addressees", "recipients", "signatories" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *member = trinh_report_get_member (last, members[i]);

      if (member != NULL)
        trinh_edit_set_member (edit, members[i], member);
    }
}

/* The register stays with the last report: what its text cites is written out. */
static char *
dup_text (TrinhEvaluation *last,
          const char *text)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (text);
  GString *filled = g_string_new (NULL);
  const char *rest = text;
  guint at = 0;

  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, j);
          const char *start = g_utf8_offset_to_pointer (rest, (glong) span->start - (glong) at);
          g_autofree char *citation = NULL;
          g_autofree char *escaped = NULL;

          if (span->kind != TRINH_SPAN_DOCUMENT)
            continue;
          citation = trinh_markup_fill_span (last, span, TRUE, NULL);
          escaped = trinh_markup_escape (citation);
          g_string_append_len (filled, rest, start - rest);
          g_string_append (filled, escaped);
          rest = g_utf8_offset_to_pointer (start, (glong) span->end - (glong) span->start);
          at = span->end;
        }
    }
  g_string_append (filled, rest);
  return g_string_free_and_steal (filled);
}

static TrinhSection *
find_text (TrinhReport *report,
           const char *outline)
{
  GListModel *sections = trinh_report_get_sections (report);

  for (guint i = 0; *outline != '\0' && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      /* The report keeps it. */
      if (g_str_equal (trinh_section_get_outline (section), outline))
        return section;
    }
  return NULL;
}

/* The opening and the closing come from the outline with the period in them; other texts that nobody had changed say
 * nothing either. */
static gboolean
is_worth_it (TrinhReport *last,
             TrinhSection *old)
{
  TrinhOutline *outline = trinh_regime_get_outline (trinh_report_get_regime (last));
  TrinhOutlineItem *item = trinh_outline_find_item (outline, trinh_section_get_outline (old));
  g_autofree char *untouched = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (trinh_section_get_text (old)));

  if (*stripped == '\0')
    return FALSE;
  if (item == NULL || *trinh_outline_item_get_template (item) == '\0')
    return TRUE;
  untouched = trinh_regime_expand (trinh_outline_item_get_template (item), trinh_report_get_period (last), trinh_report_get_office (last));
  return trinh_outline_item_get_role (item) == TRINH_OUTLINE_HEADING && !g_str_equal (untouched, trinh_section_get_text (old));
}

static void
take_texts (TrinhEvaluation *self,
            TrinhEdit *edit,
            TrinhEvaluation *last)
{
  GListModel *sections = trinh_report_get_sections (self->report);
  g_autofree char *period = trinh_period_to_string (trinh_report_get_period (last->report));

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      TrinhSection *old = find_text (last->report, trinh_section_get_outline (section));
      g_autofree char *text = NULL;
      g_autoptr (TrinhSection) with_text = NULL;
      g_autoptr (TrinhSection) carried = NULL;

      if (old == NULL || !is_worth_it (last->report, old))
        continue;
      text = dup_text (last, trinh_section_get_text (old));
      with_text = trinh_section_with_text (section, text, FALSE);
      carried = trinh_section_with_carried_from (with_text, period);
      trinh_edit_set_section (edit, carried);
    }
}

/* Without notes and marks: those were of the last period. */
static void
take_stocks (TrinhEvaluation *self,
             TrinhEdit *edit,
             TrinhReport *last)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      const TrinhCell *cell = &self->cells[i];
      TrinhValue *old = trinh_report_get_value (last, cell->address);
      g_autoptr (TrinhValue) value = NULL;

      if (trinh_form_row_get_behaviour (cell->row) != TRINH_BEHAVIOUR_STOCK || cell->formula != TRINH_NO_SLOT || !cell->applies ||
          trinh_value_get_text (old) == NULL || trinh_report_get_value (self->report, cell->address) != NULL)
        continue;
      value = trinh_value_new (trinh_value_get_text (old));
      trinh_edit_set_value (edit, cell->address, value);
    }
}

static void
take_row (TrinhEdit *edit,
          TrinhReport *last,
          TrinhForm *form,
          const char *key)
{
  GListModel *columns = trinh_form_get_columns (form);
  TrinhFormRow *row = trinh_form_get_row (form, 0);
  gboolean stock = trinh_form_row_get_behaviour (row) == TRINH_BEHAVIOUR_STOCK;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
      const char *text = trinh_value_get_text (trinh_report_get_value (last, address));
      g_autoptr (TrinhValue) value = NULL;

      if (text == NULL || (!stock && trinh_kind_of_cell (row, column) != TRINH_KIND_TEXT))
        continue;
      value = trinh_value_new (text);
      trinh_edit_set_value (edit, address, value);
    }
}

/* The rows with their names, into a list that nobody has begun: what they count is of the new period. */
static void
take_lists (TrinhEvaluation *self,
            TrinhEdit *edit,
            TrinhReport *last)
{
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (self->report));

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);
      const char *const *keys;

      if (!trinh_form_get_list (form) || trinh_report_get_rows (self->report, trinh_form_get_id (form))[0] != NULL)
        continue;
      keys = trinh_report_get_rows (last, trinh_form_get_id (form));
      if (keys[0] != NULL)
        trinh_edit_set_rows (edit, trinh_form_get_id (form), keys);
      for (guint j = 0; keys[j] != NULL; j++)
        take_row (edit, last, form, keys[j]);
    }
}

/* The plan is one for the year: what is done stays done, and what is not is still to be done. */
static void
take_tasks (TrinhEvaluation *self,
            TrinhEdit *edit,
            TrinhReport *last)
{
  g_autoptr (TrinhEdit) taken = NULL;

  if (trinh_report_get_period (last).year != trinh_report_get_period (self->report).year)
    return;
  taken = trinh_tasks_make_take_over (self->report, last);
  if (taken != NULL)
    trinh_edit_set_member (edit, "tasks", trinh_edit_get_change (taken, 0)->new_content);
}

/* The same comparisons, a period later */
static void
take_charts (TrinhEvaluation *self,
             TrinhEdit *edit,
             TrinhReport *last)
{
  g_autoptr (TrinhEdit) taken = trinh_report_charts_make_take_over (self->report, last);

  if (taken != NULL)
    trinh_edit_set_member (edit, "charts", trinh_edit_get_change (taken, 0)->new_content);
}

TrinhEdit *
trinh_evaluation_make_begin (TrinhEvaluation *self,
                             TrinhReport *last)
{
  g_autoptr (GPtrArray) only = NULL;
  g_autoptr (TrinhReport) home = NULL;
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  TrinhEdit *edit;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (last), NULL);

  if (trinh_report_get_regime (last) == trinh_report_get_regime (self->report))
    home = g_object_ref (last);
  else
    {
      only = g_ptr_array_new ();
      g_ptr_array_add (only, last);
      home = _trinh_evaluation_bring_home (self, only);
    }
  evaluation = trinh_evaluation_new (last);
  edit = trinh_edit_new (_ ("figures and texts of the last report"));
  /* Another regime has other addressees. */
  if (g_str_equal (trinh_regime_get_id (trinh_report_get_regime (last)), trinh_regime_get_id (trinh_report_get_regime (self->report))))
    {
      take_members (edit, last);
      take_lists (self, edit, last);
      take_charts (self, edit, last);
    }
  take_texts (self, edit, evaluation);
  take_stocks (self, edit, home);
  take_tasks (self, edit, last);
  return edit;
}
