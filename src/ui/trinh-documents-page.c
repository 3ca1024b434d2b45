/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-document-dialog.h"
#include "trinh-documents-page.h"
#include "trinh-indicator-picker.h"
#include "trinh-typed-documents.h"
#include "trinh-window.h"

struct _TrinhDocumentsPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GListStore *documents; /* of TrinhRegisteredDocument */
  GPtrArray *citations;  /* (nullable): where the texts cite them */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GSignalGroup *report_signals;
  GPtrArray *other_reports; /* one for each row of the others */
  guint refresh_source;

  /* Template References */
  GtkSearchEntry *search;
  TrinhTypedDocuments *typed;
  GtkMenuButton *others_button;
  GtkListBox *others;
  GtkStack *stack;
  GtkColumnView *table;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *date_column;
};

G_DEFINE_FINAL_TYPE (TrinhDocumentsPage, trinh_documents_page, TRINH_TYPE_REPORT_PAGE)

static TrinhWork *
get_work (TrinhDocumentsPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

static TrinhReport *
get_report (TrinhDocumentsPage *self)
{
  return trinh_work_get_report (get_work (self));
}

static TrinhLexicon *
get_lexicon (TrinhDocumentsPage *self)
{
  return trinh_regime_get_lexicon (trinh_report_get_regime (get_report (self)));
}

static gboolean
matches_search (gpointer item,
                gpointer user_data)
{
  TrinhDocumentsPage *self = user_data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *cited = NULL;

  if (words[0] == '\0' || get_work (self) == NULL)
    return TRUE;
  cited = trinh_registered_document_cite (item, get_lexicon (self), TRUE);
  return trinh_language_contains (cited, words);
}

static void
update_stack (TrinhDocumentsPage *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->documents)) > 0;
  const gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "table" : any ? "nothing"
                                                                       : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.edit", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.remove", found);
}

static void
search_changed_cb (TrinhDocumentsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
fill (TrinhDocumentsPage *self)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GPtrArray) documents = trinh_document_register_list (get_report (self));
  g_autofree char *subtitle = NULL;
  guint n;

  g_clear_pointer (&self->citations, g_ptr_array_unref);
  self->citations = trinh_document_register_list_citations (get_report (self));
  g_list_store_splice (self->documents, 0, g_list_model_get_n_items (G_LIST_MODEL (self->documents)), documents->pdata, documents->len);
  trinh_typed_documents_set_citations (self->typed, get_work (self), self->citations);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (selected != GTK_INVALID_LIST_POSITION && n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (selected, n - 1));
  subtitle = g_strdup_printf (ngettext ("%u document", "%u documents", documents->len), documents->len);
  trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), subtitle);
  update_stack (self);
}

static gboolean
refresh_idle (gpointer user_data)
{
  TrinhDocumentsPage *self = user_data;

  self->refresh_source = 0;
  if (get_work (self) != NULL)
    fill (self);

  return G_SOURCE_REMOVE;
}

/* One edit changes the register and many texts; while another page is shown, reading them waits. */
static void
queue_refresh (TrinhDocumentsPage *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add (refresh_idle, self);
}

static void
trinh_documents_page_map (GtkWidget *widget)
{
  TrinhDocumentsPage *self = TRINH_DOCUMENTS_PAGE (widget);

  GTK_WIDGET_CLASS (trinh_documents_page_parent_class)->map (widget);

  if (get_work (self) != NULL)
    fill (self);
}

static GtkWidget *
make_label (GtkListItem *list_item,
            const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_list_item_set_child (list_item, label);
  return label;
}

static void
bind_number_cb (TrinhDocumentsPage *self,
                GtkListItem *list_item)
{
  TrinhRegisteredDocument *document = gtk_list_item_get_item (list_item);
  const char *file = trinh_registered_document_get_file_name (document);
  g_autofree char *number = trinh_registered_document_dup_number (document);
  g_autofree char *text = g_strconcat (number, file != NULL ? " 📎" : "", NULL);
  GtkWidget *label = make_label (list_item, text);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_tooltip_text (label, file);
}

static void
bind_kind_cb (TrinhDocumentsPage *self,
              GtkListItem *list_item)
{
  const char *id = trinh_registered_document_get_text (gtk_list_item_get_item (list_item), TRINH_DOCUMENT_KIND);
  const TrinhDocumentKind *kind = get_lexicon (self) != NULL ? trinh_lexicon_find_kind (get_lexicon (self), id) : NULL;

  make_label (list_item, kind != NULL ? kind->name : id);
}

