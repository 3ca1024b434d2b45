/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-clipboard.h"
#include "trinh-draft-page.h"
#include "trinh-regime-editor.h"
#include "trinh-toast.h"

/* After the last letter; a check reads the whole regime. */
#define CHECK_DELAY 250

struct _TrinhRegimeEditor
{
  AdwNavigationPage parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhRegimeDraft *draft;
  TrinhEvaluation *evaluation; /* NULL: no report is open */
  char *listed;                /* the forms at the side */
  guint check_id;

  /* Template References */
  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split;
  GtkListBox *sections;
  AdwNavigationPage *content_page;
  AdwBanner *banner;
  AdwBin *page_bin;
};

G_DEFINE_FINAL_TYPE (TrinhRegimeEditor, trinh_regime_editor, ADW_TYPE_NAVIGATION_PAGE)

static void
say (TrinhRegimeEditor *self,
     const char *text)
{
  AdwToast *toast = trinh_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
add_section (TrinhRegimeEditor *self,
             const char *section,
             const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (section), g_free);
  gtk_list_box_append (self->sections, row);
}

static GtkListBoxRow *
find_section (TrinhRegimeEditor *self,
              const char *section)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "section"), section) == 0)
      return row;
  return NULL;
}

static const char *
get_title (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static char *
list_forms (TrinhRegimeEditor *self)
{
  g_auto (GStrv) forms = trinh_regime_draft_list_forms (self->draft);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *document = g_strconcat ("forms/", forms[i], NULL);

      g_string_append_printf (list, "%s\t%s\n", document, trinh_regime_draft_get_string (self->draft, document, NULL, 0, "label"));
    }
  return g_strdup (list->str);
}

static void
fill_sections (TrinhRegimeEditor *self)
{
  g_auto (GStrv) forms = g_strsplit (self->listed, "\n", -1);

  gtk_list_box_remove_all (self->sections);
  add_section (self, "general", _ ("Regime and recipients"));
  add_section (self, "outline", _ ("Outline"));
  add_section (self, "calendar", _ ("Calendar"));
  add_section (self, "annexes", _ ("Annexes"));
  add_section (self, "rules", _ ("Rules across forms"));
  add_section (self, "problems", _ ("Problems"));
  for (guint i = 0; forms[i] != NULL && *forms[i] != '\0'; i++)
    {
      g_auto (GStrv) form = g_strsplit (forms[i], "\t", 2);

      add_section (self, form[0], form[1]);
    }
}

static void
refresh_sections (TrinhRegimeEditor *self)
{
  g_autofree char *listed = list_forms (self);
  g_autofree char *section = g_strdup (trinh_regime_editor_get_section (self));
  GtkListBoxRow *row;

  if (g_strcmp0 (listed, self->listed) == 0)
    return;
  g_set_str (&self->listed, listed);
  fill_sections (self);
  row = find_section (self, section);
  if (row != NULL)
    gtk_list_box_select_row (self->sections, row);
  else
    trinh_regime_editor_go (self, "general");
}

static void
update_actions (TrinhRegimeEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_undo, can_redo, modified;

  g_object_get (self->draft, "can-undo", &can_undo, "can-redo", &can_redo, "modified", &modified, NULL);
  gtk_widget_action_set_enabled (widget, "editor.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "editor.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "editor.save", modified);
}

static gboolean
check_timeout (gpointer user_data)
{
  TrinhRegimeEditor *self = user_data;
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (self->draft, NULL);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem: it cannot be saved yet", "%u problems: it cannot be saved yet", problems->len), problems->len);

  self->check_id = 0;
  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, problems->len > 0);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TrinhRegimeEditor *self)
{
  refresh_sections (self);
  update_actions (self);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), trinh_regime_draft_get_title (self->draft));
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (CHECK_DELAY, check_timeout, self);
}

static const char *
find_regime_section (const char *array)
{
  static const char *const sections[][2] = { { "rules", "rules" }, { "text-checks", "rules" }, { "periods", "calendar" }, { "annexes", "annexes" } };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (array, sections[i][0]) == 0)
      return sections[i][1];
  return "general";
}

static void
jump_cb (TrinhRegimeEditor *self,
         TrinhDraftProblem *problem)
{
  g_autofree char *array = g_strdup (problem->array);
  guint index = problem->index;
  const char *section = problem->document;

  if (g_str_equal (section, "regime"))
    section = find_regime_section (array);
  trinh_regime_editor_go (self, section);
  trinh_draft_page_reveal (TRINH_DRAFT_PAGE (adw_bin_get_child (self->page_bin)), array, index);
}

static void
section_activated_cb (TrinhRegimeEditor *self,
                      GtkListBoxRow *row)
{
  g_autofree char *section = g_strdup (g_object_get_data (G_OBJECT (row), "section"));

  trinh_regime_editor_go (self, section);
}

static void
show_problems_cb (TrinhRegimeEditor *self)
{
  trinh_regime_editor_go (self, "problems");
}

/* "bm8": behind the last number that is taken */
static char *
make_form_id (TrinhRegimeEditor *self)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("bm%u", number);
      g_autofree char *document = g_strconcat ("forms/", id, NULL);

      if (trinh_regime_draft_get_document (self->draft, document) == NULL)
        return g_steal_pointer (&id);
    }
}

static void
add_form_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TrinhRegimeEditor *self = TRINH_REGIME_EDITOR (widget);
  g_autofree char *id = make_form_id (self);
  g_autofree char *document = g_strconcat ("forms/", id, NULL);
  g_autofree char *label = g_strdup_printf ("Biểu mẫu %s", id + 2);
  g_autoptr (GError) error = NULL;

  if (trinh_regime_draft_add_empty_form (self->draft, id, label, "Tên biểu mẫu", &error))
    trinh_regime_editor_go (self, document);
  else
    say (self, error->message);
}

