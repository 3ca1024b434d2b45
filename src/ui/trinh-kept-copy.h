/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Copies of kept files for the programs of the desktop to open. They lie in the user's cache: of a sandbox, too, that is a
 * folder which the desktop finds under the same path, as it would not find one in /tmp. */

/* Writes @bytes under @name into a folder of its own; read-only, for what is changed in a copy is not taken back.
 * (transfer full): the copy, or %NULL with @error */
GFile *trinh_kept_copy_new (const char *name,
                            GBytes *bytes,
                            GError **error);
/* Removes the copies of earlier runs. */
void trinh_kept_copies_clear (void);

G_END_DECLS
