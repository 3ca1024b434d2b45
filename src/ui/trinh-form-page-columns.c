/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-form-heads.h"
#include "trinh-form-page-private.h"
#include "trinh-row-cell.h"

#define VALUE_WIDTH 104

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer column)
{
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_child (list_item, g_object_new (TRINH_TYPE_ROW_CELL, "marked", TRUE, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         gpointer column)
{
  TrinhRowItem *item = gtk_list_item_get_item (list_item);

  g_object_set (gtk_list_item_get_child (list_item), "item", trinh_row_item_get_cell (item, GPOINTER_TO_UINT (column)), NULL);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           gpointer column)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", NULL, NULL);
}

static GtkListItemFactory *
make_factory (guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GUINT_TO_POINTER (column));

  return factory;
}

static TrinhReport *
get_report (TrinhFormPage *self)
{
  return trinh_work_get_report (trinh_report_page_get_work (TRINH_REPORT_PAGE (self)));
}

/* Sentences take what room there is, numbers what they need. */
static gboolean
holds_words (TrinhFormPage *self,
             TrinhFormColumn *column)
{
  const TrinhKind kind = trinh_form_column_get_kind (column);

  if (kind == TRINH_KIND_NONE)
    return trinh_form_get_list (self->form) && trinh_form_row_get_kind (trinh_form_get_row (self->form, 0)) == TRINH_KIND_TEXT;

  return kind == TRINH_KIND_TEXT;
}

static GtkColumnViewColumn *
make_column (TrinhFormPage *self,
             guint position)
{
  g_autoptr (TrinhFormColumn) column = g_list_model_get_item (trinh_form_get_columns (self->form), position);
  g_autofree char *title = trinh_form_heads_dup_path (get_report (self), self->form, column);
  GtkColumnViewColumn *made = gtk_column_view_column_new (title, make_factory (position));

  if (holds_words (self, column))
    gtk_column_view_column_set_expand (made, TRUE);
  else
    gtk_column_view_column_set_fixed_width (made, VALUE_WIDTH);

  return made;
}

static guint
find_place (TrinhFormPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column == self->value_column)
        return i;
    }

  g_return_val_if_reached (0);
}

static void
fill_choice (TrinhFormPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->made_columns->len; i++)
    gtk_string_list_append (names, gtk_column_view_column_get_title (self->made_columns->pdata[i]));

  self->choosing = TRUE;
  gtk_drop_down_set_model (self->column_choice, G_LIST_MODEL (names));
  self->choosing = FALSE;
}

void
trinh_form_page_make_columns (TrinhFormPage *self)
{
  for (guint i = 0; i < self->made_columns->len; i++)
    gtk_column_view_remove_column (self->table, self->made_columns->pdata[i]);
  g_ptr_array_set_size (self->made_columns, 0);

  if (self->form != NULL && trinh_form_heads_is_wide (self->form))
    for (guint i = 0; i < trinh_form_page_get_n_columns (self); i++)
      {
        GtkColumnViewColumn *column = make_column (self, i);

        gtk_column_view_insert_column (self->table, find_place (self), column);
        g_ptr_array_add (self->made_columns, column);
      }
  fill_choice (self);
  trinh_form_page_update_columns (self);
  trinh_form_page_make_heads (self);
}

static GtkColumnViewColumn *
find_view_column (TrinhFormPage *self,
                  const char *id)
{
  GListModel *columns = trinh_form_get_columns (self->form);

  if (g_str_equal (id, "code"))
    return self->code_column;
  if (g_str_equal (id, "label"))
    return self->label_column;
  if (g_str_equal (id, "unit"))
    return self->unit_column;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (id, trinh_form_column_get_id (column)))
        return self->made_columns->pdata[i];
    }

  return self->note_column;
}

/* How many groups stand over the columns of this one, itself among them */
static guint
find_line (TrinhFormPage *self,
           const TrinhFormGroup *group)
{
  TrinhFormColumn *column = NULL;
  g_autoptr (GPtrArray) over = NULL;
  guint line = 0;

  for (guint i = 0; column == NULL && group->columns[i] != NULL; i++)
    column = trinh_form_find_column (self->form, group->columns[i]);
  if (column == NULL)
    return 0;

  over = trinh_form_heads_list_groups (self->form, column);

  return g_ptr_array_find (over, group, &line) ? line : 0;
}

static void
add_group (TrinhFormPage *self,
           const TrinhFormGroup *group)
{
  const guint last = g_strv_length (group->columns) - 1;
  g_autofree char *title = trinh_form_heads_expand (get_report (self), group->title);

  trinh_table_head_add (self->head, title, find_line (self, group), 1, find_view_column (self, group->columns[0]), find_view_column (self, group->columns[last]));
}

static guint
count_lines (TrinhFormPage *self)
{
  guint n = 1;

  for (guint i = 0; !self->narrow && i < trinh_form_get_n_groups (self->form); i++)
    n = MAX (n, find_line (self, trinh_form_get_group (self->form, i)) + 2);

  return n;
}

