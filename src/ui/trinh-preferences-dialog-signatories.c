/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Who signs, in their order */

#include "config.h"

#include "trinh-preferences-dialog-private.h"
#include "trinh-scroll.h"
#include "trinh-signatory-row.h"

void
trinh_preferences_dialog_collect_signatories (TrinhPreferencesDialog *self,
                                              JsonObject *settings)
{
  JsonArray *array;

  if (self->signatories->len == 0)
    {
      json_object_remove_member (settings, "signatories");
      return;
    }

  array = json_array_new ();
  for (guint i = 0; i < self->signatories->len; i++)
    json_array_add_object_element (array, trinh_signatory_row_to_json (self->signatories->pdata[i]));
  json_object_set_array_member (settings, "signatories", array);
}

static void
update_first (TrinhPreferencesDialog *self)
{
  for (guint i = 0; i < self->signatories->len; i++)
    trinh_signatory_row_set_first (self->signatories->pdata[i], i == 0);
}

static void
remove_signatory_cb (TrinhPreferencesDialog *self,
                     TrinhSignatoryRow *row)
{
  adw_preferences_group_remove (self->signatories_group, GTK_WIDGET (row));
  g_ptr_array_remove (self->signatories, row);
  update_first (self);
  trinh_preferences_dialog_changed_cb (self);
}

/* A group cannot move its rows: they are taken out and put in again. */
static void
move_signatory_cb (TrinhPreferencesDialog *self,
                   int direction,
                   TrinhSignatoryRow *row)
{
  guint position;

  if (!g_ptr_array_find (self->signatories, row, &position) || (int) position + direction < 0 ||
      position + (guint) direction >= self->signatories->len)
    return;

  for (guint i = 0; i < self->signatories->len; i++)
    {
      g_object_ref (self->signatories->pdata[i]);
      adw_preferences_group_remove (self->signatories_group, self->signatories->pdata[i]);
    }
  g_ptr_array_insert (self->signatories, (int) position + direction, g_ptr_array_steal_index (self->signatories, position));
  for (guint i = 0; i < self->signatories->len; i++)
    {
      adw_preferences_group_add (self->signatories_group, self->signatories->pdata[i]);
      g_object_unref (self->signatories->pdata[i]);
    }
  update_first (self);
  trinh_preferences_dialog_changed_cb (self);
}

static GtkWidget *
add_signatory (TrinhPreferencesDialog *self,
               JsonObject *signatory)
{
  GtkWidget *row = trinh_signatory_row_new (signatory);

  g_signal_connect_object (row, "changed", G_CALLBACK (trinh_preferences_dialog_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_signatory_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_signatory_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->signatories, row);
  adw_preferences_group_add (self->signatories_group, row);
  update_first (self);

  return row;
}

void
trinh_preferences_dialog_add_clicked_cb (TrinhPreferencesDialog *self)
{
  GtkWidget *row = add_signatory (self, NULL);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (row);
  trinh_scroll_to (row);
  trinh_preferences_dialog_changed_cb (self);
}

void
trinh_preferences_dialog_fill_signatories (TrinhPreferencesDialog *self,
                                           JsonObject *settings)
{
  JsonNode *node = json_object_get_member (settings, "signatories");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  while (self->signatories->len > 0)
    {
      adw_preferences_group_remove (self->signatories_group, self->signatories->pdata[0]);
      g_ptr_array_remove_index (self->signatories, 0);
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        add_signatory (self, json_node_get_object (element));
    }
}
