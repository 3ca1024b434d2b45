/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * trinh_secret_entry_prepare:
 * @entry: a row or an entry for a password or a PIN
 *
 * What is typed there is not kept for undo, and no input method sees it: one that composes Vietnamese shows its letters in
 * the clear until they are committed, and makes others of them.
 */
void trinh_secret_entry_prepare (GtkEditable *entry);

G_END_DECLS
