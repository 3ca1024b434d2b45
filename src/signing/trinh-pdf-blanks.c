/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a signature's update draws on pages, and the fields of text that one leaves and the next one fills. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-sign-private.h"

/* Print, and locked: nobody drags a signature elsewhere (ISO 32000-1, 12.5.3). */
#define WIDGET_FLAGS 132
#define READ_ONLY 1

void
trinh_pdf_making_update_object (TrinhPdfMaking *self,
                                qpdf_oh object,
                                const char *text)
{
  trinh_pdf_update_add (self->update, qpdf_oh_get_object_id (self->source->qpdf, object), qpdf_oh_get_generation (self->source->qpdf, object), text);
}

void
trinh_pdf_making_put_on_page (TrinhPdfMaking *self,
                              guint page,
                              int id)
{
  GString *ids = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));

  if (ids == NULL)
    {
      ids = g_string_new (NULL);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), ids);
    }
  g_string_append_printf (ids, "%d 0 R ", id);
}

/* What every widget says of where it is and how it looks */
char *
trinh_pdf_making_dup_widget (TrinhPdfMaking *self,
                             const TrinhPdfPlace *place,
                             int appearance)
{
  g_autofree char *rectangle = trinh_pdf_place_dup_rectangle (self->source, place);
  qpdf_oh page = qpdf_get_page_n (self->source->qpdf, place->page);

  return g_strdup_printf ("/Type /Annot /Subtype /Widget /Rect %s /F %d /P %d %d R /AP << /N %d 0 R >>", rectangle, WIDGET_FLAGS, qpdf_oh_get_object_id (self->source->qpdf, page), qpdf_oh_get_generation (self->source->qpdf, page), appearance);
}

int
trinh_pdf_making_graft_picture (TrinhPdfMaking *self,
                                const TrinhPdfPlace *place,
                                GBytes *picture,
                                GError **error)
{
  const double width = MAX (place->width, 1);
  const double height = MAX (place->height, 1);
  g_autoptr (GBytes) page = picture != NULL ? trinh_picture_to_pdf (picture, width, height, error)
                                            : trinh_picture_make_empty (width, height, error);

  return page != NULL ? trinh_pdf_update_graft (self->update, page, error) : 0;
}

static gboolean
has_field (TrinhPdfMaking *self,
           const char *name)
{
  g_autofree char *full = g_strconcat (TRINH_PDF_FIELD_GROUP, ".", name, NULL);

  return trinh_pdf_find_field (self->fields, full) != NULL;
}

/* (transfer full) (nullable): what a place of a blank field says of itself, its page told of it */
static char *
make_blank_widget (TrinhPdfMaking *self,
                   const TrinhPdfPlace *place,
                   int id,
                   GError **error)
{
  const int appearance = trinh_pdf_making_graft_picture (self, place, NULL, error);

  if (appearance == 0)
    return NULL;
  trinh_pdf_making_put_on_page (self, place->page, id);
  return trinh_pdf_making_dup_widget (self, place, appearance);
}

/* One place is the field itself, as other programs write it. */
static gboolean
add_blank (TrinhPdfMaking *self,
           const GPtrArray *blanks,
           int group,
           GString *children,
           GError **error)
{
  const TrinhPdfBlank *first = blanks->pdata[0];
  const int id = trinh_pdf_update_reserve (self->update);
  g_autofree char *name = trinh_pdf_dup_text_string (first->name);
  g_autoptr (GString) places = g_string_new (blanks->len > 1 ? "/Kids [ " : NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < blanks->len; i++)
    {
      const int place = blanks->len > 1 ? trinh_pdf_update_reserve (self->update) : id;
      g_autofree char *members = make_blank_widget (self, &((const TrinhPdfBlank *) blanks->pdata[i])->place, place, error);
      g_autofree char *widget = NULL;

      if (members == NULL)
        return FALSE;
      if (place == id)
        {
          g_string_append (places, members);
          continue;
        }
      widget = g_strdup_printf ("<< %s /Parent %d 0 R >>", members, id);
      trinh_pdf_update_add (self->update, place, 0, widget);
      g_string_append_printf (places, "%d 0 R ", place);
    }
  text = g_strdup_printf ("<< %s%s /FT /Tx /T %s /Parent %d 0 R /Ff %d /DA (0 g) >>", places->str, blanks->len > 1 ? "]" : "", name, group, READ_ONLY);
  trinh_pdf_update_add (self->update, id, 0, text);
  g_string_append_printf (children, "%d 0 R ", id);
  return TRUE;
}

