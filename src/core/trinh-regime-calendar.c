/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-regime-private.h"

static const char *const entry_members[] = { "kind", "index", "year", "from", "to", "deadline", "note", NULL };
static const char *const day_members[] = { "month", "day", NULL };
static const char *const deadline_members[] = { "month", "day", "working-days", NULL };

#define DEFAULT_WORKING_DAYS 1
#define FIRST_YEAR 1900
#define LAST_YEAR 2999

/* Defaults of Thông tư 01/2021/TT-VPCP: 15th of the month before to 14th of the last month. */
#define DEFAULT_FROM_DAY 15
#define DEFAULT_TO_DAY 14

static const guint n_months[] = {
  [TRINH_PERIOD_MONTH] = 1,
  [TRINH_PERIOD_QUARTER] = 3,
  [TRINH_PERIOD_HALF] = 6,
  [TRINH_PERIOD_NINE_MONTHS] = 9,
  [TRINH_PERIOD_YEAR] = 12,
  [TRINH_PERIOD_AD_HOC] = 1,
};

static const guint n_indexes[] = {
  [TRINH_PERIOD_MONTH] = 12,
  [TRINH_PERIOD_QUARTER] = 4,
  [TRINH_PERIOD_HALF] = 2,
  [TRINH_PERIOD_NINE_MONTHS] = 0,
  [TRINH_PERIOD_YEAR] = 0,
  [TRINH_PERIOD_AD_HOC] = 0,
};

static TrinhCalendarDay
load_day (TrinhLoader *loader,
          JsonNode *entry,
          const char *name)
{
  JsonNode *node = trinh_loader_member (loader, entry, name, FALSE);
  TrinhCalendarDay day = { 0 };

  if (node == NULL || trinh_loader_object (loader, node, name, day_members) == NULL)
    return day;
  day.given = trinh_loader_member (loader, node, "month", TRUE) != NULL;
  day.given &= trinh_loader_member (loader, node, "day", TRUE) != NULL;
  day.month = (int) trinh_loader_integer (loader, node, "month", -12, 24, 0);
  day.day = (guint) trinh_loader_integer (loader, node, "day", 1, 31, 1);
  return day;
}

static void
load_deadline (TrinhLoader *loader,
               JsonNode *node,
               TrinhCalendarEntry *entry)
{
  JsonNode *deadline = trinh_loader_member (loader, node, "deadline", FALSE);
  gboolean has_days;

  entry->working_days = DEFAULT_WORKING_DAYS;
  if (deadline == NULL || trinh_loader_object (loader, deadline, _ ("“deadline”"), deadline_members) == NULL)
    return;
  has_days = json_object_has_member (json_node_get_object (deadline), "working-days");
  if (has_days)
    entry->working_days = (guint) trinh_loader_integer (loader, deadline, "working-days", 0, 60, DEFAULT_WORKING_DAYS);
  else
    {
      entry->deadline.given = trinh_loader_member (loader, deadline, "month", TRUE) != NULL;
      entry->deadline.given &= trinh_loader_member (loader, deadline, "day", TRUE) != NULL;
    }
  entry->deadline.month = (int) trinh_loader_integer (loader, deadline, "month", -12, 24, 0);
  entry->deadline.day = (guint) trinh_loader_integer (loader, deadline, "day", 1, 31, 1);
  if (has_days && json_object_get_size (json_node_get_object (deadline)) > 1)
    trinh_loader_problem (loader, deadline, TRINH_CORE_ERROR_DUPLICATE, _ ("the deadline is either a month and day or a count of “working-days”, not both"));
}

static void
check_entry (TrinhRegime *self,
             TrinhLoader *loader,
             JsonNode *node,
             TrinhCalendarEntry *entry)
{
  int last = (int) n_months[entry->kind] - 1;
  int from = (entry->from.given ? entry->from.month : -1) * 31 + (int) (entry->from.given ? entry->from.day : DEFAULT_FROM_DAY);
  int to = (entry->to.given ? entry->to.month : last) * 31 + (int) (entry->to.given ? entry->to.day : DEFAULT_TO_DAY);

  if (entry->index > n_indexes[entry->kind])
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("“index” %u does not exist for periods of kind “%s”"), entry->index, trinh_period_kind_to_nick (entry->kind));
  if (entry->kind == TRINH_PERIOD_AD_HOC && (entry->year != 0 || entry->from.given || entry->to.given || entry->deadline.given))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("an ad-hoc period has its own dates; only a count of “working-days” can be given"));
  else if (from > to)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("the data of the period would end before they begin; mend “from” and “to”"));
  for (guint i = 0; i < self->calendar->len; i++)
    {
      const TrinhCalendarEntry *other = &g_array_index (self->calendar, TrinhCalendarEntry, i);

      if (other->kind == entry->kind && other->index == entry->index && other->year == entry->year)
        trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the period “%s” stands there twice"), trinh_period_kind_to_nick (entry->kind));
    }
}

