/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrinhSecret:
 *
 * A PIN or a password. It lies in memory that is kept out of the swap and wiped before it is let go, is never
 * printed, and can be taken once: whoever wants to try again has to ask the person again.
 */
typedef struct _TrinhSecret TrinhSecret;

/* @text is copied; the caller wipes its own. One that is too long is kept as such: trinh_secret_check_length() */
TrinhSecret *trinh_secret_new (const char *text);
/* Whether it was given whole: one that was cut would be a wrong one, and cost a try */
gboolean trinh_secret_check_length (TrinhSecret *self,
                                    GError **error);
/* The first line of what comes from @descriptor */
TrinhSecret *trinh_secret_read (int descriptor,
                                GError **error);
TrinhSecret *trinh_secret_ref (TrinhSecret *self);
void trinh_secret_unref (TrinhSecret *self);
/* (transfer none) (nullable): the letters; %NULL the second time, and after trinh_secret_wipe() */
const char *trinh_secret_take (TrinhSecret *self);
gboolean trinh_secret_is_taken (TrinhSecret *self);
/* Done with it: nothing of it stays in memory */
void trinh_secret_wipe (TrinhSecret *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhSecret, trinh_secret_unref)

G_END_DECLS
