/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-place.h"

G_BEGIN_DECLS

/**
 * TrinhSidebar:
 *
 * The list of a report's pages: overview, sections, forms, and what goes across
 * them, with a badge each.
 *
 * Signals: "place-activated" (TrinhPlace): a person chose it. "place-entered":
 * Enter on it; the keyboard goes into the page. Where no page follows the list,
 * only Enter, Space or a click chooses, and each enters.
 */
#define TRINH_TYPE_SIDEBAR (trinh_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSidebar, trinh_sidebar, TRINH, SIDEBAR, AdwBin)

void trinh_sidebar_set_work (TrinhSidebar *self,
                             TrinhWork *work);
/* Marks the row without the signal; (transfer none) (nullable): %NULL where there is no such place */
TrinhPlace *trinh_sidebar_select (TrinhSidebar *self,
                                  const char *id);

/* Whether a page beside the list shows what is selected in it; as it begins it does. */
void trinh_sidebar_set_follows (TrinhSidebar *self,
                                gboolean follows);
/* To the marked row, as soon as it is seen */
void trinh_sidebar_take_keyboard (TrinhSidebar *self);

G_END_DECLS
