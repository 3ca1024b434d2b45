/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTextPicker:
 *
 * Texts to choose from, each shown as it would be printed now: citations of the
 * registered documents, phrases of a section.
 *
 * Signals: "picked" (source): the text with its `{{…}}`, as it is to be inserted
 */
#define TRINH_TYPE_TEXT_PICKER (trinh_text_picker_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTextPicker, trinh_text_picker, TRINH, TEXT_PICKER, AdwBin)

/* What a screen reader says of the list */
void trinh_text_picker_set_name (TrinhTextPicker *self,
                                 const char *name);
/* @sources: %NULL-terminated */
void trinh_text_picker_set_sources (TrinhTextPicker *self,
                                    TrinhWork *work,
                                    const char *const *sources);

G_END_DECLS
