/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-draft-rows.h"
#include "trinh-lines-row.h"

/* What a row is bound to; goes with the row. */
typedef struct
{
  GtkWidget *row; /* the owner */
  TrinhRegimeDraft *draft;
  char *document;
  char *array;
  char *inner;
  char *member;
  guint index;
  const TrinhDraftChoice *choices;
  const char *otherwise_text;
  gboolean otherwise;
  gboolean keep_empty;
  gboolean showing; /* what changes now comes from the draft */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *self = data;

  g_object_unref (self->draft);
  g_free (self->document);
  g_free (self->array);
  g_free (self->inner);
  g_free (self->member);
  g_free (self);
}

static Binding *
bind_row (gpointer row,
          const TrinhDraftPlace *place,
          const char *member,
          const char *title)
{
  Binding *self = g_new0 (Binding, 1);

  self->row = row;
  self->draft = g_object_ref (place->draft);
  self->document = g_strdup (place->document);
  self->array = g_strdup (place->array);
  self->index = place->index;
  self->member = g_strdup (member);
  g_object_set_data_full (row, "draft-binding", self, binding_free);
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, title);
  return self;
}

static JsonNode *
get_node (Binding *self)
{
  JsonNode *document = trinh_regime_draft_get_document (self->draft, self->document);
  JsonObject *parent = NULL;

  if (self->array != NULL)
    parent = trinh_regime_draft_get_element (self->draft, self->document, self->array, self->index);
  else if (document != NULL)
    parent = json_node_get_object (document);
  return parent != NULL ? json_object_get_member (parent, self->inner != NULL ? self->inner : self->member) : NULL;
}

static void
set_node (Binding *self,
          JsonNode *node)
{
  self->showing = TRUE;
  trinh_regime_draft_set_member (self->draft, self->document, self->array, self->index, self->inner != NULL ? self->inner : self->member, node);
  self->showing = FALSE;
}

static const char *
get_text (Binding *self)
{
  return trinh_regime_draft_get_string (self->draft, self->document, self->array, self->index, self->member);
}

static JsonNode *
new_text (const char *text,
          gboolean keep_empty)
{
  return *text != '\0' || keep_empty ? json_node_init_string (json_node_alloc (), text) : NULL;
}

/* --- a text --- */

static void
show_text (GtkWidget *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");

  if (self->showing || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), get_text (self)))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), get_text (self));
  self->showing = FALSE;
}

static void
text_changed_cb (GtkEditable *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");

  if (!self->showing)
    set_node (self, new_text (gtk_editable_get_text (row), self->keep_empty));
}

GtkWidget *
trinh_draft_text_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title,
                          gboolean keep_empty)
{
  GtkWidget *row = adw_entry_row_new ();
  Binding *self = bind_row (row, place, member, title);

  self->keep_empty = keep_empty;
  show_text (row);
  g_signal_connect (row, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_text), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- lines: a list of texts, a longer text, codes and their texts --- */

typedef enum
{
  LINES_LIST,
  LINES_TEXT,
  LINES_CODES,
} LinesKind;

static char *
dup_line (JsonNode *element,
          LinesKind kind)
{
  if (kind == LINES_CODES && JSON_NODE_HOLDS_OBJECT (element))
    return g_strdup_printf ("%s = %s",
                            json_object_get_string_member_with_default (json_node_get_object (element), "code", ""),
                            json_object_get_string_member_with_default (json_node_get_object (element), "text", ""));
  return JSON_NODE_HOLDS_VALUE (element) ? g_strdup (json_node_get_string (element)) : g_strdup ("");
}

static char **
dup_lines (Binding *self,
           LinesKind kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = get_node (self);

  if (kind == LINES_TEXT)
    return g_strsplit (get_text (self), "\n", -1);
  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    g_strv_builder_take (builder, dup_line (json_array_get_element (json_node_get_array (node), i), kind));
  return g_strv_builder_end (builder);
}

static void
add_code (JsonArray *array,
          const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line, "=", 2);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", g_strstrip (sides[0]));
  json_object_set_string_member (object, "text", sides[1] != NULL ? g_strstrip (sides[1]) : "");
  json_array_add_object_element (array, object);
}

static JsonNode *
lines_to_node (char **lines,
               LinesKind kind)
{
  g_autofree char *joined = NULL;
  JsonArray *array;

  if (lines[0] == NULL)
    return NULL;
  if (kind == LINES_TEXT)
    {
      joined = g_strjoinv ("\n", lines);
      return new_text (joined, FALSE);
    }
  array = json_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (kind == LINES_CODES)
        add_code (array, lines[i]);
      else
        json_array_add_string_element (array, lines[i]);
    }
  return json_node_init_array (json_node_alloc (), array);
}

static LinesKind
get_lines_kind (gpointer row)
{
  return GPOINTER_TO_INT (g_object_get_data (row, "draft-lines"));
}

static void
show_lines (TrinhLinesRow *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  g_auto (GStrv) lines = NULL;

  if (self->showing)
    return;
  lines = dup_lines (self, get_lines_kind (row));
  self->showing = TRUE;
  trinh_lines_row_set_lines (row, (const char *const *) lines);
  self->showing = FALSE;
}

