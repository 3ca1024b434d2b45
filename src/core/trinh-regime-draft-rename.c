/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-edit-private.h"
#include "trinh-regime-draft-private.h"

/* What is renamed: a row, or a column of a form; in the texts of the form itself, or of any other document. */
typedef struct
{
  const char *form; /* id of the form that has it */
  const char *before;
  const char *after;
  gboolean column;
  gboolean own; /* [2.1] means a row of it, [@online] a column */
} Renaming;

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The part of the name between brackets that stands behind the form: "bm1:2.1" → "2.1"; NULL: of another form */
static const char *
skip_form (const Renaming *renaming,
           const char *name,
           gsize length)
{
  gsize form_length = strlen (renaming->form);

  if (memchr (name, ':', length) == NULL)
    return renaming->own ? name : NULL;
  if (length > form_length && name[form_length] == ':' && strncmp (name, renaming->form, form_length) == 0)
    return name + form_length + 1;
  return NULL;
}

static gboolean
is_renamed (const Renaming *renaming,
            const char *name,
            gsize length)
{
  return length == strlen (renaming->before) && strncmp (name, renaming->before, length) == 0;
}

/* What stands between the brackets and begins at @name: the row, then "@column"; what stands behind stays. */
static gsize
rename_name (const Renaming *renaming,
             const char *name,
             GString *renamed)
{
  gsize length = strcspn (name, "]}@|[{");
  gsize column = name[length] == '@' ? strcspn (name + length + 1, "]}|[{") : 0;
  const char *row = skip_form (renaming, name, length);
  gsize row_length = row != NULL ? length - (gsize) (row - name) : 0;

  g_string_append_len (renamed, name, (gssize) (length - row_length));
  if (row_length > 0 && !renaming->column && is_renamed (renaming, row, row_length))
    g_string_append (renamed, renaming->after);
  else if (row_length > 0)
    g_string_append_len (renamed, row, (gssize) row_length);
  if (name[length] != '@')
    return length;
  g_string_append_c (renamed, '@');
  if (row != NULL && renaming->column && is_renamed (renaming, name + length + 1, column))
    g_string_append (renamed, renaming->after);
  else
    g_string_append_len (renamed, name + length + 1, (gssize) column);
  return length + 1 + column;
}

/* "[bm1:2.1@online]", "{2.1}", "{{bm1:2.1|words}}" */
static char *
rename_in_text (const Renaming *renaming,
                const char *text)
{
  GString *renamed = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize skipped = strcspn (text, "[{");

      skipped += strspn (text + skipped, "[{");
      g_string_append_len (renamed, text, (gssize) skipped);
      text += skipped;
      if (*text != '\0')
        text += rename_name (renaming, text, renamed);
    }
  return g_string_free (renamed, FALSE);
}

static void
rename_in_object (const Renaming *renaming,
                  JsonObject *object)
{
  static const char *const members[] = { "expression", "message", "template" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = json_object_get_string_member_with_default (object, members[i], NULL);
      g_autofree char *renamed = text != NULL ? rename_in_text (renaming, text) : NULL;

      if (renamed != NULL)
        json_object_set_string_member (object, members[i], renamed);
    }
}

static void
rename_in_strings (const Renaming *renaming,
                   JsonObject *object,
                   const char *name)
{
  JsonArray *texts = get_array (object, name);
  JsonArray *renamed;

  if (texts == NULL)
    return;
  renamed = json_array_new ();
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      g_autofree char *text = rename_in_text (renaming, json_array_get_string_element (texts, i));

      json_array_add_string_element (renamed, text);
    }
  json_object_set_array_member (object, name, renamed);
}

static void
rename_in_elements (const Renaming *renaming,
                    JsonArray *elements)
{
  for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
    {
      JsonObject *element = json_array_get_object_element (elements, i);
      JsonNode *formula = json_object_get_member (element, "formula");

      rename_in_object (renaming, element);
      rename_in_strings (renaming, element, "phrases");
      if (formula != NULL && JSON_NODE_HOLDS_OBJECT (formula))
        rename_in_object (renaming, json_node_get_object (formula));
      if (renaming->own && !renaming->column && g_strcmp0 (json_object_get_string_member_with_default (element, "parent", NULL), renaming->before) == 0)
        json_object_set_string_member (element, "parent", renaming->after);
    }
}

