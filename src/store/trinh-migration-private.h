/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"

G_BEGIN_DECLS

/* The schema this program writes; migrations/N.sql brings version N - 1 to N. */
#define TRINH_MIGRATION_LATEST 3

/* The text of migrations/@version.sql. (transfer full) */
char *trinh_migration_get_script (int version);
/**
 * trinh_migration_run:
 *
 * Brings a database to the latest schema: fills an empty one; backs an older one
 * up ("PATH.backup-vN-STAMP.db", kept), tries the migrations on a copy, compares
 * counts and content, and only then touches the file, each migration a transaction.
 */
gboolean trinh_migration_run (TrinhConnection *connection,
                              GError **error);

/* trinh-digest.c: counts and a SHA-256 over what every schema holds, "120 reports, …: 5d41…". (transfer full) */
char *trinh_digest_compute (TrinhConnection *connection,
                            GError **error);

G_END_DECLS
