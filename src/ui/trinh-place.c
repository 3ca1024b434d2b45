/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-place.h"

struct _TrinhPlace
{
  GObject parent_instance;

  /* Owned References */
  TrinhEvaluation *evaluation;
  TrinhLayoutFindings *layout; /* (nullable) */
  char *id;
  char *title;
  char *note;

  TrinhPlaceKind kind;
  TrinhPlaceStatus status;
  guint depth;
  gboolean aside;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DEPTH,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_COMPLETE,
  PROP_STARTED,
  PROP_NOTE,
  PROP_ASIDE,
  PROP_OPACITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhPlace, trinh_place, G_TYPE_OBJECT)

static gboolean
is_part (TrinhPlace *self)
{
  return self->kind == TRINH_PLACE_SECTION || self->kind == TRINH_PLACE_FORM;
}

static gboolean
is_complete (TrinhPlace *self)
{
  return is_part (self) && self->status.n_filled > 0 && self->status.n_filled >= self->status.n_required;
}

static gboolean
is_started (TrinhPlace *self)
{
  return is_part (self) && self->status.n_filled > 0 && !is_complete (self);
}

static void
update_note (TrinhPlace *self)
{
  const guint n_open = self->kind == TRINH_PLACE_REMARKS ? trinh_remarks_count_open (trinh_evaluation_get_report (self->evaluation)) : 0;
  g_autofree char *note = NULL;

  if (self->kind == TRINH_PLACE_OVERVIEW)
    /* Translators: how much of the report is filled in, per cent */
    note = g_strdup_printf (_ ("%d %%"), trinh_evaluation_get_progress (self->evaluation));
  else if (self->kind == TRINH_PLACE_REMARKS && n_open > 0)
    note = g_strdup_printf ("%u", n_open);

  if (g_set_str (&self->note, note))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

static TrinhPlaceStatus
read_status (TrinhPlace *self)
{
  TrinhPlaceStatus status = { 0 };

  if (is_part (self))
    return trinh_evaluation_get_place (self->evaluation, self->id);

  if (self->kind == TRINH_PLACE_FINDINGS)
    {
      status.n_errors = trinh_evaluation_get_n_errors (self->evaluation);
      status.n_warnings = trinh_evaluation_get_n_warnings (self->evaluation);
    }
  if (self->layout != NULL)
    {
      status.n_errors += trinh_layout_findings_count (self->layout, TRINH_SEVERITY_ERROR);
      status.n_warnings += trinh_layout_findings_count (self->layout, TRINH_SEVERITY_WARNING);
    }

  return status;
}

static void
trinh_place_update (TrinhPlace *self)
{
  const TrinhPlaceStatus old = self->status;
  const gboolean was_complete = is_complete (self);
  const gboolean was_started = is_started (self);

  self->status = read_status (self);
  update_note (self);

  if (old.n_errors != self->status.n_errors)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ERRORS]);
  if (old.n_warnings != self->status.n_warnings)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WARNINGS]);
  if (was_complete != is_complete (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
  if (was_started != is_started (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STARTED]);
}

static void
trinh_place_dispose (GObject *object)
{
  TrinhPlace *self = TRINH_PLACE (object);

  g_clear_object (&self->evaluation);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (trinh_place_parent_class)->dispose (object);
}

static void
trinh_place_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  TrinhPlace *self = TRINH_PLACE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, self->depth);
      break;
    case PROP_ASIDE:
      g_value_set_boolean (value, self->aside);
      break;
    case PROP_OPACITY:
      g_value_set_double (value, self->aside ? 0.5 : 1);
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->status.n_errors);
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, self->status.n_warnings);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, is_complete (self));
      break;
    case PROP_STARTED:
      g_value_set_boolean (value, is_started (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_place_class_init (TrinhPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_place_dispose;
  object_class->get_property = trinh_place_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_OPACITY] = g_param_spec_double ("opacity", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_ASIDE] = g_param_spec_boolean ("aside", NULL, NULL, FALSE, flags);
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_STARTED] = g_param_spec_boolean ("started", NULL, NULL, FALSE, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_place_init (TrinhPlace *self)
{
}

TrinhPlace *
trinh_place_new (TrinhPlaceKind kind,
                 const char *id,
                 const char *title,
                 guint depth,
                 TrinhEvaluation *evaluation)
{
  TrinhPlace *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  self = g_object_new (TRINH_TYPE_PLACE, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->depth = depth;
  self->evaluation = g_object_ref (evaluation);
  trinh_place_update (self);

  /* What counts the whole report follows every place. */
  signal = is_part (self) ? g_strdup_printf ("place-changed::%s", id) : g_strdup ("place-changed");
  g_signal_connect_object (evaluation, signal, G_CALLBACK (trinh_place_update), self, G_CONNECT_SWAPPED);
  if (kind == TRINH_PLACE_REMARKS)
    g_signal_connect_object (trinh_evaluation_get_report (evaluation), "member-changed::comments", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);

  return self;
}

TrinhPlaceKind
trinh_place_get_kind (TrinhPlace *self)
{
  g_return_val_if_fail (TRINH_IS_PLACE (self), TRINH_PLACE_OVERVIEW);

  return self->kind;
}

const char *
trinh_place_get_id (TrinhPlace *self)
{
  g_return_val_if_fail (TRINH_IS_PLACE (self), NULL);

  return self->id;
}

const char *
trinh_place_get_title (TrinhPlace *self)
{
  g_return_val_if_fail (TRINH_IS_PLACE (self), NULL);

  return self->title;
}

gboolean
trinh_place_get_aside (TrinhPlace *self)
{
  g_return_val_if_fail (TRINH_IS_PLACE (self), FALSE);

  return self->aside;
}

void
trinh_place_set_aside (TrinhPlace *self,
                       gboolean aside)
{
  g_return_if_fail (TRINH_IS_PLACE (self));

  if (self->aside == aside)
    return;
  self->aside = aside;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASIDE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPACITY]);
}

void
trinh_place_set_layout_findings (TrinhPlace *self,
                                 TrinhLayoutFindings *findings)
{
  g_return_if_fail (TRINH_IS_PLACE (self));
  g_return_if_fail (TRINH_IS_LAYOUT_FINDINGS (findings));
  g_return_if_fail (self->layout == NULL);

  self->layout = g_object_ref (findings);
  g_signal_connect_object (findings, "items-changed", G_CALLBACK (trinh_place_update), self, G_CONNECT_SWAPPED);
  trinh_place_update (self);
}
