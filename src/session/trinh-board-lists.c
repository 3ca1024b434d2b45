/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What is asked of the board besides being a list. */

#include "config.h"

#include "trinh-board-private.h"
#include "trinh-board-settings.h"

static int
compare_offices (gconstpointer a,
                 gconstpointer b)
{
  return trinh_language_compare (trinh_office_get_name (*(gpointer const *) a), trinh_office_get_name (*(gpointer const *) b));
}

GPtrArray *
trinh_board_list_offices (TrinhBoard *self)
{
  TrinhBoardWish wish;
  GPtrArray *offices;

  g_return_val_if_fail (TRINH_IS_BOARD (self), NULL);

  wish = _trinh_board_get_wish (self);
  offices = _trinh_board_gather_offices (&wish);
  g_ptr_array_sort (offices, compare_offices);

  return offices;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return (int) *(const guint *) b - (int) *(const guint *) a;
}

static void
add_year (GArray *years,
          guint year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, guint, i) == year)
      return;
  g_array_append_val (years, year);
}

static void
add_years_from (GArray *years,
                TrinhBoardSettings *settings,
                TrinhOffice *office,
                guint last)
{
  g_auto (GStrv) ids = trinh_board_settings_list_regimes (settings, office);

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint year = _trinh_board_get_year (trinh_board_settings_get_from (settings, office, ids[i])); year <= last; year++)
      add_year (years, year);
}

GArray *
trinh_board_list_years (TrinhBoard *self)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;
  TrinhBoardWish wish;
  GListModel *entries;
  GArray *years;
  guint this_year;

  g_return_val_if_fail (TRINH_IS_BOARD (self), NULL);

  wish = _trinh_board_get_wish (self);
  years = g_array_new (FALSE, FALSE, sizeof (guint));
  this_year = _trinh_board_get_year (wish.today);
  settings = trinh_board_settings_load (trinh_session_get_store (wish.session, NULL));
  entries = _trinh_board_get_entries (wish.session);
  add_year (years, this_year);
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      add_year (years, trinh_store_entry_get_period (entry).year);
    }
  for (guint i = 0; i < trinh_board_settings_get_n_offices (settings); i++)
    {
      g_autoptr (TrinhOffice) office = trinh_board_settings_dup_office (settings, i);

      add_years_from (years, settings, office, this_year);
    }
  g_array_sort (years, compare_years);

  return years;
}

TrinhBoardItem *
trinh_board_find (TrinhBoard *self,
                  TrinhOffice *office,
                  const char *regime,
                  TrinhPeriod period)
{
  g_return_val_if_fail (TRINH_IS_BOARD (self), NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (regime != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (trinh_board_item_get_regime (item), regime) && trinh_period_equal (trinh_board_item_get_period (item), period) &&
          trinh_office_is_same (trinh_board_item_get_office (item), office))
        return g_steal_pointer (&item);
    }

  return NULL;
}

static gboolean
is_due_to_remind (TrinhBoardItem *item,
                  guint32 today,
                  guint days)
{
  const guint32 deadline = trinh_board_item_get_deadline (item);

  return trinh_board_item_get_mine (item) && trinh_board_item_get_due (item) != TRINH_DUE_DONE && deadline != 0 && deadline <= today + days;
}

GPtrArray *
trinh_board_list_reminders (TrinhBoard *self,
                            guint32 today,
                            guint days,
                            const char *const *already_told)
{
  GPtrArray *reminders;

  g_return_val_if_fail (TRINH_IS_BOARD (self), NULL);

  reminders = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; days > 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (is_due_to_remind (item, today, days) && (already_told == NULL || !g_strv_contains (already_told, trinh_board_item_get_key (item))))
        g_ptr_array_add (reminders, g_steal_pointer (&item));
    }

  return reminders;
}

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_date (JsonBuilder *builder,
          const char *name,
          guint32 julian)
{
  g_autofree char *date = trinh_date_to_string (julian);

  add_string (builder, name, date);
}

static void
add_number (JsonBuilder *builder,
            const char *name,
            gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_item (JsonBuilder *builder,
          TrinhBoardItem *item)
{
  TrinhStoreEntry *entry = trinh_board_item_get_entry (item);
  g_autofree char *period = trinh_period_to_string (trinh_board_item_get_period (item));
  g_autofree char *title = trinh_period_get_title (trinh_board_item_get_period (item));

  json_builder_begin_object (builder);
  add_string (builder, "office", trinh_office_get_name (trinh_board_item_get_office (item)));
  add_string (builder, "regime", trinh_board_item_get_regime (item));
  add_string (builder, "period", period);
  add_string (builder, "title", title);
  add_date (builder, "data_to", trinh_board_item_get_data_to (item));
  add_date (builder, "deadline", trinh_board_item_get_deadline (item));
  add_date (builder, "usual_deadline", trinh_board_item_get_usual_deadline (item));
  add_string (builder, "due", trinh_due_to_nick (trinh_board_item_get_due (item)));
  if (trinh_board_item_get_deadline (item) != 0)
    add_number (builder, "days_left", trinh_board_item_get_days_left (item));
  add_string (builder, "state", trinh_board_state_to_nick (trinh_board_item_get_state (item)));
  add_string (builder, "report", entry != NULL ? trinh_store_entry_get_id (entry) : NULL);
  add_number (builder, "corrections", trinh_board_item_get_n_corrections (item));
  add_number (builder, "estimates", trinh_board_item_get_n_estimates (item));
  add_string (builder, "note", trinh_board_item_get_note (item));
  add_string (builder, "not_required", trinh_board_item_get_reason (item));
  json_builder_end_object (builder);
}

JsonNode *
trinh_board_to_json (TrinhBoard *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (TRINH_IS_BOARD (self), NULL);

  json_builder_begin_object (builder);
  add_date (builder, "today", trinh_board_get_today (self));
  json_builder_set_member_name (builder, "reports");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      add_item (builder, item);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
