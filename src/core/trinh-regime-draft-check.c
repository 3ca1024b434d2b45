/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-expression-private.h"
#include "trinh-form-private.h"
#include "trinh-json.h"
#include "trinh-regime-draft-private.h"
#include "trinh-regime-private.h"

typedef struct
{
  TrinhRegimeDraft *draft;
  GHashTable *read; /* name → TrinhJsonDocument, for the places of problems */
} Checking;

static void
problem_free (gpointer data)
{
  TrinhDraftProblem *problem = data;

  g_free (problem->document);
  g_free (problem->array);
  g_free (problem->message);
  g_free (problem);
}

static TrinhJsonDocument *
read_document (Checking *checking,
               const char *name,
               GBytes **bytes,
               GError **error)
{
  g_autoptr (GBytes) content = _trinh_regime_draft_get_bytes (checking->draft, name);
  TrinhJsonDocument *document = trinh_json_document_parse (content, name, error);

  if (document == NULL)
    return NULL;
  g_hash_table_insert (checking->read, g_strdup (name), trinh_json_document_ref (document));
  if (bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return document;
}

/* A TrinhRegimeFind over the draft. */
static TrinhJsonDocument *
find_document (const char *folder,
               const char *id,
               gpointer user_data,
               GBytes **bytes,
               GError **error)
{
  Checking *checking = user_data;
  g_autofree char *name = g_str_equal (folder, "outlines") ? g_strdup ("outline") : g_strconcat (folder, "/", id, NULL);

  if (trinh_regime_draft_get_document (checking->draft, name) == NULL ||
      !g_str_equal (trinh_regime_draft_get_string (checking->draft, name, NULL, 0, "id"), id))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is named, but it is not there"), id);
      return NULL;
    }
  return read_document (checking, name, bytes, error);
}

/* The element of an array of the document that begins last before @line. */
static void
find_element (TrinhJsonDocument *document,
              guint line,
              TrinhDraftProblem *problem)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint nearest = 0;

  json_object_iter_init (&iter, json_node_get_object (trinh_json_document_get_root (document)));
  while (json_object_iter_next (&iter, &name, &member))
    for (guint i = 0; JSON_NODE_HOLDS_ARRAY (member) && i < json_array_get_length (json_node_get_array (member)); i++)
      {
        guint begin = trinh_json_document_get_line (document, json_array_get_element (json_node_get_array (member), i));

        if (begin > line || begin <= nearest || begin <= trinh_json_document_get_line (document, member))
          continue;
        nearest = begin;
        g_set_str (&problem->array, name);
        problem->index = i;
      }
}

/* "forms/bm1:12: the reason" */
static TrinhDraftProblem *
make_problem (Checking *checking,
              const char *message)
{
  TrinhDraftProblem *problem = g_new0 (TrinhDraftProblem, 1);
  const char *colon = strchr (message, ':');
  g_autofree char *name = colon != NULL ? g_strndup (message, (gsize) (colon - message)) : NULL;
  TrinhJsonDocument *document = name != NULL ? g_hash_table_lookup (checking->read, name) : NULL;
  char *rest = NULL;
  guint64 line = document != NULL ? g_ascii_strtoull (colon + 1, &rest, 10) : 0;

  if (document == NULL)
    {
      problem->document = g_strdup ("regime");
      problem->message = g_strdup (message);
      return problem;
    }
  problem->document = g_steal_pointer (&name);
  rest = rest != NULL && *rest == ':' ? rest + 1 : (char *) colon + 1;
  problem->message = g_strdup (rest + strspn (rest, " "));
  if (line > 0 && line < G_MAXUINT)
    find_element (document, (guint) line, problem);
  return problem;
}

static GPtrArray *
make_problems (Checking *checking,
               GPtrArray *errors)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);

  for (guint i = 0; errors != NULL && i < errors->len; i++)
    g_ptr_array_add (problems, make_problem (checking, ((GError *) g_ptr_array_index (errors, i))->message));
  return problems;
}

