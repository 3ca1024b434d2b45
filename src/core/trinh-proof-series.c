/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trinh-language.h"
#include "trinh-period.h"
#include "trinh-proof-private.h"

/* A document of a series: one symbol, issuer and year */
typedef struct
{
  TrinhProofCited *entry;
  guint number;
} Member;

/* What is the same for all documents */
typedef struct
{
  TrinhEvaluation *evaluation;
  char *own;           /* "ubnd xa" */
  char *place;         /* "xa binh lang" */
  GHashTable *issuers; /* as cited → as compared */
} Reader;

static guint
get_year (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_date_get_year (&date);
}

static void
reader_init (Reader *reader,
             TrinhEvaluation *evaluation)
{
  TrinhOffice *office = trinh_report_get_office (evaluation->report);
  g_autofree char *own = g_strdup_printf ("UBND %s", trinh_office_get_kind (office));

  reader->evaluation = evaluation;
  reader->own = trinh_language_fold (own);
  reader->place = trinh_language_fold (trinh_office_get_locality (office));
  reader->issuers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
reader_clear (Reader *reader)
{
  g_free (reader->own);
  g_free (reader->place);
  g_hash_table_unref (reader->issuers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* What the office issued itself is the same with and without its name. */
static const char *
get_issuer (Reader *reader,
            const char *issuer)
{
  char *folded;

  if (*issuer == '\0')
    return "";
  folded = g_hash_table_lookup (reader->issuers, issuer);
  if (folded != NULL)
    return folded;
  folded = trinh_language_fold (issuer);
  if (g_str_equal (folded, reader->own) || (*reader->place != '\0' && strstr (folded, reader->place) != NULL))
    *folded = '\0';
  g_hash_table_insert (reader->issuers, g_strdup (issuer), folded);
  return folded;
}

/* "KH-UBND 11 2022": numbers begin anew each year; legal documents carry the year in their number. %NULL: no date */
static char *
dup_key (Reader *reader,
         const TrinhCitation *citation,
         gboolean with_number)
{
  gboolean yearly = strchr (citation->number, '/') == NULL;
  const char *number = citation->number;

  if (citation->date == 0 || *number == '\0')
    return NULL;
  while (number[0] == '0' && g_ascii_isdigit (number[1]))
    number++;
  return g_strdup_printf ("%s|%s|%u|%s",
                          *citation->symbol != '\0' ? citation->symbol : citation->kind,
                          get_issuer (reader, citation->issuer),
                          yearly ? get_year (citation->date) : 0,
                          with_number ? number : "");
}

static void
add_two_dates (TrinhEvaluation *self,
               TrinhProofCited *entry,
               const TrinhProofCited *first,
               GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  g_autofree char *found = trinh_citation_to_string (entry->citation, lexicon);
  g_autofree char *date = trinh_date_format (first->citation->date);

  _trinh_proof_add (self, _trinh_proof_find (self, findings, entry->place), "text-two-dates", entry->place, found, date, first->registered ? g_strdup_printf (_ ("“%s” is dated %s in the register; one of the two is wrong."), found, date) : g_strdup_printf (_ ("“%s” is dated %s at another place; one of the two is wrong."), found, date));
}

void
_trinh_proof_check_dates (TrinhEvaluation *self,
                          GArray *cited,
                          GPtrArray **findings)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (Reader) reader = { 0 };

  reader_init (&reader, self);
  for (guint i = 0; i < cited->len; i++)
    {
      TrinhProofCited *entry = &g_array_index (cited, TrinhProofCited, i);
      g_autofree char *key = dup_key (&reader, entry->citation, TRUE);
      TrinhProofCited *first = key != NULL ? g_hash_table_lookup (known, key) : NULL;

      if (key == NULL)
        continue;
      if (first == NULL)
        g_hash_table_insert (known, g_steal_pointer (&key), entry);
      else if (first->citation->date != entry->citation->date)
        {
          add_two_dates (self, entry, first, findings);
          entry->disputed = first->disputed = TRUE;
        }
    }
}

/* By number, then by date: of two equal ones neither is out of order. */
static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *first = a, *second = b;

  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return first->entry->citation->date < second->entry->citation->date ? -1 : first->entry->citation->date > second->entry->citation->date;
}

static guint32
get_date (GArray *members,
          guint position)
{
  return g_array_index (members, Member, position).entry->citation->date;
}

/* The longest row of members whose dates never fall: @before says which one each stands behind. */
static guint
find_row (GArray *members,
          guint *before)
{
  g_autofree guint *ends = g_new (guint, members->len);
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      guint low = 0, high = n;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (get_date (members, ends[middle]) <= get_date (members, i))
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? ends[low - 1] : G_MAXUINT;
      ends[low] = i;
      n = MAX (n, low + 1);
    }
  return ends[n - 1];
}

