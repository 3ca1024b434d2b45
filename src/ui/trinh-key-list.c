/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-key-list.h"
#include "trinh-worker.h"

/* What a search brings */
typedef struct
{
  char *chosen;
  guint n_modules;
  GPtrArray *keys;     /* of TrinhKeyItem */
  GPtrArray *problems; /* of utf8 */
} Search;

struct _TrinhKeyList
{
  GObject parent_instance;

  /* Owned References */
  char *folder;
  GPtrArray *items; /* of TrinhKeyItem: those in files, then those on tokens */
  GPtrArray *problems;

  guint n_files;
  guint n_modules;
  gboolean searching;

  /* What was wanted while a search ran */
  gboolean again;
  char *again_chosen; /* owned */
};

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
trinh_key_list_get_item_type (GListModel *model)
{
  return TRINH_TYPE_KEY_ITEM;
}

static guint
trinh_key_list_get_n_items (GListModel *model)
{
  return TRINH_KEY_LIST (model)->items->len;
}

static gpointer
trinh_key_list_get_item (GListModel *model,
                         guint position)
{
  TrinhKeyList *self = TRINH_KEY_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
trinh_key_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = trinh_key_list_get_item_type;
  iface->get_n_items = trinh_key_list_get_n_items;
  iface->get_item = trinh_key_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhKeyList, trinh_key_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, trinh_key_list_iface_init))

static void
search_free (Search *search)
{
  g_free (search->chosen);
  g_ptr_array_unref (search->keys);
  g_ptr_array_unref (search->problems);
  g_free (search);
}

/* Two libraries may find the same token; the first one does. */
static gboolean
has_key (GPtrArray *items,
         const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (trinh_key_item_get_id (g_ptr_array_index (items, i)), id))
      return TRUE;

  return FALSE;
}

static void
ask_module (Search *search,
            const char *module)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = trinh_token_probe (module, &error);

  search->n_modules++;
  if (keys == NULL)
    g_ptr_array_add (search->problems, g_strdup (error->message));
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      const TrinhTokenKey *key = g_ptr_array_index (keys, i);

      if (!has_key (search->keys, key->uri))
        g_ptr_array_add (search->keys, trinh_key_item_new_for_token (key));
    }
}

static void
search_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Search *search = data;
  g_auto (GStrv) modules = trinh_token_list_modules (trinh_data_folder_get ());

  if (search->chosen != NULL && search->chosen[0] != '\0')
    ask_module (search, search->chosen);
  for (guint i = 0; modules[i] != NULL; i++)
    if (g_strcmp0 (modules[i], search->chosen) != 0)
      ask_module (search, modules[i]);
  g_task_return_boolean (task, TRUE);
}

/* @from: how many stay at the beginning; @count: how many go after them */
static void
replace (TrinhKeyList *self,
         guint from,
         guint count,
         GPtrArray *items)
{
  if (count > 0)
    g_ptr_array_remove_range (self->items, from, count);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_insert (self->items, (int) (from + i), g_object_ref (g_ptr_array_index (items, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), from, count, items->len);
}

static void
set_searching (TrinhKeyList *self,
               gboolean searching)
{
  self->searching = searching;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void start_search (TrinhKeyList *self,
                          const char *chosen);

static void
searched_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  TrinhKeyList *self = TRINH_KEY_LIST (object);
  Search *search = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = g_ptr_array_ref (search->problems);
  self->n_modules = search->n_modules;
  replace (self, self->n_files, self->items->len - self->n_files, search->keys);
  if (self->again)
    {
      g_autofree char *chosen = g_steal_pointer (&self->again_chosen);

      self->again = FALSE;
      start_search (self, chosen);
    }
  else
    set_searching (self, FALSE);
}

static void
start_search (TrinhKeyList *self,
              const char *chosen)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, searched_cb, NULL);
  Search *search = g_new0 (Search, 1);

  search->chosen = g_strdup (chosen);
  search->keys = g_ptr_array_new_with_free_func (g_object_unref);
  search->problems = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, start_search);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  trinh_worker_run (task, search_thread);
}

static void
trinh_key_list_finalize (GObject *object)
{
  TrinhKeyList *self = TRINH_KEY_LIST (object);

  g_free (self->folder);
  g_free (self->again_chosen);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (trinh_key_list_parent_class)->finalize (object);
}

static void
trinh_key_list_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_SEARCHING)
    g_value_set_boolean (value, TRINH_KEY_LIST (object)->searching);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trinh_key_list_class_init (TrinhKeyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_key_list_finalize;
  object_class->get_property = trinh_key_list_get_property;

  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_key_list_init (TrinhKeyList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

TrinhKeyList *
trinh_key_list_new (const char *folder)
{
  TrinhKeyList *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (TRINH_TYPE_KEY_LIST, NULL);
  self->folder = g_strdup (folder);
  trinh_key_list_reload (self);

  return self;
}

void
trinh_key_list_reload (TrinhKeyList *self)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint before;

  g_return_if_fail (TRINH_IS_KEY_LIST (self));

  keys = trinh_kept_key_list (self->folder);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (items, trinh_key_item_new_for_file (g_ptr_array_index (keys, i)));
  before = self->n_files;
  self->n_files = items->len;
  replace (self, 0, before, items);
}

void
trinh_key_list_search (TrinhKeyList *self,
                       const char *chosen)
{
  g_return_if_fail (TRINH_IS_KEY_LIST (self));

  if (self->searching)
    {
      self->again = TRUE;
      g_set_str (&self->again_chosen, chosen);
      return;
    }
  set_searching (self, TRUE);
  start_search (self, chosen);
}

gboolean
trinh_key_list_get_searching (TrinhKeyList *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_LIST (self), FALSE);

  return self->searching;
}

guint
trinh_key_list_get_n_modules (TrinhKeyList *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_LIST (self), 0);

  return self->n_modules;
}

GPtrArray *
trinh_key_list_get_problems (TrinhKeyList *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_LIST (self), NULL);

  return self->problems;
}

guint
trinh_key_list_find (TrinhKeyList *self,
                     const char *id)
{
  g_return_val_if_fail (TRINH_IS_KEY_LIST (self), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (id != NULL, GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (trinh_key_item_get_id (g_ptr_array_index (self->items, i)), id))
      return i;

  return GTK_INVALID_LIST_POSITION;
}
