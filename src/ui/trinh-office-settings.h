/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* The office's settings as JSON: members as in the report file, and only those that say something. */

/* @settings: (nullable). The members, to be changed without changing @settings. (transfer full) */
JsonObject *trinh_office_settings_copy (JsonObject *settings);
/* The same of the object that is member @name; empty where it is none. (transfer full) */
JsonObject *trinh_office_settings_copy_member (JsonObject *settings,
                                               const char *name);
/* "" where it is none */
const char *trinh_office_settings_get_string (JsonObject *object,
                                              const char *name);
/* (transfer full): the strings of an array, empty where it is none */
char **trinh_office_settings_dup_lines (JsonObject *object,
                                        const char *name);
/* Normalized and without spaces around it; "" takes the member away. */
void trinh_office_settings_set_string (JsonObject *object,
                                       const char *name,
                                       const char *text);
/* Blank lines are left out; none takes the member away. */
void trinh_office_settings_set_lines (JsonObject *object,
                                      const char *name,
                                      const char *const *lines);
/* What an open report holds, in the form of the settings. (transfer full) */
JsonObject *trinh_office_settings_from_report (TrinhReport *report);
/* One edit that brings the settings into @report; what it has already is left out. (transfer full) */
TrinhEdit *trinh_office_settings_make_edit (JsonObject *settings,
                                            TrinhReport *report);

G_END_DECLS
