/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-regime.h"

G_BEGIN_DECLS

/**
 * TrinhRegimeLibrary:
 *
 * Finds regimes, outlines and forms in data folders (each with `regimes/`,
 * `outlines/`, `forms/`), later folders first, then one's own regimes and the user's folder, the shipped
 * one last. A regime is loaded when it is asked for, once. Main thread only.
 *
 * An edition of a regime is what its files were at one time, by their checksum; those that reports were made
 * with are kept.
 */
#define TRINH_TYPE_REGIME_LIBRARY (trinh_regime_library_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegimeLibrary, trinh_regime_library, TRINH, REGIME_LIBRARY, GObject)

/* @folders: (nullable): more data folders; the shipped one ($TRINHKY_DATA, else the installed) is always there */
TrinhRegimeLibrary *trinh_regime_library_new (const char *const *folders);
/* (transfer container) (element-type utf8): ids, sorted */
char **trinh_regime_library_list_ids (TrinhRegimeLibrary *self);
/* (transfer full); TRINH_CORE_ERROR_UNKNOWN where there is none; the first problem of a bad file */
TrinhRegime *trinh_regime_library_load (TrinhRegimeLibrary *self,
                                        const char *id,
                                        GError **error);
/**
 * trinh_regime_library_load_edition:
 * @sha256: (nullable): of the edition that a report was made with
 *
 * Returns: (transfer full): that edition where it is the present one or was kept, else the present one, so ask
 *   for its checksum; as trinh_regime_library_load() where there is none
 */
TrinhRegime *trinh_regime_library_load_edition (TrinhRegimeLibrary *self,
                                                const char *id,
                                                const char *sha256,
                                                GError **error);
/* Keeps the edition of @regime, since a report was made with it. */
gboolean trinh_regime_library_keep (TrinhRegimeLibrary *self,
                                    TrinhRegime *regime,
                                    GError **error);
/* Made in the editor or imported, so it can be changed. */
gboolean trinh_regime_library_is_own (TrinhRegimeLibrary *self,
                                      const char *id);
/* Whether a report was made with the present edition: a change of it needs another version. */
gboolean trinh_regime_library_is_used (TrinhRegimeLibrary *self,
                                       const char *id);
/* Takes away one's own regime; editions that reports were made with stay. */
gboolean trinh_regime_library_delete_own (TrinhRegimeLibrary *self,
                                          const char *id,
                                          GError **error);
TrinhForm *trinh_regime_library_load_form (TrinhRegimeLibrary *self,
                                           const char *id,
                                           GError **error);
/* A regime, outline or form file: (element-type GError) (transfer full), empty when it is right;
 * what the file refers to is looked for beside it and in the library. @error: the file cannot be read */
GPtrArray *trinh_regime_library_check_file (TrinhRegimeLibrary *self,
                                            GFile *file,
                                            GError **error);
/* (transfer full): the regime in @file, which need not be in a data folder; the first problem of what is none */
TrinhRegime *trinh_regime_library_load_file (TrinhRegimeLibrary *self,
                                             GFile *file,
                                             GError **error);
/* Where one's own data are: regimes/, outlines/ and forms/ written by hand; own/ and editions/ of the editor. (transfer full) */
char *trinh_user_folder_get (void);
/* Where the shipped data are: layouts/ and samples/ stand there too. */
const char *trinh_data_folder_get (void);

G_END_DECLS
