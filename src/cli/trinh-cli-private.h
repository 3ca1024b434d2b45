/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-cli.h"
#include "trinh-session.h"

G_BEGIN_DECLS

/* What the commands share: the common options, and how they speak. */
typedef struct
{
  /* Owned References */
  TrinhSession *session;
  char *database;
  char **data;
} TrinhCliContext;

typedef int (*TrinhCliFunc) (TrinhCliContext *context,
                             int argc,
                             char **argv);

/* A command of the module; the last of them has no name. */
struct _TrinhCliMore
{
  const char *name;
  TrinhCliFunc run;
};

/**
 * trinh_cli_parse:
 * @synopsis: what stands behind the command's name in its help
 * @entries: (array zero-terminated=1): the command's own options
 * @least: fewest arguments that are no options
 * @most: most of them
 *
 * Takes the options out of @argv and opens the session. What is wrong is said.
 */
gboolean trinh_cli_parse (TrinhCliContext *context,
                          const char *synopsis,
                          const GOptionEntry *entries,
                          int *argc,
                          char ***argv,
                          int least,
                          int most);
/* Says @error on standard error and gives the status that fits it; clears it */
int trinh_cli_fail (GError **error);
int trinh_cli_usage (const char *message);
/* To a file, or to standard output for "-" */
int trinh_cli_write (const char *output,
                     GBytes *bytes);
int trinh_cli_write_text (const char *text);
/* Says so where pages were drawn in another font than the decree's */
void trinh_cli_advise_font (void);
/* @last: (transfer full). Draws the pages, and goes on as another process with no memory of them: trinh_cli_complete() */
int trinh_cli_export_pdf (TrinhEvaluation *last,
                          TrinhExportFormat format,
                          const char *output);
int trinh_cli_write_json (JsonNode *node);
/* (transfer full) (nullable): the report read and evaluated with its history; what is wrong is said and @status set */
TrinhEvaluation *trinh_cli_evaluate (TrinhCliContext *context,
                                     const char *path,
                                     char **history,
                                     int *status);
/* The same with its formulas alone: without findings */
TrinhEvaluation *trinh_cli_compute (TrinhCliContext *context,
                                    const char *path,
                                    char **history,
                                    int *status);

int trinh_cli_regimes (TrinhCliContext *context,
                       int argc,
                       char **argv);
int trinh_cli_regime (TrinhCliContext *context,
                      int argc,
                      char **argv);
/* @year_text: (nullable): this year */
int trinh_cli_regime_calendar (TrinhCliContext *context,
                               const char *id,
                               const char *year_text,
                               gboolean json);
int trinh_cli_form (TrinhCliContext *context,
                    int argc,
                    char **argv);
int trinh_cli_form_new (TrinhCliContext *context,
                        int argc,
                        char **argv);
int trinh_cli_import (TrinhCliContext *context,
                      int argc,
                      char **argv);
int trinh_cli_new (TrinhCliContext *context,
                   int argc,
                   char **argv);
int trinh_cli_check (TrinhCliContext *context,
                     int argc,
                     char **argv);
int trinh_cli_export (TrinhCliContext *context,
                      int argc,
                      char **argv);
int trinh_cli_board (TrinhCliContext *context,
                     int argc,
                     char **argv);
/* The year of "--year"; this year without @text. FALSE, and it is said what is wrong */
gboolean trinh_cli_read_year (const char *text,
                              guint *year);
int trinh_cli_merge (TrinhCliContext *context,
                     int argc,
                     char **argv);
int trinh_cli_part (TrinhCliContext *context,
                    int argc,
                    char **argv);
int trinh_cli_sign (TrinhCliContext *context,
                    int argc,
                    char **argv);
int trinh_cli_verify (TrinhCliContext *context,
                      int argc,
                      char **argv);
int trinh_cli_trust (TrinhCliContext *context,
                     int argc,
                     char **argv);
int trinh_cli_database (TrinhCliContext *context,
                        int argc,
                        char **argv);

G_END_DECLS
