/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-outline-private.h"

G_DEFINE_FINAL_TYPE (TrinhOutlineItem, trinh_outline_item, G_TYPE_OBJECT)

static void
trinh_outline_item_finalize (GObject *object)
{
  TrinhOutlineItem *self = TRINH_OUTLINE_ITEM (object);

  g_free (self->id);
  g_free (self->number);
  g_free (self->title);
  g_free (self->guidance);
  g_free (self->template_text);
  g_strfreev (self->forms);
  g_strfreev (self->phrases);

  G_OBJECT_CLASS (trinh_outline_item_parent_class)->finalize (object);
}

static void
trinh_outline_item_class_init (TrinhOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_outline_item_finalize;
}

static void
trinh_outline_item_init (TrinhOutlineItem *self)
{
}

const char *
trinh_outline_item_get_id (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return self->id;
}

TrinhOutlineRole
trinh_outline_item_get_role (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), TRINH_OUTLINE_HEADING);

  return self->role;
}

const char *
trinh_outline_item_get_number (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return self->number;
}

const char *
trinh_outline_item_get_title (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return self->title;
}

guint
trinh_outline_item_get_level (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), 0);

  return self->level;
}

const char *
trinh_outline_item_get_guidance (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return self->guidance;
}

gboolean
trinh_outline_item_get_required (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), FALSE);

  return self->required;
}

const char *
trinh_outline_item_get_template (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return self->template_text;
}

const char *const *
trinh_outline_item_get_forms (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return (const char *const *) self->forms;
}

const char *const *
trinh_outline_item_get_phrases (TrinhOutlineItem *self)
{
  g_return_val_if_fail (TRINH_IS_OUTLINE_ITEM (self), NULL);

  return (const char *const *) self->phrases;
}
