/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-element-row-private.h"
#include "trinh-expression-row.h"

static const TrinhDraftChoice behaviours[] = {
  { "flow", N_ ("Of the period alone") },
  { "stock", N_ ("As it stands on the last day") },
  { "cumulative", N_ ("Since the beginning of the year") },
  { NULL, NULL },
};

static const TrinhDraftChoice aggregations[] = {
  { "", N_ ("As usual for what it holds") },
  { "sum", N_ ("Added up") },
  { "recompute", N_ ("Computed anew from the sums") },
  { "count-by-code", N_ ("Counted by choice") },
  { "none", N_ ("Left out") },
  { NULL, NULL },
};

static const TrinhDraftChoice styles[] = {
  { "", N_ ("Plain") },
  { "bold", N_ ("Bold") },
  { "italic", N_ ("Italic") },
  { "bold-italic", N_ ("Bold and italic") },
  { NULL, NULL },
};

static const TrinhDraftChoice total_kinds[] = {
  { "count", N_ ("Whole number") },
  { "amount", N_ ("Amount, with decimals") },
  { NULL, NULL },
};

const TrinhDraftChoice _trinh_element_missings[] = {
  { "skip-if-any", N_ ("Say nothing when any value is blank") },
  { "skip-if-all", N_ ("Say nothing when all values are blank") },
  { "zero", N_ ("Count a blank as zero") },
  { NULL, NULL },
};

const TrinhDraftChoice _trinh_element_severities[] = {
  { "error", N_ ("Error") },
  { "warning", N_ ("Warning") },
  { "info", N_ ("Hint") },
  { NULL, NULL },
};

/* A name is taken over whole: on the way to "2.10" it would be another row's. */
static void
name_applied_cb (AdwEntryRow *row,
                 gpointer user_data)
{
  TrinhRegimeDraft *draft = user_data;
  const char *document = g_object_get_data (G_OBJECT (row), "document");
  const char *array = g_object_get_data (G_OBJECT (row), "array");
  const char *member = g_object_get_data (G_OBJECT (row), "member");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));
  const gboolean key = g_str_equal (member, "key");

  for (guint i = 0; i < trinh_regime_draft_get_n_elements (draft, document, array); i++)
    if (i != index && g_str_equal (trinh_regime_draft_get_string (draft, document, array, i, member), name))
      {
        gtk_widget_add_css_class (GTK_WIDGET (row), "error");
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), key ? _ ("Key: another row has this one") : _ ("Id: another column has this one"));
        return;
      }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), key ? _ ("Key") : _ ("Id"));
  if (key)
    trinh_regime_draft_rename_row (draft, document + strlen ("forms/"), index, name);
  else
    trinh_regime_draft_rename_column (draft, document + strlen ("forms/"), index, name);
}

static void
show_name (AdwEntryRow *row,
           TrinhRegimeDraft *draft)
{
  const char *name = trinh_regime_draft_get_string (draft, g_object_get_data (G_OBJECT (row), "document"), g_object_get_data (G_OBJECT (row), "array"), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")), g_object_get_data (G_OBJECT (row), "member"));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), name))
    gtk_editable_set_text (GTK_EDITABLE (row), name);
}

GtkWidget *
_trinh_element_new_name_row (const TrinhDraftPlace *place,
                             const char *member)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_str_equal (member, "key") ? _ ("Key") : _ ("Id"));
  g_object_set_data_full (G_OBJECT (row), "document", g_strdup (place->document), g_free);
  g_object_set_data_full (G_OBJECT (row), "array", g_strdup (place->array), g_free);
  g_object_set_data_full (G_OBJECT (row), "member", g_strdup (member), g_free);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (place->index));
  show_name (ADW_ENTRY_ROW (row), place->draft);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (name_applied_cb), place->draft, 0);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_name), row, G_CONNECT_SWAPPED);
  return row;
}

/* A row that goes away while the object its member is in is not there */
static void
show_needed (GtkWidget *row,
             TrinhRegimeDraft *draft)
{
  const char *document = g_object_get_data (G_OBJECT (row), "needs-document");
  const char *array = g_object_get_data (G_OBJECT (row), "needs-array");
  JsonNode *whole = trinh_regime_draft_get_document (draft, document);
  JsonObject *object = NULL;
  JsonNode *node;

  if (array != NULL)
    object = trinh_regime_draft_get_element (draft, document, array, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "needs-index")));
  else if (whole != NULL)
    object = json_node_get_object (whole);
  node = object != NULL ? json_object_get_member (object, g_object_get_data (G_OBJECT (row), "needs")) : NULL;
  gtk_widget_set_visible (row, node != NULL && JSON_NODE_HOLDS_OBJECT (node));
}

GtkWidget *
_trinh_element_need (GtkWidget *row,
                     const TrinhDraftPlace *place)
{
  g_object_set_data_full (G_OBJECT (row), "needs", g_strdup (place->inner), g_free);
  g_object_set_data_full (G_OBJECT (row), "needs-document", g_strdup (place->document), g_free);
  g_object_set_data_full (G_OBJECT (row), "needs-array", g_strdup (place->array), g_free);
  g_object_set_data (G_OBJECT (row), "needs-index", GUINT_TO_POINTER (place->index));
  show_needed (row, place->draft);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_needed), row, G_CONNECT_SWAPPED);
  return row;
}

