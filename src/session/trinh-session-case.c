/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Everything about one report in one archive: what was signed, its data, and who changed what. */

#include "config.h"

#include <string.h>

#include "trinh-archive.h"
#include "trinh-session-review-private.h"

#define JOURNAL_FORMAT "trinhky-journal/1"

static void
free_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

typedef struct
{
  GPtrArray *names; /* of static strings */
  GPtrArray *bytes;
} Case;

static void
add (Case *self,
     const char *name,
     GBytes *bytes)
{
  g_ptr_array_add (self->names, (gpointer) name);
  g_ptr_array_add (self->bytes, bytes);
}

static GBytes *
make_text (JsonNode *node)
{
  char *text = trinh_json_to_text (node);

  return g_bytes_new_take (text, strlen (text));
}

/* Oldest first, as one reads it */
static JsonArray *
reverse (JsonNode *rows)
{
  JsonArray *array = json_node_get_array (rows);
  JsonArray *reversed = json_array_new ();

  for (guint i = json_array_get_length (array); i > 0; i--)
    json_array_add_element (reversed, json_array_dup_element (array, i - 1));
  return reversed;
}

static GBytes *
make_journal (TrinhWork *work,
              GError **error)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (JsonNode) rows = trinh_store_list_journal (trinh_work_get_store (work), trinh_report_get_id (report), NULL, 0, error);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonNode *steps = trinh_report_get_member (report, "journal");

  if (rows == NULL)
    return NULL;
  json_object_set_string_member (object, "format", JOURNAL_FORMAT);
  json_object_set_string_member (object, "report", trinh_report_get_id (report));
  if (steps != NULL)
    json_object_set_member (object, "steps", json_node_copy (steps));
  else
    json_object_set_array_member (object, "steps", json_array_new ());
  json_object_set_array_member (object, "rows", reverse (rows));
  node = json_node_init_object (json_node_alloc (), object);

  return make_text (node);
}

static const char *
name_scan (const char *media_type)
{
  if (g_strcmp0 (media_type, "image/png") == 0)
    return "scan.png";
  if (g_strcmp0 (media_type, "image/jpeg") == 0)
    return "scan.jpg";
  return g_strcmp0 (media_type, "image/tiff") == 0 ? "scan.tiff" : "scan.pdf";
}

/* The signed PDF; of a report that has none the PDF as it would be sent, and the scan where there is one. */
static gboolean
add_pdf (Case *self,
         TrinhWork *work,
         GError **error)
{
  g_autoptr (TrinhStep) step = _trinh_session_find_signed (trinh_work_get_report (work));
  const gboolean scanned = step != NULL && trinh_step_get_kind (step) == TRINH_STEP_SIGN_ON_PAPER;
  g_autofree char *media_type = NULL;
  GBytes *file = NULL;
  GBytes *pdf;

  if (step != NULL)
    {
      file = trinh_store_get_file (trinh_work_get_store (work), trinh_step_get_file_sha256 (step), NULL, &media_type, error);
      if (file == NULL)
        return FALSE;
      add (self, scanned ? name_scan (media_type) : "report.pdf", file);
    }
  if (file != NULL && !scanned)
    return TRUE;
  pdf = trinh_session_export_bytes (trinh_work_get_evaluation (work), TRINH_EXPORT_PDF, error);
  if (pdf == NULL)
    return FALSE;
  add (self, "report.pdf", pdf);
  return TRUE;
}

/* As sha256sum writes and checks them */
static GBytes *
make_sums (Case *self)
{
  GString *sums = g_string_new (NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes->pdata[i]);

      g_string_append_printf (sums, "%s  %s\n", sha256, (const char *) self->names->pdata[i]);
    }
  return g_string_free_to_bytes (sums);
}

static GBytes *
pack (Case *self,
      GError **error)
{
  g_autofree TrinhArchiveFile *files = g_new0 (TrinhArchiveFile, self->names->len);

  for (guint i = 0; i < self->names->len; i++)
    files[i] = (TrinhArchiveFile) { self->names->pdata[i], self->bytes->pdata[i] };

  return trinh_archive_pack (files, self->names->len, error);
}

static GBytes *
make_case (Case *self,
           TrinhWork *work,
           GError **error)
{
  GBytes *report;
  GBytes *journal;

  if (!add_pdf (self, work, error))
    return NULL;
  report = trinh_session_export_bytes (trinh_work_get_evaluation (work), TRINH_EXPORT_JSON, error);
  if (report == NULL)
    return NULL;
  add (self, "report.trinhky", report);
  journal = make_journal (work, error);
  if (journal == NULL)
    return NULL;
  add (self, "journal.json", journal);
  add (self, "SHA256SUMS", make_sums (self));

  return pack (self, error);
}

gboolean
trinh_session_export_case (TrinhSession *self,
                           TrinhWork *work,
                           GFile *target,
                           GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_bytes);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (!trinh_work_flush (work, error))
    return FALSE;
  bytes = make_case (&(Case) { names, files }, work, error);

  return bytes != NULL && trinh_session_write_file (target, bytes, error);
}
