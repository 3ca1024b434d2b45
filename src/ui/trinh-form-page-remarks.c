/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-form-page-private.h"
#include "trinh-remark-dialog.h"

/* Of the cell the keyboard is in */
static void
remark_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  g_autoptr (TrinhRowItem) row = NULL;
  TrinhCellItem *cell;

  trinh_form_page_find_focus (self);
  row = trinh_form_page_dup_item (self, self->current);
  if (row == NULL)
    return;
  trinh_report_page_commit (TRINH_REPORT_PAGE (self));
  cell = self->column < trinh_row_item_get_n_cells (row) ? trinh_row_item_get_cell (row, self->column) : trinh_row_item_get_main (row);
  adw_dialog_present (trinh_remark_dialog_new (trinh_cell_item_get_work (cell), trinh_cell_item_get_address (cell), NULL, NULL, 0), widget);
}

void
trinh_form_page_install_remarks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.remark", NULL, remark_action);
}

/* Open threads of each cell that has some */
static GHashTable *
count_threads (TrinhReport *report)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) threads = trinh_remarks_list_threads (report);

  for (guint i = 0; i < threads->len; i++)
    {
      const char *cell = trinh_remark_get_cell (trinh_remark_thread_get_first (threads->pdata[i]));

      if (cell != NULL && !trinh_remark_thread_get_settled (threads->pdata[i]))
        g_hash_table_insert (counts, g_strdup (cell), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, cell)) + 1));
    }

  return counts;
}

static void
set_counts (TrinhRowItem *row,
            GHashTable *counts)
{
  for (guint i = 0; i < trinh_row_item_get_n_cells (row); i++)
    {
      TrinhCellItem *cell = trinh_row_item_get_cell (row, i);

      trinh_cell_item_set_n_remarks (cell, GPOINTER_TO_UINT (g_hash_table_lookup (counts, trinh_cell_item_get_address (cell))));
    }
}

void
trinh_form_page_update_remarks (TrinhFormPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autoptr (GHashTable) counts = NULL;

  if (work == NULL || self->form == NULL)
    return;
  counts = count_threads (trinh_work_get_report (work));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (TrinhRowItem) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      set_counts (row, counts);
    }
}
