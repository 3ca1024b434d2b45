/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-edit-private.h"
#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-regime-draft-private.h"
#include "trinh-regime-editions-private.h"
#include "trinh-regime-library-private.h"

/* The id of the file "forms/bm1.json" */
static char *
dup_stem (const char *name)
{
  const char *slash = strchr (name, '/');

  return g_strndup (slash + 1, strlen (slash + 1) - strlen (".json"));
}

static JsonNode *
parse_file (TrinhEditionFile *file,
            GError **error)
{
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (file->bytes, file->name, error);

  return document != NULL ? _trinh_json_dup_normalized (trinh_json_document_get_root (document)) : NULL;
}

/* The regime stands first, its outline second, then its forms. */
static TrinhRegimeDraft *
make_draft (GPtrArray *files,
            GError **error)
{
  g_autoptr (TrinhRegimeDraft) self = g_object_new (TRINH_TYPE_REGIME_DRAFT, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      TrinhEditionFile *file = g_ptr_array_index (files, i);
      g_autofree char *stem = dup_stem (file->name);
      g_autofree char *form = g_strconcat ("forms/", stem, NULL);
      JsonNode *node = parse_file (file, error);

      if (node == NULL)
        return NULL;
      _trinh_regime_draft_put (self, i == 0 ? "regime" : i == 1 ? "outline"
                                                                : form,
                               node);
    }
  return g_steal_pointer (&self);
}

TrinhRegimeDraft *
trinh_regime_draft_new (TrinhRegimeLibrary *library,
                        const char *id,
                        GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (TrinhRegime) regime = NULL;
  TrinhRegimeDraft *self;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (library), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  files = _trinh_regime_library_collect (library, id, &regime, error);
  self = files != NULL ? make_draft (files, error) : NULL;
  if (self != NULL)
    _trinh_regime_draft_set_saved (self);
  return self;
}

static gboolean
refuse_bundle (TrinhJsonDocument *document,
               JsonNode *node,
               const char *reason,
               GError **error)
{
  trinh_json_document_set_error (document, node, error, TRINH_CORE_ERROR_SYNTAX, "%s", reason);
  return FALSE;
}

static gboolean
check_bundle (TrinhJsonDocument *document,
              GError **error)
{
  static const char *const members[] = { "format", "regime", "outline", "forms", NULL };
  JsonNode *root = trinh_json_document_get_root (document);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (object == NULL || !json_object_has_member (object, "format") || !JSON_NODE_HOLDS_VALUE (json_object_get_member (object, "format")) ||
      g_strcmp0 (json_object_get_string_member (object, "format"), TRINH_BUNDLE_FORMAT) != 0)
    return refuse_bundle (document, root, _ ("this is no regime in one file; choose a file that was exported here"), error);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!g_strv_contains (members, name))
      return refuse_bundle (document, member, _ ("there is a member that no regime in one file has"), error);
  for (guint i = 1; i < 3; i++)
    if (!json_object_has_member (object, members[i]) || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, members[i])))
      return refuse_bundle (document, root, _ ("“regime” and “outline” must be there, in braces"), error);
  if (!json_object_has_member (object, "forms") || !JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "forms")))
    return refuse_bundle (document, root, _ ("“forms” must be there, a list in square brackets"), error);
  return TRUE;
}

static gboolean
take_forms (TrinhRegimeDraft *self,
            TrinhJsonDocument *document,
            JsonArray *forms,
            GError **error)
{
  for (guint i = 0; i < json_array_get_length (forms); i++)
    {
      JsonNode *form = json_array_get_element (forms, i);
      JsonNode *id = JSON_NODE_HOLDS_OBJECT (form) ? json_object_get_member (json_node_get_object (form), "id") : NULL;
      g_autofree char *name = NULL;

      if (id == NULL || !JSON_NODE_HOLDS_VALUE (id) || json_node_get_value_type (id) != G_TYPE_STRING)
        return refuse_bundle (document, form, _ ("a form must have an “id”"), error);
      name = g_strconcat ("forms/", json_node_get_string (id), NULL);
      if (trinh_regime_draft_get_document (self, name) != NULL)
        return refuse_bundle (document, form, _ ("two forms have the same id"), error);
      _trinh_regime_draft_put (self, name, _trinh_json_dup_normalized (form));
    }
  return TRUE;
}

