/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-draft-page-private.h"
#include "trinh-draft-rows.h"

struct _TrinhDraftPage
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhRegimeDraft *draft;
  TrinhEvaluation *evaluation;
  char *section;
  char *shape;      /* how many elements its lists have */
  GHashTable *rows; /* "rows/3" → TrinhElementRow, borrowed */
  char *reveal;     /* what to open once the rows are made */
  guint rebuild_id;
  guint reveal_id;

  AdwPreferencesPage *page; /* borrowed */
};

enum
{
  JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More rows than one sees at once can be searched. */
#define SEARCHED_ROWS 12

static const TrinhDraftChoice form_types[] = {
  { "fixed", N_ ("Prescribed by the form") },
  { "list", N_ ("Added by the office, each like the one row here") },
  { NULL, NULL },
};

static const TrinhDraftChoice orientations[] = {
  { "portrait", N_ ("Upright") },
  { "landscape", N_ ("Across") },
  { NULL, NULL },
};

G_DEFINE_FINAL_TYPE (TrinhDraftPage, trinh_draft_page, ADW_TYPE_BIN)

AdwPreferencesGroup *
_trinh_draft_page_add_group (TrinhDraftPage *self,
                             const char *title,
                             const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
moved_cb (TrinhDraftPage *self,
          guint index,
          TrinhElementRow *row)
{
  trinh_draft_page_reveal (self, g_object_get_data (G_OBJECT (row), "array"), index);
}

static void
add_clicked_cb (TrinhDraftPage *self,
                GtkWidget *button)
{
  const char *document = g_object_get_data (G_OBJECT (button), "document");
  const char *array = g_object_get_data (G_OBJECT (button), "array");
  TrinhElementKind kind = (TrinhElementKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  guint index = trinh_regime_draft_get_n_elements (self->draft, document, array);

  if (kind == TRINH_ELEMENT_KIND_ITEM)
    index = trinh_regime_draft_add_item (self->draft, MAX (index, 1) - 1, _ ("New section"));
  else
    trinh_regime_draft_insert (self->draft, document, array, index, trinh_element_kind_make (kind, self->draft, document, array));
  trinh_draft_page_reveal (self, array, index);
}

static GtkWidget *
new_add_button (TrinhDraftPage *self,
                const char *document,
                const char *array,
                TrinhElementKind kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Add one at the end"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "document", g_strdup (document), g_free);
  g_object_set_data (G_OBJECT (button), "array", (gpointer) array);
  g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kind));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
search_changed_cb (TrinhDraftPage *self,
                   GtkSearchEntry *entry)
{
  const char *array = g_object_get_data (G_OBJECT (entry), "array");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GtkWidget *row;

  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%u", array, i);
      const char *subtitle;

      row = g_hash_table_lookup (self->rows, name);
      if (row == NULL)
        return;
      subtitle = adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row));
      gtk_widget_set_visible (row, *text == '\0' || trinh_language_contains (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), text) || (subtitle != NULL && trinh_language_contains (subtitle, text)));
    }
}

static GtkWidget *
new_search (TrinhDraftPage *self,
            const char *array)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_object_set (entry, "width-chars", 10, "max-width-chars", 24, NULL);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search in this list"), -1);
  g_object_set_data (G_OBJECT (entry), "array", (gpointer) array);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* A list of the document, an opening row for each element */
AdwPreferencesGroup *
_trinh_draft_page_add_elements (TrinhDraftPage *self,
                                const char *document,
                                const char *array,
                                TrinhElementKind kind,
                                const char *title,
                                const char *description)
{
  AdwPreferencesGroup *group = _trinh_draft_page_add_group (self, title, description);
  GtkWidget *suffix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (trinh_regime_draft_get_n_elements (self->draft, document, array) > SEARCHED_ROWS)
    gtk_box_append (GTK_BOX (suffix), new_search (self, array));
  gtk_box_append (GTK_BOX (suffix), new_add_button (self, document, array, kind));
  adw_preferences_group_set_header_suffix (group, suffix);
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self->draft, document, array); i++)
    {
      const TrinhDraftPlace place = { .draft = self->draft, .document = document, .array = array, .index = i };
      GtkWidget *row = trinh_element_row_new (&place, kind, self->evaluation);

      g_object_set_data (G_OBJECT (row), "array", (gpointer) array);
      g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_hash_table_insert (self->rows, g_strdup_printf ("%s/%u", array, i), row);
    }
  return group;
}

static void
renumber_cb (TrinhDraftPage *self)
{
  trinh_regime_draft_renumber (self->draft);
}

