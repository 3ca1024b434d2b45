/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-board.h"
#include "trinh-due.h"
#include "trinh-entry-row.h"
#include "trinh-start-actions.h"
#include "trinh-start-choice.h"
#include "trinh-start-page.h"
#include "trinh-start-status.h"
#include "trinh-window.h"

/* As many rows as a tall window shows; a GtkListView makes 200 at once otherwise. */
#define FIRST_ROWS 12
/* Frames that are drawn before the rest of the rows is made */
#define FIRST_FRAMES 2
#define DAY_CHECK_SECONDS 300

struct _TrinhStartPage
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhBoard *board; /* NULL where the store cannot be opened */
  GtkFilterListModel *found;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;
  GPtrArray *rows; /* of TrinhEntryRow, unowned */

  /* Template References */
  AdwWindowTitle *title;
  GtkToggleButton *search_button;
  AdwBin *search_place;
  GtkBox *choices;
  AdwToggleGroup *groups;
  GtkStack *stack;
  GtkListView *list;
  GtkMenuButton *menu_button;
  GMenuModel *start_menu;

  /* Unowned References, NULL until the first frames are drawn */
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  TrinhStartChoice *choice;

  guint day_source;
  guint frames_left;
};

G_DEFINE_FINAL_TYPE (TrinhStartPage, trinh_start_page, ADW_TYPE_BIN)

static gboolean
is_in_group (TrinhStartPage *self,
             TrinhBoardItem *item)
{
  const char *name = adw_toggle_group_get_active_name (self->groups);
  const gboolean done = trinh_board_item_get_due (item) == TRINH_DUE_DONE;

  if (g_strcmp0 (name, "open") == 0)
    return !done;
  if (g_strcmp0 (name, "done") == 0)
    return done;

  return TRUE;
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  TrinhStartPage *self = user_data;

  return is_in_group (self, item) &&
         (self->search_entry == NULL || trinh_due_matches (item, gtk_editable_get_text (self->search_entry)));
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer user_data)
{
  return trinh_board_item_compare ((gpointer) a, (gpointer) b);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  return (int) trinh_board_item_get_due ((gpointer) a) - (int) trinh_board_item_get_due ((gpointer) b);
}

static guint
count_items (TrinhStartPage *self)
{
  return self->board != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->board)) : 0;
}

static void
update_title (TrinhStartPage *self)
{
  guint counts[4] = { 0 };
  guint n_open;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < count_items (self); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->board), i);

      counts[trinh_board_item_get_due (item)]++;
    }

  n_open = counts[TRINH_DUE_SOON] + counts[TRINH_DUE_LATER];
  if (counts[TRINH_DUE_OVERDUE] > 0)
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("%u overdue", "%u overdue", counts[TRINH_DUE_OVERDUE]), counts[TRINH_DUE_OVERDUE]));
  if (n_open > 0)
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("%u to do", "%u to do", n_open), n_open));
  parts = g_strv_builder_end (builder);
  text = g_strjoinv (", ", parts);
  adw_window_title_set_subtitle (self->title, text);
}

/* Pages other than the list are made when they are first wanted. */
static void
show_page (TrinhStartPage *self,
           const char *name,
           GtkWidget *(*create) (void) )
{
  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, create (), name);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Nothing at all yet; a year without reports is another thing. */
static gboolean
is_empty (TrinhStartPage *self)
{
  TrinhStore *store = trinh_session_get_store (self->session, NULL);

  return count_items (self) == 0 && (store == NULL || g_list_model_get_n_items (trinh_store_get_entries (store)) == 0);
}

static void
update_stack (TrinhStartPage *self)
{
  const gboolean some = self->board != NULL && !is_empty (self);

  gtk_widget_set_visible (GTK_WIDGET (self->choices), some);
  if (self->board == NULL)
    return;
  if (!some)
    show_page (self, "empty", trinh_start_status_new_empty);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    show_page (self, "nothing", trinh_start_status_new_nothing);
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
show_failure (TrinhStartPage *self,
              const char *message)
{
  GtkWidget *before = gtk_stack_get_child_by_name (self->stack, "failed");

  if (before != NULL)
    gtk_stack_remove (self->stack, before);
  gtk_stack_add_named (self->stack, trinh_start_status_new_failed (message), "failed");
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
board_changed_cb (TrinhStartPage *self)
{
  update_title (self);
  update_stack (self);
  if (self->choice != NULL)
    trinh_start_choice_update (self->choice);
}

/* When its rows change, the list keeps its first row where it was, and the heading above it out of sight. */
static gboolean
show_first_heading (GtkWidget *widget,
                    GdkFrameClock *clock,
                    gpointer user_data)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);

  return G_SOURCE_REMOVE;
}

