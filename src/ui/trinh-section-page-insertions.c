/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-bound.h"
#include "trinh-document-dialog.h"
#include "trinh-section-page-private.h"

static TrinhWork *
get_work (TrinhSectionPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

static void
insert (TrinhSectionPage *self,
        const char *source)
{
  trinh_section_buffer_insert (self->buffer, source);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
picked_cb (TrinhSectionPage *self,
           const char *address)
{
  const char *format = adw_toggle_group_get_active_name (self->formats);
  const gboolean plain = format == NULL || g_str_equal (format, "plain");
  g_autofree char *source = g_strdup_printf ("{{%s%s%s}}", address, plain ? "" : "|", plain ? "" : format);

  gtk_menu_button_popdown (self->value_button);
  insert (self, source);
}

static void
text_picked_cb (TrinhSectionPage *self,
                const char *source)
{
  gtk_menu_button_popdown (self->phrase_button);
  gtk_menu_button_popdown (self->document_button);
  insert (self, source);
}

static void
new_document_cb (TrinhSectionPage *self)
{
  gtk_menu_button_popdown (self->document_button);
  trinh_document_dialog_present (get_work (self), NULL, NULL, GTK_WIDGET (self));
}

static void
bold_clicked_cb (TrinhSectionPage *self)
{
  trinh_section_buffer_wrap (self->buffer, "**");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
italic_clicked_cb (TrinhSectionPage *self)
{
  trinh_section_buffer_wrap (self->buffer, "*");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
query_tooltip_cb (TrinhSectionPage *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  GtkTextIter place;
  const char *source;
  g_autofree char *name = NULL;
  int bx;
  int by;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  if (keyboard || !gtk_text_view_get_iter_at_location (self->view, &place, bx, by))
    return FALSE;

  source = trinh_section_buffer_get_bound (self->buffer, &place);
  name = trinh_section_page_dup_remark (self, &place);
  if (name == NULL && source != NULL)
    name = trinh_bound_dup_name (get_work (self), source);
  gtk_tooltip_set_text (tooltip, name);

  return name != NULL;
}

void
trinh_section_page_fill_documents (TrinhSectionPage *self)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (trinh_work_get_report (get_work (self)));
  g_auto (GStrv) sources = g_new0 (char *, documents->len + 1);

  for (guint i = 0; i < documents->len; i++)
    sources[i] = g_strdup_printf ("{{doc:%s}}", trinh_registered_document_get_id (documents->pdata[i]));
  trinh_text_picker_set_sources (self->documents, get_work (self), (const char *const *) sources);
  gtk_widget_set_visible (GTK_WIDGET (self->documents), documents->len > 0);
}

void
trinh_section_page_fill_phrases (TrinhSectionPage *self,
                                 TrinhOutlineItem *item)
{
  static const char *const none[] = { NULL };
  TrinhReport *report = trinh_work_get_report (get_work (self));
  const char *const *phrases = item != NULL ? trinh_outline_item_get_phrases (item) : none;
  const guint length = g_strv_length ((char **) phrases);
  g_auto (GStrv) sources = g_new0 (char *, length + 1);

  for (guint i = 0; phrases[i] != NULL; i++)
    sources[i] = trinh_regime_expand (phrases[i], trinh_report_get_period (report), trinh_report_get_office (report));
  trinh_text_picker_set_sources (self->phrases, get_work (self), (const char *const *) sources);
  gtk_widget_set_visible (GTK_WIDGET (self->phrase_button), length > 0);
}

void
trinh_section_page_bind_insertions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_document_cb);
  gtk_widget_class_bind_template_callback (widget_class, bold_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, italic_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}
