/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-edit-private.h"
#include "trinh-json.h"
#include "trinh-regime-draft-private.h"

/* Documents are shared between steps, so that one costs no more than the document it changed. */
#define MAX_STEPS 200

struct _TrinhRegimeDraft
{
  GObject parent_instance;

  /* Owned */
  GHashTable *documents; /* name → JsonNode that nobody changes */
  GHashTable *saved;     /* the documents as saved; NULL: never */
  GPtrArray *undo;       /* of documents before the step */
  GPtrArray *redo;
  char *key; /* of the last step */
};

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_MODIFIED,
} TrinhRegimeDraftProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_MODIFIED + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhRegimeDraft, trinh_regime_draft, G_TYPE_OBJECT)

static GHashTable *
copy_documents (GHashTable *documents)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, documents);
  while (g_hash_table_iter_next (&iter, &name, &node))
    g_hash_table_insert (copy, g_strdup (name), json_node_ref (node));
  return copy;
}

static gboolean
documents_equal (GHashTable *a,
                 GHashTable *b)
{
  GHashTableIter iter;
  gpointer name, node;

  if (a == b || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &node))
    {
      JsonNode *other = g_hash_table_lookup (b, name);

      if (other == NULL || (other != node && !json_node_equal (other, node)))
        return FALSE;
    }
  return TRUE;
}

static void
announce (TrinhRegimeDraft *self)
{
  for (guint i = PROP_CAN_UNDO; i <= PROP_MODIFIED; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
step_back (TrinhRegimeDraft *self,
           GPtrArray *from,
           GPtrArray *to)
{
  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, self->documents);
  self->documents = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->key, g_free);
  announce (self);
  return TRUE;
}

static void
trinh_regime_draft_finalize (GObject *object)
{
  TrinhRegimeDraft *self = TRINH_REGIME_DRAFT (object);

  g_hash_table_unref (self->documents);
  g_clear_pointer (&self->saved, g_hash_table_unref);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->key);

  G_OBJECT_CLASS (trinh_regime_draft_parent_class)->finalize (object);
}

static void
trinh_regime_draft_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  TrinhRegimeDraft *self = TRINH_REGIME_DRAFT (object);

  switch ((TrinhRegimeDraftProperty) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, trinh_regime_draft_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_regime_draft_class_init (TrinhRegimeDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = trinh_regime_draft_finalize;
  object_class->get_property = trinh_regime_draft_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", TRINH_TYPE_REGIME_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trinh_regime_draft_init (TrinhRegimeDraft *self)
{
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
}

TrinhRegimeDraft *
_trinh_regime_draft_create (JsonNode *regime,
                            JsonNode *outline)
{
  TrinhRegimeDraft *self = g_object_new (TRINH_TYPE_REGIME_DRAFT, NULL);

  _trinh_regime_draft_put (self, "regime", _trinh_json_dup_normalized (regime));
  _trinh_regime_draft_put (self, "outline", _trinh_json_dup_normalized (outline));
  return self;
}

void
_trinh_regime_draft_put (TrinhRegimeDraft *self,
                         const char *document,
                         JsonNode *node)
{
  g_hash_table_insert (self->documents, g_strdup (document), node);
}

void
_trinh_regime_draft_set_saved (TrinhRegimeDraft *self)
{
  g_clear_pointer (&self->saved, g_hash_table_unref);
  self->saved = g_hash_table_ref (self->documents);
  g_clear_pointer (&self->key, g_free);
  announce (self);
}

void
_trinh_draft_step_begin (TrinhDraftStep *step,
                         TrinhRegimeDraft *draft)
{
  step->draft = draft;
  step->documents = copy_documents (draft->documents);
}

JsonObject *
_trinh_draft_step_edit (TrinhDraftStep *step,
                        const char *document)
{
  JsonNode *node = g_hash_table_lookup (step->documents, document);

  if (node != NULL && node == g_hash_table_lookup (step->draft->documents, document))
    {
      node = _trinh_json_dup_normalized (node);
      g_hash_table_insert (step->documents, g_strdup (document), node);
    }
  return node != NULL ? json_node_get_object (node) : NULL;
}

JsonArray *
_trinh_draft_step_edit_array (TrinhDraftStep *step,
                              const char *document,
                              const char *array)
{
  JsonObject *root = _trinh_draft_step_edit (step, document);

  if (root == NULL)
    return NULL;
  if (!json_object_has_member (root, array))
    json_object_set_array_member (root, array, json_array_new ());
  return JSON_NODE_HOLDS_ARRAY (json_object_get_member (root, array)) ? json_object_get_array_member (root, array) : NULL;
}

void
_trinh_draft_step_end (TrinhDraftStep *step,
                       const char *key)
{
  TrinhRegimeDraft *self = step->draft;

  if (documents_equal (step->documents, self->documents))
    {
      g_hash_table_unref (step->documents);
      return;
    }
  if (key != NULL && g_strcmp0 (key, self->key) == 0)
    g_hash_table_unref (self->documents);
  else
    g_ptr_array_add (self->undo, self->documents);
  if (self->undo->len > MAX_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  self->documents = step->documents;
  g_ptr_array_set_size (self->redo, 0);
  g_set_str (&self->key, key);
  announce (self);
}

void
_trinh_draft_step_amend (TrinhDraftStep *step)
{
  g_hash_table_unref (step->draft->documents);
  step->draft->documents = step->documents;
  announce (step->draft);
}

JsonNode *
trinh_regime_draft_get_document (TrinhRegimeDraft *self,
                                 const char *document)
{
  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  return g_hash_table_lookup (self->documents, document);
}

gboolean
trinh_regime_draft_undo (TrinhRegimeDraft *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  return step_back (self, self->undo, self->redo);
}

gboolean
trinh_regime_draft_redo (TrinhRegimeDraft *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  return step_back (self, self->redo, self->undo);
}

gboolean
trinh_regime_draft_get_modified (TrinhRegimeDraft *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  return !documents_equal (self->documents, self->saved);
}
