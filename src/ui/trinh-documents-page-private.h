/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-documents-page.h"
#include "trinh-typed-documents.h"

G_BEGIN_DECLS

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
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TrinhTypedDocuments *typed;
  GtkMenuButton *others_button;
  GtkListBox *others;
  GtkStack *stack;
  GtkColumnView *table;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *kind_column;
  GtkColumnViewColumn *date_column;
};

/* trinh-documents-page-actions.c */
void trinh_documents_page_install_actions (GtkWidgetClass *widget_class);
/* trinh-documents-page-columns.c: what the cells of a row show */
void trinh_documents_page_bind_columns (GtkWidgetClass *widget_class);

G_END_DECLS
