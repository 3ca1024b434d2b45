/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-content-private.h"
#include "trinh-database-private.h"

G_BEGIN_DECLS

/* Carries @func out on the worker thread and waits for it. */
gboolean _trinh_store_call (TrinhStore *self,
                            TrinhConnectionFunc func,
                            gpointer data,
                            GError **error);

/* The same without waiting for it; %FALSE: the store was closed already, and @done is not called. */
gboolean _trinh_store_post (TrinhStore *self,
                            TrinhConnectionFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            TrinhDatabaseDone done);

/* Puts the report's row first in the list: last changed first. @header: (nullable): %NULL where nothing changed */
void _trinh_store_show_header (TrinhStore *self,
                               const TrinhHeader *header);
/* The same some time after it was written: a report that was removed meanwhile does not come back into the list, nor does an
 * older state of it. */
void _trinh_store_show_news (TrinhStore *self,
                             const TrinhHeader *header);

/* Settings that somebody asked for and got no answer: what they go on from is not what is kept. (element-type utf8) */
GHashTable *_trinh_store_get_unread (TrinhStore *self);
void _trinh_store_emit_setting_changed (TrinhStore *self,
                                        const char *name);

/* For tests alone: a statement on the store's own connection, to bring about what a disk would. */
gboolean trinh_store_run_sql (TrinhStore *self,
                              const char *sql,
                              GError **error);

G_END_DECLS
