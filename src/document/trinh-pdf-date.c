/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-draw.h"

/* A report without a date still has to give the same bytes twice. */
static void
get_day (const TrinhPdfMetadata *metadata,
         GDate *date)
{
  g_date_clear (date, 1);
  if (g_date_valid_julian (metadata->date))
    g_date_set_julian (date, metadata->date);
  else
    g_date_set_dmy (date, 1, G_DATE_JANUARY, 2000);
}

char *
trinh_pdf_metadata_dup_iso_date (const TrinhPdfMetadata *metadata)
{
  GDate date;

  get_day (metadata, &date);
  return g_strdup_printf ("%04d-%02d-%02dT00:00:00+07:00", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

char *
trinh_pdf_metadata_dup_pdf_date (const TrinhPdfMetadata *metadata)
{
  GDate date;

  get_day (metadata, &date);
  return g_strdup_printf ("D:%04d%02d%02d000000+07'00'", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}
