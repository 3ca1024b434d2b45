/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-additions.h"
#include "trinh-pdf-letters.h"
#include "trinh-pdf.h"
#include "trinh-session-letters.h"
#include "trinh-session-private.h"
#include "trinh-session-sign-private.h"

/* Page numbers stand above this and nothing else does (Nghị định 30/2020/NĐ-CP: top margin of 20 mm or more). Points */
#define TOP_MARGIN 56
/* How far a letter may stand outside its box: marks above capitals, overhanging italics. Points */
#define OVERHANG 1.5

/* A page's letters, and which of them a box of ours accounts for */
typedef struct
{
  GArray *letters;
  gboolean *known;
} Sheet;

typedef struct
{
  TrinhReport *report;
  GPtrArray *theirs; /* of GArray of TrinhPdfLetter */
  GPtrArray *ours;   /* of TrinhBox */
  GBytes *pdf;
  GHashTable *fills; /* (nullable): what stands in each gap of number and date: "day" → "09" */
  gboolean draft;    /* each page shows the same mark */
  char *difference;  /* the first one, in words */
  guint n_compared;
  guint n_agreeing;
} Match;

static gboolean
is_inside (const TrinhBox *box,
           const TrinhPdfLetter *letter)
{
  return letter->x >= box->x - OVERHANG && letter->x <= box->x + box->width + OVERHANG &&
         letter->y >= box->y && letter->y <= box->y + box->height;
}

static char *
dup_inside (Sheet *sheet,
            const TrinhBox *box)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheet->letters->len; i++)
    {
      const TrinhPdfLetter *letter = &g_array_index (sheet->letters, TrinhPdfLetter, i);

      if (!is_inside (box, letter))
        continue;
      g_string_append_unichar (text, letter->letter);
      sheet->known[i] = TRUE;
    }
  return _trinh_letters_dup (text->str);
}

static gboolean
is_agreed (Match *self,
           const TrinhBox *box,
           const char *found,
           const char *expected)
{
  if (g_str_equal (box->role, "figure"))
    return _trinh_letters_is_part (found, expected);
  return _trinh_letters_is_same (found, expected) || (self->fills != NULL && _trinh_session_match_gaps (self->fills, box, found));
}

static void
compare_box (Match *self,
             Sheet *sheet,
             const TrinhBox *box)
{
  g_autofree char *expected = _trinh_letters_dup (box->text != NULL ? box->text : "");
  g_autofree char *found = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  if (expected[0] == '\0')
    return;
  found = dup_inside (sheet, box);
  self->n_compared++;
  if (is_agreed (self, box, found, expected))
    {
      self->n_agreeing++;
      return;
    }
  if (self->difference != NULL)
    return;
  _trinh_session_match_dup_words (found, box->text, &theirs, &ours);
  self->difference = g_strdup_printf (_ ("Page %u has “%s” where the attached report says “%s”."), box->page + 1, theirs, ours);
}

static void
compare_sheet (Match *self,
               guint page)
{
  Sheet sheet = { g_ptr_array_index (self->theirs, page), NULL };
  g_autofree gboolean *known = g_new0 (gboolean, sheet.letters->len + 1);

  sheet.known = known;
  for (guint i = 0; i < self->ours->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->ours, i);

      if (box->page == page)
        compare_box (self, &sheet, box);
    }
  for (guint i = 0; i < sheet.letters->len && self->difference == NULL; i++)
    if (!known[i] && _trinh_letters_has (g_array_index (sheet.letters, TrinhPdfLetter, i).letter))
      self->difference = g_strdup_printf (_ ("Page %u has letters that are not in the attached report."), page + 1);
}

static void
compare_places (Match *self,
                guint n_pages)
{
  for (guint i = 0; i < n_pages && i < self->theirs->len; i++)
    compare_sheet (self, i);
  if (self->difference == NULL && n_pages != self->theirs->len)
    self->difference = g_strdup_printf (ngettext ("The file has %u page; the attached report makes another number.", "The file has %u pages; the attached report makes another number.", self->theirs->len), self->theirs->len);
}

static gboolean
is_head (const TrinhBox *box)
{
  return g_str_equal (box->role, "table-head");
}

/* A value's box lies in that of its text, a page's number is no content, and a head is repeated as often as pages have it. */
static gboolean
is_content (const TrinhBox *box)
{
  return box->text != NULL && !g_str_equal (box->role, "value") && !g_str_equal (box->role, "page-number") && !(is_head (box) && box->continued);
}

static void
count_theirs (Match *self,
              GHashTable *counts)
{
  for (guint i = 0; i < self->theirs->len; i++)
    {
      GArray *letters = g_ptr_array_index (self->theirs, i);

      for (guint j = 0; j < letters->len; j++)
        {
          const TrinhPdfLetter *letter = &g_array_index (letters, TrinhPdfLetter, j);

          if (letter->y > TOP_MARGIN && _trinh_letters_has (letter->letter))
            _trinh_letters_count (counts, letter->letter, -1);
        }
    }
}

/* The letters of each table's head: (element-type GHashTable) */
static GPtrArray *
list_heads (Match *self)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint table = 0;

  for (guint i = 0; i < self->ours->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->ours, i);

      if (!is_head (box) || box->continued || box->text == NULL)
        continue;
      if (box->table != table)
        g_ptr_array_add (heads, g_hash_table_new (NULL, NULL));
      table = box->table;
      _trinh_letters_count_text (heads->pdata[heads->len - 1], box->text, 1);
    }
  return heads;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  return (int) g_hash_table_size (*(GHashTable **) b) - (int) g_hash_table_size (*(GHashTable **) a);
}

