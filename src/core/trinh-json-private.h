/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-json.h"

G_BEGIN_DECLS

JsonNode *trinh_json_read (const char *bytes,
                           size_t size,
                           const char *name,
                           GHashTable *lines,
                           GError **error);

/* Members that an object does not know, kept for writing: %NULL where there are none. */
JsonObject *trinh_json_keep_unknown (JsonObject *object,
                                     const char *const *known);
void trinh_json_write_unknown (JsonObject *unknown,
                               JsonObject *object);
gboolean trinh_json_unknown_equal (JsonObject *a,
                                   JsonObject *b);

/* Typed members: absent gives the default; a wrong type is TRINH_CORE_ERROR_TYPE and names the member. */
gboolean trinh_json_get_object (JsonNode *node,
                                const char *what,
                                JsonObject **object,
                                GError **error);
gboolean trinh_json_get_string (JsonObject *object,
                                const char *name,
                                const char **text,
                                GError **error);
/* The same as a copy of one's own; null counts as absent. */
gboolean trinh_json_dup_string (JsonObject *object,
                                const char *name,
                                char **text,
                                GError **error);
/* A whole number from 0 on; null counts as absent. */
gboolean trinh_json_get_count (JsonObject *object,
                               const char *name,
                               guint *count,
                               GError **error);
gboolean trinh_json_get_boolean (JsonObject *object,
                                 const char *name,
                                 gboolean *truth,
                                 GError **error);
gboolean trinh_json_get_strv (JsonObject *object,
                              const char *name,
                              char ***texts,
                              GError **error);

G_END_DECLS
