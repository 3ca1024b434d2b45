/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhHolidays:
 *
 * The public holidays of a country (Bộ luật Lao động 2019, Điều 112); data (`calendars/ID.json`). Those of the same
 * date every year, and the others day by day, as far as they are known. Immutable, reference-counted.
 */
#define TRINH_TYPE_HOLIDAYS (trinh_holidays_get_type ())
#define TRINH_HOLIDAYS_DEFAULT "vn"

GType trinh_holidays_get_type (void) G_GNUC_CONST;
/* @problems: (out) (nullable): (element-type GError), %NULL when the file is right; the answer is %NULL otherwise */
TrinhHolidays *trinh_holidays_load (TrinhJsonDocument *document,
                                    GPtrArray **problems);
TrinhHolidays *trinh_holidays_ref (TrinhHolidays *self);
void trinh_holidays_unref (TrinhHolidays *self);
/* (nullable): the holiday's name; %NULL on other days. @julian: as in GDate */
const char *trinh_holidays_get_name (TrinhHolidays *self,
                                     guint32 julian);
/* Monday to Friday, and no holiday. @self: (nullable): no holidays are known */
gboolean trinh_holidays_is_working_day (TrinhHolidays *self,
                                        guint32 julian);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhHolidays, trinh_holidays_unref)

G_END_DECLS
