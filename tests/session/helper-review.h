/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A report of the regime "kiem-thu" on its way through the review. */

#pragma once

#include "fixture.h"
#include "trinh-work-review.h"

static inline void
review_fill (TrinhWork *work)
{
  g_autoptr (TrinhSection) section = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (GError) error = NULL;
  TrinhSection *before = trinh_report_find_section (trinh_work_get_report (work), "s2");

  fixture_enter (work, "k1:1.1", "3");
  fixture_enter (work, "k1:1.2", "1");
  fixture_enter (work, "k1:12", "5");
  section = trinh_section_new ("s2", trinh_section_get_outline (before), trinh_section_get_number (before), trinh_section_get_title (before), "Đã làm xong.", FALSE);
  trinh_edit_set_section (edit, section);
  g_assert_true (trinh_work_apply (work, edit, &error));
  g_assert_no_error (error);
}

static inline TrinhWork *
review_create (Fixture *fixture)
{
  TrinhWork *work = fixture_create (fixture, "kiem-thu", "2022-H1");

  review_fill (work);
  return work;
}

static inline void
review_do (TrinhWork *work,
           TrinhStepKind kind,
           const char *remark)
{
  g_autoptr (GError) error = NULL;

  trinh_work_do_step (work, kind, remark, &error);
  g_assert_no_error (error);
}

static inline TrinhReportState
review_get_state (TrinhWork *work)
{
  return trinh_report_get_state (trinh_work_get_report (work));
}

/* The report as its file, to be held against later */
static inline char *
review_dup_report (TrinhWork *work)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (trinh_work_get_report (work));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
