/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-report-chart.h"
#include "trinh-report-private.h"

typedef enum
{
  SHAPE_STRING,
  SHAPE_NULLABLE,     /* string or null */
  SHAPE_DATE,         /* ISO or null */
  SHAPE_PARTIAL_DATE, /* ISO, year and month, year, "" or null */
  SHAPE_COUNT,        /* whole, from 0 on */
  SHAPE_STRINGS,
  SHAPE_ADDRESSES,
  SHAPE_FORMS,
  SHAPE_PERIODS,
  SHAPE_CHART_KIND,
  SHAPE_FIGURES, /* period → address → number */
  SHAPE_STATE,
  SHAPE_OFFICE,
  SHAPE_OBJECT,   /* or null */
  SHAPE_OBJECTS,  /* objects whose "id", where there is one, is unique */
  SHAPE_REGISTER, /* objects that must have a unique "id" */
} Shape;

typedef struct _Member Member;

struct _Member
{
  const char *name;
  Shape shape;
  const Member *inner;
};

static const Member replaces_members[] = {
  { "id", SHAPE_STRING },
  { "number", SHAPE_STRING },
  { "date", SHAPE_PARTIAL_DATE },
  { "pdf_sha256", SHAPE_NULLABLE },
  { NULL },
};

static const Member signatory_members[] = {
  { "capacity", SHAPE_STRINGS },
  { "title", SHAPE_STRING },
  { "name", SHAPE_STRING },
  { NULL },
};

static const Member file_members[] = {
  { "name", SHAPE_STRING },
  { "sha256", SHAPE_STRING },
  { NULL },
};

static const Member document_members[] = {
  { "id", SHAPE_STRING },
  { "kind", SHAPE_STRING },
  { "number", SHAPE_STRING },
  { "symbol", SHAPE_STRING },
  { "date", SHAPE_PARTIAL_DATE },
  { "issuer", SHAPE_STRING },
  { "abstract", SHAPE_STRING },
  { "counts", SHAPE_ADDRESSES },
  { "file", SHAPE_OBJECT, file_members },
  { NULL },
};

static const Member task_members[] = {
  { "id", SHAPE_STRING },
  { "title", SHAPE_STRING },
  { "lead", SHAPE_STRING },
  { "due", SHAPE_DATE },
  { "done", SHAPE_DATE },
  { "counts", SHAPE_ADDRESSES },
  { NULL },
};

static const Member acknowledgement_members[] = {
  { "id", SHAPE_STRING },
  { "rule", SHAPE_STRING },
  { "subjects", SHAPE_STRINGS },
  { "values", SHAPE_STRINGS },
  { "explanation", SHAPE_STRING },
  { "by", SHAPE_STRING },
  { "at", SHAPE_STRING },
  { NULL },
};

static const Member part_members[] = {
  { "id", SHAPE_STRING },
  { "title", SHAPE_STRING },
  { "forms", SHAPE_FORMS },
  { "sections", SHAPE_STRINGS },
  { "who", SHAPE_STRING },
  { "due", SHAPE_DATE },
  { "sent", SHAPE_NULLABLE },
  { "returned", SHAPE_NULLABLE },
  { NULL },
};

static const Member chart_members[] = {
  { "id", SHAPE_STRING },
  { "title", SHAPE_STRING },
  { "kind", SHAPE_CHART_KIND },
  { "indicators", SHAPE_ADDRESSES },
  { "periods", SHAPE_PERIODS },
  { "values", SHAPE_FIGURES },
  { NULL },
};

static const Member comment_members[] = {
  { "id", SHAPE_STRING },
  { "thread", SHAPE_NULLABLE },
  { "cell", SHAPE_NULLABLE },
  { "section", SHAPE_NULLABLE },
  { "quote", SHAPE_NULLABLE },
  { "by", SHAPE_STRING },
  { "role", SHAPE_STRING },
  { "at", SHAPE_STRING },
  { "text", SHAPE_STRING },
  { "start", SHAPE_COUNT },
  { "mark", SHAPE_STRING },
  { NULL },
};

static const Member journal_members[] = {
  { "id", SHAPE_STRING },
  { "step", SHAPE_STRING },
  { "by", SHAPE_STRING },
  { "role", SHAPE_STRING },
  { "at", SHAPE_STRING },
  { "remark", SHAPE_STRING },
  { "revision", SHAPE_COUNT },
  { "content", SHAPE_NULLABLE },
  { "file", SHAPE_OBJECT, file_members },
  { NULL },
};

