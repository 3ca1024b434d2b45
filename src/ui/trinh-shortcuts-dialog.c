/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-dialogs.h"
#include "trinh-shortcuts-dialog.h"

struct _TrinhShortcutsDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  GPtrArray *rows; /* of AdwActionRow, borrowed from the page */

  /* Template References */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  AdwPreferencesPage *page;
};

/* @keys: accelerators with spaces between alternatives; @title NULL begins a group named @keys */
typedef struct
{
  const char *title;
  const char *keys;
} Shortcut;

static const Shortcut shortcuts[] = {
  { NULL, N_ ("General") },
  { N_ ("New report, or new entry of a register"), "<Control>n" },
  { N_ ("Open a file"), "<Control>o" },
  { N_ ("Search"), "<Control>f" },
  { N_ ("Remark on the value, the words or the report"), "<Control>m" },
  { N_ ("Preferences"), "<Control>comma" },
  { N_ ("Keyboard shortcuts"), "<Control>question" },
  { N_ ("Menu"), "F10" },
  { N_ ("Quit"), "<Control>q" },
  { NULL, N_ ("Tables") },
  { N_ ("Next row"), "Return Down" },
  { N_ ("Row above"), "Up" },
  { N_ ("Next cell"), "Tab Right" },
  { N_ ("Cell before"), "<Shift>Tab Left" },
  { N_ ("Edit the cell"), "F2" },
  { N_ ("Leave the cell as it was"), "Escape" },
  { N_ ("Make the cell blank"), "Delete" },
  { N_ ("Mark as an estimate (ước)"), "<Control>u" },
  { N_ ("To the block above or below"), "<Control>Up <Control>Down" },
  { N_ ("Choose several rows"), "<Shift>Up <Shift>Down" },
  { N_ ("Copy for a spreadsheet"), "<Control>c" },
  { N_ ("Paste from a spreadsheet"), "<Control>v" },
  { N_ ("Add a row to a list"), "<Control>Return" },
  { N_ ("Remove the row of a list"), "<Control>Delete" },
  { N_ ("Move the row of a list"), "<Alt>Up <Alt>Down" },
  { NULL, N_ ("Documents") },
  { N_ ("New document, while the page is shown"), "<Control>n" },
  { N_ ("Edit the document"), "Return" },
  { N_ ("Remove the document"), "Delete" },
  { NULL, N_ ("Tasks") },
  { N_ ("New task, while the page is shown"), "<Control>n" },
  { N_ ("Edit the task"), "Return" },
  { N_ ("Mark as done, or as open again"), "space" },
  { N_ ("Remove the task"), "Delete" },
  { N_ ("Move the task"), "<Alt>Up <Alt>Down" },
  { NULL, N_ ("Report") },
  { N_ ("Undo"), "<Control>z" },
  { N_ ("Redo"), "<Control><Shift>z <Control>y" },
  { N_ ("Export PDF"), "<Control>e" },
  { N_ ("Print"), "<Control>p" },
  { N_ ("Overview"), "<Alt>1" },
  { N_ ("Findings"), "<Alt>2" },
  { N_ ("Comparison"), "<Alt>3" },
  { N_ ("Preview"), "<Alt>4" },
  { NULL, N_ ("Review") },
  { N_ ("From the pages to the lists, to the buttons, and back"), "F6 <Shift>F6" },
  { N_ ("From the lists to the pages, in a narrow window"), "Escape" },
  { NULL, N_ ("Regimes of one’s own") },
  { N_ ("Save the regime"), "<Control>s" },
  { N_ ("Take the last change back"), "<Control>z" },
  { N_ ("Make it again"), "<Control><Shift>z" },
  { N_ ("Another one below this one"), "<Control>Return" },
  { N_ ("Take this one out"), "<Control>Delete" },
  { N_ ("Move this one"), "<Alt>Up <Alt>Down" },
  { NULL, N_ ("Preview") },
  { N_ ("Larger"), "<Control>plus" },
  { N_ ("Smaller"), "<Control>minus" },
  { N_ ("Fit the width"), "<Control>0" },
  { N_ ("Fit the page"), "<Control>9" },
  { N_ ("Next page"), "<Control>Page_Down" },
  { N_ ("Page before"), "<Control>Page_Up" },
  { N_ ("First page"), "<Control>Home" },
  { N_ ("Last page"), "<Control>End" },
  { N_ ("From text to text on the pages"), "Down Up" },
  { N_ ("Go to the place of the text"), "Return" },
  { N_ ("Next place that a search found"), "F3" },
  { N_ ("Previous place that a search found"), "<Shift>F3" },
};

