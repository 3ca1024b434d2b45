/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "trinh-archive.h"
#include "trinh-workbook.h"

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_write_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

static la_ssize_t
append_bytes (Archive *archive,
              void *data,
              const void *block,
              size_t length)
{
  g_byte_array_append (data, block, (guint) length);

  return (la_ssize_t) length;
}

/* No time stands in an entry: it would be another in each run. */
static gboolean
write_file (Archive *archive,
            const TrinhArchiveFile *file)
{
  g_autoptr (ArchiveEntry) entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (file->bytes, &size);

  archive_entry_set_pathname (entry, file->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);

  return archive_write_header (archive, entry) == ARCHIVE_OK &&
         archive_write_data (archive, data, size) == (la_ssize_t) size &&
         archive_write_finish_entry (archive) == ARCHIVE_OK;
}

static gboolean
write_files (Archive *archive,
             const TrinhArchiveFile *files,
             guint n_files,
             GByteArray *packed)
{
  if (archive_write_set_format_zip (archive) != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK ||
      archive_write_open (archive, packed, NULL, append_bytes, NULL) != ARCHIVE_OK)
    return FALSE;

  for (guint i = 0; i < n_files; i++)
    if (!write_file (archive, &files[i]))
      return FALSE;

  return archive_write_close (archive) == ARCHIVE_OK;
}

GBytes *
trinh_archive_pack (const TrinhArchiveFile *files,
                    guint n_files,
                    GError **error)
{
  g_autoptr (Archive) archive = archive_write_new ();
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  g_return_val_if_fail (files != NULL, NULL);

  if (archive == NULL || !write_files (archive, files, n_files, packed))
    {
      const char *reason = archive != NULL ? archive_error_string (archive) : NULL;

      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_MAKE, _ ("The file could not be put together, and nothing was written. Try again. (%s)"), reason != NULL ? reason : _ ("there is not enough memory"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&packed));
}
