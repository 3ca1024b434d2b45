/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"

/* What stands at an address, in the file's form: what was acknowledged was acknowledged for these. */
static char *
dup_current (TrinhEvaluation *self,
             const char *address)
{
  TrinhValue *value = trinh_report_get_value (self->report, address);
  TrinhDecimal number;

  if (trinh_value_get_text (value) != NULL && trinh_value_get_origin (value) != TRINH_ORIGIN_COMPUTED)
    return g_strdup (trinh_value_get_text (value));
  if (trinh_evaluation_get_decimal (self, address, &number))
    return trinh_decimal_to_canonical (number);
  return g_strdup ("");
}

/* A text finding is about its section and what it found there. */
static char **
dup_subjects (const char *const *subjects,
              const char *section)
{
  const char *const only[] = { section, NULL };

  return g_strdupv ((char **) (section != NULL || subjects == NULL ? only : subjects));
}

/* What is about nothing that is there is about what was expected. */
static char **
dup_values (TrinhEvaluation *self,
            const char *const *subjects,
            const char *section,
            const char *found,
            const char *expected)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  if (section != NULL)
    g_strv_builder_add (values, found != NULL ? found : "");
  else if ((subjects == NULL || subjects[0] == NULL) && expected != NULL)
    g_strv_builder_add (values, expected);
  else
    for (guint i = 0; subjects != NULL && subjects[i] != NULL; i++)
      g_strv_builder_take (values, dup_current (self, subjects[i]));
  return g_strv_builder_end (values);
}

static gboolean
array_equals (JsonObject *object,
              const char *name,
              char **strings)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint n = g_strv_length (strings);

  if (array == NULL || json_array_get_length (array) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (json_array_get_string_element (array, i), strings[i]))
      return FALSE;
  return TRUE;
}

/* The explanation of the acknowledgement that fits, or %NULL. */
static const char *
find_acknowledgement (TrinhEvaluation *self,
                      const TrinhFindingDraft *draft)
{
  JsonNode *node = trinh_report_get_member (self->report, "acknowledgements");
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  g_auto (GStrv) subjects = NULL;
  g_auto (GStrv) values = NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  subjects = dup_subjects (draft->subjects, draft->section);
  values = dup_values (self, draft->subjects, draft->section, draft->found, draft->expected);
  for (guint i = json_array_get_length (array); i > 0; i--)
    {
      JsonObject *object = json_array_get_object_element (array, i - 1);

      if (g_str_equal (json_object_get_string_member_with_default (object, "rule", ""), draft->rule) &&
          array_equals (object, "subjects", subjects) && array_equals (object, "values", values))
        return json_object_get_string_member_with_default (object, "explanation", "");
    }
  return NULL;
}

void
_trinh_evaluation_add (TrinhEvaluation *self,
                       GPtrArray **findings,
                       const TrinhFindingDraft *draft)
{
  static const char *const none[] = { NULL };
  TrinhFinding *finding;

  finding = g_object_new (TRINH_TYPE_FINDING,
                          "severity",
                          draft->severity,
                          "source",
                          draft->source,
                          "rule",
                          draft->rule,
                          "subjects",
                          draft->subjects != NULL ? draft->subjects : none,
                          "section",
                          draft->section,
                          "start",
                          draft->start,
                          "end",
                          draft->end,
                          "message",
                          draft->message,
                          "formula",
                          draft->formula,
                          "difference",
                          draft->difference,
                          "expected",
                          draft->expected,
                          "found",
                          draft->found,
                          "acknowledgement",
                          find_acknowledgement (self, draft),
                          NULL);
  if (*findings == NULL)
    *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (*findings, finding);
}

static void
touch (TrinhEvaluation *self,
       GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const char *const *subjects = trinh_finding_get_subjects (g_ptr_array_index (findings, i));

      if (subjects[0] != NULL)
        g_hash_table_add (self->touched, (gpointer) g_intern_string (subjects[0]));
    }
}

static gboolean
keep_equal (GPtrArray *old,
            GPtrArray *fresh)
{
  gboolean same = (old != NULL ? old->len : 0) == (fresh != NULL ? fresh->len : 0);

  for (guint i = 0; fresh != NULL && i < fresh->len; i++)
    {
      gboolean kept = FALSE;

      for (guint j = 0; !kept && old != NULL && j < old->len; j++)
        if (trinh_finding_equal (g_ptr_array_index (old, j), g_ptr_array_index (fresh, i)))
          {
            g_object_unref (g_ptr_array_index (fresh, i));
            g_ptr_array_index (fresh, i) = g_object_ref (g_ptr_array_index (old, j));
            kept = TRUE;
          }
      same &= kept;
    }
  return same;
}

void
_trinh_evaluation_replace (TrinhEvaluation *self,
                           GPtrArray **findings,
                           GPtrArray *fresh)
{
  GPtrArray *old = *findings;

  if (old == NULL && fresh == NULL)
    return;
  if (!keep_equal (old, fresh))
    {
      self->list_changed = TRUE;
      touch (self, old);
      touch (self, fresh);
    }
  *findings = fresh;
  g_clear_pointer (&old, g_ptr_array_unref);
}

