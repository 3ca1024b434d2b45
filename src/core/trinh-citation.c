/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-citation-private.h"
#include "trinh-period.h"

/* How far before a number "Ngày 31/12/2021 UBND xã ban hành …" may begin, in bytes */
#define MAX_LEAD 160
#define MAX_ISSUER 90

/* The place of the citation that is being read, in bytes */
typedef struct
{
  TrinhLexicon *lexicon;
  GPtrArray *citations;
  const char *text;
  const char *counted; /* up to here characters are counted */
  guint n_counted;
  const char *last; /* behind the citation before */
} Parser;

void
trinh_citation_free (TrinhCitation *self)
{
  g_free (self->kind);
  g_free (self->number);
  g_free (self->symbol);
  g_free (self->issuer);
  g_free (self->abstract);
  g_free (self);
}

/* Places come in order, nearly: what lies a little before is counted back. */
static guint
count_to (Parser *parser,
          const char *at)
{
  parser->n_counted += (guint) (g_utf8_pointer_to_offset (parser->counted, at));
  parser->counted = at;
  return parser->n_counted;
}

/* "Kế hoạch" or "KH" before @end; of names that end alike the longest */
static const TrinhDocumentKind *
find_kind_before (Parser *parser,
                  const char *end,
                  const char **start)
{
  const TrinhDocumentKind *found = NULL;

  for (guint i = 0; i < trinh_lexicon_get_n_kinds (parser->lexicon); i++)
    {
      const TrinhDocumentKind *kind = trinh_lexicon_get_kind (parser->lexicon, i);
      g_autofree char *name = g_utf8_strdown (kind->name, -1);
      const char *at = _trinh_scan_word_back (parser->last, end, name);
      gsize length = strlen (kind->id);

      if (at == NULL && (gsize) (end - parser->last) >= length && strncmp (end - length, kind->id, length) == 0 &&
          (end - length == parser->last || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end - length)))))
        at = end - length;
      if (at != NULL && (found == NULL || at < *start))
        {
          found = kind;
          *start = at;
        }
    }
  return found;
}

/* What stands before a number: "Kế hoạch số", "công văn: số", "QĐ số", "Nghị định", "số:" */
static const TrinhDocumentKind *
read_before (Parser *parser,
             const char *number,
             const char **start,
             gboolean *so)
{
  const char *at = _trinh_scan_spaces_back (parser->last, number);
  const char *word;

  *start = number;
  if (at > parser->last && at[-1] == ':')
    at = _trinh_scan_spaces_back (parser->last, at - 1);
  word = _trinh_scan_word_back (parser->last, at, "số");
  *so = word != NULL;
  if (word != NULL)
    {
      *start = word;
      at = _trinh_scan_spaces_back (parser->last, word);
      if (at > parser->last && at[-1] == ':')
        at = _trinh_scan_spaces_back (parser->last, at - 1);
    }
  return find_kind_before (parser, at, start);
}

/* ", ngày 20/12/2014" or "(ngày 20/12/2014)" behind the symbol */
static const char *
read_date (const char *at,
           guint32 *date)
{
  const char *word = _trinh_scan_spaces (at);
  const char *end;

  if (*word == ',' || *word == '(')
    word = _trinh_scan_spaces (word + 1);
  word = _trinh_scan_word (word, "ngày");
  end = word != NULL ? _trinh_scan_date (_trinh_scan_spaces (word), date) : NULL;
  return end != NULL ? end : at;
}

static gboolean
ends_sentence (const char *at)
{
  return *at == '\n' || *at == ';' || (*at == '.' && (at[1] == ' ' || at[1] == '\n'));
}

/* "Ngày 31/12/2021 UBND xã ban hành Kế hoạch số 63/KH-UBND": in the same sentence, for the first document in it */
static guint32
read_lead (Parser *parser,
           const char *start)
{
  const char *begin = MAX (parser->last, start - MIN (start - parser->text, MAX_LEAD));
  guint32 date = 0;
  gboolean issued = FALSE;

  while (((guchar) *begin & 0xC0) == 0x80)
    begin++;
  for (const char *at = begin; at < start; at = g_utf8_next_char (at))
    {
      const char *word = at == parser->text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at))) ? at : NULL;

      if (ends_sentence (at))
        date = 0;
      else if (word != NULL && (word = _trinh_scan_word (at, "ngày")) != NULL &&
               _trinh_scan_date (_trinh_scan_spaces (word), &date) != NULL)
        issued = FALSE;
      else if (_trinh_scan_word (at, "ban hành") != NULL || _trinh_scan_word (at, "ra") != NULL || _trinh_scan_word (at, "ký") != NULL)
        issued = TRUE;
    }
  return issued ? date : 0;
}

