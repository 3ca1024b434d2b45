/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-import-rows-private.h"

struct _TrinhImport
{
  GObject parent_instance;

  /* Owned References */
  TrinhEvaluation *evaluation;
  TrinhWorkbook *workbook;
  JsonObject *memory; /* by fingerprint */
  GPtrArray *tables;  /* of TrinhImportTable */
  GPtrArray *places;
  GPtrArray *items; /* of TrinhImportItem */
};

static GType
get_item_type (GListModel *model)
{
  return TRINH_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TRINH_IMPORT (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  TrinhImport *self = TRINH_IMPORT (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhImport, trinh_import, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
trinh_import_dispose (GObject *object)
{
  TrinhImport *self = TRINH_IMPORT (object);

  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->workbook, trinh_workbook_unref);
  g_clear_pointer (&self->memory, json_object_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_import_parent_class)->dispose (object);
}

static void
trinh_import_class_init (TrinhImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_import_dispose;
}

static void
trinh_import_init (TrinhImport *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static TrinhRegime *
get_regime (TrinhImport *self)
{
  return trinh_report_get_regime (trinh_evaluation_get_report (self->evaluation));
}

static JsonObject *
get_memory (TrinhImport *self,
            TrinhImportTable *table)
{
  JsonNode *node = json_object_get_member (self->memory, table->fingerprint);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
get_answers (JsonObject *memory)
{
  JsonNode *node = memory != NULL ? json_object_get_member (memory, "answers") : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TrinhImportItem *first = *(TrinhImportItem *const *) a;
  const TrinhImportItem *second = *(TrinhImportItem *const *) b;

  return (int) first->status - (int) second->status;
}

static void
read_tables (TrinhImport *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_address = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) new_rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lists = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  TrinhImportReader reader = {
    .evaluation = self->evaluation,
    .regime = get_regime (self),
    .places = self->places,
    .items = items,
    .by_address = by_address,
    .new_rows = new_rows,
    .lists = lists,
    .rows = rows,
  };
  const guint n_before = self->items->len;

  for (guint i = 0; i < self->tables->len; i++)
    {
      reader.table = self->tables->pdata[i];
      reader.answers = get_answers (get_memory (self, reader.table));
      _trinh_import_read_table (&reader);
    }
  _trinh_import_read_gone (&reader);
  _trinh_import_drop_computed (self->evaluation, items);
  g_ptr_array_sort (items, compare_items);

  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

static void
recall_table (TrinhImport *self,
              TrinhImportTable *table)
{
  JsonObject *memory = get_memory (self, table);
  JsonNode *columns = memory != NULL ? json_object_get_member (memory, "columns") : NULL;
  JsonArray *roles = columns != NULL && JSON_NODE_HOLDS_ARRAY (columns) ? json_node_get_array (columns) : NULL;
  const char *form = memory != NULL ? json_object_get_string_member_with_default (memory, "form", NULL) : NULL;

  if (roles != NULL && json_array_get_length (roles) == table->n_columns)
    {
      for (guint i = 0; i < table->n_columns; i++)
        {
          const char *role = json_array_get_string_element (roles, i);

          g_set_str (&table->roles[i], role != NULL ? role : "");
        }
      table->chosen = TRUE;
    }
  if (form != NULL && trinh_regime_find_form (get_regime (self), form) != NULL)
    g_set_str (&table->form, form);
  table->remembered = memory != NULL;
}

static void
name_tables (TrinhImport *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      TrinhImportTable *table = self->tables->pdata[i];
      const char *name = trinh_sheet_get_name (table->sheet);
      TrinhForm *form = table->named != NULL ? trinh_regime_find_form (get_regime (self), table->named) : NULL;

      if (form != NULL)
        table->title = g_strdup (trinh_form_get_label (form));
      else
        table->title = name[0] != '\0' ? g_strdup (name) : g_strdup_printf (_ ("Table %u"), i + 1);
    }
}

TrinhImport *
trinh_import_new (TrinhEvaluation *evaluation,
                  TrinhWorkbook *workbook,
                  JsonNode *memory)
{
  TrinhImport *self;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (workbook != NULL, NULL);

  self = g_object_new (TRINH_TYPE_IMPORT, NULL);
  self->evaluation = g_object_ref (evaluation);
  self->workbook = trinh_workbook_ref (workbook);
  self->memory = memory != NULL && JSON_NODE_HOLDS_OBJECT (memory) ? json_object_ref (json_node_get_object (memory)) : json_object_new ();
  self->tables = _trinh_import_find_tables (get_regime (self), workbook);
  self->places = _trinh_import_make_places (get_regime (self));
  name_tables (self);
  for (guint i = 0; i < self->tables->len; i++)
    recall_table (self, self->tables->pdata[i]);
  read_tables (self);

  return self;
}

TrinhWorkbook *
trinh_import_get_workbook (TrinhImport *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT (self), NULL);

  return self->workbook;
}

gboolean
trinh_import_get_names_rows (TrinhImport *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      const TrinhImportItem *item = self->items->pdata[i];

      if (item->address != NULL && _trinh_import_table_find (item->table, "label") >= 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
trinh_import_get_finds_rows (TrinhImport *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT (self), FALSE);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const TrinhImportTable *table = self->tables->pdata[i];

      if (table->n_found > 0 && (_trinh_import_table_is_own (table) || _trinh_import_has_column (table)))
        return TRUE;
    }

  return FALSE;
}

guint
trinh_import_count (TrinhImport *self,
                    TrinhImportStatus status)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += ((TrinhImportItem *) self->items->pdata[i])->status == status;

  return n;
}

guint
trinh_import_get_n_taken (TrinhImport *self)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += ((TrinhImportItem *) self->items->pdata[i])->take;

  return n;
}