G_DEFINE_FINAL_TYPE (TrinhShortcutsDialog, trinh_shortcuts_dialog, ADW_TYPE_DIALOG)

static char *
dup_label (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return g_strdup (accelerator);

  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
make_keycap (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static AdwActionRow *
make_row (const Shortcut *shortcut)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *keys = adw_wrap_box_new ();
  g_auto (GStrv) alternatives = g_strsplit (shortcut->keys, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *spoken = NULL;

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (alternatives[i]);

      adw_wrap_box_append (ADW_WRAP_BOX (keys), make_keycap (label));
      g_strv_builder_add (builder, label);
    }
  names = g_strv_builder_end (builder);
  spoken = g_strjoinv (", ", names);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (keys), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (keys), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (keys), 1);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (row, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "keys", g_steal_pointer (&spoken), g_free);

  return row;
}

static void
fill (TrinhShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      AdwActionRow *row;

      if (shortcuts[i].title == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].keys));
          adw_preferences_page_add (self->page, group);
          continue;
        }
      row = make_row (&shortcuts[i]);
      g_object_set_data (G_OBJECT (row), "group", group);
      adw_preferences_group_add (group, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
}

static gboolean
matches (AdwActionRow *row,
         const char *text)
{
  g_autofree char *all = g_strjoin ("\n", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), g_object_get_data (G_OBJECT (row), "keys"), adw_preferences_group_get_title (g_object_get_data (G_OBJECT (row), "group")), NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !trinh_language_contains (all, words[i]))
      return FALSE;

  return TRUE;
}

static void
search_changed_cb (TrinhShortcutsDialog *self)
{
  trinh_shortcuts_dialog_set_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
trinh_shortcuts_dialog_dispose (GObject *object)
{
  TrinhShortcutsDialog *self = TRINH_SHORTCUTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SHORTCUTS_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_shortcuts_dialog_parent_class)->dispose (object);
}

static void
trinh_shortcuts_dialog_class_init (TrinhShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhShortcutsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhShortcutsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhShortcutsDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
trinh_shortcuts_dialog_init (TrinhShortcutsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

AdwDialog *
trinh_shortcuts_dialog_new (void)
{
  return g_object_new (TRINH_TYPE_SHORTCUTS_DIALOG, NULL);
}

void
trinh_shortcuts_dialog_set_search (TrinhShortcutsDialog *self,
                                   const char *text)
{
  g_return_if_fail (TRINH_IS_SHORTCUTS_DIALOG (self));
  g_return_if_fail (text != NULL);

  /* A group is shown again by its first row that is found. */
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (g_object_get_data (self->rows->pdata[i], "group"), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const gboolean found = matches (self->rows->pdata[i], text);

      gtk_widget_set_visible (self->rows->pdata[i], found);
      if (found)
        gtk_widget_set_visible (g_object_get_data (self->rows->pdata[i], "group"), TRUE);
    }
  gtk_stack_set_visible_child_name (self->stack, trinh_shortcuts_dialog_get_n_shown (self) > 0 ? "list" : "nothing");
}

guint
trinh_shortcuts_dialog_get_n_shown (TrinhShortcutsDialog *self)
{
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_SHORTCUTS_DIALOG (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += gtk_widget_get_visible (self->rows->pdata[i]);

  return n;
}

void
trinh_shortcuts_dialog_present (TrinhWindow *window)
{
  g_return_if_fail (TRINH_IS_WINDOW (window));

  adw_dialog_present (trinh_shortcuts_dialog_new (), GTK_WIDGET (window));
}
