/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "trinh-pages.h"

#define N_WARM 5
#define N_RUNS 41
#define LIMIT 0.1
/* Pixels per point of a page in a window of some 900 pixels */
#define ZOOM 1.4
#define WIDTH (842 * ZOOM)

typedef struct
{
  TrinhEvaluation *evaluation;
  char *section; /* where letters are typed */
  guint n_letters;
  TrinhDocument *document;
  TrinhPages *pages; /* that are shown */
  guint visible;     /* the one that is seen */
  cairo_t *cr;
} Preview;

static TrinhPages *
lay_out (TrinhPages *before,
         TrinhDocument *document)
{
  g_autoptr (GError) error = NULL;
  TrinhPages *pages = trinh_pages_new_after (before, document, NULL, NULL, NULL, &error);

  if (pages == NULL)
    g_error ("%s", error->message);
  return pages;
}

/* The longest one, whose letters make the most work */
static char *
find_section (TrinhReport *report)
{
  GListModel *sections = trinh_report_get_sections (report);
  g_autofree char *longest = NULL;
  gsize length = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      if (strlen (trinh_section_get_text (section)) <= length)
        continue;
      length = strlen (trinh_section_get_text (section));
      g_free (longest);
      longest = g_strdup (trinh_section_get_id (section));
    }
  return g_steal_pointer (&longest);
}

/* Another letter each time, at the start of the text: its page was never laid out. */
static void
type_letter (Preview *self)
{
  TrinhReport *report = trinh_evaluation_get_report (self->evaluation);
  TrinhSection *section = trinh_report_find_section (report, self->section);
  g_autofree char *text = g_strdup_printf ("%c%s", 'a' + (int) (self->n_letters++ % 26), trinh_section_get_text (section));
  g_autoptr (TrinhSection) typed = trinh_section_with_text (section, text, FALSE);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("letter");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_section (edit, typed);
  if (!trinh_report_apply (report, edit, &error))
    g_error ("%s", error->message);
  g_set_object (&self->document, NULL);
  self->document = trinh_document_new (self->evaluation);
}

static guint
find_page (Preview *self)
{
  GPtrArray *boxes = trinh_pages_get_boxes (self->pages);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      if (g_strcmp0 (box->place, self->section) == 0 && g_str_equal (box->role, "paragraph"))
        return box->page;
    }
  return 0;
}

static double
time_whole (Preview *self)
{
  double start = bench_get_time ();
  g_autoptr (TrinhPages) pages = lay_out (NULL, self->document);

  return (bench_get_time () - start) * 1e3;
}

/* What has changed of the page that is shown; the rest of it stays. */
static void
redraw (Preview *self,
        TrinhPages *before)
{
  double top, bottom;

  if (!trinh_pages_find_change (self->pages, before, self->visible, &top, &bottom))
    g_error ("The letter is not seen");
  top = floor (top * ZOOM);
  bottom = ceil (bottom * ZOOM);
  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, top, WIDTH, bottom - top);
  cairo_clip (self->cr);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  cairo_scale (self->cr, ZOOM, ZOOM);
  trinh_pages_draw_strip (self->pages, self->visible, top / ZOOM, bottom / ZOOM, self->cr);
  cairo_restore (self->cr);
  cairo_surface_flush (cairo_get_target (self->cr));
}

/* From the changed document to the painted page */
static double
time_letter (Preview *self)
{
  double start = bench_get_time ();
  g_autoptr (TrinhPages) before = g_steal_pointer (&self->pages);
  double time;

  self->pages = lay_out (before, self->document);
  redraw (self, before);
  time = (bench_get_time () - start) * 1e3;
  /* Where the letter is now is for the next one. */
  self->visible = find_page (self);
  return time;
}

/* One after the other, so that both meet the same machine; the ratio is taken pair by pair. */
static gboolean
compare_times (Preview *self)
{
  g_autoptr (GArray) wholes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *what = NULL;
  g_autofree char *measured = NULL;
  g_autofree char *limit = g_strdup_printf ("%.2f times", LIMIT);
  double ratio;

  for (guint i = 0; i < N_WARM + N_RUNS; i++)
    {
      double whole, letter;

      type_letter (self);
      whole = time_whole (self);
      letter = time_letter (self);
      ratio = letter / whole;
      if (i < N_WARM)
        continue;
      g_array_append_val (wholes, whole);
      g_array_append_val (letters, letter);
      g_array_append_val (ratios, ratio);
    }
  ratio = bench_percentile (ratios, 0.5);
  what = g_strdup_printf ("a letter's page, beside laying out all %u", trinh_pages_get_n_pages (self->pages));
  measured = g_strdup_printf ("%.3f times (%.2f ms to %.1f ms)", ratio, bench_percentile (letters, 0.5), bench_percentile (wholes, 0.5));
  bench_print (what, measured, limit, ratio <= LIMIT);
  return ratio <= LIMIT;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (TrinhEvaluation) evaluation = bench_evaluate_charts ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) WIDTH);
  Preview preview = { .evaluation = evaluation, .cr = cairo_create (surface) };
  gboolean within;

  preview.section = find_section (trinh_evaluation_get_report (evaluation));
  preview.document = trinh_document_new (evaluation);
  preview.pages = lay_out (NULL, preview.document);
  preview.visible = find_page (&preview);
  within = compare_times (&preview);

  g_clear_object (&preview.pages);
  g_clear_object (&preview.document);
  g_free (preview.section);
  cairo_destroy (preview.cr);
  cairo_surface_destroy (surface);
  return within ? EXIT_SUCCESS : EXIT_FAILURE;
}
