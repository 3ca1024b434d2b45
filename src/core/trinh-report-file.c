/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-edit-private.h"
#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-regime-library.h"
#include "trinh-report-file-private.h"

/* Puts the place in front of a reason that knows none. */
gboolean
_trinh_reader_refuse (TrinhReader *reader,
                      JsonNode *place,
                      GError *reason)
{
  int code = reason->domain == TRINH_CORE_ERROR ? reason->code : TRINH_CORE_ERROR_TYPE;

  trinh_json_document_set_error (reader->document, place, reader->error, code, "%s", reason->message);
  g_error_free (reason);
  return FALSE;
}

static gboolean
check_format (TrinhReader *reader,
              JsonNode *root)
{
  JsonNode *format;

  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      format = json_object_get_member (json_node_get_object (root), "format");
      if (format != NULL && JSON_NODE_HOLDS_VALUE (format) &&
          json_node_get_value_type (format) == G_TYPE_STRING &&
          g_str_equal (json_node_get_string (format), TRINH_REPORT_FORMAT))
        return TRUE;
      trinh_json_document_set_error (reader->document, format != NULL ? format : root, reader->error, format != NULL ? TRINH_CORE_ERROR_TYPE : TRINH_CORE_ERROR_MISSING, _ ("This is no report file: “format” must be “%s”."), TRINH_REPORT_FORMAT);
      return FALSE;
    }
  trinh_json_document_set_error (reader->document, root, reader->error, TRINH_CORE_ERROR_TYPE, _ ("This is no report file: it must hold members in curly brackets."));
  return FALSE;
}

static gboolean
read_integer (TrinhReader *reader,
              const char *name,
              gint64 *number)
{
  JsonNode *node = json_object_get_member (reader->root, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < 0 || json_node_get_int (node) > G_MAXINT32)
    {
      trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a whole number without quotation marks."), name);
      return FALSE;
    }
  *number = json_node_get_int (node);
  return TRUE;
}

static gboolean
check_version (TrinhReader *reader)
{
  g_autofree char *reason = NULL;
  gint64 version = 0;

  if (!read_integer (reader, "version", &version))
    return FALSE;
  if (version >= 1 && version <= TRINH_REPORT_VERSION)
    return TRUE;
  reason = version < 1 ? g_strdup_printf (_ ("There is no version %d of the report file; this program reads version %d."), (int) version, TRINH_REPORT_VERSION)
                       : g_strdup_printf (_ ("The report was written by a newer program (version %d of the file, this program reads %d); install the newer program."), (int) version, TRINH_REPORT_VERSION);
  trinh_json_document_set_error (reader->document, json_object_get_member (reader->root, "version"), reader->error, TRINH_CORE_ERROR_VERSION, "%s", reason);
  return FALSE;
}

static gboolean
check_required (TrinhReader *reader,
                JsonNode *root)
{
  static const char *const required[] = { "version", "id", "regime", "period", "office" };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!json_object_has_member (reader->root, required[i]))
      {
        trinh_json_document_set_error (reader->document, root, reader->error, TRINH_CORE_ERROR_MISSING, _ ("The member “%s” is missing; every report has it."), required[i]);
        return FALSE;
      }
  return TRUE;
}

static const char *
read_string (TrinhReader *reader,
             const char *name,
             JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
      *json_node_get_string (node) != '\0')
    return json_node_get_string (node);
  trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a text in quotation marks."), name);
  return NULL;
}

/* "regime" is an object, or the id alone. */
static TrinhRegime *
read_regime (TrinhReader *reader,
             TrinhRegimeLibrary *library)
{
  JsonNode *node = json_object_get_member (reader->root, "regime");
  JsonNode *named = node;
  GError *reason = NULL;
  TrinhRegime *regime;
  const char *id;
  const char *sha256 = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      named = json_object_get_member (object, "id");
      if ((json_object_has_member (object, "version") &&
           read_string (reader, "version", json_object_get_member (object, "version")) == NULL) ||
          (json_object_has_member (object, "sha256") &&
           read_string (reader, "sha256", json_object_get_member (object, "sha256")) == NULL))
        return NULL;
      sha256 = json_object_get_string_member_with_default (object, "sha256", NULL);
    }
  id = read_string (reader, "regime", named != NULL ? named : node);
  if (id == NULL)
    return NULL;
  regime = trinh_regime_library_load_edition (library, id, sha256, &reason);
  if (regime == NULL && reason->domain == TRINH_CORE_ERROR && reason->code == TRINH_CORE_ERROR_UNKNOWN)
    _trinh_reader_refuse (reader, named, reason);
  else if (regime == NULL)
    g_propagate_error (reader->error, reason);
  return regime;
}

