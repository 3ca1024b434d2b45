/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"
#include "trinh-reminders.h"

#define CHECK_SECONDS 300
/* More at once are told of in one */
#define MOST_SINGLE 3
#define SUMMARY "reminder-summary"

struct _TrinhReminders
{
  GObject parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhBoard *board; /* made when it is first needed */
  GSettings *settings;
  GHashTable *shown; /* keys of the items that a notification stands for */

  GApplication *application; /* unowned: it owns this */
  guint check_source;
};

G_DEFINE_FINAL_TYPE (TrinhReminders, trinh_reminders, G_TYPE_OBJECT)

static char *
make_id (const char *key)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, key, -1);

  return g_strconcat ("reminder-", hash, NULL);
}

/* Keys told of on this day, as "reminders-told" keeps them behind the day. (transfer full) */
static char **
load_told (TrinhReminders *self,
           guint32 today)
{
  g_autofree char *day = trinh_date_to_string (today);
  g_auto (GStrv) kept = g_settings_get_strv (self->settings, "reminders-told");

  if (kept[0] == NULL || !g_str_equal (kept[0], day))
    return g_new0 (char *, 1);

  return g_strdupv (kept + 1);
}

static void
keep_told (TrinhReminders *self,
           guint32 today,
           char **told,
           GPtrArray *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_take (builder, trinh_date_to_string (today));
  g_strv_builder_addv (builder, (const char **) told);
  for (guint i = 0; i < items->len; i++)
    g_strv_builder_add (builder, trinh_board_item_get_key (items->pdata[i]));
  all = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "reminders-told", (const char *const *) all);
}

static void
show_item (TrinhReminders *self,
           TrinhBoardItem *item)
{
  g_autofree char *text = trinh_reminders_dup_text (item);
  g_autofree char *id = make_id (trinh_board_item_get_key (item));
  g_autofree char *body = g_strjoin (" · ", trinh_board_state_get_name (trinh_board_item_get_state (item)), trinh_office_get_name (trinh_board_item_get_office (item)), NULL);
  g_autoptr (GNotification) notification = g_notification_new (text);

  g_notification_set_body (notification, body);
  if (trinh_board_item_get_due (item) == TRINH_DUE_OVERDUE)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.show-due", "s", trinh_board_item_get_key (item));
  g_application_send_notification (self->application, id, notification);
  g_hash_table_add (self->shown, g_strdup (trinh_board_item_get_key (item)));
}

static void
show_summary (TrinhReminders *self,
              GPtrArray *items)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%u report is due or overdue", "%u reports are due or overdue", items->len), items->len);
  g_autofree char *first = trinh_reminders_dup_text (items->pdata[0]);

  notification = g_notification_new (title);
  g_notification_set_body (notification, first);
  g_notification_set_default_action_and_target (notification, "app.show-due", "s", "");
  g_application_send_notification (self->application, SUMMARY, notification);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (self->shown, g_strdup (trinh_board_item_get_key (items->pdata[i])));
}

/* What is done by now, or no longer to be reminded of */
static void
withdraw_rest (TrinhReminders *self,
               GPtrArray *still)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;
  gboolean some = FALSE;

  for (guint i = 0; i < still->len; i++)
    g_hash_table_add (keys, (gpointer) trinh_board_item_get_key (still->pdata[i]));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (keys, key))
      {
        g_autofree char *id = make_id (key);

        g_application_withdraw_notification (self->application, id);
        g_hash_table_iter_remove (&iter);
        some = TRUE;
      }
  if (some && g_hash_table_size (self->shown) == 0)
    g_application_withdraw_notification (self->application, SUMMARY);
}

static gboolean
check_timeout (gpointer user_data)
{
  trinh_reminders_check (user_data, trinh_date_today ());

  return G_SOURCE_CONTINUE;
}

static void
changed_cb (TrinhReminders *self)
{
  trinh_reminders_check (self, trinh_date_today ());
}

static void
ensure_board (TrinhReminders *self,
              guint32 today)
{
  if (self->board == NULL)
    {
      self->board = trinh_board_new (self->session, today);
      trinh_board_complete (self->board);
    }
  trinh_board_set_today (self->board, today);
}

static void
trinh_reminders_dispose (GObject *object)
{
  TrinhReminders *self = TRINH_REMINDERS (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (trinh_reminders_parent_class)->dispose (object);
}

static void
trinh_reminders_class_init (TrinhRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_reminders_dispose;
}

static void
trinh_reminders_init (TrinhReminders *self)
{
  g_auto (GStrv) kept = NULL;

  self->settings = g_settings_new (APPLICATION_ID);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* The desktop may still show what was told before the program was started. */
  kept = g_settings_get_strv (self->settings, "reminders-told");
  for (guint i = 1; kept[0] != NULL && kept[i] != NULL; i++)
    g_hash_table_add (self->shown, g_strdup (kept[i]));
}

TrinhReminders *
trinh_reminders_new (GApplication *application,
                     TrinhSession *session)
{
  TrinhReminders *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_REMINDERS, NULL);
  self->application = application;
  g_set_object (&self->session, session);

  return self;
}

void
trinh_reminders_check (TrinhReminders *self,
                       guint32 today)
{
  guint days;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_auto (GStrv) told = NULL;

  g_return_if_fail (TRINH_IS_REMINDERS (self));

  days = g_settings_get_uint (self->settings, "reminder-days");
  if (days == 0 && g_hash_table_size (self->shown) == 0)
    return;
  ensure_board (self, today);
  told = load_told (self, today);
  all = trinh_board_list_reminders (self->board, today, days, NULL);
  items = trinh_board_list_reminders (self->board, today, days, (const char *const *) told);
  withdraw_rest (self, all);
  if (items->len == 0)
    return;
  if (items->len > MOST_SINGLE)
    show_summary (self, items);
  else
    for (guint i = 0; i < items->len; i++)
      show_item (self, items->pdata[i]);
  keep_told (self, today, told, items);
}

void
trinh_reminders_start (TrinhReminders *self)
{
  g_return_if_fail (TRINH_IS_REMINDERS (self));

  if (self->check_source != 0)
    return;
  self->check_source = g_timeout_add_seconds (CHECK_SECONDS, check_timeout, self);
  ensure_board (self, trinh_date_today ());
  g_signal_connect_object (self->board, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::reminder-days", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

char *
trinh_reminders_dup_text (TrinhBoardItem *item)
{
  g_autofree char *period = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (item), NULL);

  period = trinh_period_get_title (trinh_board_item_get_period (item));
  words = trinh_due_dup_words (item);

  /* Translators: a period in Vietnamese, and how long there is left: "Due tomorrow" */
  return g_strdup_printf (_ ("Report for %s: %s"), period, words);
}
