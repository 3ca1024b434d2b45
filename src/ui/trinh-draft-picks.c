/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-draft-binding.h"

static char *
dup_form_title (TrinhRegimeDraft *draft,
                const char *id)
{
  g_autofree char *document = g_strconcat ("forms/", id, NULL);

  return g_strdup_printf ("%s · %s", id, trinh_regime_draft_get_string (draft, document, NULL, 0, "label"));
}

/* --- some of several --- */

/* The ids that can be picked, in order: forms of the regime, or columns of the form and its units */
static char **
list_ids (TrinhDraftBinding *self,
          gboolean columns)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!columns)
    return trinh_regime_draft_list_forms (self->draft);
  g_strv_builder_add (builder, "unit");
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self->draft, self->document, "columns"); i++)
    g_strv_builder_add (builder, trinh_regime_draft_get_string (self->draft, self->document, "columns", i, "id"));
  return g_strv_builder_end (builder);
}

static char *
dup_column_title (TrinhDraftBinding *self,
                  const char *id)
{
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self->draft, self->document, "columns"); i++)
    if (g_str_equal (trinh_regime_draft_get_string (self->draft, self->document, "columns", i, "id"), id))
      {
        g_autofree char *title = trinh_markup_strip (trinh_regime_draft_get_string (self->draft, self->document, "columns", i, "title"));

        return g_strdup_printf ("%s · %s", id, title);
      }
  return g_strdup (_ ("Unit"));
}

static gboolean
is_picked (TrinhDraftBinding *self,
           const char *id)
{
  JsonNode *node = _trinh_draft_binding_get_node (self);

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    if (g_strcmp0 (json_array_get_string_element (json_node_get_array (node), i), id) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
get_checks (gpointer row)
{
  return g_object_get_data (row, "draft-checks");
}

static void
pick_toggled_cb (GtkWidget *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  GPtrArray *checks = get_checks (row);
  JsonArray *array;

  if (self->showing)
    return;
  array = json_array_new ();
  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (checks->pdata[i]))
      json_array_add_string_element (array, g_object_get_data (checks->pdata[i], "id"));
  _trinh_draft_binding_set_node (self, json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
show_picks (AdwExpanderRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const gboolean showing = self->showing;
  GPtrArray *checks = get_checks (row);
  g_autoptr (GString) picked = g_string_new (NULL);

  self->showing = TRUE;
  for (guint i = 0; i < checks->len; i++)
    {
      const char *id = g_object_get_data (checks->pdata[i], "id");
      const gboolean active = is_picked (self, id);

      gtk_check_button_set_active (checks->pdata[i], active);
      if (active)
        g_string_append_printf (picked, "%s%s", picked->len > 0 ? ", " : "", id);
    }
  self->showing = showing;
  adw_expander_row_set_subtitle (row, picked->len > 0 ? picked->str : _ ("None"));
}

static void
add_pick (GtkWidget *row,
          const char *id,
          const char *title)
{
  GtkWidget *pick = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (pick_toggled_cb), row, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (pick), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (pick), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (pick), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (pick), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), pick);
  g_ptr_array_add (get_checks (row), check);
}

GtkWidget *
trinh_draft_picks_row_new (const TrinhDraftPlace *place,
                           const char *member,
                           const char *title,
                           gboolean columns)
{
  GtkWidget *row = adw_expander_row_new ();
  TrinhDraftBinding *self = _trinh_draft_bind (row, place, member, title);
  g_auto (GStrv) ids = list_ids (self, columns);

  g_object_set_data_full (G_OBJECT (row), "draft-checks", g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = columns ? dup_column_title (self, ids[i]) : dup_form_title (self->draft, ids[i]);

      add_pick (row, ids[i], text);
    }
  show_picks (ADW_EXPANDER_ROW (row));
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_picks), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- one of several --- */

static void
show_one (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  char **ids = g_object_get_data (G_OBJECT (row), "ids");
  guint selected = GTK_INVALID_LIST_POSITION;

  if (self->showing)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], _trinh_draft_binding_get_text (self)))
      selected = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (row, selected);
  self->showing = FALSE;
}

static void
one_changed_cb (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  char **ids = g_object_get_data (G_OBJECT (row), "ids");
  guint selected = adw_combo_row_get_selected (row);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    _trinh_draft_binding_set_node (self, _trinh_draft_new_text (ids[selected], FALSE));
}

/* @ids: (transfer full) */
static GtkWidget *
new_one_row (const TrinhDraftPlace *place,
             const char *member,
             const char *title,
             char **ids,
             GtkStringList *titles)
{
  GtkWidget *row = adw_combo_row_new ();

  _trinh_draft_bind (row, place, member, title);
  g_object_set_data_full (G_OBJECT (row), "ids", ids, (GDestroyNotify) g_strfreev);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  show_one (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (one_changed_cb), NULL);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show_one), row, G_CONNECT_SWAPPED);
  return row;
}