guint
trinh_import_get_n_tables (TrinhImport *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT (self), 0);

  return self->tables->len;
}

static TrinhImportTable *
get_table (TrinhImport *self,
           guint position)
{
  g_return_val_if_fail (TRINH_IS_IMPORT (self), NULL);
  g_return_val_if_fail (position < self->tables->len, NULL);

  return self->tables->pdata[position];
}

const char *
trinh_import_get_table_title (TrinhImport *self,
                              guint table)
{
  TrinhImportTable *found = get_table (self, table);

  return found != NULL ? found->title : NULL;
}

guint
trinh_import_get_n_columns (TrinhImport *self,
                            guint table)
{
  TrinhImportTable *found = get_table (self, table);

  return found != NULL ? found->n_columns : 0;
}

const char *
trinh_import_get_column_head (TrinhImport *self,
                              guint table,
                              guint column)
{
  TrinhImportTable *found = get_table (self, table);

  g_return_val_if_fail (found != NULL && column < found->n_columns, NULL);

  return found->heads[column];
}

const char *
trinh_import_get_column_role (TrinhImport *self,
                              guint table,
                              guint column)
{
  TrinhImportTable *found = get_table (self, table);

  g_return_val_if_fail (found != NULL && column < found->n_columns, NULL);

  return found->roles[column];
}

void
trinh_import_set_column_role (TrinhImport *self,
                              guint table,
                              guint column,
                              const char *role)
{
  TrinhImportTable *found = get_table (self, table);

  g_return_if_fail (found != NULL && column < found->n_columns);
  g_return_if_fail (role != NULL);

  if (g_str_equal (found->roles[column], role))
    return;
  _trinh_import_table_set_role (found, column, role);
  found->chosen = TRUE;
  found->remembered = FALSE;
  read_tables (self);
}

gboolean
trinh_import_get_remembered (TrinhImport *self,
                             guint table)
{
  TrinhImportTable *found = get_table (self, table);

  return found != NULL && found->remembered;
}

/* The memory is the caller's too: another takes its place. */
static void
forget_fingerprint (TrinhImport *self,
                    const char *fingerprint)
{
  JsonObject *kept = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (self->memory);

  for (GList *name = names; name != NULL; name = name->next)
    if (!g_str_equal (name->data, fingerprint))
      json_object_set_member (kept, name->data, json_node_copy (json_object_get_member (self->memory, name->data)));
  json_object_unref (self->memory);
  self->memory = kept;
}

