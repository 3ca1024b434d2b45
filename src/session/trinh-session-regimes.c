/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session.h"

static char *
save (TrinhSession *self,
      TrinhRegimeDraft *draft,
      GError **error)
{
  if (!trinh_regime_draft_save (draft, trinh_session_get_library (self), error))
    return NULL;
  return g_strdup (trinh_regime_draft_get_id (draft));
}

char *
trinh_session_copy_regime (TrinhSession *self,
                           const char *id,
                           const char *title,
                           GError **error)
{
  g_autoptr (TrinhRegimeDraft) draft = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  draft = trinh_regime_draft_new (trinh_session_get_library (self), id, error);
  if (draft == NULL)
    return NULL;
  own = trinh_regime_library_make_id (trinh_session_get_library (self), title);
  trinh_regime_draft_set_identity (draft, own, title);
  return save (self, draft, error);
}

static GBytes *
read_bytes (GFile *file,
            GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *name = g_file_get_parse_name (file);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > TRINH_JSON_MAX_SIZE)
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” is no regime in one file. Choose a file that was exported from the list of regimes."), name);
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

char *
trinh_session_import_regime (TrinhSession *self,
                             GFile *file,
                             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhRegimeDraft) draft = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_bytes (file, error);
  name = g_file_get_basename (file);
  draft = bytes != NULL ? trinh_regime_draft_new_from_bytes (bytes, name, error) : NULL;
  if (draft == NULL)
    return NULL;
  ids = trinh_regime_library_list_ids (trinh_session_get_library (self));
  if (g_strv_contains ((const char *const *) ids, trinh_regime_draft_get_id (draft)))
    {
      g_autofree char *own = trinh_regime_library_make_id (trinh_session_get_library (self), trinh_regime_draft_get_id (draft));
      g_autofree char *title = g_strdup (trinh_regime_draft_get_title (draft));

      trinh_regime_draft_set_identity (draft, own, title);
    }
  return save (self, draft, error);
}

gboolean
trinh_session_export_regime (TrinhSession *self,
                             const char *id,
                             GFile *file,
                             GError **error)
{
  g_autoptr (TrinhRegimeDraft) draft = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  draft = trinh_regime_draft_new (trinh_session_get_library (self), id, error);
  if (draft == NULL)
    return FALSE;
  bytes = trinh_regime_draft_to_bytes (draft);
  return trinh_session_write_file (file, bytes, error);
}

gboolean
trinh_session_delete_regime (TrinhSession *self,
                             const char *id,
                             GError **error)
{
  TrinhStore *store;
  GListModel *entries;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  store = trinh_session_get_store (self, error);
  if (store == NULL)
    return FALSE;
  entries = trinh_store_get_entries (store);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      if (!g_str_equal (trinh_store_entry_get_regime (entry), id))
        continue;
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_IN_USE, _ ("The report “%s” uses this regime. A regime that is in use is not deleted."), trinh_store_entry_get_subject (entry));
      return FALSE;
    }
  return trinh_regime_library_delete_own (trinh_session_get_library (self), id, error);
}
