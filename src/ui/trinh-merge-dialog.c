/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-merge-dialog.h"

/* More than a person looks through one by one; the rest is counted, and taken like the others. */
#define MAX_ROWS 400

struct _TrinhMergeDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhWork *work;
  TrinhMerge *merge;
  GtkWidget *parent;

  /* Template References */
  AdwWindowTitle *window_title;
  GtkWidget *take_button;
  AdwBanner *banner;
  AdwPreferencesGroup *conflicts_group;
  AdwPreferencesGroup *changes_group;
  AdwPreferencesGroup *outside_group;
};

G_DEFINE_FINAL_TYPE (TrinhMergeDialog, trinh_merge_dialog, ADW_TYPE_DIALOG)

static guint
count_taken (TrinhMergeDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->merge)); i++)
    {
      g_autoptr (TrinhMergeItem) item = g_list_model_get_item (G_LIST_MODEL (self->merge), i);

      n += trinh_merge_item_get_choice (item) == TRINH_MERGE_THEIRS;
    }

  return n;
}

static void
update_state (TrinhMergeDialog *self)
{
  const guint n = count_taken (self);
  const guint n_open = trinh_merge_count_open (self->merge);
  g_autofree char *taken = g_strdup_printf (ngettext ("%u change comes in", "%u changes come in", n), n);
  /* What is to be done comes first: a narrow head cuts the end. */
  g_autofree char *open = g_strdup_printf (ngettext ("%u to be decided, %s", "%u to be decided, %s", n_open), n_open, taken);

  adw_window_title_set_subtitle (self->window_title, n_open > 0 ? open : taken);
}

static char *
dup_side (const char *text)
{
  return g_strdup (text[0] != '\0' ? text : _ ("(blank)"));
}

static guint
count_same (char **a,
            guint n_a,
            char **b,
            guint n_b,
            gboolean from_end)
{
  guint n = 0;

  while (n < n_a && n < n_b && g_str_equal (a[from_end ? n_a - 1 - n : n], b[from_end ? n_b - 1 - n : n]))
    n++;

  return n;
}

static char *
join_middle (char **lines,
             guint n,
             guint first,
             guint last)
{
  g_autoptr (GString) text = g_string_new (first > 0 ? "…\n" : NULL);

  for (guint i = first; i < n - last; i++)
    g_string_append_printf (text, "%s%s", i > first ? "\n" : "", lines[i]);
  if (last > 0)
    g_string_append (text, "\n…");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Of two long texts the paragraphs that differ, with those between them */
static void
shorten (char **ours,
         char **theirs)
{
  g_auto (GStrv) our_lines = g_strsplit (*ours, "\n", -1);
  g_auto (GStrv) their_lines = g_strsplit (*theirs, "\n", -1);
  const guint n = g_strv_length (our_lines);
  const guint m = g_strv_length (their_lines);
  const guint first = count_same (our_lines, n, their_lines, m, FALSE);
  const guint last = count_same (our_lines + first, n - first, their_lines + first, m - first, TRUE);

  if (first + last == 0)
    return;
  g_free (*ours);
  g_free (*theirs);
  *ours = join_middle (our_lines, n, first, last);
  *theirs = join_middle (their_lines, m, first, last);
}

static void
chosen_cb (TrinhMergeItem *item,
           GtkCheckButton *check)
{
  TrinhMergeDialog *self = TRINH_MERGE_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (check), TRINH_TYPE_MERGE_DIALOG));

  if (gtk_check_button_get_active (check))
    trinh_merge_item_set_choice (item, (TrinhMergeChoice) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "choice")));
  if (self != NULL)
    update_state (self);
}

static GtkWidget *
make_text (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* One side of a conflict: whose it is, and what it says */
static GtkWidget *
make_side (TrinhMergeItem *item,
           TrinhMergeChoice choice,
           const char *whose,
           const char *text,
           GtkWidget *group)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *shown = dup_side (text);
  g_autofree char *name = g_strdup_printf ("%s: %s", whose, shown);

  gtk_box_append (GTK_BOX (box), make_text (whose, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_text (shown, NULL));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), trinh_merge_item_get_choice (item) == choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "choice", GINT_TO_POINTER (choice));
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), item, G_CONNECT_SWAPPED);

  return check;
}

static GtkWidget *
make_conflict_row (TrinhMergeItem *item)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *our_text = g_strdup (trinh_merge_item_get_ours (item));
  g_autofree char *their_text = g_strdup (trinh_merge_item_get_theirs (item));
  GtkWidget *ours;
  g_autofree char *title = g_strdup_printf ("%s: %s", trinh_merge_item_get_place (item), trinh_merge_item_get_title (item));
  const char *base = trinh_merge_item_get_base (item);

  gtk_box_append (GTK_BOX (box), make_text (title, NULL));
  shorten (&our_text, &their_text);
  if (base != NULL && trinh_merge_item_get_kind (item) != TRINH_MERGE_SECTION)
    {
      g_autofree char *side = dup_side (base);
      g_autofree char *before = g_strdup_printf (_ ("Before: %s"), side);

      gtk_box_append (GTK_BOX (box), make_text (before, "dim-label"));
    }
  ours = make_side (item, TRINH_MERGE_OURS, _ ("This report"), our_text, NULL);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), ours);
  gtk_box_append (GTK_BOX (sides), make_side (item, TRINH_MERGE_THEIRS, _ ("The copy"), their_text, ours));
  gtk_box_append (GTK_BOX (box), sides);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static gboolean
