/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-markup.h"

static const char *const row_members[] = {
  "key",
  "code",
  "merged-code",
  "label",
  "unit",
  "unit-printed",
  "kind",
  "choices",
  "heading",
  "decimals",
  "required",
  "parent",
  "formula",
  "concept",
  "behaviour",
  "aggregation",
  "office-kinds",
  "value-style",
  NULL
};
static const char *const choice_members[] = { "code", "text", NULL };
static const char *const merged_members[] = { "text", "rows", NULL };
static const char *const value_styles[] = { "", "bold", "italic", "bold-italic", NULL };

const TrinhLoaderNick trinh_kind_nicks[] = {
  { "none", TRINH_KIND_NONE },
  { "count", TRINH_KIND_COUNT },
  { "amount", TRINH_KIND_AMOUNT },
  { "percent", TRINH_KIND_PERCENT },
  { "choice", TRINH_KIND_CHOICE },
  { "yes-no", TRINH_KIND_YES_NO },
  { "text", TRINH_KIND_TEXT },
  { "date", TRINH_KIND_DATE },
  { NULL, 0 },
};

static const TrinhLoaderNick behaviour_nicks[] = {
  { "flow", TRINH_BEHAVIOUR_FLOW },
  { "stock", TRINH_BEHAVIOUR_STOCK },
  { "cumulative", TRINH_BEHAVIOUR_CUMULATIVE },
  { NULL, 0 },
};

static const TrinhLoaderNick aggregation_nicks[] = {
  { "none", TRINH_AGGREGATION_NONE },
  { "sum", TRINH_AGGREGATION_SUM },
  { "recompute", TRINH_AGGREGATION_RECOMPUTE },
  { "count-by-code", TRINH_AGGREGATION_COUNT_BY_CODE },
  { NULL, 0 },
};

static JsonNode *
member_of (JsonNode *node,
           const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

static char *
dup_member (TrinhLoader *loader,
            JsonNode *node,
            const char *name,
            const char *fallback)
{
  const char *text = trinh_loader_string (loader, node, name, FALSE);

  return g_strdup (text != NULL ? text : fallback);
}

static void
load_key (TrinhFormRow *self,
          TrinhLoader *loader,
          JsonNode *node)
{
  const char *key = trinh_loader_string (loader, node, "key", TRUE);

  if (key != NULL && !trinh_address_is_key (key))
    trinh_loader_problem (loader, member_of (node, "key"), TRINH_CORE_ERROR_SYNTAX, _ ("the key “%s” must be letters and digits with single dots between, like “3.3.1a”"), key);
  self->key = g_strdup (key != NULL ? key : "");
}

static void
load_code (TrinhFormRow *self,
           TrinhLoader *loader,
           JsonNode *node)
{
  const char *code = trinh_loader_string (loader, node, "code", FALSE);

  self->code = code != NULL ? g_strdup (code) : g_strconcat (self->key, ".", NULL);
  self->plain_code = trinh_markup_strip (self->code);
  if (g_str_has_suffix (self->plain_code, "."))
    self->plain_code[strlen (self->plain_code) - 1] = '\0';
}

static void
load_merged_code (TrinhFormRow *self,
                  TrinhLoader *loader,
                  JsonNode *node)
{
  JsonNode *merged = member_of (node, "merged-code");
  const char *text;

  if (merged == NULL || trinh_loader_object (loader, merged, _ ("“merged-code”"), merged_members) == NULL)
    return;
  text = trinh_loader_string (loader, merged, "text", TRUE);
  if (text != NULL && *text == '\0')
    trinh_loader_problem (loader, merged, TRINH_CORE_ERROR_MISSING, _ ("the text of “merged-code” must not be empty"));
  self->merged_code = g_strdup (text);
  self->merged_rows = (guint) trinh_loader_integer (loader, merged, "rows", 2, G_MAXUINT8, 2);
  if (member_of (merged, "rows") == NULL)
    trinh_loader_problem (loader, merged, TRINH_CORE_ERROR_MISSING, _ ("“merged-code” does not say over how many “rows” it goes"));
}

static void
load_unit (TrinhFormRow *self,
           TrinhLoader *loader,
           JsonNode *node,
           TrinhFormRow *above)
{
  g_autofree char *unit = dup_member (loader, node, "unit", "");

  self->printed_unit = dup_member (loader, node, "unit-printed", unit);
  /* "như trên": as above */
  if (g_str_equal (unit, "nt") && above != NULL)
    self->unit = g_strdup (above->unit);
  else
    self->unit = g_steal_pointer (&unit);
}

static void
add_choice (TrinhFormRow *self,
            const char *code,
            const char *text)
{
  TrinhChoice choice = { g_strdup (code), g_strdup (text) };

  g_array_append_val (self->choices, choice);
}

static void
load_choice (TrinhFormRow *self,
             TrinhLoader *loader,
             JsonNode *node)
{
  const char *code, *text;

  if (trinh_loader_object (loader, node, _ ("a choice"), choice_members) == NULL)
    return;
  code = trinh_loader_string (loader, node, "code", TRUE);
  text = trinh_loader_string (loader, node, "text", TRUE);
  if (code == NULL || text == NULL)
    return;
  if (*code == '\0')
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_SYNTAX, _ ("the code of a choice must not be empty"));
  else if (trinh_form_row_find_choice (self, code) != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the choice “%s” of row %s stands there twice"), code, self->key);
  else if (self->kind == TRINH_KIND_YES_NO && !g_str_equal (code, "0") && !g_str_equal (code, "1"))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("the codes of yes-no are “1” and “0”, not “%s”"), code);
  else
    add_choice (self, code, text);
}

