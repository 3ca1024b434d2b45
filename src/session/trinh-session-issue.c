/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "trinh-pdf-letters.h"
#include "trinh-session-sign-private.h"

#define FONT "Times New Roman, Liberation Serif, serif"
/* Between two words, in sizes of the font */
#define SPACE 0.25
#define SMALLEST_GAP 4.0
#define USUAL_SIZE 13.0

/* A gap: what stands before it and what after it, without spaces; nothing after it: it goes to the line's end */
typedef struct
{
  const char *name;
  const char *role;
  const char *before;
  const char *after;
  double space; /* between the gap and what is after it */
} Gap;

/* On page 1, and in the note of each annex */
static const Gap gaps[] = {
  { "number", "number", "Số:", "/", 0 },
  { "number", "annex-note", "số", "/", 0 },
  { "day", "date", "ngày", "tháng", SPACE },
  { "day", "annex-note", "ngày", "tháng", SPACE },
  { "month", "date", "tháng", "năm", SPACE },
  { "month", "annex-note", "tháng", "năm", SPACE },
  { "year", "date", "năm", "", 0 },
  { "year", "annex-note", "năm", "", 0 },
};

static const char *const names[] = { "number", "day", "month", "year" };

static void
free_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
free_appearances (gpointer appearances)
{
  g_ptr_array_unref (appearances);
}

TrinhIssue *
_trinh_issue_new (void)
{
  TrinhIssue *self = g_new0 (TrinhIssue, 1);

  self->blanks = g_array_new (FALSE, FALSE, sizeof (TrinhPdfBlank));
  self->fills = g_array_new (FALSE, FALSE, sizeof (TrinhPdfFill));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->drawn = g_ptr_array_new_with_free_func (free_appearances);
  return self;
}

void
_trinh_issue_free (TrinhIssue *self)
{
  g_array_unref (self->blanks);
  g_array_unref (self->fills);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->drawn);
  g_free (self);
}

const TrinhBox *
_trinh_session_find_box (TrinhPages *pages,
                         const char *role)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      if (g_str_equal (box->role, role))
        return box;
    }
  return NULL;
}

static int
compare_letters (gconstpointer one,
                 gconstpointer other)
{
  const double difference = ((const TrinhPdfLetter *) one)->x - ((const TrinhPdfLetter *) other)->x;

  return difference < 0 ? -1 : difference > 0;
}

/* Those of the line, from left to right */
static GArray *
list_letters_in (GPtrArray *pages,
                 guint page,
                 const TrinhLine *line)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TrinhPdfLetter));
  GArray *letters = page < pages->len ? g_ptr_array_index (pages, page) : NULL;

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      const TrinhPdfLetter *letter = &g_array_index (letters, TrinhPdfLetter, i);

      if (letter->x >= line->x && letter->x <= line->x + line->width && letter->y >= line->y && letter->y <= line->y + line->height)
        g_array_append_val (found, *letter);
    }
  g_array_sort (found, compare_letters);
  return found;
}

static gboolean
stands_at (GArray *letters,
           guint place,
           const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), place++)
    if (place >= letters->len || g_array_index (letters, TrinhPdfLetter, place).letter != g_utf8_get_char (c))
      return FALSE;
  return TRUE;
}

/* Where a gap stands empty: its two neighbours follow one another. */
static gboolean
find_gap (GArray *letters,
          const TrinhBox *box,
          const TrinhLine *line,
          const Gap *gap,
          TrinhPdfPlace *place)
{
  const guint length = (guint) g_utf8_strlen (gap->before, -1);
  const gboolean at_end = gap->after[0] == '\0';

  for (guint i = 0; i + length <= letters->len; i++)
    {
      const TrinhPdfLetter *last = &g_array_index (letters, TrinhPdfLetter, i + length - 1);
      double from, to;

      if (!stands_at (letters, i, gap->before) || (at_end ? i + length != letters->len : !stands_at (letters, i + length, gap->after)))
        continue;
      from = last->x + last->width / 2 + SPACE * box->size;
      to = at_end ? line->x + line->width : last[1].x - last[1].width / 2 - gap->space * box->size;
      *place = (TrinhPdfPlace) { box->page, from, line->y, to - from, line->height };
      return place->width >= SMALLEST_GAP;
    }
  return FALSE;
}

static void
leave_blank (TrinhIssue *self,
             GPtrArray *all,
             const TrinhBox *box,
             const Gap *gap)
{
  for (guint i = 0; i < box->lines->len; i++)
    {
      const TrinhLine *line = &g_array_index (box->lines, TrinhLine, i);
      g_autoptr (GArray) letters = list_letters_in (all, box->page, line);
      TrinhPdfBlank blank = { gap->name, { 0 } };

      if (find_gap (letters, box, line, gap, &blank.place))
        g_array_append_val (self->blanks, blank);
    }
}

