/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "../signing/fixture.h"
#include "helper-work.h"

G_BEGIN_DECLS

/* A small report that was submitted (fixtures/reports/data) */
void helper_work_set_up_submitted (HelperWork *self,
                                   gconstpointer data);
/* And approved */
void helper_work_set_up_approved (HelperWork *self,
                                  gconstpointer data);
/* A file in the test's folder. (transfer full) */
GFile *helper_write (HelperWork *self,
                     const char *name,
                     GBytes *bytes);
/* Until a label with this text is below @widget; fails after a while */
void helper_wait_for_label (gpointer widget,
                            const char *text);
/* The same of an action row with this title, or a group; (transfer none) */
gpointer helper_find_row (gpointer widget,
                          const char *title);
/* What the person answers to the question over the window */
void helper_respond (HelperWork *self,
                     const char *response);
/* Whether the text stands in anything that can be edited, shown or spoken below @widget */
gboolean helper_tells (gpointer widget,
                       const char *text);
/* Nothing is left of earlier tests: keys and authorities of the user */
void helper_forget_keys (void);

G_END_DECLS
