/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-session-private.h"

/* A sample that was tried out stays as it was left, also where a newer program brings another edition of it. */
static gboolean
import_sample (TrinhSession *self,
               TrinhReport *report,
               GError **error)
{
  return _trinh_session_is_stored (self, trinh_report_get_id (report)) || trinh_store_import (trinh_session_get_store (self, NULL), report, NULL, error);
}

/* The earlier periods of the sample's office come along, so that there is something to compare with. */
static gboolean
import_samples (TrinhSession *self,
                const char *folder,
                TrinhReport *sample,
                GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (TrinhReport) report = NULL;

      if (!g_str_has_suffix (name, ".trinhky"))
        continue;
      report = trinh_session_read_file (self, file, error);
      if (report == NULL || (trinh_office_is_same (trinh_report_get_office (report), trinh_report_get_office (sample)) && !import_sample (self, report, error)))
        return FALSE;
    }

  return TRUE;
}

TrinhWork *
trinh_session_open_sample (TrinhSession *self,
                           GError **error)
{
  g_autofree char *folder = g_build_filename (trinh_data_folder_get (), "samples", NULL);
  g_autofree char *path = g_build_filename (folder, "binh-lang-2022-h1.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhReport) sample = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  if (trinh_session_get_store (self, error) == NULL)
    return NULL;
  sample = trinh_session_read_file (self, file, error);
  if (sample == NULL || !import_samples (self, folder, sample, error))
    return NULL;

  return trinh_session_open_stored (self, trinh_report_get_id (sample), error);
}
