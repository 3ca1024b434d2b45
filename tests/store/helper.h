/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

#include "trinh-connection-private.h"
#include "trinh-content-private.h"

G_BEGIN_DECLS

/* For g_autofree-like use in pairs: what was made is removed with all that is in it. (transfer full) */
char *helper_make_folder (void);
void helper_remove_folder (char *folder);
/* Names in @folder that begin with @prefix. (transfer full) */
char **helper_list (const char *folder,
                    const char *prefix);
guint helper_get_mode (const char *path);

/* A report's parts without a report: "subject" and values fixed:1 … fixed:@n_values */
TrinhContent *helper_make_content (const char *id,
                                   guint revision,
                                   const char *subject,
                                   guint n_values);
/* Into the database at @path, which is created. */
void helper_import (const char *path,
                    TrinhContent *content);
/* Past the program: what a foreign hand would do. */
void helper_tamper (const char *path,
                    const char *sql);
char *helper_dup_text (const char *path,
                       const char *sql);

G_END_DECLS