choice_to_active (GBinding *binding,
                  const GValue *from,
                  GValue *to,
                  gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_enum (from) == TRINH_MERGE_THEIRS);

  return TRUE;
}

static gboolean
active_to_choice (GBinding *binding,
                  const GValue *from,
                  GValue *to,
                  gpointer user_data)
{
  g_value_set_enum (to, g_value_get_boolean (from) ? TRINH_MERGE_THEIRS : TRINH_MERGE_OURS);

  return TRUE;
}

static GtkWidget *
make_change_row (TrinhMergeDialog *self,
                 TrinhMergeItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *ours = dup_side (trinh_merge_item_get_ours (item));
  g_autofree char *theirs = dup_side (trinh_merge_item_get_theirs (item));
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trinh_merge_item_get_title (item));
  shorten (&ours, &theirs);
  subtitle = g_strdup_printf ("%s → %s", ours, theirs);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_bind_property_full (item, "choice", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, choice_to_active, active_to_choice, NULL, NULL);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, trinh_merge_item_get_title (item), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

/* The form's or section's own row, with how many changes it has */
static AdwExpanderRow *
ensure_place (AdwPreferencesGroup *group,
              GHashTable *places,
              const char *place)
{
  GtkWidget *row = g_hash_table_lookup (places, place);

  if (row == NULL)
    {
      row = adw_expander_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
      adw_preferences_group_add (group, row);
      g_hash_table_insert (places, g_strdup (place), row);
    }

  return ADW_EXPANDER_ROW (row);
}

static void
add_change (TrinhMergeDialog *self,
            AdwPreferencesGroup *group,
            GHashTable *places,
            TrinhMergeItem *item)
{
  AdwExpanderRow *place = ensure_place (group, places, trinh_merge_item_get_place (item));
  const guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (place), "n-changes")) + 1;
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  adw_expander_row_set_subtitle (place, subtitle);
  g_object_set_data (G_OBJECT (place), "n-changes", GUINT_TO_POINTER (n));
  if (n <= MAX_ROWS)
    adw_expander_row_add_row (place, make_change_row (self, item));
}

static void
fill (TrinhMergeDialog *self)
{
  g_autoptr (GHashTable) inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) outside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->merge)); i++)
    {
      g_autoptr (TrinhMergeItem) item = g_list_model_get_item (G_LIST_MODEL (self->merge), i);

      if (trinh_merge_item_get_conflict (item))
        adw_preferences_group_add (self->conflicts_group, make_conflict_row (item));
      else if (trinh_merge_item_get_outside (item))
        add_change (self, self->outside_group, outside, item);
      else
        add_change (self, self->changes_group, inside, item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts_group), trinh_merge_count_conflicts (self->merge) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), g_hash_table_size (inside) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->outside_group), g_hash_table_size (outside) > 0);
}

static void
show_part (TrinhMergeDialog *self)
{
  g_autoptr (TrinhReportPart) part = NULL;
  g_autofree char *title = NULL;

  if (trinh_merge_get_part (self->merge) != NULL)
    part = trinh_report_part_find (trinh_work_get_report (self->work), trinh_merge_get_part (self->merge));
  if (part != NULL)
    title = g_strdup_printf (_ ("Part “%s” comes back from %s."), trinh_report_part_get_title (part), trinh_report_part_get_who (part));
  else if (!trinh_merge_get_has_base (self->merge))
    title = g_strdup (_ ("Nobody knows which state both come from: whatever differs has to be decided."));
  if (title != NULL)
    adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, title != NULL);
}

static void
cancel_cb (TrinhMergeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_cb (TrinhMergeDialog *self)
{
  const guint n = count_taken (self);
  g_autofree char *done = g_strdup_printf (ngettext ("%u change was brought in", "%u changes were brought in", n), n);
  g_autoptr (GError) error = NULL;

  if (!trinh_session_apply_merge (self->session, self->work, self->merge, &error))
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
trinh_merge_dialog_dispose (GObject *object)
{
  TrinhMergeDialog *self = TRINH_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_MERGE_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->work);
  g_clear_object (&self->merge);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (trinh_merge_dialog_parent_class)->dispose (object);
}

static void
trinh_merge_dialog_class_init (TrinhMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_merge_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhMergeDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TrinhMergeDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhMergeDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhMergeDialog, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhMergeDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhMergeDialog, outside_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
trinh_merge_dialog_init (TrinhMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhMergeDialog *
trinh_merge_dialog_new (TrinhSession *session,
                        TrinhWork *work,
                        TrinhMerge *merge)
{
  TrinhMergeDialog *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_MERGE (merge), NULL);

  self = g_object_new (TRINH_TYPE_MERGE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->work = g_object_ref (work);
  self->merge = g_object_ref (merge);
  fill (self);
  show_part (self);
  update_state (self);

  return self;
}

void
trinh_merge_dialog_present (TrinhSession *session,
                            TrinhWork *work,
                            TrinhMerge *merge,
                            GtkWidget *parent)
{
  TrinhMergeDialog *self = trinh_merge_dialog_new (session, work, merge);

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self->parent = g_object_ref (parent);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
