/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

#define NAME_LENGTH 60

/* One cell as the checks of kinds see it, fixed or of a list. */
typedef struct
{
  const char *address;
  TrinhFormRow *row;
  TrinhKind kind;
  const char *text;
  gboolean filled;
  GPtrArray **findings;
} View;

char *
_trinh_row_dup_name (TrinhFormRow *row)
{
  const char *label = trinh_form_row_get_plain_label (row);
  const char *end;

  if (*label == '\0')
    return g_strdup (trinh_form_row_get_plain_code (row));
  if (g_utf8_strlen (label, -1) <= NAME_LENGTH)
    return g_strdup (label);
  /* At a space, so that no word is torn. */
  end = g_utf8_offset_to_pointer (label, NAME_LENGTH);
  while (end > label && *end != ' ')
    end = g_utf8_prev_char (end);
  if (end == label)
    end = g_utf8_offset_to_pointer (label, NAME_LENGTH);
  return g_strdup_printf ("%.*s…", (int) (end - label), label);
}

/* Of the row in its list, from 1 */
static guint
find_place (TrinhReport *report,
            TrinhForm *form,
            const char *address)
{
  const char *const *keys = trinh_report_get_rows (report, trinh_form_get_id (form));
  g_autofree char *key = NULL;
  guint place = 0;

  trinh_address_split (address, NULL, &key, NULL);
  while (keys[place] != NULL && !g_str_equal (keys[place], key))
    place++;
  return place + 1;
}

/* Where a row has several values the column tells which one is meant, and in a list the place of the row. */
char *
_trinh_cell_dup_name (TrinhEvaluation *self,
                      const char *address)
{
  TrinhReport *report = self->report;
  TrinhForm *form = NULL;
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  g_autofree char *name = NULL;
  g_autofree char *expanded = NULL;
  g_autofree char *title = NULL;

  trinh_regime_find_cell (trinh_report_get_regime (report), address, &form, &row, &column);
  name = _trinh_row_dup_name (row);
  if (trinh_form_get_list (form) && row != trinh_form_get_total (form))
    {
      g_autofree char *label = g_steal_pointer (&name);

      name = g_strdup_printf ("%s %u", label, find_place (report, form, address));
    }
  if (g_list_model_get_n_items (trinh_form_get_columns (form)) == 1)
    return g_steal_pointer (&name);

  expanded = trinh_regime_expand (trinh_form_column_get_title (column), trinh_report_get_period (report), trinh_report_get_office (report));
  title = trinh_markup_strip (expanded);
  return g_strdup_printf ("%s, %s", name, title);
}

char *
_trinh_cell_dup_number (TrinhKind kind,
                        TrinhDecimal number)
{
  g_autofree char *text = trinh_decimal_format (number);

  /* The sign stays with its number where a line ends. */
  return kind == TRINH_KIND_PERCENT ? g_strdup_printf ("%s\u00a0%%", text) : g_steal_pointer (&text);
}

static void
add (TrinhEvaluation *self,
     const View *view,
     const char *rule,
     TrinhSeverity severity,
     const char *message,
     const char *found)
{
  const char *const subjects[] = { view->address, NULL };

  _trinh_evaluation_add (self, view->findings, &(TrinhFindingDraft) {
                                                 .severity = severity,
                                                 .rule = rule,
                                                 .subjects = subjects,
                                                 .message = message,
                                                 .found = found,
                                               });
}

static void
check_over_100 (TrinhEvaluation *self,
                const View *view,
                TrinhDecimal number)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *found = NULL;
  g_autofree char *message = NULL;

  if (view->kind != TRINH_KIND_PERCENT || number.units <= 100 * TRINH_DECIMAL_SCALE)
    return;
  name = _trinh_cell_dup_name (self, view->address);
  shown = _trinh_cell_dup_number (view->kind, number);
  found = trinh_decimal_to_canonical (number);
  message = g_strdup_printf (_ ("%s is above 100 %% (%s); check what it is made of."), name, shown);
  add (self, view, "percent-over-100", TRINH_SEVERITY_WARNING, message, found);
}

static void
check_number (TrinhEvaluation *self,
              const View *view,
              TrinhDecimal number)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;
  gboolean negative = number.units < 0;

  check_over_100 (self, view, number);
  if (!negative && (view->kind != TRINH_KIND_COUNT || trinh_decimal_is_whole (number)))
    return;
  name = _trinh_cell_dup_name (self, view->address);
  shown = _trinh_cell_dup_number (view->kind, number);
  message = g_strdup_printf (negative ? _ ("%s is below zero (%s); enter a number from 0 up.")
                                      : _ ("%s counts whole things, %s is none; enter a whole number."),
                             name,
                             shown);
  add (self, view, negative ? "value-negative" : "value-fraction", TRINH_SEVERITY_ERROR, message, view->text);
}

static char *
dup_choices (TrinhFormRow *row)
{
  GString *choices = g_string_new (NULL);

  for (guint i = 0; i < trinh_form_row_get_n_choices (row); i++)
    g_string_append_printf (choices, "%s%s", i > 0 ? ", " : "", trinh_form_row_get_choice_code (row, i));
  return g_string_free_and_steal (choices);
}

static void
check_choice (TrinhEvaluation *self,
              const View *view)
{
  g_autofree char *name = NULL;
  g_autofree char *choices = NULL;
  g_autofree char *message = NULL;

  if (trinh_form_row_find_choice (view->row, view->text) != NULL)
    return;
  name = _trinh_cell_dup_name (self, view->address);
  choices = dup_choices (view->row);
  message = g_strdup_printf (_ ("%s: “%s” is not offered; choose one of %s."), name, view->text, choices);
  add (self, view, "value-choice", TRINH_SEVERITY_ERROR, message, view->text);
}

