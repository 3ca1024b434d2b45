/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The tables that were found: which form each belongs to, and what each column holds. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-import-dialog-private.h"

typedef struct
{
  guint table;
  guint column;
} Place;

static void
show_roles (TrinhImportDialog *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      AdwComboRow *row = self->column_rows->pdata[i];
      const Place *place = g_object_get_data (G_OBJECT (row), "place");
      char **roles = g_object_get_data (G_OBJECT (row), "roles");
      const char *role = trinh_import_get_column_role (self->import, place->table, place->column);

      for (guint r = 0; roles[r] != NULL; r++)
        if (g_str_equal (roles[r], role))
          adw_combo_row_set_selected (row, r);
    }
  self->filling = FALSE;
}

static void
role_cb (TrinhImportDialog *self,
         GParamSpec *pspec,
         AdwComboRow *row)
{
  const Place *place = g_object_get_data (G_OBJECT (row), "place");
  char **roles = g_object_get_data (G_OBJECT (row), "roles");

  if (self->filling)
    return;

  trinh_import_set_column_role (self->import, place->table, place->column, roles[adw_combo_row_get_selected (row)]);
  show_roles (self);
  trinh_import_dialog_fill_rows (self);
}

static GtkWidget *
make_column_row (TrinhImportDialog *self,
                 guint table,
                 guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  char **roles = trinh_import_list_roles (self->import, table);
  Place *place = g_new (Place, 1);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      g_autofree char *title = trinh_import_dup_role_title (self->import, table, roles[i]);

      gtk_string_list_append (titles, title);
    }
  *place = (Place) { table, column };
  g_object_set_data_full (G_OBJECT (row), "place", place, g_free);
  g_object_set_data_full (G_OBJECT (row), "roles", roles, (GDestroyNotify) g_strfreev);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trinh_import_get_column_head (self->import, table, column));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (role_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->column_rows, row);

  return row;
}

static guint
get_table (gpointer row)
{
  return GPOINTER_TO_UINT (g_object_get_data (row, "table"));
}

/* After the signal of a row that goes away by it */
static gboolean
refill_idle (gpointer user_data)
{
  TrinhImportDialog *self = user_data;

  self->refill_id = 0;
  gtk_widget_activate_action (GTK_WIDGET (self), "import.refill", NULL);

  return G_SOURCE_REMOVE;
}

static void
refill_later (TrinhImportDialog *self)
{
  if (self->refill_id == 0)
    self->refill_id = g_idle_add (refill_idle, self);
}

static void
form_cb (TrinhImportDialog *self,
         GParamSpec *pspec,
         AdwComboRow *row)
{
  char **forms = g_object_get_data (G_OBJECT (row), "forms");
  guint selected = adw_combo_row_get_selected (row);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  trinh_import_set_table_form (self->import, get_table (row), selected > 0 ? forms[selected - 1] : NULL);
  refill_later (self);
}

/* "As each row says", and each form of the report */
static GtkWidget *
make_form_row (TrinhImportDialog *self,
               guint table)
{
  GtkWidget *row = adw_combo_row_new ();
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (trinh_work_get_report (self->work)));
  const char *chosen = trinh_import_get_table_form (self->import, table);
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *const[]) { _ ("As each row says"), NULL });
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      gtk_string_list_append (titles, trinh_form_get_label (form));
      g_strv_builder_add (ids, trinh_form_get_id (form));
      if (g_strcmp0 (trinh_form_get_id (form), chosen) == 0)
        selected = i + 1;
    }
  g_object_set_data (G_OBJECT (row), "table", GUINT_TO_POINTER (table));
  g_object_set_data_full (G_OBJECT (row), "forms", g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Its rows belong to"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (form_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
forget_cb (TrinhImportDialog *self,
           GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  trinh_import_forget (self->import, get_table (button));
  if (!trinh_session_remember_import (self->session, self->import, &error))
    g_warning ("%s", error->message);
  refill_later (self);
}

static void
show_remembered (TrinhImportDialog *self,
                 GtkWidget *expander,
                 guint table)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Forget"));

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _ ("Chosen as last time"));
  gtk_widget_set_tooltip_text (button, _ ("Read this kind of table as if nothing had been chosen before"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "table", GUINT_TO_POINTER (table));
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), button);
}

static void
add_table (TrinhImportDialog *self,
           guint table,
           gboolean expanded)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), trinh_import_get_table_title (self->import, table));
  if (trinh_import_get_remembered (self->import, table))
    show_remembered (self, expander, table);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), expanded);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_form_row (self, table));
  for (guint column = 0; column < trinh_import_get_n_columns (self->import, table); column++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_column_row (self, table, column));
  adw_preferences_group_add (self->columns_group, expander);
  g_ptr_array_add (self->table_rows, expander);
}

/* A table each; unfolded where there is nothing yet to take, or where it was before. */
void
trinh_import_dialog_fill_columns (TrinhImportDialog *self)
{
  const guint n = trinh_import_get_n_tables (self->import);
  const gboolean nothing = g_list_model_get_n_items (G_LIST_MODEL (self->import)) == 0;
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->table_rows);

  self->table_rows = g_ptr_array_new ();
  g_ptr_array_set_size (self->column_rows, 0);
  self->filling = TRUE;
  for (guint table = 0; table < n; table++)
    {
      gboolean expanded = table < before->len ? adw_expander_row_get_expanded (before->pdata[table]) : nothing;

      if (table < before->len)
        adw_preferences_group_remove (self->columns_group, before->pdata[table]);
      add_table (self, table, expanded);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->columns_group), n > 0);
  show_roles (self);
}
