/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-period.h"
#include "trinh-proof-private.h"

static char *
dup_text (JsonObject *document,
          const char *name)
{
  JsonNode *node = json_object_get_member (document, name);

  return g_strdup (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "");
}

/* A document of the register, as if it were typed. */
static TrinhCitation *
make_citation (JsonObject *document)
{
  TrinhCitation *citation = g_new0 (TrinhCitation, 1);
  g_autofree char *date = dup_text (document, "date");

  citation->kind = dup_text (document, "kind");
  citation->named = *citation->kind != '\0';
  citation->number = dup_text (document, "number");
  citation->symbol = dup_text (document, "symbol");
  citation->issuer = dup_text (document, "issuer");
  citation->abstract = dup_text (document, "abstract");
  trinh_date_parse (date, &citation->date);
  return citation;
}

/* Where the register's document is printed first */
static TrinhProofPlace
find_binding (TrinhEvaluation *self,
              const char *id)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      for (guint j = 0; j < check->bindings->len; j++)
        {
          const TrinhBinding *binding = &g_array_index (check->bindings, TrinhBinding, j);

          if (binding->kind == TRINH_SPAN_DOCUMENT && g_str_equal (binding->name, id))
            return (TrinhProofPlace) { check, binding->start, binding->end };
        }
    }
  return (TrinhProofPlace) { 0 };
}

static void
list_register (TrinhEvaluation *self,
               GArray *cited,
               GPtrArray *owned)
{
  JsonNode *node = trinh_report_get_member (self->report, "documents");
  JsonArray *documents = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      JsonNode *counts = json_object_get_member (document, "counts");
      g_autofree char *id = dup_text (document, "id");
      TrinhProofCited entry = { make_citation (document), find_binding (self, id), TRUE };

      entry.counted = counts != NULL && JSON_NODE_HOLDS_ARRAY (counts) && json_array_get_length (json_node_get_array (counts)) > 0;
      g_ptr_array_add (owned, (gpointer) entry.citation);
      g_array_append_val (cited, entry);
    }
}

/* The register first: a text is held against it. */
GArray *
_trinh_proof_list_cited (TrinhEvaluation *self,
                         GPtrArray *owned)
{
  GArray *cited = g_array_new (FALSE, FALSE, sizeof (TrinhProofCited));

  list_register (self, cited, owned);
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      for (guint j = 0; j < check->proof->citations->len; j++)
        {
          const TrinhCitation *citation = g_ptr_array_index (check->proof->citations, j);
          TrinhProofCited entry = { citation, { check, citation->start, citation->end } };

          g_array_append_val (cited, entry);
        }
    }
  return cited;
}

/* An official letter has no kind in its symbol; "CT-TTHC" may be a letter of a tax office, "CT-UBND" is none. */
static gboolean
is_of_authority (TrinhLexicon *lexicon,
                 const char *symbol)
{
  const char *second = strchr (symbol, '-');
  g_autofree char *issuer = second != NULL ? g_strndup (second + 1, strcspn (second + 1, "-")) : NULL;

  return issuer != NULL && g_strv_contains (trinh_lexicon_get_issuers (lexicon), issuer);
}

static const TrinhDocumentKind *
find_contradiction (TrinhLexicon *lexicon,
                    const TrinhCitation *citation)
{
  const TrinhDocumentKind *named = citation->named ? trinh_lexicon_find_kind (lexicon, citation->kind) : NULL;
  const TrinhDocumentKind *said = trinh_lexicon_find_symbol (lexicon, citation->symbol);

  if (named == NULL || said == NULL || named == said)
    return NULL;
  return named->in_symbol || is_of_authority (lexicon, citation->symbol) ? said : NULL;
}

static void
check_kind (TrinhEvaluation *self,
            const TrinhProofCited *entry,
            GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  const TrinhDocumentKind *said = find_contradiction (lexicon, entry->citation);
  const TrinhDocumentKind *named;
  g_autofree char *found = NULL;

  if (said == NULL)
    return;
  named = trinh_lexicon_find_kind (lexicon, entry->citation->kind);
  found = trinh_citation_to_string (entry->citation, lexicon);
  _trinh_proof_add (self, _trinh_proof_find (self, findings, entry->place), "text-kind-symbol", entry->place, found, said->id, g_strdup_printf (_ ("“%s” is called %s, but its symbol is that of %s."), found, named->name, said->name));
}

static void
check_weekend (TrinhEvaluation *self,
               const TrinhProofCited *entry,
               GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  g_autofree char *found = NULL;

  if (entry->citation->date == 0 || !trinh_date_is_weekend (entry->citation->date))
    return;
  found = trinh_citation_to_string (entry->citation, lexicon);
  _trinh_proof_add (self, _trinh_proof_find (self, findings, entry->place), "text-weekend", entry->place, found, entry->place.check != NULL ? NULL : found, g_strdup_printf (_ ("“%s” is dated on a weekend; look whether the date is right."), found));
}

static gboolean
names_year (const char *text,
            guint year)
{
  g_autofree char *digits = g_strdup_printf ("%u", year);

  return strstr (text, digits) != NULL;
}

/* Later than all that the report can know, or counted though it is of an earlier year and not made for this one. */
static gboolean
is_outside (TrinhEvaluation *self,
            const TrinhProofCited *entry)
{
  guint32 last = trinh_report_get_data_to (self->report);
  guint year = trinh_report_get_period (self->report).year;
  guint32 own;
  GDate date;

  if (entry->citation->date == 0)
    return FALSE;
  if (trinh_date_parse (trinh_report_get_date (self->report), &own))
    last = MAX (last, own);
  if (entry->citation->date > last)
    return TRUE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, entry->citation->date);
  return entry->counted && entry->citation->date < trinh_report_get_data_from (self->report) && g_date_get_year (&date) < year &&
         !names_year (entry->citation->abstract, year);
}

static void
check_period (TrinhEvaluation *self,
              const TrinhProofCited *entry,
              GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  g_autofree char *found = NULL;

  if (!is_outside (self, entry))
    return;
  found = trinh_citation_to_string (entry->citation, lexicon);
  _trinh_proof_add (self, _trinh_proof_find (self, findings, entry->place), "text-outside-period", entry->place, found, entry->place.check != NULL ? NULL : found, g_strdup_printf (_ ("“%s” is not of the report's period; look whether the date is right."), found));
}

/* A document that is cited at several places is spoken of once. */
void
_trinh_proof_check_documents (TrinhEvaluation *self,
                              GArray *cited,
                              GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < cited->len; i++)
    {
      const TrinhProofCited *entry = &g_array_index (cited, TrinhProofCited, i);
      g_autofree char *text = trinh_citation_to_string (entry->citation, lexicon);

      check_kind (self, entry, findings);
      if (!g_hash_table_add (seen, g_steal_pointer (&text)))
        continue;
      check_weekend (self, entry, findings);
      check_period (self, entry, findings);
    }
}
