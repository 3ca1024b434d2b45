/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-citation-private.h"
#include "trinh-document-register-private.h"
#include "trinh-language.h"
#include "trinh-markup.h"
#include "trinh-proof-private.h"

/* Signs of the sentence on either side of a citation in a list */
#define CONTEXT 60
/* A longer one has taken more of the sentence than the abstract. */
#define MAX_ABSTRACT 220

/* A section that is read, and all that is known of it */
typedef struct
{
  TrinhReport *report;
  TrinhSection *section;
  TrinhMarkup *markup;
  TrinhProofText *text;
  GPtrArray *documents; /* of the register */
  GPtrArray *citations; /* all sections' so far */
} Reader;

void
trinh_document_citation_free (TrinhDocumentCitation *self)
{
  g_clear_object (&self->section);
  g_clear_object (&self->typed);
  g_free (self->document);
  g_free (self->context);
  g_free (self);
}

TrinhDocumentCitation *
trinh_document_citation_copy (const TrinhDocumentCitation *self)
{
  TrinhDocumentCitation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->section = g_object_ref (self->section);
  copy->typed = self->typed != NULL ? g_object_ref (self->typed) : NULL;
  copy->document = g_strdup (self->document);
  copy->context = g_strdup (self->context);
  return copy;
}

static guint
map_offset (Reader *reader,
            const char *at)
{
  guint character = (guint) g_utf8_pointer_to_offset (reader->text->plain, at);

  return g_array_index (reader->text->offsets, guint, MIN (character, reader->text->offsets->len - 1));
}

static guint
map_end (Reader *reader,
         const char *at)
{
  return at > reader->text->plain ? map_offset (reader, g_utf8_prev_char (at)) + 1 : map_offset (reader, at);
}

/* Letters of one style and no escapes, so that the words can be taken out and the markup stays whole. */
static gboolean
is_plain (Reader *reader,
          const char *start,
          const char *end)
{
  guint first = map_offset (reader, start);
  guint behind = map_end (reader, end);
  const char *source = trinh_section_get_text (reader->section);
  const char *from = g_utf8_offset_to_pointer (source, first);
  const char *to = g_utf8_offset_to_pointer (source, behind);

  return to - from == end - start && strncmp (from, start, (gsize) (end - start)) == 0;
}

static gboolean
begins_line (Reader *reader,
             const char *at)
{
  return at == reader->text->plain || at[-1] == '\n';
}

static gboolean
ends_item (const char *at)
{
  return *at == '\0' || *at == '\n' || *at == ')' || *at == ';' || (*at == '.' && (at[1] == '\n' || at[1] == '\0'));
}

/* In a sentence that goes on, the reader of citations takes what follows for the abstract: it is left where it is. */
static gboolean
is_abstract (Reader *reader,
             const char *start,
             const char *abstract,
             const char *end)
{
  static const char *const words[] = { ",", ":", " đã ", " đạt ", " được ", " nhằm ", " đến nay", " xã ", " UBND " };
  g_autofree char *text = g_strndup (abstract, (gsize) (end - abstract));

  if (text[0] == '\0' || g_utf8_strlen (text, -1) > MAX_ABSTRACT || !ends_item (end))
    return FALSE;
  if (begins_line (reader, start) || *end == ')')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* "(ngày 02/3/2022)": the bracket belongs to it. */
static const char *
close_bracket (const char *start,
               const char *end)
{
  int open = 0;

  for (const char *at = start; at < end; at++)
    open += *at == '(' ? 1 : *at == ')' ? -1
                                        : 0;
  return open == 1 && *end == ')' ? end + 1 : end;
}

/* " của UBND xã": behind it, else @at */
static const char *
skip_issuer (const char *at,
             const char *issuer)
{
  const char *word = _trinh_scan_word (_trinh_scan_spaces (at), "của");

  if (word == NULL || *issuer == '\0')
    return at;
  word = _trinh_scan_spaces (word);
  return g_str_has_prefix (word, issuer) ? word + strlen (issuer) : at;
}

/* " về việc …": where its words begin, else %NULL */
static const char *
find_abstract (const char *at,
               const char *abstract)
{
  const char *begin = _trinh_scan_spaces (at);
  const char *word = _trinh_scan_word (begin, "về");

  if (word == NULL)
    word = _trinh_scan_word (begin, "v/v");
  if (word == NULL || *abstract == '\0')
    return NULL;
  word = _trinh_scan_spaces (word);
  return g_str_has_prefix (word, abstract) ? word : NULL;
}

static gboolean
has_date (const char *start,
          const char *end)
{
  guint32 date;

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      const char *word = _trinh_scan_word (at, "ngày");

      if (word != NULL && _trinh_scan_date (_trinh_scan_spaces (word), &date) != NULL)
        return TRUE;
    }
  return FALSE;
}

static TrinhRegisteredDocument *
make_document (const TrinhCitation *citation,
               const char *abstract,
               const char *abstract_end)
{
  g_autofree char *about = abstract != NULL ? g_strndup (abstract, (gsize) (abstract_end - abstract)) : g_strdup ("");
  g_autofree char *date = citation->date != 0 ? trinh_date_to_string (citation->date) : g_strdup ("");
  const char *const texts[TRINH_N_DOCUMENT_FIELDS] = { citation->kind, citation->number, citation->symbol, date, citation->issuer, about };
  TrinhRegisteredDocument *document = trinh_registered_document_new ("");

  for (guint i = 0; i < TRINH_N_DOCUMENT_FIELDS; i++)
    {
      TrinhRegisteredDocument *filled = trinh_registered_document_with_text (document, (TrinhDocumentField) i, texts[i]);

      g_object_unref (document);
      document = filled;
    }
  return document;
}

