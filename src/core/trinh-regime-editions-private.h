/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

/*
 * An edition is a regime with its outline and all its forms, as they stood at one time: a data folder
 * editions/SHA256 that never changes, named after the checksum that reports write down. One's own regime
 * is own/ID.json, which names the edition that holds for new reports. All of it is in the user's folder.
 */

/* One file of an edition. */
typedef struct
{
  char *name; /* "forms/bm1.json" */
  GBytes *bytes;
} TrinhEditionFile;

GPtrArray *_trinh_edition_files_new (void);
void _trinh_edition_files_add (GPtrArray *files,
                               const char *kind,
                               const char *id,
                               GBytes *bytes);
/* (transfer full) (nullable): the regime's file in a kept edition; %NULL where there is none, or @sha256 is no checksum */
GFile *_trinh_edition_find (const char *sha256,
                            const char *id);
/* All files or none; nothing to do where the edition is kept already. */
gboolean _trinh_edition_write (GPtrArray *files,
                               const char *sha256,
                               GError **error);
/* A report was made with it: it stays when its regime gets another. */
gboolean _trinh_edition_set_used (const char *sha256,
                                  GError **error);
gboolean _trinh_edition_is_used (const char *sha256);
void _trinh_edition_remove (const char *sha256);

/* @sha256: (out): the edition of one's own regime, %NULL where the regime is not one's own */
gboolean _trinh_own_read (const char *id,
                          char **sha256,
                          GError **error);
gboolean _trinh_own_write (const char *id,
                           const char *sha256,
                           GError **error);
gboolean _trinh_own_remove (const char *id,
                            GError **error);
/* (transfer full): the folder own/ */
GFile *_trinh_own_get_folder (void);

G_END_DECLS
