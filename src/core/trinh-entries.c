/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-entries-private.h"

static JsonArray *
get_array (const TrinhEntries *self,
           TrinhReport *report)
{
  JsonNode *node = trinh_report_get_member (report, self->member);

  return node != NULL ? json_node_get_array (node) : NULL;
}

static void
set_array (const TrinhEntries *self,
           TrinhEdit *edit,
           JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  trinh_edit_set_member (edit, self->member, node);
}

GPtrArray *
_trinh_entries_list (const TrinhEntries *self,
                     TrinhReport *report)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = get_array (self, report);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      /* The report has checked their types. */
      gpointer entry = self->read (json_array_get_element (array, i), NULL);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

guint
_trinh_entries_find_last_number (const TrinhEntries *self,
                                 GPtrArray *entries,
                                 char letter)
{
  guint64 last = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const char *id = self->get_id (entries->pdata[i]);
      guint64 number = 0;

      if (id[0] == letter && g_ascii_string_to_unsigned (id + 1, 10, 0, G_MAXUINT32 / 2, &number, NULL))
        last = MAX (last, number);
    }
  return (guint) last;
}

gboolean
_trinh_entries_find_position (const TrinhEntries *self,
                              GPtrArray *entries,
                              const char *id,
                              guint *position)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (self->get_id (entries->pdata[i]), id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

gpointer
_trinh_entries_find (const TrinhEntries *self,
                     TrinhReport *report,
                     const char *id)
{
  g_autoptr (GPtrArray) entries = _trinh_entries_list (self, report);
  guint position;

  return _trinh_entries_find_position (self, entries, id, &position) ? g_object_ref (entries->pdata[position]) : NULL;
}

TrinhEdit *
_trinh_entries_make_edit (const TrinhEntries *self,
                          const char *label,
                          GPtrArray *entries)
{
  TrinhEdit *edit = trinh_edit_new (label);
  JsonArray *array = json_array_sized_new (entries->len);

  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (array, self->write (entries->pdata[i]));
  set_array (self, edit, array);
  return edit;
}

TrinhEdit *
_trinh_entries_make_change (const TrinhEntries *self,
                            TrinhReport *report,
                            gpointer entry,
                            const char *label)
{
  g_autoptr (GPtrArray) entries = _trinh_entries_list (self, report);
  guint position;

  if (!_trinh_entries_find_position (self, entries, self->get_id (entry), &position) || self->equal (entries->pdata[position], entry))
    return NULL;
  g_object_unref (entries->pdata[position]);
  entries->pdata[position] = g_object_ref (entry);
  return _trinh_entries_make_edit (self, label, entries);
}

TrinhEdit *
_trinh_entries_make_move (const TrinhEntries *self,
                          TrinhReport *report,
                          const char *id,
                          guint position,
                          const char *label)
{
  g_autoptr (GPtrArray) entries = _trinh_entries_list (self, report);
  guint from;

  if (!_trinh_entries_find_position (self, entries, id, &from) || from == position || position >= entries->len)
    return NULL;
  g_ptr_array_insert (entries, (int) position, g_ptr_array_steal_index (entries, from));
  return _trinh_entries_make_edit (self, label, entries);
}

void
_trinh_entries_append (const TrinhEntries *self,
                       TrinhReport *report,
                       TrinhEdit *edit,
                       gpointer entry)
{
  JsonArray *old = get_array (self, report);
  JsonArray *array = json_array_new ();

  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    json_array_add_element (array, json_node_ref (json_array_get_element (old, i)));
  json_array_add_element (array, self->write (entry));
  set_array (self, edit, array);
}
