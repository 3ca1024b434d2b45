/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-form-heads.h"
#include "trinh-form-page-private.h"

static gboolean
is_list (TrinhFormPage *self)
{
  return self->form != NULL && trinh_form_get_list (self->form);
}

static TrinhWork *
get_work (TrinhFormPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

/* What the list adds up to comes last; of nothing there is no sum. */
char **
trinh_form_page_dup_keys (TrinhFormPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  TrinhFormRow *total = trinh_form_get_total (self->form);
  const char *const *keys = trinh_report_get_rows (trinh_work_get_report (get_work (self)), trinh_form_get_id (self->form));

  g_strv_builder_addv (builder, (const char **) keys);
  if (total != NULL && keys[0] != NULL)
    g_strv_builder_add (builder, trinh_form_row_get_key (total));

  return g_strv_builder_end (builder);
}

static void
add_row (TrinhFormPage *self,
         guint position)
{
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;

  trinh_report_page_commit (TRINH_REPORT_PAGE (self));
  if (!trinh_work_add_row (get_work (self), self->form, position, &key, &error))
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
  else
    trinh_report_page_reveal (TRINH_REPORT_PAGE (self), trinh_address_build (trinh_form_get_id (self->form), key, NULL));
}

/* At the end, as the button under the table says */
static void
add_row_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);

  if (is_list (self))
    add_row (self, G_MAXUINT);
}

static void
insert_row_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  g_autoptr (TrinhRowItem) item = NULL;

  if (!is_list (self))
    return;

  trinh_form_page_find_focus (self);
  item = trinh_form_page_dup_item (self, self->current);
  add_row (self, item != NULL && !trinh_row_item_get_total (item) ? trinh_row_item_get_position (item) + 1 : G_MAXUINT);
}

static void
focus_near (TrinhFormPage *self,
            guint position)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n > 0)
    trinh_form_page_focus_cell (self, MIN (position, n - 1), self->column);
}

static void
remove_row_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  g_autoptr (TrinhRowItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  guint position;

  trinh_form_page_find_focus (self);
  position = self->current;
  item = trinh_form_page_dup_item (self, position);
  if (!is_list (self) || item == NULL || trinh_row_item_get_total (item))
    return;

  done = g_strdup_printf (_ ("Row %u was removed"), trinh_row_item_get_position (item) + 1);
  if (!trinh_work_remove_row (get_work (self), self->form, trinh_row_item_get_key (item), &error))
    {
      trinh_report_page_toast (widget, error->message);
      return;
    }
  gtk_widget_activate_action (widget, "win.toast-undo", "s", done);
  focus_near (self, position);
}

static void
move_row_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TrinhFormPage *self = TRINH_FORM_PAGE (widget);
  const guint column = self->column;
  g_autoptr (TrinhRowItem) item = NULL;
  g_autoptr (GError) error = NULL;
  guint position;

  trinh_form_page_find_focus (self);
  item = trinh_form_page_dup_item (self, self->current);
  if (!is_list (self) || item == NULL || trinh_row_item_get_total (item))
    return;

  if (!trinh_work_move_row (get_work (self), self->form, trinh_row_item_get_key (item), g_variant_get_int32 (parameter), &error))
    trinh_report_page_toast (widget, error->message);
  else if (g_list_store_find (self->rows, item, &position))
    trinh_form_page_focus_cell (self, position, column);
}

void
trinh_form_page_install_list_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.add-row", NULL, add_row_action);
  gtk_widget_class_install_action (widget_class, "form.insert-row", NULL, insert_row_action);
  gtk_widget_class_install_action (widget_class, "form.remove-row", NULL, remove_row_action);
  gtk_widget_class_install_action (widget_class, "form.move-row", "i", move_row_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.insert-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.insert-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "form.remove-row", NULL);
}

void
trinh_form_page_update_list (TrinhFormPage *self)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (self, self->current);
  const guint position = item != NULL ? trinh_row_item_get_position (item) : 0;
  const gboolean list = is_list (self);
  const guint n = list ? g_strv_length ((char **) trinh_report_get_rows (trinh_work_get_report (get_work (self)), trinh_form_get_id (self->form))) : 0;
  const gboolean entered = item != NULL && !trinh_row_item_get_total (item);

  gtk_widget_set_visible (self->list_bar, list && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add-row", list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.insert-row", list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.remove-row", list && entered);
  gtk_widget_set_sensitive (self->up_button, entered && position > 0);
  gtk_widget_set_sensitive (self->down_button, entered && position + 1 < n);
}

/* The row of this key among those that are shown, from @from on */
static guint
find_key (TrinhFormPage *self,
          const char *key,
          guint from)
{
  for (guint i = from; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (g_str_equal (trinh_row_item_get_key (item), key))
        return i;
    }

  return G_MAXUINT;
}

static void
drop_lost_rows (TrinhFormPage *self,
                const char *const *keys)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i > 0; i--)
    {
      g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i - 1);

      if (!g_strv_contains (keys, trinh_row_item_get_key (item)))
        g_list_store_remove (self->rows, i - 1);
    }
}

/* Row by row, so that what does not change stays where it is, and the keyboard in it. */
static void
put_rows (TrinhFormPage *self,
          const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const guint found = find_key (self, keys[i], i);
      g_autoptr (TrinhRowItem) item = NULL;

      if (found == G_MAXUINT)
        item = trinh_row_item_new (get_work (self), self->form, keys[i], i);
      else
        item = g_list_model_get_item (G_LIST_MODEL (self->rows), found);
      if (found == i)
        continue;
      if (found != G_MAXUINT)
        g_list_store_remove (self->rows, found);
      g_list_store_insert (self->rows, i, item);
    }
}

void
trinh_form_page_follow_rows (TrinhFormPage *self,
                             const char *form)
{
  g_auto (GStrv) keys = NULL;

  if (!is_list (self) || !g_str_equal (form, trinh_form_get_id (self->form)))
    return;

  keys = trinh_form_page_dup_keys (self);
  drop_lost_rows (self, (const char *const *) keys);
  put_rows (self, (const char *const *) keys);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      trinh_row_item_set_position (item, i);
      trinh_row_item_set_narrow (item, self->narrow);
    }
  trinh_form_page_update_remarks (self);
  trinh_form_page_update_search (self);
  trinh_form_page_show_current (self);
}
