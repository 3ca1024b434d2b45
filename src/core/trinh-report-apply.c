/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-edit-private.h"
#include "trinh-error.h"
#include "trinh-report-apply-private.h"

/* Members that an edit does not change: what the report is, and what has changes of its own. */
static const char *const fixed_members[] = {
  "format",
  "version",
  "id",
  "revision",
  "regime",
  "period",
  "values",
  "lists",
  "sections",
  NULL
};

/* Members that are talk about the report, or the registrar's: changing them does not undo an approval. */
static const char *const side_members[] = {
  "state",
  "comments",
  "acknowledgements",
  "journal",
  "last_document",
  "parts",
  "part",
  "merged",
  "base",
  "number",
  "date",
  NULL
};

typedef struct
{
  TrinhReport *report;
  TrinhEdit *edit;
  GHashTable *rows; /* lists as they will be */
} Preparation;

static gboolean
prepare_value (Preparation *preparation,
               guint position,
               GError **error)
{
  TrinhReport *self = preparation->report;
  const TrinhChange *change = trinh_edit_get_change (preparation->edit, position);
  const char *address = _trinh_report_resolve (self, change->target, preparation->rows, error);
  g_autoptr (TrinhValue) value = NULL;
  TrinhValue *old;
  TrinhFormRow *row;
  TrinhFormColumn *column;

  if (address == NULL)
    return FALSE;
  if (change->new_content != NULL)
    {
      trinh_regime_find_cell (self->regime, address, NULL, &row, &column);
      value = _trinh_report_parse_value (trinh_kind_of_cell (row, column), change->new_content, error);
      if (value == NULL)
        return FALSE;
    }
  old = g_hash_table_lookup (self->values, address);
  _trinh_edit_settle (preparation->edit, position, address, old != NULL ? trinh_value_to_json (old) : NULL, value != NULL && !trinh_value_is_empty (value) ? trinh_value_to_json (value) : NULL);
  return TRUE;
}

static char **
parse_rows (JsonNode *node,
            GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *key = json_array_get_string_element (array, i);

      if (!_trinh_report_check_row_key (key != NULL ? key : "", error))
        return NULL;
      if (!g_hash_table_add (seen, (gpointer) key))
        {
          g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_DUPLICATE, _ ("The row “%s” stands in the list twice."), key);
          return NULL;
        }
      g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

static JsonNode *
rows_to_json (const char *const *keys)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; keys[i] != NULL; i++)
    json_array_add_string_element (array, keys[i]);
  json_node_take_array (node, array);
  return node;
}

static gboolean
is_of_lost_row (const char *address,
                const char *form,
                char **keys)
{
  g_autofree char *its_form = NULL;
  g_autofree char *key = NULL;

  return trinh_address_split (address, &its_form, &key, NULL) && g_str_equal (its_form, form) &&
         !g_strv_contains ((const char *const *) keys, key);
}

/* What the edit had set before in a row that it takes away goes with the row. */
static void
blank_row_values (Preparation *preparation,
                  guint position,
                  const char *form,
                  char **keys)
{
  for (guint i = 0; i < position; i++)
    {
      const TrinhChange *change = trinh_edit_get_change (preparation->edit, i);
      g_autofree char *address = g_strdup (change->target);

      if (change->kind == TRINH_CHANGE_VALUE && change->new_content != NULL && is_of_lost_row (address, form, keys))
        _trinh_edit_settle (preparation->edit, i, address, change->old_content != NULL ? json_node_ref (change->old_content) : NULL, NULL);
    }
}

/* A row that goes takes its values with it, as changes of the same edit, so that undo brings them back. */
static guint
insert_row_values (Preparation *preparation,
                   guint position,
                   const char *form,
                   char **keys)
{
  TrinhReport *self = preparation->report;
  GHashTableIter iter;
  const char *address;
  TrinhValue *value;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, (gpointer *) &address, (gpointer *) &value))
    {
      if (!is_of_lost_row (address, form, keys) || _trinh_edit_find (preparation->edit, TRINH_CHANGE_VALUE, address) != NULL)
        continue;
      _trinh_edit_insert (preparation->edit, position, TRINH_CHANGE_VALUE, address, NULL);
      _trinh_edit_settle (preparation->edit, position, address, trinh_value_to_json (value), NULL);
      n++;
    }
  return n;
}

