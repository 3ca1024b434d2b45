/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"

G_BEGIN_DECLS

/**
 * trinh_check_run:
 * @problems: (element-type utf8): translated lines are added
 *
 * SQLite's own check, foreign keys, the journal's chain, every report against
 * its content hash and its last row in the journal, every kept file against its hash.
 *
 * Returns: %FALSE where the check itself failed
 */
gboolean trinh_check_run (TrinhConnection *connection,
                          GPtrArray *problems,
                          GError **error);
/* The first problem as TRINH_STORE_ERROR_DAMAGED. */
gboolean trinh_check_require (TrinhConnection *connection,
                              GError **error);

G_END_DECLS
