/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After libadwaita's initialization: its own words in the person's language, where it does not know them itself */
void trinh_toolkit_words_complete (void);

G_END_DECLS
