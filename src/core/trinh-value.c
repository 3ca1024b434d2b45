/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"
#include "trinh-value.h"

struct _TrinhValue
{
  gatomicrefcount reference_count;

  TrinhBlank blank;
  TrinhOrigin origin;
  gboolean estimate;
  gboolean is_number;
  TrinhDecimal decimal;

  /* Owned References */
  char *text;
  char *note;
  JsonObject *unknown;
};

static const char *const blank_nicks[] = { "", "not-applicable", "none-occurred", "not-available" };
static const char *const origin_nicks[] = { "entered", "computed", "imported" };
static const char *const members[] = { "value", "blank", "note", "estimate", "origin", NULL };

G_DEFINE_BOXED_TYPE (TrinhValue, trinh_value, trinh_value_ref, trinh_value_unref)

static gboolean
find_nick (const char *const *nicks,
           guint n_nicks,
           const char *nick,
           guint *place)
{
  for (guint i = 0; i < n_nicks; i++)
    {
      if (g_str_equal (nicks[i], nick))
        {
          *place = i;
          return TRUE;
        }
    }

  return FALSE;
}

static TrinhValue *
copy_with (TrinhValue *self,
           const char *text,
           TrinhBlank blank,
           const char *note,
           gboolean estimate,
           TrinhOrigin origin)
{
  TrinhValue *copy = trinh_value_new_full (text, blank, note, estimate, origin);

  if (self != NULL && self->unknown != NULL)
    copy->unknown = json_object_ref (self->unknown);

  return copy;
}

static gboolean
read_nick (JsonObject *object,
           const char *name,
           const char *const *nicks,
           guint n_nicks,
           guint *place,
           GError **error)
{
  const char *nick = NULL;

  if (!trinh_json_get_string (object, name, &nick, error))
    return FALSE;
  if (nick == NULL || find_nick (nicks, n_nicks, nick, place))
    return TRUE;

  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_UNKNOWN,
               _ ("“%s” cannot be “%s”; it is one of those that the format of the report file names"),
               name,
               nick);

  return FALSE;
}

static gboolean
read_text (JsonObject *object,
           const char **text,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, "value");
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    {
      g_set_error (error,
                   TRINH_CORE_ERROR,
                   TRINH_CORE_ERROR_TYPE,
                   _ ("“%s” is a bare number; write it in quotation marks, like \"63.6\""),
                   "value");
      return FALSE;
    }

  return trinh_json_get_string (object, "value", text, error);
}

TrinhValue *
trinh_value_new (const char *text)
{
  return trinh_value_new_full (text, TRINH_BLANK_NO_REASON, NULL, FALSE, TRINH_ORIGIN_ENTERED);
}

/**
 * trinh_value_new_full:
 * @text: (nullable): %NULL or "" for a blank
 * @blank: why it is blank; of no account where there is text
 * @note: (nullable): the remark beside the value
 * @estimate: whether the value is an estimate ("ước")
 * @origin: where it comes from
 *
 * Returns: (transfer full): a new value
 */
TrinhValue *
trinh_value_new_full (const char *text,
                      TrinhBlank blank,
                      const char *note,
                      gboolean estimate,
                      TrinhOrigin origin)
{
  TrinhValue *self = NULL;

  g_return_val_if_fail (blank <= TRINH_BLANK_NOT_AVAILABLE, NULL);
  g_return_val_if_fail (origin <= TRINH_ORIGIN_IMPORTED, NULL);

  self = g_new0 (TrinhValue, 1);
  g_atomic_ref_count_init (&self->reference_count);
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  self->blank = self->text == NULL ? blank : TRINH_BLANK_NO_REASON;
  self->note = g_strdup (note != NULL ? note : "");
  self->estimate = !!estimate;
  self->origin = origin;
  if (self->text != NULL)
    self->is_number = trinh_decimal_parse_canonical (self->text, &self->decimal, NULL);

  return self;
}

TrinhValue *
trinh_value_ref (TrinhValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);

  return self;
}

