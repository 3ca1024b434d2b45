/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-documents-page-private.h"
#include "trinh-indicator-picker.h"
#include "trinh-wrap-cell.h"

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

static void
set_cell (GtkListItem *list_item,
          GtkWidget *child)
{
  GtkWidget *cell = g_object_new (TRINH_TYPE_WRAP_CELL, "child", child, NULL);

  gtk_list_item_set_child (list_item, cell);
}

/* A name or a sentence on at most so many lines; the whole of it is the tooltip. */
static GtkWidget *
make_text (const char *text,
           int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* In a narrow window what a column said stands under the text of another. */
static void
add_second_line (GtkWidget *box,
                 GtkColumnViewColumn *column,
                 const char *text)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = make_text (text, 2);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  g_object_bind_property (column, "visible", label, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (box), label);
}

static char *
dup_date (TrinhRegisteredDocument *document)
{
  const guint32 date = trinh_registered_document_get_date (document);

  return date != 0 ? trinh_date_format (date) : g_strdup (trinh_registered_document_get_text (document, TRINH_DOCUMENT_DATE));
}

static const char *
get_kind_name (TrinhDocumentsPage *self,
               TrinhRegisteredDocument *document)
{
  const char *id = trinh_registered_document_get_text (document, TRINH_DOCUMENT_KIND);
  const TrinhDocumentKind *kind = get_lexicon (self) != NULL ? trinh_lexicon_find_kind (get_lexicon (self), id) : NULL;

  return kind != NULL ? kind->name : id;
}

static void
bind_number_cb (TrinhDocumentsPage *self,
                GtkListItem *list_item)
{
  TrinhRegisteredDocument *document = gtk_list_item_get_item (list_item);
  const char *file = trinh_registered_document_get_file_name (document);
  g_autofree char *number = trinh_registered_document_dup_number (document);
  g_autofree char *date = dup_date (document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name ("mail-attachment-symbolic");

  gtk_widget_set_visible (image, file != NULL);
  gtk_widget_set_tooltip_text (image, file);
  gtk_box_append (GTK_BOX (line), make_text (number, 1));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (box), line);
  add_second_line (box, self->date_column, date);
  set_cell (list_item, box);
}

static void
bind_kind_cb (TrinhDocumentsPage *self,
              GtkListItem *list_item)
{
  set_cell (list_item, make_text (get_kind_name (self, gtk_list_item_get_item (list_item)), 2));
}

static void
bind_date_cb (TrinhDocumentsPage *self,
              GtkListItem *list_item)
{
  g_autofree char *date = dup_date (gtk_list_item_get_item (list_item));

  set_cell (list_item, make_text (date, 1));
}

static void
bind_issuer_cb (TrinhDocumentsPage *self,
                GtkListItem *list_item)
{
  set_cell (list_item, make_text (trinh_registered_document_get_text (gtk_list_item_get_item (list_item), TRINH_DOCUMENT_ISSUER), 2));
}

/* "Kế hoạch · UBND xã Bình Lãng" */
static char *
dup_origin (TrinhDocumentsPage *self,
            TrinhRegisteredDocument *document)
{
  const char *kind = get_kind_name (self, document);
  const char *issuer = trinh_registered_document_get_text (document, TRINH_DOCUMENT_ISSUER);

  return g_strconcat (kind, *kind != '\0' && *issuer != '\0' ? " · " : "", issuer, NULL);
}

static void
bind_abstract_cb (TrinhDocumentsPage *self,
                  GtkListItem *list_item)
{
  TrinhRegisteredDocument *document = gtk_list_item_get_item (list_item);
  g_autofree char *origin = dup_origin (self, document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_text (trinh_registered_document_get_text (document, TRINH_DOCUMENT_ABSTRACT), 2));
  add_second_line (box, self->kind_column, origin);
  set_cell (list_item, box);
}

static void
bind_counts_cb (TrinhDocumentsPage *self,
                GtkListItem *list_item)
{
  const char *const *counts = trinh_registered_document_get_counts (gtk_list_item_get_item (list_item));
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; counts[i] != NULL; i++)
    {
      TrinhForm *form = NULL;
      TrinhFormRow *row = NULL;
      g_autofree char *name = trinh_indicator_dup_name (get_work (self), counts[i]);

      if (trinh_regime_find_cell (trinh_report_get_regime (get_report (self)), counts[i], &form, &row, NULL))
        g_string_append_printf (codes, "%s%s · %s", i > 0 ? "\n" : "", trinh_form_get_label (form), trinh_form_row_get_plain_code (row));
      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  label = make_text (codes->str, 2);
  gtk_widget_set_tooltip_text (label, names->len > 0 ? names->str : NULL);
  set_cell (list_item, label);
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
  gtk_widget_add_css_class (button, "place");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "report.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", trinh_section_get_id (section));
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

static void
bind_cited_cb (TrinhDocumentsPage *self,
               GtkListItem *list_item)
{
  const char *id = trinh_registered_document_get_id (gtk_list_item_get_item (list_item));
  GtkWidget *box = adw_wrap_box_new ();
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
  set_cell (list_item, box);
}

void
trinh_documents_page_bind_columns (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, bind_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_issuer_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_abstract_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_counts_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cited_cb);
}
