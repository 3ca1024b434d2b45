/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"

G_DEFINE_FINAL_TYPE (TrinhDocument, trinh_document, G_TYPE_OBJECT)

static void
trinh_document_finalize (GObject *object)
{
  TrinhDocument *self = TRINH_DOCUMENT (object);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->attachment, g_bytes_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->origin, g_free);

  G_OBJECT_CLASS (trinh_document_parent_class)->finalize (object);
}

static void
trinh_document_class_init (TrinhDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_document_finalize;
}

static void
trinh_document_init (TrinhDocument *self)
{
}

TrinhDocument *
trinh_document_new_for_blocks (GPtrArray *blocks)
{
  TrinhDocument *self = g_object_new (TRINH_TYPE_DOCUMENT, NULL);

  self->blocks = blocks;
  self->title = g_strdup ("Báo cáo");
  self->author = g_strdup ("");
  self->id = g_strdup ("blocks");
  self->attachment = g_bytes_new_static ("{}\n", 3);
  trinh_date_parse ("2022-06-09", &self->date);
  return self;
}

gboolean
trinh_document_get_draft (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), FALSE);

  return self->draft;
}

void
trinh_document_set_draft (TrinhDocument *self,
                          gboolean draft)
{
  g_return_if_fail (TRINH_IS_DOCUMENT (self));

  self->draft = draft;
}

GPtrArray *
trinh_document_get_blocks (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), NULL);

  return self->blocks;
}

const char *
trinh_document_get_title (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), NULL);

  return self->title;
}

const char *
trinh_document_get_author (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), NULL);

  return self->author;
}

const char *
trinh_document_get_id (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), NULL);

  return self->id;
}

guint32
trinh_document_get_date (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), 0);

  return self->date;
}

const char *
trinh_document_get_origin (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), NULL);

  return self->origin;
}

void
trinh_document_set_origin (TrinhDocument *self,
                           const char *origin)
{
  g_return_if_fail (TRINH_IS_DOCUMENT (self));

  g_set_str (&self->origin, origin);
}

GBytes *
trinh_document_get_attachment (TrinhDocument *self)
{
  g_return_val_if_fail (TRINH_IS_DOCUMENT (self), NULL);

  return self->attachment;
}
