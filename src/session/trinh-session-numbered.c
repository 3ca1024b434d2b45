/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Number and date of a signed file, held against those of the report that it is kept for. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"
#include "trinh-store-numbers.h"

#define NOTHING "—"

char *
_trinh_session_dup_file_number (GBytes *pdf,
                                TrinhReport *carried)
{
  g_autofree char *field = trinh_pdf_dup_field (pdf, "number");

  return field != NULL && *field != '\0' ? g_steal_pointer (&field) : g_strdup (trinh_report_get_number (carried));
}

char *
_trinh_session_dup_file_date (GBytes *pdf,
                              TrinhReport *carried)
{
  const guint32 date = _trinh_session_read_date (pdf, carried);

  return date != 0 ? trinh_date_to_string (date) : g_strdup (trinh_report_get_date (carried));
}

/* As people write it; of a date that is not whole what there is */
static char *
dup_shown_date (const char *date)
{
  guint32 day = 0;

  if (*date == '\0')
    return g_strdup (NOTHING);
  return trinh_date_parse (date, &day) ? trinh_date_format (day) : g_strdup (date);
}

char *
_trinh_session_explain_number (const char *number,
                               const char *in_file)
{
  if (g_str_equal (number, in_file) || trinh_store_is_same_number (number, in_file))
    return NULL;
  return g_strdup_printf (_ ("In the signed file the number is %s, and here it is %s."), *in_file != '\0' ? in_file : NOTHING, *number != '\0' ? number : NOTHING);
}

char *
_trinh_session_explain_date (const char *date,
                             const char *in_file)
{
  g_autofree char *ours = dup_shown_date (date);
  g_autofree char *theirs = dup_shown_date (in_file);

  if (g_str_equal (date, in_file))
    return NULL;
  return g_strdup_printf (_ ("In the signed file the date is %s, and here it is %s."), theirs, ours);
}
