/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-finding.h"

struct _TrinhFinding
{
  GObject parent_instance;

  TrinhSeverity severity;
  TrinhFindingSource source;
  guint start;
  guint end;
  guint page;

  /* Owned References */
  char *rule;
  char **subjects;
  char *section;
  char *message;
  char *formula;
  char *difference;
  char *expected;
  char *found;
  char *acknowledgement;
};

enum
{
  PROP_0,
  PROP_SEVERITY,
  PROP_SOURCE,
  PROP_RULE,
  PROP_SUBJECTS,
  PROP_SECTION,
  PROP_START,
  PROP_END,
  PROP_PAGE,
  PROP_MESSAGE,
  PROP_FORMULA,
  PROP_DIFFERENCE,
  PROP_EXPECTED,
  PROP_FOUND,
  PROP_ACKNOWLEDGEMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static const char *const severity_nicks[] = { "info", "warning", "error" };
static const char *const source_nicks[] = { "figures", "text", "layout" };

G_DEFINE_FINAL_TYPE (TrinhFinding, trinh_finding, G_TYPE_OBJECT)

/* The texts that are "" rather than %NULL are set here once for all. */
static void
trinh_finding_constructed (GObject *object)
{
  TrinhFinding *self = TRINH_FINDING (object);
  char **texts[] = { &self->rule, &self->message, &self->formula, &self->difference };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] == NULL)
      *texts[i] = g_strdup ("");
  if (self->subjects == NULL)
    self->subjects = g_new0 (char *, 1);

  G_OBJECT_CLASS (trinh_finding_parent_class)->constructed (object);
}

static void
trinh_finding_finalize (GObject *object)
{
  TrinhFinding *self = TRINH_FINDING (object);

  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->subjects, g_strfreev);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->formula, g_free);
  g_clear_pointer (&self->difference, g_free);
  g_clear_pointer (&self->expected, g_free);
  g_clear_pointer (&self->found, g_free);
  g_clear_pointer (&self->acknowledgement, g_free);

  G_OBJECT_CLASS (trinh_finding_parent_class)->finalize (object);
}

/* The place of a text property, so that three functions need not name each. */
static char **
find_text (TrinhFinding *self,
           guint prop_id)
{
  switch (prop_id)
    {
    case PROP_RULE:
      return &self->rule;
    case PROP_SECTION:
      return &self->section;
    case PROP_MESSAGE:
      return &self->message;
    case PROP_FORMULA:
      return &self->formula;
    case PROP_DIFFERENCE:
      return &self->difference;
    case PROP_EXPECTED:
      return &self->expected;
    case PROP_FOUND:
      return &self->found;
    case PROP_ACKNOWLEDGEMENT:
      return &self->acknowledgement;
    default:
      return NULL;
    }
}

