/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a report lacks before it can be submitted. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-work-review.h"

static char *
dup_section_title (TrinhSection *section)
{
  g_autofree char *title = trinh_markup_strip (trinh_section_get_title (section));
  const char *number = trinh_section_get_number (section);

  return *number != '\0' ? g_strdup_printf ("%s. %s", number, title) : g_steal_pointer (&title);
}

/* "Biểu mẫu 1, 2.1", "1. Công tác chỉ đạo", or the whole report; (transfer full) */
static char *
dup_title (TrinhWork *work,
           const char *place)
{
  TrinhReport *report = trinh_work_get_report (work);
  TrinhSection *section = trinh_report_find_section (report, place);
  g_autofree char *form_id = NULL;
  g_autofree char *code = NULL;
  TrinhForm *form;

  if (section != NULL)
    return dup_section_title (section);
  if (!trinh_address_split (place, &form_id, NULL, NULL))
    return g_strdup (_ ("The whole report"));
  form = trinh_regime_find_form (trinh_report_get_regime (report), form_id);
  code = form != NULL ? trinh_work_dup_code (work, place) : NULL;

  return form != NULL ? g_strdup_printf ("%s, %s", trinh_form_get_label (form), code) : g_strdup (place);
}

static void
add_point (TrinhWork *work,
           GPtrArray *points,
           TrinhOpenPointKind kind,
           const char *place,
           const char *text,
           TrinhFinding *finding,
           const char *thread)
{
  g_autofree char *title = dup_title (work, place);

  g_ptr_array_add (points, trinh_open_point_new (kind, place, title, text, finding, thread));
}

static void
add_blanks (TrinhWork *work,
            GPtrArray *points)
{
  g_autoptr (GPtrArray) blanks = trinh_evaluation_list_blanks (trinh_work_get_evaluation (work));

  for (guint i = 0; i < blanks->len; i++)
    {
      const char *place = blanks->pdata[i];
      const gboolean text = trinh_report_find_section (trinh_work_get_report (work), place) != NULL;

      add_point (work, points, TRINH_OPEN_POINT_BLANK, place, text ? _ ("This section has no text yet; write it, or say “none”.") : _ ("This value is blank; fill it in, or say why it stays blank."), NULL, NULL);
    }
}

static void
add_errors (TrinhWork *work,
            GPtrArray *points)
{
  GListModel *findings = G_LIST_MODEL (trinh_work_get_evaluation (work));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (findings, i);
      const char *place = trinh_finding_get_place (finding);

      if (trinh_finding_get_severity (finding) != TRINH_SEVERITY_ERROR || trinh_finding_get_acknowledged (finding))
        continue;
      add_point (work, points, TRINH_OPEN_POINT_ERROR, place != NULL ? place : "", trinh_finding_get_message (finding), finding, NULL);
    }
}

/* In an office of one who is signatory and clerk answers his or her own remark. */
static gboolean
is_answered (TrinhRemarkThread *thread)
{
  TrinhRemark *first = trinh_remark_thread_get_first (thread);
  TrinhRemark *last = trinh_remark_thread_get_last (thread);

  return trinh_remark_thread_get_settled (thread) || trinh_remark_thread_get_answered (thread) ||
         !g_str_equal (trinh_remark_get_role (first), trinh_remark_get_role (last));
}

/* What a clerk remarks for the others holds nothing up. */
static void
add_remarks (TrinhWork *work,
             GPtrArray *points)
{
  g_autoptr (GPtrArray) threads = trinh_remarks_list_threads (trinh_work_get_report (work));

  for (guint i = 0; i < threads->len; i++)
    {
      TrinhRemarkThread *thread = threads->pdata[i];
      TrinhRemark *first = trinh_remark_thread_get_first (thread);
      const char *place = trinh_remark_get_cell (first);

      if (is_answered (thread) || g_str_equal (trinh_remark_get_role (first), trinh_role_to_nick (TRINH_ROLE_CLERK)))
        continue;
      if (place == NULL)
        place = trinh_remark_get_section (first);
      add_point (work, points, TRINH_OPEN_POINT_REMARK, place != NULL ? place : "", trinh_remark_get_text (trinh_remark_thread_get_last (thread)), NULL, trinh_remark_thread_get_id (thread));
    }
}

guint
trinh_work_count_open_remarks (TrinhWork *self)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TRINH_IS_WORK (self), 0);

  add_remarks (self, points);

  return points->len;
}

GPtrArray *
trinh_work_list_open_points (TrinhWork *self)
{
  GPtrArray *points;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  points = g_ptr_array_new_with_free_func (g_object_unref);
  add_blanks (self, points);
  add_errors (self, points);
  add_remarks (self, points);

  return points;
}
