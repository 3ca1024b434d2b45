/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"
#include "trinh-entry-row.h"
#include "trinh-year-strip.h"

struct _TrinhYearStrip
{
  AdwBin parent_instance;

  /* Unowned References */
  GtkBox *box;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhYearStrip, trinh_year_strip, ADW_TYPE_BIN)

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  return trinh_period_compare (trinh_board_item_get_period (*(gpointer const *) a), trinh_board_item_get_period (*(gpointer const *) b));
}

/* What stands over the period, and its style */
static const char *
get_shape (TrinhBoardItem *item,
           const char **style)
{
  const TrinhBoardState state = trinh_board_item_get_state (item);
  const TrinhDue due = trinh_board_item_get_due (item);

  *style = due == TRINH_DUE_OVERDUE ? "error" : due == TRINH_DUE_SOON ? "warning"
                                              : due == TRINH_DUE_DONE ? "success"
                                                                      : "dim-label";
  if (state == TRINH_BOARD_NOT_REQUIRED)
    return "–";
  if (due == TRINH_DUE_DONE)
    return state == TRINH_BOARD_SENT ? "✔" : "✓";
  if (due == TRINH_DUE_OVERDUE)
    return "●";
  if (due == TRINH_DUE_SOON)
    return "▲";
  return state == TRINH_BOARD_NOT_BEGUN ? "○" : "◐";
}

/* The year is said already: "T6", "Quý I", "6T" */
static char *
dup_short_period (TrinhBoardItem *item)
{
  g_autofree char *title = trinh_period_get_short_title (trinh_board_item_get_period (item));
  char *slash = strrchr (title, '/');

  if (trinh_board_item_get_period (item).kind == TRINH_PERIOD_YEAR)
    return g_strdup (C_ ("period", "Year"));
  if (slash != NULL && trinh_board_item_get_period (item).kind != TRINH_PERIOD_AD_HOC)
    *slash = '\0';

  return g_steal_pointer (&title);
}

static void
clicked_cb (TrinhYearStrip *self,
            GtkWidget *button)
{
  g_signal_emit (self, signals[PICKED], 0, g_object_get_data (G_OBJECT (button), "key"));
}

static void
add_label (GtkWidget *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_button (TrinhYearStrip *self,
            TrinhBoardItem *item)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *period = dup_short_period (item);
  g_autofree char *name = trinh_entry_row_dup_name (item);
  const char *style;
  const char *shape = get_shape (item, &style);

  add_label (box, shape, style);
  add_label (box, period, "caption");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "year-place");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (trinh_board_item_get_key (item)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
trinh_year_strip_class_init (TrinhYearStripClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* A narrow window scrolls it sideways: twelve months do not take the list's place. */
static void
trinh_year_strip_init (TrinhYearStrip *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->box = GTK_BOX (box);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The year at a glance"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
trinh_year_strip_new (void)
{
  return g_object_new (TRINH_TYPE_YEAR_STRIP, NULL);
}

/* Of the year and of one office; %NULL where there are several. (transfer full) (nullable) */
static GPtrArray *
list_items (GListModel *board,
            TrinhOffice *office,
            guint year)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  TrinhOffice *only = office;

  for (guint i = 0; i < g_list_model_get_n_items (board); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (board, i);

      if (trinh_board_item_get_period (item).year != year)
        continue;
      if (only == NULL)
        only = trinh_board_item_get_office (item);
      if (trinh_office_is_same (trinh_board_item_get_office (item), only))
        g_ptr_array_add (items, g_steal_pointer (&item));
      else if (office == NULL)
        return NULL;
    }
  g_ptr_array_sort (items, compare_periods);

  return g_steal_pointer (&items);
}

void
trinh_year_strip_show (TrinhYearStrip *self,
                       GListModel *board,
                       TrinhOffice *office,
                       guint year)
{
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *child;

  g_return_if_fail (TRINH_IS_YEAR_STRIP (self));
  g_return_if_fail (G_IS_LIST_MODEL (board));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  items = year != 0 ? list_items (board, office, year) : NULL;
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_button (self, items->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), items != NULL && items->len > 1);
}