/* Whether the finding says that an entered value disagrees with its formula, and the formula gives something better. */
static gboolean
can_take_computed (TrinhEvaluation *self,
                   TrinhFinding *finding)
{
  const char *address = trinh_finding_get_subjects (finding)[0];
  const TrinhCell *cell;
  guint slot;

  if (address == NULL || !trinh_regime_find_slot (trinh_report_get_regime (self->report), address, &slot))
    return FALSE;
  cell = &self->cells[slot];
  return cell->formula != TRINH_NO_SLOT &&
         g_str_equal (trinh_rule_get_id (self->checks[cell->formula].rule), trinh_finding_get_rule (finding)) &&
         (self->figures[TRINH_REACH_THIS].figures[slot].flags & TRINH_FIGURE_OVERFLOW) == 0 &&
         trinh_value_get_text (trinh_report_get_value (self->report, address)) != NULL;
}

/* Whether the finding says that a register has another number */
static gboolean
can_take_registered (TrinhEvaluation *self,
                     TrinhFinding *finding)
{
  const char *address = trinh_finding_get_subjects (finding)[0];
  TrinhCheck *check = address != NULL ? _trinh_evaluation_find_register_check (self, address) : NULL;

  return check != NULL && g_str_equal (trinh_rule_get_id (check->rule), trinh_finding_get_rule (finding));
}

/* The computed value at the precision the finding speaks of; blank where there is no ratio. */
TrinhEdit *
trinh_evaluation_make_take_computed (TrinhEvaluation *self,
                                     TrinhFinding *finding)
{
  g_autofree char *label = NULL;
  g_autoptr (TrinhValue) value = NULL;
  TrinhFormRow *row = NULL;
  const char *address;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (TRINH_IS_FINDING (finding), NULL);

  if (can_take_registered (self, finding))
    return trinh_evaluation_make_take_registered (self, trinh_finding_get_subjects (finding)[0]);
  if (!can_take_computed (self, finding))
    return NULL;
  address = trinh_finding_get_subjects (finding)[0];
  value = trinh_value_with_text (trinh_report_get_value (self->report, address),
                                 trinh_finding_get_expected (finding),
                                 TRINH_ORIGIN_ENTERED);
  trinh_regime_find_cell (trinh_report_get_regime (self->report), address, NULL, &row, NULL);
  /* Translators: what can be undone; %s is an indicator's code */
  label = g_strdup_printf (_ ("computed value of %s"), trinh_form_row_get_plain_code (row));
  return trinh_edit_new_value (label, address, value);
}

static char *
dup_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return g_date_time_format_iso8601 (now);
}

static void
set_strings (JsonObject *object,
             const char *name,
             char **strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  json_object_set_array_member (object, name, array);
}

/* The earlier ones, without those of the same rule and subjects: their values no longer fit. Without subjects the
 * values alone say which one it is. */
static JsonArray *
copy_acknowledgements (TrinhEvaluation *self,
                       const char *rule,
                       char **subjects,
                       char **values)
{
  JsonNode *node = trinh_report_get_member (self->report, "acknowledgements");
  JsonArray *old = node != NULL ? json_node_get_array (node) : NULL;
  JsonArray *array = json_array_new ();

  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    {
      JsonObject *object = json_array_get_object_element (old, i);

      if (!g_str_equal (json_object_get_string_member_with_default (object, "rule", ""), rule) ||
          !array_equals (object, "subjects", subjects) || (subjects[0] == NULL && !array_equals (object, "values", values)))
        json_array_add_object_element (array, json_object_ref (object));
    }
  return array;
}

TrinhEdit *
trinh_evaluation_make_acknowledge (TrinhEvaluation *self,
                                   TrinhFinding *finding,
                                   const char *explanation,
                                   const char *author)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *id = NULL;
  g_autofree char *now = NULL;
  g_auto (GStrv) subjects = NULL;
  g_auto (GStrv) values = NULL;
  JsonObject *object;
  JsonArray *array;
  TrinhEdit *edit;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (TRINH_IS_FINDING (finding), NULL);
  g_return_val_if_fail (explanation != NULL, NULL);

  /* Unique in all copies: they are united by id. */
  id = g_uuid_string_random ();
  now = dup_now ();
  subjects = dup_subjects (trinh_finding_get_subjects (finding), trinh_finding_get_section (finding));
  values = dup_values (self, trinh_finding_get_subjects (finding), trinh_finding_get_section (finding), trinh_finding_get_found (finding), trinh_finding_get_expected (finding));
  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "rule", trinh_finding_get_rule (finding));
  set_strings (object, "subjects", subjects);
  set_strings (object, "values", values);
  json_object_set_string_member (object, "explanation", explanation);
  json_object_set_string_member (object, "by", author != NULL ? author : "");
  json_object_set_string_member (object, "at", now);
  array = copy_acknowledgements (self, trinh_finding_get_rule (finding), subjects, values);
  json_array_add_object_element (array, object);
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  edit = trinh_edit_new (_ ("acknowledgement"));
  trinh_edit_set_author (edit, author);
  trinh_edit_set_member (edit, "acknowledgements", node);
  return edit;
}
