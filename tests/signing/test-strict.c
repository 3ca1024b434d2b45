/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What may stand behind a signature, byte for byte: a reader that finds a fault in it looks for objects by itself. */

#include "config.h"

#include "fixture.h"
#include "trinh-pdf-source.h"

static const TrinhPdfPlace signature_place = { 1, 320, 600, 120, 60 };

/* The signed file and what an update has to say of it */
typedef struct
{
  Identity authority;
  Identity person;
  TrinhSigner *signer;
  TrinhTrust *trust;
  GBytes *pdf;
  int page; /* number of the first page */
  int contents;
  int form;
  int root;
  int n; /* the next number */
  long startxref;
  char *members; /* of the page, without what it shows and its notes */
  char *notes;   /* on it */
  char *fields;  /* of the form */
  char *catalog; /* members */
  char *trailer; /* catalog and title, as they were */
  char *facts;   /* the title itself */
  int facts_id;
} Fixture;

static char *
dup_object (TrinhPdfSource *source,
            qpdf_oh object)
{
  return trinh_pdf_source_dup_written (source, object, FALSE);
}

static void
set_up (Fixture *self,
        gconstpointer version)
{
  static const char *const shown[] = { "/Contents", "/Annots", NULL };
  g_autoptr (GBytes) pdf = make_pdf (GPOINTER_TO_INT (version));
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  const TrinhPdfSigning signing = { .field = "Signatory", .place = signature_place, .time = time };
  g_autoptr (TrinhPdfSource) source = NULL;
  g_autofree char *root = NULL;
  g_autofree char *info = NULL;
  g_autoptr (GError) error = NULL;
  qpdf_oh page, facts;

  self->authority = make_authority ("CA");
  self->person = make_signatory (&self->authority, "Nguyễn Văn A");
  self->signer = make_signer (&self->person);
  self->trust = make_trust (&self->authority);
  self->pdf = trinh_pdf_sign (pdf, self->signer, &signing, &error);
  g_assert_no_error (error);
  source = trinh_pdf_source_open (self->pdf, &error);
  g_assert_no_error (error);
  page = qpdf_get_page_n (source->qpdf, 0);
  facts = trinh_pdf_source_get (source, qpdf_get_trailer (source->qpdf), "/Info");
  root = dup_object (source, trinh_pdf_source_get_root (source));
  info = dup_object (source, facts);
  self->page = qpdf_oh_get_object_id (source->qpdf, page);
  self->contents = qpdf_oh_get_object_id (source->qpdf, trinh_pdf_source_get (source, page, "/Contents"));
  self->form = qpdf_oh_get_object_id (source->qpdf, trinh_pdf_source_get_form (source));
  self->members = trinh_pdf_source_dup_members (source, page, shown);
  self->notes = trinh_pdf_source_dup_items (source, trinh_pdf_source_get (source, page, "/Annots"));
  self->fields = trinh_pdf_source_dup_items (source, trinh_pdf_source_get (source, trinh_pdf_source_get_form (source), "/Fields"));
  self->root = qpdf_oh_get_object_id (source->qpdf, trinh_pdf_source_get_root (source));
  self->catalog = trinh_pdf_source_dup_members (source, trinh_pdf_source_get_root (source), NULL);
  self->trailer = g_strdup_printf ("/Root %s /Info %s", root, info);
  self->facts = trinh_pdf_source_dup_members (source, facts, NULL);
  self->facts_id = qpdf_oh_get_object_id (source->qpdf, facts);
  self->n = source->next_id;
  self->startxref = (long) source->startxref;
}

static void
tear_down (Fixture *self,
           gconstpointer version)
{
  g_clear_object (&self->signer);
  g_clear_object (&self->trust);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->members, g_free);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->fields, g_free);
  g_clear_pointer (&self->catalog, g_free);
  g_clear_pointer (&self->trailer, g_free);
  g_clear_pointer (&self->facts, g_free);
  identity_clear (&self->person);
  identity_clear (&self->authority);
}

static GBytes *
append (GBytes *pdf,
        const char *text)
{
  GString *whole = g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));

  g_string_append (whole, text);
  return g_string_free_to_bytes (whole);
}

/* Where the objects of @text begin, and its cross-references (the last object, where there is no table), take the place of {1}
 * to {5}, {h1} to {h5} in hexadecimal digits, and {x}. */
