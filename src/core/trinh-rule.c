/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-rule-private.h"

G_DEFINE_FINAL_TYPE (TrinhRule, trinh_rule, G_TYPE_OBJECT)

static void
trinh_rule_finalize (GObject *object)
{
  TrinhRule *self = TRINH_RULE (object);

  g_free (self->id);
  g_free (self->message);
  g_free (self->place);
  g_clear_pointer (&self->expression, trinh_expression_unref);

  G_OBJECT_CLASS (trinh_rule_parent_class)->finalize (object);
}

static void
trinh_rule_class_init (TrinhRuleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_rule_finalize;
}

static void
trinh_rule_init (TrinhRule *self)
{
}

TrinhRule *
trinh_rule_new (const char *id,
                const char *target,
                TrinhExpression *expression,
                TrinhMissing missing,
                TrinhSeverity severity,
                const char *message)
{
  TrinhRule *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (expression != NULL, NULL);

  self = g_object_new (TRINH_TYPE_RULE, NULL);
  self->id = g_strdup (id);
  self->target = g_intern_string (target);
  self->expression = trinh_expression_ref (expression);
  self->missing = missing;
  self->severity = severity;
  self->message = g_strdup (message != NULL ? message : "");
  return self;
}

const char *
trinh_rule_get_id (TrinhRule *self)
{
  g_return_val_if_fail (TRINH_IS_RULE (self), NULL);

  return self->id;
}

const char *
trinh_rule_get_target (TrinhRule *self)
{
  g_return_val_if_fail (TRINH_IS_RULE (self), NULL);

  return self->target;
}

TrinhExpression *
trinh_rule_get_expression (TrinhRule *self)
{
  g_return_val_if_fail (TRINH_IS_RULE (self), NULL);

  return self->expression;
}

TrinhMissing
trinh_rule_get_missing (TrinhRule *self)
{
  g_return_val_if_fail (TRINH_IS_RULE (self), TRINH_MISSING_SKIP_IF_ANY);

  return self->missing;
}

TrinhSeverity
trinh_rule_get_severity (TrinhRule *self)
{
  g_return_val_if_fail (TRINH_IS_RULE (self), TRINH_SEVERITY_ERROR);

  return self->severity;
}

const char *
trinh_rule_get_message (TrinhRule *self)
{
  g_return_val_if_fail (TRINH_IS_RULE (self), NULL);

  return self->message;
}
