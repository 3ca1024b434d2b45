/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* "… đã ban hành 18 văn bản:" against what the section cites. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trinh-citation-private.h"
#include "trinh-document-register.h"
#include "trinh-language.h"
#include "trinh-proof-private.h"

/* How far before its number "ban hành" may stand, in characters: "ban hành và triển khai tổng số 18 văn bản" */
#define MAX_DISTANCE 32
#define MAX_WORDS 99

/* How many documents a text says were issued */
typedef struct
{
  guint number;
  const char *address; /* (nullable): of the bound value that says it */
  const char *start;
  const char *end;
} Statement;

typedef struct
{
  TrinhEvaluation *evaluation;
  TrinhTextCheck *check;
  GPtrArray *citations; /* (nullable): read when the first number is found */
  char **words;         /* (nullable): "một" … "chín mươi chín" */
  char **counted;       /* addresses that rules hold against the register already */
} Reader;

static char **
make_words (void)
{
  char **words = g_new0 (char *, MAX_WORDS + 1);

  for (guint i = 0; i < MAX_WORDS; i++)
    {
      g_autofree char *word = trinh_language_words (TRINH_DECIMAL_INIT ((gint64) i + 1));

      words[i] = g_utf8_strdown (word, -1);
    }
  return words;
}

/* "hai mươi mốt" before "mốt": the longest */
static const char *
read_words (Reader *reader,
            const char *begin,
            const char *end,
            guint *number)
{
  const char *found = NULL;

  if (reader->words == NULL)
    reader->words = make_words ();
  for (guint i = 0; i < MAX_WORDS; i++)
    {
      const char *at = _trinh_scan_word_back (begin, end, reader->words[i]);

      if (at == NULL || (found != NULL && at >= found))
        continue;
      found = at;
      *number = i + 1;
    }
  return found;
}

static const char *
read_digits (const char *begin,
             const char *end,
             guint *number)
{
  const char *at = end;

  while (at > begin && g_ascii_isdigit (at[-1]))
    at--;
  if (at == end || end - at > 4 || (at > begin && strchr ("/.,-", at[-1]) != NULL))
    return NULL;
  *number = (guint) strtoul (at, NULL, 10);
  return at;
}

/* A bound value stands as one sign; its place in the section tells which. */
static const char *
read_bound (Reader *reader,
            const char *begin,
            const char *end,
            Statement *statement)
{
  const char *at = end > begin ? g_utf8_prev_char (end) : end;
  TrinhDecimal number;
  guint place;

  if (at == end || g_utf8_get_char (at) != TRINH_PROOF_OBJECT)
    return NULL;
  place = _trinh_proof_text_place (reader->check, at, end).start;
  for (guint i = 0; i < reader->check->bindings->len; i++)
    {
      const TrinhBinding *binding = &g_array_index (reader->check->bindings, TrinhBinding, i);

      if (binding->kind != TRINH_SPAN_VALUE || binding->start != place ||
          !trinh_evaluation_get_decimal (reader->evaluation, binding->name, &number) || !trinh_decimal_is_whole (number) || number.units < 0)
        continue;
      statement->address = binding->name;
      statement->number = (guint) (number.units / TRINH_DECIMAL_SCALE);
      return at;
    }
  return NULL;
}

