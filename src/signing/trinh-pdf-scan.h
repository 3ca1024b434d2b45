/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a file, read one after another by ourselves: nothing is passed over, nothing repaired. */
typedef struct
{
  const char *data;
  gsize place;
  gsize end;
} TrinhPdfScan;

gboolean trinh_pdf_is_space (char sign);
void trinh_pdf_scan_spaces (TrinhPdfScan *self);
/* What comes next, if it is that; %FALSE otherwise, with the place kept */
gboolean trinh_pdf_scan_word (TrinhPdfScan *self,
                              const char *word);
gboolean trinh_pdf_scan_line_end (TrinhPdfScan *self);
/* @n_digits: exactly so many; 0: one to ten */
gboolean trinh_pdf_scan_number (TrinhPdfScan *self,
                                guint n_digits,
                                gint64 *number);
/* (transfer full) (nullable) (element-type utf8 utf8): names without their slash and what is written for them; %NULL where it
 * is no dictionary, has a name twice, or writes a name in other signs than its own */
GHashTable *trinh_pdf_scan_members (TrinhPdfScan *self);
/* Whether the "obj" at @word is the end of "N G obj", with whatever may stand between them; @head: where it begins */
gboolean trinh_pdf_find_head (const char *data,
                              gsize begin,
                              gsize word,
                              gsize *head);

G_END_DECLS
