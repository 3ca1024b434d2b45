/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-statement-private.h"

/* No bytes are still a BLOB: without an address SQLite would take them for NULL. */
static int
bind_bytes (TrinhStatement *self,
            int number,
            GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return sqlite3_bind_blob64 (self->handle, number, size > 0 ? data : "", size, SQLITE_TRANSIENT);
}

static void
bind_list (TrinhStatement *self,
           const char *types,
           va_list values)
{
  sqlite3_reset (self->handle);
  self->code = SQLITE_OK;
  for (int i = 0; types[i] != '\0' && self->code == SQLITE_OK; i++)
    {
      if (types[i] == 's')
        self->code = sqlite3_bind_text (self->handle, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
      else if (types[i] == 'b')
        self->code = bind_bytes (self, i + 1, va_arg (values, GBytes *));
      else
        self->code = sqlite3_bind_int64 (self->handle, i + 1, va_arg (values, gint64));
    }
}

TrinhStatement *
trinh_statement_new (TrinhConnection *connection,
                     const char *sql,
                     GError **error)
{
  sqlite3_stmt *handle;
  TrinhStatement *self;
  int code;

  code = sqlite3_prepare_v2 (connection->handle, sql, -1, &handle, NULL);
  if (code != SQLITE_OK)
    {
      trinh_connection_set_error (connection, code, error);
      return NULL;
    }

  self = g_new0 (TrinhStatement, 1);
  self->connection = connection;
  self->handle = handle;
  return self;
}

void
trinh_statement_free (TrinhStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
trinh_statement_bind (TrinhStatement *self,
                      const char *types,
                      ...)
{
  va_list values;

  va_start (values, types);
  bind_list (self, types, values);
  va_end (values);
}

gboolean
trinh_statement_next (TrinhStatement *self,
                      GError **error)
{
  if (self->code == SQLITE_OK || self->code == SQLITE_ROW)
    self->code = sqlite3_step (self->handle);
  if (self->code == SQLITE_ROW)
    return TRUE;

  if (self->code != SQLITE_DONE)
    trinh_connection_set_error (self->connection, self->code, error);
  return FALSE;
}

gboolean
trinh_statement_finish (TrinhStatement *self,
                        GError **error)
{
  while (trinh_statement_next (self, error))
    ;
  return self->code == SQLITE_DONE;
}

const char *
trinh_statement_get_text (TrinhStatement *self,
                          int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gint64
trinh_statement_get_int (TrinhStatement *self,
                         int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

GBytes *
trinh_statement_dup_bytes (TrinhStatement *self,
                           int column)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}

gboolean
trinh_statement_execute (TrinhConnection *connection,
                         GError **error,
                         const char *sql,
                         const char *types,
                         ...)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (connection, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;

  va_start (values, types);
  bind_list (statement, types, values);
  va_end (values);
  return trinh_statement_finish (statement, error);
}
