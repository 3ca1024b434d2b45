/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-merge-private.h"

enum
{
  PROP_0,
  PROP_CHOICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhMergeItem, trinh_merge_item, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (TrinhMergeChoice, trinh_merge_choice, G_DEFINE_ENUM_VALUE (TRINH_MERGE_OPEN, "open"), G_DEFINE_ENUM_VALUE (TRINH_MERGE_OURS, "ours"), G_DEFINE_ENUM_VALUE (TRINH_MERGE_THEIRS, "theirs"))

static void
trinh_merge_item_finalize (GObject *object)
{
  TrinhMergeItem *self = TRINH_MERGE_ITEM (object);

  g_free (self->group);
  g_free (self->target);
  g_free (self->name);
  g_clear_pointer (&self->fresh, json_node_unref);
  g_free (self->shown);
  g_free (self->place);
  g_free (self->title);
  g_free (self->base_text);
  g_free (self->our_text);
  g_free (self->their_text);

  G_OBJECT_CLASS (trinh_merge_item_parent_class)->finalize (object);
}

static void
trinh_merge_item_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  TrinhMergeItem *self = TRINH_MERGE_ITEM (object);

  switch (prop_id)
    {
    case PROP_CHOICE:
      g_value_set_enum (value, (int) self->choice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_merge_item_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  TrinhMergeItem *self = TRINH_MERGE_ITEM (object);

  switch (prop_id)
    {
    case PROP_CHOICE:
      trinh_merge_item_set_choice (self, (TrinhMergeChoice) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_merge_item_class_init (TrinhMergeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_merge_item_finalize;
  object_class->get_property = trinh_merge_item_get_property;
  object_class->set_property = trinh_merge_item_set_property;

  properties[PROP_CHOICE] = g_param_spec_enum ("choice", NULL, NULL, TRINH_TYPE_MERGE_CHOICE, TRINH_MERGE_OPEN, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_merge_item_init (TrinhMergeItem *self)
{
}

TrinhMergeKind
trinh_merge_item_get_kind (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), TRINH_MERGE_MEMBER);

  return self->kind;
}

gboolean
trinh_merge_item_get_conflict (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), FALSE);

  return self->conflict;
}

gboolean
trinh_merge_item_get_outside (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), FALSE);

  return self->outside;
}

const char *
trinh_merge_item_get_target (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), NULL);

  return self->shown;
}

const char *
trinh_merge_item_get_place (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), NULL);

  return self->place;
}

const char *
trinh_merge_item_get_title (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), NULL);

  return self->title;
}

const char *
trinh_merge_item_get_base (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), NULL);

  return self->base_text;
}

const char *
trinh_merge_item_get_ours (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), NULL);

  return self->our_text;
}

const char *
trinh_merge_item_get_theirs (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), NULL);

  return self->their_text;
}

TrinhMergeChoice
trinh_merge_item_get_choice (TrinhMergeItem *self)
{
  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (self), TRINH_MERGE_OPEN);

  return self->choice;
}

void
trinh_merge_item_set_choice (TrinhMergeItem *self,
                             TrinhMergeChoice choice)
{
  g_return_if_fail (TRINH_IS_MERGE_ITEM (self));

  if (self->choice == choice)
    return;
  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}
