/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A session with a database of its own; the regime "kiem-thu" (fixtures/reports/data) beside the shipped ones. */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "trinh-session.h"
#include "trinh-store-private.h"
#include "trinh-worker.h"

typedef struct
{
  char *folder;
  char *database;
  TrinhSession *session;
  TrinhStore *store;
} Fixture;

static inline void
fixture_open (Fixture *fixture)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "data", NULL);
  g_autoptr (GError) error = NULL;

  trinh_session_use_all_formats ();
  fixture->session = trinh_session_new (fixture->database, (const char *const[]) { data, NULL });
  fixture->store = trinh_session_get_store (fixture->session, &error);
  g_assert_no_error (error);
}

static inline void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("trinh-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = g_build_filename (fixture->folder, "trinhky.db", NULL);
  fixture_open (fixture);
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_clear_object (&fixture->session);
  fixture_open (fixture);
}

static inline void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  /* What was cancelled may still be at work on the database. */
  g_assert_true (trinh_worker_finish (60000));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->session);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (g_remove (path) != 0)
        g_test_message ("left: %s", path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->database);
}

static inline GFile *
fixture_get_file (Fixture *fixture,
                  const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

/* The names in the folder that begin so, sorted and joined by spaces */
static inline char *
fixture_list (Fixture *fixture,
              const char *prefix)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);

  return names->len > 0 ? g_strjoinv (" ", (char **) names->pdata) : g_strdup ("");
}

static inline TrinhWork *
fixture_create (Fixture *fixture,
                const char *regime,
                const char *period)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (GError) error = NULL;
  TrinhPeriod parsed;
  TrinhWork *work;

  g_assert_true (trinh_period_parse (period, &parsed, NULL));
  work = trinh_session_create (fixture->session, regime, parsed, office, &error);
  g_assert_no_error (error);

  return work;
}

static inline void
fixture_enter (TrinhWork *work,
               const char *address,
               const char *text)
{
  g_autoptr (GError) error = NULL;

  trinh_work_enter_text (work, address, text, &error);
  g_assert_no_error (error);
}

static inline const char *
fixture_get_text (TrinhWork *work,
                  const char *address)
{
  return trinh_value_get_text (trinh_report_get_value (trinh_work_get_report (work), address));
}

/* Until the answers are in, at most a minute */
static inline void
fixture_wait (TrinhWork *work,
              TrinhSaving saving)
{
  const gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (trinh_work_get_saving (work) != saving && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpint (trinh_work_get_saving (work), ==, saving);
}
