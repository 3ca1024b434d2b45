/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"
#include "trinh-store.h"

G_BEGIN_DECLS

/**
 * TrinhNumber:
 * @id: of the report
 * @symbol: "BC-UBND"
 * @date: "2022-06-09", "2022-06", "2022", or empty
 *
 * The number that a report has, and of which series it is. All is owned.
 */
typedef struct
{
  char *id;
  TrinhOffice *office;
  char *number;
  char *symbol;
  char *date;
} TrinhNumber;

/* What is %NULL is empty. (transfer full) */
TrinhNumber *trinh_number_new (const char *id,
                               TrinhOffice *office,
                               const char *number,
                               const char *symbol,
                               const char *date);
void trinh_number_free (TrinhNumber *self);
/* What other reports of the office, symbol and year have. @numbers: (element-type TrinhNumber). (transfer full) (element-type
 * utf8) */
GPtrArray *trinh_number_list_series (const TrinhNumber *self,
                                     GPtrArray *numbers);
/* TRINH_STORE_ERROR_NUMBER where another report of the series has it. @numbers: (element-type TrinhNumber) */
gboolean trinh_number_check (const TrinhNumber *self,
                             GPtrArray *numbers,
                             GError **error);

/* On the worker thread. (transfer full) (element-type TrinhNumber): of every report that has one */
GPtrArray *trinh_repository_list_numbers (TrinhConnection *connection,
                                          GError **error);
/* As trinh_number_check(), of the stored report @id as it stands in the transaction */
gboolean trinh_repository_check_number (TrinhConnection *connection,
                                        const char *id,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhNumber, trinh_number_free)

G_END_DECLS
