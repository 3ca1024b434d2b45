/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"

G_BEGIN_DECLS

/**
 * TrinhDatabase:
 *
 * The one connection on its worker thread. Requests are carried out in the
 * order they are made, whether the caller waits or not.
 */
typedef struct _TrinhDatabase TrinhDatabase;

/* In the main context of the thread that asked. @error: (transfer full) (nullable) */
typedef void (*TrinhDatabaseDone) (gpointer data,
                                   GError *error);

/* Opens and migrates. */
TrinhDatabase *trinh_database_open (const char *path,
                                    GError **error);
/* Reads the database as it is at the first reading; trinh_store_open_reading() */
TrinhDatabase *trinh_database_open_reading (const char *path,
                                            GError **error);
/* Waits for what was asked for. */
void trinh_database_close (TrinhDatabase *self);
const char *trinh_database_get_path (TrinhDatabase *self);
/* Waits. */
gboolean trinh_database_call (TrinhDatabase *self,
                              TrinhConnectionFunc func,
                              gpointer data,
                              GError **error);
/* @done is always called, once. */
void trinh_database_post (TrinhDatabase *self,
                          TrinhConnectionFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          TrinhDatabaseDone done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhDatabase, trinh_database_close)

G_END_DECLS
