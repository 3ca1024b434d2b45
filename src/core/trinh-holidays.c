/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-holidays.h"
#include "trinh-loader-private.h"
#include "trinh-period.h"

/* Longer is no holiday but a mistake in the year. */
#define MOST_DAYS 31

struct _TrinhHolidays
{
  gatomicrefcount ref_count;
  char *id;
  GHashTable *every_year; /* month * 100 + day → name */
  GHashTable *days;       /* Julian → name */
};

G_DEFINE_BOXED_TYPE (TrinhHolidays, trinh_holidays, trinh_holidays_ref, trinh_holidays_unref)

static const char *const calendar_members[] = { "format", "id", "title", "basis", "note", "every-year", "days", NULL };
static const char *const every_year_members[] = { "month", "day", "name", NULL };
static const char *const day_members[] = { "date", "to", "name", NULL };

static char *
dup_name (TrinhLoader *loader,
          JsonNode *node,
          const char *name)
{
  const char *text = trinh_loader_string (loader, node, name, TRUE);

  if (text != NULL && *text == '\0')
    trinh_loader_problem (loader, json_object_get_member (json_node_get_object (node), name), TRINH_CORE_ERROR_MISSING, _ ("“%s” must not be empty"), name);
  return g_strdup (text != NULL ? text : "");
}

static void
load_every_year (TrinhHolidays *self,
                 TrinhLoader *loader,
                 JsonNode *node)
{
  g_autofree char *name = NULL;
  guint month, day;

  if (trinh_loader_object (loader, node, _ ("a holiday"), every_year_members) == NULL ||
      trinh_loader_member (loader, node, "month", TRUE) == NULL || trinh_loader_member (loader, node, "day", TRUE) == NULL)
    return;
  name = dup_name (loader, node, "name");
  month = (guint) trinh_loader_integer (loader, node, "month", 1, 12, 1);
  day = (guint) trinh_loader_integer (loader, node, "day", 1, 31, 1);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, 2000))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("month %u has no day %u"), month, day);
  else if (g_hash_table_contains (self->every_year, GUINT_TO_POINTER (month * 100 + day)))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the holiday “%s” stands there twice"), name);
  else
    g_hash_table_insert (self->every_year, GUINT_TO_POINTER (month * 100 + day), g_steal_pointer (&name));
}

static gboolean
read_date (TrinhLoader *loader,
           JsonNode *node,
           const char *member,
           gboolean required,
           guint32 *julian)
{
  const char *text = trinh_loader_string (loader, node, member, required);

  if (text == NULL)
    return FALSE;
  if (trinh_date_parse (text, julian))
    return TRUE;
  trinh_loader_problem (loader, json_object_get_member (json_node_get_object (node), member), TRINH_CORE_ERROR_RANGE, _ ("“%s” is no date; write it like 2022-01-31"), text);
  return FALSE;
}

static void
load_days (TrinhHolidays *self,
           TrinhLoader *loader,
           JsonNode *node)
{
  g_autofree char *name = NULL;
  guint32 from, to;

  if (trinh_loader_object (loader, node, _ ("a holiday"), day_members) == NULL)
    return;
  name = dup_name (loader, node, "name");
  if (!read_date (loader, node, "date", TRUE, &from))
    return;
  to = from;
  if (read_date (loader, node, "to", FALSE, &to) && (to < from || to - from >= MOST_DAYS))
    {
      trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("the holiday “%s” would end before it begins, or last longer than %u days"), name, MOST_DAYS);
      return;
    }
  for (guint32 day = from; day <= to; day++)
    if (g_hash_table_contains (self->days, GUINT_TO_POINTER (day)))
      trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the holiday “%s” stands there twice"), name);
    else
      g_hash_table_insert (self->days, GUINT_TO_POINTER (day), g_strdup (name));
}

static void
load_members (TrinhHolidays *self,
              TrinhLoader *loader,
              JsonNode *root)
{
  JsonArray *every_year = trinh_loader_array (loader, root, "every-year", FALSE);
  JsonArray *days = trinh_loader_array (loader, root, "days", FALSE);
  g_autofree char *title = dup_name (loader, root, "title");
  g_auto (GStrv) basis = trinh_loader_strings (loader, root, "basis", FALSE);

  self->id = dup_name (loader, root, "id");
  trinh_loader_string (loader, root, "note", FALSE);
  for (guint i = 0; every_year != NULL && i < json_array_get_length (every_year); i++)
    load_every_year (self, loader, json_array_get_element (every_year, i));
  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++)
    load_days (self, loader, json_array_get_element (days, i));
}

TrinhHolidays *
trinh_holidays_load (TrinhJsonDocument *document,
                     GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = trinh_loader_problems_new ();
  TrinhHolidays *self = g_new0 (TrinhHolidays, 1);
  TrinhLoader loader = { document, found };

  g_atomic_ref_count_init (&self->ref_count);
  self->every_year = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (trinh_loader_root (&loader, "trinhky-calendar/1", _ ("a calendar of holidays"), calendar_members) != NULL)
    load_members (self, &loader, trinh_json_document_get_root (document));
  if (found->len > 0)
    g_clear_pointer (&self, trinh_holidays_unref);
  if (problems != NULL)
    *problems = found->len > 0 ? g_steal_pointer (&found) : NULL;
  return self;
}

TrinhHolidays *
trinh_holidays_ref (TrinhHolidays *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
trinh_holidays_unref (TrinhHolidays *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_hash_table_unref (self->every_year);
  g_hash_table_unref (self->days);
  g_free (self);
}

const char *
trinh_holidays_get_name (TrinhHolidays *self,
                         guint32 julian)
{
  const char *name;
  GDate date;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_date_valid_julian (julian), NULL);

  name = g_hash_table_lookup (self->days, GUINT_TO_POINTER (julian));
  if (name != NULL)
    return name;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_hash_table_lookup (self->every_year, GUINT_TO_POINTER ((guint) g_date_get_month (&date) * 100 + g_date_get_day (&date)));
}

gboolean
trinh_holidays_is_working_day (TrinhHolidays *self,
                               guint32 julian)
{
  return !trinh_date_is_weekend (julian) && (self == NULL || trinh_holidays_get_name (self, julian) == NULL);
}
