/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "trinh-session-private.h"

#define RESOLUTION 150.0

/* All pages are written into a folder of their own beside the target and take their names at the end:
 * what fails on the way leaves the pictures of another day as they were. */
typedef struct
{
  /* Owned References */
  char *staging;
  GPtrArray *drawn; /* of char*: paths in the staging folder */
  GPtrArray *paths; /* of char*: where they belong */
} Pictures;

static void
pictures_free (Pictures *self)
{
  for (guint i = 0; i < self->drawn->len; i++)
    g_unlink (self->drawn->pdata[i]);
  if (self->staging != NULL)
    g_rmdir (self->staging);
  g_free (self->staging);
  g_ptr_array_unref (self->drawn);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pictures, pictures_free)

static gboolean
fail (const char *path,
      int code,
      GError **error)
{
  g_autoptr (GError) reason = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
  g_autoptr (GFile) file = g_file_new_for_path (path);

  _trinh_session_set_write_error (file, reason, error);

  return FALSE;
}

static Pictures *
pictures_new (const char *path,
              guint n_pages,
              GError **error)
{
  g_autoptr (Pictures) self = g_new0 (Pictures, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = g_str_has_suffix (path, ".png") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);

  self->drawn = g_ptr_array_new_with_free_func (g_free);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_pages; i++)
    {
      g_ptr_array_add (self->paths, n_pages == 1 ? g_strdup (path) : g_strdup_printf ("%s-%u.png", stem, i + 1));
      if (g_file_test (self->paths->pdata[i], G_FILE_TEST_IS_DIR))
        {
          fail (self->paths->pdata[i], EISDIR, error);
          return NULL;
        }
    }

  self->staging = g_build_filename (folder, ".trinhky-XXXXXX", NULL);
  if (g_mkdtemp (self->staging) == NULL)
    {
      g_clear_pointer (&self->staging, g_free);
      fail (path, errno, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* The person asked for the picture and knows nothing of the folder it is drawn in. */
static gboolean
draw (TrinhPages *pages,
      guint page,
      const char *drawn,
      const char *path,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *reason = NULL;

  if (trinh_pages_write_png (pages, page, RESOLUTION, drawn, &reason))
    return TRUE;

  if (reason->domain != G_FILE_ERROR)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  _trinh_session_set_write_error (file, reason, error);
  g_error_free (reason);

  return FALSE;
}

static gboolean
pictures_draw (Pictures *self,
               TrinhPages *pages,
               GCancellable *cancellable,
               GError **error)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (self->paths->pdata[i]);
      char *drawn = g_build_filename (self->staging, name, NULL);

      g_ptr_array_add (self->drawn, drawn);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !draw (pages, i, drawn, self->paths->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
pictures_put (Pictures *self,
              GError **error)
{
  for (guint i = 0; i < self->paths->len; i++)
    if (g_rename (self->drawn->pdata[i], self->paths->pdata[i]) != 0)
      return fail (self->paths->pdata[i], errno, error);

  return TRUE;
}

gboolean
_trinh_session_write_pictures (TrinhPages *pages,
                               GFile *target,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autofree char *path = g_file_get_path (target);
  g_autoptr (Pictures) pictures = NULL;

  if (path == NULL)
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE, _ ("Pictures can only be written to a folder of this computer."));
      return FALSE;
    }

  pictures = pictures_new (path, trinh_pages_get_n_pages (pages), error);

  return pictures != NULL && pictures_draw (pictures, pages, cancellable, error) && pictures_put (pictures, error);
}
