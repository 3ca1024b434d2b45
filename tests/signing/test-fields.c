/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"
#include "trinh-pdf-compare.h"

/* Fields by hand: trees that no good program writes */
#define FORM 4

static void
write_object (GString *file,
              GArray *places,
              const char *text)
{
  const gsize place = file->len;

  g_array_append_val (places, place);
  g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", places->len, text);
}

/* A page, and the form @form with the objects @more after it, numbered from FORM + 1 */
static GBytes *
make_file (const char *form,
           const char *const *more)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  GString *file = g_string_new ("%PDF-1.4\n");
  gsize table;

  write_object (file, places, "<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>");
  write_object (file, places, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>");
  write_object (file, places, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >>");
  write_object (file, places, form);
  for (guint i = 0; more[i] != NULL; i++)
    write_object (file, places, more[i]);
  table = file->len;
  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", places->len + 1);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (file, "%010zu 00000 n \n", g_array_index (places, gsize, i));
  g_string_append_printf (file, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", places->len + 1, table);
  return g_string_free_to_bytes (file);
}

/* Fields with names of their own that are @item */
static char *
repeat (const char *before,
        const char *item,
        guint n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<< /T (%u) %s >> ", i, item);
  g_string_append (text, after);
  return g_string_free_and_steal (text);
}

static char *
dup_names (GPtrArray *fields)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const TrinhPdfField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (names, "%s%s:%s", i > 0 ? " " : "", field->name, field->type);
    }
  return g_string_free_and_steal (names);
}

