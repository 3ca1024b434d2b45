/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-people.h"
#include "trinh-work-private.h"

struct _TrinhWork
{
  GObject parent_instance;

  /* Owned References */
  TrinhReport *report;
  TrinhEvaluation *evaluation;
  TrinhLayoutFindings *layout; /* made when it is asked for */
  TrinhEvaluation *previous;   /* of the period before, made when it is asked for */
  TrinhStore *store;
  TrinhRegimeLibrary *library; /* to read the office's other reports with */
  char *saving_message;
  char *author;
  TrinhPerson *person; /* (nullable): who works now */
  GPtrArray *problems; /* (nullable): of TrinhProblem: what is not as the program wrote it */
  GQueue pending;      /* of Pending, oldest first: what is not on disk yet */

  TrinhSaving saving;
  const TrinhEdit *stored; /* (unowned): applied now, and on disk already */
  /* Of the save under way, 0: none. An answer with another serial is to a save that a flush has overtaken. */
  guint under_way;
  guint last_serial;
};

typedef struct
{
  TrinhEdit *edit;
  guint revision;
} Pending;

enum
{
  PROP_0,
  PROP_SAVING,
  PROP_SAVING_MESSAGE,
  N_PROPS
};

typedef struct
{
  TrinhWork *work; /* owned */
  guint serial;
} Save;

enum
{
  DEADLINE_CHANGED,
  PERSON_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhWork, trinh_work, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (TrinhSaving, trinh_saving, G_DEFINE_ENUM_VALUE (TRINH_SAVING_SAVED, "saved"), G_DEFINE_ENUM_VALUE (TRINH_SAVING_PENDING, "pending"), G_DEFINE_ENUM_VALUE (TRINH_SAVING_FAILED, "failed"))

static void
pending_free (Pending *pending)
{
  trinh_edit_unref (pending->edit);
  g_free (pending);
}

static void
set_saving (TrinhWork *self,
            TrinhSaving saving,
            char *message)
{
  g_autofree char *owned = message;

  /* Who hears of one of the two finds the other changed too. */
  g_object_freeze_notify (G_OBJECT (self));
  if (self->saving != saving)
    {
      self->saving = saving;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
    }
  if (g_set_str (&self->saving_message, owned))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING_MESSAGE]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_saved (TrinhWork *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  /* Translators: %s is a time of day */
  set_saving (self, TRINH_SAVING_SAVED, g_strdup_printf (_ ("Saved %s"), time));
}

static void
set_failed (TrinhWork *self,
            const GError *error)
{
  set_saving (self, TRINH_SAVING_FAILED, g_strdup_printf (_ ("Not saved: %s"), error->message));
}

static void
pop_saved (TrinhWork *self)
{
  Pending *pending = g_queue_pop_head (&self->pending);

  trinh_report_set_saved_revision (self->report, pending->revision);
  pending_free (pending);
}

static void
save_free (Save *save)
{
  g_object_unref (save->work);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* One save is under way at a time; its answer begins the next. */
static void save_next (TrinhWork *self);

static void
save_edit_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;
  TrinhWork *self = save->work;
  const gboolean saved = trinh_store_save_edit_finish (TRINH_STORE (object), result, &error);

  if (save->serial != self->under_way)
    return;
  self->under_way = 0;

  if (!saved)
    {
      set_failed (self, error);
      return;
    }

  pop_saved (self);
  save_next (self);
}

static void
save_next (TrinhWork *self)
{
  Pending *pending = g_queue_peek_head (&self->pending);
  Save *save;

  if (self->under_way != 0)
    return;

  if (pending == NULL)
    {
      set_saved (self);
      return;
    }

  save = g_new0 (Save, 1);
  save->work = g_object_ref (self);
  save->serial = self->under_way = ++self->last_serial;
  set_saving (self, TRINH_SAVING_PENDING, g_strdup (_ ("Saving…")));
  trinh_store_save_edit_async (self->store, trinh_report_get_id (self->report), pending->revision, pending->edit, NULL, save_edit_cb, save);
}

static void
report_changed_cb (TrinhWork *self,
                   TrinhEdit *edit)
{
  Pending *pending;

  if (self->store == NULL || edit == self->stored)
    return;

  pending = g_new0 (Pending, 1);
  pending->edit = trinh_edit_ref (edit);
  pending->revision = trinh_report_get_revision (self->report);
  g_queue_push_tail (&self->pending, pending);
  save_next (self);
}

static void
follow_person (TrinhWork *self)
{
  TrinhPerson *person = self->store != NULL ? trinh_people_get_now (self->store) : NULL;
  char *author = person != NULL ? g_strdup (trinh_person_get_name (person)) : _trinh_work_dup_account (self->store);

  g_clear_object (&self->person);
  self->person = person;
  g_free (self->author);
  self->author = author;
  g_signal_emit (self, signals[PERSON_CHANGED], 0);
}

static void
setting_changed_cb (TrinhWork *self,
                    const char *name)
{
  if (g_str_equal (name, "people") || g_str_equal (name, "person-now") || g_str_equal (name, "office"))
    follow_person (self);
}

static void
trinh_work_dispose (GObject *object)
{
  TrinhWork *self = TRINH_WORK (object);

  g_queue_clear_full (&self->pending, (GDestroyNotify) pending_free);
  g_clear_object (&self->layout);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->previous);
  g_clear_object (&self->person);
  g_clear_object (&self->report);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_pointer (&self->saving_message, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_work_parent_class)->dispose (object);
}