void
trinh_import_forget (TrinhImport *self,
                     guint table)
{
  g_autoptr (GPtrArray) fresh = NULL;
  TrinhImportTable *before = get_table (self, table);
  TrinhImportTable *found;

  g_return_if_fail (before != NULL);

  fresh = _trinh_import_find_tables (get_regime (self), self->workbook);
  found = g_ptr_array_steal_index (fresh, table);
  found->title = g_steal_pointer (&before->title);
  forget_fingerprint (self, found->fingerprint);
  self->tables->pdata[table] = found;
  read_tables (self);
  _trinh_import_table_free (before);
}

const char *
trinh_import_get_table_form (TrinhImport *self,
                             guint table)
{
  TrinhImportTable *found = get_table (self, table);

  return found != NULL ? found->form : NULL;
}

void
trinh_import_set_table_form (TrinhImport *self,
                             guint table,
                             const char *form)
{
  TrinhImportTable *found = get_table (self, table);

  g_return_if_fail (found != NULL);
  g_return_if_fail (form == NULL || trinh_regime_find_form (get_regime (self), form) != NULL);

  if (g_set_str (&found->form, form))
    read_tables (self);
}

static TrinhForm *
find_form (TrinhImport *self,
           guint table)
{
  const char *id = trinh_import_get_table_form (self, table);

  return id != NULL ? trinh_regime_find_form (get_regime (self), id) : NULL;
}

char **
trinh_import_list_roles (TrinhImport *self,
                         guint table)
{
  static const char *const fixed[] = { "", "code", "label", "unit", "value", "note" };
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  TrinhForm *form = find_form (self, table);
  GListModel *columns = form != NULL ? trinh_form_get_columns (form) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_strv_builder_add (roles, fixed[i]);
  for (guint i = 0; columns != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (!trinh_form_column_get_main (column))
        g_strv_builder_add (roles, trinh_form_column_get_id (column));
    }
  if (_trinh_import_table_find (get_table (self, table), "form") >= 0)
    g_strv_builder_add (roles, "form");
  if (_trinh_import_table_find (get_table (self, table), "key") >= 0)
    g_strv_builder_add (roles, "key");

  return g_strv_builder_end (roles);
}

char *
trinh_import_dup_role_title (TrinhImport *self,
                             guint table,
                             const char *role)
{
  static const struct
  {
    const char *role;
    const char *title;
  } titles[] = {
    { "", N_ ("Not used") },
    { "form", N_ ("Form") },
    { "key", N_ ("Key of the row") },
    { "code", N_ ("Code") },
    { "label", N_ ("Indicator") },
    { "unit", N_ ("Unit") },
    { "note", N_ ("Note") },
  };
  TrinhForm *form = find_form (self, table);
  TrinhFormColumn *column = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (role != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].role, role))
      return g_strdup (_ (titles[i].title));

  if (form != NULL)
    column = g_str_equal (role, "value") ? trinh_form_get_main_column (form) : trinh_form_find_column (form, role);
  title = column != NULL ? trinh_markup_strip (trinh_form_column_get_title (column)) : NULL;

  return title != NULL && title[0] != '\0' ? g_steal_pointer (&title) : g_strdup (_ ("Value"));
}

static gpointer
ref_item (gconstpointer item,
          gpointer data)
{
  return g_object_ref ((gpointer) item);
}

/* The items in the order of the rows, so that undo and journal read like the form. */
TrinhEdit *
trinh_import_make_edit (TrinhImport *self)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (TRINH_IS_IMPORT (self), NULL);

  /* With what was answered since, more may be what a formula gives. */
  items = g_ptr_array_copy (self->items, ref_item, NULL);
  _trinh_import_drop_computed (self->evaluation, items);
  edit = trinh_edit_new (_ ("imported values"));
  _trinh_import_fill_edit (edit, trinh_evaluation_get_report (self->evaluation), items);

  return g_steal_pointer (&edit);
}

JsonNode *
trinh_import_dup_memory (TrinhImport *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT (self), NULL);

  return _trinh_import_make_memory (self->memory, self->tables, self->items);
}
