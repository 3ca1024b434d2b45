/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "trinh-session-private.h"

/* Renaming over a device or a pipe would take its place: those are written into. */
static gboolean
is_special (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && !S_ISREG (info.st_mode);
}

/* A link stays one: the file that it leads to is replaced. */
static char *
dup_real_path (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *real = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);

  return real;
}

static gboolean
write_special (const char *path,
               GBytes *bytes,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (stream == NULL)
    return FALSE;

  return g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), data, size, NULL, NULL, error) &&
         g_io_stream_close (G_IO_STREAM (stream), NULL, error);
}

static const char *
explain (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("the disk is full; free some space and try again");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _ ("the disk is read-only; choose another folder");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you may not write there; choose another folder");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("the folder does not exist; choose another");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _ ("what should be its folder is a file; choose another");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("it is a folder; give a file name");

  return error->message;
}

void
_trinh_session_set_write_error (GFile *target,
                                const GError *reason,
                                GError **error)
{
  g_autofree char *name = g_file_get_parse_name (target);

  g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE, _ ("“%s” could not be written: %s."), name, explain (reason));
}

static gboolean
write_path (const char *path,
            GBytes *bytes,
            GError **error)
{
  g_autofree char *real = dup_real_path (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_test (real, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, real);
      return FALSE;
    }
  if (is_special (real))
    return write_special (real, bytes, error);

  return g_file_set_contents_full (real, data != NULL ? data : "", size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

gboolean
trinh_session_write_file (GFile *target,
                          GBytes *bytes,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  gboolean written;

  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_get_path (target);
  if (path != NULL)
    written = write_path (path, bytes, &local_error);
  else
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      written = g_file_replace_contents (target, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &local_error);
    }

  if (!written)
    _trinh_session_set_write_error (target, local_error, error);

  return written;
}
