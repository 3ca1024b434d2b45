/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-import-dialog-private.h"

/* More rows than a person looks through are counted, not shown; they are taken like the others. */
#define MAX_ROWS 400

G_DEFINE_FINAL_TYPE (TrinhImportDialog, trinh_import_dialog, ADW_TYPE_DIALOG)

static const char *
explain_nothing (TrinhImportDialog *self)
{
  if (trinh_import_get_finds_rows (self->import))
    return _ ("The table holds no value.");

  return _ ("No value was found. Say below which column holds the indicators and which the values.");
}

static void
update_state (TrinhImportDialog *self)
{
  const guint n = trinh_import_get_n_taken (self->import);
  const guint n_same = trinh_import_count (self->import, TRINH_IMPORT_SAME);
  g_autofree char *taken = g_strdup_printf (ngettext ("%u taken over", "%u taken over", n), n);
  g_autofree char *same = g_strdup_printf (ngettext ("%s, %u the same", "%s, %u the same", n_same), taken, n_same);
  const gboolean nothing = g_list_model_get_n_items (G_LIST_MODEL (self->import)) == 0;

  adw_window_title_set_subtitle (self->window_title, n_same > 0 ? same : taken);
  gtk_widget_set_sensitive (self->take_button, n > 0);
  adw_banner_set_title (self->banner, nothing ? explain_nothing (self) : _ ("The report has all of these values already."));
  adw_banner_set_revealed (self->banner, nothing || n_same == g_list_model_get_n_items (G_LIST_MODEL (self->import)));
}

static void
add_row (TrinhImportDialog *self,
         AdwPreferencesGroup *group,
         GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
}

static void
set_texts (GtkWidget *row,
           TrinhImportItem *item,
           const char *subtitle)
{
  const char *title = trinh_import_item_get_title (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL && title[0] != '\0' ? title : trinh_import_item_get_place (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
}

static void
answer_cb (AdwComboRow *row,
           GParamSpec *pspec,
           TrinhImportItem *item)
{
  TrinhImportDialog *self = TRINH_IMPORT_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (row), TRINH_TYPE_IMPORT_DIALOG));

  trinh_import_item_set_answer (item, (int) adw_combo_row_get_selected (row) - 1);
  if (self != NULL)
    update_state (self);
}

static void
answer_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
answer_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem *item)
{
  GtkStringObject *answer = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (answer));
}

/* In a narrow window the answer is what must be read whole; the row's own labels would shorten it first. */
static GtkListItemFactory *
make_answer_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (answer_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (answer_bind_cb), NULL);

  return factory;
}

/* "Leave out", and each way of reading it */
static GtkWidget *
make_doubt_row (TrinhImportItem *item)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = make_answer_factory ();
  g_autofree char *subtitle = g_strdup_printf ("%s — %s", trinh_import_item_get_place (item), trinh_import_item_get_message (item));

  gtk_string_list_append (answers, _ ("Leave out"));
  for (guint i = 0; i < trinh_import_item_get_n_answers (item); i++)
    gtk_string_list_append (answers, trinh_import_item_get_answer_text (item, i));
  set_texts (row, item, subtitle);
  adw_combo_row_set_factory (ADW_COMBO_ROW (row), factory);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) (trinh_import_item_get_answer (item) + 1));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (answer_cb), item, 0);

  return row;
}

