/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-key-item.h"

G_BEGIN_DECLS

/**
 * TrinhKeyList:
 *
 * The keys that can be signed with, as a list model of TrinhKeyItem: those in imported files at once, those on tokens when
 * they were looked for.
 *
 * Properties: searching (gboolean, read-only).
 */
#define TRINH_TYPE_KEY_LIST (trinh_key_list_get_type ())
G_DECLARE_FINAL_TYPE (TrinhKeyList, trinh_key_list, TRINH, KEY_LIST, GObject)

/* @folder: of imported files */
TrinhKeyList *trinh_key_list_new (const char *folder);
/* Reads the folder anew; what was found on tokens stays. */
void trinh_key_list_reload (TrinhKeyList *self);
/**
 * trinh_key_list_search:
 * @chosen: (nullable): a token's library that was named by hand
 *
 * Looks for tokens in a thread, each library in a process of its own. Where a search runs already, this one follows it, and
 * its answer is the one that stays.
 */
void trinh_key_list_search (TrinhKeyList *self,
                            const char *chosen);
gboolean trinh_key_list_get_searching (TrinhKeyList *self);
/* Libraries that were asked the last time */
guint trinh_key_list_get_n_modules (TrinhKeyList *self);
/* What went wrong with them then, translated; (transfer none) (element-type utf8) */
GPtrArray *trinh_key_list_get_problems (TrinhKeyList *self);
/* Position of a key by its id, or GTK_INVALID_LIST_POSITION */
guint trinh_key_list_find (TrinhKeyList *self,
                           const char *id);

G_END_DECLS
