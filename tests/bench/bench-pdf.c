/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "bench.h"
#include "plain-pdf.h"
#include "trinh-pdf.h"

#define N_WARM 5
#define N_RUNS 41
#define LIMIT 1.5

/* "Liberation Serif" where the layouter falls back on it: both programs take what fontconfig gives for this. */
#define FAMILY "Times New Roman"

/* Of a chart's letters, which the plain program sets as a paragraph */
#define CHART_SIZE 11.5

/* From the document to the finished bytes; @pages: (out) (optional) */
static GBytes *
make_pdf (TrinhDocument *document,
          TrinhPages **pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPages) laid_out = trinh_pages_new (document, NULL, NULL, NULL, &error);
  GBytes *pdf = laid_out != NULL ? trinh_pdf_render (laid_out, NULL, NULL, NULL, &error) : NULL;

  if (pdf == NULL)
    g_error ("%s", error->message);
  if (pages != NULL)
    *pages = g_steal_pointer (&laid_out);
  return pdf;
}

/* The same pages, fonts and texts, each text in its box. */
static PlainDocument *
copy_texts (TrinhPages *pages)
{
  PlainDocument *plain = plain_document_new ();
  GPtrArray *boxes = trinh_pages_get_boxes (pages);

  plain->family = g_strdup (FAMILY);
  for (guint page = 0; page < trinh_pages_get_n_pages (pages); page++)
    {
      double size[2];

      trinh_pages_get_size (pages, page, &size[0], &size[1]);
      g_array_append_vals (plain->sizes, size, 2);
      for (guint i = 0; i < boxes->len; i++)
        {
          const TrinhBox *box = g_ptr_array_index (boxes, i);
          PlainText text = { page, box->x, box->y, box->width, box->size > 0 ? box->size : CHART_SIZE, box->bold, box->italic, NULL };

          if (box->page != page || box->text == NULL || box->text[0] == '\0')
            continue;
          text.text = g_strdup (box->text);
          g_array_append_val (plain->texts, text);
        }
    }
  return plain;
}

static double
time_ours (TrinhDocument *document)
{
  double start = bench_get_time ();
  g_autoptr (GBytes) pdf = make_pdf (document, NULL);

  return (bench_get_time () - start) * 1e3;
}

static double
time_plain (const PlainDocument *plain)
{
  double start = bench_get_time ();
  g_autoptr (GBytes) pdf = plain_document_draw (plain);

  return (bench_get_time () - start) * 1e3;
}

/* One after the other, so that both meet the same machine; the ratio is taken pair by pair.
 * Neither reads the report: ours begins with the document, the other with its texts. */
static gboolean
compare_times (TrinhDocument *document,
               const PlainDocument *plain)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *what = NULL;
  g_autofree char *measured = NULL;
  g_autofree char *limit = g_strdup_printf ("%.2f times", LIMIT);
  double ratio;

  for (guint i = 0; i < N_WARM + N_RUNS; i++)
    {
      double a = time_ours (document);
      double b = time_plain (plain);

      ratio = a / b;
      if (i < N_WARM)
        continue;
      g_array_append_val (ours, a);
      g_array_append_val (other, b);
      g_array_append_val (ratios, ratio);
    }
  ratio = bench_percentile (ratios, 0.5);
  what = g_strdup_printf ("the PDF of %u pages beside a plain Pango program", plain->sizes->len / 2);
  measured = g_strdup_printf ("%.2f times (%.1f ms to %.1f ms)", ratio, bench_percentile (ours, 0.5), bench_percentile (other, 0.5));
  bench_print (what, measured, limit, ratio <= LIMIT);
  return ratio <= LIMIT;
}

/* MiB at the most of a process of its own that makes the file once */
static double
get_peak (const char *program,
          const char *option,
          const char *path)
{
  const char *const arguments[] = { program, option, path, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtod (output, NULL);
}

static void
compare_memory (const char *program,
                const PlainDocument *plain)
{
  g_autofree char *path = NULL;
  g_autofree char *measured = NULL;
  double ours, other;
  int fd = g_file_open_tmp ("trinh-bench-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  plain_document_write (plain, path);
  ours = get_peak (program, "--ours", path);
  other = get_peak (program, "--plain", path);
  g_remove (path);
  measured = g_strdup_printf ("%.2f times (%.1f MiB to %.1f MiB)", ours / other, ours, other);
  bench_print ("its memory at the most", measured, NULL, TRUE);
}

static void
print_peak (void)
{
  struct rusage usage;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%s\n", g_ascii_dtostr (text, sizeof text, usage.ru_maxrss / 1024.0));
}

/* The child of get_peak() */
static int
make_once (const char *option,
           const char *path)
{
  if (g_str_equal (option, "--ours"))
    {
      g_autoptr (TrinhEvaluation) evaluation = bench_evaluate_charts ();
      g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);
      g_autoptr (GBytes) pdf = make_pdf (document, NULL);

      print_peak ();
    }
  else
    {
      g_autoptr (PlainDocument) plain = plain_document_read (path);
      g_autoptr (GBytes) pdf = plain_document_draw (plain);

      print_peak ();
    }
  return EXIT_SUCCESS;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PlainDocument) plain = NULL;
  gboolean within;

  if (argc == 3)
    return make_once (argv[1], argv[2]);

  evaluation = bench_evaluate_charts ();
  document = trinh_document_new (evaluation);
  pdf = make_pdf (document, &pages);
  plain = copy_texts (pages);
  g_clear_object (&pages);
  within = compare_times (document, plain);
  compare_memory (argv[0], plain);
  return within ? EXIT_SUCCESS : EXIT_FAILURE;
}
