/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-indicator-picker.h"
#include "trinh-remark-marks.h"
#include "trinh-section-buffer.h"
#include "trinh-section-page.h"
#include "trinh-spelling-marks.h"
#include "trinh-text-picker.h"

G_BEGIN_DECLS

struct _TrinhSectionPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  TrinhSectionBuffer *buffer;
  char *section; /* id */
  GSignalGroup *report_signals;
  GSignalGroup *evaluation_signals;
  GPtrArray *citations; /* (nullable): of this text, that can be registered; %NULL: not looked for yet */
  GSettings *settings;
  TrinhRemarkMarks *remark_marks;
  TrinhSpellingMarks *spelling; /* NULL until the page was shown once */
  guint pause_source;
  guint refresh_source;
  guint spelling_source;

  /* Template References */
  GtkTextView *view;
  GtkLabel *heading;
  GtkLabel *guidance;
  GtkWidget *guidance_box;
  GtkCheckButton *none_check;
  GtkWidget *toolbar;
  GtkBox *findings;
  GtkMenuButton *value_button;
  GtkMenuButton *phrase_button;
  GtkMenuButton *document_button;
  TrinhIndicatorPicker *picker;
  AdwToggleGroup *formats;
  TrinhTextPicker *phrases;
  TrinhTextPicker *documents;
  GtkLabel *count;
  GtkWidget *register_button;
  AdwButtonContent *remark_content;

  gboolean filling; /* widgets follow the report, not a person */
};

/* trinh-section-page-insertions.c: what the buttons above the text put into it */
void trinh_section_page_bind_insertions (GtkWidgetClass *widget_class);
void trinh_section_page_fill_documents (TrinhSectionPage *self);
/* @item: (nullable): the outline's item that the section belongs to */
void trinh_section_page_fill_phrases (TrinhSectionPage *self,
                                      TrinhOutlineItem *item);
/* trinh-section-page-citation.c: the citation that the cursor is in becomes an entry of the register */
void trinh_section_page_install_citation (GtkWidgetClass *widget_class);
void trinh_section_page_update_citation (TrinhSectionPage *self);
/* The text or the register changed */
void trinh_section_page_forget_citations (TrinhSectionPage *self);
/* trinh-section-page-remarks.c: what is said of the section and of words in it */
void trinh_section_page_install_remarks (GtkWidgetClass *widget_class);
/* Another section, or another remark */
void trinh_section_page_update_remarks (TrinhSectionPage *self);
void trinh_section_page_make_menu (TrinhSectionPage *self);
/* Who said what last of the words at @place. (transfer full) (nullable) */
char *trinh_section_page_dup_remark (TrinhSectionPage *self,
                                     const GtkTextIter *place);

G_END_DECLS
