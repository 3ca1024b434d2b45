/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-form-row.h"

G_BEGIN_DECLS

/**
 * trinh_value_read_text:
 * @kind: of the cell: the column's where it has one, else the row's
 * @text: what was typed or pasted, without spaces around it, NFC
 *
 * A number in the Vietnamese manner, a choice by its code or its text, a date as day/month/year or ISO.
 *
 * Returns: (transfer full): the value in the report file's form, or %NULL with TRINH_CORE_ERROR
 */
char *trinh_value_read_text (TrinhFormRow *row,
                             TrinhKind kind,
                             const char *text,
                             GError **error);
/* A date as day/month/year or ISO; @julian: (out) */
gboolean trinh_value_read_date (const char *text,
                                guint32 *julian,
                                GError **error);

G_END_DECLS
