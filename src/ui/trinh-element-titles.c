/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-element-row-private.h"

const TrinhDraftChoice _trinh_element_kinds[] = {
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

const TrinhDraftChoice _trinh_element_period_kinds[] = {
  { "month", N_ ("Month") },
  { "quarter", N_ ("Quarter") },
  { "half", N_ ("Six months") },
  { "nine-months", N_ ("Nine months") },
  { "year", N_ ("Year") },
  { "ad-hoc", N_ ("From one day to another") },
  { NULL, NULL },
};

const char *
_trinh_element_get (const TrinhDraftPlace *place,
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

char *
_trinh_element_dup_title (const TrinhDraftPlace *place,
                          TrinhElementKind kind)
{
  g_autofree char *plain = NULL;

  switch (kind)
    {
    case TRINH_ELEMENT_KIND_ITEM:
      if (g_str_equal (_trinh_element_get (place, "role"), "opening"))
        return g_strdup (_ ("Opening"));
      if (g_str_equal (_trinh_element_get (place, "role"), "closing"))
        return g_strdup (_ ("Closing"));
      return g_strdup_printf ("%s. %s", _trinh_element_get (place, "number"), _trinh_element_get (place, "title"));
    case TRINH_ELEMENT_KIND_ROW:
      plain = trinh_markup_strip (_trinh_element_get (place, "label"));
      return g_strdup_printf ("%s  %s", _trinh_element_get (place, "key"), plain);
    case TRINH_ELEMENT_KIND_RULE:
      return g_strdup (*_trinh_element_get (place, "message") != '\0' ? _trinh_element_get (place, "message") : _trinh_element_get (place, "id"));
    case TRINH_ELEMENT_KIND_PERIOD:
      return g_strdup (find_title (_trinh_element_period_kinds, _trinh_element_get (place, "kind")));
    case TRINH_ELEMENT_KIND_ANNEX:
      plain = trinh_markup_strip (_trinh_element_get (place, "title"));
      return g_strdup_printf ("%s %s", _trinh_element_get (place, "label"), plain);
    case TRINH_ELEMENT_KIND_PART:
    case TRINH_ELEMENT_KIND_MISSING:
      return g_strdup (_trinh_element_get (place, "form"));
    case TRINH_ELEMENT_KIND_COLUMN:
    case TRINH_ELEMENT_KIND_GROUP:
    case TRINH_ELEMENT_KIND_SIGNATORY:
    default:
      return trinh_markup_strip (_trinh_element_get (place, "title"));
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

  while (kind < G_N_ELEMENTS (names) && !g_str_equal (_trinh_element_period_kinds[kind].value, _trinh_element_get (place, "kind")))
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

/* "bm1, bm2" */
static char *
dup_list (const TrinhDraftPlace *place,
          const char *member)
{
  JsonObject *element = trinh_regime_draft_get_element (place->draft, place->document, place->array, place->index);
  JsonNode *node = element != NULL ? json_object_get_member (element, member) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", json_array_get_string_element (json_node_get_array (node), i));
  return g_strdup (list->str);
}

char *
_trinh_element_dup_subtitle (const TrinhDraftPlace *place,
                             TrinhElementKind kind)
{
  switch (kind)
    {
    case TRINH_ELEMENT_KIND_ROW:
      return *_trinh_element_get (place, "unit") != '\0' ? g_strdup_printf ("%s · %s", find_title (_trinh_element_kinds, *_trinh_element_get (place, "kind") != '\0' ? _trinh_element_get (place, "kind") : "none"), _trinh_element_get (place, "unit"))
                                                         : g_strdup (find_title (_trinh_element_kinds, *_trinh_element_get (place, "kind") != '\0' ? _trinh_element_get (place, "kind") : "none"));
    case TRINH_ELEMENT_KIND_RULE:
      return g_strdup (_trinh_element_get (place, "expression"));
    case TRINH_ELEMENT_KIND_PERIOD:
      return dup_dates (place);
    case TRINH_ELEMENT_KIND_COLUMN:
      return g_strdup (_trinh_element_get (place, "id"));
    case TRINH_ELEMENT_KIND_SIGNATORY:
      return g_strdup (_trinh_element_get (place, "name"));
    case TRINH_ELEMENT_KIND_PART:
    case TRINH_ELEMENT_KIND_MISSING:
      return g_strdup (_trinh_element_get (place, "who"));
    case TRINH_ELEMENT_KIND_GROUP:
      return dup_list (place, "columns");
    case TRINH_ELEMENT_KIND_ANNEX:
      return dup_list (place, "forms");
    case TRINH_ELEMENT_KIND_ITEM:
    default:
      return g_strdup ("");
    }
}
