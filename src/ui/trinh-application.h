/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhApplication:
 *
 * The program with a window: opens files, holds the session.
 */
#define TRINH_TYPE_APPLICATION (trinh_application_get_type ())
G_DECLARE_FINAL_TYPE (TrinhApplication, trinh_application, TRINH, APPLICATION, AdwApplication)

TrinhApplication *trinh_application_new (TrinhSession *session);
TrinhSession *trinh_application_get_session (TrinhApplication *self);

G_END_DECLS
