/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-regime-draft.h"
#include "trinh-regime-library-private.h"
#include "trinh-regime-private.h"
#include "trinh-rule-private.h"

/* Values of other forms that the rules of @form name: the files are asked, concepts only a regime knows. */
static gboolean
bind_elsewhere (const char *name,
                const char **address,
                guint *slot,
                gpointer user_data)
{
  TrinhRegimeSearch *search = ((gpointer *) user_data)[0];
  TrinhForm *own = ((gpointer *) user_data)[1];
  g_autofree char *form_id = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhForm) form = NULL;

  *slot = G_MAXUINT;
  if (!trinh_address_split (name, &form_id, &row, &column) || g_str_equal (form_id, own->id))
    return TRUE;
  document = _trinh_regime_library_find ("forms", form_id, search, NULL, NULL);
  if (document != NULL)
    form = trinh_form_load (document, NULL);
  return form != NULL && trinh_form_find_fixed (form, row, column, address);
}

static GPtrArray *
check_form (TrinhRegimeSearch *search,
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
check_document (TrinhRegimeSearch *search,
                TrinhJsonDocument *document)
{
  GPtrArray *problems = NULL;
  TrinhLoader loader = { document, NULL };

  if (_trinh_regime_library_has_kind (document, "forms"))
    return check_form (search, document);
  if (_trinh_regime_library_has_kind (document, "outlines"))
    {
      g_autoptr (TrinhOutline) outline = trinh_outline_load (document, &problems);

      return problems;
    }
  if (_trinh_regime_library_has_kind (document, "lexicons"))
    {
      g_autoptr (TrinhLexicon) lexicon = trinh_lexicon_load (document, &problems);

      return problems;
    }
  if (_trinh_regime_library_has_kind (document, "calendars"))
    {
      g_autoptr (TrinhHolidays) holidays = trinh_holidays_load (document, &problems);

      return problems;
    }
  if (_trinh_regime_library_has_kind (document, "regimes"))
    {
      g_autoptr (TrinhRegime) regime = trinh_regime_load (document, NULL, _trinh_regime_library_find, search, &problems);

      return problems;
    }

  loader.problems = problems = trinh_loader_problems_new ();
  trinh_loader_problem (&loader, trinh_json_document_get_root (document), TRINH_CORE_ERROR_VERSION, _ ("this is no regime, outline or form; “format” must be “trinhky-regime/1”, “trinhky-outline/1” or “trinhky-form/1”"));
  return problems;
}

/* A regime in one file: it refers to nothing outside. */
static GPtrArray *
check_bundle (TrinhJsonDocument *document,
              GBytes *bytes)
{
  GPtrArray *problems = trinh_loader_problems_new ();
  GError *error = NULL;
  g_autoptr (TrinhRegimeDraft) draft = trinh_regime_draft_new_from_bytes (bytes, trinh_json_document_get_name (document), &error);

  if (draft == NULL)
    g_ptr_array_add (problems, error);
  return problems;
}

GPtrArray *
trinh_regime_library_check_file (TrinhRegimeLibrary *self,
                                 GFile *file,
                                 GError **error)
{
  TrinhRegimeSearch search = { self, file, NULL };
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) refused = NULL;
  GPtrArray *problems;

  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = _trinh_regime_library_read (file, &bytes, &refused);
  if (document != NULL && bytes != NULL && g_str_equal (_trinh_regime_library_get_string (trinh_json_document_get_root (document), "format"), TRINH_BUNDLE_FORMAT))
    problems = check_bundle (document, bytes);
  else if (document != NULL)
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
