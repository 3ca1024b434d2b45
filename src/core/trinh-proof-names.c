/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-citation-private.h"
#include "trinh-language.h"
#include "trinh-proof-private.h"

#define MAX_SYLLABLES 4

/* A syllable that begins with a capital, in a text */
typedef struct
{
  const char *start;
  const char *end;
} Syllable;

typedef struct
{
  TrinhEvaluation *evaluation;
  TrinhTextCheck *check;
  GPtrArray **findings;
  const char *text; /* plain, or the title */
  char **place;     /* syllables of the office's own name: "Bình", "Lãng" */
  guint n_place;
  GHashTable *reported; /* names that were found before */
} Reader;

gunichar
_trinh_proof_base (gunichar letter)
{
  gunichar base, mark;

  if (letter < 0x80)
    return (gunichar) g_ascii_tolower ((char) letter);
  letter = g_unichar_tolower (letter);
  while (g_unichar_decompose (letter, &base, &mark))
    letter = base;
  return letter == 0x111 ? 'd' : letter;
}

static gboolean
read_syllable (const char *at,
               Syllable *syllable)
{
  if (!g_unichar_isupper (g_utf8_get_char (at)))
    return FALSE;
  syllable->start = at;
  while (g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  syllable->end = at;
  return TRUE;
}

/* "Hoá Quỳ": of neighbouring capitals at most MAX_SYLLABLES */
static guint
read_name (const char *at,
           Syllable *syllables)
{
  guint n = 0;

  while (n < MAX_SYLLABLES && read_syllable (at, &syllables[n]))
    {
      at = syllables[n++].end;
      if (*at != ' ')
        break;
      at++;
    }
  return n;
}

static gboolean
is_alike (const Syllable *syllable,
          const char *word)
{
  const char *at = syllable->start;

  for (; at < syllable->end && *word != '\0'; at = g_utf8_next_char (at), word = g_utf8_next_char (word))
    if (_trinh_proof_base (g_utf8_get_char (at)) != _trinh_proof_base (g_utf8_get_char (word)))
      return FALSE;
  return at == syllable->end && *word == '\0';
}

/* Tones in one place, capitals aside: hoà = hòa */
static gboolean
is_equal (const char *a,
          const char *b)
{
  g_autofree char *first = trinh_language_respell (a);
  g_autofree char *second = trinh_language_respell (b);
  g_autofree char *first_lower = g_utf8_strdown (first, -1);
  g_autofree char *second_lower = g_utf8_strdown (second, -1);

  return g_str_equal (first_lower, second_lower);
}

static gboolean
begins_word (Reader *reader,
             const char *at)
{
  return at == reader->text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* "xã", "Thị trấn" before a name, not the "xã" of "thị xã" and not in capitals */
static gboolean
has_locality_before (Reader *reader,
                     const char *at)
{
  const char *const *localities = trinh_lexicon_get_localities (trinh_regime_get_lexicon (trinh_report_get_regime (reader->evaluation->report)));
  const char *end = _trinh_scan_spaces_back (reader->text, at);

  for (guint i = 0; end < at && localities[i] != NULL; i++)
    {
      const char *word = _trinh_scan_word_back (reader->text, end, localities[i]);

      if (word == NULL || g_unichar_isupper (g_utf8_get_char (g_utf8_prev_char (end))))
        continue;
      return _trinh_scan_word_back (reader->text, _trinh_scan_spaces_back (reader->text, word), "thị") == NULL;
    }
  return FALSE;
}

static TrinhProofPlace
find_place (Reader *reader,
            const char *start,
            const char *end)
{
  if (reader->text == reader->check->proof->plain)
    return _trinh_proof_text_place (reader->check, start, end);
  return (TrinhProofPlace) { reader->check, 0, 0 };
}

/* The office's own name, well or badly spelled; a name of one syllable only behind "xã" */
static gboolean
read_own_name (Reader *reader,
               const Syllable *syllables,
               guint n)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (reader->n_place == 0 || n < reader->n_place || (reader->n_place == 1 && !has_locality_before (reader, syllables[0].start)))
    return FALSE;
  for (guint i = 0; i < reader->n_place; i++)
    if (!is_alike (&syllables[i], reader->place[i]))
      return FALSE;
  found = g_strndup (syllables[0].start, (gsize) (syllables[reader->n_place - 1].end - syllables[0].start));
  expected = g_strjoinv (" ", reader->place);
  if (is_equal (found, expected) || !g_hash_table_add (reader->reported, g_strdup (found)))
    return TRUE;
  _trinh_proof_add (reader->evaluation, reader->findings, "text-office-name", find_place (reader, syllables[0].start, syllables[reader->n_place - 1].end), found, expected, g_strdup_printf (_ ("The office's name is spelled “%s” here and “%s” at the head of the report."), found, expected));
  return TRUE;
}

static gboolean
holds_name (const char *text,
            const char *name)
{
  g_autofree char *respelled = trinh_language_respell (text);
  g_autofree char *lower = g_utf8_strdown (respelled, -1);
  g_autofree char *name_respelled = trinh_language_respell (name);
  g_autofree char *name_lower = g_utf8_strdown (name_respelled, -1);

  return strstr (lower, name_lower) != NULL;
}

/* Predecessors are names, or objects with a name. */
static gboolean
is_predecessor (TrinhOffice *office,
                const char *name)
{
  g_autoptr (JsonNode) node = trinh_office_to_json (office);
  JsonNode *member = json_object_get_member (json_node_get_object (node), "predecessors");
  JsonArray *array = member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_OBJECT (element)  ? json_object_get_string_member_with_default (json_node_get_object (element), "name", "")
                         : JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element)
                                                           : NULL;

      if (text != NULL && holds_name (text, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (TrinhReport *report,
          const char *name)
{
  TrinhOffice *office = trinh_report_get_office (report);
  const char *const *lists[] = { trinh_report_get_addressees (report), trinh_report_get_recipients (report) };

  if (holds_name (trinh_office_get_superior (office), name) || holds_name (trinh_office_get_name (office), name) || is_predecessor (office, name))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i][j] != NULL; j++)
      if (holds_name (lists[i][j], name))
        return TRUE;
  return FALSE;
}

/* "Hội Nông" behind "xã" is no commune, nor is "Khóa XXV" or a single capital. */
static guint
count_name (Reader *reader,
            const Syllable *syllables,
            guint n)
{
  const char *const *not_names = trinh_lexicon_get_not_names (trinh_regime_get_lexicon (trinh_report_get_regime (reader->evaluation->report)));
  guint n_name = 0;

  for (; n_name < n; n_name++)
    {
      g_autofree char *syllable = g_strndup (syllables[n_name].start, (gsize) (syllables[n_name].end - syllables[n_name].start));
      const char *second = g_utf8_next_char (syllable);

      if (*second == '\0' || g_unichar_isupper (g_utf8_get_char (second)) || g_strv_contains (not_names, syllable))
        break;
    }
  return n_name >= 2 ? n_name : 0;
}

static void
read_other_name (Reader *reader,
                 const Syllable *syllables,
                 guint n)
{
  g_autofree char *name = NULL;

  n = count_name (reader, syllables, n);
  if (n == 0 || !has_locality_before (reader, syllables[0].start))
    return;
  name = g_strndup (syllables[0].start, (gsize) (syllables[n - 1].end - syllables[0].start));
  if (is_known (reader->evaluation->report, name) || !g_hash_table_add (reader->reported, g_strdup (name)))
    return;
  _trinh_proof_add (reader->evaluation, reader->findings, "text-other-commune", find_place (reader, syllables[0].start, syllables[n - 1].end), name, NULL, g_strdup_printf (_ ("“%s” is another commune's name; it may have come with a copied text."), name));
}

static void
read_text (Reader *reader,
           const char *text)
{
  Syllable syllables[MAX_SYLLABLES] = { 0 };

  reader->text = text;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint n = g_unichar_isupper (g_utf8_get_char (at)) && begins_word (reader, at) ? read_name (at, syllables) : 0;

      if (n > 0 && !read_own_name (reader, syllables, n))
        read_other_name (reader, syllables, n);
    }
}

/* "Bình Lãng" of "xã Bình Lãng" */
static char **
split_place (TrinhEvaluation *self)
{
  TrinhOffice *office = trinh_report_get_office (self->report);
  const char *locality = trinh_office_get_locality (office);
  const char *kind = trinh_office_get_kind (office);
  g_autofree char *name = g_strdup (g_str_has_prefix (locality, kind) ? locality + strlen (kind) : locality);

  return g_strsplit (g_strstrip (name), " ", MAX_SYLLABLES);
}

void
_trinh_proof_check_names (TrinhEvaluation *self,
                          TrinhTextCheck *check,
                          GPtrArray **findings)
{
  g_auto (GStrv) place = split_place (self);
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { self, check, findings, NULL, place, g_strv_length (place), reported };

  read_text (&reader, trinh_section_get_title (check->section));
  read_text (&reader, check->proof->plain);
}