static void
trinh_finding_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  TrinhFinding *self = TRINH_FINDING (object);
  char **text = find_text (self, prop_id);

  if (text != NULL)
    {
      g_value_set_string (value, *text);
      return;
    }

  switch (prop_id)
    {
    case PROP_SEVERITY:
      g_value_set_int (value, (int) self->severity);
      break;
    case PROP_SOURCE:
      g_value_set_int (value, (int) self->source);
      break;
    case PROP_SUBJECTS:
      g_value_set_boxed (value, self->subjects);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_finding_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  TrinhFinding *self = TRINH_FINDING (object);
  char **text = find_text (self, prop_id);

  if (text != NULL)
    {
      *text = g_value_dup_string (value);
      return;
    }

  switch (prop_id)
    {
    case PROP_SEVERITY:
      self->severity = (TrinhSeverity) g_value_get_int (value);
      break;
    case PROP_SOURCE:
      self->source = (TrinhFindingSource) g_value_get_int (value);
      break;
    case PROP_SUBJECTS:
      self->subjects = g_value_dup_boxed (value);
      break;
    case PROP_START:
      self->start = g_value_get_uint (value);
      break;
    case PROP_END:
      self->end = g_value_get_uint (value);
      break;
    case PROP_PAGE:
      self->page = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_finding_class_init (TrinhFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = trinh_finding_constructed;
  object_class->finalize = trinh_finding_finalize;
  object_class->get_property = trinh_finding_get_property;
  object_class->set_property = trinh_finding_set_property;

  properties[PROP_SEVERITY] = g_param_spec_int ("severity", NULL, NULL, TRINH_SEVERITY_INFO, TRINH_SEVERITY_ERROR, TRINH_SEVERITY_INFO, flags);
  properties[PROP_SOURCE] = g_param_spec_int ("source", NULL, NULL, TRINH_SOURCE_FIGURES, TRINH_SOURCE_LAYOUT, TRINH_SOURCE_FIGURES, flags);
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECTS] = g_param_spec_boxed ("subjects", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_FORMULA] = g_param_spec_string ("formula", NULL, NULL, NULL, flags);
  properties[PROP_DIFFERENCE] = g_param_spec_string ("difference", NULL, NULL, NULL, flags);
  properties[PROP_EXPECTED] = g_param_spec_string ("expected", NULL, NULL, NULL, flags);
  properties[PROP_FOUND] = g_param_spec_string ("found", NULL, NULL, NULL, flags);
  properties[PROP_ACKNOWLEDGEMENT] = g_param_spec_string ("acknowledgement", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_finding_init (TrinhFinding *self)
{
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
set_range (JsonObject *object,
           TrinhFinding *self)
{
  JsonArray *range = NULL;

  if (!trinh_finding_get_range (self, NULL, NULL))
    {
      json_object_set_null_member (object, "range");
      return;
    }

  range = json_array_new ();
  json_array_add_int_element (range, self->start);
  json_array_add_int_element (range, self->end);
  json_object_set_array_member (object, "range", range);
}

const char *
trinh_severity_to_nick (TrinhSeverity severity)
{
  g_return_val_if_fail (severity <= TRINH_SEVERITY_ERROR, NULL);

  return severity_nicks[severity];
}

gboolean
trinh_severity_from_nick (const char *nick,
                          TrinhSeverity *severity)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (severity != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (severity_nicks); i++)
    {
      if (g_str_equal (nick, severity_nicks[i]))
        {
          *severity = (TrinhSeverity) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
trinh_severity_get_name (TrinhSeverity severity)
{
  switch (severity)
    {
    case TRINH_SEVERITY_ERROR:
      return _ ("Error");
    case TRINH_SEVERITY_WARNING:
      return _ ("Warning");
    case TRINH_SEVERITY_INFO:
      return _ ("Hint");
    default:
      g_return_val_if_reached ("");
    }
}

TrinhSeverity
trinh_finding_get_severity (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), TRINH_SEVERITY_INFO);

  return self->severity;
}

TrinhFindingSource
trinh_finding_get_source (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), TRINH_SOURCE_FIGURES);

  return self->source;
}

const char *
trinh_finding_get_rule (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->rule;
}

const char *const *
trinh_finding_get_subjects (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return (const char *const *) self->subjects;
}

const char *
trinh_finding_get_section (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->section;
}

const char *
trinh_finding_get_place (TrinhFinding *self)
{
  const char *const *subjects;

  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  if (trinh_finding_get_section (self) != NULL)
    return trinh_finding_get_section (self);
  subjects = trinh_finding_get_subjects (self);

  return subjects != NULL ? subjects[0] : NULL;
}

/**
 * trinh_finding_get_range:
 * @self: a finding
 * @start: (out) (optional): where it begins in the section's text, in characters
 * @end: (out) (optional): behind its last character
 *
 * Returns: %FALSE where there is none; an empty range is none
 */
gboolean
trinh_finding_get_range (TrinhFinding *self,
                         guint *start,
                         guint *end)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), FALSE);

  if (self->end <= self->start)
    return FALSE;
  if (start != NULL)
    *start = self->start;
  if (end != NULL)
    *end = self->end;

  return TRUE;
}

guint
trinh_finding_get_page (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), 0);

  return self->page;
}

const char *
trinh_finding_get_message (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->message;
}

const char *
trinh_finding_get_formula (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->formula;
}

const char *
trinh_finding_get_difference (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->difference;
}

const char *
trinh_finding_get_expected (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->expected;
}

const char *
trinh_finding_get_found (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->found;
}

gboolean
trinh_finding_get_acknowledged (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), FALSE);

  return self->acknowledgement != NULL;
}

const char *
trinh_finding_get_explanation (TrinhFinding *self)
{
  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  return self->acknowledgement;
}

gboolean
trinh_finding_equal (TrinhFinding *a,
                     TrinhFinding *b)
{
  g_return_val_if_fail (TRINH_IS_FINDING (a), FALSE);
  g_return_val_if_fail (TRINH_IS_FINDING (b), FALSE);

  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    if (find_text (a, i) != NULL && g_strcmp0 (*find_text (a, i), *find_text (b, i)) != 0)
      return FALSE;

  return a->severity == b->severity &&
         a->source == b->source &&
         a->start == b->start &&
         a->end == b->end &&
         a->page == b->page &&
         g_strv_equal ((const char *const *) a->subjects, (const char *const *) b->subjects);
}

JsonNode *
trinh_finding_to_json (TrinhFinding *self)
{
  g_autoptr (JsonObject) object = NULL;
  JsonArray *subjects = NULL;

  g_return_val_if_fail (TRINH_IS_FINDING (self), NULL);

  object = json_object_new ();
  subjects = json_array_new ();
  for (guint i = 0; self->subjects[i] != NULL; i++)
    json_array_add_string_element (subjects, self->subjects[i]);

  json_object_set_string_member (object, "severity", severity_nicks[self->severity]);
  json_object_set_string_member (object, "source", source_nicks[self->source]);
  json_object_set_string_member (object, "rule", self->rule);
  json_object_set_array_member (object, "subjects", subjects);
  set_text (object, "section", self->section);
  set_range (object, self);
  if (self->page > 0)
    json_object_set_int_member (object, "page", self->page);
  else
    json_object_set_null_member (object, "page");
  json_object_set_string_member (object, "message", self->message);
  set_text (object, "expected", self->expected);
  set_text (object, "found", self->found);
  json_object_set_boolean_member (object, "acknowledged", self->acknowledgement != NULL);

  return json_node_init_object (json_node_alloc (), object);
}
