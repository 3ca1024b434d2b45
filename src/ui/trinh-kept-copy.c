/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "trinh-kept-copy.h"

static char *
dup_place (void)
{
  return g_build_filename (g_get_user_cache_dir (), "trinhky", "copies", NULL);
}

/* A folder of its own, so that the file keeps its name */
static char *
make_folder (GError **error)
{
  g_autofree char *place = dup_place ();
  g_autofree char *folder = g_build_filename (place, "XXXXXX", NULL);

  if (g_mkdir_with_parents (place, 0700) != 0 || g_mkdtemp_full (folder, 0700) == NULL)
    {
      const int reason = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), "%s: %s", place, g_strerror (reason));
      return NULL;
    }

  return g_steal_pointer (&folder);
}

GFile *
trinh_kept_copy_new (const char *name,
                     GBytes *bytes,
                     GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  folder = make_folder (error);
  if (folder == NULL)
    return NULL;
  base = g_path_get_basename (name);
  path = g_build_filename (folder, base, NULL);
  /* The portal that opens files from a sandbox wants one that nobody writes to. */
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0400, error))
    {
      g_remove (path);
      g_rmdir (folder);
      return NULL;
    }

  return g_file_new_for_path (path);
}

static void
clear_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
trinh_kept_copies_clear (void)
{
  g_autofree char *place = dup_place ();
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, name, NULL);

      clear_folder (folder);
    }
}