GtkWidget *
trinh_draft_form_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title)
{
  char **ids = trinh_regime_draft_list_forms (place->draft);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = dup_form_title (place->draft, ids[i]);

      gtk_string_list_append (titles, text);
    }
  return new_one_row (place, member, title, ids, titles);
}

/* --- one of the shipped files --- */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The usual one first */
static char **
list_files (const char *folder)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), folder, NULL);
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *name;

  g_ptr_array_add (ids, g_strdup (""));
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".json")));
  g_ptr_array_sort (ids, compare_ids);
  return (char **) g_ptr_array_steal (ids, NULL);
}

GtkWidget *
trinh_draft_file_row_new (const TrinhDraftPlace *place,
                          const char *member,
                          const char *title,
                          const char *folder)
{
  char **ids = list_files (folder);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("As usual"));
  for (guint i = 1; ids[i] != NULL; i++)
    gtk_string_list_append (titles, ids[i]);
  return new_one_row (place, member, title, ids, titles);
}

/* --- a check of the proof-reader --- */

static const TrinhDraftChoice check_choices[] = {
  { "", N_ ("As usual") },
  { "off", N_ ("Not checked") },
  { "error", N_ ("Error") },
  { "warning", N_ ("Warning") },
  { "info", N_ ("Hint") },
  { NULL, NULL },
};

/* (nullable): the entry of the check */
static JsonObject *
find_check (TrinhDraftBinding *self,
            const char *id)
{
  JsonNode *node = _trinh_draft_binding_get_node (self);

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonObject *entry = json_array_get_object_element (json_node_get_array (node), i);

      if (g_strcmp0 (json_object_get_string_member_with_default (entry, "id", NULL), id) == 0)
        return entry;
    }
  return NULL;
}

static const char *
get_check (TrinhDraftBinding *self,
           const char *id)
{
  JsonObject *entry = find_check (self, id);

  if (entry == NULL)
    return "";
  if (!json_object_get_boolean_member_with_default (entry, "enabled", TRUE))
    return "off";
  return json_object_get_string_member_with_default (entry, "severity", "");
}

static void
show_check (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  const char *value = get_check (self, g_object_get_data (G_OBJECT (row), "check"));
  guint selected = GTK_INVALID_LIST_POSITION;

  if (self->showing)
    return;
  for (guint i = 0; check_choices[i].value != NULL; i++)
    if (g_str_equal (check_choices[i].value, value))
      selected = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (row, selected);
  self->showing = FALSE;
}

/* The other entries as they are, then this one where it is not as usual. (transfer full) (nullable) */
static JsonNode *
dup_checks (TrinhDraftBinding *self,
            const char *id,
            const char *value)
{
  JsonNode *before = _trinh_draft_binding_get_node (self);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; before != NULL && JSON_NODE_HOLDS_ARRAY (before) && i < json_array_get_length (json_node_get_array (before)); i++)
    if (json_array_get_object_element (json_node_get_array (before), i) != find_check (self, id))
      json_array_add_element (array, json_array_dup_element (json_node_get_array (before), i));
  if (*value != '\0')
    {
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "id", id);
      if (g_str_equal (value, "off"))
        json_object_set_boolean_member (entry, "enabled", FALSE);
      else
        json_object_set_string_member (entry, "severity", value);
      json_array_add_object_element (array, entry);
    }
  return json_array_get_length (array) > 0 ? json_node_init_array (json_node_alloc (), array) : NULL;
}

static void
check_changed_cb (AdwComboRow *row)
{
  TrinhDraftBinding *self = _trinh_draft_get_binding (row);
  guint selected = adw_combo_row_get_selected (row);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    _trinh_draft_binding_set_node (self, dup_checks (self, g_object_get_data (G_OBJECT (row), "check"), check_choices[selected].value));
}

GtkWidget *
trinh_draft_check_row_new (TrinhRegimeDraft *draft,
                           const char *id,
                           const char *title)
{
  const TrinhDraftPlace place = { .draft = draft, .document = "regime" };
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  _trinh_draft_bind (row, &place, "text-checks", title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), id);
  for (guint i = 0; check_choices[i].value != NULL; i++)
    gtk_string_list_append (titles, _ (check_choices[i].title));
  g_object_set_data_full (G_OBJECT (row), "check", g_strdup (id), g_free);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  show_check (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (check_changed_cb), NULL);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_check), row, G_CONNECT_SWAPPED);
  return row;
}
