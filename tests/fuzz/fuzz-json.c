/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Any bytes are strict JSON or an error; what is JSON goes through the loaders of forms and outlines. */

#include "config.h"

#include <stdint.h>

#include "trinh-form.h"
#include "trinh-json.h"
#include "trinh-outline.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

static void
clear_problems (GPtrArray *problems)
{
  if (problems != NULL)
    g_ptr_array_unref (problems);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "fuzz.json", &error);
  g_autoptr (TrinhForm) form = NULL;
  g_autoptr (TrinhOutline) outline = NULL;
  GPtrArray *problems = NULL;

  if (document == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  form = trinh_form_load (document, &problems);
  g_assert_true ((form == NULL) == (problems != NULL));
  clear_problems (problems);
  outline = trinh_outline_load (document, &problems);
  g_assert_true ((outline == NULL) == (problems != NULL));
  clear_problems (problems);
  return 0;
}
