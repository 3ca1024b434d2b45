/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/*
 * What the start page shows where it has no list; made when it is wanted, since most
 * starts want none of it. The buttons ask by the actions "app.…" and "start.…".
 */

/* No report is there yet: the ways to begin. (transfer floating) */
GtkWidget *trinh_start_status_new_empty (void);
/* The search or the group leaves nothing over. (transfer floating) */
GtkWidget *trinh_start_status_new_nothing (void);
/* The store cannot be opened; @message is plain text. (transfer floating) */
GtkWidget *trinh_start_status_new_failed (const char *message);

G_END_DECLS