/* What is wrong is named by the document inside: nobody reads lines of the whole file. */
static gboolean
check_content (TrinhRegimeDraft *self,
               const char *name,
               GError **error)
{
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (self, &regime);
  TrinhDraftProblem *first = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  if (first == NULL)
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("%s: in “%s”: %s"), name, first->document, first->message);
  return FALSE;
}

TrinhRegimeDraft *
trinh_regime_draft_new_from_bytes (GBytes *bytes,
                                   const char *name,
                                   GError **error)
{
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhRegimeDraft) self = NULL;
  JsonObject *object;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document = trinh_json_document_parse (bytes, name, error);
  if (document == NULL || !check_bundle (document, error))
    return NULL;
  object = json_node_get_object (trinh_json_document_get_root (document));
  self = _trinh_regime_draft_create (json_object_get_member (object, "regime"), json_object_get_member (object, "outline"));
  if (!take_forms (self, document, json_object_get_array_member (object, "forms"), error) || !check_content (self, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

GBytes *
trinh_regime_draft_to_bytes (TrinhRegimeDraft *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *forms = json_array_new ();
  g_auto (GStrv) names = NULL;
  char *text;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), NULL);

  names = _trinh_regime_draft_list_documents (self);
  json_node_take_object (node, object);
  json_object_set_string_member (object, "format", TRINH_BUNDLE_FORMAT);
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *copy = _trinh_json_dup_normalized (trinh_regime_draft_get_document (self, names[i]));

      if (strchr (names[i], '/') != NULL)
        json_array_add_element (forms, copy);
      else
        json_object_set_member (object, names[i], copy);
    }
  json_object_set_array_member (object, "forms", forms);
  text = trinh_json_to_text (node);
  return g_bytes_new_take (text, strlen (text));
}

const char *
trinh_regime_draft_get_id (TrinhRegimeDraft *self)
{
  return trinh_regime_draft_get_string (self, "regime", NULL, 0, "id");
}

const char *
trinh_regime_draft_get_title (TrinhRegimeDraft *self)
{
  return trinh_regime_draft_get_string (self, "regime", NULL, 0, "title");
}

const char *
trinh_regime_draft_get_version (TrinhRegimeDraft *self)
{
  return trinh_regime_draft_get_string (self, "regime", NULL, 0, "version");
}

void
trinh_regime_draft_set_identity (TrinhRegimeDraft *self,
                                 const char *id,
                                 const char *title)
{
  TrinhDraftStep step;
  JsonObject *regime;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));
  g_return_if_fail (trinh_address_is_id (id));
  g_return_if_fail (title != NULL);

  _trinh_draft_step_begin (&step, self);
  regime = _trinh_draft_step_edit (&step, "regime");
  json_object_set_string_member (regime, "id", id);
  json_object_set_string_member (regime, "version", "1");
  json_object_set_string_member (regime, "title", title);
  _trinh_draft_step_amend (&step);
}

char **
_trinh_regime_draft_list_documents (TrinhRegimeDraft *self)
{
  g_auto (GStrv) forms = trinh_regime_draft_list_forms (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add_many (builder, "regime", "outline", NULL);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("forms/", forms[i], NULL);

      if (trinh_regime_draft_get_document (self, name) != NULL)
        g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}

GBytes *
_trinh_regime_draft_get_bytes (TrinhRegimeDraft *self,
                               const char *document)
{
  char *text = trinh_json_to_text (trinh_regime_draft_get_document (self, document));

  return g_bytes_new_take (text, strlen (text));
}
