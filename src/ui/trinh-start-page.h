/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhStartPage:
 *
 * The reports that are there with state and deadline, overdue ones first; the
 * ways to begin: new report, open a file, the sample. Search over all.
 */
#define TRINH_TYPE_START_PAGE (trinh_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStartPage, trinh_start_page, TRINH, START_PAGE, AdwBin)

/* Reads the store's list; shows a status page where the store cannot be opened */
void trinh_start_page_set_session (TrinhStartPage *self,
                                   TrinhSession *session);

G_END_DECLS