static void
add_disorder (TrinhEvaluation *self,
              TrinhProofCited *entry,
              const TrinhProofCited *other,
              GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  g_autofree char *found = trinh_citation_to_string (entry->citation, lexicon);
  g_autofree char *beside = trinh_citation_to_string (other->citation, lexicon);

  _trinh_proof_add (self, _trinh_proof_find (self, findings, entry->place), "text-series-order", entry->place, found, beside, g_strdup_printf (_ ("Numbers rise with their dates, but “%s” stands against “%s”; look which date is wrong."), found, beside));
}

/* Those outside the longest row are few and likely the wrong ones. */
static void
check_members (TrinhEvaluation *self,
               GArray *members,
               GPtrArray **findings)
{
  g_autofree guint *before = g_new (guint, members->len);
  guint kept = G_MAXUINT;

  g_array_sort (members, compare_members);
  kept = find_row (members, before);
  for (guint i = members->len; i > 0; i--)
    {
      TrinhProofCited *entry = g_array_index (members, Member, i - 1).entry;
      guint above = kept;

      if (kept == i - 1)
        {
          kept = before[kept];
          continue;
        }
      /* It is later than the next in the row, or earlier than the one before. */
      for (above = i; above < members->len && get_date (members, above) >= entry->citation->date; above++)
        ;
      if (above < members->len)
        add_disorder (self, entry, g_array_index (members, Member, above).entry, findings);
      else if (kept != G_MAXUINT)
        add_disorder (self, entry, g_array_index (members, Member, kept).entry, findings);
    }
}

/* "01a" was put in between afterwards and says nothing; a document twice is one; what has two dates was spoken of. */
static void
add_member (Reader *reader,
            GHashTable *series,
            GHashTable *known,
            TrinhProofCited *entry)
{
  g_autofree char *key = dup_key (reader, entry->citation, FALSE);
  g_autofree char *whole = dup_key (reader, entry->citation, TRUE);
  Member member = { entry, 0 };
  GArray *members;
  char *end;

  if (key == NULL || entry->disputed || *entry->citation->symbol == '\0')
    return;
  member.number = (guint) strtoul (entry->citation->number, &end, 10);
  if (*end != '\0' || !g_hash_table_add (known, g_steal_pointer (&whole)))
    return;
  members = g_hash_table_lookup (series, key);
  if (members == NULL)
    {
      members = g_array_new (FALSE, FALSE, sizeof (Member));
      g_hash_table_insert (series, g_steal_pointer (&key), members);
    }
  g_array_append_val (members, member);
}

void
_trinh_proof_check_series (TrinhEvaluation *self,
                           GArray *cited,
                           GPtrArray **findings)
{
  g_autoptr (GHashTable) series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer members;
  g_auto (Reader) reader = { 0 };

  reader_init (&reader, self);
  for (guint i = 0; i < cited->len; i++)
    add_member (&reader, series, known, &g_array_index (cited, TrinhProofCited, i));
  g_hash_table_iter_init (&iter, series);
  while (g_hash_table_iter_next (&iter, NULL, &members))
    check_members (self, members, findings);
}