static void
rename_in_document (const Renaming *renaming,
                    JsonObject *document)
{
  static const char *const arrays[] = { "rows", "rules", "items" };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    rename_in_elements (renaming, get_array (document, arrays[i]));
}

/* In every document of the draft; the step is open. */
static void
rename_everywhere (TrinhDraftStep *step,
                   Renaming *renaming,
                   const char *own)
{
  g_auto (GStrv) names = _trinh_regime_draft_list_documents (step->draft);

  for (guint i = 0; names[i] != NULL; i++)
    {
      renaming->own = g_str_equal (names[i], own);
      rename_in_document (renaming, _trinh_draft_step_edit (step, names[i]));
    }
}

void
trinh_regime_draft_rename_row (TrinhRegimeDraft *self,
                               const char *form,
                               guint index,
                               const char *key)
{
  g_autofree char *own = NULL;
  g_autofree char *before = NULL;
  Renaming renaming = { form, NULL, key, FALSE, FALSE };
  TrinhDraftStep step;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));
  g_return_if_fail (form != NULL && key != NULL);

  own = g_strconcat ("forms/", form, NULL);
  before = g_strdup (trinh_regime_draft_get_string (self, own, "rows", index, "key"));
  if (*before == '\0' || g_str_equal (before, key))
    return;
  renaming.before = before;
  _trinh_draft_step_begin (&step, self);
  rename_everywhere (&step, &renaming, own);
  json_object_set_string_member (json_array_get_object_element (_trinh_draft_step_edit_array (&step, own, "rows"), index), "key", key);
  _trinh_draft_step_end (&step, NULL);
}

/* In the lists of columns that the groups have; @after: (nullable): the column goes */
static void
replace_in_groups (JsonObject *form,
                   const char *before,
                   const char *after)
{
  JsonArray *groups = get_array (form, "groups");

  for (guint i = groups != NULL ? json_array_get_length (groups) : 0; i > 0; i--)
    {
      JsonObject *group = json_array_get_object_element (groups, i - 1);
      JsonArray *columns = get_array (group, "columns");
      JsonArray *kept = json_array_new ();

      for (guint j = 0; columns != NULL && j < json_array_get_length (columns); j++)
        {
          const char *column = json_array_get_string_element (columns, j);

          if (g_strcmp0 (column, before) != 0)
            json_array_add_string_element (kept, column);
          else if (after != NULL)
            json_array_add_string_element (kept, after);
        }
      json_object_set_array_member (group, "columns", kept);
      if (json_array_get_length (kept) == 0)
        json_array_remove_element (groups, i - 1);
    }
}

void
trinh_regime_draft_rename_column (TrinhRegimeDraft *self,
                                  const char *form,
                                  guint index,
                                  const char *id)
{
  g_autofree char *own = NULL;
  g_autofree char *before = NULL;
  Renaming renaming = { form, NULL, id, TRUE, FALSE };
  TrinhDraftStep step;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));
  g_return_if_fail (form != NULL && id != NULL);

  own = g_strconcat ("forms/", form, NULL);
  before = g_strdup (trinh_regime_draft_get_string (self, own, "columns", index, "id"));
  if (*before == '\0' || g_str_equal (before, id))
    return;
  renaming.before = before;
  _trinh_draft_step_begin (&step, self);
  rename_everywhere (&step, &renaming, own);
  replace_in_groups (_trinh_draft_step_edit (&step, own), before, id);
  json_object_set_string_member (json_array_get_object_element (_trinh_draft_step_edit_array (&step, own, "columns"), index), "id", id);
  _trinh_draft_step_end (&step, NULL);
}

void
trinh_regime_draft_remove_column (TrinhRegimeDraft *self,
                                  const char *form,
                                  guint index)
{
  g_autofree char *own = NULL;
  g_autofree char *id = NULL;
  TrinhDraftStep step;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));
  g_return_if_fail (form != NULL);

  own = g_strconcat ("forms/", form, NULL);
  if (index >= trinh_regime_draft_get_n_elements (self, own, "columns"))
    return;
  id = g_strdup (trinh_regime_draft_get_string (self, own, "columns", index, "id"));
  _trinh_draft_step_begin (&step, self);
  json_array_remove_element (_trinh_draft_step_edit_array (&step, own, "columns"), index);
  replace_in_groups (_trinh_draft_step_edit (&step, own), id, NULL);
  _trinh_draft_step_end (&step, NULL);
}
