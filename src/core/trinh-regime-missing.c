/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-regime-private.h"

static const char *const missing_members[] = { "form", "who", "note", NULL };

void
trinh_missing_form_free (TrinhMissingForm *missing)
{
  g_free (missing->form);
  g_free (missing->who);
  g_free (missing->note);
  g_free (missing);
}

static gboolean
is_named (TrinhRegime *self,
          const char *form)
{
  for (guint i = 0; i < self->missing->len; i++)
    if (g_str_equal (((TrinhMissingForm *) self->missing->pdata[i])->form, form))
      return TRUE;

  return FALSE;
}

/* Its name is free text: there is no file that could have an id. */
static void
load_form (TrinhRegime *self,
           TrinhLoader *loader,
           JsonNode *node)
{
  const char *form, *who, *note;
  TrinhMissingForm *missing;

  if (trinh_loader_object (loader, node, _ ("a missing form"), missing_members) == NULL)
    return;
  form = trinh_loader_string (loader, node, "form", TRUE);
  who = trinh_loader_string (loader, node, "who", FALSE);
  note = trinh_loader_string (loader, node, "note", TRUE);
  if (form == NULL || note == NULL)
    return;
  if (is_named (self, form))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the missing form “%s” stands there twice"), form);

  missing = g_new0 (TrinhMissingForm, 1);
  missing->form = g_strdup (form);
  missing->who = g_strdup (who);
  missing->note = g_strdup (note);
  g_ptr_array_add (self->missing, missing);
}

void
trinh_regime_load_missing (TrinhRegime *self,
                           TrinhLoader *loader,
                           JsonNode *root)
{
  JsonArray *missing = trinh_loader_array (loader, root, "missing", FALSE);

  for (guint i = 0; missing != NULL && i < json_array_get_length (missing); i++)
    load_form (self, loader, json_array_get_element (missing, i));
}

guint
trinh_regime_get_n_missing (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), 0);

  return self->missing->len;
}

const TrinhMissingForm *
trinh_regime_get_missing (TrinhRegime *self,
                          guint position)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);
  g_return_val_if_fail (position < self->missing->len, NULL);

  return g_ptr_array_index (self->missing, position);
}
