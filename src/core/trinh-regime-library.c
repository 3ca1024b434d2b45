/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-regime-editions-private.h"
#include "trinh-regime-library-private.h"
#include "trinh-regime-private.h"

struct _TrinhRegimeLibrary
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *folders;  /* of GFile: where to look first stands first */
  GHashTable *regimes; /* id, or checksum of an edition → TrinhRegime */
  GHashTable *forms;   /* id → TrinhForm */

  guint n_given; /* how many of the folders stand before one's own regimes */
};

G_DEFINE_FINAL_TYPE (TrinhRegimeLibrary, trinh_regime_library, G_TYPE_OBJECT)

static GFile *
get_child (GFile *folder,
           const char *kind,
           const char *id)
{
  g_autofree char *name = g_strconcat (kind, G_DIR_SEPARATOR_S, id, ".json", NULL);

  return g_file_resolve_relative_path (folder, name);
}

/* The bytes of a plain file, for the checksum; anything odd is left to the reader of JSON to refuse. */
TrinhJsonDocument *
_trinh_regime_library_read (GFile *file,
                            GBytes **bytes,
                            GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  TrinhJsonDocument *document;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > TRINH_JSON_MAX_SIZE)
    return trinh_json_document_load (file, error);
  content = g_file_load_bytes (file, NULL, NULL, error);
  if (content == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  document = trinh_json_document_parse (content, name, error);
  if (document != NULL && bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return document;
}

const char *
_trinh_regime_library_get_string (JsonNode *root,
                                  const char *name)
{
  JsonNode *node = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/* "trinhky-form/1" in the folder "forms": of several files of one name beside each other only one fits. */
gboolean
_trinh_regime_library_has_kind (TrinhJsonDocument *document,
                                const char *kind)
{
  const char *format = _trinh_regime_library_get_string (trinh_json_document_get_root (document), "format");
  g_autofree char *prefix = g_strdup_printf ("trinhky-%.*s/", (int) strlen (kind) - 1, kind);

  return g_str_has_prefix (format, prefix);
}

static GFile *
find_beside (GFile *beside,
             const char *kind,
             const char *id)
{
  g_autoptr (GFile) folder = g_file_get_parent (beside);
  g_autoptr (GFile) data = folder != NULL ? g_file_get_parent (folder) : NULL;
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) near = folder != NULL ? g_file_get_child (folder, name) : NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GFile) child = data != NULL ? get_child (data, kind, id) : NULL;

  if (child != NULL && g_file_query_exists (child, NULL))
    return g_steal_pointer (&child);
  if (near == NULL || !g_file_query_exists (near, NULL))
    return NULL;
  document = trinh_json_document_load (near, NULL);
  return document != NULL && _trinh_regime_library_has_kind (document, kind) ? g_steal_pointer (&near) : NULL;
}

static GFile *
find_file (TrinhRegimeSearch *search,
           const char *kind,
           const char *id)
{
  GFile *file = search->beside != NULL ? find_beside (search->beside, kind, id) : NULL;

  for (guint i = 0; file == NULL && i < search->library->folders->len; i++)
    {
      g_autoptr (GFile) child = get_child (g_ptr_array_index (search->library->folders, i), kind, id);

      if (g_file_query_exists (child, NULL))
        file = g_steal_pointer (&child);
    }
  return file;
}

static void
set_unknown (TrinhRegimeSearch *search,
             const char *kind,
             const char *id,
             GError **error)
{
  g_autofree char *where = g_file_get_parse_name (g_ptr_array_index (search->library->folders, 0));

  if (g_str_equal (kind, "forms"))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("there is no form “%s”; its file would be forms/%s.json in %s"), id, id, where);
  else if (g_str_equal (kind, "outlines"))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("there is no outline “%s”; its file would be outlines/%s.json in %s"), id, id, where);
  else
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("there is no regime “%s”; its file would be regimes/%s.json in %s"), id, id, where);
}