/* @bytes: (nullable) (transfer full): a form file */
static void
take_form (TrinhRegimeEditor *self,
           const char *id,
           GBytes *bytes,
           GError **error)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (TrinhJsonDocument) document = bytes != NULL ? trinh_json_document_parse (bytes, id, error) : NULL;
  g_autofree char *name = g_strconcat ("forms/", id, NULL);

  if (document != NULL && trinh_regime_draft_add_form (self->draft, json_node_copy (trinh_json_document_get_root (document)), error))
    trinh_regime_editor_go (self, name);
  else
    say (self, (*error)->message);
}

static void
table_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (TrinhRegimeEditor) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->draft == NULL)
    return;
  id = make_form_id (self);
  take_form (self, id, trinh_session_make_form (self->session, file, id, &error), &error);
}

static void
form_from_file_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  static const char *const suffixes[] = { "xlsx", "xls", "ods", "csv", "tsv" };
  GtkRoot *root = gtk_widget_get_root (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_filter_set_name (filter, _ ("Tables (.xlsx, .xls, .ods, .csv, .tsv)"));
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Make a form from a table"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, table_chosen_cb, g_object_ref (widget));
}

/* Word processors put the cells of a table into the HTML. */
static void
clipboard_read_cb (const char *text,
                   const char *html,
                   gpointer user_data)
{
  TrinhRegimeEditor *self = user_data;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL)
    return;
  if (text == NULL && html == NULL)
    {
      say (self, _ ("No table was copied. Copy it in the document first, then choose this again."));
      return;
    }
  id = make_form_id (self);
  take_form (self, id, trinh_session_make_form_from_text (self->session, text != NULL ? text : "", html, id, &error), &error);
}

static void
form_from_clipboard_action (GtkWidget *widget,
                            const char *name,
                            GVariant *parameter)
{
  trinh_clipboard_read (widget, clipboard_read_cb);
}

static void
taken_out_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  TrinhRegimeEditor *self = TRINH_REGIME_EDITOR (widget);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was taken out"), g_variant_get_string (parameter, NULL));
  AdwToast *toast = trinh_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "editor.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhRegimeEditor *self = TRINH_REGIME_EDITOR (widget);

  if (g_str_equal (name, "editor.undo"))
    trinh_regime_draft_undo (self->draft);
  else
    trinh_regime_draft_redo (self->draft);
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  trinh_regime_editor_save (TRINH_REGIME_EDITOR (widget));
}

static void
trinh_regime_editor_dispose (GObject *object)
{
  TrinhRegimeEditor *self = TRINH_REGIME_EDITOR (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_REGIME_EDITOR);
  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->listed, g_free);

  G_OBJECT_CLASS (trinh_regime_editor_parent_class)->dispose (object);
}

static void
trinh_regime_editor_class_init (TrinhRegimeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_regime_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-regime-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimeEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimeEditor, split);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimeEditor, sections);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimeEditor, content_page);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimeEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhRegimeEditor, page_bin);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_problems_cb);

  gtk_widget_class_install_action (widget_class, "editor.add-form", NULL, add_form_action);
  gtk_widget_class_install_action (widget_class, "editor.form-from-file", NULL, form_from_file_action);
  gtk_widget_class_install_action (widget_class, "editor.form-from-clipboard", NULL, form_from_clipboard_action);
  gtk_widget_class_install_action (widget_class, "editor.taken-out", "s", taken_out_action);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
}

static void
trinh_regime_editor_init (TrinhRegimeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhRegimeEditor *
trinh_regime_editor_new (TrinhSession *session,
                         TrinhRegimeDraft *draft,
                         TrinhEvaluation *evaluation)
{
  TrinhRegimeEditor *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);
  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (draft), NULL);

  self = g_object_new (TRINH_TYPE_REGIME_EDITOR, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->draft, draft);
  g_set_object (&self->evaluation, evaluation);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

TrinhRegimeDraft *
trinh_regime_editor_get_draft (TrinhRegimeEditor *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME_EDITOR (self), NULL);

  return self->draft;
}

gboolean
trinh_regime_editor_save (TrinhRegimeEditor *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_EDITOR (self), FALSE);

  if (!trinh_regime_draft_save (self->draft, trinh_session_get_library (self->session), &error))
    {
      say (self, error->message);
      return FALSE;
    }
  say (self, _ ("Saved. New reports use it; earlier ones keep the version they were made with."));
  return TRUE;
}

void
trinh_regime_editor_go (TrinhRegimeEditor *self,
                        const char *section)
{
  GtkListBoxRow *row;
  GtkWidget *page;

  g_return_if_fail (TRINH_IS_REGIME_EDITOR (self));
  g_return_if_fail (section != NULL);

  row = find_section (self, section);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->sections, row);
  page = trinh_draft_page_new (self->draft, self->evaluation, section);
  g_signal_connect_object (page, "jump", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->page_bin, page);
  adw_navigation_page_set_title (self->content_page, get_title (row));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

const char *
trinh_regime_editor_get_section (TrinhRegimeEditor *self)
{
  GtkWidget *page;

  g_return_val_if_fail (TRINH_IS_REGIME_EDITOR (self), NULL);

  page = adw_bin_get_child (self->page_bin);
  return page != NULL ? trinh_draft_page_get_section (TRINH_DRAFT_PAGE (page)) : NULL;
}