static gboolean
is_issued (const char *text,
           const char *number)
{
  const char *at = number;

  for (guint i = 0; i < MAX_DISTANCE && at > text; i++)
    {
      at = g_utf8_prev_char (at);
      if (*at == '\n' || *at == ';' || *at == ':' || *at == ',' || (*at == '.' && at[1] == ' '))
        return FALSE;
      if (_trinh_scan_word (at, "ban hành") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* @at: "văn bản" */
static gboolean
read_statement (Reader *reader,
                const char *at,
                const char *behind,
                Statement *statement)
{
  const char *text = reader->check->proof->plain;
  const char *end = _trinh_scan_spaces_back (text, at);
  const char *rest = _trinh_scan_spaces (behind);
  const char *start;

  statement->address = NULL;
  /* Legal documents are counted by themselves. */
  if (_trinh_scan_word (rest, "quy phạm") != NULL || _trinh_scan_word (rest, "qppl") != NULL)
    return FALSE;
  start = read_digits (text, end, &statement->number);
  if (start == NULL)
    start = read_bound (reader, text, end, statement);
  if (start == NULL)
    start = read_words (reader, text, end, &statement->number);
  statement->start = start;
  statement->end = behind;
  return start != NULL && is_issued (text, start);
}

static gboolean
is_counted (Reader *reader,
            const TrinhDocumentCitation *citation)
{
  TrinhReport *report = reader->evaluation->report;
  g_autoptr (TrinhRegisteredDocument) document = citation->document != NULL ? trinh_document_register_find (report, citation->document) : NULL;
  guint32 date;

  if (document != NULL)
    return trinh_document_register_is_own (report, document);
  if (citation->typed == NULL || !trinh_document_register_is_own (report, citation->typed))
    return FALSE;
  date = trinh_registered_document_get_date (citation->typed);
  return date == 0 || (date >= trinh_report_get_data_from (report) && date <= trinh_report_get_data_to (report));
}

static gboolean
is_known (Reader *reader,
          GPtrArray *seen,
          const TrinhDocumentCitation *citation)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const TrinhDocumentCitation *other = seen->pdata[i];

      if (citation->document != NULL || other->document != NULL ? g_strcmp0 (citation->document, other->document) == 0
                                                                : trinh_document_register_is_same (reader->evaluation->report, citation->typed, other->typed))
        return TRUE;
    }
  return FALSE;
}

/* The office's own documents that the section cites, each once */
static guint
count_own (Reader *reader)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < reader->citations->len; i++)
    {
      TrinhDocumentCitation *citation = reader->citations->pdata[i];

      if (g_str_equal (trinh_section_get_id (citation->section), trinh_section_get_id (reader->check->section)) &&
          is_counted (reader, citation) && !is_known (reader, seen, citation))
        g_ptr_array_add (seen, citation);
    }
  return seen->len;
}

/* How many stand in a line; @first: where the first of them begins, in the section's text */
static guint
count_in_line (Reader *reader,
               const char *line,
               const char *end,
               guint *first)
{
  const TrinhProofPlace place = _trinh_proof_text_place (reader->check, line, end);
  guint n = 0;

  *first = G_MAXUINT;
  for (guint i = 0; i < reader->citations->len; i++)
    {
      const TrinhDocumentCitation *citation = reader->citations->pdata[i];

      if (!g_str_equal (trinh_section_get_id (citation->section), trinh_section_get_id (reader->check->section)) ||
          citation->start < place.start || citation->start >= place.end)
        continue;
      *first = MIN (*first, citation->start);
      n++;
    }
  return n;
}

/* What is listed behind the number: in the rest of its line, and in the lines below as long as each begins with one. */
static guint
count_listed (Reader *reader,
              const Statement *statement)
{
  const char *end = statement->end + strcspn (statement->end, "\n");
  guint first;
  guint listed = count_in_line (reader, statement->end, end, &first);

  while (*end != '\0')
    {
      const char *line = end + 1;
      guint n;

      end = line + strcspn (line, "\n");
      n = count_in_line (reader, line, end, &first);
      if (n == 0 || first != _trinh_proof_text_place (reader->check, line, end).start)
        break;
      listed += n;
    }
  return listed;
}

static void
hold (Reader *reader,
      const Statement *statement,
      GPtrArray **findings)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  guint own;

  if (statement->address != NULL && g_strv_contains ((const char *const *) reader->counted, statement->address))
    return;
  reader->check->states_documents |= statement->address != NULL;
  if (reader->citations == NULL)
    reader->citations = trinh_document_register_list_citations (reader->evaluation->report);
  own = count_own (reader);
  if (own < 2 || own == statement->number || count_listed (reader, statement) == statement->number)
    return;
  found = g_strdup_printf ("%u", statement->number);
  expected = g_strdup_printf ("%u", own);
  _trinh_proof_add (reader->evaluation, &findings[reader->check->position], "text-documents-counted", _trinh_proof_text_place (reader->check, statement->start, statement->end), found, expected, g_strdup_printf (_ ("%s documents are said to be issued, and %s of the office's own are cited here; look which is right. Some may be left out on purpose."), found, expected));
}

void
_trinh_proof_check_counted (TrinhEvaluation *self,
                            GPtrArray **findings)
{
  Reader reader = { .evaluation = self, .counted = trinh_document_register_dup_counted (trinh_report_get_regime (self->report)) };

  for (guint i = 0; i < self->texts->len; i++)
    {
      reader.check = g_ptr_array_index (self->texts, i);
      reader.check->states_documents = FALSE;
      for (const char *at = reader.check->proof->plain; (at = strstr (at, "văn bản")) != NULL; at += strlen ("văn bản"))
        {
          const char *behind = _trinh_scan_word (at, "văn bản");
          Statement statement;

          if (behind != NULL && read_statement (&reader, at, behind, &statement))
            hold (&reader, &statement, findings);
        }
    }
  g_clear_pointer (&reader.citations, g_ptr_array_unref);
  g_clear_pointer (&reader.words, g_strfreev);
  g_strfreev (reader.counted);
}