/* A regime knows the kinds of period that it asks for, like its forms and rows. */
static gboolean
refuse_period (TrinhReader *reader,
               TrinhRegime *regime,
               const char *text)
{
  trinh_json_document_set_error (reader->document, json_object_get_member (reader->root, "period"), reader->error, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no report for “%s”; take a period of a kind that it lists, or another regime."), trinh_regime_get_id (regime), text);
  return FALSE;
}

static gboolean
read_period (TrinhReader *reader,
             TrinhRegime *regime,
             TrinhPeriod *period)
{
  JsonNode *node = json_object_get_member (reader->root, "period");
  const char *text = read_string (reader, "period", node);
  GError *reason = NULL;

  if (text == NULL)
    return FALSE;
  if (trinh_period_parse (text, period, &reason))
    return trinh_regime_has_period (regime, *period) || refuse_period (reader, regime, text);
  return _trinh_reader_refuse (reader, node, reason);
}

/* Everything but values, lists and sections, as it stands and in its order. */
static gboolean
read_members (TrinhReader *reader)
{
  static const char *const elsewhere[] = { "format", "version", "revision", "values", "lists", "sections", NULL };
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, reader->root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      GError *reason = NULL;
      JsonNode *place = NULL;
      g_autoptr (JsonNode) copy = NULL;

      if (g_strv_contains (elsewhere, name))
        continue;
      if (!_trinh_report_check_member (reader->report->regime, name, node, &place, &reason))
        return _trinh_reader_refuse (reader, place, reason);
      copy = _trinh_json_dup_normalized (node);
      _trinh_report_set_member (reader->report, name, copy);
    }
  return TRUE;
}

static void
complete_regime (TrinhReport *self)
{
  JsonNode *node = json_object_get_member (self->members, "regime");
  JsonObject *object;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_object_new ();
  json_object_set_string_member (object, "id", trinh_regime_get_id (self->regime));
  json_object_set_string_member (object, "version", trinh_regime_get_version (self->regime));
  json_object_set_string_member (object, "sha256", trinh_regime_get_sha256 (self->regime));
  json_object_set_object_member (self->members, "regime", object);
}

static gboolean
read_body (TrinhReader *reader)
{
  TrinhReport *self = reader->report;
  gint64 revision = 0;

  if (read_string (reader, "id", json_object_get_member (reader->root, "id")) == NULL ||
      !read_integer (reader, "revision", &revision) ||
      !read_members (reader) ||
      !_trinh_reader_read_values (reader) ||
      !_trinh_reader_read_lists (reader) ||
      !_trinh_reader_read_sections (reader))
    return FALSE;
  self->id = g_strdup (json_object_get_string_member (reader->root, "id"));
  self->revision = (guint) revision;
  complete_regime (self);
  if (!json_object_has_member (self->members, "state"))
    json_object_set_string_member (self->members, "state", "draft");
  _trinh_report_read_members (self);
  _trinh_report_drop_computed (self);
  return TRUE;
}

TrinhReport *
trinh_report_load (TrinhJsonDocument *document,
                   TrinhRegimeLibrary *library,
                   GError **error)
{
  TrinhReader reader = { document, NULL, NULL, error };
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhReport) report = NULL;
  TrinhPeriod period;
  JsonNode *root;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_REGIME_LIBRARY (library), NULL);

  root = trinh_json_document_get_root (document);
  if (!check_format (&reader, root))
    return NULL;
  reader.root = json_node_get_object (root);
  if (!check_required (&reader, root) || !check_version (&reader))
    return NULL;
  regime = read_regime (&reader, library);
  if (regime == NULL || !read_period (&reader, regime, &period))
    return NULL;
  report = _trinh_report_create (regime, period);
  reader.report = report;
  return read_body (&reader) ? g_steal_pointer (&report) : NULL;
}

TrinhReport *
trinh_report_load_file (GFile *file,
                        TrinhRegimeLibrary *library,
                        GError **error)
{
  g_autoptr (TrinhJsonDocument) document = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = trinh_json_document_load (file, error);
  return document != NULL ? trinh_report_load (document, library, error) : NULL;
}
