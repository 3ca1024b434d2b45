/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A data folder of a test's own: outline "o1", forms "f1" and "f2", written anew as the test likes. */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "trinh-regime-library.h"

typedef struct
{
  char *path;
  TrinhRegimeLibrary *library;
} DataFolder;

static const char data_folder_outline[] =
  "{ \"format\": \"trinhky-outline/1\", \"id\": \"o1\", \"items\": [\n"
  "  { \"id\": \"I\", \"number\": \"I\", \"title\": \"MỘT\", \"level\": 1, \"forms\": [\"f1\"] } ] }\n";

static inline void
data_folder_write (DataFolder *self,
                   const char *name,
                   const char *content)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

/* @rows, @rules: what stands in the brackets */
static inline void
data_folder_set_form (DataFolder *self,
                      const char *id,
                      const char *rows,
                      const char *rules)
{
  g_autofree char *name = g_strdup_printf ("forms/%s.json", id);
  g_autofree char *content = g_strdup_printf (
    "{ \"format\": \"trinhky-form/1\", \"id\": \"%s\", \"label\": \"L\", \"title\": \"T\",\n"
    "  \"columns\": [ { \"id\": \"value\", \"title\": \"V\" } ],\n"
    "  \"rows\": [\n%s\n],\n\"rules\": [\n%s\n] }\n",
    id,
    rows,
    rules);

  data_folder_write (self, name, content);
}

/* @members: what the regime "r1" has besides; @periods: what stands in the brackets */
static inline void
data_folder_set_regime (DataFolder *self,
                        const char *members,
                        const char *periods)
{
  g_autofree char *content = g_strdup_printf (
    "{ \"format\": \"trinhky-regime/1\", \"id\": \"r1\", \"version\": \"1\", \"title\": \"T\", \"outline\": \"o1\",\n"
    "  %s,\n  \"periods\": [ %s ] }\n",
    members,
    periods);

  data_folder_write (self, "regimes/r1.json", content);
}

static inline DataFolder *
data_folder_new (void)
{
  DataFolder *self = g_new0 (DataFolder, 1);

  self->path = g_dir_make_tmp ("trinh-data-XXXXXX", NULL);
  g_assert_nonnull (self->path);
  self->library = trinh_regime_library_new ((const char *const[]) { self->path, NULL });
  data_folder_write (self, "outlines/o1.json", data_folder_outline);
  data_folder_set_form (self, "f1", "{ \"key\": \"1\", \"label\": \"A\", \"kind\": \"count\", \"concept\": \"a.one\" }", "");
  data_folder_set_form (self, "f2", "{ \"key\": \"1\", \"label\": \"B\", \"kind\": \"count\" }", "");
  return self;
}

static inline void
data_folder_free (DataFolder *self)
{
  static const char *const folders[] = { "outlines", "forms", "regimes", "." };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (self->path, folders[i], NULL);
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name;

      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          g_remove (child);
        }
      g_rmdir (path);
    }
  g_object_unref (self->library);
  g_rmdir (self->path);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DataFolder, data_folder_free)

static inline GPtrArray *
data_folder_check (DataFolder *self,
                   const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->path, name, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = trinh_regime_library_check_file (self->library, file, &error);

  g_assert_no_error (error);
  return problems;
}

/* Exactly one problem, with @expected in its message; none at all where @expected is %NULL. */
static inline void
data_folder_assert_problem (DataFolder *self,
                            const char *name,
                            const char *expected)
{
  g_autoptr (GPtrArray) problems = data_folder_check (self, name);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL && strstr (((GError *) g_ptr_array_index (problems, 0))->message, expected) == NULL)
    g_test_fail_printf ("“%s” is not in “%s”", expected, ((GError *) g_ptr_array_index (problems, 0))->message);
}
