/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-office.h"

G_BEGIN_DECLS

/* The offices that one was merged from, as lines that a person writes: "UBND xã Bình Lãng", or "UBND xã Bình Lãng; 10123"
 * with the code behind. */

/* @office: the report file's "office", or the settings'. (transfer full) */
char **trinh_predecessors_dup_lines (JsonObject *office);
/* Blank lines are left out; without any the member goes. What a line names keeps the members that are not written here. */
void trinh_predecessors_set_lines (JsonObject *office,
                                   const char *const *lines);

G_END_DECLS
