/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-draft-binding.h"
#include "trinh-element-row-private.h"

/* What an item of the outline can be: its role, or the level of a heading */
static const TrinhDraftChoice standings[] = {
  { "opening", N_ ("Opening") },
  { "1", N_ ("Section of the first level") },
  { "2", N_ ("Section of the second level") },
  { "3", N_ ("Section of the third level") },
  { "closing", N_ ("Closing") },
  { NULL, NULL },
};

/* 0 for the opening and the closing */
static guint
get_level (TrinhDraftBinding *self)
{
  JsonObject *item = _trinh_draft_binding_get_object (self);

  return item != NULL ? (guint) json_object_get_int_member_with_default (item, "level", 0) : 0;
}

static void
show_standing (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const char *role = _trinh_draft_binding_get_text (self);
  const guint level = get_level (self);
  guint selected = GTK_INVALID_LIST_POSITION;

  if (self->showing)
    return;
  for (guint i = 0; standings[i].value != NULL; i++)
    if (level > 0 ? i == level : g_str_equal (standings[i].value, role))
      selected = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (row, selected);
  self->showing = FALSE;
}

/* As far as it can go */
static void
set_level (TrinhDraftBinding *self,
           guint level)
{
  const guint before = get_level (self);
  const int direction = level > before ? 1 : -1;

  for (guint i = before; i != level; i += (guint) direction)
    if (!trinh_regime_draft_indent_item (self->draft, self->index, direction))
      return;
}

static void
standing_changed_cb (AdwComboRow *row)
{
  g_autoptr (AdwComboRow) kept = g_object_ref (row);
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const guint selected = adw_combo_row_get_selected (row);
  const gboolean heading = get_level (self) > 0;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->showing = TRUE;
  if (g_ascii_isdigit (standings[selected].value[0]) && heading)
    set_level (self, selected);
  else if (g_ascii_isdigit (standings[selected].value[0]))
    trinh_regime_draft_set_item_role (self->draft, self->index, "heading", _ ("New section"));
  else
    trinh_regime_draft_set_item_role (self->draft, self->index, standings[selected].value, "");
  self->showing = FALSE;
  /* What could not be is shown as it is. */
  show_standing (row);
}

static GtkWidget *
new_standing_row (const TrinhDraftPlace *place)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  _trinh_draft_bind (row, place, "role", _ ("It is"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("At most one level below the section above it; there is one opening and one closing, with nothing below them"));
  for (guint i = 0; standings[i].value != NULL; i++)
    gtk_string_list_append (titles, _ (standings[i].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  show_standing (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (standing_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_standing), row, G_CONNECT_SWAPPED);
  return row;
}

void
_trinh_element_add_item_fields (AdwExpanderRow *row,
                                const TrinhDraftPlace *place)
{
  gboolean heading = g_str_equal (_trinh_element_get (place, "role"), "") || g_str_equal (_trinh_element_get (place, "role"), "heading");
  GtkWidget *title;

  if (heading)
    {
      adw_expander_row_add_row (row, trinh_draft_text_row_new (place, "number", _ ("Number"), FALSE));
      title = trinh_draft_text_row_new (place, "title", _ ("Title of the section"), TRUE);
      adw_expander_row_add_row (row, title);
      _trinh_element_set_first (row, title);
      adw_expander_row_add_row (row, trinh_draft_switch_row_new (place, "required", _ ("Must have a text"), FALSE));
    }
  adw_expander_row_add_row (row, new_standing_row (place));
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "guidance", _ ("Guidance")));
  adw_expander_row_add_row (row, trinh_draft_long_row_new (place, "template", _ ("Text that a new report begins with")));
  adw_expander_row_add_row (row, trinh_draft_lines_row_new (place, "phrases", _ ("Sentences offered, one per line; {{bm1:2.1}} stands for a value")));
  adw_expander_row_add_row (row, trinh_draft_picks_row_new (place, "forms", _ ("Forms whose figures belong to it"), FALSE));
}
