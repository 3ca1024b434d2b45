/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-due.h"
#include "trinh-entry-row.h"
#include "trinh-start-actions.h"
#include "trinh-start-page-private.h"

/* As many rows as a tall window shows; a GtkListView makes 200 at once otherwise. */
#define FIRST_ROWS 12
/* In a narrow window rows find their height after they were first laid out. */
#define TOP_FRAMES 3
/* Pixels, no less than a heading of the list is high */
#define HEADING_HEIGHT 60

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer user_data)
{
  return trinh_board_item_compare ((gpointer) a, (gpointer) b);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  return (int) trinh_board_item_get_due ((gpointer) a) - (int) trinh_board_item_get_due ((gpointer) b);
}

/* When its rows change, the list keeps its first row where it was, and the heading above it out of sight. */
static gboolean
show_first_heading (GtkWidget *widget,
                    GdkFrameClock *clock,
                    gpointer user_data)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);

  return --self->top_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* In a window of another width the rows have other heights: the list keeps its first row where it was then, too. */
static void
rows_resized_cb (TrinhStartPage *self,
                 GtkAdjustment *adjustment)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self->list));

  if (width == self->rows_width)
    return;
  self->rows_width = width;
  if (gtk_adjustment_get_value (adjustment) > 0 && gtk_adjustment_get_value (adjustment) <= HEADING_HEIGHT)
    trinh_start_page_go_to_top (self);
}

static gboolean
find_row (TrinhStartPage *self,
          const char *key,
          guint *position)
{
  for (*position = 0; *position < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); (*position)++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), *position);

      if (g_str_equal (trinh_board_item_get_key (item), key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
show_wanted (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);
  guint position;

  if (self->wanted != NULL && find_row (self, self->wanted, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  g_clear_pointer (&self->wanted, g_free);

  return G_SOURCE_REMOVE;
}

static void
setup_cb (TrinhStartPage *self,
          GtkListItem *list_item)
{
  GtkWidget *row = trinh_entry_row_new ();

  g_ptr_array_add (self->rows, g_object_ref_sink (row));
  if (self->choice != NULL)
    trinh_entry_row_add_menu (TRINH_ENTRY_ROW (row));
  gtk_list_item_set_child (list_item, row);
}

static void
teardown_cb (TrinhStartPage *self,
             GtkListItem *list_item)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (list_item));
}

static void
bind_cb (TrinhStartPage *self,
         GtkListItem *list_item)
{
  TrinhBoardItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *name = trinh_entry_row_dup_name (item);

  trinh_entry_row_set_item (TRINH_ENTRY_ROW (gtk_list_item_get_child (list_item)), item, trinh_board_get_complete (self->board));
  gtk_list_item_set_accessible_label (list_item, name);
}

static void
setup_header_cb (TrinhStartPage *self,
                 GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (TrinhStartPage *self,
                GtkListHeader *header)
{
  const TrinhDue due = trinh_board_item_get_due (gtk_list_header_get_item (header));
  GtkWidget *label = gtk_list_header_get_child (header);

  gtk_label_set_label (GTK_LABEL (label), trinh_due_get_name (due));
  gtk_widget_remove_css_class (label, "error");
  if (due == TRINH_DUE_OVERDUE)
    gtk_widget_add_css_class (label, "error");
}

static void
activated_cb (TrinhStartPage *self,
              guint position)
{
  g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    trinh_start_open_item (GTK_WIDGET (self), item);
}

void
trinh_start_page_bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

void
trinh_start_page_go_to_top (TrinhStartPage *self)
{
  if (self->top_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_first_heading, NULL, NULL);
  self->top_frames = TOP_FRAMES;
}

void
trinh_start_page_make_rows (TrinhStartPage *self,
                            GtkFilter *filter)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GtkSorter) group_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_groups, self, NULL));

  self->found = gtk_filter_list_model_new (NULL, filter);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)),
                                          GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL)));
  gtk_sort_list_model_set_section_sorter (self->sorted, group_sorter);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, FIRST_ROWS);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), "changed", G_CALLBACK (rows_resized_cb), self, G_CONNECT_SWAPPED);
}

void
trinh_start_page_go_to_item (TrinhStartPage *self,
                             const char *key)
{
  guint position;

  g_set_str (&self->wanted, key);
  if (!find_row (self, key, &position))
    adw_toggle_group_set_active_name (self->groups, "all");
  /* It is wanted more than the top that a new filter goes to. */
  self->top_frames = MIN (self->top_frames, 1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_wanted, NULL, NULL);
}

gboolean
trinh_start_page_has_all_rows (TrinhStartPage *self)
{
  return gtk_slice_list_model_get_size (self->shown) > FIRST_ROWS;
}

void
trinh_start_page_show_all_rows (TrinhStartPage *self)
{
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

void
trinh_start_page_add_menus (TrinhStartPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    trinh_entry_row_add_menu (self->rows->pdata[i]);
}
