/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-work.h"

static char *
dup_section_name (TrinhSection *section)
{
  g_autofree char *title = trinh_markup_strip (trinh_section_get_title (section));
  const char *number = trinh_section_get_number (section);

  return g_strdup_printf ("mục %s%s%s", number, *number != '\0' ? ". " : "", title);
}

/* The name of a form or of a section; (transfer full) (nullable) */
static char *
dup_name (TrinhReport *report,
          const char *place)
{
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), place);
  TrinhSection *section = form == NULL ? trinh_report_find_section (report, place) : NULL;

  if (form != NULL)
    return g_strdup (trinh_form_get_label (form));
  return section != NULL ? dup_section_name (section) : NULL;
}

/* "Biểu mẫu 6 còn 4 chỉ tiêu chưa điền", "mục 3. Bộ máy chưa có nội dung"; (nullable): nothing is missing */
static char *
dup_missing (TrinhWork *work,
             const char *place)
{
  const TrinhPlaceStatus status = trinh_evaluation_get_place (trinh_work_get_evaluation (work), place);
  g_autofree char *name = dup_name (trinh_work_get_report (work), place);

  if (name == NULL || status.n_filled >= status.n_required)
    return NULL;
  if (trinh_report_find_section (trinh_work_get_report (work), place) != NULL)
    return g_strdup_printf ("%s chưa có nội dung", name);
  return g_strdup_printf ("%s còn %u chỉ tiêu chưa điền", name, status.n_required - status.n_filled);
}

typedef struct
{
  GString *names;
  GString *missing;
} Listing;

static void
list_places (TrinhWork *work,
             const char *const *places,
             Listing *listing)
{
  for (guint i = 0; places[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (trinh_work_get_report (work), places[i]);
      g_autofree char *missing = dup_missing (work, places[i]);

      if (name != NULL)
        g_string_append_printf (listing->names, "%s%s", listing->names->len > 0 ? "; " : "", name);
      if (missing != NULL)
        g_string_append_printf (listing->missing, "%s%s", listing->missing->len > 0 ? "; " : "", missing);
    }
}

static char *
dup_term (TrinhReportPart *part,
          guint32 today)
{
  guint32 due = 0;
  g_autofree char *date = NULL;

  if (!trinh_date_parse (trinh_report_part_get_due (part), &due))
    return g_strdup ("trong thời gian sớm nhất");
  date = trinh_date_format (due);
  if (due < today)
    return g_strdup_printf ("thời hạn %s (đã quá hạn %u ngày)", date, today - due);
  return g_strdup_printf ("thời hạn %s", date);
}

char *
trinh_work_make_part_reminder (TrinhWork *self,
                               TrinhReportPart *part,
                               guint32 today)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);
  Listing listing = { names, missing };
  g_autofree char *term = NULL;
  TrinhReport *report;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT_PART (part), NULL);

  report = trinh_work_get_report (self);
  list_places (self, trinh_report_part_get_forms (part), &listing);
  list_places (self, trinh_report_part_get_sections (part), &listing);
  term = dup_term (part, today);

  return g_strdup_printf ("Kính gửi %s: %s đề nghị hoàn thành và gửi lại phần “%s” (%s) của báo cáo “%s”, %s. %s%s.",
                          trinh_report_part_get_who (part),
                          trinh_office_get_name (trinh_report_get_office (report)),
                          trinh_report_part_get_title (part),
                          names->str,
                          trinh_report_get_subject (report),
                          term,
                          missing->len > 0 ? "Theo bản của đơn vị tổng hợp còn thiếu: " : "Phần này không còn thiếu nội dung bắt buộc, đề nghị rà soát và gửi lại",
                          missing->str);
}
