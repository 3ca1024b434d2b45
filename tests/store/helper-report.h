/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "helper.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  TrinhRegimeLibrary *library; /* the shipped data and tests/fixtures/store */
  TrinhStore *store;           /* open, empty */
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture,
                           gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture,
                              gconstpointer data);
/* Closes and opens anew, as a second start of the program would. */
void store_fixture_reopen (StoreFixture *fixture);

/* A new report of the regime "store". (transfer full) */
TrinhReport *helper_make_report (StoreFixture *fixture,
                                 const char *period);
/* From the text of a file. (transfer full) */
TrinhReport *helper_read_report (StoreFixture *fixture,
                                 GBytes *bytes);
TrinhReport *helper_load (StoreFixture *fixture,
                          const char *id);
char *helper_dup_file (TrinhReport *report);
/* Applies and gives the edit back, for saving. (transfer full) */
TrinhEdit *helper_enter (TrinhReport *report,
                         const char *address,
                         const char *text);
/* Saves what helper_enter() gave. */
void helper_save (StoreFixture *fixture,
                  TrinhReport *report,
                  TrinhEdit *edit);
void helper_import_report (StoreFixture *fixture,
                           TrinhReport *report,
                           gboolean expected);
const char *helper_get_text (TrinhReport *report,
                             const char *address);
guint helper_count_journal (StoreFixture *fixture,
                            const char *id,
                            const char *target);

G_END_DECLS
