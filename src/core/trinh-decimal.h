/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TRINH_DECIMAL_SCALE:
 *
 * Units in one: a decimal counts ten-thousandths.
 */
#define TRINH_DECIMAL_SCALE G_GINT64_CONSTANT (10000)
#define TRINH_DECIMAL_MAX_DECIMALS 4

/**
 * TrinhDecimal:
 * @units: the number in units of 10⁻⁴
 * @decimals: how many decimals were entered, 0 to 4; a printed value is
 *   compared at its own precision (domain: "Numbers, dates, text")
 *
 * An exact decimal number, passed by value. Never a floating-point number.
 */
struct _TrinhDecimal
{
  gint64 units;
  guint8 decimals;
};

#define TRINH_DECIMAL_INIT(whole) ((TrinhDecimal) { (gint64) (whole) * TRINH_DECIMAL_SCALE, 0 })

/* The report file's form: -?(0|[1-9][0-9]{0,13})(\.[0-9]{1,4})? */
gboolean trinh_decimal_parse_canonical (const char *text,
                                        TrinhDecimal *decimal,
                                        GError **error);
char *trinh_decimal_to_canonical (TrinhDecimal decimal);

/**
 * trinh_decimal_parse:
 * @text: what a person typed or pasted: "1.934", "1934", "95,45", "98.8%", "100 %", "07", "250.000đ"
 * @decimal: (out): the number
 * @error: return location: SYNTAX, RANGE, or AMBIGUOUS where it can be read in two ways
 *
 * Reads a number in the Vietnamese manner: dots group thousands, a comma
 * begins the decimals. One dot followed by exactly three digits is thousands;
 * one dot followed by another count of digits is a decimal point.
 * "1,934" and "1934.567" are ambiguous; "0,934" and "0.934" are not. Spaces of
 * any kind group thousands too. A percent sign or "đ"/"đồng" behind is dropped.
 *
 * Returns: %TRUE when @decimal was set
 */
gboolean trinh_decimal_parse (const char *text,
                              TrinhDecimal *decimal,
                              GError **error);

/* "1.934", "95,45"; the decimals as entered; a real minus sign is not used, "-" is. */
char *trinh_decimal_format (TrinhDecimal decimal);
/* The same, with a leading zero for whole 1–9 ("07"). */
char *trinh_decimal_format_padded (TrinhDecimal decimal);
/* Exactly @decimals decimals, rounded half up (away from zero). */
char *trinh_decimal_format_with (TrinhDecimal decimal,
                                 guint decimals);

int trinh_decimal_compare (TrinhDecimal a,
                           TrinhDecimal b);
gboolean trinh_decimal_is_whole (TrinhDecimal decimal);
/* Half up, away from zero; the result's decimals are @decimals. */
TrinhDecimal trinh_decimal_round (TrinhDecimal decimal,
                                  guint decimals);
TrinhDecimal trinh_decimal_truncate (TrinhDecimal decimal,
                                     guint decimals);
/* The same of a quotient that was rounded before: @lean is 1 where the true one is a little above @decimal, -1 where
 * it is a little below, 0 where it is @decimal or nobody knows. 44,445 that stands for 44,44496 rounds to 44,44. */
TrinhDecimal trinh_decimal_round_leaning (TrinhDecimal decimal,
                                          int lean,
                                          guint decimals);
TrinhDecimal trinh_decimal_truncate_leaning (TrinhDecimal decimal,
                                             int lean,
                                             guint decimals);

/* Sums keep the larger count of decimals, products and quotients have as few as they need.
 * A result always fits the report file (14 digits before the point).
 * %FALSE on overflow (or on division by zero); @result is untouched then. */
gboolean trinh_decimal_add (TrinhDecimal a,
                            TrinhDecimal b,
                            TrinhDecimal *result);
gboolean trinh_decimal_subtract (TrinhDecimal a,
                                 TrinhDecimal b,
                                 TrinhDecimal *result);
gboolean trinh_decimal_multiply (TrinhDecimal a,
                                 TrinhDecimal b,
                                 TrinhDecimal *result);
/* Rounded half up to 4 decimals, 128-bit inside. */
gboolean trinh_decimal_divide (TrinhDecimal a,
                               TrinhDecimal b,
                               TrinhDecimal *result);

G_END_DECLS
