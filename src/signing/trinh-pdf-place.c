/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <math.h>

#include "trinh-pdf-place.h"

#define A4_WIDTH 595
#define A4_HEIGHT 842

typedef struct
{
  double left;
  double bottom;
  double right;
  double top;
} Rectangle;

static gboolean
read_rectangle (TrinhPdfSource *source,
                qpdf_oh array,
                Rectangle *rectangle)
{
  double *const sides[] = { &rectangle->left, &rectangle->bottom, &rectangle->right, &rectangle->top };

  if (!qpdf_oh_is_array (source->qpdf, array) || qpdf_oh_get_array_n_items (source->qpdf, array) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      qpdf_oh side = qpdf_oh_get_array_item (source->qpdf, array, i);

      if (!qpdf_oh_is_number (source->qpdf, side))
        return FALSE;
      *sides[i] = qpdf_oh_get_numeric_value (source->qpdf, side);
    }
  return TRUE;
}

/* A page may have its size from those above it. */
static Rectangle
get_media_box (TrinhPdfSource *source,
               qpdf_oh page)
{
  Rectangle box = { 0, 0, A4_WIDTH, A4_HEIGHT };

  for (guint depth = 0; depth < TRINH_PDF_DEEPEST && qpdf_oh_is_dictionary (source->qpdf, page); depth++)
    {
      if (read_rectangle (source, trinh_pdf_source_get (source, page, "/MediaBox"), &box))
        break;
      page = trinh_pdf_source_get (source, page, "/Parent");
    }
  return box;
}

char *
trinh_pdf_place_dup_rectangle (TrinhPdfSource *source,
                               const TrinhPdfPlace *place)
{
  const Rectangle box = get_media_box (source, qpdf_get_page_n (source->qpdf, place->page));
  const double sides[] = { box.left + place->x, box.top - place->y - place->height, box.left + place->x + place->width, box.top - place->y };
  GString *text = g_string_new ("[ ");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (text, "%s ", g_ascii_formatd (number, sizeof number, "%.2f", sides[i]));
  g_string_append_c (text, ']');
  return g_string_free_and_steal (text);
}

double
trinh_pdf_measure_rectangle (TrinhPdfSource *source,
                             qpdf_oh array)
{
  Rectangle box;

  return read_rectangle (source, array, &box) ? fabs ((box.right - box.left) * (box.top - box.bottom)) : INFINITY;
}

static gboolean
find_page (TrinhPdfSource *source,
           qpdf_oh widget,
           guint *number)
{
  const int id = qpdf_oh_get_object_id (source->qpdf, trinh_pdf_source_get (source, widget, "/P"));
  const int n_pages = qpdf_get_num_pages (source->qpdf);

  for (int i = 0; id > 0 && i < n_pages; i++)
    if (qpdf_oh_get_object_id (source->qpdf, qpdf_get_page_n (source->qpdf, (size_t) i)) == id)
      {
        *number = (guint) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
trinh_pdf_place_read (TrinhPdfSource *source,
                      qpdf_oh widget,
                      TrinhPdfPlace *place)
{
  Rectangle box, own;
  guint page;

  if (!find_page (source, widget, &page) || !read_rectangle (source, trinh_pdf_source_get (source, widget, "/Rect"), &own))
    return FALSE;
  box = get_media_box (source, qpdf_get_page_n (source->qpdf, page));
  *place = (TrinhPdfPlace) { page, own.left - box.left, box.top - own.top, own.right - own.left, own.top - own.bottom };
  return TRUE;
}

char *
trinh_pdf_dup_text_string (const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  GString *digits = g_string_new ("<feff");

  for (glong i = 0; units != NULL && i < length; i++)
    g_string_append_printf (digits, "%04x", units[i]);
  g_string_append_c (digits, '>');
  return g_string_free_and_steal (digits);
}

gboolean
trinh_pdf_field_is_blank (TrinhPdfSource *source,
                          const TrinhPdfField *field)
{
  g_autofree char *value = NULL;

  if (field == NULL || !g_str_equal (field->type, "Tx") || qpdf_oh_get_object_id (source->qpdf, field->object) == 0)
    return FALSE;
  value = trinh_pdf_source_dup_text (source, trinh_pdf_source_get (source, field->object, "/V"));
  return value[0] == '\0';
}

GArray *
trinh_pdf_list_widgets (TrinhPdfSource *source,
                        qpdf_oh field)
{
  GArray *widgets = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_oh children = trinh_pdf_source_get (source, field, "/Kids");

  if (!qpdf_oh_is_array (source->qpdf, children))
    g_array_append_val (widgets, field);
  else
    for (int i = 0; i < qpdf_oh_get_array_n_items (source->qpdf, children); i++)
      {
        qpdf_oh child = qpdf_oh_get_array_item (source->qpdf, children, i);

        g_array_append_val (widgets, child);
      }
  return widgets;
}

/* (transfer full) (nullable) (element-type TrinhPdfPlace) */
static GArray *
list_places (GBytes *pdf,
             const char *name,
             gboolean blank)
{
  g_autoptr (TrinhPdfSource) source = trinh_pdf_source_open (pdf, NULL);
  g_autoptr (GPtrArray) fields = source != NULL ? trinh_pdf_source_list_fields (source) : NULL;
  const TrinhPdfField *field = fields != NULL ? trinh_pdf_find_field (fields, name) : NULL;
  g_autoptr (GArray) widgets = NULL;
  g_autoptr (GArray) places = NULL;

  if (field == NULL || (blank && !trinh_pdf_field_is_blank (source, field)))
    return NULL;
  widgets = trinh_pdf_list_widgets (source, field->object);
  places = g_array_new (FALSE, FALSE, sizeof (TrinhPdfPlace));
  for (guint i = 0; i < widgets->len; i++)
    {
      TrinhPdfPlace place;

      if (!trinh_pdf_place_read (source, g_array_index (widgets, qpdf_oh, i), &place))
        return NULL;
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

GArray *
trinh_pdf_list_blanks (GBytes *pdf,
                       const char *name)
{
  g_autofree char *full = NULL;
  GArray *places;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  full = g_strconcat (TRINH_PDF_FIELD_GROUP, ".", name, NULL);
  places = list_places (pdf, full, TRUE);
  return places != NULL ? places : g_array_new (FALSE, FALSE, sizeof (TrinhPdfPlace));
}

gboolean
trinh_pdf_has_blank (GBytes *pdf,
                     const char *name)
{
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  places = trinh_pdf_list_blanks (pdf, name);
  return places->len > 0;
}

char *
trinh_pdf_dup_field (GBytes *pdf,
                     const char *name)
{
  g_autoptr (TrinhPdfSource) source = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *full = NULL;
  const TrinhPdfField *field;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  source = trinh_pdf_source_open (pdf, NULL);
  if (source == NULL)
    return NULL;
  fields = trinh_pdf_source_list_fields (source);
  full = g_strconcat (TRINH_PDF_FIELD_GROUP, ".", name, NULL);
  field = trinh_pdf_find_field (fields, full);

  return field != NULL ? trinh_pdf_source_dup_text (source, trinh_pdf_source_get (source, field->object, "/V")) : NULL;
}

gboolean
trinh_pdf_find_signature (GBytes *pdf,
                          const char *field,
                          TrinhPdfPlace *place)
{
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  places = list_places (pdf, field, FALSE);
  if (places == NULL || places->len == 0)
    return FALSE;
  *place = g_array_index (places, TrinhPdfPlace, 0);
  return TRUE;
}