static void
go_to_top (TrinhStartPage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_first_heading, NULL, NULL);
}

/* A search goes through all years. */
static void
choose_year (TrinhStartPage *self)
{
  const gboolean searching = self->search_entry != NULL && *gtk_editable_get_text (self->search_entry) != '\0';
  guint year = trinh_start_choice_get_year (self->choice, self->board);

  if (self->board != NULL)
    trinh_board_set_year (self->board, searching ? 0 : year);
}

static void
filter_changed_cb (TrinhStartPage *self)
{
  choose_year (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
  go_to_top (self);
}

static void
search_mode_changed_cb (TrinhStartPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (self->search_entry, "");
}

static GtkWidget *
create_search_entry (TrinhStartPage *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Period, office or subject"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the reports"), -1);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

/* Not before the first frames: most starts search for nothing. */
static void
ensure_search (TrinhStartPage *self)
{
  GtkWidget *bar, *entry, *clamp;

  if (self->search_bar != NULL)
    return;

  bar = gtk_search_bar_new ();
  entry = create_search_entry (self);
  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 480, "child", entry, NULL);
  self->search_bar = GTK_SEARCH_BAR (bar);
  self->search_entry = GTK_EDITABLE (entry);
  gtk_search_bar_set_child (self->search_bar, clamp);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  adw_bin_set_child (self->search_place, bar);
  g_object_bind_property (bar, "search-mode-enabled", self->search_button, "active", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
search_toggled_cb (TrinhStartPage *self)
{
  const gboolean active = gtk_toggle_button_get_active (self->search_button);

  if (!active && self->search_bar == NULL)
    return;
  ensure_search (self);
  gtk_search_bar_set_search_mode (self->search_bar, active);
}

static void
show_all_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  adw_toggle_group_set_active_name (self->groups, "all");
  if (self->choice != NULL)
    trinh_start_choice_show_all (self->choice);
  gtk_toggle_button_set_active (self->search_button, FALSE);
}

static void
setup_cb (TrinhStartPage *self,
          GtkListItem *list_item)
{
  GtkWidget *row = trinh_entry_row_new ();

  g_ptr_array_add (self->rows, row);
  if (self->choice != NULL)
    trinh_entry_row_add_menu (TRINH_ENTRY_ROW (row));
  gtk_list_item_set_child (list_item, row);
}

static void
teardown_cb (TrinhStartPage *self,
             GtkListItem *list_item)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (list_item));
}

static void
bind_cb (TrinhStartPage *self,
         GtkListItem *list_item)
{
  TrinhBoardItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *name = trinh_entry_row_dup_name (item);

  trinh_entry_row_set_item (TRINH_ENTRY_ROW (gtk_list_item_get_child (list_item)), item, trinh_board_get_complete (self->board));
  gtk_list_item_set_accessible_label (list_item, name);
}

static void
setup_header_cb (TrinhStartPage *self,
                 GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (TrinhStartPage *self,
                GtkListHeader *header)
{
  const TrinhDue due = trinh_board_item_get_due (gtk_list_header_get_item (header));
  GtkWidget *label = gtk_list_header_get_child (header);

  gtk_label_set_label (GTK_LABEL (label), trinh_due_get_name (due));
  gtk_widget_remove_css_class (label, "error");
  if (due == TRINH_DUE_OVERDUE)
    gtk_widget_add_css_class (label, "error");
}

static void
activated_cb (TrinhStartPage *self,
              guint position)
{
  g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    trinh_start_open_item (GTK_WIDGET (self), item);
}

/* The item that a row's menu speaks of; (transfer full) (nullable) */
static TrinhBoardItem *
find_item (TrinhStartPage *self,
           GVariant *key)
{
  for (guint i = 0; i < count_items (self); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->board), i);

      if (g_str_equal (trinh_board_item_get_key (item), g_variant_get_string (key, NULL)))
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
item_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);
  g_autoptr (TrinhBoardItem) item = find_item (self, parameter);

  if (item == NULL)
    return;
  if (g_str_equal (name, "start.open-item"))
    trinh_start_open_item (widget, item);
  else if (g_str_equal (name, "start.set-days"))
    trinh_start_set_days (widget, self->session, item);
  else if (g_str_equal (name, "start.not-required"))
    trinh_start_ask_not_required (widget, self->session, item);
  else
    trinh_start_set_reason (widget, self->session, item, NULL);
}

