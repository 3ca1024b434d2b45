/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "trinh-language.h"
#include "trinh-lexicon.h"
#include "trinh-period.h"
#include "trinh-registered-document.h"

struct _TrinhRegisteredDocument
{
  GObject parent_instance;

  /* Owned References */
  JsonObject *members; /* never changed once the entry is handed out */
  char **counts;
};

static const char *const names[TRINH_N_DOCUMENT_FIELDS] = { "kind", "number", "symbol", "date", "issuer", "abstract" };

G_DEFINE_FINAL_TYPE (TrinhRegisteredDocument, trinh_registered_document, G_TYPE_OBJECT)

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static char **
read_counts (JsonObject *members)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (members, "counts");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

/* @members: (transfer full) */
static TrinhRegisteredDocument *
wrap (JsonObject *members)
{
  TrinhRegisteredDocument *self = g_object_new (TRINH_TYPE_REGISTERED_DOCUMENT, NULL);

  self->members = members;
  self->counts = read_counts (members);
  return self;
}

/* The nodes are shared: they are never changed in place. */
static JsonObject *
dup_members (TrinhRegisteredDocument *self)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, self->members);
  while (json_object_iter_next (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_copy (node));
  return copy;
}

static void
trinh_registered_document_finalize (GObject *object)
{
  TrinhRegisteredDocument *self = TRINH_REGISTERED_DOCUMENT (object);

  g_clear_pointer (&self->members, json_object_unref);
  g_clear_pointer (&self->counts, g_strfreev);

  G_OBJECT_CLASS (trinh_registered_document_parent_class)->finalize (object);
}

static void
trinh_registered_document_class_init (TrinhRegisteredDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_registered_document_finalize;
}

static void
trinh_registered_document_init (TrinhRegisteredDocument *self)
{
}

TrinhRegisteredDocument *
trinh_registered_document_new (const char *id)
{
  JsonObject *members;

  g_return_val_if_fail (id != NULL, NULL);

  members = json_object_new ();
  json_object_set_string_member (members, "id", id);
  return wrap (members);
}

TrinhRegisteredDocument *
trinh_registered_document_from_json (JsonNode *node)
{
  g_return_val_if_fail (node != NULL && JSON_NODE_HOLDS_OBJECT (node), NULL);

  return wrap (json_object_ref (json_node_get_object (node)));
}

JsonNode *
trinh_registered_document_to_json (TrinhRegisteredDocument *self)
{
  JsonNode *node;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, dup_members (self));
  return node;
}

TrinhRegisteredDocument *
trinh_registered_document_with_id (TrinhRegisteredDocument *self,
                                   const char *id)
{
  JsonObject *members;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  members = dup_members (self);
  json_object_set_string_member (members, "id", id);
  return wrap (members);
}

TrinhRegisteredDocument *
trinh_registered_document_with_text (TrinhRegisteredDocument *self,
                                     TrinhDocumentField field,
                                     const char *text)
{
  g_autofree char *clean = NULL;
  JsonObject *members;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);
  g_return_val_if_fail (field < TRINH_N_DOCUMENT_FIELDS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  clean = g_strstrip (trinh_language_normalize (text));
  members = dup_members (self);
  if (*clean != '\0' || json_object_has_member (members, names[field]))
    json_object_set_string_member (members, names[field], clean);
  return wrap (members);
}

TrinhRegisteredDocument *
trinh_registered_document_with_counts (TrinhRegisteredDocument *self,
                                       const char *const *counts)
{
  JsonArray *array;
  JsonObject *members;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);
  g_return_val_if_fail (counts != NULL, NULL);

  array = json_array_new ();
  for (guint i = 0; counts[i] != NULL; i++)
    json_array_add_string_element (array, counts[i]);
  members = dup_members (self);
  json_object_set_array_member (members, "counts", array);
  return wrap (members);
}

TrinhRegisteredDocument *
trinh_registered_document_with_file (TrinhRegisteredDocument *self,
                                     const char *name,
                                     const char *sha256)
{
  JsonObject *members;
  JsonObject *file;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);
  g_return_val_if_fail (sha256 == NULL || name != NULL, NULL);

  members = dup_members (self);
  if (sha256 == NULL)
    json_object_remove_member (members, "file");
  else
    {
      file = json_object_new ();
      json_object_set_string_member (file, "name", name);
      json_object_set_string_member (file, "sha256", sha256);
      json_object_set_object_member (members, "file", file);
    }
  return wrap (members);
}

const char *
trinh_registered_document_get_id (TrinhRegisteredDocument *self)
{
  const char *id;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  id = get_string (self->members, "id");
  return id != NULL ? id : "";
}

const char *
trinh_registered_document_get_text (TrinhRegisteredDocument *self,
                                    TrinhDocumentField field)
{
  const char *text;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);
  g_return_val_if_fail (field < TRINH_N_DOCUMENT_FIELDS, NULL);

  text = get_string (self->members, names[field]);
  return text != NULL ? text : "";
}

guint32
trinh_registered_document_get_date (TrinhRegisteredDocument *self)
{
  guint32 julian = 0;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), 0);

  return trinh_date_parse (trinh_registered_document_get_text (self, TRINH_DOCUMENT_DATE), &julian) ? julian : 0;
}

const char *const *
trinh_registered_document_get_counts (TrinhRegisteredDocument *self)
{
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  return (const char *const *) self->counts;
}

static const char *
get_file_text (TrinhRegisteredDocument *self,
               const char *name)
{
  JsonNode *node = json_object_get_member (self->members, "file");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? get_string (json_node_get_object (node), name) : NULL;
}

