/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-thread-list.h"
#include "trinh-thread-row.h"

/* From so many on one looks for words. */
#define MANY 8

struct _TrinhThreadList
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhWork *work;
  GSignalGroup *report_signals;
  GHashTable *rows; /* id of a thread to its row, borrowed from the list */
  char *cell;       /* (nullable) */
  char *section;    /* (nullable) */

  /* Template References */
  GtkWidget *bar;
  AdwToggleGroup *filters;
  AdwToggle *open_toggle;
  AdwToggle *all_toggle;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *nothing;

  guint n_threads;
  guint n_open;
  gboolean placed; /* of one place only */
};

G_DEFINE_FINAL_TYPE (TrinhThreadList, trinh_thread_list, ADW_TYPE_BIN)

static gboolean
is_settled (GtkListBoxRow *row)
{
  return trinh_remark_thread_get_settled (trinh_thread_row_get_thread (TRINH_THREAD_ROW (row)));
}

static guint
get_order (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "order"));
}

static int
compare_rows (GtkListBoxRow *one,
              GtkListBoxRow *other,
              gpointer user_data)
{
  if (is_settled (one) != is_settled (other))
    return is_settled (one) ? 1 : -1;

  return get_order (one) < get_order (other) ? -1 : get_order (one) > get_order (other);
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer user_data)
{
  TrinhThreadList *self = user_data;
  const gboolean all = self->placed || g_strcmp0 (adw_toggle_group_get_active_name (self->filters), "all") == 0;

  return (all || !is_settled (row)) && trinh_thread_row_matches (TRINH_THREAD_ROW (row), gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
update_stack (TrinhThreadList *self)
{
  const gboolean none = self->n_threads == 0;
  const gboolean searching = gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0';

  if (none)
    adw_status_page_set_title (self->nothing, _ ("No remarks yet"));
  else
    adw_status_page_set_title (self->nothing, searching ? _ ("No such remark") : _ ("All remarks are settled"));
  if (none)
    adw_status_page_set_description (self->nothing, _ ("A remark is made on a value (Ctrl+M in its cell), on words chosen in a text, or on the whole report."));
  else
    adw_status_page_set_description (self->nothing, searching ? _ ("Try another word, or fewer letters. Marks over letters do not matter.") : _ ("Choose “All” to read them."));
  gtk_stack_set_visible_child_name (self->stack, trinh_thread_list_get_n_shown (self) > 0 ? "list" : "nothing");
}

static void
filter_changed_cb (TrinhThreadList *self)
{
  gtk_list_box_invalidate_filter (self->list);
  update_stack (self);
}

static void
search_stopped_cb (TrinhThreadList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  filter_changed_cb (self);
}

static void
update_bar (TrinhThreadList *self)
{
  g_autofree char *open = g_strdup_printf (_ ("Open (%u)"), self->n_open);
  g_autofree char *all = g_strdup_printf (_ ("All (%u)"), self->n_threads);

  adw_toggle_set_label (self->open_toggle, open);
  adw_toggle_set_label (self->all_toggle, all);
  gtk_widget_set_visible (self->bar, !self->placed && self->n_threads > 0);
  if (!self->placed && self->n_threads >= MANY)
    gtk_search_bar_set_search_mode (self->search_bar, TRUE);
}

static GtkWidget *
add_row (TrinhThreadList *self,
         TrinhRemarkThread *thread)
{
  GtkWidget *row = trinh_thread_row_new (self->work, thread);

  if (self->placed)
    trinh_thread_row_hide_place (TRINH_THREAD_ROW (row));
  g_hash_table_insert (self->rows, g_strdup (trinh_remark_thread_get_id (thread)), row);
  gtk_list_box_append (self->list, row);

  return row;
}

/* An undo takes a thread away, a merge brings some. */
static void
drop_others (TrinhThreadList *self,
             GHashTable *kept)
{
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!g_hash_table_contains (kept, id))
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
fill (TrinhThreadList *self,
      GPtrArray *threads)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  self->n_threads = threads->len;
  self->n_open = 0;
  for (guint i = 0; i < threads->len; i++)
    {
      const char *id = trinh_remark_thread_get_id (threads->pdata[i]);
      GtkWidget *row = g_hash_table_lookup (self->rows, id);

      if (row != NULL)
        trinh_thread_row_set_thread (TRINH_THREAD_ROW (row), threads->pdata[i]);
      else
        row = add_row (self, threads->pdata[i]);
      g_object_set_data (G_OBJECT (row), "order", GUINT_TO_POINTER (i));
      g_hash_table_add (kept, (gpointer) id);
      self->n_open += !trinh_remark_thread_get_settled (threads->pdata[i]);
    }
  drop_others (self, kept);
}

static GPtrArray *
list_threads (TrinhThreadList *self)
{
  TrinhReport *report = self->work != NULL ? trinh_work_get_report (self->work) : NULL;

  if (report == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  if (self->placed)
    return trinh_remarks_list_at (report, self->cell, self->section);

  return trinh_remarks_list_threads (report);
}

/* A settled thread may leave the list with the keyboard in it. */
static void
keep_keyboard (TrinhThreadList *self,
               gboolean had)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (had && (row == NULL || !gtk_widget_get_child_visible (row)) && !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->filters), GTK_DIR_TAB_FORWARD);
}

