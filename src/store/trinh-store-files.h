/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/* The kept files of a media type whose name nothing in any report says. (transfer full) (element-type utf8): SHA-256 */
GPtrArray *trinh_store_list_unnamed_files (TrinhStore *self,
                                           const char *media_type,
                                           GError **error);

G_END_DECLS