GPtrArray *
trinh_regime_draft_check (TrinhRegimeDraft *self,
                          TrinhRegime **regime)
{
  g_autoptr (GHashTable) read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trinh_json_document_unref);
  Checking checking = { self, read };
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhRegime) loaded = NULL;
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), NULL);

  document = read_document (&checking, "regime", &bytes, &error);
  if (document != NULL)
    loaded = trinh_regime_load (document, bytes, find_document, &checking, &errors);
  else
    {
      errors = trinh_loader_problems_new ();
      g_ptr_array_add (errors, error);
    }
  if (regime != NULL)
    *regime = g_steal_pointer (&loaded);
  return make_problems (&checking, errors);
}

/* Whether the row is in the form's document, which need not be right in all its rows. */
static gboolean
has_row (TrinhRegimeDraft *self,
         const char *form,
         const char *row,
         const char *column)
{
  g_autofree char *document = g_strconcat ("forms/", form, NULL);
  gboolean row_found = FALSE, column_found = column == NULL;

  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self, document, "rows") && !row_found; i++)
    row_found = g_str_equal (trinh_regime_draft_get_string (self, document, "rows", i, "key"), row) &&
                *trinh_regime_draft_get_string (self, document, "rows", i, "kind") != '\0' &&
                !g_str_equal (trinh_regime_draft_get_string (self, document, "rows", i, "kind"), "none");
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self, document, "columns") && !column_found; i++)
    column_found = g_str_equal (trinh_regime_draft_get_string (self, document, "columns", i, "id"), column);
  return row_found && column_found;
}

static gboolean
has_concept (TrinhRegimeDraft *self,
             const char *concept)
{
  g_auto (GStrv) forms = trinh_regime_draft_list_forms (self);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *document = g_strconcat ("forms/", forms[i], NULL);

      for (guint j = 0; j < trinh_regime_draft_get_n_elements (self, document, "rows"); j++)
        if (g_str_equal (trinh_regime_draft_get_string (self, document, "rows", j, "concept"), concept))
          return TRUE;
    }
  return FALSE;
}

/* A TrinhExpressionBind over the draft. */
static gboolean
bind_name (const char *name,
           const char **address,
           guint *slot,
           gpointer user_data)
{
  TrinhRegimeDraft *self = user_data;
  g_autofree char *form = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;

  *slot = G_MAXUINT;
  if (trinh_address_is_concept (name))
    return has_concept (self, name);
  return trinh_address_split (name, &form, &row, &column) && has_row (self, form, row, column);
}

static guint
find_name (const char *text,
           const char *name)
{
  const char *place = strstr (text, name);

  return place != NULL ? (guint) g_utf8_pointer_to_offset (text, place) : G_MAXUINT;
}

/* Where the first name stands that the draft does not have. */
static guint
find_unknown (TrinhRegimeDraft *self,
              TrinhExpression *expression,
              const char *text)
{
  for (guint i = 0; i < trinh_expression_get_n_references (expression); i++)
    {
      const char *name = trinh_expression_get_reference (expression, i)->name;
      const char *address = NULL;
      const char *colon = strchr (name, ':');
      guint slot;

      if (bind_name (name, &address, &slot, self))
        continue;
      if (find_name (text, name) == G_MAXUINT && colon != NULL)
        return find_name (text, colon + 1);
      return find_name (text, name);
    }
  return G_MAXUINT;
}

gboolean
trinh_regime_draft_check_expression (TrinhRegimeDraft *self,
                                     const char *form,
                                     const char *text,
                                     gboolean condition,
                                     guint *place,
                                     GError **error)
{
  g_autoptr (TrinhExpression) expression = NULL;
  g_autoptr (TrinhExpression) bound = NULL;
  guint found = G_MAXUINT;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  expression = trinh_expression_parse (text, form, &found, error);
  if (place != NULL)
    *place = expression == NULL ? found : G_MAXUINT;
  if (expression == NULL)
    return FALSE;
  if (trinh_expression_is_condition (expression) != condition)
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, condition ? _ ("A rule must compare, like [2.1] <= [2]; this is a number.") : _ ("A formula must give a number, like [2.1] + [2.2]; this compares."));
      return FALSE;
    }
  bound = trinh_expression_bind (expression, bind_name, self, error);
  if (bound == NULL && place != NULL)
    *place = find_unknown (self, expression, text);
  return bound != NULL;
}
