/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-import-rows-private.h"

/* How many kinds of tables are remembered; an office has a handful. */
#define MAX_MEMORY 100

static gboolean
has_key (const char *const *keys,
         GPtrArray *more,
         const char *key)
{
  if (keys != NULL && g_strv_contains (keys, key))
    return TRUE;

  for (guint i = 0; i < more->len; i++)
    if (g_str_equal (more->pdata[i], key))
      return TRUE;

  return FALSE;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const guint64 first = g_ascii_strtoull (*(const char *const *) a + 1, NULL, 10);
  const guint64 second = g_ascii_strtoull (*(const char *const *) b + 1, NULL, 10);

  return first < second ? -1 : first > second;
}

/* Whether the row goes, as the table has it no more */
static gboolean
is_gone (GPtrArray *items,
         const char *form,
         const char *key)
{
  const char *address = trinh_address_build (form, key, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const TrinhImportItem *item = items->pdata[i];

      if (item->gone && item->take && item->address == address)
        return TRUE;
    }

  return FALSE;
}

/* A row that something is taken of is added to its list. */
static void
set_rows (TrinhEdit *edit,
          TrinhReport *report,
          TrinhForm *form,
          GPtrArray *items)
{
  const char *id = trinh_form_get_id (form);
  const char *const *keys = trinh_report_get_rows (report, id);
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint n_gone = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TrinhImportItem *item = items->pdata[i];
      g_autofree char *its_form = NULL;
      g_autofree char *key = NULL;

      if (item->take && trinh_address_split (item->address, &its_form, &key, NULL) && g_str_equal (its_form, id) && !has_key (keys, more, key))
        g_ptr_array_add (more, g_steal_pointer (&key));
    }
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (is_gone (items, id, keys[i]))
      n_gone++;
    else
      g_ptr_array_add (all, (gpointer) keys[i]);
  if (more->len == 0 && n_gone == 0)
    return;

  g_ptr_array_sort (more, compare_keys);
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (all, more->pdata[i]);
  g_ptr_array_add (all, NULL);
  trinh_edit_set_rows (edit, id, (const char *const *) all->pdata);
}

static gboolean
is_put (const TrinhImportItem *item)
{
  return item->take && !item->gone;
}

/* A value and a note of one cell are one change: the later builds on the earlier. */
static void
put_item (TrinhEdit *edit,
          TrinhReport *report,
          GHashTable *values,
          TrinhImportItem *item)
{
  TrinhValue *old = g_hash_table_lookup (values, item->address);
  TrinhValue *value;

  if (old == NULL)
    old = trinh_report_get_value (report, item->address);
  if (item->note)
    value = trinh_value_with_note (old, item->content);
  else
    value = trinh_value_with_text (old, item->content, item->content[0] != '\0' ? TRINH_ORIGIN_IMPORTED : TRINH_ORIGIN_ENTERED);
  g_hash_table_insert (values, (gpointer) item->address, value);
}

void
_trinh_import_fill_edit (TrinhEdit *edit,
                         TrinhReport *report,
                         GPtrArray *items)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) trinh_value_unref);
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (report));

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (trinh_form_get_list (form))
        set_rows (edit, report, form, items);
    }
  for (guint i = 0; i < items->len; i++)
    if (is_put (items->pdata[i]))
      put_item (edit, report, values, items->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    {
      TrinhImportItem *item = items->pdata[i];
      TrinhValue *value = is_put (item) ? g_hash_table_lookup (values, item->address) : NULL;

      if (value == NULL)
        continue;
      trinh_edit_set_value (edit, item->address, trinh_value_is_empty (value) ? NULL : value);
      g_hash_table_remove (values, item->address);
    }
}

/* Answers that were the same to every doubt of a kind; where they differ there is nothing to learn. */
static JsonObject *
collect_answers (TrinhImportTable *table,
                 GPtrArray *items)
{
  JsonObject *answers = json_object_new ();

  for (guint i = 0; i < items->len; i++)
    {
      TrinhImportItem *item = items->pdata[i];

      if (item->table != table || item->question == NULL || item->answer < 0 || g_str_equal (item->question, "twice"))
        continue;
      if (json_object_get_int_member_with_default (answers, item->question, item->answer) != item->answer)
        json_object_set_int_member (answers, item->question, -1);
      else
        json_object_set_int_member (answers, item->question, item->answer);
    }

  return answers;
}

static void
remember_table (JsonObject *memory,
                TrinhImportTable *table,
                GPtrArray *items)
{
  JsonObject *answers = collect_answers (table, items);
  JsonObject *entry;
  JsonArray *columns;

  /* A table that was read without the person's help needs no memory. */
  if (!table->chosen && json_object_get_size (answers) == 0)
    {
      json_object_unref (answers);
      return;
    }

  entry = json_object_new ();
  columns = json_array_new ();
  for (guint i = 0; i < table->n_columns; i++)
    json_array_add_string_element (columns, table->roles[i]);
  json_object_set_array_member (entry, "columns", columns);
  if (table->form != NULL && (table->named == NULL || !g_str_equal (table->named, table->form)))
    json_object_set_string_member (entry, "form", table->form);
  json_object_set_object_member (entry, "answers", answers);
  /* What was used last stands last. */
  if (json_object_has_member (memory, table->fingerprint))
    json_object_remove_member (memory, table->fingerprint);
  json_object_set_object_member (memory, table->fingerprint, entry);
}

JsonNode *
_trinh_import_make_memory (JsonObject *known,
                           GPtrArray *tables,
                           GPtrArray *items)
{
  JsonObject *memory = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (known);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_member (memory, name->data, json_node_copy (json_object_get_member (known, name->data)));
  for (guint i = 0; i < tables->len; i++)
    remember_table (memory, tables->pdata[i], items);
  while (json_object_get_size (memory) > MAX_MEMORY)
    {
      g_autoptr (GList) members = json_object_get_members (memory);
      g_autofree char *oldest = g_strdup (members->data);

      json_object_remove_member (memory, oldest);
    }
  json_node_take_object (node, memory);

  return node;
}
