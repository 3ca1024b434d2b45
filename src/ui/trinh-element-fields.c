/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-element-row-private.h"
#include "trinh-expression-row.h"

static const TrinhDraftChoice kinds[] = {
  { "none", N_ ("No value (a heading)") },
  { "count", N_ ("Whole number") },
  { "amount", N_ ("Amount, with decimals") },
  { "percent", N_ ("Percentage") },
  { "choice", N_ ("One of several choices") },
  { "yes-no", N_ ("Yes or no") },
  { "text", N_ ("Text") },
  { "date", N_ ("Date") },
  { NULL, NULL },
};

static const TrinhDraftChoice behaviours[] = {
  { "flow", N_ ("Of the period alone") },
  { "stock", N_ ("As it stands on the last day") },
  { "cumulative", N_ ("Since the beginning of the year") },
  { NULL, NULL },
};

static const TrinhDraftChoice missings[] = {
  { "skip-if-any", N_ ("Say nothing when any value is blank") },
  { "skip-if-all", N_ ("Say nothing when all values are blank") },
  { "zero", N_ ("Count a blank as zero") },
  { NULL, NULL },
};

static const TrinhDraftChoice severities[] = {
  { "error", N_ ("Error") },
  { "warning", N_ ("Warning") },
  { "info", N_ ("Hint") },
  { NULL, NULL },
};

static const TrinhDraftChoice period_kinds[] = {
  { "month", N_ ("Month") },
  { "quarter", N_ ("Quarter") },
  { "half", N_ ("Six months") },
  { "nine-months", N_ ("Nine months") },
  { "year", N_ ("Year") },
  { "ad-hoc", N_ ("From one day to another") },
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

static const char *
get (const TrinhDraftPlace *place,
     const char *member)
{
  return trinh_regime_draft_get_string (place->draft, place->document, place->array, place->index, member);
}

static const char *
find_title (const TrinhDraftChoice *choices,
            const char *value)
{
  for (; choices->value != NULL; choices++)
    if (g_str_equal (choices->value, value))
      return _ (choices->title);
  return value;
}

/* A key is taken over whole: on the way to "2.10" it would be another row's. */
static void
key_applied_cb (AdwEntryRow *row,
                gpointer user_data)
{
  TrinhRegimeDraft *draft = user_data;
  const char *document = g_object_get_data (G_OBJECT (row), "document");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
  const char *key = gtk_editable_get_text (GTK_EDITABLE (row));

  for (guint i = 0; i < trinh_regime_draft_get_n_elements (draft, document, "rows"); i++)
    if (i != index && g_str_equal (trinh_regime_draft_get_string (draft, document, "rows", i, "key"), key))
      {
        gtk_widget_add_css_class (GTK_WIDGET (row), "error");
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Key: another row has this one"));
        return;
      }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Key"));
  trinh_regime_draft_rename_row (draft, document + strlen ("forms/"), index, key);
}

static void
show_key (AdwEntryRow *row,
          TrinhRegimeDraft *draft)
{
  const char *key = trinh_regime_draft_get_string (draft, g_object_get_data (G_OBJECT (row), "document"), "rows", GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")), "key");

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), key))
    gtk_editable_set_text (GTK_EDITABLE (row), key);
}

static GtkWidget *
new_key_row (const TrinhDraftPlace *place)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Key"));
  g_object_set_data_full (G_OBJECT (row), "document", g_strdup (place->document), g_free);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (place->index));
  show_key (ADW_ENTRY_ROW (row), place->draft);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (key_applied_cb), place->draft, 0);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_key), row, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row_fields (AdwExpanderRow *row,
                const TrinhDraftPlace *place,
                TrinhEvaluation *evaluation)
{
  adw_expander_row_add_row (row, new_key_row (place));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "code", _ ("Code as printed"), TRUE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "label", _ ("Label"), TRUE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "unit", _ ("Unit"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "kind", _ ("What it holds"), kinds, "none"));
  adw_expander_row_add_row (row, trinh_draft_codes_row_new (place, "choices", _ ("Choices, one per line: 0 = Trực tuyến")));
  adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, NULL, "required", _ ("Must be filled in"), FALSE));
  adw_expander_row_add_row (row, trinh_expression_row_new (place, TRUE, evaluation));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "behaviour", _ ("In time"), behaviours, "flow"));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "concept", _ ("Concept, such as dossiers.received"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "parent", _ ("Key of the row above it, where the key does not say"), FALSE));
}

static void
add_rule_fields (AdwExpanderRow *row,
                 const TrinhDraftPlace *place,
                 TrinhEvaluation *evaluation)
{
  adw_expander_row_add_row (row, trinh_expression_row_new (place, FALSE, evaluation));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "missing", _ ("Blanks"), missings, ""));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "severity", _ ("Severity"), severities, ""));
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "message", _ ("What the clerk reads; {2.1} stands for a value")));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "id", _ ("Name of the rule"), TRUE));
}

static void
add_item_fields (AdwExpanderRow *row,
                 const TrinhDraftPlace *place)
{
  gboolean heading = g_str_equal (get (place, "role"), "") || g_str_equal (get (place, "role"), "heading");

  if (heading)
    {
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "number", _ ("Number"), FALSE));
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "title", _ ("Title"), TRUE));
      adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, NULL, "required", _ ("Must have a text"), FALSE));
    }
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "guidance", _ ("Guidance")));
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "template", _ ("Text that a new report begins with")));
  adw_expander_row_add_row (row, trinh_draft_lines_row_new (place, "phrases", _ ("Sentences offered, one per line; {{bm1:2.1}} stands for a value")));
  adw_expander_row_add_row (row, trinh_draft_lines_row_new (place, "forms", _ ("Forms whose figures belong to it, one id per line")));
}

