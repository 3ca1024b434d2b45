/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The modules that main.c loads, each with what only some uses of the program need */

/* The window: all that links GTK */
#define TRINH_WINDOW_MODULE "trinhky-window.so"
#define TRINH_WINDOW_ENTRY "trinh_window_main"
/* The commands that sign and verify, and that read or write spreadsheets and Word documents */
#define TRINH_COMMANDS_MODULE "trinhky-commands.so"
#define TRINH_COMMANDS_ENTRY "trinh_commands_main"
/* What completes the pages that an export drew, in a process of its own */
#define TRINH_PDF_MODULE "trinhky-pdf.so"
#define TRINH_PDF_ENTRY "trinh_pdf_main"
/* As the command line's status for what it cannot read */
#define TRINH_MODULE_FAILED 2

typedef int (*TrinhModuleMain) (int argc,
                                char **argv);

int trinh_window_main (int argc,
                       char **argv);
int trinh_commands_main (int argc,
                         char **argv);
int trinh_pdf_main (int argc,
                    char **argv);

G_END_DECLS
