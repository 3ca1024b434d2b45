/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-regime-editions-private.h"
#include "trinh-regime-library.h"

#define OWN_FORMAT "trinhky-own/1"
#define USED_MARK "used"
#define SHA256_LENGTH 64

static void
edition_file_free (gpointer data)
{
  TrinhEditionFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* A report is a stranger's file: its checksum must not lead out of the folder. */
static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == SHA256_LENGTH && strspn (text, "0123456789abcdef") == SHA256_LENGTH;
}

static char *
get_path (const char *sha256)
{
  g_autofree char *folder = trinh_user_folder_get ();

  return g_build_filename (folder, "editions", sha256, NULL);
}

static char *
get_own_path (const char *id)
{
  g_autofree char *folder = trinh_user_folder_get ();
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (folder, "own", name, NULL);
}

static gboolean
fail (const char *path,
      GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("“%s” could not be written: %s"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
write_file (const char *path,
            const char *data,
            gsize size,
            GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (folder, error);
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

/* Folders of ours are two levels deep; what is a link is taken away, never followed. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static gboolean
write_files (const char *path,
             GPtrArray *files,
             GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      TrinhEditionFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_build_filename (path, file->name, NULL);
      gsize size;
      const char *data = g_bytes_get_data (file->bytes, &size);

      if (!write_file (name, data, size, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
_trinh_edition_files_new (void)
{
  return g_ptr_array_new_with_free_func (edition_file_free);
}

void
_trinh_edition_files_add (GPtrArray *files,
                          const char *kind,
                          const char *id,
                          GBytes *bytes)
{
  TrinhEditionFile *file = g_new0 (TrinhEditionFile, 1);

  file->name = g_strdup_printf ("%s/%s.json", kind, id);
  file->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (files, file);
}

GFile *
_trinh_edition_find (const char *sha256,
                     const char *id)
{
  g_autofree char *path = is_sha256 (sha256) ? get_path (sha256) : NULL;
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) file = path != NULL ? g_file_new_build_filename (path, "regimes", name, NULL) : NULL;

  return file != NULL && g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

gboolean
_trinh_edition_write (GPtrArray *files,
                      const char *sha256,
                      GError **error)
{
  g_autofree char *path = get_path (sha256);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);

  g_assert (is_sha256 (sha256));

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp_full (temporary, 0700) == NULL)
    return fail (path, error);
  if (write_files (temporary, files, error))
    {
      /* Two programs at once write the same: the second finds the place taken. */
      if (g_rename (temporary, path) == 0 || g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          remove_folder (temporary);
          return TRUE;
        }
      fail (path, error);
    }
  remove_folder (temporary);
  return FALSE;
}

gboolean
_trinh_edition_set_used (const char *sha256,
                         GError **error)
{
  g_autofree char *path = get_path (sha256);
  g_autofree char *mark = g_build_filename (path, USED_MARK, NULL);

  return g_file_test (mark, G_FILE_TEST_EXISTS) || write_file (mark, "", 0, error);
}

gboolean
_trinh_edition_is_used (const char *sha256)
{
  g_autofree char *path = get_path (sha256);
  g_autofree char *mark = g_build_filename (path, USED_MARK, NULL);

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

void
_trinh_edition_remove (const char *sha256)
{
  g_autofree char *path = get_path (sha256);

  remove_folder (path);
}

gboolean
_trinh_own_read (const char *id,
                 char **sha256,
                 GError **error)
{
  g_autofree char *path = get_own_path (id);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhJsonDocument) document = NULL;
  JsonNode *root;
  const char *edition = NULL;

  *sha256 = NULL;
  if (!g_file_query_exists (file, NULL))
    return TRUE;
  document = trinh_json_document_load (file, error);
  if (document == NULL)
    return FALSE;
  root = trinh_json_document_get_root (document);
  if (JSON_NODE_HOLDS_OBJECT (root) && g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (root), "format", NULL), OWN_FORMAT) == 0)
    edition = json_object_get_string_member_with_default (json_node_get_object (root), "edition", NULL);
  if (!is_sha256 (edition))
    {
      trinh_json_document_set_error (document, root, error, TRINH_CORE_ERROR_SYNTAX, _ ("this file should name the edition of the regime “%s”, and does not; take the file away and import the regime again"), id);
      return FALSE;
    }
  *sha256 = g_strdup (edition);
  return TRUE;
}

gboolean
_trinh_own_write (const char *id,
                  const char *sha256,
                  GError **error)
{
  g_autofree char *path = get_own_path (id);
  g_autofree char *text = g_strdup_printf ("{ \"format\": \"%s\", \"id\": \"%s\", \"edition\": \"%s\" }\n", OWN_FORMAT, id, sha256);

  return write_file (path, text, strlen (text), error);
}

gboolean
_trinh_own_remove (const char *id,
                   GError **error)
{
  g_autofree char *path = get_own_path (id);

  return g_unlink (path) == 0 || fail (path, error);
}

GFile *
_trinh_own_get_folder (void)
{
  g_autofree char *folder = trinh_user_folder_get ();

  return g_file_new_build_filename (folder, "own", NULL);
}

char *
trinh_user_folder_get (void)
{
  return g_build_filename (g_get_user_data_dir (), "trinhky", NULL);
}
