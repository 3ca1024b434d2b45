/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-sheet-private.h"

struct _TrinhWorkbook
{
  char *name;
  GPtrArray *sheets; /* of TrinhSheet */
  guint n_cells;
  gsize n_bytes;
};

G_DEFINE_BOXED_TYPE (TrinhWorkbook, trinh_workbook, trinh_workbook_ref, trinh_workbook_unref)

TrinhWorkbook *
_trinh_workbook_new (const char *name)
{
  TrinhWorkbook *self = g_rc_box_new0 (TrinhWorkbook);

  self->name = g_strdup (name);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) _trinh_sheet_free);

  return self;
}

TrinhSheet *
_trinh_workbook_add_sheet (TrinhWorkbook *self,
                           const char *name)
{
  TrinhSheet *sheet = _trinh_sheet_new (self, name);

  g_ptr_array_add (self->sheets, sheet);

  return sheet;
}

gboolean
_trinh_workbook_spend (TrinhWorkbook *self,
                       gsize size,
                       GError **error)
{
  if (self->n_cells < TRINH_WORKBOOK_MAX_CELLS && size <= TRINH_WORKBOOK_MAX_LETTERS - self->n_bytes)
    {
      self->n_cells++;
      self->n_bytes += size;
      return TRUE;
    }

  if (self->name[0] != '\0')
    _trinh_package_set_too_large (self->name, error);
  else
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE, _ ("What was copied holds more than can be read. Copy only the table."));

  return FALSE;
}

static void
clear (gpointer data)
{
  TrinhWorkbook *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->sheets);
}

TrinhWorkbook *
trinh_workbook_ref (TrinhWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

void
trinh_workbook_unref (TrinhWorkbook *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}

const char *
trinh_workbook_get_name (TrinhWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

guint
trinh_workbook_get_n_sheets (TrinhWorkbook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

TrinhSheet *
trinh_workbook_get_sheet (TrinhWorkbook *self,
                          guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->sheets->len, NULL);

  return self->sheets->pdata[position];
}

void
_trinh_workbook_set_damaged (TrinhWorkbook *self,
                             const char *what,
                             GError **error)
{
  g_set_error (error,
               TRINH_EXCHANGE_ERROR,
               TRINH_EXCHANGE_ERROR_READ,
               _ ("“%s” could not be read: %s. Open it in the program it comes from, save it again, and try once more."),
               self->name,
               what);
}

static void
set_open_error (const char *name,
                const GError *reason,
                GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("“%s” does not exist."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("“%s” is a folder; name a file in it."), name);
  else
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("“%s” could not be opened: %s"), name, reason->message);
}

static gboolean
refuse_size (GFile *file,
             const char *name,
             GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_size (info) <= TRINH_WORKBOOK_MAX_SIZE)
    return FALSE;

  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE, _ ("“%s” is too large: at most %d MiB are read. Leave only the tables that the report needs in it."), name, TRINH_WORKBOOK_MAX_SIZE / 1024 / 1024);

  return TRUE;
}

static gboolean
begins_with (GBytes *bytes,
             const char *signature)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= strlen (signature) && memcmp (data, signature, strlen (signature)) == 0;
}

/* What people pick by mistake */
static gboolean
refuse_foreign (TrinhWorkbook *self,
                GBytes *bytes,
                GError **error)
{
  static const char *const signatures[] = { "%PDF", "\x89PNG", "\xff\xd8\xff", "{\\rtf", "GIF8", "SQLite", "7z\xbc\xaf", "Rar!", "\x1f\x8b" };

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (begins_with (bytes, signatures[i]))
      {
        g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_FOREIGN, _ ("“%s” is no table. Choose a file of the kind .xlsx, .xls, .ods, .csv or .tsv; a table in a document can be copied and pasted."), self->name);
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_package (TrinhWorkbook *self,
              GBytes *bytes,
              GError **error)
{
  static const char *const wanted[] = { "xl/workbook.xml", "xl/_rels/", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/", "content.xml", "META-INF/manifest.xml", NULL };
  g_autoptr (GHashTable) package = _trinh_package_load (bytes, self->name, wanted, error);

  if (package == NULL)
    return FALSE;
  if (g_hash_table_contains (package, "xl/workbook.xml"))
    return _trinh_workbook_read_xlsx (self, package, error);
  if (g_hash_table_contains (package, "content.xml"))
    return _trinh_workbook_read_ods (self, package, error);

  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_FOREIGN, _ ("“%s” is no spreadsheet. Choose a file of the kind .xlsx, .xls, .ods, .csv or .tsv; a table in a document can be copied and pasted."), self->name);

  return FALSE;
}

static gboolean
read_bytes (TrinhWorkbook *self,
            GBytes *bytes,
            GError **error)
{
  if (refuse_foreign (self, bytes, error))
    return FALSE;
  if (g_bytes_get_size (bytes) == 0)
    {
      _trinh_workbook_set_damaged (self, _ ("it is empty"), error);
      return FALSE;
    }
  if (begins_with (bytes, "PK"))
    return read_package (self, bytes, error);
  if (begins_with (bytes, "\xd0\xcf\x11\xe0") || begins_with (bytes, "\x09\x08"))
    return _trinh_workbook_read_xls (self, bytes, error);

  return _trinh_workbook_read_text (self, bytes, error);
}

TrinhWorkbook *
trinh_workbook_load (GFile *file,
                     GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (TrinhWorkbook) self = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  if (refuse_size (file, name, error))
    return NULL;
  bytes = g_file_load_bytes (file, NULL, NULL, &local_error);
  if (bytes == NULL)
    {
      set_open_error (name, local_error, error);
      return NULL;
    }

  self = _trinh_workbook_new (name);

  return read_bytes (self, bytes, error) && !_trinh_workbook_refuse_letters (self, error) ? g_steal_pointer (&self) : NULL;
}