static const Member members[] = {
  { "base", SHAPE_NULLABLE },
  { "part", SHAPE_NULLABLE },
  { "merged", SHAPE_STRINGS },
  { "replaces", SHAPE_OBJECT, replaces_members },
  { "data_from", SHAPE_DATE },
  { "data_to", SHAPE_DATE },
  { "office", SHAPE_OFFICE },
  { "number", SHAPE_STRING },
  { "symbol", SHAPE_STRING },
  { "date", SHAPE_PARTIAL_DATE },
  { "subject", SHAPE_STRING },
  { "addressees", SHAPE_STRINGS },
  { "recipients", SHAPE_STRINGS },
  { "signatories", SHAPE_OBJECTS, signatory_members },
  { "documents", SHAPE_REGISTER, document_members },
  { "tasks", SHAPE_REGISTER, task_members },
  { "parts", SHAPE_REGISTER, part_members },
  { "charts", SHAPE_REGISTER, chart_members },
  { "acknowledgements", SHAPE_OBJECTS, acknowledgement_members },
  { "comments", SHAPE_OBJECTS, comment_members },
  { "state", SHAPE_STATE },
  { "journal", SHAPE_OBJECTS, journal_members },
  { NULL },
};

static const char *const order[] = {
  "format",
  "version",
  "id",
  "revision",
  "base",
  "part",
  "merged",
  "replaces",
  "regime",
  "period",
  "data_from",
  "data_to",
  "office",
  "number",
  "symbol",
  "date",
  "subject",
  "addressees",
  "recipients",
  "signatories",
  "values",
  "lists",
  "sections",
  "documents",
  "tasks",
  "parts",
  "charts",
  "acknowledgements",
  "comments",
  "state",
  "journal",
  NULL
};

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
               Shape shape)
{
  JsonArray *array;

  if (!check_array (check, name, node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!check_string (check, name, element) || (shape == SHAPE_ADDRESSES && !check_address (check, element)) ||
          (shape == SHAPE_FORMS && !check_form (check, element)) ||
          (shape == SHAPE_PERIODS && !check_period (check, element, json_node_get_string (element))))
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

static gboolean check_inner (Check *check, const char *name, JsonNode *node, const Member *inner);

static gboolean
check_objects (Check *check,
               const Member *member,
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
          !check_identity (check, member->name, element, member->shape == SHAPE_REGISTER, seen))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_shape (Check *check,
             const Member *member,
             JsonNode *node)
{
  switch (member->shape)
    {
    case SHAPE_STRING:
      return check_string (check, member->name, node);
    case SHAPE_NULLABLE:
      return JSON_NODE_HOLDS_NULL (node) || check_string (check, member->name, node);
    case SHAPE_DATE:
    case SHAPE_PARTIAL_DATE:
      return check_date (check, member->name, node, member->shape == SHAPE_PARTIAL_DATE);
    case SHAPE_COUNT:
      return check_count (check, member->name, node);
    case SHAPE_STRINGS:
    case SHAPE_ADDRESSES:
    case SHAPE_FORMS:
    case SHAPE_PERIODS:
      return check_strings (check, member->name, node, member->shape);
    case SHAPE_CHART_KIND:
      return check_chart_kind (check, node);
    case SHAPE_FIGURES:
      return check_figures (check, node);
    case SHAPE_STATE:
      return check_state (check, node);
    case SHAPE_OFFICE:
      return check_office (check, node);
    case SHAPE_OBJECT:
      return JSON_NODE_HOLDS_NULL (node) || check_inner (check, member->name, node, member->inner);
    case SHAPE_OBJECTS:
    case SHAPE_REGISTER:
      return check_objects (check, member, node);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_inner (Check *check,
             const char *name,
             JsonNode *node,
             const Member *inner)
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
  Check check = { regime, node, error };
  gboolean right = TRUE;

  for (guint i = 0; members[i].name != NULL; i++)
    if (g_str_equal (members[i].name, name))
      right = check_shape (&check, &members[i], node);
  if (place != NULL)
    *place = check.place;
  return right;
}

const char *const *
_trinh_report_list_members (void)
{
  return order;
}