static char *
dup_context (Reader *reader,
             const char *start,
             const char *end)
{
  const char *from = start;
  const char *to = end;
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < CONTEXT && from > reader->text->plain && from[-1] != '\n'; i++)
    from = g_utf8_prev_char (from);
  while (from > reader->text->plain && from < start && from[-1] != '\n' && from[-1] != ' ')
    from = g_utf8_next_char (from);
  for (guint i = 0; i < CONTEXT && *to != '\0' && *to != '\n'; i++)
    to = g_utf8_next_char (to);
  while (to > end && *to != '\0' && *to != '\n' && *to != ' ')
    to = g_utf8_prev_char (to);
  text = g_string_new (from > reader->text->plain && from[-1] != '\n' ? "… " : "");
  g_string_append_len (text, from, to - from);
  if (*to != '\0' && *to != '\n')
    g_string_append (text, " …");
  g_string_replace (text, "\357\277\274", "…", 0);
  return g_strdup (text->str);
}

/* Which entry of the register it is; a typed one that says another date is none and disputed. */
static void
match (Reader *reader,
       TrinhDocumentCitation *entry)
{
  for (guint i = 0; i < reader->documents->len && entry->document == NULL; i++)
    {
      TrinhRegisteredDocument *document = reader->documents->pdata[i];

      if (trinh_document_register_is_same (reader->report, document, entry->typed))
        entry->document = g_strdup (trinh_registered_document_get_id (document));
      else if (_trinh_document_register_is_disputed (reader->report, document, entry->typed))
        entry->disputed = TRUE;
    }
  entry->disputed &= entry->document == NULL;
}

static void
add_typed (Reader *reader,
           const TrinhCitation *citation)
{
  TrinhDocumentCitation *entry = g_new0 (TrinhDocumentCitation, 1);
  const char *start = g_utf8_offset_to_pointer (reader->text->plain, citation->start);
  const char *short_end = close_bracket (start, g_utf8_offset_to_pointer (reader->text->plain, citation->end));
  const char *end = skip_issuer (short_end, citation->issuer);
  const char *abstract = find_abstract (end, citation->abstract);
  const char *abstract_end = abstract != NULL ? abstract + strlen (citation->abstract) : NULL;

  if (abstract != NULL && is_abstract (reader, start, abstract, abstract_end))
    end = abstract_end;
  else
    {
      entry->abstract_left = _trinh_scan_word (_trinh_scan_spaces (end), "về") != NULL || _trinh_scan_word (_trinh_scan_spaces (end), "v/v") != NULL;
      abstract = NULL;
    }
  entry->section = g_object_ref (reader->section);
  entry->typed = make_document (citation, abstract, abstract_end);
  /* "Ngày 31/12/2021 UBND xã ban hành Kế hoạch số 63/KH-UBND": the day would be printed twice. */
  entry->replaceable = is_plain (reader, start, end) && (citation->date == 0 || has_date (start, short_end));
  entry->start = map_offset (reader, start);
  entry->end = map_end (reader, end);
  entry->short_end = map_end (reader, short_end);
  entry->context = dup_context (reader, start, end);
  match (reader, entry);
  g_ptr_array_add (reader->citations, entry);
}

static void
add_bound (Reader *reader,
           const TrinhMarkupSpan *span)
{
  TrinhDocumentCitation *entry = g_new0 (TrinhDocumentCitation, 1);

  entry->section = g_object_ref (reader->section);
  entry->document = g_strdup (span->text);
  entry->start = span->start;
  entry->end = entry->short_end = span->end;
  g_ptr_array_add (reader->citations, entry);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TrinhDocumentCitation *first = *(TrinhDocumentCitation *const *) a;
  const TrinhDocumentCitation *second = *(TrinhDocumentCitation *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
read_section (Reader *reader)
{
  g_autoptr (GPtrArray) all = reader->citations;
  g_autoptr (GPtrArray) typed = trinh_citation_parse (reader->text->plain, trinh_regime_get_lexicon (trinh_report_get_regime (reader->report)));

  reader->citations = g_ptr_array_new ();
  for (guint i = 0; i < typed->len; i++)
    add_typed (reader, typed->pdata[i]);
  for (guint i = 0; i < trinh_markup_get_n_blocks (reader->markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (reader->markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        if (((TrinhMarkupSpan *) block->spans->pdata[j])->kind == TRINH_SPAN_DOCUMENT)
          add_bound (reader, block->spans->pdata[j]);
    }
  g_ptr_array_sort (reader->citations, compare_places);
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&reader->citations));
  reader->citations = g_steal_pointer (&all);
}

GPtrArray *
trinh_document_register_list_citations (TrinhReport *report)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (report);
  Reader reader = { report, NULL, NULL, NULL, documents, NULL };
  TrinhLexicon *lexicon;
  GListModel *sections;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (report));
  reader.citations = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_document_citation_free);
  sections = trinh_report_get_sections (report);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      g_autoptr (TrinhMarkup) markup = trinh_markup_parse (trinh_section_get_text (section));

      reader.section = section;
      reader.markup = markup;
      reader.text = _trinh_proof_text_new (section, lexicon);
      read_section (&reader);
      g_clear_pointer (&reader.text, _trinh_proof_text_free);
    }
  return reader.citations;
}
