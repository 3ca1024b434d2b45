/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-spreadsheet-private.h"

#define NAME_WIDTH 130
#define TEXT_WIDTH 338

typedef struct
{
  TrinhSpreadsheet *spreadsheet;
  lxw_worksheet *sheet;
  guint row;
} Info;

static void
add_line (Info *self,
          const char *name,
          const char *text)
{
  const TrinhSpreadsheetLook bold = { .bold = TRUE, .plain = TRUE };
  const TrinhSpreadsheetLook look = { .plain = TRUE };

  if (*text == '\0')
    return;
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 0, name, &bold);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 1, text, &look);
  self->row++;
}

static char *
dup_number (TrinhReport *report)
{
  const char *number = trinh_report_get_number (report);
  const char *symbol = trinh_report_get_symbol (report);

  if (*number == '\0' && *symbol == '\0')
    return g_strdup ("");

  return g_strconcat (*number != '\0' ? number : "…", "/", symbol, NULL);
}

/* What the report has: a day, a month or a year */
static char *
dup_date (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);
  guint32 julian;

  if (trinh_date_parse (date, &julian))
    return trinh_date_format (julian);
  if (g_strv_length (parts) == 2)
    return g_strdup_printf ("%s/%s", parts[1], parts[0]);

  return g_strdup (date);
}

static char *
dup_days (TrinhReport *report)
{
  const guint32 from = trinh_report_get_data_from (report);
  const guint32 to = trinh_report_get_data_to (report);
  g_autofree char *first = from != 0 ? trinh_date_format (from) : g_strdup ("…");
  g_autofree char *last = to != 0 ? trinh_date_format (to) : g_strdup ("…");

  return from != 0 || to != 0 ? g_strdup_printf ("từ %s đến %s", first, last) : g_strdup ("");
}

static void
add_report (Info *self)
{
  TrinhReport *report = self->spreadsheet->report;
  TrinhRegime *regime = self->spreadsheet->regime;
  g_autofree char *period = trinh_period_get_title (trinh_report_get_period (report));
  g_autofree char *capitalized = trinh_language_capitalize (period);
  g_autofree char *days = dup_days (report);
  g_autofree char *number = dup_number (report);
  g_autofree char *date = dup_date (trinh_report_get_date (report));

  add_line (self, "Cơ quan", trinh_office_get_name (trinh_report_get_office (report)));
  add_line (self, "Cấp trên", trinh_office_get_superior (trinh_report_get_office (report)));
  add_line (self, "Nội dung", trinh_report_get_subject (report));
  add_line (self, "Kỳ báo cáo", capitalized);
  add_line (self, "Số liệu", days);
  add_line (self, "Số, ký hiệu", number);
  add_line (self, "Ngày", date);
  add_line (self, "Chế độ báo cáo", trinh_regime_get_title (regime));
}

static char *
dup_link (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  return g_strdup_printf ("internal:'%s'!A1", doubled);
}

static void
add_sheet (Info *self,
           const TrinhSpreadsheetForm *form)
{
  TrinhReport *report = self->spreadsheet->report;
  const TrinhSpreadsheetLook look = { .plain = TRUE };
  g_autofree char *expanded = trinh_regime_expand (trinh_form_get_title (form->form), trinh_report_get_period (report), trinh_report_get_office (report));
  g_autofree char *title = trinh_markup_strip (expanded);
  g_autofree char *link = dup_link (form->name);
  lxw_format *format = _trinh_spreadsheet_get_format (self->spreadsheet, &look);

  _trinh_spreadsheet_check (self->spreadsheet, worksheet_write_url_opt (self->sheet, self->row, 0, link, format, form->name, NULL), form->name);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 1, title, &look);
  self->row++;
}

void
_trinh_spreadsheet_write_info (TrinhSpreadsheet *self,
                               lxw_worksheet *sheet)
{
  const TrinhSpreadsheetLook head = { .bold = TRUE, .plain = TRUE, .align = TRINH_ALIGN_CENTER, .size = 14 };
  const TrinhSpreadsheetLook note = { .italic = TRUE, .plain = TRUE };
  static const char guide[] = "Ô nhập số liệu sửa được; nhãn và ô có công thức được khóa, không đặt mật khẩu. Sửa xong, đưa tệp này vào Trình Ký bằng lệnh nhập bảng.";
  Info info = { self, sheet, 2 };

  _trinh_spreadsheet_set_width (self, sheet, 0, NAME_WIDTH);
  _trinh_spreadsheet_set_width (self, sheet, 1, TEXT_WIDTH);
  _trinh_spreadsheet_set_page (self, sheet, "Thông tin", FALSE);
  _trinh_spreadsheet_merge (self, sheet, 0, 0, 1, 2, &head);
  _trinh_spreadsheet_write_string (self, sheet, 0, 0, "SỐ LIỆU BÁO CÁO", &head);
  add_report (&info);
  info.row++;
  for (guint i = 0; i < self->forms->len; i++)
    add_sheet (&info, self->forms->pdata[i]);
  info.row++;
  _trinh_spreadsheet_merge (self, sheet, info.row, 0, 1, 2, &note);
  _trinh_spreadsheet_write_string (self, sheet, info.row, 0, guide, &note);
  _trinh_spreadsheet_check (self, worksheet_set_row (sheet, info.row, _trinh_spreadsheet_guess_height (guide, NAME_WIDTH + TEXT_WIDTH, TRINH_SPREADSHEET_SIZE), NULL), NULL);
  worksheet_protect (sheet, NULL, NULL);
}
