/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-private.h"

#define PDF_MAX_SIZE (256 * 1024 * 1024)
/* What the file can hold is 2 147 483 647. */
#define MAX_REVISION 2000000000u

static void
set_open_error (GFile *file,
                const GError *reason,
                GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” does not exist."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” is a folder; name a file in it."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” could not be opened: you may not read it. Ask its owner for the right."), name);
  else
    g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” could not be opened: %s"), name, reason->message);
}

GBytes *
trinh_session_read_bytes (GFile *file,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = g_file_load_bytes (file, NULL, NULL, &local_error);
  if (bytes == NULL)
    set_open_error (file, local_error, error);

  return bytes;
}

/* The first bytes tell what a file is, whatever its name says. */
static gboolean
read_head (GFile *file,
           char *head,
           gsize size,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local_error);

  memset (head, 0, size);
  if (stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), head, size - 1, NULL, NULL, &local_error))
    return TRUE;

  set_open_error (file, local_error, error);

  return FALSE;
}

/* What people pick by mistake: a spreadsheet, a document, a picture. */
static gboolean
refuse_foreign (GFile *file,
                const char *head,
                GError **error)
{
  static const char *const signatures[] = { "PK\3\4", "\x89PNG", "\xff\xd8\xff", "\xd0\xcf\x11\xe0", "{\\rtf", "SQLi", "GIF8" };

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (g_str_has_prefix (head, signatures[i]))
      {
        g_autofree char *name = g_file_get_parse_name (file);

        g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” is no report. Choose a .trinhky file, or a PDF that this program has made."), name);
        return TRUE;
      }

  return FALSE;
}

/* Every edit counts one on, and where the counting ends nothing could be saved any more. @report: (transfer full) (nullable) */
static TrinhReport *
check_revision (TrinhReport *report,
                const char *name,
                GError **error)
{
  if (report == NULL || trinh_report_get_revision (report) <= MAX_REVISION)
    return report;
  g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” says that it is revision %u of the report; no report is changed so often, and it could not be changed any more. Ask for the file again from whoever sent it."), name, trinh_report_get_revision (report));
  g_object_unref (report);

  return NULL;
}

TrinhReport *
_trinh_session_read_pdf (TrinhSession *self,
                         GBytes *pdf,
                         const char *name,
                         GError **error)
{
  const TrinhFormats *formats = _trinh_session_get_formats ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;

  /* A command looked, and it was none: trinh_cli_needs_module() */
  if (formats == NULL)
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” is a PDF that cannot be read from where it is. Save it as a file of its own and try again."), name);
      return NULL;
    }
  bytes = formats->read_attachment (pdf, &local_error);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” carries no report. Choose a PDF that this program has made, or a .trinhky file."), name);
      return NULL;
    }
  if (bytes == NULL)
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” could not be read: %s"), name, local_error->message);
      return NULL;
    }
  document = trinh_json_document_parse (bytes, name, error);

  return document != NULL ? check_revision (trinh_report_load (document, trinh_session_get_library (self), error), name, error) : NULL;
}

static TrinhReport *
read_pdf (TrinhSession *self,
          GFile *file,
          GBytes **bytes,
          GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) pdf = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > PDF_MAX_SIZE)
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("“%s” is too large for a report. Choose a PDF that this program has made."), name);
      return NULL;
    }
  pdf = trinh_session_read_bytes (file, error);
  if (pdf != NULL && bytes != NULL)
    *bytes = g_bytes_ref (pdf);

  return pdf != NULL ? _trinh_session_read_pdf (self, pdf, name, error) : NULL;
}

gboolean
trinh_session_is_pdf (GFile *file)
{
  char head[6];

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return read_head (file, head, sizeof head, NULL) && g_str_has_prefix (head, "%PDF");
}

TrinhReport *
_trinh_session_read_file (TrinhSession *self,
                          GFile *file,
                          GBytes **pdf,
                          GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  char head[6];

  if (!read_head (file, head, sizeof head, error) || refuse_foreign (file, head, error))
    return NULL;
  if (g_str_has_prefix (head, "%PDF"))
    return read_pdf (self, file, pdf, error);

  return check_revision (trinh_report_load_file (file, trinh_session_get_library (self), error), name, error);
}

TrinhReport *
trinh_session_read_file (TrinhSession *self,
                         GFile *file,
                         GError **error)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return _trinh_session_read_file (self, file, NULL, error);
}
