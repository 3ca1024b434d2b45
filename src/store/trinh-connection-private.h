/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <sqlite3.h>

#include "trinh-store.h"

G_BEGIN_DECLS

/* "TRKY", at offset 68 of the file */
#define TRINH_STORE_APPLICATION_ID 0x54524b59

typedef enum
{
  TRINH_CONNECTION_READ_ONLY,
  TRINH_CONNECTION_READ_WRITE,
  TRINH_CONNECTION_CREATE,
} TrinhConnectionMode;

/**
 * TrinhConnection:
 *
 * An open database file. Used by one thread at a time.
 */
typedef struct
{
  sqlite3 *handle;
  char *path;
} TrinhConnection;

typedef gboolean (*TrinhConnectionFunc) (TrinhConnection *connection,
                                         gpointer data,
                                         GError **error);

/* trinh-store-error.c: @code is SQLite's, @detail its message */
void trinh_store_set_error (GError **error,
                            int code,
                            const char *path,
                            const char *detail);

/* Opens without migrating: a foreign file and a newer schema are refused and left as they are. */
TrinhConnection *trinh_connection_open (const char *path,
                                        TrinhConnectionMode mode,
                                        GError **error);
void trinh_connection_close (TrinhConnection *self);
/* Takes SQLite's message of the last call. */
void trinh_connection_set_error (TrinhConnection *self,
                                 int code,
                                 GError **error);
gboolean trinh_connection_run (TrinhConnection *self,
                               const char *sql,
                               GError **error);
/* The first column of the first row; 0 where there is none */
gboolean trinh_connection_get_number (TrinhConnection *self,
                                      const char *sql,
                                      gint64 *number,
                                      GError **error);
/* All or nothing: what @func did is rolled back where it or the commit fails. */
gboolean trinh_connection_transact (TrinhConnection *self,
                                    TrinhConnectionFunc func,
                                    gpointer data,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhConnection, trinh_connection_close)

G_END_DECLS
