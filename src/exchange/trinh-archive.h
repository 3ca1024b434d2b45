/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrinhArchiveFile:
 * @name: in the archive, ASCII
 */
typedef struct
{
  const char *name;
  GBytes *bytes;
} TrinhArchiveFile;

/* A zip archive, in the order of @files; always the same bytes for the same files. TRINH_EXCHANGE_ERROR_MAKE. (transfer full) */
GBytes *trinh_archive_pack (const TrinhArchiveFile *files,
                            guint n_files,
                            GError **error);

G_END_DECLS
