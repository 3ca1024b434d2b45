/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-private.h"

G_BEGIN_DECLS

/*
 * TrinhReader:
 *
 * A report file on the way in. The functions return %FALSE with the error set,
 * the line in front of its message.
 */
typedef struct
{
  TrinhJsonDocument *document; /* borrowed */
  JsonObject *root;            /* borrowed */
  TrinhReport *report;         /* borrowed */
  GError **error;
} TrinhReader;

/* Takes @reason; always %FALSE */
gboolean _trinh_reader_refuse (TrinhReader *reader,
                               JsonNode *place,
                               GError *reason);

/* trinh-report-file-cells.c */
gboolean _trinh_reader_read_values (TrinhReader *reader);
gboolean _trinh_reader_read_lists (TrinhReader *reader);
gboolean _trinh_reader_read_sections (TrinhReader *reader);
/* trinh-report-computed.c. Values that were computed when the file was written are computed anew: only those stay for which the formula gives nothing. */
void _trinh_report_drop_computed (TrinhReport *self);

G_END_DECLS
