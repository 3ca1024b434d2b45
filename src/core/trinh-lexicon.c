/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-lexicon.h"
#include "trinh-loader-private.h"
#include "trinh-period.h"

struct _TrinhLexicon
{
  gatomicrefcount ref_count;
  char *id;
  GPtrArray *kinds; /* of TrinhDocumentKind */
  GPtrArray *terms; /* of TrinhObsoleteTerm */
  char **issuers;
  char **localities;
  char **not_names;
  GHashTable *abbreviations; /* "TTHC" → "thủ tục hành chính" */
  char **fillers;
  char **foreign;
  char **joints;
  char **ordinals;
  char **other_figures;
  char **name_titles;
};

G_DEFINE_BOXED_TYPE (TrinhLexicon, trinh_lexicon, trinh_lexicon_ref, trinh_lexicon_unref)

static const char *const lexicon_members[] = { "format", "id", "title", "basis", "kinds", "issuers", "localities", "not-names", "terms", "abbreviations", "fillers", "joints", "ordinals", "other-figures", "name-titles", "foreign", NULL };
static const char *const kind_members[] = { "id", "name", "in-symbol", NULL };
static const char *const term_members[] = { "words", "from", "instead", NULL };
static const char *const abbreviation_members[] = { "short", "long", NULL };

static void
kind_free (gpointer data)
{
  TrinhDocumentKind *kind = data;

  g_free (kind->id);
  g_free (kind->name);
  g_free (kind);
}

static void
term_free (gpointer data)
{
  TrinhObsoleteTerm *term = data;

  g_strfreev (term->words);
  g_free (term->instead);
  g_free (term);
}

static char *
dup_member (TrinhLoader *loader,
            JsonNode *node,
            const char *name)
{
  const char *text = trinh_loader_string (loader, node, name, TRUE);

  if (text != NULL && *text == '\0')
    trinh_loader_problem (loader, json_object_get_member (json_node_get_object (node), name), TRINH_CORE_ERROR_MISSING, _ ("“%s” must not be empty"), name);
  return g_strdup (text != NULL ? text : "");
}

static void
load_kind (TrinhLexicon *self,
           TrinhLoader *loader,
           JsonNode *node)
{
  TrinhDocumentKind *kind;

  if (trinh_loader_object (loader, node, _ ("a kind of document"), kind_members) == NULL)
    return;
  kind = g_new0 (TrinhDocumentKind, 1);
  kind->id = dup_member (loader, node, "id");
  kind->name = dup_member (loader, node, "name");
  kind->in_symbol = trinh_loader_boolean (loader, node, "in-symbol", TRUE);
  if (*kind->id != '\0' && trinh_lexicon_find_kind (self, kind->id) != NULL)
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the abbreviation “%s” stands there twice"), kind->id);
  g_ptr_array_add (self->kinds, kind);
}

static void
load_term (TrinhLexicon *self,
           TrinhLoader *loader,
           JsonNode *node)
{
  TrinhObsoleteTerm *term;
  const char *from;

  if (trinh_loader_object (loader, node, _ ("a term"), term_members) == NULL)
    return;
  term = g_new0 (TrinhObsoleteTerm, 1);
  term->words = trinh_loader_strings (loader, node, "words", TRUE);
  term->instead = dup_member (loader, node, "instead");
  from = trinh_loader_string (loader, node, "from", TRUE);
  if (from != NULL && !trinh_date_parse (from, &term->from))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("“%s” is no date; write it like 2022-01-31"), from);
  g_ptr_array_add (self->terms, term);
}

static void
load_abbreviation (TrinhLexicon *self,
                   TrinhLoader *loader,
                   JsonNode *node)
{
  g_autofree char *brief = NULL;
  g_autofree char *full = NULL;

  if (trinh_loader_object (loader, node, _ ("an abbreviation"), abbreviation_members) == NULL)
    return;
  brief = dup_member (loader, node, "short");
  full = dup_member (loader, node, "long");
  if (g_hash_table_contains (self->abbreviations, brief))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the abbreviation “%s” stands there twice"), brief);
  g_hash_table_insert (self->abbreviations, g_steal_pointer (&brief), g_steal_pointer (&full));
}

static void
load_figures (TrinhLexicon *self,
              TrinhLoader *loader,
              JsonNode *root)
{
  JsonArray *abbreviations = trinh_loader_array (loader, root, "abbreviations", FALSE);

  for (guint i = 0; abbreviations != NULL && i < json_array_get_length (abbreviations); i++)
    load_abbreviation (self, loader, json_array_get_element (abbreviations, i));
  self->fillers = trinh_loader_strings (loader, root, "fillers", FALSE);
  self->joints = trinh_loader_strings (loader, root, "joints", FALSE);
  self->ordinals = trinh_loader_strings (loader, root, "ordinals", FALSE);
  self->name_titles = trinh_loader_strings (loader, root, "name-titles", FALSE);
  self->other_figures = trinh_loader_strings (loader, root, "other-figures", FALSE);
}

