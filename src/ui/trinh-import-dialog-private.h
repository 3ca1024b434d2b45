/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-import-dialog.h"

G_BEGIN_DECLS

struct _TrinhImportDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhWork *work;
  TrinhImport *import;
  GtkWidget *parent;
  GPtrArray *rows;        /* of the groups that are filled anew */
  GPtrArray *column_rows; /* of AdwComboRow, table by table */
  GPtrArray *table_rows;  /* of AdwExpanderRow */

  /* Template References */
  AdwWindowTitle *window_title;
  GtkWidget *take_button;
  AdwBanner *banner;
  AdwPreferencesGroup *doubts_group;
  AdwPreferencesGroup *conflicts_group;
  AdwPreferencesGroup *changes_group;
  AdwPreferencesGroup *left_out_group;
  AdwPreferencesGroup *columns_group;

  guint refill_id;
  gboolean filling; /* the program sets the choices, not the person */
};

/* What would change, anew (trinh-import-dialog.c) */
void trinh_import_dialog_fill_rows (TrinhImportDialog *self);
/* The tables and their columns, anew (trinh-import-dialog-columns.c) */
void trinh_import_dialog_fill_columns (TrinhImportDialog *self);

G_END_DECLS