/* Those of the name of the @first, if it is the first of its name. (transfer full) (nullable) (element-type TrinhPdfBlank) */
static GPtrArray *
list_blanks_of_name (const TrinhPdfSigning *signing,
                     guint first)
{
  GPtrArray *blanks = g_ptr_array_new ();

  for (guint i = 0; i < signing->n_blanks; i++)
    if (g_str_equal (signing->blanks[i].name, signing->blanks[first].name))
      g_ptr_array_add (blanks, (gpointer) &signing->blanks[i]);
  if (blanks->pdata[0] == &signing->blanks[first])
    return blanks;
  g_ptr_array_unref (blanks);
  return NULL;
}

/* A name has no full stop of its own (12.7.3.2), so they hang under a field without a kind. */
gboolean
trinh_pdf_making_add_blanks (TrinhPdfMaking *self,
                             GError **error)
{
  g_autoptr (GString) children = g_string_new (NULL);
  g_autofree char *name = trinh_pdf_dup_text_string (TRINH_PDF_FIELD_GROUP);
  g_autofree char *text = NULL;
  int group;

  for (guint i = 0; i < self->signing->n_blanks; i++)
    if (has_field (self, self->signing->blanks[i].name))
      return TRUE;
  if (self->signing->n_blanks == 0)
    return TRUE;
  group = trinh_pdf_update_reserve (self->update);
  for (guint i = 0; i < self->signing->n_blanks; i++)
    {
      g_autoptr (GPtrArray) blanks = list_blanks_of_name (self->signing, i);

      if (blanks != NULL && !add_blank (self, blanks, group, children, error))
        return FALSE;
    }
  text = g_strdup_printf ("<< /T %s /Kids [ %s] >>", name, children->str);
  trinh_pdf_update_add (self->update, group, 0, text);
  g_string_append_printf (self->new_fields, "%d 0 R ", group);
  return TRUE;
}

/* @more: members that take the place of those in @changed */
static void
change_object (TrinhPdfMaking *self,
               qpdf_oh object,
               const char *const *changed,
               const char *more)
{
  g_autofree char *members = trinh_pdf_source_dup_members (self->source, object, changed);
  g_autofree char *text = g_strdup_printf ("<< %s%s >>", members, more);

  trinh_pdf_making_update_object (self, object, text);
}

/* What says the value, and what shows it: one object where the field has one place */
static gboolean
fill_places (TrinhPdfMaking *self,
             const TrinhPdfFill *fill,
             qpdf_oh field,
             const GArray *widgets,
             GError **error)
{
  static const char *const filled[] = { "/V", "/Ff", NULL };
  static const char *const drawn[] = { "/AP", NULL };
  static const char *const both[] = { "/V", "/Ff", "/AP", NULL };
  const gboolean is_own = !qpdf_oh_has_key (self->source->qpdf, field, "/Kids");
  g_autofree char *text = trinh_pdf_dup_text_string (fill->value);
  g_autofree char *value = g_strdup_printf ("/V %s /Ff %d", text, READ_ONLY);

  for (guint i = 0; i < widgets->len; i++)
    {
      const int appearance = trinh_pdf_update_graft (self->update, fill->appearances->pdata[i], error);
      g_autofree char *members = g_strdup_printf ("%s /AP << /N %d 0 R >>", is_own ? value : "", appearance);

      if (appearance == 0)
        return FALSE;
      change_object (self, g_array_index (widgets, qpdf_oh, i), is_own ? both : drawn, members);
    }
  if (!is_own)
    change_object (self, field, filled, value);
  return TRUE;
}

gboolean
trinh_pdf_making_fill_field (TrinhPdfMaking *self,
                             const TrinhPdfFill *fill,
                             GError **error)
{
  g_autofree char *full = g_strconcat (TRINH_PDF_FIELD_GROUP, ".", fill->name, NULL);
  const TrinhPdfField *field = trinh_pdf_find_field (self->fields, full);
  g_autoptr (GArray) widgets = field != NULL ? trinh_pdf_list_widgets (self->source, field->object) : NULL;

  if (!trinh_pdf_field_is_blank (self->source, field) || widgets == NULL || widgets->len != fill->appearances->len)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("The file has no empty field “%s” that could be filled."), full);
      return FALSE;
    }
  return fill_places (self, fill, field->object, widgets, error);
}