static void
set_board (TrinhStartPage *self,
           TrinhBoard *board)
{
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, board_changed_cb, self);
  g_set_object (&self->board, board);
  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (board));
  /* After the list's own handlers, so that what is found is up to date. */
  if (board != NULL)
    g_signal_connect_object (board, "items-changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  board_changed_cb (self);
}

static void
choice_changed_cb (TrinhStartPage *self)
{
  if (self->board == NULL)
    return;
  trinh_board_set_office (self->board, trinh_start_choice_get_office (self->choice));
  choose_year (self);
  update_stack (self);
  go_to_top (self);
}

/* The regimes are read, and the rest of the page is made: what none of the first frames waits for. */
static void
ensure_rest (TrinhStartPage *self)
{
  if (self->choice != NULL || self->board == NULL)
    return;
  trinh_board_complete (self->board);
  self->choice = TRINH_START_CHOICE (trinh_start_choice_new (self->board));
  gtk_box_append (self->choices, GTK_WIDGET (self->choice));
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->rows->len; i++)
    trinh_entry_row_add_menu (self->rows->pdata[i]);
}

static void
load (TrinhStartPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhBoard) board = NULL;

  if (trinh_session_get_store (self->session, &error) != NULL)
    {
      board = trinh_board_new (self->session, trinh_date_today ());
      trinh_board_set_year (board, trinh_start_choice_get_year (self->choice, board));
    }
  set_board (self, board);
  if (board == NULL)
    show_failure (self, error->message);
  else if (gtk_slice_list_model_get_size (self->shown) > FIRST_ROWS)
    ensure_rest (self);
}

static void
try_again_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  load (TRINH_START_PAGE (widget));
}

/* The menu's popover is made when it is first opened. */
static void
create_menu (GtkMenuButton *button,
             gpointer user_data)
{
  TrinhStartPage *self = user_data;

  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, self->start_menu);
}

static void
search_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  ensure_search (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* What is due changes with the day, also in a window that stays open. */
static gboolean
check_day (gpointer user_data)
{
  TrinhStartPage *self = user_data;

  if (self->board != NULL)
    trinh_board_set_today (self->board, trinh_date_today ());

  return G_SOURCE_CONTINUE;
}

static gboolean
show_rest (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  if (self->frames_left > 0)
    {
      self->frames_left--;
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  ensure_search (self);
  ensure_rest (self);
  /* Keys go to the page from the start, unless a dialog has them already. */
  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    gtk_widget_grab_focus (widget);
  go_to_top (self);

  return G_SOURCE_REMOVE;
}

static void
mapped_cb (TrinhStartPage *self)
{
  check_day (self);
  if (self->board != NULL && trinh_board_get_complete (self->board))
    trinh_board_update (self->board);
  if (self->day_source == 0)
    self->day_source = g_timeout_add_seconds (DAY_CHECK_SECONDS, check_day, self);
  if (gtk_slice_list_model_get_size (self->shown) == FIRST_ROWS)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_rest, NULL, NULL);
}

static void
unmapped_cb (TrinhStartPage *self)
{
  g_clear_handle_id (&self->day_source, g_source_remove);
}

static gboolean
trinh_start_page_grab_focus (GtkWidget *widget)
{
  TrinhStartPage *self = TRINH_START_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
trinh_start_page_dispose (GObject *object)
{
  TrinhStartPage *self = TRINH_START_PAGE (object);

  g_clear_handle_id (&self->day_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_START_PAGE);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_object (&self->found);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_start_page_parent_class)->dispose (object);
}

static void
trinh_start_page_class_init (TrinhStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_start_page_dispose;
  widget_class->grab_focus = trinh_start_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, search_place);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, choices);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, groups);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, start_menu);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "start.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "start.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "start.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "start.open-item", "s", item_action);
  gtk_widget_class_install_action (widget_class, "start.set-days", "s", item_action);
  gtk_widget_class_install_action (widget_class, "start.not-required", "s", item_action);
  gtk_widget_class_install_action (widget_class, "start.require", "s", item_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "start.search", NULL);
}

static void
trinh_start_page_init (TrinhStartPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GtkSorter) group_sorter = NULL;

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  self->frames_left = FIRST_FRAMES;
  self->found = gtk_filter_list_model_new (NULL, GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL)));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)),
                                          GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL)));
  group_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_groups, self, NULL));
  gtk_sort_list_model_set_section_sorter (self->sorted, group_sorter);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, FIRST_ROWS);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_list_view_set_model (self->list, selection);
}

void
trinh_start_page_set_session (TrinhStartPage *self,
                              TrinhSession *session)
{
  g_return_if_fail (TRINH_IS_START_PAGE (self));
  g_return_if_fail (TRINH_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    load (self);
}
