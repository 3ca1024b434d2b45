/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Number and date are not known when a report is signed: what may stand in their gaps later, and nowhere else. */

#include "config.h"

#include <string.h>

#include "trinh-pdf-sign.h"
#include "trinh-session-sign-private.h"

#define NO_BREAK 0xa0
/* In which earlier versions left the annexes' gaps, without a field over them */
#define DOTS 0x2026
/* Spaces of a gap, no fewer */
#define LEAST_SPACES 5
#define FULL_DATE 10

static const struct
{
  const char *name;
  const char *before;
} gaps[] = {
  { "number", "số" },
  { "number", "Số:" },
  { "day", "ngày" },
  { "month", "tháng" },
  { "year", "năm" },
};

static void
add_field (GHashTable *fills,
           GBytes *pdf,
           const char *name)
{
  g_autofree char *value = trinh_pdf_dup_field (pdf, name);

  g_hash_table_insert (fills, (gpointer) name, value != NULL ? g_steal_pointer (&value) : g_strdup (""));
}

GHashTable *
_trinh_session_list_fills (TrinhReport *report,
                           GBytes *pdf)
{
  g_autoptr (GHashTable) fills = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (trinh_report_get_number (report)[0] == '\0')
    add_field (fills, pdf, "number");
  if (strlen (trinh_report_get_date (report)) < FULL_DATE)
    {
      add_field (fills, pdf, "day");
      add_field (fills, pdf, "month");
      add_field (fills, pdf, "year");
    }
  return g_hash_table_size (fills) > 0 ? g_steal_pointer (&fills) : NULL;
}

/* Which gap begins at @place of @text; @end: behind it. (nullable) */
static const char *
find_gap (const char *text,
          const char *place,
          const char **end)
{
  const gsize length = (gsize) (place - text);
  guint n_spaces = 0;

  for (*end = place; g_utf8_get_char (*end) == NO_BREAK; *end = g_utf8_next_char (*end))
    n_spaces++;
  for (guint i = 0; n_spaces >= LEAST_SPACES && i < G_N_ELEMENTS (gaps); i++)
    {
      const gsize before = strlen (gaps[i].before);

      if (before <= length && strncmp (place - before, gaps[i].before, before) == 0)
        return gaps[i].name;
    }
  return NULL;
}

static const char *
skip_fill (const char *found,
           gboolean is_number)
{
  const char *end = found;

  while (g_utf8_get_char (end) == DOTS)
    end = g_utf8_next_char (end);
  if (end == found && g_ascii_isdigit (*end))
    while (g_ascii_isdigit (*end) || (is_number && (g_ascii_isalpha (*end) || *end == '-')))
      end++;
  return end;
}

/* The same everywhere: on page 1, in the annexes, and in the file's own field */
static gboolean
agrees (GHashTable *fills,
        const char *name,
        const char *found,
        const char *end)
{
  g_autofree char *fill = g_strndup (found, (gsize) (end - found));
  const char *known = g_hash_table_lookup (fills, name);

  if (end == found || g_utf8_get_char (found) == DOTS)
    return TRUE;
  if (known == NULL || (*known != '\0' && !g_str_equal (known, fill)))
    return FALSE;
  if (*known == '\0')
    g_hash_table_insert (fills, (gpointer) name, g_steal_pointer (&fill));
  return TRUE;
}

static gboolean
match_text (GHashTable *fills,
            const char *text,
            const char *found)
{
  const char *place = text;

  while (*place != '\0')
    {
      const char *end;
      const char *name = find_gap (text, place, &end);

      if (name != NULL)
        {
          const char *behind = skip_fill (found, g_str_equal (name, "number"));

          if (!agrees (fills, name, found, behind))
            return FALSE;
          found = behind;
          place = end;
          continue;
        }
      if (!g_unichar_isspace (g_utf8_get_char (place)))
        {
          if (g_utf8_get_char (place) != g_utf8_get_char (found))
            return FALSE;
          found = g_utf8_next_char (found);
        }
      place = g_utf8_next_char (place);
    }
  return *found == '\0';
}

gboolean
_trinh_session_match_gaps (GHashTable *fills,
                           const TrinhBox *box,
                           const char *found)
{
  static const char *const roles[] = { "number", "date", "annex-note", NULL };
  g_autofree char *text = g_utf8_normalize (box->text, -1, G_NORMALIZE_NFC);

  return text != NULL && g_strv_contains (roles, box->role) && match_text (fills, text, found);
}
