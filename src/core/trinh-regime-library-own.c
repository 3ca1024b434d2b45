/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-error.h"
#include "trinh-regime-editions-private.h"
#include "trinh-regime-library-private.h"

static char *
get_edition (const char *id)
{
  char *sha256 = NULL;

  if (trinh_address_is_id (id))
    _trinh_own_read (id, &sha256, NULL);
  return sha256;
}

static void
remove_unused (const char *sha256)
{
  if (sha256 != NULL && !_trinh_edition_is_used (sha256))
    _trinh_edition_remove (sha256);
}

gboolean
_trinh_regime_library_put_own (TrinhRegimeLibrary *self,
                               TrinhRegime *regime,
                               GPtrArray *files,
                               GError **error)
{
  const char *id = trinh_regime_get_id (regime);
  const char *sha256 = trinh_regime_get_sha256 (regime);
  g_autofree char *before = get_edition (id);

  if (!_trinh_edition_write (files, sha256, error) || !_trinh_own_write (id, sha256, error))
    return FALSE;
  if (g_strcmp0 (before, sha256) != 0)
    remove_unused (before);
  _trinh_regime_library_forget (self, id);
  return TRUE;
}

gboolean
trinh_regime_library_keep (TrinhRegimeLibrary *self,
                           TrinhRegime *regime,
                           GError **error)
{
  const char *id;
  const char *sha256;
  g_autoptr (GFile) kept = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (TrinhRegime) found = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REGIME (regime), FALSE);

  id = trinh_regime_get_id (regime);
  sha256 = trinh_regime_get_sha256 (regime);
  kept = _trinh_edition_find (sha256, id);
  if (kept != NULL)
    return _trinh_edition_set_used (sha256, error);
  files = _trinh_regime_library_collect (self, id, &found, error);
  if (files == NULL)
    return FALSE;
  if (!g_str_equal (trinh_regime_get_sha256 (found), sha256))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE, _ ("The files of the regime “%s” have changed since it was read. Start the program again."), trinh_regime_get_title (regime));
      return FALSE;
    }
  return _trinh_edition_write (files, sha256, error) && _trinh_edition_set_used (sha256, error);
}

gboolean
trinh_regime_library_is_own (TrinhRegimeLibrary *self,
                             const char *id)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  sha256 = get_edition (id);
  return sha256 != NULL;
}

gboolean
trinh_regime_library_is_used (TrinhRegimeLibrary *self,
                              const char *id)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  sha256 = get_edition (id);
  return sha256 != NULL && _trinh_edition_is_used (sha256);
}

gboolean
trinh_regime_library_delete_own (TrinhRegimeLibrary *self,
                                 const char *id,
                                 GError **error)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), FALSE);
  g_return_val_if_fail (trinh_address_is_id (id), FALSE);

  sha256 = get_edition (id);
  if (!_trinh_own_remove (id, error))
    return FALSE;
  remove_unused (sha256);
  _trinh_regime_library_forget (self, id);
  return TRUE;
}