static GtkWidget *
make_change_row (TrinhImportDialog *self,
                 TrinhImportItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *old = trinh_import_item_get_old (item);
  const char *new = trinh_import_item_get_new (item);
  const char *message = trinh_import_item_get_message (item);
  g_autofree char *change = g_strdup_printf ("%s%s → %s", trinh_import_item_get_is_note (item) ? _ ("Note: ") : "", old[0] != '\0' ? old : "…", new[0] != '\0' ? new : "…");
  g_autofree char *subtitle = message[0] != '\0' ? g_strdup_printf ("%s — %s", change, message) : g_strdup (change);

  set_texts (row, item, subtitle);
  g_object_bind_property (item, "take", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, trinh_import_item_get_title (item), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static GtkWidget *
make_left_row (TrinhImportItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = g_strdup_printf ("%s: “%s” — %s", trinh_import_item_get_place (item), trinh_import_item_get_new (item), trinh_import_item_get_message (item));

  set_texts (row, item, subtitle);

  return row;
}

static void
add_item (TrinhImportDialog *self,
          TrinhImportItem *item)
{
  switch (trinh_import_item_get_status (item))
    {
    case TRINH_IMPORT_AMBIGUOUS:
      add_row (self, self->doubts_group, make_doubt_row (item));
      break;
    case TRINH_IMPORT_CHANGED:
    case TRINH_IMPORT_EMPTIED:
      add_row (self, self->conflicts_group, make_change_row (self, item));
      break;
    case TRINH_IMPORT_NEW:
      add_row (self, self->changes_group, make_change_row (self, item));
      break;
    case TRINH_IMPORT_REFUSED:
    case TRINH_IMPORT_NOT_FOUND:
      add_row (self, self->left_out_group, make_left_row (item));
      break;
    case TRINH_IMPORT_SAME:
    default:
      break;
    }
}

static void
add_rest (TrinhImportDialog *self,
          guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("%u more is not shown", "%u more are not shown", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  add_row (self, self->left_out_group, row);
}

static void
clear_rows (TrinhImportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (g_object_get_data (self->rows->pdata[i], "group"), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_group), FALSE);
}

void
trinh_import_dialog_fill_rows (TrinhImportDialog *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->import));

  clear_rows (self);
  for (guint i = 0; i < n && self->rows->len < MAX_ROWS; i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->import), i);

      add_item (self, item);
      if (self->rows->len == MAX_ROWS && i + 1 < n)
        add_rest (self, n - i - 1);
    }
  update_state (self);
}

static void
refill_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  trinh_import_dialog_fill_columns (TRINH_IMPORT_DIALOG (widget));
  trinh_import_dialog_fill_rows (TRINH_IMPORT_DIALOG (widget));
}

static void
keep_cb (TrinhImportDialog *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->import)); i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->import), i);
      const TrinhImportStatus status = trinh_import_item_get_status (item);

      if (status == TRINH_IMPORT_CHANGED || status == TRINH_IMPORT_EMPTIED)
        trinh_import_item_set_take (item, FALSE);
    }
  update_state (self);
}

static void
cancel_cb (TrinhImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_cb (TrinhImportDialog *self)
{
  const guint n = trinh_import_get_n_taken (self->import);
  g_autofree char *done = g_strdup_printf (ngettext ("%u value was imported", "%u values were imported", n), n);
  g_autoptr (GError) error = NULL;

  if (!trinh_session_apply_import (self->session, self->work, self->import, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }

  if (self->parent != NULL)
    gtk_widget_activate_action (self->parent, "win.toast-undo", "s", done);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
trinh_import_dialog_dispose (GObject *object)
{
  TrinhImportDialog *self = TRINH_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->refill_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->table_rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->work);
  g_clear_object (&self->import);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (trinh_import_dialog_parent_class)->dispose (object);
}

static void
trinh_import_dialog_class_init (TrinhImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, doubts_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhImportDialog, columns_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);

  gtk_widget_class_install_action (widget_class, "import.refill", NULL, refill_action);
}

static void
trinh_import_dialog_init (TrinhImportDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->column_rows = g_ptr_array_new ();
  self->table_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhImportDialog *
trinh_import_dialog_new (TrinhSession *session,
                         TrinhWork *work,
                         TrinhImport *import)
{
  TrinhImportDialog *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_IMPORT (import), NULL);

  self = g_object_new (TRINH_TYPE_IMPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->work = g_object_ref (work);
  self->import = g_object_ref (import);
  trinh_import_dialog_fill_columns (self);
  trinh_import_dialog_fill_rows (self);

  return self;
}

void
trinh_import_dialog_present (TrinhSession *session,
                             TrinhWork *work,
                             TrinhImport *import,
                             GtkWidget *parent)
{
  TrinhImportDialog *self = trinh_import_dialog_new (session, work, import);

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self->parent = g_object_ref (parent);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