static void
test_trees (void)
{
  static const struct
  {
    const char *form;
    const char *more[4];
    const char *names;
  } rows[] = {
    { "<< /Fields [ ] >>", { NULL }, "" },
    { "<< /Fields [ 5 0 R << /T (b) /FT /Tx >> ] >>", { "<< /T (a) /FT /Sig /Kids [ << /T (x) >> 6 0 R ] >>", "<< /T (y) /FT /Tx >>", NULL }, "a.x:Sig a.y:Tx b:Tx" },
    { "<< /Fields 5 0 R >>", { "[ 6 0 R ]", "<< /T (a) /FT /Tx /Kids [ << /Rect [ 0 0 1 1 ] >> ] >>", NULL }, "a:Tx" },
    /* The same twice, and trees that bite their tails: by an object, and by an array whose items have no number */
    { "<< /Fields [ 5 0 R 5 0 R ] >>", { "<< /T (a) /FT /Tx >>", NULL }, "a:Tx" },
    { "<< /Fields [ 5 0 R ] >>", { "<< /T (a) /Kids [ << /T (b) /FT /Tx >> 5 0 R ] >>", NULL }, "a.b:Tx" },
    { "<< /Fields 5 0 R >>", { "[ << /T (a) /Kids 5 0 R >> << /T (b) /FT /Tx >> ]", NULL }, "b:Tx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) file = make_file (rows[i].form, rows[i].more);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (file, &error);
      g_autoptr (GPtrArray) fields = NULL;
      g_autofree char *names = NULL;

      g_assert_no_error (error);
      fields = trinh_pdf_source_list_fields (source);
      names = dup_names (fields);
      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

/* Eight in each of thirty-two steps: 8³² fields in a file of a few hundred bytes */
static void
test_bomb (void)
{
  g_autofree char *array = repeat ("[ ", "/Kids 5 0 R", 8, "]");
  const char *const more[] = { array, NULL };
  g_autoptr (GBytes) file = make_file ("<< /Fields 5 0 R >>", more);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = trinh_pdf_verify (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (signatures->len, ==, 0);
}

/* A field more than are read */
static void
test_many (void)
{
  g_autofree char *form = repeat ("<< /Fields [ ", "/FT /Tx", TRINH_PDF_MOST_FIELDS + 10, "] >>");
  const char *const more[] = { NULL };
  g_autoptr (GBytes) file = make_file (form, more);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (file, &error);
  g_autoptr (GPtrArray) fields = NULL;

  g_assert_no_error (error);
  fields = trinh_pdf_source_list_fields (source);
  g_assert_cmpuint (fields->len, ==, TRINH_PDF_MOST_FIELDS);
}

static void
test_signatures (void)
{
  const char *const more[] = { NULL };

  for (guint n = 32; n <= 34; n += 2)
    {
      g_autofree char *form = repeat ("<< /Fields [ ", "/FT /Sig /V << /Type /Sig >>", n, "] >>");
      g_autoptr (GBytes) file = make_file (form, more);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) signatures = trinh_pdf_verify (file, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (signatures->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          const TrinhSignature *signature = g_ptr_array_index (signatures, i);

          g_assert_false (signature->valid);
          g_assert_cmpint (strstr (signature->fault, "too many signatures") != NULL, ==, i >= 32);
        }
    }
}

/* What our first signature may add to the final file: empty fields for number and date, as large as a gap in a line */
static void
test_blanks (void)
{
  static const struct
  {
    const char *group;
    const char *blank;
    TrinhPdfChange change;
  } rows[] = {
    { "/T (trinhky)", "/FT /Tx /Rect [ 100 100 200 150 ]", TRINH_PDF_CHANGE_NONE }, /* 5000 square points */
    { "/T (trinhky)", "/FT /Tx /Rect [ 200 150 100 100 ]", TRINH_PDF_CHANGE_NONE },
    { "/T (trinhky)", "/FT /Tx /Rect [ 100 100 200 150.1 ]", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx /Rect [ 200 150.1 100 100 ]", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx /Rect [ 0 0 595 842 ]", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx /Rect [ 100 100 110 ]", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx /Rect [ 100 100 110 (110) ]", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx /Rect [ 0 0 10 10 ] /V (7)", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Tx /Rect [ 0 0 10 10 ] /AA << >>", TRINH_PDF_CHANGE_OTHER },
    { "/T (trinhky)", "/FT /Btn /Rect [ 0 0 10 10 ]", TRINH_PDF_CHANGE_OTHER },
    { "/T (other)", "/FT /Tx /Rect [ 0 0 10 10 ]", TRINH_PDF_CHANGE_OTHER },
  };
  static const char *const none[] = { NULL };
  g_autoptr (GBytes) final = make_file ("null", none);
  g_autoptr (TrinhPdfSource) before = trinh_pdf_source_open (final, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *group = g_strdup_printf ("<< %s /Kids [ 6 0 R ] >>", rows[i].group);
      g_autofree char *blank = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /T (number) %s >>", rows[i].blank);
      const char *const more[] = { group, blank, NULL };
      g_autoptr (GBytes) file = make_file ("<< /Fields [ 5 0 R ] >>", more);
      g_autoptr (TrinhPdfSource) after = trinh_pdf_source_open (file, NULL);

      g_test_message ("%s %s", rows[i].group, rows[i].blank);
      g_assert_cmpint (trinh_pdf_compare_final (before, after), ==, rows[i].change);
      /* Behind a signature nobody adds any. */
      g_assert_cmpint (trinh_pdf_compare (before, after), ==, TRINH_PDF_CHANGE_OTHER);
    }
}

/* A blank with several places: each is looked at like one that is the field itself. */
static void
test_blank_places (void)
{
  static const struct
  {
    const char *blank;
    const char *place;
    TrinhPdfChange change;
  } rows[] = {
    { "/FT /Tx", "/Rect [ 100 100 200 150 ]", TRINH_PDF_CHANGE_NONE },
    { "/FT /Tx", "/Rect [ 100 100 200 150.1 ]", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx", "", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx", "/Rect [ 0 0 10 10 ] /T (other)", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx", "/Rect [ 0 0 10 10 ] /FT /Btn", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx", "/Rect [ 0 0 10 10 ] /V (7)", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx", "/Rect [ 0 0 10 10 ] /Kids [ ]", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx", "/Rect [ 0 0 10 10 ] /AA << >>", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx /V (7)", "/Rect [ 0 0 10 10 ]", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Tx /A << >>", "/Rect [ 0 0 10 10 ]", TRINH_PDF_CHANGE_OTHER },
    { "/FT /Btn", "/Rect [ 0 0 10 10 ]", TRINH_PDF_CHANGE_OTHER },
  };
  static const char *const none[] = { NULL };
  g_autoptr (GBytes) final = make_file ("null", none);
  g_autoptr (TrinhPdfSource) before = trinh_pdf_source_open (final, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *blank = g_strdup_printf ("<< /T (number) %s /Kids [ 7 0 R 8 0 R ] >>", rows[i].blank);
      g_autofree char *place = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /Parent 6 0 R %s >>", rows[i].place);
      const char *const more[] = { "<< /T (trinhky) /Kids [ 6 0 R ] >>", blank, "<< /Type /Annot /Subtype /Widget /Parent 6 0 R /Rect [ 0 0 9 9 ] >>", place, NULL };
      g_autoptr (GBytes) file = make_file ("<< /Fields [ 5 0 R ] >>", more);
      g_autoptr (TrinhPdfSource) after = trinh_pdf_source_open (file, NULL);

      g_test_message ("%s: %s", rows[i].blank, rows[i].place);
      g_assert_cmpint (trinh_pdf_compare_final (before, after), ==, rows[i].change);
      g_assert_cmpint (trinh_pdf_compare (before, after), ==, TRINH_PDF_CHANGE_OTHER);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fields/trees", test_trees);
  g_test_add_func ("/fields/bomb", test_bomb);
  g_test_add_func ("/fields/many", test_many);
  g_test_add_func ("/fields/signatures", test_signatures);
  g_test_add_func ("/fields/blanks", test_blanks);
  g_test_add_func ("/fields/blank-places", test_blank_places);

  return g_test_run ();
}