/* A TrinhRegimeFind. */
TrinhJsonDocument *
_trinh_regime_library_find (const char *kind,
                            const char *id,
                            gpointer user_data,
                            GBytes **bytes,
                            GError **error)
{
  TrinhRegimeSearch *search = user_data;
  g_autoptr (GFile) file = trinh_address_is_id (id) ? find_file (search, kind, id) : NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  JsonNode *root;

  if (file == NULL)
    {
      set_unknown (search, kind, id, error);
      return NULL;
    }
  document = _trinh_regime_library_read (file, bytes, error);
  if (document == NULL)
    return NULL;
  if (search->files != NULL && bytes != NULL && *bytes != NULL)
    _trinh_edition_files_add (search->files, kind, id, *bytes);
  root = trinh_json_document_get_root (document);
  if (*_trinh_regime_library_get_string (root, "id") != '\0' && !g_str_equal (_trinh_regime_library_get_string (root, "id"), id))
    {
      trinh_json_document_set_error (document, json_object_get_member (json_node_get_object (root), "id"), error, TRINH_CORE_ERROR_UNKNOWN, _ ("the id is “%s” but the file is named after “%s”; rename one of them"), _trinh_regime_library_get_string (root, "id"), id);
      return NULL;
    }
  return g_steal_pointer (&document);
}

static gboolean
take_first (GPtrArray *problems,
            GError **error)
{
  if (problems == NULL)
    return FALSE;
  g_propagate_error (error, g_error_copy (g_ptr_array_index (problems, 0)));
  g_ptr_array_unref (problems);
  return TRUE;
}

static void
collect_ids (GFile *regimes,
             GHashTable *ids)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (regimes, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;

  while (files != NULL && g_file_enumerator_iterate (files, &info, NULL, NULL, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      g_autofree char *id = g_strndup (name, strcspn (name, "."));

      if (g_str_has_suffix (name, ".json") && trinh_address_is_id (id))
        g_hash_table_add (ids, g_steal_pointer (&id));
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The regime's file where it is one's own, and no folder given beforehand has one of that name. */
static gboolean
find_own (TrinhRegimeLibrary *self,
          const char *id,
          GFile **file,
          GError **error)
{
  g_autofree char *sha256 = NULL;

  *file = NULL;
  if (!trinh_address_is_id (id))
    return TRUE;
  for (guint i = 0; i < self->n_given; i++)
    {
      g_autoptr (GFile) child = get_child (g_ptr_array_index (self->folders, i), "regimes", id);

      if (g_file_query_exists (child, NULL))
        return TRUE;
    }
  if (!_trinh_own_read (id, &sha256, error))
    return FALSE;
  if (sha256 == NULL)
    return TRUE;
  *file = _trinh_edition_find (sha256, id);
  if (*file == NULL)
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("the files of the regime “%s” are no longer in the folder “editions/%s”; import the regime again"), id, sha256);
  return *file != NULL;
}

static TrinhRegime *
load_regime (TrinhRegimeLibrary *self,
             const char *id,
             GFile *beside,
             GPtrArray *files,
             GError **error)
{
  TrinhRegimeSearch search = { self, beside, files };
  GPtrArray *problems = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = _trinh_regime_library_find ("regimes", id, &search, &bytes, error);
  TrinhRegime *regime;

  if (document == NULL)
    return NULL;
  regime = trinh_regime_load (document, bytes, _trinh_regime_library_find, &search, &problems);
  return take_first (problems, error) ? NULL : regime;
}

static void
trinh_regime_library_finalize (GObject *object)
{
  TrinhRegimeLibrary *self = TRINH_REGIME_LIBRARY (object);

  g_ptr_array_unref (self->folders);
  g_hash_table_unref (self->regimes);
  g_hash_table_unref (self->forms);

  G_OBJECT_CLASS (trinh_regime_library_parent_class)->finalize (object);
}

static void
trinh_regime_library_class_init (TrinhRegimeLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_regime_library_finalize;
}

static void
trinh_regime_library_init (TrinhRegimeLibrary *self)
{
  self->folders = g_ptr_array_new_with_free_func (g_object_unref);
  self->regimes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

TrinhRegimeLibrary *
trinh_regime_library_new (const char *const *folders)
{
  TrinhRegimeLibrary *self = g_object_new (TRINH_TYPE_REGIME_LIBRARY, NULL);

  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    g_ptr_array_insert (self->folders, 0, g_file_new_for_path (folders[i]));
  self->n_given = self->folders->len;
  g_ptr_array_add (self->folders, g_file_new_build_filename (g_get_user_data_dir (), "trinhky", NULL));
  g_ptr_array_add (self->folders, g_file_new_for_path (trinh_data_folder_get ()));
  return self;
}

char **
trinh_regime_library_list_ids (TrinhRegimeLibrary *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GFile) own = _trinh_own_get_folder ();

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);

  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autoptr (GFile) regimes = g_file_get_child (g_ptr_array_index (self->folders, i), "regimes");

      collect_ids (regimes, ids);
    }
  collect_ids (own, ids);
  sorted = g_hash_table_get_keys_as_ptr_array (ids);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (sorted, i));
  return g_strv_builder_end (builder);
}

