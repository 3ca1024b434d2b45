/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-document-dialog.h"
#include "trinh-typed-documents.h"

struct _TrinhTypedDocuments
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhWork *work;
  GPtrArray *citations; /* one for each row */

  /* Template References */
  AdwBanner *banner;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TrinhTypedDocuments, trinh_typed_documents, ADW_TYPE_BIN)

static void
say (TrinhTypedDocuments *self,
     const char *action,
     const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", message);
}

static void
register_all_cb (TrinhTypedDocuments *self)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n, left;

  edit = trinh_document_register_enrol (trinh_work_get_report (self->work), NULL, NULL, &n, &left, NULL);
  if (!trinh_work_apply (self->work, edit, &error))
    {
      say (self, "win.toast", error->message);
      return;
    }
  if (n == 0)
    {
      say (self, "win.toast", _ ("Kind or number are not clear: register these one by one."));
      return;
    }
  message = g_strdup_printf (ngettext ("%u document was registered", "%u documents were registered", n), n);
  say (self, "win.toast-undo", message);
}

static void
register_cb (TrinhTypedDocuments *self,
             GtkWidget *button)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  g_autoptr (TrinhDocumentCitation) citation = trinh_document_citation_copy (self->citations->pdata[gtk_list_box_row_get_index (row)]);

  trinh_typed_documents_register (self->work, citation, GTK_WIDGET (self));
}

static void
add_row (TrinhTypedDocuments *self,
         const TrinhDocumentCitation *citation)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (trinh_work_get_report (self->work)));
  g_autofree char *name = trinh_registered_document_cite (citation->typed, lexicon, FALSE);
  g_autofree char *label = g_strdup_printf (_ ("Register %s"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Register"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), citation->context);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (register_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

/* A document that is cited at several places stands here once. */
static gboolean
is_shown (TrinhTypedDocuments *self,
          const TrinhDocumentCitation *citation)
{
  for (guint i = 0; i < self->citations->len; i++)
    {
      const TrinhDocumentCitation *other = self->citations->pdata[i];

      if (trinh_document_register_is_same (trinh_work_get_report (self->work), other->typed, citation->typed))
        return TRUE;
    }
  return FALSE;
}

static void
trinh_typed_documents_dispose (GObject *object)
{
  TrinhTypedDocuments *self = TRINH_TYPED_DOCUMENTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_TYPED_DOCUMENTS);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (trinh_typed_documents_parent_class)->dispose (object);
}

static void
trinh_typed_documents_class_init (TrinhTypedDocumentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_typed_documents_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-typed-documents.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhTypedDocuments, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhTypedDocuments, list);
  gtk_widget_class_bind_template_callback (widget_class, register_all_cb);
}

static void
trinh_typed_documents_init (TrinhTypedDocuments *self)
{
  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_document_citation_free);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
trinh_typed_documents_set_citations (TrinhTypedDocuments *self,
                                     TrinhWork *work,
                                     GPtrArray *citations)
{
  g_autofree char *title = NULL;

  g_return_if_fail (TRINH_IS_TYPED_DOCUMENTS (self));
  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (citations != NULL);

  g_set_object (&self->work, work);
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->citations, 0);
  for (guint i = 0; i < citations->len; i++)
    {
      const TrinhDocumentCitation *citation = citations->pdata[i];

      if (!trinh_typed_documents_can_register (citation) || is_shown (self, citation))
        continue;
      g_ptr_array_add (self->citations, trinh_document_citation_copy (citation));
      add_row (self, citation);
    }
  title = g_strdup_printf (ngettext ("%u document is cited in the texts and not registered", "%u documents are cited in the texts and not registered", self->citations->len), self->citations->len);
  adw_banner_set_title (self->banner, title);
  gtk_widget_set_visible (GTK_WIDGET (self), self->citations->len > 0);
}

void
trinh_typed_documents_register (TrinhWork *work,
                                const TrinhDocumentCitation *citation,
                                GtkWidget *widget)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (citation != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  edit = trinh_document_register_enrol (trinh_work_get_report (work), citation, NULL, NULL, NULL, NULL);
  if (edit == NULL)
    {
      trinh_document_dialog_present (work, NULL, citation, widget);
      return;
    }
  if (trinh_work_apply (work, edit, &error))
    gtk_widget_activate_action (widget, "win.toast-undo", "s", _ ("The document was registered"));
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

gboolean
trinh_typed_documents_can_register (const TrinhDocumentCitation *citation)
{
  g_return_val_if_fail (citation != NULL, FALSE);

  return citation->typed != NULL && citation->document == NULL && !citation->disputed;
}
