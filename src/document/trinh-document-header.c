/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"

/* Without empty lines: a line is drawn below the letters. */
static char *
strip_text (const char *text)
{
  const char *const texts[] = { text, NULL };
  g_auto (GStrv) lines = trinh_document_format_lines (texts);

  return g_strjoinv ("\n", lines);
}

static char *
make_date_line (TrinhReport *report)
{
  g_autofree char *place = strip_text (trinh_office_get_place (trinh_report_get_office (report)));
  g_autofree char *date = trinh_document_format_empty_date (trinh_report_get_date (report));

  return g_strconcat (place, *place != '\0' ? ", " : "", date, NULL);
}

static void
add_header_block (TrinhDocumentBuilder *self)
{
  TrinhOffice *office = trinh_report_get_office (self->report);
  g_auto (GStrv) lines = trinh_document_format_lines (trinh_office_get_header (office));
  g_autofree char *superior = strip_text (trinh_office_get_superior (office));
  g_autofree char *capitals = g_utf8_strup (superior, -1);
  g_autofree char *number = NULL;
  g_autofree char *date = make_date_line (self->report);
  gboolean printed = trinh_regime_get_print_superior (self->regime) && *superior != '\0';

  number = trinh_document_format_empty_number ("Số:", trinh_report_get_number (self->report), trinh_report_get_symbol (self->report));
  g_ptr_array_add (self->blocks, trinh_block_new_header (printed ? capitals : NULL, (const char *const *) lines, number, date));
}

static void
add_addressees (TrinhDocumentBuilder *self)
{
  g_auto (GStrv) lines = trinh_document_format_list (trinh_report_get_addressees (self->report));

  if (lines[0] == NULL)
    return;
  if (lines[1] == NULL)
    {
      /* One stands on the line itself, without dash and full stop. */
      g_autofree char *line = g_strndup (lines[0] + 2, strlen (lines[0]) - 3);
      const char *const one[] = { line, NULL };

      g_ptr_array_add (self->blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_ADDRESSEES, NULL, one));
      return;
    }
  g_ptr_array_add (self->blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_ADDRESSEES, NULL, (const char *const *) lines));
}

void
trinh_document_builder_add_header (TrinhDocumentBuilder *self)
{
  g_autofree char *subject = strip_text (trinh_report_get_subject (self->report));
  const char *const title[] = { "BÁO CÁO", subject, NULL };

  add_header_block (self);
  g_ptr_array_add (self->blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_TITLE, NULL, title));
  add_addressees (self);
}
