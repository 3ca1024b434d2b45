/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-report-apply-private.h"

gboolean
_trinh_report_prepare_section (TrinhReport *self,
                               TrinhEdit *edit,
                               guint position,
                               GError **error)
{
  const TrinhChange *change = trinh_edit_get_change (edit, position);
  TrinhSection *old = trinh_report_find_section (self, change->target);
  g_autofree char *id = g_strdup (change->target);
  g_autoptr (TrinhSection) section = NULL;
  JsonNode *before = old != NULL ? trinh_section_to_json (old) : NULL;
  JsonNode *content = NULL;

  if (change->new_content != NULL)
    {
      section = trinh_section_from_json (change->new_content, error);
      if (section == NULL)
        {
          g_clear_pointer (&before, json_node_unref);
          return FALSE;
        }
      /* With a place the section is put there, or moved. */
      content = json_object_has_member (json_node_get_object (change->new_content), TRINH_EDIT_POSITION) ? json_node_ref (change->new_content) : trinh_section_to_json (section);
    }
  _trinh_edit_settle (edit, position, id, before, content);
  return TRUE;
}

/* A section that is new stands behind those that the outline puts before it. */
static guint
find_place (TrinhReport *self,
            TrinhSection *section)
{
  GListModel *items = trinh_outline_get_items (trinh_regime_get_outline (self->regime));
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  guint place = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (items, i);

      g_hash_table_add (before, (gpointer) trinh_outline_item_get_id (item));
      if (g_str_equal (trinh_outline_item_get_id (item), trinh_section_get_outline (section)))
        break;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (TrinhSection) other = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      if (g_hash_table_contains (before, trinh_section_get_outline (other)))
        place = i + 1;
    }
  return place;
}

/* Where a section that is put in, moved or taken away stands, for the way back and for who stores the edit; never in a
 * file. What was done before it in the same edit counts. */
static void
note_place (JsonNode *content,
            guint place)
{
  json_object_set_int_member (json_node_get_object (content), TRINH_EDIT_POSITION, place);
}

static void
remove_section (TrinhReport *self,
                const TrinhChange *change,
                guint position)
{
  note_place (change->old_content, position);
  g_list_store_remove (self->sections, position);
}

/* @wanted: -1 nowhere */
static void
insert_section (TrinhReport *self,
                const TrinhChange *change,
                TrinhSection *section,
                gint64 wanted)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sections));
  const guint place = wanted >= 0 ? (guint) MIN (wanted, n) : find_place (self, section);

  note_place (change->new_content, place);
  g_list_store_insert (self->sections, place, section);
}

void
_trinh_report_commit_section (TrinhReport *self,
                              const TrinhChange *change)
{
  const guint position = _trinh_report_find_section_position (self, change->target);
  g_autoptr (TrinhSection) section = NULL;
  g_autoptr (JsonNode) node = NULL;
  gint64 wanted;

  if (change->new_content == NULL)
    {
      remove_section (self, change, position);
      return;
    }
  node = _trinh_json_dup_normalized (change->new_content);
  wanted = json_object_get_int_member_with_default (json_node_get_object (node), TRINH_EDIT_POSITION, -1);
  json_object_remove_member (json_node_get_object (node), TRINH_EDIT_POSITION);
  section = trinh_section_from_json (node, NULL);
  if (position != G_MAXUINT && wanted < 0)
    {
      g_list_store_splice (self->sections, position, 1, (gpointer *) &section, 1);
      return;
    }
  if (position != G_MAXUINT)
    remove_section (self, change, position);
  insert_section (self, change, section, wanted);
}
