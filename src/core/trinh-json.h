/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhJsonDocument:
 *
 * A JSON text read strictly: UTF-8 without a byte-order mark, no duplicate
 * members, no U+0000, no comments, one value, within limits of size and depth;
 * and with the line of every member and element, for messages. Reference-counted.
 */
#define TRINH_TYPE_JSON_DOCUMENT (trinh_json_document_get_type ())
#define TRINH_JSON_MAX_SIZE (16 * 1024 * 1024)
#define TRINH_JSON_MAX_DEPTH 32

GType trinh_json_document_get_type (void) G_GNUC_CONST;
/* @name is used in messages: "name:line: reason". */
TrinhJsonDocument *trinh_json_document_parse (GBytes *bytes,
                                              const char *name,
                                              GError **error);
/* Refuses files over the limit before reading them. G_IO_ERROR or TRINH_CORE_ERROR. */
TrinhJsonDocument *trinh_json_document_load (GFile *file,
                                             GError **error);
TrinhJsonDocument *trinh_json_document_ref (TrinhJsonDocument *self);
void trinh_json_document_unref (TrinhJsonDocument *self);
JsonNode *trinh_json_document_get_root (TrinhJsonDocument *self);
const char *trinh_json_document_get_name (TrinhJsonDocument *self);
/* SHA-256 of the bytes, hex. */
const char *trinh_json_document_get_sha256 (TrinhJsonDocument *self);
/* The line of @node (a node borrowed from the root), 0 if it is not known. */
guint trinh_json_document_get_line (TrinhJsonDocument *self,
                                    JsonNode *node);
/* Sets "name:line: message" in TRINH_CORE_ERROR. */
void trinh_json_document_set_error (TrinhJsonDocument *self,
                                    JsonNode *node,
                                    GError **error,
                                    int code,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (5, 6);

/* Deterministic text: two-space indent, objects and arrays of scalars on one line up to 140 characters, members in their order, "\n" at the end, non-ASCII as it is. */
char *trinh_json_to_text (JsonNode *node);
/* One line, no spaces. */
char *trinh_json_to_line (JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhJsonDocument, trinh_json_document_unref)

G_END_DECLS
