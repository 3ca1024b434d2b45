/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"

G_BEGIN_DECLS

/* To a temporary name, opened, checked and compared, then renamed to @path. */
gboolean trinh_backup_write (TrinhConnection *source,
                             const char *path,
                             GError **error);
gboolean trinh_backup_restore (const char *backup,
                               const char *path,
                               GError **error);

G_END_DECLS
