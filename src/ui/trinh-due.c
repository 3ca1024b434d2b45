/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"

const char *
trinh_due_get_name (TrinhDue due)
{
  switch (due)
    {
    case TRINH_DUE_OVERDUE:
      return _ ("Overdue");
    case TRINH_DUE_DONE:
      return _ ("Done");
    case TRINH_DUE_SOON:
      return _ ("Due soon");
    case TRINH_DUE_LATER:
    default:
      return _ ("Later");
    }
}

char *
trinh_due_dup_days (guint32 deadline,
                    guint32 today)
{
  const gint64 days = (gint64) deadline - (gint64) today;

  if (deadline == 0)
    return g_strdup ("");
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) -days), (int) -days);
  if (days == 0)
    return g_strdup (_ ("Due today"));
  if (days == 1)
    return g_strdup (_ ("Due tomorrow"));

  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), (int) days);
}

char *
trinh_due_dup_words (TrinhBoardItem *item)
{
  const guint32 deadline = trinh_board_item_get_deadline (item);

  if (trinh_board_item_get_due (item) == TRINH_DUE_DONE)
    return g_strdup (trinh_board_state_get_name (trinh_board_item_get_state (item)));

  return trinh_due_dup_days (deadline, (guint32) ((gint64) deadline - trinh_board_item_get_days_left (item)));
}

/* "3" is in "tháng 3" and "tháng 03", and not in "năm 2013"; "20" is in "năm 2013". */
static gboolean
contains_number (const char *text,
                 const char *digits)
{
  const char *number = text;

  while (*(number = number + strcspn (number, "0123456789")) != '\0')
    {
      const gsize length = strspn (number, "0123456789");
      const gsize zeros = strspn (number, "0");

      if (g_str_has_prefix (number + zeros, digits))
        return TRUE;
      number += length;
    }

  return FALSE;
}

static gboolean
contains_word (const char *text,
               const char *word)
{
  if (word[strspn (word, "0123456789")] == '\0')
    return contains_number (text, word + strspn (word, "0"));

  return trinh_language_contains (text, word);
}

gboolean
trinh_due_matches (TrinhBoardItem *item,
                   const char *text)
{
  TrinhStoreEntry *entry = trinh_board_item_get_entry (item);
  const char *subject = entry != NULL ? trinh_store_entry_get_subject (entry) : "";
  g_autofree char *period = trinh_period_get_title (trinh_board_item_get_period (item));
  g_autofree char *all = g_strjoin ("\n", subject, trinh_office_get_name (trinh_board_item_get_office (item)), trinh_board_item_get_regime_title (item), period, NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !contains_word (all, words[i]))
      return FALSE;

  return TRUE;
}