static void
add_formula_fields (AdwExpanderRow *row,
                    const TrinhDraftPlace *place,
                    TrinhEvaluation *evaluation)
{
  TrinhDraftPlace formula = *place;

  formula.inner = "formula";
  adw_expander_row_add_row (row, trinh_expression_row_new (place, TRUE, evaluation));
  adw_expander_row_add_row (row, _trinh_element_need (trinh_draft_choice_row_new (&formula, "missing", _ ("Blanks in the formula"), _trinh_element_missings, ""), &formula));
  adw_expander_row_add_row (row, _trinh_element_need (trinh_draft_choice_row_new (&formula, "severity", _ ("Another value than the formula’s is"), _trinh_element_severities, ""), &formula));
  adw_expander_row_add_row (row, _trinh_element_need (trinh_draft_long_row_new (&formula, "message", _ ("What the clerk reads then; {2.1} stands for a value")), &formula));
}

static void
add_merged_fields (AdwExpanderRow *row,
                   const TrinhDraftPlace *place)
{
  /* What is printed is Vietnamese always. */
  static const char begin[] = "{ \"text\": \"Trong đó\", \"rows\": 2 }";
  TrinhDraftPlace merged = *place;

  merged.inner = "merged-code";
  merged.others = begin;
  adw_expander_row_add_row (row, trinh_draft_presence_row_new (place, "merged-code", _ ("One text in place of the codes of several rows"), begin, NULL, NULL));
  adw_expander_row_add_row (row, _trinh_element_need (trinh_draft_text_row_new (&merged, "text", _ ("The text, such as “Trong đó”"), TRUE), &merged));
  adw_expander_row_add_row (row, _trinh_element_need (trinh_draft_number_row_new (&merged, "rows", _ ("Over so many rows from this one on"), 2, 255), &merged));
}

/* What most rows leave as it is */
static GtkWidget *
new_seldom_row (const TrinhDraftPlace *place)
{
  GtkWidget *seldom = adw_expander_row_new ();
  AdwExpanderRow *row = ADW_EXPANDER_ROW (seldom);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (seldom), _ ("Seldom needed"));
  adw_expander_row_set_subtitle (row, _ ("Print, adding up over offices, kinds of office"));
  adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, "heading", _ ("Printed as a heading"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "unit-printed", _ ("Unit as printed, where it differs (“nt”)"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "value-style", _ ("The value is printed"), styles, ""));
  adw_expander_row_add_row (row, trinh_draft_integer_row_new (place, "decimals", _ ("Decimals, 0 to 4")));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "aggregation", _ ("Over several offices it is"), aggregations, ""));
  adw_expander_row_add_row (row, trinh_draft_lines_row_new (place, "office-kinds", _ ("Only for offices of these kinds, one per line: xã")));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "parent", _ ("Key of the row above it, where the key does not say"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "concept", _ ("Concept, such as dossiers.received"), FALSE));
  add_merged_fields (row, place);
  return seldom;
}

void
_trinh_element_add_row_fields (AdwExpanderRow *row,
                               const TrinhDraftPlace *place,
                               TrinhEvaluation *evaluation)
{
  GtkWidget *label = trinh_draft_text_row_new (place, "label", _ ("Label"), TRUE);

  adw_expander_row_add_row (row, _trinh_element_new_name_row (place, "key"));
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "code", _ ("Code as printed"), TRUE));
  adw_expander_row_add_row (row, label);
  adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "unit", _ ("Unit"), FALSE));
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "kind", _ ("What it holds"), _trinh_element_kinds, "none"));
  adw_expander_row_add_row (row, trinh_draft_codes_row_new (place, "choices", _ ("Choices, one per line: 0 = Trực tuyến")));
  adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, "required", _ ("Must be filled in"), FALSE));
  add_formula_fields (row, place, evaluation);
  adw_expander_row_add_row (row, trinh_draft_choice_row_new (place, "behaviour", _ ("In time"), behaviours, "flow"));
  adw_expander_row_add_row (row, new_seldom_row (place));
  _trinh_element_set_first (row, label);
}

void
trinh_element_add_total_fields (AdwPreferencesGroup *group,
                                const TrinhDraftPlace *place)
{
  TrinhDraftPlace total = *place;

  total.inner = "total";
  adw_preferences_group_add (group, trinh_draft_presence_row_new (place, "total", _ ("A row of totals under the others"), "{ \"key\": \"total\", \"label\": \"**Tổng cộng**\", \"kind\": \"count\" }", NULL, NULL));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_text_row_new (&total, "label", _ ("Label"), TRUE), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_text_row_new (&total, "key", _ ("Key"), TRUE), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_choice_row_new (&total, "kind", _ ("What it holds"), total_kinds, ""), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_text_row_new (&total, "unit", _ ("Unit"), FALSE), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_integer_row_new (&total, "decimals", _ ("Decimals, 0 to 4")), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_choice_row_new (&total, "value-style", _ ("The value is printed"), styles, ""), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_choice_row_new (&total, "aggregation", _ ("Over several offices it is"), aggregations, ""), &total));
  adw_preferences_group_add (group, _trinh_element_need (trinh_draft_text_row_new (&total, "concept", _ ("Concept, such as dossiers.received"), FALSE), &total));
}
