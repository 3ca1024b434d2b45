/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-review-private.h"
#include "trinh-session-watch.h"
#include "trinh-store-check.h"
#include "trinh-work-private.h"

#define SETTINGS_OFFICE "office"

struct _TrinhSession
{
  GObject parent_instance;

  /* Owned References */
  TrinhRegimeLibrary *library;
  TrinhStore *store;
  TrinhDoubts *doubts;
  char *database;
  char **data;
  GPtrArray *problems; /* (nullable): of TrinhProblem: what the last check found */
};

enum
{
  BOARD_CHANGED,
  PROBLEMS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhSession, trinh_session, G_TYPE_OBJECT)
/* clang-format off: it takes the name for a subtraction */
G_DEFINE_QUARK (trinh - session - error - quark, trinh_session_error)
/* clang-format on */

static void
trinh_session_dispose (GObject *object)
{
  TrinhSession *self = TRINH_SESSION (object);

  if (self->store != NULL)
    trinh_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_pointer (&self->doubts, _trinh_doubts_free);
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->data, g_strfreev);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_session_parent_class)->dispose (object);
}

static void
trinh_session_class_init (TrinhSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_session_dispose;

  signals[BOARD_CHANGED] = g_signal_new ("board-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEMS_CHANGED] = g_signal_new ("problems-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trinh_session_init (TrinhSession *self)
{
  self->doubts = _trinh_doubts_new ();
}

TrinhSession *
trinh_session_new (const char *database,
                   const char *const *data)
{
  TrinhSession *self = g_object_new (TRINH_TYPE_SESSION, NULL);

  self->library = trinh_regime_library_new (data);
  self->database = database != NULL ? g_strdup (database) : trinh_store_get_default_path ();
  self->data = g_strdupv ((char **) data);

  return self;
}

TrinhSession *
_trinh_session_new_reading (const char *database,
                            const char *const *data,
                            GError **error)
{
  g_autoptr (TrinhSession) self = trinh_session_new (database, data);

  self->store = trinh_store_open_reading (database, error);

  return self->store != NULL ? g_steal_pointer (&self) : NULL;
}

char **
_trinh_session_get_data (TrinhSession *self)
{
  return self->data;
}

void
_trinh_session_set_problems (TrinhSession *self,
                             GPtrArray *problems)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (problems->len > 0)
    self->problems = g_ptr_array_ref (problems);
  g_signal_emit (self, signals[PROBLEMS_CHANGED], 0);
}

GPtrArray *
trinh_session_get_problems (TrinhSession *self)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  return self->problems;
}

TrinhDoubts *
_trinh_session_get_doubts (TrinhSession *self)
{
  return self->doubts;
}

TrinhRegimeLibrary *
trinh_session_get_library (TrinhSession *self)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  return self->library;
}

TrinhStore *
trinh_session_get_store (TrinhSession *self,
                         GError **error)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  if (self->store == NULL)
    self->store = trinh_store_open (self->database, error);

  return self->store;
}

static TrinhWork *
open_report (TrinhSession *self,
             const char *id,
             GError **error)
{
  TrinhReport *report = trinh_store_load (self->store, id, self->library, error);
  TrinhWork *work;

  if (report == NULL)
    return NULL;

  work = trinh_work_new (report, self->store, self->library);
  g_object_unref (report);

  return work;
}

TrinhWork *
trinh_session_open_stored (TrinhSession *self,
                           const char *report_id,
                           GError **error)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (report_id != NULL, NULL);

  if (trinh_session_get_store (self, error) == NULL)
    return NULL;
  work = open_report (self, report_id, error);
  problems = work != NULL ? _trinh_session_list_problems_of (self, trinh_work_get_report (work), error) : NULL;
  if (problems == NULL)
    return NULL;
  _trinh_work_set_problems (work, problems);

  return g_steal_pointer (&work);
}

/* What the office keeps for its next report; the members are those of the report file. */
static gboolean
apply_settings (TrinhSession *self,
                TrinhReport *report,
                GError **error)
{
  static const char *const members[] = { "symbol", "addressees", "recipients", "signatories" };
  g_autoptr (JsonNode) settings = trinh_session_get_office_settings (self);
  g_autoptr (TrinhEdit) edit = trinh_edit_new (_ ("settings of the office"));

  if (settings == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (settings), members[i]);

      if (member != NULL)
        trinh_edit_set_member (edit, members[i], member);
    }

  return trinh_report_apply (report, edit, error);
}

static gboolean
refuse_period (TrinhRegime *regime,
               TrinhPeriod period,
               GError **error)
{
  g_autofree char *title = NULL;

  if (trinh_regime_has_period (regime, period))
    return FALSE;

  title = trinh_period_get_title (period);
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no report for “%s”. Choose another period, or another regime."), trinh_regime_get_title (regime), title);

  return TRUE;
}

static gboolean
refuse_name (const char *name,
             GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (stripped[0] != '\0')
    return FALSE;

  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("The office has no name. Give it one, such as “UBND xã Bình Lãng”."));

  return TRUE;
}

TrinhWork *
trinh_session_create (TrinhSession *self,
                      const char *regime_id,
                      TrinhPeriod period,
                      TrinhOffice *office,
                      GError **error)
{
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhReport) report = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), NULL);

  regime = trinh_regime_library_load (self->library, regime_id, error);
  if (regime == NULL || refuse_period (regime, period, error) || refuse_name (trinh_office_get_name (office), error) ||
      trinh_session_get_store (self, error) == NULL || !trinh_regime_library_keep (self->library, regime, error))
    return NULL;

  report = trinh_report_new (regime, period, office);
  if (!apply_settings (self, report, error) || !_trinh_session_apply_term (self, report, error) ||
      !trinh_store_import (self->store, report, NULL, error) || !_trinh_session_expect (self, report, trinh_date_today (), error))
    return NULL;

  return open_report (self, trinh_report_get_id (report), error);
}

void
_trinh_session_emit_board_changed (TrinhSession *self)
{
  g_signal_emit (self, signals[BOARD_CHANGED], 0);
}

TrinhReport *
trinh_session_make_report (TrinhSession *self,
                           const char *regime_id,
                           const char *period_text,
                           const char *office_name,
                           GError **error)
{
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhOffice) office = NULL;
  TrinhPeriod period;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (regime_id != NULL, NULL);
  g_return_val_if_fail (period_text != NULL, NULL);
  g_return_val_if_fail (office_name != NULL, NULL);

  regime = trinh_regime_library_load (self->library, regime_id, error);
  if (regime == NULL || !trinh_period_parse (period_text, &period, error) || refuse_period (regime, period, error) ||
      refuse_name (office_name, error))
    return NULL;

  office = trinh_office_new_for_name (office_name);

  return trinh_report_new (regime, period, office);
}

JsonNode *
trinh_session_get_office_settings (TrinhSession *self)
{
  g_autoptr (JsonNode) settings = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  if (trinh_session_get_store (self, NULL) == NULL)
    return NULL;

  settings = trinh_store_get_setting (self->store, SETTINGS_OFFICE);
  if (settings == NULL || !JSON_NODE_HOLDS_OBJECT (settings))
    return NULL;

  return g_steal_pointer (&settings);
}

gboolean
trinh_session_set_office_settings (TrinhSession *self,
                                   JsonNode *settings,
                                   GError **error)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);

  if (trinh_session_get_store (self, error) == NULL)
    return FALSE;

  return trinh_store_set_setting (self->store, SETTINGS_OFFICE, settings, error);
}
