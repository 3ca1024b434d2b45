/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-error.h"
#include "trinh-expression-private.h"

G_DEFINE_BOXED_TYPE (TrinhExpression, trinh_expression, trinh_expression_ref, trinh_expression_unref)

static const char *const register_counts[] = {
  [TRINH_REGISTER_CITED] = "cited",
  [TRINH_REGISTER_PLANNED] = "planned",
  [TRINH_REGISTER_DONE] = "done",
  [TRINH_REGISTER_LATE] = "late",
  [TRINH_REGISTER_OVERDUE] = "overdue",
};

static gboolean
find_count (const char *name,
            gsize length,
            TrinhRegisterCount *count)
{
  for (guint i = 0; i < G_N_ELEMENTS (register_counts); i++)
    if (strlen (register_counts[i]) == length && strncmp (name, register_counts[i], length) == 0)
      {
        if (count != NULL)
          *count = (TrinhRegisterCount) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
trinh_register_count_from_name (const char *name,
                                TrinhRegisterCount *count)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return find_count (name, strlen (name), count);
}

/* A form may be called "done" too: its cells have one colon, "done:2.1". */
gboolean
trinh_register_count_split (const char *reference,
                            TrinhRegisterCount *count,
                            const char **address)
{
  const char *colon;

  g_return_val_if_fail (reference != NULL, FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  colon = strchr (reference, ':');
  if (colon == NULL || strchr (colon + 1, ':') == NULL)
    return FALSE;
  *address = colon + 1;
  return find_count (reference, (gsize) (colon - reference), count);
}

guint
trinh_expression_get_n_counted (TrinhExpression *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counted->len;
}

const char *
trinh_expression_get_counted (TrinhExpression *self,
                              guint position,
                              TrinhRegisterCount *count)
{
  const char *name, *colon;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->counted->len, NULL);

  name = g_array_index (self->counted, TrinhReference, position).name;
  colon = strchr (name, ':');
  find_count (name, (gsize) (colon - name), count);
  return colon + 1;
}

static TrinhExpression *
copy (TrinhExpression *self)
{
  TrinhExpression *other = g_new0 (TrinhExpression, 1);

  g_atomic_ref_count_init (&other->ref_count);
  other->text = g_strdup (self->text);
  other->nodes = g_array_ref (self->nodes);
  other->references = g_array_copy (self->references);
  other->counted = g_array_copy (self->counted);
  other->root = self->root;
  return other;
}

static guint
find_place (TrinhExpression *self,
            TrinhOperation operation,
            guint reference)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TrinhNode *node = trinh_expression_node (self, i);

      if (node->operation == operation && node->reference == reference)
        return node->place;
    }
  return 0;
}

static gboolean
fail_unknown (TrinhExpression *self,
              TrinhOperation operation,
              guint reference,
              const char *name,
              GError **error)
{
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("at character %u: there is no value “%s”"), find_place (self, operation, reference) + 1, name);
  return FALSE;
}

static gboolean
bind_references (TrinhExpression *self,
                 TrinhExpressionBind bind,
                 gpointer user_data,
                 GError **error)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      TrinhReference *reference = &g_array_index (self->references, TrinhReference, i);
      const char *address = reference->name;

      if (!bind (reference->name, &address, &reference->slot, user_data))
        return fail_unknown (self, TRINH_OPERATION_REFERENCE, i, reference->name, error);
      reference->name = g_intern_string (address);
    }
  return TRUE;
}

static gboolean
bind_counted (TrinhExpression *self,
              TrinhExpressionBind bind,
              gpointer user_data,
              GError **error)
{
  for (guint i = 0; i < self->counted->len; i++)
    {
      TrinhReference *reference = &g_array_index (self->counted, TrinhReference, i);
      const char *name = trinh_expression_get_counted (self, i, NULL);
      const char *address = name;
      g_autofree char *function = g_strndup (reference->name, (gsize) (name - reference->name));
      g_autofree char *full = NULL;
      guint slot;

      if (!bind (name, &address, &slot, user_data))
        return fail_unknown (self, TRINH_OPERATION_COUNTED, i, name, error);
      full = g_strconcat (function, address, NULL);
      reference->name = g_intern_string (full);
    }
  return TRUE;
}

TrinhExpression *
trinh_expression_new (const char *text)
{
  TrinhExpression *self = g_new0 (TrinhExpression, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (TrinhNode));
  self->references = g_array_new (FALSE, FALSE, sizeof (TrinhReference));
  self->counted = g_array_new (FALSE, FALSE, sizeof (TrinhReference));
  self->root = TRINH_NODE_NONE;
  return self;
}

TrinhExpression *
trinh_expression_ref (TrinhExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
trinh_expression_unref (TrinhExpression *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->text);
  g_array_unref (self->nodes);
  g_array_unref (self->references);
  g_array_unref (self->counted);
  g_clear_pointer (&self->left, trinh_expression_unref);
  g_clear_pointer (&self->right, trinh_expression_unref);
  g_free (self);
}

const char *
trinh_expression_get_text (TrinhExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

guint
trinh_expression_get_n_references (TrinhExpression *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->references->len;
}

const TrinhReference *
trinh_expression_get_reference (TrinhExpression *self,
                                guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->references->len, NULL);

  return &g_array_index (self->references, TrinhReference, position);
}

gboolean
trinh_expression_is_condition (TrinhExpression *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return trinh_expression_node (self, self->root)->condition;
}

TrinhExpression *
trinh_expression_bind (TrinhExpression *self,
                       TrinhExpressionBind bind,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (TrinhExpression) bound = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (bind != NULL, NULL);

  bound = copy (self);
  if (!bind_references (bound, bind, user_data, error) || !bind_counted (bound, bind, user_data, error))
    return NULL;
  if (self->left != NULL)
    {
      bound->left = trinh_expression_bind (self->left, bind, user_data, error);
      bound->right = trinh_expression_bind (self->right, bind, user_data, error);
    }
  return g_steal_pointer (&bound);
}

gboolean
trinh_expression_get_sides (TrinhExpression *self,
                            TrinhExpression **left,
                            TrinhExpression **right)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (left != NULL)
    *left = self->left;
  if (right != NULL)
    *right = self->right;
  return self->left != NULL;
}
