/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-element-row-private.h"
#include "trinh-expression-row.h"

static const TrinhDraftChoice column_kinds[] = {
  { "", N_ ("As each row says") },
  { "count", N_ ("Whole number") },
  { "amount", N_ ("Amount, with decimals") },
  { "percent", N_ ("Percentage") },
  { "choice", N_ ("One of several choices") },
  { "yes-no", N_ ("Yes or no") },
  { "text", N_ ("Text") },
  { "date", N_ ("Date") },
  { NULL, NULL },
};

/* Unless it is said otherwise the data end on the 14th of the period's last month. */
static const TrinhDraftChoice last_days[] = {
  { "month", "{ \"month\": 0, \"day\": 14 }" },
  { "quarter", "{ \"month\": 2, \"day\": 14 }" },
  { "half", "{ \"month\": 5, \"day\": 14 }" },
  { "nine-months", "{ \"month\": 8, \"day\": 14 }" },
  { "year", "{ \"month\": 11, \"day\": 14 }" },
  { NULL, NULL },
};

void
_trinh_element_set_first (AdwExpanderRow *row,
                          GtkWidget *first)
{
  g_object_set_data (G_OBJECT (row), "first-field", first);
}

static void
add_rule_fields (AdwExpanderRow *row,
                 const TrinhDraftPlace *place,
                 TrinhEvaluation *evaluation)
{
  GtkWidget *expression = trinh_expression_row_new (place, FALSE, evaluation);

  adw_expander_row_add_row (row, expression);
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "missing", _ ("Blanks"), _trinh_element_missings, ""));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "severity", _ ("Severity"), _trinh_element_severities, ""));
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "message", _ ("What the clerk reads; {2.1} stands for a value")));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "id", _ ("Name of the rule"), TRUE));
  _trinh_element_set_first (row, expression);
}

static const char *
get_last_day (const char *kind)
{
  for (guint i = 0; last_days[i].value != NULL; i++)
    if (g_str_equal (last_days[i].value, kind))
      return last_days[i].title;
  return last_days[0].title;
}

/* Either so many working days after the data end, or a day of its own */
static void
add_deadline_fields (AdwExpanderRow *row,
                     const TrinhDraftPlace *place,
                     const char *end)
{
  TrinhDraftPlace deadline = *place;
  GtkWidget *fixed = trinh_draft_presence_row_new (place, "deadline", _ ("Due on a fixed day"), end, NULL, "day");
  GtkWidget *rows[3];

  deadline.inner = "deadline";
  deadline.others = end;
  rows[0] = trinh_draft_number_row_new (&deadline, "day", _ ("Due on the day"), 1, 31);
  rows[1] = trinh_draft_number_row_new (&deadline, "month", _ ("… of the month, 0 is the first of the period"), -12, 24);
  deadline.others = "{ \"working-days\": 1 }";
  rows[2] = trinh_draft_number_row_new (&deadline, "working-days", _ ("Due so many working days after"), 0, 60);
  adw_expander_row_add_row (row, fixed);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_object_bind_property (fixed, "active", rows[i], "visible", G_BINDING_SYNC_CREATE | (i == 2 ? G_BINDING_INVERT_BOOLEAN : 0));
      adw_expander_row_add_row (row, rows[i]);
    }
}

static void
add_period_fields (AdwExpanderRow *row,
                   const TrinhDraftPlace *place)
{
  const char *end = get_last_day (_trinh_element_get (place, "kind"));
  TrinhDraftPlace from = *place;
  TrinhDraftPlace to = *place;

  from.inner = "from";
  from.others = "{ \"month\": -1, \"day\": 15 }";
  to.inner = "to";
  to.others = end;
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "kind", _ ("Period"), _trinh_element_period_kinds, ""));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (&from, "day", _ ("Data from the day"), 1, 31));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (&from, "month", _ ("… of the month, 0 is the first of the period"), -12, 24));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (&to, "day", _ ("Data to the day"), 1, 31));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (&to, "month", _ ("… of the month, 0 is the first of the period"), -12, 24));
  add_deadline_fields (row, place, end);
  adw_expander_row_add_row (row, trinh_draft_integer_row_new (place, "index", _ ("Only for this month, quarter or half; blank: for all")));
  adw_expander_row_add_row (row, trinh_draft_integer_row_new (place, "year", _ ("Only in this year; blank: in all")));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "note", _ ("Note, shown with the dates"), FALSE));
}

static void
add_column_fields (AdwExpanderRow *row,
                   const TrinhDraftPlace *place)
{
  GtkWidget *title = trinh_draft_text_row_new (place, "title", _ ("Head of the column"), TRUE);

  adw_expander_row_add_row (row, title);
  adw_expander_row_add_row (row, _trinh_element_new_name_row (place, "id"));
  adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, "main", _ ("Main column"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "kind", _ ("What it holds"), column_kinds, ""));
  _trinh_element_set_first (row, title);
}

static void
add_annex_fields (AdwExpanderRow *row,
                  const TrinhDraftPlace *place)
{
  GtkWidget *label = trinh_draft_text_row_new (place, "label", _ ("Name, such as “PHỤ LỤC I”"), TRUE);

  adw_expander_row_add_row (row, label);
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "title", _ ("Title; {PERIOD} stands for the period")));
  adw_expander_row_add_row (row, trinh_draft_picks_row_new (place, "forms", _ ("Forms in it"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, "charts", _ ("The charts of the report stand in it"), FALSE));
  _trinh_element_set_first (row, label);
}

static void
add_signatory_fields (AdwExpanderRow *row,
                      const TrinhDraftPlace *place)
{
  adw_expander_row_add_row (row, trinh_draft_lines_row_new (place, "capacity", _ ("Signs for, such as “TM. ỦY BAN NHÂN DÂN”, one per line")));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "title", _ ("Office held, such as “CHỦ TỊCH”"), TRUE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "name", _ ("Name; blank: as the settings say"), FALSE));
}

static void
add_missing_fields (AdwExpanderRow *row,
                    const TrinhDraftPlace *place)
{
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "form", _ ("Its name as printed"), TRUE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "who", _ ("Who fills it in"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "note", _ ("Why it is not here"), TRUE));
}

void
_trinh_element_add_fields (AdwExpanderRow *row,
                           const TrinhDraftPlace *place,
                           TrinhElementKind kind,
                           TrinhEvaluation *evaluation)
{
  switch (kind)
    {
    case TRINH_ELEMENT_KIND_ITEM:
      _trinh_element_add_item_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_ROW:
      _trinh_element_add_row_fields (row, place, evaluation);
      break;
    case TRINH_ELEMENT_KIND_RULE:
      add_rule_fields (row, place, evaluation);
      break;
    case TRINH_ELEMENT_KIND_PERIOD:
      add_period_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_ANNEX:
      add_annex_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_SIGNATORY:
      add_signatory_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_MISSING:
      add_missing_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_PART:
      adw_expander_row_add_row (row, trinh_draft_form_row_new (place, "form", _ ("Form")));
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "who", _ ("Who fills it in"), TRUE));
      break;
    case TRINH_ELEMENT_KIND_GROUP:
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "title", _ ("Head over the columns"), TRUE));
      adw_expander_row_add_row (row, trinh_draft_picks_row_new (place, "columns", _ ("Columns below it"), TRUE));
      break;
    case TRINH_ELEMENT_KIND_COLUMN:
    default:
      add_column_fields (row, place);
    }
}