/* Words that are looked up as they stand: a capital or a space would never be found. */
static void
load_foreign (TrinhLexicon *self,
              TrinhLoader *loader,
              JsonNode *root)
{
  self->foreign = trinh_loader_strings (loader, root, "foreign", FALSE);
  for (guint i = 0; self->foreign != NULL && self->foreign[i] != NULL; i++)
    for (const char *at = self->foreign[i]; *at != '\0' || at == self->foreign[i]; at++)
      if (!g_ascii_islower (*at))
        {
          trinh_loader_problem (loader, json_array_get_element (json_object_get_array_member (json_node_get_object (root), "foreign"), i), TRINH_CORE_ERROR_TYPE, _ ("“%s” is no word in small letters without marks"), self->foreign[i]);
          break;
        }
}

static void
load_members (TrinhLexicon *self,
              TrinhLoader *loader,
              JsonNode *root)
{
  JsonArray *kinds = trinh_loader_array (loader, root, "kinds", TRUE);
  JsonArray *terms = trinh_loader_array (loader, root, "terms", FALSE);
  g_autofree char *title = dup_member (loader, root, "title");
  g_auto (GStrv) basis = trinh_loader_strings (loader, root, "basis", FALSE);

  self->id = dup_member (loader, root, "id");
  for (guint i = 0; kinds != NULL && i < json_array_get_length (kinds); i++)
    load_kind (self, loader, json_array_get_element (kinds, i));
  for (guint i = 0; terms != NULL && i < json_array_get_length (terms); i++)
    load_term (self, loader, json_array_get_element (terms, i));
  self->issuers = trinh_loader_strings (loader, root, "issuers", FALSE);
  self->localities = trinh_loader_strings (loader, root, "localities", FALSE);
  self->not_names = trinh_loader_strings (loader, root, "not-names", FALSE);
  load_figures (self, loader, root);
  load_foreign (self, loader, root);
}

TrinhLexicon *
trinh_lexicon_load (TrinhJsonDocument *document,
                    GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = trinh_loader_problems_new ();
  TrinhLexicon *self = g_new0 (TrinhLexicon, 1);
  TrinhLoader loader = { document, found };

  g_atomic_ref_count_init (&self->ref_count);
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (trinh_loader_root (&loader, "trinhky-lexicon/1", _ ("a lexicon"), lexicon_members) != NULL)
    load_members (self, &loader, trinh_json_document_get_root (document));
  if (found->len > 0)
    g_clear_pointer (&self, trinh_lexicon_unref);
  if (problems != NULL)
    *problems = found->len > 0 ? g_steal_pointer (&found) : NULL;
  return self;
}

TrinhLexicon *
trinh_lexicon_ref (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
trinh_lexicon_unref (TrinhLexicon *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->terms);
  g_strfreev (self->issuers);
  g_strfreev (self->localities);
  g_strfreev (self->not_names);
  g_hash_table_unref (self->abbreviations);
  g_strfreev (self->fillers);
  g_strfreev (self->foreign);
  g_strfreev (self->joints);
  g_strfreev (self->ordinals);
  g_strfreev (self->other_figures);
  g_strfreev (self->name_titles);
  g_free (self);
}

const char *
trinh_lexicon_get_id (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

guint
trinh_lexicon_get_n_kinds (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kinds->len;
}

const TrinhDocumentKind *
trinh_lexicon_get_kind (TrinhLexicon *self,
                        guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->kinds->len, NULL);

  return g_ptr_array_index (self->kinds, position);
}

static const TrinhDocumentKind *
find_kind (TrinhLexicon *self,
           const char *id,
           gsize length)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const TrinhDocumentKind *kind = g_ptr_array_index (self->kinds, i);

      if (strlen (kind->id) == length && strncmp (kind->id, id, length) == 0)
        return kind;
    }
  return NULL;
}

const TrinhDocumentKind *
trinh_lexicon_find_kind (TrinhLexicon *self,
                         const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find_kind (self, id, strlen (id));
}

/* "KH-UBND" is a plan; "UBND-VP" begins with no kind and is an official letter of an authority. */
const TrinhDocumentKind *
trinh_lexicon_find_symbol (TrinhLexicon *self,
                           const char *symbol)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  return find_kind (self, symbol, strcspn (symbol, "-"));
}

const char *const *
trinh_lexicon_get_issuers (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->issuers;
}

const char *const *
trinh_lexicon_get_localities (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->localities;
}

const char *const *
trinh_lexicon_get_not_names (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->not_names;
}

const char *
trinh_lexicon_find_abbreviation (TrinhLexicon *self,
                                 const char *brief)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (brief != NULL, NULL);

  return g_hash_table_lookup (self->abbreviations, brief);
}

const char *const *
trinh_lexicon_get_fillers (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->fillers;
}

const char *const *
trinh_lexicon_get_foreign (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->foreign;
}

const char *const *
trinh_lexicon_get_joints (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->joints;
}

const char *const *
trinh_lexicon_get_ordinals (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->ordinals;
}

const char *const *
trinh_lexicon_get_other_figures (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->other_figures;
}

const char *const *
trinh_lexicon_get_name_titles (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->name_titles;
}

guint
trinh_lexicon_get_n_terms (TrinhLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->terms->len;
}

const TrinhObsoleteTerm *
trinh_lexicon_get_term (TrinhLexicon *self,
                        guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->terms->len, NULL);

  return g_ptr_array_index (self->terms, position);
}
