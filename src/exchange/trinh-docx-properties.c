/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"

/* Ids of relations that the document part names: rId1, … in this order */
static const char *const relations[][2] = {
  { "styles", "styles.xml" },
  { "numbering", "numbering.xml" },
  { "settings", "settings.xml" },
  { "fontTable", "fontTable.xml" },
  { "header", "header1.xml" },
  { "header", "header2.xml" },
};

GBytes *
_trinh_docx_make_types (GArray *files)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "Types", "xmlns", PACKAGE "content-types", NULL);
  _trinh_docx_put (part, "Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml", NULL);
  _trinh_docx_put (part, "Default", "Extension", "xml", "ContentType", "application/xml", NULL);
  _trinh_docx_put (part, "Default", "Extension", "png", "ContentType", "image/png", NULL);
  for (guint i = 0; i < files->len; i++)
    {
      const TrinhDocxFile *file = &g_array_index (files, TrinhDocxFile, i);
      g_autofree char *name = g_strconcat ("/", file->name, NULL);

      if (file->type != NULL)
        _trinh_docx_put (part, "Override", "PartName", name, "ContentType", file->type, NULL);
    }
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

static void
put_relation (TrinhDocxPart *part,
              guint number,
              const char *type,
              const char *target)
{
  g_autofree char *id = g_strdup_printf ("rId%u", number);

  _trinh_docx_put (part, "Relationship", "Id", id, "Type", type, "Target", target, NULL);
}

GBytes *
_trinh_docx_make_package_relations (void)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "Relationships", "xmlns", PACKAGE "relationships", NULL);
  put_relation (part, 1, OFFICE "relationships/officeDocument", "word/document.xml");
  put_relation (part, 2, PACKAGE "relationships/metadata/core-properties", "docProps/core.xml");
  put_relation (part, 3, OFFICE "relationships/extended-properties", "docProps/app.xml");
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

GBytes *
_trinh_docx_make_relations (guint n_pictures)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "Relationships", "xmlns", PACKAGE "relationships", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autofree char *type = g_strconcat (OFFICE "relationships/", relations[i][0], NULL);

      put_relation (part, i + 1, type, relations[i][1]);
    }
  for (guint i = 1; i <= n_pictures; i++)
    {
      g_autofree char *id = g_strdup_printf (TRINH_DOCX_PICTURE_RELATION, i);
      g_autofree char *target = g_strdup_printf (TRINH_DOCX_PICTURE_TARGET, i);

      _trinh_docx_put (part, "Relationship", "Id", id, "Type", OFFICE "relationships/image", "Target", target, NULL);
    }
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

/* Never the clock: a report without a date has a day all the same. */
static char *
dup_time (TrinhDocument *document)
{
  guint32 julian = trinh_document_get_date (document);
  GDate date;

  g_date_clear (&date, 1);
  if (g_date_valid_julian (julian))
    g_date_set_julian (&date, julian);
  else
    g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2000);

  return g_strdup_printf ("%04u-%02u-%02uT00:00:00Z", g_date_get_year (&date), (guint) g_date_get_month (&date), g_date_get_day (&date));
}

static void
put_time (TrinhDocxPart *part,
          const char *element,
          const char *time)
{
  _trinh_docx_begin (part, element, "xsi:type", "dcterms:W3CDTF", NULL);
  _trinh_docx_add_letters (part, time);
  _trinh_docx_end (part);
}

GBytes *
_trinh_docx_make_core (TrinhDocument *document)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();
  g_autofree char *time = dup_time (document);

  _trinh_docx_begin (part, "cp:coreProperties", "xmlns:cp", PACKAGE "metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", NULL);
  _trinh_docx_put_letters (part, "dc:title", trinh_document_get_title (document));
  _trinh_docx_put_letters (part, "dc:creator", trinh_document_get_author (document));
  _trinh_docx_put_letters (part, "dc:identifier", trinh_document_get_id (document));
  _trinh_docx_put_letters (part, "dc:language", "vi-VN");
  _trinh_docx_put_letters (part, "cp:lastModifiedBy", trinh_document_get_author (document));
  put_time (part, "dcterms:created", time);
  put_time (part, "dcterms:modified", time);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

GBytes *
_trinh_docx_make_app (void)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "Properties", "xmlns", OFFICE "extended-properties", NULL);
  _trinh_docx_put_letters (part, "Application", "Trình Ký " PACKAGE_VERSION);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}