static void
load_choices (TrinhFormRow *self,
              TrinhLoader *loader,
              JsonNode *node)
{
  JsonArray *choices = trinh_loader_array (loader, node, "choices", FALSE);

  if (choices != NULL && self->kind != TRINH_KIND_CHOICE && self->kind != TRINH_KIND_YES_NO)
    trinh_loader_problem (loader, member_of (node, "choices"), TRINH_CORE_ERROR_UNKNOWN, _ ("row %s has choices but is not of kind “choice” or “yes-no”"), self->key);
  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    load_choice (self, loader, json_array_get_element (choices, i));

  if (self->kind == TRINH_KIND_CHOICE && (choices == NULL || json_array_get_length (choices) == 0))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_MISSING, _ ("row %s is of kind “choice” but offers no “choices”"), self->key);
  if (self->kind == TRINH_KIND_YES_NO && choices == NULL)
    {
      add_choice (self, "1", "Có");
      add_choice (self, "0", "Không");
    }
}

static void
load_decimals (TrinhFormRow *self,
               TrinhLoader *loader,
               JsonNode *node)
{
  gboolean fraction = self->kind == TRINH_KIND_PERCENT || self->kind == TRINH_KIND_AMOUNT;

  self->decimals = (guint) trinh_loader_integer (loader, node, "decimals", 0, 4, fraction ? 2 : 0);
  if (self->decimals > 0 && !fraction)
    trinh_loader_problem (loader, member_of (node, "decimals"), TRINH_CORE_ERROR_RANGE, _ ("row %s has decimals but is neither of kind “amount” nor “percent”"), self->key);
}

static TrinhAggregation
default_aggregation (TrinhFormRow *self,
                     JsonNode *node)
{
  if (member_of (node, "formula") != NULL)
    return TRINH_AGGREGATION_RECOMPUTE;
  if (self->kind == TRINH_KIND_COUNT || self->kind == TRINH_KIND_AMOUNT)
    return TRINH_AGGREGATION_SUM;
  return self->kind == TRINH_KIND_CHOICE ? TRINH_AGGREGATION_COUNT_BY_CODE : TRINH_AGGREGATION_NONE;
}

static void
load_concept (TrinhFormRow *self,
              TrinhLoader *loader,
              JsonNode *node)
{
  self->concept = dup_member (loader, node, "concept", NULL);
  if (self->concept != NULL && !trinh_address_is_concept (self->concept))
    trinh_loader_problem (loader, member_of (node, "concept"), TRINH_CORE_ERROR_SYNTAX, _ ("the concept “%s” must be lower-case words with dots between, like “dossiers.received”"), self->concept);
  if (self->concept != NULL && self->kind == TRINH_KIND_NONE)
    trinh_loader_problem (loader, member_of (node, "concept"), TRINH_CORE_ERROR_TYPE, _ ("row %s has a concept but no kind, so it carries no value"), self->key);
}

static void
load_value_style (TrinhFormRow *self,
                  TrinhLoader *loader,
                  JsonNode *node)
{
  self->value_style = dup_member (loader, node, "value-style", "");
  if (!g_strv_contains (value_styles, self->value_style))
    trinh_loader_problem (loader, member_of (node, "value-style"), TRINH_CORE_ERROR_UNKNOWN, _ ("“value-style” is “bold”, “italic” or “bold-italic”, not “%s”"), self->value_style);
}

TrinhFormRow *
trinh_form_row_load (TrinhLoader *loader,
                     JsonNode *node,
                     TrinhFormRow *above)
{
  TrinhFormRow *self;
  const char *label;

  if (trinh_loader_object (loader, node, _ ("a row"), row_members) == NULL)
    return NULL;
  self = g_object_new (TRINH_TYPE_FORM_ROW, NULL);
  load_key (self, loader, node);
  load_code (self, loader, node);
  load_merged_code (self, loader, node);
  label = trinh_loader_string (loader, node, "label", TRUE);
  self->label = g_strdup (label != NULL ? label : "");
  self->plain_label = trinh_markup_strip (self->label);
  load_unit (self, loader, node, above);
  self->kind = (TrinhKind) trinh_loader_nick (loader, node, "kind", trinh_kind_nicks, FALSE, TRINH_KIND_NONE);
  load_choices (self, loader, node);
  self->heading = trinh_loader_boolean (loader, node, "heading", FALSE);
  load_decimals (self, loader, node);
  self->required = trinh_loader_boolean (loader, node, "required", FALSE);
  self->parent = dup_member (loader, node, "parent", NULL);
  load_concept (self, loader, node);
  self->behaviour = (TrinhBehaviour) trinh_loader_nick (loader, node, "behaviour", behaviour_nicks, FALSE, TRINH_BEHAVIOUR_FLOW);
  self->aggregation = (TrinhAggregation) trinh_loader_nick (loader, node, "aggregation", aggregation_nicks, FALSE, (int) default_aggregation (self, node));
  self->office_kinds = trinh_loader_strings (loader, node, "office-kinds", FALSE);
  load_value_style (self, loader, node);
  return self;
}

void
trinh_form_check_merged_codes (TrinhForm *self,
                               TrinhLoader *loader,
                               JsonArray *nodes)
{
  guint end = 0; /* behind the last merged cell */

  for (guint i = 0; i < trinh_form_get_n_rows (self); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (self, i);
      JsonNode *node = json_array_get_element (nodes, i);

      if (row->merged_code != NULL && i < end)
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("row %s begins a merged code inside another"), row->key);
      else if (row->merged_code != NULL && i + row->merged_rows > trinh_form_get_n_rows (self))
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("the merged code of row %s goes over %u rows, but the form ends before"), row->key, row->merged_rows);
      else if (row->merged_code != NULL)
        end = i + row->merged_rows;
      if (i < end && *row->code != '\0')
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("row %s lies under a merged code, so it needs “code”: \"\""), row->key);
    }
}
