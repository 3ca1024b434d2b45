/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"
#include "trinh-people.h"
#include "trinh-person-button.h"
#include "trinh-start-actions.h"
#include "trinh-start-page-private.h"
#include "trinh-start-status.h"

/* Frames that are drawn before the rest of the rows is made */
#define FIRST_FRAMES 2
#define DAY_CHECK_SECONDS 300

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
update_strip (TrinhStartPage *self)
{
  if (self->strip != NULL && self->board != NULL)
    trinh_year_strip_show (self->strip, G_LIST_MODEL (self->board), trinh_start_choice_get_office (self->choice), trinh_start_choice_get_year (self->choice, self->board));
}

static void
board_changed_cb (TrinhStartPage *self)
{
  update_title (self);
  update_stack (self);
  if (self->choice != NULL)
    trinh_start_choice_update (self->choice);
  update_strip (self);
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
  trinh_start_page_update_filter (self);
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
  update_strip (self);
  trinh_start_page_go_to_top (self);
}

/* An office of one is not asked who it is. */
static void
people_changed_cb (TrinhStartPage *self)
{
  g_autoptr (GPtrArray) people = trinh_session_list_people (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->person_place), people->len > 0);
}

static void
add_person (TrinhStartPage *self)
{
  TrinhStore *store = trinh_session_get_store (self->session, NULL);
  GtkWidget *button = g_object_new (TRINH_TYPE_PERSON_BUTTON, "halign", GTK_ALIGN_START, NULL);

  trinh_person_button_set_store (TRINH_PERSON_BUTTON (button), store);
  adw_bin_set_child (self->person_place, button);
  if (store != NULL)
    g_signal_connect_object (store, "setting-changed::people", G_CALLBACK (people_changed_cb), self, G_CONNECT_SWAPPED);
  people_changed_cb (self);
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
  self->strip = TRINH_YEAR_STRIP (trinh_year_strip_new ());
  adw_bin_set_child (self->strip_place, GTK_WIDGET (self->strip));
  g_signal_connect_object (self->strip, "picked", G_CALLBACK (trinh_start_page_go_to_item), self, G_CONNECT_SWAPPED);
  update_strip (self);
  add_person (self);
  trinh_start_page_add_menus (self);
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
  else if (trinh_start_page_has_all_rows (self))
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
  trinh_start_page_show_all_rows (self);
  trinh_start_page_ensure_search (self);
  ensure_rest (self);
  /* Keys go to the page from the start, unless a dialog has them already. */
  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    gtk_widget_grab_focus (widget);
  trinh_start_page_go_to_top (self);

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
  if (!trinh_start_page_has_all_rows (self))
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
  g_clear_pointer (&self->wanted, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, choices);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, strip_place);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, person_place);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, groups);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhStartPage, start_menu);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);

  gtk_widget_class_install_action (widget_class, "start.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "start.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "start.open-item", "s", item_action);
  gtk_widget_class_install_action (widget_class, "start.set-days", "s", item_action);
  gtk_widget_class_install_action (widget_class, "start.not-required", "s", item_action);
  gtk_widget_class_install_action (widget_class, "start.require", "s", item_action);
  trinh_start_page_bind_problems (widget_class);
  trinh_start_page_bind_rows (widget_class);
  trinh_start_page_bind_search (widget_class);
}

static void
trinh_start_page_init (TrinhStartPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  self->frames_left = FIRST_FRAMES;
  trinh_start_page_make_rows (self, GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL)));
}

void
trinh_start_page_set_session (TrinhStartPage *self,
                              TrinhSession *session)
{
  g_return_if_fail (TRINH_IS_START_PAGE (self));
  g_return_if_fail (TRINH_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_connect_object (session, "problems-changed", G_CALLBACK (trinh_start_page_update_problems), self, G_CONNECT_SWAPPED);
  trinh_start_page_update_problems (self);
  load (self);
}

void
trinh_start_page_update_filter (TrinhStartPage *self)
{
  choose_year (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
  trinh_start_page_go_to_top (self);
}
