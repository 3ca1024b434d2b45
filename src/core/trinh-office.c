/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-error.h"
#include "trinh-json-private.h"
#include "trinh-language.h"
#include "trinh-office.h"

struct _TrinhOffice
{
  GObject parent_instance;

  /* Owned References */
  char *name;
  char *code;
  char *kind;
  char **header;
  char *superior;
  char *place;
  char *locality;
  GPtrArray *predecessors; /* of TrinhOffice, read from what is kept in @unknown */
  JsonObject *unknown;
};

static const char *const members[] = { "name", "code", "kind", "header", "superior", "place", NULL };

G_DEFINE_FINAL_TYPE (TrinhOffice, trinh_office, G_TYPE_OBJECT)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Where @text goes on behind @word and a space, whatever the case and the place of the tone; else %NULL */
static const char *
skip_word (const char *text,
           const char *word)
{
  const char *rest = g_utf8_offset_to_pointer (text, MIN (g_utf8_strlen (text, -1), g_utf8_strlen (word, -1)));
  g_autofree char *start = g_strndup (text, (size_t) (rest - text));
  g_autofree char *respelled = trinh_language_respell (start);
  g_autofree char *lower = g_utf8_strdown (respelled, -1);

  if (!g_str_equal (lower, word) || *rest != ' ')
    return NULL;

  return rest + 1;
}

static const char *
skip_committee (const char *name)
{
  const char *rest = skip_word (name, "ubnd");

  if (rest == NULL)
    rest = skip_word (name, "ủy ban nhân dân");

  return rest != NULL ? rest : name;
}

/* The kind of place that @locality begins with; @rest is what follows. %NULL: none */
static const char *
find_kind (const char *locality,
           const char **rest)
{
  static const char *const kinds[] = { "xã", "phường", "thị trấn", "đặc khu", "thị xã", "huyện", "quận", "thành phố", "tỉnh" };

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      *rest = skip_word (locality, kinds[i]);
      if (*rest != NULL)
        return kinds[i];
    }

  return NULL;
}

static char *
squeeze_spaces (const char *text)
{
  g_autofree char *normal = trinh_language_normalize (text);
  g_auto (GStrv) words = g_strsplit_set (normal, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  kept = g_strv_builder_end (builder);

  return g_strjoinv (" ", kept);
}

static char **
make_header (const char *name,
             const char *kind,
             const char *locality)
{
  g_autofree char *line = g_utf8_strup (kind != NULL ? locality : name, -1);

  if (kind == NULL)
    return g_strdupv ((char *[]) { line, NULL });

  return g_strdupv ((char *[]) { (char *) "ỦY BAN NHÂN DÂN", line, NULL });
}

static void
trinh_office_finalize (GObject *object)
{
  TrinhOffice *self = TRINH_OFFICE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->header, g_strfreev);
  g_clear_pointer (&self->superior, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->locality, g_free);
  g_clear_pointer (&self->predecessors, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_office_parent_class)->finalize (object);
}

static void
trinh_office_class_init (TrinhOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_office_finalize;
}

static void
trinh_office_init (TrinhOffice *self)
{
  self->predecessors = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * trinh_office_new:
 * @name: "UBND xã Bình Lãng"
 * @code: (nullable): the office's code, "" if not known
 * @kind: (nullable): "xã"
 * @header: (nullable): lines of the header block
 * @superior: (nullable): "" if none is printed
 * @place: (nullable): "Bình Lãng"
 *
 * Returns: (transfer full): a new office with exactly these parts
 */
TrinhOffice *
trinh_office_new (const char *name,
                  const char *code,
                  const char *kind,
                  const char *const *header,
                  const char *superior,
                  const char *place)
{
  TrinhOffice *self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (TRINH_TYPE_OFFICE, NULL);
  self->name = g_strdup (name);
  self->code = g_strdup (or_empty (code));
  self->kind = g_strdup (or_empty (kind));
  self->header = header != NULL ? g_strdupv ((char **) header) : g_new0 (char *, 1);
  self->superior = g_strdup (or_empty (superior));
  self->place = g_strdup (or_empty (place));
  self->locality = g_strdup (skip_committee (name));

  return self;
}

/**
 * trinh_office_new_for_name:
 * @name: "UBND xã Bình Lãng", "Ủy ban nhân dân phường …", or "xã Bình Lãng" alone
 *
 * Returns: (transfer full): a new office; of a name that tells no kind only the name and the header are known
 */
TrinhOffice *
trinh_office_new_for_name (const char *name)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *full = NULL;
  g_auto (GStrv) header = NULL;
  const char *locality = NULL;
  const char *place = NULL;
  const char *kind = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  squeezed = squeeze_spaces (name);
  locality = skip_committee (squeezed);
  kind = find_kind (locality, &place);
  header = make_header (squeezed, kind, locality);
  full = kind != NULL && locality == squeezed ? g_strconcat ("UBND ", squeezed, NULL) : g_strdup (squeezed);

  return trinh_office_new (full, NULL, kind, (const char *const *) header, NULL, place);
}