static void
build_outline (TrinhDraftPage *self)
{
  AdwPreferencesGroup *group = _trinh_draft_page_add_elements (self, "outline", "items", TRINH_ELEMENT_KIND_ITEM, _ ("Outline"), _ ("A section goes with what is below it."));
  const TrinhDraftPlace place = { .draft = self->draft, .document = "outline" };
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Number all sections anew"));
  g_signal_connect_object (row, "activated", G_CALLBACK (renumber_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, trinh_draft_text_row_new (&place, "title", _ ("Title of the outline"), TRUE));
}

static void
form_up_cb (TrinhDraftPage *self)
{
  trinh_regime_draft_move_form (self->draft, self->section + strlen ("forms/"), -1);
}

static void
form_down_cb (TrinhDraftPage *self)
{
  trinh_regime_draft_move_form (self->draft, self->section + strlen ("forms/"), 1);
}

static void
form_remove_cb (TrinhDraftPage *self)
{
  g_autofree char *id = g_strdup (self->section + strlen ("forms/"));

  trinh_regime_draft_remove_form (self->draft, id);
}

static void
add_form_button (TrinhDraftPage *self,
                 AdwPreferencesGroup *group,
                 const char *title,
                 const char *icon,
                 GCallback callback)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
new_heads_row (TrinhDraftPage *self)
{
  const TrinhDraftPlace heads = { .draft = self->draft, .document = self->section, .inner = "heads" };
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Heads of the fixed columns"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ ("One that is blank is not printed"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), trinh_draft_text_row_new (&heads, "code", _ ("Over the codes, such as “STT”"), FALSE));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), trinh_draft_text_row_new (&heads, "label", _ ("Over the indicators"), FALSE));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), trinh_draft_text_row_new (&heads, "unit", _ ("Over the units"), FALSE));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), trinh_draft_text_row_new (&heads, "note", _ ("Over the notes"), FALSE));
  return row;
}

static void
build_form (TrinhDraftPage *self)
{
  const TrinhDraftPlace place = { .draft = self->draft, .document = self->section };
  AdwPreferencesGroup *group = _trinh_draft_page_add_group (self, _ ("Form"), NULL);

  adw_preferences_group_add (group, trinh_draft_text_row_new (&place, "label", _ ("Name, such as “Biểu mẫu 1”"), TRUE));
  adw_preferences_group_add (group, trinh_draft_text_row_new (&place, "title", _ ("Title; {period} stands for the period"), TRUE));
  adw_preferences_group_add (group, trinh_draft_choice_row_new (&place, "orientation", _ ("The page lies"), orientations, "portrait"));
  adw_preferences_group_add (group, trinh_draft_switch_row_new (&place, "printed", _ ("Is printed as an annex"), TRUE));
  adw_preferences_group_add (group, trinh_draft_choice_row_new (&place, "type", _ ("Its rows are"), form_types, "fixed"));
  adw_preferences_group_add (group, new_heads_row (self));
  _trinh_draft_page_add_elements (self, self->section, "rows", TRINH_ELEMENT_KIND_ROW, _ ("Rows"), NULL);
  if (g_str_equal (trinh_regime_draft_get_string (self->draft, self->section, NULL, 0, "type"), "list"))
    trinh_element_add_total_fields (_trinh_draft_page_add_group (self, _ ("Totals"), NULL), &place);
  _trinh_draft_page_add_elements (self, self->section, "columns", TRINH_ELEMENT_KIND_COLUMN, _ ("Columns"), NULL);
  _trinh_draft_page_add_elements (self, self->section, "groups", TRINH_ELEMENT_KIND_GROUP, _ ("Heads over several columns"), NULL);
  _trinh_draft_page_add_elements (self, self->section, "rules", TRINH_ELEMENT_KIND_RULE, _ ("Rules of this form"), NULL);
  group = _trinh_draft_page_add_group (self, NULL, NULL);
  add_form_button (self, group, _ ("Move the form up"), "go-up-symbolic", G_CALLBACK (form_up_cb));
  add_form_button (self, group, _ ("Move the form down"), "go-down-symbolic", G_CALLBACK (form_down_cb));
  add_form_button (self, group, _ ("Take the form out"), "user-trash-symbolic", G_CALLBACK (form_remove_cb));
}

static void
problem_activated_cb (TrinhDraftPage *self,
                      GtkWidget *row)
{
  g_signal_emit (self, signals[JUMP], 0, g_object_get_data (G_OBJECT (row), "problem"));
}

static void
build_problems (TrinhDraftPage *self)
{
  GPtrArray *problems = trinh_regime_draft_check (self->draft, NULL);
  AdwPreferencesGroup *group = _trinh_draft_page_add_group (self, _ ("Problems"), problems->len > 0 ? _ ("Choose one to go to its place.") : _ ("Everything is right."));

  for (guint i = 0; i < problems->len; i++)
    {
      TrinhDraftProblem *problem = g_ptr_array_index (problems, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->message);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->document);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "problem", problem);
      g_signal_connect_object (row, "activated", G_CALLBACK (problem_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }
  g_object_set_data_full (G_OBJECT (group), "problems", problems, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_shape (TrinhDraftPage *self,
           GString *shape,
           const char *document)
{
  static const char *const arrays[] = { "items", "periods", "rules", "signatories", "parts", "missing", "annexes", "rows", "columns", "groups" };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_string_append_printf (shape, "%u ", trinh_regime_draft_get_n_elements (self->draft, document, arrays[i]));
  g_string_append (shape, trinh_regime_draft_get_string (self->draft, document, NULL, 0, "type"));
}

static char *
make_shape (TrinhDraftPage *self)
{
  g_autoptr (GString) shape = g_string_new (NULL);

  if (g_str_equal (self->section, "outline") || g_str_has_prefix (self->section, "forms/"))
    add_shape (self, shape, self->section);
  else
    add_shape (self, shape, "regime");
  /* Opening and closing have other fields than a section, and stand elsewhere. */
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self->draft, self->section, "items"); i++)
    g_string_append_printf (shape, " %s", trinh_regime_draft_get_string (self->draft, self->section, "items", i, "role"));
  /* The columns that a group can take */
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self->draft, self->section, "columns"); i++)
    g_string_append_printf (shape, " %s", trinh_regime_draft_get_string (self->draft, self->section, "columns", i, "id"));
  return g_strdup (shape->str);
}