TrinhRegime *
trinh_regime_library_load (TrinhRegimeLibrary *self,
                           const char *id,
                           GError **error)
{
  g_autoptr (GFile) own = NULL;
  g_autoptr (GError) reason = NULL;
  TrinhRegime *regime;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  regime = g_hash_table_lookup (self->regimes, id);
  if (regime != NULL)
    return g_object_ref (regime);
  if (!find_own (self, id, &own, &reason))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  regime = load_regime (self, id, own, NULL, error);
  if (regime != NULL)
    g_hash_table_insert (self->regimes, g_strdup (id), g_object_ref (regime));
  return regime;
}

TrinhRegime *
trinh_regime_library_load_edition (TrinhRegimeLibrary *self,
                                   const char *id,
                                   const char *sha256,
                                   GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TrinhRegime) current = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TrinhRegime) edition = NULL;
  TrinhRegime *known;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  current = trinh_regime_library_load (self, id, &reason);
  if (current != NULL && (sha256 == NULL || g_str_equal (current->sha256, sha256)))
    return g_steal_pointer (&current);
  known = sha256 != NULL ? g_hash_table_lookup (self->regimes, sha256) : NULL;
  if (known != NULL && g_str_equal (known->id, id))
    return g_object_ref (known);

  file = trinh_address_is_id (id) ? _trinh_edition_find (sha256, id) : NULL;
  edition = file != NULL ? load_regime (self, id, file, NULL, NULL) : NULL;
  if (edition != NULL && g_str_equal (edition->sha256, sha256))
    {
      g_hash_table_insert (self->regimes, g_strdup (sha256), g_object_ref (edition));
      return g_steal_pointer (&edition);
    }
  if (current == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return g_steal_pointer (&current);
}

TrinhForm *
trinh_regime_library_load_form (TrinhRegimeLibrary *self,
                                const char *id,
                                GError **error)
{
  TrinhRegimeSearch search = { self, NULL, NULL };
  TrinhForm *form;
  GPtrArray *problems = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  form = g_hash_table_lookup (self->forms, id);
  if (form != NULL)
    return g_object_ref (form);
  document = _trinh_regime_library_find ("forms", id, &search, NULL, error);
  if (document == NULL)
    return NULL;
  form = trinh_form_load (document, &problems);
  if (take_first (problems, error))
    return NULL;
  g_hash_table_insert (self->forms, g_strdup (id), g_object_ref (form));
  return form;
}

TrinhRegime *
trinh_regime_library_load_file (TrinhRegimeLibrary *self,
                                GFile *file,
                                GError **error)
{
  TrinhRegimeSearch search = { self, file, NULL };
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhRegime) regime = NULL;
  GPtrArray *problems = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = _trinh_regime_library_read (file, &bytes, error);
  if (document == NULL)
    return NULL;
  regime = trinh_regime_load (document, bytes, _trinh_regime_library_find, &search, &problems);
  if (take_first (problems, error))
    return NULL;
  return g_steal_pointer (&regime);
}

GPtrArray *
_trinh_regime_library_collect (TrinhRegimeLibrary *self,
                               const char *id,
                               TrinhRegime **regime,
                               GError **error)
{
  g_autoptr (GPtrArray) files = _trinh_edition_files_new ();
  g_autoptr (GFile) own = NULL;
  g_autoptr (GError) reason = NULL;

  if (!find_own (self, id, &own, &reason))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  *regime = load_regime (self, id, own, files, error);
  return *regime != NULL ? g_steal_pointer (&files) : NULL;
}

void
_trinh_regime_library_forget (TrinhRegimeLibrary *self,
                              const char *id)
{
  g_hash_table_remove (self->regimes, id);
}

const char *
trinh_data_folder_get (void)
{
  const char *folder = g_getenv ("TRINHKY_DATA");

  return folder != NULL && *folder != '\0' ? folder : PKGDATADIR;
}
