/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/* The folder (0700) and the empty file (0600), where they are absent. */
gboolean trinh_file_create (const char *path,
                            GError **error);
/* What the first bytes tell before SQLite is let near: a foreign or a cut file. */
gboolean trinh_file_examine (const char *path,
                             GError **error);
/* Others on the machine get no look into it. */
void trinh_file_make_private (const char *path);
/* An empty file "PATH.tmp-XXXXXX" (0600). (transfer full) */
char *trinh_file_make_temporary (const char *path,
                                 GError **error);
/* Puts @from in the place of @to, on disk when it returns. */
gboolean trinh_file_replace (const char *from,
                             const char *to,
                             GError **error);
/* With what SQLite keeps beside it. */
void trinh_file_remove (const char *path);
/* "20221120T101500", for names of copies. (transfer full) */
char *trinh_file_stamp (void);

G_END_DECLS
