/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-work-private.h"

char *
_trinh_work_dup_account (TrinhStore *store)
{
  g_autoptr (JsonNode) settings = store != NULL ? trinh_store_get_setting (store, "office") : NULL;
  JsonNode *author = NULL;

  if (settings != NULL && JSON_NODE_HOLDS_OBJECT (settings))
    author = json_object_get_member (json_node_get_object (settings), "author");
  if (author != NULL && JSON_NODE_HOLDS_VALUE (author) && json_node_get_value_type (author) == G_TYPE_STRING &&
      json_node_get_string (author)[0] != '\0')
    return json_node_dup_string (author);

  return g_strdup (g_get_real_name ());
}
