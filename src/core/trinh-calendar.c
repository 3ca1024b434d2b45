/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-calendar.h"
#include "trinh-holidays.h"

typedef struct
{
  TrinhPeriod period;
  guint32 from;
  guint32 to;
  guint32 deadline;
} Term;

static Term
make_term (TrinhRegime *regime,
           TrinhPeriod period)
{
  Term term = { .period = period };

  trinh_regime_get_dates (regime, period, &term.from, &term.to, &term.deadline);

  return term;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const Term *first = a;
  const Term *second = b;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;

  return trinh_period_compare (first->period, second->period);
}

/* Every period of the year that the calendar has: at most 12 months, 4 quarters and so on */
static void
add_year (GArray *terms,
          TrinhRegime *regime,
          guint year)
{
  for (TrinhPeriodKind kind = TRINH_PERIOD_MONTH; kind < TRINH_PERIOD_AD_HOC; kind++)
    for (guint index = 0; index <= 12; index++)
      {
        TrinhPeriod period;
        Term term;

        if (!trinh_period_make (kind, year, index, &period) || !trinh_regime_has_period (regime, period))
          continue;
        term = make_term (regime, period);
        g_array_append_val (terms, term);
      }
}

static gboolean
is_valid (TrinhRegime *regime,
          TrinhPeriod period)
{
  const guint32 from = trinh_regime_get_valid_from (regime);
  const guint32 to = trinh_regime_get_valid_to (regime);

  return from <= period.to && (to == 0 || period.from <= to);
}

static void
warning_free (gpointer data)
{
  TrinhCalendarWarning *warning = data;

  g_free (warning->message);
  g_free (warning);
}

static void
take_warning (GPtrArray *warnings,
              TrinhCalendarDoubt doubt,
              guint32 from,
              guint32 to,
              char *message)
{
  TrinhCalendarWarning *warning = g_new (TrinhCalendarWarning, 1);

  *warning = (TrinhCalendarWarning) { doubt, from, to, message };
  g_ptr_array_add (warnings, warning);
}

static void
add_estimate (GPtrArray *warnings,
              const Term *term)
{
  const guint32 days = term->to - term->deadline;
  g_autofree char *due = trinh_date_format (term->deadline);
  g_autofree char *end = trinh_date_format (term->to);

  if (term->deadline >= term->to)
    return;

  take_warning (warnings, TRINH_CALENDAR_ESTIMATE, term->deadline + 1, term->to, g_strdup_printf (ngettext ("Due on %s, %u day before the data end (%s): what happens after that has to be estimated (ước).", "Due on %s, %u days before the data end (%s): what happens after that has to be estimated (ước).", days), due, days, end));
}

/* The days that @term has in common with periods of the calendar before it, or after it. A quarter within
 * its half year is no doubt: only what lies apart in the calendar should lie apart in the data. */
static char *
find_shared (GArray *terms,
             const Term *term,
             gboolean before,
             guint32 *from,
             guint32 *to)
{
  GString *titles = g_string_new (NULL);

  *from = G_MAXUINT32;
  *to = 0;
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *other = &g_array_index (terms, Term, i);
      const gboolean apart = before ? other->period.to < term->period.from : other->period.from > term->period.to;
      g_autofree char *title = trinh_period_get_title (other->period);

      if (!apart || other->from > term->to || other->to < term->from)
        continue;
      *from = MIN (*from, MAX (other->from, term->from));
      *to = MAX (*to, MIN (other->to, term->to));
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", title);
    }

  return g_string_free_and_steal (titles);
}

static void
add_shared (GPtrArray *warnings,
            GArray *terms,
            const Term *term,
            gboolean before)
{
  guint32 from, to;
  g_autofree char *titles = find_shared (terms, term, before, &from, &to);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (to == 0)
    return;
  first = trinh_date_format (from);
  last = trinh_date_format (to);
  if (from == to)
    take_warning (warnings, TRINH_CALENDAR_SHARED, from, to, g_strdup_printf (_ ("The day %s is also in the data of %s: count what happens then only once."), first, titles));
  else
    take_warning (warnings, TRINH_CALENDAR_SHARED, from, to, g_strdup_printf (_ ("The days from %s to %s are also in the data of %s: count what happens then only once."), first, last, titles));
}

/* A holiday on a weekend is told of as the holiday. */
static void
add_day_off (GPtrArray *warnings,
             TrinhHolidays *holidays,
             const Term *term)
{
  const char *holiday = holidays != NULL ? trinh_holidays_get_name (holidays, term->deadline) : NULL;
  g_autofree char *due = trinh_date_format (term->deadline);

  if (holiday != NULL)
    take_warning (warnings, TRINH_CALENDAR_HOLIDAY, term->deadline, term->deadline, g_strdup_printf (_ ("Due on %s, which is a public holiday (%s): send it on the working day before."), due, holiday));
  else if (trinh_date_is_weekend (term->deadline))
    take_warning (warnings, TRINH_CALENDAR_WEEKEND, term->deadline, term->deadline, g_strdup_printf (_ ("Due on %s, which is a Saturday or Sunday: send it on the working day before."), due));
}

const char *
trinh_calendar_doubt_to_nick (TrinhCalendarDoubt doubt)
{
  static const char *const nicks[] = { "estimate", "shared", "weekend", "holiday" };

  g_return_val_if_fail (doubt < G_N_ELEMENTS (nicks), NULL);

  return nicks[doubt];
}

GArray *
trinh_calendar_list_periods (TrinhRegime *regime,
                             guint year)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (Term));
  GArray *periods;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);

  periods = g_array_new (FALSE, FALSE, sizeof (TrinhPeriod));
  add_year (terms, regime, year);
  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (is_valid (regime, term->period))
        g_array_append_val (periods, term->period);
    }

  return periods;
}

GPtrArray *
trinh_calendar_list_warnings (TrinhRegime *regime,
                              TrinhPeriod period)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (Term));
  GPtrArray *warnings;
  Term term;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);

  warnings = g_ptr_array_new_with_free_func (warning_free);
  term = make_term (regime, period);
  add_estimate (warnings, &term);
  if (period.kind != TRINH_PERIOD_AD_HOC)
    {
      /* Data reach into the year before and after at the most. */
      for (guint year = period.year - 1u; year <= period.year + 1u; year++)
        add_year (terms, regime, year);
      add_shared (warnings, terms, &term, TRUE);
      add_shared (warnings, terms, &term, FALSE);
    }
  add_day_off (warnings, trinh_regime_get_holidays (regime), &term);

  return warnings;
}