const char *
trinh_registered_document_get_file_name (TrinhRegisteredDocument *self)
{
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  return get_file_text (self, "name");
}

const char *
trinh_registered_document_get_file_sha256 (TrinhRegisteredDocument *self)
{
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  return get_file_text (self, "sha256");
}

gboolean
trinh_registered_document_equal (TrinhRegisteredDocument *a,
                                 TrinhRegisteredDocument *b)
{
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (a), FALSE);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (b), FALSE);

  return json_object_equal (a->members, b->members);
}

/* "Kế hoạch số 59/KH-UBND"; numbers below 10 have a leading zero. */
static void
append_short (GString *citation,
              TrinhRegisteredDocument *self,
              TrinhLexicon *lexicon)
{
  const char *id = trinh_registered_document_get_text (self, TRINH_DOCUMENT_KIND);
  const char *number = trinh_registered_document_get_text (self, TRINH_DOCUMENT_NUMBER);
  const char *symbol = trinh_registered_document_get_text (self, TRINH_DOCUMENT_SYMBOL);
  const TrinhDocumentKind *kind = lexicon != NULL ? trinh_lexicon_find_kind (lexicon, id) : NULL;
  gboolean single = g_ascii_isdigit (number[0]) && number[0] != '0' && number[1] == '\0';

  if (kind != NULL)
    g_string_append (citation, kind->name);
  else
    g_string_append (citation, *id != '\0' ? id : "Văn bản");
  if (*number == '\0' && *symbol == '\0')
    return;
  g_string_append_printf (citation, " số %s%s", single ? "0" : "", *number != '\0' ? number : "…");
  if (*symbol != '\0')
    g_string_append_printf (citation, "/%s", symbol);
}

static void
append_date (GString *citation,
             const char *date)
{
  g_autofree char *formatted = NULL;
  guint32 julian;

  if (trinh_date_parse (date, &julian))
    {
      formatted = trinh_date_format_long (julian);
      g_string_append_printf (citation, " %s", formatted);
    }
  else if (strlen (date) == 7)
    g_string_append_printf (citation, " tháng %s năm %.4s", date[5] == '0' && date[6] > '2' ? date + 6 : date + 5, date);
  else if (*date != '\0')
    g_string_append_printf (citation, " năm %s", date);
}

/* The abstract may bring its "về" along. */
static void
append_abstract (GString *citation,
                 const char *abstract)
{
  static const char *const beginnings[] = { "Về ", "về ", "V/v ", "v/v " };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (abstract, beginnings[i]))
      {
        g_string_append_printf (citation, " về %s", abstract + strlen (beginnings[i]));
        return;
      }
  if (*abstract != '\0')
    g_string_append_printf (citation, " về %s", abstract);
}

char *
trinh_registered_document_cite (TrinhRegisteredDocument *self,
                                TrinhLexicon *lexicon,
                                gboolean full)
{
  const char *issuer;
  GString *citation;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  citation = g_string_new (NULL);
  append_short (citation, self, lexicon);
  if (full)
    {
      issuer = trinh_registered_document_get_text (self, TRINH_DOCUMENT_ISSUER);
      append_date (citation, trinh_registered_document_get_text (self, TRINH_DOCUMENT_DATE));
      if (*issuer != '\0')
        g_string_append_printf (citation, " của %s", issuer);
      append_abstract (citation, trinh_registered_document_get_text (self, TRINH_DOCUMENT_ABSTRACT));
    }
  return g_string_free_and_steal (citation);
}

char *
trinh_registered_document_dup_number (TrinhRegisteredDocument *self)
{
  const char *number;
  const char *symbol;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (self), NULL);

  number = trinh_registered_document_get_text (self, TRINH_DOCUMENT_NUMBER);
  symbol = trinh_registered_document_get_text (self, TRINH_DOCUMENT_SYMBOL);
  return g_strconcat (*number != '\0' || *symbol == '\0' ? number : "…", *symbol != '\0' ? "/" : "", symbol, NULL);
}

int
trinh_registered_document_compare_number (TrinhRegisteredDocument *a,
                                          TrinhRegisteredDocument *b)
{
  const char *first;
  const char *second;
  char *first_rest;
  char *second_rest;
  gulong first_number, second_number;
  int order;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (a), 0);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (b), 0);

  first = trinh_registered_document_get_text (a, TRINH_DOCUMENT_NUMBER);
  second = trinh_registered_document_get_text (b, TRINH_DOCUMENT_NUMBER);
  first_number = strtoul (first, &first_rest, 10);
  second_number = strtoul (second, &second_rest, 10);
  if (first_number != second_number)
    return first_number < second_number ? -1 : 1;
  order = trinh_language_compare (first_rest, second_rest);
  return order != 0 ? order : trinh_language_compare (trinh_registered_document_get_text (a, TRINH_DOCUMENT_SYMBOL), trinh_registered_document_get_text (b, TRINH_DOCUMENT_SYMBOL));
}

int
trinh_registered_document_compare_date (TrinhRegisteredDocument *a,
                                        TrinhRegisteredDocument *b)
{
  const char *first;
  const char *second;

  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (a), 0);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (b), 0);

  first = trinh_registered_document_get_text (a, TRINH_DOCUMENT_DATE);
  second = trinh_registered_document_get_text (b, TRINH_DOCUMENT_DATE);
  if ((*first == '\0') != (*second == '\0'))
    return *first == '\0' ? 1 : -1;
  return strcmp (first, second);
}
