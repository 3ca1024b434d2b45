/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-regime-library.h"
#include "trinh-regime-private.h"
#include "trinh-rule-private.h"

struct _TrinhRegimeLibrary
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *folders;  /* of GFile: where to look first stands first */
  GHashTable *regimes; /* id → TrinhRegime */
  GHashTable *forms;   /* id → TrinhForm */
};

/* Where a file is looked for: beside the file that names it, if there is one, then in the library. */
typedef struct
{
  TrinhRegimeLibrary *library;
  GFile *beside;
} Search;

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
static TrinhJsonDocument *
read_document (GFile *file,
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

static const char *
get_string (JsonNode *root,
            const char *name)
{
  JsonNode *node = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/* "trinhky-form/1" in the folder "forms": of several files of one name beside each other only one fits. */
static gboolean
has_kind (TrinhJsonDocument *document,
          const char *kind)
{
  const char *format = get_string (trinh_json_document_get_root (document), "format");
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
  return document != NULL && has_kind (document, kind) ? g_steal_pointer (&near) : NULL;
}

static GFile *
find_file (Search *search,
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
set_unknown (Search *search,
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
static TrinhJsonDocument *
find_document (const char *kind,
               const char *id,
               gpointer user_data,
               GBytes **bytes,
               GError **error)
{
  Search *search = user_data;
  g_autoptr (GFile) file = trinh_address_is_id (id) ? find_file (search, kind, id) : NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  JsonNode *root;

  if (file == NULL)
    {
      set_unknown (search, kind, id, error);
      return NULL;
    }
  document = read_document (file, bytes, error);
  if (document == NULL)
    return NULL;
  root = trinh_json_document_get_root (document);
  if (*get_string (root, "id") != '\0' && !g_str_equal (get_string (root, "id"), id))
    {
      trinh_json_document_set_error (document, json_object_get_member (json_node_get_object (root), "id"), error, TRINH_CORE_ERROR_UNKNOWN, _ ("the id is “%s” but the file is named after “%s”; rename one of them"), get_string (root, "id"), id);
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

/* Values of other forms that the rules of @form name: the files are asked, concepts only a regime knows. */
static gboolean
bind_elsewhere (const char *name,
                const char **address,
                guint *slot,
                gpointer user_data)
{
  Search *search = ((gpointer *) user_data)[0];
  TrinhForm *own = ((gpointer *) user_data)[1];
  g_autofree char *form_id = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhForm) form = NULL;

  *slot = G_MAXUINT;
  if (!trinh_address_split (name, &form_id, &row, &column) || g_str_equal (form_id, own->id))
    return TRUE;
  document = find_document ("forms", form_id, search, NULL, NULL);
  if (document != NULL)
    form = trinh_form_load (document, NULL);
  return form != NULL && trinh_form_find_fixed (form, row, column, address);
}

static GPtrArray *
check_form (Search *search,
            TrinhJsonDocument *document)
{
  GPtrArray *problems = NULL;
  g_autoptr (TrinhForm) form = trinh_form_load (document, &problems);
  gpointer data[] = { search, form };

  if (form == NULL)
    return problems;
  problems = trinh_loader_problems_new ();
  trinh_rules_bind (form->rules, bind_elsewhere, data, problems);
  return problems;
}

static GPtrArray *
check_document (Search *search,
                TrinhJsonDocument *document)
{
  GPtrArray *problems = NULL;
  TrinhLoader loader = { document, NULL };

  if (has_kind (document, "forms"))
    return check_form (search, document);
  if (has_kind (document, "outlines"))
    {
      g_autoptr (TrinhOutline) outline = trinh_outline_load (document, &problems);

      return problems;
    }
  if (has_kind (document, "regimes"))
    {
      g_autoptr (TrinhRegime) regime = trinh_regime_load (document, NULL, find_document, search, &problems);

      return problems;
    }

  loader.problems = problems = trinh_loader_problems_new ();
  trinh_loader_problem (&loader, trinh_json_document_get_root (document), TRINH_CORE_ERROR_VERSION, _ ("this is no regime, outline or form; “format” must be “trinhky-regime/1”, “trinhky-outline/1” or “trinhky-form/1”"));
  return problems;
}

static void
collect_ids (GFile *folder,
             GHashTable *ids)
{
  g_autoptr (GFile) regimes = g_file_get_child (folder, "regimes");
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
  g_ptr_array_add (self->folders, g_file_new_for_path (trinh_data_folder_get ()));
  return self;
}

char **
trinh_regime_library_list_ids (TrinhRegimeLibrary *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);

  for (guint i = 0; i < self->folders->len; i++)
    collect_ids (g_ptr_array_index (self->folders, i), ids);
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
  Search search = { self, NULL };
  TrinhRegime *regime;
  GPtrArray *problems = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  regime = g_hash_table_lookup (self->regimes, id);
  if (regime != NULL)
    return g_object_ref (regime);
  document = find_document ("regimes", id, &search, &bytes, error);
  if (document == NULL)
    return NULL;
  regime = trinh_regime_load (document, bytes, find_document, &search, &problems);
  if (take_first (problems, error))
    return NULL;
  g_hash_table_insert (self->regimes, g_strdup (id), g_object_ref (regime));
  return regime;
}

TrinhForm *
trinh_regime_library_load_form (TrinhRegimeLibrary *self,
                                const char *id,
                                GError **error)
{
  Search search = { self, NULL };
  TrinhForm *form;
  GPtrArray *problems = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  form = g_hash_table_lookup (self->forms, id);
  if (form != NULL)
    return g_object_ref (form);
  document = find_document ("forms", id, &search, NULL, error);
  if (document == NULL)
    return NULL;
  form = trinh_form_load (document, &problems);
  if (take_first (problems, error))
    return NULL;
  g_hash_table_insert (self->forms, g_strdup (id), g_object_ref (form));
  return form;
}

GPtrArray *
trinh_regime_library_check_file (TrinhRegimeLibrary *self,
                                 GFile *file,
                                 GError **error)
{
  Search search = { self, file };
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GError) refused = NULL;
  GPtrArray *problems;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = read_document (file, NULL, &refused);
  if (document != NULL)
    problems = check_document (&search, document);
  else if (refused->domain == TRINH_CORE_ERROR)
    {
      /* It could be read, but is not strict JSON: that is a problem of the file too. */
      problems = trinh_loader_problems_new ();
      g_ptr_array_add (problems, g_steal_pointer (&refused));
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return NULL;
    }
  return problems != NULL ? problems : trinh_loader_problems_new ();
}

TrinhRegime *
trinh_regime_library_load_file (TrinhRegimeLibrary *self,
                                GFile *file,
                                GError **error)
{
  Search search = { self, file };
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhRegime) regime = NULL;
  GPtrArray *problems = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = read_document (file, &bytes, error);
  if (document == NULL)
    return NULL;
  regime = trinh_regime_load (document, bytes, find_document, &search, &problems);
  if (take_first (problems, error))
    return NULL;
  return g_steal_pointer (&regime);
}

const char *
trinh_data_folder_get (void)
{
  const char *folder = g_getenv ("TRINHKY_DATA");

  return folder != NULL && *folder != '\0' ? folder : PKGDATADIR;
}
