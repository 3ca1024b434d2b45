/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-loader-private.h"
#include "trinh-rule.h"

G_BEGIN_DECLS

struct _TrinhRule
{
  GObject parent_instance;

  /* Owned */
  char *id;
  TrinhExpression *expression;
  char *message;
  char *place; /* "bm1.json:12", for messages; NULL when not from a file */

  const char *target; /* interned; NULL for a condition */
  TrinhMissing missing;
  TrinhSeverity severity;
};

/* @target: (nullable): the address of the row whose formula this is */
TrinhRule *trinh_rule_load (TrinhLoader *loader,
                            JsonNode *node,
                            const char *form,
                            const char *target);
/* The same rule with its names (message included) resolved; %NULL with problems. */
TrinhRule *trinh_rule_bind (TrinhRule *self,
                            TrinhExpressionBind bind,
                            gpointer user_data,
                            GPtrArray *problems);
/* Replaces each rule of @rules by its bound copy; those with problems go. */
void trinh_rules_bind (GListStore *rules,
                       TrinhExpressionBind bind,
                       gpointer user_data,
                       GPtrArray *problems);
void trinh_rules_check_ids (GListModel *rules,
                            GPtrArray *problems);
/* Formulas that depend on each other within one report: a problem names the rows. */
void trinh_rules_check_cycles (GListModel *rules,
                               GPtrArray *problems);

G_END_DECLS
