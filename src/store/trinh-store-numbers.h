/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/* The numbers that other reports of the same office, symbol and year have in the database now, whoever wrote them; without a
 * date the year is this one. (transfer full) (element-type utf8) */
GPtrArray *trinh_store_list_numbers (TrinhStore *self,
                                     TrinhReport *report,
                                     GError **error);
/**
 * trinh_store_check_number:
 * @number: (nullable): the report's own
 * @date: Julian; 0: the report's own
 *
 * Whether no other report of the series has the number; TRINH_STORE_ERROR_NUMBER. To say it early: what counts is
 * %TRINH_STORE_NUMBER_FREE of trinh_store_save_step(). Without a number there is nothing to check.
 */
gboolean trinh_store_check_number (TrinhStore *self,
                                   TrinhReport *report,
                                   const char *number,
                                   guint32 date,
                                   GError **error);
/* "7" and "07" are one number; "15" and "15a" are two. */
gboolean trinh_store_is_same_number (const char *one,
                                     const char *other);

G_END_DECLS
