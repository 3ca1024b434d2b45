/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"

TrinhDue
trinh_due_get (TrinhStoreEntry *entry,
               guint32 today)
{
  const TrinhReportState state = trinh_store_entry_get_state (entry);
  const guint32 deadline = trinh_store_entry_get_deadline (entry);

  if (state == TRINH_STATE_SIGNED || state == TRINH_STATE_ISSUED)
    return TRINH_DUE_DONE;

  return deadline != 0 && deadline < today ? TRINH_DUE_OVERDUE : TRINH_DUE_OPEN;
}

const char *
trinh_due_get_name (TrinhDue due)
{
  switch (due)
    {
    case TRINH_DUE_OVERDUE:
      return _ ("Overdue");
    case TRINH_DUE_DONE:
      return _ ("Done");
    case TRINH_DUE_OPEN:
    default:
      return _ ("To do");
    }
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* No deadline comes after all that have one. */
static guint32
get_last_day (TrinhStoreEntry *entry)
{
  const guint32 deadline = trinh_store_entry_get_deadline (entry);

  return deadline != 0 ? deadline : G_MAXUINT32;
}

int
trinh_due_compare (TrinhStoreEntry *a,
                   TrinhStoreEntry *b,
                   guint32 today)
{
  const TrinhDue due = trinh_due_get (a, today);
  int order = compare_numbers (due, trinh_due_get (b, today));

  if (order == 0 && due == TRINH_DUE_DONE)
    order = compare_numbers (trinh_store_entry_get_modified (b), trinh_store_entry_get_modified (a));
  if (order == 0)
    order = compare_numbers (get_last_day (a), get_last_day (b));
  if (order == 0)
    order = trinh_period_compare (trinh_store_entry_get_period (a), trinh_store_entry_get_period (b));
  if (order == 0)
    order = trinh_language_compare (trinh_store_entry_get_office (a), trinh_store_entry_get_office (b));

  return order;
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
trinh_due_dup_words (TrinhStoreEntry *entry,
                     guint32 today)
{
  if (trinh_due_get (entry, today) == TRINH_DUE_DONE)
    return g_strdup (trinh_report_state_get_name (trinh_store_entry_get_state (entry)));

  return trinh_due_dup_days (trinh_store_entry_get_deadline (entry), today);
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
trinh_due_matches (TrinhStoreEntry *entry,
                   const char *text)
{
  g_autofree char *period = trinh_period_get_title (trinh_store_entry_get_period (entry));
  g_autofree char *all = g_strjoin ("\n", trinh_store_entry_get_subject (entry), trinh_store_entry_get_office (entry), period, NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !contains_word (all, words[i]))
      return FALSE;

  return TRUE;
}
