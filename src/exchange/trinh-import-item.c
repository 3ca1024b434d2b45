/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-import-private.h"

enum
{
  PROP_0,
  PROP_TAKE,
  PROP_STATUS,
  PROP_ANSWER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhImportItem, trinh_import_item, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (TrinhImportStatus, trinh_import_status, G_DEFINE_ENUM_VALUE (TRINH_IMPORT_AMBIGUOUS, "ambiguous"), G_DEFINE_ENUM_VALUE (TRINH_IMPORT_REFUSED, "refused"), G_DEFINE_ENUM_VALUE (TRINH_IMPORT_NOT_FOUND, "not-found"), G_DEFINE_ENUM_VALUE (TRINH_IMPORT_CHANGED, "changed"), G_DEFINE_ENUM_VALUE (TRINH_IMPORT_EMPTIED, "emptied"), G_DEFINE_ENUM_VALUE (TRINH_IMPORT_NEW, "new"), G_DEFINE_ENUM_VALUE (TRINH_IMPORT_SAME, "same"))

static void
trinh_import_item_finalize (GObject *object)
{
  TrinhImportItem *self = TRINH_IMPORT_ITEM (object);

  g_free (self->place);
  g_free (self->title);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->message);
  g_free (self->content);
  g_free (self->old_content);
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    {
      g_free (self->answers[i]);
      g_free (self->answer_texts[i]);
    }

  G_OBJECT_CLASS (trinh_import_item_parent_class)->finalize (object);
}

static void
trinh_import_item_get_property (GObject *object,
                                guint property,
                                GValue *value,
                                GParamSpec *pspec)
{
  TrinhImportItem *self = TRINH_IMPORT_ITEM (object);

  switch (property)
    {
    case PROP_TAKE:
      g_value_set_boolean (value, self->take);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    case PROP_ANSWER:
      g_value_set_int (value, self->answer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
trinh_import_item_set_property (GObject *object,
                                guint property,
                                const GValue *value,
                                GParamSpec *pspec)
{
  TrinhImportItem *self = TRINH_IMPORT_ITEM (object);

  switch (property)
    {
    case PROP_TAKE:
      trinh_import_item_set_take (self, g_value_get_boolean (value));
      break;
    case PROP_ANSWER:
      trinh_import_item_set_answer (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
trinh_import_item_class_init (TrinhImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_import_item_finalize;
  object_class->get_property = trinh_import_item_get_property;
  object_class->set_property = trinh_import_item_set_property;

  properties[PROP_TAKE] = g_param_spec_boolean ("take", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, TRINH_TYPE_IMPORT_STATUS, TRINH_IMPORT_AMBIGUOUS, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ANSWER] = g_param_spec_int ("answer", NULL, NULL, -1, 1, -1, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_import_item_init (TrinhImportItem *self)
{
  self->answer = -1;
}

TrinhImportItem *
_trinh_import_item_new (TrinhImportStatus status,
                        const char *address)
{
  TrinhImportItem *self = g_object_new (TRINH_TYPE_IMPORT_ITEM, NULL);

  self->status = status;
  self->address = address;

  return self;
}

/* A table writes spaces for the line ends of a text, and the sign of a lost letter for the two that XML does not have. */
static char *
collapse (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  g_string_replace (line, "\uFFFE", "\uFFFD", 0);
  g_string_replace (line, "\uFFFF", "\uFFFD", 0);

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *first = collapse (a != NULL ? a : "");
  g_autofree char *second = collapse (b != NULL ? b : "");
  TrinhDecimal x;
  TrinhDecimal y;

  if (trinh_decimal_parse_canonical (first, &x, NULL) && trinh_decimal_parse_canonical (second, &y, NULL))
    return trinh_decimal_compare (x, y) == 0;

  return g_str_equal (first, second);
}

void
_trinh_import_item_settle (TrinhImportItem *self,
                           const char *content,
                           const char *shown)
{
  g_set_str (&self->content, content);
  g_set_str (&self->new_text, shown);
  if (is_same (self->old_content, content))
    self->status = TRINH_IMPORT_SAME;
  else if (self->old_content == NULL || self->old_content[0] == '\0')
    self->status = TRINH_IMPORT_NEW;
  else
    self->status = TRINH_IMPORT_CHANGED;
  self->take = self->status != TRINH_IMPORT_SAME;
}

const char *
_trinh_import_item_get_content (TrinhImportItem *self)
{
  return self->take ? self->content : NULL;
}

TrinhImportStatus
trinh_import_item_get_status (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), TRINH_IMPORT_REFUSED);

  return self->status;
}

const char *
trinh_import_item_get_address (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);

  return self->address;
}

const char *
trinh_import_item_get_place (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);

  return self->place;
}

const char *
trinh_import_item_get_title (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);

  return self->title;
}

const char *
trinh_import_item_get_old (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);

  return self->old_text != NULL ? self->old_text : "";
}

const char *
trinh_import_item_get_new (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);

  return self->new_text != NULL ? self->new_text : "";
}

const char *
trinh_import_item_get_message (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);

  return self->message != NULL ? self->message : "";
}

gboolean
trinh_import_item_get_is_note (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), FALSE);

  return self->note;
}

guint
trinh_import_item_get_n_answers (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), 0);

  return self->answers[0] != NULL ? G_N_ELEMENTS (self->answers) : 0;
}

const char *
trinh_import_item_get_answer_text (TrinhImportItem *self,
                                   guint position)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), NULL);
  g_return_val_if_fail (position < G_N_ELEMENTS (self->answers), NULL);

  return self->answer_texts[position];
}

int
trinh_import_item_get_answer (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), -1);

  return self->answer;
}

void
trinh_import_item_set_answer (TrinhImportItem *self,
                              int answer)
{
  g_return_if_fail (TRINH_IS_IMPORT_ITEM (self));
  g_return_if_fail (answer < (int) trinh_import_item_get_n_answers (self));

  if (self->answer == answer)
    return;

  self->answer = answer;
  g_set_str (&self->content, answer >= 0 ? self->answers[answer] : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
  trinh_import_item_set_take (self, answer >= 0);
}

gboolean
trinh_import_item_get_can_take (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), FALSE);

  return self->content != NULL && self->status != TRINH_IMPORT_SAME;
}

gboolean
trinh_import_item_get_take (TrinhImportItem *self)
{
  g_return_val_if_fail (TRINH_IS_IMPORT_ITEM (self), FALSE);

  return self->take;
}

void
trinh_import_item_set_take (TrinhImportItem *self,
                            gboolean take)
{
  g_return_if_fail (TRINH_IS_IMPORT_ITEM (self));

  take = take && trinh_import_item_get_can_take (self);
  if (self->take == take)
    return;

  self->take = take;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAKE]);
}
