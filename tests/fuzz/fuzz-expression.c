/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Any text is an expression or an error with a place inside it; what parses can be evaluated and filled in. */

#include "config.h"

#include <stdint.h>

#include "trinh-expression.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

static gboolean
give_value (const TrinhReference *reference,
            TrinhDecimal *number,
            gpointer user_data)
{
  *number = (TrinhDecimal) { (gint64) reference->name[0] * 1234567890123, 4 };
  return reference->name[0] % 3 != 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  guint place = 0;
  g_autoptr (TrinhExpression) expression = trinh_expression_parse (text, "f", &place, &error);

  if (expression == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (place, <=, size);
      return 0;
    }
  for (TrinhMissing missing = TRINH_MISSING_SKIP_IF_ANY; missing <= TRINH_MISSING_ZERO; missing++)
    trinh_expression_evaluate (expression, missing, give_value, NULL);
  g_free (trinh_expression_fill (expression, give_value, NULL));
  return 0;
}
