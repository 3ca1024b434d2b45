/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-connection-private.h"

/* clang-format off */
G_DEFINE_QUARK (trinh-store-error-quark, trinh_store_error)
/* clang-format on */

static TrinhStoreError
code_from_sqlite (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return TRINH_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return TRINH_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return TRINH_STORE_ERROR_OPEN;
    case SQLITE_NOTADB:
      return TRINH_STORE_ERROR_FOREIGN;
    case SQLITE_CORRUPT:
      return TRINH_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TRINH_STORE_ERROR_BUSY;
    default:
      return TRINH_STORE_ERROR_IO;
    }
}

void
trinh_store_set_error (GError **error,
                       int code,
                       const char *path,
                       const char *detail)
{
  switch (code_from_sqlite (code))
    {
    case TRINH_STORE_ERROR_FULL:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FULL, _ ("The disk is full: “%s” cannot take more. Free some space and try again; what was saved before is kept."), path);
      break;
    case TRINH_STORE_ERROR_READ_ONLY:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_READ_ONLY, _ ("“%s” cannot be written: the file, its folder or the disk is read-only. Change the rights, or choose another database with --database."), path);
      break;
    case TRINH_STORE_ERROR_OPEN:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN, _ ("“%s” cannot be opened: %s. See that the folder is there and that you may write in it, or choose another database with --database."), path, detail);
      break;
    case TRINH_STORE_ERROR_FOREIGN:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FOREIGN, _ ("“%s” is not a database of Trình Ký. It was left as it is; choose another with --database."), path);
      break;
    case TRINH_STORE_ERROR_DAMAGED:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The database “%s” is damaged (%s). Put a backup in its place with “trinhky database restore”."), path, detail);
      break;
    case TRINH_STORE_ERROR_BUSY:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_BUSY, _ ("Another program is using “%s”. Close it and try again."), path);
      break;
    default:
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_IO, _ ("“%s” could not be read or written: %s. Check the disk and try again."), path, detail);
      break;
    }
}
