/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-form-maker.h"
#include "trinh-session.h"

#define SETTINGS_IMPORT "import"

/* What was chosen before, by the fingerprint of the heads. Without a store nothing is remembered. (nullable) */
static JsonNode *
load_memory (TrinhSession *self)
{
  TrinhStore *store = trinh_session_get_store (self, NULL);

  return store != NULL ? trinh_store_get_setting (store, SETTINGS_IMPORT) : NULL;
}

TrinhImport *
trinh_session_import_file (TrinhSession *self,
                           TrinhEvaluation *evaluation,
                           GFile *table,
                           gboolean remembered,
                           GError **error)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autoptr (JsonNode) memory = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (G_IS_FILE (table), NULL);

  workbook = trinh_workbook_load (table, error);
  if (workbook == NULL)
    return NULL;
  memory = remembered ? load_memory (self) : NULL;

  return trinh_import_new (evaluation, workbook, memory);
}

/* A page from a word processor has its tables in the HTML; what has none there may still be lines of text. */
static TrinhWorkbook *
read_clipboard (const char *text,
                const char *html,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  TrinhWorkbook *workbook = html != NULL ? trinh_workbook_new_from_html (html, strlen (html), &local_error) : NULL;

  if (workbook != NULL)
    return workbook;
  if (local_error != NULL && !g_error_matches (local_error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_NOTHING))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return trinh_workbook_new_from_text (text, error);
}

TrinhImport *
trinh_session_import_text (TrinhSession *self,
                           TrinhEvaluation *evaluation,
                           const char *text,
                           const char *html,
                           GError **error)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autoptr (JsonNode) memory = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  workbook = read_clipboard (text, html, error);
  if (workbook == NULL)
    return NULL;
  memory = load_memory (self);

  return trinh_import_new (evaluation, workbook, memory);
}

gboolean
trinh_session_remember_import (TrinhSession *self,
                               TrinhImport *import,
                               GError **error)
{
  g_autoptr (JsonNode) memory = NULL;
  TrinhStore *store;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_IMPORT (import), FALSE);

  store = trinh_session_get_store (self, error);
  if (store == NULL)
    return FALSE;
  memory = trinh_import_dup_memory (import);

  return trinh_store_set_setting (store, SETTINGS_IMPORT, memory, error);
}

gboolean
trinh_session_apply_import (TrinhSession *self,
                            TrinhWork *work,
                            TrinhImport *import,
                            GError **error)
{
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (TRINH_IS_IMPORT (import), FALSE);

  edit = trinh_import_make_edit (import);
  if (trinh_edit_get_n_changes (edit) > 0 && !trinh_work_apply (work, edit, error))
    return FALSE;

  return trinh_session_remember_import (self, import, error);
}

GBytes *
trinh_session_make_form (TrinhSession *self,
                         GFile *table,
                         const char *id,
                         GError **error)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (table), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  workbook = trinh_workbook_load (table, error);

  return workbook != NULL ? trinh_form_maker_make (workbook, id, error) : NULL;
}

GBytes *
trinh_session_make_form_from_text (TrinhSession *self,
                                   const char *text,
                                   const char *html,
                                   const char *id,
                                   GError **error)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  workbook = read_clipboard (text, html, error);

  return workbook != NULL ? trinh_form_maker_make (workbook, id, error) : NULL;
}
