/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-expression-private.h"
#include "trinh-form.h"
#include "trinh-rule-private.h"

static const char *const members[] = { "id", "expression", "missing", "severity", "message", NULL };

static const TrinhLoaderNick missing_nicks[] = {
  { "skip-if-any", TRINH_MISSING_SKIP_IF_ANY },
  { "skip-if-all", TRINH_MISSING_SKIP_IF_ALL },
  { "zero", TRINH_MISSING_ZERO },
  { NULL, 0 },
};

static const TrinhLoaderNick severity_nicks[] = {
  { "error", TRINH_SEVERITY_ERROR },
  { "warning", TRINH_SEVERITY_WARNING },
  { "info", TRINH_SEVERITY_INFO },
  { NULL, 0 },
};

/* Gives every "{name}" of @message to @bind and puts the address in its place. */
static char *
map_message (const char *message,
             TrinhExpressionBind bind,
             gpointer user_data,
             GError **error)
{
  g_autoptr (GString) mapped = g_string_new (NULL);
  const char *open;

  for (; (open = strchr (message, '{')) != NULL; message = strchr (open, '}') + 1)
    {
      const char *close = strchr (open, '}');
      g_autofree char *name = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;
      const char *address = name;
      guint slot;

      if (name == NULL || !bind (name, &address, &slot, user_data))
        {
          g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("the message names no value at “%s”; write it like {bm1:2.1}"), open);
          return NULL;
        }
      g_string_append_len (mapped, message, open - message);
      g_string_append_printf (mapped, "{%s}", address);
    }
  g_string_append (mapped, message);
  return g_strdup (mapped->str);
}

static gboolean
qualify (const char *name,
         const char **address,
         guint *slot,
         gpointer user_data)
{
  const char *form = user_data;

  *slot = G_MAXUINT;
  if (trinh_address_is_concept (name) || trinh_address_split (name, NULL, NULL, NULL))
    return TRUE;
  if (form == NULL)
    return FALSE;
  *address = trinh_address_build (form, name, NULL);
  return trinh_address_split (*address, NULL, NULL, NULL) || trinh_address_split_own (*address, NULL, NULL);
}

/* A formula is one row's, and names it. */
static gboolean
names_every_row (TrinhExpression *expression)
{
  for (guint i = 0; i < trinh_expression_get_n_references (expression); i++)
    if (trinh_address_split_own (trinh_expression_get_reference (expression, i)->name, NULL, NULL))
      return TRUE;
  return FALSE;
}

static TrinhExpression *
load_expression (TrinhLoader *loader,
                 JsonNode *node,
                 const char *form,
                 gboolean condition)
{
  const char *text = trinh_loader_string (loader, node, "expression", TRUE);
  JsonNode *member = json_object_get_member (json_node_get_object (node), "expression");
  g_autoptr (TrinhExpression) expression = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return NULL;
  expression = trinh_expression_parse (text, form, NULL, &error);
  if (expression == NULL)
    trinh_loader_problem (loader, member, error->code, _ ("expression, %s"), error->message);
  else if (condition && !trinh_expression_is_condition (expression))
    trinh_loader_problem (loader, member, TRINH_CORE_ERROR_TYPE, _ ("a rule must compare, like [2.1] <= [2]; this expression is a number"));
  else if (!condition && trinh_expression_is_condition (expression))
    trinh_loader_problem (loader, member, TRINH_CORE_ERROR_TYPE, _ ("a formula must give a number; this expression is a condition (write the right side alone)"));
  else if (!condition && names_every_row (expression))
    trinh_loader_problem (loader, member, TRINH_CORE_ERROR_TYPE, _ ("a formula names its row, like [3@online]; a column of every row stands in rules alone"));
  else
    return g_steal_pointer (&expression);
  return NULL;
}

static char *
load_message (TrinhLoader *loader,
              JsonNode *node,
              const char *form)
{
  const char *text = trinh_loader_string (loader, node, "message", FALSE);
  g_autoptr (GError) error = NULL;
  char *message;

  if (text == NULL)
    return g_strdup ("");
  message = map_message (text, qualify, (gpointer) form, &error);
  if (message == NULL)
    trinh_loader_problem (loader, json_object_get_member (json_node_get_object (node), "message"), error->code, "%s", error->message);
  return message;
}

static const char *
load_id (TrinhLoader *loader,
         JsonNode *node)
{
  const char *id = trinh_loader_string (loader, node, "id", TRUE);

  if (id == NULL || (*id != '\0' && strpbrk (id, " \t\n") == NULL))
    return id;
  trinh_loader_problem (loader, json_object_get_member (json_node_get_object (node), "id"), TRINH_CORE_ERROR_SYNTAX, _ ("the id “%s” of a rule must not be empty nor hold spaces"), id);
  return NULL;
}

