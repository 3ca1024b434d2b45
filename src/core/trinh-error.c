/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-error.h"

/* clang-format off */
G_DEFINE_QUARK (trinh-core-error-quark, trinh_core_error)
/* clang-format on */