/* What @counts has too much of, as heads on more pages than ours: the richest first, for one may be a part of another. */
static void
take_heads (Match *self,
            GHashTable *counts)
{
  g_autoptr (GPtrArray) heads = list_heads (self);

  g_ptr_array_sort (heads, compare_sizes);
  for (guint i = 0; i < heads->len; i++)
    while (_trinh_letters_has_all (counts, heads->pdata[i]))
      _trinh_letters_take (counts, heads->pdata[i]);
}

/* Whether nothing but the places differs: with other fonts every line may end elsewhere. */
static gboolean
is_laid_out_otherwise (Match *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  if (self->n_agreeing > self->n_compared / 2)
    return FALSE;

  for (guint i = 0; i < self->ours->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->ours, i);

      if (is_content (box))
        _trinh_letters_count_text (counts, box->text, 1);
    }
  count_theirs (self, counts);
  take_heads (self, counts);
  return g_hash_table_size (counts) == 0;
}

/* A chart may show figures of other reports that this one does not keep. */
static gboolean
shows_more (TrinhReport *report)
{
  g_autoptr (GPtrArray) charts = trinh_report_charts_list (report);

  for (guint i = 0; i < charts->len; i++)
    {
      const char *const *periods = trinh_report_chart_get_periods (charts->pdata[i]);

      for (guint j = 0; periods[j] != NULL; j++)
        if (!trinh_report_chart_has_period (charts->pdata[i], periods[j]))
          return TRUE;
    }
  return FALSE;
}

static TrinhPagesMatch
judge (Match *self,
       const char *creator,
       char **explanation)
{
  guint page;

  if (self->difference == NULL && trinh_pdf_has_additions (self->pdf, self->draft ? 1 : 0, &page))
    {
      *explanation = g_strdup_printf (_ ("Something was laid over page %u after it had been drawn, so it cannot be told whether it shows what the attached report says."), page + 1);
      return TRINH_PAGES_MATCH_UNKNOWN;
    }
  if (self->difference == NULL && trinh_pdf_find_unseen (self->pdf, &page))
    {
      *explanation = g_strdup_printf (_ ("Page %u has letters that cannot be seen, so it cannot be told whether it shows what the attached report says."), page + 1);
      return TRINH_PAGES_MATCH_UNKNOWN;
    }
  if (self->difference == NULL)
    {
      *explanation = g_strdup (_ ("The pages show what the attached report says."));
      return TRINH_PAGES_MATCH_YES;
    }
  if (g_strcmp0 (creator, TRINH_PDF_PROGRAM) != 0 || trinh_report_get_other_version (self->report) != NULL)
    {
      *explanation = g_strdup_printf (_ ("The pages were drawn by “%s” and not by this version, so it cannot be told whether they show what the attached report says."), creator != NULL ? creator : "?");
      return TRINH_PAGES_MATCH_UNKNOWN;
    }
  if (shows_more (self->report))
    {
      *explanation = g_strdup (_ ("A chart shows figures of other reports that the attached one does not keep, so it cannot be told whether the pages show what it says."));
      return TRINH_PAGES_MATCH_UNKNOWN;
    }
  if (is_laid_out_otherwise (self))
    {
      *explanation = g_strdup (_ ("The pages were laid out with other fonts, so it cannot be told for certain whether they show what the attached report says."));
      return TRINH_PAGES_MATCH_UNKNOWN;
    }
  *explanation = g_steal_pointer (&self->difference);
  return TRINH_PAGES_MATCH_NO;
}

gboolean
_trinh_session_match_document (TrinhDocument *document,
                               TrinhReport *report,
                               GBytes *pdf,
                               TrinhPagesMatch *result,
                               char **explanation,
                               GError **error)
{
  g_autoptr (TrinhPages) pages = trinh_pages_new (document, NULL, NULL, NULL, error);
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GHashTable) fills = NULL;
  g_autofree char *creator = NULL;
  Match self;

  if (pages == NULL)
    return FALSE;
  letters = trinh_pdf_list_letters (pdf, &creator, error);
  if (letters == NULL)
    return FALSE;

  fills = _trinh_session_list_fills (report, pdf);
  self = (Match) { .report = report, .theirs = letters, .ours = trinh_pages_get_boxes (pages), .pdf = pdf, .fills = fills, .draft = trinh_document_get_draft (document) };
  compare_places (&self, trinh_pages_get_n_pages (pages));
  *result = judge (&self, creator, explanation);
  g_free (self.difference);
  return TRUE;
}

gboolean
_trinh_session_match (GBytes *pdf,
                      TrinhReport *report,
                      TrinhPagesMatch *result,
                      char **explanation,
                      GError **error)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);

  return _trinh_session_match_document (document, report, pdf, result, explanation, error);
}

gboolean
trinh_session_match_pages (TrinhSession *self,
                           GFile *file,
                           TrinhPagesMatch *result,
                           char **explanation,
                           GError **error)
{
  g_autofree char *words = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (TrinhReport) report = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  report = trinh_session_read_file (self, file, error);
  pdf = report != NULL ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
  if (pdf == NULL || !_trinh_session_match (pdf, report, result, &words, error))
    return FALSE;
  if (explanation != NULL)
    *explanation = g_steal_pointer (&words);
  return TRUE;
}
