/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Reports of the regime "kiem-thu" (fixtures/reports/data), made to be tested with. */

#pragma once

#include <string.h>

#include "trinh-core.h"

static inline TrinhRegimeLibrary *
fixture_library (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "data", NULL);
  const char *const folders[] = { folder, NULL };

  return trinh_regime_library_new (folders);
}

static inline TrinhReport *
fixture_new (TrinhRegimeLibrary *library,
             const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "kiem-thu", &error);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  TrinhPeriod parsed;

  g_assert_no_error (error);
  g_assert_true (trinh_period_parse (period, &parsed, NULL));
  return trinh_report_new (regime, parsed, office);
}

static inline TrinhReport *
fixture_load (TrinhRegimeLibrary *library,
              const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_report_load_file (file, library, &error);

  g_assert_no_error (error);
  return report;
}

static inline void
fixture_apply (TrinhReport *report,
               TrinhEdit *edit)
{
  g_autoptr (TrinhEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  trinh_report_apply (report, owned, &error);
  g_assert_no_error (error);
}

/* @text: (nullable): %NULL clears the cell */
static inline void
fixture_set (TrinhReport *report,
             const char *address,
             const char *text)
{
  g_autoptr (TrinhValue) value = text != NULL ? trinh_value_new (text) : NULL;

  fixture_apply (report, trinh_edit_new_value (address, address, value));
}

/* "1.1=14 1.2=20": cells of k1 */
static inline void
fixture_set_all (TrinhReport *report,
                 const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, " ", -1);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("cells");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      g_autofree char *address = g_strdup_printf ("k1:%s", pair[0]);
      g_autoptr (TrinhValue) value = NULL;

      if (pair[0] == NULL || pair[1] == NULL)
        continue;
      value = trinh_value_new (pair[1]);
      trinh_edit_set_value (edit, address, value);
    }
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
}

static inline void
fixture_set_state (TrinhReport *report,
                   const char *state)
{
  TrinhEdit *edit = trinh_edit_new (state);

  trinh_edit_set_member_string (edit, "state", state);
  fixture_apply (report, edit);
}

static inline void
fixture_set_text (TrinhReport *report,
                  const char *section,
                  const char *text)
{
  TrinhEdit *edit = trinh_edit_new ("text");
  g_autoptr (TrinhSection) changed = trinh_section_with_text (trinh_report_find_section (report, section), text, FALSE);

  trinh_edit_set_section (edit, changed);
  fixture_apply (report, edit);
}

static inline char *
fixture_text (TrinhReport *report)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (report);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline JsonNode *
fixture_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}
