/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"

struct _TrinhJsonDocument
{
  gatomicrefcount reference_count;

  /* Owned References */
  JsonNode *root;
  GHashTable *lines;
  char *name;
  char *sha256;
};

G_DEFINE_BOXED_TYPE (TrinhJsonDocument,
                     trinh_json_document,
                     trinh_json_document_ref,
                     trinh_json_document_unref)

static gboolean
fail_too_large (const char *name,
                GError **error)
{
  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_TOO_LARGE,
               _ ("%s: the file is larger than %d MiB, which no file of this program is"),
               name,
               TRINH_JSON_MAX_SIZE / (1024 * 1024));

  return FALSE;
}

/* Reads no further than the limit: a size that a file tells beforehand can be wrong. */
static GBytes *
read_limited (GInputStream *stream,
              const char *name,
              GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  while (TRUE)
    {
      g_autoptr (GBytes) part = g_input_stream_read_bytes (stream, 256 * 1024, NULL, error);

      if (part == NULL)
        return NULL;
      if (g_bytes_get_size (part) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (content->len + g_bytes_get_size (part) > TRINH_JSON_MAX_SIZE)
        {
          fail_too_large (name, error);
          return NULL;
        }
      g_byte_array_append (content, g_bytes_get_data (part, NULL), (guint) g_bytes_get_size (part));
    }
}

TrinhJsonDocument *
trinh_json_document_parse (GBytes *bytes,
                           const char *name,
                           GError **error)
{
  g_autoptr (TrinhJsonDocument) self = NULL;
  const char *data = NULL;
  gsize size = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > TRINH_JSON_MAX_SIZE)
    {
      fail_too_large (name, error);
      return NULL;
    }

  self = g_new0 (TrinhJsonDocument, 1);
  g_atomic_ref_count_init (&self->reference_count);
  self->lines = g_hash_table_new (NULL, NULL);
  self->name = g_strdup (name);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->root = trinh_json_read (data != NULL ? data : "", size, name, self->lines, error);

  return self->root != NULL ? g_steal_pointer (&self) : NULL;
}

TrinhJsonDocument *
trinh_json_document_load (GFile *file,
                          GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, NULL, error);
  if (stream != NULL)
    bytes = read_limited (G_INPUT_STREAM (stream), name, error);
  if (bytes == NULL)
    {
      if (error != NULL && *error != NULL && (*error)->domain != TRINH_CORE_ERROR)
        g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return trinh_json_document_parse (bytes, name, error);
}

TrinhJsonDocument *
trinh_json_document_ref (TrinhJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);

  return self;
}

void
trinh_json_document_unref (TrinhJsonDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;

  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_free (self);
}

JsonNode *
trinh_json_document_get_root (TrinhJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

const char *
trinh_json_document_get_name (TrinhJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
trinh_json_document_get_sha256 (TrinhJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sha256;
}

guint
trinh_json_document_get_line (TrinhJsonDocument *self,
                              JsonNode *node)
{
  g_return_val_if_fail (self != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, node));
}

void
trinh_json_document_set_error (TrinhJsonDocument *self,
                               JsonNode *node,
                               GError **error,
                               int code,
                               const char *format,
                               ...)
{
  g_autofree char *reason = NULL;
  guint line = 0;
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = trinh_json_document_get_line (self, node);

  if (line > 0)
    g_set_error (error, TRINH_CORE_ERROR, code, "%s:%u: %s", self->name, line, reason);
  else
    g_set_error (error, TRINH_CORE_ERROR, code, "%s: %s", self->name, reason);
}
