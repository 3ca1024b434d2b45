/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-report-chart.h"
#include "trinh-report-shapes-private.h"
#include "trinh-report-private.h"

typedef struct
{
  TrinhRegime *regime;
  JsonNode *place;
  GError **error;
} Check;

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (Check *check,
        JsonNode *place,
        int code,
        const char *format,
        ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  check->place = place;
  g_set_error_literal (check->error, TRINH_CORE_ERROR, code, message);
  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
check_string (Check *check,
              const char *name,
              JsonNode *node)
{
  if (is_string (node))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a text in quotation marks."), name);
}

/* "2022", "2022-06" and "2022-06-09": what is missing is taken as the first. */
static gboolean
is_partial_date (const char *text)
{
  g_autofree char *full = NULL;
  gsize length = strlen (text);
  guint32 julian;

  full = g_strconcat (text, length == 4 ? "-01-01" : length == 7 ? "-01"
                                                                 : "",
                      NULL);
  return strlen (full) == 10 && trinh_date_parse (full, &julian);
}

static gboolean
check_date (Check *check,
            const char *name,
            JsonNode *node,
            gboolean partial)
{
  const char *text;
  guint32 julian;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!check_string (check, name, node))
    return FALSE;
  text = json_node_get_string (node);
  if (trinh_date_parse (text, &julian) || (partial && (*text == '\0' || is_partial_date (text))))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” of “%s” is no date; write it as 2022-06-09."), text, name);
}

static gboolean
check_count (Check *check,
             const char *name,
             JsonNode *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) >= 0 && json_node_get_int (node) <= G_MAXINT)
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a whole number from 0 on."), name);
}

static gboolean
check_array (Check *check,
             const char *name,
             JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a list in square brackets."), name);
}

static gboolean
check_address (Check *check,
               JsonNode *node)
{
  const char *address = json_node_get_string (node);

  if (trinh_regime_find_cell (check->regime, address, NULL, NULL, NULL))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no value “%s”."), trinh_regime_get_id (check->regime), address);
}

static gboolean
check_form (Check *check,
            JsonNode *node)
{
  const char *id = json_node_get_string (node);

  if (trinh_regime_find_form (check->regime, id) != NULL)
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no form “%s”."), trinh_regime_get_id (check->regime), id);
}

static gboolean
check_period (Check *check,
              JsonNode *node,
              const char *text)
{
  TrinhPeriod period;

  if (trinh_period_parse (text, &period, NULL))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no period; write it as 2021-H1."), text);
}