static void
build (TrinhDraftPage *self)
{
  g_hash_table_remove_all (self->rows);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  if (g_str_equal (self->section, "outline"))
    build_outline (self);
  else if (g_str_equal (self->section, "calendar"))
    _trinh_draft_page_add_elements (self, "regime", "periods", TRINH_ELEMENT_KIND_PERIOD, _ ("Calendar"), _ ("Without dates of its own, a period’s data go from the 15th to the 14th."));
  else if (g_str_equal (self->section, "rules"))
    _trinh_draft_page_build_rules (self, self->draft);
  else if (g_str_equal (self->section, "annexes"))
    _trinh_draft_page_add_elements (self, "regime", "annexes", TRINH_ELEMENT_KIND_ANNEX, _ ("Annexes"), _ ("Which forms are printed in which annex. One that is in none is printed by its own name."));
  else if (g_str_equal (self->section, "problems"))
    build_problems (self);
  else if (g_str_has_prefix (self->section, "forms/"))
    build_form (self);
  else
    _trinh_draft_page_build_general (self, self->draft);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
  g_free (self->shape);
  self->shape = make_shape (self);
}

static gboolean
reveal_idle (gpointer user_data)
{
  TrinhDraftPage *self = user_data;
  GtkWidget *row = self->reveal != NULL ? g_hash_table_lookup (self->rows, self->reveal) : NULL;

  self->reveal_id = 0;
  g_clear_pointer (&self->reveal, g_free);
  if (row == NULL)
    return G_SOURCE_REMOVE;
  trinh_element_row_begin (TRINH_ELEMENT_ROW (row));
  return G_SOURCE_REMOVE;
}

static gboolean
rebuild_idle (gpointer user_data)
{
  TrinhDraftPage *self = user_data;

  self->rebuild_id = 0;
  build (self);
  return G_SOURCE_REMOVE;
}

/* Rows show what changes in them; only other lists need other rows, and those after the click that asked for it. */
static void
changed_cb (TrinhDraftPage *self)
{
  g_autofree char *shape = make_shape (self);

  if ((!g_str_equal (shape, self->shape) || g_str_equal (self->section, "problems")) && self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_idle, self);
}

static void
trinh_draft_page_dispose (GObject *object)
{
  TrinhDraftPage *self = TRINH_DRAFT_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->shape, g_free);
  g_clear_pointer (&self->reveal, g_free);

  G_OBJECT_CLASS (trinh_draft_page_parent_class)->dispose (object);
}

static void
trinh_draft_page_class_init (TrinhDraftPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_draft_page_dispose;

  signals[JUMP] = g_signal_new ("jump", TRINH_TYPE_DRAFT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
trinh_draft_page_init (TrinhDraftPage *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GtkWidget *
trinh_draft_page_new (TrinhRegimeDraft *draft,
                      TrinhEvaluation *evaluation,
                      const char *section)
{
  TrinhDraftPage *self = g_object_new (TRINH_TYPE_DRAFT_PAGE, NULL);

  g_set_object (&self->draft, draft);
  g_set_object (&self->evaluation, evaluation);
  self->section = g_strdup (section);
  build (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
trinh_draft_page_get_section (TrinhDraftPage *self)
{
  g_return_val_if_fail (TRINH_IS_DRAFT_PAGE (self), NULL);

  return self->section;
}

void
trinh_draft_page_reveal (TrinhDraftPage *self,
                         const char *array,
                         guint index)
{
  g_return_if_fail (TRINH_IS_DRAFT_PAGE (self));

  if (array == NULL)
    return;
  g_free (self->reveal);
  self->reveal = g_strdup_printf ("%s/%u", array, index);
  /* After the rows are made anew, where that is due. */
  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, reveal_idle, self, NULL);
}