static gboolean
ends_issuer (const char *at)
{
  static const char *const words[] = { "về", "v/v", "quy định", "ban hành", "sửa đổi", "hướng dẫn", "công bố", "giao", "triển khai", "thành lập", "để", "và", "theo", "phê duyệt" };

  if (*at == '\0' || strchr (",;.:()\n", *at) != NULL)
    return TRUE;
  for (gsize i = 0; *at == ' ' && i < G_N_ELEMENTS (words); i++)
    if (_trinh_scan_word (at + 1, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
read_issuer (const char *at,
             char **issuer)
{
  const char *begin = _trinh_scan_word (_trinh_scan_spaces (at), "của");
  const char *end;

  if (begin == NULL)
    {
      *issuer = g_strdup ("");
      return at;
    }
  begin = _trinh_scan_spaces (begin);
  for (end = begin; !ends_issuer (end) && end - begin < MAX_ISSUER;)
    end = g_utf8_next_char (end);
  *issuer = g_strndup (begin, (gsize) (end - begin));
  g_strchomp (*issuer);
  return end;
}

/* "về …" up to the end of the sentence or of the bracket */
static char *
read_abstract (const char *at)
{
  const char *begin = _trinh_scan_spaces (at);
  const char *word = _trinh_scan_word (begin, "về");
  const char *end;
  char *abstract;

  if (word == NULL)
    word = _trinh_scan_word (begin, "v/v");
  if (word == NULL)
    return g_strdup ("");
  begin = _trinh_scan_spaces (word);
  for (end = begin; *end != '\0' && *end != ')' && !ends_sentence (end);)
    end = g_utf8_next_char (end);
  abstract = g_strndup (begin, (gsize) (end - begin));
  g_strchomp (abstract);
  if (g_str_has_suffix (abstract, "."))
    abstract[strlen (abstract) - 1] = '\0';
  return abstract;
}

static char *
dup_number (const char *number,
            const char *end)
{
  GString *text = g_string_new (NULL);

  for (const char *at = number; at < end; at++)
    if (*at != ' ')
      g_string_append_c (text, *at);
  return g_string_free_and_steal (text);
}

static const char *
guess_kind (Parser *parser,
            const char *symbol)
{
  const TrinhDocumentKind *kind = trinh_lexicon_find_symbol (parser->lexicon, symbol);
  g_autofree char *first = g_strndup (symbol, strcspn (symbol, "-"));

  if (kind != NULL)
    return kind->id;
  /* "UBND-VP": only official letters have a symbol without a kind. */
  return g_strv_contains (trinh_lexicon_get_issuers (parser->lexicon), first) ? "CV" : "";
}

static TrinhCitation *
add_citation (Parser *parser,
              const TrinhDocumentKind *kind,
              const char *number,
              const char *number_end,
              const char *symbol)
{
  TrinhCitation *citation = g_new0 (TrinhCitation, 1);

  citation->kind = g_strdup (kind != NULL ? kind->id : guess_kind (parser, symbol));
  citation->named = kind != NULL;
  citation->number = dup_number (number, number_end);
  citation->symbol = g_strdup (symbol);
  citation->issuer = g_strdup ("");
  citation->abstract = g_strdup ("");
  g_ptr_array_add (parser->citations, citation);
  return citation;
}

static void
read_behind (Parser *parser,
             TrinhCitation *citation,
             const char *start,
             const char *behind)
{
  const char *end = read_date (behind, &citation->date);
  const char *rest;

  if (citation->date == 0)
    citation->date = read_lead (parser, start);
  citation->start = count_to (parser, start);
  citation->end = count_to (parser, end);
  g_free (citation->issuer);
  g_free (citation->abstract);
  rest = read_issuer (*end == ')' ? end + 1 : end, &citation->issuer);
  citation->abstract = read_abstract (rest);
  parser->last = end;
}

/* "280, 281" behind "QĐ số", the last with or without the symbol of all */
static const char *
read_list (Parser *parser,
           const TrinhDocumentKind *kind,
           const char *start,
           const char *number)
{
  g_autofree char *symbol = NULL;
  const char *numbers = number;
  const char *end = _trinh_scan_number (number);
  const char *year, *behind, *next;
  guint first = parser->citations->len;

  while (*end == ',' && (next = _trinh_scan_number (_trinh_scan_spaces (end + 1))) != NULL && *next != '.')
    {
      number = _trinh_scan_spaces (end + 1);
      end = next;
    }
  behind = _trinh_scan_symbol (end, &year, &symbol);
  if (behind == NULL)
    year = behind = end;
  for (const char *at = numbers; at < number; at = _trinh_scan_spaces (_trinh_scan_number (at) + 1))
    {
      TrinhCitation *citation = add_citation (parser, kind, at, _trinh_scan_number (at), symbol != NULL ? symbol : "");

      citation->start = count_to (parser, at == numbers ? start : at);
      citation->end = count_to (parser, _trinh_scan_number (at));
    }
  read_behind (parser, add_citation (parser, kind, number, year, symbol != NULL ? symbol : ""), numbers == number ? start : number, behind);
  for (guint i = first; i + 1 < parser->citations->len; i++)
    ((TrinhCitation *) g_ptr_array_index (parser->citations, i))->date = ((TrinhCitation *) g_ptr_array_index (parser->citations, parser->citations->len - 1))->date;
  return parser->last;
}

/* A number with a symbol is a document; one without only behind "Kế hoạch số". */
static const char *
read_citation (Parser *parser,
               const char *number)
{
  g_autofree char *symbol = NULL;
  const TrinhDocumentKind *kind;
  const char *end = _trinh_scan_number (number);
  const char *start, *year, *behind;
  gboolean so;

  if (end == NULL)
    return NULL;
  behind = _trinh_scan_symbol (end, &year, &symbol);
  /* The name of a kind is looked for only where there may be a document. */
  if (behind == NULL && _trinh_scan_word_back (parser->last, _trinh_scan_spaces_back (parser->last, number), "số") == NULL)
    return NULL;
  kind = read_before (parser, number, &start, &so);
  if (behind == NULL && (kind == NULL || !so))
    return NULL;
  if (so && behind == NULL)
    return read_list (parser, kind, start, number);
  read_behind (parser, add_citation (parser, kind, number, year, symbol), start, behind);
  return parser->last;
}

static gboolean
may_begin (Parser *parser,
           const char *at)
{
  gunichar before = at > parser->text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  return g_ascii_isdigit (*at) && !g_unichar_isalnum (before) && before != '/' && before != '.' &&
         (before != ',' || at - 1 == parser->text || !g_ascii_isdigit (at[-2]));
}

GPtrArray *
trinh_citation_parse (const char *text,
                      TrinhLexicon *lexicon)
{
  Parser parser = { lexicon, NULL, text, text, 0, text };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (lexicon != NULL, NULL);

  parser.citations = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_citation_free);
  for (const char *at = text; *at != '\0';)
    {
      const char *behind = may_begin (&parser, at) ? read_citation (&parser, at) : NULL;

      if (behind != NULL)
        at = behind;
      else if (g_ascii_isdigit (*at))
        at += strspn (at, "0123456789");
      else
        at = g_utf8_next_char (at);
    }
  return parser.citations;
}

char *
trinh_citation_to_string (const TrinhCitation *self,
                          TrinhLexicon *lexicon)
{
  const TrinhDocumentKind *kind = trinh_lexicon_find_kind (lexicon, self->kind);
  GString *text = g_string_new (NULL);
  g_autofree char *date = trinh_date_format (self->date);

  if (*self->symbol == '\0')
    g_string_append_printf (text, "%s số %s", kind != NULL ? kind->name : "Văn bản", self->number);
  else
    g_string_append_printf (text, "%s/%s", self->number, self->symbol);
  if (self->date != 0)
    g_string_append_printf (text, " ngày %s", date);
  return g_string_free_and_steal (text);
}
