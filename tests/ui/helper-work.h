/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "helper.h"

G_BEGIN_DECLS

/**
 * HelperWork:
 *
 * The shipped sample opened in a store of its own, and a window that hears what
 * a page asks of its surroundings.
 */
typedef struct
{
  char *folder;
  TrinhSession *session;
  TrinhWork *work;
  TrinhReport *report;         /* borrowed */
  TrinhEvaluation *evaluation; /* borrowed */

  GtkWindow *window; /* NULL: nothing is shown */
  char *toast;       /* the last one */
  char *place;       /* that was gone to last */
  int rows;          /* that "form.move" went */
  int columns;
  guint n_moves;
} HelperWork;

/* Before helper_work_init(): widgets keep what a screen reader would hear, for helper_assert_spoken(). Such widgets
 * cannot announce anything: GTK's context for tests has no way to. */
void helper_work_listen (void);
/* helper_init(), and warnings are fatal */
void helper_work_init (int *argc,
                       char ***argv);
void helper_work_set_up (HelperWork *self,
                         gconstpointer data);
/* Instead: a report with a table of several columns (h1), a list (h2) and choices (h3), from fixtures/tables */
void helper_work_set_up_tables (HelperWork *self,
                                gconstpointer data);
/* @data: the name of one of the shipped samples */
void helper_work_set_up_sample (HelperWork *self,
                                gconstpointer data);
/* Proves that nothing holds the work any more */
void helper_work_tear_down (HelperWork *self,
                            gconstpointer data);
/* Shows @child in a window of this size */
void helper_work_show (HelperWork *self,
                       GtkWidget *child,
                       int width,
                       int height);
/* Drops the caller's reference and proves that it was the last, at the latest in a frame or two */
void helper_let_go (gpointer object);
/* Takes the shown child out and proves that it goes */
void helper_work_drop (HelperWork *self,
                       gpointer child);
void helper_work_enter (HelperWork *self,
                        const char *address,
                        const char *text);
void helper_work_undo (HelperWork *self);
const char *helper_work_get_text (HelperWork *self,
                                  const char *address);
/* The form of the sample's regime */
TrinhForm *helper_work_get_form (HelperWork *self,
                                 const char *id);

typedef gboolean (*HelperCondition) (gpointer user_data);
/* Turns the main loop until it holds, at most ten seconds; fails the test then */
void helper_wait_until (HelperCondition condition,
                        gpointer user_data);
/* Turns the main loop for so long */
void helper_wait (guint milliseconds);
guint helper_count_found (gpointer widget,
                          GType type);
/* The button with this label; (nullable) */
GtkButton *helper_find_button (gpointer widget,
                               const char *label);
/* The label with this text is among the descendants */
gboolean helper_has_label (gpointer widget,
                           const char *text);
void helper_click (gpointer button);
/* What the widget's own key controllers say to a key */
gboolean helper_press (gpointer widget,
                       guint key,
                       GdkModifierType state);
/* The alert dialog over the window; fails where there is none */
AdwAlertDialog *helper_get_alert (HelperWork *self);
void helper_assert_spoken (gpointer widget,
                           GtkAccessibleProperty property,
                           const char *text);

G_END_DECLS
