/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-documents-page-private.h"

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
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
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
  TrinhDocumentsPage *self = TRINH_DOCUMENTS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_stopped_cb (TrinhDocumentsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
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
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, typed);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, others_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, others);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, number_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, kind_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentsPage, date_column);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
trinh_documents_page_class_init (TrinhDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_documents_page_dispose;
  widget_class->map = trinh_documents_page_map;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_documents_page_work_changed;
  TRINH_REPORT_PAGE_CLASS (klass)->start_search = trinh_documents_page_start_search;
  TRINH_REPORT_PAGE_CLASS (klass)->add_action = "documents.add";

  bind_template (widget_class);
  trinh_documents_page_bind_columns (widget_class);
  trinh_documents_page_install_actions (widget_class);
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
