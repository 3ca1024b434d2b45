/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TRINH_CORE_ERROR:
 *
 * The error domain of the core. Every message is translated, names the file,
 * the line or the row where it can, and says what to do.
 */
#define TRINH_CORE_ERROR (trinh_core_error_quark ())

/**
 * TrinhCoreError:
 * @TRINH_CORE_ERROR_SYNTAX: text that cannot be parsed
 * @TRINH_CORE_ERROR_AMBIGUOUS: a number that can be read in two ways ("1,934", "1934.567"); the message says both
 * @TRINH_CORE_ERROR_RANGE: a number or date outside what can be held
 * @TRINH_CORE_ERROR_TYPE: a JSON member of the wrong type
 * @TRINH_CORE_ERROR_DUPLICATE: the same member or key twice
 * @TRINH_CORE_ERROR_MISSING: a required member is absent
 * @TRINH_CORE_ERROR_UNKNOWN: an unknown regime, form, row, column or period
 * @TRINH_CORE_ERROR_VERSION: written by a newer version of the program
 * @TRINH_CORE_ERROR_TOO_LARGE: larger or deeper than the limits of the format
 * @TRINH_CORE_ERROR_CYCLE: formulas that depend on each other
 * @TRINH_CORE_ERROR_STATE: the report's state does not allow the edit
 */
typedef enum
{
  TRINH_CORE_ERROR_SYNTAX,
  TRINH_CORE_ERROR_AMBIGUOUS,
  TRINH_CORE_ERROR_RANGE,
  TRINH_CORE_ERROR_TYPE,
  TRINH_CORE_ERROR_DUPLICATE,
  TRINH_CORE_ERROR_MISSING,
  TRINH_CORE_ERROR_UNKNOWN,
  TRINH_CORE_ERROR_VERSION,
  TRINH_CORE_ERROR_TOO_LARGE,
  TRINH_CORE_ERROR_CYCLE,
  TRINH_CORE_ERROR_STATE,
} TrinhCoreError;

GQuark trinh_core_error_quark (void);

G_END_DECLS