static void
update (TrinhThreadList *self)
{
  const gboolean had = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autoptr (GPtrArray) threads = list_threads (self);

  fill (self, threads);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  update_bar (self);
  update_stack (self);
  keep_keyboard (self, had);
}

static void
trinh_thread_list_dispose (GObject *object)
{
  TrinhThreadList *self = TRINH_THREAD_LIST (object);

  g_clear_object (&self->report_signals);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_THREAD_LIST);
  g_clear_object (&self->work);
  g_clear_pointer (&self->cell, g_free);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (trinh_thread_list_parent_class)->dispose (object);
}

static void
trinh_thread_list_class_init (TrinhThreadListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_thread_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-thread-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, filters);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, open_toggle);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, all_toggle);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, list);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
trinh_thread_list_init (TrinhThreadList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::comments", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::state", G_CALLBACK (update), self);
}

GtkWidget *
trinh_thread_list_new (TrinhWork *work)
{
  TrinhThreadList *self;

  g_return_val_if_fail (work == NULL || TRINH_IS_WORK (work), NULL);

  self = g_object_new (TRINH_TYPE_THREAD_LIST, NULL);
  trinh_thread_list_set_work (self, work);

  return GTK_WIDGET (self);
}

void
trinh_thread_list_set_work (TrinhThreadList *self,
                            TrinhWork *work)
{
  g_return_if_fail (TRINH_IS_THREAD_LIST (self));
  g_return_if_fail (work == NULL || TRINH_IS_WORK (work));

  gtk_list_box_remove_all (self->list);
  g_hash_table_remove_all (self->rows);
  g_set_object (&self->work, work);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  update (self);
}

void
trinh_thread_list_set_place (TrinhThreadList *self,
                             const char *cell,
                             const char *section)
{
  g_return_if_fail (TRINH_IS_THREAD_LIST (self));

  self->placed = TRUE;
  g_set_str (&self->cell, cell);
  g_set_str (&self->section, section);
  gtk_list_box_remove_all (self->list);
  g_hash_table_remove_all (self->rows);
  update (self);
}

guint
trinh_thread_list_get_n_shown (TrinhThreadList *self)
{
  guint n = 0;
  GtkListBoxRow *row;

  g_return_val_if_fail (TRINH_IS_THREAD_LIST (self), 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    n += is_shown (row, self);

  return n;
}

gboolean
trinh_thread_list_reveal (TrinhThreadList *self,
                          const char *thread)
{
  GtkWidget *row;

  g_return_val_if_fail (TRINH_IS_THREAD_LIST (self), FALSE);
  g_return_val_if_fail (thread != NULL, FALSE);

  row = g_hash_table_lookup (self->rows, thread);
  if (row == NULL)
    return FALSE;
  if (!is_shown (GTK_LIST_BOX_ROW (row), self))
    {
      search_stopped_cb (self);
      adw_toggle_group_set_active_name (self->filters, "all");
    }

  return gtk_widget_grab_focus (row);
}

void
trinh_thread_list_start_search (TrinhThreadList *self)
{
  g_return_if_fail (TRINH_IS_THREAD_LIST (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
