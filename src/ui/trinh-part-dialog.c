/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-date-row.h"
#include "trinh-part-dialog.h"

struct _TrinhPartDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhReportPart *part; /* (nullable): NULL while it is new */
  GPtrArray *forms;      /* of AdwSwitchRow, as the regime's forms */
  GPtrArray *sections;   /* of AdwSwitchRow, as the report's sections */
  GtkWidget *parent;

  /* Template References */
  GtkWidget *save_button;
  AdwBanner *banner;
  AdwEntryRow *title_row;
  AdwEntryRow *who_row;
  GtkMenuButton *who_button;
  TrinhDateRow *due_row;
  AdwPreferencesGroup *forms_group;
  AdwPreferencesGroup *sections_group;
  GtkWidget *more_group;
  GtkWidget *remind_row;
};

G_DEFINE_FINAL_TYPE (TrinhPartDialog, trinh_part_dialog, ADW_TYPE_DIALOG)

static char *
dup_stripped (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
update_state_cb (TrinhPartDialog *self)
{
  g_autofree char *title = dup_stripped (self->title_row);
  g_autofree char *who = dup_stripped (self->who_row);

  gtk_widget_set_sensitive (self->save_button, title[0] != '\0' && who[0] != '\0');
}

static GtkWidget *
add_switch (AdwPreferencesGroup *group,
            GPtrArray *rows,
            const char *id,
            const char *title,
            gboolean active)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), active);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  return row;
}

static gboolean
has (const char *const *ids,
     const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

static void
fill_places (TrinhPartDialog *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (report));
  GListModel *sections = trinh_report_get_sections (report);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      add_switch (self->forms_group, self->forms, trinh_form_get_id (form), trinh_form_get_label (form), self->part != NULL && has (trinh_report_part_get_forms (self->part), trinh_form_get_id (form)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      g_autofree char *title = trinh_markup_strip (trinh_section_get_title (section));
      const char *number = trinh_section_get_number (section);
      g_autofree char *shown = g_strdup_printf ("%s%s%s", number, number[0] != '\0' ? ". " : "", title);

      if (shown[0] != '\0')
        add_switch (self->sections_group, self->sections, trinh_section_get_id (section), shown, self->part != NULL && has (trinh_report_part_get_sections (self->part), trinh_section_get_id (section)));
    }
}

static void
suggest (GMenu *menu,
         GHashTable *seen,
         const char *who)
{
  g_autoptr (GMenuItem) item = NULL;

  if (who == NULL || who[0] == '\0' || !g_hash_table_add (seen, g_strdup (who)))
    return;
  item = g_menu_item_new (who, NULL);
  g_menu_item_set_action_and_target (item, "part.who", "s", who);
  g_menu_append_item (menu, item);
}

/* Those of the report's parts, and those that the regime names */
static void
fill_suggestions (TrinhPartDialog *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  g_autoptr (GPtrArray) parts = trinh_report_part_list (report);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  JsonNode *node = trinh_regime_get_parts (trinh_report_get_regime (report));
  JsonArray *given = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; i < parts->len; i++)
    suggest (menu, seen, trinh_report_part_get_who (g_ptr_array_index (parts, i)));
  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++)
    suggest (menu, seen, json_object_get_string_member_with_default (json_array_get_object_element (given, i), "who", NULL));
  gtk_menu_button_set_menu_model (self->who_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->who_button), g_hash_table_size (seen) > 0);
}

static void
fill (TrinhPartDialog *self)
{
  guint32 due = 0;
  TrinhReportPartState state;

  fill_places (self);
  fill_suggestions (self);
  gtk_widget_set_visible (self->more_group, self->part != NULL);
  if (self->part == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), trinh_report_part_get_title (self->part));
  gtk_editable_set_text (GTK_EDITABLE (self->who_row), trinh_report_part_get_who (self->part));
  if (trinh_date_parse (trinh_report_part_get_due (self->part), &due))
    trinh_date_row_set_date (self->due_row, due);
  state = trinh_report_part_get_state (self->part, trinh_date_today ());
  gtk_widget_set_visible (self->remind_row, state == TRINH_REPORT_PART_SENT || state == TRINH_REPORT_PART_OVERDUE);
}

