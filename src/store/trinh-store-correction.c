/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A signed report is corrected once, whoever begins: two corrections of it would contradict each other. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-repository-private.h"
#include "trinh-statement-private.h"
#include "trinh-store-correction.h"
#include "trinh-store-private.h"

typedef struct
{
  TrinhContent *content;
  TrinhHeader *header;
} Request;

static gboolean
check_only (TrinhConnection *connection,
            const char *id,
            GError **error)
{
  g_autoptr (TrinhStatement) others = trinh_statement_new (connection,
                                                           "SELECT other.report_id FROM content AS own JOIN content AS other"
                                                           " ON json_extract (other.json, '$.id') = json_extract (own.json, '$.id')"
                                                           " WHERE own.report_id = ? AND other.report_id <> own.report_id"
                                                           " AND own.kind = 'member' AND own.target = 'replaces' AND json_type (own.json) = 'object'"
                                                           " AND other.kind = 'member' AND other.target = 'replaces' AND json_type (other.json) = 'object'",
                                                           error);

  if (others == NULL)
    return FALSE;
  trinh_statement_bind (others, "s", id);
  if (!trinh_statement_next (others, error))
    return others->code == SQLITE_DONE;

  g_set_error_literal (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CORRECTED, _ ("A correction of this report has been begun already; open that one."));
  return FALSE;
}

static gboolean
import_in_transaction (TrinhConnection *connection,
                       gpointer data,
                       GError **error)
{
  Request *request = data;

  return trinh_repository_import (connection, request->content, &request->header, error) &&
         check_only (connection, request->content->id, error);
}

static gboolean
import_in_worker (TrinhConnection *connection,
                  gpointer data,
                  GError **error)
{
  return trinh_connection_transact (connection, import_in_transaction, data, error);
}

gboolean
trinh_store_import_correction (TrinhStore *self,
                               TrinhReport *report,
                               GError **error)
{
  g_autoptr (TrinhContent) content = NULL;
  g_autoptr (TrinhHeader) header = NULL;
  Request request = { 0 };
  gboolean imported;

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);

  content = trinh_content_from_report (report);
  request.content = content;
  imported = _trinh_store_call (self, import_in_worker, &request, error);
  header = request.header;
  if (imported)
    _trinh_store_show_header (self, header);

  return imported;
}