static void
bind_date_cb (TrinhDocumentsPage *self,
              GtkListItem *list_item)
{
  TrinhRegisteredDocument *document = gtk_list_item_get_item (list_item);
  const guint32 date = trinh_registered_document_get_date (document);
  g_autofree char *text = date != 0 ? trinh_date_format (date) : g_strdup (trinh_registered_document_get_text (document, TRINH_DOCUMENT_DATE));

  gtk_label_set_wrap (GTK_LABEL (make_label (list_item, text)), FALSE);
}

static void
bind_issuer_cb (TrinhDocumentsPage *self,
                GtkListItem *list_item)
{
  gtk_label_set_width_chars (GTK_LABEL (make_label (list_item, trinh_registered_document_get_text (gtk_list_item_get_item (list_item), TRINH_DOCUMENT_ISSUER))), 14);
}

static void
bind_abstract_cb (TrinhDocumentsPage *self,
                  GtkListItem *list_item)
{
  make_label (list_item, trinh_registered_document_get_text (gtk_list_item_get_item (list_item), TRINH_DOCUMENT_ABSTRACT));
}

static void
bind_counts_cb (TrinhDocumentsPage *self,
                GtkListItem *list_item)
{
  const char *const *counts = trinh_registered_document_get_counts (gtk_list_item_get_item (list_item));
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; counts[i] != NULL; i++)
    {
      TrinhForm *form = NULL;
      TrinhFormRow *row = NULL;
      g_autofree char *name = trinh_indicator_dup_name (get_work (self), counts[i]);

      if (trinh_regime_find_cell (trinh_report_get_regime (get_report (self)), counts[i], &form, &row, NULL))
        g_string_append_printf (codes, "%s%s · %s", i > 0 ? "\n" : "", trinh_form_get_label (form), trinh_form_row_get_plain_code (row));
      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  gtk_widget_set_tooltip_text (make_label (list_item, codes->str), names->len > 0 ? names->str : NULL);
}

static char *
dup_section_name (TrinhSection *section)
{
  g_autofree char *title = trinh_markup_strip (trinh_section_get_title (section));

  if (*trinh_section_get_number (section) != '\0')
    return g_strdup_printf ("%s. %s", trinh_section_get_number (section), title);
  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_ ("Paragraph without a heading"));
}

static void
add_section_button (GtkWidget *box,
                    TrinhSection *section)
{
  g_autofree char *name = dup_section_name (section);
  const char *number = trinh_section_get_number (section);
  GtkWidget *button = gtk_button_new_with_label (*number != '\0' ? number : "…");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "report.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", trinh_section_get_id (section));
  gtk_box_append (GTK_BOX (box), button);
}

static void
bind_cited_cb (TrinhDocumentsPage *self,
               GtkListItem *list_item)
{
  const char *id = trinh_registered_document_get_id (gtk_list_item_get_item (list_item));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  TrinhSection *last = NULL;

  for (guint i = 0; self->citations != NULL && i < self->citations->len; i++)
    {
      const TrinhDocumentCitation *citation = self->citations->pdata[i];

      if (g_strcmp0 (citation->document, id) != 0 || citation->section == last)
        continue;
      last = citation->section;
      add_section_button (box, last);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_list_item_set_child (list_item, box);
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  trinh_document_dialog_present (get_work (TRINH_DOCUMENTS_PAGE (widget)), NULL, NULL, widget);
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhDocumentsPage *self = TRINH_DOCUMENTS_PAGE (widget);
  TrinhRegisteredDocument *document = gtk_single_selection_get_selected_item (self->selection);

  if (document != NULL)
    trinh_document_dialog_present (get_work (self), document, NULL, widget);
}

static void
row_activated_cb (TrinhDocumentsPage *self)
{
  edit_action (GTK_WIDGET (self), NULL, NULL);
}

/* Deleting is undoable, so it asks nothing. */
static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhDocumentsPage *self = TRINH_DOCUMENTS_PAGE (widget);
  TrinhRegisteredDocument *document = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return;
  edit = trinh_document_register_remove (get_report (self), trinh_registered_document_get_id (document));
  if (trinh_work_apply (get_work (self), edit, &error))
    gtk_widget_activate_action (widget, "win.toast-undo", "s", _ ("The document was removed; texts that cite it keep the words"));
  else
    trinh_report_page_toast (widget, error->message);
}

