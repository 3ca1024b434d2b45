/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-document-dialog.h"
#include "trinh-documents-page-private.h"
#include "trinh-window.h"

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

void
trinh_documents_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_activated_cb);
  gtk_widget_class_install_action (widget_class, "documents.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "documents.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "documents.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "documents.remove", NULL);
}
