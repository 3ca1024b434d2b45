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
/* From a letter's middle to its edge and a little more, in sizes of the font */
#define HALF_LETTER 0.4
#define SMALLEST_GAP 4.0
#define USUAL_SIZE 13.0

/* A gap: what stands before it and what after it, without spaces; nothing after it: it goes to the box's end */
typedef struct
{
  const char *name;
  const char *role;
  const char *before;
  const char *after;
} Gap;

static const Gap gaps[] = {
  { "number", "number", "Số:", "/" },
  { "day", "date", "ngày", "tháng" },
  { "month", "date", "tháng", "năm" },
  { "year", "date", "năm", "" },
};

static void
free_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

TrinhIssue *
_trinh_issue_new (void)
{
  TrinhIssue *self = g_new0 (TrinhIssue, 1);

  self->blanks = g_array_new (FALSE, FALSE, sizeof (TrinhPdfBlank));
  self->fills = g_array_new (FALSE, FALSE, sizeof (TrinhPdfFill));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->drawn = g_ptr_array_new_with_free_func (free_bytes);
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

/* Those of the box, from left to right */
static GArray *
list_letters_in (GPtrArray *pages,
                 const TrinhBox *box)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TrinhPdfLetter));
  GArray *letters = box->page < pages->len ? g_ptr_array_index (pages, box->page) : NULL;

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      const TrinhPdfLetter *letter = &g_array_index (letters, TrinhPdfLetter, i);

      if (letter->x >= box->x && letter->x <= box->x + box->width && letter->y >= box->y && letter->y <= box->y + box->height)
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
          const Gap *gap,
          TrinhPdfPlace *place)
{
  const guint length = (guint) g_utf8_strlen (gap->before, -1);

  for (guint i = 0; i + length <= letters->len; i++)
    {
      const gboolean at_end = gap->after[0] == '\0';
      double from, to;

      if (!stands_at (letters, i, gap->before) || (at_end ? i + length != letters->len : !stands_at (letters, i + length, gap->after)))
        continue;
      from = g_array_index (letters, TrinhPdfLetter, i + length - 1).x + HALF_LETTER * box->size;
      to = at_end ? box->x + box->width : g_array_index (letters, TrinhPdfLetter, i + length).x - HALF_LETTER * box->size;
      *place = (TrinhPdfPlace) { box->page, from, box->y, to - from, box->height };
      return place->width >= SMALLEST_GAP;
    }
  return FALSE;
}

void
_trinh_issue_leave_blanks (TrinhIssue *self,
                           GBytes *pdf,
                           TrinhPages *pages)
{
  g_autoptr (GPtrArray) all = trinh_pdf_list_letters (pdf, NULL, NULL);

  for (guint i = 0; all != NULL && i < G_N_ELEMENTS (gaps); i++)
    {
      const TrinhBox *box = _trinh_session_find_box (pages, gaps[i].role);
      g_autoptr (GArray) letters = box != NULL ? list_letters_in (all, box) : NULL;
      TrinhPdfBlank blank = { gaps[i].name, { 0 } };

      if (letters != NULL && find_gap (letters, box, &gaps[i], &blank.place))
        g_array_append_val (self->blanks, blank);
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

static void
add_fill (TrinhIssue *self,
          const char *name,
          const TrinhPdfPlace *place,
          const TrinhBox *box,
          char *value)
{
  const TrinhPdfFill fill = { name, value, draw_text (value, place, box != NULL ? box->size : USUAL_SIZE, box != NULL && box->italic) };

  g_ptr_array_add (self->texts, value);
  g_ptr_array_add (self->drawn, fill.appearance);
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
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autofree char *value = make_value (order, gaps[i].name);
      TrinhPdfPlace place;

      if (value != NULL && trinh_pdf_has_blank (pdf, gaps[i].name, &place))
        add_fill (self, gaps[i].name, &place, pages != NULL ? _trinh_session_find_box (pages, gaps[i].role) : NULL, g_steal_pointer (&value));
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
