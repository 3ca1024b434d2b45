/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-open-point.h"

struct _TrinhOpenPoint
{
  GObject parent_instance;

  TrinhOpenPointKind kind;

  /* Owned References */
  char *place;
  char *title;
  char *text;
  TrinhFinding *finding; /* (nullable) */
  char *thread;          /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TrinhOpenPoint, trinh_open_point, G_TYPE_OBJECT)

static void
trinh_open_point_finalize (GObject *object)
{
  TrinhOpenPoint *self = TRINH_OPEN_POINT (object);

  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->thread, g_free);

  G_OBJECT_CLASS (trinh_open_point_parent_class)->finalize (object);
}

static void
trinh_open_point_class_init (TrinhOpenPointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_open_point_finalize;
}

static void
trinh_open_point_init (TrinhOpenPoint *self)
{
}

TrinhOpenPoint *
trinh_open_point_new (TrinhOpenPointKind kind,
                      const char *place,
                      const char *title,
                      const char *text,
                      TrinhFinding *finding,
                      const char *thread)
{
  TrinhOpenPoint *self;

  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (finding == NULL || TRINH_IS_FINDING (finding), NULL);

  self = g_object_new (TRINH_TYPE_OPEN_POINT, NULL);
  self->kind = kind;
  self->place = g_strdup (place);
  self->title = g_strdup (title);
  self->text = g_strdup (text);
  g_set_object (&self->finding, finding);
  self->thread = g_strdup (thread);

  return self;
}

TrinhOpenPointKind
trinh_open_point_get_kind (TrinhOpenPoint *self)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (self), TRINH_OPEN_POINT_BLANK);

  return self->kind;
}

const char *
trinh_open_point_get_place (TrinhOpenPoint *self)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (self), NULL);

  return self->place;
}

const char *
trinh_open_point_get_title (TrinhOpenPoint *self)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (self), NULL);

  return self->title;
}

const char *
trinh_open_point_get_text (TrinhOpenPoint *self)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (self), NULL);

  return self->text;
}

TrinhFinding *
trinh_open_point_get_finding (TrinhOpenPoint *self)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (self), NULL);

  return self->finding;
}

const char *
trinh_open_point_get_thread (TrinhOpenPoint *self)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (self), NULL);

  return self->thread;
}
