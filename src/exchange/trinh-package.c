/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "trinh-workbook-private.h"

#define MAX_ENTRIES 10000
#define BLOCK (64 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static void
set_damaged (const char *name,
             GError **error)
{
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("“%s” is damaged or was cut off on its way. Have it sent again, or save it again in the program it comes from."), name);
}

static void
set_encrypted (const char *name,
               GError **error)
{
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCRYPTED, _ ("“%s” opens with a password only. Open it in the program it comes from, save it without a password, and import that."), name);
}

void
_trinh_package_set_too_large (const char *name,
                              GError **error)
{
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE, _ ("“%s” holds more than can be read. Leave only the tables that the report needs in it."), name);
}

static gboolean
is_wanted (const char *path,
           const char *const *wanted)
{
  for (guint i = 0; path != NULL && wanted[i] != NULL; i++)
    if (g_str_has_prefix (path, wanted[i]))
      return TRUE;

  return FALSE;
}

/* @left: how much may still be unpacked; what an archive says of its sizes is not believed */
static GBytes *
read_entry (Archive *archive,
            const char *name,
            gsize *left,
            GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    {
      if ((gsize) n > *left)
        {
          _trinh_package_set_too_large (name, error);
          return NULL;
        }
      *left -= (gsize) n;
      g_byte_array_append (data, block, (guint) n);
    }
  if (n < 0)
    {
      set_damaged (name, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
read_entries (Archive *archive,
              GHashTable *package,
              const char *name,
              const char *const *wanted,
              GError **error)
{
  gsize left = TRINH_WORKBOOK_MAX_UNPACKED;
  struct archive_entry *entry;
  int code;

  for (guint n = 0; (code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN; n++)
    {
      const char *path = archive_entry_pathname_utf8 (entry);
      GBytes *bytes;

      if (n >= MAX_ENTRIES)
        return _trinh_package_set_too_large (name, error), FALSE;
      if (!is_wanted (path, wanted))
        continue;
      if (archive_entry_is_encrypted (entry))
        return set_encrypted (name, error), FALSE;
      bytes = read_entry (archive, name, &left, error);
      if (bytes == NULL)
        return FALSE;
      g_hash_table_insert (package, g_strdup (path), bytes);
    }
  if (code == ARCHIVE_EOF)
    return TRUE;

  set_damaged (name, error);

  return FALSE;
}

GHashTable *
_trinh_package_load (GBytes *bytes,
                     const char *name,
                     const char *const *wanted,
                     GError **error)
{
  g_autoptr (GHashTable) package = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (Archive) archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  /* With the directory at its end: a file that was cut has none. */
  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_damaged (name, error);
      return NULL;
    }

  return read_entries (archive, package, name, wanted, error) ? g_steal_pointer (&package) : NULL;
}