static void
check_date (TrinhEvaluation *self,
            const View *view)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  guint32 julian;

  if (trinh_date_parse (view->text, &julian))
    return;
  name = _trinh_cell_dup_name (self, view->address);
  message = g_strdup_printf (_ ("%s: “%s” is no date; write it as 2022-06-09."), name, view->text);
  add (self, view, "value-date", TRINH_SEVERITY_ERROR, message, view->text);
}

static void
check_not_number (TrinhEvaluation *self,
                  const View *view)
{
  g_autofree char *name = _trinh_cell_dup_name (self, view->address);
  g_autofree char *message = g_strdup_printf (_ ("%s: “%s” is no number."), name, view->text);

  add (self, view, "value-number", TRINH_SEVERITY_ERROR, message, view->text);
}

static void
check_kind (TrinhEvaluation *self,
            const View *view)
{
  TrinhDecimal number;

  switch (view->kind)
    {
    case TRINH_KIND_COUNT:
    case TRINH_KIND_AMOUNT:
    case TRINH_KIND_PERCENT:
      if (trinh_decimal_parse_canonical (view->text, &number, NULL))
        check_number (self, view, number);
      else
        check_not_number (self, view);
      break;
    case TRINH_KIND_CHOICE:
    case TRINH_KIND_YES_NO:
      check_choice (self, view);
      break;
    case TRINH_KIND_DATE:
      check_date (self, view);
      break;
    case TRINH_KIND_NONE:
    case TRINH_KIND_TEXT:
    default:
      break;
    }
}

/* A gap is a hint while the report is being written, a warning once it has gone to somebody. */
static void
check_required (TrinhEvaluation *self,
                const View *view)
{
  TrinhReportState state = trinh_report_get_state (self->report);
  gboolean writing = state == TRINH_STATE_DRAFT || state == TRINH_STATE_RETURNED;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (view->filled || view->kind == TRINH_KIND_NONE || !trinh_form_row_get_required (view->row))
    return;
  name = _trinh_cell_dup_name (self, view->address);
  message = g_strdup_printf (_ ("%s is blank; enter a value or say why there is none."), name);
  add (self, view, "required-blank", writing ? TRINH_SEVERITY_INFO : TRINH_SEVERITY_WARNING, message, NULL);
}

/* Something stands there, or why nothing does, or the formula fills it, or there is nothing to compute from: 0/0. */
gboolean
_trinh_evaluation_cell_is_filled (TrinhEvaluation *self,
                                  guint slot)
{
  const TrinhCell *cell = &self->cells[slot];
  TrinhExpression *expression;
  TrinhDecimal number;

  if (self->figures[TRINH_REACH_THIS].figures[slot].flags & ~(guint) (TRINH_FIGURE_INEXACT | TRINH_FIGURE_OVERFLOW))
    return TRUE;
  if (cell->formula == TRINH_NO_SLOT)
    return FALSE;
  expression = self->checks[cell->formula].expression;
  for (guint i = 0; i < trinh_expression_get_n_references (expression); i++)
    if (!_trinh_evaluation_source (trinh_expression_get_reference (expression, i), &number, self))
      return FALSE;
  return TRUE;
}

void
_trinh_evaluation_check_cell (TrinhEvaluation *self,
                              guint slot)
{
  const TrinhCell *cell = &self->cells[slot];
  const TrinhFigure *figure = &self->figures[TRINH_REACH_THIS].figures[slot];
  GPtrArray *findings = NULL;
  View view = { cell->address, cell->row, cell->kind, NULL, FALSE, &findings };

  if (cell->applies)
    {
      view.filled = _trinh_evaluation_cell_is_filled (self, slot);
      if (figure->flags & TRINH_FIGURE_TEXT)
        view.text = trinh_value_get_text (trinh_report_get_value (self->report, cell->address));
      if (view.text != NULL)
        check_kind (self, &view);
      else if (figure->flags & TRINH_FIGURE_COMPUTED)
        check_over_100 (self, &view, _trinh_cell_round (cell, figure));
      check_required (self, &view);
      _trinh_evaluation_check_periods (self, slot, &findings);
    }
  _trinh_evaluation_replace (self, &self->cell_findings[slot], findings);
}

static void
check_list_row (TrinhEvaluation *self,
                TrinhFormCheck *check,
                const char *key,
                GPtrArray **findings)
{
  GListModel *columns = trinh_form_get_columns (check->form);
  TrinhFormRow *row = trinh_form_get_row (check->form, 0);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *id = trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column);
      const char *address = trinh_address_build (trinh_form_get_id (check->form), key, id);
      TrinhValue *value = trinh_report_get_value (self->report, address);
      View view = { address, row, trinh_kind_of_cell (row, column), trinh_value_get_text (value), FALSE, findings };

      view.filled = view.text != NULL || trinh_value_get_blank (value) != TRINH_BLANK_NO_REASON;
      if (view.text != NULL)
        check_kind (self, &view);
      check_required (self, &view);
    }
}

void
_trinh_evaluation_check_list (TrinhEvaluation *self,
                              TrinhFormCheck *check)
{
  const char *const *keys = trinh_report_get_rows (self->report, trinh_form_get_id (check->form));
  const char *kind = trinh_office_get_kind (trinh_report_get_office (self->report));
  GPtrArray *findings = NULL;

  if (trinh_form_row_applies_to (trinh_form_get_row (check->form, 0), kind))
    for (guint i = 0; keys[i] != NULL; i++)
      check_list_row (self, check, keys[i], &findings);
  _trinh_evaluation_replace (self, &check->findings, findings);
}
