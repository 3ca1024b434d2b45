/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-regime-choice.h"

static gboolean
is_valid (TrinhRegime *regime,
          guint32 today)
{
  const guint32 from = trinh_regime_get_valid_from (regime);
  const guint32 to = trinh_regime_get_valid_to (regime);

  return (from == 0 || from <= today) && (to == 0 || today <= to);
}

static int
compare_regimes (gconstpointer a,
                 gconstpointer b,
                 gpointer today)
{
  TrinhRegime *first = *(TrinhRegime **) a;
  TrinhRegime *second = *(TrinhRegime **) b;
  int order = is_valid (second, GPOINTER_TO_UINT (today)) - is_valid (first, GPOINTER_TO_UINT (today));

  if (order == 0)
    order = trinh_regime_get_example (first) - trinh_regime_get_example (second);

  return order != 0 ? order : trinh_language_compare (trinh_regime_get_title (first), trinh_regime_get_title (second));
}

GPtrArray *
trinh_regime_choice_load (TrinhRegimeLibrary *library,
                          guint32 today,
                          GError **error)
{
  GPtrArray *regimes;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (library), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  regimes = g_ptr_array_new_with_free_func (g_object_unref);
  ids = trinh_regime_library_list_ids (library);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TrinhRegime *regime = trinh_regime_library_load (library, ids[i], error == NULL || *error != NULL ? NULL : error);

      if (regime != NULL)
        g_ptr_array_add (regimes, regime);
    }
  g_ptr_array_sort_with_data (regimes, compare_regimes, GUINT_TO_POINTER (today));

  return regimes;
}
