/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"
#include "trinh-entry-row.h"

struct _TrinhEntryRow
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhBoardItem *item;

  /* Template References */
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *due;

  /* Unowned References, NULL until the first frames are drawn */
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (TrinhEntryRow, trinh_entry_row, ADW_TYPE_BIN)

/* "Tháng 3 năm 2022": that it is a report, the page says. */
static char *
dup_title (TrinhBoardItem *item)
{
  g_autofree char *period = trinh_period_get_title (trinh_board_item_get_period (item));

  return trinh_language_capitalize (period);
}

static char *
dup_deadline (TrinhBoardItem *item)
{
  const guint32 deadline = trinh_board_item_get_deadline (item);
  g_autofree char *date = deadline != 0 ? trinh_date_format (deadline) : NULL;

  if (date == NULL)
    return NULL;
  if (trinh_board_item_get_moved (item))
    /* Translators: %s is the date by which the report must be there, another one than in the calendar */
    return g_strdup_printf (_ ("due %s (another day was given)"), date);

  /* Translators: %s is the date by which the report must be there */
  return g_strdup_printf (_ ("due %s"), date);
}

/* What was sent and waits for the real figures */
static char *
dup_estimates (TrinhBoardItem *item)
{
  const guint n = trinh_board_item_get_n_estimates (item);

  return n > 0 ? g_strdup_printf (ngettext ("%u estimate to confirm", "%u estimates to confirm", n), n) : NULL;
}

static void
add_part (GStrvBuilder *builder,
          char *part)
{
  if (part != NULL)
    g_strv_builder_take (builder, part);
}

/* What matters most stands first: the end is cut off where it is narrow. */
static char *
dup_details (TrinhBoardItem *item,
             gboolean with_regime)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  add_part (builder, dup_estimates (item));
  /* Of what is done, the words at the end of the row say it. */
  if (trinh_board_item_get_due (item) != TRINH_DUE_DONE)
    g_strv_builder_add (builder, trinh_board_state_get_name (trinh_board_item_get_state (item)));
  if (trinh_board_item_get_correcting (item))
    g_strv_builder_add (builder, _ ("a correction is being written"));
  add_part (builder, dup_deadline (item));
  if (*trinh_board_item_get_reason (item) != '\0' && trinh_board_item_get_state (item) == TRINH_BOARD_NOT_REQUIRED)
    g_strv_builder_add (builder, trinh_board_item_get_reason (item));
  g_strv_builder_add (builder, trinh_office_get_name (trinh_board_item_get_office (item)));
  if (with_regime)
    g_strv_builder_add (builder, trinh_board_item_get_regime_title (item));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/* In red, and with a sign before it for those who do not see red */
static void
set_due (TrinhEntryRow *self)
{
  g_autofree char *words = trinh_due_dup_words (self->item);
  g_autofree char *marked = g_strconcat ("● ", words, NULL);
  const gboolean overdue = trinh_board_item_get_due (self->item) == TRINH_DUE_OVERDUE;

  gtk_label_set_label (self->due, overdue ? marked : words);
  if (overdue)
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "error");
}

static void
set_tooltip (TrinhEntryRow *self)
{
  TrinhStoreEntry *entry = trinh_board_item_get_entry (self->item);
  const char *note = trinh_board_item_get_note (self->item);
  g_autofree char *text = g_strjoin ("\n", entry != NULL ? trinh_store_entry_get_subject (entry) : trinh_board_item_get_regime_title (self->item), *note != '\0' ? note : NULL, NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
append_action (GMenu *menu,
               const char *label,
               const char *action,
               TrinhBoardItem *item)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, action, "s", trinh_board_item_get_key (item));
  g_menu_append_item (menu, entry);
}

/* Made when it is opened: most rows' menus never are. */
static void
create_popup (GtkMenuButton *button,
              gpointer user_data)
{
  TrinhEntryRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  if (trinh_board_item_get_entry (self->item) == NULL)
    append_action (menu, _ ("Begin the report"), "start.open-item", self->item);
  else
    append_action (menu, _ ("Open the report"), "start.open-item", self->item);
  append_action (menu, _ ("Cut-off and deadline…"), "start.set-days", self->item);
  if (trinh_board_item_get_state (self->item) == TRINH_BOARD_NOT_REQUIRED)
    append_action (menu, _ ("It is required after all"), "start.require", self->item);
  else if (trinh_board_item_get_due (self->item) != TRINH_DUE_DONE)
    append_action (menu, _ ("Not required…"), "start.not-required", self->item);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
trinh_entry_row_dispose (GObject *object)
{
  TrinhEntryRow *self = TRINH_ENTRY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_ENTRY_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (trinh_entry_row_parent_class)->dispose (object);
}

static void
trinh_entry_row_class_init (TrinhEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_entry_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhEntryRow, details);
  gtk_widget_class_bind_template_child (widget_class, TrinhEntryRow, due);
}

static void
trinh_entry_row_init (TrinhEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_entry_row_new (void)
{
  return g_object_new (TRINH_TYPE_ENTRY_ROW, NULL);
}

void
trinh_entry_row_set_item (TrinhEntryRow *self,
                          TrinhBoardItem *item,
                          gboolean with_regime)
{
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;

  g_return_if_fail (TRINH_IS_ENTRY_ROW (self));
  g_return_if_fail (item == NULL || TRINH_IS_BOARD_ITEM (item));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  title = dup_title (item);
  details = dup_details (item, with_regime);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->details, details);
  set_tooltip (self);
  set_due (self);
}

void
trinh_entry_row_add_menu (TrinhEntryRow *self)
{
  g_return_if_fail (TRINH_IS_ENTRY_ROW (self));

  if (self->menu_button != NULL)
    return;
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_popup, self, NULL);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("More about this report"));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_grid_attach (GTK_GRID (adw_bin_get_child (ADW_BIN (self))), self->menu_button, 2, 0, 1, 2);
}

char *
trinh_entry_row_dup_name (TrinhBoardItem *item)
{
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (item), NULL);

  period = trinh_period_get_title (trinh_board_item_get_period (item));
  /* Translators: %s is a period in Vietnamese, such as "6 tháng đầu năm 2022" */
  title = g_strdup_printf (_ ("Report for %s"), period);
  words = trinh_due_dup_words (item);

  return g_strjoin (", ", title, trinh_office_get_name (trinh_board_item_get_office (item)), trinh_board_state_get_name (trinh_board_item_get_state (item)), words, NULL);
}