static void
trinh_work_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  TrinhWork *self = TRINH_WORK (object);

  switch (prop_id)
    {
    case PROP_SAVING:
      g_value_set_enum (value, self->saving);
      break;
    case PROP_SAVING_MESSAGE:
      g_value_set_string (value, self->saving_message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Another name, code or predecessor makes other reports the office's earlier ones. */
static void
load_history (TrinhWork *self)
{
  g_autoptr (GPtrArray) history = NULL;

  if (self->store == NULL)
    return;
  history = _trinh_work_load_history (self->report, self->store, self->library);
  trinh_evaluation_set_history (self->evaluation, history);
  g_clear_object (&self->previous);
}

static void
trinh_work_class_init (TrinhWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trinh_work_dispose;
  object_class->get_property = trinh_work_get_property;

  properties[PROP_SAVING] = g_param_spec_enum ("saving", NULL, NULL, TRINH_TYPE_SAVING, TRINH_SAVING_SAVED, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVING_MESSAGE] = g_param_spec_string ("saving-message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DEADLINE_CHANGED] = g_signal_new ("deadline-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PERSON_CHANGED] = g_signal_new ("person-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trinh_work_init (TrinhWork *self)
{
}

/**
 * trinh_work_new:
 * @store: (nullable): where edits go; %NULL keeps them in memory
 */
TrinhWork *
trinh_work_new (TrinhReport *report,
                TrinhStore *store,
                TrinhRegimeLibrary *library)
{
  TrinhWork *self;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (store == NULL || TRINH_IS_STORE (store), NULL);

  self = g_object_new (TRINH_TYPE_WORK, NULL);
  g_set_object (&self->report, report);
  g_set_object (&self->store, store);
  g_set_object (&self->library, library);
  self->evaluation = trinh_evaluation_new (report);
  trinh_evaluation_set_today (self->evaluation, trinh_date_today ());
  follow_person (self);
  if (store != NULL)
    g_signal_connect_object (store, "setting-changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  _trinh_work_follow_deadline (self);
  load_history (self);
  self->saving_message = g_strdup (_ ("Saved"));
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "member-changed::office", G_CALLBACK (load_history), self, G_CONNECT_SWAPPED);

  return self;
}

TrinhReport *
trinh_work_get_report (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->report;
}

TrinhLayoutFindings *
trinh_work_get_layout_findings (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  if (self->layout == NULL)
    self->layout = trinh_layout_findings_new (self->evaluation);

  return self->layout;
}

TrinhEvaluation *
trinh_work_get_evaluation (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->evaluation;
}

TrinhEvaluation *
_trinh_work_get_previous (TrinhWork *self)
{
  TrinhReport *report = trinh_evaluation_get_reach (self->evaluation, TRINH_REACH_PREVIOUS);

  if (self->previous != NULL && trinh_evaluation_get_report (self->previous) == report)
    return self->previous;

  g_clear_object (&self->previous);
  if (report != NULL)
    self->previous = trinh_evaluation_new (report);

  return self->previous;
}

TrinhStore *
trinh_work_get_store (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->store;
}

TrinhRegimeLibrary *
_trinh_work_get_library (TrinhWork *self)
{
  return self->library;
}

TrinhSaving
trinh_work_get_saving (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), TRINH_SAVING_SAVED);

  return self->saving;
}

const char *
trinh_work_get_saving_message (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->saving_message;
}

const char *
trinh_work_get_author (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->author;
}

TrinhPerson *
trinh_work_get_person (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->person;
}

GPtrArray *
trinh_work_get_problems (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  return self->problems;
}

void
_trinh_work_set_problems (TrinhWork *self,
                          GPtrArray *problems)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (problems->len > 0)
    self->problems = g_ptr_array_ref (problems);
}

gboolean
trinh_work_apply (TrinhWork *self,
                  TrinhEdit *edit,
                  GError **error)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (_trinh_work_refuse (self, error))
    return FALSE;
  trinh_edit_set_author (edit, self->author);

  return trinh_report_apply (self->report, edit, error);
}

gboolean
_trinh_work_apply_stored (TrinhWork *self,
                          TrinhEdit *edit,
                          GError **error)
{
  const guint revision = trinh_report_get_revision (self->report) + 1;
  gboolean applied;

  self->stored = edit;
  applied = trinh_report_apply (self->report, edit, error);
  self->stored = NULL;
  if (!applied || self->store == NULL)
    return applied;
  trinh_report_set_saved_revision (self->report, revision);
  if (g_queue_is_empty (&self->pending))
    set_saved (self);

  return TRUE;
}

void
trinh_work_retry (TrinhWork *self)
{
  g_return_if_fail (TRINH_IS_WORK (self));

  if (self->store != NULL)
    save_next (self);
}

gboolean
trinh_work_flush (TrinhWork *self,
                  GError **error)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  /* The store knows an edit it has already, so the one under way may be given again; its answer then comes too late. */
  self->under_way = 0;
  while (!g_queue_is_empty (&self->pending))
    {
      Pending *pending = g_queue_peek_head (&self->pending);
      g_autoptr (GError) local_error = NULL;

      if (!trinh_store_save_edit (self->store, trinh_report_get_id (self->report), pending->revision, pending->edit, &local_error))
        {
          set_failed (self, local_error);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      pop_saved (self);
    }

  if (self->saving != TRINH_SAVING_SAVED)
    set_saved (self);

  return TRUE;
}