static void
add_value_heads (TrinhFormPage *self,
                 guint n_lines)
{
  GListModel *columns = trinh_form_get_columns (self->form);

  for (guint i = 0; i < self->made_columns->len; i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GPtrArray) over = trinh_form_heads_list_groups (self->form, column);
      g_autofree char *title = trinh_form_heads_expand (get_report (self), trinh_form_column_get_title (column));
      const guint line = self->narrow ? 0 : over->len;

      trinh_table_head_add (self->head, title, line, n_lines - line, self->made_columns->pdata[i], self->made_columns->pdata[i]);
    }
}

/* As on paper; in a narrow window the one column's groups are named by the switcher. */
void
trinh_form_page_make_heads (TrinhFormPage *self)
{
  GtkColumnViewColumn *const fixed[] = { self->code_column, self->label_column, self->unit_column, self->note_column };
  guint n_lines;

  trinh_table_head_clear (self->head);
  if (self->made_columns->len == 0)
    return;

  n_lines = count_lines (self);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    trinh_table_head_add (self->head, gtk_column_view_column_get_title (fixed[i]), 0, n_lines, fixed[i], fixed[i]);
  for (guint i = 0; !self->narrow && i < trinh_form_get_n_groups (self->form); i++)
    add_group (self, trinh_form_get_group (self->form, i));
  add_value_heads (self, n_lines);
}

static gboolean
has_units (TrinhFormPage *self)
{
  for (guint i = 0; self->form != NULL && i < trinh_form_get_n_rows (self->form); i++)
    if (trinh_form_row_get_unit (trinh_form_get_row (self->form, i))[0] != '\0')
      return TRUE;

  return FALSE;
}

static void
update_choice (TrinhFormPage *self,
               guint shown)
{
  gtk_widget_set_visible (self->switcher, self->narrow && self->made_columns->len > 1);
  if (shown >= self->made_columns->len)
    return;

  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->column_choice, shown);
  self->choosing = FALSE;
}

/* There is a report of the period before, and one value in a row to compare with it. */
static gboolean
is_compared (TrinhFormPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));

  return self->made_columns->len == 0 && work != NULL && trinh_work_has_previous (work);
}

void
trinh_form_page_update_columns (TrinhFormPage *self)
{
  const gboolean compared = !self->narrow && is_compared (self);
  const gboolean wide_form = self->made_columns->len > 0;
  const gboolean list = self->form != NULL && trinh_form_get_list (self->form);
  const guint shown = MIN (self->column, self->made_columns->len - 1);

  for (guint i = 0; i < self->made_columns->len; i++)
    gtk_column_view_column_set_visible (self->made_columns->pdata[i], !self->narrow || i == shown);
  gtk_column_view_column_set_visible (self->label_column, !list || trinh_form_get_head (self->form, "label") != NULL);
  gtk_column_view_column_set_visible (self->unit_column, !self->narrow && (!wide_form || has_units (self)));
  gtk_column_view_column_set_visible (self->value_column, !wide_form);
  gtk_column_view_column_set_visible (self->badge_column, !wide_form);
  gtk_column_view_column_set_visible (self->previous_column, compared);
  gtk_column_view_column_set_visible (self->change_column, compared && !self->tight);
  gtk_column_view_column_set_visible (self->note_column, !self->narrow);
  update_choice (self, shown);
}

static void
set_narrow (TrinhFormPage *self,
            gboolean narrow)
{
  self->narrow = narrow;
  trinh_form_page_update_columns (self);
  trinh_form_page_make_heads (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      trinh_row_item_set_narrow (item, narrow);
    }
}

static void
set_tight (TrinhFormPage *self,
           gboolean tight)
{
  self->tight = tight;
  trinh_form_page_update_columns (self);
}

static void
tightened_cb (TrinhFormPage *self)
{
  set_tight (self, TRUE);
}

static void
loosened_cb (TrinhFormPage *self)
{
  set_tight (self, FALSE);
}

static void
narrowed_cb (TrinhFormPage *self)
{
  set_narrow (self, TRUE);
}

static void
widened_cb (TrinhFormPage *self)
{
  set_narrow (self, FALSE);
}

/* In a narrow window one column is seen; the keyboard goes with it. */
static void
column_chosen_cb (TrinhFormPage *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->column_choice);

  if (self->choosing || chosen == GTK_INVALID_LIST_POSITION)
    return;

  self->column = chosen;
  trinh_form_page_update_columns (self);
  trinh_form_page_show_current (self);
}

static void
step_column (TrinhFormPage *self,
             int step)
{
  const int n = (int) self->made_columns->len;

  gtk_drop_down_set_selected (self->column_choice, (guint) (((int) gtk_drop_down_get_selected (self->column_choice) + step + n) % n));
}

static void
column_before_cb (TrinhFormPage *self)
{
  step_column (self, -1);
}

static void
column_after_cb (TrinhFormPage *self)
{
  step_column (self, 1);
}

void
trinh_form_page_bind_columns (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, head);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, code_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, label_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, value_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, badge_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, previous_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, change_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, note_column);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TrinhFormPage, column_choice);
  gtk_widget_class_bind_template_callback (widget_class, tightened_cb);
  gtk_widget_class_bind_template_callback (widget_class, loosened_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_before_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_after_cb);
}
