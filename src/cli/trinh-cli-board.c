/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-board.h"
#include "trinh-cli-private.h"

static void
append_remarks (GString *text,
                TrinhBoardItem *item)
{
  const guint n_estimates = trinh_board_item_get_n_estimates (item);
  const char *note = trinh_board_item_get_note (item);
  const char *reason = trinh_board_item_get_reason (item);

  if (trinh_board_item_get_moved (item))
    {
      g_autofree char *usual = trinh_date_format (trinh_board_item_get_usual_deadline (item));

      g_string_append_printf (text, "  %s: %s\n", _ ("Due by the calendar"), usual);
    }
  if (trinh_board_item_get_correcting (item))
    g_string_append_printf (text, "  %s\n", _ ("A correction is being written"));
  if (n_estimates > 0)
    {
      g_string_append (text, "  ");
      g_string_append_printf (text, ngettext ("%u estimate to confirm", "%u estimates to confirm", n_estimates), n_estimates);
      g_string_append_c (text, '\n');
    }
  if (note[0] != '\0')
    g_string_append_printf (text, "  %s: %s\n", _ ("Note"), note);
  if (reason[0] != '\0')
    g_string_append_printf (text, "  %s: %s\n", _ ("Not required"), reason);
}

static void
append_item (GString *text,
             TrinhBoardItem *item)
{
  const guint32 deadline = trinh_board_item_get_deadline (item);
  g_autofree char *period = trinh_period_to_string (trinh_board_item_get_period (item));
  g_autofree char *day = trinh_date_format (deadline);
  g_autofree char *left = deadline != 0 ? g_strdup_printf ("%d", trinh_board_item_get_days_left (item)) : g_strdup ("");

  g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\t%s\n", period, trinh_board_item_get_regime (item), day, left, trinh_board_state_get_name (trinh_board_item_get_state (item)), trinh_office_get_name (trinh_board_item_get_office (item)));
  append_remarks (text, item);
}

static char *
describe (TrinhBoard *board)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\t%s\n", _ ("Period"), _ ("Regime"), _ ("Due"), _ ("Days left"), _ ("State"), _ ("Office"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (board), i);

      append_item (text, item);
    }

  return g_string_free_and_steal (text);
}

static int
print_board (TrinhCliContext *context,
             const char *office_name,
             guint year,
             gboolean json)
{
  g_autoptr (TrinhBoard) board = trinh_board_new (context->session, trinh_date_today ());
  g_autoptr (TrinhOffice) office = office_name != NULL ? trinh_office_new_for_name (office_name) : NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  trinh_board_set_office (board, office);
  trinh_board_set_year (board, year);
  trinh_board_complete (board);
  if (json)
    {
      node = trinh_board_to_json (board);
      return trinh_cli_write_json (node);
    }
  text = describe (board);

  return trinh_cli_write_text (text);
}

int
trinh_cli_board (TrinhCliContext *context,
                 int argc,
                 char **argv)
{
  g_autofree char *office = NULL;
  g_autofree char *year_text = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "office", 0, 0, G_OPTION_ARG_STRING, &office, N_ ("The office; without it all that the database has"), "NAME" },
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_ ("Another year than this one"), "YYYY" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  guint year;

  if (!trinh_cli_parse (context, NULL, entries, &argc, &argv, 0, 0) || !trinh_cli_read_year (year_text, &year))
    return TRINH_CLI_BAD_INPUT;
  if (trinh_session_get_store (context->session, &error) == NULL)
    return trinh_cli_fail (&error);

  return print_board (context, office, year, json);
}
