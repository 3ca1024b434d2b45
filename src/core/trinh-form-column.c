/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-form-private.h"

struct _TrinhFormColumn
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *title;

  gboolean main;
  TrinhKind kind;
};

G_DEFINE_FINAL_TYPE (TrinhFormColumn, trinh_form_column, G_TYPE_OBJECT)

static void
trinh_form_column_finalize (GObject *object)
{
  TrinhFormColumn *self = TRINH_FORM_COLUMN (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (trinh_form_column_parent_class)->finalize (object);
}

static void
trinh_form_column_class_init (TrinhFormColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_form_column_finalize;
}

static void
trinh_form_column_init (TrinhFormColumn *self)
{
}

TrinhFormColumn *
trinh_form_column_new (const char *id,
                       const char *title,
                       gboolean main,
                       TrinhKind kind)
{
  TrinhFormColumn *self = g_object_new (TRINH_TYPE_FORM_COLUMN, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->main = main;
  self->kind = kind;
  return self;
}

const char *
trinh_form_column_get_id (TrinhFormColumn *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (self), NULL);

  return self->id;
}

const char *
trinh_form_column_get_title (TrinhFormColumn *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (self), NULL);

  return self->title;
}

gboolean
trinh_form_column_get_main (TrinhFormColumn *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (self), FALSE);

  return self->main;
}

TrinhKind
trinh_form_column_get_kind (TrinhFormColumn *self)
{
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (self), TRINH_KIND_NONE);

  return self->kind;
}
