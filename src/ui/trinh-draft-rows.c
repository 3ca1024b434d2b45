/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-date-row.h"
#include "trinh-draft-binding.h"

/* --- a text --- */

static void
show_text (GtkWidget *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);

  if (self->showing || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), _trinh_draft_binding_get_text (self)))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), _trinh_draft_binding_get_text (self));
  self->showing = FALSE;
}

static void
text_changed_cb (GtkEditable *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);

  if (!self->showing)
    _trinh_draft_binding_set_node (self, _trinh_draft_new_text (gtk_editable_get_text (row), self->keep_empty));
}

GtkWidget *
trinh_draft_text_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title,
                          gboolean keep_empty)
{
  GtkWidget *row = adw_entry_row_new ();
  TrinhDraftBinding *self = _trinh_draft_bind (row, place, member, title);

  self->keep_empty = keep_empty;
  show_text (row);
  g_signal_connect (row, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_text), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- yes or no --- */

static gboolean
get_boolean (TrinhDraftBinding *self)
{
  JsonNode *node = _trinh_draft_binding_get_node (self);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return self->otherwise;
  return json_node_get_boolean (node);
}

static void
show_boolean (AdwSwitchRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);

  if (self->showing)
    return;
  self->showing = TRUE;
  adw_switch_row_set_active (row, get_boolean (self));
  self->showing = FALSE;
}

static void
boolean_changed_cb (AdwSwitchRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);

  if (!self->showing)
    _trinh_draft_binding_set_node (self, json_node_init_boolean (json_node_alloc (), adw_switch_row_get_active (row)));
}

