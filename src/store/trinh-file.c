/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "trinh-connection-private.h"
#include "trinh-file-private.h"

/* The head of a database file: https://www.sqlite.org/fileformat2.html, 1.3 */
#define HEAD_SIZE 100
#define HEAD_PAGE_SIZE 16
#define HEAD_CHANGES 24
#define HEAD_N_PAGES 28
#define HEAD_VALID_FOR 92

static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

static void
set_error_from_errno (GError **error,
                      int number,
                      const char *path)
{
  if (number == EROFS || number == EACCES || number == EPERM)
    trinh_store_set_error (error, SQLITE_READONLY, path, g_strerror (number));
  else if (number == ENOSPC || number == EDQUOT)
    trinh_store_set_error (error, SQLITE_FULL, path, g_strerror (number));
  else
    trinh_store_set_error (error, SQLITE_CANTOPEN, path, g_strerror (number));
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

gboolean
trinh_file_create (const char *path,
                   GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_error_from_errno (error, errno, folder);
      return FALSE;
    }

  descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      set_error_from_errno (error, errno, path);
      return FALSE;
    }
  close (descriptor);
  sync_folder (path);
  return TRUE;
}

static guint32
read_number (const guint8 *head,
             guint offset)
{
  guint32 number;

  memcpy (&number, head + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* While there is a write-ahead log the file may rightly be behind its head. */
static gboolean
is_cut (const char *path,
        const guint8 *head,
        gint64 size)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint32 page_size = (guint32) head[HEAD_PAGE_SIZE] << 8 | head[HEAD_PAGE_SIZE + 1];
  GStatBuf status;

  if (g_stat (log, &status) == 0 && status.st_size > 0)
    return FALSE;
  if (read_number (head, HEAD_CHANGES) != read_number (head, HEAD_VALID_FOR))
    return FALSE;

  /* 65536 does not fit and is written as 1 */
  if (page_size == 1)
    page_size = 65536;
  return (gint64) read_number (head, HEAD_N_PAGES) * page_size > size;
}

static gboolean
examine_head (const char *path,
              const guint8 *head,
              gssize length,
              gint64 size,
              GError **error)
{
  if (length == 0)
    return TRUE;

  if (memcmp (head, "SQLite format 3", MIN (length, 16)) != 0)
    {
      trinh_store_set_error (error, SQLITE_NOTADB, path, NULL);
      return FALSE;
    }

  if (length < HEAD_SIZE || is_cut (path, head, size))
    {
      trinh_store_set_error (error, SQLITE_CORRUPT, path, _ ("its end is missing"));
      return FALSE;
    }
  return TRUE;
}

gboolean
trinh_file_examine (const char *path,
                    GError **error)
{
  guint8 head[HEAD_SIZE] = { 0 };
  struct stat status;
  gssize length = -1;
  int descriptor;
  int number;

  descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (descriptor >= 0 && fstat (descriptor, &status) == 0)
    length = read (descriptor, head, sizeof head);
  number = errno;
  if (descriptor >= 0)
    close (descriptor);

  if (length < 0)
    {
      trinh_store_set_error (error, SQLITE_CANTOPEN, path, g_strerror (number));
      return FALSE;
    }
  return examine_head (path, head, length, status.st_size, error);
}

void
trinh_file_make_private (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && (status.st_mode & 0077) != 0)
    g_chmod (path, 0600);
}

char *
trinh_file_make_temporary (const char *path,
                           GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".tmp-XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (descriptor < 0)
    {
      set_error_from_errno (error, errno, path);
      return NULL;
    }
  close (descriptor);
  return g_steal_pointer (&temporary);
}

gboolean
trinh_file_replace (const char *from,
                    const char *to,
                    GError **error)
{
  int descriptor = g_open (from, O_RDONLY | O_CLOEXEC, 0);
  gboolean done;

  done = descriptor >= 0 && fsync (descriptor) == 0 && g_rename (from, to) == 0;
  if (!done)
    set_error_from_errno (error, errno, to);
  else
    sync_folder (to);
  if (descriptor >= 0)
    close (descriptor);
  return done;
}

void
trinh_file_remove (const char *path)
{
  g_unlink (path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      g_unlink (beside);
    }
}

char *
trinh_file_stamp (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y%m%dT%H%M%S");
}