TrinhRule *
trinh_rule_load (TrinhLoader *loader,
                 JsonNode *node,
                 const char *form,
                 const char *target)
{
  g_autoptr (TrinhExpression) expression = NULL;
  g_autofree char *message = NULL;
  const char *id;
  TrinhRule *self;
  int missing, severity;

  if (trinh_loader_object (loader, node, target != NULL ? _ ("a formula") : _ ("a rule"), members) == NULL)
    return NULL;
  id = load_id (loader, node);
  expression = load_expression (loader, node, form, target == NULL);
  missing = trinh_loader_nick (loader, node, "missing", missing_nicks, TRUE, -1);
  severity = trinh_loader_nick (loader, node, "severity", severity_nicks, TRUE, -1);
  message = load_message (loader, node, form);
  if (id == NULL || expression == NULL || missing < 0 || severity < 0 || message == NULL)
    return NULL;

  self = trinh_rule_new (id, target, expression, (TrinhMissing) missing, (TrinhSeverity) severity, message);
  self->place = g_strdup_printf ("%s:%u", trinh_json_document_get_name (loader->document), trinh_json_document_get_line (loader->document, node));
  return self;
}

static void
add_problem (TrinhRule *rule,
             GPtrArray *problems,
             int code,
             const char *message)
{
  g_ptr_array_add (problems, g_error_new (TRINH_CORE_ERROR, code, "%s: %s", rule->place != NULL ? rule->place : rule->id, message));
}

TrinhRule *
trinh_rule_bind (TrinhRule *self,
                 TrinhExpressionBind bind,
                 gpointer user_data,
                 GPtrArray *problems)
{
  g_autoptr (TrinhExpression) expression = NULL;
  g_autoptr (GError) expression_error = NULL;
  g_autoptr (GError) message_error = NULL;
  g_autofree char *message = NULL;
  TrinhRule *bound;

  expression = trinh_expression_bind (self->expression, bind, user_data, &expression_error);
  if (expression == NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("expression of “%s”, %s"), self->id, expression_error->message);

      add_problem (self, problems, expression_error->code, text);
    }
  message = map_message (self->message, bind, user_data, &message_error);
  if (message == NULL)
    add_problem (self, problems, message_error->code, message_error->message);
  if (expression == NULL || message == NULL)
    return NULL;

  bound = trinh_rule_new (self->id, self->target, expression, self->missing, self->severity, message);
  bound->place = g_strdup (self->place);
  return bound;
}

void
trinh_rules_bind (GListStore *rules,
                  TrinhExpressionBind bind,
                  gpointer user_data,
                  GPtrArray *problems)
{
  g_autoptr (GPtrArray) bound = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_rules = g_list_model_get_n_items (G_LIST_MODEL (rules));

  for (guint i = 0; i < n_rules; i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (G_LIST_MODEL (rules), i);
      TrinhRule *copy = trinh_rule_bind (rule, bind, user_data, problems);

      if (copy != NULL)
        g_ptr_array_add (bound, copy);
    }
  g_list_store_splice (rules, 0, n_rules, bound->pdata, bound->len);
}

void
trinh_rules_check_ids (GListModel *rules,
                       GPtrArray *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);
      TrinhRule *first = g_hash_table_lookup (seen, rule->id);
      g_autofree char *text = NULL;

      if (first == NULL)
        {
          g_hash_table_insert (seen, rule->id, rule);
          continue;
        }
      text = g_strdup_printf (_ ("the rule id “%s” is used twice; the first is at %s"), rule->id, first->place);
      add_problem (rule, problems, TRINH_CORE_ERROR_DUPLICATE, text);
    }
}

typedef struct
{
  GHashTable *formulas; /* target → rule, borrowed */
  GHashTable *done;     /* of rules */
  GPtrArray *path;      /* of rules */
  GPtrArray *problems;
} CycleSearch;

static void
report_cycle (CycleSearch *search,
              guint begin)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *text = NULL;
  TrinhRule *first = g_ptr_array_index (search->path, begin);

  for (guint i = begin; i < search->path->len; i++)
    g_string_append_printf (rows, "%s → ", ((TrinhRule *) g_ptr_array_index (search->path, i))->target);
  g_string_append (rows, first->target);
  text = g_strdup_printf (_ ("formulas depend on each other in a circle: %s; take one of them out"), rows->str);
  add_problem (first, search->problems, TRINH_CORE_ERROR_CYCLE, text);
}

static void
visit (CycleSearch *search,
       TrinhRule *rule)
{
  guint begin;

  if (g_ptr_array_find (search->path, rule, &begin))
    {
      report_cycle (search, begin);
      return;
    }
  if (!g_hash_table_add (search->done, rule))
    return;

  g_ptr_array_add (search->path, rule);
  for (guint i = 0; i < trinh_expression_get_n_references (rule->expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (rule->expression, i);
      TrinhRule *next = g_hash_table_lookup (search->formulas, reference->name);

      if (reference->reach == TRINH_REACH_THIS && next != NULL)
        visit (search, next);
    }
  g_ptr_array_set_size (search->path, (int) search->path->len - 1);
}

void
trinh_rules_check_cycles (GListModel *rules,
                          GPtrArray *problems)
{
  g_autoptr (GHashTable) formulas = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  CycleSearch search = { formulas, done, path, problems };

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);

      if (rule->target != NULL)
        g_hash_table_insert (formulas, (gpointer) rule->target, rule);
    }
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);

      if (rule->target != NULL)
        visit (&search, rule);
    }
}
