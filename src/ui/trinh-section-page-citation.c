/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-section-page-private.h"
#include "trinh-typed-documents.h"

static TrinhReport *
get_report (TrinhSectionPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));

  return work != NULL ? trinh_work_get_report (work) : NULL;
}

static GPtrArray *
list_citations (TrinhSectionPage *self)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_document_citation_free);
  g_autoptr (GPtrArray) all = trinh_document_register_list_citations (get_report (self));

  for (guint i = 0; i < all->len; i++)
    {
      const TrinhDocumentCitation *citation = all->pdata[i];

      if (g_strcmp0 (trinh_section_get_id (citation->section), self->section) == 0 && trinh_typed_documents_can_register (citation))
        g_ptr_array_add (own, trinh_document_citation_copy (citation));
    }

  return own;
}

/* (nullable) (transfer none): what is half typed is none yet */
static const TrinhDocumentCitation *
find_citation (TrinhSectionPage *self)
{
  guint cursor;

  if (self->section == NULL || self->pause_source != 0 || get_report (self) == NULL)
    return NULL;
  if (self->citations == NULL)
    self->citations = list_citations (self);
  if (self->citations->len == 0)
    return NULL;

  cursor = trinh_section_buffer_get_cursor (self->buffer);
  for (guint i = 0; i < self->citations->len; i++)
    {
      const TrinhDocumentCitation *citation = self->citations->pdata[i];

      if (cursor >= citation->start && cursor <= citation->end)
        return citation;
    }

  return NULL;
}

static void
register_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TrinhSectionPage *self = TRINH_SECTION_PAGE (widget);
  const TrinhDocumentCitation *found = find_citation (self);
  g_autoptr (TrinhDocumentCitation) citation = found != NULL ? trinh_document_citation_copy (found) : NULL;

  if (citation == NULL)
    return;
  trinh_typed_documents_register (trinh_report_page_get_work (TRINH_REPORT_PAGE (self)), citation, widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
trinh_section_page_install_citation (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "section.register", NULL, register_action);
}

void
trinh_section_page_update_citation (TrinhSectionPage *self)
{
  const gboolean none = self->filling || trinh_report_page_get_read_only (TRINH_REPORT_PAGE (self));
  const TrinhDocumentCitation *citation = none ? NULL : find_citation (self);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.register", citation != NULL);
  gtk_widget_set_visible (self->register_button, citation != NULL);
  if (citation == NULL)
    return;
  name = trinh_registered_document_cite (citation->typed, trinh_regime_get_lexicon (trinh_report_get_regime (get_report (self))), FALSE);
  label = g_strdup_printf (_ ("Register %s"), name);
  gtk_widget_set_tooltip_text (self->register_button, label);
}

void
trinh_section_page_forget_citations (TrinhSectionPage *self)
{
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  trinh_section_page_update_citation (self);
}
