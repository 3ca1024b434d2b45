/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhIndicatorPicker:
 *
 * A search over the indicators of a report's forms, by code and by words.
 *
 * Signals: "picked" (address).
 */
#define TRINH_TYPE_INDICATOR_PICKER (trinh_indicator_picker_get_type ())
G_DECLARE_FINAL_TYPE (TrinhIndicatorPicker, trinh_indicator_picker, TRINH, INDICATOR_PICKER, AdwBin)

/* @numbers: only what can be drawn in a chart */
void trinh_indicator_picker_set_work (TrinhIndicatorPicker *self,
                                      TrinhWork *work,
                                      gboolean numbers);
/* "Biểu mẫu 3 · 3.3.1. Tổng số hồ sơ …" (transfer full) */
char *trinh_indicator_dup_name (TrinhWork *work,
                                const char *address);
gboolean trinh_indicator_is_number (TrinhFormRow *row);

G_END_DECLS