static void
put_places (GString *text,
            gsize begin)
{
  const char *table = strstr (text->str, "\nxref\n");
  gsize object = 0;
  gsize section = table != NULL ? (gsize) (table - text->str) + 1 : 0;
  char place[32];

  for (guint i = 1; i <= 5; i++)
    {
      const char name[] = { '{', (char) ('0' + i), '}', '\0' };
      const char hexadecimal[] = { '{', 'h', (char) ('0' + i), '}', '\0' };
      const char *end = strstr (text->str + object, "endobj\n");
      const gsize next = end != NULL ? (gsize) (end - text->str) + strlen ("endobj\n") : object;

      if (table == NULL && end != NULL)
        section = object;
      g_snprintf (place, sizeof place, "%010zu", begin + object);
      g_string_replace (text, name, place, 0);
      g_snprintf (place, sizeof place, "%08zx", begin + object);
      g_string_replace (text, hexadecimal, place, 0);
      object = next;
    }
  g_snprintf (place, sizeof place, "%zu", begin + section);
  g_string_replace (text, "{x}", place, 0);
}

/* Where what the page shows begins takes the place of {l}. */
static void
put_contents (GString *text,
              const Fixture *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->pdf, &length);
  g_autofree char *head = g_strdup_printf ("\n%d 0 obj\n", self->contents);
  const char *found = memmem (data, length, head, strlen (head));
  char place[32];

  g_assert_nonnull (found);
  g_snprintf (place, sizeof place, "%010zu", (gsize) (found - data) + 1);
  g_string_replace (text, "{l}", place, 0);
}

/* @pattern behind the file. Numbers: {p} of the page, {c} of what it shows, {f} of the form, {i} of the title, {r} of the
 * catalog, {n} the next one, {m} and {o} those after it, {q} a size of these; {s} the size as it is, {t} and {u} one and two more; {v} where the
 * cross-references are. Members: {P} of the page, {R} of the catalog, {I} of the title, {T} of the trailer; {A} the notes of
 * the page, {F} the fields */
static GBytes *
make_update (const Fixture *self,
             const char *pattern)
{
  const struct
  {
    const char *name;
    int number;
  } numbers[] = { { "{p}", self->page }, { "{c}", self->contents }, { "{f}", self->form }, { "{i}", self->facts_id }, { "{r}", self->root }, { "{n}", self->n }, { "{m}", self->n + 1 }, { "{o}", self->n + 2 }, { "{q}", self->n + 3 }, { "{s}", self->n }, { "{t}", self->n + 1 }, { "{u}", self->n + 2 }, { "{v}", (int) self->startxref } };
  const struct
  {
    const char *name;
    const char *words;
  } words[] = { { "{P}", self->members }, { "{A}", self->notes }, { "{F}", self->fields }, { "{R}", self->catalog }, { "{T}", self->trailer }, { "{I}", self->facts } };
  g_autoptr (GString) text = g_string_new (pattern);
  char number[16];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_replace (text, words[i].name, words[i].words, 0);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_snprintf (number, sizeof number, "%d", numbers[i].number);
      g_string_replace (text, numbers[i].name, number, 0);
    }
  put_contents (text, self);
  put_places (text, g_bytes_get_size (self->pdf));
  return append (self->pdf, text->str);
}

#define FORGED "<< /Length 15 >>\nstream\n0 0 90 90 re f \nendstream\nendobj\n"
#define STREAM "<< /Length 2 >>\nstream\nq \nendstream\nendobj\n"
#define END "startxref\n{x}\n%%EOF\n"
#define TRAILER(size) "trailer\n<< {T} /Size " size " /Prev {v} >>\n" END

typedef struct
{
  const char *name;
  const char *text;
  TrinhPdfChange change; /* before somebody signs over it */
} Tail;

