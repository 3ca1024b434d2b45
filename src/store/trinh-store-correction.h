/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/**
 * trinh_store_import_correction:
 * @report: a new report that "replaces" another
 *
 * Imports @report where no other report of the database replaces the same one, whichever process wrote it.
 *
 * Returns: %FALSE with TRINH_STORE_ERROR_CORRECTED where there is one; nothing is changed then
 */
gboolean trinh_store_import_correction (TrinhStore *self,
                                        TrinhReport *report,
                                        GError **error);

G_END_DECLS