static gboolean
prepare_rows (Preparation *preparation,
              guint *position,
              GError **error)
{
  TrinhReport *self = preparation->report;
  const TrinhChange *change = trinh_edit_get_change (preparation->edit, *position);
  g_autofree char *id = g_strdup (change->target);
  TrinhForm *form = trinh_regime_find_form (self->regime, id);
  g_auto (GStrv) keys = NULL;

  if (form == NULL || !trinh_form_get_list (form))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no form that rows can be added to."), id);
      return FALSE;
    }
  keys = parse_rows (change->new_content, error);
  if (keys == NULL)
    return FALSE;
  blank_row_values (preparation, *position, id, keys);
  *position += insert_row_values (preparation, *position, id, keys);
  _trinh_edit_settle (preparation->edit, *position, id, rows_to_json (trinh_report_get_rows (self, id)), rows_to_json ((const char *const *) keys));
  g_hash_table_insert (preparation->rows, g_steal_pointer (&id), g_steal_pointer (&keys));
  return TRUE;
}

static gboolean
prepare_member (Preparation *preparation,
                guint position,
                GError **error)
{
  TrinhReport *self = preparation->report;
  const TrinhChange *change = trinh_edit_get_change (preparation->edit, position);
  g_autofree char *name = g_strdup (change->target);
  JsonNode *old = json_object_get_member (self->members, name);
  JsonNode *content = change->new_content;

  if (g_strv_contains (fixed_members, name) ||
      (content == NULL && (g_str_equal (name, "office") || g_str_equal (name, "state"))))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("“%s” of a report cannot be changed in this way."), name);
      return FALSE;
    }
  if (content != NULL && !_trinh_report_check_member (self->regime, name, content, NULL, error))
    return FALSE;
  _trinh_edit_settle (preparation->edit, position, name, old != NULL ? json_node_ref (old) : NULL, content != NULL ? json_node_ref (content) : NULL);
  return TRUE;
}

static gboolean
prepare (Preparation *preparation,
         GError **error)
{
  for (guint i = 0; i < trinh_edit_get_n_changes (preparation->edit); i++)
    {
      gboolean prepared = FALSE;

      switch (trinh_edit_get_change (preparation->edit, i)->kind)
        {
        case TRINH_CHANGE_VALUE:
          prepared = prepare_value (preparation, i, error);
          break;
        case TRINH_CHANGE_SECTION:
          prepared = _trinh_report_prepare_section (preparation->report, preparation->edit, i, error);
          break;
        case TRINH_CHANGE_ROWS:
          prepared = prepare_rows (preparation, &i, error);
          break;
        case TRINH_CHANGE_MEMBER:
          prepared = prepare_member (preparation, i, error);
          break;
        default:
          g_return_val_if_reached (FALSE);
        }
      if (!prepared)
        return FALSE;
    }
  return TRUE;
}

gboolean
_trinh_report_is_side_member (const char *name)
{
  return g_strv_contains (side_members, name);
}

static gboolean
changes_content (TrinhEdit *edit)
{
  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    {
      const TrinhChange *change = trinh_edit_get_change (edit, i);

      if (change->kind != TRINH_CHANGE_MEMBER || !_trinh_report_is_side_member (change->target))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_state (TrinhReport *self,
              GError **error)
{
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("The report is %s and does not change any more; make a new report that replaces it."), trinh_report_state_get_name (self->state));
  return FALSE;
}

static gboolean
check_transition (TrinhReport *self,
                  TrinhReportState to,
                  gboolean content,
                  GError **error)
{
  if (!_trinh_report_state_may_follow (self->state, to))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("A report cannot go from “%s” to “%s”."), trinh_report_state_get_name (self->state), trinh_report_state_get_name (to));
      return FALSE;
    }
  if (content && to >= TRINH_STATE_APPROVED)
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("A report cannot be changed and become “%s” in one step."), trinh_report_state_get_name (to));
      return FALSE;
    }
  return TRUE;
}