static gboolean
check_strings (Check *check,
               const char *name,
               JsonNode *node,
               TrinhReportShape shape)
{
  JsonArray *array;

  if (!check_array (check, name, node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!check_string (check, name, element) || (shape == TRINH_SHAPE_ADDRESSES && !check_address (check, element)) ||
          (shape == TRINH_SHAPE_FORMS && !check_form (check, element)) ||
          (shape == TRINH_SHAPE_PERIODS && !check_period (check, element, json_node_get_string (element))))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_state (Check *check,
             JsonNode *node)
{
  TrinhReportState state;

  if (!check_string (check, "state", node))
    return FALSE;
  if (trinh_report_state_from_nick (json_node_get_string (node), &state))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no state; known are draft, submitted, returned, approved, signed and issued."), json_node_get_string (node));
}

static gboolean
check_chart_kind (Check *check,
                  JsonNode *node)
{
  TrinhReportChartKind kind;

  if (!check_string (check, "kind", node))
    return FALSE;
  if (trinh_report_chart_kind_from_nick (json_node_get_string (node), &kind))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no kind of chart; known are “bar” and “line”."), json_node_get_string (node));
}

static gboolean
check_object (Check *check,
              const char *name,
              JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  return refuse (check, node, TRINH_CORE_ERROR_TYPE, _ ("“%s” must hold members in curly brackets."), name);
}

static gboolean
check_figures (Check *check,
               JsonNode *node)
{
  return _trinh_report_check_figures (check->regime, node, &check->place, check->error);
}

static gboolean
check_office (Check *check,
              JsonNode *node)
{
  g_autoptr (TrinhOffice) office = trinh_office_from_json (node, check->error);

  check->place = node;
  return office != NULL;
}

static gboolean
check_identity (Check *check,
                const char *name,
                JsonNode *node,
                gboolean needed,
                GHashTable *seen)
{
  JsonNode *id = json_object_get_member (json_node_get_object (node), "id");

  if (id == NULL && needed)
    return refuse (check, node, TRINH_CORE_ERROR_MISSING, _ ("An entry of “%s” has no “id”; add one."), name);
  if (id == NULL || g_hash_table_add (seen, (gpointer) json_node_get_string (id)))
    return TRUE;
  return refuse (check, id, TRINH_CORE_ERROR_DUPLICATE, _ ("“%s” holds the id “%s” twice."), name, json_node_get_string (id));
}

static gboolean check_inner (Check *check, const char *name, JsonNode *node, const TrinhReportMember *inner);

static gboolean
check_objects (Check *check,
               const TrinhReportMember *member,
               JsonNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!check_array (check, member->name, node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!check_inner (check, member->name, element, member->inner) ||
          !check_identity (check, member->name, element, member->shape == TRINH_SHAPE_REGISTER, seen))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_shape (Check *check,
             const TrinhReportMember *member,
             JsonNode *node)
{
  switch (member->shape)
    {
    case TRINH_SHAPE_STRING:
      return check_string (check, member->name, node);
    case TRINH_SHAPE_NULLABLE:
      return JSON_NODE_HOLDS_NULL (node) || check_string (check, member->name, node);
    case TRINH_SHAPE_DATE:
    case TRINH_SHAPE_PARTIAL_DATE:
      return check_date (check, member->name, node, member->shape == TRINH_SHAPE_PARTIAL_DATE);
    case TRINH_SHAPE_COUNT:
      return check_count (check, member->name, node);
    case TRINH_SHAPE_STRINGS:
    case TRINH_SHAPE_ADDRESSES:
    case TRINH_SHAPE_FORMS:
    case TRINH_SHAPE_PERIODS:
      return check_strings (check, member->name, node, member->shape);
    case TRINH_SHAPE_CHART_KIND:
      return check_chart_kind (check, node);
    case TRINH_SHAPE_FIGURES:
      return check_figures (check, node);
    case TRINH_SHAPE_STATE:
      return check_state (check, node);
    case TRINH_SHAPE_OFFICE:
      return check_office (check, node);
    case TRINH_SHAPE_OBJECT:
      return JSON_NODE_HOLDS_NULL (node) || check_inner (check, member->name, node, member->inner);
    case TRINH_SHAPE_OBJECTS:
    case TRINH_SHAPE_REGISTER:
      return check_objects (check, member, node);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_inner (Check *check,
             const char *name,
             JsonNode *node,
             const TrinhReportMember *inner)
{
  JsonObject *object;

  if (!check_object (check, name, node))
    return FALSE;
  object = json_node_get_object (node);
  for (guint i = 0; inner[i].name != NULL; i++)
    {
      JsonNode *member = json_object_get_member (object, inner[i].name);

      if (member != NULL && !check_shape (check, &inner[i], member))
        return FALSE;
    }
  return TRUE;
}

gboolean
_trinh_report_check_member (TrinhRegime *regime,
                            const char *name,
                            JsonNode *node,
                            JsonNode **place,
                            GError **error)
{
  const TrinhReportMember *member = _trinh_report_find_member (name);
  Check check = { regime, node, error };
  gboolean right = TRUE;

  if (member != NULL)
    right = check_shape (&check, member, node);
  if (place != NULL)
    *place = check.place;
  return right;
}