static void
add_other (TrinhDocumentsPage *self,
           TrinhReport *other)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (other);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (documents->len == 0 || !trinh_office_is_same (trinh_report_get_office (other), trinh_report_get_office (get_report (self))))
    return;
  /* Translators: %s is the title of a report */
  text = g_strdup_printf (ngettext ("%s: %u document", "%s: %u documents", documents->len), trinh_report_get_title (other), documents->len);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_append (self->others, label);
  g_ptr_array_add (self->other_reports, g_object_ref (other));
}

static void
others_mapped_cb (TrinhDocumentsPage *self)
{
  TrinhWindow *window = TRINH_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), TRINH_TYPE_WINDOW));
  TrinhStore *store = trinh_work_get_store (get_work (self));
  GListModel *entries = store != NULL ? trinh_store_get_entries (store) : NULL;

  gtk_list_box_remove_all (self->others);
  g_ptr_array_set_size (self->other_reports, 0);
  for (guint i = 0; window != NULL && entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);
      g_autoptr (TrinhReport) other = NULL;

      if (trinh_store_entry_get_period (entry).year != trinh_report_get_period (get_report (self)).year ||
          g_str_equal (trinh_store_entry_get_id (entry), trinh_report_get_id (get_report (self))))
        continue;
      other = trinh_store_load (store, trinh_store_entry_get_id (entry), trinh_session_get_library (trinh_window_get_session (window)), NULL);
      if (other != NULL)
        add_other (self, other);
    }
}

static void
other_activated_cb (TrinhDocumentsPage *self,
                    GtkListBoxRow *row)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n;

  edit = trinh_document_register_take_over (get_report (self), self->other_reports->pdata[gtk_list_box_row_get_index (row)], &n);
  gtk_menu_button_popdown (self->others_button);
  if (!trinh_work_apply (get_work (self), edit, &error))
    {
      trinh_report_page_toast (GTK_WIDGET (self), error->message);
      return;
    }
  if (n == 0)
    {
      trinh_report_page_toast (GTK_WIDGET (self), _ ("All of them stand in the register already"));
      return;
    }
  message = g_strdup_printf (ngettext ("%u document was taken over", "%u documents were taken over", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
}

static void
trinh_documents_page_work_changed (TrinhReportPage *page,
                                   TrinhWork *work)
{
  TrinhDocumentsPage *self = TRINH_DOCUMENTS_PAGE (page);

  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  if (work != NULL)
    fill (self);
}

static gboolean
trinh_documents_page_start_search (TrinhReportPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRINH_DOCUMENTS_PAGE (page)->search));
}

static void
trinh_documents_page_dispose (GObject *object)
{
  TrinhDocumentsPage *self = TRINH_DOCUMENTS_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->report_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_DOCUMENTS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->documents);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  g_clear_pointer (&self->other_reports, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_documents_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, typed);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, others_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, others);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, number_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, date_column);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_issuer_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_abstract_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_counts_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cited_cb);
}

static void
trinh_documents_page_class_init (TrinhDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_documents_page_dispose;
  widget_class->map = trinh_documents_page_map;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_documents_page_work_changed;
  TRINH_REPORT_PAGE_CLASS (klass)->start_search = trinh_documents_page_start_search;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "documents.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "documents.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "documents.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "documents.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "documents.remove", NULL);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer user_data)
{
  return trinh_registered_document_compare_number ((gpointer) a, (gpointer) b);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  return trinh_registered_document_compare_date ((gpointer) a, (gpointer) b);
}

static void
add_sorting (TrinhDocumentsPage *self)
{
  g_autoptr (GtkSorter) numbers = GTK_SORTER (gtk_custom_sorter_new (compare_numbers, NULL, NULL));
  g_autoptr (GtkSorter) dates = GTK_SORTER (gtk_custom_sorter_new (compare_dates, NULL, NULL));

  gtk_column_view_column_set_sorter (self->number_column, numbers);
  gtk_column_view_column_set_sorter (self->date_column, dates);
}

static void
trinh_documents_page_init (TrinhDocumentsPage *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  g_type_ensure (TRINH_TYPE_TYPED_DOCUMENTS);

  self->documents = g_list_store_new (TRINH_TYPE_REGISTERED_DOCUMENT);
  self->other_reports = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));

  add_sorting (self);
  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->documents)), GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::documents", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (self->report_signals, "section-changed", G_CALLBACK (queue_refresh), self);
  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), _ ("Documents"));
}

GtkWidget *
trinh_documents_page_new (void)
{
  return g_object_new (TRINH_TYPE_DOCUMENTS_PAGE, NULL);
}
