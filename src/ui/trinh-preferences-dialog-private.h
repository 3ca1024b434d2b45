/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-lines-row.h"
#include "trinh-people-group.h"
#include "trinh-regime-rows.h"
#include "trinh-preferences-dialog.h"

G_BEGIN_DECLS

struct _TrinhPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhWork *work;
  JsonObject *settings;   /* as they were read: members that no row knows stay */
  GSettings *preferences; /* of this computer */
  TrinhOffice *derived;   /* what the name alone says */
  GPtrArray *signatories;
  char *kept; /* the settings that are in the store, as text */

  /* Template References */
  AdwEntryRow *name_row;
  AdwEntryRow *code_row;
  AdwEntryRow *kind_row;
  TrinhLinesRow *header_row;
  AdwEntryRow *superior_row;
  AdwEntryRow *place_row;
  AdwEntryRow *author_row;
  TrinhPeopleGroup *people_group;
  AdwEntryRow *symbol_row;
  TrinhLinesRow *addressees_row;
  TrinhLinesRow *recipients_row;
  TrinhLinesRow *predecessors_row;
  AdwPreferencesGroup *signatories_group;
  AdwPreferencesGroup *open_group;
  GtkWidget *use_row;
  GtkWidget *take_row;
  AdwComboRow *scheme_row;
  TrinhRegimeRows *regime_rows;
  AdwSpinRow *reminder_row;
  AdwSwitchRow *reopen_row;
  AdwSwitchRow *spelling_row;

  guint save_source;
  gboolean filling;
};

/* Keeps what was entered, after a pause (trinh-preferences-dialog.c) */
void trinh_preferences_dialog_changed_cb (TrinhPreferencesDialog *self);

/* The signatories (trinh-preferences-dialog-signatories.c) */
void trinh_preferences_dialog_fill_signatories (TrinhPreferencesDialog *self,
                                                JsonObject *settings);
void trinh_preferences_dialog_collect_signatories (TrinhPreferencesDialog *self,
                                                   JsonObject *settings);
void trinh_preferences_dialog_add_clicked_cb (TrinhPreferencesDialog *self);

G_END_DECLS
