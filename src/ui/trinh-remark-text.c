/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-bound.h"
#include "trinh-indicator-picker.h"
#include "trinh-remark-text.h"

static char *
dup_section_name (TrinhWork *work,
                  const char *id)
{
  TrinhSection *section = trinh_report_find_section (trinh_work_get_report (work), id);
  g_autofree char *title = section != NULL ? trinh_markup_strip (trinh_section_get_title (section)) : NULL;

  if (section == NULL)
    return g_strdup (_ ("A section that is not there any more"));
  if (title[0] == '\0')
    return g_strdup (_ ("Paragraph without a heading"));
  if (trinh_section_get_number (section)[0] == '\0')
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s. %s", trinh_section_get_number (section), title);
}

static char *
dup_value_place (TrinhWork *work,
                 const char *address)
{
  TrinhRegime *regime = trinh_report_get_regime (trinh_work_get_report (work));
  g_autofree char *form_id = NULL;
  g_autofree char *code = NULL;
  TrinhForm *form = NULL;

  if (trinh_address_split (address, &form_id, NULL, NULL))
    form = trinh_regime_find_form (regime, form_id);
  if (form == NULL)
    return g_strdup (address);
  code = trinh_work_dup_code (work, address);

  return g_strdup_printf ("%s · %s", trinh_form_get_label (form), code);
}

char *
trinh_remark_text_dup_where (TrinhWork *work,
                             const char *place)
{
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  if (place == NULL)
    return g_strdup (_ ("The whole report"));
  if (trinh_report_find_section (trinh_work_get_report (work), place) != NULL)
    return dup_section_name (work, place);

  return dup_value_place (work, place);
}

char *
trinh_remark_text_dup_place (TrinhWork *work,
                             TrinhRemark *remark)
{
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_REMARK (remark), NULL);

  if (trinh_remark_get_cell (remark) != NULL)
    return trinh_indicator_dup_name (work, trinh_remark_get_cell (remark));
  if (trinh_remark_get_section (remark) != NULL)
    return dup_section_name (work, trinh_remark_get_section (remark));

  return g_strdup (_ ("The whole report"));
}

char *
trinh_remark_text_dup_quote (TrinhWork *work,
                             TrinhRemark *remark)
{
  const char *quote;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_REMARK (remark), NULL);

  quote = trinh_remark_get_quote (remark);

  return quote != NULL ? trinh_bound_dup_text (work, quote) : g_strdup ("");
}

char *
trinh_remark_text_dup_byline (TrinhRemark *remark)
{
  g_autofree char *time = NULL;
  const char *role;

  g_return_val_if_fail (TRINH_IS_REMARK (remark), NULL);

  time = trinh_remark_text_dup_time (trinh_remark_get_at (remark));
  role = trinh_role_get_name (trinh_role_from_nick (trinh_remark_get_role (remark)));
  if (role[0] == '\0')
    return g_strdup_printf ("%s · %s", trinh_remark_get_by (remark), time);

  return g_strdup_printf ("%s · %s · %s", trinh_remark_get_by (remark), role, time);
}

char *
trinh_remark_text_dup_time (const char *at)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (at != NULL, NULL);

  time = g_date_time_new_from_iso8601 (at, NULL);

  return time != NULL ? g_date_time_format (time, "%d/%m/%Y %H:%M") : g_strdup (at);
}