/* A name alone, or an office with "name" and "code". */
static TrinhOffice *
read_predecessor (JsonNode *node,
                  GError **error)
{
  JsonObject *object = NULL;
  const char *name = NULL;
  const char *code = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  else if (!trinh_json_get_object (node, _ ("a predecessor"), &object, error) ||
           !trinh_json_get_string (object, "name", &name, error) ||
           !trinh_json_get_string (object, "code", &code, error))
    return NULL;
  if (name == NULL || *name == '\0')
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("a predecessor of the office has no name; write it like “UBND xã Bình Lãng”"));
      return NULL;
    }

  return trinh_office_new (name, code, NULL, NULL, NULL, NULL);
}

static gboolean
read_predecessors (TrinhOffice *self,
                   JsonObject *object,
                   GError **error)
{
  JsonNode *node = json_object_get_member (object, "predecessors");
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, _ ("“predecessors” must be a list of offices"));
      return FALSE;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TrinhOffice *predecessor = read_predecessor (json_array_get_element (array, i), error);

      if (predecessor == NULL)
        return FALSE;
      g_ptr_array_add (self->predecessors, predecessor);
    }

  return TRUE;
}

/**
 * trinh_office_from_json:
 * @node: the "office" member of a report file; what is absent is taken from the name
 * @error: return location: TYPE, MISSING; the caller adds file and line
 *
 * Returns: (transfer full): the office
 */
TrinhOffice *
trinh_office_from_json (JsonNode *node,
                        GError **error)
{
  g_autoptr (TrinhOffice) likely = NULL;
  g_auto (GStrv) header = NULL;
  JsonObject *object = NULL;
  const char *name = NULL;
  const char *code = NULL;
  const char *kind = NULL;
  const char *superior = NULL;
  const char *place = NULL;
  g_autoptr (TrinhOffice) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, "office", &object, error) ||
      !trinh_json_get_string (object, "name", &name, error) ||
      !trinh_json_get_string (object, "code", &code, error) ||
      !trinh_json_get_string (object, "kind", &kind, error) ||
      !trinh_json_get_strv (object, "header", &header, error) ||
      !trinh_json_get_string (object, "superior", &superior, error) ||
      !trinh_json_get_string (object, "place", &place, error))
    return NULL;
  if (name == NULL || *name == '\0')
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("the office has no “name”; write it like “UBND xã Bình Lãng”"));
      return NULL;
    }

  likely = trinh_office_new_for_name (name);
  self = trinh_office_new (name,
                           code,
                           kind != NULL ? kind : likely->kind,
                           (const char *const *) (header != NULL ? header : likely->header),
                           superior,
                           place != NULL ? place : likely->place);
  self->unknown = trinh_json_keep_unknown (object, members);
  if (!read_predecessors (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

JsonNode *
trinh_office_to_json (TrinhOffice *self)
{
  g_autoptr (JsonObject) object = NULL;
  JsonArray *header = NULL;

  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  object = json_object_new ();
  header = json_array_new ();
  for (guint i = 0; self->header[i] != NULL; i++)
    json_array_add_string_element (header, self->header[i]);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "code", self->code);
  json_object_set_string_member (object, "kind", self->kind);
  json_object_set_array_member (object, "header", header);
  json_object_set_string_member (object, "superior", self->superior);
  json_object_set_string_member (object, "place", self->place);
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_office_get_name (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return self->name;
}

const char *
trinh_office_get_code (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return self->code;
}

const char *
trinh_office_get_kind (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return self->kind;
}

const char *const *
trinh_office_get_header (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return (const char *const *) self->header;
}

const char *
trinh_office_get_superior (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return self->superior;
}

const char *
trinh_office_get_place (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return self->place;
}

const char *
trinh_office_get_locality (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);

  return self->locality;
}

guint
trinh_office_get_n_predecessors (TrinhOffice *self)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), 0);

  return self->predecessors->len;
}

TrinhOffice *
trinh_office_get_predecessor (TrinhOffice *self,
                              guint position)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (self), NULL);
  g_return_val_if_fail (position < self->predecessors->len, NULL);

  return self->predecessors->pdata[position];
}

gboolean
trinh_office_equal (TrinhOffice *a,
                    TrinhOffice *b)
{
  g_return_val_if_fail (TRINH_IS_OFFICE (a), FALSE);
  g_return_val_if_fail (TRINH_IS_OFFICE (b), FALSE);

  return g_str_equal (a->name, b->name) &&
         g_str_equal (a->code, b->code) &&
         g_str_equal (a->kind, b->kind) &&
         g_strv_equal ((const char *const *) a->header, (const char *const *) b->header) &&
         g_str_equal (a->superior, b->superior) &&
         g_str_equal (a->place, b->place) &&
         trinh_json_unknown_equal (a->unknown, b->unknown);
}

/* Names are compared by their locality: "UBND" and "Ủy ban nhân dân" are one office. */
gboolean
trinh_office_is_same (TrinhOffice *a,
                      TrinhOffice *b)
{
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;

  g_return_val_if_fail (TRINH_IS_OFFICE (a), FALSE);
  g_return_val_if_fail (TRINH_IS_OFFICE (b), FALSE);

  if (*a->code != '\0' && *b->code != '\0')
    return g_str_equal (a->code, b->code);

  name_a = trinh_language_respell (a->locality);
  name_b = trinh_language_respell (b->locality);

  return g_str_equal (name_a, name_b);
}
