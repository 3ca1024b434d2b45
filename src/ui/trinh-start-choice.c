/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-start-choice.h"

struct _TrinhStartChoice
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhBoard *board;
  GArray *years; /* of guint, as in the drop-down; the last row is all of them */
  GPtrArray *offices;

  /* Unowned References */
  GtkDropDown *year_drop;
  GtkDropDown *office_drop;

  guint year;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhStartChoice, trinh_start_choice, ADW_TYPE_BIN)

static void
emit_changed (TrinhStartChoice *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
year_selected_cb (TrinhStartChoice *self)
{
  const guint selected = gtk_drop_down_get_selected (self->year_drop);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->year = selected < self->years->len ? g_array_index (self->years, guint, selected) : 0;
  emit_changed (self);
}

static void
set_names (GtkDropDown *drop,
           GPtrArray *names,
           guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, names->pdata[i]);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop, selected);
}

static gboolean
is_same (GArray *a,
         GArray *b)
{
  return a != NULL && a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;
}

static void
fill_years (TrinhStartChoice *self)
{
  g_autoptr (GArray) years = trinh_board_list_years (self->board);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected;

  if (is_same (self->years, years))
    return;
  selected = years->len;
  for (guint i = 0; i < years->len; i++)
    {
      if (g_array_index (years, guint, i) == self->year)
        selected = i;
      g_ptr_array_add (names, g_strdup_printf ("%u", g_array_index (years, guint, i)));
    }
  g_ptr_array_add (names, g_strdup (_ ("All years")));
  g_clear_pointer (&self->years, g_array_unref);
  self->years = g_steal_pointer (&years);
  set_names (self->year_drop, names, selected);
}

static void
fill_offices (TrinhStartChoice *self)
{
  g_autoptr (GPtrArray) offices = trinh_board_list_offices (self->board);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrinhOffice) before = NULL;
  guint selected = 0;

  if (self->offices != NULL && self->offices->len == offices->len)
    return;
  g_set_object (&before, trinh_start_choice_get_office (self));
  g_ptr_array_add (names, g_strdup (_ ("All offices")));
  for (guint i = 0; i < offices->len; i++)
    {
      if (before != NULL && trinh_office_is_same (before, offices->pdata[i]))
        selected = i + 1;
      g_ptr_array_add (names, g_strdup (trinh_office_get_name (offices->pdata[i])));
    }
  g_clear_pointer (&self->offices, g_ptr_array_unref);
  self->offices = g_steal_pointer (&offices);
  set_names (self->office_drop, names, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->office_drop), self->offices->len > 1);
}

static GtkDropDown *
add_drop (GtkBox *box,
          const char *name)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_tooltip_text (drop, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, drop);

  return GTK_DROP_DOWN (drop);
}

static void
trinh_start_choice_dispose (GObject *object)
{
  TrinhStartChoice *self = TRINH_START_CHOICE (object);

  self->filling = TRUE;
  g_clear_object (&self->board);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->offices, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_start_choice_parent_class)->dispose (object);
}

static void
trinh_start_choice_class_init (TrinhStartChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_start_choice_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trinh_start_choice_init (TrinhStartChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  self->year_drop = add_drop (GTK_BOX (box), _ ("Year"));
  self->office_drop = add_drop (GTK_BOX (box), _ ("Office"));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->year_drop, "notify::selected", G_CALLBACK (year_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->office_drop, "notify::selected", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
trinh_start_choice_new (TrinhBoard *board)
{
  TrinhStartChoice *self;

  g_return_val_if_fail (TRINH_IS_BOARD (board), NULL);

  self = g_object_new (TRINH_TYPE_START_CHOICE, NULL);
  g_set_object (&self->board, board);
  self->year = trinh_start_choice_get_year (NULL, board);
  trinh_start_choice_update (self);

  return GTK_WIDGET (self);
}

void
trinh_start_choice_update (TrinhStartChoice *self)
{
  g_return_if_fail (TRINH_IS_START_CHOICE (self));

  self->filling = TRUE;
  fill_years (self);
  fill_offices (self);
  self->filling = FALSE;
}

void
trinh_start_choice_show_all (TrinhStartChoice *self)
{
  g_return_if_fail (TRINH_IS_START_CHOICE (self));

  self->filling = TRUE;
  self->year = 0;
  gtk_drop_down_set_selected (self->year_drop, self->years->len);
  gtk_drop_down_set_selected (self->office_drop, 0);
  self->filling = FALSE;
  emit_changed (self);
}

TrinhOffice *
trinh_start_choice_get_office (TrinhStartChoice *self)
{
  guint selected;

  g_return_val_if_fail (TRINH_IS_START_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->office_drop);

  return self->offices != NULL && selected > 0 && selected <= self->offices->len ? self->offices->pdata[selected - 1] : NULL;
}

guint
trinh_start_choice_get_year (TrinhStartChoice *self,
                             TrinhBoard *board)
{
  g_autofree char *today = NULL;

  if (self != NULL)
    return self->year;
  today = trinh_date_to_string (board != NULL ? trinh_board_get_today (board) : trinh_date_today ());

  return (guint) g_ascii_strtoull (today, NULL, 10);
}