void
_trinh_issue_leave_blanks (TrinhIssue *self,
                           GBytes *pdf,
                           TrinhPages *pages)
{
  g_autoptr (GPtrArray) all = trinh_pdf_list_letters (pdf, NULL, NULL);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);

  for (guint i = 0; all != NULL && i < G_N_ELEMENTS (gaps); i++)
    for (guint j = 0; j < boxes->len; j++)
      {
        const TrinhBox *box = g_ptr_array_index (boxes, j);

        if (g_str_equal (box->role, gaps[i].role))
          leave_blank (self, all, box, &gaps[i]);
      }
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
lay_out (cairo_t *cr,
         const char *text,
         double size,
         gboolean italic)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_style (font, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/* As the line around it is set, in the middle of the gap; narrower where it would not fit */
static GBytes *
draw_text (const char *text,
           const TrinhPdfPlace *place,
           double size,
           gboolean italic)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, place->width, place->height);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = lay_out (cr, text, size, italic);
  PangoRectangle extents;
  double width, scale;

  pango_layout_get_extents (layout, NULL, &extents);
  width = MAX ((double) extents.width / PANGO_SCALE, 1);
  scale = MIN (1, place->width / width);
  cairo_translate (cr, (place->width - width * scale) / 2, 0);
  cairo_scale (cr, scale, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_show_page (cr);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* (nullable): what of the page the place is a gap of */
static const TrinhBox *
find_box_at (TrinhPages *pages,
             const char *name,
             const TrinhPdfPlace *place)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  const double x = place->x + place->width / 2;
  const double y = place->y + place->height / 2;

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      if (box->page != place->page || x < box->x || x > box->x + box->width || y < box->y || y > box->y + box->height)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (gaps); j++)
        if (g_str_equal (gaps[j].name, name) && g_str_equal (gaps[j].role, box->role))
          return box;
    }
  return NULL;
}

/* @value: (transfer full) */
static void
add_fill (TrinhIssue *self,
          const char *name,
          char *value,
          GArray *places,
          TrinhPages *pages)
{
  GPtrArray *appearances = g_ptr_array_new_with_free_func (free_bytes);
  const TrinhPdfFill fill = { name, value, appearances };

  for (guint i = 0; i < places->len; i++)
    {
      const TrinhPdfPlace *place = &g_array_index (places, TrinhPdfPlace, i);
      const TrinhBox *box = pages != NULL ? find_box_at (pages, name, place) : NULL;

      g_ptr_array_add (appearances, draw_text (value, place, box != NULL ? box->size : USUAL_SIZE, box != NULL && box->italic));
    }
  g_ptr_array_add (self->texts, value);
  g_ptr_array_add (self->drawn, appearances);
  g_array_append_val (self->fills, fill);
}

/* Days and the first two months have two digits, the number too (Nghị định 30/2020/NĐ-CP, Phụ lục I) */
static char *
make_value (const TrinhSigningOrder *order,
            const char *name)
{
  GDate date;

  if (g_str_equal (name, "number"))
    return order->number != NULL ? g_strdup_printf (strlen (order->number) == 1 ? "0%s" : "%s", order->number) : NULL;
  if (order->date == 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, order->date);
  if (g_str_equal (name, "day"))
    return g_strdup_printf ("%02u", g_date_get_day (&date));
  if (g_str_equal (name, "month"))
    return g_strdup_printf (g_date_get_month (&date) <= 2 ? "%02u" : "%u", (guint) g_date_get_month (&date));
  return g_strdup_printf ("%u", g_date_get_year (&date));
}

static gboolean
is_filled (TrinhIssue *self,
           const char *name)
{
  for (guint i = 0; i < self->fills->len; i++)
    if (g_str_equal (g_array_index (self->fills, TrinhPdfFill, i).name, name))
      return TRUE;
  return FALSE;
}

/* The year may be printed already; the day never is where the date is not. */
static gboolean
check_filled (TrinhIssue *self,
              const TrinhSigningOrder *order,
              GError **error)
{
  if (order->number != NULL && !is_filled (self, "number"))
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("The file has no empty field for the number: it was signed with its number, or without a report that says where it stands."));
  else if (order->date != 0 && !is_filled (self, "day"))
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("The file has no empty field for the date: it was signed with its date, or without a report that says where it stands."));
  else
    return TRUE;
  return FALSE;
}

gboolean
_trinh_issue_fill (TrinhIssue *self,
                   GBytes *pdf,
                   TrinhPages *pages,
                   const TrinhSigningOrder *order,
                   GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = make_value (order, names[i]);
      g_autoptr (GArray) places = value != NULL ? trinh_pdf_list_blanks (pdf, names[i]) : NULL;

      if (places != NULL && places->len > 0)
        add_fill (self, names[i], g_steal_pointer (&value), places, pages);
    }
  return check_filled (self, order, error);
}

void
_trinh_issue_give (TrinhIssue *self,
                   TrinhPdfSigning *signing)
{
  signing->blanks = (const TrinhPdfBlank *) (gpointer) self->blanks->data;
  signing->n_blanks = self->blanks->len;
  signing->fills = (const TrinhPdfFill *) (gpointer) self->fills->data;
  signing->n_fills = self->fills->len;
}