static const Tail tails[] = {
  /* Lawful updates of nothing: not signed, but others may sign over them. */
  { "an object that nothing leads to", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_NONE },
  { "with the head of the free ones", "{n} 0 obj\n" STREAM "xref\n0 1\n0000000000 65535 f \n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_NONE },
  { "with other ends of lines", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n\r\n" TRAILER ("{t}"), TRINH_PDF_CHANGE_NONE },
  { "with a program's name", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \ntrailer\n<< {T} /Size {t} /Prev {v} >>\n%Program\n" END, TRINH_PDF_CHANGE_NONE },
  /* What libqpdf passes over, and others do not */
  { "a generation too large", "{c} 0 obj\n" FORGED "xref\n{c} 1\n{1} 65535 n \n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
  { "a generation of five nines", "{c} 0 obj\n" FORGED "xref\n{c} 1\n{1} 99999 n \n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
  { "another generation", "{c} 0 obj\n" FORGED "xref\n{c} 1\n{1} 00001 n \n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
  { "a generation of a new one", "{n} 1 obj\n" FORGED "xref\n{n} 1\n{1} 00001 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "an object under another's number", "{c} 0 obj\n" FORGED "xref\n{p} 1\n{1} 65535 n \n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
  { "a hidden object", "{n} 0 obj\n" STREAM "{c} 0 obj\n" FORGED "xref\n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "one behind a comment", "{n} 0 obj\n" STREAM "{c} %\n0 % %\nobj\n" FORGED "xref\n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "one in a stream", "{n} 0 obj\n<< /Length 40 >>\nstream\n{c} 0 obj << /Length 0 >> stream\nendstream\nendobj\nxref\n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "one in the trailer", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \ntrailer\n<< {T} /Size {t} /Prev {v} /A (\n{c} 0 obj\n) >>\n" END, TRINH_PDF_CHANGE_OTHER },
  { "too small a size", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \n" TRAILER ("3"), TRINH_PDF_CHANGE_OTHER },
  { "too large a size", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \n" TRAILER ("{u}"), TRINH_PDF_CHANGE_OTHER },
  { "no rows", "xref\n0 0\n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
  { "a free one", "{n} 0 obj\n" STREAM "xref\n{c} 1\n0000000000 00001 f \n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "the same twice", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "a place in the signed part", "{n} 0 obj\n" STREAM "xref\n{n} 1\n0000000015 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "an object's place in the signed part", "{n} 0 obj\n" STREAM "xref\n{c} 1\n{l} 00000 n \n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "a line too short", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n\n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "a size given twice", "{n} 0 obj\n" STREAM "xref\n{n} 1\n{1} 00000 n \ntrailer\n<< {T} /Size 3 /Size {t} /Prev {v} >>\n" END, TRINH_PDF_CHANGE_OTHER },
  { "objects in a stream", "{n} 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 11 >>\nstream\n4 0 << >>  \nendstream\nendobj\nxref\n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "a second trailer", "{n} 0 obj\n" STREAM "trailer\n<< >>\nxref\n{n} 1\n{1} 00000 n \n" TRAILER ("{t}"), TRINH_PDF_CHANGE_OTHER },
  { "words", "% nothing\n", TRINH_PDF_CHANGE_OTHER },
  /* What is shown */
  { "another title", "{i} 0 obj\n<< {I} /Title (Other) >>\nendobj\nxref\n{i} 1\n{1} 00000 n \n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
  { "a page without its drawing", "{p} 0 obj\n<< {P} /Annots [ {A} ] >>\nendobj\nxref\n{p} 1\n{1} 00000 n \n" TRAILER ("{s}"), TRINH_PDF_CHANGE_OTHER },
};

static const TrinhSignature *
verify_first (GPtrArray **signatures,
              const Fixture *self,
              GBytes *pdf,
              guint n)
{
  g_autoptr (GError) error = NULL;

  *signatures = trinh_pdf_verify (pdf, self->trust, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*signatures)->len, ==, n);
  return g_ptr_array_index (*signatures, 0);
}

/* Not signed, none is good; a signature over it makes the lawful ones good, and the others are not signed over. */
static void
test_tails (Fixture *self,
            gconstpointer version)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  const TrinhPdfSigning signing = { .field = "Office", .place = signature_place, .time = time };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (GBytes) pdf = make_update (self, tails[i].text);
      g_autoptr (GPtrArray) signatures = NULL;
      const TrinhSignature *signature = verify_first (&signatures, self, pdf, 1);
      g_autoptr (GBytes) two = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", tails[i].name, signature->fault);
      g_assert_cmpint (signature->changes, ==, tails[i].change);
      g_assert_false (signature->valid);
      g_assert_cmpuint (signature->n_unsigned, ==, g_bytes_get_size (pdf) - g_bytes_get_size (self->pdf) - 1);
      g_assert_cmpint (trinh_pdf_check_signed (pdf, NULL, NULL), ==, tails[i].change == TRINH_PDF_CHANGE_NONE);
      two = trinh_pdf_sign (pdf, self->signer, &signing, &error);
      g_assert_cmpint (two != NULL, ==, tails[i].change == TRINH_PDF_CHANGE_NONE);
      if (two == NULL)
        g_assert_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CHECK);
    }
}

/* Signed twice, with a line's end that a program on the way put behind it, and then more than that */
static void
test_end (Fixture *self,
          gconstpointer version)
{
  static const struct
  {
    const char *text;
    gsize n_unsigned;
  } rows[] = { { "", 0 }, { "\n", 0 }, { "\r\n \n", 0 }, { "%", 1 }, { "\n%%EOF\n", 6 } };
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  const TrinhPdfSigning signing = { .field = "Office", .place = signature_place, .time = time };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) two = trinh_pdf_sign (self->pdf, self->signer, &signing, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = append (two, rows[i].text);
      g_autoptr (GPtrArray) signatures = NULL;
      const TrinhSignature *first = verify_first (&signatures, self, pdf, 2);
      const TrinhSignature *last = g_ptr_array_index (signatures, 1);

      g_test_message ("“%s”: %s", rows[i].text, last->fault);
      g_assert_cmpint (first->valid, ==, rows[i].n_unsigned == 0);
      g_assert_cmpint (last->valid, ==, rows[i].n_unsigned == 0);
      g_assert_cmpint (last->covers_whole_document, ==, rows[i].n_unsigned == 0);
      g_assert_false (first->covers_whole_document);
      g_assert_cmpint (first->changes == TRINH_PDF_CHANGE_NONE, ==, rows[i].n_unsigned == 0);
      g_assert_cmpint (last->n_unsigned > 0, ==, rows[i].n_unsigned > 0);
    }
}

/* An object in a stream of objects and the stream that names it; %s: hexadecimal digits of {n} */
#define PACKED(holder, rows, size) holder "{o} 0 obj\n<< /Type /XRef /W [ 1 4 2 ] /Index [ {n} 3 ] {T} /Size " size " /Prev {v} /Filter /ASCIIHexDecode /Length 43 >>\n" \
                                          "stream\n" rows ">\nendstream\nendobj\n" END
#define HOLDER(n, first, words) "{n} 0 obj\n<< /Type /ObjStm /N " n " /First " first " /Length 24 >>\nstream\n" words "\nendstream\nendobj\n"
#define ROWS(index, generation) "01{h1}" generation "02000000%s" index "01{h2}0000"

static void
test_streams (Fixture *self,
              gconstpointer version)
{
  static const Tail rows[] = {
    { "an object in a stream", PACKED (HOLDER ("1", "5", "{m} 0 << /A (a word) >>  "), ROWS ("0000", "0000"), "{q}"), TRINH_PDF_CHANGE_NONE },
    { "another place in it", PACKED (HOLDER ("1", "5", "{m} 0 << /A (a word) >>  "), ROWS ("0001", "0000"), "{q}"), TRINH_PDF_CHANGE_OTHER },
    { "one more in it", PACKED (HOLDER ("2", "10", "{m} 0 05 6 << >>  << >>  "), ROWS ("0000", "0000"), "{q}"), TRINH_PDF_CHANGE_OTHER },
    { "another one in it", PACKED (HOLDER ("1", "5", "05 0 << /A (a word) >>   "), ROWS ("0000", "0000"), "{q}"), TRINH_PDF_CHANGE_OTHER },
    { "a generation", PACKED (HOLDER ("1", "5", "{m} 0 << /A (a word) >>  "), ROWS ("0000", "ffff"), "{q}"), TRINH_PDF_CHANGE_OTHER },
    { "too small a size", PACKED (HOLDER ("1", "5", "{m} 0 << /A (a word) >>  "), ROWS ("0000", "0000"), "{o}"), TRINH_PDF_CHANGE_OTHER },
    { "a hidden object", PACKED (HOLDER ("1", "5", "{m} 0 << /A (a word) >>  ") "% {c} 0 obj\n", ROWS ("0000", "0000"), "{q}"), TRINH_PDF_CHANGE_OTHER },
    { "a trailer", PACKED (HOLDER ("1", "5", "{m} 0 << /A (a word) >>  ") "% trailer\n", ROWS ("0000", "0000"), "{q}"), TRINH_PDF_CHANGE_OTHER },
  };

  g_assert_cmpint (self->n, >=, 10);
  g_assert_cmpint (self->n, <, 97);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (rows[i].text);
      g_autofree char *holder = g_strdup_printf ("%02x", self->n);
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GPtrArray) signatures = NULL;

      g_string_replace (text, "%s", holder, 0);
      pdf = make_update (self, text->str);
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (verify_first (&signatures, self, pdf, 1)->changes, ==, rows[i].change);
    }
}

/* {n} and {m} are fields, {w} what comes onto the page, {O} the second of the fields */
#define FIELDS(one, other) "{n} 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (A) " one " >>\nendobj\n" \
                           "{m} 0 obj\n<< /Type /Annot /Subtype /Widget " other " >>\nendobj\n"               \
                           "{p} 0 obj\n<< {P} /Contents {c} 0 R /Annots [ {A} {w} ] >>\nendobj\n"             \
                           "{f} 0 obj\n<< /Fields [ {F} {n} 0 R {O} ] /SigFlags 3 >>\nendobj\n"               \
                           "xref\n{n} 2\n{1} 00000 n \n{2} 00000 n \n{p} 1\n{3} 00000 n \n{f} 1\n{4} 00000 n \n" TRAILER ("{u}")
#define SIGNED "/V << /Type /Sig >> "
#define STAMPED "/V << /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 >> "

/* What is drawn for signatures that came later hides nothing of what was signed. */
static void
test_places (Fixture *self,
             gconstpointer version)
{
  static const struct
  {
    const char *text;
    const char *on_page;
    const char *field; /* the second one */
    guint n;
    TrinhPdfChange change;
  } rows[] = {
    { FIELDS (SIGNED "/Rect [ 0 0 250 330 ]", ""), "{n} 0 R", "", 2, TRINH_PDF_CHANGE_NONE },
    { FIELDS (SIGNED "/Rect [ 0 0 250 335 ]", ""), "{n} 0 R", "", 2, TRINH_PDF_CHANGE_OTHER },
    { FIELDS (SIGNED "/Rect [ 0 0 90 90 ]", ""), "{n} 0 R {n} 0 R", "", 2, TRINH_PDF_CHANGE_OTHER },
    { FIELDS (SIGNED "/Kids [ {m} 0 R ]", "/Rect [ 0 0 90 90 ]"), "{m} 0 R", "", 2, TRINH_PDF_CHANGE_NONE },
    { FIELDS (SIGNED "/Kids [ {m} 0 R {n} 0 R ] /Rect [ 0 0 90 90 ]", "/Rect [ 0 0 90 90 ]"), "{m} 0 R {n} 0 R", "", 2, TRINH_PDF_CHANGE_OTHER },
    { FIELDS (SIGNED "/Rect [ 0 0 200 200 ]", "/FT /Sig /T (B) " SIGNED "/Rect [ 0 0 200 200 ]"), "{n} 0 R {m} 0 R", "{m} 0 R", 3, TRINH_PDF_CHANGE_NONE },
    { FIELDS (SIGNED "/Rect [ 0 0 200 200 ]", "/FT /Sig /T (B) " SIGNED "/Rect [ 0 0 250 250 ]"), "{n} 0 R {m} 0 R", "{m} 0 R", 3, TRINH_PDF_CHANGE_OTHER },
    { FIELDS (STAMPED "/Rect [ 0 0 0 0 ]", ""), "{n} 0 R", "", 1, TRINH_PDF_CHANGE_NONE },
    { FIELDS (STAMPED "/Rect [ 0 0 9 9 ]", ""), "{n} 0 R", "", 1, TRINH_PDF_CHANGE_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (rows[i].text);
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GPtrArray) signatures = NULL;

      g_string_replace (text, "{w}", rows[i].on_page, 0);
      g_string_replace (text, "{O}", rows[i].field, 0);
      pdf = make_update (self, text->str);
      g_test_message ("row %u", i);
      g_assert_cmpint (verify_first (&signatures, self, pdf, rows[i].n)->changes, ==, rows[i].change);
    }
}

#define CATALOG(more) "{n} 0 obj\n" STREAM "{r} 0 obj\n<< {R} " more " >>\nendobj\nxref\n{n} 1\n{1} 00000 n \n{r} 1\n{2} 00000 n \n" TRAILER ("{t}")

/* Certificates and lists of them may come later, and when the file was written last. */
static void
test_material (Fixture *self,
               gconstpointer version)
{
  static const struct
  {
    const char *text;
    TrinhPdfChange change;
  } rows[] = {
    { CATALOG ("/DSS << /Type /DSS /Certs [ {n} 0 R ] /VRI << /A1 << /Cert [ {n} 0 R ] /TU (D:2026) >> >> >>"), TRINH_PDF_CHANGE_NONE },
    { CATALOG ("/DSS << /Certs [ << /Type /Page >> ] >>"), TRINH_PDF_CHANGE_OTHER },
    { CATALOG ("/DSS << /Certs 7 >>"), TRINH_PDF_CHANGE_OTHER },
    { CATALOG ("/DSS << /A << /A << /A << /A << /A << >> >> >> >> >> >>"), TRINH_PDF_CHANGE_OTHER },
    { CATALOG ("/Metadata {n} 0 R"), TRINH_PDF_CHANGE_NONE },
    { CATALOG ("/PageMode /UseAttachments"), TRINH_PDF_CHANGE_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = make_update (self, rows[i].text);
      g_autoptr (GPtrArray) signatures = NULL;

      g_test_message ("row %u", i);
      g_assert_cmpint (verify_first (&signatures, self, pdf, 1)->changes, ==, rows[i].change);
    }
}

#define RANGE "[ 0 {a}00000000 {b}00000000 {e}00000000 ]"
#define STAMP "{n} 0 obj\n<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /ByteRange " RANGE " /Contents <30000000> >>\nendobj\n" \
              "{f} 0 obj\n<< /Fields [ {F} {m} 0 R ] /SigFlags 3 >>\nendobj\n"                                                    \
              "{m} 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (Stamp) /Rect [ 0 0 0 0 ] /V {n} 0 R >>\nendobj\n"         \
              "xref\n{n} 1\n{1} 00000 n \n{f} 1\n{2} 00000 n \n{m} 1\n{3} 00000 n \n" TRAILER ("{u}")

static void
put_number (GByteArray *bytes,
            const char *name,
            gsize number)
{
  char *place = memmem (bytes->data, bytes->len, name, strlen (name));
  char digits[16];

  g_assert_nonnull (place);
  g_snprintf (digits, sizeof digits, "%011zu", number);
  memcpy (place, digits, 11);
}

/* A time-stamp over all but @less bytes at the end, with @more behind them */
static GBytes *
stamp (const Fixture *self,
       gsize less,
       const char *more)
{
  GBytes *pdf = make_update (self, STAMP);
  g_autoptr (GByteArray) bytes = g_bytes_unref_to_array (pdf);
  gsize gap;

  gap = (gsize) ((guint8 *) memmem (bytes->data, bytes->len, "<30000000>", 10) - bytes->data);
  put_number (bytes, "{a}00000000", gap);
  put_number (bytes, "{b}00000000", gap + 10);
  put_number (bytes, "{e}00000000", bytes->len - gap - 10 - less);
  g_byte_array_append (bytes, (const guint8 *) more, (guint) strlen (more));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* It faults nobody, and nobody's bytes are good by it that it does not cover. */
static void
test_stamps (Fixture *self,
             gconstpointer version)
{
  static const struct
  {
    gsize less;
    const char *more;
    gboolean valid;
  } rows[] = { { 0, "", TRUE }, { 0, "\n", TRUE }, { 1, "", TRUE }, { 7, "", FALSE }, { 0, "%\n", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = stamp (self, rows[i].less, rows[i].more);
      g_autoptr (GPtrArray) signatures = NULL;
      const TrinhSignature *signature = verify_first (&signatures, self, pdf, 1);

      g_test_message ("row %u: %s", i, signature->fault);
      g_assert_cmpint (signature->valid, ==, rows[i].valid);
      g_assert_cmpint (signature->n_unsigned == 0, ==, rows[i].valid);
      g_assert_cmpuint (signature->n_stamps, ==, rows[i].less > 1 ? 0 : 1);
      g_assert_false (signature->covers_whole_document);
      g_assert_cmpint (signature->state, ==, TRINH_CERTIFICATE_STATE_TRUSTED);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/strict/tails", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_4), set_up, test_tails, tear_down);
  g_test_add ("/strict/streams", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_7), set_up, test_streams, tear_down);
  g_test_add ("/strict/places", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_4), set_up, test_places, tear_down);
  g_test_add ("/strict/material", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_4), set_up, test_material, tear_down);
  g_test_add ("/strict/stamps", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_4), set_up, test_stamps, tear_down);
  g_test_add ("/strict/end", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_4), set_up, test_end, tear_down);
  g_test_add ("/strict/end-of-streams", Fixture, GINT_TO_POINTER (CAIRO_PDF_VERSION_1_7), set_up, test_end, tear_down);

  return g_test_run ();
}
