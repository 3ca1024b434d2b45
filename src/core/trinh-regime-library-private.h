/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-regime-library.h"

G_BEGIN_DECLS

/* Where a file is looked for: beside the file that names it, if there is one, then in the library. */
typedef struct
{
  TrinhRegimeLibrary *library;
  GFile *beside;
  GPtrArray *files; /* (nullable): takes what was found, a TrinhEditionFile each */
} TrinhRegimeSearch;

/* A TrinhRegimeFind over a TrinhRegimeSearch. */
TrinhJsonDocument *_trinh_regime_library_find (const char *kind,
                                               const char *id,
                                               gpointer user_data,
                                               GBytes **bytes,
                                               GError **error);
TrinhJsonDocument *_trinh_regime_library_read (GFile *file,
                                               GBytes **bytes,
                                               GError **error);
/* "trinhky-form/1" in the folder "forms" */
gboolean _trinh_regime_library_has_kind (TrinhJsonDocument *document,
                                         const char *kind);
/* "" where it is absent or no text */
const char *_trinh_regime_library_get_string (JsonNode *root,
                                              const char *name);
/* The files of a regime as they stand on disk now (TrinhEditionFile: the regime, its outline, its forms) and the regime they make.
 * (transfer full) */
GPtrArray *_trinh_regime_library_collect (TrinhRegimeLibrary *self,
                                          const char *id,
                                          TrinhRegime **regime,
                                          GError **error);
/* It is loaded anew when it is asked for next. */
void _trinh_regime_library_forget (TrinhRegimeLibrary *self,
                                   const char *id);
/* The files become the edition of one's own regime that holds for new reports; the one before stays where a report was made with it. */
gboolean _trinh_regime_library_put_own (TrinhRegimeLibrary *self,
                                        TrinhRegime *regime,
                                        GPtrArray *files,
                                        GError **error);

G_END_DECLS