static void
load_entry (TrinhRegime *self,
            TrinhLoader *loader,
            JsonNode *node)
{
  TrinhCalendarEntry entry = { 0 };
  const char *kind;

  if (trinh_loader_object (loader, node, _ ("a period"), entry_members) == NULL)
    return;
  kind = trinh_loader_string (loader, node, "kind", TRUE);
  if (kind == NULL)
    return;
  if (!trinh_period_kind_from_nick (kind, &entry.kind))
    {
      trinh_loader_problem (loader, node, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no kind of period; it is one of month, quarter, half, nine-months, year, ad-hoc"), kind);
      return;
    }
  entry.index = (guint) trinh_loader_integer (loader, node, "index", 1, 12, 0);
  entry.year = (guint) trinh_loader_integer (loader, node, "year", FIRST_YEAR, LAST_YEAR, 0);
  entry.from = load_day (loader, node, "from");
  entry.to = load_day (loader, node, "to");
  load_deadline (loader, node, &entry);
  check_entry (self, loader, node, &entry);
  entry.note = g_strdup (trinh_loader_string (loader, node, "note", FALSE));
  g_array_append_val (self->calendar, entry);
}

void
trinh_regime_load_calendar (TrinhRegime *self,
                            TrinhLoader *loader,
                            JsonNode *root)
{
  JsonArray *periods = trinh_loader_array (loader, root, "periods", TRUE);

  for (guint i = 0; periods != NULL && i < json_array_get_length (periods); i++)
    load_entry (self, loader, json_array_get_element (periods, i));
  if (periods != NULL && json_array_get_length (periods) == 0)
    trinh_loader_problem (loader, trinh_loader_member (loader, root, "periods", TRUE), TRINH_CORE_ERROR_MISSING, _ ("the regime has no “periods”"));
}

/* What is said of this very year goes before what is said of every year, then this very month, quarter or half. */
static guint
rank_entry (const TrinhCalendarEntry *entry,
            TrinhPeriod period)
{
  if (entry->kind != period.kind || (entry->year != 0 && entry->year != period.year) || (entry->index != 0 && entry->index != period.index))
    return 0;
  return 1 + (entry->year != 0 ? 2 : 0) + (entry->index != 0 ? 1 : 0);
}

static const TrinhCalendarEntry *
find_entry (TrinhRegime *self,
            TrinhPeriod period)
{
  const TrinhCalendarEntry *found = NULL;

  for (guint i = 0; i < self->calendar->len; i++)
    {
      const TrinhCalendarEntry *entry = &g_array_index (self->calendar, TrinhCalendarEntry, i);

      if (rank_entry (entry, period) > (found != NULL ? rank_entry (found, period) : 0))
        found = entry;
    }
  return found;
}

/* A day past the month's end is the month's last: the 31st of a short month. */
static guint32
resolve_day (TrinhPeriod period,
             int month,
             guint day)
{
  GDate first;
  int count;
  GDateYear year;
  GDateMonth in_year;
  guint8 last;

  g_date_clear (&first, 1);
  g_date_set_julian (&first, period.from);
  count = (int) g_date_get_year (&first) * 12 + (int) g_date_get_month (&first) - 1 + month;
  year = (GDateYear) (count / 12);
  in_year = (GDateMonth) (count % 12 + 1);
  last = g_date_get_days_in_month (in_year, year);
  g_date_set_dmy (&first, (GDateDay) MIN (day, last), in_year, year);
  return g_date_get_julian (&first);
}

static guint32
add_working_days (TrinhHolidays *holidays,
                  guint32 julian,
                  guint n_days)
{
  while (n_days > 0)
    {
      julian++;
      n_days -= trinh_holidays_is_working_day (holidays, julian) ? 1 : 0;
    }
  return julian;
}

gboolean
trinh_regime_has_period_kind (TrinhRegime *self,
                              TrinhPeriodKind kind)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  for (guint i = 0; i < self->calendar->len; i++)
    if (g_array_index (self->calendar, TrinhCalendarEntry, i).kind == kind)
      return TRUE;
  return FALSE;
}

gboolean
trinh_regime_has_period (TrinhRegime *self,
                         TrinhPeriod period)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  return find_entry (self, period) != NULL;
}

const char *
trinh_regime_get_period_note (TrinhRegime *self,
                              TrinhPeriod period)
{
  const TrinhCalendarEntry *entry;

  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  entry = find_entry (self, period);
  return entry != NULL ? entry->note : NULL;
}

void
trinh_regime_get_dates (TrinhRegime *self,
                        TrinhPeriod period,
                        guint32 *from,
                        guint32 *to,
                        guint32 *deadline)
{
  static const TrinhCalendarEntry unnamed = { .working_days = DEFAULT_WORKING_DAYS };
  const TrinhCalendarEntry *entry;
  guint32 first = period.from;
  guint32 last = period.to;

  g_return_if_fail (TRINH_IS_REGIME (self));
  g_return_if_fail (g_date_valid_julian (period.from));

  entry = find_entry (self, period);
  if (entry == NULL)
    entry = &unnamed;
  if (period.kind != TRINH_PERIOD_AD_HOC)
    {
      first = entry->from.given
                ? resolve_day (period, entry->from.month, entry->from.day)
                : resolve_day (period, -1, DEFAULT_FROM_DAY);
      last = entry->to.given
               ? resolve_day (period, entry->to.month, entry->to.day)
               : resolve_day (period, (int) n_months[period.kind] - 1, DEFAULT_TO_DAY);
    }

  if (from != NULL)
    *from = first;
  if (to != NULL)
    *to = last;
  if (deadline != NULL)
    *deadline = entry->deadline.given
                  ? resolve_day (period, entry->deadline.month, entry->deadline.day)
                  : add_working_days (self->holidays, last, entry->working_days);
}