void
trinh_value_unref (TrinhValue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

TrinhValue *
trinh_value_with_text (TrinhValue *self,
                       const char *text,
                       TrinhOrigin origin)
{
  return copy_with (self, text, trinh_value_get_blank (self), trinh_value_get_note (self), trinh_value_get_estimate (self), origin);
}

TrinhValue *
trinh_value_with_note (TrinhValue *self,
                       const char *note)
{
  return copy_with (self, trinh_value_get_text (self), trinh_value_get_blank (self), note, trinh_value_get_estimate (self), trinh_value_get_origin (self));
}

/**
 * trinh_value_with_blank:
 * @self: (nullable): a value
 * @blank: a reason takes the text away; %TRINH_BLANK_NO_REASON only takes the reason away
 *
 * Returns: (transfer full): the value with the reason
 */
TrinhValue *
trinh_value_with_blank (TrinhValue *self,
                        TrinhBlank blank)
{
  const char *text = blank == TRINH_BLANK_NO_REASON ? trinh_value_get_text (self) : NULL;

  return copy_with (self, text, blank, trinh_value_get_note (self), trinh_value_get_estimate (self), trinh_value_get_origin (self));
}

TrinhValue *
trinh_value_with_estimate (TrinhValue *self,
                           gboolean estimate)
{
  return copy_with (self, trinh_value_get_text (self), trinh_value_get_blank (self), trinh_value_get_note (self), estimate, trinh_value_get_origin (self));
}

const char *
trinh_value_get_text (TrinhValue *self)
{
  return self != NULL ? self->text : NULL;
}

TrinhBlank
trinh_value_get_blank (TrinhValue *self)
{
  return self != NULL ? self->blank : TRINH_BLANK_NO_REASON;
}

const char *
trinh_value_get_note (TrinhValue *self)
{
  return self != NULL ? self->note : "";
}

gboolean
trinh_value_get_estimate (TrinhValue *self)
{
  return self != NULL && self->estimate;
}

TrinhOrigin
trinh_value_get_origin (TrinhValue *self)
{
  return self != NULL ? self->origin : TRINH_ORIGIN_ENTERED;
}

gboolean
trinh_value_get_decimal (TrinhValue *self,
                         TrinhDecimal *decimal)
{
  g_return_val_if_fail (decimal != NULL, FALSE);

  if (self == NULL || !self->is_number)
    return FALSE;
  *decimal = self->decimal;

  return TRUE;
}

gboolean
trinh_value_is_empty (TrinhValue *self)
{
  return self == NULL ||
         (self->text == NULL && self->blank == TRINH_BLANK_NO_REASON && *self->note == '\0' && !self->estimate && self->unknown == NULL);
}

gboolean
trinh_value_equal (TrinhValue *a,
                   TrinhValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->blank == b->blank &&
         a->origin == b->origin &&
         a->estimate == b->estimate &&
         g_strcmp0 (a->text, b->text) == 0 &&
         g_str_equal (a->note, b->note) &&
         trinh_json_unknown_equal (a->unknown, b->unknown);
}

JsonNode *
trinh_value_to_json (TrinhValue *self)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  if (self->text != NULL)
    json_object_set_string_member (object, "value", self->text);
  if (self->blank != TRINH_BLANK_NO_REASON)
    json_object_set_string_member (object, "blank", blank_nicks[self->blank]);
  if (*self->note != '\0')
    json_object_set_string_member (object, "note", self->note);
  if (self->estimate)
    json_object_set_boolean_member (object, "estimate", TRUE);
  if (self->origin != TRINH_ORIGIN_ENTERED)
    json_object_set_string_member (object, "origin", origin_nicks[self->origin]);
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

/**
 * trinh_value_from_json:
 * @node: a value as in the report file
 * @error: return location: TYPE, UNKNOWN, or SYNTAX where a value also says why it is blank;
 *   the message names the member, the caller adds file, line and address
 *
 * Whether the text suits the row (a number, a choice) is for the form to say.
 *
 * Returns: (transfer full): the value
 */
TrinhValue *
trinh_value_from_json (JsonNode *node,
                       GError **error)
{
  JsonObject *object = NULL;
  const char *text = NULL;
  const char *note = NULL;
  gboolean estimate = FALSE;
  guint blank = TRINH_BLANK_NO_REASON;
  guint origin = TRINH_ORIGIN_ENTERED;
  TrinhValue *self = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a value"), &object, error) ||
      !read_text (object, &text, error) ||
      !read_nick (object, "blank", blank_nicks, G_N_ELEMENTS (blank_nicks), &blank, error) ||
      !trinh_json_get_string (object, "note", &note, error) ||
      !trinh_json_get_boolean (object, "estimate", &estimate, error) ||
      !read_nick (object, "origin", origin_nicks, G_N_ELEMENTS (origin_nicks), &origin, error))
    return NULL;
  if (text != NULL && *text != '\0' && blank != TRINH_BLANK_NO_REASON)
    {
      g_set_error (error,
                   TRINH_CORE_ERROR,
                   TRINH_CORE_ERROR_SYNTAX,
                   _ ("the value “%s” also says why it is blank; keep “value” or “blank”"),
                   text);
      return NULL;
    }

  self = trinh_value_new_full (text, blank, note, estimate, origin);
  self->unknown = trinh_json_keep_unknown (object, members);

  return self;
}
