/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-error.h"
#include "trinh-json.h"

G_BEGIN_DECLS

/*
 * TrinhLoader:
 *
 * Reads the members of a data file and collects every problem with its line
 * instead of stopping at the first.
 */
typedef struct
{
  TrinhJsonDocument *document; /* borrowed */
  GPtrArray *problems;         /* of GError, borrowed */
} TrinhLoader;

/* A name and the number it stands for; ends with a NULL name. */
typedef struct
{
  const char *name;
  int value;
} TrinhLoaderNick;

GPtrArray *trinh_loader_problems_new (void);
void trinh_loader_problem (TrinhLoader *self,
                           JsonNode *node,
                           int code,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);
/* The object of @node, %NULL with a problem where it is none or has members not in @members. */
JsonObject *trinh_loader_object (TrinhLoader *self,
                                 JsonNode *node,
                                 const char *what,
                                 const char *const *members);
/* The root object with the right "format". */
JsonObject *trinh_loader_root (TrinhLoader *self,
                               const char *format,
                               const char *what,
                               const char *const *members);
JsonNode *trinh_loader_member (TrinhLoader *self,
                               JsonNode *node,
                               const char *name,
                               gboolean required);
/* (nullable): absent, or wrong and reported. */
const char *trinh_loader_string (TrinhLoader *self,
                                 JsonNode *node,
                                 const char *name,
                                 gboolean required);
gboolean trinh_loader_boolean (TrinhLoader *self,
                               JsonNode *node,
                               const char *name,
                               gboolean fallback);
gint64 trinh_loader_integer (TrinhLoader *self,
                             JsonNode *node,
                             const char *name,
                             gint64 minimum,
                             gint64 maximum,
                             gint64 fallback);
int trinh_loader_nick (TrinhLoader *self,
                       JsonNode *node,
                       const char *name,
                       const TrinhLoaderNick *nicks,
                       gboolean required,
                       int fallback);
/* The array of a member; %NULL where it is absent or wrong. */
JsonArray *trinh_loader_array (TrinhLoader *self,
                               JsonNode *node,
                               const char *name,
                               gboolean required);
/* (transfer full): empty where it is absent or wrong */
char **trinh_loader_strings (TrinhLoader *self,
                             JsonNode *node,
                             const char *name,
                             gboolean required);

G_END_DECLS
