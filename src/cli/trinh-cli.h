/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit status, as promised in the contract of the command line */
enum
{
  TRINH_CLI_DONE = 0,         /* done; the answer is yes */
  TRINH_CLI_NO = 1,           /* the answer is no */
  TRINH_CLI_BAD_INPUT = 2,    /* usage, or input that cannot be read */
  TRINH_CLI_CANNOT_WRITE = 3, /* output that cannot be written */
};

/**
 * trinh_cli_is_command:
 *
 * Returns: whether the arguments name a command (or ask for help or the
 *   version), so that no window is wanted
 */
gboolean trinh_cli_is_command (int argc,
                               char **argv);
/**
 * trinh_cli_needs_module:
 *
 * Returns: whether the command is one of those that stand in the module
 *   (signatures and spreadsheets), whose libraries no other command loads,
 *   or is given a PDF to read
 */
gboolean trinh_cli_needs_module (int argc,
                                 char **argv);

typedef struct _TrinhCliMore TrinhCliMore;

/* The first argument of the process that completes the pages which an export drew; not for people */
#define TRINH_CLI_COMPLETE "--complete-pdf"
/* Runs it: the descriptor of the pages, and where to write */
int trinh_cli_complete (int argc,
                        char **argv);

/* What the module adds: trinh-cli-more.c */
const TrinhCliMore *trinh_cli_get_more (void);
/* Runs the command. Needs no display. Returns the exit status. @more: (nullable): outside of the module */
int trinh_cli_run (int argc,
                   char **argv,
                   const TrinhCliMore *more);

G_END_DECLS
