/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"

G_BEGIN_DECLS

/**
 * TrinhStatement:
 *
 * A prepared statement. Binding problems show when it is stepped.
 */
typedef struct
{
  TrinhConnection *connection;
  sqlite3_stmt *handle;
  int code;
} TrinhStatement;

TrinhStatement *trinh_statement_new (TrinhConnection *connection,
                                     const char *sql,
                                     GError **error);
void trinh_statement_free (TrinhStatement *self);
/* Begins anew. @types has a letter per value: "s" const char * (NULL is NULL), "i" gint64, "b" GBytes * */
void trinh_statement_bind (TrinhStatement *self,
                           const char *types,
                           ...);
/* TRUE: a row; FALSE without error: no more */
gboolean trinh_statement_next (TrinhStatement *self,
                               GError **error);
/* To the end */
gboolean trinh_statement_finish (TrinhStatement *self,
                                 GError **error);
/* Valid until the next step */
const char *trinh_statement_get_text (TrinhStatement *self,
                                      int column);
gint64 trinh_statement_get_int (TrinhStatement *self,
                                int column);
/* (transfer full) */
GBytes *trinh_statement_dup_bytes (TrinhStatement *self,
                                   int column);
/* Prepares, binds, runs to the end. */
gboolean trinh_statement_execute (TrinhConnection *connection,
                                  GError **error,
                                  const char *sql,
                                  const char *types,
                                  ...);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhStatement, trinh_statement_free)

G_END_DECLS