GtkWidget *
trinh_draft_switch_row_new (const TrinhDraftPlace *place,
                            const char *member,
                            const char *title,
                            gboolean otherwise)
{
  GtkWidget *row = adw_switch_row_new ();
  TrinhDraftBinding *self = _trinh_draft_bind (row, place, member, title);

  self->otherwise = otherwise;
  show_boolean (ADW_SWITCH_ROW (row));
  g_signal_connect (row, "notify::active", G_CALLBACK (boolean_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_boolean), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- one of several --- */

static void
show_choice (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const char *text = _trinh_draft_binding_get_text (self);
  guint selected = GTK_INVALID_LIST_POSITION;

  if (self->showing)
    return;
  for (guint i = 0; self->choices[i].value != NULL; i++)
    if (g_str_equal (self->choices[i].value, *text != '\0' ? text : self->otherwise_text))
      selected = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (row, selected);
  self->showing = FALSE;
}

static void
choice_changed_cb (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  guint selected = adw_combo_row_get_selected (row);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    _trinh_draft_binding_set_node (self, _trinh_draft_new_text (self->choices[selected].value, FALSE));
}

GtkWidget *
trinh_draft_choice_row_new (const TrinhDraftPlace *place,
                            const char *member,
                            const char *title,
                            const TrinhDraftChoice *choices,
                            const char *otherwise)
{
  GtkWidget *row = adw_combo_row_new ();
  TrinhDraftBinding *self = _trinh_draft_bind (row, place, member, title);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].value != NULL; i++)
    gtk_string_list_append (titles, _ (choices[i].title));
  self->choices = choices;
  self->otherwise_text = otherwise;
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  show_choice (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (choice_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_choice), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- a whole number --- */

static void
show_number (AdwSpinRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  JsonObject *object = _trinh_draft_binding_get_object (self);
  g_autoptr (JsonNode) others = self->others != NULL ? json_from_string (self->others, NULL) : NULL;

  if (self->showing)
    return;
  if (object == NULL && others != NULL)
    object = json_node_get_object (others);
  self->showing = TRUE;
  if (object != NULL)
    adw_spin_row_set_value (row, (double) json_object_get_int_member_with_default (object, self->member, 0));
  self->showing = FALSE;
}

static void
number_changed_cb (AdwSpinRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);

  if (!self->showing)
    _trinh_draft_binding_set_node (self, json_node_init_int (json_node_alloc (), (gint64) adw_spin_row_get_value (row)));
}

GtkWidget *
trinh_draft_number_row_new (const TrinhDraftPlace *place,
                            const char *member,
                            const char *title,
                            int least,
                            int most)
{
  GtkWidget *row = adw_spin_row_new_with_range (least, most, 1);

  _trinh_draft_bind (row, place, member, title);
  /* The widest number it could hold would not leave the title its place in a narrow window. */
  gtk_editable_set_width_chars (GTK_EDITABLE (row), 4);
  show_number (ADW_SPIN_ROW (row));
  g_signal_connect (row, "notify::value", G_CALLBACK (number_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_number), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- a whole number that may be absent --- */

static char *
dup_integer (TrinhDraftBinding *self)
{
  JsonNode *node = _trinh_draft_binding_get_node (self);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (_trinh_draft_binding_get_text (self));
}

static void
show_integer (GtkWidget *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  g_autofree char *text = dup_integer (self);

  if (self->showing || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  self->showing = FALSE;
}

/* What is no number is kept as it is typed: the check says what is wrong with it. */
static void
integer_changed_cb (GtkEditable *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const char *text = gtk_editable_get_text (row);
  gint64 number;

  if (self->showing)
    return;
  if (g_ascii_string_to_signed (text, 10, -G_MAXINT32, G_MAXINT32, &number, NULL))
    _trinh_draft_binding_set_node (self, json_node_init_int (json_node_alloc (), number));
  else
    _trinh_draft_binding_set_node (self, _trinh_draft_new_text (text, FALSE));
}

GtkWidget *
trinh_draft_integer_row_new (const TrinhDraftPlace *place,
                             const char *member,
                             const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  _trinh_draft_bind (row, place, member, title);
  show_integer (row);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect (row, "changed", G_CALLBACK (integer_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_integer), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- a day --- */

static void
show_date (TrinhDateRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  guint32 date = 0;

  if (self->showing)
    return;
  if (!trinh_date_parse (_trinh_draft_binding_get_text (self), &date))
    date = 0;
  self->showing = TRUE;
  if (date != trinh_date_row_get_date (row))
    trinh_date_row_set_date (row, date);
  self->showing = FALSE;
}

static void
date_changed_cb (TrinhDateRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  guint32 date = trinh_date_row_get_date (row);
  g_autofree char *text = date != 0 ? trinh_date_to_string (date) : g_strdup ("");
  const gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0';

  if (empty)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  /* A day half typed is none yet; only an empty row takes the day away. */
  if (!self->showing && (date != 0 || empty))
    _trinh_draft_binding_set_node (self, _trinh_draft_new_text (text, FALSE));
}

GtkWidget *
trinh_draft_date_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title)
{
  GtkWidget *row = trinh_date_row_new ();

  _trinh_draft_bind (row, place, member, title);
  show_date (TRINH_DATE_ROW (row));
  g_signal_connect (row, "changed", G_CALLBACK (date_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_date), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- whether a member is there at all --- */

static gboolean
get_presence (TrinhDraftBinding *self)
{
  JsonNode *node = _trinh_draft_binding_get_node (self);

  if (node == NULL)
    return self->otherwise;
  if (self->others != NULL)
    return JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), self->others);
  return !JSON_NODE_HOLDS_NULL (node);
}

static void
show_presence (AdwSwitchRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);

  if (self->showing)
    return;
  self->showing = TRUE;
  adw_switch_row_set_active (row, get_presence (self));
  self->showing = FALSE;
}

static void
presence_changed_cb (AdwSwitchRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const char *text = adw_switch_row_get_active (row) ? g_object_get_data (G_OBJECT (row), "on") : g_object_get_data (G_OBJECT (row), "off");

  if (!self->showing)
    _trinh_draft_binding_set_node (self, text != NULL ? json_from_string (text, NULL) : NULL);
}

GtkWidget *
trinh_draft_presence_row_new (const TrinhDraftPlace *place,
                              const char *member,
                              const char *title,
                              const char *on,
                              const char *off,
                              const char *inside)
{
  GtkWidget *row = adw_switch_row_new ();
  TrinhDraftBinding *self = _trinh_draft_bind (row, place, member, title);

  self->otherwise = on == NULL;
  self->others = inside;
  g_object_set_data (G_OBJECT (row), "on", (gpointer) on);
  g_object_set_data (G_OBJECT (row), "off", (gpointer) off);
  show_presence (ADW_SWITCH_ROW (row));
  g_signal_connect (row, "notify::active", G_CALLBACK (presence_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_presence), row, G_CONNECT_SWAPPED);
  return row;
}
