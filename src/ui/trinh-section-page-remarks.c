/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-remark-dialog.h"
#include "trinh-section-page-private.h"
#include "trinh-section-places.h"
#include "trinh-work-remarks.h"

static TrinhReport *
get_report (TrinhSectionPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));

  return work != NULL ? trinh_work_get_report (work) : NULL;
}

/* On the words that are chosen, else on the section */
static void
remark_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhSectionPage *self = TRINH_SECTION_PAGE (widget);
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autofree char *quote = NULL;
  guint start = 0;

  if (work == NULL || self->section == NULL)
    return;
  /* The words stand in the text as it is kept. */
  trinh_report_page_commit (TRINH_REPORT_PAGE (self));
  quote = trinh_section_places_dup_selection (self->buffer, &start);
  adw_dialog_present (trinh_remark_dialog_new (work, NULL, self->section, quote, start), widget);
}

void
trinh_section_page_install_remarks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "section.remark", NULL, remark_action);
}

/* How many open threads the section has stands on the button. */
void
trinh_section_page_update_remarks (TrinhSectionPage *self)
{
  TrinhReport *report = get_report (self);
  g_autoptr (GPtrArray) threads = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  trinh_remark_marks_set_section (self->remark_marks, report, self->section);
  if (report == NULL || self->section == NULL)
    return;
  threads = trinh_remarks_list_at (report, NULL, self->section);
  for (guint i = 0; i < threads->len; i++)
    n += !trinh_remark_thread_get_settled (threads->pdata[i]);
  label = n > 0 ? g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n) : g_strdup (_ ("Remark"));
  adw_button_content_set_label (self->remark_content, label);
}

/* The text's own menu: what the dictionary says of a word, and a remark on what is chosen */
void
trinh_section_page_make_menu (TrinhSectionPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) remarks = g_menu_new ();

  if (self->spelling != NULL)
    g_menu_append_section (menu, NULL, trinh_spelling_marks_get_menu (self->spelling));
  g_menu_append (remarks, _ ("Remark on these words…"), "section.remark");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remarks));
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
}

/* "Chủ tịch: Sao lại giảm?" (transfer full) (nullable) */
char *
trinh_section_page_dup_remark (TrinhSectionPage *self,
                               const GtkTextIter *place)
{
  TrinhRemarkThread *thread = trinh_remark_marks_find (self->remark_marks, place);
  TrinhRemark *last = thread != NULL ? trinh_remark_thread_get_last (thread) : NULL;

  return last != NULL ? g_strdup_printf ("%s: %s", trinh_remark_get_by (last), trinh_remark_get_text (last)) : NULL;
}

void
trinh_section_page_show_remark (TrinhSectionPage *self,
                                TrinhRemarkThread *thread)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (TRINH_IS_SECTION_PAGE (self));
  g_return_if_fail (TRINH_IS_REMARK_THREAD (thread));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!trinh_remark_marks_get_range (self->remark_marks, thread, &start, &end))
    return;
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)), 0.1, FALSE, 0, 0);
}
