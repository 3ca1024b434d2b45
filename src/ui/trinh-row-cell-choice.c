/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-row-cell-private.h"

/* "0 – Trực tuyến" */
static GtkStringList *
make_choices (TrinhFormRow *row)
{
  GtkStringList *list = gtk_string_list_new ((const char *[]) { "—", NULL });

  for (guint i = 0; i < trinh_form_row_get_n_choices (row); i++)
    gtk_string_list_take (list, g_strdup_printf ("%s – %s", trinh_form_row_get_choice_code (row, i), trinh_form_row_get_choice_text (row, i)));

  return list;
}

static guint
find_choice (TrinhFormRow *row,
             const char *code)
{
  for (guint i = 0; i < trinh_form_row_get_n_choices (row); i++)
    if (g_str_equal (code, trinh_form_row_get_choice_code (row, i)))
      return i + 1;

  return 0;
}

/* Behind what is offered stands a code that is not, where one was entered. The list stays the same object:
 * this runs while the drop-down tells of a choice. */
void
trinh_row_cell_fill_choice (TrinhRowCell *self,
                            GtkDropDown *drop_down)
{
  TrinhFormRow *row = trinh_cell_item_get_row (self->item);
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  const guint n_offered = trinh_form_row_get_n_choices (row) + 1;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree char *code = trinh_cell_item_dup_value (self->item);
  const guint selected = find_choice (row, code);
  const gboolean foreign = selected == 0 && code[0] != '\0';
  /* Translators: a code that was entered though the form does not offer it */
  g_autofree char *text = foreign ? g_strdup_printf (_ ("%s (not offered)"), code) : NULL;

  self->filling = TRUE;
  gtk_string_list_splice (list, n_offered, n - n_offered, (const char *[]) { text, NULL });
  gtk_drop_down_set_selected (drop_down, foreign ? n_offered : selected);
  self->filling = FALSE;
}

static void
selected_cb (TrinhRowCell *self,
             GParamSpec *pspec,
             GtkDropDown *drop_down)
{
  TrinhFormRow *row = trinh_cell_item_get_row (self->item);
  const guint selected = gtk_drop_down_get_selected (drop_down);
  g_autofree char *problem = NULL;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == 0)
    problem = trinh_row_cell_enter (self, "");
  else if (selected <= trinh_form_row_get_n_choices (row))
    problem = trinh_row_cell_enter (self, trinh_form_row_get_choice_code (row, selected - 1));

  if (problem != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", problem);
}

static void
choice_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *list_item,
                 gpointer in_table)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (in_table != NULL)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                gpointer in_table)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_list_item_set_accessible_label (list_item, text);
  gtk_widget_set_tooltip_text (label, in_table != NULL ? text : NULL);
}

static GtkListItemFactory *
make_choice_factory (gboolean in_table)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (choice_setup_cb), GINT_TO_POINTER (in_table));
  g_signal_connect (factory, "bind", G_CALLBACK (choice_bind_cb), GINT_TO_POINTER (in_table));

  return factory;
}

/* The column is narrower than most choices: shortened in the table, whole in the list. */
static void
set_choice_factories (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) in_table = make_choice_factory (TRUE);
  g_autoptr (GtkListItemFactory) in_list = make_choice_factory (FALSE);

  gtk_drop_down_set_factory (drop_down, in_table);
  gtk_drop_down_set_list_factory (drop_down, in_list);
}

GtkWidget *
trinh_row_cell_make_choice (TrinhRowCell *self)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (make_choices (trinh_cell_item_get_row (self->item))), NULL);

  gtk_widget_add_css_class (drop_down, "flat");
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  set_choice_factories (GTK_DROP_DOWN (drop_down));
  trinh_row_cell_fill_choice (self, GTK_DROP_DOWN (drop_down));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return drop_down;
}