static void
lines_changed_cb (TrinhLinesRow *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  g_auto (GStrv) lines = NULL;

  if (self->showing)
    return;
  lines = trinh_lines_row_dup_lines (row);
  set_node (self, lines_to_node (lines, get_lines_kind (row)));
}

static GtkWidget *
new_lines_row (const TrinhDraftPlace *place,
               const char *member,
               const char *title,
               LinesKind kind)
{
  GtkWidget *row = trinh_lines_row_new ();

  bind_row (row, place, member, title);
  g_object_set_data (G_OBJECT (row), "draft-lines", GINT_TO_POINTER (kind));
  show_lines (TRINH_LINES_ROW (row));
  g_signal_connect (row, "notify::lines", G_CALLBACK (lines_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_lines), row, G_CONNECT_SWAPPED);
  return row;
}

GtkWidget *
trinh_draft_lines_row_new (const TrinhDraftPlace *place,
                           const char *member,
                           const char *title)
{
  return new_lines_row (place, member, title, LINES_LIST);
}

GtkWidget *
trinh_draft_long_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title)
{
  return new_lines_row (place, member, title, LINES_TEXT);
}

GtkWidget *
trinh_draft_codes_row_new (const TrinhDraftPlace *place,
                           const char *member,
                           const char *title)
{
  return new_lines_row (place, member, title, LINES_CODES);
}

/* --- yes or no --- */

static gboolean
get_boolean (Binding *self)
{
  JsonNode *node = get_node (self);

  if (node != NULL && self->inner != NULL)
    node = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), self->member) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return self->otherwise;
  return json_node_get_boolean (node);
}

static void
show_boolean (AdwSwitchRow *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");

  if (self->showing)
    return;
  self->showing = TRUE;
  adw_switch_row_set_active (row, get_boolean (self));
  self->showing = FALSE;
}

/* The object that the member is in, as it is, with another value of the member. (transfer full) */
static JsonNode *
dup_inner (Binding *self,
           JsonNode *before,
           JsonNode *value)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (before != NULL && JSON_NODE_HOLDS_OBJECT (before))
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (before));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        json_object_set_member (object, name, json_node_copy (member));
    }
  json_object_set_member (object, self->member, value);
  json_node_take_object (node, object);
  return node;
}

static void
boolean_changed_cb (AdwSwitchRow *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  JsonNode *value;

  if (self->showing)
    return;
  value = json_node_init_boolean (json_node_alloc (), adw_switch_row_get_active (row));
  set_node (self, self->inner != NULL ? dup_inner (self, get_node (self), value) : value);
}

GtkWidget *
trinh_draft_switch_row_new (const TrinhDraftPlace *place,
                            const char *inner,
                            const char *member,
                            const char *title,
                            gboolean otherwise)
{
  GtkWidget *row = adw_switch_row_new ();
  Binding *self = bind_row (row, place, member, title);

  self->inner = g_strdup (inner);
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
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  const char *text = get_text (self);
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
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  guint selected = adw_combo_row_get_selected (row);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    set_node (self, new_text (self->choices[selected].value, FALSE));
}

GtkWidget *
trinh_draft_choice_row_new (const TrinhDraftPlace *place,
                            const char *member,
                            const char *title,
                            const TrinhDraftChoice *choices,
                            const char *otherwise)
{
  GtkWidget *row = adw_combo_row_new ();
  Binding *self = bind_row (row, place, member, title);
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
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  JsonNode *node = get_node (self);
  g_autoptr (JsonNode) others = self->otherwise_text != NULL ? json_from_string (self->otherwise_text, NULL) : NULL;

  if (self->showing)
    return;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    node = others;
  self->showing = TRUE;
  if (node != NULL)
    adw_spin_row_set_value (row, (double) json_object_get_int_member_with_default (json_node_get_object (node), self->member, 0));
  self->showing = FALSE;
}

static void
number_changed_cb (AdwSpinRow *row)
{
  Binding *self = g_object_get_data (G_OBJECT (row), "draft-binding");
  g_autoptr (JsonNode) others = self->otherwise_text != NULL ? json_from_string (self->otherwise_text, NULL) : NULL;
  JsonNode *before = get_node (self);

  if (self->showing)
    return;
  set_node (self, dup_inner (self, before != NULL ? before : others, json_node_init_int (json_node_alloc (), (gint64) adw_spin_row_get_value (row))));
}

GtkWidget *
trinh_draft_number_row_new (const TrinhDraftPlace *place,
                            const char *inner,
                            const char *member,
                            const char *title,
                            int least,
                            int most,
                            const char *others)
{
  GtkWidget *row = adw_spin_row_new_with_range (least, most, 1);
  Binding *self = bind_row (row, place, member, title);

  self->inner = g_strdup (inner);
  self->otherwise_text = others;
  show_number (ADW_SPIN_ROW (row));
  g_signal_connect (row, "notify::value", G_CALLBACK (number_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_number), row, G_CONNECT_SWAPPED);
  return row;
}
