/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-error.h"
#include "trinh-language.h"
#include "trinh-regime-draft-private.h"
#include "trinh-regime-editions-private.h"
#include "trinh-regime-library-private.h"

#define ID_MAX_LENGTH 40

/* "1" → "2", "2022.3" → "2022.4"; a version without a number gets one. */
static char *
raise_version (const char *version)
{
  gsize length = strlen (version);
  gsize begin = length;

  while (begin > 0 && length - begin < 9 && g_ascii_isdigit (version[begin - 1]))
    begin--;
  if (begin == length)
    return g_strconcat (version, ".2", NULL);
  return g_strdup_printf ("%.*s%" G_GUINT64_FORMAT, (int) begin, version, g_ascii_strtoull (version + begin, NULL, 10) + 1);
}

/* Reports name the version they were made with; two editions of one version would look the same to people. */
static void
settle_version (TrinhRegimeDraft *self,
                TrinhRegimeLibrary *library)
{
  const char *id = trinh_regime_draft_get_id (self);
  g_autoptr (TrinhRegime) present = NULL;
  g_autofree char *raised = NULL;
  TrinhDraftStep step;

  if (!trinh_regime_library_is_used (library, id))
    return;
  present = trinh_regime_library_load (library, id, NULL);
  if (present == NULL || g_strcmp0 (trinh_regime_get_version (present), trinh_regime_draft_get_version (self)) != 0)
    return;
  raised = raise_version (trinh_regime_draft_get_version (self));
  _trinh_draft_step_begin (&step, self);
  json_object_set_string_member (_trinh_draft_step_edit (&step, "regime"), "version", raised);
  _trinh_draft_step_amend (&step);
}

static gboolean
refuse_save (TrinhRegimeDraft *self,
             TrinhRegimeLibrary *library,
             GError **error)
{
  const char *id = trinh_regime_draft_get_id (self);
  g_auto (GStrv) ids = trinh_regime_library_list_ids (library);
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (self, NULL);

  if (problems->len > 0)
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, g_dngettext (GETTEXT_PACKAGE, "The regime has %u problem. Mend it first, then save.", "The regime has %u problems. Mend them first, then save.", problems->len), problems->len);
  else if (g_strv_contains ((const char *const *) ids, id) && !trinh_regime_library_is_own (library, id))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("“%s” comes with the program and cannot be changed. Make a regime of your own from it."), id);
  else
    return FALSE;
  return TRUE;
}

static GPtrArray *
make_files (TrinhRegimeDraft *self)
{
  GPtrArray *files = _trinh_edition_files_new ();
  g_auto (GStrv) names = _trinh_regime_draft_list_documents (self);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = _trinh_regime_draft_get_bytes (self, names[i]);
      const char *kind = i == 0 ? "regimes" : i == 1 ? "outlines"
                                                     : "forms";

      _trinh_edition_files_add (files, kind, trinh_regime_draft_get_string (self, names[i], NULL, 0, "id"), bytes);
    }
  return files;
}

gboolean
trinh_regime_draft_save (TrinhRegimeDraft *self,
                         TrinhRegimeLibrary *library,
                         GError **error)
{
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (library), FALSE);

  if (refuse_save (self, library, error))
    return FALSE;
  if (trinh_regime_draft_get_modified (self))
    settle_version (self, library);
  problems = trinh_regime_draft_check (self, &regime);
  files = make_files (self);
  if (!_trinh_regime_library_put_own (library, regime, files, error))
    return FALSE;
  _trinh_regime_draft_set_saved (self);
  return TRUE;
}

char *
trinh_regime_library_make_id (TrinhRegimeLibrary *self,
                              const char *title)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (GString) id = g_string_new (NULL);
  gsize length;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  ids = trinh_regime_library_list_ids (self);
  plain = trinh_language_fold (title);
  for (const char *sign = plain; *sign != '\0' && id->len < ID_MAX_LENGTH; sign++)
    {
      if (g_ascii_isalnum (*sign))
        g_string_append_c (id, g_ascii_tolower (*sign));
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (!g_ascii_isalpha (id->str[0]))
    g_string_prepend (id, "r");
  length = id->len;
  for (guint number = 2; g_strv_contains ((const char *const *) ids, id->str); number++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "-%u", number);
    }
  return g_strdup (id->str);
}
