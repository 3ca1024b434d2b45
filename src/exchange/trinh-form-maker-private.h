/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-form-maker.h"
#include "trinh-import-private.h"

G_BEGIN_DECLS

/* A row of the form that is being made; texts are markup */
typedef struct
{
  char *code;
  char *key;
  char *parent; /* (nullable): where the key does not tell */
  char *label;
  char *unit;
  char *printed_unit; /* (nullable): where it differs */
  gboolean has_children;
} TrinhMadeRow;

/* (element-type TrinhMadeRow) (transfer full) */
GPtrArray *_trinh_form_maker_read_rows (const TrinhImportTable *table,
                                        GError **error);
/* The row's object in the form file. (transfer full) */
JsonNode *_trinh_form_maker_describe_row (const TrinhMadeRow *row,
                                          gboolean has_units);

G_END_DECLS
