/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <adwaita.h>

#include "trinh-session.h"

G_BEGIN_DECLS

/* Opens or takes the file again */
typedef void (*TrinhDoubtVouched) (GtkWidget *parent, GFile *file);

/* Shows what of @file, the last one that was opened or taken, did not count: trinh_session_dup_doubt(); @vouched is called
 * where the person stands for its signatures. %FALSE: there is nothing to show */
gboolean trinh_doubt_dialog_present (TrinhSession *session,
                                     GtkWidget *parent,
                                     GFile *file,
                                     TrinhDoubtVouched vouched);

G_END_DECLS
