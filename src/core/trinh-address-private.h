/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRINH_KEY_MAX_CHARACTERS 64

/* "bm1", "bieu-mau-2022": ids of forms, outlines, regimes and rules' files */
gboolean trinh_address_is_id (const char *text);
/* "2.1", "3.3.1a", "r1": letters and digits, parts joined by single dots; never the shape of a concept */
gboolean trinh_address_is_key (const char *text);
/* "dossiers.received": lower-case ASCII words, at least two */
gboolean trinh_address_is_concept (const char *text);
/* "value", "year-2022" */
gboolean trinh_address_is_column (const char *text);
/* "b06:@online": a column of whatever row a rule is being checked for; @column is within @name */
gboolean trinh_address_split_own (const char *name,
                                  char **form,
                                  const char **column);
/* "r1", "r12": a row that the office added to a list form */
gboolean trinh_address_is_list_key (const char *text);

G_END_DECLS
