/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"
#include "trinh-store-check.h"

G_BEGIN_DECLS

/* (transfer full) (element-type TrinhStoreProblem) */
GPtrArray *trinh_check_new_problems (void);
/* @report_id, @target: (nullable); @words: (transfer full) */
void trinh_check_add (GPtrArray *problems,
                      const char *report_id,
                      const char *target,
                      char *words);

/**
 * trinh_check_run:
 * @problems: (element-type TrinhStoreProblem): is added to
 *
 * SQLite's own check, foreign keys, the journal's chain, every report against
 * its content hash and its last row in the journal, every kept file against its hash.
 *
 * Returns: %FALSE where the check itself failed
 */
gboolean trinh_check_run (TrinhConnection *connection,
                          GPtrArray *problems,
                          GError **error);
/* What of it shows in the rows of one report, and in which files it names are there */
gboolean trinh_check_one (TrinhConnection *connection,
                          const char *id,
                          GPtrArray *problems,
                          GError **error);
/* The first problem as TRINH_STORE_ERROR_DAMAGED. */
gboolean trinh_check_require (TrinhConnection *connection,
                              GError **error);

G_END_DECLS