static void
who_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (TRINH_PART_DIALOG (widget)->who_row), g_variant_get_string (parameter, NULL));
}

static void
cancel_cb (TrinhPartDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
apply (TrinhPartDialog *self,
       TrinhEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (trinh_work_apply (self->work, edit, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static char **
list_chosen (GPtrArray *rows)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rows->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (rows, i)))
      g_strv_builder_add (builder, g_object_get_data (g_ptr_array_index (rows, i), "id"));

  return g_strv_builder_end (builder);
}

static gboolean
refuse_date (TrinhPartDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->due_row));

  if (typed[0] == '\0' || trinh_date_row_get_date (self->due_row) > 0)
    return FALSE;
  adw_banner_set_title (self->banner, _ ("The day is no date. Write it as 30/5/2022, or leave it blank."));
  adw_banner_set_revealed (self->banner, TRUE);

  return TRUE;
}

static char *
dup_due (TrinhPartDialog *self)
{
  const guint32 date = trinh_date_row_get_date (self->due_row);

  return date > 0 ? trinh_date_to_string (date) : g_strdup ("");
}

static void
save_cb (TrinhPartDialog *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  g_autoptr (TrinhEdit) edit = trinh_edit_new (_ ("part of the report"));
  g_autofree char *title = dup_stripped (self->title_row);
  g_autofree char *who = dup_stripped (self->who_row);
  g_autofree char *due = dup_due (self);
  g_autofree char *id = trinh_report_part_make_id (report);
  g_auto (GStrv) forms = list_chosen (self->forms);
  g_auto (GStrv) sections = list_chosen (self->sections);
  g_autoptr (TrinhReportPart) part = NULL;

  if (refuse_date (self))
    return;
  if (self->part != NULL)
    part = trinh_report_part_assign (self->part, title, (const char *const *) forms, (const char *const *) sections, who, due);
  else
    part = trinh_report_part_new (id, title, (const char *const *) forms, (const char *const *) sections, who, due);
  trinh_edit_set_part (edit, report, part);
  apply (self, edit);
}

static void
remove_cb (TrinhPartDialog *self)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new (_ ("part removed"));

  trinh_edit_remove_part (edit, trinh_work_get_report (self->work), trinh_report_part_get_id (self->part));
  apply (self, edit);
}

static void
remind_cb (TrinhPartDialog *self)
{
  g_autofree char *text = trinh_work_make_part_reminder (self->work, self->part, trinh_date_today ());

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (self->parent != NULL)
    gtk_widget_activate_action (self->parent, "win.toast", "s", _ ("The reminder was copied; paste it into a message."));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
trinh_part_dialog_dispose (GObject *object)
{
  TrinhPartDialog *self = TRINH_PART_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PART_DIALOG);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->work);
  g_clear_object (&self->part);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (trinh_part_dialog_parent_class)->dispose (object);
}

static void
trinh_part_dialog_class_init (TrinhPartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_part_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-part-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, who_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, forms_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, sections_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, more_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhPartDialog, remind_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, remind_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);

  gtk_widget_class_install_action (widget_class, "part.who", "s", who_action);
}

static void
trinh_part_dialog_init (TrinhPartDialog *self)
{
  g_type_ensure (TRINH_TYPE_DATE_ROW);

  self->forms = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhPartDialog *
trinh_part_dialog_new (TrinhWork *work,
                       TrinhReportPart *part)
{
  TrinhPartDialog *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (part == NULL || TRINH_IS_REPORT_PART (part), NULL);

  self = g_object_new (TRINH_TYPE_PART_DIALOG, NULL);
  self->work = g_object_ref (work);
  self->part = part != NULL ? g_object_ref (part) : NULL;
  fill (self);
  update_state_cb (self);

  return self;
}

void
trinh_part_dialog_present (TrinhWork *work,
                           TrinhReportPart *part,
                           GtkWidget *parent)
{
  TrinhPartDialog *self = trinh_part_dialog_new (work, part);

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self->parent = g_object_ref (parent);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