static const char *
get_last_day (const char *kind)
{
  for (guint i = 0; last_days[i].value != NULL; i++)
    if (g_str_equal (last_days[i].value, kind))
      return last_days[i].title;
  return last_days[0].title;
}

static void
add_period_fields (AdwExpanderRow *row,
                   const TrinhDraftPlace *place)
{
  static const char begin[] = "{ \"month\": -1, \"day\": 15 }";
  const char *end = get_last_day (get (place, "kind"));
  JsonObject *element = trinh_regime_draft_get_element (place->draft, place->document, place->array, place->index);
  JsonNode *deadline = element != NULL ? json_object_get_member (element, "deadline") : NULL;
  gboolean fixed = deadline != NULL && JSON_NODE_HOLDS_OBJECT (deadline) && json_object_has_member (json_node_get_object (deadline), "day");

  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "kind", _ ("Period"), period_kinds, ""));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "from", "day", _ ("Data from the day"), 1, 31, begin));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "from", "month", _ ("… of the month, 0 is the first of the period"), -12, 24, begin));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "to", "day", _ ("Data to the day"), 1, 31, end));
  adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "to", "month", _ ("… of the month, 0 is the first of the period"), -12, 24, end));
  if (fixed)
    {
      adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "deadline", "day", _ ("Due on the day"), 1, 31, end));
      adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "deadline", "month", _ ("… of the month, 0 is the first of the period"), -12, 24, end));
    }
  else
    adw_expander_row_add_row (row, trinh_draft_number_row_new (place, "deadline", "working-days", _ ("Due so many working days after"), 0, 60, "{ \"working-days\": 1 }"));
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
      add_item_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_ROW:
      add_row_fields (row, place, evaluation);
      break;
    case TRINH_ELEMENT_KIND_RULE:
      add_rule_fields (row, place, evaluation);
      break;
    case TRINH_ELEMENT_KIND_PERIOD:
      add_period_fields (row, place);
      break;
    case TRINH_ELEMENT_KIND_COLUMN:
    default:
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "title", _ ("Head of the column"), TRUE));
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "id", _ ("Id"), TRUE));
      adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, NULL, "main", _ ("Main column"), FALSE));
    }
}

char *
_trinh_element_dup_title (const TrinhDraftPlace *place,
                          TrinhElementKind kind)
{
  g_autofree char *plain = NULL;

  switch (kind)
    {
    case TRINH_ELEMENT_KIND_ITEM:
      if (g_str_equal (get (place, "role"), "opening"))
        return g_strdup (_ ("Opening"));
      if (g_str_equal (get (place, "role"), "closing"))
        return g_strdup (_ ("Closing"));
      return g_strdup_printf ("%s. %s", get (place, "number"), get (place, "title"));
    case TRINH_ELEMENT_KIND_ROW:
      plain = trinh_markup_strip (get (place, "label"));
      return g_strdup_printf ("%s  %s", get (place, "key"), plain);
    case TRINH_ELEMENT_KIND_RULE:
      return g_strdup (*get (place, "message") != '\0' ? get (place, "message") : get (place, "id"));
    case TRINH_ELEMENT_KIND_PERIOD:
      return g_strdup (find_title (period_kinds, get (place, "kind")));
    case TRINH_ELEMENT_KIND_COLUMN:
    default:
      return trinh_markup_strip (get (place, "title"));
    }
}

/* The dates of the present year's last period of the kind, once the whole draft is right. */
static char *
dup_dates (const TrinhDraftPlace *place)
{
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (place->draft, &regime);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  static const char *const names[] = { "%d-12", "%d-Q4", "%d-H2", "%d-9M", "%d" };
  g_autofree char *text = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *deadline_text = NULL;
  TrinhPeriod period;
  guint32 from, to, deadline;
  guint kind = 0;

  while (kind < G_N_ELEMENTS (names) && !g_str_equal (period_kinds[kind].value, get (place, "kind")))
    kind++;
  if (regime == NULL || kind == G_N_ELEMENTS (names))
    return g_strdup ("");
  text = g_strdup_printf ("%d%s", g_date_time_get_year (now), names[kind] + strlen ("%d"));
  if (!trinh_period_parse (text, &period, NULL) || !trinh_regime_has_period_kind (regime, period.kind))
    return g_strdup ("");
  trinh_regime_get_dates (regime, period, &from, &to, &deadline);
  from_text = trinh_date_format (from);
  to_text = trinh_date_format (to);
  deadline_text = trinh_date_format (deadline);
  return g_strdup_printf (_ ("%s: data %s to %s, due %s"), text, from_text, to_text, deadline_text);
}

char *
_trinh_element_dup_subtitle (const TrinhDraftPlace *place,
                             TrinhElementKind kind)
{
  switch (kind)
    {
    case TRINH_ELEMENT_KIND_ROW:
      return *get (place, "unit") != '\0' ? g_strdup_printf ("%s · %s", find_title (kinds, *get (place, "kind") != '\0' ? get (place, "kind") : "none"), get (place, "unit"))
                                          : g_strdup (find_title (kinds, *get (place, "kind") != '\0' ? get (place, "kind") : "none"));
    case TRINH_ELEMENT_KIND_RULE:
      return g_strdup (get (place, "expression"));
    case TRINH_ELEMENT_KIND_PERIOD:
      return dup_dates (place);
    case TRINH_ELEMENT_KIND_COLUMN:
      return g_strdup (get (place, "id"));
    case TRINH_ELEMENT_KIND_ITEM:
    default:
      return g_strdup ("");
    }
}
