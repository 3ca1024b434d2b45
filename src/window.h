/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What main.c asks of the module with the window in it, which holds all that links GTK. */

#define TRINH_WINDOW_MODULE "trinhky-window.so"
#define TRINH_WINDOW_ENTRY "trinh_window_main"
/* As the command line's status for what it cannot read */
#define TRINH_WINDOW_FAILED 2

typedef int (*TrinhWindowMain) (int argc,
                                char **argv);

int trinh_window_main (int argc,
                       char **argv);

G_END_DECLS