/* "2022-06" is no day yet. */
static gboolean
is_blank_yet (TrinhReport *self,
              const TrinhChange *change)
{
  if (g_str_equal (change->target, "number"))
    return *trinh_report_get_number (self) == '\0';
  return g_str_equal (change->target, "date") && strlen (trinh_report_get_date (self)) < strlen ("2022-06-09");
}

/* What a signed report still takes: the next state with its row of the journal, and the number and date that were left open. */
static gboolean
is_last_step (TrinhReport *self,
              TrinhEdit *edit)
{
  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    {
      const TrinhChange *change = trinh_edit_get_change (edit, i);

      if (change->kind != TRINH_CHANGE_MEMBER ||
          !(g_str_equal (change->target, "state") || g_str_equal (change->target, "journal") || is_blank_yet (self, change)))
        return FALSE;
    }
  return TRUE;
}

/* What was submitted or approved is a draft again once its content changes. */
static gboolean
check_state (TrinhReport *self,
             TrinhEdit *edit,
             gboolean from_history,
             GError **error)
{
  TrinhChange *change = _trinh_edit_find (edit, TRINH_CHANGE_MEMBER, "state");
  gboolean content = changes_content (edit);
  gboolean frozen = self->state == TRINH_STATE_SIGNED || self->state == TRINH_STATE_ISSUED;
  TrinhReportState to = self->state;

  if (frozen && (from_history || change == NULL || !is_last_step (self, edit)))
    return refuse_state (self, error);
  if (from_history)
    return TRUE;
  if (change != NULL)
    {
      trinh_report_state_from_nick (json_node_get_string (change->new_content), &to);
      return check_transition (self, to, content, error);
    }
  if (content && (self->state == TRINH_STATE_SUBMITTED || self->state == TRINH_STATE_APPROVED))
    {
      guint last = trinh_edit_get_n_changes (edit);

      _trinh_edit_put (edit, TRINH_CHANGE_MEMBER, "state", _trinh_json_string ("draft"));
      _trinh_edit_settle (edit, last, "state", json_node_ref (json_object_get_member (self->members, "state")), _trinh_json_string ("draft"));
    }
  return TRUE;
}

static void
commit (TrinhReport *self,
        const TrinhChange *change)
{
  g_autoptr (TrinhValue) value = NULL;

  switch (change->kind)
    {
    case TRINH_CHANGE_VALUE:
      if (change->new_content != NULL)
        value = trinh_value_from_json (change->new_content, NULL);
      _trinh_report_put_value (self, change->target, value);
      break;
    case TRINH_CHANGE_SECTION:
      _trinh_report_commit_section (self, change);
      break;
    case TRINH_CHANGE_ROWS:
      _trinh_report_put_rows (self, change->target, parse_rows (change->new_content, NULL));
      break;
    case TRINH_CHANGE_MEMBER:
      _trinh_report_set_member (self, change->target, change->new_content);
      break;
    default:
      g_return_if_reached ();
    }
}

gboolean
_trinh_report_carry_out (TrinhReport *self,
                         TrinhEdit *edit,
                         gboolean from_history,
                         GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  Preparation preparation = { self, edit, rows };

  if (!prepare (&preparation, error))
    return FALSE;
  _trinh_edit_drop_idle (edit);
  if (trinh_edit_get_n_changes (edit) == 0)
    return TRUE;
  if (!check_state (self, edit, from_history, error))
    return FALSE;
  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    commit (self, trinh_edit_get_change (edit, i));
  _trinh_report_read_members (self);
  _trinh_edit_set_applied (edit);
  self->revision++;
  return TRUE;
}
