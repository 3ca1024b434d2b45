/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-outline-private.h"

struct _TrinhOutline
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *title;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (TrinhOutline, trinh_outline, G_TYPE_OBJECT)

static const char *const outline_members[] = { "format", "id", "title", "items", NULL };
static const char *const item_members[] = {
  "id",
  "role",
  "number",
  "title",
  "level",
  "guidance",
  "template",
  "phrases",
  "forms",
  "required",
  NULL
};

static const TrinhLoaderNick role_nicks[] = {
  { "opening", TRINH_OUTLINE_OPENING },
  { "heading", TRINH_OUTLINE_HEADING },
  { "closing", TRINH_OUTLINE_CLOSING },
  { NULL, 0 },
};

static JsonNode *
member_of (JsonNode *node,
           const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

static char *
dup_member (TrinhLoader *loader,
            JsonNode *node,
            const char *name,
            gboolean required)
{
  const char *text = trinh_loader_string (loader, node, name, required);

  return g_strdup (text != NULL ? text : "");
}

static void
load_level (TrinhOutlineItem *item,
            TrinhLoader *loader,
            JsonNode *node)
{
  gboolean heading = item->role == TRINH_OUTLINE_HEADING;

  if (trinh_loader_member (loader, node, "level", heading) == NULL)
    return;
  item->level = (guint) trinh_loader_integer (loader, node, "level", 1, 3, 1);
  if (!heading)
    trinh_loader_problem (loader, member_of (node, "level"), TRINH_CORE_ERROR_TYPE, _ ("only a heading has a level; “%s” is an opening or closing"), item->id);
}

static TrinhOutlineItem *
load_item (TrinhLoader *loader,
           JsonNode *node)
{
  TrinhOutlineItem *item;

  if (trinh_loader_object (loader, node, _ ("an item of the outline"), item_members) == NULL)
    return NULL;
  item = g_object_new (TRINH_TYPE_OUTLINE_ITEM, NULL);
  item->id = dup_member (loader, node, "id", TRUE);
  if (member_of (node, "id") != NULL && *item->id == '\0')
    trinh_loader_problem (loader, member_of (node, "id"), TRINH_CORE_ERROR_MISSING, _ ("the id of an item must not be empty"));
  item->role = (TrinhOutlineRole) trinh_loader_nick (loader, node, "role", role_nicks, FALSE, TRINH_OUTLINE_HEADING);
  item->number = dup_member (loader, node, "number", FALSE);
  item->title = dup_member (loader, node, "title", item->role == TRINH_OUTLINE_HEADING);
  load_level (item, loader, node);
  item->guidance = dup_member (loader, node, "guidance", FALSE);
  item->template_text = dup_member (loader, node, "template", FALSE);
  item->phrases = trinh_loader_strings (loader, node, "phrases", FALSE);
  item->forms = trinh_loader_strings (loader, node, "forms", FALSE);
  item->required = trinh_loader_boolean (loader, node, "required", FALSE);
  return item;
}

/* The opening is first, the closing last, each once; a heading lies at most one level below the one before. */
static void
check_order (TrinhOutline *self,
             TrinhLoader *loader,
             JsonNode *node,
             TrinhOutlineItem *item)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (TrinhOutlineItem) above = NULL;

  if (n_items > 0)
    above = g_list_model_get_item (G_LIST_MODEL (self->items), n_items - 1);
  if (item->role == TRINH_OUTLINE_OPENING && above != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_SYNTAX, _ ("the opening “%s” must be the first item"), item->id);
  else if (above != NULL && above->role == TRINH_OUTLINE_CLOSING)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” stands behind the closing, which must be the last item"), item->id);
  else if (item->role == TRINH_OUTLINE_HEADING && item->level > (above != NULL ? above->level : 0) + 1)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("the level of “%s” is %u, but the item before it is not of level %u"), item->id, item->level, item->level - 1);
}

static void
load_items (TrinhOutline *self,
            TrinhLoader *loader,
            JsonNode *root)
{
  JsonArray *items = trinh_loader_array (loader, root, "items", TRUE);

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonNode *node = json_array_get_element (items, i);
      g_autoptr (TrinhOutlineItem) item = load_item (loader, node);

      if (item == NULL)
        continue;
      if (*item->id != '\0' && trinh_outline_find_item (self, item->id) != NULL)
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the id “%s” stands there twice; every item needs its own"), item->id);
      check_order (self, loader, node, item);
      g_list_store_append (self->items, item);
    }
  if (items != NULL && json_array_get_length (items) == 0)
    trinh_loader_problem (loader, member_of (root, "items"), TRINH_CORE_ERROR_MISSING, _ ("the outline has no items"));
}

static void
trinh_outline_finalize (GObject *object)
{
  TrinhOutline *self = TRINH_OUTLINE (object);

  g_free (self->id);
  g_free (self->title);
  g_object_unref (self->items);

  G_OBJECT_CLASS (trinh_outline_parent_class)->finalize (object);
}

static void
trinh_outline_class_init (TrinhOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_outline_finalize;
}

static void
trinh_outline_init (TrinhOutline *self)
{
  self->items = g_list_store_new (TRINH_TYPE_OUTLINE_ITEM);
}

TrinhOutline *
trinh_outline_load (TrinhJsonDocument *document,
                    GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = trinh_loader_problems_new ();
  g_autoptr (TrinhOutline) self = g_object_new (TRINH_TYPE_OUTLINE, NULL);
  TrinhLoader loader = { document, found };
  JsonNode *root;

  g_return_val_if_fail (document != NULL, NULL);

  root = trinh_json_document_get_root (document);
  if (trinh_loader_root (&loader, "trinhky-outline/1", _ ("an outline"), outline_members) != NULL)
    {
      self->id = dup_member (&loader, root, "id", TRUE);
      if (member_of (root, "id") != NULL && !trinh_address_is_id (self->id))
        trinh_loader_problem (&loader, member_of (root, "id"), TRINH_CORE_ERROR_SYNTAX, _ ("the id “%s” must be lower-case letters, digits and “-”"), self->id);
      self->title = dup_member (&loader, root, "title", FALSE);
      load_items (self, &loader, root);
    }

  if (found->len > 0)
    g_clear_object (&self);
  if (problems != NULL)
    *problems = found->len > 0 ? g_steal_pointer (&found) : NULL;
  return g_steal_pointer (&self);
}

const char *
trinh_outline_get_id (TrinhOutline *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE (self), NULL);

  return self->id;
}

const char *
trinh_outline_get_title (TrinhOutline *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE (self), NULL);

  return self->title;
}

GListModel *
trinh_outline_get_items (TrinhOutline *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE (self), NULL);

  return G_LIST_MODEL (self->items);
}

TrinhOutlineItem *
trinh_outline_find_item (TrinhOutline *self,
                         const char *id)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }
  return NULL;
}
